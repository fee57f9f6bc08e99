"""Rows of the tables of actors, places, offices and words, as their files hold them; checked as they are loaded.

What comes in: a line of a table. What goes out: a record whose fields are its columns. How rows become a lexicon is
decided in ``timeline.lexicons.actors``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRecord:
    """A country: ``cameo`` is its CAMEO code (ISO 3166-1 alpha-3 but for a few); metonyms stand for its government.

    Its position is the middle of its towns.
    """

    name: str
    alpha2: str
    cameo: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRecord:
    """A well-known actor, with its CAMEO code where the type of actor is known.

    ``kind`` is ``organisation``, ``person`` or ``country`` (a land within a state).

    ``aliases`` name it too; a person's last name alone needs the full name or a title in the text and is no alias.
    """

    name: str
    kind: str
    alpha2: str = ""
    code: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRecord:
    """A place: ``region`` is the region of the first level in which a town lies, ``thousands`` its inhabitants in
    thousands; a region's position is the middle of its towns.
    """

    name: str
    kind: str
    alpha2: str = ""
    region: str = ""
    latitude: float | None = None
    longitude: float | None = None
    thousands: int | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRecord:
    """Nouns for people and bodies with one CAMEO sector: kind ``office`` (one person), ``people``, ``body`` or
    ``unnamed``; phrases of kind ``other`` hold such a noun and name nobody ("office party").
    """

    kind: str
    words: tuple[str, ...]
    sector: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRecord:
    """Words of one class."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrefixRecord:
    """A nation's adjective before a hyphen: "Franco" in "the Franco-German summit"."""

    prefix: str
    alpha2: str
