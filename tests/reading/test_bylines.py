"""Bylines: names, roles, places and agencies, and what only looks like one."""

from __future__ import annotations

import pytest

from timeline.lexicons.furniture import furniture_lexicon
from timeline.reading.bylines import is_name, read_byline, read_correspondent, read_names

LEXICON = furniture_lexicon()


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Holt", ("Ada Holt",)),
        ("BY ADA HOLT", ("ADA HOLT",)),
        ("by Ada Holt and Jon Reed", ("Ada Holt", "Jon Reed")),
        ("By Ada Holt, Jon Reed and Ola Vey", ("Ada Holt", "Jon Reed", "Ola Vey")),
        ("By Ada Holt in Kelmouth and Jon Reed in Sarrow Bridge", ("Ada Holt", "Jon Reed")),
        ("By Ada Holt, Courts Reporter", ("Ada Holt",)),
        ("By Ada van der Holt", ("Ada van der Holt",)),
        ("From Ada Holt at Quayside Park", ("Ada Holt",)),
        ("Analysis by Ada Holt", ("Ada Holt",)),
        ("Written by: Ada Holt", ("Ada Holt",)),
        ("Author: Ada Holt", ("Ada Holt",)),
        ("By J. R. Holt", ("J. R. Holt",)),
        ("By Ada Holt-Reed and Seán O’Dell", ("Ada Holt-Reed", "Seán O’Dell")),
        ("By Ada Holt, The Beacon", ("Ada Holt",)),
    ],
)
def test_a_byline_gives_its_names(line: str, authors: tuple[str, ...]) -> None:
    """Names come out without openers, roles, papers and places."""
    byline = read_byline(line, LEXICON)
    assert byline is not None
    assert byline.authors == authors


@pytest.mark.parametrize("line", ["By Reuters", "By The Associated Press", "By Ada Holt, AFP"])
def test_an_agency_is_no_author(line: str) -> None:
    """An agency in a byline is kept as the agency."""
    byline = read_byline(line, LEXICON)
    assert byline is not None
    assert byline.agency in ("Reuters", "The Associated Press", "AFP")
    assert all("Press" not in name for name in byline.authors)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the water had risen.",
        "By the river, two men waited.",
        "From Paris to London",
        "By far the biggest ship",
        "By Ada Holt, who was at the gate when it fell, and others",
        "Ada Holt",
        "By",
        "",
    ],
)
def test_sentences_and_headlines_are_no_bylines(line: str) -> None:
    """A line with anything but names, roles and places is none."""
    assert read_byline(line, LEXICON) is None


def test_names_without_by_need_a_role_or_company() -> None:
    """One bare name may be anything; with a role, another name or a place it is a byline."""
    assert read_names("Ada Holt", LEXICON) is None
    assert read_names("Ada Holt, Culture correspondent", LEXICON).authors == ("Ada Holt",)
    assert read_names("Ada Holt, Jon Reed", LEXICON).authors == ("Ada Holt", "Jon Reed")
    byline = read_names("Ada Holt, Jon Reed, New York|", LEXICON, frozenset(["new york"]))
    assert (byline.authors, byline.place) == (("Ada Holt", "Jon Reed"), "New York")


@pytest.mark.parametrize("line", ["Soup, songs and a borrowed stove", "Kelmouth, Monday", "Ada Holt, 34, of Tar Lane"])
def test_lists_of_other_things_are_no_names(line: str) -> None:
    """Commas alone do not make a byline."""
    assert read_names(line, LEXICON) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ada Holt", True), ("Ada", False), ("Ada holt", False), ("Staff Reporter", False), ("Monday Morning", False)],
)
def test_a_name_has_two_words_with_capitals_and_no_role(text: str, expected: bool) -> None:
    """Roles and weekdays are no names."""
    assert is_name(text, LEXICON) is expected


def test_a_correspondent_is_a_name_and_a_place() -> None:
    """As it stands below a date; a headline of that shape has other words."""
    found = read_correspondent("Ada Holt in Kelmouth", LEXICON)
    assert found is not None
    assert (found.authors, found.place) == (("Ada Holt",), "Kelmouth")
    assert read_correspondent("Ada Holt in court again", LEXICON) is None
    assert read_correspondent("Fire in Kelmouth", LEXICON) is None
