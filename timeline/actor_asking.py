"""What an open archive answers about actors: who there is, one of them, what it did across all stories.

In come keys, names and criteria, out go frozen values. Whom a name means is decided in ``lookup``, what a list or card
holds in ``profiling``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from timeline import lookup, profiling, query
from timeline.answering import Answering
from timeline.query import ActorCriteria, Criteria
from timeline.storage.mapping import ACTOR_PREFIX
from timeline.storage.recasting import public, touched
from timeline.values.actors import Actor
from timeline.values.events import Edit, Event
from timeline.values.profiles import ActorOverview, ActorProfile
from timeline.values.stories import Timeline

_EVERYTHING = Criteria()
_EVERYBODY = ActorCriteria()


class ActorAsking(Answering):
    """The part of ``Archive`` that answers about actors; it changes nothing."""

    def actors(self, keys: Iterable[str] | None = None) -> tuple[Actor, ...]:
        """All actors that an article names, or those of some keys, by name."""
        with self._reading() as finder:
            return finder.actors(None if keys is None else (key.removeprefix(ACTOR_PREFIX) for key in keys))

    def actor_overview(
        self, criteria: ActorCriteria = _EVERYBODY, *, story: str | None = None
    ) -> tuple[ActorOverview, ...]:
        """The actors asked for, of all stories or one, with their counts; those of most events first."""
        with self._reading() as finder:
            story_id = None if story is None else finder.story_ids(lookup.story(finder, story).key)[0]
            return profiling.overviews(finder, criteria, story_id)

    def actor(self, key: str) -> ActorHandle:
        """An actor by key (``ac_jane-firth``, with prefix or without), name, or words of a name that no other has.

        The key of one that was merged into another leads to that.

        Raises:
            NotFound: There is none, or there are several; the message proposes some.
        """
        with self._reading() as finder:
            return ActorHandle(archive=self, actor=lookup.actor(finder, key))

    def actors_called(self, name: str) -> tuple[Actor, ...]:
        """All actors with this key or whole name; of none, all with these words in a name."""
        with self._reading() as finder:
            return lookup.actors_called(finder, name)

    def profile(self, actor: str) -> ActorProfile:
        """All that is known of an actor, named as in ``actor``: counts, names, titles with their words, conflicts.

        Raises:
            NotFound: There is none, or there are several.
        """
        with self._reading() as finder:
            return profiling.profile(finder, public(lookup.actor(finder, actor).key))

    def actor_timeline(self, actor: str, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> Timeline:
        """An actor's events in order of time across all stories, in whatever role; named as in ``actor``.

        ``criteria`` and ``as_of`` are as in ``timeline``; other actors in ``criteria`` must take part too.
        """
        with self._reading() as finder:
            who = lookup.actor(finder, actor)
            wide = replace(criteria, salience=None, limit=None)
            ids = query.event_ids(finder.connection, replace(wide, actors=(public(who.key),)))
            if wide.actors:
                with_others = set(query.event_ids(finder.connection, wide))
                ids = [event_id for event_id in ids if event_id in with_others]
            hidden = query.event_ids(finder.connection, replace(wide, actors=(public(who.key),), hidden=True))
            return self._timeline(finder, ids, criteria, as_of=as_of, hidden=len(hidden) - len(ids), actor=who)

    def changes_of(self, actor: str) -> tuple[Edit, ...]:
        """What people changed of an actor and of those that edits tie to it, undone ones too, in order."""
        with self._reading() as finder:
            key = public(lookup.actor(finder, actor).key)
            concerned = touched(finder.actor_edits(), key)[0]
            return tuple(edit for edit in finder.actor_edits() if edit.target_key in concerned)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorHandle:
    """An actor of an open archive: ``actor`` is the value, the methods ask."""

    archive: ActorAsking
    actor: Actor

    def timeline(self, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> Timeline:
        """Its timeline across all stories, as in ``Archive.actor_timeline``."""
        return self.archive.actor_timeline(public(self.actor.key), criteria, as_of=as_of)

    def events(self, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> tuple[Event, ...]:
        """Its events in whatever role, dated ones in order of time, then undated ones."""
        timeline = self.timeline(criteria, as_of=as_of)
        return tuple(entry.event for entry in (*timeline.entries, *timeline.undated))

    def profile(self) -> ActorProfile:
        """Its counts, names, titles with their words, and conflicts."""
        return self.archive.profile(public(self.actor.key))

    def changes(self) -> tuple[Edit, ...]:
        """What people changed of it, undone ones too, in the order in which they did."""
        return self.archive.changes_of(public(self.actor.key))
