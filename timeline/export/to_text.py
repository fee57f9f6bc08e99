"""A timeline as lines for a terminal: day, part of day, status mark, label, title, who says so.

In comes a ``Timeline``, out go lines of segments, each a text and the name of a style; the command line gives styles
their colours, ``as_plain`` leaves them out. What a timeline holds is decided before, words for dates and statuses in
``wording``.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from timeline.export.segments import Line, Segment, as_plain, cell_width, cut, marked, padded
from timeline.export.sources import resting_on, source_name
from timeline.export.wording import (
    MARKS,
    conflict_words,
    count_of,
    short_date,
    status_words,
    undated_words,
)
from timeline.values.dates import EventDate, TimeExpression
from timeline.values.stories import Entry, Timeline
from timeline.values.text import Span

__all__ = ["Line", "Segment", "as_plain", "cell_width", "marked", "resting_on", "source_name", "to_text"]

#: Columns below which the sources are left out, and below which labels are.
WIDTH_FOR_SOURCES, WIDTH_FOR_LABELS = 78, 56

#: Bounds of the columns.
LEAST_DAY, MOST_DAY, MOST_LABEL, MOST_SOURCE, LEAST_TITLE = 10, 17, 16, 20, 24

_PART_WIDTH = len("afternoon")


def to_text(
    timeline: Timeline,
    *,
    width: int = 100,
    timexes: Mapping[str, Sequence[TimeExpression]] | None = None,
    notes: Iterable[str] = (),
    evidence: bool = False,
) -> tuple[Line, ...]:
    """The timeline as lines no wider than ``width``: a heading, the years with their events, the undated, what to know.

    Args:
        timeline: A story's timeline, or that of the events in no story.
        width: Columns of the terminal.
        timexes: Time expressions by article key; with them an undated event says what is known ("Wednesday evening").
        notes: Further remarks below.
        evidence: Whether the words that each event rests on stand below it, trigger and date words marked; these lines
            are as long as the words are.
    """
    page = _Page(timeline, width, timexes or {}, evidence=evidence)
    return (*page.heading(), *page.dated(), *page.undated(), *page.footer(notes))


class _Page:
    """Lays out one timeline: the widths of its columns and its lines."""

    def __init__(
        self, timeline: Timeline, width: int, timexes: Mapping[str, Sequence[TimeExpression]], *, evidence: bool
    ) -> None:
        self._timeline, self._width, self._timexes = timeline, max(width, 40), timexes
        self._evidence = evidence
        entries = (*timeline.entries, *timeline.undated)
        self._sources = {article.key: source_name(article) for article in timeline.articles}
        for entry in entries:
            self._sources |= {article.key: source_name(article) for article in entry.articles}
        days = [short_date(entry.event.date) for entry in timeline.entries if entry.event.date]
        self._day = min(MOST_DAY, max([LEAST_DAY, *map(cell_width, days)]))
        parts = any(entry.event.date and (entry.event.date.part_of_day or entry.event.date.time) for entry in entries)
        self._part = _PART_WIDTH if parts else 0
        labels = [cell_width(entry.event.label) for entry in entries]
        self._label = min(MOST_LABEL, max(labels, default=0)) if self._width >= WIDTH_FOR_LABELS else 0
        sources = [cell_width(self._who(entry)) for entry in entries]
        self._source = min(MOST_SOURCE, max(sources, default=0)) if self._width >= WIDTH_FOR_SOURCES else 0
        # The title needs some room: what is least missed goes first, and what goes is told behind the title.
        for column in ("_source", "_label", "_part", "_day"):
            if self._room() >= LEAST_TITLE:
                break
            setattr(self, column, LEAST_DAY if column == "_day" else 0)

    def _room(self) -> int:
        """Columns that are left for titles."""
        columns = (self._day, self._part, self._label, self._source)
        return self._width - len("  ") - len("● ") - sum(column + len("  ") for column in columns if column)

    def heading(self) -> list[Line]:
        """Title on the left; status and honest counts on the right, or below when there is no room."""
        story = self._timeline.story
        actor = self._timeline.actor
        title = story.title if story else actor.name if actor else "Events in no story"
        facts = [story.status] if story else [actor.kind] if actor else []
        facts.append(count_of(len(self._timeline.entries) + len(self._timeline.undated), "event"))
        facts.append(count_of(len(self._timeline.articles), "article"))
        if story:
            facts.append(count_of(story.source_count, "source"))
        right = " · ".join(facts)
        space = self._width - cell_width(title) - cell_width(right)
        if space < 2:
            titles: list[Line] = [(Segment(line, "story"),) for line in textwrap.wrap(title, self._width)]
            below = textwrap.wrap(right, self._width, initial_indent="  ", subsequent_indent="  ")
            return [*titles, *((Segment(line, "facts"),) for line in below)]
        return [(Segment(title, "story"), Segment(" " * space), Segment(right, "facts"))]

    def dated(self) -> list[Line]:
        """The entries under their years; a day and a part of day are written once."""
        lines: list[Line] = []
        year = day = ""
        for entry in self._timeline.entries:
            event_date = entry.event.date
            if event_date is None:
                continue
            this_year, this_day = _year(event_date), short_date(event_date)
            if this_year != year:
                lines.append((Segment(this_year, "year"),))
                year, day = this_year, ""
            lines += self._entry(entry, "" if this_day == day else this_day, _within_day(event_date))
            day = this_day
        return lines

    def undated(self) -> list[Line]:
        """The entries without a date, each with what is known of when."""
        if not self._timeline.undated:
            return []
        lines: list[Line] = [(Segment("no date", "year"),)]
        for entry in self._timeline.undated:
            lines += self._entry(entry, "", "", known=self._known(entry))
        return lines

    def footer(self, notes: Iterable[str]) -> list[Line]:
        """What the dates rest on, how much is undated, disputed or left out."""
        entries = (*self._timeline.entries, *self._timeline.undated)
        facts = [*resting_on(self._timeline.articles)]
        facts.append(f"{len(self._timeline.undated)} undated")
        facts.append(count_of(sum(len(entry.event.conflicts) for entry in entries), "conflict"))
        omitted = [(reason.replace("_", " "), number) for reason, number in self._timeline.omitted if number]
        facts += [f"{number} {reason} not shown" for reason, number in omitted]
        lines = textwrap.wrap(" · ".join(facts), self._width)
        return [(Segment(line, "note"),) for line in (*lines, *notes)]

    def _entry(self, entry: Entry, day: str, within: str, known: str | None = None) -> list[Line]:
        event = entry.event
        status = status_words(event.status)
        if entry.outcome == "unconfirmed":
            status = status_words("unconfirmed")
        elif entry.outcome == "happened" and event.status == "planned":
            status = "planned, happened on another day"
        part = "" if self._part else within
        extra = [word for word in (part, status, "edited" if event.edits else "", known or "") if word]
        above: list[Line] = []
        if cell_width(day) > self._day:
            above, day = [(Segment("  "), Segment(day, "day"))], ""
        start: list[Segment] = [
            Segment("  "),
            Segment(padded(day, self._day), "day"),
            Segment("  "),
        ]
        if self._part:
            start += [Segment(padded(within, self._part), "part"), Segment("  ")]
        start += [Segment(MARKS[event.status], f"mark.{event.status}"), Segment(" ")]
        if self._label:
            start += [
                Segment(padded(cut(event.label, self._label), self._label), f"label.{event.type}"),
                Segment("  "),
            ]
        indent = sum(cell_width(segment.text) for segment in start)
        room = self._room()
        title = event.title or event.label
        words = title + "".join(f"  {word}" for word in extra)
        pieces = textwrap.wrap(words, room, drop_whitespace=True) or [""]
        lines: list[Line] = above
        for number, piece in enumerate(pieces):
            told = _styled(piece, extra)
            if number:
                lines.append((Segment(" " * indent), *told))
                continue
            line = [*start, *told]
            if self._source:
                line.append(Segment(" " * (room - cell_width(piece) + 2)))
                line.append(Segment(self._who(entry, self._source), "source"))
            lines.append(tuple(line))
        for conflict in event.conflicts:
            words = f"≠ {conflict_words(conflict, self._sources)}"
            for piece in textwrap.wrap(words, self._width - indent, subsequent_indent="  "):
                lines.append((Segment(" " * indent), Segment(piece, "conflict")))
        if self._evidence:
            lines += self._quotes(entry, indent)
        return lines

    def _quotes(self, entry: Entry, indent: int) -> list[Line]:
        """The words that an event rests on, each once, with the source that has them."""
        texts = {article.key: article.text for article in entry.articles}
        found: dict[tuple[str, Span], Line] = {}
        for mention, key in zip(entry.event.mentions, entry.event.article_keys, strict=True):
            index, given = mention.date_link.timex, self._timexes.get(key, ())
            marks = [(mention.span, "trigger")]
            if index is not None and index < len(given):
                marks.append((Span(start=given[index].start, end=given[index].end), "date_words"))
            for span in mention.evidence:
                quote = marked(texts.get(key, ""), span, marks)
                source = Segment(f"  {self._sources.get(key, '')}".rstrip(), "source")
                found.setdefault((key, span), (Segment(" " * indent + "“"), *quote, Segment("”"), source))
        return list(found.values())

    def _who(self, entry: Entry, room: int | None = None) -> str:
        """Who says so: the first source, and how many others: ``Harlow Post +2``; only the name is cut to fit."""
        names = list(dict.fromkeys(self._sources.get(key, "") for key in entry.event.article_keys))
        names = [name for name in names if name]
        if not names:
            return ""
        others = f" +{len(names) - 1}" if len(names) > 1 else ""
        return (names[0] if room is None else cut(names[0], room - len(others))) + others

    def _known(self, entry: Entry) -> str | None:
        """What is known of when an undated event was; None when nothing is."""
        for mention, article in zip(entry.event.mentions, entry.event.article_keys, strict=True):
            index, given = mention.date_link.timex, self._timexes.get(article, ())
            timex = given[index] if index is not None and index < len(given) else None
            if timex is not None or mention.deadline is not None:
                return undated_words(mention, timex)
        return None


def _styled(piece: str, extra: Sequence[str]) -> list[Segment]:
    """A piece of a title line, with what follows the title in its own style."""
    for word in extra:
        place = piece.find(word)
        if place >= 0 and piece[max(0, place - 2) : place].strip() == "":
            rest = piece[place:]
            return [Segment(piece[:place], "title"), Segment(rest, "status")] if place else [Segment(rest, "status")]
    return [Segment(piece, "title")]


def _year(event_date: EventDate) -> str:
    day = event_date.first_day or event_date.last_day
    return str(day.year) if day else ""


def _within_day(event_date: EventDate) -> str:
    return event_date.time or event_date.part_of_day or ""
