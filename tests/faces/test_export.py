"""``export`` writes the format ``timeline.story``, ``digest`` the days that matter, ``schema`` what both promise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from timeline.export.schema import schema

Command = Callable[..., Any]


def test_all_stories_are_lines_and_the_last_has_none(command: Command, demo: Path) -> None:
    """One valid object a story, and a last one with ``story: null``; every quote is cut from its text."""
    done = command("-d", demo, "export", "--all", "--format", "json", "--with-text", "--stable")
    assert (done.code, done.err) == (0, "")
    objects = [json.loads(line) for line in done.out.splitlines()]
    assert [each["story"] is None for each in objects] == [False] * (len(objects) - 1) + [True]
    validator = jsonschema.Draft202012Validator(schema())
    for each in objects:
        validator.validate(each)
        texts = {article["id"]: article["text"] for article in each["articles"]}
        for event in each["events"]:
            for quote in event["evidence"]:
                assert texts[quote["article_id"]][quote["start"] : quote["end"]] == quote["quote"]


def test_a_stable_export_is_the_same_on_every_day(
    command: Command, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is exported does not change because a day has passed; without ``--stable`` plans become unconfirmed."""
    written = {}
    for day in ("2026-03-10", "2027-01-01"):
        monkeypatch.setenv("TIMELINE_TODAY", day)
        for options in (("--all", "--stable"), ("three-paintings", "--stable"), ("--all",)):
            written[day, options] = command("-d", demo, "export", *options).out
    for options in (("--all", "--stable"), ("three-paintings", "--stable")):
        assert written["2026-03-10", options] == written["2027-01-01", options]
    assert written["2026-03-10", ("--all",)] != written["2027-01-01", ("--all",)]


def test_one_story_is_one_object(command: Command, demo: Path) -> None:
    """Named by its slug; without ``--stable`` it says when it was written."""
    written = json.loads(command("-d", demo, "export", "three-paintings-stolen-museum-aldervik").out)
    assert written["story"]["article_count"] == 2
    assert "exported_at" in written
    assert all("text" not in article for article in written["articles"])


def test_several_stories_must_be_named(command: Command, demo: Path) -> None:
    """Without a name and without ``--all`` nothing is chosen silently."""
    done = command("-d", demo, "export")
    assert (done.code, done.out) == (1, "")
    assert "three-paintings" in done.err


def test_quotes_are_as_long_as_asked(command: Command, demo: Path) -> None:
    """``--max-quote`` bounds them where no trigger is cut off; 0 leaves them whole."""
    short, whole = (
        json.loads(command("-d", demo, "export", "three-paintings", "--max-quote", length).out) for length in (60, 0)
    )
    lengths = [
        max(len(quote["quote"]) for event in each["events"] for quote in event["evidence"]) for each in (short, whole)
    ]
    assert lengths[0] < lengths[1]


def test_a_file_is_whole_or_not_there(command: Command, demo: Path, tmp_path: Path) -> None:
    """``-o`` writes a file; when the export fails an older file stays and no piece is left."""
    place = tmp_path / "story.json"
    assert command("-d", demo, "export", "three-paintings", "--stable", "-o", place).code == 0
    before = place.read_bytes()
    assert json.loads(before)["format"] == "timeline.story"
    assert command("-d", demo, "export", "nosuch", "-o", place).code == 1
    assert place.read_bytes() == before
    assert list(tmp_path.glob("*.part")) == []
    done = command("-d", demo, "export", "three-paintings", "-o", tmp_path / "nowhere" / "story.json")
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert "nowhere" in done.err


def test_filters_reach_the_export(command: Command, demo: Path) -> None:
    """Only what is asked for is written."""
    written = json.loads(command("-d", demo, "export", "three-paintings", "--type", "CRIME").out)
    assert {event["type"] for event in written["events"]} == {"CRIME"}


def test_the_schema_is_that_of_the_package(command: Command) -> None:
    """``timeline schema`` prints it, and it is a schema."""
    printed = json.loads(command("schema").out)
    jsonschema.Draft202012Validator.check_schema(printed)
    assert printed == schema()


@pytest.mark.parametrize("story", [(), ("three-paintings",)])
def test_a_digest_has_days_in_order_with_sentences(command: Command, demo: Path, story: tuple[str, ...]) -> None:
    """At most so many days, ascending, at most so many sentences each, all of them from the articles."""
    done = command("-d", demo, "digest", *story, "--dates", "4", "--sentences", "2", "--json")
    assert (done.code, done.err) == (0, "")
    written = json.loads(done.out)
    assert list(written) == ["topic", "timeline"]
    assert (written["topic"] is None) == (story == ())
    days = [entry["date"] for entry in written["timeline"]]
    assert days == sorted(set(days))
    assert 1 <= len(days) <= 4
    assert all(1 <= len(entry["summary"]) <= 2 for entry in written["timeline"])


def test_a_digest_keeps_to_its_window(command: Command, demo: Path) -> None:
    """Both bounds are inside."""
    done = command("-d", demo, "digest", "--dates", "9", "--after", "2026-03-05", "--before", "2026-03-06", "--json")
    assert {entry["date"] for entry in json.loads(done.out)["timeline"]} == {"2026-03-05", "2026-03-06"}


def test_a_digest_for_people(command: Command, demo: Path) -> None:
    """A day a heading, its sentences below."""
    done = command("-d", demo, "digest", "--dates", "2")
    lines = done.out.splitlines()
    assert len([line for line in lines if not line.startswith("  ")]) == 2
