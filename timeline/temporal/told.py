"""What an article has told so far: the dates that later expressions lean on.

What comes in: the expressions of one article with their meanings and the day of publication or None, and a function
that anchors one of them. What goes out: the period of an expression, once, and the last date, day and quarter told. How
an expression is anchored is decided in ``anchoring``, ``stepping`` and ``naming``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from timeline.temporal.calendars import Period, of_day
from timeline.temporal.narratives import is_narrative
from timeline.temporal.unresolved import parse
from timeline.values.dates import TimeExpression

_NEAR_SENTENCES = 1
_FAR_AHEAD_YEARS = 2
#: Behind these lengths "a year earlier" is no quarter any more.
_ACCOUNTS = frozenset(("P6M", "P9M", "P12M", "P1Y"))
_UNANCHORED = frozenset(("length", "set", "vague", "unknown"))


class Anchored:
    """What one expression was found to be: its period, the ground, where it hangs, and a second live reading."""

    __slots__ = ("anchor", "basis", "period", "second")

    def __init__(
        self, period: Period | None, basis: str = "", anchor: str | None = None, second: Period | None = None
    ) -> None:
        self.period = period
        self.basis = basis
        self.anchor = anchor
        self.second = second


OPEN = Anchored(None)


class Told:
    """The expressions of an article and what was told by them; ask in text order.

    Attributes:
        published: The day of publication, or None.
        narrative: Whether dates follow the story and not the day of publication.
        last, last_day, last_quarter: Positions of the last date, day and quarter told; None before the first.
        in_quarters: Whether quarters are being talked about, and not half a year or the whole.
    """

    def __init__(
        self, timexes: Sequence[TimeExpression], published_on: date | None, anchor: Callable[[Told, int], Anchored]
    ) -> None:
        self.timexes = timexes
        self.meanings = [parse(timex.unresolved) for timex in timexes]
        self.published = of_day(published_on) if published_on is not None else None
        self.narrative = is_narrative(self.meanings, self.published)
        self.positions = {timex.index: number for number, timex in enumerate(timexes)}
        self.last: int | None = None
        self.last_day: int | None = None
        self.last_quarter: int | None = None
        self.in_quarters = False
        self._anchor = anchor
        self._done: dict[int, Anchored] = {}

    def of(self, number: int) -> Anchored:
        """The anchor of one expression; what follows may lean on it."""
        anchored = self.anchored(number)
        self._remember(number, anchored)
        if self.meanings[number].kind == "length" and self.meanings[number].value in _ACCOUNTS:
            self.in_quarters = False
        return anchored

    def anchored(self, number: int) -> Anchored:
        """The anchor of an expression, before or behind the one that asks; found once."""
        found = self._done.get(number)
        if found is None:
            self._done[number] = OPEN  # ends a circle of two partners
            found = self._done[number] = self._find(number)
        return found

    def _find(self, number: int) -> Anchored:
        if self.meanings[number].kind in _UNANCHORED:
            return OPEN
        try:
            found = self._anchor(self, number)
            for period in (found.period, found.second):
                if period is not None and not period.value:
                    return OPEN
        except (ValueError, OverflowError):  # beyond the calendar, where a period has no value either
            return OPEN
        return found

    def period_at(self, position: int | None) -> Period | None:
        """The period of the expression at a position."""
        return None if position is None else self.anchored(position).period

    def name_of(self, position: int) -> str:
        """How an anchor names the expression at a position."""
        return f"timex:{self.timexes[position].index}"

    def distance(self, number: int, position: int) -> int:
        """How many sentences an expression stands behind another one."""
        return self.timexes[number].sentence - self.timexes[position].sentence

    def leaned_on(self, number: int) -> int | None:
        """Where the expression stands that another leans on: what the tagger saw, else what was told last."""
        reference = self.timexes[number].reference
        if reference is not None:
            position = self.positions.get(int(reference.removeprefix("timex:")))
            if position is not None and position < number:
                return position
        return self.last

    def _remember(self, number: int, anchored: Anchored) -> None:
        """Keep what later expressions may lean on; a story does not lean on the day on which it was written."""
        period = anchored.period
        if period is None or not self.meanings[number].dated:
            return
        if self.narrative and (anchored.anchor == "published" or self._is_aside(number, period)):
            return
        self.last = number
        if period.unit == "D":
            self.last_day = number
        elif period.unit == "Q" and self.meanings[number].leaning != "refunit":
            self.last_quarter = number
            self.in_quarters = True

    def _is_aside(self, number: int, period: Period) -> bool:
        """Whether a story only glances at a date and goes on from where it was.

        "the year before" is one, and the bare year in "as in 1790 they met" when a day or month was told just before:
        the years behind it and those far ahead.
        """
        meaning = self.meanings[number]
        if meaning.kind == "step":
            return bool(meaning.leaning and meaning.sign < 0 and meaning.count and self.last is not None)
        if meaning.kind != "period" or period.unit != "Y" or meaning.inside or self.last is None:
            return False
        told = self.period_at(self.last)
        if told is None or told.unit not in ("D", "M"):
            return False
        near = self.timexes[number].sentence - self.timexes[self.last].sentence <= _NEAR_SENTENCES
        return near and not told.year <= period.year <= told.year + _FAR_AHEAD_YEARS
