"""Words that say who says so: reporting verbs, nouns and phrases, quotation marks, unnamed sources. Data:
``en/quotes.toml``.

What comes out is one look-up per token: ``classes`` tells which closed class a lower-case word belongs to and whether
it may be a cue, ``verbs`` and ``nouns`` what a cue takes. The rows stand in ``quote_rows``; how a clause is read with
them is decided in ``timeline.events``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_
from pathlib import Path

from timeline.lexicons.inflection import (
    THIRD,
    Irregular,
    plural,
    verb_forms,
)
from timeline.lexicons.load import load_csv, load_toml
from timeline.lexicons.quote_rows import (
    BARE,
    CLAUSE,
    TAKES,
    Grammar,
    HearsayAdverbs,
    MarkPair,
    NounGroup,
    SourcePhrase,
    Unnamed,
    VerbGroup,
)

# Which class a word belongs to.
(
    DETERMINER,
    POSSESSIVE,
    PRONOUN,
    OBJECT_PRONOUN,
    RELATIVE,
    BE,
    AUXILIARY,
    MODAL,
    NEGATION,
    ADVERB,
    PREPOSITION,
    CONJUNCTION,
    SUBORDINATOR,
    OPENER,
    TIME,
    VERB_CUE,
    NOUN_CUE,
    PHRASE_CUE,
    ADVERB_CUE,
    MARK,
    PUNCTUATION,
    STOP,
) = (1 << bit for bit in range(22))
_CUE = VERB_CUE | NOUN_CUE | PHRASE_CUE | ADVERB_CUE

_CLASSES = {
    "determiners": DETERMINER,
    "possessives": POSSESSIVE,
    "pronouns": PRONOUN,
    "objects": OBJECT_PRONOUN,
    "relatives": RELATIVE,
    "be": BE,
    "auxiliaries": AUXILIARY,
    "modals": MODAL,
    "negations": NEGATION,
    "adverbs": ADVERB,
    "prepositions": PREPOSITION,
    "conjunctions": CONJUNCTION,
    "subordinators": SUBORDINATOR,
    "clause_openers": OPENER,
    "time_words": TIME,
}
_PUNCTUATION = (",", ";", ":", "(", ")", "[", "]", "—", "–", "--", "-", "…", "...", "/")
_STOPS = (".", "?", "!")


@dataclass(slots=True)
class CueVerb:
    """What a reporting verb takes, over all its groups; ``phrasal`` by particle ("call" + "on")."""

    lemma: str
    takes: int = 0
    about: frozenset[str] = frozenset()
    asserts: bool = False
    impersonal: bool = False
    phrasal: dict[str, CueVerb] = field(default_factory=dict)


@dataclass(slots=True)
class CueNoun:
    """What an attributing noun takes."""

    lemma: str
    clause: bool = False
    about: frozenset[str] = frozenset()
    asserts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteLexicon:
    """Everything compiled for look-up by lower-case word.

    Attributes:
        classes: Bits of the word's classes (``DETERMINER``, ``VERB_CUE`` ...); absent words have none.
        cues: Words that may say that somebody says so: verbs, nouns, phrases, adverbs.
        verbs: Surface form to (verb, forms it may be).
        thirds: Lemma of a reporting verb to its third person ("say" to "says").
        nouns: Surface form to the attributing noun.
        phrases: Longest word of a source phrase to its place in it and all its words.
        openers, closers: Opening mark to its closing marks; closing marks.
        singles: Marks that may be apostrophes.
        unnamed, sources: Nouns of sources that stay unnamed; these and documents that say something.
        people: Nouns of those who speak by their calling ("owner").
        homographs: Verb forms that are nouns as well ("states", "claims").
    """

    classes: Mapping[str, int]
    cues: frozenset[str]
    verbs: Mapping[str, tuple[CueVerb, int]]
    thirds: Mapping[str, str]
    nouns: Mapping[str, CueNoun]
    phrases: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]
    openers: Mapping[str, frozenset[str]]
    closers: frozenset[str]
    singles: frozenset[str]
    elisions: frozenset[str]
    homographs: frozenset[str]
    unnamed: frozenset[str]
    sources: frozenset[str]
    outlets: frozenset[str]
    people: frozenset[str]
    verb_groups: tuple[VerbGroup, ...]
    noun_groups: tuple[NounGroup, ...]
    source_phrases: tuple[SourcePhrase, ...]
    hearsay: tuple[HearsayAdverbs, ...]


def quote_lexicon(folder: Path | None = None) -> QuoteLexicon:
    """The lexicon of ``en/quotes.toml``, loaded once; or that of a folder of the user's own.

    Raises:
        LexiconError: An entry is malformed; the message names file and entry.
    """
    return _load(folder)


@cache
def _load(folder: Path | None) -> QuoteLexicon:
    tables = load_toml(
        "en/quotes.toml",
        {
            "verbs": VerbGroup,
            "nouns": NounGroup,
            "phrases": SourcePhrase,
            "adverbs": HearsayAdverbs,
            "marks": MarkPair,
            "unnamed": Unnamed,
            "grammar": Grammar,
        },
        folder,
    )
    irregular = {row.base: row for row in load_csv("en/irregular_verbs.csv", Irregular)}
    nouns = _nouns(tables["nouns"])
    verbs = _verbs(tables["verbs"], irregular)
    phrases: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for phrase in tables["phrases"]:
        words = tuple(phrase.words.split())
        longest = max(words, key=len)
        phrases.setdefault(longest, []).append((words.index(longest), words))
    (grammar,) = tables["grammar"]
    (unnamed,) = tables["unnamed"]
    classes: dict[str, int] = {}
    for name, bit in _CLASSES.items():
        for word in getattr(grammar, name):
            classes[word] = classes.get(word, 0) | bit
    # A mark of two characters is two tokens.
    marks = {character for pair in tables["marks"] for character in pair.open + pair.close}
    hearsay = [word for group in tables["adverbs"] for word in group.words]
    members: tuple[tuple[Iterable[str], int], ...] = (
        (verbs, VERB_CUE),
        (nouns, NOUN_CUE),
        (phrases, PHRASE_CUE),
        (hearsay, ADVERB_CUE | ADVERB),
        (marks, MARK),
        (_PUNCTUATION, PUNCTUATION),
        (_STOPS, PUNCTUATION | STOP),
    )
    for listed, bit in members:
        for word in listed:
            classes[word] = classes.get(word, 0) | bit
    homographs = {*grammar.homographs, *nouns}
    homographs |= {verb.lemma for form, (verb, _) in verbs.items() if form in homographs}
    openers: dict[str, set[str]] = {}
    for pair in tables["marks"]:
        openers.setdefault(pair.open, set()).add(pair.close)
    return QuoteLexicon(
        classes=classes,
        cues=frozenset(word for word, bits in classes.items() if bits & _CUE),
        verbs=verbs,
        thirds={verb.lemma: form for form, (verb, forms) in verbs.items() if forms & THIRD},
        nouns=nouns,
        phrases={word: tuple(found) for word, found in phrases.items()},
        openers={mark: frozenset(closing) for mark, closing in openers.items()},
        closers=frozenset(pair.close for pair in tables["marks"]),
        singles=frozenset(mark for pair in tables["marks"] if pair.single for mark in (pair.open, pair.close)),
        elisions=frozenset(grammar.elisions),
        homographs=frozenset(homographs),
        unnamed=frozenset(unnamed.nouns),
        sources=frozenset((*unnamed.nouns, *unnamed.documents)),
        outlets=frozenset(unnamed.outlets),
        people=frozenset(unnamed.people),
        verb_groups=tables["verbs"],
        noun_groups=tables["nouns"],
        source_phrases=tables["phrases"],
        hearsay=tables["adverbs"],
    )


def _verbs(groups: tuple[VerbGroup, ...], irregular: Mapping[str, Irregular]) -> dict[str, tuple[CueVerb, int]]:
    """Surface form to verb and forms; a phrasal verb hangs on its first word."""
    verbs: dict[str, CueVerb] = {}
    for group in groups:
        bits = reduce(or_, (TAKES[take] for take in group.takes), 0)
        for lemma in group.lemmas:
            head, _, particle = lemma.partition(" ")
            verb = verbs.setdefault(head, CueVerb(head))
            if particle:
                verb = verb.phrasal.setdefault(particle, CueVerb(lemma))
            verb.takes |= bits
            verb.about |= frozenset(group.about)
            verb.asserts |= group.asserts and bool(bits & (CLAUSE | BARE))
            verb.impersonal |= group.impersonal
    surface: dict[str, tuple[CueVerb, int]] = {}
    for lemma, verb in verbs.items():
        for form, bit in verb_forms(lemma, irregular):
            known = surface.get(form)
            if known is None or known[0] is verb:
                surface[form] = (verb, (known[1] if known else 0) | bit)
    return surface


def _nouns(groups: tuple[NounGroup, ...]) -> dict[str, CueNoun]:
    """Surface form, singular and plural, to noun."""
    nouns: dict[str, CueNoun] = {}
    for group in groups:
        for lemma in group.lemmas:
            noun = nouns.get(lemma) or CueNoun(lemma)
            noun.clause |= "clause" in group.takes
            noun.about |= frozenset(group.about)
            noun.asserts |= group.asserts
            nouns[lemma] = noun
            nouns.setdefault(plural(lemma), noun)
    return nouns
