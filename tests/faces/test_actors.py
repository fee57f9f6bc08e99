"""``timeline actors`` and the timeline of an actor: lists, cards, corrections and what goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from timeline.export.schema import schema

Command = Callable[..., Any]

MAYOR = "Bridge opens\n\nHarlow mayor Jane Firth opened the new bridge on Tuesday. Firth thanked the workers."
SPEECH = "Teachers meet\n\nKelmouth mayor Jane Firth spoke to teachers on Wednesday. Firth praised the pupils."


def rows(command: Command, *arguments: object) -> list[dict[str, Any]]:
    """What a command writes as JSON."""
    done = command(*arguments, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_actors_are_listed(command: Command, demo: Path) -> None:
    """Those with a name of their own, the busiest first; the others are counted on stderr, and shown with --all."""
    done = command("actors", "-d", demo)
    assert done.code == 0
    assert done.out.splitlines()[2].startswith("Kelmouth Port Authority")
    assert "without a name of their own, or a part in any event, not shown; --all shows them" in done.err
    named, everybody = rows(command, "actors", "-d", demo), rows(command, "actors", "-d", demo, "--all")
    assert len(named) < len(everybody)
    assert [row["events"] for row in everybody] == sorted((row["events"] for row in everybody), reverse=True)
    assert "police" in {row["name"] for row in everybody} - {row["name"] for row in named}


def test_lists_are_narrowed(command: Command, demo: Path) -> None:
    """By kind, story, words and number; a word finds other names too."""
    people = rows(command, "actors", "-d", demo, "--kind", "person", "--limit", "3")
    assert (len(people), {row["kind"] for row in people}) == (3, {"person"})
    (paintings,) = (row for row in rows(command, "stories", "-d", demo) if row["slug"].startswith("three-paintings"))
    assert "Marit Calloway" not in {
        row["name"] for row in rows(command, "actors", "-d", demo, "--story", paintings["slug"])
    }
    assert {row["actor_id"] for row in rows(command, "actors", "-d", demo, "dock", "workers")} > {
        "ac_kelmouth-dock-workers-union"
    }


def test_one_actor_is_a_card(command: Command, demo: Path) -> None:
    """By key or by words that nobody else has: names with counts, titles with their words."""
    card = command("actors", "-d", demo, "Calloway")
    assert card.out.splitlines()[0] == "ac_marit-calloway  Marit Calloway"
    assert "union leader  “the union leader”" in card.out
    assert card.out == command("actors", "-d", demo, "ac_marit-calloway").out
    assert [row["actor_id"] for row in rows(command, "actors", "-d", demo, "Calloway")] == ["ac_marit-calloway"]
    told = rows(command, "actors", "-d", demo, "ac_marit-calloway")
    assert told["actor_id"] == "ac_marit-calloway"  # type: ignore[call-overload]
    assert {"name", "articles"} == set(told["names"][0])  # type: ignore[call-overload]


def test_an_actor_has_a_timeline(command: Command, demo: Path) -> None:
    """As text, as JSON that the schema allows, by ``show`` and ``export`` alike, with filters as for stories."""
    shown = command("show", "-d", demo, "Marit Calloway")
    assert shown.code == 0
    assert shown.out.splitlines()[0].startswith("Marit Calloway")
    told = json.loads(command("show", "-d", demo, "ac_marit-calloway", "--json", "--everything").out)
    Draft202012Validator(schema()).validate(told)
    assert (told["story"], told["actor"]["id"]) == (None, "ac_marit-calloway")
    for event in told["events"]:
        assert "ac_marit-calloway" in {who["actor_id"] for who in (*event["actors"], *event["recipients"])}
    exported = json.loads(command("export", "-d", demo, "Marit Calloway", "--stable").out)
    assert [event["id"] for event in exported["events"]] == [event["id"] for event in told["events"]]
    early = json.loads(command("export", "-d", demo, "Marit Calloway", "--before", "2026-03-05").out)
    assert 0 < len(early["events"]) < len(told["events"])


def test_corrections_are_said_back_and_taken_back(command: Command, demo: Path) -> None:
    """Each correction names the command that takes it back; it holds until then."""
    before = rows(command, "actors", "-d", demo, "--all")
    done = command(
        "actors",
        "-d",
        demo,
        "--merge",
        "ac_kelmouth-port-authority",
        "ac_port-authority",
        "--by",
        "maya",
        "--note",
        "one",
    )
    assert done.code == 0
    key = done.err.split("--undo ")[1].split(")")[0]
    assert "port authority" in command("actors", "-d", demo, "ac_port-authority").out
    assert command("actors", "-d", demo, "ac_port-authority").out.startswith("ac_kelmouth-port-authority")
    (log,) = rows(command, "edit", "-d", demo, "--list")
    assert (log["edit_id"], log["by"], log["field"]) == (key, "maya", "merge")
    undone = command("edit", "-d", demo, "--undo", key)
    assert "ac_port-authority is ac_kelmouth-port-authority" in undone.err
    assert rows(command, "actors", "-d", demo, "--all") == before


def test_all_corrections_work(command: Command, demo: Path) -> None:
    """Rename, alias, address and split, each by one command."""
    assert command("actors", "-d", demo, "--rename", "Calloway", "Marit A. Calloway").code == 0
    assert command("actors", "-d", demo, "--alias", "Calloway", "the dockers' voice").code == 0
    assert command("actors", "-d", demo, "--same-as", "Calloway", "wikidata:Q42").code == 0
    told: Any = rows(command, "actors", "-d", demo, "ac_marit-calloway")
    assert command("actors", "-d", demo, "the dockers' voice").out.startswith("ac_marit-calloway")
    assert (told["name"], told["same_as"]) == ("Marit A. Calloway", ["http://www.wikidata.org/entity/Q42"])
    article = told["titles"][0]["article_id"]
    done = command("actors", "-d", demo, "--split", "Calloway", "--article", article, "--as", "Mo Calloway")
    assert f"ac_marit-calloway in {article} is ac_mo-calloway (Mo Calloway)" in done.err
    assert rows(command, "actors", "-d", demo, "ac_mo-calloway")["articles"] == 1  # type: ignore[call-overload]
    assert "all checks" in command("doctor", "-d", demo).out or command("doctor", "-d", demo).code == 0


WRONG = [
    (("actors", "ac_marit-caloway"), 1, "there is no actor 'ac_marit-caloway'; did you mean ac_marit-calloway?"),
    (("actors", "--kind", "persn"), 1, "there is no kind 'persn'; one of person"),
    (("actors", "--country", "Nowhereland"), 1, "there is no country 'Nowhereland'; write its code"),
    (("actors", "--names", "Mo"), 2, "belong to --split ACTOR"),
    (("actors", "Calloway", "--rename", "Calloway", "Mo"), 2, "list actors, or correct one, not both"),
    (("actors", "--split", "Calloway"), 1, "say which mentions are somebody else"),
    (("actors", "--merge", "Calloway", "Marit Calloway"), 1, "one actor already"),
    (("actors", "--same-as", "Calloway", "wikipedia"), 1, "no address; write https://... or wikidata:Q42"),
    (("show", "ac_marit-caloway"), 1, "did you mean ac_marit-calloway?"),
    (("show", "Calloway Kelmouth"), 1, "there is no story 'Calloway Kelmouth', nor an actor of that name"),
    (("show", "ev_1", "--json"), 2, "--json writes the timeline of a story or actor"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_what_is_wrong_is_one_line(
    command: Command, demo: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """The line names the thing and the remedy."""
    done = command(arguments[0], "-d", demo, *arguments[1:])
    assert (done.code, len(done.err.splitlines())) == (code, 1), done.err
    assert words in done.err


def test_namesakes_are_named_with_their_keys(command: Command) -> None:
    """A word that two people have names neither: the choices are told, and nothing is shown."""
    Path("one.txt").write_text("Jane Firth met Tom Firth on Tuesday. Jane Firth thanked Tom Firth.", encoding="utf-8")
    assert command("ingest", "one.txt", "--published", "2026-03-05", "--silent").code == 0
    for arguments in (("show", "Firth"), ("actors", "--rename", "Firth", "Mo")):
        done = command(*arguments)
        assert (done.code, done.out) == (1, "")
        assert "could be any of 2 actors: " in done.err
        assert "ac_jane-firth (Jane Firth)" in done.err
        assert "ac_tom-firth (Tom Firth)" in done.err
    assert {row["name"] for row in rows(command, "actors", "firth")} == {"Jane Firth", "Tom Firth"}


def test_titles_that_contradict_are_both_shown(command: Command) -> None:
    """Neither is dropped; the card and the object say that they differ."""
    for day, text in (("2026-03-05", MAYOR), ("2026-03-06", SPEECH)):
        Path("one.txt").write_text(text, encoding="utf-8")
        assert command("ingest", "one.txt", "--published", day, "--silent").code == 0
    told: Any = rows(command, "actors", "ac_jane-firth")
    assert told["conflicts"][0]["values"] == ["Harlow mayor", "Kelmouth mayor"]
    assert "≠ titles: “Harlow mayor” or “Kelmouth mayor”" in command("actors", "Jane Firth").out
