"""What an article has told: the date that others lean on, and what leaves it where it was."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.lexicons.time import time_lexicon
from timeline.temporal import resolve, tag
from timeline.text import split

WEDNESDAY = date(2024, 2, 28)


def values(text: str, day: date | None) -> list[str]:
    return [timex.value for timex in resolve(tag(split(text), time_lexicon()), day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year told in passing does not move the story
        ("They landed in June 1944, as others had in 1917. In August they moved on.", ["1944-06", "1917", "1944-08"]),
        ("They landed in June 1944, and were honoured in 1994. In August they moved on.", ["1944-06", "1994", "1944-08"]),
        ("They landed in June 1944 and, unlike the year before, held on. In August they moved.",
         ["1944-06", "1943", "1944-08"]),
        # the year that comes next does
        ("They landed in June 1944. By 1945 it was over. In May they went home.", ["1944-06", "1945", "1945-05"]),
    ],
)  # fmt: skip
def test_asides(text: str, expected: list[str]) -> None:
    """A story goes on from the date that it told, and not from one that it glanced at."""
    assert values(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales in the third quarter rose from a year earlier.", ["2023-Q3", "2022-Q3"]),
        ("Sales in the third quarter rose. For the nine months they rose from a year earlier.",
         ["2023-Q3", "P9M", "2023"]),
        ("Sales in the first quarter will rise. In the latest quarter they fell.", ["2024-Q1", "2023-Q4"]),
        ("Sales rose in the third quarter of 2021 and fell in the previous quarter.", ["2021-Q3", "2021-Q2"]),
        ("Sales rose in the previous quarter.", ["2023-Q4"]),
    ],
)  # fmt: skip
def test_quarters(text: str, expected: list[str]) -> None:
    """ "a year earlier" is a quarter while quarters are talked about; the latest quarter is over."""
    assert values(text, WEDNESDAY) == expected
