"""What our event types are called by ACLED: ``acled.csv``.

What comes in: the file. What goes out: its rows. A row holds for events of a type with one of some labels, and where
``sides`` says so only when both sides bear arms, or when people who bear none are harmed. Types that ACLED does not
record have no row. How the rows become a view is decided in ``timeline.storage.acled``.

Source: ACLED Codebook (event types, sub-event types, disorder types).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.lexicons.load import load_csv

SIDES = ("", "armed", "people")


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledRow:
    """One sub-event type of ACLED, and which of our events it is.

    Attributes:
        sub_event_type, event_type, disorder_type: ACLED's names, from the finest to the widest.
        type, labels: Our type, and labels of it.
        sides: ``armed`` when both sides bear arms, ``people`` when those harmed are people without arms, or empty.
    """

    sub_event_type: str
    event_type: str
    disorder_type: str
    type: str
    labels: tuple[str, ...]
    sides: str = ""

    def __post_init__(self) -> None:
        if self.sides not in SIDES:
            raise ValueError(f"unknown sides {self.sides!r}; one of {', '.join(SIDES)}")


@cache
def acled_rows() -> tuple[AcledRow, ...]:
    """The rows in the order of the file; the first that fits counts.

    Raises:
        LexiconError: A line is malformed.
    """
    return load_csv("acled.csv", AcledRow)
