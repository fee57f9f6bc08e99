"""Families of time expressions: every row of ``families`` is read as it says.

A row is ``words with [the expression] | value and mod | first day | last day | basis``, for an article of Wednesday
2024-02-28; those in ``stories.txt`` are of an article whose day is not known. A row may name no day where nothing can be
said of one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline.lexicons.time import time_lexicon
from timeline.temporal import resolve, tag
from timeline.text import split

FOLDER = Path(__file__).parent / "families"
PUBLISHED = date(2024, 2, 28)
UNDATED = "stories"
ROWS = [
    (path.stem, *(cell.strip() for cell in line.split("|")))
    for path in sorted(FOLDER.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
FEWEST = 400


@pytest.mark.parametrize(
    ("family", "words", "value", "first", "last", "basis"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS]
)
def test_row(family: str, words: str, value: str, first: str, last: str, basis: str) -> None:
    """The marked words are one expression, and mean what the row says."""
    start, end = words.index("["), words.index("]") - 1
    text = words.replace("[", "").replace("]", "")
    found = resolve(tag(split(text), time_lexicon()), None if family == UNDATED else PUBLISHED)
    (timex,) = [timex for timex in found if timex.start == start]
    days = (timex.dates.first_day, timex.dates.last_day) if timex.dates else (None, None)
    said = " ".join(part for part in (timex.value, timex.mod) if part)
    assert (timex.end, said, *(str(day or "") for day in days), timex.basis or "") == (end, value, first, last, basis)


def test_every_family_is_there() -> None:
    """No family got lost on the way."""
    assert len(ROWS) > FEWEST
    assert {row[0] for row in ROWS} >= {"clocks", "days", "feasts", "lengths", "market", "months", "sets", "years"}
