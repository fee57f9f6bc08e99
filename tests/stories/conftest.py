"""Mentions and reports with few words: a march on 3 March told by the Post."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from timeline.stories.reports import Report
from timeline.values.actors import Count, EventPlace, Participant
from timeline.values.dates import EventDate, Granularity
from timeline.values.events import Mention
from timeline.values.text import Span


def day_of_march(day: int, **changes: Any) -> EventDate:
    """A day of March 2026, on the article's own word."""
    values: dict[str, Any] = {"granularity": Granularity.DAY, "basis": "explicit"} | changes
    return EventDate(first_day=date(2026, 3, day), last_day=date(2026, 3, day), **values)


def who(name: str, role: str = "agent", kind: str = "organisation") -> Participant:
    """A participant whose words are its name."""
    return Participant(
        start=0, end=len(name), text=name, name=name, role=role, kind=kind, key=name.lower().replace(" ", "-")
    )


def venue(name: str, country: str | None = None) -> EventPlace:
    """The place where it was."""
    return EventPlace(start=0, end=len(name), text=name, name=name, role="venue", country=country)


def dead(number: int) -> Count:
    """A toll."""
    return Count(kind="dead", minimum=number, maximum=number, start=0, end=2, text=str(number))


def tell(
    article: str = "ar_1",
    place: int = 10,
    *,
    on: int | EventDate | None = None,
    published: int | None = 4,
    outlet: str | None = None,
    story: str | None = "st_1",
    cue: str | None = None,
    actors: tuple[str, ...] = ("Dock Union",),
    recipients: tuple[str, ...] = (),
    **changes: Any,
) -> Report:
    """A report; by default of a march of the Dock Union through Harlow."""
    values: dict[str, Any] = {
        "key": f"mn_{article}_{place}",
        "start": place,
        "end": place + 5,
        "text": "march",
        "lemma": "march",
        "sentence": 0,
        "type": "PROTEST",
        "mode": "demo",
        "label": "march",
        "title": "Dock workers march through Harlow",
        "evidence": (Span(start=0, end=40),),
        "salience": "core",
        "date": day_of_march(on) if isinstance(on, int) else on,
        "actors": tuple(who(name) for name in actors),
        "recipients": tuple(who(name, "recipient") for name in recipients),
    }
    return Report(
        article_key=article,
        mention=Mention(**(values | changes)),
        published_on=date(2026, 3, published) if published else None,
        outlet=outlet or article,
        story=story,
        cue=cue,
    )


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    """Makes a report."""
    return tell


@pytest.fixture(scope="session")
def march() -> Callable[..., EventDate]:
    """Makes a day of March 2026."""
    return day_of_march


@pytest.fixture(scope="session")
def toll() -> Callable[[int], Count]:
    """Makes a count of dead."""
    return dead


@pytest.fixture(scope="session")
def at() -> Callable[..., EventPlace]:
    """Makes a venue."""
    return venue
