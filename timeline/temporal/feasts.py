"""The days of feasts: fixed days, "third Monday of January", Easter and the Islamic and Jewish calendars.

What comes in: a feast of the lexicon and a year of our calendar. What goes out: first and last day, the tolerance lies
in the record. Which year is meant is decided in ``resolver``.

Sources: Easter by Meeus, Jones and Butcher (Gregorian) and Meeus (Julian); Umm al-Qura through hijridate, which covers
1924 to 2077; the Jewish calendar through pyluach. Both are imported when a feast of theirs is first met.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from timeline.lexicons.time import Feast, feast_of
from timeline.temporal.calendars import Period, of_day

_WEEK = 7
_HIJRI_YEAR_ONE = 622
_HIJRI_DAYS, _SOLAR_DAYS = 354.367, 365.2425
_HEBREW_OFFSET = 3760
_JULIAN_CENTURY_GAP = 13  # days between the calendars from 1900 to 2099


@lru_cache(maxsize=2048)
def feast_days(feast: Feast, year: int) -> tuple[tuple[date, date], ...]:
    """First and last day of each time the feast begins in a year; an Islamic feast may come twice, or not at all.

    Easter Monday of 2024 is ``((date(2024, 4, 1), date(2024, 4, 1)),)``. Empty beyond what the calendars cover.
    """
    if not MINYEAR < year < MAXYEAR:
        return ()
    match feast.kind:
        case "fixed":
            first_days = [date(year, feast.month, feast.day)]
        case "nth":
            first_days = [_nth_weekday(year, feast.month, feast.weekday, feast.nth)]
        case "easter":
            easter = _orthodox_easter(year) if feast.calendar == "orthodox" else _easter(year)
            first_days = [easter + timedelta(days=feast.offset)]
        case "listed":
            first_days = [day for day in map(date.fromisoformat, feast.dates) if day.year == year]
        case "hijri":
            return tuple(days for days in _hijri(feast, year) if days[0].year == year)
        case _:
            return tuple(days for days in _hebrew(feast, year) if days[0].year == year)
    return tuple((first, first + timedelta(days=feast.days - 1)) for first in first_days)


def feast_periods(name: str, year: int) -> list[Period]:
    """The first days of a feast in a year; its length is told by ``feast_span``."""
    feast = feast_of(name)
    return [of_day(first) for first, _ in feast_days(feast, year)] if feast is not None else []


def feast_span(name: str, first: date) -> tuple[date, int]:
    """The last day of the feast that begins on a day, and by how many days a country may differ."""
    feast = feast_of(name)
    if feast is None:
        return first, 0
    for begin, last in feast_days(feast, first.year):
        if begin == first:
            return last, feast.tolerance
    return first, feast.tolerance


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday of a month; -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % _WEEK + _WEEK * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % _WEEK)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, leap_rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quarter, quarter_rest = divmod(rest, 4)
    weekday = (32 + 2 * leap_rest + 2 * quarter - moon - quarter_rest) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, as a day of our calendar (1900 to 2099)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_JULIAN_CENTURY_GAP)


def _hijri(feast: Feast, year: int) -> Iterator[tuple[date, date]]:
    """Days of an Islamic feast in the two or three Islamic years that touch a year of ours."""
    from hijridate import Hijri

    guess = int((year - _HIJRI_YEAR_ONE) * _SOLAR_DAYS / _HIJRI_DAYS)
    for hijri_year in (guess, guess + 1, guess + 2):
        try:
            start = Hijri(hijri_year, feast.month, feast.day or 1)
            first = start.to_gregorian()
            length = start.month_length() if feast.whole_month else feast.days
        except (ValueError, OverflowError):
            continue
        day = date(first.year, first.month, first.day)
        yield day, day + timedelta(days=length - 1)


def _hebrew(feast: Feast, year: int) -> Iterator[tuple[date, date]]:
    """Days of a Jewish feast in the two Jewish years that touch a year of ours."""
    from pyluach.dates import HebrewDate
    from pyluach.hebrewcal import Year

    for hebrew_year in (year + _HEBREW_OFFSET, year + _HEBREW_OFFSET + 1):
        month = feast.month
        if feast.name == "purim" and Year(hebrew_year).leap:
            month += 1  # in a leap year Purim is kept in the second Adar
        first = HebrewDate(hebrew_year, month, feast.day).to_pydate()
        yield first, first + timedelta(days=feast.days - 1)
