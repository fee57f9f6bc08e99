"""``timeline edit``: corrections that survive every re-reading and can be taken back."""

from __future__ import annotations

import click

from timeline.errors import QueryError
from timeline.faces.cli.common import database_option, now, open_archive, output_options, say, today, write_rows

_EDIT_COLUMNS = ("edit_id", "at", "by", "target", "field", "machine_value", "human_value", "note", "active")


@click.command()
@click.argument("key", required=False, metavar="EVENT|ARTICLE")
@database_option
@click.option("--date", metavar="DATE", help="The event's day, YYYY-MM-DD or A/B; 'none' for undated.")
@click.option("--type", "type_", metavar="TYPE", help="The event's type, for example PROTEST.")
@click.option("--status", metavar="STATUS", help="happened, planned, denied, cancelled ...")
@click.option("--title", metavar="TEXT", help="The event's line.")
@click.option("--published", metavar="DATE", help="The article's day of publication; its dates are resolved again.")
@click.option("--by", metavar="NAME", help="Who corrects.")
@click.option("--note", metavar="TEXT", help="Why.")
@click.option("--undo", metavar="EDIT", help="Take back this edit ('last' for the newest).")
@click.option("--list", "listing", is_flag=True, help="List the edits instead.")
@output_options
def edit(
    key: str | None,
    date: str | None,
    type_: str | None,
    status: str | None,
    title: str | None,
    published: str | None,
    by: str | None,
    note: str | None,
    undo: str | None,
    listing: bool,
    form: str,
) -> None:
    """Correct an event (date, type, status, title) or an article (published).

    What the machine read is kept beside your value; your value stays when articles are read again.
    """
    with open_archive() as archive:
        if listing:
            rows = [
                (e.key, e.at, e.by, e.target_key, e.field, e.machine_value, e.human_value, e.note, e.active)
                for e in archive.edits(key)
            ]
            write_rows(_EDIT_COLUMNS, rows, form)
            return
        if undo is not None:
            taken = archive.undo(None if undo == "last" else undo, at=now(), as_of=today())
            say(f"taken back: {taken.field} of {taken.target_key} is {taken.machine_value or 'unknown'} again")
            return
        fields = {"date": date, "type": type_, "status": status, "title": title, "published": published}
        given = {name: value for name, value in fields.items() if value is not None}
        if key is None or not given:
            raise click.UsageError("name an event or article and what to change, for example --date 2024-02-29")
        if "published" in given and key.startswith("ev_"):
            raise QueryError(f"{key}: --published belongs to an article; an event has --date")
        for change in archive.edit(key, by=by, note=note, at=now(), as_of=today(), **given):
            say(f"{change.target_key}: {change.field} {change.machine_value or 'unknown'} -> {change.human_value}")
