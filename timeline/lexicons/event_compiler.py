"""The tables of events made into one lexicon: what words may name, which kinds they are of, what stands above an event.

What comes in: the vocabulary and a folder of the user's own, or None. What goes out: an ``EventLexicon``. The triggers
are read by ``trigger_tables``; a user's ``fences.csv`` is added to ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

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
    VERB_FORM,
)
from timeline.lexicons.event_records import EventLexicon, EventType, Governor
from timeline.lexicons.event_rows import CountedRow, FenceRow, GovernorRow, KindRow, LightRow, NamedWords, PhaseRow
from timeline.lexicons.event_word_sets import ClosedWords, ScopeWords
from timeline.lexicons.inflection import BASE, PAST, THIRD, plural
from timeline.lexicons.kind_codes import KindCodes
from timeline.lexicons.load import load_csv, load_toml
from timeline.lexicons.trigger_tables import TriggerTables
from timeline.lexicons.word_forms import WordForms, tokens

#: The tables of ``en/factuality.toml``.
FACTUALITY_TABLES: Mapping[str, type] = {
    "governor": GovernorRow,
    "phase": PhaseRow,
    "light": LightRow,
    "words": ScopeWords,
}


def compiled(
    types: Mapping[str, EventType], aliases: Mapping[str, tuple[str, ...]], folder: Path | None
) -> EventLexicon:
    """The whole lexicon.

    Raises:
        LexiconError: A file is malformed, or names a type, mode or word class that does not exist.
    """
    forms = WordForms()
    tables = TriggerTables(forms, types, folder)
    tables.read()
    factuality = load_toml("en/factuality.toml", FACTUALITY_TABLES)
    governors = _governors(forms, factuality["governor"])
    fences = _fences(folder)
    kinds = _kinds(forms, governors, fences)
    return EventLexicon(
        types=types,
        aliases=aliases,
        words=forms.words,
        kinds=kinds,
        kind_codes=KindCodes(kinds),
        fences=fences,
        governors=governors,
        adverbs={
            form: known[0].effect
            for form, known in governors.items()
            if known[0].part == "word" and (form.endswith("ly") or form in ("perhaps", "maybe"))
        },
        scope=factuality["words"][0],
        closed=load_toml("en/event_words.toml", {"words": ClosedWords})["words"][0],
        phases=_phases(forms, factuality["phase"][0]),
        light=_light(forms, factuality["light"][0]),
        context_names=_by_word(load_csv("en/contexts.csv", NamedWords)),
        classes=tables.classes,
        counted={key: row.kind for row in load_csv("en/counted.csv", CountedRow) for key in (*row.types, *row.words)},
    )


def _kinds(forms: WordForms, governors: Iterable[str], fences: Iterable[str]) -> dict[str, int]:
    """Word form to its bits."""
    kinds: dict[str, int] = {}
    for row in load_csv("en/word_kinds.csv", KindRow):
        for form in row.words:
            kinds[form] = kinds.get(form, 0) | KINDS[row.kind]
    for marks, kind in PUNCTUATION:
        for mark in marks:
            kinds[mark] = kind
    for form in governors:
        head, _, tail = form.partition(" ")
        if tail:
            kinds[head] = kinds.get(head, 0) | GOVERNOR_HEAD
    for known, bit in ((forms.words, TRIGGER), (governors, GOVERNOR), (fences, FENCE)):
        for form in known:
            kinds[form] = kinds.get(form, 0) | bit
    for form, word in forms.words.items():
        if word.verb_entries or word.noun_entries or word.noun_phrases or word.verb_phrases:
            kinds[form] |= TYPED
        if word.verb_entries and any(entry.type == "STATEMENT" and not entry.object for entry in word.verb_entries):
            kinds[form] |= REPORTING
        if word.forms & (PAST | THIRD) or (word.forms & BASE and kinds[form] & REPORTING):
            kinds[form] |= FINITE
        if word.verb or word.verb_phrases:
            kinds[form] |= VERB_FORM
    return kinds


def _governors(forms: WordForms, rows: tuple[GovernorRow, ...]) -> dict[str, tuple[Governor, ...]]:
    found: dict[str, tuple[Governor, ...]] = {}
    for row in rows:
        reaches, objects = frozenset(row.reaches), frozenset(row.objects)
        for part, words in (
            ("verb", forms.inflections(row.verbs)),
            ("noun", ((form, noun) for noun in row.nouns for form in (noun, plural(noun)))),
            ("word", ((word, word) for word in row.words)),
        ):
            for form, lemma in words:
                governor = Governor(
                    row.effect, lemma, part, row.name, reaches, row.definite, objects, row.holds, row.gate
                )
                found[form] = (*found.get(form, ()), governor)
    return found


def _phases(forms: WordForms, row: PhaseRow) -> dict[str, str]:
    return {
        form: phase
        for phase in ("begun", "ongoing", "completed")
        for form, _lemma in forms.inflections(getattr(row, phase))
    }


def _light(forms: WordForms, row: LightRow) -> dict[str, str]:
    return {form.partition(" ")[0]: lemma for form, lemma in forms.inflections(row.verbs)}


def _fences(folder: Path | None) -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    """First word to second word (or "") to the rests of fenced names, the longest first."""
    rows = load_csv("en/fences.csv", FenceRow)
    if folder is not None and (folder / "fences.csv").exists():
        rows += load_csv("fences.csv", FenceRow, folder)
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for row in rows:
        first, *rest = tokens(row.phrase)
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
