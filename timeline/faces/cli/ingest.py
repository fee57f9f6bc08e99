"""``timeline ingest``: files, folders, pages, feeds and dumps into the database, with honest counts."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.export.wording import count_of
from timeline.faces.cli.common import clauses_option, database_option, names, now, open_archive, say, today
from timeline.faces.cli.main import SOME_FAILED

if TYPE_CHECKING:
    from timeline.archive import IngestReport

#: As in ``timeline.reading``, which is too heavy to load for ``--help``; a test keeps them equal.
FORMATS = ("auto", "text", "html", "feed", "jsonl", "json", "csv", "tsv")
FIELDS = ("id", "url", "title", "subtitle", "text", "published", "modified", "source", "authors", "language")
_PROBLEMS_SHOWN = 5


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|-")
@database_option
@click.option("--published", metavar="DATE", help="Day of publication of what is read; beats what it states itself.")
@click.option("--source", metavar="NAME", help="Outlet of what is read; beats what it states itself.")
@click.option("--url", metavar="URL", help="Address of what is read.")
@click.option("--lang", "language", metavar="CODE", help="Language of what is read, for example en.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="auto", show_default=True)
@click.option("--map", "mapping", multiple=True, metavar="OURS=THEIRS", help="Name of a field, dots for nesting.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that parse.")
@click.option("--lexicon", type=click.Path(path_type=Path), help="Folder with word lists of your own.")
@clauses_option
@click.option("--reprocess", is_flag=True, help="Parse unchanged articles again; your edits stay.")
@click.option("--silent", is_flag=True, help="Say nothing but errors.")
def ingest(
    paths: tuple[str, ...],
    published: str | None,
    source: str | None,
    url: str | None,
    language: str | None,
    form: str,
    mapping: tuple[str, ...],
    jobs: int,
    lexicon: Path | None,
    clauses: str,
    reprocess: bool,
    silent: bool,
) -> int:
    """Read articles into the database: files, folders, globs, HTML, feeds, JSONL, CSV, or - for standard input.

    Reading the same thing twice changes nothing. What cannot be read is named, and the rest goes on (exit code 3).
    """
    from timeline.reading import files

    stated = {"published": _day(published), "source": source, "url": url, "language": language}
    overrides = {field: value for field, value in stated.items() if value is not None}
    field_names = names(mapping, FIELDS)
    started = time.monotonic()
    with _standard_input(paths) as places:
        # A slip in a name is told before a database is made for nothing.
        files.found(places)
        with open_archive(create=True) as archive, _progress(silent) as progress:
            report = archive.ingest(
                places,
                overrides=overrides,
                mapping=field_names,
                format=form,
                jobs=jobs,
                lexicon=lexicon,
                clauses=clauses,
                reprocess=reprocess,
                progress=progress,
                at=now(),
                as_of=today(),
            )
            latest = report.story_slugs
    if not silent:
        _summary(report, time.monotonic() - started, latest)
    else:
        for failure in report.failures:
            say(f"timeline: {failure}")
    return SOME_FAILED if report.failed else 0


def _day(published: str | None) -> str | None:
    """The stated day, checked here so that a slip is found before anything is read."""
    if published is None:
        return None
    from timeline.reading.machine_dates import read_published

    if read_published(published, basis="given") is None:
        raise click.UsageError(f"--published {published}: not a date; write it as YYYY-MM-DD")
    return published


@contextmanager
def _standard_input(paths: tuple[str, ...]) -> Iterator[list[Path | str]]:
    """The places to read; standard input is put into a file, so that every reader can look at its first bytes."""
    if "-" not in paths:
        yield list(paths)
        return
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder, "standard input")
        kept.write_bytes(sys.stdin.buffer.read())
        yield [kept if path == "-" else path for path in paths]


@contextmanager
def _progress(silent: bool) -> Iterator[Any]:
    """A counter on a terminal, nothing elsewhere."""
    if silent or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, transient=True) as bar:
        task = bar.add_task("articles", total=None)
        yield lambda done: bar.update(task, completed=done)


def _summary(report: IngestReport, seconds: float, latest: tuple[str, ...]) -> None:
    """One line of counts, what went wrong, what to do about it, and one next step."""
    *notes, last = report_lines(report)
    for line in notes:
        say(line)
    say(f"{last}   {seconds:.1f} s")
    if latest and (report.new or report.updated):
        say(f"next: timeline show {latest[0]}")


def report_lines(report: IngestReport) -> list[str]:
    """What went wrong and what helps, a line each, and the line of counts last."""
    lines = [f"timeline: {failure}" for failure in report.failures]
    lines += [f"note: {problem}" for problem in report.problems[:_PROBLEMS_SHOWN]]
    if len(report.problems) > _PROBLEMS_SHOWN:
        lines.append(f"note: {len(report.problems) - _PROBLEMS_SHOWN} more like these; see the view review_queue")
    read = report.new + report.unchanged + report.updated + report.duplicates + report.failed
    became = [f"{report.new:,} new"]
    became += [f"{report.unchanged:,} unchanged"] * bool(report.unchanged)
    became += [f"{report.updated:,} updated"] * bool(report.updated)
    became += [count_of(report.duplicates, "wire copy")] * bool(report.duplicates)
    became += [f"{report.failed:,} failed"] * bool(report.failed)
    found = [count_of(report.events, "event")] * bool(report.events)
    found += [count_of(report.stories, "story")] * bool(report.stories)
    found += [f"{report.undated:,} undated"] * bool(report.undated)
    lines.append(f"{count_of(read, 'article')}: {' · '.join(became)}   {' · '.join(found) or 'no new events'}")
    return lines
