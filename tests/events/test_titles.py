"""The line of each event: short, of the text's own words, and no surer than the text."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import actors, temporal
from timeline.events import detect
from timeline.events.event_words import LONGEST_TITLE
from timeline.events.lines import Lines, capital
from timeline.lexicons.actors import actor_lexicon
from timeline.lexicons.events import event_lexicon
from timeline.lexicons.quotes import quote_lexicon
from timeline.lexicons.time import time_lexicon
from timeline.text import split

PUBLISHED = date(2024, 3, 5)
GLUE = {"says", "say", "reportedly", "planned", "called", "for", "possible", "denied", "denies", "announces", "warns"}


def mentions(text):
    """The mentions of a text, published on 5 March 2024."""
    tokens = split(text)
    timexes = temporal.resolve(temporal.tag(tokens, time_lexicon()), PUBLISHED)
    found, places = actors.find(tokens, actor_lexicon())
    found, _ = actors.resolve(tokens, found, actor_lexicon())
    reading = detect(
        tokens, timexes, found, places, lexicon=event_lexicon(), quotes=quote_lexicon(), published_on=PUBLISHED
    )
    return reading.mentions


def title(text, trigger):
    return next(mention.title for mention in mentions(text) if mention.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("On Sunday thousands marched in Harlow.", "marched", "Thousands marched in Harlow"),
        (
            "Omar Hale, who was freed on Sunday, praised the rescuers.",
            "freed",
            "Omar Hale was freed",
        ),
        (
            "A former clerk who stole two vases was jailed on Friday.",
            "jailed",
            "A former clerk was jailed",
        ),
        ("A former clerk who stole two vases was jailed on Friday.", "stole", "A former clerk stole two vases"),
        (
            "Rebels shelled the town of Harlow on Monday, officials said.",
            "shelled",
            "Rebels shelled the town of Harlow",
        ),
        ("Jane Firth resigned. She said the port would close.", "said", "Jane Firth says the port would close"),
        ("“We will not sell,” Jane Firth said.", "said", "Jane Firth: “We will not sell”"),
        ("Two engineers said the bridge was unsafe.", "said", "Two engineers say the bridge was unsafe"),
        ("The port would close, Jane Firth said on Monday.", "said", "Jane Firth says the port would close"),
        ("HARLOW — A storm struck the port on Monday.", "struck", "A storm struck the port"),
    ],
)
def test_titles(text, trigger, wanted):
    """Subject, verb and what follows; dates, tails, datelines and relative clauses of others left out."""
    assert title(text, trigger) == wanted


@pytest.mark.parametrize(
    ("text", "trigger", "needed"),
    [
        ("Jane Firth denied that she had met the lobbyist.", "met", "denied"),
        ("The builder did not attack the guard.", "attack", "not"),
        ("The union plans to march to Harlow on Sunday.", "march", "plans"),
        ("The army may attack Harlow.", "attack", "may"),
        ("No soldier was killed in Harlow.", "killed", "No"),
    ],
)
def test_a_title_is_no_surer_than_the_text(text, trigger, needed):
    """What is denied, planned or possible never reads as something that happened."""
    assert needed in title(text, trigger)


PARTS = [
    "Jane Firth said ",
    "officials told the Harlow Courier that ",
    "who was arrested on Sunday, ",
    "the army attacked the port",
    "did not resign",
    ", according to police",
    "“We will march,” ",
    "he warned. ",
    "On Monday, ",
    "a strike and a protest ",
    "In March ",
    ". ",
    "\n\n",
    " - ",
    "(",
    "killing 12",
    "Talks began. ",
    "the 13-year-old girl was freed ",
    " said—that ",
    "whose father was killed ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map("".join))
def test_every_title_is_a_short_line_of_known_words(text):
    """No title is empty, has line breaks or runs on, and every word in it stands in the text or is glue."""
    known = set(split(text).lowers) | GLUE
    for mention in mentions(text):
        assert mention.title.strip()
        assert "\n" not in mention.title
        assert len(mention.title) <= LONGEST_TITLE * 1.6
        for word in split(mention.title).lowers:
            assert word in known or not word[0].isalnum(), (mention.title, word)


def lines(text):
    return Lines(split(text), quote_lexicon(), ())


def test_a_cut_falls_between_phrases():
    """A line that has no room ends before a preposition, never in an article or a conjunction."""
    text = "The council of Harlow approved a plan for the old harbour and a budget for its two bridges in the north."
    found = lines(text)
    for room in range(30, 110, 7):
        line = found.cut([(0, len(found.words))], room)
        assert text.startswith(line)
        assert line.split()[-1] not in ("a", "the", "of", "for", "and", "its", "in")


def test_unpaired_marks_are_dropped():
    """A cut quotation leaves no mark without its partner."""
    found = lines("He called it “a ruin” and “a shame”.")
    assert found.cut([(0, 8)], 90).count("“") == found.cut([(0, 8)], 90).count("”")


def test_capital_keeps_the_rest():
    """Only the first letter changes."""
    assert capital("iron Bridge") == "Iron Bridge"
