"""The tables as SQLAlchemy classes, for people who work with a ``Session``: ``ArticleRow``, ``EventRow`` ...

Columns are those of the tables, relations are for reading. Nothing in this package uses them: values flow through
``store`` and
``finder``, which are many times quicker.
"""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Table
from sqlalchemy.orm import DeclarativeBase, Mapped, foreign, relationship

from timeline.storage import article_tables, event_tables, story_tables
from timeline.storage.columns import metadata as tables


class Base(DeclarativeBase):
    """Of all mapped classes; its metadata is that of the schema."""

    metadata = tables


class OutletRow(Base):
    """Who publishes."""

    __table__: ClassVar[Table] = article_tables.outlets
    articles: Mapped[list[ArticleRow]] = relationship(viewonly=True)


class ArticleRow(Base):
    """A news article; its text is that of its ``version``."""

    __table__: ClassVar[Table] = article_tables.articles
    outlet: Mapped[OutletRow | None] = relationship(viewonly=True)
    version: Mapped[ArticleVersionRow] = relationship(
        viewonly=True,
        primaryjoin=lambda: foreign(article_tables.articles.c.version_id) == article_tables.article_versions.c.id,
    )
    versions: Mapped[list[ArticleVersionRow]] = relationship(
        viewonly=True, order_by=article_tables.article_versions.c.number
    )
    mentions: Mapped[list[MentionRow]] = relationship(viewonly=True, order_by=event_tables.mentions.c.position)
    time_expressions: Mapped[list[TimeExpressionRow]] = relationship(
        viewonly=True, order_by=article_tables.time_expressions.c.position
    )
    quotations: Mapped[list[QuotationRow]] = relationship(viewonly=True, order_by=article_tables.quotations.c.position)


class ArticleVersionRow(Base):
    """One text that an article has had."""

    __table__: ClassVar[Table] = article_tables.article_versions


class TimeExpressionRow(Base):
    """A time expression of an article."""

    __table__: ClassVar[Table] = article_tables.time_expressions


class QuotationRow(Base):
    """Who is quoted with which words."""

    __table__: ClassVar[Table] = article_tables.quotations


class ActorRow(Base):
    """Who takes part."""

    __table__: ClassVar[Table] = article_tables.actors
    names: Mapped[list[ActorNameRow]] = relationship(viewonly=True, order_by=article_tables.actor_names.c.position)
    participations: Mapped[list[ParticipantRow]] = relationship(
        viewonly=True, order_by=event_tables.participants.c.sort_key, back_populates="actor"
    )


class ActorNameRow(Base):
    """Another name or a title of an actor."""

    __table__: ClassVar[Table] = article_tables.actor_names


class ActorMentionRow(Base):
    """Where an article names an actor."""

    __table__: ClassVar[Table] = article_tables.actor_mentions


class MentionRow(Base):
    """One report of an event in one article."""

    __table__: ClassVar[Table] = event_tables.mentions
    article: Mapped[ArticleRow] = relationship(viewonly=True)
    event: Mapped[EventRow | None] = relationship(viewonly=True, back_populates="mentions")


class EventRow(Base):
    """What happened in the world, by all that is reported of it."""

    __table__: ClassVar[Table] = event_tables.events
    mentions: Mapped[list[MentionRow]] = relationship(
        viewonly=True, order_by=event_tables.mentions.c.id, back_populates="event"
    )
    participants: Mapped[list[ParticipantRow]] = relationship(
        viewonly=True, order_by=event_tables.participants.c.position, back_populates="event"
    )
    places: Mapped[list[PlaceRow]] = relationship(viewonly=True, order_by=event_tables.places.c.position)
    counts: Mapped[list[CountRow]] = relationship(viewonly=True, order_by=event_tables.counts.c.position)
    stories: Mapped[list[StoryRow]] = relationship(
        viewonly=True, secondary=story_tables.story_events, back_populates="events"
    )


class ParticipantRow(Base):
    """Who takes part in an event, in which role."""

    __table__: ClassVar[Table] = event_tables.participants
    event: Mapped[EventRow] = relationship(viewonly=True, back_populates="participants")
    actor: Mapped[ActorRow | None] = relationship(viewonly=True, back_populates="participations")


class PlaceRow(Base):
    """Where an event was, went or is about."""

    __table__: ClassVar[Table] = event_tables.places


class CountRow(Base):
    """A number that belongs to an event."""

    __table__: ClassVar[Table] = event_tables.counts


class ConflictValueRow(Base):
    """One of the values on which sources differ."""

    __table__: ClassVar[Table] = event_tables.conflict_values


class EventLinkRow(Base):
    """A relation to another event."""

    __table__: ClassVar[Table] = event_tables.event_links


class StoryRow(Base):
    """An ongoing story."""

    __table__: ClassVar[Table] = story_tables.stories
    articles: Mapped[list[ArticleRow]] = relationship(viewonly=True, secondary=story_tables.story_articles)
    events: Mapped[list[EventRow]] = relationship(
        viewonly=True,
        secondary=story_tables.story_events,
        order_by=story_tables.story_events.c.sort_key,
        back_populates="stories",
    )


class RedirectRow(Base):
    """A key that once named an event or story."""

    __table__: ClassVar[Table] = story_tables.redirects


class EditRow(Base):
    """What a person changed."""

    __table__: ClassVar[Table] = story_tables.edits


class RunRow(Base):
    """An ingest."""

    __table__: ClassVar[Table] = story_tables.runs
    items: Mapped[list[RunItemRow]] = relationship(viewonly=True, order_by=story_tables.run_items.c.position)


class RunItemRow(Base):
    """What became of one article of a run."""

    __table__: ClassVar[Table] = story_tables.run_items
