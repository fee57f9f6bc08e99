"""Actors are found with exact spans; what is no actor is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.actors import find, resolve
from timeline.lexicons.actors import actor_lexicon
from timeline.pipeline import parse
from timeline.text import split
from timeline.values.actors import ACTOR_KINDS

#: A sentence, the words of the mention, its name, kind, country and code.
FOUND = (
    ("Harlow mayor Jane Firth met nurses.", "Harlow mayor Jane Firth", "Jane Firth", "person", None, "GOV"),
    ("He met French President Anne Duval.", "French President Anne Duval", "Anne Duval", "person", "FR", "FRAGOV"),
    ("Then the head of the Hamas political bureau Omar Saleh left.",
     "the head of the Hamas political bureau Omar Saleh",
     "Omar Saleh", "person", "PS", "PSEREBHMS"),
    ("Israeli officials left.", "Israeli officials", "Israeli officials", "group", "IL", "ISRGOV"),
    ("The families of the hostages marched.", "The families of the hostages",
     "families of the hostages", "group", None, None),
    ("Hundreds of dock workers marched.", "Hundreds of dock workers", "Hundreds of dock workers", "group", None, "LAB"),
    ("The war cabinet will meet.", "The war cabinet", "war cabinet", "organisation", None, "GOV"),
    ("A Tunisian court freed her.", "A Tunisian court", "Tunisian court", "organisation", "TN", "TUNJUD"),
    ("Yesterday Israel closed the road.", "Israel", "Israel", "country", "IL", "ISR"),
    ("Then the White House denied it.", "White House", "White House", "organisation", "US", "USAGOV"),
    ("Then the Kremlin denied it.", "Kremlin", "Kremlin", "organisation", "RU", "RUSGOV"),
    ("Sources close to the bank said so.", "Sources", "Sources", "unnamed", None, None),
    ("Shares of Acme Widgets Inc. fell.", "Acme Widgets Inc.", "Acme Widgets Inc.", "organisation", None, None),
    ("Talks with the Ministry of Rural Affairs began.", "Ministry of Rural Affairs", "Ministry of Rural Affairs",
     "organisation", None, None),
    ("He met Bashar al-Assad there.", "Bashar al-Assad", "Bashar al-Assad", "person", "SY", "SYRGOV"),
    ("He met Kim Jong-un there.", "Kim Jong-un", "Kim Jong-un", "person", "KP", "PRKGOV"),
    ("He met President Xi Jinping there.", "President Xi Jinping", "Xi Jinping", "person", "CN", "CHNGOV"),
    ("He met Anna van der Berg there.", "Anna van der Berg", "Anna van der Berg", "person", None, None),
    ("He met José Luis García Pérez there.", "José Luis García Pérez", "José Luis García Pérez", "person", None, None),
    ("He met Yitzhak Ben-Ami there.", "Yitzhak Ben-Ami", "Yitzhak Ben-Ami", "person", None, None),
    ("He met Michael O'Hara there.", "Michael O'Hara", "Michael O'Hara", "person", None, None),
    ("He thanked Mr Vance for it.", "Mr Vance", "Vance", "person", None, None),
    ("He told the UK-based newspaper.", "the UK-based newspaper", "UK-based newspaper", "organisation", "GB", "GBRMED"),
    ("South Korea urged calm.", "South Korea", "South Korea", "country", "KR", "KOR"),
    ("US officials left.", "US officials", "US officials", "group", "US", "USAGOV"),
    ("Norway-Chile talks failed.", "Norway", "Norway", "country", "NO", "NOR"),
    ("Talks between Oslo and the miners failed.", "Oslo", "Norway", "country", "NO", "NORGOV"),
    ("On Monday Palestinians left.", "Palestinians", "Palestinians", "group", "PS", "PSE"),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "name", "kind", "country", "code"), FOUND, ids=[row[1] for row in FOUND])
def test_an_actor_is_found_with_title_name_kind_and_code(
    read: Callable, sentence: str, words: str, name: str, kind: str, country: str | None, code: str | None
) -> None:
    """Persons, organisations, groups, roles, countries and unnamed sources have their words, name, kind and code."""
    mention = read(sentence).mention(words)
    assert (name, kind, country, code) == (mention.name, mention.kind, mention.country, mention.code)


#: Sentences, and words that are no actors in them.
NOT_FOUND = (
    ("Yesterday it rained.", "Yesterday"),
    ("Meanwhile the rain stopped.", "Meanwhile"),
    ("Earlier on Tuesday it rained.", "Tuesday"),
    ("Officials hope to head home.", "head"),
    ("The storm forces people to leave.", "forces"),
    ("It was a private road.", "private"),
    ("They plan military action.", "military"),
    ("The World Cup begins in June.", "World Cup"),
    ("Heavy rain fell.", "Heavy"),
)


@pytest.mark.parametrize(("sentence", "words"), NOT_FOUND, ids=[row[1] for row in NOT_FOUND])
def test_what_is_no_actor_is_not_taken_for_one(read: Callable, sentence: str, words: str) -> None:
    """Openers, days, verbs, adjectives and events are no actors."""
    assert words not in read(sentence).texts


def test_a_title_and_its_affiliation_are_kept(read: Callable) -> None:
    """The words of a title stand as they do in the text, and the name lies inside the mention."""
    reading = read("Then Northgate Rail chief executive Ruth Vey resigned.")
    mention = reading.mention("Northgate Rail chief executive Ruth Vey")
    assert mention.title == "Northgate Rail chief executive"
    assert mention.affiliation == "Northgate Rail"
    assert reading.tokens.text[mention.head_start : mention.head_end] == "Ruth Vey"


def test_an_outlet_is_marked(read: Callable) -> None:
    """A news outlet is an organisation that is known as one."""
    assert read("Firth told Haaretz that it was over.").mention("Haaretz").outlet


def test_curly_apostrophes_are_straight_ones(read: Callable) -> None:
    """Clitics are no names, and a genitive leaves its owner whole."""
    straight = read("Firth's son said he'll meet Obama's aides. They're late.").texts
    assert straight == [
        text.replace("’", "'") for text in read("Firth’s son said he’ll meet Obama’s aides. They’re late.").texts
    ]


def test_a_headline_in_title_case_names_whom_the_text_names(read: Callable) -> None:
    """Capitals of a headline say nothing: "Firth" counts because the text writes it so, "Strike" does not."""
    reading = read("Firth Ends Dock Strike After Nine Days\nThe strike is over, Jane Firth told workers.")
    assert "Firth" in reading.texts
    assert "Strike" not in " ".join(text for text in reading.texts if text[0].isupper())


_WORDS = st.sampled_from(
    [
        "Israel",
        "Israeli",
        "officials",
        "the",
        "a",
        "mayor",
        "of",
        "Jane",
        "Firth",
        ",",
        ".",
        "said",
        "and",
        "president",
        "Kirby",
        "al-Assad",
        "UN",
        "in",
        "In-Depth",
        "The",
        "WASHINGTON",
        "Super",
        "Tuesday",
        "R-Fla.",
        "Rue",
        "Victor",
        "iPhone",
        "Gaza",
        "Washington",
        '"',
        "he",
        "they",
        "workers",
        "hundreds",
        "Acme",
        "Inc.",
        "—",
        "(",
        "EADS",
        ")",
        "of-the",
        "O'Hara",
        "'s",
        "Ministry",
        "Defence",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=40).map(" ".join))
def test_spans_quote_the_text_and_never_overlap(text: str) -> None:
    """For any text: mentions stand in order, never overlap, quote it, and have a known kind."""
    tokens = split(text)
    mentions, places = find(tokens, actor_lexicon())
    end = 0
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        assert mention.start <= mention.head_start < mention.head_end <= mention.end
        assert mention.kind in ACTOR_KINDS
        end = mention.end
    for place in places:
        assert text[place.start : place.end] == place.text


@settings(max_examples=100, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=40).map(" ".join))
def test_resolving_is_idempotent(text: str) -> None:
    """Resolved mentions resolve to themselves, and every key that a mention has is that of an actor."""
    tokens = split(text)
    found, _ = find(tokens, actor_lexicon())
    once, actors = resolve(tokens, found, actor_lexicon())
    keys = {actor.key for actor in actors}
    assert {mention.key for mention in once if mention.key is not None} == keys
    twice, _ = resolve(tokens, once, actor_lexicon())
    assert once == twice


def test_names_across_a_line_break_are_names() -> None:
    """In a hard-wrapped text, or with hard spaces, the name is on one line; its quote is as it stands."""
    text = (
        "A spokesman for the ministry in Santiago said that the leaders of the European\n"
        "Union and the head of the dock workers' union, Ada\u00a0Holt, would meet in New\n"
        "York on Friday to discuss the harbour of Kelmouth and its long dispute with\n"
        "the port authority, whose chief has been in the city since early last week.\n"
    )
    reading = parse(text, published="2026-03-05")
    names = {actor.name for actor in reading.actors}
    assert {"leaders of the European Union", "Ada Holt"} <= names
    said = [who for mention in reading.mentions for who in (*mention.actors, *mention.recipients)]
    assert not [name for name in names | {who.name for who in said} if "\n" in name or "\u00a0" in name]
    assert not [mention.title for mention in reading.mentions if "\n" in mention.title or "\u00a0" in mention.title]
    assert all(text[who.start : who.end] == who.text for who in said)
