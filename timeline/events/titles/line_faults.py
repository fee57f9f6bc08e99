"""What keeps a line from telling its event: no event in it, a beginning that wants something before it.

What comes in: the stretches of tokens that would make a line. What goes out: whether they stand; an event whose own
clause makes no such line is told with the words before it (``verbatim``). No words are changed here.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.titles.clause_words import Parts
from timeline.events.titles.lines import Lines
from timeline.lexicons.quotes import (
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    OBJECT_PRONOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STOP,
    SUBORDINATOR,
)

_FINITE = BE | AUXILIARY | MODAL
_JOINTS = PREPOSITION | SUBORDINATOR | CONJUNCTION
_HANGING = STOP | _JOINTS | _FINITE
_PRONOUN_POSSESSIVE_DETERMINER = PRONOUN | POSSESSIVE | DETERMINER


def stands(lines: Lines, page: Page, candidate: Candidate, parts: Parts, runs: Sequence[tuple[int, int]]) -> bool:
    """Whether stretches of words tell an event by themselves.

    "Which required higher spending" has no subject, "A man was" no end, "Firth led the party" does not tell the war.
    """
    last = candidate.end_token - 1
    if not any(begin <= last < end for begin, end in runs):
        return False
    first = runs[0][0]
    if not parts[0] and first:
        if lines.classes[first - 1] & RELATIVE and not lines.classes[first] and lines.words[first].islower():
            word = page.lexicon.words.get(lines.lowers[first])
            if word is not None and word.forms and not word.noun:
                return False  # "officers who [fail to act]"
        if lines.classes[first] and not _begins(lines, first):
            return False
    opened = parts[2]
    if opened > page.tokens.sentences[candidate.sentence].first_token:
        before = lines.lowers[opened - 1]
        known = lines.known
        if before in known.fronted or (before == "how" and lines.lowers[opened] in known.degrees):
            return False  # "what [they did not win]"
        if before in known.conditions or before == "whether":
            return False  # "unless [the envoy resigns]"
        if lines.lowers[opened - 2] == "and" and lines.lowers[opened - 3] in known.conditions:
            return False  # "if and when [the envoy resigns]"
    return _ends(lines, runs[-1][1])


def _begins(lines: Lines, first: int) -> bool:
    """Whether a line may begin with a word."""
    bits, low = lines.classes[first], lines.lowers[first]
    if (bits & RELATIVE and not bits & DETERMINER) or low in lines.known.hanging:
        return False
    if bits & OBJECT_PRONOUN and not bits & _PRONOUN_POSSESSIVE_DETERMINER and lines.words[first].islower():
        return False
    return not (
        lines.lowers[first + 1 : first + 2] == ("of",)
        and any(kinds & RELATIVE for kinds in lines.classes[first + 2 : first + 3])
    )  # "some of which"


def _ends(lines: Lines, end: int) -> bool:
    """Whether a line may end before a token."""
    if lines.closes(end):
        return True
    last = end - 1
    if lines.classes[last] & _HANGING and not lines.is_particle(last):
        return False
    return not (lines.classes[last - 1] & _FINITE and lines.words[last].endswith("ly"))  # "The deal is actually"


__all__ = ["stands"]
