"""Questions for many keys, some hundred at a time: a database takes only so many in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete

#: Keys in one question to the database.
MOST_KEYS = 900


def chunks(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The items, ``MOST_KEYS`` at a time."""
    for start in range(0, len(items), MOST_KEYS):
        yield items[start : start + MOST_KEYS]


def rows_by(connection: Connection, query: Any, column: Any, keys: Iterable[Any]) -> Iterator[Any]:
    """The rows of a query whose column has one of the keys; in order of the keys, as far as they come in chunks."""
    for chunk in chunks(sorted(set(keys))):
        yield from connection.execute(query.where(column.in_(chunk))).all()  # one by one they cost twice


def delete_by(connection: Connection, table: Table, column: Any, ids: Sequence[int]) -> None:
    """Remove the rows of a table whose column has one of the numbers."""
    for chunk in chunks(ids):
        connection.execute(delete(table).where(column.in_(chunk)))
