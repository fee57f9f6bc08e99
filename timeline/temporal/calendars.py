"""Periods of the calendar: one unit and a number, so that stepping, widening and picking are arithmetic.

``Period("W", n)`` is an ISO week, ``Period("Y", 2024)`` a year (negative before our era: ``Period("Y", -490)`` is 490
BC). A period knows its TIMEX3 value and, from year 1 on, its first and last day. Nothing here reads text.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date
from functools import lru_cache

from timeline.values.dates import Granularity

SEASONS = ("SP", "SU", "FA", "WI")
_SEASON_FIRST_MONTHS = (3, 6, 9, 12)
_MONTHS = 12
_WEEK = 7
_SATURDAY = 5  # days behind Monday
_DECADE, _CENTURY = 10, 100

GRANULARITIES = {
    "D": Granularity.DAY,
    "WE": Granularity.WEEKEND,
    "W": Granularity.WEEK,
    "M": Granularity.MONTH,
    "S": Granularity.SEASON,
    "Q": Granularity.QUARTER,
    "H": Granularity.HALF,
    "Y": Granularity.YEAR,
    "DEC": Granularity.DECADE,
    "CEN": Granularity.CENTURY,
}

_PARTS_OF_YEAR = {"M": 12, "S": 4, "Q": 4, "H": 2, "Y": 1}
_LAST_DAY = date.max.toordinal()
_YEARS = {"DEC": _DECADE, "CEN": _CENTURY}
_UNITS_BY_LENGTH = ("D", "WE", "W", "M", "S", "Q", "H", "Y", "DEC", "CEN")
_PERIODS_KEPT = 4096
#: A weekday and a day of a month agree every 5, 6 or 11 years.
_NEAREST_YEARS = (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6)


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week, weekend, month, season, quarter, half, year, decade or century.

    Attributes:
        unit: ``D W WE M S Q H Y DEC CEN``.
        index: Days: the proleptic ordinal; weeks and weekends: that of their Monday divided by seven; months: year
            times
            twelve plus month less one, and so the other parts of a year; decades and centuries: the year divided.
    """

    unit: str
    index: int

    def shift(self, count: int) -> Period:
        """The period ``count`` further on."""
        return Period(self.unit, self.index + count)

    @property
    def year(self) -> int:
        """The year in which it begins."""
        if self.unit in _PARTS_OF_YEAR:
            return self.index // _PARTS_OF_YEAR[self.unit]
        if self.unit in _YEARS:
            return self.index * _YEARS[self.unit]
        return date.fromordinal(self._ordinal()).year

    def _ordinal(self) -> int:
        """The ordinal of its first day."""
        if self.unit == "D":
            return self.index
        if self.unit == "W":
            return self.index * _WEEK + 1
        if self.unit == "WE":
            return self.index * _WEEK + 1 + _SATURDAY
        return date(*self._first()).toordinal()

    def _first(self) -> tuple[int, int, int]:
        match self.unit:
            case "M":
                return self.index // _MONTHS, self.index % _MONTHS + 1, 1
            case "Q":
                return self.index // 4, self.index % 4 * 3 + 1, 1
            case "H":
                return self.index // 2, self.index % 2 * 6 + 1, 1
            case "S":
                return self.index // 4, _SEASON_FIRST_MONTHS[self.index % 4], 1
        return self.year, 1, 1

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day, or None where Python's calendar ends."""
        return _days_of(self.unit, self.index)

    def _first_and_last(self) -> tuple[date, date] | None:
        try:
            if self.unit == "D" and self.index < _LAST_DAY:  # most periods are days
                day = date.fromordinal(self.index)
                return day, day
            first = date.fromordinal(self._ordinal())
            following = self.shift(1)
            if self.unit == "WE":
                return first, date.fromordinal(first.toordinal() + 1)
            if following.year > MAXYEAR:
                return first, date(MAXYEAR, _MONTHS, 31)
            return first, date.fromordinal(following._ordinal() - 1)
        except (ValueError, OverflowError):
            return None

    @property
    def value(self) -> str:
        """The TIMEX3 value: ``2024-02-28``, ``2024-W09-WE``, ``2024-Q1``, ``2024-SU``, ``199``, ``19``."""
        return _value_of(self.unit, self.index)

    def _written(self) -> str:
        match self.unit:
            case "D":
                return date.fromordinal(self.index).isoformat()
            case "W" | "WE":
                year, week, _ = date.fromordinal(self.index * _WEEK + 1).isocalendar()
                return f"{year:04d}-W{week:02d}" + ("-WE" if self.unit == "WE" else "")
            case "DEC":
                return f"{self.index:03d}" if self.index >= 0 else f"BC{-self.index:03d}"
            case "CEN":
                return f"{self.index:02d}" if self.index >= 0 else f"BC{-self.index:02d}"
        year = self.year
        shown = f"{year:04d}" if year > 0 else f"BC{-year:04d}"
        match self.unit:
            case "M":
                return f"{shown}-{self.index % _MONTHS + 1:02d}"
            case "Q":
                return f"{shown}-Q{self.index % 4 + 1}"
            case "H":
                return f"{shown}-H{self.index % 2 + 1}"
            case "S":
                return f"{shown}-{SEASONS[self.index % 4]}"
        return shown

    def widen(self, unit: str) -> Period:
        """The period of another unit in which this one begins: the week, month or year of a day.

        >>> of_day(date(2024, 12, 30)).widen("W").value
        '2025-W01'
        """
        if unit == self.unit:
            return self
        if unit == "Y":
            return Period("Y", self.year)
        if unit in _YEARS:
            return Period(unit, self.year // _YEARS[unit])
        if self.unit in _PARTS_OF_YEAR and self.year < 1:
            year, month, _ = self._first()
            return _within_year(unit, year, month)
        first = date.fromordinal(self._ordinal())
        match unit:
            case "D":
                return Period("D", first.toordinal())
            case "W" | "WE":
                return Period(unit, (first.toordinal() - 1) // _WEEK)
        return _within_year(unit, first.year, first.month)


# Articles of one time speak of the same few periods, each several times over.
@lru_cache(maxsize=_PERIODS_KEPT)
def _days_of(unit: str, index: int) -> tuple[date, date] | None:
    return Period(unit, index)._first_and_last()


@lru_cache(maxsize=_PERIODS_KEPT)
def _value_of(unit: str, index: int) -> str:
    return Period(unit, index)._written()


def _within_year(unit: str, year: int, month: int) -> Period:
    """The month, quarter, half or season that holds a month; a winter belongs to the year in which it begins."""
    match unit:
        case "M":
            return Period("M", year * _MONTHS + month - 1)
        case "Q":
            return Period("Q", year * 4 + (month - 1) // 3)
        case "H":
            return Period("H", year * 2 + (month - 1) // 6)
        case "S":
            return Period("S", year * 4 + (month // 3 - 1 if month >= _SEASON_FIRST_MONTHS[0] else -1))
    return Period("Y", year)


def of_day(day: date) -> Period:
    """A day as a period."""
    return Period("D", day.toordinal())


def day_period(year: int, month: int, day: int) -> Period | None:
    """The day, or None when the calendar has no such day."""
    try:
        return of_day(date(year, month, day))
    except ValueError:
        return None


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return monthrange(year, month)[1]


def agreeing_day(period: Period, weekday: int) -> Period | None:
    """The same day of the nearest year in which it falls on the weekday: "Friday, Oct. 13" tells its year."""
    day = date.fromordinal(period.index)
    for distance in _NEAREST_YEARS:
        found = day_period(day.year + distance, day.month, day.day)
        if found is not None and date.fromordinal(found.index).isoweekday() == weekday:
            return found
    return None


def is_longer(unit: str, than: str) -> bool:
    """Whether a unit is longer than another; of units without a place in the calendar yes."""
    order = _UNITS_BY_LENGTH
    return order.index(unit) > order.index(than) if unit in order and than in order else True
