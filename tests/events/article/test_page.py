"""Where clauses begin, and what is masked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.events.article.page import Page
from timeline.lexicons.events import COMMA, DETERMINER, NEGATION, SUBJECT, TO, TRIGGER, event_lexicon
from timeline.lexicons.time import time_lexicon
from timeline.temporal import tag
from timeline.text import split

CUT = [
    ("Rebels stormed the town and killed two guards.", ["Rebels", "and"]),
    ("Police said they did not know who fled.", ["Police", "they", "who"]),
    ("In Harlow, dockers walked out.", ["In", "dockers"]),
    ("The envoy said the army will attack the bridge.", ["The", "the"]),
    ("A bomb went off, killing 12 people.", ["A", "killing"]),
    ("Talks failed because the general stayed away.", ["Talks", "because"]),
    ("Police and firemen searched the mill.", ["Police"]),
]


@pytest.mark.parametrize(("text", "firsts"), CUT)
def test_clauses_begin_at_closed_class_words(page: Callable[[str], Page], text: str, firsts: list[str]) -> None:
    """Subjects, subordinators, relatives and participles open a clause; "and" between nouns does not."""
    made = page(text)
    assert [made.words[token] for token in made.edges if token < len(made.words) - 1] == firsts


def test_date_words_are_masked() -> None:
    """ "March" in a date is no march."""
    tokens = split("They met on 3 March.")
    made = Page(tokens, event_lexicon(), tag(tokens, time_lexicon()))
    assert made.masked[tokens.lowers.index("march")] == 1
    assert made.masked[tokens.lowers.index("met")] == 0


def test_names_that_look_like_other_words(page: Callable[[str], Page]) -> None:
    """ "US" is no pronoun."""
    made = page("The US fleet left.")
    assert made.bits[made.words.index("US")] == 0


def test_tokens_of_a_kind_are_found_in_their_order(page: Callable[[str], Page]) -> None:
    """``where`` and ``row`` say the same as the bits, also of words that are another kind where they stand."""
    made = page("The US fleet did not only fire, it will not leave; delays due to storms cost us a week.")
    for kind in (DETERMINER, NEGATION, TO, SUBJECT | COMMA, TRIGGER):
        wanted = [token for token, bits in enumerate(made.bits) if bits & kind]
        assert list(made.where(kind)) == wanted
        assert [token for token, mark in enumerate(made.row(kind)) if mark] == wanted
    assert [made.lowers[token] for token in made.where(NEGATION)] == ["not"]
    assert not list(made.where(TO))


def test_the_words_of_a_sentence(page: Callable[[str], Page]) -> None:
    """Asked of one sentence after another, and again."""
    made = page("Rebels left. The Mayor stayed.")
    first, second = made.tokens.sentences
    assert made.words_in(first) == {"rebels", "left", "."}
    assert made.words_in(second) == {"the", "mayor", "stayed", "."}
    assert made.words_in(first) == {"rebels", "left", "."}
