"""``timeline demo``: sample articles to a database, the story on the terminal, and ``timeline.json``."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import click

from timeline.faces.cli.common import now, say, today
from timeline.faces.cli.ingest import report_lines
from timeline.faces.cli.show import print_timeline

_DATABASE = "timeline-demo.db"
_EXPORT = "timeline.json"


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
def demo(folder: Path) -> None:
    """Build FOLDER/timeline-demo.db from sample articles, print its main story and write FOLDER/timeline.json.

    Fourteen articles of four invented outlets over nine days, as text, pages, a feed and a dump. Nothing is fetched.
    """
    from timeline.archive import Archive
    from timeline.export import to_json

    folder.mkdir(parents=True, exist_ok=True)
    place = folder / _DATABASE
    for old in (place, Path(f"{place}-wal"), Path(f"{place}-shm")):
        old.unlink(missing_ok=True)
    with as_file(files("timeline") / "demo" / "articles") as articles, Archive(place, create=True) as archive:
        report = archive.ingest([articles], at=now(), as_of=today())
        for line in report_lines(report):
            say(line)
        main = max(archive.stories(), key=lambda story: (len(story.article_keys), story.key))
        timeline = archive.timeline(main.key, as_of=today())
        print_timeline(timeline, as_of=today())
        written = folder / _EXPORT
        written.write_text(to_json.dumps(timeline, exported_at=now(), as_of=today()), encoding="utf-8")
    say("")
    say(f"wrote {place} and {written}; next:")
    say(f"  timeline -d {place} stories")
    say(f"  timeline -d {place} show {main.slug} --evidence")
    say(f'  timeline -d {place} sql "select title, outcome from planned"')
