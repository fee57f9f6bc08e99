"""Verb or noun, by the neighbours; and what a word is part of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.events.article.page import Page
from timeline.events.triggers.phrase_parts import PhraseParts
from timeline.events.triggers.readings import Readings

READ = [
    ("The shop stays shut until the court rules.", "rules", "verb"),
    ("The rules of the court are old.", "rules", "noun"),
    ("The pilot jumped before the ship sinks.", "sinks", "verb"),
    ("Police came after the bomb attacks.", "attacks", "noun"),
    ("Doctors say that the virus spreads through food.", "spreads", "verb"),
    ("Should the talks collapse, drivers will walk out.", "collapse", "verb"),
    ("The collapse, which cost millions, came in May.", "collapse", "noun"),
    ("The firm will give free rides.", "free", None),
    ("The army will free the nurses.", "free", "verb"),
    ("The army will help free the nurses.", "free", "verb"),
]


@pytest.mark.parametrize(("text", "word", "reading"), READ)
def test_a_word_is_read_by_its_neighbours(
    page: Callable[[str], Page], text: str, word: str, reading: str | None
) -> None:
    """A word that may be both is a verb where a clause has no other, and a noun inside a noun phrase."""
    article = page(text)
    token = article.lowers.index(word)
    assert Readings(article).reading(token, article.lexicon.words[word], article.tokens.sentences[0]) == reading


PARTS = [
    ("Police found the wounded men.", "wounded", True),
    ("Gunmen wounded nine men.", "wounded", False),
]


@pytest.mark.parametrize(("text", "word", "attribute"), PARTS)
def test_a_participle_before_its_noun_is_an_attribute(
    page: Callable[[str], Page], text: str, word: str, attribute: bool
) -> None:
    """ "The wounded men" tells of men, "wounded nine men" of a deed."""
    article = page(text)
    token = article.lowers.index(word)
    assert PhraseParts(article).is_attribute(token, article.tokens.sentences[0]) == attribute
