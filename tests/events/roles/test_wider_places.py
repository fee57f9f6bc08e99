"""Where events are that no phrase behind their trigger places, and what is the place of nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from timeline import parse
from timeline.values.events import Mention

with Path(__file__).with_name("event_places.csv").open(encoding="utf-8", newline="") as table:
    ROWS = tuple(csv.DictReader(table))


def mentions_of(sentence: str, trigger: str) -> list[Mention]:
    """The mentions whose words overlap the trigger's."""
    start = sentence.index(trigger)
    found = parse(sentence, published="2024-05-15").mentions
    return [mention for mention in found if mention.start < start + len(trigger) and start < mention.end]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['trigger']}: {row['sentence'][:40]}" for row in ROWS])
def test_an_event_has_the_places_of_the_table_and_no_others(row: dict[str, str]) -> None:
    """Beside a subject, as an object, before a noun, over a verb that carries it; none of what is only said."""
    mentions = mentions_of(row["sentence"], row["trigger"])
    assert mentions
    found = {f"{place.role} {place.name}" for mention in mentions for place in mention.places}
    assert found == set(filter(None, row["places"].split("; ")))
    for mention in mentions:
        assert all(row["sentence"][place.start : place.end] == place.text for place in mention.places)


def test_the_table_knows_events_without_a_place() -> None:
    """Many rows must give none, or a rule that places everything would pass."""
    without = sum(not row["places"] for row in ROWS)
    assert len(ROWS) / 4 < without < len(ROWS) / 2


#: A sentence, a trigger in it, and the words of all recipients.
RECIPIENTS = (
    ("The driver was arrested at the scene on suspicion of theft.", "arrested", ["The driver"]),
    ("The driver appeared in court on Wednesday.", "appeared", []),
    ("Police arrested a baker at home on Monday.", "arrested", ["a baker"]),
    ("Norway fired three rockets into the sea on Monday.", "fired", ["three rockets"]),
    ("Rebels fired on the convoy on Monday.", "fired", ["the convoy"]),
    ("The boat had left Zuwara late on Saturday.", "left", []),
    ("The envoy will visit Buenos Aires on Friday.", "visit", []),
)


@pytest.mark.parametrize(("sentence", "trigger", "wanted"), RECIPIENTS, ids=[row[0] for row in RECIPIENTS])
def test_where_something_was_done_undergoes_nothing(sentence: str, trigger: str, wanted: list[str]) -> None:
    """A scene, a court, the sea and a town that somebody leaves are no recipients; a convoy shot at is one."""
    found = [part.text for mention in mentions_of(sentence, trigger) for part in mention.recipients]
    assert found == wanted
