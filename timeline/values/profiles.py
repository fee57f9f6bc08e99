"""What an archive tells of an actor over all its articles: counts, names, titles with the words that give them.

Who an actor is stands in ``values.actors``; when two titles contradict each other is decided in
``timeline.actors.titles``.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.values.actors import Actor
from timeline.values.events import Edit
from timeline.values.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What one article calls an actor, and where: its name there, other names, titles, and all spans."""

    article_key: str
    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorOverview:
    """An actor with the counts of what it takes part in, over the archive or within one story.

    ``first_day`` and ``last_day`` are ISO days of its dated events, None when it has none.
    """

    actor: Actor
    event_count: int
    article_count: int
    first_day: str | None = None
    last_day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A name that articles give an actor, and how many do."""

    name: str
    article_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleUse:
    """A title that one article gives an actor, with the words that do: ``text[start:end] == quote``.

    ``published`` is the ISO day of the article, ``source`` its outlet; None where it is not known.
    """

    title: str
    article_key: str
    start: int
    end: int
    quote: str
    published: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleConflict:
    """Two titles that nobody holds at the same time, both given to one actor: neither is dropped."""

    titles: tuple[str, str]
    article_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorProfile:
    """All that the archive knows of one actor.

    ``names`` come with the most used first, ``titles`` by day; ``edits`` are those of people, undone ones left out.
    ``perhaps_same`` are actors of the same stories whose name is part of this one's, or has it as a part: whether they
    are one is for people to say.
    """

    overview: ActorOverview
    names: tuple[NameUse, ...]
    titles: tuple[TitleUse, ...]
    conflicts: tuple[TitleConflict, ...]
    edits: tuple[Edit, ...]
    perhaps_same: tuple[Actor, ...] = ()
