"""What a run of the ingest comes to: one item for each article, counts, and what is new.

Not decided here: what becomes of an article (``timeline.ingest``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.assembly import Assembled
from timeline.errors import Problem
from timeline.values.article import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestItem:
    """What became of one article or file.

    Attributes:
        path: File, address or record.
        outcome: ``new unchanged updated duplicate failed``.
        reason: Why it failed, or what it is a copy of.
        article_key: None when it failed.
        mentions: How many mentions were found.
    """

    path: str | None
    outcome: str
    reason: str | None = None
    article_key: str | None = None
    mentions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What a run came to.

    Attributes:
        new, unchanged, updated, duplicates, failed: Articles by what became of them; a wire copy is kept and counts
        as duplicate. items: One for each article or file, in order.
        failures: What could not be read.
        problems: What a person should know of the rest.
        events, undated: Events that are new, and how many of them have no date.
        stories: Stories that are new or changed.
        story_slugs: Those stories, the largest first.
    """

    new: int = 0
    unchanged: int = 0
    updated: int = 0
    duplicates: int = 0
    failed: int = 0
    items: tuple[IngestItem, ...] = ()
    failures: tuple[Failure, ...] = ()
    problems: tuple[Problem, ...] = ()
    events: int = 0
    undated: int = 0
    stories: int = 0
    story_slugs: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a run has added so far. Its sets are never changed, only replaced, so that a copy of it can be gone back
    to."""

    events: frozenset[str] = frozenset()
    undated: frozenset[str] = frozenset()
    stories: Mapping[str, int] = field(default_factory=dict)
    items_written: int = 0

    def add(self, assembled: Assembled) -> None:
        """Count what one transaction added."""
        undated = {event.key for event in assembled.events if event.key in assembled.new and event.date is None}
        stories = {**self.stories, **(assembled.stories or {})}
        self.events = (self.events | assembled.new) - assembled.gone
        self.undated = (self.undated - assembled.gone) | undated
        self.stories = {slug: size for slug, size in stories.items() if slug not in assembled.removed}
