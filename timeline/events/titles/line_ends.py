"""Where the words of an event end: its clause with object and phrases, without who says so.

What comes in: the words of one article. What goes out: tokens at which a stretch ends. Where it begins is found in
``line_borders``, which stretches tell an event is decided in ``clause_words``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.transcripts import Transcript
from timeline.events.titles.lines import Lines
from timeline.lexicons.lines import LineWords
from timeline.lexicons.quotes import (
    AUXILIARY,
    BE,
    CONJUNCTION,
    MARK,
    MODAL,
    OPENER,
    PHRASE_CUE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
    VERB_CUE,
)
from timeline.values.events import Quotation
from timeline.values.text import TokenizedText

_LONGEST_TAIL = 24  # tokens of an attribution behind its comma
_FINITE = BE | AUXILIARY | MODAL
DASHES = frozenset(("—", "–", "--", "---", "----", "_"))
_PAUSES = frozenset((",", ";", ":", "—", "–", "-", ".", "!", "?"))
_BREAKS = frozenset((",", ";", ":", *DASHES))
_PREPOSITION_TIME = PREPOSITION | TIME
_PUNCTUATION_STOP_VERB_CUE_MARK = PUNCTUATION | STOP | VERB_CUE | MARK
_STOP_SUBORDINATOR = STOP | SUBORDINATOR


class LineEnds:
    """Ends in the words of one article."""

    __slots__ = (
        "by_cue",
        "classes",
        "known",
        "lines",
        "lowers",
        "phrase_cues",
        "quotations",
        "tokens",
        "transcript",
        "verbs",
        "words",
    )

    by_cue: dict[int, int]
    classes: list[int]
    known: LineWords
    lines: Lines
    lowers: tuple[str, ...]
    phrase_cues: frozenset[int]
    quotations: Sequence[Quotation]
    tokens: TokenizedText
    transcript: Transcript
    verbs: set[int]
    words: tuple[str, ...]

    def end(self, candidate: Candidate, high: int) -> int:
        """Where the event's own words end: its clause with object and phrases, without an attribution behind them."""
        frame = candidate.frame
        end = max(candidate.end_token, min(candidate.clause_end or high, high))
        if frame.object is not None and end < frame.object[1] <= high:
            end = frame.object[1]
        if frame.agent is not None and end < frame.agent[1] <= high:
            end = frame.agent[1]
        if frame.reading == "verb" and end < high and self.lowers[end] == "that":
            gap = range(candidate.end_token, end)
            if all(
                token in self.lines.timed or self.classes[token] & _PREPOSITION_TIME or not self.words[token].isalpha()
                for token in gap
            ):
                return high  # "ruled on Monday that the arrest was unlawful"
        own = self.by_cue.get(candidate.first_token, -1)
        if own >= 0:
            content = self.quotations[own].content_spans[-1]
            if content.start >= self.tokens.ends[candidate.end_token - 1]:
                stop = min(high, self.tokens.token_range(content.start, content.end)[1])
                if stop == high or self.lowers[stop] != "of":  # "after the number [of cases rose]" is none of it
                    return max(end, stop)
        end = self._past_mark(candidate.end_token, end, high)
        if end < high and self.classes[end] & RELATIVE and self.lowers[end - 1] in self.known.open_heads:
            end = next((one for one in range(end + 1, high) if self.words[one] in _PAUSES), high)  # "those [who left]"
        return self.past_condition(self.tail_end(candidate.end_token, end), high)

    def tail_end(self, first: int, end: int) -> int:
        """Where a stretch ends without an attribution behind its comma, or "according to"."""
        words = self.words
        broken = not _BREAKS.isdisjoint(words[first:end])
        if not broken and self.phrase_cues.isdisjoint(range(first, end)):
            return end  # most clauses hold no mark
        for number in range(first, end):
            if number in self.phrase_cues or (broken and words[number] in _BREAKS and self._is_tail(number, end)):
                return number
        return end

    def past_condition(self, end: int, high: int) -> int:
        """Where a stretch ends with a condition behind it, or what a time is counted from: "a day [after the raid]"."""
        while end < high and (self.lowers[end] in self.known.conditions or self._is_counted(end)):
            end = next((one for one in range(end + 1, high) if self.words[one] in _PAUSES), high)
        return end

    def _is_counted(self, token: int) -> bool:
        """Whether "after" and the like follow a time that is no date: "comes a year [after the strike]"."""
        if self.lowers[token] not in self.known.counted_from:
            return False
        if not self.classes[token - 1] & TIME and self.lowers[token - 1] not in self.known.spans:
            return False
        return token not in self.lines.behind_dates

    def _past_mark(self, first: int, end: int, high: int) -> int:
        """Where a clause goes on that was cut at the marks around a word or two: "is “a farce” to most voters"."""
        mark = end - 1
        if not first <= mark < high - 1 or not self.classes[mark] & MARK:
            return end
        before = self.classes[mark - 1]
        said = before & _PUNCTUATION_STOP_VERB_CUE_MARK
        if said & VERB_CUE and self.words[mark + 1].islower() and not self.lines.finites[mark + 1]:
            closing = next((one for one in range(mark + 1, high) if self.classes[one] & MARK), high)
            said = (
                1 if closing == high or 1 in self.lines.finites[mark:closing] else 0
            )  # "was named “in honour of” Hale"
        if said:
            return end  # “We will march,” said Firth
        while end < high and self.words[end] not in _BREAKS and not self.classes[end] & _STOP_SUBORDINATOR:
            end += 1
        return end

    def _is_tail(self, comma: int, end: int) -> bool:
        """Whether ", officials said" or ", according to ..." stands behind the comma."""
        for ahead in range(comma + 1, min(end, comma + _LONGEST_TAIL)):
            if self.words[ahead] in _BREAKS:
                return False
            bits = self.classes[ahead]
            if bits & PHRASE_CUE and ahead == comma + 1:
                return True
            last = ahead + 1 >= len(self.classes) or self.classes[ahead + 1] & STOP
            if bits & VERB_CUE and (ahead in self.by_cue or last):
                return True
        return False

    def relative_end(self, first: int, end: int) -> int:
        """Where a relative clause ends: at a comma, or before the verb of the clause around it."""
        for number in range(first, end):
            bits = self.classes[number]
            if self.words[number] in _BREAKS:
                return number
            if self.words[number] in ("'s", "’s"):
                continue
            if number in self.by_cue and not self.classes[number - 1]:
                return number  # "a rig that sank in May [says]"
            if bits & _FINITE and not self.classes[number - 1] & (
                CONJUNCTION | RELATIVE | PRONOUN | SUBORDINATOR | _FINITE | OPENER
            ):
                return number
        return end
