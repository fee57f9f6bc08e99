"""The Iranian calendar, eras and Chinese figures."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.reading.other_calendars import from_iranian, in_figures


@pytest.mark.parametrize(
    ("year", "month", "day", "civil"),
    [
        (1403, 1, 1, date(2024, 3, 20)),
        (1402, 12, 29, date(2024, 3, 19)),
        (1399, 12, 30, date(2021, 3, 20)),
        (1400, 1, 1, date(2021, 3, 21)),
        (1357, 11, 22, date(1979, 2, 11)),
        (1404, 7, 1, date(2025, 9, 23)),
        (1402, 12, 30, None),
        (1402, 13, 1, None),
        (2024, 2, 28, None),
    ],
)
def test_the_iranian_calendar_is_counted_and_not_guessed(year: int, month: int, day: int, civil: date | None) -> None:
    """Its leap years follow the cycle of 33 years; days it does not have are None."""
    assert from_iranian(year, month, day) == civil


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("令和6年2月28日", "2024年2月28日"),
        ("令和元年5月1日", "2019年5月1日"),
        ("民國113年2月28日", "2024年2月28日"),
        ("二〇二四年十二月三十日", "2024年12月30日"),
        ("十月十日", "10月10日"),
        ("三人 2024", "三人 2024"),
    ],
)
def test_years_of_eras_and_chinese_numbers_become_figures(line: str, figures: str) -> None:
    """Only numbers before the mark of a year, month, day or hour are changed."""
    assert in_figures(line) == figures
