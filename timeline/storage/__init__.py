"""Values to rows and back: the only room that knows SQLAlchemy, besides ``timeline.query``.

``columns`` and the ``*_tables`` describe the tables, ``views`` the views, ``schema`` makes them; ``database`` opens a
place, ``sqlite`` and ``postgresql`` know what differs; ``store`` writes a transaction, ``finder`` reads values, the
``*_mapping`` turn one into the other; ``edits`` lays what people changed over what was read; ``inspection`` looks at
the whole, ``revisions`` migrates.

The mapped classes for a ``Session`` are here by name and loaded when first used: SQLAlchemy's object layer costs more
to import than all else that a command needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.storage.rows import (
        ActorMentionRow,
        ActorNameRow,
        ActorRow,
        ArticleRow,
        ArticleVersionRow,
        ConflictValueRow,
        CountRow,
        EditRow,
        EventLinkRow,
        EventRow,
        MentionRow,
        OutletRow,
        ParticipantRow,
        PlaceRow,
        QuotationRow,
        RedirectRow,
        RunItemRow,
        RunRow,
        StoryRow,
        TimeExpressionRow,
    )

__all__ = [
    "ActorMentionRow",
    "ActorNameRow",
    "ActorRow",
    "ArticleRow",
    "ArticleVersionRow",
    "ConflictValueRow",
    "CountRow",
    "EditRow",
    "EventLinkRow",
    "EventRow",
    "MentionRow",
    "OutletRow",
    "ParticipantRow",
    "PlaceRow",
    "QuotationRow",
    "RedirectRow",
    "RunItemRow",
    "RunRow",
    "StoryRow",
    "TimeExpressionRow",
]


def __getattr__(name: str) -> Any:
    """A mapped class, imported when first asked for."""
    if name in __all__:
        return getattr(import_module("timeline.storage.rows"), name)
    raise AttributeError(f"module 'timeline.storage' has no attribute {name!r}")
