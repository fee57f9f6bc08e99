"""Where a line may end: at which border, behind which word, and before which it would hang in the air.

What comes in: the words of one article with their classes. What goes out: answers about tokens. Which stretches make a
line, and how long it may be, is decided in ``lines``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import repeat

from timeline.lexicons.events import VERB_FORM
from timeline.lexicons.lines import line_words
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MARK,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    VERB_CUE,
    QuoteLexicon,
)
from timeline.values.dates import TimeExpression
from timeline.values.text import TokenizedText

_LONGEST_MEMBER = 4  # tokens of what a comma and "or" enclose in a list
_LONGEST_EXAMPLE = 5  # tokens from "such as" to where a line would be cut
_TIGHT_BEFORE = frozenset((",", ".", ";", ":", "?", "!", ")", "]", "”", "'s", "’s", "n't", "n’t", "%"))
_WEAK_ENDS = (
    PREPOSITION
    | BE
    | CONJUNCTION
    | DETERMINER
    | POSSESSIVE
    | PUNCTUATION
    | SUBORDINATOR
    | RELATIVE
    | AUXILIARY
    | MODAL
    | NEGATION
    | STOP
)
_BORDERS = PREPOSITION | CONJUNCTION | PUNCTUATION | SUBORDINATOR | RELATIVE
_STOP_PUNCTUATION = STOP | PUNCTUATION
_OPENERS = frozenset('([“"‘«„`')
_COINS = frozenset("$€£¥")
_LOOSE_ENDS = PUNCTUATION | CONJUNCTION | SUBORDINATOR | STOP
_OPENING_MARKS = frozenset("“\"‘'«„`")
_BE_AUXILIARY_MODAL_NEGATION = BE | AUXILIARY | MODAL | NEGATION
_AUXILIARY_MODAL = AUXILIARY | MODAL
_BE_MARK = BE | MARK
_CONJUNCTION_STOP_PUNCTUATION = CONJUNCTION | STOP | PUNCTUATION
_MARK_SUBORDINATOR = MARK | SUBORDINATOR
_SUBORDINATOR_RELATIVE_PUNCTUATION = SUBORDINATOR | RELATIVE | PUNCTUATION


def _never(_token: int) -> bool:
    return False


class CutWords:
    """The words of one article, ready to be cut into lines.

    Attributes:
        classes: For each token its word classes.
        edges: First tokens of clauses, ascending.
        hanging: Whether no line ends before a token, by the clauses of its sentence.
        kinds: For each token its kinds in the lexicon of events; empty where nobody says so.
        finites: For each token 1 when it looks like a finite verb, else 0; all 0 where nobody says so.
        timed: First token of each date or time to the token behind it.
    """

    __slots__ = (
        "_never_last", "behind_dates", "classes", "dates", "edges", "ends", "finites", "hanging", "kinds", "known",
        "lowers", "starts", "text", "timed", "tokens", "words",
    )  # fmt: skip

    def __init__(
        self,
        tokens: TokenizedText,
        quotes: QuoteLexicon,
        timexes: Sequence[TimeExpression],
        classes: list[int] | None = None,
        placed: Sequence[tuple[int, int]] | None = None,
        finites: bytearray | None = None,
        edges: Sequence[int] = (),
        kinds: Sequence[int] = (),
    ) -> None:
        self.known = line_words()
        self._never_last = self.known.weak_ends | self.known.date_leads | _OPENING_MARKS
        self.tokens = tokens
        self.text = tokens.plain
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.classes = list(map(quotes.classes.get, tokens.lowers, repeat(0))) if classes is None else classes
        self.finites = finites if finites is not None else bytearray(len(self.words))
        self.edges = edges
        self.kinds = kinds
        self.hanging: Callable[[int], bool] = _never
        self.timed: dict[int, int] = {}
        if placed is None:
            placed = [tokens.token_range(timex.start, timex.end) for timex in timexes]
        for timex, (first, end) in zip(timexes, placed, strict=True):
            if end > first and timex.type in ("DATE", "TIME"):
                self.timed[first] = end
        self.dates = [*sorted(self.timed), len(tokens.words)]  # the end of the article closes the search for the next
        self.behind_dates = frozenset(self.timed.values())

    def is_border(self, token: int) -> bool:
        """Whether a line may end before the token: a preposition, conjunction or mark, but no "to" of an infinitive."""
        bits = self.classes[token]
        return bool(bits & _BORDERS) and not bits & _BE_MARK and self.lowers[token] != "to" and not self.glued(token)

    def hangs(self, token: int) -> bool:
        """Whether the word before a border wants what stands behind it: "has been", "is actually", "gave at least"."""
        if self.lowers[token : token + 2] in self.known.bound_pairs:
            return True
        if self.lowers[token] in self.known.counted_from and self.lowers[token - 1] in self.known.spans:
            return True  # "hours [before a strike]"
        if self.words[token] == "," and self.lowers[token - 2] in self.known.articles:
            return True  # "a new[, listed company]"
        if self.classes[token] & PREPOSITION and self._wants_preposition(token):
            return True
        if self.is_particle(token):
            return True  # "hand [over]"
        before = self.classes[token - 1]
        if (before & ADVERB and not before & PREPOSITION) or (not before and self.lowers[token - 1].endswith("ly")):
            before = self.classes[token - 2]
        cue = before & VERB_CUE and self.classes[token] & _SUBORDINATOR_RELATIVE_PUNCTUATION
        return bool(before & _BE_AUXILIARY_MODAL_NEGATION or cue)

    def _wants_preposition(self, token: int) -> bool:
        """Whether a preposition cannot be parted from the word before it: "sparked [by]", "far [from]"."""
        before, low = self.lowers[token - 1], self.lowers[token]
        if before in self.known.degrees:
            return True
        if token + 1 < len(self.words):
            behind = self.words[token + 1]
            if self.classes[token + 1] & _STOP_PUNCTUATION and behind not in _OPENERS:
                return True
            if low in self.known.bounds and (behind[0].isdigit() or behind in _COINS):
                return True  # "spent [about $9 million]"
        if before[-1] == "s" or not self.kinds or not self.kinds[token - 1] & VERB_FORM:
            return False
        helped = self.classes[token - 2] & _AUXILIARY_MODAL and not self.classes[token - 2] & BE
        if self.finites[token - 1] or helped:
            return True  # "has met [with]", "must take [into account]"
        hanging = before.endswith(("ed", "ing")) and not self.finites[token - 1] and not self.classes[token - 2]
        return low == "by" or hanging  # "drones based [on]"

    def closes(self, end: int) -> bool:
        """Whether a sentence ends, or a mark stands, behind the last word of a line."""
        if end >= len(self.words):
            return True
        bits = self.classes[end]
        if bits & MARK:
            return self.is_stuck(end)  # a closing mark; an opening one leaves the line open
        return bool(bits & _STOP_PUNCTUATION)

    def is_particle(self, token: int) -> bool:
        """Whether a word belongs to the verb before it: "walked out"."""
        word = self.lowers[token]
        return word in self.known.particles or (word == "over" and self.lowers[token - 1] in self.known.over_verbs)

    def points_back(self, token: int) -> bool:
        """Whether "this" stands for what was told before: "denied this and left"."""
        return token + 1 < len(self.words) and bool(self.classes[token + 1] & _CONJUNCTION_STOP_PUNCTUATION)

    def is_stuck(self, token: int) -> bool:
        """Whether no space stands before a token."""
        return token > 0 and self.starts[token] == self.ends[token - 1]

    def glued(self, token: int) -> bool:
        """Whether a token hangs on the one before it: "off" in "kick-off", but not a comma."""
        return self.is_stuck(token) and self.words[token] not in _TIGHT_BEFORE

    def may_end(self, begin: int, end: int, bits: int) -> bool:
        """Whether a line may end in the word before ``end``, which is of some class."""
        token = end - 1
        word, low = self.words[token], self.lowers[token]
        if self.is_particle(token) or (low in self.known.pointing and self.points_back(token)):
            return True
        whole = (
            end < len(self.words) and self.classes[end] & _STOP_PUNCTUATION and self.words[end] not in _OPENING_MARKS
        )
        if bits & _BE_AUXILIARY_MODAL_NEGATION and whole and self.classes[end] & STOP and token - 1 > begin:
            return True  # "said she would not."
        if (low in self.known.date_leads and not whole) or low in self.known.articles:
            return False
        if (
            (bits & (_LOOSE_ENDS if whole else _WEAK_ENDS) or low in self.known.weak_ends)
            and not bits & MARK
            and (not bits & BE or not whole)
            and (word == "-" or not self.glued(token) or self.words[token - 1] in _OPENING_MARKS)
        ):
            return False
        open_ended = not whole or (end < len(self.words) and self.words[end] == ",")
        if bits & ADVERB and open_ended and token - 1 > begin and self.classes[token - 1] & CONJUNCTION:
            return False  # "and then [he left]"
        if bits & VERB_CUE and end < len(self.words) and self._is_saying(token):
            return False
        if not whole and token - 1 >= begin and self.words[token - 1] == "," and word.islower():
            return False  # ", north [of the town]"
        return word not in _OPENING_MARKS or self.glued(token)

    def _is_saying(self, token: int) -> bool:
        """Whether "saying" or "to say" and the like open what is cut off."""
        return (self.lowers[token].endswith("ing") or self.lowers[token - 1] == "to") and bool(
            self.classes[token + 1] & _MARK_SUBORDINATOR
        )

    def before_example(self, token: int, begin: int) -> int:
        """Where a line ends that would end in the first of some examples: "towns[, such as Harlow], and"."""
        for place in range(token - 1, max(begin, token - _LONGEST_EXAMPLE), -1):
            if self.lowers[place] in self.known.examples:
                return place
        if self.classes[token] & CONJUNCTION:
            comma = next(
                (place for place in range(token - 1, token - _LONGEST_MEMBER, -1) if self.words[place] == ","), 0
            )
            if comma > begin:
                return comma  # "without air[, food or daylight]"
        return token
