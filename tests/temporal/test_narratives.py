"""Articles that tell a story of long ago."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.temporal.calendars import of_day
from timeline.temporal.narratives import is_narrative
from timeline.temporal.unresolved import parse

PUBLISHED = of_day(date(2024, 2, 28))


@pytest.mark.parametrize(
    ("unresolved", "narrative"),
    [
        (("1914", "1915", "1918"), True),
        (("1914", "1918"), False),
        (("1914", "1915", "2024", "2024", "2023"), False),
        (("1914", "1915", "1918", "wd:3", "D-1"), False),
        (("1914-07", "1915-05", "1916-07", "1917-04", "1918-11", "wd:3", "D-1"), True),
        (("1914", "1915", "1916", "1917", "1918", "wd:3", "D-1"), False),
        (("1952", "1964", "1988", "wd:6", "m:11"), False),
        (("wd:3", "D-1"), False),
    ],
)
def test_years_far_from_the_publication_make_a_story(unresolved: tuple[str, ...], narrative: bool) -> None:
    """Three years and most of all; two of them for each "Wednesday" or "yesterday", four where they lack a month."""
    assert is_narrative([parse(value) for value in unresolved], PUBLISHED) is narrative


@pytest.mark.parametrize(
    ("unresolved", "narrative"),
    [
        ((), False),
        (("1987",), False),
        (("1987", "1991", "1995"), True),
        (("1914-05", "m:06"), True),
        (("2011-03-05", "md:03-14"), True),
        (("2011-06", "wd:5"), False),
        (("1987", "1991", "1995", "wd:3"), False),
    ],
)
def test_without_a_day_of_publication_a_date_with_its_year_makes_a_story(
    unresolved: tuple[str, ...], narrative: bool
) -> None:
    """A day, a month or several years that are said outright, and nothing that is said from today."""
    assert is_narrative([parse(value) for value in unresolved], None) is narrative
