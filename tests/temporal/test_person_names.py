"""Weekdays and months that are names, and that stay names in their article."""

from __future__ import annotations

import pytest

from timeline.lexicons.time import time_lexicon
from timeline.temporal import tag
from timeline.text import split


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He has a dog, Monday. Monday barked.", []),
        ("Wednesday, her sister, is tall.", []),
        ("Monday sat under the table.", []),
        ("Grace was said by Sister Mary Sunday of the convent.", []),
        ("The host was Robinson Friday, known from the radio.", []),
        ("Sheffield Wednesday lost. A goal for Wednesday came late.", []),
        ("Theresa May spoke. A vote for May is due, she said, in May.", ["May"]),
        ("April and June walked the dog.", []),
        # what is no name stays a date
        ("They met in April and June.", ["April", "June"]),
        ("Sheffield Wednesday lost on Wednesday.", ["Wednesday"]),
        ("Monday brought rain.", ["Monday"]),
        ("It was Tuesday, and it rained.", ["Tuesday"]),
        ("The talks in Rome Friday, held in secret, failed.", ["Friday"]),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    """What was a name once is one again; a preposition makes it a date."""
    assert [timex.text for timex in tag(split(text), time_lexicon())] == found
