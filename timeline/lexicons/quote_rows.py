"""The rows of ``en/quotes.toml``: one class a table, the only list of its permitted keys.

They are filled by ``load``; what is made of them, and looked up, stands in ``quotes``.
"""

from __future__ import annotations

from dataclasses import dataclass

# What a verb may take.
QUOTE, CLAUSE, BARE, OBJECT, INFINITIVE, ADDRESSEE, AS = (1 << bit for bit in range(7))
#: What a row says a verb takes, as bits.
TAKES = {
    "quote": QUOTE,
    "clause": CLAUSE,
    "bare": BARE,
    "object": OBJECT,
    "infinitive": INFINITIVE,
    "addressee": ADDRESSEE,
    "as": AS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """Reporting verbs that take the same things; ``name`` says which, ``examples`` are "source | cue | content"."""

    name: str
    lemmas: tuple[str, ...]
    takes: tuple[str, ...]
    examples: dict[str, str]
    rejects: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    asserts: bool = False
    impersonal: bool = False

    def __post_init__(self) -> None:
        unknown = set(self.takes) - set(TAKES)
        if unknown:
            raise ValueError(f"unknown frame {', '.join(sorted(unknown))}; one of {', '.join(TAKES)}")
        if not self.examples:
            raise ValueError("a group needs at least one example")


@dataclass(frozen=True, slots=True, kw_only=True)
class NounGroup:
    """Nouns that name what somebody says or thinks ("claim", "criticism"); they take a clause or a phrase with "of"."""

    name: str
    lemmas: tuple[str, ...]
    takes: tuple[str, ...]
    examples: dict[str, str]
    rejects: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    asserts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePhrase:
    """Words that are followed by the source of what their sentence says: "according to"."""

    name: str
    words: str
    examples: dict[str, str]
    rejects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HearsayAdverbs:
    """Adverbs that attribute without a source: "reportedly"."""

    name: str
    words: tuple[str, ...]
    examples: dict[str, str]
    rejects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkPair:
    """An opening and a closing quotation mark; ``single`` ones may be apostrophes too."""

    open: str
    close: str
    single: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """``nouns`` stand for sources that stay unnamed, ``documents`` for things that say something, ``outlets`` for
    media that are told things, ``people`` for those who speak by their calling.
    """

    nouns: tuple[str, ...]
    people: tuple[str, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The closed classes by which a clause is read, lower case."""

    determiners: tuple[str, ...]
    possessives: tuple[str, ...]
    pronouns: tuple[str, ...]
    objects: tuple[str, ...]
    relatives: tuple[str, ...]
    be: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    modals: tuple[str, ...]
    negations: tuple[str, ...]
    adverbs: tuple[str, ...]
    prepositions: tuple[str, ...]
    conjunctions: tuple[str, ...]
    subordinators: tuple[str, ...]
    clause_openers: tuple[str, ...]
    time_words: tuple[str, ...]
    elisions: tuple[str, ...]
    homographs: tuple[str, ...]
