"""What a timeline or a digest shows, and in which order.

In come events, or articles cut into sentences with the days that these mention; out go events in order of time, and
the days that matter with the sentences that tell them. How a day is found in a text is decided in
``timeline.temporal``, how events look in ``timeline.export``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import sqrt

from timeline.lexicons.weights import story_weights
from timeline.stories.duplicates import original_of
from timeline.stories.similarity import cosine, plain_words, term_rarity, terms, weighted
from timeline.values.dates import day_after
from timeline.values.events import SALIENCES, Event

#: Sentences in which an article opens, and what a mention there counts; what an article published on the day itself
#: adds.
OPENING_MENTIONS, OPENING_MENTION, PUBLISHED_WEIGHT = 5, 1.5, 0.15

#: Part of a stronger neighbouring day's weight that a day loses.
NEIGHBOUR_WEIGHT = 0.2

#: Weight of a sentence that mentions the day, and of one that only opens an article published near it.
MENTIONING_WEIGHT, OPENING_WEIGHT = 1.0, 0.6

#: Sentences that open an article, and days after the event on which such an article appears.
OPENING_SENTENCES, OPENING_DAYS = 3, (0, 1)

#: Bounds of a sentence that can stand alone: terms at least, characters at most.
SHORTEST_SENTENCE, LONGEST_SENTENCE = 5, 300

#: Weight of nearness to the centre of all chosen days, beside that to the centre of its own day.
THEME_WEIGHT = 0.3

#: Cosine from which a sentence repeats another.
REPEATED = 0.35

#: How captions of agencies begin: "AP April 27: Booms are seen ...".
_DATED_CAPTION = re.compile(r"(?:[A-Z]{2,8}[ /]){0,3}[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?: ")

#: Sorts after every date.
_UNDATED = "~"


def in_order(event: Event) -> tuple[str, bool, str, int, str]:
    """Sorts events by date, finer before coarser, those of the day before those up to it; undated ones last.

    What is left equal stands in the order of its first article's text.
    """
    first = (event.article_keys[0], event.mentions[0].start, event.key)
    return (event.date.sort_key, event.date.bound != "on", *first) if event.date else (_UNDATED, False, *first)


def order(events: Iterable[Event]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The dated events in order of time, and the undated ones in the order given (that of publication and text)."""
    events = tuple(events)
    dated = sorted((event for event in events if event.date is not None), key=in_order)
    return tuple(dated), tuple(event for event in events if event.date is None)


def shown(
    events: Iterable[Event], *, salience: str = "core", sources: int = 1, top: int | None = None
) -> tuple[Event, ...]:
    """The events that a timeline shows unless asked for more, in the order given.

    Core events, secondary ones that several independent sources report, and all that a human edited. When a story has
    no core event its secondary ones are shown, so that no story is empty.

    Args:
        events: Of one story.
        salience: Least salience: ``core``, ``secondary`` or ``background``.
        sources: Least number of independent sources.
        top: At most so many, the weightiest (``weight``).
    """
    events = tuple(events)
    enough = tuple(event for event in events if event.source_count >= sources)
    least = SALIENCES.index(salience)
    kept = [event for event in enough if _salience(event) <= least or event.edits]
    while not kept and least < len(SALIENCES) - 1:
        least += 1
        kept = [event for event in enough if _salience(event) <= least]
    if top is not None and len(kept) > top:
        best = {event.key for event in sorted(kept, key=lambda event: (weight(event), in_order(event)))[:top]}
        kept = [event for event in kept if event.key in best]
    return tuple(kept)


def weight(event: Event) -> tuple[bool, int, int, int]:
    """Sorts events, the weightiest first: what people edited, then by independent sources, salience, reports."""
    return (not event.edits, -event.source_count, SALIENCES.index(event.salience), -len(event.mentions))


def _salience(event: Event) -> int:
    """Position among ``SALIENCES``; what two independent sources report counts one step more."""
    place = SALIENCES.index(event.salience)
    return place - 1 if event.source_count > 1 and place == 1 else place


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedSentence:
    """A sentence of an article and the days that it mentions.

    Attributes:
        text: The sentence as it stands.
        days: Days that its expressions resolve to, single days only, in text order.
        index: Position in its article, from 0.
    """

    text: str
    days: tuple[date, ...] = ()
    index: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedArticle:
    """An article as a digest needs it."""

    key: str
    published_on: date | None
    sentences: tuple[DatedSentence, ...]


def date_salience(
    articles: Iterable[DatedArticle],
    *,
    copies: Mapping[str, str] | None = None,
    after: date | None = None,
    before: date | None = None,
) -> dict[date, float]:
    """How much each day matters: the number of independent articles that mention it, within the inclusive window.

    Only the first day of a sentence counts, since those after it are what the first is told apart from; a day named
    where an article opens counts more, and a day on which much was published a little. A day that stands beside a
    stronger one loses part of that one's weight: mostly it is the same news, told a day later.
    """
    mentioned: dict[date, dict[str, float]] = {}
    published: Counter[date] = Counter()
    for article in articles:
        original = original_of(article.key, copies or {})
        if article.published_on is not None and original == article.key:
            published[article.published_on] += 1
        for sentence in article.sentences:
            for day in sentence.days[:1]:
                weight = OPENING_MENTION if sentence.index < OPENING_MENTIONS else 1.0
                told = mentioned.setdefault(day, {})
                told[original] = max(told.get(original, 0.0), weight)
    plain = {day: sum(told.values()) + PUBLISHED_WEIGHT * published[day] for day, told in mentioned.items()}
    salience = {day: weight - NEIGHBOUR_WEIGHT * _stronger_neighbour(day, plain) for day, weight in plain.items()}
    return {
        day: weight
        for day, weight in sorted(salience.items())
        if (after is None or after <= day) and (before is None or day <= before)
    }


def _stronger_neighbour(day: date, salience: Mapping[date, float]) -> float:
    """The salience of the stronger of the days before and after, 0 when neither is stronger than the day itself."""
    neighbours = (salience.get(other, 0.0) for days in (-1, 1) if (other := day_after(day, days)) is not None)
    strongest = max(neighbours, default=0.0)
    return strongest if strongest > salience[day] else 0.0


def digest(
    articles: Sequence[DatedArticle],
    *,
    dates: int,
    sentences: int,
    after: date | None = None,
    before: date | None = None,
    copies: Mapping[str, str] | None = None,
) -> list[tuple[date, list[str]]]:
    """The days that matter most, ascending, each with the sentences that tell it best.

    A day matters as many independent articles mention it. Its sentences are those nearest to the centre of all that
    is said of
    the day: sentences that mention it, and the first sentences of articles published then. Fewer days or sentences
        come out
    when there are no more.

    Args:
        articles: What there is to read.
        dates: How many days.
        sentences: How many sentences a day.
        after: First day that may be chosen, None for no bound.
        before: Last day that may be chosen, None for no bound.
        copies: Original of each wire copy; copies count once.

    Source: date selection before summarising, and sentences by centroid: Gholipour Ghalandari & Ifrim 2020.
    """
    salience = date_salience(articles, copies=copies, after=after, before=before)
    chosen = sorted(sorted(salience, key=lambda day: (-salience[day], day))[:dates])
    told = _sentences_of(articles, chosen, copies or {})
    theme = _centre(candidate for candidates in told.values() for candidate in candidates)
    return [(day, _central(told[day], sentences, theme)) for day in chosen]


def _sentences_of(
    articles: Iterable[DatedArticle], days: Iterable[date], copies: Mapping[str, str]
) -> dict[date, list[_Candidate]]:
    """What may tell each day: sentences that mention it.

    And the first ones of articles published then or the day after.
    """
    told: dict[date, dict[str, float]] = {day: {} for day in days}
    for article in articles:
        if article.key in copies:
            continue
        for sentence in article.sentences:
            for day in sentence.days:
                if day in told:
                    told[day][sentence.text] = MENTIONING_WEIGHT
            if article.published_on is not None and sentence.index < OPENING_SENTENCES:
                for later in OPENING_DAYS:
                    day = article.published_on - timedelta(days=later)
                    if day in told:
                        told[day].setdefault(sentence.text, OPENING_WEIGHT)
    return {day: _candidates(texts) for day, texts in told.items()}


def _candidates(texts: Mapping[str, float]) -> list[_Candidate]:
    """The sentences that can stand alone; captions only where there is nothing else."""
    found = [one for text, weight in texts.items() if (one := _candidate(text, weight))]
    return [one for one in found if not _is_caption(one.text)] or found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A sentence that may tell a day, its weight, and its terms as a vector of length 1."""

    text: str
    weight: float
    vector: dict[str, float]


def _candidate(text: str, weight: float) -> _Candidate | None:
    """The sentence ready for comparing; None when it is too short or too long to stand alone."""
    found = terms(plain_words(text))
    if len(found) < SHORTEST_SENTENCE or len(text) > LONGEST_SENTENCE:
        return None
    vector = weighted(Counter(found), {term: term_rarity(term) for term in found})
    return _Candidate(text=text, weight=weight, vector=vector)


def _is_caption(text: str) -> bool:
    """Whether a sentence tells what is to be seen on a picture."""
    return _DATED_CAPTION.match(text) is not None or not _pictures().isdisjoint(plain_words(text))


@cache
def _pictures() -> frozenset[str]:
    """Words of captions."""
    return frozenset(story_weights().words.pictures)


def _centre(candidates: Iterable[_Candidate]) -> dict[str, float]:
    """The weighted sum of the candidates' vectors, brought to length 1."""
    centre: dict[str, float] = {}
    for candidate in candidates:
        for term, value in candidate.vector.items():
            centre[term] = centre.get(term, 0.0) + candidate.weight * value
    length = sqrt(sum(value * value for value in centre.values())) or 1.0
    return {term: value / length for term, value in centre.items()}


def _central(candidates: Sequence[_Candidate], wanted: int, theme: Mapping[str, float]) -> list[str]:
    """The candidates nearest to their centre and to the theme, one after the other, none that repeats another."""
    centre = _centre(candidates)

    def nearness(one: _Candidate) -> float:
        return sqrt(one.weight) * (cosine(one.vector, centre) + THEME_WEIGHT * cosine(one.vector, theme))

    picked: list[_Candidate] = []
    for one in sorted(candidates, key=lambda one: (-nearness(one), one.text)):
        if len(picked) == wanted:
            break
        if all(cosine(one.vector, other.vector) < REPEATED for other in picked):
            picked.append(one)
    return [one.text for one in picked]
