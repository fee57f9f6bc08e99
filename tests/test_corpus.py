"""Ten articles of our own, read as pasted: what an analyst wants is found, and nothing stands on furniture.

The tables are ``tests/corpus/*/expected.json``; ``tests/corpus/README.md`` says how they are read. What must hold of
each article is a test of its own; what is found is counted over all of them, against floors that fall only on purpose.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from timeline.pipeline import parse
from timeline.reading import plaintext
from timeline.values.events import Extraction, Mention

CORPUS = Path(__file__).parent / "corpus"
ARTICLES = sorted(path.parent.name for path in CORPUS.glob("*/expected.json"))

#: Shares over all articles that were reached; raise them when more is.
FLOORS = {"core": 0.95, "found": 0.95, "type": 0.97, "factuality": 0.965, "date": 0.98, "actors": 0.9}


@cache
def expected(name: str) -> dict[str, Any]:
    """The table of one article."""
    table: dict[str, Any] = json.loads((CORPUS / name / "expected.json").read_text(encoding="utf-8"))
    return table


@cache
def extraction(name: str) -> Extraction:
    """The article as read from its raw text, with the day of publication that the table states."""
    text = (CORPUS / name / "article.txt").read_text(encoding="utf-8")
    layout = plaintext.lay_out(text)
    return parse(text, published=expected(name)["published"], blocks=layout.blocks, title=layout.title)


def spans(reading: Extraction) -> Iterator[tuple[int, int, str | None]]:
    """Every span of an extraction, with the words it claims to quote where it holds them."""
    for timex in reading.timexes:
        yield timex.start, timex.end, timex.text
    for mention in reading.mentions:
        yield mention.start, mention.end, mention.text
        for part in (*mention.actors, *mention.recipients, *mention.places, *mention.counts):
            yield part.start, part.end, part.text
        for span in (*mention.evidence, *mention.about):
            yield span.start, span.end, None
    for quotation in reading.quotations:
        for span in (*quotation.content_spans, *quotation.source_spans, *quotation.cue_spans):
            yield span.start, span.end, None
    for actor in reading.actors:
        for span in actor.mentions:
            yield span.start, span.end, None


@pytest.mark.parametrize("name", ARTICLES)
def test_every_span_quotes_its_text(name: str) -> None:
    """Whatever is found stands where it says."""
    reading = extraction(name)
    wrong = [(a, b, said) for a, b, said in spans(reading) if said is not None and reading.text[a:b] != said]
    assert [] == wrong
    assert all(0 <= a < b <= len(reading.text) for a, b, _ in spans(reading))


@pytest.mark.parametrize("name", ARTICLES)
def test_nothing_touches_furniture(name: str) -> None:
    """No event, quotation or actor stands on what is not the article."""
    reading = extraction(name)
    touched = []
    for furniture in expected(name)["furniture"]:
        start = reading.text.find(furniture)
        while start >= 0:
            end = start + len(furniture)
            touched += [reading.text[a:b] for a, b, _ in spans(reading) if a < end and start < b]
            start = reading.text.find(furniture, end)
    assert [] == touched


@pytest.mark.parametrize("name", ARTICLES)
def test_the_head_is_told_apart(name: str) -> None:
    """Title, deck, authors and the day of publication are read from the pasted text."""
    layout = plaintext.lay_out((CORPUS / name / "article.txt").read_text(encoding="utf-8"))
    table = expected(name)
    assert (table["title"], table["subtitle"], tuple(table["authors"])) == (
        layout.title,
        layout.subtitle,
        layout.authors,
    )
    # A dateline without a year ("AUCKEM, Oct 19") does not say when; everything else must.
    assert layout.published.on is None or str(layout.published.on) == table["published"]


def matches(name: str) -> Iterator[tuple[dict[str, Any], Mention | None]]:
    """Each expected event with the mention that overlaps its trigger, the better typed first."""
    reading = extraction(name)
    for event in expected(name)["events"]:
        at = reading.text.index(event["sentence"])
        start = reading.text.index(event["trigger"], at)
        end = start + len(event["trigger"])
        hits = [mention for mention in reading.mentions if mention.start < end and start < mention.end]
        yield event, max(hits, key=lambda mention: mention.type in event["type"], default=None)


def day_is_right(event: dict[str, Any], mention: Mention) -> bool:
    """Whether the mention's days are the expected ones, or others that a careful reader accepts."""
    if mention.date is None:
        return event["date"] is None or None in event.get("also", [])
    said = (str(mention.date.first_day or None), str(mention.date.last_day or None))
    wanted = [event["date"], *event.get("also", [])]
    return said in [(str(days["first"]), str(days["last"])) for days in wanted if days]


def names(mention: Mention, wanted: str) -> bool:
    """Whether somebody in the mention goes by this name, or by one that it ends or begins."""
    told = [
        said.lower().removeprefix("the ")
        for who in (*mention.actors, *mention.recipients, *filter(None, [mention.attribution.source]))
        for said in (who.name, who.text)
    ]
    name = wanted.lower()
    return any(said == name or name.endswith(f" {said}") or said.endswith(f" {name}") or name in said for said in told)


def test_what_an_analyst_wants_is_found() -> None:
    """Over all articles, shares found and right lie at or over their floors."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for name in ARTICLES:
        for event, mention in matches(name):
            of["found"] += 1
            of["core"] += event["salience"] == "core"
            if mention is None:
                continue
            right["found"] += 1
            right["core"] += event["salience"] == "core"
            of["type"] += 1
            right["type"] += mention.type in event["type"]
            of["factuality"] += 1
            right["factuality"] += mention.factuality in event["factuality"]
            of["date"] += 1
            right["date"] += day_is_right(event, mention)
            for wanted in (*event["actors"], *event.get("recipients", ())):
                of["actors"] += 1
                right["actors"] += names(mention, wanted)
    reached = {measure: round(right[measure] / of[measure], 3) for measure in FLOORS}
    assert {} == {measure: share for measure, share in reached.items() if share < FLOORS[measure]}


def report() -> None:
    """Print what differs from the tables: ``python -c "from tests.test_corpus import report; report()"``."""
    for name in ARTICLES:
        for event, mention in matches(name):
            if mention is None:
                print(f"{name}: NOT FOUND {event['trigger']!r} in {event['sentence']!r} ({event['salience']})")
                continue
            faults = []
            if mention.type not in event["type"]:
                faults.append(f"type {mention.type} for {event['type']}")
            if mention.factuality not in event["factuality"]:
                faults.append(f"factuality {mention.factuality} for {event['factuality']}")
            if not day_is_right(event, mention):
                said = mention.date.edtf if mention.date else None
                faults.append(f"date {said} ({mention.date_link.rule}) for {event['date']}")
            missing = [who for who in (*event["actors"], *event.get("recipients", ())) if not names(mention, who)]
            if missing:
                told = [who.name for who in (*mention.actors, *mention.recipients)]
                faults.append(f"actors {told} without {missing}")
            if faults:
                print(f"{name}: {event['trigger']!r} in {event['sentence']!r}: {'; '.join(faults)}")
