"""Dates in the forms of machines are read, and nothing else."""

from __future__ import annotations

import pytest

from timeline.reading.machine_dates import read_published


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [
        ("2024-02-28", "2024-02-28", "day"),
        ("20240228", "2024-02-28", "day"),
        ("2024-02-28T23:44", "2024-02-28T23:44", "minute"),
        ("2024-02-28T23:44:00+02:00", "2024-02-28T23:44:00+02:00", "second"),
        ("2024-02-28T23:44:00Z", "2024-02-28T23:44:00+00:00", "second"),
        ("2024-02-28 23:44:00.123 +0200", "2024-02-28T23:44:00+02:00", "second"),
    ],
)
def test_dates_of_machines_are_read_and_their_offset_is_kept(text: str, value: str, precision: str) -> None:
    """ISO and RFC 3339 forms keep hour and offset."""
    published = read_published(text, basis="given")
    assert published is not None
    assert (published.value, published.precision) == (value, precision)


@pytest.mark.parametrize("text", ["", "yesterday", "2024-02-31", "28.2.24", "2024", "20241399"])
def test_other_strings_are_not_dates_of_machines(text: str) -> None:
    """What is not in these forms is None."""
    assert read_published(text, basis="given") is None
