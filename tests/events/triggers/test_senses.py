"""Nouns of several senses in articles that tell which is meant, and in articles that do not."""

from __future__ import annotations

import pytest

from timeline import parse

# Text, the noun of which the last mention is asked, its type.
SENSES = [
    ("Rail staff walked out on Monday. The strike is the third this year.", "strike", "PROTEST"),
    ("The union called a strike. The strike will last a week.", "strike", "PROTEST"),
    ("Israel struck a depot. The strike killed two.", "strike", "ASSAULT"),
    ("Jets bombed a depot. Nurses called a strike. The strike will last a week.", "strike", "PROTEST"),
    ("A bomb went off in a market. The blast killed nine.", "blast", "ASSAULT"),
    ("Gas leaked into a kitchen. The blast killed nine.", "blast", "DISASTER"),
    ("A suicide bomber attacked the embassy. The explosion was heard for miles.", "explosion", "ASSAULT"),
    ("An explosion rocked a mill. Police said a bomb had caused the explosion.", "explosion", "ASSAULT"),
    ("A blast shook the mill. Firefighters put out a blaze in the same street.", "blast", "DISASTER"),
]


@pytest.mark.parametrize(("text", "noun", "type_"), SENSES)
def test_a_bare_noun_takes_the_sense_of_its_article(text: str, noun: str, type_: str) -> None:
    """What is told elsewhere in the article decides where nothing in the sentence does."""
    found = [mention.type for mention in parse(text, published="2026-03-05").mentions if mention.lemma == noun]
    assert found[-1] == type_


def test_all_mentions_of_a_word_agree() -> None:
    """The first explosion is that of the bomb of the second sentence."""
    reading = parse("An explosion rocked a mill. Police said a bomb had caused the explosion.", published="2026-03-05")
    assert {mention.type for mention in reading.mentions if mention.lemma == "explosion"} == {"ASSAULT"}


# Headline, the phrase and its type: behind a singular a form in -s opens the phrase of a verb.
HEADLINES = [
    ("Probe blasts off for Mars", "blasts off", "LAUNCH"),
    ("Union calls strike at Tarnwick shipyard", "calls strike", "PROTEST"),
    ("Firm lays off 90", "lays off", "BUSINESS"),
]


@pytest.mark.parametrize(("text", "phrase", "type_"), HEADLINES)
def test_a_phrase_shows_that_its_first_word_is_a_verb(text: str, phrase: str, type_: str) -> None:
    """The phrase is one mention of its type, and no noun beside it is another."""
    assert [(mention.text, mention.type) for mention in parse(text).mentions] == [(phrase, type_)]
