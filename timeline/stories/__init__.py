"""Mentions to events, articles to stories, stories to timelines: functions from values to values.

``duplicates`` finds wire copies, ``clustering`` gathers articles to stories, ``merging`` joins the mentions of one
event, ``conflicts`` keeps what sources differ on, ``outcomes`` says what became of plans, ``selection`` decides what
a timeline or digest shows, and ``naming`` gives a story its title and slug. No database, no clock.
"""
