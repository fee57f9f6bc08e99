"""What belongs together and what was done: stories, redirected keys, edits by people, runs of the ingest."""

from __future__ import annotations

from sqlalchemy import Index, Table

from timeline.storage.columns import (
    STRICT,
    STRICT_BY_KEY,
    flag,
    metadata,
    number,
    one_of,
    public_key,
    reference,
    row_id,
    text,
    yes_or_no,
)

#: What an ingest can come to for one article or file.
OUTCOMES = ("new", "unchanged", "updated", "duplicate", "failed")
STORED_STORY_STATUSES = ("ongoing", "closed", "merged")

stories = Table(
    "stories",
    metadata,
    row_id(),
    public_key("Public key, st_...: digest of its first article"),
    text("slug", "Name for people and addresses", required=True),
    text("title", "One line about it", required=True),
    text(
        "status",
        "ongoing, closed or merged; whether it is dormant depends on the day and is computed when asked",
        required=True,
    ),
    text("language", "ISO 639-1"),
    text("first_day", "First day of its dated events"),
    text("last_day", "Last day of its dated events"),
    number("source_count", "Independent outlets"),
    number("article_count", "Articles"),
    number("event_count", "Events"),
    number("revision", "Grows by one with each change that a reader would see"),
    text("fingerprint", "Digest of what a reader sees of it", required=True),
    text("first_seen_at", "When it was first stored, UTC"),
    text("updated_at", "When it last changed, UTC"),
    one_of("status", STORED_STORY_STATUSES),
    comment="Ongoing stories: articles and events that belong together",
    **STRICT,
)
Index("ix_stories_slug", stories.c.slug)
Index("ix_stories_last_day", stories.c.last_day)

story_articles = Table(
    "story_articles",
    metadata,
    reference("story_id", "stories.id", "The story", primary=True, on_delete="CASCADE"),
    reference("article_id", "articles.id", "The article", primary=True, index=True, on_delete="CASCADE"),
    comment="Which article belongs to which story",
    **STRICT_BY_KEY,
)

story_events = Table(
    "story_events",
    metadata,
    reference("story_id", "stories.id", "The story", primary=True, on_delete="CASCADE"),
    reference("event_id", "events.id", "The event", primary=True, index=True, on_delete="CASCADE"),
    text("sort_key", "The event's sort key, for quick look-up"),
    comment="Which event belongs to which story",
    **STRICT_BY_KEY,
)
Index("ix_story_events_story_id_sort_key", story_events.c.story_id, story_events.c.sort_key)

redirects = Table(
    "redirects",
    metadata,
    text("old_key", "A key or slug that once named it", primary=True),
    text("new_key", "The key that it leads to", required=True),
    text("reason", "merged, split or renamed", required=True),
    text("at", "When, UTC"),
    comment="Keys that once named an event or story; they still resolve",
    **STRICT_BY_KEY,
)
Index("ix_redirects_new_key", redirects.c.new_key)

edits = Table(
    "edits",
    metadata,
    row_id(),
    public_key("Public key, ed_..."),
    text("target_key", "Key of the event, article or story that was changed", required=True),
    text("field", "What was changed", required=True),
    text("machine_value", "What the program had found; NULL for nothing"),
    text("human_value", "What a human set; NULL for nothing"),
    text("at", "When, UTC", required=True),
    text("by", "Who"),
    text("note", "Why"),
    flag("active", "0 after it was undone"),
    *yes_or_no("active"),
    comment="What people changed: an overlay, applied after every re-reading",
    **STRICT,
)
Index("ix_edits_target_key", edits.c.target_key)

runs = Table(
    "runs",
    metadata,
    row_id(),
    public_key("Public key, rn_..."),
    text("started_at", "When, UTC"),
    text("finished_at", "When, UTC; NULL for a run that was cut off"),
    text("version", "Version of the program", required=True),
    text("inputs", "JSON list of what was asked for"),
    *(number(f"{outcome}_count", f"Items that were {outcome}") for outcome in OUTCOMES),
    comment="Ingests",
    **STRICT,
)

run_items = Table(
    "run_items",
    metadata,
    reference("run_id", "runs.id", "The run", primary=True, on_delete="CASCADE"),
    number("position", "Order within the run, from 0", primary=True),
    text("path", "File, address or record"),
    text("outcome", "One of " + " ".join(OUTCOMES), required=True),
    text("reason", "Why it failed, or what it is a copy of"),
    text("article_key", "The article; NULL when it failed"),
    number("event_count", "Mentions that were found in it"),
    one_of("outcome", OUTCOMES),
    comment="What became of each article of a run",
    **STRICT_BY_KEY,
)
