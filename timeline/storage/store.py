"""One write transaction: articles with their readings, events, stories and edits go in as values, and are kept whole
or not at all.

Rows are gathered and written table by table at the end, with row numbers given here, because that is many times
quicker than
writing them one by one. What is stored and what it comes to (new, unchanged, one event or two) is decided in
``timeline.ingest``; how a value becomes a row in ``mapping`` and ``event_mapping``.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update

from timeline.storage import article_mapping, event_mapping, mapping, mention_mapping, schema, story_mapping
from timeline.storage.article_tables import (
    actor_mentions,
    actor_names,
    actors,
    article_versions,
    articles,
    outlets,
    quotations,
    sketches,
    time_expressions,
)
from timeline.storage.columns import metadata
from timeline.storage.event_tables import conflict_values, counts, event_links, events, mentions, participants, places
from timeline.storage.story_tables import edits, redirects, run_items, runs, stories, story_articles, story_events
from timeline.values.actors import Actor
from timeline.values.article import Article, Published
from timeline.values.dates import TimeExpression
from timeline.values.events import Edit, Event, Extraction, Mention, Quotation
from timeline.values.stories import Story

#: Keys in one question to the database.
MOST_KEYS = 900

_KEY_BYTES = 6
_EVENT_ID_COLUMN = list(mentions.columns.keys()).index("event_id")
_EVENT_PARTS = (participants, places, counts, conflict_values, event_links)
_READING_TABLES = (time_expressions, quotations, actor_mentions, mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """What deciding about an article needs to know of the one that is stored under its key.

    ``earlier_versions`` are the keys of the texts it had before the current one.
    """

    id: int
    key: str
    version_key: str
    version_number: int
    earlier_versions: frozenset[str]
    published: Published
    overlaid: bool
    copy_of_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """What an event's row says that no value does."""

    id: int
    fingerprint: str
    revision: int
    first_seen_at: str | None
    hidden: bool


class StoredMention(NamedTuple):
    """A mention as it is stored: its row number, the event it belongs to, and what merging must know of its article."""

    id: int
    article_key: str
    event_key: str | None
    event_id: int | None
    mention: Mention
    published_on: date | None
    outlet_key: str | None
    cue: str | None


def mention_keys(article_key: str, text: str, found: Sequence[Mention]) -> list[str]:
    """The key of each mention: a digest of its article, its sentence and its trigger, so that it outlives changes
    elsewhere.

    Two readings of one trigger, or a sentence that stands twice, are told apart by their order.
    """
    seen: dict[tuple[str, str], int] = {}
    keys = []
    for mention in found:
        evidence = mention.evidence[0]
        said = (mention.text, text[evidence.start : evidence.end])
        number = seen[said] = seen.get(said, -1) + 1
        content = f"{article_key}\0{said[0]}\0{said[1]}\0{number}"
        keys.append("mn_" + blake2b(content.encode(), digest_size=_KEY_BYTES).hexdigest())
    return keys


class Store:
    """The rows of one write transaction, in the making. ``flush`` writes them; nothing is read back before that.

    Args:
        connection: Inside a write transaction.
        at: Moment of the change, UTC and ISO, for the rows that keep it.
        actor_ids: Row numbers of actor keys, where they are known from transactions before; is added to.
    """

    def __init__(self, connection: Connection, *, at: str | None, actor_ids: dict[str, int] | None = None) -> None:
        self.connection = connection
        self.at = at
        self.known_events: dict[str, str] = {}
        self.fresh_copies: dict[str, str] = {}
        self.fresh_outlets: dict[str, str] = {}
        self._dialect = schema.dialect_of(connection)
        self._actor_ids = {} if actor_ids is None else actor_ids
        self._next: dict[Table, int] = {}
        self._rows: dict[Table, list[Any]] = defaultdict(list)
        self._changes: dict[tuple[Table, tuple[str, ...]], list[tuple[Any, ...]]] = defaultdict(list)
        self._texts: list[tuple[int, str, str]] = []
        self._article_ids: dict[str, int] = {}
        self._old_articles: set[int] = set()
        self._mention_rows: dict[str, list[Any]] = {}
        self._outlet_ids: dict[str, int] = {}
        self._event_ids: dict[str, int] = {}

    # --- articles ----------------------------------------------------------------------------------------------------

    def stored_articles(self, keys: Iterable[str]) -> dict[str, StoredArticle]:
        """What is stored under each key; keys without an article are left out."""
        found = {}
        query = select(
            articles.c.id,
            articles.c.key,
            articles.c.published,
            articles.c.published_precision,
            articles.c.published_basis,
            articles.c.published_text,
            articles.c.machine_published,
            articles.c.copy_of_id,
            article_versions.c.key.label("version_key"),
            article_versions.c.number,
        ).join(article_versions, article_versions.c.id == articles.c.version_id)
        rows = list(self._by(query, articles.c.key, keys))
        texts: dict[int, set[str]] = defaultdict(set)
        versions = select(article_versions.c.article_id, article_versions.c.key)
        several = [row.id for row in rows if row.number > 1]
        for version in self._by(versions, article_versions.c.article_id, several):
            texts[version.article_id].add(version.key)
        for row in rows:
            self._article_ids[row.key] = row.id
            self._old_articles.add(row.id)
            found[row.key] = StoredArticle(
                id=row.id,
                key=row.key,
                version_key=row.version_key,
                version_number=row.number,
                earlier_versions=frozenset(texts[row.id] - {row.version_key}),
                published=article_mapping.published_back(row),
                overlaid=row.machine_published is not None,
                copy_of_id=row.copy_of_id,
            )
        return found

    def add_article(self, article: Article, extraction: Extraction) -> tuple[StoredMention, ...]:
        """Keep a new article with what was read in it; its mentions come back with their keys."""
        article_id, version_id = self._new_id(articles), self._new_id(article_versions)
        self._article_ids[article.key] = article_id
        self._rows[articles].append(
            article_mapping.article_values(
                article_id,
                article,
                outlet_id=self._outlet_id(article),
                version_id=version_id,
                copy_of_id=None,
                at=self.at,
            )
        )
        self._rows[article_versions].append(
            article_mapping.version_values(version_id, article_id, 1, article, extraction.sentences, self.at)
        )
        return self._add_reading(article_id, article, extraction)

    def add_version(self, stored: StoredArticle, article: Article, extraction: Extraction) -> tuple[StoredMention, ...]:
        """Keep another text of an article; what was read in the one before is replaced."""
        self._forget_reading(stored.id)
        version_id = self._new_id(article_versions)
        self._rows[article_versions].append(
            article_mapping.version_values(
                version_id, stored.id, stored.version_number + 1, article, extraction.sentences, self.at
            )
        )
        self.connection.execute(
            update(articles).where(articles.c.id == stored.id).values(version_id=version_id, updated_at=self.at)
        )
        return self._add_reading(stored.id, article, extraction)

    def replace_reading(
        self, stored: StoredArticle, article: Article, extraction: Extraction
    ) -> tuple[StoredMention, ...]:
        """Keep another reading of the same text."""
        self._forget_reading(stored.id)
        self.connection.execute(
            update(article_versions)
            .where(article_versions.c.article_id == stored.id, article_versions.c.number == stored.version_number)
            .values(sentences=mapping.spans_json(extraction.sentences))
        )
        self.connection.execute(update(articles).where(articles.c.id == stored.id).values(updated_at=self.at))
        return self._add_reading(stored.id, article, extraction)

    def set_published(self, article_key: str, published: Published, *, machine: Published | None) -> None:
        """Set when an article was published; ``machine`` is what was read, where an edit overlays it, else None."""
        names = ("published", "published_precision", "published_basis", "published_text", "published_on")
        record = None if machine is None else json.dumps(article_mapping.published_record(machine))
        self.connection.execute(
            update(articles)
            .where(articles.c.key == article_key)
            .values(
                **dict(zip(names, article_mapping.published_values(published), strict=True)),
                machine_published=record,
                updated_at=self.at,
            )
        )

    def set_copy(self, article_key: str, original_key: str) -> None:
        """Note that an article is a wire copy of another."""
        self.fresh_copies[article_key] = original_key
        ids = self.article_ids((article_key, original_key))
        self._later(articles, ("copy_of_id",), (ids[original_key], ids[article_key]))

    def set_sketch(self, article_key: str, record: Mapping[str, Any]) -> None:
        """Keep what clustering compares of an article, instead of what was kept before."""
        article_id = self.article_ids((article_key,))[article_key]
        if article_id in self._old_articles:
            self.connection.execute(delete(sketches).where(sketches.c.article_id == article_id))
        packed = zlib.compress(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode(), 1)
        self._rows[sketches].append((article_id, packed))

    def redate(self, article_key: str, timexes: Sequence[TimeExpression], redated: Sequence[StoredMention]) -> None:
        """Keep what resolving again made of an article's stored expressions and mentions."""
        article_id = self.article_ids((article_key,))[article_key]
        self.connection.execute(delete(time_expressions).where(time_expressions.c.article_id == article_id))
        self._rows[time_expressions] += [article_mapping.timex_values(article_id, timex) for timex in timexes]
        names = mention_mapping.REDATED_COLUMNS
        for stored in redated:
            self._later(mentions, names, (*mention_mapping.redated_values(stored.mention), stored.id))

    def article_ids(self, keys: Iterable[str]) -> dict[str, int]:
        """The row number of each article key that is stored or about to be."""
        keys = set(keys)
        missing = [key for key in keys if key not in self._article_ids]
        for row in self._by(select(articles.c.key, articles.c.id), articles.c.key, missing):
            self._article_ids[row.key] = row.id
            self._old_articles.add(row.id)
        return {key: self._article_ids[key] for key in keys if key in self._article_ids}

    def _add_reading(self, article_id: int, article: Article, extraction: Extraction) -> tuple[StoredMention, ...]:
        """Gather the rows of what parsing found; the mentions come back with their keys."""
        rows, text = self._rows, article.text
        rows[time_expressions] += [article_mapping.timex_values(article_id, timex) for timex in extraction.timexes]
        rows[quotations] += [
            article_mapping.quotation_values(article_id, position, quotation)
            for position, quotation in enumerate(extraction.quotations)
        ]
        self._add_actors(article_id, extraction)
        keys = mention_keys(article.key, text, extraction.mentions)
        quoted = _quotations_by_cue(extraction.quotations)
        kept = []
        published_on = extraction.published.on
        outlet_key = article.outlet.key if article.outlet else None
        next_id = self._reserve(mentions, len(keys))
        for position, (key, mention) in enumerate(zip(keys, extraction.mentions, strict=True)):
            row = mention_mapping.mention_values(
                next_id + position,
                article_id,
                position,
                mention,
                key=key,
                text=text,
                main=position == extraction.main,
                quotation=_quotation_of(mention, quoted),
            )
            rows[mentions].append(row)
            self._mention_rows[key] = row
            evidence = mention.evidence[0]
            self._texts.append((next_id + position, mention.title, text[evidence.start : evidence.end]))
            cue = mention.factuality_cue
            kept.append(
                StoredMention(
                    id=next_id + position,
                    article_key=article.key,
                    event_key=self.known_events.get(key),
                    event_id=None,
                    mention=mention if mention.key == key else mention_mapping.with_key(mention, key),
                    published_on=published_on,
                    outlet_key=outlet_key,
                    cue=None if cue is None else cue.quote(text),
                )
            )
        return tuple(kept)

    def _forget_reading(self, article_id: int) -> None:
        """Remove what was read in an article, after noting which event each mention had."""
        found = self.connection.execute(
            select(mentions.c.key, events.c.key.label("event_key"))
            .join(events, events.c.id == mentions.c.event_id)
            .where(mentions.c.article_id == article_id)
        )
        self.known_events |= {row.key: row.event_key for row in found}
        self._dialect.forget_texts(self.connection, [article_id])
        for table in _READING_TABLES:
            self.connection.execute(delete(table).where(table.c.article_id == article_id))

    def _outlet_id(self, article: Article) -> int | None:
        outlet = article.outlet
        if outlet is None:
            return None
        self.fresh_outlets[article.key] = outlet.name
        if outlet.key not in self._outlet_ids:
            found = self.connection.execute(select(outlets.c.id).where(outlets.c.key == outlet.key)).scalar()
            if found is None:
                found = self._new_id(outlets)
                self._rows[outlets].append(article_mapping.outlet_values(found, outlet))
            self._outlet_ids[outlet.key] = found
        return self._outlet_ids[outlet.key]

    # --- actors ------------------------------------------------------------------------------------------------------

    def _add_actors(self, article_id: int, extraction: Extraction) -> None:
        """Gather the rows of an article's actors, and of whoever takes part without being among them."""
        cast = {actor.key: actor for actor in extraction.actors}
        for mention in extraction.mentions:
            for who in (*mention.actors, *mention.recipients):
                if who.key and who.key not in cast:
                    cast[who.key] = Actor(
                        key=who.key, name=who.name, kind=who.kind or "group", country=who.country, code=who.code
                    )
        unknown = [mapping.ACTOR_PREFIX + key for key in cast if key not in self._actor_ids]
        for row in self._by(select(actors.c.key, actors.c.id), actors.c.key, unknown):
            self._actor_ids[row.key.removeprefix(mapping.ACTOR_PREFIX)] = row.id
        for position, actor in enumerate(cast.values()):
            actor_id = self._actor_ids.get(actor.key)
            if actor_id is None:
                actor_id = self._actor_ids[actor.key] = self._new_id(actors)
                self._rows[actors].append(article_mapping.actor_values(actor_id, actor))
            self._rows[actor_mentions].append(
                article_mapping.actor_mention_values(article_id, position, actor_id, actor)
            )
            for kind, names in (("alias", actor.aliases), ("title", actor.titles)):
                self._rows[actor_names] += [(actor_id, kind, name, number) for number, name in enumerate(names)]

    def actor_ids(self, keys: Iterable[str]) -> Mapping[str, int]:
        """The row number of each actor key, as far as there is one."""
        unknown = [mapping.ACTOR_PREFIX + key for key in set(keys) if key not in self._actor_ids]
        for row in self._by(select(actors.c.key, actors.c.id), actors.c.key, unknown):
            self._actor_ids[row.key.removeprefix(mapping.ACTOR_PREFIX)] = row.id
        return self._actor_ids

    # --- events ------------------------------------------------------------------------------------------------------

    def stored_events(self, keys: Iterable[str]) -> dict[str, StoredEvent]:
        """What the rows of events say that no value does."""
        query = select(
            events.c.key, events.c.id, events.c.fingerprint, events.c.revision, events.c.first_seen_at, events.c.hidden
        )
        return {
            row.key: StoredEvent(
                id=row.id,
                fingerprint=row.fingerprint,
                revision=row.revision,
                first_seen_at=row.first_seen_at,
                hidden=bool(row.hidden),
            )
            for row in self._by(query, events.c.key, keys)
        }

    def save_events(
        self,
        found: Sequence[Event],
        *,
        before: Iterable[str],
        story_of: Mapping[str, str | None],
        stored_mentions: Mapping[str, StoredMention],
        outlet_names: Mapping[str, str],
        hidden: frozenset[str] = frozenset(),
    ) -> tuple[int, int]:
        """Keep events; how many are new and how many changed comes back.

        Args:
            found: All events of the stories in question.
            before: Keys of the events that those stories had; what is no longer found is removed.
            story_of: Story key of each event key.
            stored_mentions: Each mention of them by its key.
            outlet_names: Name of the outlet of each article key.
            hidden: Keys of events that a human took out.
        """
        stored = self.stored_events({*before, *(event.key for event in found)})
        living = {event.key for event in found}
        self._remove_events([stored[key].id for key in stored if key not in living])
        article_ids = self.article_ids(key for event in found for key in event.article_keys)
        actor_ids = self.actor_ids(who.key for event in found for who in (*event.actors, *event.recipients) if who.key)
        new = changed = 0
        rewritten: list[int] = []
        for event in found:
            old = stored.get(event.key)
            event_id = self._new_id(events) if old is None else old.id
            self._event_ids[event.key] = event_id
            is_hidden = event.key in hidden
            sort_key = None if event.date is None else event.date.sort_key
            homes = event_mapping.Homes(article_ids, event)
            content = event_mapping.event_content(event, sort_key)
            parts = (
                event_mapping.participant_rows(event_id, event, sort_key, actor_ids, homes),
                event_mapping.place_rows(event_id, event, homes),
                event_mapping.count_rows(event_id, event, homes),
                event_mapping.conflict_rows(event_id, event, outlet_names),
                event_mapping.link_rows(event_id, event),
            )
            fingerprint = event_mapping.fingerprint(event, story_of.get(event.key), is_hidden, (content, *parts))
            moved = self._claim_mentions(event, event_id, stored_mentions)
            if old is not None and old.fingerprint == fingerprint and not moved:
                continue
            visible = old is not None and old.fingerprint != fingerprint
            new += old is None
            changed += visible
            revision = 1 if old is None else old.revision + visible
            first_seen_at = self.at if old is None else old.first_seen_at
            row = (*content, int(is_hidden), revision, fingerprint, first_seen_at, self.at)
            if old is None:
                self._rows[events].append((event_id, *row))
            else:
                rewritten.append(event_id)
                self._later(events, tuple(events.columns.keys())[1:], (*row, event_id))
            for table, rows in zip(_EVENT_PARTS, parts, strict=True):
                self._rows[table] += rows
        for table in _EVENT_PARTS:
            self._delete_by(table, table.c.event_id, rewritten)
        return new, changed

    def _claim_mentions(self, event: Event, event_id: int, stored_mentions: Mapping[str, StoredMention]) -> bool:
        """Point the event's mentions to it; whether any of them did not before."""
        moved = False
        for mention in event.mentions:
            stored = stored_mentions[mention.key]
            row = self._mention_rows.get(mention.key)
            if row is not None:
                row[_EVENT_ID_COLUMN] = event_id
            elif stored.event_id != event_id:
                self._later(mentions, ("event_id",), (event_id, stored.id))
            moved = moved or stored.event_id != event_id
        return moved

    def _remove_events(self, event_ids: Sequence[int]) -> None:
        for table in (story_events, *_EVENT_PARTS):
            self._delete_by(table, table.c.event_id, event_ids)
        for chunk in _chunks(event_ids):
            self.connection.execute(update(mentions).where(mentions.c.event_id.in_(chunk)).values(event_id=None))
        self._delete_by(events, events.c.id, event_ids)

    def redirect(self, old_key: str, new_key: str, reason: str) -> None:
        """Let a key that named something lead to what it is now; earlier redirects follow."""
        self.connection.execute(update(redirects).where(redirects.c.new_key == old_key).values(new_key=new_key))
        self.connection.execute(delete(redirects).where(redirects.c.old_key.in_((old_key, new_key))))
        self.connection.execute(insert(redirects).values(old_key=old_key, new_key=new_key, reason=reason, at=self.at))

    # --- stories -----------------------------------------------------------------------------------------------------

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
        for chunk in _chunks(gone):
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

    # --- edits and runs ----------------------------------------------------------------------------------------------

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

    # --- writing -----------------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Write all rows that were gathered: parents before children, then what changes rows that were there."""
        names = self._rows.pop(actor_names, [])
        self._rows[mentions] = [tuple(row) for row in self._rows[mentions]]  # lists until their events were known
        for table in metadata.sorted_tables:
            rows = self._rows.get(table)
            if rows:
                self._dialect.insert(self.connection, table, rows)
        self._dialect.index_texts(self.connection, self._texts)
        for (table, columns), rows in self._changes.items():
            statement = update(table).where(table.c.id == bindparam("row_id"))
            statement = statement.values({column: bindparam(f"new_{column}") for column in columns})
            parameters = [*(f"new_{column}" for column in columns), "row_id"]
            self.connection.execute(statement, [dict(zip(parameters, row, strict=True)) for row in rows])
        if names:
            self._dialect.insert_missing(self.connection, actor_names, list(dict.fromkeys(names)))
        self._rows.clear()
        self._changes.clear()
        self._texts.clear()
        self._mention_rows.clear()

    def _later(self, table: Table, columns: tuple[str, ...], values: tuple[Any, ...]) -> None:
        """Change a row when the new ones are written: a value for each column, then the row's number."""
        self._changes[table, columns].append(values)

    def _new_id(self, table: Table) -> int:
        return self._reserve(table, 1)

    def _reserve(self, table: Table, how_many: int) -> int:
        """The first of so many row numbers that nobody else has: writers go one after the other."""
        first = self._next.get(table)
        if first is None:
            first = 1 + (self.connection.execute(select(func.max(table.c.id))).scalar() or 0)
        self._next[table] = first + how_many
        return first

    def _by(self, query: Any, column: Any, keys: Iterable[Any]) -> Iterable[Any]:
        """The rows of a query for many keys, some hundred at a time."""
        for chunk in _chunks(sorted(set(keys))):
            yield from self.connection.execute(query.where(column.in_(chunk)))

    def _delete_by(self, table: Table, column: Any, ids: Sequence[int]) -> None:
        for chunk in _chunks(ids):
            self.connection.execute(delete(table).where(column.in_(chunk)))


def _chunks(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    for start in range(0, len(items), MOST_KEYS):
        yield items[start : start + MOST_KEYS]


def _quotations_by_cue(found: Sequence[Quotation]) -> list[tuple[int, int, int]]:
    """Start, end and position of every cue and of every content, cues first."""
    cues = [(span.start, span.end, position) for position, one in enumerate(found) for span in one.cue_spans]
    contents = [(span.start, span.end, position) for position, one in enumerate(found) for span in one.content_spans]
    return cues + contents


def _quotation_of(mention: Mention, quoted: Sequence[tuple[int, int, int]]) -> int | None:
    """The quotation whose cue is the mention's trigger, else the one that its trigger stands in."""
    for start, end, position in quoted:
        if start <= mention.start and mention.end <= end:
            return position
    return None
