"""The room as a whole: spans, order, sameness, and what is kept with all events."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import parse
from timeline.values.events import EVENT_TYPES

PIECES = [
    "Rebels attacked the port of Harlow on Sunday, killing at least 12 people.",
    "The minister said talks would resume next week.",
    "“We will not sell,” Jane Firth said.",
    "Thousands marched to demand a vote.",
    "The court may hear the appeal in May.",
    "Shares fell 3 percent.",
    "If the strike goes on, the firm will close the plant!",
    "Was the treaty signed?",
    "Police (again) arrested 40 — or 50 — students; nobody was hurt...",
    "’n 2019 war: the U.S.-led coalition's raid.",
]


@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), days=st.integers(0, 20000))
@settings(max_examples=40, deadline=None)
def test_every_span_quotes_the_text(pieces: list[str], days: int) -> None:
    """Triggers, evidence and participants are pieces of the text; mentions stand in text order."""
    text = " ".join(pieces)
    reading = parse(text, published=date.fromordinal(date(1990, 1, 1).toordinal() + days))
    starts = [mention.start for mention in reading.mentions]
    assert starts == sorted(starts)
    for mention in reading.mentions:
        assert mention.type in EVENT_TYPES
        assert text[mention.start : mention.end] == mention.text
        assert any(span.start <= mention.start and mention.end <= span.end for span in mention.evidence)
        for who in (*mention.actors, *mention.recipients):
            assert text[who.start : who.end] == who.text
        for count in mention.counts:
            assert text[count.start : count.end] == count.text


@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_reading_twice_gives_the_same(pieces: list[str]) -> None:
    """The same text and day give equal values."""
    text = " ".join(pieces)
    assert parse(text, published="2026-03-05") == parse(text, published="2026-03-05")


@given(st.text(alphabet="ab .,\"'“”-?\n", max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    """Any text is read without an error."""
    parse(text, published="2026-03-05", all_events=True)


def test_all_events_only_adds() -> None:
    """With all events what was typed before stays, and the rest is OTHER."""
    text = PIECES[0] + " " + PIECES[3]
    typed = {(m.start, m.end, m.type) for m in parse(text).mentions}
    everything = {(m.start, m.end, m.type) for m in parse(text, all_events=True).mentions}
    assert typed <= everything


def test_main_is_the_index_of_a_mention() -> None:
    """The line about a snippet tells the shelling, not who spoke of it."""
    reading = parse("Rebels shelled Harlow on Sunday, officials said.", published="2026-03-05")
    assert reading.main is not None
    assert reading.mentions[reading.main].type == "ASSAULT"
    assert parse("The sky was blue.").main is None


WITHIN = [
    ("The rebels refused to accept the plan.", [("refused", "happened"), ("accept", "denied")]),
    ("The union vowed to strike over pay.", [("vowed", "happened"), ("strike", "planned")]),
    ("The envoys failed to reach a deal.", [("failed", "happened"), ("reach a deal", "denied")]),
    ("The ministers agreed to end the war.", [("agreed", "happened"), ("end", "planned"), ("war", "happened")]),
    ("The firm stopped selling the drug.", [("stopped", "happened"), ("selling", "denied")]),
    ("The minister talked to the press.", [("talked to the press", "happened")]),
]


@pytest.mark.parametrize(("text", "wanted"), WITHIN)
def test_all_events_tell_what_a_phrase_says_of_another_act(text: str, wanted: list[tuple[str, str]]) -> None:
    """A refusal and what was refused are two mentions among all events, and one in a timeline."""
    told = [(mention.text, mention.factuality) for mention in parse(text, all_events=True).mentions]
    assert [one for one in told if one in wanted] == wanted
    ends = [(mention.start, mention.end) for mention in parse(text, all_events=True).mentions]
    assert all(first[1] <= second[0] for first, second in pairwise(ends))
    assert len(parse(text).mentions) <= len(wanted)
