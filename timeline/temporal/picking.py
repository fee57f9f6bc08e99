"""Names to periods: which Thursday, May, third quarter or Easter is meant, seen from a day and in a direction.

What comes in: a name ("wd:4", "md:10-07"), the period from which it is seen and the direction ("-", "+", "0" or a cue).
What goes
out: the period chosen, and the second one when the choice is open. From which day it is seen is decided in
    ``resolver``.

The defaults were measured on annotated news: weekdays look back (the same day counts), months and days of months go to
    the nearest, quarters to the one that has begun.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from timeline.temporal.calendars import SEASONS, Period, day_period
from timeline.temporal.feasts import feast_periods
from timeline.temporal.inside import pick_inside
from timeline.temporal.meaning import pivot_year
from timeline.temporal.unresolved import Pick

_HALF_YEAR_DAYS = 183
_CUE_REACH_DAYS = 300  # how far a clear direction may carry a day of a month
_CUE_REACH_MONTHS = 9
_AHEAD_MONTHS = 3  # without a cue a month is taken for a coming one only when it is this close
_FAR_AHEAD_DAYS = 150  # without a cue a day further ahead is rather the one behind
_CLOSE_DAYS = 20  # a day about half a year away could be either

#: The cue of names that lean on what was told before: a story goes forward, with small steps back.
STORY = "story"
#: The cue of a plan that fell through: its day is close, ahead or behind.
NEAREST = "nearest"
_HALF_WEEK_DAYS = 3
_STORY_BACK_DAYS = 150
_STORY_BACK_MONTHS = 3

_CHOICES_KEPT = 8192

Choice = tuple[Period | None, Period | None]
_NONE: Choice = (None, None)


def pick_from(name: Pick, seen_from: Period, direction: str, cue: str | None) -> Choice:
    """The period that a name means when it is seen from a day, and a second reading where one is live.

    ``pick_from(Pick("wd", "4"), <Wed 2024-02-28>, "", "future")`` is Thursday 2024-02-29.

    Args:
        name: The name.
        seen_from: The day of publication or of the reference; a longer period counts from its beginning.
        direction: ``-``, ``+`` or ``0`` when the words fix it, else empty.
        cue: ``past``, ``future``, ``NEAREST``, ``STORY`` or None.
    """
    return _picked(name.kind, name.name, seen_from.unit, seen_from.index, direction, cue)


@lru_cache(maxsize=_CHOICES_KEPT)
def _picked(kind: str, word: str, unit: str, index: int, direction: str, cue: str | None) -> Choice:
    """As ``pick_from``; articles of one day see the same few names from it."""
    name, seen_from = Pick(kind, word), Period(unit, index)
    if cue == STORY and seen_from.unit == "Y" and name.kind in ("md", "m", "s", "q", "h", "feast"):
        return pick_inside(name, seen_from), None
    if cue == NEAREST and name.kind != "wd":
        cue = None
    match name.kind:
        case "wd":
            return _weekday(int(name.name), seen_from, direction, cue)
        case "md":
            return _month_day(name.name, seen_from, direction, cue)
        case "m":
            return _month(int(name.name), seen_from, direction, cue), None
        case "q":
            return _part_of_year("Q", int(name.name), 4, seen_from, direction, cue), None
        case "h":
            return _part_of_year("H", int(name.name), 2, seen_from, direction, cue), None
        case "s":
            return _season(name.name, seen_from, direction, cue), None
        case "dd":
            return _day_of_month(int(name.name), seen_from, direction, cue), None
        case "yy":
            return Period("Y", pivot_year(int(name.name), seen_from.year)), None
        case "dec":
            return Period("DEC", pivot_year(int(name.name), seen_from.year) // 10), None
        case "cen":
            return century(name.name), None
        case "feast":
            return _feast(name.name, seen_from, direction, cue), None
    return _NONE


def century(number: str) -> Period:
    """ "19" is the 19th century, "-4" the 4th before our era."""
    return Period("CEN", int(number) - 1) if int(number) > 0 else Period("CEN", int(number) + 1)


def _first_day(period: Period) -> Period | None:
    try:
        return period.widen("D")
    except (ValueError, OverflowError):
        return None


def _weekday(weekday: int, seen_from: Period, direction: str, cue: str | None) -> Choice:
    day = _first_day(seen_from)
    if day is None:
        return _NONE
    back = (date.fromordinal(day.index).isoweekday() - weekday) % 7
    previous = day.shift(-back)
    match direction:
        case "-":
            return (previous if back else day.shift(-7)), None
        case "+":
            return day.shift(7 - back), None
        case "+0":
            return (day.shift(7 - back) if back else day), None
        case "0" if cue != "past":
            return (day.shift(7 - back) if back else day), None
    if cue == NEAREST and back > _HALF_WEEK_DAYS:
        return day.shift(7 - back), previous
    if cue in ("future", STORY):
        return (day.shift(7 - back) if back else day), None
    return previous, None


def _month_day(name: str, seen_from: Period, direction: str, cue: str | None) -> Choice:
    day = _first_day(seen_from)
    if day is None:
        return _NONE
    month, number = (int(part) for part in name.split("-"))
    around = [
        period for year in range(day.year - 8, day.year + 9) if (period := day_period(year, month, number)) is not None
    ]
    around.sort(key=lambda period: abs(period.index - day.index))
    if not around:
        return _NONE
    if direction:
        kept = [period for period in around if (period.index < day.index) == (direction == "-")]
        return (kept[0] if kept else None), None
    if cue == STORY:
        kept = [period for period in around if period.index - day.index >= -_STORY_BACK_DAYS]
        return min(kept, key=lambda period: period.index), None
    nearest = around[0]
    distance = nearest.index - day.index
    if cue is not None and len(around) > 1:
        agreeing = [
            period
            for period in around[:2]
            if (period.index > day.index) == (cue == "future") or period.index == day.index
        ]
        reached = agreeing and agreeing[0] is not nearest and abs(agreeing[0].index - day.index) <= _CUE_REACH_DAYS
        if reached and abs(distance) > _CLOSE_DAYS:
            return agreeing[0], nearest
    if cue is None and distance > _FAR_AHEAD_DAYS and around[1].index < day.index:
        return around[1], nearest
    second = around[1] if len(around) > 1 and _HALF_YEAR_DAYS - abs(distance) < _CLOSE_DAYS else None
    return nearest, second


def _month(month: int, seen_from: Period, direction: str, cue: str | None) -> Period | None:
    current = seen_from.widen("M") if seen_from.unit not in ("Y", "DEC", "CEN") else Period("M", seen_from.year * 12)
    ahead = (month - 1 - current.index) % 12
    match direction:
        case "-":
            return current.shift(ahead - 12)
        case "+":
            return current.shift(ahead or 12)
    if cue == "future" and ahead <= _CUE_REACH_MONTHS:
        return current.shift(ahead)
    if cue == "past":
        return current.shift(ahead - 12 if ahead else 0)
    if cue == STORY:
        return current.shift(ahead if ahead < 12 - _STORY_BACK_MONTHS else ahead - 12)
    return current.shift(ahead if ahead < _AHEAD_MONTHS else ahead - 12)


def _part_of_year(
    unit: str, number: int, count: int, seen_from: Period, direction: str, cue: str | None
) -> Period | None:
    if not 1 <= number <= count:
        return None
    current = seen_from.widen(unit)
    ahead = (number - 1 - current.index) % count
    if direction == "+":
        return current.shift(ahead or count)
    if direction == "-":
        return current.shift(ahead - count)
    if cue == "future" and ahead == 1:
        return current.shift(ahead)
    return current.shift(ahead - count if ahead else 0)


def _season(name: str, seen_from: Period, direction: str, cue: str | None) -> Period | None:
    current = seen_from.widen("S")
    ahead = (SEASONS.index(name) - current.index) % 4
    match direction:
        case "-":
            return current.shift(ahead - 4)
        case "+":
            return current.shift(ahead or 4)
        case "0":
            return current.shift(ahead - 4 if cue == "past" and ahead else ahead)
    if cue == "future":
        return current.shift(ahead)
    if cue == "past":
        return current.shift(ahead - 4 if ahead else 0)
    if cue == STORY:
        return current.shift(ahead if ahead < 3 else -1)
    return current.shift(ahead if ahead < 2 else ahead - 4)


def _day_of_month(number: int, seen_from: Period, direction: str, cue: str | None) -> Period | None:
    day = _first_day(seen_from)
    if day is None:
        return None
    month = day.widen("M")
    found = [
        period
        for step in (-1, 0, 1)
        if (period := day_period(month.shift(step).year, month.shift(step).index % 12 + 1, number)) is not None
    ]
    wanted = direction or {"future": "+", "past": "-"}.get(cue or "", "")
    kept = [period for period in found if not wanted or (period.index >= day.index) == (wanted == "+")] or found
    return min(kept, key=lambda period: abs(period.index - day.index)) if kept else None


def _feast(name: str, seen_from: Period, direction: str, cue: str | None) -> Period | None:
    day = _first_day(seen_from)
    if day is None:
        return None
    found = [period for year in range(day.year - 1, day.year + 2) for period in feast_periods(name, year)]
    wanted = direction or {"future": "+", "past": "-"}.get(cue or "", "")
    if wanted:
        kept = [
            period
            for period in found
            if (_last(period) >= day.index if wanted == "+" else period.widen("D").index <= day.index)
        ]
        if direction == "-":
            kept = [period for period in kept if _last(period) < day.index]
        found = kept or found
    return min(found, key=lambda period: _distance(period, day.index)) if found else None


def _distance(period: Period, day: int) -> int:
    first, last = period.widen("D").index, _last(period)
    return 0 if first <= day <= last else min(abs(first - day), abs(last - day))


def _last(period: Period) -> int:
    days = period.days
    return days[1].toordinal() if days else period.widen("D").index
