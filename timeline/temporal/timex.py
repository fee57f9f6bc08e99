"""Periods, values and dates: TIMEX3 ``value`` for exchange, ``EventDate`` for everything inside.

What comes in: a resolved period with part of day or clock time and modifier. What goes out: the TIMEX3 value, and the
first and last day with the edges that "early", "mid" and "late" cut. Which period is meant is decided in ``resolver``.

Source: ISO 24617-1 (ISO-TimeML), TIMEX3 attributes ``value`` and ``mod``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from timeline.temporal.calendars import GRANULARITIES, SEASONS, Period, day_period
from timeline.values.dates import EventDate, Granularity, build_event_date, day_after

#: TIMEX3's letters for parts of the day, and ours.
PARTS = {
    "MO": "morning",
    "MI": "noon",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DA": "morning",
    "DU": "evening",
    "DT": None,
}
_SOFT_MODS = frozenset(("APPROX", "START", "MID", "END", "LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"))
_DATES_KEPT = 4096
_THIRDS = 3
_MONTHS = 12
#: First and last month of a year's edges: soft ("early", "mid", "late") and narrow ("the beginning of", "the end of").
_YEAR_EDGES = {
    ("START", False): (1, 3),
    ("MID", False): (5, 8),
    ("END", False): (10, 12),
    ("START", True): (1, 1),
    ("MID", True): (6, 7),
    ("END", True): (12, 12),
}
_EXPLICIT = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)|-Q(?P<quarter>\d)|-H(?P<half>\d)|-(?P<season>SP|SU|FA|WI))?"
)
_DECADE = re.compile(r"\d{3}")
_CENTURY = re.compile(r"\d{2}")


def period_of(value: str) -> Period | None:
    """The period that a TIMEX3 value names, or None when it names none (``XXXX-05``, ``PAST_REF``, ``P3D``).

    >>> period_of("2024-W09").days
    (datetime.date(2024, 2, 26), datetime.date(2024, 3, 3))
    """
    match = _EXPLICIT.fullmatch(value)
    if match is None:
        if _DECADE.fullmatch(value):
            return Period("DEC", int(value))
        return Period("CEN", int(value)) if _CENTURY.fullmatch(value) else None
    year = -int(match["year"]) if match["bc"] else int(match["year"])
    if match["day"]:
        return day_period(year, int(match["month"]), int(match["day"]))
    if match["month"]:
        month = int(match["month"])
        return Period("M", year * 12 + month - 1) if 1 <= month <= 12 else None
    if match["week"]:
        try:
            return Period("W", (date.fromisocalendar(year, int(match["week"]), 1).toordinal() - 1) // 7)
        except ValueError:
            return None
    if match["quarter"]:
        return Period("Q", year * 4 + int(match["quarter"]) - 1) if match["quarter"] in "1234" else None
    if match["half"]:
        return Period("H", year * 2 + int(match["half"]) - 1) if match["half"] in "12" else None
    if match["season"]:
        return Period("S", year * 4 + SEASONS.index(match["season"]))
    return Period("Y", year)


def event_date(
    period: Period,
    *,
    basis: str,
    mod: str | None = None,
    clock: str | None = None,
    uncertain: bool = False,
    narrow: bool = False,
) -> EventDate | None:
    """The date of a period; ``clock`` is a part of day (``TEV``) or a time (``T15:00Z``).

    "early March" of 2024 is 1 to 10 March, approximate; ``narrow`` is "the end of": of a year its last month.
    """
    return _event_date(period.unit, period.index, basis, mod, clock, uncertain, narrow)


# Dates are frozen, so that one of each is enough: most expressions of an article mean what another one meant.
@lru_cache(maxsize=_DATES_KEPT)
def _event_date(
    unit: str, index: int, basis: str, mod: str | None, clock: str | None, uncertain: bool, narrow: bool
) -> EventDate | None:
    period = Period(unit, index)
    days = period.days
    if days is None:
        return None
    first, last = days
    if mod in ("START", "MID", "END") and period.unit not in ("D", "WE"):
        first, last = _edge(period, mod, narrow) or _third(first, last, mod)
    granularity = GRANULARITIES[period.unit]
    part = time = None
    if clock and period.unit == "D":
        letters = clock[1:3]
        if letters in PARTS:
            part = PARTS[letters]
            granularity = Granularity.PART_OF_DAY if part else granularity
        else:
            time = clock_time(clock)
            granularity = _clock_granularity(clock)
            if time == "24:00" and first == last:
                time, following = "00:00", day_after(first, 1)
                first = last = following or first
    return build_event_date(
        first_day=first,
        last_day=last,
        granularity=granularity,
        basis=basis,
        part_of_day=part,
        time=time,
        approximate=mod in _SOFT_MODS and not (period.unit == "D" and mod in ("START", "MID", "END")),
        uncertain=uncertain,
    )


def clock_time(clock: str) -> str:
    """``T15:00Z`` as local ISO time with offset: ``15:00+00:00``."""
    time = clock[1:]
    return time[:-1] + "+00:00" if time.endswith("Z") else time


def _clock_granularity(clock: str) -> Granularity:
    colons = re.sub(r"(Z|[+-]\d\d:\d\d)$", "", clock).count(":")
    return (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)[min(colons, 2)]


def _edge(period: Period, mod: str, narrow: bool) -> tuple[date, date] | None:
    """The edge of a year in whole months: "early 2023" to March, "the end of 2023" December; None of others."""
    if period.unit != "Y":
        return None
    first_month, last_month = _YEAR_EDGES[mod, narrow]
    begin, end = (
        Period("M", period.year * 12 + first_month - 1).days,
        Period("M", period.year * 12 + last_month - 1).days,
    )
    return None if begin is None or end is None else (begin[0], end[1])


def _third(first: date, last: date, mod: str) -> tuple[date, date]:
    """The first, middle or last third of a range of days."""
    third = max(1, ((last - first).days + 1) // _THIRDS)
    match mod:
        case "START":
            return first, first + timedelta(days=third - 1)
        case "END":
            return last - timedelta(days=third - 1), last
    return first + timedelta(days=third), last - timedelta(days=third)
