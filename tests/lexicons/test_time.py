"""The time lexicon is checked at load, and its words have one meaning in one place."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import LexiconError
from timeline.lexicons import load
from timeline.lexicons.time import feast_of, load_time_lexicon, time_lexicon

FOLDER = Path(load.__file__).parent


def copied(folder: Path, name: str, old: str, new: str) -> Path:
    """A folder with all time files, one of them changed."""
    (folder / "en").mkdir()
    for path in (
        "en/calendar.toml",
        "en/time_rules.toml",
        "en/time_signals.toml",
        "en/verb_cues.toml",
        "en/time_guards.toml",
        "feasts.toml",
    ):
        text = (FOLDER / path).read_text(encoding="utf-8")
        if path == name:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("en/time_rules.toml", 'type = "DATE"', 'type = "DAET"', "unknown type 'DAET'"),
        ("en/time_rules.toml", "not_after = ", "not_behind = ", "unknown key 'not_behind'; did you mean"),
        ("en/calendar.toml", "capital = ", "capitals = ", "unknown key 'capitals'"),
        ("feasts.toml", 'kind = "fixed"', 'kind = "lunar"', "unknown kind 'lunar'"),
        ("en/time_signals.toml", "[[signal]]", "[[signals]]", "unknown table 'signals'"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    """A wrong key or value is an error that names the file and the entry."""
    with pytest.raises(LexiconError, match=said) as raised:
        load_time_lexicon(copied(tmp_path, name, old, new))
    assert raised.value.file == name


def test_one_meaning_in_a_class() -> None:
    """Words are lower case, and what needs a capital is a word of its class."""
    for group in time_lexicon().classes:
        assert all(word == word.lower() for word in group.words)
        assert set(group.capital) <= set(group.words)


def test_signals_have_one_relation() -> None:
    """A connective stands for one relation."""
    words = [word for group in time_lexicon().signals for word in group.words]
    assert sorted(words) == sorted(set(words))


def test_feasts_have_one_name_each() -> None:
    """No two feasts share a name, and names are lower case."""
    names = [name for feast in time_lexicon().feasts for name in feast.names]
    assert sorted(names) == sorted(set(names))
    assert all(name == name.lower() for name in names)


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    """A user's folder is read on top of ours: a feast of ours keeps its name when only its words change."""
    own = load_time_lexicon(copied(tmp_path, "feasts.toml", 'names = ["epiphany"]', 'names = ["twelfth night"]'))
    assert own.feast_names["twelfth night"] == "epiphany"


OWN_FEASTS = """
[[feast]]
name = "founders' day"
kind = "fixed"
month = 5
day = 14
names = ["founders' day"]

[[feast]]
name = "regatta"
kind = "easter"
offset = 50
days = 2
names = ["regatta sunday"]

[[feast]]
name = "lantern night"
kind = "listed"
dates = ["2024-02-24", "2025-02-12"]
names = ["lantern night"]
"""


def test_feasts_of_ones_own(tmp_path: Path) -> None:
    """A feast in the user's folder stands beside ours, and carries the rule of its day with it."""
    (tmp_path / "feasts.toml").write_text(OWN_FEASTS, encoding="utf-8")
    own = load_time_lexicon(tmp_path)
    assert own.feast_names["easter"] == "easter"
    assert own.feast_names["founders' day"] == "fixed/5/14/0/0/0/western/1/0/0/"
    for feast in own.feasts:
        known = feast_of(own.feast_names[feast.names[0]])
        assert known is not None
        assert known.notation == feast.notation


def test_a_folder_without_our_files_is_ours(tmp_path: Path) -> None:
    """A folder that holds other lists changes nothing about time."""
    assert time_lexicon(tmp_path) is time_lexicon()
