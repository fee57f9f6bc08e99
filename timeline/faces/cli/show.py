"""``timeline show`` and ``explain``: a story or an actor as a timeline, an event or an article as a card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from timeline import __version__
from timeline.faces.cli.common import (
    as_of_option,
    criteria,
    database_option,
    filter_options,
    now,
    open_archive,
    say,
    today,
)
from timeline.faces.cli.hints import say_why_nothing
from timeline.faces.cli.terminal import print_lines, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.archive import ActorHandle, Archive, StoryHandle
    from timeline.values.stories import Story, Timeline

_NAMED_STORIES = 5
#: How much of an actor's doings is shown unless asked otherwise.
_USUAL_OF_ACTOR = "secondary"
#: Events of a timeline for people, unless they ask for a number, for more or for something in particular.
_USUAL_LENGTH = 40
#: Articles up to which a story is small.
_SMALL_STORY = 2


@click.command()
@click.argument("key", required=False, metavar="[STORY|ACTOR|EVENT|ARTICLE]")
@database_option
@click.option("-e", "--evidence", is_flag=True, help="With the sentences that each event rests on.")
@click.option(
    "--top",
    type=click.IntRange(min=1),
    metavar="N",
    help=f"The N weightiest events: most sources, most reports. {_USUAL_LENGTH} where nothing else is asked for.",
)
@click.option("--everything", is_flag=True, help="Background events too, not only what the story is about.")
@filter_options
@as_of_option
@click.option("--width", "columns", type=click.IntRange(min=40), metavar="N", help="Columns; else the terminal's.")
@click.option("--json", "as_json", is_flag=True, help="As `timeline export` writes it.")
def show(
    key: str | None,
    evidence: bool,
    top: int | None,
    everything: bool,
    after: str | None,
    before: str | None,
    types: tuple[str, ...],
    actors: tuple[str, ...],
    statuses: tuple[str, ...],
    sources: tuple[str, ...],
    as_of: date | None,
    columns: int | None,
    as_json: bool,
) -> None:
    """Print the timeline of a story, or of an actor across all stories, or the card of one event or article.

    Name it by its slug, its id (st_, ac_, ev_, ar_) or the beginning of one; an actor by its name too, an article by
    its file or address. Without a name the only story is shown, or the one that changed last.
    """
    day = as_of or today()
    filters = {"types": types, "actors": actors, "statuses": statuses, "sources": sources}
    # Who asks for something in particular wants all of it, also from the background.
    asked = criteria(after=after, before=before, **filters)
    everything = everything or any(filters.values())
    usual_length = None if everything or after or before or as_json else _USUAL_LENGTH
    if as_json and key is not None and key.startswith(("ev_", "ar_")):
        raise click.UsageError("--json writes the timeline of a story or actor; for events there is `timeline events`")
    from timeline.archive import StoryHandle

    with open_archive(read_only=True) as archive:
        if key is not None and key.startswith("ev_"):
            _print_event(archive, key, day)
            return
        if key is not None and key.startswith("ar_"):
            from timeline.faces.cli.cards import article_card

            print_lines(article_card(archive, key, as_of=day))
            return
        subject = archive.story(_latest(archive.stories(as_of=day)).key) if key is None else _subject(archive, key)
        if subject is None:
            from timeline.faces.cli.cards import article_card

            print_lines(article_card(archive, archive.article(str(key)).key, as_of=day))
            return
        usual = usual_salience(subject.story) if isinstance(subject, StoryHandle) else _USUAL_OF_ACTOR
        asked = replace(asked, salience=None if everything else usual)
        timeline = subject.timeline(asked, as_of=day)
        timeline = weightiest(timeline, top) if top else weightiest(timeline, usual_length, more="--top N for more")
        if as_json:
            click.echo(as_object(archive, timeline), nl=False)
        else:
            print_timeline(archive, timeline, evidence=evidence, columns=columns)
        if any(filters.values()) and not (timeline.entries or timeline.undated):
            say_why_nothing(archive, types=types, actors=actors, sources=sources)


def _subject(archive: Archive, key: str) -> StoryHandle | ActorHandle | None:
    """The story or actor that a name means; None when it is the file or address of an article."""
    from timeline.errors import NotFound

    try:
        return archive.subject(key)
    except NotFound as nobody:
        try:
            archive.article(key)
        except NotFound:
            raise nobody from None
        return None


def _latest(stories: Sequence[Story]) -> Story:
    """The only story, or the one that changed last; the others are named on stderr."""
    if not stories:
        raise click.ClickException("the database holds no story yet; run `timeline ingest PATH`")
    latest, *others = sorted(stories, key=_changed, reverse=True)
    if others:
        named = ", ".join(story.slug for story in others[:_NAMED_STORIES])
        more = f" and {len(others) - _NAMED_STORIES} more (timeline stories)" if len(others) > _NAMED_STORIES else ""
        say(f"showing {latest.slug}; other stories: {named}{more}")
    return latest


def _changed(story: Story) -> tuple[str, str, int, str]:
    """Sorts stories by when they changed, then by their days, their size and their key."""
    return (story.updated_at or "", story.last_day or "", len(story.article_keys), story.key)


def usual_salience(story: Story) -> str:
    """How much of a story is shown unless asked otherwise: of a small one more than what its articles are about."""
    return "secondary" if len(story.article_keys) <= _SMALL_STORY else "core"


def weightiest(timeline: Timeline, top: int | None, *, more: str = "") -> Timeline:
    """The timeline with at most so many events; the others are counted as omitted, with how to see ``more``."""
    from timeline.stories.selection import shown

    entries = (*timeline.entries, *timeline.undated)
    if top is None or len(entries) <= top:
        return timeline
    kept = {event.key for event in shown((entry.event for entry in entries), salience="background", top=top)}
    return replace(
        timeline,
        entries=tuple(entry for entry in timeline.entries if entry.event.key in kept),
        undated=tuple(entry for entry in timeline.undated if entry.event.key in kept),
        omitted=(*timeline.omitted, (f"less weighty ({more})" if more else "less weighty", len(entries) - top)),
    )


def print_timeline(archive: Archive, timeline: Timeline, *, evidence: bool = False, columns: int | None = None) -> None:
    """The timeline on stdout, as wide as the terminal."""
    from timeline.export.to_text import to_text

    timexes = archive.timexes(article.key for article in timeline.articles)
    print_lines(to_text(timeline, width=width(columns), timexes=timexes, evidence=evidence))


def as_object(archive: Archive, timeline: Timeline) -> str:
    """The timeline as one JSON object, as ``timeline export`` writes it."""
    from timeline.export.to_json import to_json

    timexes = archive.timexes(article.key for article in timeline.articles)
    return to_json(timeline, timexes=timexes, exported_at=now(), generator=__version__)


def _print_event(archive: Archive, key: str, day: date) -> None:
    from timeline.export.explanation import explain as lines_of

    why = archive.explain(key, as_of=day)
    print_lines(lines_of(why.event, why.articles, why.timexes, outcome=why.outcome))


@click.command()
@click.argument("key", metavar="EVENT")
@database_option
@as_of_option
def explain(key: str, as_of: date | None) -> None:
    """Say on what each value of an event rests: words, rules, the day counted from, edits."""
    with open_archive(read_only=True) as archive:
        _print_event(archive, key, as_of or today())
