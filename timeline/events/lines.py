"""Token ranges to a line of words: dates left out, cut between phrases, spaced as in the text.

What comes in: an article and ranges of its tokens. What goes out: strings made of its own words. Which words tell an
event is decided in ``titles``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from timeline.events.cut_words import CutWords
from timeline.events.line_text import balanced
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
)

#: A cut before this many characters leaves too little.
SHORTEST_CUT = 40
_ENOUGH = 0.6  # share of the room that a line should fill before it is cut
_AT_MOST = 1.25  # share of the room that a line without a border may take
_TIGHT_BEFORE = frozenset((",", ".", ";", ":", "?", "!", ")", "]", "”", "'s", "’s", "n't", "n’t", "%"))
_NO_BEGINNING = PUNCTUATION | CONJUNCTION | STOP
_BORDERS = PREPOSITION | CONJUNCTION | PUNCTUATION | SUBORDINATOR | RELATIVE
_OWNER_ENDINGS = ("'s", "’s")
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_BE_AUXILIARY_ADVERB = BE | AUXILIARY | ADVERB


class Lines(CutWords):
    """The words of one article, ready to be cut into lines."""

    __slots__ = ()

    def plain(self, first: int, end: int) -> str:
        """The text of a range as it stands."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def cut(self, ranges: Sequence[tuple[int, int]], room: int, *, dates: bool = False) -> str:
        """The words of the ranges in order, without dates, in at most ``room`` characters where that can be.

        With ``dates`` nothing is left out, as in what somebody is quoted with.

        A cut falls before a preposition, conjunction or comma; what is left never ends in such a word. Without a border
        in reach a line may grow by a quarter.
        """
        key = (*ranges, room, dates)
        line = self._made.get(key)
        if line is None:
            line = self._made[key] = self.joined(self.runs(ranges, room, dates=dates))
        return line

    def runs(self, ranges: Sequence[tuple[int, int]], room: int, *, dates: bool) -> list[tuple[int, int]]:
        """The stretches of tokens that make the line: each range without its dates, up to where the room ends."""
        starts, ends, classes, breaks = self.starts, self.ends, self.classes, self.dates
        runs: list[tuple[int, int]] = []
        used = 0  # characters of the finished runs
        for first, stop in ranges:
            if not runs:
                while first < stop and classes[first] & _NO_BEGINNING:
                    first += 1
                if first + 2 < stop and classes[first] & PREPOSITION and classes[first + 1] & RELATIVE:
                    first += 2  # "in which two men were hurt"
            if first >= stop:
                continue
            dated = not dates and breaks[bisect_left(breaks, first)] < stop
            for begin, end in self._undated(first, stop, runs) if dated else ((first, stop),):
                offset = starts[begin] - used
                length = ends[end - 1] - offset
                if length > room:
                    return self._cut_off(runs, begin, end, room, used, ranges[0][0])
                runs.append((begin, end))
                used = length + 1
        return self._closed(runs)

    def _cut_off(
        self, runs: list[tuple[int, int]], begin: int, end: int, room: int, used: int, first: int
    ) -> list[tuple[int, int]]:
        """The stretches before one that does not fit, and what of that one goes into the room that is left.

        ``first`` is where the line begins.
        """
        ends, classes = self.ends, self.classes
        enough = min(room * _ENOUGH, SHORTEST_CUT)
        offset = self.starts[begin] - used
        fitting = bisect_right(ends, room + offset, begin, end)
        inner = -1  # the last border inside a phrase: "the end [of the war]"
        for token in range(fitting, begin, -1):
            if ends[token - 1] - offset < enough:
                break
            if not classes[token] & _BORDERS:
                continue
            if inner > 0 and self.finites.find(1, first, token) < 0:
                break  # what is left would have no verb
            if self.is_border(token) and not self.hangs(token):
                if self.lowers[token] not in self.known.cut_binding:
                    return self._closed([*runs, (begin, self.before_example(token, begin))])
                inner = max(inner, token)
        if inner > 0:
            return self._closed([*runs, (begin, inner)])
        if runs and used >= enough:
            return self._closed(runs)
        most = bisect_right(ends, int(room * _AT_MOST) + offset, begin, end)
        for token in range(fitting + 1, min(most + 1, end)):
            if classes[token] & _BORDERS and self.is_border(token) and not self.hangs(token):
                return self._closed([*runs, (begin, token)])
        return self._closed([*runs, (begin, max(most, begin + 1))])

    def _undated(self, first: int, end: int, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The stretches of a range between its dates; ``runs`` is what the line has so far."""
        lowers, words, breaks = self.lowers, self.words, self.dates
        number = bisect_left(breaks, first)
        while (token := breaks[number]) < end:
            number += 1
            if token < first or not self._is_apart(token, end):
                continue
            stop = self._before_date(first, token)
            behind = self.timed[token]
            if behind < end and self.finites[behind] and stop - 1 > first and self._hangs_on_noun(first, stop - 1):
                stop -= 1  # "a surge [expected on Sunday] could do harm"
            if stop > first:
                yield first, stop
            first = self.timed[token]
            while first < end and lowers[first] in self.known.day_parts:
                first += 1  # "at six o'clock on Wednesday" with "morning" behind it
            if first < end and words[first] == "," and (not runs or words[runs[-1][1] - 1] == ","):
                first += 1
        if first < end:
            yield first, end

    def _hangs_on_noun(self, first: int, token: int) -> bool:
        """Whether a participle without its own verb stands at a token, and no finite verb before it."""
        return (
            self.tokens.lowers[token].endswith("ed")
            and not self.classes[token]
            and not self.classes[token - 1] & _BE_AUXILIARY_ADVERB
            and self.finites.find(1, first, token) < 0
        )

    def _is_apart(self, token: int, end: int) -> bool:
        """Whether the date at a token is words of its own, inside the range, and not part of "13-year-old"."""
        behind = self.timed[token]
        if behind < end and self.words[behind] in _OWNER_ENDINGS:
            return False  # "Thursday's march"
        return behind <= end and not (behind < end and self.words[behind] == "-" and self.is_stuck(behind))

    def _before_date(self, begin: int, token: int) -> int:
        """Where the words before a date end: without "on", "shortly before" and the like."""
        lowers, classes = self.lowers, self.classes
        while token > begin:
            before = lowers[token - 1]
            if before in self.known.particles or not (
                classes[token - 1] & PREPOSITION or before in self.known.date_leads
            ):
                break
            if before == "over" and classes[token] & PREPOSITION:
                break  # "took over in May"
            token -= 1
        return token

    def _closed(self, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The stretches without words at the end that something must follow, and without an opening mark left over."""
        classes, lowers = self.classes, self.lowers
        while runs:
            begin, stop = runs[-1]
            end = stop
            while end > begin:
                bits = classes[end - 1]
                # A plain word: most lines end in one.
                if (not bits and lowers[end - 1] not in self._never_last) or self.may_end(begin, end, bits):
                    if end < stop:
                        runs[-1] = begin, end
                    return runs
                end -= 1
            runs.pop()
        return runs

    def joined(self, runs: list[tuple[int, int]]) -> str:
        """The stretches as they stand in the text, one space between them but before a comma."""
        words, text, starts, ends = self.words, self.text, self.starts, self.ends
        line = ""
        last = -1
        for begin, end in runs:
            if line and words[begin] not in _TIGHT_BEFORE and not (begin == last and self.is_stuck(begin)):
                line += " "
            last = end
            line += text[starts[begin] : ends[end - 1]]
        return balanced(line)
