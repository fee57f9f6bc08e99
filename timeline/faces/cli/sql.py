"""``timeline sql``: read-only SQL over the tables and views, with named parameters."""

from __future__ import annotations

import click

from timeline.faces.cli.common import database_option, open_archive, output_options, write_rows


@click.command()
@click.argument("query")
@database_option
@click.option("-p", "--param", "params", nargs=2, multiple=True, metavar="NAME VALUE", help="Value for :NAME.")
@output_options
def sql(query: str, params: tuple[tuple[str, str], ...], form: str) -> None:
    """Ask the database in SQL: one SELECT over its tables and views. Nothing can be written.

    Example: timeline sql "select first_day, title from timeline where type = :t" -p t PROTEST
    """
    with open_archive(read_only=True) as archive:
        table = archive.sql(query, dict(params))
        write_rows(table.columns, table.rows, form)
