"""What is known about events: types, the words that name them, and the words that plan, demand, doubt or deny them.

What goes out: one ``EventLexicon``, compiled from ``en/event_types.toml``, ``en/triggers/*.csv`` and the tables beside them.
Inflected forms are made here, at load. A folder of the user's own extends or overrides ours: its ``triggers/TYPE.csv``
comes before ours for the lemmas it names, its ``fences.csv`` adds fences. Not decided here: which reading a word has in a
sentence (``timeline.events.triggers``) and which of a lemma's entries fits (``timeline.events.coding``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, PROGRESSIVE, THIRD, Irregular, plural, verb_forms
from timeline.lexicons.load import load_csv, load_toml

# Kinds of closed-class words, as bits of one integer per word form.
DETERMINER = 1 << 0
POSSESSIVE = 1 << 1
PREPOSITION = 1 << 2
BE = 1 << 3
HAVE = 1 << 4
DO = 1 << 5
MODAL = 1 << 6
TO = 1 << 7
SUBJECT = 1 << 8
OBJECT = 1 << 9
PRONOUN = 1 << 10
RELATIVE = 1 << 11
COORDINATOR = 1 << 12
SUBORDINATOR = 1 << 13
CONDITION = 1 << 14
NEGATION = 1 << 15
NUMBER = 1 << 16
ADVERB = 1 << 17
ADJECTIVE = 1 << 18
STOP = 1 << 19
COMMA = 1 << 20
QUOTE = 1 << 21
GOVERNOR = 1 << 22
TRIGGER = 1 << 23
FENCE = 1 << 24
REPORTING = 1 << 25
TYPED = 1 << 26

_KINDS = {
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "preposition": PREPOSITION,
    "be": BE,
    "have": HAVE,
    "do": DO,
    "modal": MODAL,
    "to": TO,
    "subject": SUBJECT,
    "object": OBJECT,
    "pronoun": PRONOUN,
    "relative": RELATIVE,
    "coordinator": COORDINATOR,
    "subordinator": SUBORDINATOR,
    "condition": CONDITION,
    "negation": NEGATION,
    "number": NUMBER,
    "adverb": ADVERB,
    "adjective": ADJECTIVE,
}
_PUNCTUATION = (
    ((".", ";", ":", "!", "?", "–", "—", "--", "(", ")", "[", "]", "...", "…"), STOP),
    ((",",), COMMA),
    (('"', "“", "”", "„", "«", "»", "``", "''"), QUOTE),
)
_EFFECTS = ("planned", "called_for", "possible", "denied", "reported", "happened")
_READINGS = ("verb", "noun", "both")
_HYPHEN = re.compile(r"\s*-\s*")
_TRIGGER_FOLDER = "en/triggers"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One type of the vocabulary: what it means, its modes, and how it is exported."""

    name: str
    definition: str
    label: str
    quad: str
    modes: tuple[str, ...] = ()
    cameo: str | None = None
    plover: str | None = None
    reciprocal: bool = False
    reciprocal_modes: tuple[str, ...] = ()
    mode_cameo: Mapping[str, str] = field(default_factory=dict)
    mode_plover: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerRow:
    """Words that name events of one type and mode, and what must stand around them.

    ``reading`` is ``verb``, ``noun`` or ``both``. Each of ``subject``, ``object``, ``near`` and ``without`` holds words or
    names of word classes ("@court"); an entry with more conditions is tried before one with fewer. In a phrase "_" stands
    for up to four words.
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
        if self.kind not in _KINDS:
            raise ValueError(f"unknown kind {self.kind!r}; one of {', '.join(_KINDS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericRow:
    """Words without a type: ``verb`` and ``noun`` name events, a ``thing`` does not, a ``phrase`` fences its words."""

    reading: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FenceRow:
    """A multiword name in which no word names an event ("war cabinet")."""

    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernorRow:
    """Words that stand above an event and the factuality they give it."""

    name: str
    effect: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.effect not in _EFFECTS:
            raise ValueError(f"unknown effect {self.effect!r}; one of {', '.join(_EFFECTS)}")


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


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a lemma: type, mode, label, and the words that must (not) stand around it."""

    type: str
    mode: str | None
    label: str
    rule: str
    subject: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How many conditions it has."""
        return bool(self.subject) + bool(self.object) + bool(self.near) + bool(self.without)


@dataclass(slots=True)
class Phrase:
    """A phrase after its first word: the rest, its lemma and entries; ``reading`` by its head."""

    rest: tuple[str, ...]
    lemma: str
    reading: str
    entries: tuple[Entry, ...]


@dataclass(slots=True)
class Word:
    """All that one word form may be: a verb form, a noun (``thing``: one that is no event), the first word of phrases."""

    verb: str = ""
    forms: int = 0
    noun: str = ""
    plural: bool = False
    thing: bool = False
    verb_entries: tuple[Entry, ...] = ()
    noun_entries: tuple[Entry, ...] = ()
    verb_phrases: dict[str, list[Phrase]] | None = None
    noun_phrases: dict[str, list[Phrase]] | None = None


@dataclass(slots=True)
class Governor:
    """A form of a word that stands above events: ``part`` is ``verb``, ``noun`` or ``word``."""

    effect: str
    lemma: str
    part: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLexicon:
    """Everything the event stages look up.

    Attributes:
        types: The vocabulary, in its order.
        aliases: Everyday words to codes: "march" to ``("PROTEST:demo",)``.
        words: Word form to what it may be.
        kinds: Word form to bits (``DETERMINER`` ...); one look-up a token.
        fences: First word to the rests of fenced names.
        governors: Word form to its readings as governor.
        phases: Verb form to ``begun ongoing completed``.
        light: Forms of light verbs to their lemma, first word of multiword ones included.
        contexts: Context to its words.
        classes: Word classes by name.
    """

    types: Mapping[str, EventType]
    aliases: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Word]
    kinds: Mapping[str, int]
    fences: Mapping[str, tuple[tuple[str, ...], ...]]
    governors: Mapping[str, tuple[Governor, ...]]
    phases: Mapping[str, str]
    light: Mapping[str, str]
    contexts: Mapping[str, frozenset[str]]
    classes: Mapping[str, frozenset[str]]

    def codes(self, word: str) -> tuple[tuple[str, str | None], ...]:
        """The (type, mode) pairs that an everyday word, a mode or a type name stands for.

        >>> event_lexicon().codes("march")
        (('PROTEST', 'demo'),)
        >>> event_lexicon().codes("PROTEST")
        (('PROTEST', None),)
        """
        if word.upper() in self.types:
            return ((word.upper(), None),)
        low = word.lower()
        if low in self.aliases:
            return tuple(_code(code) for code in self.aliases[low])
        return tuple((name, low) for name, kind in self.types.items() if low in kind.modes)


@cache
def event_lexicon(folder: Path | None = None) -> EventLexicon:
    """The compiled lexicon, with the user's ``folder`` on top when one is given.

    Raises:
        LexiconError: A file is malformed, or names a type, mode or word class that does not exist.
    """
    types = {kind.name: kind for kind in load_toml("en/event_types.toml", {"type": EventType})["type"]}
    aliases = {row.name: row.words for row in load_csv("en/event_aliases.csv", NamedWords)}
    return _Compiler(types, folder).lexicon(aliases)


def _code(code: str) -> tuple[str, str | None]:
    name, _, mode = code.partition(":")
    return name, mode or None


def _tokens(phrase: str) -> tuple[str, ...]:
    """The phrase as tokens: hyphens and possessives are tokens of their own, as in a token table."""
    return tuple(_HYPHEN.sub(" - ", phrase.lower()).replace("'s", " 's").split())


class _Compiler:
    """Builds the look-up tables once; not kept."""

    def __init__(self, types: Mapping[str, EventType], folder: Path | None) -> None:
        self.types = types
        self.folder = folder
        rows = load_csv("en/irregular_verbs.csv", Irregular)
        self.irregular = {row.base: row for row in rows}
        self.words: dict[str, Word] = {}
        self.inflected: dict[str, tuple[tuple[str, int], ...]] = {}
        self.classes = {row.name: self._class(row.words) for row in load_csv("en/word_classes.csv", NamedWords)}
        self.kinds: dict[str, int] = {}

    def lexicon(self, aliases: dict[str, tuple[str, ...]]) -> EventLexicon:
        """The whole lexicon."""
        if self.folder is not None:
            self._own_triggers(self.folder)
        for name in self.types:
            if name != "OTHER":
                self._rows(name, load_csv(f"{_TRIGGER_FOLDER}/{name}.csv", TriggerRow), f"{name}.csv")
        self._order()
        self._generic()
        for row in load_csv("en/word_kinds.csv", KindRow):
            for word in row.words:
                self.kinds[word] = self.kinds.get(word, 0) | _KINDS[row.kind]
        for marks, kind in _PUNCTUATION:
            for mark in marks:
                self.kinds[mark] = kind
        factuality = load_toml("en/factuality.toml", {"governor": GovernorRow, "phase": PhaseRow, "light": LightRow})
        governors = self._governors(factuality["governor"])
        fences = self._fences()
        for forms, bit in ((self.words, TRIGGER), (governors, GOVERNOR), (fences, FENCE)):
            for form in forms:
                self.kinds[form] = self.kinds.get(form, 0) | bit
        for form, word in self.words.items():
            if word.verb_entries or word.noun_entries or word.noun_phrases or word.verb_phrases:
                self.kinds[form] |= TYPED
            if any(entry.type == "STATEMENT" and not entry.object for entry in word.verb_entries):
                self.kinds[form] |= REPORTING
        return EventLexicon(
            types=self.types,
            aliases=aliases,
            words=self.words,
            kinds=self.kinds,
            fences=fences,
            governors=governors,
            phases=self._phases(factuality["phase"][0]),
            light=self._light(factuality["light"][0]),
            contexts={row.name: frozenset(row.words) for row in load_csv("en/contexts.csv", NamedWords)},
            classes=self.classes,
        )

    def _own_triggers(self, folder: Path) -> None:
        place = folder / "triggers"
        for path in sorted(place.glob("*.csv")) if place.is_dir() else ():
            if path.stem not in self.types:
                raise LexiconError(f"unknown type {path.stem!r}; one of {', '.join(self.types)}", file=str(path))
            self._rows(path.stem, load_csv(f"triggers/{path.name}", TriggerRow, folder), str(path), own=True)

    def _rows(self, name: str, rows: Iterable[TriggerRow], file: str, *, own: bool = False) -> None:
        kind = self.types[name]
        for number, row in enumerate(rows, 2):
            if row.mode is not None and row.mode not in kind.modes:
                raise LexiconError(
                    f"unknown mode {row.mode!r} of {name}; one of {', '.join(kind.modes) or 'none'}",
                    file=file,
                    where=f"line {number}",
                )
            try:
                entry = Entry(
                    name,
                    row.mode,
                    row.label,
                    f"{'own ' if own else ''}{name}:{number}",
                    self._members(row.subject),
                    self._members(row.object),
                    self._members(row.near),
                    self._members(row.without),
                )
            except KeyError as error:
                raise LexiconError(f"unknown word class {error.args[0]!r}", file=file, where=f"line {number}") from None
            for text in row.words:
                words = _tokens(text)
                if len(words) == 1:
                    self._single(words[0], row.reading, entry)
                else:
                    self._phrase(words, row.reading, entry)

    def _members(self, names: tuple[str, ...]) -> frozenset[str]:
        found: set[str] = set()
        for name in names:
            found |= self.classes[name[1:]] if name[0] == "@" else {name}
        return frozenset(found)

    def _class(self, words: tuple[str, ...]) -> frozenset[str]:
        found: set[str] = set()
        for word in words:
            for part in (word,) if " " not in word else ():
                found.add(part)
                if part[-1] != "s":
                    found.add(plural(part))
        return frozenset(found)

    def _verb(self, base: str) -> tuple[tuple[str, int], ...]:
        forms = self.inflected.get(base)
        if forms is None:
            forms = self.inflected[base] = verb_forms(base, self.irregular)
        return forms

    def _word(self, form: str) -> Word:
        word = self.words.get(form)
        if word is None:
            word = self.words[form] = Word()
        return word

    def _mark_verb(self, form: str, base: str, bit: int) -> Word:
        word = self._word(form)
        if not word.verb or word.verb == base or (bit & (BASE | THIRD) and not word.forms & BASE):
            word.verb = base
        word.forms |= bit
        return word

    def _single(self, lemma: str, reading: str, entry: Entry) -> None:
        if reading != "noun":
            for form, bit in self._verb(lemma):
                self._mark_verb(form, lemma, bit).verb_entries += (entry,)
        if reading != "verb":
            for form, many in ((lemma, False), (plural(lemma), True)):
                word = self._word(form)
                word.noun = lemma
                word.plural |= many
                word.noun_entries += (entry,)

    def _phrase(self, words: tuple[str, ...], reading: str, entry: Entry) -> None:
        lemma = " ".join(words)
        if reading != "noun":
            phrase = Phrase(words[1:], lemma, "verb", (entry,))
            for form, bit in self._verb(words[0]):
                word = self._word(form)
                if not word.verb:
                    word.verb = words[0]
                word.forms |= bit
                if word.verb_phrases is None:
                    word.verb_phrases = {}
                self._add(word.verb_phrases, phrase)
        if reading != "verb":
            for rest in (words[1:], (*words[1:-1], plural(words[-1]))):
                word = self._word(words[0])
                if word.noun_phrases is None:
                    word.noun_phrases = {}
                self._add(word.noun_phrases, Phrase(rest, lemma, "noun", (entry,)))
            if len(words) > 2 and words[1] == "of":
                word = self._word(plural(words[0]))
                if word.noun_phrases is None:
                    word.noun_phrases = {}
                self._add(word.noun_phrases, Phrase(words[1:], lemma, "noun", (entry,)))

    @staticmethod
    def _add(phrases: dict[str, list[Phrase]], phrase: Phrase) -> None:
        known = phrases.setdefault(phrase.rest[0], [])
        for other in known:
            if other.rest == phrase.rest:
                if phrase.entries[0] not in other.entries:
                    other.entries += phrase.entries
                return
        known.append(phrase)

    def _order(self) -> None:
        """Entries with more conditions first, among equals those of a field ("near"); a user's own before all."""
        seen: dict[tuple[Entry, ...], tuple[Entry, ...]] = {}

        def ordered(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
            if len(entries) < 2:
                return entries
            known = seen.get(entries)
            if known is None:
                known = seen[entries] = tuple(
                    sorted(
                        dict.fromkeys(entries),
                        key=lambda entry: (not entry.rule.startswith("own"), -entry.weight, not entry.near),
                    )
                )
            return known

        done: set[int] = set()
        for word in self.words.values():
            word.verb_entries = ordered(word.verb_entries)
            word.noun_entries = ordered(word.noun_entries)
            for phrases in (word.verb_phrases, word.noun_phrases):
                for known in phrases.values() if phrases else ():
                    if id(known) not in done:
                        done.add(id(known))
                        known.sort(key=lambda phrase: -len(phrase.rest))
                        for phrase in known:
                            phrase.entries = ordered(phrase.entries)

    def _generic(self) -> None:
        for row in load_csv("en/generic_events.csv", GenericRow):
            for text in row.words:
                words = _tokens(text)
                if row.reading == "phrase":
                    self._fixed(words)
                elif row.reading == "thing":
                    self._thing(words[0])
                elif row.reading == "verb":
                    for form, bit in self._verb(words[0]):
                        self._mark_verb(form, words[0], bit)
                else:
                    for form, many in ((words[0], False), (plural(words[0]), True)):
                        word = self._word(form)
                        word.noun = word.noun or words[0]
                        word.plural |= many

    def _fixed(self, words: tuple[str, ...]) -> None:
        """A verb phrase that names no event of a type: it keeps its words from being read one by one."""
        phrase = Phrase(words[1:], " ".join(words), "verb", ())
        for form, bit in self._verb(words[0]):
            word = self._mark_verb(form, words[0], bit)
            if word.verb_phrases is None:
                word.verb_phrases = {}
            known = word.verb_phrases.setdefault(words[1], [])
            if all(other.rest != phrase.rest for other in known):
                known.append(phrase)

    def _thing(self, noun: str) -> None:
        """A noun that is no event, where the same form is a verb: "the doctors", "a list"."""
        for form, many in ((noun, False), (plural(noun), True)):
            word = self.words.get(form)
            if word is not None and not word.noun:
                word.noun = noun
                word.plural |= many
                word.thing = True

    def _governors(self, rows: tuple[GovernorRow, ...]) -> dict[str, tuple[Governor, ...]]:
        found: dict[str, tuple[Governor, ...]] = {}
        for row in rows:
            for part, forms in (
                ("verb", self._inflections(row.verbs)),
                ("noun", ((form, noun) for noun in row.nouns for form in (noun, plural(noun)))),
                ("word", ((word, word) for word in row.words)),
            ):
                for form, lemma in forms:
                    found[form] = (*found.get(form, ()), Governor(row.effect, lemma, part, row.name))
        return found

    def _inflections(self, verbs: Iterable[str]) -> Iterator[tuple[str, str]]:
        for verb in verbs:
            head, _, tail = verb.partition(" ")
            for form, _bit in self._verb(head):
                yield (f"{form} {tail}" if tail else form), verb

    def _phases(self, row: PhaseRow) -> dict[str, str]:
        return {
            form: phase
            for phase in ("begun", "ongoing", "completed")
            for form, _lemma in self._inflections(getattr(row, phase))
        }

    def _light(self, row: LightRow) -> dict[str, str]:
        return {form.partition(" ")[0]: lemma for form, lemma in self._inflections(row.verbs)}

    def _fences(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        rows = load_csv("en/fences.csv", FenceRow)
        if self.folder is not None and (self.folder / "fences.csv").exists():
            rows += load_csv("fences.csv", FenceRow, self.folder)
        found: dict[str, list[tuple[str, ...]]] = {}
        for row in rows:
            first, *rest = _tokens(row.phrase)
            found.setdefault(first, []).append(tuple(rest))
        return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}


def trigger_files() -> tuple[str, ...]:
    """Names of the shipped trigger tables, one a type."""
    return tuple(sorted(path.name for path in files("timeline.lexicons").joinpath(_TRIGGER_FOLDER).iterdir()))


__all__ = ["BASE", "PARTICIPLE", "PAST", "PROGRESSIVE", "THIRD", "EventLexicon", "EventType", "event_lexicon"]
