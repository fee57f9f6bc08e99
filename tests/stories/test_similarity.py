"""Texts become the same features on every machine."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline.stories import similarity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Mayor's speech", ["the", "mayor", "speech"]),
        ("cease-fire talks, again", ["cease-fire", "talks", "again"]),
        ("", []),
    ],
)
def test_words_are_lower_case_without_possessives(text, expected):
    """Words come in order and without endings that only mark possession."""
    assert similarity.plain_words(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("marches", "march"),
        ("cities", "city"),
        ("workers", "worker"),
        ("press", "press"),
        ("crisis", "crisis"),
        ("gas", "gas"),
        ("2024s", "2024"),
    ],
)
def test_plurals_are_folded(word, expected):
    """Only plain plurals lose their ending."""
    assert similarity.stem(word) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Port reopens - Harlow Post", "Port reopens"),
        ("Port reopens | The Echo", "Port reopens"),
        ("Cease-fire holds", "Cease-fire holds"),
        ("- Harlow Post", "- Harlow Post"),
    ],
)
def test_a_title_loses_its_publisher(title, expected):
    """What stands after a dash or bar is the publisher."""
    assert similarity.plain_title(title) == expected


def test_names_leave_out_words_that_only_open_a_sentence():
    """A capital letter at the beginning of a sentence says nothing."""
    assert similarity.capitalised_names("Dockers met Jane Firth in Harlow. Talks failed.") == ["jane firth", "harlow"]


def test_shingles_do_not_depend_on_the_hash_seed():
    """Two processes with other seeds give the same numbers."""
    code = "from timeline.stories.similarity import shingles; print(sorted(shingles('a b c d e f'.split())))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_samples_of_a_text_and_its_piece_stay_comparable():
    """At a common level the sample of a piece lies inside that of the whole."""
    words = [f"w{number}" for number in range(4000)]
    level, whole = similarity.sample(similarity.shingles(words))
    assert level > 0
    assert len(whole) <= similarity.SHINGLE_LIMIT
    _, piece = similarity.sample(similarity.shingles(words[:300]))
    assert similarity.at_level(piece, level) <= set(whole)


def test_cosine_of_equal_vectors_is_one_and_of_strangers_zero():
    """Vectors have length 1."""
    vector = similarity.weighted({"port": 3, "strike": 1}, {"port": 2.0}, 5.0)
    assert similarity.cosine(vector, vector) == pytest.approx(1.0)
    assert similarity.cosine(vector, {"museum": 1.0}) == 0
