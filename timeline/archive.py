"""The archive: a database of articles, events and stories, as all faces use it.

A place comes in, and an object with short methods goes out; each opens a connection, asks or stores, and gives back
frozen values
that outlive it. Nothing is decided here: what is answered in ``asking``, what belongs together in ``assembly`` and
``stories``, how it is stored in ``storage``. What depends on the day takes ``as_of``; what notes a moment takes ``at``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from datetime import UTC, date, datetime
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from timeline import __version__, actor_corrections, corrections, lookup
from timeline.asking import ActorHandle, Asking, Explanation, StoryHandle
from timeline.errors import QueryError
from timeline.ingest import Ingest, IngestItem, IngestReport
from timeline.pipeline import RULES
from timeline.query import ActorCriteria, Criteria
from timeline.storage import inspection
from timeline.storage.database import Database, Place, open_database
from timeline.storage.inspection import Check, Table
from timeline.storage.mapping import ACTOR_PREFIX
from timeline.storage.recasting import public
from timeline.values.article import Article, Failure
from timeline.values.events import Edit, Extraction

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = [
    "ActorCriteria",
    "ActorHandle",
    "Archive",
    "Check",
    "Criteria",
    "Explanation",
    "Failure",
    "IngestItem",
    "IngestReport",
    "StoryHandle",
    "Table",
]


class Archive(Asking):
    """A database of articles, events and stories.

    >>> with Archive(":memory:") as archive:
    ...     archive.stats()["articles"]
    0

    Args:
        place: A path, an SQLAlchemy address, or an ``Engine``. A new file is made without asking.
        create: Whether to make it when it is not there.
        read_only: Refuse whatever would change it.

    Raises:
        NotADatabase, SchemaOutOfDate, ReadOnly, NotFound: It cannot be used; the message says what helps.
    """

    def __init__(self, place: Place, *, create: bool = True, read_only: bool = False) -> None:
        self._database = open_database(place, create=create, read_only=read_only)

    @property
    def database(self) -> Database:
        """The open database, for whoever works on its rows."""
        return self._database

    def close(self) -> None:
        """Give the database back; values that were read stay good."""
        self._database.close()

    def __enter__(self) -> Archive:
        """The archive itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    # --- in ----------------------------------------------------------------------------------------------------------

    def ingest(
        self,
        paths: str | PathLike[str] | Iterable[str | PathLike[str]],
        *,
        defaults: Mapping[str, Any] | None = None,
        overrides: Mapping[str, Any] | None = None,
        mapping: Mapping[str, str] | None = None,
        format: str = "auto",  # noqa: A002 - the word that people use
        jobs: int = 1,
        executor: Executor | None = None,
        lexicon: Path | None = None,
        clauses: str = RULES,
        reprocess: bool = False,
        progress: Callable[[int], object] | None = None,
        at: datetime | None = None,
        as_of: date | None = None,
    ) -> IngestReport:
        """What became of the articles in files, folders, pages, feeds and dumps.

        Args:
            paths: One place or several.
            defaults: Fields of articles that do not state them: ``{"source": "Quay Beacon"}``.
            overrides: Fields that beat what the articles state.
            mapping: Our field names to theirs, dots for nesting: ``{"published": "meta.date"}``.
            format: ``auto text html feed jsonl csv``.
            jobs: Processes that parse.
            executor: Any executor to parse in instead, a cluster's for example.
            lexicon: A folder with word lists of your own.
            clauses: ``rules`` or ``spacy:MODEL``, as in ``parse``.
            reprocess: Parse unchanged articles again; edits stay.
            progress: Called with the number of articles that are done.
            at: Moment of the run, for the rows that note it.
            as_of: Today, so that no article is dated in the future.
        """
        from timeline.reading import files

        named = [paths] if isinstance(paths, (str, PathLike)) else list(paths)
        places = [one if isinstance(one, str) else Path(one) for one in named]
        found = files.read(
            places,
            defaults=defaults or {},
            overrides=overrides or {},
            mapping=mapping or {},
            format=format,
            as_of=as_of or (None if at is None else at.date()),
        )
        articles = (one if isinstance(one, Article) else Failure(path=one.where, reason=one.reason) for one in found)
        return self.ingest_articles(
            articles,
            inputs=[str(place) for place in places],
            jobs=jobs,
            executor=executor,
            lexicon=lexicon,
            clauses=clauses,
            reprocess=reprocess,
            progress=progress,
            at=at,
        )

    def ingest_articles(
        self,
        articles: Iterable[Article | Failure],
        *,
        inputs: Sequence[str] = (),
        jobs: int = 1,
        executor: Executor | None = None,
        lexicon: Path | None = None,
        clauses: str = RULES,
        reprocess: bool = False,
        progress: Callable[[int], object] | None = None,
        at: datetime | None = None,
    ) -> IngestReport:
        """What became of articles that were read already; they are taken one by one, so a stream may be without end."""
        return Ingest(self._database, at=_moment(at), reprocess=reprocess).run(
            articles,
            version=__version__,
            inputs=inputs,
            jobs=jobs,
            executor=executor,
            lexicon=lexicon,
            clauses=clauses,
            progress=progress,
        )

    def keep(
        self, readings: Iterable[tuple[Article, Extraction]], *, reprocess: bool = False, at: datetime | None = None
    ) -> IngestReport:
        """What became of articles that were parsed elsewhere, on a cluster for example: ``pipeline.parse_many``."""
        return Ingest(self._database, at=_moment(at), reprocess=reprocess).keep(readings, version=__version__)

    # --- corrections -------------------------------------------------------------------------------------------------

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
            return self._edit_actor(key, changes, at=_stamp(at), by=by, note=note)
        with self._reading() as finder:
            of_article = key.startswith("ar_") or ("published" in changes and not key.startswith("ev_"))
            target = lookup.article_key(finder, key) if of_article else None
        if target is not None:
            return corrections.edit_article(self._database, target, changes, at=_stamp(at), by=by, note=note)
        return corrections.edit_event(self._database, self.event(key), changes, at=_stamp(at), by=by, note=note)

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
        return actor_corrections.merge(self._database, one, other, at=_stamp(at), by=by, note=note)

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
            at=_stamp(at),
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
        return corrections.undo(self._database, edit_key, at=_stamp(at))

    # --- the database ------------------------------------------------------------------------------------------------

    def sql(self, question: str, params: Mapping[str, Any] | None = None) -> Table:
        """What one SQL statement answers that only reads; ``:name`` in it stands for a parameter.

        Raises:
            QueryError: It is not one statement, would change something, or is wrong.
        """
        return inspection.ask(self._database, question, params or {})

    def stats(self) -> dict[str, int | str | None]:
        """What the database holds, counted."""
        with self._database.read() as connection:
            return inspection.count_all(connection)

    def doctor(self) -> tuple[Check, ...]:
        """Whether file, schema, quotes, keys and counts are sound: a check each."""
        return inspection.examine(self._database)

    def session(self) -> Session:
        """A plain SQLAlchemy ``Session`` on this database; the mapped classes are in ``timeline.storage``."""
        from sqlalchemy.orm import Session

        return Session(self._database.engine)


def _moment(at: datetime | None) -> str | None:
    return None if at is None else _stamp(at)


def _stamp(at: datetime) -> str:
    """A moment as rows keep it: UTC, to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
