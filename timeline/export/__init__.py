"""Timelines to text for people and programs: one module a format, ``wording`` for dates and statuses in words."""
