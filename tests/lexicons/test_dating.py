"""The words that decide which event a date belongs to: loaded as sets, checked at load."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from timeline.errors import LexiconError
from timeline.lexicons.dating import DatingLexicon, dating_lexicon

FILE = "en/dating.toml"


def written() -> str:
    """The file as it is."""
    return (files("timeline.lexicons") / FILE).read_text(encoding="utf-8")


def folder(tmp_path: Path, content: str) -> Path:
    """A folder of the user's own with that file."""
    (tmp_path / "en").mkdir()
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    return tmp_path


def test_every_list_has_words_in_lower_case_and_none_twice() -> None:
    """Words are looked up in lower case; a word that stands twice was meant to be another."""
    lexicon = dating_lexicon()
    for name in DatingLexicon.__slots__:
        words = getattr(lexicon, name)
        assert words, name
        assert {word.lower() for word in words} == words, name
        listed = next(line for line in written().splitlines() if line.startswith(f"{name} = "))
        assert listed.count('"') == 2 * len(words), name


@pytest.mark.parametrize(
    ("old", "new"), [("lasting = [", "lastin = ["), ('phases = ["begin", ', "phases = [1, "), ("[words]", "[word]")]
)
def test_a_malformed_file_is_named(tmp_path: Path, old: str, new: str) -> None:
    """A missing list, a number among words and an unknown table are errors that name the file."""
    assert old in written()
    with pytest.raises(LexiconError) as error:
        dating_lexicon(folder(tmp_path, written().replace(old, new)))
    assert FILE in str(error.value)
