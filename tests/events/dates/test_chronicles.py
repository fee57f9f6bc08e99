"""Chronologies: the date at the head of an entry is that of what the entry tells."""

from __future__ import annotations

import pytest

from timeline.pipeline import parse
from timeline.reading.layout import lay_out
from timeline.values.events import Mention

CHRONOLOGY = """How the Orava Bridge affair unfolded

12 January 2025: Engineers warn the council. They deny a report of cracks.

3 June 2025 - The council rejects the plan.

17 November 2025
The bridge collapses. Six people are killed.
The mayor visits the scene.

• 14 January 2026 – Mayor Paul Deane resigns, having blamed the builders in December 2025.

What next

Families protested. A judge will rule in May.
"""

WEEK = """The week in Kelmouth

Monday: Dockers walk out.

Tuesday: A judge orders them back to work.

Wednesday: Talks resume.

Prices rose.
"""

TWO = """Orava votes

12 January 2025: Voters go to the polls.

3 June 2025: The new council meets. The mayor resigned.
"""


def mentions_of(text: str, published: str = "2026-03-13") -> dict[str, Mention]:
    """The events of a text as it is read from a file, by their triggers."""
    layout = lay_out(text)
    return {
        mention.text: mention
        for mention in parse(text, published=published, blocks=layout.blocks, title=layout.title).mentions
    }


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        (CHRONOLOGY, "warn", "2025-01-12"),
        (CHRONOLOGY, "deny", "2025-01-12"),
        (CHRONOLOGY, "rejects", "2025-06-03"),
        (CHRONOLOGY, "killed", "2025-11-17"),
        (CHRONOLOGY, "visits", "2025-11-17"),
        (CHRONOLOGY, "resigns", "2026-01-14"),
        (CHRONOLOGY, "blamed", "2025-12"),
        (CHRONOLOGY, "protested", "2026-03-13?"),
        (WEEK, "walk out", "2026-03-09"),
        (WEEK, "orders", "2026-03-10"),
        (WEEK, "Talks", "2026-03-11"),
    ],
)
def test_what_an_entry_tells_has_its_date(text: str, trigger: str, edtf: str) -> None:
    """A date before a colon or dash dates its paragraph, one on a line of its own what follows up to the next."""
    mention = mentions_of(text)[trigger]
    assert mention.date is not None
    assert mention.date.edtf == edtf


def test_the_way_to_the_date_is_told() -> None:
    """The link says that the date is that of the entry."""
    assert mentions_of(CHRONOLOGY)["killed"].date_link.rule == "entry"


def test_entries_are_what_the_article_tells() -> None:
    """However long ago: none of what they tell is background for that."""
    told = mentions_of(CHRONOLOGY)
    assert {told[trigger].salience for trigger in ("rejects", "killed", "resigns")} <= {"core", "secondary"}


def test_days_of_entries_are_no_day_of_publication() -> None:
    """A day on a line of its own among entries is no date line of the page."""
    assert lay_out(CHRONOLOGY).published.value is None
    assert lay_out(WEEK).published.value is None


def test_two_heads_make_no_chronology() -> None:
    """Fewer than three entries are ordinary paragraphs."""
    assert mentions_of(TWO)["resigned"].date_link.rule != "entry"
