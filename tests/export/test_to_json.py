"""The JSON export validates, quotes what it cites, and gives the same bytes for the same timeline."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from jsonschema import Draft202012Validator

from timeline.export.schema import schema, schema_text
from timeline.export.to_json import story_object, to_json, to_json_lines
from timeline.values.stories import Timeline

AT = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def validator():
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def errors(validator, made):
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(made)]


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"stable": True},
        {"with_text": True, "exported_at": AT, "generator": "0.1.0"},
        {"max_quote": 20},
        {"max_quote": 0},
    ],
)
def test_every_export_validates(timeline, timexes, validator, options):
    """Whatever is asked for, the schema holds."""
    assert errors(validator, story_object(timeline, timexes=timexes, **options)) == []
    assert errors(validator, story_object(timeline, **options)) == []


@pytest.mark.parametrize("max_quote", [0, 10, 40, 300])
def test_every_quote_stands_where_it_says(timeline, timexes, max_quote):
    """``text[start:end] == quote``, and prefix and suffix stand around it."""
    made = story_object(timeline, with_text=True, timexes=timexes, max_quote=max_quote)
    texts = {article["id"]: article["text"] for article in made["articles"]}
    seen = 0
    for event in made["events"]:
        quotes = [*event["evidence"], *([event["date"]["text"]] if event["date"] else [])]
        for quote in quotes:
            text = texts[quote["article_id"]]
            assert text[quote["start"] : quote["end"]] == quote["quote"] != ""
            assert text[: quote["start"]].endswith(quote.get("prefix", ""))
            assert text[quote["end"] :].startswith(quote.get("suffix", ""))
            seen += 1
    assert seen == 6


def test_a_long_quote_ends_with_a_word(timeline):
    """A bound cuts at a space, and never off the word that reports the event."""
    made = story_object(timeline, max_quote=30)
    assert made["events"][0]["evidence"][0]["quote"] == "A fire at the Harlow cannery"
    assert made["events"][1]["evidence"][0]["quote"] == "Mayor Jane Firth will visit"


def test_keys_stand_in_the_order_of_the_schema(timeline, timexes):
    """Properties come as the schema lists them, at every level."""
    made = story_object(timeline, timexes=timexes, with_text=True, exported_at=AT)
    described = schema()

    def check(value, rule):
        while "$ref" in rule:
            rule = described["$defs"][rule["$ref"].rsplit("/", 1)[1]]
        rules = [rule, *rule.get("anyOf", [])]
        if isinstance(value, dict):
            rule = next((r for r in map(_resolved, rules) if "properties" in r and "type" in r), None)
            if rule is not None:
                order = [key for key in rule["properties"] if key in value]
                assert list(value) == order
                for key, inner in value.items():
                    check(inner, rule["properties"][key])
        elif isinstance(value, list) and "items" in rule:
            for inner in value:
                check(inner, rule["items"])

    def _resolved(rule):
        return described["$defs"][rule["$ref"].rsplit("/", 1)[1]] if "$ref" in rule else rule

    check(made, described)


def test_stable_leaves_out_what_differs_from_run_to_run(timeline):
    """No moment of export, reading or editing, and no version."""
    one = to_json(timeline, stable=True, exported_at=AT, generator="1")
    other = to_json(timeline, stable=True, exported_at=datetime(2030, 1, 1, tzinfo=UTC), generator="2")
    assert one == other
    assert "2026-03-05T" not in one


def test_the_text_is_readable_utf8_with_a_line_end(timeline):
    """Letters stay letters, two spaces, one line end."""
    text = to_json(timeline)
    assert "café-side" in text
    assert text.endswith("}\n")
    assert '\n  "format": "timeline.story"' not in text.replace('{\n  "format": "timeline.story"', "")


def test_undated_events_are_listed_and_have_no_date(timeline):
    """No date is null, never an object of nulls, and never a made-up day."""
    made = story_object(timeline)
    assert made["undated_event_ids"] == ["ev_talk"]
    assert [event["id"] for event in made["events"]] == ["ev_fire", "ev_visit", "ev_talk"]
    assert made["events"][2]["date"] is None


def test_what_was_left_out_is_counted(timeline):
    """A reader sees how much is missing, and why."""
    assert story_object(timeline)["omitted"] == {"secondary": 3}


def test_actors_are_joined_by_id(timeline):
    """Ids lead to the list of actors; who is not in it has none."""
    made = story_object(timeline)
    known = {actor["id"] for actor in made["actors"]}
    assert made["events"][1]["actors"][0]["actor_id"] == "ac_jane-firth" in known
    assert made["events"][0]["attributions"] == [
        {"article_id": "ar_first", "actor_id": None, "name": "the fire service", "named": False, "outlet": None}
    ]


def test_lines_end_with_the_events_in_no_story(timeline, validator):
    """One object a line, stories first, then always one whose story is null."""
    loose = Timeline(
        story=None, entries=timeline.entries, undated=(), actors=timeline.actors, articles=timeline.articles
    )
    for given, last_events in (([timeline], 0), ([loose, timeline], 2)):
        lines = list(to_json_lines(given, stable=True))
        assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
        made = [json.loads(line) for line in lines]
        assert [one["story"] and one["story"]["id"] for one in made] == ["st_fire", None]
        assert len(made[-1]["events"]) == last_events
        assert [errors(validator, one) for one in made] == [[], []]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: made["events"][0].pop("evidence"),
        lambda made: made["events"][0].update(evidence=[]),
        lambda made: made["events"][0].update(confidence=0.8),
        lambda made: made["events"][0].update(type="MARCH"),
        lambda made: made["events"][0]["date"].update(first_day=None, last_day=None),
        lambda made: made["events"][0]["date"].update(granularity="unknown"),
        lambda made: made["events"][0]["date"].update(basis="guess"),
        lambda made: made["events"][0].update(source_count=0),
        lambda made: made["story"].update(status="finished"),
        lambda made: made["articles"][0].update(text_sha256="abc"),
        lambda made: made.update(format="timeline"),
        lambda made: made.pop("omitted"),
    ],
)
def test_the_schema_refuses_what_is_wrong(timeline, validator, spoil):
    """Each of these is a mistake that a reader of the format would stumble over."""
    made = json.loads(to_json(timeline))
    spoil(made)
    assert errors(validator, made)


def test_the_schema_is_readable_as_text():
    """What is printed is what is used."""
    assert json.loads(schema_text()) == schema()
