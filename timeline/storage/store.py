"""One write transaction: articles with their readings, events, stories and edits go in as values, and are kept whole
or not at all.

What is stored and what it comes to (new, unchanged, one event or two) is decided in ``timeline.ingest``; how a value
becomes a row in the ``*_mapping``. The parts are ``writing``, ``article_writing``, ``event_writing``; stories, edits
and runs are here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from sqlalchemy import Table, delete, insert, select, update

from timeline.storage import mapping, story_mapping
from timeline.storage.event_writing import EventWriting
from timeline.storage.keys import chunks
from timeline.storage.stored import StoredArticle, StoredEvent, StoredMention, mention_keys
from timeline.storage.story_tables import edits, run_items, runs, stories, story_articles, story_events
from timeline.values.events import Edit
from timeline.values.stories import Story

__all__ = ["Store", "StoredArticle", "StoredEvent", "StoredMention", "mention_keys"]

_KEY_BYTES = 6


class Store(EventWriting):
    """A write transaction: the ``add_``, ``save_`` and ``set_`` methods gather rows, ``flush`` writes them."""

    def save_stories(self, found: Sequence[Story], *, event_sort_keys: Mapping[str, str | None]) -> frozenset[str]:
        """Keep stories with their articles and events, after ``save_events``; keys of those that a reader sees changed.

        Args:
            found: With keys of all their articles and events.
            event_sort_keys: Sort key of each event; None for an undated one.
        """
        stored = {row.key: row for row in self._by(select(stories), stories.c.key, [story.key for story in found])}
        articles_held = self._held(story_articles, story_articles.c.article_id, stored.values())
        events_held = self._held(story_events, story_events.c.event_id, stored.values(), story_events.c.sort_key)
        self.article_ids(key for story in found for key in story.article_keys)
        changed = set()
        for story in found:
            old = stored.get(story.key)
            fingerprint = story_mapping.story_fingerprint(story)
            visible = old is None or old.fingerprint != fingerprint
            story_id = self._new_id(stories) if old is None else old.id
            row = story_mapping.story_values(
                story_id,
                story,
                revision=1 if old is None else old.revision + visible,
                fingerprint=fingerprint,
                first_seen_at=self.at if old is None else old.first_seen_at,
                at=self.at,
            )
            if old is None:
                self._rows[stories].append(row)
            elif visible:
                self._later(stories, tuple(stories.columns.keys())[1:], (*row[1:], story_id))
            if visible:
                changed.add(story.key)
            members = {self._article_ids[key]: None for key in story.article_keys}
            self._keep_members(
                story_articles, story_articles.c.article_id, story_id, members, articles_held.get(story_id, {})
            )
            told = {self._event_ids[key]: event_sort_keys.get(key) for key in story.event_keys}
            self._keep_members(story_events, story_events.c.event_id, story_id, told, events_held.get(story_id, {}))
        return frozenset(changed)

    def _held(self, table: Table, column: Any, stored: Iterable[Any], *more: Any) -> dict[int, dict[int, str | None]]:
        """The members that each stored story has, with their sort key where they have one."""
        held: dict[int, dict[int, str | None]] = defaultdict(dict)
        query = select(table.c.story_id, column, *more)
        for row in self._by(query, table.c.story_id, [story.id for story in stored]):
            held[row[0]][row[1]] = row[2] if more else None
        return held

    def _keep_members(
        self, table: Table, column: Any, story_id: int, wanted: Mapping[int, str | None], held: Mapping[int, str | None]
    ) -> None:
        """Remove the members of a story that are gone or sort elsewhere, and gather rows of those that are new."""
        gone = [member for member, sort_key in held.items() if wanted.get(member, "") != sort_key]
        for chunk in chunks(gone):
            self.connection.execute(delete(table).where(table.c.story_id == story_id, column.in_(chunk)))
        staying = held.keys() - set(gone)
        sort_keyed = "sort_key" in table.c
        self._rows[table] += [
            (story_id, member, sort_key) if sort_keyed else (story_id, member)
            for member, sort_key in sorted(wanted.items())
            if member not in staying
        ]

    def remove_story(self, key: str) -> None:
        """Remove a story that was merged away or has no article left; its key is redirected by the caller."""
        self.connection.execute(delete(stories).where(stories.c.key == key))

    def add_edit(self, edit: Edit) -> None:
        """Keep an edit."""
        self.connection.execute(
            insert(edits),
            [dict(zip(edits.columns.keys(), story_mapping.edit_values(self._new_id(edits), edit), strict=True))],
        )

    def end_edit(self, key: str) -> None:
        """Undo an edit; its row stays."""
        self.connection.execute(update(edits).where(edits.c.key == key).values(active=0))

    def start_run(self, *, version: str, inputs: Sequence[str]) -> int:
        """Begin to note what becomes of each article; the run's row number comes back."""
        run_id = self._new_id(runs)
        key = "rn_" + blake2b(f"{run_id} {self.at}".encode(), digest_size=_KEY_BYTES).hexdigest()
        outcome_counts = {column.name: 0 for column in runs.columns if column.name.endswith("_count")}
        self.connection.execute(
            insert(runs).values(
                id=run_id,
                key=key,
                started_at=self.at,
                version=version,
                inputs=mapping.written(list(inputs)),
                **outcome_counts,
            )
        )
        return run_id

    def add_run_items(
        self, run_id: int, items: Iterable[tuple[int, str | None, str, str | None, str | None, int]]
    ) -> None:
        """Note what became of some articles: position, path, outcome, reason, article key, number of mentions."""
        self._rows[run_items] += [(run_id, *item) for item in items]

    def finish_run(self, run_id: int, outcome_counts: Mapping[str, int], *, done: bool) -> None:
        """Set the counts of a run, and that it is done."""
        values: dict[str, Any] = {f"{outcome}_count": number for outcome, number in outcome_counts.items()}
        self.connection.execute(
            update(runs).where(runs.c.id == run_id).values(**values, **({"finished_at": self.at} if done else {}))
        )
