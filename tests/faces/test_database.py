"""``db`` migrates: where a database is, which revisions there are, up and down with a copy made first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline.faces.cli.main import VERBS

Command = Callable[..., Any]


def test_a_database_says_where_it_is(command: Command, demo: Path) -> None:
    """``current`` and ``check`` name the newest revision; the place may stand behind the verb or before it."""
    current = command("db", "current", demo)
    assert (current.code, current.out) == (0, command("-d", demo, "db", "current").out)
    history = command("db", "history").out.splitlines()
    assert history[0].startswith(current.out.strip())
    check = command("db", "check", demo)
    assert check.code == 0
    assert "newest" in check.out


def test_one_step_down_is_taken_with_a_copy(command: Command, demo: Path) -> None:
    """``downgrade -1`` is a revision and not an option; the database as it was lies beside it."""
    events = command("-d", demo, "events", "--csv").out
    done = command("-d", demo, "db", "downgrade", "-1")
    assert done.code == 0, done.err
    assert command("-d", demo, "db", "check").code == 1
    copies = [path for path in demo.parent.iterdir() if path.name.startswith(f"{demo.name}.")]
    kept = demo.with_name("kept.db")
    shutil.copy(next(path for path in copies if "bak" in path.name), kept)
    assert command("-d", kept, "events", "--csv").out == events


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(command: Command, verb: str) -> None:
    """``--help`` and ``-h`` print what the verb does and each of its options, and open nothing."""
    done = command(verb, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: timeline {verb}")
    assert done.out == command(verb, "-h").out
    assert list(Path().iterdir()) == []


def test_the_version_is_told(command: Command) -> None:
    """``--version`` names program and version."""
    from timeline import __version__

    assert command("--version").out == f"timeline, version {__version__}\n"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no file system that refuses everybody")
def test_a_place_that_refuses_everybody_is_one_line(command: Command) -> None:
    """Also who may do all on this machine is told which file could not be written."""
    Path("a.txt").write_text("The council met on Tuesday.\n")
    done = command("-d", "/proc/news.db", "ingest", "a.txt")
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert "/proc/news.db cannot be written" in done.err
