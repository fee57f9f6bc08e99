"""Token ranges to a line of words: dates left out, cut between phrases, spaced as in the text.

What comes in: an article and ranges of its tokens. What goes out: strings made of its own words. Which words tell an event is
decided in ``titles``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

from timeline.lexicons.quotes import (
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MARK,
    MODAL,
    POSSESSIVE,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    QuoteLexicon,
)
from timeline.values.dates import TimeExpression
from timeline.values.text import TokenizedText

#: A cut before this many characters leaves too little.
SHORTEST_CUT = 40
_ENOUGH = 0.6  # share of the room that a line should fill before it is cut
_AT_MOST = 1.25  # share of the room that a line without a border may take
_TIGHT_BEFORE = frozenset((",", ".", ";", ":", "?", "!", ")", "]", "”", "'s", "’s", "n't", "n’t", "%"))
_WEAK_ENDS = (
    PREPOSITION
    | CONJUNCTION
    | DETERMINER
    | POSSESSIVE
    | PUNCTUATION
    | SUBORDINATOR
    | RELATIVE
    | AUXILIARY
    | MODAL
    | STOP
)
_BORDERS = PREPOSITION | CONJUNCTION | PUNCTUATION | SUBORDINATOR | RELATIVE
_DATE_LEADS = frozenset(("shortly", "just", "early", "late", "earlier", "later", "soon"))
_OPENING_MARKS = frozenset("“\"‘'«„`")


class Lines:
    """The words of one article, ready to be cut into lines.

    Attributes:
        classes: For each token its word classes.
        timed: First token of each date or time to the token behind it.
    """

    __slots__ = ("classes", "ends", "starts", "text", "timed", "tokens", "words")

    def __init__(self, tokens: TokenizedText, quotes: QuoteLexicon, timexes: Iterable[TimeExpression]) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.words = tokens.words
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.classes = list(map(quotes.classes.get, tokens.lowers, repeat(0)))
        self.timed: dict[int, int] = {}
        for timex in timexes:
            if timex.type in ("DATE", "TIME"):
                first, end = tokens.token_range(timex.start, timex.end)
                if end > first:
                    self.timed[first] = end

    def plain(self, first: int, end: int) -> str:
        """The text of a range as it stands."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def cut(self, ranges: Sequence[tuple[int, int]], room: int) -> str:
        """The words of the ranges in order, without dates, in at most ``room`` characters where that can be.

        A cut falls before a preposition, conjunction or comma; what is left never ends in such a word.
        """
        kept: list[int] = []
        for first, end in ranges:
            self._take(first, end, kept)
        while kept and self.classes[kept[0]] & (PUNCTUATION | CONJUNCTION | STOP):
            kept.pop(0)
        kept = self._fit(kept, room)
        self._close(kept)
        return self._join(kept)

    def _take(self, first: int, end: int, kept: list[int]) -> None:
        """Adds the tokens of a range but for its dates and the prepositions before them."""
        timed = self.timed
        number = first
        while number < end:
            behind = timed.get(number)
            if behind is None or behind > end or (behind < end and self.words[behind] == "-" and self._stuck(behind)):
                kept.append(number)
                number += 1
                continue
            while kept and kept[-1] == number - 1 and self._leads_to_date(kept[-1]):
                kept.pop()
                number -= 1
            number = behind
            if number < end and self.words[number] == "," and (not kept or self.words[kept[-1]] == ","):
                number += 1

    def _leads_to_date(self, token: int) -> bool:
        """Whether a word goes with the date behind it: "on", "shortly before"."""
        return bool(self.classes[token] & PREPOSITION) or self.tokens.lowers[token] in _DATE_LEADS

    def _fit(self, kept: list[int], room: int) -> list[int]:
        """As many tokens as there is room for, ending before a border where one is near."""
        starts, ends = self.starts, self.ends
        length = 0
        border = 0  # the last place for a cut within the room
        enough = room * _ENOUGH
        for position, token in enumerate(kept):
            apart = position and (starts[token] > ends[token - 1] or kept[position - 1] != token - 1)
            if position and self._is_border(token):
                if length <= room:
                    border = position if length >= enough or length >= SHORTEST_CUT else border
                else:
                    return kept[: border or position]
            length += ends[token] - starts[token] + bool(apart)
            if length > room and border:
                return kept[:border]
            if length > room * _AT_MOST:
                return kept[: max(position, 1)]
        return kept

    def _is_border(self, token: int) -> bool:
        """Whether a line may end before the token: a preposition, conjunction or mark, but no "to" of an infinitive."""
        bits = self.classes[token]
        return bool(bits & _BORDERS) and not bits & BE and self.tokens.lowers[token] != "to" and not self._glued(token)

    def _stuck(self, token: int) -> bool:
        """Whether no space stands before a token: the hyphen of "13-year-old"."""
        return self.starts[token] == self.ends[token - 1]

    def _glued(self, token: int) -> bool:
        """Whether a token hangs on the one before it without space: "off" in "kick-off"."""
        return token > 0 and self.starts[token] == self.ends[token - 1] and self.words[token] not in _TIGHT_BEFORE

    def _close(self, kept: list[int]) -> None:
        """Takes words off the end that nothing follows, and an opening quotation mark that is not closed."""
        while kept:
            token = kept[-1]
            bits = self.classes[token]
            weak = (
                bits & _WEAK_ENDS and not bits & (MARK | BE) and not (self._glued(token) and self.words[token] != "-")
            )
            if not weak and not (self.words[token] in _OPENING_MARKS and not self._glued(token)):
                return
            kept.pop()

    def _join(self, kept: list[int]) -> str:
        """The tokens with the spaces the text has between neighbours, and one where words were left out."""
        starts, ends, words = self.starts, self.ends, self.words
        parts: list[str] = []
        before = -1
        for token in kept:
            if before >= 0 and (
                starts[token] > ends[before] if token == before + 1 else words[token] not in _TIGHT_BEFORE
            ):
                parts.append(" ")
            parts.append(words[token])
            before = token
        return _balanced("".join(parts))


def _balanced(line: str) -> str:
    """The line without quotation marks that have no partner."""
    for opening, closing in (("“", "”"), ("«", "»"), ('"', '"')):
        count = line.count(opening)
        if count % 2 if opening == closing else count != line.count(closing):
            line = line.replace(opening, " ").replace(closing, " ")
    return " ".join(line.split())


def capital(line: str) -> str:
    """The line with a capital letter in front."""
    return line[:1].upper() + line[1:]
