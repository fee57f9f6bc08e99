"""Triggers of one kind are known as such: by their root, or by a class that says so."""

from __future__ import annotations

from collections import Counter

import pytest

from timeline.errors import LexiconError
from timeline.lexicons.happenings import HappeningClass, HappeningWords, happenings
from timeline.lexicons.load import load_toml
from timeline.values.events import EVENT_TYPES


def test_no_trigger_is_in_two_classes() -> None:
    """Classes are disjoint for each type, or the last one would win; a class has two lemmas at least."""
    tables = load_toml("en/happenings.toml", {"class": HappeningClass, "words": HappeningWords})
    counted = Counter(
        f"{kind} {lemma}".strip()
        for group in tables["class"]
        for lemma in group.lemmas
        for kind in group.types or ("",)
    )
    assert [lemma for lemma, count in counted.items() if count > 1] == []
    assert set(counted) == set(happenings().classes)
    assert [group.name for group in tables["class"] if len(group.lemmas) < 2] == []
    assert {kind for group in tables["class"] for kind in group.types} <= set(EVENT_TYPES)


def test_a_word_with_two_meanings_has_a_class_for_each() -> None:
    """A strike is a walkout as a protest and a blow as an attack."""
    kinds = happenings()
    assert kinds.kind("strike", "PROTEST") == kinds.kind("walk out", "PROTEST")
    assert kinds.kind("strike", "PROTEST") != kinds.kind("strike", "ASSAULT")
    assert kinds.kind("quake", "DISASTER") == kinds.kind("tremor", "OTHER")


@pytest.mark.parametrize(
    ("one", "other"), [("shoot", "shooting"), ("arrest", "arrest"), ("charge with", "charge"), ("hit", "hitting")]
)
def test_endings_and_particles_are_cut(one: str, other: str) -> None:
    """A verb and its noun have one root; what comes behind a verb is not what it is about."""
    assert happenings().root(one) == happenings().root(other)


def test_names_are_root_and_class() -> None:
    """What two triggers of one kind share; of two kinds they share nothing."""
    kinds = happenings()
    assert kinds.names("walk out", "PROTEST") & kinds.names("strike", "PROTEST")
    assert not kinds.names("fire", "DISASTER") & kinds.names("damage", "DISASTER")


def test_roots_of_two_happenings_differ() -> None:
    """What is left when the ending is cut still tells one thing from another."""
    roots = {happenings().root(lemma) for lemma in ("march", "talks", "fire", "vote", "strike", "demand")}
    assert len(roots) == 6


def test_a_class_of_ones_own_is_checked(tmp_path) -> None:
    """An unknown key is an error with its file, and a file without its words is none."""
    (tmp_path / "en").mkdir()
    mine = tmp_path / "en" / "happenings.toml"
    mine.write_text('[[class]]\nname = "quake"\nwords = ["quake"]\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"happenings\.toml.*words"):
        happenings(tmp_path)
    mine.write_text('[[class]]\nname = "quake"\nlemmas = ["quake", "tremor"]\n', encoding="utf-8")
    with pytest.raises(LexiconError, match="one table words"):
        happenings(tmp_path)
