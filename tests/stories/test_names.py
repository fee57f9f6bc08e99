"""Whose name is whose: short forms, initials, callings and countries behind a name, and places of one name."""

from __future__ import annotations

import pytest

from timeline.stories.conflicts import places_contradict
from timeline.stories.names import NOT_AT_ALL, PARTLY, WHOLLY, agreement, same_name
from timeline.values.actors import EventPlace

SAME = [
    ("firth", "jane-firth"),
    ("jane firth", "jane-firth"),
    ("fred-lowe", "frederick-c-lowe"),
    ("f-lowe", "fred-lowe"),
    ("ed-hart", "edward-hart"),
    ("george-w-hart", "george-hart"),
    ("harlow-council", "council"),
    ("ella-marsh_performer", "ella-marsh"),
    ("ella-marsh_performer", "ella-marsh_player"),
]
OTHERS = [
    ("harlow-council", "harlow-port"),
    ("paul-reed", "paula-reed"),
    ("carl-reed", "carla-reed"),
    ("jane-firth", "john-firth"),
    ("tom-reed_au", "tom-reed_gb"),
    ("north-harlow", "south-harlow"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_name_in_two_forms(one: str, other: str) -> None:
    """Either way round."""
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_two_names(one: str, other: str) -> None:
    """Either way round."""
    assert not same_name(one, other)
    assert not same_name(other, one)


def test_how_far_two_sides_agree() -> None:
    """All of the shorter side, some of both, or nobody."""
    assert agreement(frozenset({"fred-lowe"}), frozenset({"frederick-lowe", "jane-firth"})) == WHOLLY
    assert agreement(frozenset({"fred-lowe", "ann-hart"}), frozenset({"fred-lowe", "jane-firth"})) == PARTLY
    assert agreement(frozenset({"ann-hart"}), frozenset({"jane-firth"})) == NOT_AT_ALL


def test_one_name_taken_for_towns_of_two_countries_is_no_contradiction() -> None:
    """A story means one of them; towns of other names in two countries do contradict."""

    def place(name: str, country: str) -> EventPlace:
        return EventPlace(start=0, end=len(name), text=name, name=name, role="venue", country=country)

    assert not places_contradict(place("Wells", "GB"), place("Wells", "US"))
    assert places_contradict(place("Wells", "GB"), place("Lorn", "US"))
