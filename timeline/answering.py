"""What every answer of an archive needs: a connection that reads, and events laid out as a timeline.

In come row numbers of events, out goes a ``Timeline``. Which events are meant is decided in ``asking`` and
``actor_asking``, what is told besides rows in ``telling``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from timeline import telling
from timeline.query import Criteria
from timeline.storage.database import Database
from timeline.storage.finder import Finder
from timeline.stories import repetition, selection
from timeline.values.actors import Actor
from timeline.values.stories import Story, Timeline


class Answering:
    """An open database that answers; each answer opens a connection of its own."""

    _database: Database

    @contextmanager
    def _reading(self) -> Iterator[Finder]:
        with self._database.read() as connection:
            yield Finder(connection)

    def _timeline(
        self,
        finder: Finder,
        ids: Sequence[int],
        criteria: Criteria,
        *,
        as_of: date | None,
        hidden: int,
        story: Story | None = None,
        actor: Actor | None = None,
    ) -> Timeline:
        """The events of some row numbers as a timeline: of a story, of an actor, or of neither."""
        events = telling.events(finder, ids, criteria, as_of)
        salient = selection.shown(events, salience=criteria.salience) if criteria.salience else events
        told = repetition.told_once(salient) if criteria.salience else events
        shown = told if criteria.limit is None else told[: criteria.limit]
        keys = [key for event in shown for key in event.article_keys]
        if story is not None and replace(criteria, salience=None, limit=None).asks_nothing:
            keys += story.article_keys
        articles = finder.articles(keys)
        outcome = telling.plans(finder, shown, as_of)
        dated, undated = selection.order(shown)
        days = () if story is None else finder.story_days((story.key,)).get(story.key, ())
        cast = {who.key for event in shown for who in (*event.actors, *event.recipients) if who.key}
        cast |= set() if actor is None else {actor.key}
        return Timeline(
            story=None if story is None else telling.story_as_of(story, days, as_of),
            actor=actor,
            entries=tuple(telling.entry(event, articles, outcome) for event in dated),
            undated=tuple(telling.entry(event, articles, outcome) for event in undated),
            actors=finder.actors(cast),
            articles=tuple(articles[key] for key in dict.fromkeys(keys) if key in articles),
            omitted=telling.omitted(
                hidden=hidden,
                less_salient=len(events) - len(salient),
                told_with_another=len(salient) - len(told),
                beyond_the_limit=len(told) - len(shown),
            ),
        )
