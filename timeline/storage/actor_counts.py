"""Actors with what they take part in, counted: the rows behind a list of actors.

In come kinds, countries, words and a story; out go row numbers with counts and days, in an order. What people ask for
is decided in ``timeline.query``, what a list shows in ``timeline.profiling``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, func, or_, select

from timeline.storage.article_tables import actor_mentions, actor_names, actors
from timeline.storage.event_tables import events, participants
from timeline.storage.story_tables import story_articles, story_events


def rows(
    connection: Connection,
    *,
    kinds: Sequence[str] = (),
    countries: Sequence[str] = (),
    words: Sequence[str] = (),
    order: str = "events",
    story_id: int | None = None,
    actor_ids: Sequence[int] | None = None,
) -> Sequence[Row[Any, Any, Any, Any, Any]]:
    """Row number, counts of events and articles, first and last day of each actor that an article names.

    Args:
        connection: To ask.
        kinds, countries: One of them is enough; empty asks for all.
        words: What a name has, in any case; all of them.
        order: ``events`` (most first), ``name`` or ``last`` (latest day first).
        story_id: Only actors of this story, and only what is counted there.
        actor_ids: Only these.
    """
    taking_part = (
        select(
            participants.c.actor_id,
            func.count(participants.c.event_id.distinct()).label("events"),
            func.min(events.c.first_day).label("first_day"),
            func.max(func.coalesce(events.c.last_day, events.c.first_day)).label("last_day"),
        )
        .join(events, events.c.id == participants.c.event_id)
        .where(events.c.hidden == 0, participants.c.actor_id.is_not(None))
        .group_by(participants.c.actor_id)
    )
    naming = select(
        actor_mentions.c.actor_id, func.count(actor_mentions.c.article_id.distinct()).label("articles")
    ).group_by(actor_mentions.c.actor_id)
    if story_id is not None:
        taking_part = taking_part.join(story_events, story_events.c.event_id == events.c.id)
        taking_part = taking_part.where(story_events.c.story_id == story_id)
        naming = naming.join(story_articles, story_articles.c.article_id == actor_mentions.c.article_id)
        naming = naming.where(story_articles.c.story_id == story_id)
    asked_for = _asked_for(kinds, countries, words)
    if asked_for:  # a few names must not cost a count of all
        chosen = select(actors.c.id).where(*asked_for)
        taking_part = taking_part.where(participants.c.actor_id.in_(chosen))
        naming = naming.where(actor_mentions.c.actor_id.in_(chosen))
    if actor_ids is not None:
        taking_part = taking_part.where(participants.c.actor_id.in_(actor_ids))
        naming = naming.where(actor_mentions.c.actor_id.in_(actor_ids))
    told, named = taking_part.subquery(), naming.subquery()
    count = func.coalesce(told.c.events, 0).label("events")
    query = (
        select(actors.c.id, count, named.c.articles, told.c.first_day, told.c.last_day)
        .join(named, named.c.actor_id == actors.c.id)
        .outerjoin(told, told.c.actor_id == actors.c.id)
        .where(*asked_for)
    )
    most = (count.desc(), named.c.articles.desc(), func.lower(actors.c.name), actors.c.key)
    orders: dict[str, tuple[ColumnElement[Any], ...]] = {
        "events": most,
        "name": (func.lower(actors.c.name), actors.c.key),
        "last": (told.c.last_day.is_(None), told.c.last_day.desc(), *most),
    }
    return connection.execute(query.order_by(*orders[order])).all()


def ids_with(connection: Connection, words: Sequence[str]) -> list[int]:
    """The row numbers of the actors that an article names and that have all the words in a name."""
    named = exists(select(actor_mentions.c.actor_id).where(actor_mentions.c.actor_id == actors.c.id))
    return list(connection.execute(select(actors.c.id).where(*_asked_for((), (), words), named)).scalars())


def living(connection: Connection, ids: Iterable[int]) -> set[int]:
    """Those of some row numbers whose actor an article names; the others went into another one."""
    chosen = list(ids)
    query = select(actor_mentions.c.actor_id).where(actor_mentions.c.actor_id.in_(chosen)).distinct()
    return set(connection.execute(query).scalars()) if chosen else set()


def _asked_for(kinds: Sequence[str], countries: Sequence[str], words: Sequence[str]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if kinds:
        conditions.append(actors.c.kind.in_(kinds))
    if countries:
        conditions.append(actors.c.country.in_([country.upper() for country in countries]))
    for word in words:
        known_as = select(actor_names.c.actor_id).where(
            actor_names.c.actor_id == actors.c.id,
            actor_names.c.kind == "alias",
            func.lower(actor_names.c.name).contains(word.lower(), autoescape=True),
        )
        conditions.append(or_(func.lower(actors.c.name).contains(word.lower(), autoescape=True), exists(known_as)))
    return conditions
