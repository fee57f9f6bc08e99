"""``show``, ``explain`` and the lists print what the archive holds, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline import Archive

Command = Callable[..., Any]


def ask(place: Path, question: str) -> Any:
    """The first value that a question finds."""
    with Archive(place, read_only=True) as archive:
        return archive.sql(question).rows[0][0]


def test_the_story_that_changed_last_is_shown_and_the_others_are_named(command: Command, demo: Path) -> None:
    """Without a name one story is printed; stderr says which, and what else there is."""
    done = command("-d", demo, "show")
    assert done.code == 0
    assert "Kelmouth" in done.out.splitlines()[0]
    assert "other stories: " in done.err
    assert "museum" in done.err


@pytest.mark.parametrize("kind", ["slug", "key", "key[:9]"])
def test_a_story_is_known_by_slug_key_and_beginning(command: Command, demo: Path, kind: str) -> None:
    """All three print the same."""
    with Archive(demo, read_only=True) as archive:
        story = archive.stories()[0]
    name = {"slug": story.slug, "key": story.key, "key[:9]": story.key[:9]}[kind]
    done = command("-d", demo, "show", name)
    assert (done.code, done.err) == (0, "")
    assert done.out == command("-d", demo, "show", story.key).out


def test_the_picture_has_its_parts(command: Command, demo: Path) -> None:
    """Heading with counts, years, days with marks, the undated after the dated, and what the dates rest on."""
    done = command("-d", demo, "show", "--as-of", "2026-03-10", "--everything")
    lines = done.out.splitlines()
    assert " events · " in done.out
    assert " articles · " in done.out
    assert "2026" in lines
    assert lines.index("2026") < lines.index("no date")
    assert any(line.startswith("  Thu 5 Mar") for line in lines)
    assert {mark for mark in "●○✕" if any(f" {mark} " in line for line in lines)} == set("●○✕")
    later = command("-d", demo, "show", "--as-of", "2026-04-10", "--everything").out  # the vote that nobody told of
    assert any(" ? vote" in line for line in later.splitlines())
    assert " undated · " in " ".join(lines)
    assert " conflict" in " ".join(lines)


@pytest.mark.parametrize("columns", [40, 60, 78, 100, 160])
def test_no_line_is_wider_than_the_terminal(command: Command, demo: Path, columns: int) -> None:
    """Whatever the width, lines are wrapped and narrow terminals lose the sources."""
    done = command("-d", demo, "show", "--width", columns)
    assert max(map(len, done.out.splitlines())) <= columns


def test_filters_narrow_what_is_shown(command: Command, demo: Path) -> None:
    """Days, types, actors, statuses and outlets; whoever asks for a kind gets those of the background too."""
    with Archive(demo, read_only=True) as archive:
        strike = max(archive.stories(), key=lambda story: len(story.article_keys)).key
        marches = len([event for event in archive.events(story=strike) if event.label == "march"])
    assert marches
    assert f" · {marches} event" in command("-d", demo, "show", strike, "--type", "march").out
    window = command("-d", demo, "show", "--after", "2026-03-05", "--before", "2026-03-05", "--everything").out
    assert "Thu 5 Mar" in window
    assert "Mon 2 Mar" not in window
    assert "○" not in command("-d", demo, "show", "--status", "happened").out


def test_the_weightiest_are_asked_for_by_number(command: Command, demo: Path) -> None:
    """``--top`` leaves so many events and says how many it left out."""
    done = command("-d", demo, "show", "--top", "5")
    assert "· 5 events ·" in done.out
    assert "less weighty not shown" in " ".join(done.out.split())


def test_a_long_timeline_is_cut_to_a_readable_one(command: Command, demo: Path) -> None:
    """Who asks for nothing in particular gets forty events and the way to more; JSON and a window of days are whole."""
    plain, whole = command("-d", demo, "show"), command("-d", demo, "show", "--top", "1000")
    assert "· 40 events ·" in plain.out
    assert "less weighty (--top N for more) not shown" in " ".join(plain.out.split())
    assert "--top N" not in whole.out
    count = int(re.search(r"· (\d+) events ·", whole.out)[1])
    assert count > 40
    story = json.loads(command("-d", demo, "show", "--json").out)
    assert len(story["events"]) == count
    assert "--top N" not in command("-d", demo, "show", "--after", "1900").out


def test_what_people_edited_is_never_cut(command: Command, demo: Path) -> None:
    """The least weighty event stands among the forty once somebody has put it right."""
    whole = json.loads(command("-d", demo, "show", "--json").out)["events"]
    shown = command("-d", demo, "show", "--width", "300").out
    key, title = next((event["id"], event["title"]) for event in whole if event["title"] not in shown)
    command("-d", demo, "edit", key, "--title", "Nobody saw the harbour master")
    assert "Nobody saw the harbour master" in command("-d", demo, "show", "--width", "300").out, title


def test_evidence_is_printed_with_its_date_words_marked(command: Command, demo: Path) -> None:
    """``-e`` puts the sentence below the event, the words that date it between underscores, and the outlet."""
    done = command("-d", demo, "show", "-e", "--type", "injunction")
    quoted = [line for line in done.out.splitlines() if "“" in line]
    assert quoted
    assert any("_Friday_" in line and line.endswith("The Kelmouth Gazette") for line in quoted)


def test_an_event_has_a_card(command: Command, demo: Path) -> None:
    """Its kind, status, date with grounds, sources, sentences, the steps to the date, and how to change it."""
    key = ask(demo, "SELECT event_id FROM timeline WHERE type = 'RULING' AND first_day = '2026-03-06'")
    done = command("-d", demo, "show", key)
    assert (done.code, done.err) == (0, "")
    for words in ("RULING", "Fri 6 Mar 2026", "weekday+published", "_Friday_", "counted from the day of publication",
                  f"timeline edit {key} --date"):  # fmt: skip
        assert words in done.out
    assert command("-d", demo, "explain", key).out == done.out
    assert command("-d", demo, "show", key[:12]).out == done.out


def test_a_conflict_stands_on_the_card(command: Command, demo: Path) -> None:
    """Both values, with who says which."""
    key = ask(demo, "SELECT event_id FROM conflicts WHERE field = 'date' AND value LIKE '2026-03-07%'")
    done = command("-d", demo, "show", key)
    assert "2026-03-06" in done.out
    assert "2026-03-07" in done.out
    assert "conflict" in done.out


def test_an_edit_stands_on_the_card_and_the_line(command: Command, demo: Path) -> None:
    """What the machine read, what a person says, and why; the timeline says that the event was edited."""
    key = ask(demo, "SELECT event_id FROM timeline WHERE type = 'RULING' AND first_day = '2026-03-06'")
    command("-d", demo, "edit", key, "--date", "2026-03-05", "--note", "I was there", "--title", "The court decides")
    card = command("-d", demo, "show", key).out
    assert "2026-03-06 → 2026-03-05 (I was there)" in card
    assert "human" in card
    line = next(line for line in command("-d", demo, "show").out.splitlines() if "The court decides" in line)
    assert "edited" in line


def test_an_article_has_a_card(command: Command, demo: Path) -> None:
    """Title, outlet, authors, day of publication with its grounds, and the events in the order of the text."""
    key = ask(demo, "SELECT key FROM articles WHERE path LIKE '%gazette_injunction.html'")
    done = command("-d", demo, "show", key)
    assert (done.code, done.err) == (0, "")
    for words in ("Court limits pickets", "The Kelmouth Gazette", "Nell Ash", "Fri 6 Mar 2026", "metadata", "ev_"):
        assert words in done.out
    assert "--published" not in done.out


def test_the_card_of_an_undated_article_says_how_to_date_it(command: Command, demo: Path) -> None:
    """No day is made up; the command that gives one is there."""
    key = ask(demo, "SELECT key FROM articles WHERE published IS NULL")
    done = command("-d", demo, "show", key)
    assert "no publication date" in done.out
    assert f"timeline edit {key} --published" in done.out


NEAR = (
    (("show", "three-paintings"), 0, ""),
    (("show", "three-paintings-stolen-museum-aldervick"), 1, "did you mean three-paintings"),
    (("show", "ev_"), 1, "could be any of"),
    (("show", "ev_zzzz"), 1, "no event 'ev_zzzz'"),
    (("show", "ar_zzzz"), 1, "no article 'ar_zzzz'"),
    (("show", "st_zzzz"), 1, "no story 'st_zzzz'"),
)


@pytest.mark.parametrize(("arguments", "code", "words"), NEAR, ids=[" ".join(row[0]) for row in NEAR])
def test_unknown_names_are_told_near_ones(
    command: Command, demo: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """One line: what was asked for, and what comes close."""
    done = command("-d", demo, *arguments)
    assert done.code == code
    assert words in done.err
    assert len(done.err.splitlines()) == bool(code)


def test_rows_have_four_forms(command: Command, demo: Path) -> None:
    """Table, JSON, JSON Lines, CSV and TSV hold the same events under the same names."""
    rows = json.loads(command("-d", demo, "events", "--type", "PROTEST", "--json").out)
    lines = [json.loads(line) for line in command("-d", demo, "events", "--type", "PROTEST", "--nl").out.splitlines()]
    table = command("-d", demo, "events", "--type", "PROTEST").out
    comma = list(csv.DictReader(io.StringIO(command("-d", demo, "events", "--type", "PROTEST", "--csv").out)))
    tab = list(
        csv.DictReader(io.StringIO(command("-d", demo, "events", "--type", "PROTEST", "--tsv").out), delimiter="\t")
    )
    assert len(rows) > 2
    assert rows == lines
    keys = [row["event_id"] for row in rows]
    assert keys == [row["event_id"] for row in comma] == [row["event_id"] for row in tab]
    assert all(key in table for key in keys)
    assert {row["type"] for row in rows} == {"PROTEST"}


def test_rows_are_named_as_in_the_view(command: Command, demo: Path) -> None:
    """What ``events`` calls a field the view ``timeline`` calls it too, and both say the same."""
    for row in json.loads(command("-d", demo, "events", "--status", "happened", "--limit", "20", "--json").out):
        names = ", ".join(name for name in row if name not in ("actors", "places"))
        with Archive(demo, read_only=True) as archive:
            table = archive.sql(f"SELECT {names} FROM timeline WHERE event_id = :key", {"key": row["event_id"]})
        assert dict(zip(table.columns, table.rows[0], strict=True)) == {
            name: value for name, value in row.items() if name not in ("actors", "places")
        }


def test_stories_are_sorted_and_chosen(command: Command, demo: Path) -> None:
    """By last day unless asked otherwise; ``--status`` keeps those of one status as of a day."""
    by_events = json.loads(command("-d", demo, "stories", "--sort", "events", "--json").out)
    assert [row["events"] for row in by_events] == sorted((row["events"] for row in by_events), reverse=True)
    assert len(json.loads(command("-d", demo, "stories", "--status", "ongoing", "--json").out)) >= 2
    later = command("-d", demo, "stories", "--status", "ongoing", "--as-of", "2027-01-01", "--json").out
    assert [row for row in json.loads(later) if row["last_day"]] == []


def test_search_finds_words_of_title_and_evidence(command: Command, demo: Path) -> None:
    """All the words must be there; a word may end in a star; nothing found is no failure."""
    found = json.loads(command("-d", demo, "search", "customs", "house", "--json").out)
    assert found
    assert json.loads(command("-d", demo, "search", "custom*", "house", "--json").out)
    done = command("-d", demo, "search", "zeppelin", "--json")
    assert (done.code, json.loads(done.out)) == (0, [])


def test_a_spreadsheet_runs_no_cell(command: Command, demo: Path) -> None:
    """A cell that begins like a formula is written as text in CSV."""
    done = command("-d", demo, "sql", "select '=1+1' as a, -5 as b, '@x' as c", "--csv")
    assert done.out.splitlines() == ["a,b,c", "'=1+1,-5,'@x"]


def test_sql_takes_parameters(command: Command, demo: Path) -> None:
    """``-p NAME VALUE`` fills ``:NAME``; the answer has the columns of the question."""
    done = command("-d", demo, "sql", "select :word as word, 1 as one", "-p", "word", "it's", "--json")
    assert json.loads(done.out) == [{"word": "it's", "one": 1}]


def test_stats_and_doctor_are_for_programs_too(command: Command, demo: Path) -> None:
    """Counts as rows, checks as objects."""
    stats = {row["what"]: row["count"] for row in json.loads(command("-d", demo, "stats", "--json").out)}
    assert stats["articles"] == 14
    checks = json.loads(command("-d", demo, "doctor", "--json").out)
    assert checks
    assert all(check["ok"] for check in checks)
