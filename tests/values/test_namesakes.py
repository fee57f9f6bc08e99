"""Whose a name is, by what articles state of its bearers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.actors.keys import key as key_of
from timeline.values.namesakes import APART, Stated, home, parted

STATED = st.builds(Stated, st.sampled_from((None, "AU", "GB", "IE")), st.sampled_from((None, "judge", "player")))
COUNTS = st.dictionaries(STATED, st.integers(min_value=0, max_value=3))


def told(**counts: int) -> dict[Stated, int]:
    """Numbers of articles by what they state: "GB", "judge", "GB_judge"."""
    found = {}
    for word, number in counts.items():
        parts = word.split("_")
        found[Stated(next(filter(str.isupper, parts), None), next(filter(str.islower, parts), None))] = number
    return found


@pytest.mark.parametrize(
    ("counts", "held", "stated"),
    [
        ({}, None, Stated()),
        ({}, Stated("GB"), Stated()),
        (told(GB=1), None, Stated("GB")),
        (told(GB=1, AU=2), None, Stated("AU")),
        (told(GB=1, AU=1), None, Stated("AU")),
        (told(GB=1, AU=2), Stated("GB"), Stated("GB")),
        (told(GB=0, AU=2), Stated("GB"), Stated("AU")),
        (told(GB=0), None, Stated()),
        (told(judge=1, player=2), None, Stated(None, "player")),
        (told(judge=1, player=1), None, Stated(None, "judge")),
        (told(judge=1, player=2), Stated(None, "judge"), Stated(None, "judge")),
        (told(GB=2, AU_player=1, judge=1), None, Stated("GB", "judge")),
        (told(GB=2, AU_player=1), None, Stated("GB", None)),
    ],
)
def test_the_plain_key_is_that_of_most(counts: dict[Stated, int], held: Stated | None, stated: Stated) -> None:
    """Of equally many the first by name has it; one that is held keeps it while any article states it."""
    assert home(counts, held) == stated


@given(COUNTS)
def test_who_has_it_does_not_hang_on_the_order(counts: dict[Stated, int]) -> None:
    """The same numbers give the same, and a country that most articles state which state any."""
    found = home(counts)
    assert found == home(dict(reversed(counts.items())))
    by_country = {
        country: sum(number for one, number in counts.items() if one.country == country)
        for country in {one.country for one in counts} - {None}
    }
    assert by_country.get(found.country, 0) == max(by_country.values(), default=0)


@pytest.mark.parametrize(
    ("stated", "at_home", "key"),
    [
        (Stated("AU"), Stated("GB"), "ac_tom-reed_au"),
        (Stated("GB"), Stated("GB"), "ac_tom-reed"),
        (Stated(), Stated("GB"), "ac_tom-reed"),
        (Stated("AU"), Stated(), "ac_tom-reed"),
        (Stated("AU"), None, "ac_tom-reed"),
        (Stated(None, "player"), Stated("GB", "judge"), "ac_tom-reed_player"),
        (Stated("GB", "player"), Stated("GB", None), "ac_tom-reed"),
        (Stated("AU", "player"), Stated("GB", "judge"), "ac_tom-reed_au"),
    ],
)
def test_only_another_country_or_calling_parts(stated: Stated, at_home: Stated | None, key: str) -> None:
    """What is not stated contradicts nothing; a country goes before a calling."""
    assert parted("ac_tom-reed", stated, at_home) == key


@pytest.mark.parametrize("name", ["Tom Reed", "Kim Jong Il", "tom_reed_au", "Tom Reed AU", "Tom-Reed_AU"])
def test_no_name_makes_the_key_of_a_namesake(name: str) -> None:
    """The sign between key and country stands in no key that is made of a name."""
    assert APART not in str(key_of(name))
