"""Our subset of ISO 8601-2 (EDTF) read back: what ``EventDate.edtf`` writes, and what people type.

In comes ``2024-02-28``, ``2024-03~``, ``2024-02-28/..``, ``2024-22`` or ``197X``; out goes an ``EventDate``. Words
("last Tuesday") are not read here (``timeline.temporal``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time

from timeline.values.dates import EventDate, Granularity

_MARKS = {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?))?")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XX)?")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d\d)XX")
#: First month of each season's code; winter runs into the next year.
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_MONTHS_A_YEAR, _MONTHS_A_SEASON = 12, 3

_Unit = tuple[date, date, Granularity, str | None]


def read_edtf(notation: str, *, basis: str = "human") -> EventDate:
    """The date that the notation stands for.

    >>> str(read_edtf("2024-02").last_day)
    '2024-02-29'

    Args:
        notation: A day, month, season, year, decade or century, two of them with a slash, ``..`` for an open end;
        each may
            end in ``~`` (approximate), ``?`` (uncertain) or ``%`` (both).
        basis: On what the date rests, as in ``EventDate``.

    Raises:
        ValueError: It is none of these, or no such day exists.
    """
    first_part, slash, last_part = notation.strip().partition("/")
    if not slash:
        (first, last, granularity, clock), (approximate, uncertain) = _unit(first_part)
        return EventDate(
            first_day=first,
            last_day=last,
            granularity=granularity,
            time=clock,
            approximate=approximate,
            uncertain=uncertain,
            basis=basis,
        )
    ends = [None if part == ".." else _unit(part) for part in (first_part, last_part)]
    units = [end[0] for end in ends if end is not None]
    if not units:
        raise ValueError(f"{notation!r} is open on both sides")
    return EventDate(
        first_day=ends[0][0][0] if ends[0] else None,
        last_day=ends[1][0][1] if ends[1] else None,
        granularity=min((unit[2] for unit in units), key=lambda granularity: granularity.rank),
        approximate=any(end[1][0] for end in ends if end),
        uncertain=any(end[1][1] for end in ends if end),
        basis=basis,
    )


def _unit(part: str) -> tuple[_Unit, tuple[bool, bool]]:
    mark = part[-1:] if part[-1:] in ("~", "?", "%") else ""
    bare = part.removesuffix(mark) if mark else part
    unit = _day_or_time(bare) or _month_or_season(bare) or _years(bare)
    if unit is None:
        raise ValueError(f"{part!r} is not a date; write YYYY-MM-DD, YYYY-MM, YYYY, or two of them with a slash")
    return unit, _MARKS[mark]


def _day_or_time(bare: str) -> _Unit | None:
    found = _DAY.fullmatch(bare)
    if found is None:
        return None
    day = date(int(found[1]), int(found[2]), int(found[3]))
    if found[4] is None:
        return day, day, Granularity.DAY, None
    time.fromisoformat(found[4])
    return (
        day,
        day,
        Granularity.SECOND if found[4].count(":") > 1 and found[4][5:6] == ":" else Granularity.MINUTE,
        found[4],
    )


def _month_or_season(bare: str) -> _Unit | None:
    found = _MONTH.fullmatch(bare)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    if month in _SEASONS:
        first = date(year, _SEASONS[month], 1)
        ending = first.month + _MONTHS_A_SEASON - 1
        return (
            first,
            _month_end(year + (ending > _MONTHS_A_YEAR), (ending - 1) % _MONTHS_A_YEAR + 1),
            Granularity.SEASON,
            None,
        )
    return date(year, month, 1), _month_end(year, month), Granularity.MONTH, None


def _years(bare: str) -> _Unit | None:
    if _YEAR.fullmatch(bare):
        first, years, granularity = int(bare), 1, Granularity.YEAR
    elif found := _DECADE.fullmatch(bare):
        first, years, granularity = int(found[1]) * 10, 10, Granularity.DECADE
    elif found := _CENTURY.fullmatch(bare):
        first, years, granularity = int(found[1]) * 100, 100, Granularity.CENTURY
    else:
        return None
    return date(first, 1, 1), date(first + years - 1, 12, 31), granularity, None


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
