"""Migrations in step with the tables: one head, up and down with what is stored, and the same schema either way."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from tests.making import article, on, reading, says
from timeline.archive import Archive
from timeline.errors import NotADatabase, NotFound, SchemaOutOfDate, StorageError
from timeline.storage import revisions, schema
from timeline.storage.database import connect, open_database
from timeline.values.article import Article
from timeline.values.events import Extraction

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "storage" / "schema.sql"


def fill(place: str | Path) -> None:
    """Store an article and its event."""
    one = article("Dock workers marched to the harbour.", title="Dock workers march")
    told = says(one, "Dock workers marched to the harbour.", "marched", when=on("2026-03-03"), agents=("Dock workers",))
    with Archive(place) as archive:
        archive.keep([(one, reading(one, told))], at=datetime(2026, 3, 5, tzinfo=UTC))


def migrated(place: Path) -> Path:
    """An empty database that migrations made, as ``alembic upgrade head`` does."""
    config = Config(ROOT / "alembic.ini")
    database = connect(place)
    config.attributes["database"] = database
    command.upgrade(config, "head")
    database.close()
    return place


def ddl(place: Path) -> str:
    """The schema of a file."""
    with create_engine(f"sqlite:///{place}").connect() as connection:
        return schema.ddl(connection)


def test_there_is_one_head() -> None:
    """The newest revision is the one that the program needs, and no other claims to be."""
    assert revisions.scripts().get_heads() == [schema.HEAD]


def test_revisions_know_nothing_of_the_package() -> None:
    """The package changes, history does not."""
    files = sorted((ROOT / "migrations" / "versions").glob("*.py"))
    assert files
    for file in files:
        assert "timeline" not in [
            line.split()[1].split(".")[0]
            for line in file.read_text().splitlines()
            if line.startswith(("import ", "from "))
        ]


def test_migrations_come_to_the_golden_schema(tmp_path: Path) -> None:
    """A database that migrations made has the same tables, checks, indexes and views as a new one, and as the golden
    file.

    When this fails on purpose: ``python -m timeline.storage.schema > tests/storage/schema.sql``, and read the
    difference.
    """
    made = tmp_path / "made.db"
    open_database(made).close()
    golden = GOLDEN.read_text(encoding="utf-8")
    assert golden == ddl(made)
    assert golden == ddl(migrated(tmp_path / "migrated.db"))


def test_alembic_finds_nothing_to_do(tmp_path: Path) -> None:
    """``alembic check`` is silent: the tables described are those that migrations make."""
    config = Config(ROOT / "alembic.ini")
    database = connect(migrated(tmp_path / "news.db"))
    config.attributes["database"] = database
    command.check(config)
    database.close()


def test_down_and_up_again(place: str) -> None:
    """Every step can be taken back and taken again, with an article in the database."""
    fill(place)
    database = connect(place)
    config = Config(ROOT / "alembic.ini")
    config.attributes["database"] = database
    steps = list(revisions.scripts().walk_revisions())
    for step in steps:
        command.downgrade(config, step.down_revision or "base")
    with database.read() as connection:
        assert schema.metadata.tables.keys() & set(names(connection)) == set()
    for step in reversed(steps):
        command.upgrade(config, step.revision)
    database.close()
    fill(place)
    with Archive(place) as archive:
        assert [check.name for check in archive.doctor() if not check.ok] == []
        assert len(archive.events()) == 1


def names(connection: object) -> list[str]:
    """The tables that are there."""
    from sqlalchemy import inspect

    return inspect(connection).get_table_names()


def test_upgrading_says_what_it_did_and_keeps_a_copy(tmp_path: Path) -> None:
    """Going down keeps a copy of the file as it was; at the newest revision nothing is done."""
    place = tmp_path / "news.db"
    fill(place)
    assert revisions.current(place) == schema.HEAD
    assert revisions.check(place).ok
    assert "nothing was changed" in revisions.upgrade(place)
    words = revisions.downgrade(place, "base")
    copy = place.with_name(f"news.db.{schema.HEAD}.bak")
    assert str(copy) in words
    with Archive(copy, read_only=True) as archive:
        assert len(archive.events()) == 1
    with pytest.raises(SchemaOutOfDate, match="timeline db upgrade"):
        open_database(place)
    assert f"from base to {schema.HEAD}" in revisions.upgrade(place)
    open_database(place).close()
    assert len(revisions.history()) == len(list(revisions.scripts().walk_revisions()))


def test_there_must_be_a_database_to_migrate(tmp_path: Path) -> None:
    """None is made by migrating, and a revision that is none is refused."""
    with pytest.raises(NotFound):
        revisions.upgrade(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("Dock workers marched.")
    with pytest.raises(NotADatabase):
        revisions.upgrade(tmp_path / "text.db")
    fill(tmp_path / "news.db")
    with pytest.raises(StorageError, match="history"):
        revisions.downgrade(tmp_path / "news.db", "nowhere")


def test_alembic_works_from_the_root(tmp_path: Path) -> None:
    """``alembic upgrade head`` with TIMELINE_DB or ``-x db=`` makes a database that the program opens."""
    for number, (options, environment) in enumerate(
        ((["-x", f"db={tmp_path / '0.db'}"], {}), ([], {"TIMELINE_DB": str(tmp_path / "1.db")}))
    ):
        import os

        result = subprocess.run(
            [sys.executable, "-m", "alembic", *options, "upgrade", "head"],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stderr
        open_database(tmp_path / f"{number}.db", create=False).close()


def test_edits_of_actors_go_with_the_revision_that_brought_them(place: str) -> None:
    """Below 0002 actors are as they were read; coming back they are so too, and the database is sound."""
    one = article("Dock workers marched to the harbour. Dockers marched home.", title="Dock workers march")
    told = (
        says(one, "Dock workers marched to the harbour.", "marched", when=on("2026-03-03"), agents=("Dock workers",)),
        says(one, "Dockers marched home.", "marched", when=on("2026-03-04"), agents=("Dockers",)),
    )
    at = datetime(2026, 3, 5, tzinfo=UTC)
    with Archive(place) as archive:
        archive.keep([(one, reading(one, *told))], at=at)
        archive.merge_actors("ac_dockers", "ac_dock-workers", at=at)
        archive.edit(archive.events()[0].key, title="March to the harbour", at=at)
    database = connect(place)
    config = Config(ROOT / "alembic.ini")
    config.attributes["database"] = database
    command.downgrade(config, "0001")
    command.upgrade(config, "head")
    database.close()
    with Archive(place) as archive:
        assert [check.name for check in archive.doctor() if not check.ok] == []
        assert [edit.field for edit in archive.edits()] == ["title"]
        assert {actor.key for actor in archive.actors()} == {"dockers", "dock-workers"}
        archive.keep([(one, reading(one, *told))], reprocess=True, at=at)
        assert {who.key for event in archive.events() for who in event.actors} == {"dockers", "dock-workers"}


def test_namesakes_go_with_the_revision_that_brought_them(place: str) -> None:
    """Below 0004 people of one name are one actor; coming back, the archive's country counts until articles are read
    again."""
    at = datetime(2026, 3, 5, tzinfo=UTC)

    def told(town: str, day: str, country: str) -> tuple[Article, Extraction]:
        one = article(f"Tom Reed marched through {town}.", title=f"March in {town}")
        march = says(one, f"Tom Reed marched through {town}.", "marched", when=on(day), agents=("Tom Reed",))
        found = reading(one, march)
        return one, replace(found, actors=tuple(replace(actor, country=country) for actor in found.actors))

    gb, au = told("Corwick", "2026-03-03", "GB"), told("Aldervik", "2026-03-01", "AU")
    others = told("Brenmouth", "2026-03-02", "AU"), told("Dunholt", "2026-03-04", "AU")
    with Archive(place) as archive:
        archive.keep([gb, told("Elsted", "2026-03-05", "GB"), au], at=at)
        assert {actor.key for actor in archive.actors()} == {"tom-reed", "tom-reed_au"}
    database = connect(place)
    config = Config(ROOT / "alembic.ini")
    config.attributes["database"] = database
    command.downgrade(config, "0003")
    with database.read() as connection:
        named = connection.exec_driver_sql(
            "SELECT DISTINCT a.key FROM actor_mentions m JOIN actors a ON a.id = m.actor_id"
        )
        assert set(named.scalars()) == {"ac_tom-reed"}
    command.upgrade(config, "head")
    database.close()
    with Archive(place) as archive:
        archive.keep(others, at=at)
        assert {actor.key: actor.country for actor in archive.actors()} == {"tom-reed": "GB", "tom-reed_au": "AU"}
        archive.keep([au], reprocess=True, at=at)
        assert {actor.key: actor.country for actor in archive.actors()} == {"tom-reed": "AU", "tom-reed_gb": "GB"}
        assert [check.name for check in archive.doctor() if not check.ok] == []
