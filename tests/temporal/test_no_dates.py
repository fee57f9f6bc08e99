"""In prose without dates nothing is found: whatever date is read there is invented (``no_dates/README.md``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.lexicons.time import time_lexicon
from timeline.temporal import tag
from timeline.text import split

TEXTS = sorted((Path(__file__).parent / "no_dates").glob("*.txt"))

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
    assert found == []


def test_there_are_texts() -> None:
    """The prose is there to be read."""
    assert sum(len(path.read_text(encoding="utf-8").split()) for path in TEXTS) > 10_000
