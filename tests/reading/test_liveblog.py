"""Live blogs: the times over their entries are neither titles nor part of what is told."""

from __future__ import annotations

import pytest

from timeline.reading.layout import lay_out
from timeline.reading.lines import cut
from timeline.reading.liveblog import clock_ends

BLOG = """{head}18:40
That was all for today.

17:05 Council rejects the tunnel
The vote was 12 to 9.

4.20pm – Protesters leave the hall

09:00
The council meets today.
"""


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("LIVE: Kelmouth council votes on the tunnel\n\n", "LIVE: Kelmouth council votes on the tunnel"),
        ("Kelmouth council votes on the tunnel\n\n", "Kelmouth council votes on the tunnel"),
        ("", None),
    ],
)
def test_the_times_of_entries_are_blocks_of_their_own(head: str, title: str | None) -> None:
    """A time alone is never the title, and one before a heading is cut from it."""
    text = BLOG.format(head=head)
    layout = lay_out(text)
    kinds = [(block.kind, text[block.start : block.end]) for block in layout.blocks]
    assert layout.title == title
    assert [words for kind, words in kinds if kind == "dateline"] == ["18:40", "17:05", "4.20pm –", "09:00"]
    assert ("heading", "Council rejects the tunnel") in kinds
    assert any(words == "Protesters leave the hall" for _, words in kinds)


@pytest.mark.parametrize(
    "text",
    [
        "18:40\nA.\n\n17:05 Talks end",
        "7.50 euros were paid.\n\n3.20 euros were owed.\n\n4.10 euros were lost.",
        "12 people were hurt.\n\n18 people left.\n\n20 people stayed.",
        "3-2 was the score.\n\n10:3 was another.\n\n7:5 was the third.",
    ],
)
def test_numbers_that_open_lines_are_no_times(text: str) -> None:
    """Fewer than three entries, sums, counts and scores stay in the text."""
    assert clock_ends(cut(text)) == {}
