"""Periods step, widen and name themselves, over New Year, leap days and our era's beginning."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.calendars import Period, agreeing_day, day_period, is_longer, of_day
from timeline.temporal.timex import event_date, period_of
from timeline.values.dates import Granularity

UNITS = ("D", "W", "WE", "M", "S", "Q", "H", "Y", "DEC", "CEN")
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "unit", "value", "first", "last"),
    [
        (date(2024, 2, 29), "M", "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (date(2020, 12, 31), "W", "2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        (date(2021, 1, 1), "W", "2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        (date(2024, 12, 30), "W", "2025-W01", date(2024, 12, 30), date(2025, 1, 5)),
        (date(2024, 2, 28), "WE", "2024-W09-WE", date(2024, 3, 2), date(2024, 3, 3)),
        (date(2024, 2, 28), "Q", "2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        (date(2024, 7, 1), "H", "2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        (date(2024, 2, 28), "S", "2023-WI", date(2023, 12, 1), date(2024, 2, 29)),
        (date(2024, 3, 1), "S", "2024-SP", date(2024, 3, 1), date(2024, 5, 31)),
        (date(1999, 12, 31), "DEC", "199", date(1990, 1, 1), date(1999, 12, 31)),
        (date(1999, 12, 31), "CEN", "19", date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_widen(day: date, unit: str, value: str, first: date, last: date) -> None:
    """The period that holds a day has this value, first and last day."""
    period = of_day(day).widen(unit)
    assert (period.value, period.days) == (value, (first, last))


@given(DAYS, st.sampled_from(UNITS), st.integers(-5, 30))
def test_values_are_read_back(day: date, unit: str, count: int) -> None:
    """A value names the period it was written for, however far it was stepped."""
    period = of_day(day).widen(unit).shift(count)
    read = period_of(period.value)
    assert read == (period if unit != "WE" else None)


@given(DAYS, st.sampled_from(UNITS))
def test_neighbours_touch(day: date, unit: str) -> None:
    """A period ends on the day before the next begins; weekends have weeks between them."""
    here, after = of_day(day).widen(unit).days, of_day(day).widen(unit).shift(1).days
    assert here is not None and after is not None
    assert (after[0] - here[1]).days == (6 if unit == "WE" else 1)


def test_before_our_era() -> None:
    """Years before our era have values and steps, and no days."""
    period = period_of("BC0490")
    assert period == Period("Y", -490)
    assert (period.shift(1).value, period.days, event_date(period, basis="explicit")) == ("BC0489", None, None)


@pytest.mark.parametrize("value", ["XXXX-05", "PAST_REF", "P3D", "2024-13", "2024-02-30", "2024-Q5", "2023-W53", ""])
def test_no_period(value: str) -> None:
    """What names no period of the calendar is none."""
    assert period_of(value) is None


def test_no_such_day() -> None:
    """There is a 29 February in leap years only."""
    assert day_period(2023, 2, 29) is None
    assert day_period(2024, 2, 29) is not None


@pytest.mark.parametrize(
    ("clock", "granularity", "part", "time", "day"),
    [
        ("TEV", Granularity.PART_OF_DAY, "evening", None, date(2024, 2, 28)),
        ("TDA", Granularity.PART_OF_DAY, "morning", None, date(2024, 2, 28)),
        ("T15:30", Granularity.MINUTE, None, "15:30", date(2024, 2, 28)),
        ("T15:30Z", Granularity.MINUTE, None, "15:30+00:00", date(2024, 2, 28)),
        ("T09:00-05:00", Granularity.MINUTE, None, "09:00-05:00", date(2024, 2, 28)),
        ("T24:00", Granularity.MINUTE, None, "00:00", date(2024, 2, 29)),
    ],
)
def test_times_of_day(clock: str, granularity: Granularity, part: str | None, time: str | None, day: date) -> None:
    """Parts of the day and clock times refine a day; midnight at its end is the next."""
    found = event_date(of_day(date(2024, 2, 28)), basis="explicit", clock=clock)
    assert found is not None
    assert (found.granularity, found.part_of_day, found.time, found.single_day) == (granularity, part, time, day)


@pytest.mark.parametrize(
    ("value", "mod", "first", "last"),
    [
        ("2024-03", "START", date(2024, 3, 1), date(2024, 3, 10)),
        ("2024-03", "MID", date(2024, 3, 11), date(2024, 3, 21)),
        ("2024-03", "END", date(2024, 3, 22), date(2024, 3, 31)),
        ("2023", "MID", date(2023, 5, 1), date(2023, 8, 31)),
        ("2023", "END", date(2023, 10, 1), date(2023, 12, 31)),
        ("2024-02-28", "END", date(2024, 2, 28), date(2024, 2, 28)),
    ],
)
def test_thirds(value: str, mod: str, first: date, last: date) -> None:
    """ "early", "mid" and "late" are about a third of what they soften; a day stays a day."""
    period = period_of(value)
    assert period is not None
    found = event_date(period, basis="explicit", mod=mod)
    assert found is not None
    assert (found.first_day, found.last_day) == (first, last)


def test_a_weekday_tells_the_year() -> None:
    """13 October was a Friday in 2023; 29 February in 2008 and next in 2036, too far."""
    assert agreeing_day(of_day(date(2024, 10, 13)), 5) == of_day(date(2023, 10, 13))
    assert agreeing_day(of_day(date(2024, 2, 29)), 5) is None


def test_units_by_length() -> None:
    """A month is longer than a week; of an unknown unit nothing is known, and it is taken for longer."""
    assert is_longer("M", "W")
    assert not is_longer("D", "D")
    assert is_longer("FN", "W")
