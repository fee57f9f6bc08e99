"""Families of English in which a date stands with an event, in sentences of our own (``families.txt``).

Each row is a text with its event in brackets and the date that it has, ``-`` for none, in an article of Wednesday 28
February 2024. Rows that begin with "?" are not reached yet: they say what would be right and only count for the share.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.pipeline import parse

PUBLISHED = "2024-02-28"
LEAST_SHARE = 0.88  # of all rows, those not reached included

Row = tuple[str, str, str]  # text, word, date


def _rows() -> tuple[list[Row], list[Row]]:
    """Rows that hold, and rows that are not reached."""
    lines = Path(__file__).with_name("families.txt").read_text(encoding="utf-8").splitlines()
    held: list[Row] = []
    missed: list[Row] = []
    for line in lines:
        if line and not line.startswith("#"):
            text, _, date = line.removeprefix("? ").rpartition(" | ")
            (missed if line.startswith("?") else held).append((text, text[text.index("[") + 1 : text.index("]")], date))
    return held, missed


HELD, MISSED = _rows()


def _date(text: str) -> str:
    """The date of the event in brackets."""
    start = text.index("[")
    found = parse(text.replace("[", "").replace("]", ""), published=PUBLISHED, all_events=True).mentions
    mention = next((one for one in found if one.start <= start < one.end), None)
    return "not found" if mention is None else mention.date.edtf if mention.date else "-"


@pytest.mark.parametrize(("text", "word", "date"), HELD, ids=[f"{word}: {text[:50]}" for text, word, _ in HELD])
def test_a_row(text: str, word: str, date: str) -> None:
    """The event has the date of its row."""
    assert _date(text) == date, word


def test_share() -> None:
    """Most rows hold: a row is not quietly moved among those that are not reached."""
    assert len(HELD) / (len(HELD) + len(MISSED)) >= LEAST_SHARE
