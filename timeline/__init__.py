"""timeline: news articles in, dated events out, stories read back as timelines.

The way of an article, room by room::

    file, page, feed, dump --reading--> Article --text--> TokenizedText --temporal--> TimeExpression
                                                               └--actors--> ActorMention
    JSON, text <--export-- Timeline <--stories-- Event <--merging-- Mention <--events--┘
                                └------ storage (SQLAlchemy, Alembic) ------┘

``parse`` reads one text and touches nothing; ``Archive`` is a database of articles, events and stories::

    from timeline import Archive, parse

    extraction = parse("The council met on Tuesday.", published="2026-03-05")
    with Archive("news.db") as archive:
        archive.ingest("articles/")

The public names are loaded when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.archive import Archive
    from timeline.errors import Problem, TimelineError
    from timeline.pipeline import parse
    from timeline.query import ActorCriteria, Criteria
    from timeline.values.actors import Actor
    from timeline.values.article import Article, Published
    from timeline.values.dates import EventDate, Granularity, TimeExpression
    from timeline.values.events import Event, Extraction, Mention
    from timeline.values.stories import Entry, Story, Timeline

__version__ = "0.1.0"

_HOMES = {
    "Actor": "timeline.values.actors",
    "ActorCriteria": "timeline.query",
    "Archive": "timeline.archive",
    "Article": "timeline.values.article",
    "Criteria": "timeline.query",
    "Entry": "timeline.values.stories",
    "Event": "timeline.values.events",
    "EventDate": "timeline.values.dates",
    "Extraction": "timeline.values.events",
    "Granularity": "timeline.values.dates",
    "Mention": "timeline.values.events",
    "Problem": "timeline.errors",
    "Published": "timeline.values.article",
    "Story": "timeline.values.stories",
    "TimeExpression": "timeline.values.dates",
    "Timeline": "timeline.values.stories",
    "TimelineError": "timeline.errors",
    "parse": "timeline.pipeline",
}

__all__ = [
    "Actor",
    "ActorCriteria",
    "Archive",
    "Article",
    "Criteria",
    "Entry",
    "Event",
    "EventDate",
    "Extraction",
    "Granularity",
    "Mention",
    "Problem",
    "Published",
    "Story",
    "TimeExpression",
    "Timeline",
    "TimelineError",
    "__version__",
    "parse",
]


def __getattr__(name: str) -> Any:
    """The public name, imported from its home when first asked for."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    """The public names."""
    return __all__
