"""Stories and edits to rows and back; the promises are those of ``mapping``."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from timeline.storage.mapping import FINGERPRINT_BYTES, AnyRow, Values
from timeline.values.events import Edit
from timeline.values.stories import Story


def story_values(
    story_id: int, story: Story, *, revision: int, fingerprint: str, first_seen_at: str | None, at: str | None
) -> Values:
    """The row of a story."""
    return (
        story_id,
        story.key,
        story.slug,
        story.title,
        story.status,
        story.language,
        story.first_day,
        story.last_day,
        story.source_count,
        len(story.article_keys),
        len(story.event_keys),
        revision,
        fingerprint,
        first_seen_at,
        at,
    )


def story_fingerprint(story: Story) -> str:
    """A digest of all that a reader sees of a story: when it changes, the story has another revision."""
    seen = (
        (story.title, story.slug, story.status, story.language, story.first_day, story.last_day, story.source_count),
        (story.article_keys, sorted(story.event_keys)),
    )
    return blake2b(repr(seen).encode(), digest_size=FINGERPRINT_BYTES).hexdigest()


def story_back(row: AnyRow, *, article_keys: Sequence[str], event_keys: Sequence[str], aliases: Sequence[str]) -> Story:
    """The story of a row; ``status`` as stored, since ``dormant`` depends on the day of asking."""
    return Story(
        key=row.key,
        slug=row.slug,
        title=row.title,
        status=row.status,
        article_keys=tuple(article_keys),
        event_keys=tuple(event_keys),
        first_day=row.first_day,
        last_day=row.last_day,
        language=row.language,
        first_seen_at=row.first_seen_at,
        updated_at=row.updated_at,
        source_count=row.source_count,
        aliases=tuple(aliases),
        revision=row.revision,
    )


def edit_values(edit_id: int, edit: Edit) -> Values:
    """The row of an edit."""
    return (
        edit_id,
        edit.key,
        edit.target_key,
        edit.field,
        edit.machine_value,
        edit.human_value,
        edit.at,
        edit.by,
        edit.note,
        int(edit.active),
    )


def edit_back(row: AnyRow) -> Edit:
    """The edit of a row."""
    return Edit(
        key=row.key,
        target_key=row.target_key,
        field=row.field,
        machine_value=row.machine_value,
        human_value=row.human_value,
        at=row.at,
        by=row.by,
        note=row.note,
        active=bool(row.active),
    )
