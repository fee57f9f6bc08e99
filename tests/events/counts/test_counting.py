"""Numbers of people, and the event they belong to."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from timeline.pipeline import parse
from timeline.values.events import Mention

ROWS = list(csv.DictReader((Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="")))
#: Share of the rows that were only scored, and no rule was made on, that come out as written.
CHECKED = 0.86

COUNTED = [
    ("A bomb attack in Tarnwick killed at least 12 people.", "bomb attack", [("dead", 12, None)]),
    ("The blaze killed three men and injured 20.", "blaze", [("dead", 3, 3), ("injured", 20, 20)]),
    ("Twenty-one miners died in the blast.", "blast", [("dead", 21, 21)]),
    ("Police arrested 40 students.", "arrest", [("arrested", 40, 40)]),
    ("About 3,000 people marched in Harlow.", "march", [("size", 3000, 3000)]),
    ("A march by about 3,000 miners ended in Harlow.", "march", [("size", 3000, 3000)]),
    ("A march by several thousand miners ended in Harlow.", "march", [("size", 2000, None)]),
    ("The union left in protest at the arrest of 16 people.", "protest", []),
    ("Police arrested 16 people during a march.", "march", []),
    ("Some 81 per cent of the members had backed a strike.", "strike", []),
    ("Dozens were wounded in the shelling.", "shelling", [("injured", 24, None)]),
    ("Up to 15 guards were killed in the ambush.", "ambush", [("dead", None, 15)]),
    (
        "An earthquake shook the island, killing at least nine people and injuring dozens.",
        "earthquake",
        [("dead", 9, None), ("injured", 24, None)],
    ),
    ("Two hundred people were killed in the earthquake.", "earthquake", [("dead", 200, 200)]),
    ("Hundreds of thousands marched through Harlow.", "march", [("size", 200_000, None)]),
    ("Tens of thousands of people rallied in Harlow.", "rally", [("size", 20_000, None)]),
    ("Between 20 and 30 people were hurt in the crash.", "crash", [("injured", 20, 30)]),
    ("The flood displaced 1.2 million people.", "displace", [("displaced", 1_200_000, 1_200_000)]),
    ("The quake left 40 dead and 300 injured.", "quake", [("dead", 40, 40), ("injured", 300, 300)]),
    ("At least three students were shot dead.", "shoot dead", [("dead", 3, None)]),
    ("About 500 workers went on strike.", "go on strike", [("size", 500, 500)]),
    ("The blaze killed a mother and her two children.", "blaze", [("dead", 3, 3)]),
    ("There were no casualties in the blast.", "blast", []),
    ("Four in five backed the strike.", "strike", []),
    ("Nine out of ten joined the march in Harlow.", "march", []),
    ("One in every six marched through Harlow.", "march", []),
]


def mentions_of(text: str) -> tuple[Mention, ...]:
    """The events of a sentence; every count quotes its words."""
    mentions = parse(text, published="2026-03-05").mentions
    assert all(text[count.start : count.end] == count.text for mention in mentions for count in mention.counts)
    return mentions


def counts_of(text: str) -> set[str]:
    """All counts of a sentence as "dead 12 -": kind, minimum, maximum."""
    bound = {None: "-"}
    return {
        f"{count.kind} {bound.get(count.minimum, count.minimum)} {bound.get(count.maximum, count.maximum)}"
        for mention in mentions_of(text)
        for count in mention.counts
    }


@pytest.mark.parametrize(("text", "lemma", "expected"), COUNTED)
def test_numbers_belong_to_the_event(text: str, lemma: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    """Dead and injured are counts of the attack or disaster of their sentence, with their bounds."""
    (mention,) = [mention for mention in mentions_of(text) if mention.lemma == lemma]
    assert [(count.kind, count.minimum, count.maximum) for count in mention.counts] == expected


@pytest.mark.parametrize("row", [row for row in ROWS if row["set"] == "own"], ids=lambda row: row["text"])
def test_all_numbers_of_a_sentence(row: dict[str, str]) -> None:
    """Tolls, sums of several victims, ranges and bounds; and nothing else."""
    assert counts_of(row["text"]) == set(filter(None, row["counts"].split(";")))


def test_rows_that_no_rule_was_made_on() -> None:
    """Sentences written before the rules and only scored: most come out."""
    rows = [row for row in ROWS if row["set"] == "check"]
    right = sum(counts_of(row["text"]) == set(filter(None, row["counts"].split(";"))) for row in rows)
    assert right / len(rows) >= CHECKED


@pytest.mark.parametrize(
    "text",
    [
        "The attack lasted 12 hours.",
        "Prices in 2019 killed the trade.",
        "The raid cost $12 million.",
    ],
)
def test_other_numbers_are_no_counts(text: str) -> None:
    """Hours, years, money, ages and names with numbers are no people."""
    assert [count for mention in mentions_of(text) for count in mention.counts if count.kind != "size"] == []
