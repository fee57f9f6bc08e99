"""Places that can be opened, and what is said of those that cannot."""

from __future__ import annotations

import multiprocessing
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from timeline.errors import NotADatabase, NotFound, ReadOnly, SchemaOutOfDate
from timeline.storage import schema
from timeline.storage.database import Database, open_database


def test_a_new_database_is_made_without_asking(place: str) -> None:
    """The first opening makes the schema, the second finds it."""
    for _ in range(2):
        database = open_database(place)
        with database.read() as connection:
            assert schema.revision(connection) == schema.HEAD
        database.close()


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    """A file of no bytes, as tempfile makes it, is as good as none."""
    (tmp_path / "empty.db").touch()
    open_database(tmp_path / "empty.db").close()


def test_making_one_needs_no_alembic(tmp_path: Path) -> None:
    """Migrations are not imported for a new database: they would double the time of the first command."""
    code = (
        "import sys; from timeline.storage.database import open_database; "
        f"open_database({str(tmp_path / 'a.db')!r}); "
        "sys.exit('alembic' in sys.modules or 'sqlalchemy.orm' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def other_database(path: Path) -> None:
    """An SQLite database of somebody else."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")


def at_revision(revision: str, path: Path) -> None:
    """A database of ours that says it is at another revision."""
    open_database(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


REFUSED = {
    "a text": (lambda path: path.write_text("Dock workers marched."), NotADatabase, "not a database"),
    "somebody else's": (other_database, NotADatabase, "not one of timeline's"),
    "a folder": (lambda path: path.mkdir(), NotADatabase, "folder"),
    "an older one": (lambda path: at_revision("0000", path), SchemaOutOfDate, "timeline db upgrade .*news.db"),
    "a newer one": (lambda path: at_revision("9999", path), SchemaOutOfDate, "newer version of timeline"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_opened_is_refused(case: str, tmp_path: Path) -> None:
    """Each message names the thing and the remedy, and the file is left as it was."""
    make, error, words = REFUSED[case]
    path = tmp_path / "news.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error, match=words) as raised:
        open_database(path)
    assert str(path) in str(raised.value)
    assert before == (path.read_bytes() if path.is_file() else None)


def test_none_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    """With create=False, or for reading only, a missing database is an error and stays missing."""
    for options in ({"create": False}, {"read_only": True}):
        with pytest.raises(NotFound, match=r"no database .*news\.db"):
            open_database(tmp_path / "news.db", **options)
    with pytest.raises(NotFound, match="no folder"):
        open_database(tmp_path / "none" / "news.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["nonsense://x", "sqlite:/oops", "postgresql+none://h/n"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    """The forms that would do are named."""
    with pytest.raises((NotADatabase, NotFound)):
        open_database(address)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """A file without write permission opens for reading, and refuses writers with a word on permissions."""
    path = tmp_path / "news.db"
    open_database(path).close()
    path.chmod(stat.S_IRUSR)
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        if _root():
            pytest.skip("root may write to every file")
        with pytest.raises(ReadOnly, match="permissions"), open_database(path).write():
            pass
        reader = open_database(path, read_only=True)
        with reader.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar() == 0
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def _root() -> bool:
    import os

    return os.geteuid() == 0


def test_a_transaction_is_kept_whole_or_not_at_all(database: Database) -> None:
    """What an error interrupts leaves nothing behind."""
    with pytest.raises(ZeroDivisionError), database.write() as connection:
        connection.exec_driver_sql("INSERT INTO outlets (id, key, name) VALUES (1, 'so_a', 'A')")
        _ = 1 / 0
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM outlets").scalar() == 0


def add_one(place: str, times: int) -> None:
    """Read a number, then write it one larger; so many times."""
    database = open_database(place)
    for _ in range(times):
        with database.write() as connection:
            number = connection.exec_driver_sql("SELECT country FROM outlets").scalar()
            connection.exec_driver_sql(f"UPDATE outlets SET country = '{int(number) + 1}'")
    database.close()


def test_writers_lose_no_update(place: str) -> None:
    """Two processes that read and then write wait for each other: SQLAlchemy's defaults would lose most updates."""
    database = open_database(place)
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO outlets (id, key, name, country) VALUES (1, 'so_a', 'A', '0')")
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=add_one, args=(place, 40)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT country FROM outlets").scalar() == "80"
    database.close()


def test_columns_keep_their_type_and_rules(database: Database) -> None:
    """The database itself refuses words that are none of ours, spans that are empty and days in disorder."""
    for statement in (
        "INSERT INTO outlets (id, key, name) VALUES ('one', 'so_a', 'A')",
        "INSERT INTO actors (id, key, name, kind) VALUES (1, 'ac_a', 'A', 'ghost')",
        "INSERT INTO stories (id, key, slug, title, status, source_count, article_count, event_count, revision, "
        "fingerprint) "
        "VALUES (1, 'st_a', 'a', 'A', 'asleep', 1, 1, 1, 1, 'x')",
        "INSERT INTO actor_names (actor_id, kind, name, position) VALUES (99, 'alias', 'A', 0)",
    ):
        with pytest.raises(Exception, match=r"(?i)constraint|mismatch|invalid input"), database.write() as connection:
            connection.exec_driver_sql(statement)
            connection.commit()
