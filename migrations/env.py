"""How Alembic reaches a database: the one that ``-x db=PLACE``, else TIMELINE_DB, else ``alembic.ini`` names.

It knows the tables of ``timeline.storage.schema`` and nothing else of the package; revisions know nothing of it at
all, since the package changes and history does not.
"""

from __future__ import annotations

import os

from alembic import context

from timeline.storage import schema
from timeline.storage.database import Database, connect


def database() -> Database:
    """The database to work on; ``timeline db`` hands over its own."""
    lent = context.config.attributes.get("database")
    if lent is not None:
        return lent
    place = context.get_x_argument(as_dictionary=True).get("db") or os.environ.get("TIMELINE_DB")
    return connect(place or context.config.get_main_option("sqlalchemy.url"))


def include_name(name: str | None, type_: str, _: object) -> bool:
    """Leave out the full-text index and its shadow tables, which are made by hand in the revisions."""
    return type_ != "table" or schema.owned(name or "")


def run_offline() -> None:
    """Write the migration as SQL instead of running it."""
    context.configure(
        url=context.config.get_main_option("sqlalchemy.url"),
        target_metadata=schema.metadata,
        include_name=include_name,
        render_as_batch=True,
        literal_binds=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_online() -> None:
    """Migrate in one transaction that is kept whole or not at all."""
    target = database()
    target.dialect.set_up(target.engine)
    # SQLite rebuilds a table by dropping the old one, and with foreign keys on that would delete what points to it.
    with (
        target.dialect.writer(target.engine).connect() as connection,
        target.dialect.without_foreign_keys(connection),
    ):
        context.configure(
            connection=connection,
            target_metadata=schema.metadata,
            include_name=include_name,
            render_as_batch=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()
    if "database" not in context.config.attributes:
        target.close()


if context.is_offline_mode():
    run_offline()
else:
    run_online()
