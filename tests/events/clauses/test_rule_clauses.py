"""Frames: what stands around a trigger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page

Found = Callable[..., list[Candidate]]


def words(page: Page, part: tuple[int, int] | None) -> str | None:
    """The words of a token range."""
    return None if part is None else page.tokens.span(*part).quote(page.tokens.text)


VERBS = [
    ("Rebels attacked the harbour.", "attack", "Rebels", "the harbour", "active", "past"),
    ("The harbour was attacked by rebels.", "attack", "The harbour", None, "passive", "past"),
    ("The court, which meets in Harlow, sentenced two men.", "sentence", None, "two men", "active", "past"),
    ("The envoy said the army will attack the bridge.", "attack", "the army", "the bridge", "active", "future"),
    ("Rebels stormed the town and killed two guards.", "kill", "Rebels", "two guards", "active", "past"),
    ("Officials plan to meet the union.", "meet", "Officials plan", "the union", "active", None),
]


@pytest.mark.parametrize(("text", "lemma", "subject", "object_", "voice", "tense"), VERBS)
def test_a_verb_has_its_phrases(
    page: Callable[[str], Page],
    found: Found,
    text: str,
    lemma: str,
    subject: str | None,
    object_: str | None,
    voice: str,
    tense: str | None,
) -> None:
    """Subject before, object behind, voice and tense by the auxiliaries."""
    (candidate,) = [candidate for candidate in found(text) if candidate.lemma == lemma]
    made = page(text)
    frame = candidate.frame
    assert (frame.voice, frame.tense, words(made, frame.object)) == (voice, tense, object_)
    if subject is not None:
        assert words(made, frame.subject) == subject


def test_the_agent_of_a_passive(page: Callable[[str], Page], found: Found) -> None:
    """The by-phrase of a passive is its agent."""
    text = "The harbour was attacked by rebels on Sunday."
    (candidate,) = found(text)
    assert (
        words(page(text), candidate.frame.agent) == "rebels on Sunday"
        or words(page(text), candidate.frame.agent) == "rebels"
    )


def test_a_reduced_relative_hangs_on_its_noun(page: Callable[[str], Page], found: Found) -> None:
    """In "returned weapons seized in May" the seizing is told beside, of the weapons."""
    text = "The group returned weapons seized from the barracks."
    (candidate,) = [candidate for candidate in found(text) if candidate.lemma == "seize"]
    assert (candidate.frame.voice, candidate.frame.relation) == ("passive", "relative")
    assert words(page(text), candidate.frame.subject) == "weapons"


RELATED = [
    ("Officials plan to meet the union.", "meet", "complement"),
    ("Crowds marched to demand a vote.", "demand", "purpose"),
    ("The man who robbed the bakery fled.", "rob", "relative"),
    ("If rebels attack, the town falls.", "attack", "conditional"),
    ("Rebels attacked the town.", "attack", None),
]


@pytest.mark.parametrize(("text", "lemma", "relation"), RELATED)
def test_how_it_hangs_on_what_stands_above(found: Found, text: str, lemma: str, relation: str | None) -> None:
    """Complement, purpose, relative, condition, or nothing."""
    (candidate,) = [candidate for candidate in found(text) if candidate.lemma == lemma]
    assert candidate.frame.relation == relation


@pytest.mark.parametrize(
    ("text", "lemma", "relation"),
    [
        ("The weapons seized in the raid were shown.", "seize", "relative"),
        ("In Harlow, Brask pledged to leave because talks have failed.", "pledge", None),
        ("Anna Brask pledged to stay united against rebels who are armed.", "pledge", None),
        ("Police went to the square and arrested on Sunday a man who is armed.", "arrest", None),
        ("Troops moved on the harbour, with tanks that are now part of the force.", "move", None),
    ],
)
def test_a_participle_is_told_from_a_past(found: Found, text: str, lemma: str, relation: str | None) -> None:
    """A participle on a noun has a finite verb beside it in its own clause, and no bare name before it."""
    frame = next(candidate.frame for candidate in found(text) if candidate.lemma == lemma)
    assert (frame.relation, frame.tense) == (relation, None if relation else "past")


def test_a_light_verb_carries_its_noun(found: Found) -> None:
    """ "Carried out an attack" is one attack, by whoever carried it out, when they did."""
    (candidate,) = found("Militants launched an attack on the village.")
    assert (candidate.lemma, candidate.type, candidate.tense) == ("attack", "ASSAULT", "past")
    assert candidate.frame.subject == (0, 1)
