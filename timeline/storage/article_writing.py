"""Articles and what was read in them, into the rows of a write transaction."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select, update

from timeline.storage import article_mapping, mapping, mention_mapping
from timeline.storage.article_tables import (
    actor_mentions,
    article_versions,
    articles,
    outlets,
    quotations,
    sketches,
    stated_countries,
    time_expressions,
)
from timeline.storage.event_tables import events, mentions
from timeline.storage.namesake_writing import NamesakeWriting
from timeline.storage.recasting import recast
from timeline.storage.stored import StoredArticle, StoredMention, mention_keys
from timeline.values.article import Article, Published
from timeline.values.dates import TimeExpression
from timeline.values.events import Extraction, Mention, Quotation

_READING_TABLES = (time_expressions, quotations, actor_mentions, stated_countries, mentions)


class ArticleWriting(NamesakeWriting):
    """The part of ``Store`` that keeps articles and their readings."""

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
        """Gather the rows of what parsing found; the mentions come back with their keys, and actors as people have
        them."""
        rows, text = self._rows, article.text
        rows[time_expressions] += [article_mapping.timex_values(article_id, timex) for timex in extraction.timexes]
        rows[quotations] += [
            article_mapping.quotation_values(article_id, position, quotation)
            for position, quotation in enumerate(extraction.quotations)
        ]
        cast = self._add_actors(article_id, article.key, extraction, again=article_id in self._old_articles)
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
            told = mention if mention.key == key else mention_mapping.with_key(mention, key)
            kept.append(
                StoredMention(
                    id=next_id + position,
                    article_key=article.key,
                    event_key=self.known_events.get(key),
                    event_id=None,
                    mention=recast(told, cast) if cast else told,
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


#: Spans before a mention that are looked at for the one that holds it: quotations do not nest deeper.
_NESTED = 16

_Spans = list[tuple[int, int, int]]


def _quotations_by_cue(found: Sequence[Quotation]) -> tuple[_Spans, _Spans]:
    """Start, end and position of every cue, and of every content, in the order of the text."""
    cues = [(span.start, span.end, position) for position, one in enumerate(found) for span in one.cue_spans]
    contents = [(span.start, span.end, position) for position, one in enumerate(found) for span in one.content_spans]
    return sorted(cues), sorted(contents)


def _quotation_of(mention: Mention, quoted: tuple[_Spans, _Spans]) -> int | None:
    """The quotation whose cue is the mention's trigger, else the one that its trigger stands in."""
    for spans in quoted:
        behind = bisect_right(spans, mention.start, key=lambda span: span[0])
        near = spans[max(0, behind - _NESTED) : behind]
        holding = [position for start, end, position in near if mention.end <= end]
        if holding:
            return min(holding)
    return None
