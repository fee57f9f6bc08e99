"""Articles with their readings into the database: what is new, what belongs together, what changed.

In comes a stream of articles, read and parsed; out goes a report of what became of each. Every batch is one
transaction and
whole by itself: articles, mentions, events and stories, so that a run that is cut off leaves a sound database and is
finished by running it again. How texts are read is decided in ``timeline.pipeline``, what is one event or story in
``timeline.stories``, how it is stored in ``timeline.storage``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from timeline import pipeline
from timeline.assembly import Assembled, StoryBook, assemble, dated_again
from timeline.errors import LexiconError, Problem
from timeline.storage.database import Database
from timeline.storage.finder import Finder
from timeline.storage.store import Store, StoredArticle, StoredMention
from timeline.stories.clustering import sketch
from timeline.values.article import PUBLISHED_BASES, Article, Failure, Published
from timeline.values.events import Extraction

#: Articles a transaction, at first and at most. A story is put together again in each transaction that adds to it, so
#: transactions grow with what the run has stored (``GROWTH`` 1 doubles it); else the work would grow with its square.
BATCH, LARGEST_BATCH = 64, 1024
GROWTH = 1.0

#: Basis of a date that a person gave.
_GIVEN = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestItem:
    """What became of one article or file.

    Attributes:
        path: File, address or record.
        outcome: ``new unchanged updated duplicate failed``.
        reason: Why it failed, or what it is a copy of.
        article_key: None when it failed.
        mentions: How many mentions were found.
    """

    path: str | None
    outcome: str
    reason: str | None = None
    article_key: str | None = None
    mentions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What a run came to.

    Attributes:
        new, unchanged, updated, duplicates, failed: Articles by what became of them; a wire copy is kept and counts
        as duplicate. items: One for each article or file, in order.
        failures: What could not be read.
        problems: What a person should know of the rest.
        events, undated: Events that are new, and how many of them have no date.
        stories: Stories that are new or changed.
        story_slugs: Those stories, the largest first.
    """

    new: int = 0
    unchanged: int = 0
    updated: int = 0
    duplicates: int = 0
    failed: int = 0
    items: tuple[IngestItem, ...] = ()
    failures: tuple[Failure, ...] = ()
    problems: tuple[Problem, ...] = ()
    events: int = 0
    undated: int = 0
    stories: int = 0
    story_slugs: tuple[str, ...] = ()


Read = Article | Failure
Parsed = tuple[Article, Extraction] | Failure


class Ingest:
    """One run: batches go in by ``run``, a report comes out.

    Args:
        database: To write to.
        at: Moment of the run, UTC and ISO, for the rows that keep it.
        reprocess: Read unchanged articles again.
    """

    def __init__(self, database: Database, *, at: str | None, reprocess: bool = False) -> None:
        self._database = database
        self._at = at
        self._reprocess = reprocess
        self._book = StoryBook()
        self._actor_ids: dict[str, int] = {}
        self._items: list[IngestItem] = []
        self._problems: list[Problem] = []
        self._failures: list[Failure] = []
        self._tally = Tally()

    def run(
        self,
        articles: Iterable[Read],
        *,
        version: str,
        inputs: Sequence[str] = (),
        jobs: int = 1,
        executor: Executor | None = None,
        lexicon: Path | None = None,
        progress: Callable[[int], object] | None = None,
    ) -> IngestReport:
        """Parse and store a stream of articles; the report comes back when it is at its end."""
        readings = parsed(self._needing(articles), lexicon=lexicon, jobs=jobs, executor=executor)
        return self.keep(readings, version=version, inputs=inputs, progress=progress)

    def keep(
        self,
        readings: Iterable[Parsed],
        *,
        version: str,
        inputs: Sequence[str] = (),
        progress: Callable[[int], object] | None = None,
    ) -> IngestReport:
        """Store a stream of articles that are parsed; the report comes back when it is at its end."""
        run_id: int | None = None
        for batch in batches(readings):
            run_id = self._batch(batch, run_id, version=version, inputs=inputs)
            if progress is not None:
                progress(len(self._items))
        self._batch([], run_id, version=version, inputs=inputs, done=True)
        outcomes = Counter(item.outcome for item in self._items)
        return IngestReport(
            new=outcomes["new"],
            unchanged=outcomes["unchanged"],
            updated=outcomes["updated"],
            duplicates=outcomes["duplicate"],
            failed=outcomes["failed"],
            items=tuple(self._items),
            failures=tuple(self._failures),
            problems=tuple(self._problems),
            events=len(self._tally.events),
            undated=len(self._tally.undated),
            stories=len(self._tally.stories),
            story_slugs=tuple(sorted(self._tally.stories, key=lambda slug: (-self._tally.stories[slug], slug))),
        )

    def _needing(self, articles: Iterable[Read]) -> Iterator[Read]:
        """The articles that must be parsed; those that are stored just so are noted and go no further."""
        for chunk in pipeline.chunks(articles, BATCH):
            keys = [one.key for one in chunk if isinstance(one, Article)]
            with self._database.read() as connection:
                stored = Store(connection, at=None).stored_articles(keys)
            for one in chunk:
                if (
                    isinstance(one, Article)
                    and (known := stored.get(one.key)) is not None
                    and self._unchanged(known, one)
                ):
                    self._items.append(IngestItem(path=_path(one), outcome="unchanged", article_key=one.key))
                else:
                    yield one

    def _unchanged(self, stored: StoredArticle, article: Article) -> bool:
        """Whether an article adds nothing: it is stored just so, or is a text that it had before the present one."""
        if article.version_key in stored.earlier_versions:
            return True
        if self._reprocess or stored.version_key != article.version_key:
            return False
        return stored.overlaid or _better(stored.published, article.published) == stored.published

    def _batch(
        self, batch: Sequence[Parsed], run_id: int | None, *, version: str, inputs: Sequence[str], done: bool = False
    ) -> int:
        """Keep a batch, whole or not at all; the run's row number comes back."""
        with self._database.write() as connection:
            store = Store(connection, at=self._at, actor_ids=self._actor_ids)
            if run_id is None:
                run_id = store.start_run(version=version, inputs=inputs)
            self._keep(batch, store, Finder(connection))
            written = self._tally.items_written
            store.add_run_items(
                run_id,
                (
                    (written + place, item.path, item.outcome, item.reason, item.article_key, item.mentions)
                    for place, item in enumerate(self._items[written:])
                ),
            )
            self._tally.items_written = len(self._items)
            store.finish_run(run_id, Counter(item.outcome for item in self._items), done=done)
            store.flush()
            if done:
                self._database.dialect.optimise(connection)
        return run_id

    def _keep(self, batch: Sequence[Parsed], store: Store, finder: Finder) -> None:
        """Keep the articles of a batch, then put together the events and stories that they touch."""
        self._book.catch_up(finder)
        stored = store.stored_articles(one[0].key for one in batch if not isinstance(one, Failure))
        fresh: dict[str, tuple[StoredMention, ...]] = {}
        for one in batch:
            if isinstance(one, Failure):
                self._failures.append(one)
                self._items.append(IngestItem(path=one.path, outcome="failed", reason=one.reason))
            else:
                self._keep_one(*one, stored.get(one[0].key), fresh, store)
        if not fresh:
            return
        stories, moved = self._book.settle()
        self._tally.add(assemble(store, finder, fresh, story_of=stories, moved=moved))
        self._book.seen(finder.last_article_id())

    def _keep_one(
        self,
        article: Article,
        extraction: Extraction,
        old: StoredArticle | None,
        fresh: dict[str, tuple[StoredMention, ...]],
        store: Store,
    ) -> None:
        """Keep one article and note what became of it."""
        if old is not None and self._unchanged(old, article):
            self._items.append(IngestItem(path=_path(article), outcome="unchanged", article_key=article.key))
            return
        outcome, reason = "new" if old is None else "updated", None
        if old is None:
            fresh[article.key] = store.add_article(article, extraction)
        else:
            article, extraction = self._as_published(old, article, extraction, store)
            keep = store.replace_reading if old.version_key == article.version_key else store.add_version
            fresh[article.key] = keep(old, article, extraction)
        names = [actor.name for actor in extraction.actors]
        made = sketch(article.key, article.title, article.text, article.published.on, names)
        store.set_sketch(article.key, made.as_record())
        original = self._book.add(made)
        if old is None and original is not None:
            store.set_copy(article.key, original)
            outcome, reason = "duplicate", f"a copy of {original}"
        found = len(extraction.mentions)
        self._items.append(
            IngestItem(path=_path(article), outcome=outcome, reason=reason, article_key=article.key, mentions=found)
        )
        for problem in (*article.problems, *extraction.problems):
            self._problems.append(replace(problem, where=_path(article) or article.key))

    def _as_published(
        self, old: StoredArticle, article: Article, extraction: Extraction, store: Store
    ) -> tuple[Article, Extraction]:
        """Article and reading with the best that is known of the day of publication, now or from before."""
        published = old.published if old.overlaid else _better(old.published, article.published)
        if published != old.published:
            store.set_published(article.key, published, machine=None)
        if published != extraction.published:
            timexes, mentions = dated_again(extraction.timexes, extraction.mentions, published)
            extraction = replace(extraction, timexes=timexes, mentions=mentions, published=published)
        return replace(article, published=published), extraction


@dataclass(slots=True)
class Tally:
    """What a run has added so far."""

    events: set[str] = field(default_factory=set)
    undated: set[str] = field(default_factory=set)
    stories: dict[str, int] = field(default_factory=dict)
    items_written: int = 0

    def add(self, assembled: Assembled) -> None:
        """Count what one transaction added."""
        self.events = (self.events | assembled.new) - assembled.gone
        self.undated -= assembled.gone
        self.undated |= {event.key for event in assembled.events if event.key in assembled.new and event.date is None}
        self.stories |= assembled.stories or {}
        for slug in assembled.removed:
            self.stories.pop(slug, None)


def batches(readings: Iterable[Parsed]) -> Iterator[list[Parsed]]:
    """The readings in lists, in none of which an article comes twice: each may change what the next meets."""
    batch: list[Parsed] = []
    keys: set[str] = set()
    passed = 0
    for one in readings:
        key = None if isinstance(one, Failure) else one[0].key
        if len(batch) >= min(LARGEST_BATCH, max(BATCH, GROWTH * passed)) or key in keys:
            yield batch
            passed += len(batch)
            batch, keys = [], set()
        batch.append(one)
        if key is not None:
            keys.add(key)
    if batch:
        yield batch


def parsed(
    articles: Iterable[Read], *, lexicon: Path | None = None, jobs: int = 1, executor: Executor | None = None
) -> Iterator[Parsed]:
    """Each article with what was read in it, in order; failures pass through, and one that cannot be parsed becomes
    one."""
    if executor is None and jobs <= 1:
        for one in articles:
            yield _attempt(one, lexicon=lexicon)
        return
    task = partial(_attempt_all, lexicon=lexicon)
    chunks = pipeline.chunks(articles, pipeline.CHUNK)
    for _, results in pipeline.in_order(task, chunks, jobs=jobs, executor=executor):
        yield from results


def _attempt_all(articles: Sequence[Read], *, lexicon: Path | None) -> list[Parsed]:
    return [_attempt(one, lexicon=lexicon) for one in articles]


def _attempt(one: Read, *, lexicon: Path | None) -> Parsed:
    """One article parsed. A fault of ours in one article must not cost the others, so it becomes its failure."""
    if isinstance(one, Failure):
        return one
    try:
        return one, pipeline.parse_article(one, lexicon=lexicon)
    except LexiconError:
        raise
    except Exception as error:
        return Failure(path=_path(one) or one.key, reason=f"parsing failed: {type(error).__name__}: {error}")


def _better(old: Published, new: Published) -> Published:
    """Which day of publication to keep: what a person gives, else the stronger ground, else what was known first."""
    if new.value is None or old == new:
        return old
    if old.value is None or (new.basis == _GIVEN and new.value != old.value):
        return new
    return new if PUBLISHED_BASES.index(new.basis) < PUBLISHED_BASES.index(old.basis) else old


def _path(article: Article) -> str | None:
    """Where an article was read from, as its reader names it."""
    place = article.path or article.url
    return f"{place} {article.record_id}" if place and article.record_id else place or article.record_id
