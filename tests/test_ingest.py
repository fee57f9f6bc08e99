"""Runs of the ingest: batches, what is cut off, what cannot be parsed, several processes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.making import article, on, reading, says
from timeline import ingest, pipeline
from timeline.archive import Archive
from timeline.errors import StorageError
from timeline.storage.store import Store
from timeline.values.article import Article, Failure, Published
from timeline.values.events import Mention

AT = datetime(2026, 3, 6, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[1]


def notice(number: int, *, words: str = "opened a reading room") -> Article:
    """A short article like no other."""
    place = f"{'ABCDEFGHIJ'[number % 10]}{number}ville"
    return article(
        f"The library of {place} {words} on 3 March 2026.",
        title=f"Library of {place}",
        url=f"https://beacon.example/{number}",
    )


def read(number: int) -> tuple:
    """It with its one mention."""
    one = notice(number)
    sentence = one.text.split("\n\n")[1]
    return one, reading(one, says(one, sentence, "opened", type_="LAUNCH", label="opening", when=on("2026-03-03")))


def test_batches_grow_and_never_hold_an_article_twice() -> None:
    """The first transactions are small, each later one as large as all before; a second text of an article waits."""
    sizes = [len(batch) for batch in ingest.batches(read(number) for number in range(1000))]
    assert sizes == [64, 64, 128, 256, 488]
    assert [len(batch) for batch in ingest.batches([read(1), read(2), read(1), read(1)])] == [2, 1, 1]


def test_what_cannot_be_parsed_costs_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in one article is told with its kind, and the others are stored."""

    def parse_article(one: Article, **_: object) -> object:
        if "C2ville" in one.text:
            raise RuntimeError("out of luck")
        return read(int(one.url.rsplit("/", 1)[1]))[1]

    monkeypatch.setattr(pipeline, "parse_article", parse_article)
    with Archive(tmp_path / "news.db") as archive:
        report = archive.ingest_articles(
            [notice(1), notice(2), Failure(path="broken.html", reason="no article in it"), notice(3)], at=AT
        )
        assert (report.new, report.failed) == (2, 2)
        assert [item.outcome for item in report.items] == ["new", "failed", "failed", "new"]
        assert "RuntimeError: out of luck" in str(report.failures[0])
        table = archive.sql("select path, outcome, reason from run_log order by position")
        assert table.rows[2] == ("broken.html", "failed", "no article in it")
        assert [check for check in archive.doctor() if not check.ok] == []


def test_a_stronger_ground_for_the_day_wins() -> None:
    """What a person gives beats all, declared metadata beats what a text lets guess, and what was known first stays."""

    def known(value: str | None, basis: str) -> Published:
        return Published(value=value, precision="day" if value else None, basis=basis)

    nothing, guessed = known(None, "none"), known("2026-03-01", "inferred")
    declared, given = known("2026-03-02", "metadata"), known("2026-03-03", "given")
    for old, new, kept in (
        (nothing, guessed, guessed),
        (guessed, nothing, guessed),
        (guessed, declared, declared),
        (declared, guessed, declared),
        (declared, known("2026-03-09", "metadata"), declared),
        (declared, given, given),
        (given, known("2026-03-04", "given"), known("2026-03-04", "given")),
        (given, declared, given),
    ):
        assert kept == ingest._better(old, new)


SLOWLY = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.test_ingest import AT, read
from timeline import ingest
from timeline.archive import Archive
ingest.BATCH = 5
with Archive({place!r}) as archive:
    print("ready", flush=True)
    archive.keep((read(number) for number in range(400)), at=AT)
"""


def test_what_is_killed_in_the_middle_is_sound_and_finished_later(tmp_path: Path) -> None:
    """kill -9 during a run leaves whole transactions only; the same run again adds the rest and nothing twice."""
    place = tmp_path / "news.db"
    stored = 0
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", SLOWLY.format(root=str(ROOT), place=str(place))], stdout=subprocess.PIPE, cwd=ROOT
        )
        process.stdout.readline()
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and process.poll() is None and count(place) <= stored:
            time.sleep(0.01)
        assert process.poll() is None, "it was done before it could be killed"
        process.kill()
        process.wait()
        process.stdout.close()
        with Archive(place) as archive:
            assert [check for check in archive.doctor() if not check.ok] == []
            found = archive.stats()
            assert found["articles"] % 5 == 0
            assert found["articles"] == found["mentions"]
            assert found["articles"] >= stored
            stored = found["articles"]
    assert stored > 0
    with Archive(place) as archive:
        report = archive.keep((read(number) for number in range(400)), at=AT)
        assert (report.new, report.unchanged) == (400 - stored, stored)
        assert archive.stats()["articles"] == 400
        assert [check for check in archive.doctor() if not check.ok] == []


def count(place: Path) -> int:
    """How many articles another process has stored so far."""
    try:
        with closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_several_processes_store_what_one_does(tmp_path: Path) -> None:
    """Parsing in two processes gives the same events, in the same order, as parsing in this one."""
    found = []
    for jobs in (1, 2):
        with Archive(tmp_path / f"{jobs}.db") as archive:
            report = archive.ingest_articles([notice(number) for number in range(70)], jobs=jobs, at=AT)
            assert report.new + report.duplicates == 70
            found.append((archive.events(), archive.stories(), [item.article_key for item in report.items]))
    assert found[0] == found[1]


def test_an_article_that_cannot_be_stored_costs_no_other(tmp_path: Path) -> None:
    """What the database refuses becomes a failure with the reason; the rest of its batch is kept, once, with events
    and stories."""
    with Archive(tmp_path / "news.db") as archive:
        readings = [read(number) for number in range(20)]
        refused, found = readings[13]
        mention = object.__new__(Mention)  # past the checks that would refuse it before the database does
        for field in fields(Mention):
            value = "sideways" if field.name == "polarity" else getattr(found.mentions[0], field.name)
            object.__setattr__(mention, field.name, value)
        readings[13] = refused, replace(found, mentions=(mention,))
        report = archive.keep(readings, at=AT)
        assert (report.new, report.failed) == (19, 1)
        assert [item.outcome for item in report.items] == ["new"] * 13 + ["failed"] + ["new"] * 6
        assert [failure.path for failure in report.failures] == [refused.url]
        assert "IntegrityError: CHECK constraint failed" in report.failures[0].reason
        with Archive(tmp_path / "without.db") as without:
            without.keep([one for one in readings if one[0] is not refused], at=AT)
            assert first_revisions(archive) == first_revisions(without)
        assert len(archive.sql("select path from run_log").rows) == 20
        assert archive.sql("select count(*) from runs").rows == ((1,),)
        assert [check for check in archive.doctor() if not check.ok] == []
        again = archive.keep([read(number) for number in range(20)], at=AT)
        assert (again.new, again.unchanged) == (1, 19)


def first_revisions(archive: Archive) -> list[object]:
    """Its events and stories, whatever the number of transactions that they were put together in."""
    return [replace(one, revision=1) for one in (*archive.events(), *archive.stories())]


def test_a_database_that_cannot_be_used_is_no_fault_of_an_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disc ends the run; what was stored before stays."""

    def full(*_: object) -> None:
        raise StorageError("no room is left")

    with Archive(tmp_path / "news.db") as archive:
        archive.keep([read(1)], at=AT)
        monkeypatch.setattr(Store, "flush", full)
        with pytest.raises(StorageError, match="no room"):
            archive.keep([read(2), read(3)], at=AT)
        monkeypatch.undo()
        assert archive.stats()["articles"] == 1


def test_a_process_that_is_killed_costs_its_article_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that ends each process that parses it is the failure; all others are stored, in order."""
    monkeypatch.setattr(pipeline, "CHUNK", 4)
    monkeypatch.setattr(pipeline, "_attempt_chunk", attempt_or_die)
    with Archive(tmp_path / "news.db") as archive:
        report = archive.ingest_articles([notice(number) for number in range(10)], jobs=2, at=AT)
        assert [item.outcome == "failed" for item in report.items] == [number == 5 for number in range(10)]
        assert [failure.reason for failure in report.failures] == [
            "parsing failed: it ended the process that parsed it"
        ]


def attempt_or_die(articles: list[Article], **_: object) -> list[tuple]:
    """What is read in them; the one with number 5 ends the process, as a fault in a C library does."""
    numbers = [int(one.url.rsplit("/", 1)[1]) for one in articles]
    if 5 in numbers:
        os._exit(1)
    return [read(number) for number in numbers]
