"""The tables of names are whole: every row is as its record wants it, sorted, and means one thing."""

from __future__ import annotations

import string
import time

import pytest

from timeline.lexicons.actor_flags import CAPITAL_FLAGS, LOWER_FLAGS
from timeline.lexicons.actor_records import ActorRecord, CountryRecord, PlaceRecord, RoleRecord, WordRecord
from timeline.lexicons.actors import ActorLexicon, actor_lexicon
from timeline.lexicons.load import load_csv, read_lines
from timeline.lexicons.outlets import OutletRecord, outlet_named, outlet_of_domain, outlets
from timeline.lexicons.roles import role_rules

COUNTRIES = load_csv("countries.csv", CountryRecord)
CODES = {country.alpha2 for country in COUNTRIES}
#: Codes of places and outlets of lands that have no row of their own among the countries.
DEPENDENT = {
    "AX",
    "BM",
    "CW",
    "FK",
    "FO",
    "GF",
    "GG",
    "GI",
    "GP",
    "GU",
    "IM",
    "JE",
    "KY",
    "MQ",
    "NC",
    "PF",
    "RE",
    "SX",
    "TC",
    "VI",
    "YT",
    "AW",
    "AI",
    "MS",
    "BL",
    "MF",
    "PM",
    "VG",
    "CK",
    "NU",
    "TK",
}
LOADING_SECONDS = 0.5  # generous: a slow machine under load; 0.06 is usual


def test_country_codes_are_two_and_three_letters_and_unique() -> None:
    """No country has another's code."""
    for country in COUNTRIES:
        assert len(country.alpha2) == 2 and set(country.alpha2) <= set(string.ascii_uppercase), country.name
        assert len(country.cameo) == 3 and set(country.cameo) <= set(string.ascii_uppercase), country.name
    assert len(CODES) == len(COUNTRIES)
    assert len({country.cameo for country in COUNTRIES}) == len(COUNTRIES)


def test_no_name_means_two_countries() -> None:
    """Names and aliases are unique among countries."""
    names = [name for country in COUNTRIES for name in (country.name, *country.aliases)]
    assert len(set(names)) == len(names)


def test_every_actor_has_a_known_kind_and_country() -> None:
    """Actors are organisations, persons and lands of countries that there are, sorted by name."""
    rows = load_csv("actors.csv", ActorRecord)
    for row in rows:
        assert row.kind in ("organisation", "person", "country"), row.name
        assert not row.alpha2 or row.alpha2 in CODES, row.name
        assert row.code == row.code.upper(), row.name
    assert [row.name.lower() for row in rows] == sorted(row.name.lower() for row in rows)


def test_every_place_row_is_whole() -> None:
    """The long table, read row by row on demand elsewhere, is whole: no quotes, real positions, sorted."""
    assert not any('"' in line for line in read_lines("places.csv"))
    rows = load_csv("places.csv", PlaceRecord)
    assert len(rows) > 6000
    for row in rows:
        assert not row.alpha2 or len(row.alpha2) == 2, row.name
        assert row.kind in ("city", "town", "region", "site", "world"), row.name
        assert row.latitude is None or -90 <= row.latitude <= 90, row.name
        assert row.longitude is None or -180 <= row.longitude <= 180, row.name
        assert (row.latitude is None) == (row.longitude is None), row.name
        assert row.thousands is None or row.thousands >= (100 if row.kind == "city" else 15), row.name
    assert [row.name.lower() for row in rows] == sorted(row.name.lower() for row in rows)


def test_towns_and_regions_have_positions_in_their_country() -> None:
    """Nearly all rows have a position, and a region's is near the towns that lie in it."""
    rows = load_csv("places.csv", PlaceRecord)
    placed = [row for row in rows if row.kind in ("city", "town", "region")]
    assert sum(row.latitude is not None for row in placed) / len(placed) > 0.97
    towns: dict[tuple[str, str], list[PlaceRecord]] = {}
    for row in rows:
        if row.kind == "city" and row.region:
            towns.setdefault((row.alpha2, row.region), []).append(row)
    regions = {(row.alpha2, row.name): row for row in rows if row.kind == "region" and row.latitude is not None}
    assert towns.keys() <= regions.keys()
    for where, inside in towns.items():
        region = regions[where]
        for town in inside:
            assert abs((town.latitude or 0) - (region.latitude or 0)) < 15, (where, town.name)


def test_countries_have_positions() -> None:
    """The middle of a country's towns, for all but those that have none."""
    assert all(country.latitude is not None for country in COUNTRIES)


def test_roles_and_words_have_known_kinds() -> None:
    """A kind that the compiler does not know would be lost."""
    assert {"office", "people", "body", "unnamed", "other"} == {
        row.kind for row in load_csv("en/role_words.csv", RoleRecord)
    }
    known = set(CAPITAL_FLAGS) | set(LOWER_FLAGS)
    assert {row.kind for row in load_csv("en/actor_words.csv", WordRecord)} <= known


@pytest.mark.parametrize(
    ("surface", "name", "kind", "country"),
    [
        ("Israeli", "Israel", "demonym", "IL"),
        ("U.S.", "United States", "country", "US"),
        ("Palestinians", "Palestinians", "nationals", "PS"),
        ("Kremlin", "Kremlin", "metonym", "RU"),
        ("AFP", "Agence France-Presse", "outlet", "FR"),
        ("EADS", "EADS", "organisation", "NL"),
        ("Netanyahu", "Benjamin Netanyahu", "person", "IL"),
    ],
)
def test_a_surface_form_names_what_it_should(surface: str, name: str, kind: str, country: str) -> None:
    """Aliases, demonyms and metonyms lead to their canonical names."""
    known = actor_lexicon().names[surface]
    assert (name, kind, country) == (known.name, known.kind, known.country)


def test_plurals_of_roles_are_made_by_rule() -> None:
    """ "Prime ministers" are people of the sector of a prime minister."""
    role = actor_lexicon().roles["prime ministers"]
    assert (role.kind, role.sector, role.plural) == ("people", "GOV", True)


def test_readings_of_a_place_name_come_by_size() -> None:
    """The largest namesake is first; an unknown name has none."""
    readings = actor_lexicon().places("Birmingham")
    assert [reading.country for reading in readings][:2] == ["GB", "US"]
    assert actor_lexicon().places("Nowhere at All") == ()


def test_loading_is_quick() -> None:
    """The whole lexicon compiles in far less than a second."""
    before = time.process_time()
    ActorLexicon()
    assert time.process_time() - before < LOADING_SECONDS


def test_outlets_are_found_by_domain_and_name() -> None:
    """Sub-domains and articles do not matter; an unknown domain has no outlet."""
    assert outlet_of_domain("www.bbc.co.uk").name == "BBC"  # type: ignore[union-attr]
    assert outlet_of_domain("news.bbc.co.uk").name == "BBC"  # type: ignore[union-attr]
    assert outlet_named("The Guardian").name == "Guardian"  # type: ignore[union-attr]
    assert outlet_of_domain("example.org") is None
    assert outlet_named("The Marrowby Courier") is None


def test_no_domain_belongs_to_two_outlets() -> None:
    """A domain leads to one outlet, of a known kind."""
    domains = [domain for outlet in outlets() for domain in outlet.domains]
    assert len(set(domains)) == len(domains)
    assert {"agency", "broadcaster", "magazine", "newspaper", "online"} == {outlet.kind for outlet in outlets()}
    assert all(isinstance(outlet, OutletRecord) for outlet in outlets())


def test_the_narrowest_role_rule_wins() -> None:
    """A lemma beats a mode, a mode a type, a type the rule for all."""
    rules = role_rules()
    assert rules.rule("RETREAT", "release", "release", "noun").name == "release_of"
    assert rules.rule("RETREAT", "resign", "resign", "verb").name == "leaving_a_post"
    assert rules.rule("RETREAT", "disarm", "disarm", "verb").name == "giving_way"
    assert rules.rule("OTHER", None, "paint", "verb").name == "any"


def test_no_two_classes_of_words_share_a_flag() -> None:
    """A word may be of several classes, so each has a bit of its own."""
    for flags in (CAPITAL_FLAGS, LOWER_FLAGS):
        single = [flag for flag in flags.values() if flag.bit_count() == 1]
        assert len(single) == len(set(single))
