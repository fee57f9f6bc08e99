"""A newcomer's folder, made by the steps of the coding guide, through the command line and no line of code."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from timeline import parse
from timeline.errors import LexiconError
from timeline.faces.cli import run

GUIDE = Path(__file__).parents[2] / "docs" / "coding-guide.md"
BLOCK = re.compile(r"cat > mine/([\w/]+\.csv) <<'END'\n(.*?)END\n", re.DOTALL)
TEXT = "Thieves dug up truffles worth 9000 euros. The truffle hunt began in Harlow. The clock tower struck noon."


def steps() -> dict[str, str]:
    """The files that the guide tells to write, by name: each code block with the file named before it."""
    section = GUIDE.read_text(encoding="utf-8").partition("## Words of your own")[2].partition("## Everyday words")[0]
    return dict(BLOCK.findall(section))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """The folder of the guide."""
    folder = tmp_path / "mine"
    for name, content in steps().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (folder / "fences.csv").write_text("phrase\ntruffle war museum\n", encoding="utf-8")
    return folder


def called(*arguments: object) -> str:
    """What a command writes on stdout."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([str(argument) for argument in arguments])
    assert code == 0, err.getvalue()
    out.flush()
    return out.buffer.getvalue().decode("utf-8")


def test_the_guide_tells_of_three_files() -> None:
    """Each of its blocks is a table that the loader takes."""
    files = steps()
    assert sorted(files) == ["lookalikes.csv", "triggers/CRIME.csv", "triggers/OTHER.csv"]
    assert all(list(csv.DictReader(content.splitlines())) for content in files.values())


def test_annotate_reads_it(mine: Path, tmp_path: Path) -> None:
    """A new word, a new kind of event and a new look-alike; without the folder there is none of them."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": 1, "text": TEXT}) + "\n", encoding="utf-8")
    events = json.loads(called("annotate", tmp_path / "a.jsonl", "--lexicon", mine))["events"]
    assert [(event["text"], event["type"], event["label"]) for event in events] == [
        ("dug up", "CRIME", "truffle theft"),
        ("truffle hunt", "OTHER", "truffle hunt"),
    ]
    plain = json.loads(called("annotate", tmp_path / "a.jsonl"))["events"]
    assert "truffle theft" not in {event["label"] for event in plain}


def test_ingest_reads_it(mine: Path, tmp_path: Path) -> None:
    """The new label is in the database, where people ask for it."""
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": 1, "published": "2026-03-05", "title": "Truffles", "text": TEXT}) + "\n", encoding="utf-8"
    )
    called("ingest", tmp_path / "a.jsonl", "--lexicon", mine, "-d", tmp_path / "t.db")
    rows = sqlite3.connect(tmp_path / "t.db").execute("SELECT type, label FROM events").fetchall()
    assert ("CRIME", "truffle theft") in rows
    assert ("OTHER", "truffle hunt") in rows


def test_a_fence_hides_its_words(mine: Path) -> None:
    """No war in the name of a museum; elsewhere there is one."""
    assert not parse("She runs the truffle war museum.", lexicon=mine).mentions
    assert [mention.type for mention in parse("The truffle war ended.", lexicon=mine).mentions] == ["ASSAULT"]


def test_modes_and_classes_of_ones_own(mine: Path) -> None:
    """A mode is added to its type, a class is used in a condition."""
    (mine / "modes.csv").write_text("name,words\nCRIME,forest\n", encoding="utf-8")
    (mine / "word_classes.csv").write_text("name,words\nfungus,morel;cep\n", encoding="utf-8")
    (mine / "triggers" / "CRIME.csv").write_text(
        "mode,label,reading,words,object\nforest,mushroom theft,verb,pluck,@fungus\n", encoding="utf-8"
    )
    mentions = parse("Strangers plucked ceps in the reserve.", lexicon=mine).mentions
    assert [(mention.type, mention.mode, mention.label) for mention in mentions] == [
        ("CRIME", "forest", "mushroom theft")
    ]


def test_a_type_that_is_none_is_named(mine: Path) -> None:
    """Types are closed, and the message says which there are."""
    (mine / "modes.csv").write_text("name,words\nMYCOLOGY,forest\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="MYCOLOGY"):
        parse("Nothing.", lexicon=mine)
