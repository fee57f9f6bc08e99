"""Whose name is its own: the actors that a list shows by itself."""

from __future__ import annotations

import pytest

from timeline.profiling import has_name
from timeline.values.actors import Actor

OWN = (
    Actor(key="jane-firth", name="Jane Firth", kind="person"),
    Actor(key="doven", name="Doven", kind="organisation"),
    Actor(key="israeli-officials", name="Israeli officials", kind="group", country="IL"),
    Actor(key="orvadians", name="Orvadians", kind="group"),
    Actor(key="trump-voters", name="former Trump voters", kind="group"),
)
OF_NO_NAME = (
    Actor(key="two-men", name="two men", kind="group"),
    Actor(key="miners", name="Miners", kind="group"),
    Actor(key="rescued-miners", name="Rescued miners", kind="group"),
    Actor(key="thousands-of-americans", name="Thousands of Americans", kind="group", country="US"),
    Actor(key="mayor", name="mayor", kind="role"),
)


@pytest.mark.parametrize("actor", OWN, ids=lambda actor: actor.name)
def test_who_has_a_name_is_listed(actor: Actor) -> None:
    """Names, and words for people with a name in them."""
    assert has_name(actor)


@pytest.mark.parametrize("actor", OF_NO_NAME, ids=lambda actor: actor.name)
def test_words_for_people_are_no_name(actor: Actor) -> None:
    """A capital at the beginning of a sentence makes no name."""
    assert not has_name(actor)
