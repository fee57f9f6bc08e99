"""What an open archive lets people correct: events, articles and actors, each undone as it was done.

In come keys and words, out go edits. What each correction does is decided in ``corrections`` and ``actor_corrections``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from timeline import actor_corrections, corrections, lookup
from timeline.asking import Asking
from timeline.errors import QueryError
from timeline.storage.mapping import ACTOR_PREFIX
from timeline.storage.recasting import public
from timeline.values.events import Edit


class Editing(Asking):
    """The part of ``Archive`` that corrects."""

    def edit(
        self,
        key: str,
        *,
        at: datetime,
        by: str | None = None,
        note: str | None = None,
        as_of: date | None = None,
        **changes: str,
    ) -> tuple[Edit, ...]:
        """Lay human values over an event (``date type label status title hidden``), an article (``published``) or an
        actor (``name alias same_as``).

        Raises:
            NotFound: There is no such event or article.
            QueryError: A field cannot be edited, or cannot take the value; then nothing is changed.
        """
        del as_of  # nothing that is stored depends on the day
        if not changes:
            raise QueryError("there is nothing to change; name a field, such as date='2024-02-29'")
        if key.startswith(ACTOR_PREFIX):
            return self._edit_actor(key, changes, at=stamp(at), by=by, note=note)
        with self._reading() as finder:
            of_article = key.startswith("ar_") or ("published" in changes and not key.startswith("ev_"))
            target = lookup.article_key(finder, key) if of_article else None
        if target is not None:
            return corrections.edit_article(self._database, target, changes, at=stamp(at), by=by, note=note)
        return corrections.edit_event(self._database, self.event(key), changes, at=stamp(at), by=by, note=note)

    def _edit_actor(
        self, key: str, changes: Mapping[str, str], *, at: str, by: str | None, note: str | None
    ) -> tuple[Edit, ...]:
        lay = {
            "name": actor_corrections.rename,
            "alias": actor_corrections.add_alias,
            "same_as": actor_corrections.add_same_as,
        }
        for field, value in changes.items():
            if field not in lay:
                raise QueryError(f"{field!r} of an actor cannot be edited; {', '.join(lay)} can", criterion=field)
            if field == "same_as":
                actor_corrections.checked_address(value)
        target = self._actor_key(key)
        return tuple(
            lay[field](self._database, target, value, at=at, by=by, note=note) for field, value in changes.items()
        )

    def merge_actors(
        self, kept: str, gone: str, *, at: datetime, by: str | None = None, note: str | None = None
    ) -> Edit:
        """Let ``gone`` be ``kept``: its mentions become those of ``kept``, now and in articles to come; ``undo`` takes
        it back.

        Raises:
            NotFound: There is no such actor.
            QueryError: They are one already.
        """
        one, other = self._actor_key(kept), self._actor_key(gone)
        return actor_corrections.merge(self._database, one, other, at=stamp(at), by=by, note=note)

    def split_actor(
        self,
        key: str,
        *,
        at: datetime,
        names: Iterable[str] = (),
        articles: Iterable[str] = (),
        events: Iterable[str] = (),
        name: str | None = None,
        by: str | None = None,
        note: str | None = None,
    ) -> Edit:
        """Part two namesakes: mentions under some names, in some articles or in those of some events become those of an
        actor of their own, now and in articles to come; ``undo`` takes it back.

        Args:
            key: The actor that is two.
            at: Moment of the edit.
            names: What articles call the other one.
            articles: Articles that mean the other one.
            events: Events whose articles do.
            name: What the other one is to be called; else as this one.
            by: Who.
            note: Why.

        Raises:
            NotFound: There is no such actor, article or event.
            QueryError: Nothing says which mentions, or no mention is meant, or all are.
        """
        with self._reading() as finder:
            meant = [lookup.article_key(finder, article) for article in articles]
        meant += [one for event in events for one in self.event(event).article_keys]
        return actor_corrections.split(
            self._database,
            self._actor_key(key),
            names=tuple(names),
            article_keys=tuple(dict.fromkeys(meant)),
            name=name,
            at=stamp(at),
            by=by,
            note=note,
        )

    def _actor_key(self, name: str) -> str:
        with self._reading() as finder:
            return public(lookup.actor(finder, name).key)

    def undo(self, edit_key: str | None = None, *, at: datetime, as_of: date | None = None) -> Edit:
        """Take back an edit, the latest when none is named; it comes back as it is now.

        Raises:
            NotFound: There is none to undo.
        """
        del as_of  # nothing that is stored depends on the day
        return corrections.undo(self._database, edit_key, at=stamp(at))


def moment(at: datetime | None) -> str | None:
    return None if at is None else stamp(at)


def stamp(at: datetime) -> str:
    """A moment as rows keep it: UTC, to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
