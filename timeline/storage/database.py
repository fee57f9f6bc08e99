"""Open a database: a path, an address or an engine comes in, a ``Database`` with readers and writers goes out.

A new database is made without asking; one at another revision is refused with the command that helps, since migrating
is for people to decide (``migrate``). What the tables are is decided in ``schema``; what differs between databases in
``sqlite`` and
``postgresql``.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, NoSuchModuleError, OperationalError

from timeline.errors import NotADatabase, NotFound, ReadOnly, SchemaOutOfDate, StorageError
from timeline.storage import postgresql, schema, sqlite

Place = str | os.PathLike[str] | Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """An open database.

    Attributes:
        engine: For readers; its transactions see one state of the database.
        name: The place as the caller named it, for messages.
        path: The file, None for a server or for memory.
        read_only: Whether it refuses writers.
        lent: Whether the engine belongs to the caller and stays open.
    """

    engine: Engine
    name: str
    path: Path | None
    read_only: bool = False
    lent: bool = False

    @property
    def dialect(self) -> Any:
        """The module that knows this kind of database."""
        return schema.dialect_of(self.engine)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection on one state of the database; nothing that is done in it stays."""
        with _told(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that waits for its turn, and is kept whole or not at all.

        Raises:
            ReadOnly: The database was opened for reading, or the disk refuses.
        """
        if self.read_only:
            raise ReadOnly(f"{self.name} was opened for reading only; open it without read_only to change it")
        with _told(self.name), self.dialect.writer(self.engine).begin() as connection:
            self.dialect.lock_writers(connection)
            yield connection

    def close(self) -> None:
        """Give the file or the server back; an engine that was lent stays open."""
        if not self.lent:
            self.engine.dispose()


def open_database(place: Place, *, create: bool = True, read_only: bool = False) -> Database:
    """An open database at this program's revision.

    Args:
        place: A path, an SQLAlchemy address (``postgresql://host/news``) or an ``Engine``.
        create: Whether to make it when it is not there; its folder must be.
        read_only: Refuse whatever would change it.

    Raises:
        NotFound: There is no database, and none is to be made; or there is no such folder.
        NotADatabase: The file or server holds something else.
        ReadOnly: It cannot be written to.
        SchemaOutOfDate: It is older or newer than this program.
    """
    create = create and not read_only
    database = connect(place, create=create, read_only=read_only)
    try:
        with _told(database.name):
            _check(database, create=create)
    except BaseException:
        database.close()
        raise
    return database


def connect(place: Place, *, create: bool = True, read_only: bool = False) -> Database:
    """A database at whatever revision it is; what ``timeline db`` works on."""
    if isinstance(place, Engine):
        if place.dialect.name == "sqlite":
            sqlite.prepare(place, read_only=read_only)
        return Database(engine=place, name=str(place.url), path=None, read_only=read_only, lent=True)
    name = os.fspath(place)
    url, path = _address(name)
    if path is not None:
        _look_at(path, create=create)
    dialect = sqlite if url.startswith("sqlite") else postgresql
    try:
        engine = dialect.open_engine(url, path, read_only=read_only)
    except (ArgumentError, NoSuchModuleError) as error:
        raise NotADatabase(
            f"{name} is no address of a database: {error}; write sqlite:///FILE or postgresql://HOST/NAME"
        ) from None
    return Database(engine=engine, name=name, path=path, read_only=read_only)


def out_of_date(name: str, found: str | None) -> SchemaOutOfDate:
    """The error for a database at another revision, with the remedy."""
    newer = found not in (None, schema.BASE) and str(found) > schema.HEAD
    remedy = "use a newer version of timeline" if newer else f"run `timeline db upgrade {name}`"
    return SchemaOutOfDate(
        f"{name} is at revision {found}, {schema.HEAD} is needed; {remedy}", found=found, needed=schema.HEAD
    )


def _address(name: str) -> tuple[str, Path | None]:
    """SQLAlchemy's address of a place, and the file when there is one."""
    if "://" not in name:
        return ("sqlite://", None) if name == ":memory:" else (f"sqlite:///{name}", Path(name))
    try:
        url = make_url(name)
    except ArgumentError:
        raise NotADatabase(
            f"{name} is no address of a database; write sqlite:///FILE or postgresql://HOST/NAME"
        ) from None
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        return name, Path(url.database)
    return name, None


def _look_at(path: Path, *, create: bool) -> None:
    """Refuse what cannot be a database, before anything is written."""
    if path.is_dir():
        raise NotADatabase(f"{path} is a folder; name a file in it, such as {path / 'timeline.db'}")
    if not path.exists():
        if not create:
            raise NotFound(
                f"there is no database {path}; run `timeline ingest` to make one, or name another", key=str(path)
            )
        if not path.parent.is_dir():
            raise NotFound(f"there is no folder {path.parent} to make {path.name} in; make it first", key=str(path))
        return
    try:
        if not sqlite.is_database(path):
            raise NotADatabase(f"{path} is not a database; name another file, or move this one away")
    except PermissionError:
        raise ReadOnly(f"{path} cannot be read: permission denied") from None


def _check(database: Database, *, create: bool) -> None:
    """Make the schema in an empty database; refuse one that is not ours or at another revision."""
    with database.read() as connection:
        found = schema.revision(connection)
    if found == "" and create:
        database.dialect.set_up(database.engine)
        with database.write() as connection:
            if schema.revision(connection) == "":  # another process may have been quicker
                schema.create(connection)
        return
    if found == "":
        raise NotADatabase(f"{database.name} is an empty database; run `timeline ingest` to fill it")
    if found is None:
        raise NotADatabase(f"{database.name} is a database, but not one of timeline's; name another")
    if found != schema.HEAD:
        raise out_of_date(database.name, found)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what the driver says into errors that name the place and the remedy."""
    try:
        yield
    except OperationalError as error:
        raise _refusal(name, str(error.orig)) from error
    except sqlite3.OperationalError as error:  # while connecting, before SQLAlchemy looks at what the driver says
        raise _refusal(name, str(error)) from error
    except DatabaseError as error:
        if "not a database" in str(error.orig) or "malformed" in str(error.orig):
            raise NotADatabase(f"{name} is damaged or not a database ({error.orig}); restore a copy") from error
        raise
    except DBAPIError as error:
        raise StorageError(f"{name}: {error.orig}") from error


def _refusal(name: str, words: str) -> StorageError:
    """What a driver refuses, with the place and the remedy."""
    if "readonly" in words or "read-only" in words or "unable to open" in words:
        return ReadOnly(f"{name} cannot be written to ({words}); check the permissions of the file and its folder")
    if "locked" in words:
        return StorageError(f"{name} is in use by another writer ({words}); try again when it is done")
    if "full" in words:
        return StorageError(f"no room is left to write {name} ({words}); what was stored before is whole")
    return StorageError(f"{name}: {words}")
