"""Where the words of an event begin: its verb group, its subject without openers, its own phrase.

What comes in: the words of one article. What goes out: tokens at which a stretch begins or ends. Which stretches
tell an event is decided in ``clause_words``.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.titles.line_ends import DASHES, LineEnds
from timeline.lexicons.quotes import (
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    MARK,
    NEGATION,
    OPENER,
    PHRASE_CUE,
    PREPOSITION,
    PUNCTUATION,
    STOP,
    SUBORDINATOR,
    TIME,
)

_DATELINE = 8  # tokens in which a dateline's dash stands
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_OPENING_JOINTS = CONJUNCTION | OPENER | PUNCTUATION | SUBORDINATOR | STOP | MARK
_PREPOSITION_TIME = PREPOSITION | TIME


class LineBorders(LineEnds):
    """Borders in the words of one article."""

    __slots__ = ()

    def past_dateline(self, first: int, end: int) -> int:
        """Behind "HARLOW (AP) —", or the hour of an entry: "18:40 Two people have died"."""
        if self.words[first][0].isdigit() and first + 1 < end and self.words[first + 1][0].isupper():
            return first + 1 if ":" in self.words[first] else first
        if not self.words[first].isupper():
            return first
        for number in range(first, min(end, first + _DATELINE)):
            if self.words[number] in DASHES:
                return number + 1
        return first

    def verb_start(self, candidate: Candidate, low: int) -> int:
        """The first token of the verb group: auxiliaries, negation and adverbs in front."""
        first = min((*candidate.frame.auxiliaries, candidate.first_token))
        while first > low and self.classes[first - 1] & _ADVERB_NEGATION and not self.classes[first - 1] & DETERMINER:
            first -= 1
        return first

    def word_start(self, token: int, low: int) -> int:
        """The first token of a hyphenated word: "13" for "year" in "13-year-old"."""
        while token > low and "-" in (self.words[token], self.words[token - 1]) and self.lines.is_stuck(token):
            token -= 1
        return token

    def past_openers(self, first: int, trigger: int) -> int:
        """Behind conjunctions, "that", and an opening phrase with its comma."""
        classes, words = self.classes, self.words
        number = first
        while number < trigger and classes[number] & _OPENING_JOINTS:
            number += 1
        if number + 2 < trigger:
            if words[number + 1] == "," and classes[number] & ADVERB:
                number += 2  # "Meanwhile, ..."
            if number + 2 < trigger and classes[number] & PREPOSITION and self.lowers[number + 1] == "which":
                number += 2  # "during which it was approved"
        if number < trigger:
            bits = classes[number]
            if (bits & _PREPOSITION_TIME and not bits & DETERMINER) or number in self.lines.timed:
                behind = words[number:trigger]
                if "," in behind:
                    number += behind.index(",") + 1
        if number + 1 < trigger and classes[number] & PHRASE_CUE and classes[number + 1] & PREPOSITION:
            number += 2  # "according to a person who ..."
        return number if number <= trigger else min(first, trigger)
