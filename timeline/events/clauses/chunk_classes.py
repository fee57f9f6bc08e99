"""What each token may be in an outline, as one small number a token: found for a whole article without a loop.

What comes in: a page and the tokens at which actors begin. What goes out: one class a token, by which the chunker goes
one way at once, in the place of a dozen tests of kinds. Where items begin and end is decided in ``chunks``.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

from timeline.events.article.page import Page
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    COMMA,
    COORDINATOR,
    DETERMINER,
    NEGATION,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    TRIGGER,
    VERB_FORM,
)

#: Nouns, adjectives and what no list has; other words of lists; what may begin a verb group; prepositions; adverbs;
#: expressions of time; three kinds of punctuation; conjunctions and relatives; the first token of an actor; a word that
#: must be looked at.
PLAIN, LISTED, VERBAL, SMALL, PASSED, TIMED, COMMA_MARK, QUOTE_MARK, STOP_MARK, JOINING, ACTOR, ODD = range(12)
#: Kinds of words that may begin a verb group.
BEGINS_VERB = AUXILIARY | TO | NEGATION | VERB_FORM

_MARKS = COMMA | STOP | QUOTE
_JOINING = COORDINATOR | RELATIVE | SUBORDINATOR
_LISTED = ADVERB | SUBJECT | OBJECT | DETERMINER | POSSESSIVE
#: Kinds of words that stand in no name.
CLOSED = _MARKS | _JOINING | BEGINS_VERB | PREPOSITION | _LISTED | TRIGGER


def class_of(kind: int) -> int:
    """The class of a token that is no time and no actor, by the kinds of its word."""
    if kind & _MARKS:
        return COMMA_MARK if kind & COMMA else QUOTE_MARK if kind & QUOTE else STOP_MARK
    if kind & _JOINING:
        return JOINING
    if kind & BEGINS_VERB:
        return VERBAL
    if kind & PREPOSITION:
        return SMALL
    if kind & ADVERB and not kind & DETERMINER:
        return PASSED
    return LISTED if kind & _LISTED else PLAIN


def chunk_classes(page: Page, actors: Iterable[int], odd: frozenset[str]) -> bytearray:
    """The class of each token of an article; ``odd`` are the words that must be looked at."""
    classes = page.codes.translate(page.lexicon.kind_codes.classes(class_of))
    for first, end in page.timex_tokens:
        classes[first:end] = bytes((TIMED,)) * (end - first)
    if not odd.isdisjoint(page.present):
        for token in compress(range(len(classes)), map(odd.__contains__, page.lowers)):
            classes[token] = ODD
    for token in actors:
        classes[token] = ACTOR
    return classes
