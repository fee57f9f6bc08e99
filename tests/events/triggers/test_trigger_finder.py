"""Which words name events, and as what they are read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline import parse
from timeline.events.article.page import Page
from timeline.events.triggers.trigger_finder import TriggerFinder

Make = Callable[[str], Page]

READ = [
    ("Rebels attack the town.", "attack", "verb"),
    ("The attack lasted an hour.", "attack", "noun"),
    ("An attack on the bridge failed.", "attack", "noun"),
    ("They plan to attack.", "attack", "verb"),
    ("Air strikes hit the port.", "Air strikes", "noun"),
    ("The storm strikes the coast.", "strikes", "verb"),
    ("Thousands march in Harlow.", "march", "verb"),
    ("The march to Harlow began.", "march", "noun"),
    ("Police carried out a raid.", "raid", "noun"),
    ("The killing of a shepherd shocked the valley.", "killing", "noun"),
    ("A blast went off, killing two men.", "killing", "verb"),
    ("They called off the strike.", "called off", "verb"),
    ("The cease-fire held.", "cease-fire", "noun"),
    ("⚠️ Explosion heard near the gasworks.", "Explosion", "noun"),
    ("• Strike at the port of Harlow", "Strike", "noun"),
]


@pytest.mark.parametrize(("text", "words", "reading"), READ)
def test_neighbours_decide_the_reading(page: Make, text: str, words: str, reading: str) -> None:
    """No tagger is needed where the words around tell verb from noun."""
    made = page(text)
    found = {
        made.tokens.span(trigger.first_token, trigger.end_token).quote(text): trigger.reading
        for trigger in TriggerFinder(made).find()
    }
    assert found.get(words) == reading


SILENT = [
    "The war cabinet sat late.",
    "The strike force has new boats.",
    "Add the sugar to the dough.",
    "She lives in March Street.",
    "The rebel-held hills are green.",
    "A list of doctors was on the door.",
    "Patrol agents wear green.",
]


@pytest.mark.parametrize("text", SILENT)
def test_names_and_things_are_no_events(page: Make, text: str) -> None:
    """Fenced names, instructions, compounds and plain nouns give no typed trigger."""
    assert [trigger for trigger in TriggerFinder(page(text)).find() if trigger.entries] == []


def test_all_events_adds_what_has_no_type(page: Make) -> None:
    """Generic verbs are found on request only."""
    text = "The committee considered the matter."
    assert TriggerFinder(page(text)).find() == []
    assert [trigger.lemma for trigger in TriggerFinder(page(text), generic=True).find()] == ["consider"]


def test_the_longest_phrase_wins(page: Make) -> None:
    """A phrase is one trigger, with what stands between its parts."""
    made = page("The firm put the men on trial.")
    spans = [made.tokens.span(t.first_token, t.end_token).quote(made.tokens.text) for t in TriggerFinder(made).find()]
    assert "trial" in " ".join(spans)


def test_a_phrase_may_end_with_the_text() -> None:
    """A preposition that belongs to a phrase and is the last word of all opens no time behind it."""
    assert [mention.lemma for mention in parse("The guns fired Thursday on").mentions] == ["fire on"]
