"""Parsing is linear in the text, also in texts that nobody writes: four times the text takes at most ten times as long."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest

from timeline import actors, parse
from timeline.lexicons.actors import actor_lexicon
from timeline.text import split

SHORT, TIMES = 6_000, 4  # characters of the short text, and how often the long one holds it
AT_MOST = 10  # linear gives 4, quadratic 16
LEAST_SECONDS = 0.004  # what takes less is measured as this

HOSTILE = {
    "no stop anywhere": "Police arrested two men ",
    "one stop a clause": "Police arrested him; ",
    "letters without a space": "a",
    "digits without a space": "1",
    "numbers": "1 ",
    "quotation marks": '" ',
    "opening marks": "“No ",
    "closing marks": "a” ",
    "apostrophes": "'",
    "quotations": '"No," he said ',
    "curly quotations": "“No one was killed,” said Jane Firth. ",
    "telling of telling": "said ",
    "clauses in clauses": "he said that ",
    "told about tellers": "told Firth that ",
    "verbs alone": "killed ",
    "nouns alone": "attack ",
    "phrases alone": "after the attack ",
    "nouns and prepositions": "a strike against the vote ",
    "infinitives": "to kill ",
    "relative clauses": "who killed ",
    "triggers of two words": "called for ",
    "pronouns": "he ",
    "plural pronouns": "they killed him ",
    "one name": "Jane Firth ",
    "a list of names": "Jane Firth, Omar Bey and ",
    "initials": "A. B. ",
    "capitals": "ABC ",
    "offices": "Prime Minister ",
    "bodies without a name": "the company ",
    "bodies with one": "the company hired Brix Inc. and ",
    "kinds of bodies": "the council told the university ",
    "descriptions": "the 34-year-old ",
    "places": "in Paris ",
    "dates": "on Tuesday ",
    "full dates": "March 3, 2024, ",
    "distances": "two days ago ",
    "counts": "two men were killed and 3 injured, ",
    "stops": ". ",
    "words with stops": "a. ",
    "brackets": "(",
    "hyphens": "a-",
    "lines": "Police arrested a man\n",
    "paragraphs": "He left.\n\n",
    "blank lines": "\n",
}


def seconds(text: str) -> float:
    """CPU seconds of one parse; the better of two."""
    taken = []
    for _ in range(2):
        started = time.process_time()
        parse(text, published="2026-03-05")
        taken.append(time.process_time() - started)
    return max(min(taken), LEAST_SECONDS)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    """Repeating a piece four times as often takes at most ten times as long."""
    short = (piece * (SHORT // len(piece) + 1))[:SHORT]
    long = (piece * (TIMES * SHORT // len(piece) + 1))[: TIMES * SHORT]
    parse(short[:200])
    gc.disable()  # a collection counts against the text that happens to meet it
    try:
        assert seconds(long) <= AT_MOST * seconds(short)
    finally:
        gc.enable()


def name(number: int) -> str:
    """A made-up name of two words, another one for each number."""
    syllables = [consonant + vowel for consonant in "bdfgklmnprst" for vowel in "aeiou"]
    first, rest = divmod(number * 7919, len(syllables))
    second, third = divmod(rest * 31 + first, len(syllables))
    parts = [syllables[index % len(syllables)] for index in (first, rest, second, third)]
    return f"{''.join(parts[:2]).title()}{number % 10 * 'n'} {''.join(parts[2:]).title()}rr"


@pytest.mark.parametrize(
    "sentence",
    [
        "{} met {}. ",
        "Mayor {} said that the mayor and {} would go. ",
        "{}, the mayor of {}, resigned. The mayor said no. ",
        "“We will not sell to {},” {} said. “Not now.” ",
        "{} Corp. bought {} Ltd. The company said it would close. ",
    ],
)
def test_ever_new_names_cost_no_more_than_known_ones(sentence: str) -> None:
    """Four times as many people and firms take at most ten times as long."""
    short, long = (
        "".join(sentence.format(name(number), name(number + 1)) for number in range(count)) for count in (150, 600)
    )
    parse(short[:200])
    gc.disable()
    try:
        assert seconds(long) <= AT_MOST * seconds(short)
    finally:
        gc.enable()


#: Where an article's people, bodies and offices are looked up: each takes new names for {}, their initials for {short}.
LOOKED_UP = {
    "names with initials in brackets": "{} Rail Corp. ({short}) hired {}. {short} said it would go. ",
    "bodies with initials in brackets": "The {} Mining Union ({short}) met {} in Harlow. ",
    "titles": "Mayor {} met Prime Minister {} and General Firth. The general left. The mayor spoke. ",
    "pronouns": "{} met {}. He said she knew him. They left her with them. It was his. ",
    "last names": "{} met {}. {last} told her no. ",
    "one last name": "{first} Firth met {}. Firth said that {} had left Firth. ",
    "descriptions": "{}, a doctor of {}, said so. The doctor left. ",
    "bodies": "{} Corp. sued {} Ltd. The firm said the company would pay. ",
}
FEW, LOOKUPS_AT_MOST = 200, 2.5  # sentences of the short text; how much dearer one may be in the long one


def introduced(sentence: str, count: int) -> str:
    """A text of so many sentences, each with names of its own, four to a paragraph."""
    written = []
    for number in range(count):
        one, other = name(number), name(number + 1)
        first, last = one.split()
        short = f"{first[0]}{last[0]}{first[1:3]}{last[1:3]}".upper()
        written.append(sentence.format(one, other, short=short, first=first, last=last))
        if number % 4 == 3:
            written.append("\n\n")
    return "".join(written)


def seconds_for_actors(text: str) -> float:
    """CPU seconds of finding the actors of a text and of making out who is who; the better of two."""
    tokens, lexicon = split(text), actor_lexicon()
    taken = []
    for _ in range(2):
        started = time.process_time()
        mentions, _ = actors.find(tokens, lexicon)
        actors.resolve(tokens, mentions, lexicon)
        taken.append(time.process_time() - started)
    return min(taken)


@pytest.mark.parametrize("sentence", LOOKED_UP.values(), ids=LOOKED_UP.keys())
@pytest.mark.parametrize("times", [6, pytest.param(60, marks=pytest.mark.long)])
def test_who_is_who_costs_no_more_where_many_are_known(sentence: str, times: int) -> None:
    """A sentence of new names costs at most two and a half times as much behind thousands of others as behind few.

    Only the actors are timed: what a look-up among all names so far adds is little beside the whole of reading, and
    shows in 12,000 sentences where a scan of one name takes twenty nanoseconds.
    """
    seconds_for_actors(introduced(sentence, 20))
    short, long = introduced(sentence, FEW), introduced(sentence, times * FEW)
    gc.disable()
    try:
        assert seconds_for_actors(long) <= LOOKUPS_AT_MOST * times * seconds_for_actors(short)
    finally:
        gc.enable()


@pytest.mark.long
def test_a_text_of_millions_costs_a_character_what_a_short_one_does() -> None:
    """Three million characters of news of our own take, a character, at most a quarter more than sixty thousand.

    What looks back over the whole text for some of its words shows here first: on short texts it costs next to nothing.
    """
    samples = sorted((Path(__file__).parent / "corpus").glob("*/article.txt"))
    article = "\n\n".join(path.read_text(encoding="utf-8") for path in samples)
    short, long = (article * (length // len(article) + 1) for length in (60_000, 3_000_000))
    gc.disable()
    try:
        assert seconds(long) / len(long) <= 1.25 * seconds(short) / len(short)
    finally:
        gc.enable()
