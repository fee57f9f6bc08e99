"""Token ranges to a line of words: dates left out, cut between phrases, spaced as in the text.

What comes in: an article and ranges of its tokens. What goes out: strings made of its own words. Which words tell an
event is decided in ``titles``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from timeline.events.titles.cut_words import CutWords
from timeline.events.titles.line_text import balanced
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
)

#: A cut before this many characters leaves too little.
SHORTEST_CUT = 40
_ENOUGH = 0.5  # share of the room that a line should fill before it is cut
_AT_MOST = 1.27  # share of the room that a line without a border may take
_TIGHT_BEFORE = frozenset((",", ".", ";", ":", "?", "!", ")", "]", "”", "'s", "’s", "n't", "n’t", "%"))
_NO_BEGINNING = PUNCTUATION | CONJUNCTION | STOP
_BORDERS = PREPOSITION | CONJUNCTION | PUNCTUATION | SUBORDINATOR | RELATIVE
_NO_CUT = PUNCTUATION | CONJUNCTION | RELATIVE
_REST = 15  # characters that a line may have more, where nothing is left of its clause
_LAST_WORDS = 4
_LONGEST_OPENING = 12  # tokens between "that" and a verb
_LONGEST_MEMBER = 6  # tokens from a comma to "and"
_CLAUSAL = PUNCTUATION | CONJUNCTION | SUBORDINATOR
_BINDING_MARKS = frozenset(("-", "/", "(", ")", "‐", "‑"))
_OPENING_CLAUSE = RELATIVE | SUBORDINATOR
_NO_OPENING = PREPOSITION | ADVERB
_OPENING_BITS = _NO_BEGINNING | PREPOSITION
_WHICH = frozenset(("which", "whom"))
_PAUSES = frozenset((",", ".", ";"))
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
        return self.joined(self.runs(ranges, room, dates=dates))

    def runs(
        self, ranges: Sequence[tuple[int, int]], room: int, *, dates: bool, least: int = 0
    ) -> list[tuple[int, int]]:
        """The stretches of tokens that make the line: each range without its dates, up to where the room ends.

        No cut falls before the token ``least``.
        """
        starts, ends, classes, breaks = self.starts, self.ends, self.classes, self.dates
        if len(ranges) == 1:
            first, stop = ranges[0]
            if (
                not classes[first] & _OPENING_BITS
                and ends[stop - 1] - starts[first] <= room
                and (dates or breaks[bisect_left(breaks, first)] >= stop)
            ):
                return self.closed([(first, stop)], least)  # one stretch of words without a date, and room for it
        runs: list[tuple[int, int]] = []
        used = 0  # characters of the finished runs
        for first, stop in ranges:
            if not runs:
                while first < stop and classes[first] & _NO_BEGINNING:
                    first += 1
                if first + 2 < stop and classes[first] & PREPOSITION and self.lowers[first + 1] in _WHICH:
                    first += 2  # "in which two men were hurt"
            if first >= stop:
                continue
            dated = not dates and breaks[bisect_left(breaks, first)] < stop
            for begin, end in self._undated(first, stop, runs) if dated else ((first, stop),):
                offset = starts[begin] - used
                length = ends[end - 1] - offset
                if length > room and end > least:
                    cut = self._cut(begin, end, room, offset, least or self._behind_verb(ranges[0][0], end))
                    if cut < end:
                        return self.closed([*runs, (begin, cut)] if cut > begin else runs, least)
                runs.append((begin, end))
                used = length + 1
        return self.closed(runs, least)

    def _behind_verb(self, first: int, end: int) -> int:
        """Behind the first finite verb of a stretch, behind its first word without one."""
        return self.finites.find(1, first, end) + 1 or first + 1

    def _cut(self, begin: int, end: int, room: int, offset: int, least: int) -> int:
        """Where a stretch that does not fit is cut: before a clause, else before a phrase; its end where nothing is.

        ``offset`` is the character from which the line's length is counted.
        """
        ends, classes, lowers = self.ends, self.classes, self.lowers
        fitting = bisect_right(ends, room + offset, begin, end)
        enough = int(room * _ENOUGH)
        weak = -1
        for token in range(fitting, max(begin, least - 1), -1):
            bits = classes[token]
            if not bits & _BORDERS or not self.is_border(token) or self.hangs(token) or self.hanging(token):
                continue
            if self._is_amid(begin, token):
                continue
            if self.opens(token):
                return token
            if weak < 0 and not bits & _NO_CUT and lowers[token] not in self.known.cut_binding:
                weak = token
            if weak >= 0 and ends[token - 1] - offset < enough:
                break
        if weak >= 0:
            return self.before_example(weak, begin)
        most = bisect_right(ends, int(room * _AT_MOST) + offset, begin, end)
        last = -1
        for token in range(max(fitting, begin) + 1, min(most + 1, end)):
            if classes[token] & _BORDERS and self.is_border(token) and not (self.hangs(token) or self.hanging(token)):
                weak = not classes[token] & _NO_CUT and lowers[token] not in self.known.cut_binding
                if token >= least and (weak or self.opens(token)):
                    return token
                last = token
        if last < 0 and most < end:
            for token in range(fitting, begin, -1):
                border = classes[token] & _BORDERS and self.is_border(token)
                if border and not (self.hangs(token) or self.hanging(token)):
                    last = token
                    break
        if most >= end:
            return end
        if fitting < least <= most:
            return least
        if last >= least or last > fitting:
            return max(last, begin)
        if last >= min(least, fitting) and ends[last - 1] - offset > enough:
            return last
        longest = int(room * _AT_MOST) + offset + _REST
        for token in range(most + 1, min(most + _LAST_WORDS, end) + 1):
            if ends[token - 1] <= longest and (token == end or self.closes(token)):
                return token  # a word or two more, and the clause is whole
        while most > begin + 1 and self.is_stuck(most) and self.words[most] not in _TIGHT_BEFORE:
            most -= 1  # "non[-citizen]"
        return most

    def _is_amid(self, begin: int, token: int) -> bool:
        """Whether a cut would fall between the subject and the verb of a clause: "said that Hale, aged 55[, left]"."""
        classes, finites = self.classes, self.finites
        for place in range(token - 1, max(begin, token - _LONGEST_OPENING), -1):
            if finites[place]:
                return False
            if classes[place] & _OPENING_CLAUSE and not classes[place] & _NO_OPENING:
                return True
        return False

    def opens(self, token: int) -> bool:
        """Whether a border is that of a clause or an apposition, and not of one more member of a list."""
        if self.words[token] == "," and self._in_list(token):
            return False
        edges = self.edges
        edge = edges[bisect_left(edges, token)] if edges else -1
        if token <= edge <= token + 1 and self.classes[token] & _CLAUSAL:
            return True
        if not self.classes[token] & PUNCTUATION:
            return False
        if self.words[token] != ",":
            return self.words[token] not in _BINDING_MARKS
        return True

    def _in_list(self, comma: int) -> bool:
        """Whether a comma parts members of a list: "its ships[,] yards and mills"."""
        classes, finites = self.classes, self.finites
        for token in range(comma + 1, min(comma + _LONGEST_MEMBER, len(classes))):
            if finites[token] or classes[token] & STOP:
                return False
            if classes[token] & CONJUNCTION:
                named = self.words[comma - 1][:1].isupper() and not any(
                    word[0].isupper() for word in self.words[token + 1 : token + 2]
                )
                if token > comma + 1 and named and classes[comma + 1] & DETERMINER:
                    return False  # "Northgate, the town's oldest bakery and largest mill"
                return self.words[token - 1] != "," or token > comma + 1
        return False

    def _undated(self, first: int, end: int, runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The stretches of a range between its dates; ``runs`` is what the line has so far."""
        lowers, words, breaks = self.lowers, self.words, self.dates
        number = bisect_left(breaks, first)
        while (token := breaks[number]) < end:
            number += 1
            if token < first or not self._is_apart(token, end):
                continue
            if token == first and not runs and self.timed[token] < end and self.finites[self.timed[token]]:
                continue  # "Sunday was chosen"
            stop = self._before_date(first, token)
            behind = self.timed[token]
            if behind < end and self.finites[behind] and stop - 1 > first and self._hangs_on_noun(first, stop - 1):
                stop -= 1  # "a surge [expected on Sunday] could do harm"
            elif (behind >= end or words[behind] in _PAUSES) and self._is_appended(first, stop - 1):
                stop -= 1  # "a study [released in May]"
            if stop > first:
                yield first, stop
            first = self.timed[token]
            while first < end and lowers[first] in self.known.day_parts:
                first += 1  # "at six o'clock on Wednesday" with "morning" behind it
            if first < end and words[first] == "," and (not runs or words[runs[-1][1] - 1] == ","):
                first += 1
        if first < end:
            yield first, end

    def _is_appended(self, first: int, token: int) -> bool:
        """Whether a participle at a token only says when the noun before it was made."""
        classes = self.classes
        return (
            token > first + 1
            and not self.finites[token]
            and not classes[token]
            and not classes[token - 1]
            and self.tokens.lowers[token].endswith("ed")
        )

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
        if self.lowers[token - 1] in self.known.ending:
            return False
        if behind >= end:
            return behind == end and "between" not in self.lowers[token - 3 : token - 1]
        words, classes = self.words, self.classes
        following = words[behind]
        if following in _OWNER_ENDINGS or following in self.known.ending:
            return False  # "Thursday's march", "the third quarter ended Sept. 30"
        bits = classes[behind]
        if bits & CONJUNCTION and not any(self.finites[behind + 1 : behind + 2]):
            return False  # "in 2014 and the first months of 2015"
        if "between" in self.lowers[token - 3 : token - 1]:
            return False  # "between 16 and 27 February"
        if classes[token - 1] & POSSESSIVE:
            return False  # "for its third quarter"
        if classes[token - 1] & CONJUNCTION and token - 1 in self.behind_dates and not bits & _BORDERS:
            return False  # "the 2008 and 2012 cups"
        if not bits & _BORDERS and token and self.lowers[token - 1] in self.known.articles:
            return False  # "an April report"
        if not bits and "-" in words[token:behind]:
            return False  # "in fourth-quarter earnings"
        return not (following == "-" and self.is_stuck(behind))

    def _before_date(self, begin: int, token: int) -> int:
        """Where the words before a date end: without "on", "shortly before" and the like."""
        lowers, classes = self.lowers, self.classes
        while token > begin:
            before = lowers[token - 1]
            led = before in self.known.date_leads and token - 1 > begin and classes[token - 2] & PREPOSITION
            if (
                (before in self.known.stranded and not led)  # "at about 9 a.m."
                or before in self.known.particles
                or not (classes[token - 1] & PREPOSITION or before in self.known.date_leads)
            ):
                break
            if before == "over" and classes[token] & PREPOSITION:
                break  # "took over in May"
            token -= 1
        return token

    def closed(self, runs: list[tuple[int, int]], least: int = 0) -> list[tuple[int, int]]:
        """The stretches without words at the end that something must follow, and without an opening mark left over."""
        classes, lowers, words, never_last = self.classes, self.lowers, self.words, self._never_last
        if runs:
            begin, stop = runs[-1]
            end = stop - 1 if classes[stop - 1] & STOP else stop
            # A plain word, behind it perhaps a full stop: most lines end so.
            if end > begin + 1 and not classes[end - 1] and lowers[end - 1] not in never_last and words[end - 2] != ",":
                if end < stop:
                    runs[-1] = begin, end
                return runs
        while runs:
            begin, stop = runs[-1]
            end = stop
            while end > begin:
                bits = classes[end - 1]
                if bits & STOP:
                    end -= 1
                    continue
                # A plain word: most lines end in one.
                plain = not bits and lowers[end - 1] not in never_last and words[end - 2] != ","
                if plain or end == least or self.may_end(begin, end, bits):
                    if end < stop:
                        runs[-1] = begin, end
                    return runs
                end -= 1
            runs.pop()
        return runs

    def joined(self, runs: list[tuple[int, int]]) -> str:
        """The stretches as they stand in the text, one space between them but before a comma."""
        words, text, starts, ends = self.words, self.text, self.starts, self.ends
        if len(runs) == 1:
            begin, end = runs[0]
            return balanced(text[starts[begin] : ends[end - 1]])
        line = ""
        last = -1
        for begin, end in runs:
            if line and words[begin] not in _TIGHT_BEFORE and not (begin == last and self.is_stuck(begin)):
                line += " "
            last = end
            line += text[starts[begin] : ends[end - 1]]
        return balanced(line)
