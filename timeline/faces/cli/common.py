"""What several verbs share: the database option, filters, output forms, and opening the archive.

The clock and the environment are read here and in the verbs, nowhere below.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console

    from timeline.archive import Archive
    from timeline.query import Criteria

Command = TypeVar("Command", bound=Callable[..., Any])

WIDTH_WITHOUT_TERMINAL = 100
#: Columns between two columns of a table, cells that are never folded, and room that a folded one needs.
_BETWEEN, _LONGEST_WHOLE, _LEAST_FOLDED = 3, 24, 20
#: What an article must not send to a terminal.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
#: A spreadsheet would run a cell that begins with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def database_option(command: Command) -> Command:
    """``-d/--db`` behind the verb; it wins over the one before it."""

    def remember(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
        if value:
            ctx.find_root().obj = value

    return click.option(
        "-d", "--db", metavar="PATH|URL", callback=remember, expose_value=False, help="Database; else TIMELINE_DB."
    )(command)


def filter_options(command: Command) -> Command:
    """The criteria that ``show``, ``events`` and ``export`` share."""
    for option in reversed(
        (
            click.option("--after", metavar="DATE", help="Only events on or after this day."),
            click.option("--before", metavar="DATE", help="Only events on or before this day."),
            click.option("--type", "types", multiple=True, metavar="TYPE|LABEL|MODE", help="ASSAULT, march, sign ..."),
            click.option("--actor", "actors", multiple=True, metavar="NAME", help="Only events with this actor."),
            click.option("--status", "statuses", multiple=True, metavar="STATUS", help="happened, planned, denied ..."),
            click.option("--source", "sources", multiple=True, metavar="OUTLET", help="Only what this outlet reports."),
        )
    ):
        command = option(command)
    return command


def as_of_option(command: Command) -> Command:
    """``--as-of DATE``: the day that outcomes and statuses are told for."""

    def read(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
        return None if value is None else read_day(value, "--as-of")

    return click.option(
        "--as-of", metavar="DATE", callback=read, help="Outcomes and statuses as of this day; else today."
    )(command)


def clauses_option(command: Command) -> Command:
    """``--clauses rules|spacy:MODEL``: what says who acts and who undergoes."""
    return click.option(
        "--clauses",
        default="rules",
        show_default=True,
        metavar="rules|spacy:MODEL",
        help="What says who acts and who undergoes; a spaCy parser needs story-timeline[spacy].",
    )(command)


def output_options(command: Command) -> Command:
    """The forms in which rows are written; a table when none is named."""
    for option in reversed(
        (
            click.option("--json", "form", flag_value="json", help="One JSON array."),
            click.option("--nl", "form", flag_value="nl", help="JSON Lines."),
            click.option("--csv", "form", flag_value="csv", help="Comma-separated values."),
            click.option("--tsv", "form", flag_value="tsv", help="Tab-separated values."),
            click.option("-t", "--table", "form", flag_value="table", default=True, help="A table (default)."),
        )
    ):
        command = option(command)
    return command


def criteria(
    *,
    after: str | None = None,
    before: str | None = None,
    types: Sequence[str] = (),
    actors: Sequence[str] = (),
    statuses: Sequence[str] = (),
    sources: Sequence[str] = (),
    **more: Any,
) -> Criteria:
    """The filter options as ``Criteria``; dates may be written as words ("two weeks ago")."""
    from timeline.query import Criteria

    return Criteria(
        after=None if after is None else read_day(after, "--after"),
        before=None if before is None else read_day(before, "--before"),
        types=tuple(types),
        actors=tuple(actors),
        statuses=tuple(statuses),
        sources=tuple(sources),
        **more,
    )


def open_archive(*, create: bool = False, read_only: bool = False) -> Archive:
    """The archive that ``--db``, else TIMELINE_DB, else ``timeline.db`` names."""
    from timeline.archive import Archive

    return Archive(click.get_current_context().find_root().obj, create=create, read_only=read_only)


def today() -> date:
    """The day that statuses depend on; TIMELINE_TODAY sets another, for scripts that must not change."""
    stated = os.environ.get("TIMELINE_TODAY")
    return read_day(stated, "TIMELINE_TODAY") if stated else datetime.now().astimezone().date()


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC).replace(microsecond=0)


def read_day(text: str, name: str) -> date:
    """A day that a person typed: ISO, or words that dateparser understands.

    Raises:
        click.UsageError: It is no date.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        pass
    import dateparser

    moment = dateparser.parse(text, languages=["en"], settings={"PREFER_DATES_FROM": "past"})
    if moment is None:
        raise click.UsageError(f"{name} {text}: not a date; write it as YYYY-MM-DD")
    day: date = moment.date()
    return day


def names(mapping: Iterable[str], allowed: Sequence[str]) -> dict[str, str]:
    """Our field names to theirs, from ``--map OURS=THEIRS``."""
    pairs = {}
    for pair in mapping:
        ours, equals, theirs = pair.partition("=")
        if not equals or not theirs or ours not in allowed:
            raise click.UsageError(f"--map {pair}: write OURS=THEIRS, OURS one of {', '.join(allowed)}")
        pairs[ours] = theirs
    return pairs


def console(*, width: int | None = None, stderr: bool = False) -> Console:
    """A rich console that colours only a terminal, and wraps nowhere else."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    fixed = width or (None if stream.isatty() else WIDTH_WITHOUT_TERMINAL)
    return Console(file=stream, width=fixed, highlight=False, soft_wrap=not stream.isatty(), emoji=False, markup=False)


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: str) -> None:
    """The rows on stdout in the form asked for."""
    match form:
        case "json":
            click.echo(json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=2))
        case "nl":
            for row in rows:
                click.echo(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False))
        case "csv" | "tsv":
            _write_separated(columns, rows, "," if form == "csv" else "\t")
        case _:
            found = list(rows)
            _write_table(columns, found)
            if not found:
                say("no rows")


def _write_separated(columns: Sequence[str], rows: Iterable[Sequence[Any]], separator: str) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_plain_cell(value) for value in row])
        click.echo(buffer.getvalue(), nl=False)
        buffer.seek(0)
        buffer.truncate()
    click.echo(buffer.getvalue(), nl=False)


def _plain_cell(value: Any) -> Any:
    """A cell that no spreadsheet runs as a formula; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return value


def _write_table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """A table as wide as its cells; a terminal folds long ones, and tells rows that do not fit line by line."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    widths = _widths(columns, rows)
    screen = console()
    whole = sum(widths) + _BETWEEN * len(widths)
    folded = [width > _LONGEST_WHOLE for width in widths]
    if screen.is_terminal and whole > screen.width:
        rest = screen.width - sum(width + _BETWEEN for width, fold in zip(widths, folded, strict=True) if not fold)
        if rest < (_LEAST_FOLDED + _BETWEEN) * sum(folded) or not any(folded):
            _write_blocks(columns, rows)
            return
    else:
        screen = console(width=whole + 1)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for column, fold in zip(columns, folded, strict=True):
        table.add_column(column, overflow="fold", no_wrap=not fold)
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    screen.print(table)


def _write_blocks(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Each row as lines of a name and its value, an empty line between rows."""
    longest = max(map(len, columns))
    for number, row in enumerate(rows):
        if number:
            click.echo("")
        for column, value in zip(columns, row, strict=True):
            if value is not None:
                click.echo(f"{column:<{longest}}  {_cell(value)}")


def _widths(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    from rich.cells import cell_len

    return [max([cell_len(column), *(cell_len(_cell(row[n])) for row in rows)]) for n, column in enumerate(columns)]


def _cell(value: Any) -> str:
    """A value on one line, without what would steer a terminal."""
    return "" if value is None else CONTROLS.sub("", " ".join(str(value).splitlines()))


def say(text: str) -> None:
    """A line for people, on stderr."""
    click.echo(text, err=True)
