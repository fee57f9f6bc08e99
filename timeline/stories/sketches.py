"""What is compared of an article: its ``ArticleSketch``, small enough to be kept beside it.

In come title, text, day and names, out go counted terms and sampled shingles. Which articles make a story is decided in
``clustering``, which are copies in ``duplicates``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from timeline.stories.similarity import (
    bigrams,
    capitalised_names,
    counted,
    plain_title,
    plain_words,
    sample,
    shingles,
    terms,
)

#: Words after the title that count as the lead.
LEAD_WORDS = 150

#: Items of one feature that a sketch keeps.
MOST_TERMS, MOST_NAMES, MOST_BIGRAMS = 400, 40, 120

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSketch:
    """What is compared of an article; made once, kept beside it, read back by ``from_record``.

    Attributes:
        key: Of the article.
        published_on: Local day of publication, None when unknown.
        title, lead, whole, bigrams, names: Counted terms of the title, of the title (twice) with the first words,
            of all, pairs of neighbouring terms in the lead, and names in the whole.
        shingle_level, shingles: See ``similarity.sample``.
    """

    key: str
    published_on: date | None = None
    title: Counts = ()
    lead: Counts = ()
    whole: Counts = ()
    bigrams: Counts = ()
    names: Counts = ()
    shingle_level: int = 0
    shingles: tuple[int, ...] = ()

    def as_record(self) -> dict[str, Any]:
        """The sketch as JSON takes it."""
        record: dict[str, Any] = {
            "key": self.key,
            "published_on": str(self.published_on) if self.published_on else None,
        }
        for name in COUNTED:
            record[name] = dict(getattr(self, name))
        return record | {"shingle_level": self.shingle_level, "shingles": list(self.shingles)}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> ArticleSketch:
        """The sketch that ``as_record`` wrote."""
        day = record["published_on"]
        return cls(
            key=record["key"],
            published_on=date.fromisoformat(day) if day else None,
            shingle_level=record["shingle_level"],
            shingles=tuple(record["shingles"]),
            **{name: tuple(record[name].items()) for name in COUNTED},
        )

    @property
    def empty(self) -> bool:
        """Whether there is nothing to compare."""
        return not self.whole


COUNTED = tuple(field.name for field in fields(ArticleSketch) if field.type == "Counts")


def sketch(
    key: str, title: str | None, text: str, published_on: date | None, names: Iterable[str] = ()
) -> ArticleSketch:
    """What is compared of an article.

    Args:
        key: Of the article.
        title: Its title; when the text begins with it, it is read once.
        text: The whole text.
        published_on: Local day of publication, None when unknown.
        names: Canonical names of its actors, where they are known; capitalised runs are read as well.
    """
    headline = plain_title(title or "")
    body = text.removeprefix(title) if title else text
    title_words, body_words = plain_words(headline), plain_words(body)
    title_terms, body_terms = terms(title_words), terms(body_words)
    lead_terms = terms(body_words[:LEAD_WORDS])
    found_names = [*capitalised_names(body), *(name.lower() for name in names)]
    if not body_terms:
        found_names += capitalised_names(f"a {headline}")
    level, sampled = sample(shingles(body_words or title_words))
    return ArticleSketch(
        key=key,
        published_on=published_on,
        title=counted(title_terms, MOST_TERMS),
        lead=counted(title_terms * 2 + lead_terms, MOST_TERMS),
        whole=counted(title_terms * 2 + body_terms, MOST_TERMS),
        bigrams=counted(bigrams(title_terms) + bigrams(lead_terms), MOST_BIGRAMS),
        names=counted(found_names, MOST_NAMES),
        shingle_level=level,
        shingles=sampled,
    )
