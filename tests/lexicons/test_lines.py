"""The words of lines and of sources' phrases: loaded once, checked, with what is made of them."""

from pathlib import Path

import pytest

from timeline.errors import LexiconError
from timeline.lexicons.lines import line_words, phrase_words


def test_words_are_loaded_once() -> None:
    """Both tables come from one file and are the same objects each time."""
    assert line_words() is line_words()
    assert phrase_words() is phrase_words()


def test_bounds_are_found_by_their_last_word() -> None:
    """The longest stands first, so that "no more than" is not taken for "more than"."""
    words = line_words()
    assert words.bound_ends["than"][0] == ("no", "more") or len(words.bound_ends["than"][0]) == 2
    assert ("more",) in words.bound_ends["than"]
    assert () in words.bound_ends["about"]
    assert ("at", "least") in words.bound_pairs


def test_all_words_are_small_and_closed_classes_apart() -> None:
    """No capital letters; what opens a condition is no word that may end a line's cut silently."""
    words = line_words()
    for name in ("ahead", "bounds", "particles", "people", "weak_ends"):
        assert all(word == word.lower() for word in getattr(words, name)), name
    assert words.conditions < words.cut_binding


def test_a_file_with_an_unknown_key_is_refused(tmp_path: Path) -> None:
    """The error names the file."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "lines.toml").write_text('[words]\nbindings = ["of"]\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"en/lines\.toml"):
        line_words(tmp_path)
