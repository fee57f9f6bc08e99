"""What an open archive answers: stories, timelines, events, articles, actors, digests and edits.

In come names and criteria, out go frozen values; each question opens a connection of its own. What is asked for is
decided in ``query``, what a name means in ``lookup``, what is told besides rows in ``telling``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from timeline import lookup, query, telling
from timeline.errors import NotFound
from timeline.query import Criteria
from timeline.storage.database import Database
from timeline.storage.finder import Finder
from timeline.stories import selection
from timeline.values.actors import Actor
from timeline.values.article import Article
from timeline.values.dates import TimeExpression
from timeline.values.events import Edit, Event, Extraction
from timeline.values.stories import Story, Timeline

_EVERYTHING = Criteria()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """On what an event rests: itself, its articles, their time expressions by article key, and what became of a
    plan."""

    event: Event
    articles: tuple[Article, ...]
    timexes: Mapping[str, tuple[TimeExpression, ...]]
    outcome: str | None = None


class Asking:
    """The part of ``Archive`` that answers; it changes nothing."""

    _database: Database

    def stories(self, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> tuple[Story, ...]:
        """The stories that have an event asked for, those with the latest days first; ``as_of`` tells the dormant
        ones."""
        with self._reading() as finder:
            stories = finder.stories(query.story_ids(finder.connection, criteria))
            days = finder.story_days(story.key for story in stories) if as_of is not None else {}
        return tuple(telling.story_as_of(story, days.get(story.key, ()), as_of) for story in stories)

    def story(self, key: str) -> StoryHandle:
        """A story by key, slug, alias, or the beginning of one that no other shares.

        Raises:
            NotFound: There is none; near names are proposed.
        """
        with self._reading() as finder:
            return StoryHandle(archive=self, story=lookup.story(finder, key))

    def timeline(self, story: str | None, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> Timeline:
        """A story's events in order of time with their articles; None for the events in no story.

        Args:
            story: As in ``story``.
            criteria: What is asked for; ``salience`` keeps what several independent sources report, and what people
            edited. as_of: The day that outcomes and the story's status depend on; None leaves them open.
        """
        with self._reading() as finder:
            found = None if story is None else lookup.story(finder, story)
            story_id = None if found is None else finder.story_ids(found.key)[0]
            wide = replace(criteria, salience=None, limit=None)
            ids = query.event_ids(finder.connection, wide, story_id=story_id, loose=found is None)
            events = telling.events(finder, ids, criteria, as_of)
            shown = selection.shown(events, salience=criteria.salience) if criteria.salience else events
            shown = shown if criteria.limit is None else shown[: criteria.limit]
            keys = [key for event in shown for key in event.article_keys]
            if found is not None and wide.asks_nothing:
                keys += found.article_keys
            articles = finder.articles(keys)
            outcome = telling.plans(finder, shown, as_of)
            dated, undated = selection.order(shown)
            hidden = query.event_ids(
                finder.connection, replace(wide, hidden=True), story_id=story_id, loose=found is None
            )
            days = () if found is None else finder.story_days((found.key,)).get(found.key, ())
            return Timeline(
                story=None if found is None else telling.story_as_of(found, days, as_of),
                entries=tuple(telling.entry(event, articles, outcome) for event in dated),
                undated=tuple(telling.entry(event, articles, outcome) for event in undated),
                actors=finder.actors(
                    {who.key for event in shown for who in (*event.actors, *event.recipients) if who.key}
                ),
                articles=tuple(articles[key] for key in dict.fromkeys(keys) if key in articles),
                omitted=telling.omitted(hidden=len(hidden) - len(ids), less_salient=len(events) - len(shown)),
            )

    def timelines(self, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> Iterator[Timeline]:
        """The timeline of each story that has an event asked for, one after the other, and that of the events in no
        story."""
        for story in self.stories(criteria):
            yield self.timeline(story.key, criteria, as_of=as_of)
        yield self.timeline(None, criteria, as_of=as_of)

    def events(
        self, criteria: Criteria = _EVERYTHING, *, story: str | None = None, as_of: date | None = None
    ) -> tuple[Event, ...]:
        """The events asked for, of all stories or one: dated ones in order of time, then undated ones."""
        with self._reading() as finder:
            story_id = None if story is None else finder.story_ids(lookup.story(finder, story).key)[0]
            return telling.events(
                finder, query.event_ids(finder.connection, criteria, story_id=story_id), criteria, as_of
            )

    def event(self, key: str, *, as_of: date | None = None) -> Event:
        """An event by key, alias, or the beginning of a key that no other shares.

        Raises:
            NotFound: There is none.
        """
        with self._reading() as finder:
            return telling.events(finder, [lookup.event_id(finder, key)], _EVERYTHING, as_of)[0]

    def search(self, words: str, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> tuple[Event, ...]:
        """The events whose title or evidence has all the words, newest first; ``march*`` asks for a beginning."""
        with self._reading() as finder:
            return telling.events(finder, query.search_ids(finder.connection, words, criteria), criteria, as_of)

    def article(self, key: str) -> Article:
        """An article by key, address, its own id in a dump, or path; or the beginning of a key that no other shares.

        Raises:
            NotFound: There is none.
        """
        with self._reading() as finder:
            return finder.articles((lookup.article_key(finder, key),)).popitem()[1]

    def articles(self, keys: Iterable[str]) -> tuple[Article, ...]:
        """The articles of some keys, in that order."""
        keys = list(dict.fromkeys(keys))
        with self._reading() as finder:
            found = finder.articles(keys)
        return tuple(found[key] for key in keys if key in found)

    def extraction(self, article_key: str) -> Extraction:
        """What was read in an article, as it is stored.

        Raises:
            NotFound: There is no such article.
        """
        with self._reading() as finder:
            found = finder.extraction(lookup.article_key(finder, article_key))
        if found is None:
            raise NotFound(f"there is no article {article_key}", key=article_key)
        return found

    def timexes(self, article_keys: Iterable[str]) -> dict[str, tuple[TimeExpression, ...]]:
        """The time expressions of each article in text order."""
        with self._reading() as finder:
            return {key: finder.timexes(key) for key in dict.fromkeys(article_keys)}

    def actors(self, keys: Iterable[str] | None = None) -> tuple[Actor, ...]:
        """All actors, or those of some keys, by name."""
        with self._reading() as finder:
            return finder.actors(keys)

    def explain(self, key: str, *, as_of: date | None = None) -> Explanation:
        """On what an event rests: words, rules, cues, anchors and alternatives, all from stored values.

        Raises:
            NotFound: There is no such event.
        """
        event = self.event(key, as_of=as_of)
        with self._reading() as finder:
            keys = tuple(dict.fromkeys(event.article_keys))
            articles = finder.articles(keys)
            return Explanation(
                event=event,
                articles=tuple(articles[one] for one in keys),
                timexes={one: finder.timexes(one) for one in keys},
                outcome=telling.plans(finder, (event,), as_of).get(event.key),
            )

    def digest(
        self,
        story: str | None = None,
        *,
        dates: int,
        sentences: int,
        after: date | None = None,
        before: date | None = None,
    ) -> tuple[tuple[date, tuple[str, ...]], ...]:
        """The days that matter most, ascending, each with the sentences that tell it best.

        Args:
            story: As in ``story``; None for every article there is.
            dates: How many days, at most.
            sentences: How many sentences a day, at most.
            after: First day that may be chosen.
            before: Last day that may be chosen.
        """
        with self._reading() as finder:
            keys = finder.article_keys() if story is None else lookup.story(finder, story).article_keys
            spans, copies = finder.sentences(keys), finder.copies(keys)
            articles = finder.articles(keys)
            dated = [telling.dated(articles[key], spans[key], finder.timexes(key)) for key in keys]
        told = selection.digest(dated, dates=dates, sentences=sentences, after=after, before=before, copies=copies)
        return tuple((day, tuple(chosen)) for day, chosen in told)

    def edits(self, key: str | None = None) -> tuple[Edit, ...]:
        """All edits, or those of one event or article, in the order in which they were made."""
        with self._reading() as finder:
            if key is None:
                return finder.edits()
            names = {key, finder.redirected(key), *finder.aliases((key,)).get(key, ())}
            return tuple(edit for edit in finder.edits() if edit.target_key in names)

    @contextmanager
    def _reading(self) -> Iterator[Finder]:
        with self._database.read() as connection:
            yield Finder(connection)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHandle:
    """A story of an open archive: ``story`` is the value, the methods ask."""

    archive: Asking
    story: Story

    def timeline(self, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> Timeline:
        """Its timeline, as in ``Archive.timeline``."""
        return self.archive.timeline(self.story.key, criteria, as_of=as_of)

    def events(self, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> tuple[Event, ...]:
        """Its events, as in ``Archive.events``."""
        return self.archive.events(criteria, story=self.story.key, as_of=as_of)

    def changes(self) -> tuple[Edit, ...]:
        """What people changed of its events and articles, in the order in which they did."""
        members = {*self.story.event_keys, *self.story.article_keys}
        return tuple(edit for edit in self.archive.edits() if edit.target_key in members)
