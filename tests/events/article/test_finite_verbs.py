"""Participles that open a sentence before the noun they belong to."""

from __future__ import annotations

import pytest

from timeline import parse

# Sentence, its verb, who does it.
OPENINGS = [
    ("Masked men attacked a bank in Harlow.", "attacked", "Masked men"),
    ("Two armed men attacked a bank in Harlow.", "attacked", "Two armed men"),
    ("Injured fans attacked the referee.", "attacked", "Injured fans"),
    ("Heavily armed police stormed a farm.", "stormed", "Heavily armed police"),
    ("Retired teachers rallied outside parliament.", "rallied outside", "Retired teachers"),
    ("Displaced families returned to Harlow.", "returned", "Displaced families"),
]


@pytest.mark.parametrize(("text", "verb", "actor"), OPENINGS)
def test_what_opens_a_sentence_belongs_to_its_noun(text: str, verb: str, actor: str) -> None:
    """ "Masked" is no verb of the sentence, and so "attacked" is."""
    told = {mention.text: mention for mention in parse(text, published="2026-03-05").mentions}
    assert [part.text for part in told[verb].actors] == [actor]
