"""The records of the event lexicon: one per row of its tables, and what is made of them.

The row classes are the only list of permitted keys; they are filled by ``load``. ``Entry``, ``Phrase``, ``Word`` and
``Governor`` are what ``event_compiler`` makes of the rows and what the stages look up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.lexicons.event_kinds import KINDS

_EFFECTS = ("planned", "called_for", "possible", "denied", "reported", "happened")
_READINGS = ("verb", "noun", "both")
_REACHED = ("noun", "infinitive", "gerund", "clause", "from", "modifier", "predicate")
_ASKED_FOR = ("with",)  # reached by rows that name it alone
_GATES = ("", "past", "active", "in", "passive", "be")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One type of the vocabulary: what it means, its modes, its export, sentences that are it and that are not."""

    name: str
    definition: str
    label: str
    quad: str
    modes: tuple[str, ...] = ()
    cameo: str | None = None
    plover: str | None = None
    reciprocal: bool = False
    reciprocal_modes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    mode_cameo: Mapping[str, str] = field(default_factory=dict)
    mode_plover: Mapping[str, str] = field(default_factory=dict)
    lemma_cameo: Mapping[str, str] = field(default_factory=dict)
    lemma_plover: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerRow:
    """Words that name events of one type and mode, and what must stand around them.

    ``reading`` is ``verb``, ``noun`` or ``both``. Each of ``subject``, ``object``, ``near`` and ``without`` holds
    words or names of word classes ("@court"); an entry with more conditions is tried before one with fewer. In a
    phrase "_" stands for up to four words.
    """

    label: str
    reading: str
    words: tuple[str, ...]
    mode: str | None = None
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.reading not in _READINGS:
            raise ValueError(f"unknown reading {self.reading!r}; one of {', '.join(_READINGS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LookalikeRow:
    """Words that name no event where these conditions hold ("shot a film"); of ``types`` only, when some are given."""

    reading: str
    words: tuple[str, ...]
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    types: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.reading not in _READINGS:
            raise ValueError(f"unknown reading {self.reading!r}; one of {', '.join(_READINGS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedRow:
    """What a number beside an event counts, by the event's words and by its type and mode ("DEATH:killed")."""

    kind: str
    types: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWords:
    """A list of words under a name."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """Closed-class words of one kind."""

    kind: str
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind {self.kind!r}; one of {', '.join(KINDS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericRow:
    """Words without a type: ``verb`` and ``noun`` name events, a ``phrase`` fences its words.

    A ``thing`` is no event where the same form is a verb ("the doctors"); an ``object`` is none by itself, though it
    may name one where a trigger table says so ("silver" is a medal in sport).
    """

    reading: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FenceRow:
    """A multiword name in which no word names an event ("war cabinet")."""

    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernorRow:
    """Words that stand above an event and the factuality they give it.

    Attributes:
        reaches: What they govern: ``noun infinitive gerund clause from modifier predicate``, and ``with`` (a noun
            behind it: "charged with fraud").
        definite: Whether the effect reaches what "the" points to.
        objects: The only nouns that they say it of; any when empty.
        holds: The event is a fact whatever is said of the word itself ("does not regret").
        gate: "past": in the past the event is a fact ("was able to"); "active": so it is behind an active past verb
            ("allowed them to"); "in": it governs behind "in" alone ("in the event of"); "passive":
            only in the passive ("is said to"); "be": behind a form of "be" alone ("it is time to").
        examples, rejects: Sentences in which the word in brackets has the effect, or has not.
    """

    name: str
    effect: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    reaches: tuple[str, ...] = _REACHED
    definite: bool = True
    objects: tuple[str, ...] = ()
    holds: bool = False
    gate: str = ""
    examples: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.effect not in _EFFECTS:
            raise ValueError(f"unknown effect {self.effect!r}; one of {', '.join(_EFFECTS)}")
        unknown = [kind for kind in self.reaches if kind not in _REACHED + _ASKED_FOR]
        if unknown:
            raise ValueError(f"unknown complement {unknown[0]!r}; one of {', '.join(_REACHED + _ASKED_FOR)}")
        if self.gate not in _GATES:
            raise ValueError(f"unknown gate {self.gate!r}; one of {', '.join(_GATES)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeRow:
    """The closed sets that rules of factuality test; what each is for stands beside its words in the file."""

    will: tuple[str, ...]
    may: tuple[str, ...]
    must: tuple[str, ...]
    can: tuple[str, ...]
    would: tuple[str, ...]
    definite: tuple[str, ...]
    gathering: tuple[str, ...]
    spoken: tuple[str, ...]
    ranked: tuple[str, ...]
    results: tuple[str, ...]
    hearsay: tuple[str, ...]
    convening: tuple[str, ...]
    lacking: tuple[str, ...]
    failed: tuple[str, ...]
    later: tuple[str, ...]
    carried: tuple[str, ...]
    headline: tuple[str, ...]
    occurring: tuple[str, ...]
    performative: tuple[str, ...]
    undoubted: tuple[str, ...]
    focus: tuple[str, ...]
    measured: tuple[str, ...]
    causing: tuple[str, ...]
    compound: tuple[str, ...]
    awaited: tuple[str, ...]
    provisos: tuple[str, ...]
    accompanying: tuple[str, ...]
    undated: tuple[str, ...]
    expecting: tuple[str, ...]
    copulas: tuple[str, ...]
    wishing: tuple[str, ...]
    entailing: tuple[str, ...]
    failing: tuple[str, ...]
    stopping: tuple[str, ...]
    unreal: tuple[str, ...]
    answering: tuple[str, ...]
    resulting: tuple[str, ...]
    tendered: tuple[str, ...]
    utmost: tuple[str, ...]
    ending: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedRow:
    """The closed sets that reading, coding and the main event test; what each is for stands beside it in the file."""

    carrying: tuple[str, ...]
    concluding: tuple[str, ...]
    circumstance: tuple[str, ...]
    means: tuple[str, ...]
    will: tuple[str, ...]
    cut: tuple[str, ...]
    crowd: tuple[str, ...]
    plural: tuple[str, ...]
    single: tuple[str, ...]
    union: tuple[str, ...]
    attributive: tuple[str, ...]
    intransitive: tuple[str, ...]
    always: tuple[str, ...]
    as_preposition: tuple[str, ...]
    to_noun: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRow:
    """Verbs that say in which phase an event is."""

    begun: tuple[str, ...]
    ongoing: tuple[str, ...]
    completed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LightRow:
    """Verbs that carry a nominal event ("made a statement")."""

    verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One meaning of a lemma: type, mode, label, and the words that must (not) stand around it.

    A look-alike has no type: where it fits, the lemma names no event, or none of the types that it ``bars``. A
    ``topical`` entry's ``near`` is one word class, a field: there the article may speak of it as well as the sentence.
    """

    type: str
    mode: str | None
    label: str
    rule: str
    subject: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    bars: frozenset[str] = frozenset()
    topical: bool = False

    @property
    def weight(self) -> int:
        """How many conditions it has; what must not be there speaks for no meaning."""
        return bool(self.subject) + bool(self.object) + bool(self.near)


@dataclass(slots=True)
class Phrase:
    """A phrase after its first word: the rest, its lemma and entries; ``reading`` by its head.

    ``forms`` are those of a verb with a prefix ("re-elected"), whose last word is inflected; else 0.
    """

    rest: tuple[str, ...]
    lemma: str
    reading: str
    entries: tuple[Entry, ...]
    forms: int = 0


class Phrases(dict[str, list[Phrase]]):
    """The phrases that begin with one word, by their second; those with a gap there have "_".

    Attributes:
        gaps: The words behind the gap of those: one of them must stand near.
    """

    __slots__ = ("gaps",)

    def __init__(self, phrases: Mapping[str, list[Phrase]] | None = None) -> None:
        super().__init__(phrases or {})
        self.gaps: frozenset[str] = frozenset()


@dataclass(slots=True)
class Word:
    """All that a form may be: a verb form, a noun (``thing``: one that is no event), the first word of phrases."""

    verb: str = ""
    forms: int = 0
    noun: str = ""
    plural: bool = False
    thing: bool = False
    verb_entries: tuple[Entry, ...] = ()
    noun_entries: tuple[Entry, ...] = ()
    verb_phrases: Phrases | None = None
    noun_phrases: Phrases | None = None


@dataclass(slots=True)
class Governor:
    """A form of a word that stands above events: ``part`` is ``verb``, ``noun`` or ``word``; else as in its row."""

    effect: str
    lemma: str
    part: str
    name: str
    reaches: frozenset[str]
    definite: bool
    objects: frozenset[str]
    holds: bool
    gate: str


@dataclass(slots=True)
class ScopeWords:
    """The sets of a ``ScopeRow`` as frozen sets."""

    will: frozenset[str]
    may: frozenset[str]
    must: frozenset[str]
    can: frozenset[str]
    would: frozenset[str]
    definite: frozenset[str]
    gathering: frozenset[str]
    spoken: frozenset[str]
    ranked: frozenset[str]
    results: frozenset[str]
    hearsay: frozenset[str]
    convening: frozenset[str]
    lacking: frozenset[str]
    failed: frozenset[str]
    later: frozenset[str]
    carried: frozenset[str]
    headline: frozenset[str]
    occurring: frozenset[str]
    performative: frozenset[str]
    undoubted: frozenset[str]
    focus: frozenset[str]
    measured: frozenset[str]
    causing: frozenset[str]
    compound: frozenset[str]
    awaited: frozenset[str]
    provisos: frozenset[str]
    accompanying: frozenset[str]
    undated: frozenset[str]
    expecting: frozenset[str]
    copulas: frozenset[str]
    wishing: frozenset[str]
    entailing: frozenset[str]
    failing: frozenset[str]
    stopping: frozenset[str]
    unreal: frozenset[str]
    answering: frozenset[str]
    resulting: frozenset[str]
    tendered: frozenset[str]
    utmost: frozenset[str]
    ending: frozenset[str]


@dataclass(slots=True)
class ClosedWords:
    """The sets of a ``ClosedRow`` as frozen sets."""

    carrying: frozenset[str]
    concluding: frozenset[str]
    circumstance: frozenset[str]
    means: frozenset[str]
    will: frozenset[str]
    cut: frozenset[str]
    crowd: frozenset[str]
    plural: frozenset[str]
    single: frozenset[str]
    union: frozenset[str]
    attributive: frozenset[str]
    intransitive: frozenset[str]
    always: frozenset[str]
    as_preposition: frozenset[str]
    to_noun: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLexicon:
    """Everything the event stages look up.

    Attributes:
        types: The vocabulary, in its order.
        aliases: Everyday words to codes: "march" to ``("PROTEST:demo",)``.
        words: Word form to what it may be.
        kinds: Word form to bits (``DETERMINER`` ...); one look-up a token.
        fences: First word to second word ("" for a name of one word) to the rests of fenced names.
        governors: Word form to its readings as governor.
        adverbs: Governing adverb to its effect: "reportedly", "perhaps".
        scope: The closed sets that rules of factuality test.
        closed: Those that reading, coding and the main event test.
        phases: Verb form to ``begun ongoing completed``.
        light: Forms of light verbs to their lemma, first word of multiword ones included.
        context_names: Word to the contexts that it speaks for.
        classes: Word classes by name.
        counted: Lemma, type or "TYPE:mode" to what a number beside it counts ("dead").
    """

    types: Mapping[str, EventType]
    aliases: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Word]
    kinds: Mapping[str, int]
    fences: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
    governors: Mapping[str, tuple[Governor, ...]]
    adverbs: Mapping[str, str]
    scope: ScopeWords
    closed: ClosedWords
    phases: Mapping[str, str]
    light: Mapping[str, str]
    context_names: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, frozenset[str]]
    counted: Mapping[str, str]

    def codes(self, word: str) -> tuple[tuple[str, str | None], ...]:
        """The (type, mode) pairs that an everyday word, a mode or a type name stands for.

        >>> lexicon.codes("march")
        (('PROTEST', 'demo'),)
        >>> lexicon.codes("PROTEST")
        (('PROTEST', None),)
        """
        if word.upper() in self.types:
            return ((word.upper(), None),)
        low = word.lower()
        if low in self.aliases:
            return tuple(_code(code) for code in self.aliases[low])
        return tuple((name, low) for name, kind in self.types.items() if low in kind.modes)


def _code(code: str) -> tuple[str, str | None]:
    name, _, mode = code.partition(":")
    return name, mode or None
