"""What a timeline tells besides rows: the status of events and stories on a day, what became of plans, entries, and the
sentences that a digest chooses from.

In come values of one finder; which of them are asked for is decided in ``timeline.asking``, and the status of a plan in
``timeline.stories``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from timeline.query import Criteria
from timeline.storage.finder import Finder
from timeline.stories import outcomes, selection
from timeline.values.article import Article
from timeline.values.dates import TimeExpression
from timeline.values.events import Event
from timeline.values.stories import Entry, Story
from timeline.values.text import Span


def events(finder: Finder, ids: Sequence[int], criteria: Criteria, as_of: date | None) -> tuple[Event, ...]:
    """The events of row numbers, with the status that each has on a day."""
    found = finder.events(ids)
    if as_of is None:
        return found
    following = finder.events(finder.followers([event.key for event in found if event.status == "planned"]))
    told = tuple(
        replace(event, status=outcomes.status(event, following, as_of=as_of)) if event.status == "planned" else event
        for event in found
    )
    return tuple(event for event in told if not criteria.statuses or event.status in criteria.statuses)


def plans(finder: Finder, events: Sequence[Event], as_of: date | None) -> dict[str, str | None]:
    """What became of each plan among the events."""
    following = finder.events(finder.followers([event.key for event in events]))
    return {event.key: outcomes.outcome(event, following, as_of=as_of) for event in events}


def entry(event: Event, articles: Mapping[str, Article], outcome: Mapping[str, str | None]) -> Entry:
    """An event with its articles, each once."""
    keys = dict.fromkeys(event.article_keys)
    return Entry(event=event, articles=tuple(articles[key] for key in keys), outcome=outcome.get(event.key))


def dated(article: Article, spans: Sequence[Span], timexes: Iterable[TimeExpression]) -> selection.DatedArticle:
    """An article's sentences, without those of its title, each with the single days that it mentions."""
    days: dict[int, list[date]] = {}
    for timex in timexes:
        if timex.dates is not None and (day := timex.dates.single_day) is not None:
            days.setdefault(timex.sentence, []).append(day)
    body = max((block.end for block in article.blocks if block.kind == "title"), default=0)
    sentences = (
        selection.DatedSentence(text=span.quote(article.text), days=tuple(days.get(place, ())), index=place)
        for place, span in enumerate(spans)
        if span.start >= body
    )
    return selection.DatedArticle(key=article.key, published_on=article.published.on, sentences=tuple(sentences))


def omitted(**reasons: int) -> tuple[tuple[str, int], ...]:
    """Why events are not told, and how many each time; without the reasons that left none out."""
    return tuple((reason, number) for reason, number in reasons.items() if number)


def story_as_of(story: Story, days: Iterable[str], as_of: date | None) -> Story:
    """The story with the status that it has on a day."""
    published = [date.fromisoformat(day) for day in days]
    status = outcomes.story_status(
        published, as_of=as_of, closed=story.status == "closed", merged=story.status == "merged"
    )
    return replace(story, status=status)
