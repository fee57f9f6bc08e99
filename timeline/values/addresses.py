"""Addresses of an actor elsewhere, as people write them."""

from __future__ import annotations

import re

_WIKIDATA = re.compile(r"(?:wikidata:|https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")

#: What Wikidata calls its items by.
WIKIDATA = "http://www.wikidata.org/entity/"


def address_of(stated: str) -> str | None:
    """The address that a person states: a web address as it is, ``wikidata:Q42`` as Wikidata's; None for neither.

    >>> address_of("wikidata:Q42")
    'http://www.wikidata.org/entity/Q42'
    """
    stated = stated.strip()
    wikidata = _WIKIDATA.fullmatch(stated)
    if wikidata:
        return WIKIDATA + wikidata[1].upper()
    return stated if _ADDRESS.fullmatch(stated) else None
