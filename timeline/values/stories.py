"""Stories and their timelines: what belongs together, and in which order it is told."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.values.actors import Actor
from timeline.values.article import Article
from timeline.values.events import Event

STORY_STATUSES = ("ongoing", "dormant", "closed", "merged")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An ongoing story: articles and events that belong together.

    Attributes:
        key: ``st_`` and a digest of its first article; never changes while the story lives. ``slug`` is for people.
        first_day, last_day: ISO days of its dated events, None when it has none.
        aliases: Keys and slugs that once named it or a story merged into it.
    """

    key: str
    slug: str
    title: str
    status: str
    article_keys: tuple[str, ...]
    event_keys: tuple[str, ...]
    first_day: str | None = None
    last_day: str | None = None
    language: str | None = None
    first_seen_at: str | None = None
    updated_at: str | None = None
    source_count: int = 0
    aliases: tuple[str, ...] = ()
    revision: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a timeline: an event and the articles that report it; ``outcome`` only for plans."""

    event: Event
    articles: tuple[Article, ...]
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A story's entries in order of time, and the undated ones after them.

    ``entries`` are ordered by ``EventDate.sort_key``, what was on a day before what was up to it, and then as in the
    text; ``undated`` by publication and place in the text.
    ``story`` is None for events in no story, and in the timeline of an actor, whose ``actor`` says whose it is.
    ``omitted`` counts what a filter or a format left out, by reason.
    """

    story: Story | None
    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    actors: tuple[Actor, ...]
    articles: tuple[Article, ...]
    omitted: tuple[tuple[str, int], ...] = ()
    actor: Actor | None = None
