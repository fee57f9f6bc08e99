"""Live blogs: entries that open with the time at which they were posted, "20:15 Parliament passes the bill".

What comes in: the lines of a text. What goes out: where the time ends in each line that opens an entry. The time is
that of the entry and not of what it tells, so it dates nothing. Not decided here: what the line behind the time is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.reading.lines import Line

_ENTRIES = 3  # fewer clock times at the head of lines may be anything
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])(?:[:.][0-5]\d|h[0-5]\d)(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|UTC|BST|CET|CEST|[ECMP][SD]?T)\b)?"
    r"(?:\s*[-–—:|]\s+|\s+|\Z)(?=[A-Z\"“‘'£$€]|\Z)"
)


def clock_ends(lines: Sequence[Line], start: int = 0) -> dict[int, int]:
    """How many characters of a line its time takes, for the lines from ``start`` on that open an entry of a live blog.

    >>> from timeline.reading.lines import cut
    >>> clock_ends(cut("20:15 Bill passed\\n\\n19.02\\n\\n17:30 - Vote begins"))
    {0: 6, 1: 5, 2: 8}
    """
    found = {}
    for number in range(start, len(lines)):
        match = _CLOCK.match(lines[number].raw) if lines[number].raw[:1].isdigit() else None
        if match is not None:
            found[number] = match.end()
    return found if len(found) >= _ENTRIES else {}
