"""The archive: a database of articles, events and stories, as all faces use it.

A place comes in, and an object with short methods goes out; each opens a connection, asks or stores, and gives back
frozen values
that outlive it. Nothing is decided here: what is asked for in ``query``, what belongs together in ``assembly`` and
``stories``, how it is stored in ``storage``. What depends on the day takes ``as_of``; what notes a moment takes ``at``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from difflib import get_close_matches
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from timeline import __version__, corrections, query
from timeline.errors import NotFound, QueryError
from timeline.ingest import Ingest, IngestItem, IngestReport
from timeline.query import Criteria
from timeline.storage import inspection
from timeline.storage.database import Database, Place, open_database
from timeline.storage.finder import Finder
from timeline.storage.inspection import Check, Table
from timeline.stories import outcomes, selection
from timeline.values.actors import Actor
from timeline.values.article import Article, Failure
from timeline.values.dates import TimeExpression
from timeline.values.events import Edit, Event, Extraction
from timeline.values.stories import Entry, Story, Timeline
from timeline.values.text import Span

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = [
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

_EVERYTHING = Criteria()
#: Near names that an error proposes.
_NEAR_NAMES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """On what an event rests: itself, its articles, their time expressions by article key, and what became of a
    plan."""

    event: Event
    articles: tuple[Article, ...]
    timexes: Mapping[str, tuple[TimeExpression, ...]]
    outcome: str | None = None


class Archive:
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
            progress=progress,
        )

    def keep(
        self, readings: Iterable[tuple[Article, Extraction]], *, reprocess: bool = False, at: datetime | None = None
    ) -> IngestReport:
        """What became of articles that were parsed elsewhere, on a cluster for example: ``pipeline.parse_many``."""
        return Ingest(self._database, at=_moment(at), reprocess=reprocess).keep(readings, version=__version__)

    # --- out ---------------------------------------------------------------------------------------------------------

    def stories(self, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> tuple[Story, ...]:
        """The stories that have an event asked for, those with the latest days first; ``as_of`` tells the dormant
        ones."""
        with self._reading() as finder:
            stories = finder.stories(query.story_ids(finder.connection, criteria))
            days = finder.story_days(story.key for story in stories) if as_of is not None else {}
        return tuple(_as_of(story, days.get(story.key, ()), as_of) for story in stories)

    def story(self, key: str) -> StoryHandle:
        """A story by key, slug, alias, or the beginning of one that no other shares.

        Raises:
            NotFound: There is none; near names are proposed.
        """
        with self._reading() as finder:
            return StoryHandle(archive=self, story=_story(finder, key))

    def timeline(self, story: str | None, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> Timeline:
        """A story's events in order of time with their articles; None for the events in no story.

        Args:
            story: As in ``story``.
            criteria: What is asked for; ``salience`` keeps what several independent sources report, and what people
            edited. as_of: The day that outcomes and the story's status depend on; None leaves them open.
        """
        with self._reading() as finder:
            found = None if story is None else _story(finder, story)
            story_id = None if found is None else finder.story_ids(found.key)[0]
            wide = replace(criteria, salience=None, limit=None)
            ids = query.event_ids(finder.connection, wide, story_id=story_id, loose=found is None)
            events = self._told(finder, ids, criteria, as_of)
            shown = selection.shown(events, salience=criteria.salience) if criteria.salience else events
            shown = shown if criteria.limit is None else shown[: criteria.limit]
            keys = [key for event in shown for key in event.article_keys]
            if found is not None and wide.asks_nothing:
                keys += found.article_keys
            articles = finder.articles(keys)
            outcome = self._outcomes(finder, shown, as_of)
            dated, undated = selection.order(shown)
            hidden = query.event_ids(
                finder.connection, replace(wide, hidden=True), story_id=story_id, loose=found is None
            )
            days = () if found is None else finder.story_days((found.key,)).get(found.key, ())
            return Timeline(
                story=None if found is None else _as_of(found, days, as_of),
                entries=tuple(_entry(event, articles, outcome) for event in dated),
                undated=tuple(_entry(event, articles, outcome) for event in undated),
                actors=finder.actors(
                    {who.key for event in shown for who in (*event.actors, *event.recipients) if who.key}
                ),
                articles=tuple(articles[key] for key in dict.fromkeys(keys) if key in articles),
                omitted=_omitted(hidden=len(hidden) - len(ids), less_salient=len(events) - len(shown)),
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
            story_id = None if story is None else finder.story_ids(_story(finder, story).key)[0]
            return self._told(finder, query.event_ids(finder.connection, criteria, story_id=story_id), criteria, as_of)

    def event(self, key: str, *, as_of: date | None = None) -> Event:
        """An event by key, alias, or the beginning of a key that no other shares.

        Raises:
            NotFound: There is none.
        """
        with self._reading() as finder:
            return self._told(finder, [_event_id(finder, key)], _EVERYTHING, as_of)[0]

    def search(self, words: str, criteria: Criteria = _EVERYTHING, *, as_of: date | None = None) -> tuple[Event, ...]:
        """The events whose title or evidence has all the words, newest first; ``march*`` asks for a beginning."""
        with self._reading() as finder:
            return self._told(finder, query.search_ids(finder.connection, words, criteria), criteria, as_of)

    def article(self, key: str) -> Article:
        """An article by key, address, its own id in a dump, or path; or the beginning of a key that no other shares.

        Raises:
            NotFound: There is none.
        """
        with self._reading() as finder:
            return finder.articles((_article_key(finder, key),)).popitem()[1]

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
            found = finder.extraction(_article_key(finder, article_key))
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
                outcome=self._outcomes(finder, (event,), as_of).get(event.key),
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
            keys = finder.article_keys() if story is None else _story(finder, story).article_keys
            spans, copies = finder.sentences(keys), finder.copies(keys)
            articles = finder.articles(keys)
            dated = [_dated(articles[key], spans[key], finder.timexes(key)) for key in keys]
        told = selection.digest(dated, dates=dates, sentences=sentences, after=after, before=before, copies=copies)
        return tuple((day, tuple(chosen)) for day, chosen in told)

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
        """Lay human values over an event (``date type label status title hidden``) or an article (``published``).

        Raises:
            NotFound: There is no such event or article.
            QueryError: A field cannot be edited, or cannot take the value; then nothing is changed.
        """
        del as_of  # nothing that is stored depends on the day
        if not changes:
            raise QueryError("there is nothing to change; name a field, such as date='2024-02-29'")
        with self._reading() as finder:
            of_article = key.startswith("ar_") or ("published" in changes and not key.startswith("ev_"))
            target = _article_key(finder, key) if of_article else None
        if target is not None:
            return corrections.edit_article(self._database, target, changes, at=_stamp(at), by=by, note=note)
        return corrections.edit_event(self._database, self.event(key), changes, at=_stamp(at), by=by, note=note)

    def undo(self, edit_key: str | None = None, *, at: datetime, as_of: date | None = None) -> Edit:
        """Take back an edit, the latest when none is named; it comes back as it is now.

        Raises:
            NotFound: There is none to undo.
        """
        del as_of  # nothing that is stored depends on the day
        return corrections.undo(self._database, edit_key, at=_stamp(at))

    def edits(self, key: str | None = None) -> tuple[Edit, ...]:
        """All edits, or those of one event or article, in the order in which they were made."""
        with self._reading() as finder:
            if key is None:
                return finder.edits()
            names = {key, finder.redirected(key), *finder.aliases((key,)).get(key, ())}
            return tuple(edit for edit in finder.edits() if edit.target_key in names)

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

    @contextmanager
    def _reading(self) -> Iterator[Finder]:
        with self._database.read() as connection:
            yield Finder(connection)

    def _told(self, finder: Finder, ids: Sequence[int], criteria: Criteria, as_of: date | None) -> tuple[Event, ...]:
        """The events of row numbers, with the status that each has on a day."""
        events = finder.events(ids)
        if as_of is None:
            return events
        following = finder.events(finder.followers([event.key for event in events if event.status == "planned"]))
        told = tuple(
            replace(event, status=outcomes.status(event, following, as_of=as_of))
            if event.status == "planned"
            else event
            for event in events
        )
        return tuple(event for event in told if not criteria.statuses or event.status in criteria.statuses)

    def _outcomes(self, finder: Finder, events: Sequence[Event], as_of: date | None) -> dict[str, str | None]:
        """What became of each plan among the events."""
        following = finder.events(finder.followers([event.key for event in events]))
        return {event.key: outcomes.outcome(event, following, as_of=as_of) for event in events}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHandle:
    """A story of an open archive: ``story`` is the value, the methods ask."""

    archive: Archive
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


def _story(finder: Finder, name: str) -> Story:
    """The one story that a name means."""
    ids = finder.story_ids(name)
    if len(ids) == 1:
        return finder.stories(ids)[0]
    if ids:
        slugs = ", ".join(story.slug for story in finder.stories(ids[:_NEAR_NAMES]))
        raise NotFound(f"{name!r} could be any of {len(ids)} stories, such as {slugs}; name more of it", key=name)
    near = get_close_matches(name, finder.all_slugs(), n=_NEAR_NAMES)
    hint = f"did you mean {' or '.join(near)}?" if near else "see `timeline stories`"
    raise NotFound(f"there is no story {name!r}; {hint}", key=name)


def _event_id(finder: Finder, name: str) -> int:
    """The one event that a name means."""
    ids = finder.event_ids_named(name)
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise NotFound(f"{name!r} could be any of {len(ids)} events; name more of it", key=name)
    raise NotFound(f"there is no event {name!r}; see `timeline events`", key=name)


def _article_key(finder: Finder, name: str) -> str:
    """The key of the one article that a name means."""
    found = finder.article_key(name)
    if found is None:
        raise NotFound(f"there is no article {name!r}, or it names several; see the table articles", key=name)
    return found


def _entry(event: Event, articles: Mapping[str, Article], outcome: Mapping[str, str | None]) -> Entry:
    keys = dict.fromkeys(event.article_keys)
    return Entry(event=event, articles=tuple(articles[key] for key in keys), outcome=outcome.get(event.key))


def _dated(article: Article, spans: Sequence[Span], timexes: Iterable[TimeExpression]) -> selection.DatedArticle:
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


def _omitted(**reasons: int) -> tuple[tuple[str, int], ...]:
    return tuple((reason, number) for reason, number in reasons.items() if number)


def _as_of(story: Story, days: Iterable[str], as_of: date | None) -> Story:
    """The story with the status that it has on a day."""
    published = [date.fromisoformat(day) for day in days]
    status = outcomes.story_status(
        published, as_of=as_of, closed=story.status == "closed", merged=story.status == "merged"
    )
    return replace(story, status=status)


def _moment(at: datetime | None) -> str | None:
    return None if at is None else _stamp(at)


def _stamp(at: datetime) -> str:
    """A moment as rows keep it: UTC, to the second."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
