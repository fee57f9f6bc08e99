"""The shape of every title over all sample texts: the demo, the corpus, the messy inputs and sentences of our own."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from timeline import parse
from timeline.pipeline import parse_article
from timeline.reading.files import read
from timeline.values.article import Article
from timeline.values.events import Mention

TESTS = Path(__file__).parents[1]
LONGEST = 120
SAMPLE = 150
SEED = 20260304
#: Words on which no line ends, unless the text ends there.
DANGLING = frozenset(
    (
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "nor",
        "of",
        "at",
        "by",
        "for",
        "from",
        "with",
        "into",
        "onto",
        "upon",
        "that",
        "which",
        "who",
        "whose",
        "whom",
        "whether",
        "if",
        "because",
        "although",
        "while",
        "than",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "shall",
        "do",
        "does",
        "did",
        "not",
        "my",
        "your",
        "his",
        "her",
        "its",
        "our",
        "their",
        "to",
        "as",
        "this",
        "these",
        "those",
        "every",
    )
)
PRONOUNS = frozenset(("he", "she", "i", "him", "her", "who", "which", "whose"))
JOINTS = frozenset(("and", "or", "but", "nor", "because", "although", "which", "who", "whose", "whom", "than"))
GLUE = frozenset(("says", "say", "reportedly", "planned", "called", "for", "possible", "denied", "the"))


def articles() -> Iterator[Article]:
    """All sample articles."""
    demo = TESTS.parent / "timeline" / "demo" / "articles"
    folders = [demo, TESTS / "corpus", TESTS / "reading" / "messy"]
    files = [path for folder in folders for path in sorted(folder.rglob("*.*")) if path.suffix not in (".md", ".json")]
    for found in read(files):
        if isinstance(found, Article):
            yield found


@cache
def told() -> tuple[tuple[str, Mention], ...]:
    """Each mention of all samples with the text it stands in."""
    found = []
    for article in articles():
        extraction = parse_article(article)
        found += [(f"{article.title or ''}\n{article.text}", one) for one in extraction.mentions]
    rows: list[dict[str, str]] = []
    for path in sorted((TESTS / "events").glob("factuality_*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows += csv.DictReader(lines)
    for row in random.Random(SEED).sample(rows, SAMPLE):
        found += [(row["sentence"], one) for one in parse(row["sentence"], published="2026-03-04").mentions]
    return tuple(found)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def test_there_are_titles_of_every_kind() -> None:
    """The samples hold titles enough to speak of all."""
    assert len(told()) > 900
    assert len({mention.type for _, mention in told()}) > 25


def test_no_title_runs_on() -> None:
    """A title is one line of at most 120 characters, and never empty."""
    for _, mention in told():
        assert mention.title.strip() == mention.title != ""
        assert "\n" not in mention.title
        assert len(mention.title) <= LONGEST, mention.title


def test_titles_begin_with_a_capital() -> None:
    """But for names like "iPod"."""
    for _, mention in told():
        first = mention.title.lstrip("“\"'‘«„([|*-– ")[:2]
        assert not first[:1].islower() or first[1:].isupper(), mention.title


def test_marks_come_in_pairs() -> None:
    """No quotation opens that does not close."""
    for _, mention in told():
        title = mention.title
        assert title.count("“") == title.count("”"), title
        assert title.count("«") == title.count("»"), title
        assert title.count('"') % 2 == 0, title


def test_all_words_are_the_texts_own() -> None:
    """Nothing is added but what says how sure it is, and the present of a verb of saying."""
    for text, mention in told():
        known = set(words(text))
        for actor in (*mention.actors, *mention.recipients):
            known.update(words(actor.name))
        if mention.attribution.source is not None:
            known.update(words(mention.attribution.source.name or ""))
        present = {form for word in known for form in (word[:-2], word[:-1], word[:-2] + "s", word[:-1] + "s")}
        stray = [word for word in words(mention.title) if word not in known and word not in GLUE]
        assert all(word in present or mention.type == "STATEMENT" for word in stray), (mention.title, stray)


@pytest.mark.parametrize(("what", "share"), [("end", 0.01), ("beginning", 0.01)])
def test_few_titles_are_fragments(what: str, share: float) -> None:
    """Hardly a title ends on a word that wants another, or begins with one that something must stand before."""
    faulty = [mention.title for text, mention in told() if _is_fragment(what, text, mention)]
    assert len(faulty) <= share * len(told()), "\n".join(faulty)


def _is_fragment(what: str, text: str, mention: Mention) -> bool:
    said = words(mention.title)
    if what == "end":
        cut = f"{said[-1]}" in DANGLING and mention.title[-1].isalpha()
        return cut and not re.search(rf"{re.escape(mention.title[-12:])}\s*[.!?”\"]", text)
    named = any(actor.key and actor.name.lower() not in PRONOUNS for actor in mention.actors)
    return said[0] in JOINTS or (named and said[0] in PRONOUNS and mention.title[0] not in '“"‘')
