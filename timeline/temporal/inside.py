"""What is picked inside a longer period or beside a day: June of a year, the first Monday of May.

What comes in: a name ("m:06", "nwd:1-1", "shift:-10Y") and the period it is picked from. What goes out: the period, or
None where there is none. Which year or month it is picked from is decided in ``picking`` and ``anchoring``.
"""

from __future__ import annotations

import re
from datetime import date

from timeline.temporal.calendars import SEASONS, Period, day_period, days_in_month, of_day
from timeline.temporal.feasts import feast_periods
from timeline.temporal.unresolved import Pick

_SHIFT = re.compile(r"([+-]\d+)(D|W|FN|M|Y|DEC)?")
_WEEK, _FORTNIGHT, _MONTHS, _DECADE = 7, 14, 12, 10
_FACTORS = {"D": 1, "W": _WEEK, "FN": _FORTNIGHT, "M": 1, "Y": _MONTHS, "DEC": _MONTHS * _DECADE}


def pick_inside(name: Pick, outer: Period) -> Period | None:
    """The period with this name inside a longer one: June of a year.

    "in:W" is the week around it, "shift:-1D" the day before it, "nwd:2-5" its second Friday, "nd:-1" its last day,
    "next:1" the first Monday behind it.
    """
    year = outer.year
    match name.kind:
        case "wd" if outer.unit in ("W", "WE"):
            return Period("D", outer.widen("W").index * _WEEK + int(name.name))
        case "md":
            month, day = name.name.split("-")
            return day_period(year, int(month), int(day))
        case "m":
            return Period("M", year * _MONTHS + int(name.name) - 1)
        case "q":
            return Period("Q", year * 4 + int(name.name) - 1) if name.name in "1234" else None
        case "h":
            return Period("H", year * 2 + int(name.name) - 1) if name.name in "12" else None
        case "s":
            return Period("S", year * 4 + SEASONS.index(name.name))
        case "feast":
            found = feast_periods(name.name, year)
            return found[0] if found else None
        case "in":
            return outer.widen(name.name)
        case "shift":
            return _shifted(outer, name.name)
        case "nwd":
            number, _, weekday = name.name.rpartition("-")
            return _nth_weekday(outer, int(number), int(weekday))
        case "nd":
            return _nth_day(outer, int(name.name))
        case "next" | "prev":
            return _weekday_beside(outer, int(name.name), behind=name.kind == "next")
    return None


def _shifted(period: Period, how: str) -> Period | None:
    """So many days, weeks, months or years from a day or a longer period; 29 February goes to the 28th."""
    match = _SHIFT.fullmatch(how)
    if match is None:
        return None
    count, unit = int(match[1]) * _FACTORS[match[2] or "D"], match[2] or "D"
    if period.unit != "D":
        if period.unit == "W" and unit == "Y":
            return _same_week(period, match[1])
        first = period.widen("D")
        moved = _shifted(first, how)
        return None if moved is None else moved.widen(period.unit)
    if unit in ("D", "W", "FN"):
        return period.shift(count)
    day = date.fromordinal(period.index)
    year, month = divmod(day.year * _MONTHS + day.month - 1 + count, _MONTHS)
    return of_day(date(year, month + 1, min(day.day, days_in_month(year, month + 1))))


def _same_week(week: Period, years: str) -> Period | None:
    """The week of the same number so many years away."""
    year, number, _ = date.fromordinal(week.index * _WEEK + 1).isocalendar()
    try:
        return Period("W", (date.fromisocalendar(year + int(years), number, 1).toordinal() - 1) // _WEEK)
    except ValueError:  # a 53rd week
        return None


def _nth_weekday(outer: Period, number: int, weekday: int) -> Period | None:
    """The nth such weekday of a period; -1 is the last."""
    days = outer.days
    if days is None or outer.unit == "D" or number == 0:
        return None
    first, last = days
    if number > 0:
        found = first.toordinal() + (weekday - first.isoweekday()) % _WEEK + _WEEK * (number - 1)
    else:
        found = last.toordinal() - (last.isoweekday() - weekday) % _WEEK + _WEEK * (number + 1)
    return Period("D", found) if first.toordinal() <= found <= last.toordinal() else None


def _nth_day(outer: Period, number: int) -> Period | None:
    """The nth day of a period; -1 is the last."""
    days = outer.days
    if days is None:
        return None
    first, last = days
    return of_day(first).shift(number - 1) if number > 0 else of_day(last).shift(number + 1)


def _weekday_beside(outer: Period, weekday: int, *, behind: bool) -> Period | None:
    """The first such weekday behind a period, or the last one before it."""
    days = outer.days
    if days is None:
        return None
    first, last = days
    if behind:
        return of_day(last).shift((weekday - last.isoweekday() - 1) % _WEEK + 1)
    return of_day(first).shift(-((first.isoweekday() - weekday - 1) % _WEEK + 1))
