"""Whose name it is when articles give the bearers of one name different countries, or callings that nobody joins.

In come the key that reading gave, what articles state with it and how many articles state each; out go what is said of
those who keep the plain key, and the key of those who do not. Both follow from what all articles say and not from
their order. What an article states is read in ``timeline.lexicons.titles``; where it is stored is decided in
``timeline.storage.namesake_writing``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

#: Between the key of a name and the country or calling of a bearer; keys that are made of names alone never have it.
APART = "_"


class Stated(NamedTuple):
    """What an article says of a person: country (ISO 3166-1 alpha-2) and calling ("player"), None where nothing."""

    country: str | None = None
    calling: str | None = None


def home(counts: Mapping[Stated, int], held: Stated | None = None) -> Stated:
    """What is said of those who keep the plain key: what most articles state, of several the first by name.

    The calling is that of most articles that do not state another country.

    >>> home({Stated("AU"): 1, Stated("GB"): 2}).country, home({Stated(None, "player"): 1}).calling, home({}).country
    ('GB', 'player', None)

    Args:
        counts: Number of articles by what they state.
        held: Who keeps it whatever the others are, as long as any article states it.
    """
    stated = {one: number for one, number in counts.items() if number > 0}
    countries: Counter[str] = Counter()
    for one, number in stated.items():
        if one.country is not None:
            countries[one.country] += number
    country = _first(countries, held.country if held is not None else None)
    callings: Counter[str] = Counter()
    for one, number in stated.items():
        if one.calling is not None and one.country in (None, country):
            callings[one.calling] += number
    return Stated(country, _first(callings, held.calling if held is not None else None))


def _first(counts: Counter[str], held: str | None) -> str | None:
    if held in counts:
        return held
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def parted(key: str, stated: Stated, at_home: Stated | None) -> str:
    """The key of whom an article means: with the country that it states, when that is not the one of the plain key, or
    else with the calling.

    >>> gb, au = Stated("GB", "judge"), Stated("AU", "player")
    >>> parted("ac_tom-reed", au, gb), parted("ac_tom-reed", Stated("GB", "player"), gb), parted("ac_tom-reed", gb, gb)
    ('ac_tom-reed_au', 'ac_tom-reed_player', 'ac_tom-reed')
    """
    if at_home is None:
        return key
    if None not in (stated.country, at_home.country) and stated.country != at_home.country:
        return f"{key}{APART}{str(stated.country).lower()}"
    if None not in (stated.calling, at_home.calling) and stated.calling != at_home.calling:
        return f"{key}{APART}{stated.calling}"
    return key
