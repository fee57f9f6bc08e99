"""Places have the country that the context gives, and none when it gives none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

#: A text, the words of the place, its name and country.
PLACES = (
    ("Nurses met in Ghent.", "Ghent", "Ghent", "BE"),
    ("Nurses met in Aurora, Illinois.", "Aurora, Illinois", "Aurora", "US"),
    ("Nurses met in southern Lebanon.", "southern Lebanon", "Lebanon", "LB"),
    ("Nurses met in the Gaza Strip.", "Gaza Strip", "Gaza", "PS"),
    ("Nurses met in Tbilisi. They left Georgia.", "Tbilisi", "Tbilisi", "GE"),
    ("The march to Jerusalem began.", "Jerusalem", "Jerusalem", "IL"),
    ("Nurses met in Orava Bay.", "Orava Bay", "Orava Bay", None),
    ("Nurses met in Beijing.", "Beijing", "Beijing", "CN"),
)


@pytest.mark.parametrize(("text", "words", "name", "country"), PLACES, ids=[row[1] for row in PLACES])
def test_a_place_has_its_name_and_country(
    read: Callable, text: str, words: str, name: str, country: str | None
) -> None:
    """Regions and countries behind a comma belong to the place; an unknown place has no country."""
    place = read(text).place(words)
    assert (name, country) == (place.name, place.country)


def test_a_name_of_two_lands_stays_open_in_an_article_on_both(read: Callable) -> None:
    """ "Georgia" in an article that names American things may be either: no country is better than a guessed one."""
    assert read("American nurses met in Georgia.").place("Georgia").country is None


def test_a_capital_that_acts_is_its_government(read: Callable) -> None:
    """ "Washington said" is an actor and no place."""
    reading = read("Washington said it would wait.")
    assert reading.places == ()
    assert (reading.mention("Washington").country, reading.mention("Washington").kind) == ("US", "country")


def test_a_country_behind_in_is_a_place_and_no_actor(read: Callable) -> None:
    """ "In Israel" is where, "Israel" alone is who."""
    reading = read("Nurses met in Israel. Israel closed the road.")
    assert [place.text for place in reading.places] == ["Israel"]
    assert [mention.sentence for mention in reading.mentions if mention.text == "Israel"] == [1]
