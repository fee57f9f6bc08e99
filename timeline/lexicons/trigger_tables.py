"""The tables of triggers and look-alikes made into look-ups: conditions resolved, phrases by their first word.

What comes in: the vocabulary and a folder of the user's own, or None. What goes out: ``WordForms`` whose words know
what they may name. Ours is read from ``en/triggers`` and the tables beside it; a user's ``triggers/TYPE.csv`` and
``lookalikes.csv`` are tried first, ``word_classes.csv`` is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.event_records import Entry, EventType, Phrase, Phrases
from timeline.lexicons.event_rows import GenericRow, LookalikeRow, NamedWords, SenseRow, TriggerRow
from timeline.lexicons.inflection import plural
from timeline.lexicons.load import load_csv
from timeline.lexicons.word_forms import WordForms, tokens

#: Where the trigger tables stand, one a type.
TRIGGER_FOLDER = "en/triggers"

_Words = frozenset[str]
_Conditions = tuple[_Words, _Words, _Words, _Words, tuple[_Words, _Words] | None]
_PREFIXED = 3  # tokens of "re-elect"


class TriggerTables:
    """Reads the tables into the forms once; not kept."""

    def __init__(self, forms: WordForms, types: Mapping[str, EventType], folder: Path | None) -> None:
        self.forms = forms
        self.types = types
        self.folder = folder
        self.classes = {row.name: _members(row.words) for row in load_csv("en/word_classes.csv", NamedWords)}
        if folder is not None and (folder / "word_classes.csv").exists():
            for row in load_csv("word_classes.csv", NamedWords, folder):
                self.classes[row.name] = self.classes.get(row.name, frozenset()) | _members(row.words)
        self._phrase_lists: list[list[Phrase]] = []
        self._verb_tables: dict[str, Phrases] = {}

    def read(self) -> None:
        """Takes in all tables, a user's own first."""
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
        for word in self.forms.words.values():
            for table in (word.verb_phrases, word.noun_phrases):
                if table and "_" in table and not table.gaps:
                    table.gaps = frozenset(phrase.rest[1] for phrase in table["_"])

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

    def _conditions(self, row: SenseRow, file: str, number: int) -> _Conditions:
        """What must stand around the words of a row: subject, object, near, without, and right beside them."""
        try:
            return (
                self._named(row.subject),
                self._named(row.object),
                self._named(row.near),
                self._named(row.without),
                (self._named(row.before), self._named(row.after)) if row.before or row.after else None,
            )
        except KeyError as error:
            raise LexiconError(f"unknown word class {error.args[0]!r}", file=file, where=f"line {number}") from None

    def _add_words(self, row: SenseRow, entry: Entry) -> None:
        for text in row.words:
            words = tokens(text)
            if len(words) == 1:
                self._single(words[0], row.reading, entry)
            else:
                self._phrase(words, row.reading, entry)

    def _named(self, names: tuple[str, ...]) -> frozenset[str]:
        found: set[str] = set()
        for name in names:
            found |= self.classes[name[1:]] if name[0] == "@" else {name}
        return frozenset(found)

    def _single(self, lemma: str, reading: str, entry: Entry) -> None:
        if reading != "noun":
            for word in self.forms.verb_words(lemma):
                word.verb_entries += (entry,)
        if reading != "verb":
            for form, many in ((lemma, False), (plural(lemma), True)):
                word = self.forms.words[form]
                if not word.noun or len(lemma) <= len(word.noun):
                    word.noun = lemma
                word.plural |= many
                word.noun_entries += (entry,)

    def _phrase(self, words: tuple[str, ...], reading: str, entry: Entry) -> None:
        lemma = " ".join(words)
        if reading != "noun" and len(words) == _PREFIXED and words[1] == "-":
            prefix = self.forms.words[words[0]]
            if prefix.verb_phrases is None:
                prefix.verb_phrases = Phrases()
            for form, bit in self.forms.of_verb(words[2]):
                self._add(prefix.verb_phrases, Phrase(("-", form), lemma, "verb", (entry,), bit))
        elif reading != "noun":
            self._add(self._table(words[0]), Phrase(words[1:], lemma, "verb", (entry,)))
        if reading != "verb":
            heads = [(words[0], words[1:]), (words[0], (*words[1:-1], plural(words[-1])))]
            if len(words) > 2 and words[1] == "of":
                heads.append((plural(words[0]), words[1:]))
            for head, rest in heads:
                word = self.forms.words[head]
                if word.noun_phrases is None:
                    word.noun_phrases = Phrases()
                self._add(word.noun_phrases, Phrase(rest, lemma, "noun", (entry,)))

    def _table(self, base: str) -> Phrases:
        """The phrases that begin with a verb; all its forms share them."""
        table = self._verb_tables.get(base)
        if table is None:
            table = self._verb_tables[base] = Phrases()
        return table

    def _share(self) -> None:
        """Gives each form of a verb the verb's phrases; a form of two verbs ("found") has those of both."""
        for base, table in self._verb_tables.items():
            for form, bit in self.forms.of_verb(base):
                word = self.forms.words[form]
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
            self._phrase_lists.append(known)
        for other in known:
            if other.rest == phrase.rest:
                if phrase.entries[0] not in other.entries:
                    other.entries += phrase.entries
                return
        known.append(phrase)

    def _order(self) -> None:
        """Look-alikes first, then entries with more conditions, among equals those of a field ("near").

        A look-alike without conditions is what is left where no other entry fits: "burst into" of raiders is an attack,
        and of tears none. A user's own stand before all.
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
                            entry.type != "" or not entry.weight,
                            -entry.weight,
                            not entry.near,
                            entry.type != "",
                        ),
                    )
                )
            return known

        for word in self.forms.words.values():
            if len(word.verb_entries) > 1:
                word.verb_entries = ordered(word.verb_entries)
            if len(word.noun_entries) > 1:
                word.noun_entries = ordered(word.noun_entries)
        for known in self._phrase_lists:
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
                words = tokens(text)
                if row.reading == "phrase":
                    self._fixed(words)
                elif row.reading in ("thing", "object"):
                    things.append((words[0], row.reading == "object"))
                elif row.reading == "verb":
                    self.forms.verb_words(words[0])
                else:
                    for form, many in ((words[0], False), (plural(words[0]), True)):
                        word = self.forms.words[form]
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
            word = self.forms.words.get(form)
            if word is not None and not word.noun:
                word.noun = noun
                word.plural |= many
                word.thing = True
            elif always and word is not None and word.noun == noun and word.noun_entries:
                word.thing = all(entry.weight or not entry.type for entry in word.noun_entries)


def _members(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a class with their plurals."""
    found: set[str] = set()
    for word in words:
        for part in (word,) if " " not in word else ():
            found.add(part)
            if part[-1] != "s":
                found.add(plural(part))
    return frozenset(found)
