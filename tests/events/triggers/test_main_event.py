"""The main event of one or two sentences: its type in notes on conflicts, its PLOVER type, on sentences of our own."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from timeline import parse
from timeline.events import codes

HERE = Path(__file__).parent

#: Share in percent, pinned a little below what is reached, by the table's name and what its rows want.
FLOORS = [
    ("plover_sentences", "plover", 95.0),
    ("main_event_dev", "type", 95.0),
    ("main_event_dev", "plover", 94.5),
    ("main_event_check", "type", 91.0),
    ("main_event_check", "plover", 91.0),
]


@pytest.mark.parametrize(("name", "scheme", "floor"), FLOORS)
def test_the_main_event_is_what_a_coder_would_assign(name: str, scheme: str, floor: float) -> None:
    """Planned, threatened, demanded and refused acts are folded; attribution is never the main event.

    ``main_event_check.csv`` was written with the other and before the rules, and is for the score alone.
    """
    right = wanted = 0
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row.get("scheme", "plover") != scheme:
                continue
            reading = parse(row["text"])
            main = None if reading.main is None else reading.mentions[reading.main]
            said = None if main is None else main.type if scheme == "type" else codes(main, text=row["text"])[0]
            wanted += 1
            right += said in row["wanted"].split(";")
    assert wanted
    assert 100 * right / wanted >= floor
