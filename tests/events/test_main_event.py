"""The main event of one sentence, as exported: PLOVER's sixteen types on sentences of our own."""

from __future__ import annotations

import csv
from pathlib import Path

from timeline import parse
from timeline.events import codes

SENTENCES = Path(__file__).parent / "plover_sentences.csv"

#: Share in percent, pinned a little below what is reached.
FLOOR = 93.0


def test_the_main_event_has_the_type_of_the_sentence() -> None:
    """Planned, threatened, demanded and refused acts are folded; attribution is never the main event."""
    with SENTENCES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    right = 0
    for row in rows:
        reading = parse(row["text"])
        main = None if reading.main is None else reading.mentions[reading.main]
        right += main is not None and codes(main)[0] == row["plover"]
    assert 100 * right / len(rows) >= FLOOR
