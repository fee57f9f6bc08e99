"""What titles say that their holder does, and nobody besides."""

from __future__ import annotations

import pytest

from timeline.lexicons.titles import CALLINGS, stated_of, title_lexicon
from timeline.values.actors import Actor
from timeline.values.namesakes import Stated


@pytest.mark.parametrize(
    ("titles", "calling"),
    [
        (("Kelmouth goalkeeper",), "player"),
        (("goalkeeper", "captain"), "player"),
        (("judge of the High Court",), "judge"),
        (("Chief Justice",), "judge"),
        (("judge", "goalkeeper"), None),  # two: who knows
        (("former goalkeeper",), None),
        (("ex-striker",), None),
        (("minister", "lawyer", "doctor"), None),  # many come to these
        (("friend of the judge",), None),
        ((), None),
    ],
)
def test_titles_tell_one_calling_or_none(titles: tuple[str, ...], calling: str | None) -> None:
    """By the last word of the office; what is over, or may be anybody's, tells nothing."""
    assert title_lexicon().calling(titles) == calling


def test_only_people_state_what_parts_them() -> None:
    """A body has offices in many countries."""
    person = Actor(key="tom-reed", name="Tom Reed", kind="person", country="GB", titles=("striker",))
    body = Actor(key="tom-reed", name="Tom Reed", kind="organisation", country="GB")
    assert stated_of(person) == Stated("GB", "player")
    assert stated_of(body) == Stated()


def test_no_word_is_of_two_callings() -> None:
    """Else the order of the tables would decide."""
    words = title_lexicon().callings
    assert set(words.values()) == set(CALLINGS)
