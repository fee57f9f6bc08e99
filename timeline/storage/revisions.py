"""Migrations for people: which revision a database is at, and taking it to another, with a copy made first.

In comes a place, out go revisions and one line that says what was done. The steps themselves are Alembic revisions in
``migrations/`` (in an installed package ``timeline/migrations``); Alembic is imported here and nowhere else.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from timeline.errors import NotADatabase, StorageError
from timeline.storage import schema
from timeline.storage.database import Database, Place, connect


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Whether a database is at the newest revision, and a line that says so."""

    ok: bool
    message: str


def scripts() -> ScriptDirectory:
    """The revisions that this program carries."""
    return ScriptDirectory.from_config(_config())


def current(place: Place) -> str:
    """The revision that a database is at.

    Raises:
        NotFound, NotADatabase: There is none there.
    """
    database = connect(place, create=False)
    try:
        return _found(database)
    finally:
        database.close()


def history() -> tuple[str, ...]:
    """All revisions, newest first, a line each."""
    return tuple(f"{script.revision}  {script.doc.splitlines()[0]}" for script in scripts().walk_revisions())


def check(place: Place) -> State:
    """Whether a database is at the newest revision."""
    found = current(place)
    if found == schema.HEAD:
        return State(ok=True, message=f"{place} is at {found}, the newest revision")
    return State(
        ok=False,
        message=f"{place} is at {found}, the newest revision is {schema.HEAD}; run `timeline db upgrade {place}`",
    )


def upgrade(place: Place, revision: str = "head") -> str:
    """Take a database to a newer revision; what was done comes back as one line.

    Raises:
        NotFound, NotADatabase: There is none there.
        StorageError: There is no such revision.
    """
    return _migrate(place, revision, command.upgrade)


def downgrade(place: Place, revision: str) -> str:
    """Take a database to an older revision (``-1`` for the one before); what was done comes back as one line."""
    return _migrate(place, revision, command.downgrade)


def _migrate(place: Place, revision: str, move: object) -> str:
    database = connect(place, create=False)
    try:
        before = _found(database)
        if before == schema.HEAD and revision == "head":
            return f"{database.name} is at {before} already, the newest revision; nothing was changed"
        copy = _copy(database, before)
        config = _config()
        config.attributes["database"] = database
        try:
            move(config, revision)  # type: ignore[operator]
        except CommandError as error:
            raise StorageError(f"{database.name}: {error}; see `timeline db history`") from None
        with database.read() as connection:
            after = schema.revision(connection)
        kept = f"; the database as it was is {copy}" if copy else ""
        return f"{database.name}: from {before} to {after}{kept}"
    finally:
        database.close()


def _found(database: Database) -> str:
    with database.read() as connection:
        found = schema.revision(connection)
    if not found:
        raise NotADatabase(f"{database.name} is not one of timeline's databases; name another")
    return found


def _copy(database: Database, revision: str) -> Path | None:
    """A copy of the file beside it, made through SQLite so that what other processes write is whole in it."""
    if database.path is None:
        return None
    copy = database.path.with_name(f"{database.path.name}.{revision}.bak")
    if shutil.disk_usage(database.path.parent).free < database.path.stat().st_size:
        raise StorageError(f"no room is left for a copy of {database.path}; make some and try again")
    with closing(sqlite3.connect(database.path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_folder()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _folder() -> Path:
    """Where the revisions are: inside an installed package, or beside it in a checkout."""
    package = Path(schema.__file__).resolve().parents[1]
    for folder in (package / "migrations", package.parent / "migrations"):
        if (folder / "env.py").is_file():
            return folder
    raise StorageError(
        f"the migrations are missing: neither {package / 'migrations'} nor {package.parent / 'migrations'} is there"
    )
