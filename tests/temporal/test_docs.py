"""The page of time expressions says what is found: each row of its tables is run."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from timeline.lexicons.time import time_lexicon
from timeline.temporal import resolve, tag
from timeline.text import split

PAGE = Path(__file__).parents[2] / "docs" / "time-expressions.md"
PUBLISHED = date(2024, 2, 28)


def sections() -> list[tuple[str, list[list[str]]]]:
    """Heading and table rows (without heads and rules) of each section."""
    found = []
    for section in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        heading, _, body = section.partition("\n")
        rows = [
            [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            for line in body.splitlines()
            if line.startswith("| ") and not line.startswith("| ---")
        ]
        found.append((heading, rows[1:]))
    return found


ROWS = [(heading, row) for heading, rows in sections() for row in rows if len(row) > 1]
NONE = [row[0] for heading, rows in sections() for row in rows if len(row) == 1]


@pytest.mark.parametrize(("heading", "row"), ROWS, ids=[row[0] for _, row in ROWS])
def test_row(heading: str, row: list[str]) -> None:
    """The marked words mean what the row says."""
    words, unresolved, value, first, last = row
    published = None if heading == "Without a day of publication" else PUBLISHED
    start, end = words.index("["), words.index("]") - 1
    text = words.replace("[", "").replace("]", "")
    found = resolve(tag(split(text), time_lexicon()), published)
    (timex,) = [timex for timex in found if timex.start == start]
    dates = timex.dates
    assert (timex.end, timex.unresolved, timex.value) == (end, unresolved.strip("`"), value)
    assert (str(dates.first_day), str(dates.last_day)) == (first, last) if dates else (first, last) == ("", "")


@pytest.mark.parametrize("text", NONE)
def test_no_expression(text: str) -> None:
    """The page's examples of what is no time expression give none."""
    assert tag(split(text), time_lexicon()) == ()


def test_there_are_rows() -> None:
    """The page has its tables."""
    assert len(ROWS) > 40
    assert len(NONE) > 8
