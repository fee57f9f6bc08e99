"""Which mentions are of one event and which are not, on pairs of short articles and of sentences of our own."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline import parse
from timeline.stories import merging
from timeline.stories.reports import Report

HERE = Path(__file__).parent

#: Share of the rows in percent, pinned a little below what is reached, by the table's name and the answer wanted.
FLOORS = [
    ("same_event_dev", "yes", 81.0),
    ("same_event_dev", "no", 91.0),
    ("same_event_check", "yes", 93.0),
    ("same_event_check", "no", 83.0),
]

_MARKED = re.compile(r"\*([^*]+)\*")


@pytest.mark.parametrize(("name", "wanted", "floor"), FLOORS)
def test_one_event_is_one_and_two_are_two(name: str, wanted: str, floor: float) -> None:
    """The two words between asterisks are of one event, or not; in two articles of one story, or both in one article.

    ``same_event_check.csv`` was written with the other and before the rules, and is for the score alone.
    """
    answers = [said == wanted for row, said in answered(name) if row["same"] == wanted]
    assert answers
    assert 100 * sum(answers) / len(answers) >= floor


def answered(name: str) -> Iterator[tuple[dict[str, str], str]]:
    """Each row of a table with what we say: ``yes``, ``no``, or ``missing`` where a marked word is no mention."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            keys = _event_keys(row)
            yield row, "missing" if None in keys else "yes" if keys[0] == keys[1] else "no"


def _event_keys(row: dict[str, str]) -> list[str | None]:
    """The keys of the events of the two marked words, None for one that is no mention."""
    reports: list[Report] = []
    marked: list[str | None] = []
    for side in ("one", "other"):
        text, spans = _unmarked(row[side])
        reading = parse(text, published=row[f"{side}_day"] or None)
        made = [
            Report(
                article_key=f"ar_{side}",
                mention=mention,
                published_on=reading.published.on,
                outlet=f"so_{side}",
                story="st_1",
            )
            for mention in reading.mentions
        ]
        reports += made
        for start, end in spans:
            hits = (one.key for one in made if one.mention.start < end and start < one.mention.end)
            marked.append(next(hits, None))
    keys = dict(zip((one.key for one in reports), merging.link_across(reports), strict=True))
    return [keys.get(key or "") for key in marked]


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its asterisks, and where the words between them stand."""
    spans = [
        (match.start() - 2 * number, match.end() - 2 * number - 2)
        for number, match in enumerate(_MARKED.finditer(text))
    ]
    return _MARKED.sub(r"\1", text), spans
