"""docs/event-dates.md says what is true: every row of its tables is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.pipeline import parse

PAGE = Path(__file__).parents[2] / "docs" / "event-dates.md"
PUBLISHED = "2024-02-28"
_ROW = re.compile(r"\| (.*\[.+\].*) \| (\S+) \| (\w+) \|")


def rows() -> list[tuple[str, int, str | None, str]]:
    """Text, offset of the event, date and rule of each row."""
    found = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        row = _ROW.fullmatch(line)
        if row is not None:
            words, day, rule = row.groups()
            found.append((words.replace("[", "").replace("]", ""), words.index("["), None if day == "-" else day, rule))
    return found


ROWS = rows()


def test_the_page_has_its_tables() -> None:
    """Rows are found: a page that is written otherwise would test nothing."""
    assert len(ROWS) > 30


@pytest.mark.parametrize(("text", "start", "edtf", "rule"), ROWS)
def test_a_row(text: str, start: int, edtf: str | None, rule: str) -> None:
    """The event in brackets has the date of its row, found in the way of its row."""
    mention = next(found for found in parse(text, published=PUBLISHED).mentions if found.start <= start < found.end)
    assert (mention.date.edtf if mention.date else None, mention.date_link.rule) == (edtf, rule)
