"""``timeline annotate``: documents in, annotations out, one JSON object a line, no database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

import click

from timeline.errors import QueryError
from timeline.faces.cli.common import clauses_option, names
from timeline.faces.cli.main import SOME_FAILED

#: Lines at the beginning of a file that are no JSON objects, from which it is another kind of file.
_HOPELESS = 3


@click.command()
@click.argument("file", metavar="FILE.jsonl|-")
@click.option("--map", "mapping", multiple=True, metavar="OURS=THEIRS", help="Name of a field, dots for nesting.")
@click.option("--plain", is_flag=True, help="FILE is one raw article, furniture and all.")
@click.option("--published", metavar="DATE", help="Day of publication where a document states none.")
@click.option("--all-events", is_flag=True, help="Also keep mentions without a type, as OTHER.")
@click.option("--across", is_flag=True, help="Join events, actors and stories over all documents of the run.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
@click.option("--lexicon", type=click.Path(path_type=Path), help="Folder with word lists of your own.")
@clauses_option
def annotate(
    file: str,
    mapping: tuple[str, ...],
    plain: bool,
    published: str | None,
    all_events: bool,
    across: bool,
    jobs: int,
    lexicon: Path | None,
    clauses: str,
) -> int:
    """Annotate documents, one JSON object a line, in the order of the input.

    Offsets count in the given text. A bad line is reported with its number and left out; the rest goes on (exit code
    3).
    """
    import timeline.annotations as annotating

    if plain:
        made = _plain(file, published, lexicon=lexicon, clauses=clauses, all_events=all_events)
        return SOME_FAILED if _write([made]) else 0
    field_names = names(mapping, annotating.FIELDS)
    stated = _stated(published)
    bad: list[int] = []
    records = _records(file, field_names, stated, bad)
    annotated = annotating.annotate_across if across else annotating.annotate
    failed = _write(annotated(records, lexicon=lexicon, clauses=clauses, all_events=all_events, jobs=jobs))
    return SOME_FAILED if bad or failed else 0


def _plain(file: str, published: str | None, *, lexicon: Path | None, clauses: str, all_events: bool) -> dict[str, Any]:
    """The annotation object of one raw article."""
    import timeline.annotations as annotating
    from timeline.reading import plaintext
    from timeline.reading.encoding import decode
    from timeline.reading.files import read_text

    text = decode(sys.stdin.buffer.read(), where="standard input")[0] if file == "-" else read_text(Path(file))
    layout = plaintext.lay_out(text)
    return annotating.annotate_plain(
        text,
        layout.blocks,
        _stated(published) or layout.published,
        identity=file,
        title=layout.title,
        lexicon=lexicon,
        clauses=clauses,
        all_events=all_events,
    )


def _records(file: str, field_names: dict[str, str], stated: Any, bad: list[int]) -> Iterator[Any]:
    """The records of a file or of standard input; bad lines are reported and counted in ``bad``."""
    from dataclasses import replace

    from timeline.annotations import read_record

    read = 0
    with _open(file) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = read_record(line, names=field_names, where=f"{file} line {number}")
            except QueryError as error:
                if not read and len(bad) == _HOPELESS:
                    raise QueryError(
                        f"{file}: it begins with {_HOPELESS} lines that are no JSON objects; for one article as it "
                        "stands say --plain, for pages, feeds and tables there is `timeline ingest`"
                    ) from None
                click.echo(f"timeline: {error}", err=True)
                bad.append(number)
                continue
            read += 1
            if stated is not None and record.published.value is None:
                record = replace(record, published=stated)
            yield record


def _open(file: str) -> TextIO:
    if file == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace", newline="\n")  # type: ignore[union-attr]
        return sys.stdin
    try:
        return Path(file).open(encoding="utf-8-sig", errors="replace", newline="\n")
    except FileNotFoundError:
        raise QueryError(f"{file}: there is no such file; name a .jsonl file, or - for standard input") from None
    except IsADirectoryError:
        raise QueryError(f"{file}: it is a folder; name a .jsonl file in it") from None


def _stated(published: str | None) -> Any:
    """The date of ``--published`` as a value, or None."""
    if published is None:
        return None
    from timeline.reading.machine_dates import read_published

    stated = read_published(published, basis="given")
    if stated is None:
        raise click.UsageError(f"--published {published}: not a date; write it as YYYY-MM-DD")
    return stated


def _write(documents: Iterable[dict[str, Any]]) -> int:
    """One compact JSON object a line on stdout, each as soon as it is there; how many could not be parsed."""
    from timeline.annotations import PARSING_FAILED

    failed = 0
    # One encoder for all; a document is a tree, which need not be searched for circles.
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
    for document in documents:
        sys.stdout.write(encode(document) + "\n")
        sys.stdout.flush()
        for problem in document["problems"]:
            if problem["what"].startswith(PARSING_FAILED):
                failed += 1
                click.echo(f"timeline: {problem['where']}: {problem['what']}", err=True)
    return failed
