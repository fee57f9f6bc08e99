"""``timeline export``, ``digest`` and ``schema``: stories for programs and for readers in a hurry."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline import __version__
from timeline.errors import QueryError
from timeline.faces.cli.common import (
    as_of_option,
    criteria,
    database_option,
    filter_options,
    now,
    open_archive,
    read_day,
    say,
    today,
)

if TYPE_CHECKING:
    from timeline.archive import Archive
    from timeline.values.article import Article
    from timeline.values.stories import Timeline

FORMATS = ("json",)
_MOST_QUOTED = 300
_NAMED_STORIES = 8


@click.command()
@click.argument("story", required=False, metavar="[STORY|ACTOR]")
@database_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True)
@click.option("--all", "everything", is_flag=True, help="All stories as JSON Lines, then the events in no story.")
@click.option("--with-text", is_flag=True, help="Each article with its text, which the offsets count in.")
@click.option("--max-quote", type=click.IntRange(min=0), default=_MOST_QUOTED, show_default=True, metavar="N",
              help="Characters of a quote at most; 0 for no bound.")  # fmt: skip
@click.option("--stable", is_flag=True, help="Same input, same bytes, on any day.")
@filter_options
@as_of_option
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Else stdout.")
def export(
    story: str | None,
    form: str,  # noqa: ARG001 - one format so far; the option is there for those to come
    everything: bool,
    with_text: bool,
    max_quote: int,
    stable: bool,
    as_of: date | None,
    output: Path | None,
    **filters: Any,
) -> None:
    """Write a timeline as one JSON object (format timeline.story): of a story, or of an actor across all stories; or of
    all stories with --all."""
    if story is not None and everything:
        raise click.UsageError("name a STORY or say --all, not both")
    asked = criteria(**filters)
    options: dict[str, Any] = {
        "exported_at": now(),
        "with_text": with_text,
        "stable": stable,
        "max_quote": max_quote,
        "generator": __version__,
    }
    from timeline.archive import ActorHandle

    with open_archive(read_only=True) as archive:
        if story is not None:
            named = archive.subject(story)
            if isinstance(named, ActorHandle):
                day = as_of or (_last_of(named.timeline(asked).articles) if stable else today())
                write_out([_written(archive, named.timeline(asked, as_of=day), options, lines=False)], output)
                return
            story = named.story.key
        keys: list[str | None] = [*sorted(each.key for each in archive.stories()), None] if everything else []
        keys = keys or [_named(archive, story)]
        # A stable export must not depend on today: it is told as of the story's own last day.
        days = [as_of or (_last_published(archive, key) if stable else today()) for key in keys]
        written = (
            _written(archive, archive.timeline(key, asked, as_of=day), options, lines=everything)
            for key, day in zip(keys, days, strict=True)
        )
        write_out(written, output)


def _named(archive: Archive, story: str | None) -> str:
    """The key of the story named, or of the only one."""
    if story is not None:
        return archive.story(story).story.key
    stories = archive.stories()
    if len(stories) != 1:
        if not stories:
            raise QueryError("the database holds no story yet; run `timeline ingest PATH`")
        known = ", ".join(each.slug for each in stories[:_NAMED_STORIES])
        more = f" and {len(stories) - _NAMED_STORIES} more" if len(stories) > _NAMED_STORIES else ""
        raise QueryError(f"name a story, or say --all; there are {known}{more} (timeline stories)")
    return stories[0].key


def _last_published(archive: Archive, key: str | None) -> date | None:
    """The last day on which an article of the story was published; None when no day is known."""
    articles = (
        archive.timeline(None).articles if key is None else archive.articles(archive.story(key).story.article_keys)
    )
    return _last_of(articles)


def _last_of(articles: Iterable[Article]) -> date | None:
    return max((article.published.on for article in articles if article.published.on), default=None)


def _written(archive: Archive, timeline: Timeline, options: dict[str, Any], *, lines: bool) -> str:
    """A timeline as JSON: on one line, or laid out for people."""
    from timeline.export import to_json

    timexes = archive.timexes(article.key for article in timeline.articles)
    if lines:
        return json.dumps(to_json.story_object(timeline, timexes=timexes, **options), ensure_ascii=False) + "\n"
    return to_json.to_json(timeline, timexes=timexes, **options)


def write_out(lines: Iterable[str], output: Path | None) -> None:
    """The lines on stdout, or into a file that is there whole or not at all."""
    if output is None:
        for line in lines:
            sys.stdout.write(line)
        return
    if not output.parent.is_dir():
        raise QueryError(f"{output}: there is no folder {output.parent}; make it first")
    unfinished = output.with_name(f"{output.name}.part")
    try:
        with unfinished.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(lines)
        os.replace(unfinished, output)  # noqa: PTH105 - the same as Path.replace, and says that it replaces
    finally:
        unfinished.unlink(missing_ok=True)
    say(f"wrote {output}")


@click.command()
@click.argument("story", required=False)
@database_option
@click.option("--dates", type=click.IntRange(min=1), default=10, show_default=True, metavar="N", help="Days at most.")
@click.option(
    "--sentences", type=click.IntRange(min=1), default=1, show_default=True, metavar="K", help="Sentences each."
)
@click.option("--after", metavar="DATE", help="Only this day and later ones.")
@click.option("--before", metavar="DATE", help="Only this day and earlier ones.")
@click.option("--json", "as_json", is_flag=True, help='{"topic", "timeline": [{"date", "summary": [...]}]}')
def digest(story: str | None, dates: int, sentences: int, after: str | None, before: str | None, as_json: bool) -> None:
    """Write the days that matter most, each with the sentences that tell it best.

    From one STORY, else from every article in the database.
    """
    first = None if after is None else read_day(after, "--after")
    last = None if before is None else read_day(before, "--before")
    if first is not None and last is not None and last < first:
        raise click.UsageError(f"--before {last} lies before --after {first}")
    with open_archive(read_only=True) as archive:
        topic = None if story is None else archive.story(story).story.title
        days = archive.digest(story, dates=dates, sentences=sentences, after=first, before=last)
    if as_json:
        timeline = [{"date": str(day), "summary": list(told)} for day, told in days]
        click.echo(json.dumps({"topic": topic, "timeline": timeline}, ensure_ascii=False, indent=2))
        return
    from timeline.export.wording import day_words

    for day, told in days:
        if not told:
            continue  # no sentence of that day can stand alone
        click.echo(day_words(day))
        for sentence in told:
            click.echo("  " + " ".join(sentence.split()))


@click.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of the format timeline.story."""
    from timeline.export.schema import schema_text

    click.echo(schema_text(), nl=False)
