"""A timeline tells an event once, under the weightiest of those that one sentence tells together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from timeline.stories.merging import merge
from timeline.stories.repetition import told_once
from timeline.values.events import Edit, Event

FIRE = {
    "lemma": "fire",
    "label": "fire",
    "type": "DISASTER",
    "mode": None,
    "title": "A fire destroyed the union office",
}
RUIN = FIRE | {"lemma": "destroy", "label": "destruction", "type": "ASSAULT"}


def events(report: Any, *tellings: dict[str, Any]) -> tuple[Event, ...]:
    """One event for each telling, all of one article."""
    made = [report("ar_1", 10 + 10 * number, group=number, **telling) for number, telling in enumerate(tellings)]
    return merge(made, {}, {})


def labels(told: tuple[Event, ...]) -> list[str]:
    """What is left, in order."""
    return [event.label for event in told]


def test_a_fire_that_destroyed_is_told_once(report):
    """Two triggers of one sentence with one line and one day: the first of equals stays."""
    assert labels(told_once(events(report, FIRE | {"on": 3}, RUIN | {"on": 3}))) == ["fire"]


def test_endings_do_not_part_two_lines(report):
    """ "Talks end without a deal" and "Talks in Harlow ended without a deal" are one line."""
    ends = FIRE | {"title": "Harlow port talks end without a deal", "on": 3}
    ended = RUIN | {"title": "Talks of the Harlow port ended without a deal", "on": 3}
    assert labels(told_once(events(report, ends, ended))) == ["fire"]


def test_another_sentence_is_another_event(report):
    """The same words about the same day in another sentence may tell of something else."""
    assert len(told_once(events(report, FIRE | {"on": 3}, RUIN | {"on": 3, "sentence": 4}))) == 2


def test_another_day_is_another_event(report):
    """One sentence may tell of two days."""
    assert len(told_once(events(report, FIRE | {"on": 3}, RUIN | {"on": 4}))) == 2


def test_what_is_said_and_not_dated_is_told_by_the_statement(report):
    """ "Firth says that she would not resign" tells the resignation that is denied."""
    said = {
        "lemma": "say",
        "type": "STATEMENT",
        "label": "statement",
        "title": "Firth says she would not resign",
        "on": 3,
    }
    left = {
        "lemma": "resign",
        "type": "PERSONNEL",
        "label": "resignation",
        "title": "Firth would not resign",
        "factuality": "denied",
    }
    assert labels(told_once(events(report, said, left))) == ["statement"]


def test_a_headline_that_tells_more_is_told(report):
    """ "Sixteen arrested as thousands march" says more than the march, although all of the march's words are in it."""
    march = {"lemma": "march", "title": "Thousands march for Harlow dockers", "on": 3, "label": "march"}
    arrest = {
        "lemma": "arrest",
        "type": "COERCE",
        "label": "arrest",
        "title": "Sixteen arrested as thousands march for Harlow dockers",
        "on": 3,
    }
    assert labels(told_once(events(report, march, arrest))) == ["march", "arrest"]


def test_what_is_left_over_is_told(report):
    """An undated event of which the other line says half is told."""
    said = {"lemma": "say", "type": "STATEMENT", "label": "statement", "title": "Firth says the talks failed", "on": 3}
    planned = {
        "lemma": "march",
        "title": "Teachers march to the harbour after talks",
        "factuality": "planned",
        "aspect": "prospective",
    }
    assert len(told_once(events(report, said, planned))) == 2


def test_what_people_edited_stays(report):
    """Whoever corrected an event wants to see it."""
    fire, ruin = events(report, FIRE | {"on": 3}, RUIN | {"on": 3})
    edit = Edit(
        key="ed_1", target_key=ruin.key, field="title", machine_value="a", human_value="b", at="2026-03-09T12:00:00Z"
    )
    assert labels(told_once((fire, replace(ruin, edits=(edit,))))) == ["destruction"]
