"""What to say when a question finds nothing: which of its words no event, actor or outlet of this database has.

In come the filters of a command that gave no events, out go lines for stderr, each with what there is instead. What a
filter means is decided in ``timeline.query``.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from timeline.faces.cli.common import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.archive import Archive

_MOST_NAMED = 12
_KINDS = "SELECT DISTINCT type FROM events UNION SELECT label FROM events UNION SELECT mode FROM events"
_FREQUENT = "SELECT label FROM events GROUP BY label ORDER BY count(*) DESC, label LIMIT 12"
_OUTLETS = "SELECT name FROM outlets UNION SELECT key FROM outlets UNION SELECT domain FROM outlets"
_OUTLET_NAMES = "SELECT name FROM outlets ORDER BY name"


def say_why_nothing(
    archive: Archive, *, types: Sequence[str] = (), actors: Sequence[str] = (), sources: Sequence[str] = ()
) -> None:
    """Name each filter on stderr that alone lets nothing through; when all are known, say that none fit together."""
    unknown = [*_unknown_kinds(archive, types), *_unknown_actors(archive, actors), *_unknown_sources(archive, sources)]
    for line in unknown:
        say(f"note: {line}")
    if not unknown:
        say("note: no event fits all that was asked; leave out a filter to see more")


def _unknown_kinds(archive: Archive, types: Sequence[str]) -> Iterable[str]:
    known = _column(archive, _KINDS) if types else []
    lower = {kind.casefold(): kind for kind in known}
    for asked in types:
        if asked.casefold() not in lower:
            near = [lower[one] for one in get_close_matches(asked.casefold(), lower)]
            hint = (
                f"did you mean {' or '.join(near)}" if near else f"there are {', '.join(_column(archive, _FREQUENT))}"
            )
            yield f"--type {asked}: no event here has this type, label or mode; {hint}"


def _unknown_actors(archive: Archive, actors: Sequence[str]) -> Iterable[str]:
    from timeline.errors import NotFound

    for asked in actors:
        try:
            archive.actor(asked)
        except NotFound as error:
            yield f"--actor {asked}: {error}"


def _unknown_sources(archive: Archive, sources: Sequence[str]) -> Iterable[str]:
    known = {one.casefold() for one in _column(archive, _OUTLETS)} if sources else set()
    for asked in sources:
        if asked.casefold() not in known:
            names = _column(archive, _OUTLET_NAMES)
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            some = ", ".join(names[:_MOST_NAMED]) or "none"
            yield f"--source {asked}: there is no such outlet; there are {some}{more}"


def _column(archive: Archive, question: str) -> list[str]:
    return [str(row[0]) for row in archive.sql(question).rows if row[0] is not None]
