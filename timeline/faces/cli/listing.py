"""``timeline stories``, ``events`` and ``search``: rows over the whole database, as a table or for programs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from timeline.faces.cli.common import (
    as_of_option,
    criteria,
    database_option,
    filter_options,
    open_archive,
    output_options,
    today,
    write_rows,
)
from timeline.faces.cli.hints import say_why_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.values.events import Event
    from timeline.values.stories import Story

_STORY_COLUMNS = ("slug", "title", "status", "first_day", "last_day", "events", "articles", "sources", "story_id")
#: What people get; programs get more.
_EVENT_COLUMNS = ("edtf", "status", "label", "title", "event_id")
#: What programs get: the columns that the view ``timeline`` has under the same names.
_EVENT_FIELDS = (
    "event_id",
    "first_day",
    "last_day",
    "edtf",
    "granularity",
    "part_of_day",
    "time",
    "bound",
    "display",
    "approximate",
    "uncertain",
    "basis",
    "type",
    "mode",
    "label",
    "status",
    "factuality",
    "salience",
    "title",
    "actors",
    "places",
    "source_count",
)
_SORTS = ("updated", "first", "last", "events", "title")


@click.command()
@database_option
@click.option("--status", help="ongoing, dormant, closed or merged.")
@click.option("--sort", type=click.Choice(_SORTS), default="last", show_default=True, help="Newest or most first.")
@as_of_option
@output_options
def stories(status: str | None, sort: str, as_of: date | None, form: str) -> None:
    """List the stories: their days, and how many events, articles and sources they have."""
    with open_archive(read_only=True) as archive:
        found = [story for story in archive.stories(as_of=as_of or today()) if status in (None, story.status)]
    found.sort(key=_STORY_ORDERS[sort], reverse=sort != "title")
    write_rows(_STORY_COLUMNS, [_story_row(story) for story in found], form)


_STORY_ORDERS = {
    "updated": lambda story: (story.updated_at or "", story.key),
    "first": lambda story: (story.first_day or "", story.key),
    "last": lambda story: (story.last_day or "", story.key),
    "events": lambda story: (len(story.event_keys), story.key),
    "title": lambda story: (story.title.casefold(), story.key),
}


def _story_row(story: Story) -> tuple[Any, ...]:
    return (
        story.slug,
        story.title,
        story.status,
        story.first_day,
        story.last_day,
        len(story.event_keys),
        len(story.article_keys),
        story.source_count,
        story.key,
    )


@click.command()
@database_option
@filter_options
@click.option("--undated", is_flag=True, help="Only events without a date.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many, the earliest first.")
@as_of_option
@output_options
def events(undated: bool, limit: int | None, as_of: date | None, form: str, **filters: Any) -> None:
    """List events over all stories: dated ones in the order of time, then the undated."""
    asked = criteria(**filters, undated=True if undated else None, limit=limit)
    with open_archive(read_only=True) as archive:
        found = archive.events(asked, as_of=as_of or today())
        write_events(found, form)
        if not found:
            say_why_nothing(archive, types=asked.types, actors=asked.actors, sources=asked.sources)


@click.command()
@click.argument("words", nargs=-1, required=True)
@database_option
@filter_options
@click.option(
    "--limit", type=click.IntRange(min=1), default=50, show_default=True, metavar="N", help="At most so many."
)
@as_of_option
@output_options
def search(words: tuple[str, ...], limit: int, as_of: date | None, form: str, **filters: Any) -> None:
    """Find events whose title or evidence has all the WORDS, newest first; a word may end in *."""
    asked = criteria(**filters, limit=limit)
    with open_archive(read_only=True) as archive:
        found = archive.search(" ".join(words), asked, as_of=as_of or today())
        write_events(found, form)
        if not found and (asked.types or asked.actors or asked.sources):
            say_why_nothing(archive, types=asked.types, actors=asked.actors, sources=asked.sources)


def write_events(found: Iterable[Event], form: str) -> None:
    """Events as rows: a few columns for people, more for programs."""
    if form == "table":
        columns: Sequence[str] = _EVENT_COLUMNS
    else:
        columns = _EVENT_FIELDS
    rows = []
    for event in found:
        fields = _event_fields(event)
        rows.append([fields[column] for column in columns])
    write_rows(columns, rows, form)


def _event_fields(event: Event) -> dict[str, Any]:
    day = event.date
    return {
        "event_id": event.key,
        "first_day": None if day is None or day.first_day is None else str(day.first_day),
        "last_day": None if day is None or day.last_day is None else str(day.last_day),
        "edtf": None if day is None else day.edtf,
        "granularity": None if day is None else str(day.granularity),
        "part_of_day": None if day is None else day.part_of_day,
        "time": None if day is None else day.time,
        "bound": None if day is None else day.bound,
        "display": None if day is None else day.display,
        "approximate": int(day is not None and day.approximate),
        "uncertain": int(day is not None and day.uncertain),
        "basis": None if day is None else day.basis,
        "type": event.type,
        "mode": event.mode,
        "label": event.label,
        "status": event.status,
        "factuality": event.factuality,
        "salience": event.salience,
        "title": event.title,
        "actors": "; ".join(dict.fromkeys(who.name for who in (*event.actors, *event.recipients) if who.key)) or None,
        "places": "; ".join(dict.fromkeys(place.name for place in event.places)) or None,
        "source_count": event.source_count,
    }
