"""Whose name it is when articles give the bearers of one name different countries.

In come the key that reading gave, the countries that articles state with it and how many articles state each; out go
the country of those who keep the plain key, and the key of those who do not. Both follow from what all articles say
and not from their order. Where this is stored is decided in ``namesake_writing``.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Between the key of a name and the country of a bearer; keys that are made of names alone never have it.
APART = "_"


def home(counts: Mapping[str, int], held: str | None = None) -> str | None:
    """The country of those who keep the plain key: the one that most articles state, of several the first by code.

    >>> home({"AU": 1, "GB": 2}), home({"GB": 1, "AU": 1}), home({})
    ('GB', 'AU', None)

    Args:
        counts: Number of articles by the country that they state.
        held: The country that keeps it whatever the others are, as long as any article states it.
    """
    stated = {country: number for country, number in counts.items() if number > 0}
    if held in stated:
        return held
    return min(stated, key=lambda country: (-stated[country], country), default=None)


def parted(key: str, country: str | None, at_home: str | None) -> str:
    """The key of whom an article means: with the country that it states, when that is not the one of the plain key.

    >>> parted("ac_tom-reed", "AU", "GB"), parted("ac_tom-reed", "GB", "GB"), parted("ac_tom-reed", None, "GB")
    ('ac_tom-reed_au', 'ac_tom-reed', 'ac_tom-reed')
    """
    if country is None or at_home is None or country == at_home:
        return key
    return f"{key}{APART}{country.lower()}"
