"""What the stages of events look up: types, word forms with what they may name, phrases, governors.

They are made by ``event_compiler`` of the rows of ``event_rows``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.lexicons.event_word_sets import ClosedWords, ScopeWords
from timeline.lexicons.kind_codes import KindCodes


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
    label_cameo: Mapping[str, str] = field(default_factory=dict)
    lemma_plover: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One meaning of a lemma: type, mode, label, and the words that must (not) stand around it.

    A look-alike has no type: where it fits, the lemma names no event, or none of the types that it ``bars``. A
    ``topical`` entry's ``near`` is one word class, a field: there the article may speak of it as well as the sentence.
    ``beside`` are the words of which one must stand right before the lemma and right behind it; None asks for none.
    """

    type: str
    mode: str | None
    label: str
    rule: str
    subject: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    beside: tuple[frozenset[str], frozenset[str]] | None = None
    bars: frozenset[str] = frozenset()
    topical: bool = False

    @property
    def weight(self) -> int:
        """How many conditions it has; what must not be there speaks for no meaning."""
        beside = 0 if self.beside is None else sum(map(bool, self.beside))
        return bool(self.subject) + bool(self.object) + bool(self.near) + beside


#: What stands in word classes beside words: any person, and what is found by more than one word ("#score").
ANYBODY, FOUND = "him", "#"


def _gate(entries: Iterable[Entry]) -> frozenset[str] | None:
    """Words of which one must stand in the sentence for any of the entries to fit; None where one may without."""
    gate: set[str] = set()
    for entry in entries:
        if entry.type:
            needed = [entry.object, entry.subject, frozenset() if entry.topical else entry.near]
            plain = [words for words in needed if words and ANYBODY not in words and not any(map(_is_found, words))]
            if not plain:
                return None
            gate |= min(plain, key=len)
    return frozenset(gate)


def _is_found(word: str) -> bool:
    return word.startswith(FOUND)


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
    _gate: frozenset[str] | None = frozenset((FOUND,))  # not asked for yet

    def may_name(self, present: frozenset[str]) -> bool:
        """Whether an entry may fit by itself in a sentence of these words: an entry that needs one finds it there.

        "raised" is no event in "The child was raised abroad", whatever stands where: no price, no siege, no demand.
        """
        gate = self._gate
        if gate is not None and FOUND in gate:
            gate = self._gate = _gate((*self.verb_entries, *self.noun_entries))
        return gate is None or not gate.isdisjoint(present)


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
    kind_codes: KindCodes
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
