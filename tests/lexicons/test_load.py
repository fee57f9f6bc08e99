"""Tables are checked against their record class, and a fault is named by file and entry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline.errors import LexiconError
from timeline.lexicons.load import load_csv, load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A record for the tests."""

    name: str
    weight: float = 1.0
    forms: tuple[str, ...] = ()
    note: str | None = None


GOOD = '[[word]]\nname = "march"\nweight = 2\nforms = ["marched", "marches"]\n'

FAULTS = [
    ('[[word]]\nname = "march"\nwieght = 2\n', "did you mean 'weight'"),
    ("[[word]]\nweight = 2\n", "lacks the key 'name'"),
    ("[[word]]\nname = 3\n", "str is wanted, not 3"),
    ('[[word]]\nname = "a"\nforms = "b"\n', "a list is wanted"),
    ('[[verb]]\nname = "a"\n', "unknown table 'verb'"),
    ("[[word\n", "words.toml"),
]


def test_a_table_becomes_records(tmp_path: Path) -> None:
    """Lists become tuples, whole numbers become floats where floats are wanted, and defaults are filled in."""
    (tmp_path / "words.toml").write_text(GOOD, encoding="utf-8")
    tables = load_toml("words.toml", {"word": Word}, tmp_path)
    assert (Word(name="march", weight=2.0, forms=("marched", "marches")),) == tables["word"]


@pytest.mark.parametrize(("content", "message"), FAULTS)
def test_a_fault_is_named(tmp_path: Path, content: str, message: str) -> None:
    """The message holds the file and what is wrong."""
    (tmp_path / "words.toml").write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match="words.toml") as caught:
        load_toml("words.toml", {"word": Word}, tmp_path)
    assert message in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A lexicon folder without the file says which."""
    with pytest.raises(LexiconError, match="there is no such file"):
        load_toml("words.toml", {"word": Word}, tmp_path)


def test_csv_cells_become_what_the_field_wants(tmp_path: Path) -> None:
    """Parts of a cell are separated by semicolons; an empty cell is the default."""
    (tmp_path / "words.csv").write_text("name,weight,forms,note\nmarch,2.5,marched;marches,\n", encoding="utf-8")
    assert (Word(name="march", weight=2.5, forms=("marched", "marches")),) == load_csv("words.csv", Word, tmp_path)


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    """A header that no field has is an error before any row is read."""
    (tmp_path / "words.csv").write_text("name,wieght\nmarch,2\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="unknown column 'wieght'"):
        load_csv("words.csv", Word, tmp_path)
