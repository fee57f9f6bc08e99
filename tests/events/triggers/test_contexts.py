"""Contexts of an article by its words."""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.article.page import Page
from timeline.events.triggers.contexts import find


def test_contexts_by_words_of_the_article(page: Callable[[str], Page]) -> None:
    """Several words of a context make it hold, strongest first; one word is not enough."""
    made = page("The judge told the jury that the verdict of the court stands. Voters were glad.")
    assert find(made)[0] == "legal"
    assert "election" not in find(made)


def test_at_most_four(page: Callable[[str], Page]) -> None:
    """An article about everything is about four things."""
    words = "court judge army troops parliament senate voters ballot hospital virus oil gas climate carbon"
    assert len(find(page(words + "."))) == 4
