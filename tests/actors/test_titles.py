"""Titles that contradict each other are told, and no others."""

from __future__ import annotations

import pytest

from timeline.actors.titles import contradictions
from timeline.lexicons.actors import actor_lexicon
from timeline.values.profiles import TitleUse


def use(title: str, article_key: str, published: str | None = "2026-03-05") -> TitleUse:
    """A title that an article gives."""
    return TitleUse(title=title, article_key=article_key, start=0, end=len(title), quote=title, published=published)


CONTRADICTING = [
    ("Mayor of Harlow", "Kelmouth mayor"),
    ("Pentagon spokesman", "Treasury spokesman"),
    ("foreign minister", "defence minister"),
    ("French president", "Italian president"),
    ("president of the Harlow Bank", "president of the Kelmouth Bank"),
]

AGREEING = [
    ("Mayor", "Kelmouth mayor"),  # one says more
    ("Mayor of Kelmouth", "the Kelmouth mayor"),
    ("French president", "president of France"),  # a people and its country are one
    ("White House spokesman", "White House national security spokesman"),
    ("Pentagon spokesman", "Pentagon spokeswoman"),
    ("admiral", "Pentagon spokesman"),  # a rank and an office
    ("former mayor of Harlow", "mayor of Kelmouth"),  # one is over
    ("Harlow ex-mayor", "mayor of Kelmouth"),
    ("deputy mayor of Harlow", "mayor of Kelmouth"),
    ("director of the Harlow Museum", "director of the Kelmouth Bank"),  # both may be
    ("Harlow resident", "Kelmouth resident"),  # no office
    ("defense minister", "defence minister"),
]


@pytest.mark.parametrize(("one", "other"), CONTRADICTING)
def test_one_office_of_two_bodies_contradicts(one: str, other: str) -> None:
    """Nobody holds both; the articles that say so are named."""
    (clash,) = contradictions((use(one, "ar_1"), use(other, "ar_2")), actor_lexicon())
    assert (clash.titles, clash.article_keys) == ((one, other), ("ar_1", "ar_2"))


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_what_one_person_may_be_does_not(one: str, other: str) -> None:
    """Shorter titles, other offices, and what is over contradict nothing."""
    assert contradictions((use(one, "ar_1"), use(other, "ar_2")), actor_lexicon()) == ()


def test_years_later_it_may_be_another_office() -> None:
    """Two years lie between the articles."""
    before, after = use("mayor of Harlow", "ar_1", "2024-03-05"), use("mayor of Kelmouth", "ar_2", "2026-03-05")
    assert contradictions((before, after), actor_lexicon()) == ()


def test_a_pair_is_told_once_with_all_its_articles() -> None:
    """The same two titles in more articles are one contradiction."""
    titles = (use("mayor of Harlow", "ar_1"), use("mayor of Kelmouth", "ar_2"), use("Mayor of Harlow", "ar_3"))
    (clash,) = contradictions(titles, actor_lexicon())
    assert set(clash.article_keys) == {"ar_1", "ar_2", "ar_3"}
