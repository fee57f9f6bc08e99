"""Where clauses begin: at marks, conjunctions, relatives, subjects and the tails that say who said so.

What comes in: the kinds of an article's words and its finite verbs. What goes out: the first tokens of clauses. Cut by
closed-class words and commas, without a parse: cheap, linear, right often enough. What a clause says is decided in
``clauses``.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress

from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    COORDINATOR,
    DETERMINER,
    GOVERNOR,
    NEGATION,
    NUMBER,
    OBJECT,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PROGRESSIVE,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THIRD,
    TO,
    TRIGGER,
    EventLexicon,
)
from timeline.values.text import TokenizedText

#: Kinds of words at which or behind which a clause may begin.
EDGE = STOP | QUOTE | COMMA | SUBORDINATOR | RELATIVE | COORDINATOR | SUBJECT | REPORTING
_CLOSED = (
    DETERMINER | POSSESSIVE | PREPOSITION | AUXILIARY | TO | SUBJECT | OBJECT | RELATIVE | COORDINATOR | SUBORDINATOR
)
_PARTICIPLE_OBJECT = DETERMINER | POSSESSIVE | OBJECT | NUMBER
_NO_CLAUSE = PREPOSITION | TO | COMMA | QUOTE | SUBORDINATOR | ADVERB | STOP
_NOT_THOUGHT = DETERMINER | POSSESSIVE | NUMBER | ADJECTIVE | STOP | QUOTE | COMMA  # "suspected rebels"
_NO_THOUGHT = _NO_CLAUSE | NEGATION | AUXILIARY | COORDINATOR | RELATIVE
_ENDS_THOUGHT = STOP | QUOTE | COMMA | RELATIVE | TO | SUBORDINATOR
_AHEAD = 9  # tokens within which a finite verb shows that a clause begins
_TAIL = 10  # the longest attribution tail ("..., a police spokesman in Harlow said")
_CLOSED_NEGATION = _CLOSED | NEGATION
_COMMA_STOP_RELATIVE_SUBORDINATOR = COMMA | STOP | RELATIVE | SUBORDINATOR
_GOVERNOR_REPORTING = GOVERNOR | REPORTING
_PAST_THIRD = PAST | THIRD
_PREPOSITION_ADVERB = PREPOSITION | ADVERB
_PREPOSITION_AUXILIARY_COMMA = PREPOSITION | AUXILIARY | COMMA
_PREPOSITION_SUBORDINATOR = PREPOSITION | SUBORDINATOR
_PROGRESSIVE_PAST_THIRD = PROGRESSIVE | PAST | THIRD
_STOP_QUOTE = STOP | QUOTE
_STOP_QUOTE_COMMA = STOP | QUOTE | COMMA
#: Kinds of words behind which no verb of the clause is sought.
BREAK = STOP | QUOTE | COMMA | RELATIVE
_SUBJECT_AUXILIARY_RELATIVE = SUBJECT | AUXILIARY | RELATIVE
_SUBORDINATOR_RELATIVE_SUBJECT_QUOTE = SUBORDINATOR | RELATIVE | SUBJECT | QUOTE


class ClauseEdges:
    """The words of one article, asked for the borders of its clauses."""

    __slots__ = ("bits", "breaks", "finites", "lexicon", "lowers", "sentences", "timed", "words")

    def __init__(
        self,
        tokens: TokenizedText,
        lexicon: EventLexicon,
        bits: list[int],
        timed: bytearray,
        finites: bytearray,
        breaks: bytearray,
    ) -> None:
        self.sentences = tokens.sentences
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.lexicon = lexicon
        self.bits = bits
        self.timed = timed
        self.finites = finites
        self.breaks = breaks

    def find(self, borders: Iterable[int]) -> list[int]:
        """First tokens of clauses, ascending; behind them the end of the article. ``borders`` are those to look at."""
        bits, lowers, timed, closed = self.bits, self.lowers, self.timed, self.lexicon.closed
        last = len(bits) - 1
        edges: set[int] = {sentence.first_token for sentence in self.sentences}
        ends = [sentence.end_token for sentence in self.sentences]
        number = 0
        end = ends[0] if ends else last + 1
        comma = -1
        for token in borders:
            if token >= end:
                while number < len(ends) and token >= ends[number]:
                    number += 1
                end = ends[number] if number < len(ends) else last + 1
                comma = -1
            if token + 1 >= end:
                continue
            kind = bits[token]
            after = bits[token + 1]
            if kind & _STOP_QUOTE:
                if not timed[token]:
                    edges.add(token + 1)
                continue
            if kind & COMMA:
                if timed[token]:
                    continue
                comma = token
                if after & _SUBORDINATOR_RELATIVE_SUBJECT_QUOTE or self._opens(token + 1, end):
                    edges.add(token + 1)
                elif after & COORDINATOR:
                    if token + 2 < end and self._begins(token + 2, end):
                        edges.add(token + 1)
                elif self._introduced(token):
                    edges.add(token + 1)
                continue
            if kind & RELATIVE:
                edges.add(token - 1 if token and bits[token - 1] & PREPOSITION and not timed[token - 1] else token)
                continue
            if kind & SUBORDINATOR:
                word = lowers[token]
                if (
                    word in closed.always
                    or (word == "that" and self._that(token))
                    or (word in closed.as_preposition and self._ahead(token + 1, end))
                ):
                    edges.add(token)
                continue
            if kind & COORDINATOR:
                if self._begins(token + 1, end) and self._has_verb(token, edges):
                    edges.add(token)
                continue
            if kind & SUBJECT:
                if token and not bits[token - 1] & _CLOSED_NEGATION and self._ahead(token + 1, end):
                    edges.add(token)
                continue
            if self.finites[token]:
                if comma >= 0 and token - comma <= _TAIL and self._tail(comma + 1, token, end):
                    edges.add(comma + 1)
                start = token + 1
                while start < end and (
                    timed[start] or (bits[start] & PREPOSITION and start + 1 < end and timed[start + 1])
                ):
                    start += 1
                if start < end and not bits[start] & _NO_CLAUSE and self._ahead(start, end):
                    edges.add(start)
                elif start + 1 < end and lowers[start] == "there" and self.finites[start + 1]:
                    edges.add(start)  # "denied there was any fraud"
        for token in compress(range(last), map(closed.thinking.__contains__, lowers)):
            if token and not bits[token - 1] & _NOT_THOUGHT and self._thought(token + 1, last):
                edges.add(token + 1)
        return [*sorted(edges), last + 1]

    def _thought(self, token: int, end: int) -> bool:
        """Whether a clause without "that" begins behind a word of thinking: "do not believe the firm will fail"."""
        bits, finites = self.bits, self.finites
        if bits[token] & _NO_THOUGHT or finites[token]:
            return False
        for place in range(token + 1, min(end, token + _AHEAD)):
            if finites[place]:
                return True
            if bits[place] & _ENDS_THOUGHT:
                return False
        return False

    def _that(self, token: int) -> bool:
        """Whether "that" opens a clause: "said that", "fears that", not "that day"."""
        if not token or self.bits[token - 1] & _PREPOSITION_AUXILIARY_COMMA:
            return False
        return bool(self.bits[token - 1] & _GOVERNOR_REPORTING) or self._ahead(token + 1, len(self.bits))

    def _opens(self, token: int, end: int) -> bool:
        """Whether a participle clause opens behind a comma: ", killing 12", ", accused of fraud"."""
        kind = self.bits[token]
        if kind & ADVERB and token + 1 < end:
            token += 1
            kind = self.bits[token]
        if not kind & TRIGGER:
            return False
        word = self.lexicon.words[self.lowers[token]]
        if word.noun and word.forms & PROGRESSIVE and token + 1 < end:
            following = self.lowers[token + 1]
            return following[0].isdigit() or following == "at" or bool(self.bits[token + 1] & _PARTICIPLE_OBJECT)
        return bool(word.forms & _PROGRESSIVE_PAST_THIRD) and not word.noun

    def _begins(self, token: int, end: int) -> bool:
        """Whether a clause begins behind "and": a subject, an auxiliary or a finite verb soon."""
        kind = self.bits[token]
        while kind & ADVERB and token + 1 < end and not kind & DETERMINER:
            token += 1
            kind = self.bits[token]
        if kind & _SUBJECT_AUXILIARY_RELATIVE:
            return True
        if kind & TRIGGER:
            word = self.lexicon.words[self.lowers[token]]
            if word.forms & _PAST_THIRD and not word.noun:
                return True
        return self._ahead(token, end)

    def _ahead(self, token: int, end: int) -> bool:
        """Whether a finite verb follows before the next border."""
        stop = min(end, token + _AHEAD)
        border = self.breaks.find(1, token, stop)
        verb = self.finites.find(1, token, stop if border < 0 else border)
        # "declared an emergency and appealed": two verbs of one subject
        return verb >= 0 and not (verb > token and self.bits[verb - 1] & COORDINATOR)

    def _has_verb(self, token: int, edges: set[int]) -> bool:
        """Whether a finite verb stands between the last border and a token: else "and" joins two subjects."""
        bits = self.bits
        before = token - 1
        while before >= 0:
            kind = bits[before]
            if self.finites[before]:
                return True
            if kind & STOP or before in edges:
                return False
            before -= 1
        return False

    def _introduced(self, comma: int) -> bool:
        """Whether the comma ends an introduction: "In Harlow on Monday, ...", "After the vote, ..."."""
        token = comma - 1
        bits = self.bits
        while token >= 0 and comma - token <= _TAIL:
            if bits[token] & _STOP_QUOTE_COMMA:
                break
            token -= 1
        first = token + 1
        return bits[first] & _PREPOSITION_SUBORDINATOR != 0 and self.words[first][:1].isupper()

    def _tail(self, first: int, verb: int, end: int) -> bool:
        """Whether ", the police said" is an attribution tail: nothing but a name before the verb, little behind it."""
        bits = self.bits
        for token in range(first, verb):
            if bits[token] & _COMMA_STOP_RELATIVE_SUBORDINATOR or (self.finites[token]):
                return False
        token = verb + 1
        while token < end and (self.timed[token] or bits[token] & _PREPOSITION_ADVERB):
            token += 1
        return token >= end or bool(bits[token] & _STOP_QUOTE_COMMA) or end - verb <= _TAIL
