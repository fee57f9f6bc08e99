"""Rows that wait to be written: what every part of ``store`` gathers into.

Row numbers are given here, and rows are written table by table, because that is many times quicker than one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select, update

from timeline.storage import schema
from timeline.storage.article_tables import (
    actor_names,
)
from timeline.storage.columns import metadata
from timeline.storage.event_tables import mentions
from timeline.storage.keys import delete_by, rows_by


class Writing:
    """The rows of one write transaction, in the making. ``flush`` writes them; nothing is read back before that.

    Args:
        connection: Inside a write transaction.
        at: Moment of the change, UTC and ISO, for the rows that keep it.
        actor_ids: Row numbers of actor keys, where they are known from transactions before; is added to.
    """

    def __init__(self, connection: Connection, *, at: str | None, actor_ids: dict[str, int] | None = None) -> None:
        self.connection = connection
        self.at = at
        self.known_events: dict[str, str] = {}
        self.fresh_copies: dict[str, str] = {}
        self.fresh_outlets: dict[str, str] = {}
        self._dialect = schema.dialect_of(connection)
        self._actor_ids = {} if actor_ids is None else actor_ids
        self._next: dict[Table, int] = {}
        self._rows: dict[Table, list[Any]] = defaultdict(list)
        self._changes: dict[tuple[Table, tuple[str, ...]], list[tuple[Any, ...]]] = defaultdict(list)
        self._texts: list[tuple[int, str, str]] = []
        self._article_ids: dict[str, int] = {}
        self._old_articles: set[int] = set()
        self._mention_rows: dict[str, list[Any]] = {}
        self._outlet_ids: dict[str, int] = {}
        self._event_ids: dict[str, int] = {}

    def flush(self) -> None:
        """Write all rows that were gathered: parents before children, then what changes rows that were there."""
        names = self._rows.pop(actor_names, [])
        self._rows[mentions] = [tuple(row) for row in self._rows[mentions]]  # lists until their events were known
        for table in metadata.sorted_tables:
            rows = self._rows.get(table)
            if rows:
                self._dialect.insert(self.connection, table, rows)
        self._dialect.index_texts(self.connection, self._texts)
        for (table, columns), rows in self._changes.items():
            statement = update(table).where(table.c.id == bindparam("row_id"))
            statement = statement.values({column: bindparam(f"new_{column}") for column in columns})
            parameters = [*(f"new_{column}" for column in columns), "row_id"]
            self.connection.execute(statement, [dict(zip(parameters, row, strict=True)) for row in rows])
        if names:
            self._dialect.insert_missing(self.connection, actor_names, list(dict.fromkeys(names)))
        self._rows.clear()
        self._changes.clear()
        self._texts.clear()
        self._mention_rows.clear()

    def _later(self, table: Table, columns: tuple[str, ...], values: tuple[Any, ...]) -> None:
        """Change a row when the new ones are written: a value for each column, then the row's number."""
        self._changes[table, columns].append(values)

    def _new_id(self, table: Table) -> int:
        return self._reserve(table, 1)

    def _reserve(self, table: Table, how_many: int) -> int:
        """The first of so many row numbers that nobody else has: writers go one after the other."""
        first = self._next.get(table)
        if first is None:
            first = 1 + (self.connection.execute(select(func.max(table.c.id))).scalar() or 0)
        self._next[table] = first + how_many
        return first

    def _by(self, query: Any, column: Any, keys: Iterable[Any]) -> Iterable[Any]:
        """The rows of a query for many keys."""
        return rows_by(self.connection, query, column, keys)

    def _delete_by(self, table: Table, column: Any, ids: Sequence[int]) -> None:
        delete_by(self.connection, table, column, ids)
