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

TESTS = Path(__file__).parents[2]
LONGEST = 130
LONGEST_NAME = 14
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
GLUE = frozenset(("s", "says", "say", "reportedly", "planned", "called", "for", "possible", "denied", "the", "that"))


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
    for path in sorted((TESTS / "events" / "factuality").glob("factuality_*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows += csv.DictReader(lines)
    with (TESTS / "events" / "titles" / "title_sentences.csv").open(encoding="utf-8", newline="") as lines:
        own = {row["sentence"] for row in csv.DictReader(lines)}
    for sentence in sorted(own):
        found += [(sentence, one) for one in parse(sentence, published="2026-03-05").mentions]
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
    """A title is one line of at most 130 characters, and never empty."""
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


def _is_in_order(part: list[str], whole: list[str]) -> bool:
    """Whether words stand in a text in this order, whatever stands between them."""
    rest = iter(whole)
    return all(word in rest for word in part)


def test_words_stand_in_the_order_of_the_text() -> None:
    """Behind a name that stands for a pronoun, and but for "X says ..." and "X’s ...", lines only leave words out."""
    stray = []
    for text, mention in told():
        title = re.sub(r"^(Planned|Called for|Possible|Denied|Reportedly): ", "", mention.title)
        if mention.type == "STATEMENT" or ": “" in title or "’s " in title:
            continue
        said, known = words(title), words(text)
        if not any(_is_in_order(said[first:], known) for first in range(min(len(said), LONGEST_NAME) + 1)):
            stray.append(mention.title)
    assert not stray, "\n".join(stray)


def test_no_number_loses_what_bounds_it() -> None:
    """ "More than 30" never becomes "30"."""
    bound = re.compile(r"\b(about|almost|around|at least|at most|fewer than|less than|more than|nearly|up to) $")
    cut = []
    for text, mention in told():
        if mention.title[:1].isdigit():
            places = [place.start() for place in re.finditer(re.escape(mention.title[:12]), text)]
            if places and all(bound.search(text[:place].lower()) for place in places):
                cut.append(mention.title)
    assert not cut, "\n".join(cut)


def test_no_line_begins_with_a_relative_pronoun() -> None:
    """Nor with the object form of a pronoun: somebody must be the subject."""
    for text, mention in told():
        asked = f"{mention.title.rstrip('?')}?" in text  # "Who killed the clerk?"
        assert asked or words(mention.title)[0] not in {"who", "whom", "whose", "me", "him", "them"}, mention.title


def test_what_is_quoted_has_its_speaker() -> None:
    """A line that begins with "I" or "we" in a quotation of somebody known is told as what that one says."""
    alone = [
        mention.title
        for _, mention in told()
        if words(mention.title)[0] in {"i", "we"}
        and ": “" not in mention.title
        and mention.attribution.source is not None
        and mention.attribution.source.key
        and len(mention.title) < LONGEST // 2
    ]
    assert len(alone) <= 0.01 * len(told()), "\n".join(alone)


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
