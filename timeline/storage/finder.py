"""Rows to values: whole articles, readings, events, stories and actors for the keys or row numbers asked for.

Each kind is read with one question per table, however many are asked for. Which ones are wanted is decided in
``timeline.query`` and ``timeline.archive``.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from timeline.storage import article_mapping, event_mapping, mapping, mention_mapping
from timeline.storage.article_tables import (
    actors,
    article_versions,
    articles,
    outlets,
    quotations,
    sketches,
    time_expressions,
)
from timeline.storage.event_tables import conflict_values, counts, event_links, events, mentions, participants, places
from timeline.storage.keys import MOST_KEYS
from timeline.storage.mapping import AnyRow
from timeline.storage.recasting import Cast, recast
from timeline.storage.stored import StoredMention
from timeline.storage.story_finder import StoryFinder
from timeline.values.article import Article, Published
from timeline.values.dates import TimeExpression
from timeline.values.events import Event, Extraction, Mention
from timeline.values.text import Span

_ARTICLE = select(
    *(column for column in articles.columns),
    *(
        column
        for column in article_versions.columns
        if column.name not in ("id", "key", "article_id", "number", "seen_at")
    ),
    article_versions.c.key.label("version_key"),
    *(outlets.c[name].label(f"outlet_{name}") for name in ("key", "name", "domain", "country", "language", "timezone")),
).select_from(
    articles.join(article_versions, article_versions.c.id == articles.c.version_id).outerjoin(
        outlets, outlets.c.id == articles.c.outlet_id
    )
)

_MENTION = (
    select(
        mentions,
        articles.c.key.label("article_key"),
        articles.c.published_on,
        outlets.c.key.label("outlet_key"),
        events.c.key.label("event_key"),
    )
    .join(articles, articles.c.id == mentions.c.article_id)
    .outerjoin(outlets, outlets.c.id == articles.c.outlet_id)
    .outerjoin(events, events.c.id == mentions.c.event_id)
    .order_by(mentions.c.article_id, mentions.c.position)
)
_EVENT = select(events)
_REPORT = select(mentions, articles.c.key.label("article_key"), articles.c.published_on).join(
    articles, articles.c.id == mentions.c.article_id
)
_PARTICIPANT = (
    select(participants, actors.c.key.label("actor_key"))
    .outerjoin(actors, actors.c.id == participants.c.actor_id)
    .order_by(participants.c.event_id, participants.c.position)
)
_LINK = select(event_links).order_by(event_links.c.event_id, event_links.c.kind, event_links.c.other_key)
_PARTS = {
    table: select(table).order_by(table.c.event_id, table.c.position) for table in (places, counts, conflict_values)
}


class Finder(StoryFinder):
    """Reads values on one connection; they hold nothing of it and outlive it."""

    # --- articles ----------------------------------------------------------------------------------------------------

    def articles(self, keys: Iterable[str]) -> dict[str, Article]:
        """The article of each key; keys without one are left out."""
        return {row.key: article_mapping.article_back(row) for row in self._by(_ARTICLE, articles.c.key, keys)}

    def article_keys(self) -> tuple[str, ...]:
        """The keys of all articles, in the order in which they were first read."""
        return tuple(self.connection.execute(select(articles.c.key).order_by(articles.c.id)).scalars())

    def article_key(self, name: str) -> str | None:
        """The key of the article that a key, address, record id or path names; None when none or several do."""
        for column in (articles.c.key, articles.c.canonical_url, articles.c.url, articles.c.record_id, articles.c.path):
            found = self.connection.execute(select(articles.c.key).where(column == name).limit(2)).scalars().all()
            if len(found) == 1:
                return str(found[0])
        beginning = select(articles.c.key).where(articles.c.key >= name, articles.c.key < name + "\x7f").limit(2)
        found = self.connection.execute(beginning).scalars().all() if name else []
        return str(found[0]) if len(found) == 1 else None

    def copies(self, keys: Iterable[str] | None = None) -> dict[str, str]:
        """The original of each wire copy, among some articles or all."""
        original = articles.alias("original")
        query: Select[Any] = select(articles.c.key, original.c.key.label("original_key")).join(
            original, original.c.id == articles.c.copy_of_id
        )
        rows: Iterable[Any] = self.connection.execute(query) if keys is None else self._by(query, articles.c.key, keys)
        return {row.key: row.original_key for row in rows}

    def sketches(self, *, after_id: int = 0, newest: int | None = None) -> list[tuple[int, dict[str, Any]]]:
        """Row number and sketch of each article in order of arrival: those after one, or so many of the newest."""
        query = select(sketches).where(sketches.c.article_id > after_id).order_by(sketches.c.article_id.desc())
        rows = self.connection.execute(query if newest is None else query.limit(newest)).all()
        return [(row.article_id, json.loads(zlib.decompress(row.sketch))) for row in reversed(rows)]

    def last_article_id(self) -> int:
        """The row number of the article that arrived last, 0 when there is none."""
        return self.connection.execute(select(func.max(articles.c.id))).scalar() or 0

    def extraction(self, article_key: str) -> Extraction | None:
        """What was read in an article, from its rows; None when there is no such article."""
        row = self.connection.execute(_ARTICLE.where(articles.c.key == article_key)).first()
        if row is None:
            return None
        stored = self.mentions((article_key,))
        cast = self.casts((article_key,)).get(article_key, {})
        main = self.connection.execute(
            select(mentions.c.position).where(mentions.c.article_id == row.id, mentions.c.main == 1)
        ).scalar()
        found = self.connection.execute(
            select(quotations).where(quotations.c.article_id == row.id).order_by(quotations.c.position)
        )
        return Extraction(
            text=row.text,
            published=article_mapping.published_back(row),
            sentences=mapping.spans_back(row.sentences),
            timexes=self.timexes(article_key),
            mentions=tuple(one.mention for one in stored),
            quotations=tuple(self._quotation(quotation, cast) for quotation in found),
            actors=self._cast(row.id),
            main=main,
        )

    def outlet_names(self, keys: Iterable[str]) -> dict[str, str]:
        """The name of the outlet of each article, where it is known."""
        query = select(articles.c.key, outlets.c.name).join(outlets, outlets.c.id == articles.c.outlet_id)
        return {row.key: row.name for row in self._by(query, articles.c.key, keys)}

    def titles(self, keys: Iterable[str]) -> dict[str, tuple[str | None, str | None, str | None]]:
        """Title, language and outlet key of each article, in order of arrival."""
        query = (
            select(
                articles.c.id,
                articles.c.key,
                article_versions.c.title,
                article_versions.c.language,
                outlets.c.key.label("outlet_key"),
            )
            .join(article_versions, article_versions.c.id == articles.c.version_id)
            .outerjoin(outlets, outlets.c.id == articles.c.outlet_id)
        )
        rows = sorted(self._by(query, articles.c.key, keys), key=lambda row: row.id)
        return {row.key: (row.title, row.language, row.outlet_key) for row in rows}

    def timexes(self, article_key: str) -> tuple[TimeExpression, ...]:
        """The time expressions of an article in text order."""
        query = (
            select(time_expressions)
            .join(articles, articles.c.id == time_expressions.c.article_id)
            .where(articles.c.key == article_key)
            .order_by(time_expressions.c.position)
        )
        return tuple(article_mapping.timex_back(row) for row in self.connection.execute(query))

    def sentences(self, keys: Iterable[str]) -> dict[str, tuple[Span, ...]]:
        """Where the sentences of each article stand."""
        query = select(articles.c.key, article_versions.c.sentences).join(
            article_versions, article_versions.c.id == articles.c.version_id
        )
        return {row.key: mapping.spans_back(row.sentences) for row in self._by(query, articles.c.key, keys)}

    def machine_published(self, article_key: str) -> Published | None:
        """What was read of an article's publication, while an edit overlays it; else None."""
        stored = self.connection.execute(
            select(articles.c.machine_published).where(articles.c.key == article_key)
        ).scalar()
        return Published(**json.loads(stored)) if stored else None

    # --- mentions and events -----------------------------------------------------------------------------------------

    def mentions(self, article_keys: Iterable[str]) -> list[StoredMention]:
        """All mentions of some articles, by article and place in the text, with actors as people have them."""
        article_keys = list(article_keys)
        casts = self.casts(article_keys)
        return [
            StoredMention(
                id=row.id,
                article_key=row.article_key,
                event_key=row.event_key,
                event_id=row.event_id,
                mention=_mention(row, casts),
                published_on=None if row.published_on is None else date.fromisoformat(row.published_on),
                outlet_key=row.outlet_key,
                cue=row.cue,
            )
            for row in self._by(_MENTION, articles.c.key, article_keys)
        ]

    def events(self, ids: Sequence[int]) -> tuple[Event, ...]:
        """The events with these row numbers, in that order."""
        rows = {row.id: row for row in self._by(_EVENT, events.c.id, ids)}
        reports = self._grouped(_REPORT, mentions.c.event_id, ids)
        people = self._grouped(_PARTICIPANT, participants.c.event_id, ids)
        parts = {table: self._grouped(query, table.c.event_id, ids) for table, query in _PARTS.items()}
        links = self._grouped(_LINK, event_links.c.event_id, ids)
        keys = [row.key for row in rows.values()]
        casts = self.casts(report.article_key for told in reports.values() for report in told)
        aliases = self.aliases(keys)
        changes = self.edits_of(keys, aliases)
        found = []
        for event_id in ids:
            row = rows.get(event_id)
            told = sorted(reports.get(event_id, ()), key=_order)
            if row is None or not told:
                continue
            found.append(
                event_mapping.event_back(
                    row,
                    mentions=[_mention(report, casts) for report in told],
                    article_keys=[report.article_key for report in told],
                    participants=people.get(event_id, ()),
                    places=parts[places].get(event_id, ()),
                    counts=parts[counts].get(event_id, ()),
                    conflicts=parts[conflict_values].get(event_id, ()),
                    links=links.get(event_id, ()),
                    edits=changes.get(row.key, ()),
                    aliases=aliases.get(row.key, ()),
                )
            )
        return tuple(found)

    def event_ids(self, keys: Iterable[str]) -> dict[str, int]:
        """The row number of each event key."""
        return {row.key: row.id for row in self._by(select(events.c.key, events.c.id), events.c.key, keys)}

    def event_ids_named(self, name: str) -> list[int]:
        """The row numbers of the events that a key, alias or the beginning of a key names; one when it is unique."""
        found = list(self.event_ids((name, self.redirected(name))).values())
        if found or not name:
            return found[:1]
        query = select(events.c.id).where(events.c.key >= name, events.c.key < name + "\x7f").limit(MOST_KEYS)
        return list(self.connection.execute(query).scalars())

    def followers(self, keys: Iterable[str]) -> list[int]:
        """The row numbers of the events that link to some others: what became of plans."""
        query = select(event_links.c.event_id)
        return sorted({row.event_id for row in self._by(query, event_links.c.other_key, keys)})

    def _grouped(self, query: Select[Any], column: Any, ids: Sequence[int]) -> Mapping[int, Sequence[AnyRow]]:
        grouped: dict[int, list[AnyRow]] = defaultdict(list)
        for row in self._by(query, column, ids):
            grouped[row.event_id].append(row)
        return grouped


def _mention(row: AnyRow, casts: Mapping[str, Cast]) -> Mention:
    """The mention of a row, with actors as people have them."""
    mention = mention_mapping.mention_back(row)
    cast = casts.get(row.article_key)
    return recast(mention, cast) if cast else mention


def _order(report: AnyRow) -> tuple[str, str, int, str]:
    """Mentions of an event stand in the order in which ``timeline.stories.reports`` puts them."""
    return (report.published_on or "9999", report.article_key, report.start_char, report.key)
