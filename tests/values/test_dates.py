"""Event dates: notation, words for people, order, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.values.dates import EventDate, Granularity

D = date


def event_date(first: date | None, last: date | None, granularity: str = "day", **more: object) -> EventDate:
    """A date with the basis that does not matter here."""
    fields: dict[str, object] = {"basis": "explicit", **more}
    return EventDate(first_day=first, last_day=last, granularity=Granularity(granularity), **fields)  # type: ignore[arg-type]


WRITTEN = [
    (event_date(D(2024, 2, 28), D(2024, 2, 28)), "2024-02-28", "Wed 28 Feb 2024"),
    (
        event_date(D(2024, 2, 28), D(2024, 2, 28), "part_of_day", part_of_day="evening"),
        "2024-02-28",
        "Wed 28 Feb 2024, evening",
    ),
    (
        event_date(D(2024, 2, 28), D(2024, 2, 28), bound="on_or_before", uncertain=True, basis="published"),
        "2024-02-28?",
        "on or before Wed 28 Feb 2024",
    ),
    (event_date(D(2024, 2, 28), D(2024, 2, 28), "minute", time="15:00"), "2024-02-28T15:00", "Wed 28 Feb 2024, 15:00"),
    (event_date(D(2024, 2, 1), D(2024, 2, 29), "month"), "2024-02", "February 2024"),
    (
        event_date(D(2024, 3, 1), D(2024, 3, 10), "month", approximate=True),
        "2024-03-01~/2024-03-10~",
        "about 1 to 10 Mar 2024",
    ),
    (event_date(D(2023, 1, 1), D(2023, 12, 31), "year"), "2023", "2023"),
    (event_date(D(1990, 1, 1), D(1999, 12, 31), "decade"), "199X", "the 1990s"),
    (event_date(D(2024, 6, 1), D(2024, 8, 31), "season"), "2024-22", "summer 2024"),
    (event_date(D(2024, 2, 19), D(2024, 2, 25), "week"), "2024-02-19/2024-02-25", "19 to 25 Feb 2024"),
    (event_date(D(2023, 10, 7), None), "2023-10-07/..", "since 7 Oct 2023"),
    (event_date(None, D(2024, 3, 10)), "../2024-03-10", "until 10 Mar 2024"),
    (event_date(D(2023, 12, 30), D(2024, 1, 2)), "2023-12-30/2024-01-02", "30 Dec 2023 to 2 Jan 2024"),
]


@pytest.mark.parametrize(("dates", "edtf", "display"), WRITTEN)
def test_notation_and_words(dates: EventDate, edtf: str, display: str) -> None:
    """Each date has one notation for machines and one wording for people."""
    assert (edtf, display) == (dates.edtf, dates.display)


def test_order_is_by_day_then_time_then_fineness() -> None:
    """Morning comes before evening, and a day that says more before one that says less."""
    day = D(2024, 2, 28)
    ordered = [
        event_date(day, day, "part_of_day", part_of_day="morning"),
        event_date(day, day, "minute", time="15:00"),
        event_date(day, day, "part_of_day", part_of_day="evening"),
        event_date(day, day),
        event_date(day, D(2024, 3, 1), "week"),
        event_date(D(2024, 2, 29), D(2024, 2, 29)),
    ]
    backwards = ordered[::-1]
    assert ordered == sorted(backwards, key=lambda dates: dates.sort_key)


@pytest.mark.parametrize(
    "fields",
    [
        {"first_day": None, "last_day": None},
        {"first_day": D(2024, 2, 2), "last_day": D(2024, 2, 1)},
        {"first_day": D(2024, 2, 1), "last_day": None, "part_of_day": "teatime"},
        {"first_day": D(2024, 2, 1), "last_day": None, "basis": "guess"},
        {"first_day": D(2024, 2, 1), "last_day": None, "bound": "near"},
    ],
)
def test_what_can_never_be_true_is_refused(fields: dict[str, object]) -> None:
    """A date without days, backwards, or with words outside the vocabulary cannot be made."""
    with pytest.raises(ValueError):
        EventDate(**{"granularity": Granularity.DAY, "basis": "explicit", **fields})  # type: ignore[arg-type]


DAYS = st.dates(min_value=D(1900, 1, 1), max_value=D(2100, 1, 1))


@given(DAYS, st.integers(0, 400), DAYS, st.integers(0, 400))
def test_overlap_and_distance_agree(a: date, a_days: int, b: date, b_days: int) -> None:
    """Two ranges overlap exactly when no day lies between them, and both ways alike."""
    one, other = event_date(a, a + timedelta(a_days)), event_date(b, b + timedelta(b_days))
    assert one.overlaps(other) == other.overlaps(one) == (one.distance_days(other) == 0)
    assert one.distance_days(other) == other.distance_days(one)
