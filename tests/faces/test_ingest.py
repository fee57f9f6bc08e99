"""``ingest`` takes whatever people have, counts honestly, and says one next step."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from timeline import Archive
from timeline.faces.cli import ingest as verb
from timeline.reading import files as reading_files
from timeline.reading import records

Command = Callable[..., Any]
DEMO = Path(str(files("timeline"))) / "demo" / "articles"
TEXT = "Ferry stops\n\nThe Orrin Ferry Company said on Tuesday that 20 people were injured.\n"


def rows(question: str, place: str = "timeline.db") -> list[tuple[Any, ...]]:
    """What a question finds in the database here."""
    with Archive(place, read_only=True) as archive:
        return list(archive.sql(question).rows)


def test_formats_and_fields_are_those_of_the_readers() -> None:
    """The command line names what the readers know, no more and no less."""
    assert verb.FORMATS == reading_files.FORMATS
    assert set(verb.FIELDS) == set(records.FIELDS)


def test_one_article_is_counted_and_the_next_step_named(command: Command) -> None:
    """Counts on stderr, nothing on stdout, and the command that shows the story."""
    Path("a.txt").write_text(TEXT)
    done = command("ingest", "a.txt", "--published", "2026-03-05", "--source", "Orrin Post")
    assert (done.code, done.out) == (0, "")
    counts, hint = done.err.splitlines()
    assert counts.startswith("1 article: 1 new   ")
    assert hint.startswith("next: timeline show ")
    assert command(*hint.split()[2:]).code == 0
    assert rows("SELECT published, published_basis FROM articles") == [("2026-03-05", "given")]
    assert rows("SELECT name FROM outlets") == [("Orrin Post",)]


def test_reading_twice_changes_nothing(command: Command) -> None:
    """The second time all is unchanged, and no row is another."""
    Path("a.txt").write_text(TEXT)
    command("ingest", "a.txt", "--published", "2026-03-05")
    before = rows("SELECT * FROM timeline"), rows("SELECT * FROM articles")
    done = command("ingest", "a.txt", "--published", "2026-03-05")
    assert done.err.splitlines()[0].startswith("1 article: 0 new · 1 unchanged   no new events")
    assert (rows("SELECT * FROM timeline"), rows("SELECT * FROM articles")) == before


def test_standard_input_is_read_like_a_file(command: Command) -> None:
    """``-`` may hold a text, a page, a feed or records."""
    record = json.dumps({"id": 7, "published": "2026-03-05", "title": "Ferry stops", "text": TEXT}).encode()
    assert "1 new" in command("ingest", "-", stdin=record + b"\n").err
    assert rows("SELECT record_id, published FROM articles") == [("7", "2026-03-05")]
    feed = (DEMO / "feed.xml").read_bytes()
    assert "3 articles: 3 new" in command("-d", "feed.db", "ingest", "-", stdin=feed).err


def test_fields_are_mapped(command: Command) -> None:
    """``--map OURS=THEIRS`` with dots, for JSON Lines and CSV."""
    Path("dump.jsonl").write_text(json.dumps({"meta": {"no": 1, "day": "20260305"}, "body": TEXT}) + "\n")
    maps = ("--map", "id=meta.no", "--map", "published=meta.day", "--map", "text=body")
    assert command("ingest", "dump.jsonl", *maps).code == 0
    Path("dump.csv").write_text('no,day,body\n2,2026-03-06,"The council voted on Monday."\n')
    maps = ("--map", "id=no", "--map", "published=day", "--map", "text=body")
    assert command("ingest", "dump.csv", *maps).code == 0
    assert rows("SELECT record_id, published FROM articles ORDER BY record_id") == [
        ("1", "2026-03-05"),
        ("2", "2026-03-06"),
    ]


def test_a_folder_and_its_pieces_come_to_the_same(command: Command) -> None:
    """A folder, a pattern, and the files one by one give the same articles under the same keys."""
    command("-d", "folder.db", "ingest", DEMO)
    command("-d", "files.db", "ingest", *sorted(DEMO.iterdir()))
    question = "SELECT key, published FROM articles ORDER BY key"
    assert rows(question, "folder.db") == rows(question, "files.db")
    texts = command("-d", "texts.db", "ingest", DEMO / "*.txt")
    assert "6 articles: " in texts.err


def test_processes_change_nothing(command: Command) -> None:
    """With two processes the same events come out in the same stories."""
    for jobs in ("1", "2"):
        assert command("-d", f"{jobs}.db", "ingest", DEMO, "--jobs", jobs).code == 0
    exports = [command("-d", f"{jobs}.db", "export", "--all", "--stable").out for jobs in ("1", "2")]
    assert exports[0] == exports[1]


def test_silence_leaves_errors_alone(command: Command) -> None:
    """``--silent`` says nothing but what failed."""
    Path("a.txt").write_text(TEXT)
    assert command("ingest", "a.txt", "--silent").err == ""
    Path("empty.txt").touch()
    done = command("ingest", "a.txt", "empty.txt", "--silent")
    assert done.code == 3
    assert [line for line in done.err.splitlines() if "empty.txt" in line] == done.err.splitlines()


def test_what_is_stated_beats_what_is_found_and_unknown_stays_unknown(command: Command) -> None:
    """``--published`` overrides; without it an article that states no day has none, and a note says what helps."""
    done = command("ingest", DEMO / "gazette_strike_kitchen.txt")
    assert "--published" in done.err
    assert rows("SELECT published FROM articles") == [(None,)]
    command("-d", "other.db", "ingest", DEMO / "gazette_fire.txt", "--published", "2026-03-09")
    assert rows("SELECT published, published_basis FROM articles", "other.db") == [("2026-03-09", "given")]


@pytest.mark.parametrize("day", ["2026-03-10", "2026-03-01"])
def test_a_day_in_the_future_is_not_taken(command: Command, monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """A page that claims to be of a later day than today is not believed."""
    monkeypatch.setenv("TIMELINE_TODAY", day)
    page = (
        '<html><head><meta property="article:published_time" content="2026-03-05"></head><body><p>{}</p></body></html>'
    )
    Path("page.html").write_text(page.format(" ".join(["The council of Orrin met on Tuesday to vote on buses."] * 12)))
    command("ingest", "page.html")
    assert rows("SELECT published FROM articles") == [("2026-03-05" if day > "2026-03-05" else None,)]
