"""``timeline demo``: sample articles to a database, the story on the terminal, and ``timeline.json``."""

from __future__ import annotations

from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import click

from timeline import __version__
from timeline.faces.cli.common import now, say, today
from timeline.faces.cli.export import write_out
from timeline.faces.cli.ingest import report_lines
from timeline.faces.cli.show import print_timeline, weightiest

_DATABASE = "timeline-demo.db"
_EXPORT = "timeline.json"

#: Events that the demo prints: as many as a screen holds.
_TOLD = 24

#: The day on which the sample articles end: what the story looked like then is what the demo tells.
_DAY = date(2026, 3, 10)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
def demo(folder: Path) -> None:
    """Build FOLDER/timeline-demo.db from sample articles, print its main story and write FOLDER/timeline.json.

    Fourteen articles of four invented outlets over nine days, as text, pages, a feed and a dump. Nothing is fetched.
    """
    from timeline.archive import Archive
    from timeline.export.to_json import to_json
    from timeline.query import Criteria

    folder.mkdir(parents=True, exist_ok=True)
    place = folder / _DATABASE
    for old in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
        old.unlink(missing_ok=True)
    with as_file(files("timeline") / "demo" / "articles") as articles, Archive(place, create=True) as archive:
        report = archive.ingest([articles], at=now(), as_of=max(today(), _DAY))
        for line in report_lines(report):
            say(line)
        main = max(archive.stories(), key=lambda story: (len(story.article_keys), story.key))
        told = archive.timeline(main.key, Criteria(salience="core"), as_of=_DAY)
        print_timeline(archive, weightiest(told, _TOLD))
        whole = archive.timeline(main.key, as_of=_DAY)
        timexes = archive.timexes(article.key for article in whole.articles)
        written = folder / _EXPORT
        write_out([to_json(whole, exported_at=now(), timexes=timexes, generator=__version__)], written)
    say("")
    say(f"as of {_DAY}, the day of the last article; the database is {place}. Next:")
    say(f"  timeline -d {place} stories")
    say(f"  timeline -d {place} show {main.slug} --evidence --as-of {_DAY}")
    say(f'  timeline -d {place} sql "select title, planned_for, outcome from planned"')
