"""Stories read back from rows: themselves, their names, articles and days, where old names lead, and edits.

In come keys, slugs and row numbers, out go values. What a story is called and when it rests is decided in
``timeline.stories``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select

from timeline.storage import story_mapping
from timeline.storage.actor_finder import ActorFinder
from timeline.storage.article_tables import (
    articles,
)
from timeline.storage.event_tables import events
from timeline.storage.keys import MOST_KEYS
from timeline.storage.story_tables import edits, redirects, stories, story_articles, story_events
from timeline.values.events import Edit
from timeline.values.stories import Story

_REDIRECT = select(redirects).order_by(redirects.c.old_key)
_ACTIVE_EDIT = select(edits).where(edits.c.active == 1).order_by(edits.c.id)


class StoryFinder(ActorFinder):
    """Reads stories on one connection; ``Finder`` adds all else."""

    # --- stories -----------------------------------------------------------------------------------------------------

    def stories(self, ids: Sequence[int]) -> tuple[Story, ...]:
        """The stories with these row numbers, in that order."""
        rows = {row.id: row for row in self._by(select(stories), stories.c.id, ids)}
        members = self._members(
            select(story_articles.c.story_id, articles.c.key)
            .join(articles, articles.c.id == story_articles.c.article_id)
            .order_by(story_articles.c.story_id, articles.c.id),
            story_articles.c.story_id,
            ids,
        )
        told = self._members(
            select(story_events.c.story_id, events.c.key)
            .join(events, events.c.id == story_events.c.event_id)
            .order_by(story_events.c.story_id, events.c.sort_key.is_(None), events.c.sort_key, events.c.key),
            story_events.c.story_id,
            ids,
        )
        aliases = self.aliases([row.key for row in rows.values()])
        return tuple(
            story_mapping.story_back(
                rows[story_id],
                article_keys=members.get(story_id, ()),
                event_keys=told.get(story_id, ()),
                aliases=aliases.get(rows[story_id].key, ()),
            )
            for story_id in ids
            if story_id in rows
        )

    def story_ids(self, name: str) -> list[int]:
        """The row numbers of the stories that a key, slug, alias or the beginning of one names; one when it is
        unique."""
        for name_now in dict.fromkeys((name, self.redirected(name))):
            found = (
                self.connection.execute(
                    select(stories.c.id).where((stories.c.key == name_now) | (stories.c.slug == name_now))
                )
                .scalars()
                .all()
            )
            if found:
                return list(found)
        pattern = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        query = select(stories.c.id).where(
            stories.c.key.like(pattern, escape="\\") | stories.c.slug.like(pattern, escape="\\")
        )
        return list(self.connection.execute(query.limit(MOST_KEYS)).scalars())

    def story_of_articles(self, keys: Iterable[str] | None = None) -> dict[str, str]:
        """The story key of each article, among some or all."""
        query = (
            select(articles.c.key, stories.c.key.label("story_key"))
            .join(story_articles, story_articles.c.article_id == articles.c.id)
            .join(stories, stories.c.id == story_articles.c.story_id)
        )
        rows: Iterable[Any] = self.connection.execute(query) if keys is None else self._by(query, articles.c.key, keys)
        return {row.key: row.story_key for row in rows}

    def story_articles(self, story_keys: Iterable[str]) -> dict[str, str]:
        """The story key of each article of some stories."""
        query = (
            select(articles.c.key, stories.c.key.label("story_key"))
            .join(story_articles, story_articles.c.article_id == articles.c.id)
            .join(stories, stories.c.id == story_articles.c.story_id)
        )
        return {row.key: row.story_key for row in self._by(query, stories.c.key, story_keys)}

    def slug(self, story_key: str) -> str | None:
        """The slug of a story; None when there is no such story."""
        found = self.connection.execute(select(stories.c.slug).where(stories.c.key == story_key)).scalar()
        return None if found is None else str(found)

    def all_slugs(self) -> list[str]:
        """The slugs of all stories."""
        return list(self.connection.execute(select(stories.c.slug)).scalars())

    def slug_is_taken(self, slug: str) -> bool:
        """Whether a story has this slug, or once had it."""
        has = self.connection.execute(select(stories.c.id).where(stories.c.slug == slug).limit(1)).first()
        had = self.connection.execute(select(redirects.c.new_key).where(redirects.c.old_key == slug).limit(1)).first()
        return has is not None or had is not None

    def story_days(self, story_keys: Iterable[str]) -> dict[str, list[str]]:
        """The days on which each story's independent articles were published."""
        query = (
            select(stories.c.key, articles.c.published_on)
            .join(story_articles, story_articles.c.story_id == stories.c.id)
            .join(articles, articles.c.id == story_articles.c.article_id)
            .where(articles.c.copy_of_id.is_(None), articles.c.published_on.is_not(None))
        )
        days: dict[str, list[str]] = defaultdict(list)
        for row in self._by(query, stories.c.key, story_keys):
            days[row.key].append(row.published_on)
        return days

    def _members(self, query: Select[Any], column: Any, ids: Sequence[int]) -> Mapping[int, Sequence[str]]:
        members: dict[int, list[str]] = defaultdict(list)
        for row in self._by(query, column, ids):
            members[row.story_id].append(row.key)
        return members

    # --- redirects, edits --------------------------------------------------------------------------------------------

    def redirected(self, key: str) -> str:
        """What a key or slug leads to now: itself when nothing was merged."""
        found = self.connection.execute(select(redirects.c.new_key).where(redirects.c.old_key == key)).scalar()
        return str(found) if found else key

    def aliases(self, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The keys and slugs that lead to each key."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self._by(_REDIRECT, redirects.c.new_key, keys):
            found[row.new_key].append(row.old_key)
        return {key: tuple(old) for key, old in found.items()}

    def edits_of(self, keys: Iterable[str], aliases: Mapping[str, Sequence[str]]) -> dict[str, tuple[Edit, ...]]:
        """The active edits of each key, those that were made under an alias too, in order."""
        now = {old: key for key, olds in aliases.items() for old in olds}
        now |= {key: key for key in keys}
        found: dict[str, list[tuple[int, Edit]]] = defaultdict(list)
        for row in self._by(_ACTIVE_EDIT, edits.c.target_key, now):
            found[now[row.target_key]].append((row.id, story_mapping.edit_back(row)))
        return {key: tuple(edit for _, edit in sorted(made, key=lambda one: one[0])) for key, made in found.items()}
