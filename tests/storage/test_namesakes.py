"""Whose a name is, by what articles state of its bearers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.actors.keys import key as key_of
from timeline.storage.namesakes import APART, home, parted

COUNTS = st.dictionaries(st.sampled_from(("AU", "GB", "IE", "PL")), st.integers(min_value=0, max_value=3))


@pytest.mark.parametrize(
    ("counts", "held", "country"),
    [
        ({}, None, None),
        ({}, "GB", None),
        ({"GB": 1}, None, "GB"),
        ({"GB": 1, "AU": 2}, None, "AU"),
        ({"GB": 1, "AU": 1}, None, "AU"),
        ({"GB": 1, "AU": 2}, "GB", "GB"),
        ({"GB": 0, "AU": 2}, "GB", "AU"),
        ({"GB": 0}, None, None),
    ],
)
def test_the_plain_key_is_that_of_most(counts: dict[str, int], held: str | None, country: str | None) -> None:
    """Of equally many the first code has it; one that is held keeps it while any article states it."""
    assert home(counts, held) == country


@given(COUNTS)
def test_who_has_it_does_not_hang_on_the_order(counts: dict[str, int]) -> None:
    """The same numbers give the same country, and one that is stated."""
    found = home(counts)
    assert found == home(dict(reversed(counts.items())))
    assert found is None or counts[found] == max(counts.values())


@pytest.mark.parametrize(
    ("country", "at_home", "key"),
    [
        ("AU", "GB", "ac_tom-reed_au"),
        ("GB", "GB", "ac_tom-reed"),
        (None, "GB", "ac_tom-reed"),
        ("AU", None, "ac_tom-reed"),
        (None, None, "ac_tom-reed"),
    ],
)
def test_only_another_country_parts(country: str | None, at_home: str | None, key: str) -> None:
    """What is not stated contradicts nothing."""
    assert parted("ac_tom-reed", country, at_home) == key


@pytest.mark.parametrize("name", ["Tom Reed", "Kim Jong Il", "tom_reed_au", "Tom Reed AU", "Tom-Reed_AU"])
def test_no_name_makes_the_key_of_a_namesake(name: str) -> None:
    """The sign between key and country stands in no key that is made of a name."""
    assert APART not in str(key_of(name))
