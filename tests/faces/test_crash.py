"""A run that is killed in the middle leaves a sound database, and the next run finishes it."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

ARTICLES = 200
_TOWNS = ("Orrin", "Harlow", "Brennhaven", "Aldervik", "Tarn", "Quayside", "Ostley")
_DEEDS = (
    "Bakers in {town} went on strike on Monday over {number} lost jobs.",
    "Police arrested {number} people in {town} on Tuesday evening.",
    "The council of {town} voted on Wednesday to buy {number} buses.",
    "A fire destroyed {number} boats in the harbour of {town} on Thursday night.",
    "About {number} people marched through {town} on Friday.",
)
_PATIENCE_SECONDS = 60


def timeline(*arguments: str, folder: Path) -> subprocess.Popen[str]:
    """A ``timeline`` of its own, in a folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "timeline", *arguments],
        cwd=folder,
        env=os.environ | {"TIMELINE_DB": "news.db"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def articles_kept(place: Path) -> int:
    """How many articles the database holds, as another program sees it."""
    if not place.exists():
        return 0
    with closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """Some hundred small articles, in a folder."""
    lines = []
    for number in range(ARTICLES):
        town, deed = _TOWNS[number % len(_TOWNS)], _DEEDS[number % len(_DEEDS)]
        text = " ".join((deed.format(town=town, number=number + 2), f"Nobody in {town} could say more about it."))
        lines.append(json.dumps({"id": number, "published": f"2026-03-{1 + number % 28:02d}", "text": text}))
    Path(tmp_path, "dump.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
def test_a_killed_run_loses_nothing_that_was_kept(dump: Path) -> None:
    """After SIGKILL the doctor finds nothing wrong; the same command then reads the rest, and only the rest."""
    running = timeline("ingest", "dump.jsonl", folder=dump)
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while articles_kept(dump / "news.db") == 0 and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    kept = articles_kept(dump / "news.db")
    assert 0 < kept < ARTICLES

    doctor = timeline("doctor", folder=dump)
    out, err = doctor.communicate()
    assert (doctor.returncode, err) == (0, ""), out

    again = timeline("ingest", "dump.jsonl", folder=dump)
    _, err = again.communicate()
    assert again.returncode == 0, err
    assert f"{kept} unchanged" in err
    assert articles_kept(dump / "news.db") == ARTICLES

    doctor = timeline("doctor", folder=dump)
    out, err = doctor.communicate()
    assert (doctor.returncode, err) == (0, ""), out
    third = timeline("ingest", "dump.jsonl", folder=dump)
    _, err = third.communicate()
    assert f"0 new · {ARTICLES} unchanged" in err


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT")
def test_an_interrupted_run_says_what_stays(dump: Path) -> None:
    """Ctrl-C ends with one line and exit code 1, and what was kept is sound."""
    running = timeline("ingest", "dump.jsonl", folder=dump)
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while articles_kept(dump / "news.db") == 0 and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate()
    assert running.returncode == 1
    assert [line for line in err.splitlines() if "stopped" in line] == err.splitlines()[-1:]
    assert "Traceback" not in err
    doctor = timeline("doctor", folder=dump)
    out, _ = doctor.communicate()
    assert doctor.returncode == 0, out
