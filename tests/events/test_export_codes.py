"""PLOVER and CAMEO codes with PLOVER's folding."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from timeline.events.export_codes import codes
from timeline.values.text import Span


@dataclass
class Event:
    """The fields that are read."""

    type: str
    mode: str | None = None
    factuality: str = "happened"
    polarity: str = "positive"
    aspect: str = "completed"
    lemma: str = ""
    label: str = ""
    start: int = 0
    factuality_cue: Span | None = None


FOLDED = [
    (Event("CONSULT", "meet"), ("CONSULT", "04")),
    (Event("CONSULT", "meet", "planned"), ("AGREE", "03")),
    (Event("ASSAULT", "aerial"), ("ASSAULT", "19")),
    (Event("ASSAULT", "beat"), ("ASSAULT", "18")),
    (Event("ASSAULT", None, "possible"), ("THREATEN", "13")),
    (Event("PROTEST", "demo", "planned"), ("THREATEN", "13")),
    (Event("RETREAT", "release", "called_for"), ("REQUEST", "10")),
    (Event("AID", None, "denied", "negative"), ("REJECT", "12")),
    (Event("RETREAT", "withdraw", "reported", aspect="prospective"), ("AGREE", "03")),
    (Event("RETREAT", "withdraw", "reported"), ("RETREAT", "08")),
    (Event("REQUEST", "change", "planned"), ("REQUEST", "10")),
    (Event("REQUEST", "change", lemma="urge"), ("REQUEST", "02")),
    (Event("REQUEST", "change", lemma="call on"), ("REQUEST", "02")),
    (Event("REQUEST", "change", lemma="demand"), ("REQUEST", "10")),
    (Event("AGREE", "accept", "denied", "negative"), ("REJECT", "12")),
    (Event("SUPPORT", "sign"), ("SUPPORT", "057")),
    (Event("ACCUSE", "investigate"), ("ACCUSE", "09")),
    (Event("PERSONNEL", "resign"), ("RETREAT", None)),
    (Event("STATEMENT", "say"), (None, "01")),
    (Event("VOTE", "election"), (None, None)),
    (Event("SPORT", "result", "planned"), (None, None)),
    (Event("OTHER"), (None, None)),
]


@pytest.mark.parametrize(("event", "expected"), FOLDED)
def test_folding(event: Event, expected: tuple[str | None, str | None]) -> None:
    """Planned cooperation is AGREE, threatened force THREATEN, a demand REQUEST, a refusal REJECT."""
    assert codes(event) == expected


WISHES = [
    ("Chile hopes to meet Peru.", "hopes", "meet", ("AGREE", "03")),
    ("Chile wants Peru to meet Bolivia.", "wants", "meet", ("REQUEST", "10")),
    ("Chile is asked to meet Peru.", "asked", "meet", ("REQUEST", "10")),
]


@pytest.mark.parametrize(("text", "cue", "word", "expected"), WISHES)
def test_an_own_wish_is_no_demand(text: str, cue: str, word: str, expected: tuple[str, str]) -> None:
    """What somebody hopes to do himself is exported as AGREE, what he wants of another as REQUEST."""
    span = Span(start=text.index(cue), end=text.index(cue) + len(cue))
    event = Event("CONSULT", "meet", "called_for", start=text.index(word), factuality_cue=span)
    assert codes(event, text=text) == expected


SWORN = [
    ("Kell promised not to attack the port.", "not", "attack", ("AGREE", "03")),
    ("Kell vowed not to attack the port.", "not", "attack", ("AGREE", "03")),
    ("Kell did not attack the port.", "not", "attack", ("REJECT", "12")),
]


@pytest.mark.parametrize(("text", "cue", "word", "expected"), SWORN)
def test_a_promise_to_do_no_harm_is_willingness(text: str, cue: str, word: str, expected: tuple[str, str]) -> None:
    """Who gives his word not to attack is willing; who did not attack rejected it."""
    span = Span(start=text.index(cue), end=text.index(cue) + len(cue))
    event = Event("ASSAULT", "attack", "denied", start=text.index(word), factuality_cue=span)
    assert codes(event, text=text) == expected
