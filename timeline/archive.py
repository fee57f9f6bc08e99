"""The archive: a database of articles, events and stories, as all faces use it.

A place comes in, and an object with short methods goes out; each opens a connection, asks or stores, and gives back
frozen values
that outlive it. Nothing is decided here: what is answered in ``asking``, what belongs together in ``assembly`` and
``stories``, how it is stored in ``storage``. What depends on the day takes ``as_of``; what notes a moment takes ``at``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from timeline import __version__
from timeline.actor_asking import ActorHandle
from timeline.asking import Explanation, StoryHandle
from timeline.editing import Editing, moment
from timeline.ingest import Ingest, IngestItem, IngestReport
from timeline.pipeline import RULES
from timeline.query import ActorCriteria, Criteria
from timeline.storage import inspection
from timeline.storage.database import Database, Place, open_database
from timeline.storage.inspection import Check, Table
from timeline.values.article import Article, Failure
from timeline.values.events import Extraction

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


class Archive(Editing):
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
        return Ingest(self._database, at=moment(at), reprocess=reprocess).run(
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
        return Ingest(self._database, at=moment(at), reprocess=reprocess).keep(readings, version=__version__)

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
