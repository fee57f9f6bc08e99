"""Names, places, offices and word classes that the actors room reads: tables to one compiled ``ActorLexicon``.

What comes in: ``countries.csv actors.csv terms.csv outlets.csv places.csv``, the user's own ``actors.csv``, and
``en/role_words.csv en/actor_words.csv en/given_names.csv en/common_words.csv``. What goes out: dictionaries from
a surface form to what it names, and from a first word to how many tokens a known name or role may have, so that the
finder makes one look-up a token. How text is read with them is decided in ``timeline.actors``; where the tables come
from stands in ``SOURCES.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from timeline.lexicons.actor_flags import (
    CAPITAL_FLAGS,
    COMMON,
    GIVEN,
    GIVEN_FLAGS,
    LOWER_FLAGS,
    PRONOUN,
    PRONOUN_FEMALE,
    PRONOUN_MALE,
)
from timeline.lexicons.actor_records import ActorRecord, CountryRecord, PrefixRecord, RoleRecord, WordRecord
from timeline.lexicons.common_words import common_words
from timeline.lexicons.load import kept, load_csv, read_lines
from timeline.lexicons.outlets import OutletRecord
from timeline.lexicons.own_actors import own_actors, shipped_terms


@dataclass(frozen=True, slots=True)
class Known:
    """What a surface form names.

    ``kind``: ``country demonym nationals metonym organisation person outlet``; ``name`` is canonical ("Israel" for
    "Israeli").
    """

    name: str
    kind: str
    country: str | None
    code: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """A code that an actor has between two days, both inclusive and None when open; ``otherwise`` at other times."""

    name: str
    code: str | None
    first_day: date | None
    last_day: date | None
    otherwise: str | None

    def holds_on(self, day: date | None) -> bool:
        """Whether it holds on a day; on an unknown one only what always holds does."""
        if day is None:
            return self.first_day is None and self.last_day is None
        return (self.first_day is None or self.first_day <= day) and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class Role:
    """What a role noun says: kind as in ``RoleRecord``, its CAMEO sector, gender ``m f`` or None, whether it is
    plural.
    """

    word: str
    kind: str
    sector: str | None
    gender: str | None
    plural: bool


@dataclass(frozen=True, slots=True)
class Place:
    """One reading of a place name."""

    name: str
    kind: str
    country: str | None
    region: str
    latitude: float | None
    longitude: float | None
    thousands: int


_GENDERED = PRONOUN_MALE | PRONOUN_FEMALE
#: Letters of a code that name the country.
_COUNTRY = 3

# A name cut as the tokeniser cuts it: hyphens and other marks by themselves, letters with stops in one.
_NAME_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’][^\W\d_]+)*\.?|\S")


class ActorLexicon:
    """All that is known of names and roles, compiled for look-up.

    Attributes:
        names: Surface form ("Israeli", "U.N.") to what it names.
        name_lengths: First token of a known name to the numbers of tokens it may have, longest first.
        roles: Lower-case role noun ("prime minister") to its role.
        role_lengths: First token of a role noun to the numbers of tokens, longest first.
        role_seconds: Second tokens of role nouns.
        capitals: Capitalised word to flags.
        words: Lower-case word to flags.
        cameo: ISO alpha-2 to CAMEO country code.
        pronouns: In lower case.
        gendered: Those of them that stand for a man or a woman.
        first_words: Lower-case words at which a role noun or a pronoun may begin.
        seconds_needed: Those of them that are neither by themselves, with the words that must follow.
        country_names: ISO alpha-2 to the country's name.
        capital_cities: Capital city to the country's alpha-2 code.
        terms: Name of an actor to the terms in which it has a code.
        offices: Other names in lower case, those that hold for some days too, to whoever has them: "mayor of harlow".
        same_as: Name of an actor to its addresses elsewhere.
        namesakes_on: Name of a person to namesakes whom short names mean on some days.
        namesakes: Names of countries that are a region's of another too ("Georgia").
    """

    __slots__ = (
        "_place_rows",
        "_places",
        "cameo",
        "capital_cities",
        "capitals",
        "country_names",
        "first_words",
        "gendered",
        "name_lengths",
        "names",
        "namesakes",
        "namesakes_on",
        "offices",
        "place_lengths",
        "pronouns",
        "role_lengths",
        "role_seconds",
        "roles",
        "same_as",
        "seconds_needed",
        "terms",
        "words",
    )

    def __init__(self, folder: Path | None = None) -> None:
        self.names: dict[str, Known] = {}
        self.name_lengths: dict[str, tuple[int, ...]] = {}
        self.roles: dict[str, Role] = {}
        self.role_lengths: dict[str, tuple[int, ...]] = {}
        self.role_seconds: frozenset[str] = frozenset()
        self.capitals: dict[str, int] = {}
        self.words: dict[str, int] = {}
        self.cameo: dict[str, str] = {}
        self.country_names: dict[str, str] = {}
        self.capital_cities = capital_cities()
        self._place_rows: dict[str, list[str]] = {}
        self._places: dict[str, tuple[Place, ...]] = {}
        self.place_lengths: dict[str, tuple[int, ...]] = {}
        self.namesakes: frozenset[str] = frozenset()
        self.terms: dict[str, tuple[Term, ...]] = {}
        self.offices: dict[str, tuple[Term, ...]] = {}
        self.same_as: dict[str, tuple[str, ...]] = {}
        self.namesakes_on: dict[str, tuple[Term, ...]] = {}
        self._load_names(folder)
        longer = self._load_roles()
        self._load_words()
        self._load_places()
        self.pronouns = frozenset(word for word, flags in self.words.items() if flags & PRONOUN)
        self.gendered = frozenset(word for word, flags in self.words.items() if flags & _GENDERED)
        self.first_words = self.pronouns.union(self.role_lengths)
        self.seconds_needed = {first: seconds for first, seconds in longer.items() if first not in self.pronouns}

    def places(self, surface: str) -> tuple[Place, ...]:
        """All places of that name, the most populous first; empty when there is none.

        The table is long and an article names few places: rows are parsed when first asked for.
        """
        found = self._places.get(surface)
        if found is None:
            rows = self._place_rows.get(surface, ())
            found = tuple(sorted(map(_place, rows), key=lambda place: -place.thousands))
            self._places[surface] = found
        return found

    def is_given(self, word: str) -> bool:
        """Whether a word with a capital is a given name."""
        return bool(self.capitals.get(word, 0) & GIVEN)

    def _load_names(self, folder: Path | None) -> None:
        lengths: dict[str, set[int]] = {}

        def add(surface: str, known: Known) -> None:
            if surface not in self.names:
                self.names[surface] = known
                tokens = _NAME_TOKEN.findall(surface)
                lengths.setdefault(tokens[0], set()).add(len(tokens))

        countries = load_csv("countries.csv", CountryRecord)
        self.cameo = {country.alpha2: country.cameo for country in countries}
        self.country_names = {country.alpha2: country.name for country in countries}
        for surface, known in self._load_own(folder):
            add(surface, known)
        for country in countries:
            known = Known(country.name, "country", country.alpha2, country.cameo)
            for surface in (country.name, *country.aliases):
                add(surface.removeprefix("the "), known)
            adjective = Known(country.name, "demonym", country.alpha2, country.cameo)
            for demonym in country.demonyms:
                add(demonym, adjective)
                if not demonym.endswith(("ese", "ish", "ch", "ss", "men", "x")):
                    plural = "Frenchmen" if demonym == "Frenchman" else demonym + "s"
                    add(plural, Known(plural, "nationals", country.alpha2, country.cameo))
            government = Known(country.name, "metonym", country.alpha2, country.cameo + "GOV")
            for metonym in country.metonyms:
                metonym = metonym.removeprefix("the ")
                add(metonym, Known(metonym, "metonym", country.alpha2, government.code))
        for prefix in load_csv("en/national_prefixes.csv", PrefixRecord):
            name = self.country_names[prefix.alpha2]
            add(f"{prefix.prefix}-", Known(name, "demonym", prefix.alpha2, self.cameo[prefix.alpha2]))
        for actor in load_csv("actors.csv", ActorRecord):
            known = Known(actor.name, actor.kind, actor.alpha2 or None, actor.code or None)
            for surface in (actor.name, *actor.aliases):
                add(surface, known)
        for outlet in load_csv("outlets.csv", OutletRecord):
            known = Known(outlet.name, "outlet", outlet.alpha2 or None, None)
            for surface in (outlet.name, *outlet.aliases):
                add(surface.removeprefix("The "), known)
        self.name_lengths = _longest_first(lengths)

    def _load_own(self, folder: Path | None) -> Iterator[tuple[str, Known]]:
        """The surface forms of the user's own actors, which go before ours; terms and addresses are kept."""
        terms: dict[str, list[Term]] = {}
        for record in shipped_terms():
            last = date.fromisoformat(record.last_day) if record.last_day else None
            term = Term(record.name, record.code, date.fromisoformat(record.first_day), last, record.code[:_COUNTRY])
            terms.setdefault(record.name, []).append(term)
            if record.instead_of:
                self.namesakes_on[record.instead_of] = (*self.namesakes_on.get(record.instead_of, ()), term)
        rows = () if folder is None else own_actors(folder, self.country_names)
        for name in dict.fromkeys(row.name for row in rows):
            mine = [row for row in rows if row.name == name]
            country = next((row.alpha2 for row in mine if row.alpha2), None)
            lasting = next((row.code for row in mine if not row.dated and row.code), self.cameo.get(country or ""))
            known = Known(name, mine[0].kind, country, lasting)
            yield name, known
            terms.pop(name, None)
            for row in mine:
                term = Term(name, row.code, row.first_day, row.last_day, lasting)
                for alias in row.aliases:
                    self.offices[alias.lower()] = (*self.offices.get(alias.lower(), ()), term)
                    if not row.dated:
                        yield alias, known
                if row.dated and row.code:
                    terms.setdefault(name, []).append(term)
            addresses = tuple(dict.fromkeys(address for row in mine for address in row.same_as))
            if addresses:
                self.same_as[name] = addresses
        self.terms = {name: tuple(held) for name, held in terms.items()}

    def _load_roles(self) -> dict[str, set[str]]:
        """Fills the tables of role nouns; the first words that are none by themselves come back, with the second."""
        lengths: dict[str, set[int]] = {}
        records = load_csv("en/role_words.csv", RoleRecord)
        # What is written out wins over a plural made by rule; the first row of a word over later ones, a gender over
        # none.
        for record in records:
            for word in record.words:
                plural = record.kind in ("people", "unnamed") and not word.endswith("source")
                known = self.roles.get(word)
                if known is None or (record.gender and known.gender is None and known.sector == "CVL"):
                    self.roles[word] = Role(word, record.kind, record.sector or None, record.gender or None, plural)
        for record in records:
            if record.kind in ("office", "body"):
                for word in record.words:
                    kind = "people" if record.kind == "office" else "body"
                    self.roles.setdefault(_plural(word), Role(_plural(word), kind, record.sector or None, None, True))
        seconds: dict[str, set[str]] = {}
        for word in self.roles:
            tokens = _NAME_TOKEN.findall(word)
            lengths.setdefault(tokens[0], set()).add(len(tokens))
            seconds.setdefault(tokens[0], set()).update(tokens[1:2])
        self.role_lengths = _longest_first(lengths)
        self.role_seconds = frozenset().union(*seconds.values())
        return {first: seconds[first] for first, counts in self.role_lengths.items() if counts[-1] > 1}

    def _load_words(self) -> None:
        capitals, words = self.capitals, self.words
        for record in load_csv("en/actor_words.csv", WordRecord):
            flag = CAPITAL_FLAGS.get(record.kind)
            if flag is not None:
                for word in record.words:
                    capitals[word] = capitals.get(word, 0) | flag
            else:
                flag = LOWER_FLAGS[record.kind]
                for word in record.words:
                    words[word] = words.get(word, 0) | flag
        for record in load_csv("en/given_names.csv", WordRecord):
            flag = GIVEN_FLAGS[record.kind]
            for word in record.words:
                capitals[word] = capitals.get(word, 0) | flag
        for word in common_words():
            words[word] = words.get(word, 0) | COMMON

    def _load_places(self) -> None:
        # Only names are cut out here; ``_place`` reads the rest of a row on demand. The tests check every row.
        rows = self._place_rows
        for line in read_lines("places.csv")[1:]:
            rows.setdefault(line[: line.index(",")], []).append(line)
            if line[-1] != ",":
                for alias in line[line.rindex(",") + 1 :].split(";"):
                    rows.setdefault(alias, []).append(line)
        lengths: dict[str, set[int]] = {}
        for surface in rows:
            if surface.isalpha():  # most are one word
                lengths.setdefault(surface, set()).add(1)
            else:
                first = surface.replace("-", " ").partition(" ")[0]
                lengths.setdefault(first, set()).add(1 + surface.count(" ") + 2 * surface.count("-"))
        self.place_lengths = _longest_first(lengths)
        self.namesakes = frozenset(
            name
            for alpha2, name in self.country_names.items()
            if any(place.kind == "region" and place.country != alpha2 for place in self.places(name))
        )


@cache
def capital_cities() -> Mapping[str, str]:
    """Capital city to its country's alpha-2 code."""
    cities: dict[str, str] = {}
    for country in load_csv("countries.csv", CountryRecord):
        for capital in country.capital:
            cities.setdefault(capital, country.alpha2)
    return cities


@kept
def actor_lexicon(folder: Path | None = None) -> ActorLexicon:
    """The compiled lexicon, with the user's ``actors.csv`` on top when a folder is given.

    Raises:
        LexiconError: There is no such folder, or a row is not as its record wants it.
    """
    return ActorLexicon(folder)


def _longest_first(lengths: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    return {first: tuple(sorted(counts, reverse=True)) for first, counts in lengths.items()}


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "sh", "ch", "x")):
        return word + "es"
    return word + "s"


def _place(line: str) -> Place:
    name, alpha2, kind, region, latitude, longitude, thousands, _ = line.split(",")
    return Place(
        name,
        kind,
        alpha2 or None,
        region,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        int(thousands) if thousands else 0,
    )
