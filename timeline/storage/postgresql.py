"""What only PostgreSQL needs: the full-text index, reading without writing, inserting in bulk.

Its sibling for SQLite is ``sqlite``; both have the same functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, text
from sqlalchemy.dialects.postgresql import insert as insert_rows

from timeline.errors import MissingExtra, QueryError
from timeline.storage.views import POSTGRESQL, create_statements

#: Number of the lock that writers of one database take in turn.
WRITER_LOCK = 7_414_853

FULL_TEXT = (
    "CREATE TABLE search_index (mention_id INTEGER NOT NULL CONSTRAINT pk_search_index PRIMARY KEY "
    "REFERENCES mentions (id) ON DELETE CASCADE, words tsvector NOT NULL)",
    "CREATE INDEX ix_search_index_words ON search_index USING gin (words)",
)


def open_engine(url: str, _path: object, *, read_only: bool) -> Engine:
    """An engine on a server; psycopg 3 is the driver unless the address names another."""
    if url.startswith(("postgres://", "postgresql://")):
        url = "postgresql+psycopg://" + url.split("://", 1)[1]
    try:
        engine = create_engine(url)
        _ = engine.dialect.dbapi
    except ModuleNotFoundError as error:
        raise MissingExtra(
            f"PostgreSQL needs the package {error.name}; run `pip install 'story-timeline[postgres]'`", extra="postgres"
        ) from None
    return prepare(engine, read_only=read_only)


def prepare(engine: Engine, *, read_only: bool) -> Engine:
    """The engine, reading only when asked for."""
    return engine.execution_options(postgresql_readonly=True) if read_only else engine


def set_up(_: Engine) -> None:
    """Nothing: readers and writers work at the same time as it is."""


def writer(engine: Engine) -> Engine:
    """The same engine: writers wait for each other in ``lock_writers``."""
    return engine


def lock_writers(connection: Connection) -> None:
    """Wait until no other transaction writes: row numbers are given by us, so writers go one after the other."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")


def extras() -> tuple[str, ...]:
    """SQL that makes the views and the full-text index."""
    return (*create_statements(POSTGRESQL), *FULL_TEXT)


def create_extras(connection: Connection) -> None:
    """Make the views and the full-text index."""
    for statement in extras():
        connection.exec_driver_sql(statement)


def insert(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Write rows, each with a value for every column in the table's order, through COPY when the driver has it."""
    if not rows:
        return
    driver = connection.connection.driver_connection
    cursor = driver.cursor()  # type: ignore[union-attr]
    if hasattr(cursor, "copy"):
        with cursor.copy(_copy_statement(table)) as copy:
            for row in rows:
                copy.write_row(row)
    else:
        names = [column.name for column in table.columns]
        connection.execute(table.insert(), [dict(zip(names, row, strict=True)) for row in rows])


def insert_missing(connection: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Write the rows that are not there yet."""
    names = [column.name for column in table.columns]
    statement = insert_rows(table).on_conflict_do_nothing()
    connection.execute(statement, [dict(zip(names, row, strict=True)) for row in rows])


@cache
def _copy_statement(table: Table) -> str:
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'COPY "{table.name}" ({columns}) FROM STDIN'


def index_texts(connection: Connection, texts: Sequence[tuple[int, str, str]]) -> None:
    """Add mentions to the full-text index: id, title and evidence."""
    if texts:
        connection.execute(
            text("INSERT INTO search_index (mention_id, words) VALUES (:id, to_tsvector('simple', :words))"),
            [{"id": mention_id, "words": f"{title} {quote}"} for mention_id, title, quote in texts],
        )


def forget_texts(connection: Connection, article_ids: Iterable[int]) -> None:
    """Take the mentions of some articles out of the full-text index."""
    connection.execute(
        text("DELETE FROM search_index WHERE mention_id IN (SELECT id FROM mentions WHERE article_id = ANY(:ids))"),
        {"ids": list(article_ids)},
    )


def match_sql(words: str) -> tuple[str, dict[str, str]]:
    """SQL for the ids of matching mentions, latest stored first, and its parameters; every word is taken literally."""
    terms = []
    for word in words.split():
        literal = word.rstrip("*").replace("\\", "").replace("'", "''")
        if literal:
            terms.append(f"'{literal}'" + (":*" if word.endswith("*") else ""))
    query = (
        "SELECT mention_id FROM search_index WHERE words @@ to_tsquery('simple', :words) "
        "ORDER BY mention_id DESC LIMIT :most"
    )
    return query, {"words": " & ".join(terms)}


def optimise(connection: Connection) -> None:
    """Let the query planner know how many rows there are."""
    connection.exec_driver_sql("ANALYZE")


def integrity_problems(_: Connection) -> list[str]:
    """Nothing: the server keeps its own house."""
    return []


@contextmanager
def only_reading(connection: Connection) -> Iterator[None]:
    """While inside, the transaction refuses to write."""
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
    yield


@contextmanager
def without_foreign_keys(_: Connection) -> Iterator[None]:
    """Nothing: this server alters tables in place."""
    yield


def answer(
    connection: Connection, question: str, parameters: dict[str, Any]
) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """Columns and rows of one statement; sent as a prepared one, of which the server refuses several."""
    compiled = text(question).compile(dialect=connection.dialect)
    cursor = connection.connection.driver_connection.cursor()  # type: ignore[union-attr]
    cursor.execute(str(compiled), parameters, prepare=True)
    if cursor.description is None:
        raise QueryError("SQL: only reading is allowed; start with SELECT", criterion="sql")
    return tuple(column.name for column in cursor.description), cursor.fetchall()


def driver_errors(connection: Connection) -> tuple[type[Exception], ...]:
    """What the driver raises for a statement that it cannot take."""
    dbapi = connection.dialect.dbapi
    return (dbapi.Error, dbapi.Warning)  # type: ignore[union-attr]
