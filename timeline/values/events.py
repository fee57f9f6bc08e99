"""What happened and who says so: mentions in one article, events across articles, quotations and the result of parsing.

A mention is one report in one article; an event is what happened in the world, resting on one or more mentions.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.errors import Problem
from timeline.values.actors import Actor, Count, EventPlace, Participant
from timeline.values.article import Published
from timeline.values.dates import EventDate, TimeExpression
from timeline.values.slots import builder, quick
from timeline.values.text import Span

EVENT_TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "STATEMENT",
    "VOTE",
    "RULING",
    "LEGISLATE",
    "PERSONNEL",
    "DEATH",
    "INJURY",
    "DISASTER",
    "CRIME",
    "BUSINESS",
    "LAUNCH",
    "MARKET",
    "SPORT",
    "MOVE",
    "CEREMONY",
    "DISCOVERY",
    "OTHER",
)
_TYPES = frozenset(EVENT_TYPES)
FACTUALITIES = ("happened", "planned", "called_for", "possible", "denied", "reported")
POLARITIES = ("positive", "negative")
ASPECTS = ("prospective", "begun", "ongoing", "completed")
SALIENCES = ("core", "secondary", "background")
QUOTE_KINDS = ("direct", "mixed", "indirect")
STATUSES = (
    "happened",
    "ongoing",
    "planned",
    "called_for",
    "possible",
    "reported",
    "denied",
    "disputed",
    "cancelled",
    "postponed",
    "unconfirmed",
)
LINK_KINDS = ("same_as", "part_of", "about", "before", "after", "outcome_of", "contradicts")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """On whose word a mention rests; ``source`` None is the article's own voice.

    Attributes:
        source: Who says so, with role ``speaker``; ``kind`` ``unnamed`` for "sources".
        cue: The words that attribute ("said", "according to").
        outlet: Another outlet that the article takes it from ("told Asharq Al-Awsat").
        chain: Sources of the source, outermost last.
    """

    source: Participant | None = None
    cue: Span | None = None
    outlet: Participant | None = None
    chain: tuple[Participant, ...] = ()


build_attribution = builder(Attribution)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One attribution in the text: content, source and cue, as spans; kind ``direct``, ``mixed`` or ``indirect``.

    ``content_spans`` of a direct quote include its quotation marks; ``speaker`` is the resolved name, None when nobody
    is named.
    """

    kind: str
    content_spans: tuple[Span, ...]
    source_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    speaker: str | None = None
    speaker_key: str | None = None


build_quotation = builder(Quotation)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class DateLink:
    """Why a mention has the date it has: kept so that dating can be done again when a publication day arrives.

    Attributes:
        timex: Index of the expression that dates it; None when none does.
        rule: How it was chosen: ``clause attribute sentence entry occasion told running again counted tense none``
            ("counted back" when the length leads backwards).
        bound: Bound of the date that follows: one of ``dates.BOUNDS``.
        deadline: Index of the expression that is its deadline.
        duration: Index of the expression that is its duration; of what is counted, the length from ``timex`` to it.
    """

    timex: int | None = None
    rule: str = "none"
    bound: str = "on"
    deadline: int | None = None
    duration: int | None = None


build_date_link = builder(DateLink)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One report of an event in one article. Fields as in DESIGN's vocabulary; offsets into the article's text.

    Attributes:
        key: ``mn_...`` within the archive; empty until the article has a key.
        start, end, text, lemma: The trigger.
        group: Number of the event within the article: mentions of one event share it.
        evidence: Spans that support it; the sentence at least.
        rule: Name of the lexicon entry and the rule that coded it, for ``explain``.
        factuality_cue: The words that made it other than ``happened``.
    """

    start: int
    end: int
    text: str
    lemma: str
    sentence: int
    type: str
    mode: str | None
    label: str
    evidence: tuple[Span, ...]
    key: str = ""
    factuality: str = "happened"
    polarity: str = "positive"
    aspect: str = "completed"
    salience: str = "secondary"
    date_link: DateLink = DateLink()
    date: EventDate | None = None
    deadline: EventDate | None = None
    duration: str | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    about: tuple[Span, ...] = ()
    places: tuple[EventPlace, ...] = ()
    counts: tuple[Count, ...] = ()
    attribution: Attribution = Attribution()
    contexts: tuple[str, ...] = ()
    title: str = ""
    group: int = -1
    rule: str = ""
    factuality_cue: Span | None = None

    def __post_init__(self) -> None:
        if (
            self.type not in _TYPES
            or self.factuality not in FACTUALITIES
            or self.polarity not in POLARITIES
            or self.aspect not in ASPECTS
            or self.salience not in SALIENCES
        ):
            raise ValueError(self._fault())
        if not self.evidence:
            raise ValueError("a mention needs at least one evidence span")

    def _fault(self) -> str:
        """Which field has a value that it cannot have."""
        for name, value, allowed in (
            ("type", self.type, EVENT_TYPES),
            ("factuality", self.factuality, FACTUALITIES),
            ("polarity", self.polarity, POLARITIES),
            ("aspect", self.aspect, ASPECTS),
            ("salience", self.salience, SALIENCES),
        ):
            if value not in allowed:
                return f"unknown {name} {value!r}; one of {', '.join(allowed)}"
        return ""

    @property
    def span(self) -> Span:
        """Where the trigger stands."""
        return Span(start=self.start, end=self.end)


build_mention = builder(Mention)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictValue:
    """One of the competing values, the articles that give it, and whether the event shows it."""

    value: str
    article_keys: tuple[str, ...]
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field on which sources differ; shown side by side and never averaged."""

    field: str
    values: tuple[ConflictValue, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What a human changed: an overlay that is applied after every re-reading, and can be undone."""

    key: str
    target_key: str
    field: str
    machine_value: str | None
    human_value: str | None
    at: str
    by: str | None = None
    note: str | None = None
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """A relation to another event; ``kind`` is one of ``LINK_KINDS``."""

    kind: str
    event_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened in the world, by all that is reported of it.

    Attributes:
        key: ``ev_...``, that of its earliest mention; ``aliases`` are keys it was merged with.
        status: One of ``STATUSES``; what depends on today (``unconfirmed``) is computed when asked.
        mentions: In order of publication and then text; at least one.
        article_keys: The article of each mention, in the same order.
        source_count: Independent sources; wire copies count once.
        revision: Grows by one with each change that a reader would see.
    """

    key: str
    title: str
    type: str
    mode: str | None
    label: str
    status: str
    factuality: str
    polarity: str
    aspect: str
    salience: str
    mentions: tuple[Mention, ...]
    article_keys: tuple[str, ...]
    date: EventDate | None = None
    deadline: EventDate | None = None
    duration: str | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    places: tuple[EventPlace, ...] = ()
    counts: tuple[Count, ...] = ()
    contexts: tuple[str, ...] = ()
    source_count: int = 1
    conflicts: tuple[Conflict, ...] = ()
    edits: tuple[Edit, ...] = ()
    links: tuple[EventLink, ...] = ()
    aliases: tuple[str, ...] = ()
    revision: int = 1

    def __post_init__(self) -> None:
        if not self.mentions or len(self.mentions) != len(self.article_keys):
            raise ValueError("an event needs at least one mention, and an article key for each")
        if self.status not in STATUSES:
            raise ValueError(f"unknown status {self.status!r}; one of {', '.join(STATUSES)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that parsing finds in one text.

    ``main`` is the index of the mention that one line about the text would tell, or None.
    """

    text: str
    published: Published
    sentences: tuple[Span, ...]
    timexes: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    actors: tuple[Actor, ...]
    main: int | None = None
    problems: tuple[Problem, ...] = ()
