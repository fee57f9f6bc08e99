"""What is picked inside a period or beside a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.calendars import of_day
from timeline.temporal.inside import pick_inside
from timeline.temporal.timex import period_of
from timeline.temporal.unresolved import Pick


@pytest.mark.parametrize(
    ("kind", "name", "outer", "expected"),
    [
        ("m", "06", "2023", "2023-06"),
        ("q", "3", "2023", "2023-Q3"),
        ("q", "5", "2023", None),
        ("md", "02-30", "2023", None),
        ("in", "W", "2024-03-06", "2024-W10"),
        # days, weeks, months and years from a day
        ("shift", "-1D", "2024-03-01", "2024-02-29"),
        ("shift", "-1", "2024-03-01", "2024-02-29"),
        ("shift", "+2W", "2024-02-28", "2024-03-13"),
        ("shift", "+1M", "2024-01-31", "2024-02-29"),
        ("shift", "-1Y", "2024-02-29", "2023-02-28"),
        ("shift", "-1DEC", "2024-02-28", "2014-02-28"),
        ("shift", "+1H", "2024-02-28", None),
        # of longer periods
        ("shift", "-20Y", "2024-02", "2004-02"),
        ("shift", "-1Y", "2024-W09", "2023-W09"),
        ("shift", "+1Y", "2020-W53", None),
        # weekdays and days of a period
        ("nwd", "1-1", "2024-05", "2024-05-06"),
        ("nwd", "4-4", "2022-11", "2022-11-24"),
        ("nwd", "5-1", "2024-05", None),
        ("nwd", "-1-5", "2024-02", "2024-02-23"),
        ("nd", "1", "2024-Q2", "2024-04-01"),
        ("nd", "-1", "2023-02", "2023-02-28"),
        ("next", "1", "2024-03-31", "2024-04-01"),
        ("next", "7", "2024-03-31", "2024-04-07"),
        ("prev", "5", "2023-12-25", "2023-12-22"),
        ("prev", "1", "2023-12-25", "2023-12-18"),
    ],
)
def test_pick_inside(kind: str, name: str, outer: str, expected: str | None) -> None:
    """The period with this name inside or beside the other, or None where the calendar has none."""
    period = period_of(outer)
    assert period is not None
    found = pick_inside(Pick(kind, name), period)
    assert (found.value if found else None) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(1, 7))
def test_neighbours_are_the_nearest(day: date, weekday: int) -> None:
    """The weekday behind a day is one to seven days ahead, the one before it as many back."""
    here = of_day(day)
    behind, before = pick_inside(Pick("next", str(weekday)), here), pick_inside(Pick("prev", str(weekday)), here)
    assert behind is not None and before is not None
    assert 1 <= behind.index - here.index <= 7
    assert 1 <= here.index - before.index <= 7
    assert date.fromordinal(behind.index).isoweekday() == date.fromordinal(before.index).isoweekday() == weekday


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.integers(-30, 30))
def test_years_keep_the_day(day: date, years: int) -> None:
    """A day some years away has the same month and, but for 29 February, the same day."""
    found = pick_inside(Pick("shift", f"{years:+d}Y"), of_day(day))
    assert found is not None
    there = date.fromordinal(found.index)
    assert (there.year, there.month) == (day.year + years, day.month)
    assert there.day == day.day or (day.month, day.day, there.day) == (2, 29, 28)
