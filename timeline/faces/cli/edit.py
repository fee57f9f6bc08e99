"""``timeline edit``: corrections that survive every re-reading and can be taken back."""

from __future__ import annotations

import click

from timeline.faces.cli.common import database_option, now, open_archive, output_options, say, today, write_rows

_EDIT_FIELDS = ("key", "at", "by", "target_key", "field", "machine_value", "human_value", "note", "active")
#: As in the view ``edit_log``.
_EDIT_COLUMNS = ("edit_id", "at", "by", "target_id", "field", "machine_value", "human_value", "note", "active")


@click.command()
@click.argument("key", required=False, metavar="EVENT|ARTICLE")
@database_option
@click.option("--date", metavar="DATE", help="The event's day, YYYY-MM-DD or A/B; 'none' for undated.")
@click.option("--type", "type_", metavar="TYPE", help="The event's type, for example PROTEST.")
@click.option("--status", metavar="STATUS", help="happened, planned, denied, cancelled ...")
@click.option("--label", metavar="WORD", help="Its kind in everyday words.")
@click.option("--title", metavar="TEXT", help="The event's line.")
@click.option("--hide/--unhide", "hidden", default=None, help="Take the event out of the timelines, or back in.")
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
    label: str | None,
    title: str | None,
    hidden: bool | None,
    published: str | None,
    by: str | None,
    note: str | None,
    undo: str | None,
    listing: bool,
    form: str,
) -> None:
    """Correct an event (date, type, status, label, title, hidden) or an article (published).

    What the machine read is kept beside your value; your value stays when articles are read again.
    """
    fields = {"date": date, "type": type_, "status": status, "label": label, "title": title, "published": published}
    given = {name: value for name, value in fields.items() if value is not None}
    if hidden is not None:
        given["hidden"] = "yes" if hidden else "no"
    if not listing and undo is None and (key is None or not given):
        raise click.UsageError("name an event or article and what to change, for example --date 2024-02-29")
    if key is not None and key.startswith("ev_") and "published" in given:
        raise click.UsageError("--published belongs to an article; an event has --date")
    with open_archive(read_only=listing) as archive:
        if listing:
            rows = [tuple(getattr(change, name) for name in _EDIT_FIELDS) for change in archive.edits(key)]
            write_rows(_EDIT_COLUMNS, [(*row[:-1], int(row[-1])) for row in rows], form)
        elif undo is not None:
            taken = archive.undo(None if undo == "last" else undo, at=now(), as_of=today())
            if taken.target_key.startswith("ac_"):
                from timeline.actor_corrections import in_words

                say(f"taken back: {in_words(taken)}")
            else:
                say(f"taken back: {taken.field} of {taken.target_key} is {taken.machine_value or 'unknown'} again")
        else:
            assert key is not None
            for change in archive.edit(key, by=by, note=note, at=now(), as_of=today(), **given):
                was, now_is = change.machine_value or "unknown", change.human_value or "unknown"
                say(f"{change.target_key}: {change.field} {was} -> {now_is}   (to take it back: --undo {change.key})")
