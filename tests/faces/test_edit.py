"""Corrections are said back, survive re-reading, and can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from timeline import Archive
from timeline.faces.cli.common import read_day

ARTICLES = Path(str(files("timeline"))) / "demo" / "articles"

Command = Callable[..., Any]


def one(place: Path, where: str = "type = 'RULING' AND first_day = '2026-03-06'") -> str:
    """The key of an event."""
    with Archive(place, read_only=True) as archive:
        return str(archive.sql(f"SELECT event_id FROM timeline WHERE {where} ORDER BY event_id").rows[0][0])


CHANGES = (
    (("--date", "2026-03-05"), "edtf", "2026-03-05"),
    (("--date", "2026-03-05/2026-03-06"), "edtf", "2026-03-05/2026-03-06"),
    (("--date", "none"), "edtf", None),
    (("--type", "statement"), "type", "STATEMENT"),
    (("--status", "denied"), "status", "denied"),
    (("--label", "order"), "label", "order"),
    (("--title", "The court decides"), "title", "The court decides"),
)


@pytest.mark.parametrize(("options", "column", "value"), CHANGES, ids=[" ".join(row[0]) for row in CHANGES])
def test_a_correction_is_said_back_and_holds(
    command: Command, demo: Path, options: tuple[str, str], column: str, value: str | None
) -> None:
    """The event has the human value, also after every article was read again, until it is taken back."""
    key = one(demo)

    def now() -> Any:
        with Archive(demo, read_only=True) as archive:
            return archive.sql(f"SELECT {column} FROM timeline WHERE event_id = :key", {"key": key}).rows[0][0]

    before = now()
    done = command("-d", demo, "edit", key, *options, "--by", "maya", "--note", "why")
    assert done.code == 0
    assert key in done.err
    assert now() == value != before
    assert command("-d", demo, "doctor").code == 0
    listed = json.loads(command("-d", demo, "edit", "--list", "--json").out)
    assert [(row["target_id"], row["by"], row["note"], row["active"]) for row in listed] == [(key, "maya", "why", 1)]
    assert command("-d", demo, "edit", "--undo", listed[0]["edit_id"]).code == 0
    assert now() == before
    assert json.loads(command("-d", demo, "edit", "--list", "--json").out)[0]["active"] == 0


def test_a_correction_survives_re_reading(command: Command, demo: Path) -> None:
    """``ingest --reprocess`` parses everything again; the human value stays."""
    key = one(demo)
    command("-d", demo, "edit", key, "--date", "2026-03-05", "--title", "The court decides")
    done = command("-d", demo, "ingest", "--reprocess", ARTICLES)
    assert done.code == 0
    with Archive(demo, read_only=True) as archive:
        event = archive.event(key)
    assert (event.title, event.date.edtf, event.date.basis) == ("The court decides", "2026-03-05", "human")  # type: ignore[union-attr]


def test_a_hidden_event_is_out_of_the_timelines(command: Command, demo: Path) -> None:
    """``--hide`` takes it out, ``--unhide`` puts it back."""
    key = one(demo)
    for option, seen in (("--hide", False), ("--unhide", True)):
        assert command("-d", demo, "edit", key, option).code == 0
        assert (key in command("-d", demo, "events", "--csv").out) == seen


REFUSED = (
    ("--date", "tuesday-ish"),
    ("--date", "2026-02-30"),
    ("--type", "PARTY"),
    ("--status", "maybe"),
    ("--title", ""),
)


@pytest.mark.parametrize("options", REFUSED, ids=[" ".join(options) for options in REFUSED])
def test_a_value_that_cannot_be_is_refused(command: Command, demo: Path, options: tuple[str, str]) -> None:
    """One line says which and what is possible; nothing is changed."""
    done = command("-d", demo, "edit", one(demo), *options)
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert json.loads(command("-d", demo, "edit", "--list", "--json").out) == []


def test_an_article_takes_no_date_of_an_event(command: Command, demo: Path) -> None:
    """``--published`` is for articles, the other options for events; each says so."""
    done = command("-d", demo, "edit", one(demo), "--published", "2026-03-05")
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    with Archive(demo, read_only=True) as archive:
        article = archive.sql("SELECT key FROM articles WHERE published IS NULL").rows[0][0]
    done = command("-d", demo, "edit", article, "--title", "x")
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    done = command("-d", demo, "edit", article, "--published", "last week")
    assert (done.code, len(done.err.splitlines())) == (1, 1)


DAYS = (("2026-03-05", "2026-03-05"), (" 2026-03-05 ", "2026-03-05"), ("5 March 2026", "2026-03-05"))


@pytest.mark.parametrize(("typed", "day"), DAYS)
def test_days_may_be_typed_in_words(typed: str, day: str) -> None:
    """ISO days, and words that name one."""
    assert str(read_day(typed, "--after")) == day
