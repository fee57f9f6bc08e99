"""Words of many senses, one sense a sentence: which of them name an event, and of which type."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from timeline import parse
from timeline.lexicons.events import event_lexicon

FOLDER = Path(__file__).parent / "news_types"

# Shares in percent, pinned a little below what is reached: senses that are no event kept silent, events of the right type.
FLOORS = {
    "senses": (97.0, 96.0),
    "senses_check": (82.5, 82.0),
    "wordings": (92.0, 96.5),
    "wordings_check": (81.0, 81.0),
}

NO_EVENT = "-"


def senses(name: str) -> list[tuple[set[str], str, int, int]]:
    """The rows of a table: types that are right, the sentence without its marks, where the marked word begins and ends."""
    rows = []
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            start, end = row["text"].index("["), row["text"].index("]") - 1
            rows.append((set(row["type"].split(";")), row["text"].replace("[", "").replace("]", ""), start, end))
    return rows


@pytest.mark.parametrize("name", FLOORS)
def test_each_word_in_its_sense(name: str) -> None:
    """What ends in ``_check`` was written with its other half and before the rules, and is for the score alone."""
    right = {True: 0, False: 0}
    asked = {True: 0, False: 0}
    for wanted, text, start, end in senses(name):
        found = {mention.type for mention in parse(text).mentions if mention.start < end and start < mention.end}
        silent = wanted == {NO_EVENT}
        asked[silent] += 1
        right[silent] += bool(found & wanted) if found else NO_EVENT in wanted
    assert 100 * right[True] / asked[True] >= FLOORS[name][0]
    assert 100 * right[False] / asked[False] >= FLOORS[name][1]


@pytest.mark.parametrize("name", FLOORS)
def test_each_row_marks_one_word(name: str) -> None:
    """Types that exist, and one mark a sentence."""
    known = {NO_EVENT, *event_lexicon().types}
    for wanted, text, start, end in senses(name):
        assert wanted <= known
        assert text[start:end].strip() == text[start:end] != ""
        assert "[" not in text


# The words right before and right behind a word decide; a date between is none of them.
BESIDE = [
    ("The painting is for sale.", ()),
    ("The sale of the painting took a week.", ("BUSINESS",)),
    ("The bishop seized on the remark.", ("STATEMENT",)),
    ("Troops seized on Monday a cache of rifles in Harlow.", ("COERCE",)),
    ("Fog was to blame for the delay.", ()),
    ("The mayor blamed the contractor for the delay.", ("ACCUSE",)),
]


@pytest.mark.parametrize(("text", "types"), BESIDE)
def test_the_word_right_beside_it(text: str, types: tuple[str, ...]) -> None:
    """Conditions of a row's ``before`` and ``after``."""
    assert tuple(mention.type for mention in parse(text, published="2026-03-05").mentions) == types
