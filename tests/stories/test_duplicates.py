"""Copies are found by containment, and point to what came first."""

from __future__ import annotations

import random

from timeline.stories.duplicates import containment, find_copies, original_of
from timeline.stories.sketches import sketch

NOUNS = [
    "crane",
    "harbour",
    "union",
    "wage",
    "ferry",
    "night",
    "mayor",
    "budget",
    "storm",
    "pilot",
    "cargo",
    "guard",
    "fence",
    "clerk",
    "engine",
    "vote",
]
VERBS = [
    "blocks",
    "repairs",
    "demands",
    "refuses",
    "counts",
    "delays",
    "reports",
    "forgets",
    "welcomes",
    "repaints",
    "measures",
    "questions",
]


def story_text(seed: int, sentences: int = 20) -> str:
    """Sentences that no other seed gives."""
    dice = random.Random(seed)
    return " ".join(
        f"The {dice.choice(NOUNS)} {dice.choice(VERBS)} the {dice.choice(NOUNS)} of {dice.choice(NOUNS)} "
        f"{dice.randint(10, 999)} near {dice.choice(NOUNS)} {dice.randint(10, 999)}."
        for _ in range(sentences)
    )


def sketches(*texts):
    return [sketch(f"ar_{number}", None, text, None) for number, text in enumerate(texts)]


def test_whole_cut_and_edited_copies_are_found():
    """A copy may be whole, cut after half, or have a dateline and a line of its own."""
    text = story_text(1)
    half = text[: len(text) // 2]
    edited = "HARLOW (Coast Wire) - " + text.replace("union", "guild", 1) + " Read more on our live page."
    assert find_copies(sketches(text, half, edited, story_text(2))) == {"ar_1": "ar_0", "ar_2": "ar_0"}


def test_a_copy_of_a_copy_points_to_the_original():
    """The first to arrive is the original, also when it is the shorter one."""
    text = story_text(3, 30)
    first, second = text[:1200], text[1200:]
    assert find_copies(sketches(first, text, second)) == {"ar_1": "ar_0", "ar_2": "ar_0"}


def test_a_hundred_copies_are_no_furniture():
    """Agency copy in a hundred papers is found in all of them."""
    text = story_text(4)
    assert find_copies(sketches(*[text] * 100)) == {f"ar_{number}": "ar_0" for number in range(1, 100)}


def test_common_furniture_makes_no_copies():
    """What stands below every article does not make them copies."""
    footer = " Sign up for our newsletter and never miss a story from the harbour and the town around it."
    assert find_copies(sketches(*[story_text(seed, 12) + footer for seed in range(10, 90)])) == {}


def test_headlines_are_never_copies():
    """Equal headlines are too short to say who copied whom."""
    assert find_copies([sketch(f"ar_{n}", "Port reopens after nine days of strike", "", None) for n in range(3)]) == {}


def test_containment_counts_the_shorter_text():
    """A piece of a long text is contained in it, the long text's length does not matter."""
    long, piece = sketches(story_text(5, 120), story_text(5, 120)[:900])
    assert containment(long, piece) > 0.9
    assert containment(long, piece) == containment(piece, long)


def test_original_of_follows_chains():
    """Chains are followed to their end, circles end."""
    assert original_of("c", {"c": "b", "b": "a"}) == "a"
    assert original_of("x", {"c": "b"}) == "x"
    assert original_of("a", {"a": "b", "b": "a"}) in ("a", "b")
