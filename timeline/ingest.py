"""Articles with their readings into the database: what is new, what belongs together, what changed.

In comes a stream of articles, read and parsed; out goes a report of what became of each. Every batch is one
transaction and
whole by itself: articles, mentions, events and stories, so that a run that is cut off leaves a sound database and is
finished by running it again. How texts are read is decided in ``timeline.pipeline``, what is one event or story in
``timeline.stories``, how it is stored in ``timeline.storage``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path

from timeline.assembly import StoryBook, assemble, dated_again
from timeline.errors import Problem, TimelineError
from timeline.ingest_report import IngestItem, IngestReport, Tally
from timeline.pipeline import RULES, Parsed, Read, attempt_many, named
from timeline.storage.database import Database
from timeline.storage.finder import Finder
from timeline.storage.store import Store, StoredArticle, StoredMention
from timeline.stories.sketches import sketch
from timeline.values.article import PUBLISHED_BASES, Article, Failure, Published
from timeline.values.events import Extraction
from timeline.workers import chunks

#: Articles a transaction, at first and at most. A story is put together again in each transaction that adds to it, so
#: transactions grow with what the run has stored (``GROWTH`` 1 doubles it); else the work would grow with its square.
BATCH, LARGEST_BATCH = 64, 1024
GROWTH = 1.0

__all__ = ["Ingest", "IngestItem", "IngestReport", "batches"]

#: Basis of a date that a person gave.
_GIVEN = "given"


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
        clauses: str = RULES,
        progress: Callable[[int], object] | None = None,
    ) -> IngestReport:
        """Parse and store a stream of articles; the report comes back when it is at its end."""
        readings = attempt_many(self._needing(articles), lexicon=lexicon, clauses=clauses, jobs=jobs, executor=executor)
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
        for chunk in chunks(articles, BATCH):
            keys = [one.key for one in chunk if isinstance(one, Article)]
            with self._database.read() as connection:
                stored = Store(connection, at=None).stored_articles(keys)
            for one in chunk:
                if (
                    isinstance(one, Article)
                    and (known := stored.get(one.key)) is not None
                    and self._unchanged(known, one)
                ):
                    self._items.append(IngestItem(path=named(one), outcome="unchanged", article_key=one.key))
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
    ) -> int | None:
        """Keep a batch, whole or not at all; the run's row number comes back.

        A fault of ours, or of the database, with one article must not cost the others. Which one it is shows by halves:
        each is kept in a transaction of its own, down to the article that cannot be, which becomes a failure. When the
        database as a whole cannot be used, that is an error.
        """
        before = len(self._items), len(self._problems), len(self._failures), replace(self._tally)
        try:
            return self._transaction(batch, run_id, version=version, inputs=inputs, done=done)
        except TimelineError:
            raise
        except Exception as error:
            if not batch or (len(batch) == 1 and isinstance(batch[0], Failure)):
                raise
            self._back_to(*before)
            middle = len(batch) // 2
            parts = [batch[:middle], batch[middle:]] if middle else [[_not_stored(batch[0], error)]]
        for part in parts:
            run_id = self._batch(part, run_id, version=version, inputs=inputs)
        return run_id

    def _back_to(self, items: int, problems: int, failures: int, tally: Tally) -> None:
        """Forget what a transaction noted that was taken back; what is stored is read again."""
        del self._items[items:], self._problems[problems:], self._failures[failures:]
        self._tally = tally
        self._actor_ids.clear()
        self._book = StoryBook()

    def _transaction(
        self, batch: Sequence[Parsed], run_id: int | None, *, version: str, inputs: Sequence[str], done: bool
    ) -> int:
        """Keep a batch and note what became of it, in one transaction."""
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
        recast = self._part_namesakes(batch, stored, store)
        for one in batch:
            if isinstance(one, Failure):
                self._failures.append(one)
                self._items.append(IngestItem(path=one.path, outcome="failed", reason=one.reason))
            else:
                self._keep_one(*one, stored.get(one[0].key), fresh, store)
        if not fresh:
            return
        stories, moved = self._book.settle()
        known = finder.story_of_articles(recast - fresh.keys())
        besides = {key: moved.get(key, known.get(key)) for key in sorted(recast - fresh.keys())}
        self._tally.add(assemble(store, finder, fresh, story_of=besides | stories, moved=moved))
        self._book.seen(finder.last_article_id())

    def _part_namesakes(
        self, batch: Sequence[Parsed], stored: Mapping[str, StoredArticle], store: Store
    ) -> frozenset[str]:
        """Decide who is who among people of one name; keys of the stored articles that mean somebody else now."""
        kept = [
            (stored.get(one[0].key), one[1])
            for one in batch
            if not isinstance(one, Failure)
            and ((old := stored.get(one[0].key)) is None or not self._unchanged(old, one[0]))
        ]
        return store.part_namesakes(
            (reading for _, reading in kept), read_again=[old.id for old, _ in kept if old is not None]
        )

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
            self._items.append(IngestItem(path=named(article), outcome="unchanged", article_key=article.key))
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
            IngestItem(path=named(article), outcome=outcome, reason=reason, article_key=article.key, mentions=found)
        )
        known = {problem.hint for problem in article.problems}
        # What the reader said of the missing day already is not said again by the parser.
        for problem in (*article.problems, *(one for one in extraction.problems if one.hint not in known)):
            self._problems.append(replace(problem, where=named(article) or article.key))

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


def _not_stored(one: Parsed, error: Exception) -> Failure:
    """What becomes of an article that cannot be stored."""
    cause = str(getattr(error, "orig", error)).partition("\n")[0]
    path = one.path if isinstance(one, Failure) else named(one[0]) or one[0].key
    return Failure(path=path, reason=f"storing failed: {type(error).__name__}: {cause}")


def _better(old: Published, new: Published) -> Published:
    """Which day of publication to keep: what a person gives, else the stronger ground, else what was known first."""
    if new.value is None or old == new:
        return old
    if old.value is None or (new.basis == _GIVEN and new.value != old.value):
        return new
    return new if PUBLISHED_BASES.index(new.basis) < PUBLISHED_BASES.index(old.basis) else old
