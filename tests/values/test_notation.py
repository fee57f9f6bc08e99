"""Our notation of dates, read back."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests import strategies
from timeline.values.dates import EventDate
from timeline.values.notation import read_edtf

NOTATIONS = {
    "2024-02-28": ("2024-02-28", "2024-02-28", "day"),
    "2024-02": ("2024-02-01", "2024-02-29", "month"),
    "2024-02-XX": ("2024-02-01", "2024-02-29", "month"),
    "2024": ("2024-01-01", "2024-12-31", "year"),
    "197X": ("1970-01-01", "1979-12-31", "decade"),
    "19XX": ("1900-01-01", "1999-12-31", "century"),
    "2024-21": ("2024-03-01", "2024-05-31", "season"),
    "2024-24": ("2024-12-01", "2025-02-28", "season"),
    "2024-02-28/2024-03-02": ("2024-02-28", "2024-03-02", "day"),
    "2024-02/2024-03": ("2024-02-01", "2024-03-31", "month"),
    "2024-02-28/..": ("2024-02-28", "None", "day"),
    "../2024-02-28": ("None", "2024-02-28", "day"),
    "2024-02-28T15:00": ("2024-02-28", "2024-02-28", "minute"),
    "2024-02-28T15:00:30+02:00": ("2024-02-28", "2024-02-28", "second"),
    " 2024-02-28 ": ("2024-02-28", "2024-02-28", "day"),
}

NONE = (
    "",
    "soon",
    "2024-13",
    "2024-02-30",
    "28.2.2024",
    "2024-02-28/2024-02-01",
    "../..",
    "2024-2-8",
    "20240228",
    "2024/",
    "T15:00",
    "2024-02-28T25:00",
)


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_notation_stands_for_its_days(notation: str) -> None:
    """First day, last day and granularity are those of the notation."""
    when = read_edtf(notation)
    assert NOTATIONS[notation] == (str(when.first_day), str(when.last_day), str(when.granularity))
    assert when.basis == "human"


@pytest.mark.parametrize("notation", NONE)
def test_what_is_no_notation_is_refused(notation: str) -> None:
    """Words, days that are none, and other orders are errors and never a guess."""
    with pytest.raises(ValueError, match="."):
        read_edtf(notation)


def test_marks_say_how_surely() -> None:
    """A tilde is approximate, a question mark uncertain, a percent sign both."""
    assert [
        (read_edtf(f"2024-03{mark}").approximate, read_edtf(f"2024-03{mark}").uncertain) for mark in ("", "~", "?", "%")
    ] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]


@given(strategies.dates())
def test_what_a_date_writes_is_read_back(when: EventDate) -> None:
    """The days and marks of every date come back from its own notation."""
    again = read_edtf(when.edtf)
    assert (again.first_day, again.last_day) == (when.first_day, when.last_day)
    assert (again.approximate, again.uncertain) == (when.approximate, when.uncertain)
