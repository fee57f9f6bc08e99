"""Runs of the ingest: batches, what is cut off, what cannot be parsed, several processes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.making import article, on, reading, says
from timeline import ingest, pipeline
from timeline.archive import Archive
from timeline.values.article import Article, Failure, Published

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
