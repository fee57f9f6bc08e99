"""docs/counts.md says what is true: every row of its table is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.pipeline import parse
from timeline.values.actors import Count

PAGE = Path(__file__).parents[3] / "docs" / "counts.md"
ROWS = re.findall(r"^\| ([A-Z0-9].*?) \| (.*?) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


def words_of(count: Count) -> str:
    """A count as the page writes it."""
    if count.minimum is None:
        amount = f"up to {count.maximum}"
    elif count.maximum is None:
        amount = f"{count.minimum} or more"
    elif count.minimum == count.maximum:
        amount = str(count.minimum)
    else:
        amount = f"{count.minimum} to {count.maximum}"
    return f"{count.kind} {amount}{', about' if count.approximate else ''}"


def test_the_page_has_its_table() -> None:
    """Rows are found: a page that is written otherwise would test nothing."""
    assert len(ROWS) > 12


@pytest.mark.parametrize(("text", "counts"), ROWS)
def test_a_row(text: str, counts: str) -> None:
    """The events of the sentence have these numbers and no others."""
    mentions = parse(text, published="2024-02-28").mentions
    found = dict.fromkeys(words_of(count) for mention in mentions for count in mention.counts)
    assert (", ".join(sorted(found)) or "-") == counts
