"""The tables of the event lexicon made into look-ups: forms inflected, conditions resolved, phrases by their first
word.

What comes in: the vocabulary and a folder of the user's own, or None. What goes out: an ``EventLexicon``. Ours is read
from ``en/triggers`` and the tables beside it; a user's ``triggers/TYPE.csv`` and ``lookalikes.csv`` are tried first,
``fences.csv`` and ``word_classes.csv`` are added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.event_kinds import (
    FENCE,
    FINITE,
    GOVERNOR,
    GOVERNOR_HEAD,
    KINDS,
    PUNCTUATION,
    REPORTING,
    TRIGGER,
    TYPED,
)
from timeline.lexicons.event_records import (
    ClosedRow,
    ClosedWords,
    CountedRow,
    Entry,
    EventLexicon,
    EventType,
    FenceRow,
    GenericRow,
    Governor,
    GovernorRow,
    KindRow,
    LightRow,
    LookalikeRow,
    NamedWords,
    PhaseRow,
    Phrase,
    Phrases,
    ScopeRow,
    ScopeWords,
    TriggerRow,
    Word,
)
from timeline.lexicons.inflection import BASE, PAST, THIRD, Irregular, plural, verb_forms
from timeline.lexicons.load import load_csv, load_toml

#: Where the trigger tables stand, one a type.
TRIGGER_FOLDER = "en/triggers"

_Conditions = tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]
_PREFIXED = 3  # tokens of "re-elect"
_HYPHEN = re.compile(r"\s*-\s*")


def _tokens(phrase: str) -> tuple[str, ...]:
    """The phrase as tokens: hyphens and possessives are tokens of their own, as in a token table."""
    phrase = phrase.lower()
    if phrase.isalpha():
        return (phrase,)
    if "-" in phrase:
        phrase = _HYPHEN.sub(" - ", phrase)
    return tuple(phrase.replace("'s", " 's").split())


class _Words(dict[str, Word]):
    """Word forms to what they may be; a form that is asked for is there from then on."""

    def __missing__(self, form: str) -> Word:
        word = self[form] = Word()
        return word


class Compiler:
    """Builds the look-up tables once; not kept."""

    def __init__(self, types: Mapping[str, EventType], folder: Path | None) -> None:
        self.types = types
        self.folder = folder
        rows = load_csv("en/irregular_verbs.csv", Irregular)
        self.irregular = {row.base: row for row in rows}
        self.words = _Words()
        self.verb_words: dict[str, list[Word]] = {}
        self.inflected: dict[str, tuple[tuple[str, int], ...]] = {}
        self.phrase_lists: list[list[Phrase]] = []
        self.verb_tables: dict[str, Phrases] = {}
        self.classes = {row.name: self._class(row.words) for row in load_csv("en/word_classes.csv", NamedWords)}
        if folder is not None and (folder / "word_classes.csv").exists():
            for row in load_csv("word_classes.csv", NamedWords, folder):
                self.classes[row.name] = self.classes.get(row.name, frozenset()) | self._class(row.words)
        self.kinds: dict[str, int] = {}

    def lexicon(self, aliases: dict[str, tuple[str, ...]]) -> EventLexicon:
        """The whole lexicon."""
        if self.folder is not None:
            self._own_triggers(self.folder)
        for name in self.types:
            if name != "OTHER":
                self._rows(name, load_csv(f"{TRIGGER_FOLDER}/{name}.csv", TriggerRow), f"{name}.csv")
        self._lookalikes(load_csv("en/lookalikes.csv", LookalikeRow), "lookalikes.csv")
        things = self._generic()
        self._order()
        self._share()
        for noun, always in things:
            self._thing(noun, always=always)
        for row in load_csv("en/word_kinds.csv", KindRow):
            for form in row.words:
                self.kinds[form] = self.kinds.get(form, 0) | KINDS[row.kind]
        for marks, kind in PUNCTUATION:
            for mark in marks:
                self.kinds[mark] = kind
        factuality = load_toml(
            "en/factuality.toml", {"governor": GovernorRow, "phase": PhaseRow, "light": LightRow, "words": ScopeRow}
        )
        governors = self._governors(factuality["governor"])
        fences = self._fences()
        for form in governors:
            head, _, tail = form.partition(" ")
            if tail:
                self.kinds[head] = self.kinds.get(head, 0) | GOVERNOR_HEAD
        for forms, bit in ((self.words, TRIGGER), (governors, GOVERNOR), (fences, FENCE)):
            for form in forms:
                self.kinds[form] = self.kinds.get(form, 0) | bit
        for form, word in self.words.items():
            if word.verb_entries or word.noun_entries or word.noun_phrases or word.verb_phrases:
                self.kinds[form] |= TYPED
            if word.verb_entries and any(entry.type == "STATEMENT" and not entry.object for entry in word.verb_entries):
                self.kinds[form] |= REPORTING
            if word.forms & (PAST | THIRD) or (word.forms & BASE and self.kinds[form] & REPORTING):
                self.kinds[form] |= FINITE
            for table in (word.verb_phrases, word.noun_phrases):
                if table and "_" in table and not table.gaps:
                    table.gaps = frozenset(phrase.rest[1] for phrase in table["_"])
        return EventLexicon(
            types=self.types,
            aliases=aliases,
            words=self.words,
            kinds=self.kinds,
            fences=fences,
            governors=governors,
            adverbs={
                form: known[0].effect
                for form, known in governors.items()
                if known[0].part == "word" and (form.endswith("ly") or form in ("perhaps", "maybe"))
            },
            scope=_scope(factuality["words"][0]),
            closed=_closed(load_toml("en/event_words.toml", {"words": ClosedRow})["words"][0]),
            phases=self._phases(factuality["phase"][0]),
            light=self._light(factuality["light"][0]),
            context_names=_by_word(load_csv("en/contexts.csv", NamedWords)),
            classes=self.classes,
            counted={
                key: row.kind for row in load_csv("en/counted.csv", CountedRow) for key in (*row.types, *row.words)
            },
        )

    def _own_triggers(self, folder: Path) -> None:
        if (folder / "lookalikes.csv").exists():
            rows = load_csv("lookalikes.csv", LookalikeRow, folder)
            self._lookalikes(rows, str(folder / "lookalikes.csv"), own=True)
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
            rule = f"{'own ' if own else ''}{name}:{number}"
            topical = len(row.near) == 1 and row.near[0].startswith("@")
            conditions = self._conditions(row, file, number)
            self._add_words(row, Entry(name, row.mode, row.label, rule, *conditions, topical=topical))

    def _lookalikes(self, rows: Iterable[LookalikeRow], file: str, *, own: bool = False) -> None:
        for number, row in enumerate(rows, 2):
            for name in row.types:
                if name not in self.types:
                    raise LexiconError(f"unknown type {name!r}", file=file, where=f"line {number}")
            rule = f"{'own ' if own else ''}lookalikes:{number}"
            conditions = self._conditions(row, file, number)
            self._add_words(row, Entry("", None, "", rule, *conditions, frozenset(row.types)))

    def _conditions(self, row: TriggerRow | LookalikeRow, file: str, number: int) -> _Conditions:
        """What must stand around the words of a row: subject, object, near, without."""
        try:
            return (
                self._members(row.subject),
                self._members(row.object),
                self._members(row.near),
                self._members(row.without),
            )
        except KeyError as error:
            raise LexiconError(f"unknown word class {error.args[0]!r}", file=file, where=f"line {number}") from None

    def _add_words(self, row: TriggerRow | LookalikeRow, entry: Entry) -> None:
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

    def _forms(self, base: str) -> list[Word]:
        """The forms of a verb, each told of which verb it is and which form."""
        known = self.verb_words.get(base)
        if known is not None:
            return known
        forms = self.verb_words[base] = []
        for form, bit in self._verb(base):
            word = self.words[form]
            if not word.verb or (bit & (BASE | THIRD) and not word.forms & (BASE | THIRD)):
                word.verb = base
            word.forms |= bit
            forms.append(word)
        return forms

    def _single(self, lemma: str, reading: str, entry: Entry) -> None:
        if reading != "noun":
            for word in self._forms(lemma):
                word.verb_entries += (entry,)
        if reading != "verb":
            for form, many in ((lemma, False), (plural(lemma), True)):
                word = self.words[form]
                if not word.noun or len(lemma) <= len(word.noun):
                    word.noun = lemma
                word.plural |= many
                word.noun_entries += (entry,)

    def _phrase(self, words: tuple[str, ...], reading: str, entry: Entry) -> None:
        lemma = " ".join(words)
        if reading != "noun" and len(words) == _PREFIXED and words[1] == "-":
            prefix = self.words[words[0]]
            if prefix.verb_phrases is None:
                prefix.verb_phrases = Phrases()
            for form, bit in self._verb(words[2]):
                self._add(prefix.verb_phrases, Phrase(("-", form), lemma, "verb", (entry,), bit))
        elif reading != "noun":
            self._add(self._table(words[0]), Phrase(words[1:], lemma, "verb", (entry,)))
        if reading != "verb":
            heads = [(words[0], words[1:]), (words[0], (*words[1:-1], plural(words[-1])))]
            if len(words) > 2 and words[1] == "of":
                heads.append((plural(words[0]), words[1:]))
            for head, rest in heads:
                word = self.words[head]
                if word.noun_phrases is None:
                    word.noun_phrases = Phrases()
                self._add(word.noun_phrases, Phrase(rest, lemma, "noun", (entry,)))

    def _table(self, base: str) -> Phrases:
        """The phrases that begin with a verb; all its forms share them."""
        table = self.verb_tables.get(base)
        if table is None:
            table = self.verb_tables[base] = Phrases()
        return table

    def _share(self) -> None:
        """Gives each form of a verb the verb's phrases; a form of two verbs ("found") has those of both."""
        for base, table in self.verb_tables.items():
            for form, bit in self._verb(base):
                word = self.words[form]
                word.verb = word.verb or base
                word.forms |= bit
                known = word.verb_phrases
                if known is None:
                    word.verb_phrases = table
                else:
                    word.verb_phrases = Phrases(
                        {key: known.get(key, []) + table.get(key, []) for key in (*known, *table)}
                    )

    def _add(self, phrases: Phrases, phrase: Phrase) -> None:
        known = phrases.get(phrase.rest[0])
        if known is None:
            known = phrases[phrase.rest[0]] = []
            self.phrase_lists.append(known)
        for other in known:
            if other.rest == phrase.rest:
                if phrase.entries[0] not in other.entries:
                    other.entries += phrase.entries
                return
        known.append(phrase)

    def _order(self) -> None:
        """Look-alikes first, then entries with more conditions, among equals those of a field ("near").

        A user's own stand before all.
        """
        seen: dict[tuple[Entry, ...], tuple[Entry, ...]] = {}

        def ordered(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
            known = seen.get(entries)
            if known is None:
                known = seen[entries] = tuple(
                    sorted(
                        dict.fromkeys(entries),
                        key=lambda entry: (
                            not entry.rule.startswith("own"),
                            entry.type != "",
                            -entry.weight,
                            not entry.near,
                        ),
                    )
                )
            return known

        for word in self.words.values():
            if len(word.verb_entries) > 1:
                word.verb_entries = ordered(word.verb_entries)
            if len(word.noun_entries) > 1:
                word.noun_entries = ordered(word.noun_entries)
        for known in self.phrase_lists:
            if len(known) > 1:
                known.sort(key=lambda phrase: -len(phrase.rest))
            for phrase in known:
                if len(phrase.entries) > 1:
                    phrase.entries = ordered(phrase.entries)

    def _generic(self) -> list[tuple[str, bool]]:
        """Takes in the words without a type; returns the nouns that are no events, which must come last."""
        things: list[tuple[str, bool]] = []
        for row in load_csv("en/generic_events.csv", GenericRow):
            for text in row.words:
                words = _tokens(text)
                if row.reading == "phrase":
                    self._fixed(words)
                elif row.reading in ("thing", "object"):
                    things.append((words[0], row.reading == "object"))
                elif row.reading == "verb":
                    self._forms(words[0])
                else:
                    for form, many in ((words[0], False), (plural(words[0]), True)):
                        word = self.words[form]
                        word.noun = word.noun or words[0]
                        word.plural |= many
        return things

    def _fixed(self, words: tuple[str, ...]) -> None:
        """A verb phrase that names no event of a type: it keeps its words from being read one by one."""
        table = self._table(words[0])
        known = table.setdefault(words[1], [])
        if all(other.rest != words[1:] for other in known):
            known.append(Phrase(words[1:], " ".join(words), "verb", ()))

    def _thing(self, noun: str, *, always: bool) -> None:
        """A noun that is no event where the same form is a verb ("the doctors"), or by itself at all ("cargo")."""
        for form, many in ((noun, False), (plural(noun), True)):
            word = self.words.get(form)
            if word is not None and not word.noun:
                word.noun = noun
                word.plural |= many
                word.thing = True
            elif always and word is not None and word.noun == noun and word.noun_entries:
                word.thing = all(entry.weight or not entry.type for entry in word.noun_entries)

    def _governors(self, rows: tuple[GovernorRow, ...]) -> dict[str, tuple[Governor, ...]]:
        found: dict[str, tuple[Governor, ...]] = {}
        for row in rows:
            reaches, objects = frozenset(row.reaches), frozenset(row.objects)
            for part, forms in (
                ("verb", self._inflections(row.verbs)),
                ("noun", ((form, noun) for noun in row.nouns for form in (noun, plural(noun)))),
                ("word", ((word, word) for word in row.words)),
            ):
                for form, lemma in forms:
                    governor = Governor(
                        row.effect, lemma, part, row.name, reaches, row.definite, objects, row.holds, row.gate
                    )
                    found[form] = (*found.get(form, ()), governor)
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

    def _fences(self) -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
        """First word to second word (or "") to the rests of fenced names, the longest first."""
        rows = load_csv("en/fences.csv", FenceRow)
        if self.folder is not None and (self.folder / "fences.csv").exists():
            rows += load_csv("fences.csv", FenceRow, self.folder)
        found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        for row in rows:
            first, *rest = _tokens(row.phrase)
            found.setdefault(first, {}).setdefault(rest[0] if rest else "", []).append(tuple(rest))
        return {
            first: {
                second: tuple(sorted((*rests, *(seconds.get("", ()) if second else ())), key=len, reverse=True))
                for second, rests in seconds.items()
            }
            for first, seconds in found.items()
        }


def _by_word(rows: Iterable[NamedWords]) -> dict[str, tuple[str, ...]]:
    """Each word with the names of the rows that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        for word in dict.fromkeys(row.words):
            found[word] = (*found.get(word, ()), row.name)
    return found


def _scope(row: ScopeRow) -> ScopeWords:
    """The sets of a row, frozen."""
    return ScopeWords(**{field.name: frozenset(getattr(row, field.name)) for field in fields(ScopeRow)})


def _closed(row: ClosedRow) -> ClosedWords:
    """The sets of a row, frozen."""
    return ClosedWords(**{field.name: frozenset(getattr(row, field.name)) for field in fields(ClosedRow)})
