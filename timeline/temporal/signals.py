"""What stands directly before an expression: the connective ("ahead of"), what softens it ("about"), and ranges of two.

What comes in: tokens and the range of an expression. What goes out: the signal in small letters, the TIMEX3 mod. What a
signal means for an event (a deadline, a beginning) is decided in ``timeline.events.dates``.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.lexicons.time import TimeLexicon
from timeline.temporal.unresolved import parse
from timeline.values.text import Sentence, TokenizedText

#: The last word of an entry to what it means alone, and by the word before it to the longer entries, longest first.
_Table = dict[str, tuple[str | None, dict[str, list[tuple[tuple[str, ...], str]]]]]

#: "over" and "under" soften a count; before "the past two months" they are plain prepositions.
_PERIODS = ("period", "span", "stretch", "timeframe")
_DETERMINERS = frozenset(("the", "this", "that", "last", "next", "these", "those"))
_SOFT_ANYWHERE = ("APPROX", "EQUAL_OR_MORE", "START", "END")
#: Two expressions with a joiner between them are one range when one of these opens it, or where none is needed.
OPENERS = frozenset(("from", "between"))


class SignalFinder:
    """Signals, approximators and range words of one lexicon, looked up from their last word backwards."""

    __slots__ = ("_approximators", "_joiners", "_opened_joiners", "_signals")

    def __init__(self, lexicon: TimeLexicon) -> None:
        self._signals = _by_last_word((words, words) for group in lexicon.signals for words in group.words)
        self._approximators = _by_last_word(
            (words, group.mod) for group in lexicon.approximators for words in group.words
        )
        self._joiners = frozenset(word for pair in lexicon.ranges if "" in pair.opener for word in pair.joiner)
        self._opened_joiners = frozenset(word for pair in lexicon.ranges for word in pair.joiner)

    def before(
        self, tokens: TokenizedText, first: int, end: int, sentence: Sentence, unresolved: str
    ) -> tuple[str | None, str | None]:
        """Signal and mod of the words before tokens ``first`` to ``end``: "by about [noon]" is ``("by", "APPROX")``.

        What the expression means tells whether it counts: "over two weeks" is softened, "over Christmas" is not.
        """
        lowers, lowest = tokens.lowers, sentence.first_token
        if first <= lowest:
            return None, None
        softener = None
        if lowers[first - 1] in self._approximators:
            mod, begin = _look_up(self._approximators, lowers, first, lowest)
            if mod is not None and (mod in _SOFT_ANYWHERE or _counts(lowers, first, end, unresolved)):
                first, softener = begin, mod
        return _look_up(self._signals, lowers, first, lowest)[0], softener

    def joins(self, tokens: TokenizedText, end: int, first: int, signal: str | None) -> bool:
        """Whether the words between two expressions make them one range: "from [3] to [5 March]"."""
        between = tokens.lowers[end:first]
        if len(between) == 2 and between[1] in ("the", "about", "around", "at", "on"):
            between = between[:1]
        if len(between) != 1:
            return False
        opened = signal is not None and signal.split()[-1] in OPENERS
        if between[0] == "and":
            return signal is not None and signal.split()[-1] == "between"
        if between[0] in ("-", "–", "—"):
            return True
        return between[0] in (self._opened_joiners if opened else self._joiners)


def _counts(lowers: tuple[str, ...], first: int, end: int, unresolved: str) -> bool:
    """Whether "over" before it means more: "over two weeks", but not "over a two-week period", "over the past year"."""
    return lowers[first] not in _DETERMINERS and lowers[end - 1] not in _PERIODS and parse(unresolved).counts


def _by_last_word(entries: Iterable[tuple[str, str]]) -> _Table:
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for words, meaning in entries:
        parts = tuple(words.split())
        found.setdefault(parts[-1], {}).setdefault(parts, meaning)
    table: _Table = {}
    for last, known in found.items():
        longer: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for parts in sorted(known, key=len, reverse=True):
            if len(parts) > 1:
                longer.setdefault(parts[-2], []).append((parts, known[parts]))
        table[last] = known.get((last,)), longer
    return table


def _look_up(table: _Table, lowers: tuple[str, ...], first: int, lowest: int) -> tuple[str | None, int]:
    """The meaning of the longest entry that ends before ``first``, and where it begins."""
    if first > lowest and (entry := table.get(lowers[first - 1])) is not None:
        alone, longer = entry
        if longer and first - 1 > lowest:
            for words, meaning in longer.get(lowers[first - 2], ()):
                begin = first - len(words)
                if begin >= lowest and lowers[begin:first] == words:
                    return meaning, begin
        if alone is not None:
            return alone, first - 1
    return None, first
