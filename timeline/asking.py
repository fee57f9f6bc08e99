"""What an open archive answers: stories, timelines, events, articles, digests and edits.

In come names and criteria, out go frozen values; each question opens a connection of its own. What is asked for is
decided in ``query``, what a name means in ``lookup``, what is told besides rows in
``telling``; actors are in ``actor_asking``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from timeline import lookup, query, telling
from timeline.actor_asking import ActorAsking, ActorHandle
from timeline.errors import NotFound
from timeline.query import Criteria
from timeline.storage.mapping import ACTOR_PREFIX
from timeline.storage.recasting import touched
from timeline.stories import selection
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


class Asking(ActorAsking):
    """The part of ``Archive`` that answers; it changes nothing."""

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
            hidden = query.event_ids(
                finder.connection, replace(wide, hidden=True), story_id=story_id, loose=found is None
            )
            return self._timeline(finder, ids, criteria, as_of=as_of, hidden=len(hidden) - len(ids), story=found)

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

    def subject(self, name: str) -> StoryHandle | ActorHandle:
        """The story or actor that a name means: a story's key or slug, else an actor's key or name, else the beginning
        of a slug, else words of a name.

        Raises:
            NotFound: There is neither, or there are several; the message proposes some.
        """
        with self._reading() as finder:
            found = lookup.subject(finder, name)
        return (
            StoryHandle(archive=self, story=found)
            if isinstance(found, Story)
            else ActorHandle(archive=self, actor=found)
        )

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
            if key.startswith(ACTOR_PREFIX):
                names |= touched(finder.actor_edits(), key)[0]
            return tuple(edit for edit in finder.edits() if edit.target_key in names)


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
