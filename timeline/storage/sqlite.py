"""What only SQLite needs: how a connection is prepared, the full-text index, reading without writing, inserting in
bulk.

Its sibling for PostgreSQL is ``postgresql``; both have the same functions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects import sqlite as sqlite_dialect

from timeline.errors import QueryError, StorageError
from timeline.storage.views import SQLITE, create_statements

#: Oldest SQLite that knows STRICT tables.
OLDEST = (3, 37, 0)

#: How long a writer waits for another, in seconds.
WAIT_SECONDS = 60

#: How much the number of events may grow before the statistics for the planner are made anew.
REANALYSE = 2

FULL_TEXT = (
    "CREATE VIRTUAL TABLE search_index USING fts5(title, quote, content='mention_texts', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 2')"
)

_MAGIC = b"SQLite format 3\x00"
_READING_PRAGMAS = (
    "journal_mode",
    "table_info",
    "table_xinfo",
    "table_list",
    "index_list",
    "index_info",
    "foreign_key_list",
)
_ALLOWED = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE))


def open_engine(url: str, path: Path | None, *, read_only: bool) -> Engine:
    """An engine whose connections wait for each other, keep foreign keys and start every transaction themselves."""
    if read_only and path is not None:
        address = f"file:{quote(str(path.absolute()))}?mode=ro"
        if not _can_write_beside(path):
            address += "&immutable=1"
        engine = create_engine(
            "sqlite://",
            creator=lambda: sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, check_same_thread=False),
        )
    else:
        engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS})
    return prepare(engine, read_only=read_only)


def prepare(engine: Engine, *, read_only: bool) -> Engine:
    """The engine with the two listeners that SQLite needs.

    Without them SQLAlchemy lets the driver begin transactions late, which loses updates between processes and leaves
    half of a failed migration behind.
    """
    pragmas = ["foreign_keys=ON"] if read_only else ["synchronous=NORMAL", "foreign_keys=ON"]

    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN " + connection.get_execution_options().get("sqlite_begin", "DEFERRED"))

    return engine


def set_up(engine: Engine) -> None:
    """Let readers and a writer work at the same time: the file keeps that (write-ahead logging) for good."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA journal_mode=WAL")


def writer(engine: Engine) -> Engine:
    """The same engine, whose transactions take the write lock when they begin."""
    return engine.execution_options(sqlite_begin="IMMEDIATE")


def lock_writers(_: Connection) -> None:
    """Nothing: ``BEGIN IMMEDIATE`` has done it."""


def is_database(path: Path) -> bool:
    """Whether the file is an SQLite database, or empty and about to become one."""
    with path.open("rb") as file:
        start = file.read(len(_MAGIC))
    return start in (b"", _MAGIC)


def extras() -> tuple[str, ...]:
    """SQL that makes the views and the full-text index."""
    return (*create_statements(SQLITE), FULL_TEXT)


def create_extras(connection: Connection) -> None:
    """Make the views and the full-text index."""
    for statement in extras():
        connection.exec_driver_sql(statement)


def insert(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Write rows, each with a value for every column in the table's order.

    The statement is compiled once and goes straight to the driver: the compiled form of SQLAlchemy's ``insert`` costs
    as much again as SQLite needs to store a row.
    """
    if rows:
        connection.exec_driver_sql(_insert_statement(table), rows)


def insert_missing(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Write the rows that are not there yet."""
    connection.exec_driver_sql(_insert_statement(table) + " ON CONFLICT DO NOTHING", list(rows))


@cache
def _insert_statement(table: Table) -> str:
    return str(table.insert().compile(dialect=sqlite_dialect.dialect(paramstyle="qmark")))


def index_texts(connection: Connection, texts: Sequence[tuple[int, str, str]]) -> None:
    """Add mentions to the full-text index: id, title and evidence."""
    if texts:
        connection.exec_driver_sql("INSERT INTO search_index(rowid, title, quote) VALUES (?, ?, ?)", list(texts))


def forget_texts(connection: Connection, article_ids: Iterable[int]) -> None:
    """Take the mentions of some articles out of the full-text index, before their rows or texts change."""
    rows = [(article_id,) for article_id in article_ids]
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO search_index(search_index, rowid, title, quote) SELECT 'delete', t.id, t.title, t.quote "
            "FROM mention_texts t JOIN mentions m ON m.id = t.id WHERE m.article_id = ?",
            rows,
        )


def match_sql(words: str) -> tuple[str, dict[str, str]]:
    """SQL for the ids of matching mentions, latest stored first, and its parameters; every word is taken literally."""
    quoted = " ".join(_quoted(word) for word in words.split())
    return "SELECT rowid FROM search_index WHERE search_index MATCH :words ORDER BY rowid DESC LIMIT :most", {
        "words": quoted
    }


def _quoted(word: str) -> str:
    """A word as FTS5 takes it literally; a star at its end still asks for a prefix."""
    star = "*" if word.endswith("*") and word != "*" else ""
    return '"' + word.rstrip("*").replace('"', '""') + '"' + star


def optimise(connection: Connection) -> None:
    """Let the query planner know how many rows there are, whenever they have doubled: without that it scans what it
    could look up."""
    known = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'sqlite_stat1'").scalar()
    if known:
        found = "SELECT stat FROM sqlite_stat1 WHERE tbl = 'events' AND idx LIKE 'sqlite_autoindex%'"
        statistics = connection.exec_driver_sql(found).scalar()
        rows = connection.exec_driver_sql("SELECT count(*) FROM events").scalar() or 0
        if statistics and rows < REANALYSE * int(str(statistics).split()[0]):
            return
    connection.exec_driver_sql("ANALYZE")


def integrity_problems(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong; empty when all is well."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    found = [] if found == ["ok"] else found
    found += [
        f"row {row[1]} of {row[0]} points to nothing in {row[2]}"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    try:
        connection.exec_driver_sql("INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 0)")
    except Exception as error:
        if "readonly" not in str(error):
            found.append(f"the full-text index does not match the mentions: {error}")
    return found


@contextmanager
def only_reading(connection: Connection) -> Iterator[None]:
    """While inside, the connection refuses whatever would change anything, attach a file or switch a setting."""
    driver = connection.connection.driver_connection
    assert driver is not None

    def allowed(action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if action in _ALLOWED:
            return sqlite3.SQLITE_OK
        if action == sqlite3.SQLITE_PRAGMA and (
            first == "data_version" or (first in _READING_PRAGMAS and (second is None or first != "journal_mode"))
        ):
            return sqlite3.SQLITE_OK
        return sqlite3.SQLITE_DENY

    driver.set_authorizer(allowed)
    try:
        yield
    finally:
        driver.set_authorizer(None)


@contextmanager
def without_foreign_keys(connection: Connection) -> Iterator[None]:
    """While inside, foreign keys are not enforced; afterwards they are, and whatever points to nothing is an error.

    The setting only changes between transactions, so it goes past SQLAlchemy to the driver.
    """
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        broken = driver.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise StorageError(
                f"{len(broken)} rows point to nothing after the migration, the first in {broken[0][0]}; restore "
                "the copy"
            )
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def answer(
    connection: Connection, question: str, parameters: dict[str, Any]
) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Columns and rows of one statement; the driver refuses several."""
    driver = connection.connection.driver_connection
    assert driver is not None
    cursor = driver.execute(question, parameters)
    if cursor.description is None:
        raise QueryError("SQL: only reading is allowed; start with SELECT", criterion="sql")
    return tuple(column[0] for column in cursor.description), cursor.fetchall()


def driver_errors(_: Connection) -> tuple[type[Exception], ...]:
    """What the driver raises for a statement that it cannot take."""
    return (sqlite3.Error, sqlite3.Warning)


def _can_write_beside(path: Path) -> bool:
    import os

    return os.access(path.parent, os.W_OK) or path.with_name(path.name + "-shm").exists()
