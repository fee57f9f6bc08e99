"""Feasts fall on the days that calendars print."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lexicons.time import load_time_lexicon, time_lexicon
from timeline.temporal import resolve, tag
from timeline.temporal.feasts import feast_days
from timeline.text import split

FEASTS = {feast.name: feast for feast in time_lexicon().feasts}


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [
        ("christmas", 2024, date(2024, 12, 25)),
        ("easter", 2024, date(2024, 3, 31)),
        ("easter", 2000, date(2000, 4, 23)),
        ("easter", 1961, date(1961, 4, 2)),
        ("easter monday", 2024, date(2024, 4, 1)),
        ("good friday", 2025, date(2025, 4, 18)),
        ("ash wednesday", 2024, date(2024, 2, 14)),
        ("orthodox easter", 2024, date(2024, 5, 5)),
        ("orthodox easter", 2025, date(2025, 4, 20)),
        ("thanksgiving", 2023, date(2023, 11, 23)),
        ("memorial day", 2024, date(2024, 5, 27)),
        ("labor day", 2024, date(2024, 9, 2)),
        ("martin luther king day", 2024, date(2024, 1, 15)),
        ("ramadan", 2024, date(2024, 3, 11)),
        ("ramadan", 2025, date(2025, 3, 1)),
        ("ramadan", 2026, date(2026, 2, 18)),
        ("eid al-fitr", 2024, date(2024, 4, 10)),
        ("eid al-adha", 2024, date(2024, 6, 16)),
        ("rosh hashanah", 2023, date(2023, 9, 16)),
        ("yom kippur", 1973, date(1973, 10, 6)),
        ("hanukkah", 2023, date(2023, 12, 8)),
        ("passover", 2024, date(2024, 4, 23)),
        ("purim", 2024, date(2024, 3, 24)),
        ("purim", 2023, date(2023, 3, 7)),
        ("lunar new year", 2024, date(2024, 2, 10)),
        ("diwali", 2023, date(2023, 11, 12)),
        ("remembrance sunday", 2024, date(2024, 11, 10)),
    ],
)
def test_first_day(name: str, year: int, first: date) -> None:
    """A feast begins on this day of the year."""
    assert feast_days(FEASTS[name], year)[0][0] == first


def test_lengths() -> None:
    """Ramadan is a whole month of its calendar, Passover seven days, Christmas one."""
    assert feast_days(FEASTS["ramadan"], 2024) == ((date(2024, 3, 11), date(2024, 4, 9)),)
    assert feast_days(FEASTS["passover"], 2024) == ((date(2024, 4, 23), date(2024, 4, 29)),)
    assert feast_days(FEASTS["christmas"], 2024) == ((date(2024, 12, 25), date(2024, 12, 25)),)


def test_twice_in_a_year() -> None:
    """The Islamic year is shorter than ours: Ramadan began twice in 2030."""
    assert [first for first, _ in feast_days(FEASTS["ramadan"], 2030)] == [date(2030, 1, 5), date(2030, 12, 26)]


def test_beyond_the_tables() -> None:
    """Where the printed tables end there is no day, and no error."""
    assert feast_days(FEASTS["ramadan"], 1900) == ()
    assert feast_days(FEASTS["ramadan"], 2150) == ()


@given(st.integers(1900, 2099))
def test_easter_is_a_spring_sunday(year: int) -> None:
    """Both Easters are Sundays, the western between 22 March and 25 April, the eastern never before it."""
    western, eastern = feast_days(FEASTS["easter"], year)[0][0], feast_days(FEASTS["orthodox easter"], year)[0][0]
    assert western.isoweekday() == eastern.isoweekday() == 7
    assert date(year, 3, 22) <= western <= date(year, 4, 25)
    assert timedelta(0) <= eastern - western <= timedelta(weeks=5)


def test_feasts_of_a_users_folder(tmp_path: Path) -> None:
    """Feasts that a user adds are found and resolved, and again from stored values alone."""
    (tmp_path / "feasts.toml").write_text(
        """
        [[feast]]
        name = "founders' day"
        kind = "fixed"
        month = 5
        day = 14
        names = ["founders' day"]

        [[feast]]
        name = "regatta"
        kind = "easter"
        offset = 50
        days = 2
        tolerance = 1
        names = ["regatta sunday"]
        """,
        encoding="utf-8",
    )
    found = tag(
        split("They will meet on Founders' Day and before Regatta Sunday, but after Easter."),
        load_time_lexicon(tmp_path),
    )
    dated = resolve(found, date(2024, 4, 28))
    assert [(timex.text, timex.value) for timex in dated] == [
        ("Founders' Day", "2024-05-14"), ("Regatta Sunday", "2024-05-20"), ("Easter", "2024-03-31"),
    ]  # fmt: skip
    regatta = dated[1].dates
    assert regatta is not None and (regatta.last_day, regatta.approximate) == (date(2024, 5, 21), True)
    assert resolve(resolve(found, None), date(2024, 4, 28)) == dated
    assert [timex.dates for timex in resolve(found, None)] == [None, None, None]
