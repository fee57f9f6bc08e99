"""What goes wrong is one line with the thing, the place and the remedy, and an exit code that says which kind it is."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

USAGE = (
    (("shw",), "did you mean show"),
    (("show", "--foo"), "--foo"),
    (("ingest",), "missing argument"),
    (("ingest", "a.txt", "--published", "mid-week"), "--published mid-week"),
    (("ingest", "a.txt", "--map", "body"), "--map body"),
    (("ingest", "a.txt", "--map", "boddy=text"), "--map boddy=text"),
    (("ingest", "a.txt", "--format", "docx"), "--format"),
    (("ingest", "a.txt", "--jobs", "0"), "--jobs"),
    (("events", "--after", "mid-week"), "--after mid-week"),
    (("show", "--as-of", "whenever"), "--as-of whenever"),
    (("annotate", "-", "--map", "nosuch=x"), "--map nosuch=x"),
    (("annotate", "-", "--published", "soon"), "--published soon"),
    (("export", "story", "--all"), "--all"),
    (("digest", "--dates", "0"), "--dates"),
    (("digest", "--after", "2026-03-05", "--before", "2026-03-01"), "--before"),
    (("edit",), "name an event or article"),
    (("edit", "ev_1"), "what to change"),
    (("sql",), "missing argument"),
    (("db", "downgrade"), "missing argument"),
    (("db", "downgrad", "-1"), "downgrad"),
)


@pytest.mark.parametrize(("arguments", "words"), USAGE, ids=[" ".join(arguments) for arguments, _ in USAGE])
def test_a_misunderstood_command_is_usage(command: Callable[..., Any], arguments: tuple[str, ...], words: str) -> None:
    """Exit code 2, one line, the word in question, and where to read on."""
    done = command(*arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert len(done.err.splitlines()) == 1
    assert "--help" in done.err
    assert not Path("timeline.db").exists()


def nothing() -> None:
    """No preparation."""


def empty_folder() -> None:
    """A folder without articles."""
    Path("empty").mkdir()


def binary_file() -> None:
    """A file that is no text."""
    Path("photo.txt").write_bytes(bytes(range(256)) * 20)


def empty_file() -> None:
    """A file of no bytes."""
    Path("empty.txt").touch()


def an_article() -> None:
    """Something that can be read."""
    Path("a.txt").write_text("The council met on Tuesday.\n", encoding="utf-8")


def other_file() -> None:
    """A text where a database should be."""
    an_article()
    Path("timeline.db").write_text("not a database, but a text of some length\n" * 40)


def other_database() -> None:
    """A database of somebody else."""
    with sqlite3.connect("timeline.db") as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")


def database() -> None:
    """A database of ours, empty."""
    from timeline import Archive

    Archive("timeline.db").close()


def newer_database() -> None:
    """A database that a later version of this program made."""
    an_article()
    database()
    with sqlite3.connect("timeline.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def folder_as_database() -> None:
    """A folder where the database should be."""
    Path("timeline.db").mkdir()


def article() -> None:
    """An article, and no database."""
    Path("a.txt").write_text("Ferry stops\n\nThe ferry stopped on Tuesday after a crack was found in its hull.\n")


FAILURES = (
    (nothing, ("show",), ("timeline.db", "timeline ingest")),
    (nothing, ("stories",), ("timeline.db", "timeline ingest")),
    (nothing, ("sql", "select 1"), ("timeline.db", "timeline ingest")),
    (an_article, ("-d", "nowhere/news.db", "ingest", "a.txt"), ("nowhere",)),
    (nothing, ("-d", "nosuch://x/y", "show"), ("nosuch",)),
    (nothing, ("annotate", "nosuch.jsonl"), ("nosuch.jsonl", "no such file")),
    (nothing, ("annotate", "--plain", "nosuch.txt"), ("nosuch.txt",)),
    (empty_folder, ("annotate", "empty"), ("empty", "folder")),
    (other_file, ("show",), ("timeline.db", "not a database")),
    (other_file, ("ingest", "a.txt"), ("timeline.db", "not a database")),
    (other_database, ("show",), ("timeline.db", "not one of timeline's")),
    (folder_as_database, ("show",), ("timeline.db", "folder")),
    (newer_database, ("show",), ("9999", "newer version")),
    (newer_database, ("ingest", "a.txt"), ("9999", "newer version")),
    (database, ("show",), ("no story", "timeline ingest")),
    (database, ("show", "nosuch"), ("nosuch",)),
    (database, ("show", "ev_0000"), ("ev_0000",)),
    (database, ("show", "ar_0000"), ("ar_0000",)),
    (database, ("explain", "ev_0000"), ("ev_0000",)),
    (database, ("edit", "ev_0000", "--date", "2026-03-01"), ("ev_0000",)),
    (database, ("edit", "--undo", "last"), ("undo",)),
    (database, ("export",), ("no story yet", "timeline ingest")),
    (database, ("export", "nosuch"), ("nosuch",)),
    (database, ("digest", "nosuch"), ("nosuch",)),
    (database, ("events", "--status", "perhaps"), ("perhaps", "happened")),
    (database, ("sql", "delete from events"), ("read",)),
    (database, ("sql", "select * from nosuch"), ("nosuch",)),
    (database, ("sql", "selec 1"), ("selec",)),
    (database, ("sql", "select :day"), ("day",)),
    (database, ("sql", "attach 'x.db' as x"), ()),
    (database, ("db", "downgrade", "0042"), ("0042",)),
    (article, ("ingest", "a.txt", "--lexicon", "nosuch"), ("nosuch",)),
)


@pytest.mark.parametrize(
    ("prepare", "arguments", "words"), FAILURES, ids=[f"{one[0].__name__}: {' '.join(one[1])}" for one in FAILURES]
)
def test_a_failure_is_one_line(
    command: Callable[..., Any], prepare: Callable[[], None], arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Exit code 1, nothing on stdout, and one line that names the thing."""
    prepare()
    done = command(*arguments)
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1, done.err
    assert "fault of this program" not in done.err
    for word in words:
        assert word in done.err


SOME_FAILED = (
    (nothing, ("ingest", "nosuch.txt"), "nosuch.txt"),
    (empty_folder, ("ingest", "empty"), "empty"),
    (binary_file, ("ingest", "photo.txt"), "photo.txt"),
    (empty_file, ("ingest", "empty.txt"), "empty.txt"),
)


@pytest.mark.parametrize(("prepare", "arguments", "name"), SOME_FAILED, ids=[one[2] for one in SOME_FAILED])
def test_what_cannot_be_read_is_named_and_the_rest_is_kept(
    command: Callable[..., Any], prepare: Callable[[], None], arguments: tuple[str, ...], name: str
) -> None:
    """Exit code 3: the article beside it is in the database, and the counts say so."""
    prepare()
    article()
    done = command(*arguments, "a.txt", "--published", "2026-03-05")
    assert done.code == 3
    assert f"timeline: {name}" in done.err
    assert "2 articles: 1 new · 1 failed" in done.err
    assert (
        len(command("sql", "select article_id from run_log where outcome = 'new'", "--csv").out.splitlines()) - 1 == 1
    )


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="permissions bind no root"
)
def test_a_place_that_cannot_be_written_says_so(command: Callable[..., Any], tmp_path: Path) -> None:
    """A folder without the right to write gives one line that names it."""
    article()
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    done = command("-d", closed / "news.db", "ingest", "a.txt")
    assert done.code == 1
    assert "cannot be written" in done.err
    assert len(done.err.splitlines()) == 1


def test_the_database_is_named_before_and_after_the_verb(command: Callable[..., Any]) -> None:
    """``-d`` behind the verb wins over the one before it, and both over TIMELINE_DB."""
    article()
    assert command("-d", "one.db", "ingest", "a.txt", "-d", "two.db").code == 0
    assert (Path("one.db").exists(), Path("two.db").exists()) == (False, True)
    assert command("--db", "one.db", "ingest", "a.txt").code == 0
    assert Path("one.db").exists()


def test_the_environment_names_the_database(command: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """TIMELINE_DB is used when no option is given; a folder that is not there is named."""
    article()
    monkeypatch.setenv("TIMELINE_DB", "three.db")
    assert command("ingest", "a.txt").code == 0
    assert Path("three.db").exists()
    monkeypatch.setenv("TIMELINE_DB", "missing/four.db")
    done = command("ingest", "a.txt")
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert "missing" in done.err


def in_a_shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A shell script in which ``timeline`` is this one."""
    wrapper = folder / "timeline"
    wrapper.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m timeline "$@"\n')
    wrapper.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind")
def test_a_reader_that_goes_is_no_failure(tmp_path: Path) -> None:
    """``timeline ... | head`` ends quietly."""
    Path(tmp_path, "many.jsonl").write_text('{"id": 1, "text": "Police arrested a man on Monday."}\n' * 400)
    done = in_a_shell(
        "set -o pipefail; timeline annotate many.jsonl | head -n 1 | wc -l; timeline schema | head -1", tmp_path
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["1", "{"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    """When the output cannot be written the command fails, says so in one line, and shows no traceback."""
    done = in_a_shell("timeline schema > /dev/full", tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "no space" in done.stderr


def test_standard_input_that_is_no_text_is_read_as_far_as_it_goes(command: Callable[..., Any]) -> None:
    """Bytes that are no UTF-8 do not stop the annotation of a raw article."""
    done = command(
        "annotate",
        "--plain",
        "-",
        "--published",
        "2026-03-05",
        stdin=b"Police arrested a man on Monday in Caf\xe9 Orrin.",
    )
    assert done.code == 0
    assert '"2026-03-02"' in done.out


def test_an_unforeseen_fault_says_whose_it_is(command: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a fault of ours is one line; TIMELINE_TRACEBACK shows where it was."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr("timeline.export.schema.schema_text", fail)
    done = command("schema")
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert "a fault of this program" in done.err
    monkeypatch.setenv("TIMELINE_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        command("schema")
