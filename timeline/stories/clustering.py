"""Articles to stories, one at a time and for good.

In come sketches (what is compared of an article, small enough to be kept) in order of arrival, and the stories that
earlier articles have already; out goes the story of each article. An article joins the story to whose members it is
likeliest to belong, or opens one; two stories that prove to be one become one, and the older keeps its key. Which of
an article's mentions are one event is decided in ``merging``, what a story is called in ``naming``.

Source: one pass over an inverted index with a logistic mix of similarities, after Miranda et al. 2018 and Linger &
Hajaiej 2020.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from math import log
from typing import Any

from timeline.lexicons.weights import PairWeights, StoryWeights, logistic, story_weights, term_shares
from timeline.stories.similarity import (
    bigrams,
    capitalised_names,
    cosine,
    counted,
    digest,
    numbers,
    plain_title,
    plain_words,
    sample,
    shingles,
    terms,
    weighted,
)

#: Words after the title that count as the lead.
LEAD_WORDS = 150

#: Items of one feature that a sketch keeps.
MOST_TERMS, MOST_NAMES, MOST_NUMBERS, MOST_BIGRAMS = 400, 60, 40, 120

#: Heaviest terms and names that look up candidates, and candidates that are compared.
HEAVY_TERMS, HEAVY_NAMES, MOST_CANDIDATES = 14, 8, 30

#: Longest list of articles behind one term; of a longer one the newest are read.
LONGEST_POSTING = 400

#: Members of a story that an article is compared with.
MOST_MEMBERS = 8

#: Weight of the general language in the rarity of a term, as so many articles.
BACKGROUND_ARTICLES = 200

#: Share of articles assumed for a term that the general table does not know.
RARE_SHARE = 0.001

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSketch:
    """What is compared of an article; made once, kept beside it, read back by ``from_record``.

    Attributes:
        key: Of the article.
        published_on: Local day of publication, None when unknown.
        title, lead, whole, bigrams, names, numbers: Counted terms of the title, of the title (twice) with the first
            words, of all, pairs of neighbouring terms in the lead, names and numbers in the whole.
        shingle_level, shingles: See ``similarity.sample``.
    """

    key: str
    published_on: date | None = None
    title: Counts = ()
    lead: Counts = ()
    whole: Counts = ()
    bigrams: Counts = ()
    names: Counts = ()
    numbers: Counts = ()
    shingle_level: int = 0
    shingles: tuple[int, ...] = ()

    def as_record(self) -> dict[str, Any]:
        """The sketch as JSON takes it."""
        record: dict[str, Any] = {
            "key": self.key,
            "published_on": str(self.published_on) if self.published_on else None,
        }
        for name in _COUNTED:
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
            **{name: tuple(record[name].items()) for name in _COUNTED},
        )

    @property
    def empty(self) -> bool:
        """Whether there is nothing to compare."""
        return not self.whole


_COUNTED = tuple(field.name for field in fields(ArticleSketch) if field.type == "Counts")


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
        numbers=counted(numbers(f"{headline}\n{body}"), MOST_NUMBERS),
        shingle_level=level,
        shingles=sampled,
    )


def cluster(
    sketches: Sequence[ArticleSketch],
    known: Mapping[str, str],
    copies: Mapping[str, str] | None = None,
    *,
    apart: Iterable[tuple[str, str]] = (),
    weights: StoryWeights | None = None,
) -> dict[str, str | None]:
    """The story of each article, in the order given; None for an article without words.

    A story's key is ``st_`` and a digest of its first article's key. Known articles keep their story, unless it turns
    out to be
    one with an older story: then all its articles move there (see ``redirects``).

    Args:
        sketches: In order of arrival, the known articles among them.
        known: Story of articles that were assigned before.
        copies: Original of each wire copy (``duplicates.find_copies``); a copy shares its original's story.
        apart: Pairs of story keys that must not become one.
        weights: Fitted constants; those of the package when None.
    """
    stream = StoryStream(weights or story_weights(), apart=apart)
    stream.learn(sketches)
    copies = copies or {}
    for one in sketches:
        stream.add(one, known.get(one.key), copies.get(one.key))
    return {one.key: stream.story_of(one.key) for one in sketches}


def redirects(before: Mapping[str, str], after: Mapping[str, str | None]) -> dict[str, str]:
    """Where the keys of stories that were merged away lead now: ``{"st_old": "st_kept"}``."""
    living = set(after.values())
    return {
        old: new
        for article, old in before.items()
        if (new := after.get(article)) is not None and new != old and old not in living
    }


def story_key(article_key: str) -> str:
    """The key of a story that begins with this article."""
    return f"st_{digest(article_key)}"


class StoryStream:
    """Stories in the making: articles go in by ``add``, in order of arrival, and ``story_of`` says where they are.

    It holds an inverted index from terms and names to articles, so that an article is compared with few others
    however many there are.
    """

    def __init__(self, weights: StoryWeights, *, apart: Iterable[tuple[str, str]] = ()) -> None:
        self._weights = weights
        self._rarity: dict[str, dict[str, float]] = {name: {} for name in _COUNTED}
        self._unseen: dict[str, float] = dict.fromkeys(_COUNTED, 1.0)
        self._vectors: dict[str, _Vectors] = {}
        self._postings: dict[str, list[str]] = defaultdict(list)
        self._members: dict[str, list[str]] = {}
        self._story: dict[str, str] = {}
        self._arrival: dict[str, int] = {}
        self._apart = {frozenset(pair) for pair in apart}

    def learn(self, sketches: Iterable[ArticleSketch]) -> None:
        """Take the rarity of terms from these articles, steadied by that in the general language."""
        shares = term_shares()
        seen: dict[str, Counter[str]] = {name: Counter() for name in _COUNTED}
        articles = 0
        for one in sketches:
            articles += 1
            for name in _COUNTED:
                seen[name].update(term for term, _ in getattr(one, name))
        total = articles + BACKGROUND_ARTICLES
        for name in _COUNTED:
            counts = seen[name]
            if name in ("title", "lead"):  # one language in all parts of an article
                counts = seen["whole"]
            self._rarity[name] = {
                term: log(total / (count + BACKGROUND_ARTICLES * shares.get(term, RARE_SHARE)))
                for term, count in counts.items()
            }
            self._unseen[name] = log(total / (1.0 + BACKGROUND_ARTICLES * RARE_SHARE))

    def add(self, one: ArticleSketch, known: str | None = None, original: str | None = None) -> str | None:
        """Put an article into its story and return the story's key; None when it has no words."""
        if one.key in self._story:
            return self._story[one.key]
        if known is not None:
            self._place(one, known)
        elif original in self._story:
            self._place(one, self._story[original])
        elif not one.empty:
            vectors = self._vectorise(one)
            best, probability = self._best_story(vectors, exclude=None)
            wanted = self._weights.pairs[vectors.kind].join
            self._place(one, best if best is not None and probability >= wanted else story_key(one.key), vectors)
            self._merge_around(self._story[one.key])
        return self._story.get(one.key)

    def story_of(self, article_key: str) -> str | None:
        """The story of an article that was added, or None."""
        return self._story.get(article_key)

    def _vectorise(self, one: ArticleSketch) -> _Vectors:
        vectors = {
            name: weighted(dict(getattr(one, name)), self._rarity[name], self._unseen[name]) for name in _COUNTED
        }
        look_ups = _heaviest(vectors["lead"], HEAVY_TERMS) | _heaviest(vectors["whole"], HEAVY_TERMS)
        look_ups |= {f"={name}": weight for name, weight in _heaviest(vectors["names"], HEAVY_NAMES).items()}
        return _Vectors(
            key=one.key,
            kind="texts" if len(one.whole) > len(one.title) else "titles",
            day=one.published_on.toordinal() if one.published_on else None,
            fields=tuple(vectors.values()),
            look_ups=look_ups,
        )

    def _place(self, one: ArticleSketch, key: str, vectors: _Vectors | None = None) -> None:
        vectors = vectors or self._vectorise(one)
        self._vectors[one.key] = vectors
        self._arrival[one.key] = len(self._arrival)
        self._story[one.key] = key
        self._members.setdefault(key, []).append(one.key)
        for term in vectors.look_ups:
            self._postings[term].append(one.key)

    def _best_story(self, vectors: _Vectors, exclude: str | None) -> tuple[str | None, float]:
        """The likeliest story for an article and its probability; among equals the one that began first."""
        hits: dict[str, float] = defaultdict(float)
        for term, weight in vectors.look_ups.items():
            for article in self._postings.get(term, ())[-LONGEST_POSTING:]:
                hits[article] += weight * self._vectors[article].look_ups.get(term, 0.0)
        nearest = sorted(hits, key=lambda article: (-hits[article], self._arrival[article]))[:MOST_CANDIDATES]
        stories = dict.fromkeys(self._story[article] for article in nearest)
        best: tuple[str | None, float] = (None, 0.0)
        for story in stories:
            if story != exclude:
                probability = self._likelihood(vectors, story)
                if probability > best[1]:
                    best = (story, probability)
        return best

    def _likelihood(self, vectors: _Vectors, story: str) -> float:
        """The mean probability that the article belongs with the members: the first and the newest ones."""
        members = self._members[story]
        if len(members) > MOST_MEMBERS:
            half = MOST_MEMBERS // 2
            members = members[:half] + members[-half:]
        return sum(self._probability(vectors, self._vectors[member]) for member in members) / len(members)

    def _probability(self, one: _Vectors, other: _Vectors) -> float:
        kind = "titles" if "titles" in (one.kind, other.kind) else "texts"
        return pair_probability(one, other, self._weights.pairs[kind])

    def _merge_around(self, story: str) -> None:
        """Join the story with the likeliest other one while they prove to be one.

        Checked at sizes 2, 3, 4, 8, 16 ...
        """
        size = len(self._members[story])
        if size < 2 or (size > 4 and size & (size - 1)):
            return
        while True:
            member = self._vectors[self._members[story][-1]]
            other, _ = self._best_story(member, exclude=story)
            if other is None or frozenset((story, other)) in self._apart:
                return
            if self._mean_link(story, other) < self._weights.pairs[member.kind].merge:
                return
            story = self._join(story, other)

    def _mean_link(self, one: str, other: str) -> float:
        members = self._members[one]
        if len(members) > MOST_MEMBERS:
            members = members[: MOST_MEMBERS // 2] + members[-MOST_MEMBERS // 2 :]
        return sum(self._likelihood(self._vectors[member], other) for member in members) / len(members)

    def _join(self, one: str, other: str) -> str:
        """Move the younger story's articles to the older, which keeps its key."""
        older, younger = sorted((one, other), key=lambda story: self._arrival[self._members[story][0]])
        moved = self._members.pop(younger)
        self._members[older] = sorted(self._members[older] + moved, key=self._arrival.__getitem__)
        for article in moved:
            self._story[article] = older
        return older


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vectors:
    """An article as weighted terms, one vector for each of ``_COUNTED``."""

    key: str
    kind: str
    day: int | None
    fields: tuple[dict[str, float], ...]
    look_ups: dict[str, float]


def _heaviest(vector: Mapping[str, float], limit: int) -> dict[str, float]:
    return dict(sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:limit])


def pair_probability(one: _Vectors, other: _Vectors, weights: PairWeights) -> float:
    """The probability that two articles belong to one story."""
    title, lead, whole, pairs, names, figures = map(cosine, one.fields, other.fields)
    total = (
        weights.intercept
        + weights.title * title
        + weights.lead * lead
        + weights.whole * whole
        + weights.bigrams * pairs
        + weights.names * names
        + weights.numbers * figures
    )
    if one.day is None or other.day is None:
        total += weights.undated
    else:
        total += weights.near * 0.5 ** (abs(one.day - other.day) / weights.half_life_days)
    return logistic(total)
