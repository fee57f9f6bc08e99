"""The fitted constants are whole: every type has a family, shares are shares."""

from __future__ import annotations

import pytest

from timeline.errors import LexiconError
from timeline.lexicons.load import load_toml
from timeline.lexicons.weights import (
    PairWeights,
    TypeFamily,
    logistic,
    story_weights,
    term_shares,
)
from timeline.values.events import EVENT_TYPES


def test_every_event_type_has_one_family():
    """A type without a family would never be compared."""
    assert set(story_weights().families) == set(EVENT_TYPES)


def test_shares_are_shares_of_single_words():
    """A term stands in no fewer than none and no more than all articles."""
    shares = term_shares()
    assert len(shares) > 1000
    assert all(0.0 < share <= 1.0 and " " not in term for term, share in shares.items())


def test_words_that_repeat_themselves_are_event_types():
    """The lists of types name types."""
    words = story_weights().words
    assert set(words.repeated) <= set(EVENT_TYPES)
    assert set(words.reciprocal) <= set(EVENT_TYPES)
    assert not set(words.cancelled) & set(words.postponed)


def test_logistic_is_a_probability():
    """From 0 to 1, one half in the middle, and no overflow."""
    assert logistic(0.0) == 0.5
    assert 0.0 <= logistic(-10_000.0) < logistic(-1.0) < logistic(1.0) <= logistic(10_000.0) <= 1.0


def test_a_wrong_key_is_named(tmp_path):
    """An unknown key is an error with its file, not a silent default."""
    (tmp_path / "w.toml").write_text('[[family]]\nname = "quake"\nwords = ["quake"]\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"w\.toml.*words"):
        load_toml("w.toml", {"family": TypeFamily}, tmp_path)


def test_bounds_are_refused():
    """A threshold outside 0 to 1 joins all or nothing."""
    with pytest.raises(ValueError, match="between 0 and 1"):
        PairWeights(name="x", centre_from=1, always_centre_from=1, join_centre=1.5, merge_centre=0.2)
