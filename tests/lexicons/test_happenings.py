"""Triggers of one kind are known as such: by their root, or by a class that says so."""

from __future__ import annotations

from collections import Counter

import pytest

from timeline.errors import LexiconError
from timeline.lexicons.happenings import HappeningClass, HappeningWords, happenings
from timeline.lexicons.load import load_toml
from timeline.values.events import EVENT_TYPES


def test_classes_are_told_apart_and_say_something() -> None:
    """No two classes of the same types have one name, none is within another, and each has two lemmas at least."""
    tables = load_toml("en/happenings.toml", {"class": HappeningClass, "words": HappeningWords})
    named = Counter((group.name, group.types) for group in tables["class"])
    assert [name for name, count in named.items() if count > 1] == []
    assert [group.name for group in tables["class"] if len(set(group.lemmas)) < 2] == []
    assert [group.name for group in tables["class"] if len(set(group.lemmas)) < len(group.lemmas)] == []
    assert {kind for group in tables["class"] for kind in group.types} <= set(EVENT_TYPES)
    within = [
        (one.name, other.name)
        for one in tables["class"]
        for other in tables["class"]
        if one is not other and set(one.types) == set(other.types) and set(one.lemmas) <= set(other.lemmas)
    ]
    assert within == []


def test_a_word_with_two_meanings_has_a_class_for_each() -> None:
    """A strike is a walkout as a protest and a blow as an attack."""
    kinds = happenings()
    assert kinds.kinds("strike", "PROTEST") & kinds.kinds("walk out", "PROTEST")
    assert not kinds.kinds("strike", "PROTEST") & kinds.kinds("strike", "ASSAULT")
    assert kinds.kinds("quake", "DISASTER") == kinds.kinds("tremor", "OTHER")


def test_a_word_of_several_classes_joins_none_of_their_other_words() -> None:
    """What is released may be issued or set free; nothing that is issued is set free by it."""
    kinds = happenings()
    assert kinds.kinds("release", "OTHER") & kinds.kinds("issue", "OTHER")
    assert not kinds.kinds("issue", "OTHER") & kinds.kinds("set free", "RETREAT")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DEATH die", "DEATH kill"),
        ("COERCE arrest", "COERCE take into custody"),
        ("DISASTER crash", "DISASTER accident"),
        ("LAUNCH unveil", "LAUNCH launch"),
        ("PERSONNEL resignation", "PERSONNEL step down"),
    ],
)
def test_one_happening_has_many_words(one: str, other: str) -> None:
    """Words that reporters choose among for one and the same thing share a class."""
    (one_type, _, one_word), (other_type, _, other_word) = one.partition(" "), other.partition(" ")
    assert happenings().names(one_word, one_type) & happenings().names(other_word, other_type)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("earthquake", "aftershock"),
        ("arson", "blaze"),
        ("accuse", "charge"),
        ("protest", "riot"),
        ("announce", "issue"),
    ],
)
def test_what_goes_together_is_not_one(one: str, other: str) -> None:
    """What follows or causes another thing is a second one."""
    assert not happenings().names(one, "OTHER") & happenings().names(other, "OTHER")


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
