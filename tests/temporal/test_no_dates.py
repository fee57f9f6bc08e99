"""In prose without dates nothing is found: whatever date is read there is invented (``no_dates/README.md``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.lexicons.time import time_lexicon
from timeline.temporal import tag
from timeline.text import split

TEXTS = sorted((Path(__file__).parent / "no_dates").glob("*.txt"))

#: What is still read wrongly, named with what follows it. The list may shrink; a new entry is a fault.
KNOWN = {
    "Mar 7. Lifeboat:",  # a call sign
    "Friday, known",  # a quizmaster
    "Wednesday kept",  # his sister
    "Monday sat",  # his dog
    "Wednesday in",  # a football club
    "1812 Overture",
    "Friday's (the",  # a restaurant
    "Sunday of",  # a nun
    "March dots",  # a map
    "March (Thora,",  # a player
}
REACH = 40  # characters in which the following word is looked for


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_dates(path: Path) -> None:
    """No DATE and no TIME; and no expression at all where the text has no ages and lengths either."""
    text = path.read_text(encoding="utf-8")
    lengths = path.stem == "ages_and_durations"
    found = [
        " ".join(text[timex.start : timex.end + REACH].split()[: len(timex.text.split()) + 1])
        for timex in tag(split(text), time_lexicon())
        if not lengths or timex.type in ("DATE", "TIME")
    ]
    assert [words for words in found if words not in KNOWN] == []


def test_there_are_texts() -> None:
    """The prose is there to be read."""
    assert sum(len(path.read_text(encoding="utf-8").split()) for path in TEXTS) > 10_000
