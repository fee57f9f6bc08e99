"""The whole schema: every table, how a new database is made, and at which revision it is.

A new database is made from the tables directly, which is quicker than running all migrations; that both come to the
same is
kept by a test against ``tests/storage/schema.sql``. ``python -m timeline.storage.schema`` prints that file anew.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_mock_engine, inspect
from sqlalchemy.engine import make_url

from timeline.storage import article_tables, event_tables, postgresql, sqlite, story_tables
from timeline.storage.columns import metadata
from timeline.storage.views import VIEWS

#: Revision of the newest migration; a test compares it with ``migrations/``.
HEAD = "0006"

#: How the revision before the first is called.
BASE = "base"

#: The tables that are no tables of ours: Alembic's, and the full-text index with its shadows.
REVISION_TABLE = "alembic_version"
SEARCH_TABLE = "search_index"

__all__ = ["HEAD", "create", "ddl", "dialect_of", "metadata", "revision"]

_ = (article_tables, event_tables, story_tables)  # importing them fills the metadata


def dialect_of(bind: Connection | Engine):  # type: ignore[no-untyped-def]
    """The module that knows this database: ``sqlite`` or ``postgresql``."""
    return postgresql if bind.dialect.name == "postgresql" else sqlite


def create(connection: Connection) -> None:
    """Make every table, view and index in an empty database, and note the revision."""
    metadata.create_all(connection, checkfirst=False)
    dialect_of(connection).create_extras(connection)
    connection.exec_driver_sql(
        f"CREATE TABLE {REVISION_TABLE} (version_num VARCHAR(32) NOT NULL, "
        f"CONSTRAINT {REVISION_TABLE}_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql(f"INSERT INTO {REVISION_TABLE} (version_num) VALUES ('{HEAD}')")


def revision(connection: Connection) -> str | None:
    """The revision of a database: ``""`` without any tables, ``base`` when all was taken back, None when it is not
    ours."""
    names = set(inspect(connection).get_table_names())
    if REVISION_TABLE not in names:
        return None if names else ""
    found = connection.exec_driver_sql(f"SELECT version_num FROM {REVISION_TABLE}").scalar()
    if names == {REVISION_TABLE}:
        return BASE
    if found is None or (found == HEAD and "articles" not in names):
        return None
    return str(found)


def owned(name: str) -> bool:
    """Whether a table of this name is described here; not so Alembic's, the views and the full-text index."""
    return name in metadata.tables and name not in VIEWS


def ddl(connection: Connection) -> str:
    """The schema of an SQLite database as SQL, ordered by name, without what belongs to SQLite, Alembic and the
    full-text index.

    Constraints are sorted, since their order means nothing and a migration that rebuilds a table changes it.
    """
    rows = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
        f"AND name NOT LIKE '{SEARCH_TABLE}#_%' ESCAPE '#' AND name <> '{REVISION_TABLE}' ORDER BY type, name"
    )
    return "\n\n".join(f"{_tidy(row[0])};" for row in rows) + "\n"


def _tidy(statement: str) -> str:
    lines = [line.rstrip().removesuffix(",") for line in statement.strip().splitlines()]
    if not statement.startswith("CREATE TABLE"):
        return "\n".join(line.rstrip() for line in statement.strip().splitlines())
    head, *body = (line for line in lines if line)
    tail = body.pop()
    body.sort(key=lambda line: (line.startswith("\tCONSTRAINT"), line if line.startswith("\tCONSTRAINT") else ""))
    return "\n".join((head, ",\n".join(body), tail))


def statements(dialect: str) -> tuple[str, ...]:
    """Everything that makes the schema in one dialect (``sqlite`` or ``postgresql``), as SQL; what the first revision
    was made of."""
    collected: list[str] = []
    url = "sqlite://" if dialect == "sqlite" else "postgresql+psycopg://"
    spoken = make_url(url).get_dialect()()

    def collect(statement: Any, *_: Any, **__: Any) -> None:
        collected.append(str(statement.compile(dialect=spoken)))

    metadata.create_all(create_mock_engine(url, collect), checkfirst=False)
    module = sqlite if dialect == "sqlite" else postgresql
    return (*(statement.strip() for statement in collected), *module.extras())


if __name__ == "__main__":
    import sys

    from sqlalchemy import create_engine

    with create_engine("sqlite://").begin() as _connection:
        create(_connection)
        sys.stdout.write(ddl(_connection))
