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
from math import log, sqrt

from timeline.lexicons.weights import StoryWeights, story_weights
from timeline.stories.similarity import (
    digest,
    term_rarity,
    term_share,
    weighted,
)
from timeline.stories.sketches import COUNTED, ArticleSketch, Counts
from timeline.stories.vectors import Centre, Vectors, heaviest, pair_probability

#: Heaviest terms and names that look up candidates, and candidates that are compared.
HEAVY_TERMS, HEAVY_NAMES, MOST_CANDIDATES = 14, 8, 40

#: Longest list of articles behind one term; of a longer one the newest are read.
LONGEST_POSTING = 400

#: Members of a story that an article is compared with: the first and the newest, half of each.
MOST_MEMBERS = 8

#: Terms of a story's centre that look up stories it may be one with, and stories that are then compared.
CENTRE_TERMS, MOST_STORIES = 28, 12

#: Weight of the general language in the rarity of a term, as so many articles. Where two articles are compared it is
#: low: in an archive full of one war the names of its parties are in every report, and tell one battle from another as
#: little as "said" does. Where the centre of a large story is, it is high: there those words hold a story together.
PAIR_BACKGROUND, CENTRE_BACKGROUND = 1_000, 50_000


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

    It holds an inverted index from terms and names to articles, so that an article is compared with few others however
    many there are. A small story is known by its articles: a new one must be likely to belong with the better half of
    them. A story that has grown large is known by its centre as well, so that it keeps together over months.
    """

    def __init__(self, weights: StoryWeights, *, apart: Iterable[tuple[str, str]] = ()) -> None:
        self._weights = weights
        self._rarity: dict[str, dict[str, float]] = {name: {} for name in COUNTED}
        self._centre_rarity: dict[str, float] = {}
        self._vectors: dict[str, Vectors] = {}
        self._postings: dict[str, list[str]] = defaultdict(list)
        self._members: dict[str, list[str]] = {}
        self._centres: dict[str, Centre] = {}
        self._story: dict[str, str] = {}
        self._arrival: dict[str, int] = {}
        self._apart = {frozenset(pair) for pair in apart}

    def learn(self, sketches: Iterable[ArticleSketch]) -> None:
        """Take the rarity of terms from these articles, steadied by that in the general language."""
        seen: dict[str, Counter[str]] = {name: Counter() for name in ("whole", "bigrams", "names")}
        articles = 0
        for one in sketches:
            articles += 1
            for name, counts in seen.items():
                counts.update(term for term, _ in getattr(one, name))
        self._rarity = {name: {} for name in COUNTED}
        for name, counts in seen.items():
            self._rarity[name] = _rarities(counts, articles, PAIR_BACKGROUND)
        self._centre_rarity = _rarities(seen["whole"], articles, CENTRE_BACKGROUND)
        # One language in all parts of an article.
        self._rarity["title"] = self._rarity["lead"] = self._rarity["whole"]

    def add(self, one: ArticleSketch, known: str | None = None, original: str | None = None) -> str | None:
        """Put an article into its story and return the story's key; None when it has no words.

        Args:
            one: The article's sketch.
            known: Its story, when that was decided before.
            original: Key of the article of which it is a copy; the copy goes where that one is.
        """
        if one.key in self._story:
            return self._story[one.key]
        if known is not None:
            self._place(one.key, known, self._vectorise(one))
        elif original in self._story:
            self._place(one.key, self._story[original], self._vectorise(one))
        elif not one.empty:
            vectors = self._vectorise(one)
            self._place(one.key, self._fitting_story(vectors) or story_key(one.key), vectors)
            self._merge_around(self._story[one.key])
        return self._story.get(one.key)

    def story_of(self, article_key: str) -> str | None:
        """The story of an article that was added, or None."""
        return self._story.get(article_key)

    def _vectorise(self, one: ArticleSketch) -> Vectors:
        vectors = {name: self._weighted(self._rarity[name], getattr(one, name)) for name in COUNTED}
        look_ups = heaviest(vectors["lead"], HEAVY_TERMS) | heaviest(vectors["whole"], HEAVY_TERMS)
        look_ups |= {f"={name}": weight for name, weight in heaviest(vectors.pop("names"), HEAVY_NAMES).items()}
        return Vectors(
            kind="texts" if len(one.whole) > len(one.title) else "titles",
            day=one.published_on.toordinal() if one.published_on else None,
            whole=self._weighted(self._centre_rarity, one.whole),
            compared=tuple(vectors.values()),
            look_ups=look_ups,
        )

    def _weighted(self, rarity: dict[str, float], counts: Counts) -> dict[str, float]:
        for term, _ in counts:
            if term not in rarity:
                rarity[term] = term_rarity(term)
        return weighted(dict(counts), rarity)

    def _place(self, article: str, story: str, vectors: Vectors) -> None:
        self._vectors[article] = vectors
        self._arrival[article] = len(self._arrival)
        self._story[article] = story
        self._members.setdefault(story, []).append(article)
        self._centres.setdefault(story, Centre()).add(vectors.whole)
        for term in vectors.look_ups:
            self._postings[term].append(article)

    def _fitting_story(self, vectors: Vectors) -> str | None:
        """The story that an article fits best, when it fits one; among equals the one that was looked up first."""
        hits: dict[str, float] = defaultdict(float)
        for term, weight in vectors.look_ups.items():
            for article in self._postings.get(term, ())[-LONGEST_POSTING:]:
                hits[article] += weight * self._vectors[article].look_ups[term]
        nearest = sorted(hits, key=lambda article: (-hits[article], self._arrival[article]))[:MOST_CANDIDATES]
        stories = dict.fromkeys(self._story[article] for article in nearest)
        fits = {story: self._fit(vectors, story) for story in stories}
        best = max(fits, key=fits.__getitem__, default=None)
        return best if best is not None and fits[best] >= 1.0 else None

    def _fit(self, vectors: Vectors, story: str) -> float:
        """How well an article fits a story; 1 is just well enough."""
        weights = self._weights.pairs[vectors.kind]
        size = len(self._members[story])
        fit = self._likelihood(vectors, story) / weights.join if size < weights.always_centre_from else 0.0
        if size >= weights.centre_from:
            fit = max(fit, self._centres[story].cosine(vectors.whole) / weights.join_centre)
        return fit

    def _likelihood(self, vectors: Vectors, story: str) -> float:
        """The mean probability that the article belongs with the better half of the story's first and newest members.

        The mean probability that the article belongs with the better half of the story's first and newest members.
        """
        weights = self._weights.pairs["texts"]
        likely = sorted(
            (pair_probability(vectors, self._vectors[member], weights) for member in self._spokesmen(story)),
            reverse=True,
        )
        half = (len(likely) + 1) // 2
        return sum(likely[:half]) / half

    def _spokesmen(self, story: str) -> list[str]:
        """The members that stand for a story: all, or the first and the newest."""
        members = self._members[story]
        if len(members) <= MOST_MEMBERS:
            return members
        return members[: MOST_MEMBERS // 2] + members[-MOST_MEMBERS // 2 :]

    def _merge_around(self, story: str) -> None:
        """Join the story with others that prove to be one with it; looked for at sizes 2, 3, 4, 8, 16 ..."""
        size = len(self._members[story])
        if size < 2 or (size > 4 and size & (size - 1)):
            return
        while True:
            links = {other: self._link(story, other) for other in self._near_stories(story)}
            best = max(links, key=links.__getitem__, default=None)
            if best is None or links[best] < 1.0:
                return
            story = self._join(story, best)

    def _near_stories(self, story: str) -> list[str]:
        """Other stories that share the heaviest terms of this one's centre, nearest first.

        None that must stay apart.
        """
        hits: dict[str, float] = defaultdict(float)
        for term, weight in self._centres[story].heaviest(CENTRE_TERMS):
            for article in self._postings.get(term, ())[-LONGEST_POSTING:]:
                other = self._story[article]
                share = self._vectors[article].look_ups[term] / sqrt(len(self._members[other]))
                hits[other] += weight * share
        others = sorted(hits, key=lambda other: (-hits[other], self._arrival[self._members[other][0]]))
        return [other for other in others if other != story and frozenset((story, other)) not in self._apart][
            :MOST_STORIES
        ]

    def _link(self, one: str, other: str) -> float:
        """How well two stories go together; 1 is just well enough."""
        kind = self._vectors[self._members[one][0]].kind
        weights = self._weights.pairs[kind]
        sizes = (len(self._members[one]), len(self._members[other]))
        link = 0.0
        if max(sizes) < weights.always_centre_from:
            members = self._spokesmen(one)
            likely = sum(self._likelihood(self._vectors[member], other) for member in members) / len(members)
            link = likely / weights.merge
        if max(sizes) >= weights.centre_from:
            link = max(link, self._centres[one].alike(self._centres[other]) / weights.merge_centre)
        return link

    def _join(self, one: str, other: str) -> str:
        """Move the younger story's articles to the older, which keeps its key."""
        older, younger = sorted((one, other), key=lambda story: self._arrival[self._members[story][0]])
        moved = self._members.pop(younger)
        self._members[older] = sorted(self._members[older] + moved, key=self._arrival.__getitem__)
        self._centres[older].add(self._centres.pop(younger).total)
        for article in moved:
            self._story[article] = older
        self._apart = {frozenset(older if story == younger else story for story in pair) for pair in self._apart}
        return older


def _rarities(counts: Mapping[str, int], articles: int, background: int) -> dict[str, float]:
    """How much each term tells: the logarithm of one over its share of these articles and of the general language."""
    total = articles + background
    return {term: log(total / (count + background * term_share(term))) for term, count in counts.items()}
