"""News outlets and agencies: names, web domains and countries, as facts.

What goes out: ``outlets()`` and two look-ups, by domain and by name. Whether a page belongs to an outlet is decided in
the reading room; that an outlet is never an agent of the news it reports, in ``timeline.actors``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.lexicons.load import load_csv


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRecord:
    """One outlet.

    Attributes:
        name: As it is usually called in English ("Haaretz").
        kind: ``agency newspaper magazine broadcaster online``.
        alpha2: ISO 3166-1 alpha-2 country where it is edited, empty when it has none.
        domains: Web domains without "www.", most used first; a domain may carry a path.
        aliases: Other names, as written ("AFP").
    """

    name: str
    kind: str
    alpha2: str = ""
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@cache
def outlets() -> tuple[OutletRecord, ...]:
    """All outlets, in the order of the file."""
    return load_csv("outlets.csv", OutletRecord)


@cache
def _by_domain() -> dict[str, OutletRecord]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


@cache
def _by_name() -> dict[str, OutletRecord]:
    return {name.casefold(): outlet for outlet in outlets() for name in (outlet.name, *outlet.aliases)}


def outlet_of_domain(domain: str) -> OutletRecord | None:
    """The outlet that publishes on a web domain: ``www.bbc.co.uk`` and ``news.bbc.co.uk`` are the BBC.

    None when unknown.
    """
    labels = domain.lower().removeprefix("www.").split(".")
    known = _by_domain()
    while len(labels) > 1:
        found = known.get(".".join(labels))
        if found is not None:
            return found
        labels = labels[1:]
    return None


def outlet_named(name: str) -> OutletRecord | None:
    """The outlet of that name or alias, with or without a leading "the": ``AFP`` is Agence France-Presse.

    None when unknown.
    """
    wanted = name.strip().casefold()
    return _by_name().get(wanted) or _by_name().get(wanted.removeprefix("the "))
