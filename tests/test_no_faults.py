"""Articles shuffled from every sentence of our own, whole and damaged: reading them never fails, and all spans quote.

The sentences are those of the test tables, the corpus and the examples of the rules; each article is a seeded draw of
them, some cut short, glued together, put in capitals or robbed of their marks. A small draw runs always, a large one
with ``-m long``.
"""

from __future__ import annotations

import csv
import random
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from timeline.pipeline import parse
from timeline.text import split
from timeline.values.events import Extraction

HERE = Path(__file__).parent
SENTENCES_EACH = 12
DAMAGED = 0.3  # share of sentences that are not left whole
FEWEST_WORDS = 3
PUBLISHED = (None, "2026-03-05", "2024-02-29", "1999-12-31")


@cache
def sentences() -> tuple[str, ...]:
    """Every sentence of our own that the tests and rules hold, each once."""
    found: dict[str, None] = {}
    for path in sorted(HERE.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                found.update((value, None) for name in ("sentence", "text") if (value := row.get(name)))
    for path in sorted(HERE.rglob("*.toml")):
        found.update(dict.fromkeys(strings(tomllib.loads(path.read_text(encoding="utf-8")))))
    for entry in sorted(files("timeline.lexicons").joinpath("en").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            found.update(dict.fromkeys(strings(tomllib.loads(entry.read_text(encoding="utf-8")))))
    for path in sorted(HERE.glob("corpus/**/*.txt")):
        text = path.read_text(encoding="utf-8")
        found.update((text[one.start : one.end], None) for one in split(text).sentences)
    return tuple(sentence for sentence in found if len(sentence.split()) >= FEWEST_WORDS)


def strings(value: Any) -> Iterator[str]:
    """All strings inside a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def damaged(sentence: str, draw: random.Random) -> str:
    """The sentence as a careless paste, a headline writer or a broken scraper leaves it."""
    words = sentence.split()
    cut = draw.randrange(1, len(words) + 1)
    return draw.choice(
        (
            " ".join(words[:cut]),
            " ".join(words[cut - 1 :]),
            sentence.upper(),
            sentence.lower(),
            sentence.title(),
            sentence.rstrip(".!?") + draw.choice(("", ",", " -", "…", ":", '"')),
            " ".join((*words[:cut], draw.choice(("who", "to", "and", "—", '"', "of", "that", "’s")), *words[cut:])),
            " ".join(words[:cut] + draw.choice(sentences()).split()[cut:]),
            sentence.replace(",", ""),
            sentence.replace(" ", "\n", 1),
        )
    )


def shuffled(seed: int) -> str:
    """One article."""
    draw = random.Random(seed)
    parts = [draw.choice(sentences()) for _ in range(SENTENCES_EACH)]
    parts = [damaged(part, draw) if draw.random() < DAMAGED else part for part in parts]
    return "".join(part + draw.choice((" ", " ", " ", "\n", "\n\n", "")) for part in parts)


def faults(reading: Extraction) -> list[str]:
    """What an extraction says of itself that does not hold."""
    text, found = reading.text, []
    quoting: list[Any] = list(reading.timexes)
    for mention in reading.mentions:
        quoting += [mention, *mention.actors, *mention.recipients, *mention.places, *mention.counts]
        if mention.title != mention.title.strip() or "\n" in mention.title:
            found.append(f"title {mention.title!r}")
        if not all(0 <= span.start < span.end <= len(text) for span in (*mention.evidence, *mention.about)):
            found.append(f"evidence of {mention.text!r}")
    found += [f"{one.text!r}" for one in quoting if text[one.start : one.end] != one.text]
    for quotation in reading.quotations:
        spans = (*quotation.content_spans, *quotation.source_spans, *quotation.cue_spans)
        found += [f"quotation {span}" for span in spans if not 0 <= span.start < span.end <= len(text)]
    return found


def read_all(seeds: range) -> dict[int, str]:
    """The seeds whose articles are read with a fault, with the fault."""
    wrong = {}
    for seed in seeds:
        text = shuffled(seed)
        try:
            said = faults(parse(text, published=PUBLISHED[seed % len(PUBLISHED)]))
        except Exception as error:  # whatever it is, it is what is looked for
            said = [repr(error)]
        if said:
            wrong[seed] = "; ".join(said[:3])
    return wrong


def test_there_is_much_to_shuffle() -> None:
    """The draw is from thousands of sentences."""
    assert len(sentences()) > 4000


def test_shuffled_articles_are_read_without_a_fault() -> None:
    """A small draw."""
    assert read_all(range(300)) == {}


@pytest.mark.long
def test_many_shuffled_articles_are_read_without_a_fault() -> None:
    """A large draw."""
    assert read_all(range(300, 20_000)) == {}
