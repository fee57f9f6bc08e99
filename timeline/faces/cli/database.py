"""``timeline stats``, ``doctor`` and ``db``: what the database holds, whether it is sound, at which revision it is."""

from __future__ import annotations

import json

import click

from timeline.faces.cli.common import database_option, open_archive, output_options, say, write_rows
from timeline.faces.cli.main import FAILURE


@click.command()
@database_option
@output_options
def stats(form: str) -> None:
    """Count what the database holds."""
    with open_archive(read_only=True) as archive:
        write_rows(("what", "count"), list(archive.stats().items()), form)


@click.command()
@database_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def doctor(as_json: bool) -> int:
    """Check the database from end to end: file, schema, quotes, keys. Exit code 1 when something is wrong."""
    with open_archive(read_only=True) as archive:
        checks = archive.doctor()
    if as_json:
        found = [{"check": check.name, "ok": check.ok, "detail": check.detail} for check in checks]
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for check in checks:
            click.echo(f"{'ok ' if check.ok else 'BAD'}  {check.name}" + (f": {check.detail}" if check.detail else ""))
    return 0 if all(check.ok for check in checks) else FAILURE


@click.group()
def db() -> None:
    """Migrate the database: current, history, upgrade, downgrade, check."""


def _place(path: str | None) -> str:
    """The database named behind the verb, else the one of ``--db``."""
    return path or str(click.get_current_context().find_root().obj)


@db.command()
@click.argument("path", required=False)
@database_option
def current(path: str | None) -> None:
    """Print the revision the database is at."""
    from timeline.storage import revisions

    click.echo(revisions.current(_place(path)))


@db.command()
@database_option
def history() -> None:
    """List all revisions, newest first."""
    from timeline.storage import revisions

    for line in revisions.history():
        click.echo(line)


@db.command()
@click.argument("path", required=False)
@database_option
def upgrade(path: str | None) -> None:
    """Bring the database to the newest revision; a copy of the file is made first."""
    from timeline.storage import revisions

    say(revisions.upgrade(_place(path)))


@db.command(context_settings={"ignore_unknown_options": True})  # -1 is a revision, not an option
@click.argument("revision", metavar="REVISION|-1")
@database_option
def downgrade(revision: str) -> None:
    """Take the database back to an older revision; a copy of the file is made first."""
    from timeline.storage import revisions

    say(revisions.downgrade(_place(None), revision))


@db.command()
@click.argument("path", required=False)
@database_option
def check(path: str | None) -> int:
    """Say whether the database is at the newest revision (exit code 1 when it is not)."""
    from timeline.storage import revisions

    state = revisions.check(_place(path))
    click.echo(state.message)
    return 0 if state.ok else FAILURE
