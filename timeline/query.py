"""What is asked for, and the rows that answer it.

In come criteria as a person states them; out go row numbers of events and stories, in the order in which a timeline
tells them.
The questions are written so that an index answers each, also over a million events. How rows become values is decided
in
``timeline.storage``; what a timeline shows of them in ``timeline.stories``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, false, func, or_, select, text, union_all

from timeline.errors import QueryError
from timeline.storage import actor_counts, schema
from timeline.storage.actor_finder import ActorFinder
from timeline.storage.article_tables import articles, outlets
from timeline.storage.event_tables import events, mentions, participants, places
from timeline.storage.keys import chunks
from timeline.storage.mapping import SHORT_RANGE_DAYS
from timeline.storage.story_tables import stories, story_events
from timeline.values.criteria import ActorCriteria, Criteria
from timeline.values.dates import day_after
from timeline.values.events import EVENT_TYPES, SALIENCES

__all__ = ["ActorCriteria", "Criteria", "actor_ids", "actor_rows", "event_ids", "search_ids", "story_ids"]

#: Mentions that a search looks at, the latest stored first: ranking all of a common word would take a second.
MOST_HITS = 1000


def event_ids(
    connection: Connection, criteria: Criteria, *, story_id: int | None = None, loose: bool = False
) -> list[int]:
    """Row numbers of the events that are asked for: dated ones in order of time, then undated ones as they were read.

    Args:
        connection: To ask.
        criteria: What is asked for.
        story_id: Only events of this story.
        loose: Only events in no story.
    """
    more = [~exists(select(story_events.c.event_id).where(story_events.c.event_id == events.c.id))] if loose else []
    conditions = [*_conditions(connection, criteria), *more]
    scanned = [*_conditions(connection, criteria, look_up=False), *more]
    found: list[int] = []
    if criteria.undated is not True:
        found += _dated(connection, criteria, story_id, conditions, scanned)
    if criteria.undated is not False and not criteria.window:
        left = None if criteria.limit is None else criteria.limit - len(found)
        if left is None or left > 0:
            found += _undated(connection, criteria, story_id, conditions, left)
    return found


def story_ids(connection: Connection, criteria: Criteria) -> list[int]:
    """Row numbers of the stories that have an event asked for; those with the latest days first."""
    order = (stories.c.last_day.is_(None), stories.c.last_day.desc(), stories.c.article_count.desc(), stories.c.key)
    query = select(stories.c.id).order_by(*order)
    if replace(criteria, limit=None).asks_nothing:
        return list(connection.execute(query.limit(criteria.limit)).scalars())
    wanted = event_ids(connection, replace(criteria, limit=None))
    holding: set[int] = set()
    for chunk in chunks(wanted):
        holding |= set(
            connection.execute(select(story_events.c.story_id).where(story_events.c.event_id.in_(chunk))).scalars()
        )
    return [story_id for story_id in connection.execute(query).scalars() if story_id in holding][: criteria.limit]


def search_ids(connection: Connection, words: str, criteria: Criteria) -> list[int]:
    """Row numbers of the events whose title or evidence has all the words, newest first; undated ones last."""
    if not words.strip():
        raise QueryError("there are no words to search for", criterion="words")
    sql, parameters = schema.dialect_of(connection).match_sql(words)
    hits = list(connection.execute(text(sql), {**parameters, "most": MOST_HITS}).scalars())
    found: dict[int, str | None] = {}
    for chunk in chunks(hits):
        query = (
            select(events.c.id, events.c.sort_key)
            .join(mentions, mentions.c.event_id == events.c.id)
            .where(mentions.c.id.in_(chunk), *_conditions(connection, criteria), *_overlap(criteria))
        )
        found |= {row.id: row.sort_key for row in connection.execute(query.distinct())}
    newest = sorted(found, key=lambda event_id: (found[event_id] or "", event_id), reverse=True)
    return newest[: criteria.limit]


def _dated(
    connection: Connection,
    criteria: Criteria,
    story_id: int | None,
    conditions: Sequence[ColumnElement[bool]],
    scanned: Sequence[ColumnElement[bool]],
) -> list[int]:
    if story_id is not None:
        query = (
            select(events.c.id, story_events.c.sort_key)
            .join(story_events, story_events.c.event_id == events.c.id)
            .where(story_events.c.story_id == story_id, story_events.c.sort_key.is_not(None))
        )
        chosen = query.where(*conditions, *_overlap(criteria), *_actor_conditions(connection, criteria))
    elif criteria.actors:
        chosen = _by_actor(connection, criteria).where(*conditions, *_overlap(criteria))
    else:
        parts = _by_day(criteria)
        parts = [parts[0].where(*conditions), *(part.where(*scanned) for part in parts[1:])]
        chosen = parts[0] if len(parts) == 1 else select(union_all(*parts).subquery())
    columns = chosen.selected_columns
    ordered = chosen.order_by(columns.sort_key, columns.id).limit(criteria.limit)
    return list(dict.fromkeys(connection.execute(ordered).scalars()))


def _undated(
    connection: Connection,
    criteria: Criteria,
    story_id: int | None,
    conditions: Sequence[ColumnElement[bool]],
    left: int | None,
) -> list[int]:
    query = select(events.c.id).where(events.c.sort_key.is_(None), *conditions)
    query = query.where(*_actor_conditions(connection, criteria))
    if story_id is not None:
        query = query.join(story_events, story_events.c.event_id == events.c.id).where(
            story_events.c.story_id == story_id
        )
    first_read = (
        select(func.min(mentions.c.id)).where(mentions.c.event_id == events.c.id).correlate(events).scalar_subquery()
    )
    if story_id is not None:
        return list(connection.execute(query.order_by(first_read, events.c.id).limit(left)).scalars())
    return list(connection.execute(query.order_by(events.c.id).limit(left)).scalars())


def _by_day(criteria: Criteria) -> list[Select[Any]]:
    """Dated events of a window: the short ones by their first day, and the long ones that reach into it.

    The long ones are few and have an index of their own, which is only taken when their order is not asked of the big
    one: hence the sort key with nothing added, and the condition in the very words of that index.
    """
    if not criteria.window:
        return [select(events.c.id, events.c.sort_key).where(events.c.sort_key.is_not(None))]
    short = select(events.c.id, events.c.sort_key).where(events.c.long_range == 0, *_overlap(criteria))
    if criteria.after is not None:
        earliest = day_after(criteria.after, -SHORT_RANGE_DAYS)
        short = short.where(events.c.sort_key >= str(earliest or date.min))
    if criteria.before is not None:
        short = short.where(
            events.c.sort_key < f"{criteria.before}U"
        )  # "U" sorts behind the "T" of every moment of that day
    unordered = events.c.sort_key.concat("").label("sort_key")
    return [short, select(events.c.id, unordered).where(text("long_range = 1"), *_overlap(criteria))]


def _overlap(criteria: Criteria) -> list[ColumnElement[bool]]:
    """Whether an event's range shares a day with the window; open ends reach as far as needed."""
    conditions: list[ColumnElement[bool]] = []
    if criteria.after is not None:
        conditions.append(or_(events.c.last_day.is_(None), events.c.last_day >= str(criteria.after)))
    if criteria.before is not None:
        conditions.append(or_(events.c.first_day.is_(None), events.c.first_day <= str(criteria.before)))
    if conditions:
        conditions.append(events.c.granularity.is_not(None))
    return conditions


def _conditions(connection: Connection, criteria: Criteria, *, look_up: bool = True) -> list[ColumnElement[bool]]:
    """What is asked of an event besides its day and its actors; without ``look_up`` it must not choose the index."""

    def column(name: str) -> ColumnElement[str]:
        return events.c[name] if look_up else func.coalesce(events.c[name], "")

    conditions: list[ColumnElement[bool]] = []
    if criteria.types:
        conditions.append(or_(*(_kind(connection, kind, column) for kind in criteria.types)))
    if criteria.statuses:
        stored = {"planned" if status == "unconfirmed" else status for status in criteria.statuses}
        conditions.append(column("status").in_(sorted(stored | set(criteria.statuses))))
    if criteria.factualities:
        conditions.append(events.c.factuality.in_(criteria.factualities))
    if criteria.salience:
        conditions.append(events.c.salience.in_(SALIENCES[: SALIENCES.index(criteria.salience) + 1]))
    if criteria.min_sources > 1:
        conditions.append(events.c.source_count >= criteria.min_sources)
    if not criteria.hidden:
        conditions.append(events.c.hidden == 0)
    if criteria.places:
        wanted = [place.casefold() for place in criteria.places]
        named = or_(func.lower(places.c.name).in_(wanted), func.lower(places.c.country).in_(wanted))
        conditions.append(exists(select(places.c.event_id).where(places.c.event_id == events.c.id, named)))
    if criteria.sources:
        conditions.append(_reported_by(criteria.sources))
    return conditions


def _kind(connection: Connection, kind: str, column: Callable[[str], ColumnElement[str]]) -> ColumnElement[bool]:
    """A type, else a label, else a mode: whichever the word is."""
    if kind.upper() in EVENT_TYPES:
        return column("type") == kind.upper()
    word = kind.lower()
    if connection.execute(select(events.c.id).where(events.c.label == word).limit(1)).first():
        return column("label") == word
    return column("mode") == word


def _reported_by(sources: Iterable[str]) -> ColumnElement[bool]:
    wanted = [source.casefold() for source in sources]
    query = (
        select(mentions.c.event_id)
        .join(articles, articles.c.id == mentions.c.article_id)
        .join(outlets, outlets.c.id == articles.c.outlet_id)
        .where(mentions.c.event_id == events.c.id)
        .where(
            or_(
                func.lower(outlets.c.name).in_(wanted),
                func.lower(outlets.c.key).in_(wanted),
                func.lower(outlets.c.domain).in_(wanted),
            )
        )
    )
    return exists(query)


def _by_actor(connection: Connection, criteria: Criteria) -> Select[Any]:
    """Dated events of some actors, by the table of participants, which carries type and sort key."""
    query = (
        select(events.c.id, participants.c.sort_key)
        .join(participants, participants.c.event_id == events.c.id)
        .where(
            participants.c.actor_id.in_(actor_ids(connection, criteria.actors)), participants.c.sort_key.is_not(None)
        )
        .distinct()
    )
    only_types = [kind.upper() for kind in criteria.types if kind.upper() in EVENT_TYPES]
    if only_types and len(only_types) == len(criteria.types):
        query = query.where(participants.c.type.in_(only_types))
    return query


def _actor_conditions(connection: Connection, criteria: Criteria) -> list[ColumnElement[bool]]:
    if not criteria.actors:
        return []
    ids = actor_ids(connection, criteria.actors)
    if not ids:
        return [false()]
    taking_part = select(participants.c.event_id).where(
        and_(participants.c.event_id == events.c.id, participants.c.actor_id.in_(ids))
    )
    return [exists(taking_part)]


def actor_ids(connection: Connection, named: Iterable[str]) -> list[int]:
    """Row numbers of the actors that keys, names or aliases name; none for a name that nobody has."""
    finder = ActorFinder(connection)
    return sorted({actor_id for name in named for actor_id in finder.ids_called(name)})


def actor_rows(
    connection: Connection,
    criteria: ActorCriteria,
    *,
    story_id: int | None = None,
    actor_ids: Sequence[int] | None = None,
) -> Sequence[Row[Any, Any, Any, Any, Any]]:
    """Row number, counts of events and articles, first and last day of each actor asked for, in the order asked for.

    Args:
        connection: To ask.
        criteria: What is asked for, but for ``named`` and ``limit``, which no database can tell.
        story_id: Only actors of this story, and only what is counted there.
        actor_ids: Only these.
    """
    return actor_counts.rows(
        connection,
        kinds=criteria.kinds,
        countries=criteria.countries,
        words=criteria.words,
        order=criteria.order,
        story_id=story_id,
        actor_ids=actor_ids,
    )
