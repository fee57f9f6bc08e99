"""Who takes part and where: actors, their mentions, participants with a role, places and counts.

How names are found and joined is decided in ``timeline.actors``; which role they play in an event in
``timeline.events``.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.values.slots import builder, quick
from timeline.values.text import Span

ACTOR_KINDS = ("person", "organisation", "group", "country", "role", "unnamed")
ACTOR_ROLES = ("agent", "speaker", "party")
RECIPIENT_ROLES = ("recipient", "patient", "theme", "counterpart")
_PARTICIPANT_ROLES = frozenset((*ACTOR_ROLES, *RECIPIENT_ROLES))
PLACE_ROLES = ("venue", "destination", "origin", "about")
#: What a place is, from the most exact on; ``world`` lies in no one country, ``place`` is a name that no table knows.
PLACE_KINDS = ("site", "town", "city", "region", "country", "world", "place")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """One naming of an actor in the text.

    Attributes:
        start, end, text: The words of the name, group, role or pronoun with its title ("the Mayor of Harlow Jane
            Firth").
        head_start, head_end: The name inside it without title or apposition ("Jane Firth"); equal to start, end without
            one.
        sentence: Index of the sentence.
        key: ``john-kirby``: equal for all mentions of one actor; for a pronoun that of whom it stands for; None when
            unresolved.
        name: Canonical name within the article ("John Kirby" for "he").
        kind: One of ``ACTOR_KINDS``.
        form: ``name``, ``group``, ``role``, ``country``, ``unnamed`` or ``pronoun``.
        country: ISO 3166-1 alpha-2 where known.
        code: CAMEO actor code where known: ``ISRGOV``.
        title: Title or role words as they stand ("National Security Spokesperson").
        affiliation: The organisation or country a title or apposition names.
        plural: Whether it stands for more than one.
        outlet: Whether it is a news outlet (never an agent of the news it reports).
    """

    start: int
    end: int
    text: str
    sentence: int
    key: str | None
    name: str
    kind: str
    form: str = "name"
    head_start: int = -1
    head_end: int = -1
    country: str | None = None
    code: str | None = None
    title: str | None = None
    affiliation: str | None = None
    plural: bool = False
    outlet: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(start=self.start, end=self.end)


build_actor_mention = builder(ActorMention)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor of an article or of the archive, with all the places where it is named.

    ``titles`` are the title words as reported, in order of appearance; two that contradict are a conflict and both
    stay. ``same_as`` holds addresses of the same actor elsewhere (for example Wikidata).
    """

    key: str
    name: str
    kind: str
    country: str | None = None
    code: str | None = None
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    same_as: tuple[str, ...] = ()


build_actor = builder(Actor)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """One naming of a place in the text, before it has a role in an event."""

    start: int
    end: int
    text: str
    sentence: int
    name: str
    country: str | None = None
    kind: str = "place"
    latitude: float | None = None
    longitude: float | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(start=self.start, end=self.end)


build_place_mention = builder(PlaceMention)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor in a role of one event: the words at the place, and who that is.

    ``role`` is one of ``ACTOR_ROLES`` or ``RECIPIENT_ROLES``. A theme ("the hostages", "a bill") has ``key`` None when
    it is no actor.
    """

    start: int
    end: int
    text: str
    name: str
    role: str
    kind: str | None = None
    key: str | None = None
    country: str | None = None
    code: str | None = None

    def __post_init__(self) -> None:
        if self.role not in _PARTICIPANT_ROLES:
            raise ValueError(f"unknown role {self.role!r}; one of {', '.join((*ACTOR_ROLES, *RECIPIENT_ROLES))}")

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(start=self.start, end=self.end)


build_participant = builder(Participant)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """A place in a role of one event; ``role`` is one of ``PLACE_ROLES``, ``kind`` one of ``PLACE_KINDS``.

    The position of a region is the middle of its towns, so ``kind`` says how much it tells; a country has none.
    """

    start: int
    end: int
    text: str
    name: str
    role: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    kind: str = "place"


build_event_place = builder(EventPlace)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number that belongs to an event: "killing at least 12 people" is kind ``dead``, minimum 12, maximum None.

    ``kind``: ``dead injured missing arrested size displaced``; ``size`` is that of a crowd or force.
    """

    kind: str
    minimum: int | None
    maximum: int | None
    start: int
    end: int
    text: str
    approximate: bool = False


build_count = builder(Count)
