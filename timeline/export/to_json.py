"""A timeline as JSON of the format ``timeline.story``, version 1: one object a story, flat lists joined by id.

In comes a ``Timeline``, out goes an object whose keys stand in the order of the schema (``export.schema``), so that
the same timeline gives the same bytes. Every quote is cut from the article's text: ``text[start:end] == quote``. What
a timeline holds is decided before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from timeline.export.json_parts import (
    Object,
    actor_id,
    actor_object,
    article_object,
    conflict_object,
    count_object,
    place_object,
    story_edtf,
)
from timeline.values.actors import Participant
from timeline.values.dates import EventDate, TimeExpression
from timeline.values.events import Attribution, Edit, Event, Mention
from timeline.values.stories import Entry, Story, Timeline
from timeline.values.text import Span

FORMAT, VERSION = "timeline.story", "1.1"

#: Characters of an evidence quote at most, unless asked for otherwise; 0 means no bound.
MOST_QUOTED = 300

#: Characters before and after a quote, by which it is found again when the page has changed (W3C TextQuoteSelector).
CONTEXT_LENGTH = 16

#: Kinds of sources that have a name; "officials" have none.
NAMED_KINDS = ("person", "organisation", "country")


def to_json(
    timeline: Timeline,
    *,
    exported_at: datetime | None = None,
    with_text: bool = False,
    stable: bool = False,
    max_quote: int = MOST_QUOTED,
    timexes: Mapping[str, Sequence[TimeExpression]] | None = None,
    generator: str | None = None,
) -> str:
    """The timeline as a JSON text: two spaces, UTF-8 as it is.

    A line end at the end. Arguments as in ``story_object``.
    """
    made = story_object(
        timeline,
        exported_at=exported_at,
        with_text=with_text,
        stable=stable,
        max_quote=max_quote,
        timexes=timexes,
        generator=generator,
    )
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def to_json_lines(
    timelines: Iterable[Timeline],
    *,
    exported_at: datetime | None = None,
    with_text: bool = False,
    stable: bool = False,
    max_quote: int = MOST_QUOTED,
    timexes: Mapping[str, Sequence[TimeExpression]] | None = None,
    generator: str | None = None,
) -> Iterator[str]:
    """One JSON line a timeline, those of stories first; a last object always has ``"story": null`` (events in no
    story).

    Arguments as in ``story_object``.
    """
    loose: Timeline | None = None
    options: Object = {
        "exported_at": exported_at,
        "with_text": with_text,
        "stable": stable,
        "max_quote": max_quote,
        "timexes": timexes,
        "generator": generator,
    }
    for timeline in timelines:
        if timeline.story is None:
            loose = timeline
            continue
        yield json.dumps(story_object(timeline, **options), ensure_ascii=False) + "\n"
    loose = loose or Timeline(story=None, entries=(), undated=(), actors=(), articles=())
    yield json.dumps(story_object(loose, **options), ensure_ascii=False) + "\n"


def story_object(
    timeline: Timeline,
    *,
    exported_at: datetime | None = None,
    with_text: bool = False,
    stable: bool = False,
    max_quote: int = MOST_QUOTED,
    timexes: Mapping[str, Sequence[TimeExpression]] | None = None,
    generator: str | None = None,
) -> Object:
    """The timeline as one object of the format.

    Args:
        timeline: A story's timeline, or that of the events in no story.
        exported_at: Moment of the export, aware; left out when None.
        with_text: Whether each article carries its whole text.
        stable: Leave out what differs from run to run: ``exported_at``, moments of reading and editing, the program's
            version.
        max_quote: Characters of an evidence quote at most, cut at a word; ``end`` is that of the quote. 0 means no
            bound.
        timexes: Time expressions by article key, from which the words of a date are quoted; without them
            ``date.text`` is null.
        generator: Version of the program.
    """
    entries = (*timeline.entries, *timeline.undated)
    writer = _Writer(timeline, max_quote=max_quote, timexes=timexes or {}, stable=stable)
    made: Object = {"format": FORMAT, "version": VERSION, "generator": {"name": "timeline"}}
    if not stable:
        if generator is not None:
            made["generator"]["version"] = generator
        if exported_at is not None:
            made["exported_at"] = exported_at.isoformat(timespec="seconds").replace("+00:00", "Z")
    made["story"] = writer.story(timeline.story) if timeline.story is not None else None
    if timeline.actor is not None:
        made["actor"] = actor_object(timeline.actor)
    made["events"] = [writer.event(entry) for entry in entries]
    made["undated_event_ids"] = [entry.event.key for entry in timeline.undated]
    made["actors"] = [actor_object(actor) for actor in timeline.actors]
    made["articles"] = [article_object(article, with_text=with_text) for article in timeline.articles]
    made["omitted"] = dict(timeline.omitted)
    return made


class _Writer:
    """Writes the events of one timeline; knows its articles' texts and time expressions."""

    def __init__(
        self,
        timeline: Timeline,
        *,
        max_quote: int,
        timexes: Mapping[str, Sequence[TimeExpression]],
        stable: bool,
    ) -> None:
        entries = (*timeline.entries, *timeline.undated)
        self._texts = {article.key: article.text for entry in entries for article in entry.articles}
        self._texts |= {article.key: article.text for article in timeline.articles}
        self._actors = {actor.key for actor in timeline.actors}
        self._timeline = timeline
        self._max_quote = max_quote
        self._timexes = timexes
        self._stable = stable

    def story(self, story: Story) -> Object:
        entries = (*self._timeline.entries, *self._timeline.undated)
        made: Object = {
            "id": story.key,
            "slug": story.slug,
            "title": story.title,
            "status": story.status,
            "language": story.language,
            "edtf": story_edtf(story),
            "first_day": story.first_day,
            "last_day": story.last_day,
            "event_count": len(entries),
            "article_count": len(self._timeline.articles),
            "source_count": story.source_count,
            "actor_ids": [actor_id(actor.key) for actor in self._timeline.actors],
            "aliases": list(story.aliases),
            "revision": story.revision,
        }
        if not self._stable:
            made |= {"first_seen_at": story.first_seen_at, "updated_at": story.updated_at}
        return made

    def event(self, entry: Entry) -> Object:
        event = entry.event
        return {
            "id": event.key,
            "title": event.title,
            "type": event.type,
            "mode": event.mode,
            "label": event.label,
            "status": event.status,
            "outcome": entry.outcome,
            "factuality": event.factuality,
            "polarity": event.polarity,
            "aspect": event.aspect,
            "salience": event.salience,
            "date": self._date(event, event.date, "timex"),
            "deadline": self._date(event, event.deadline, "deadline"),
            "duration": event.duration,
            "actors": [self._participant(who) for who in event.actors],
            "recipients": [self._participant(who) for who in event.recipients],
            "places": [place_object(place) for place in event.places],
            "counts": [count_object(count) for count in event.counts],
            "contexts": list(event.contexts),
            "attributions": self._attributions(event),
            "evidence": self._evidence(event),
            "source_count": event.source_count,
            "conflicts": [conflict_object(conflict) for conflict in event.conflicts],
            "edits": [self._edit(edit) for edit in event.edits if edit.active],
            "links": [{"kind": link.kind, "event_id": link.event_key} for link in event.links],
            "aliases": list(event.aliases),
            "revision": event.revision,
        }

    def _date(self, event: Event, day: EventDate | None, link: str) -> Object | None:
        if day is None:
            return None
        return {
            "edtf": day.edtf,
            "first_day": str(day.first_day) if day.first_day else None,
            "last_day": str(day.last_day) if day.last_day else None,
            "granularity": str(day.granularity),
            "part_of_day": day.part_of_day,
            "time": day.time,
            "bound": day.bound,
            "approximate": day.approximate,
            "uncertain": day.uncertain,
            "basis": day.basis,
            "display": day.display,
            "text": self._date_words(event, day, link),
        }

    def _date_words(self, event: Event, day: EventDate, link: str) -> Object | None:
        """The words that give the date, in the first article that gives this one."""
        for mention, article_key in zip(event.mentions, event.article_keys, strict=True):
            given, index = (
                (mention.date, mention.date_link.timex)
                if link == "timex"
                else (mention.deadline, mention.date_link.deadline)
            )
            known = self._timexes.get(article_key, ())
            text = self._texts.get(article_key, "")
            if given == day and index is not None and index < len(known) and known[index].end <= len(text):
                start, end = known[index].start, known[index].end
                return {"article_id": article_key, "quote": text[start:end], "start": start, "end": end}
        return None

    def _participant(self, who: Participant) -> Object:
        known = who.key is not None and who.key in self._actors
        return {
            "actor_id": actor_id(who.key) if known and who.key else None,
            "name": who.name,
            "kind": who.kind,
            "role": who.role,
            "country": who.country,
            "quote": who.text,
        }

    def _attributions(self, event: Event) -> list[Object]:
        """Who says so, each source once, in the order of the reports; an article's own voice is left out."""
        found: dict[tuple[str | None, str | None], Object] = {}
        for mention, article_key in zip(event.mentions, event.article_keys, strict=True):
            said: Attribution = mention.attribution
            if said.source is None and said.outlet is None:
                continue
            source = self._participant(said.source) if said.source else None
            outlet = said.outlet.name if said.outlet else None
            named = said.source is not None and said.source.kind in NAMED_KINDS
            key = (said.source.key or said.source.name if said.source else None, outlet)
            found.setdefault(
                key,
                {
                    "article_id": article_key,
                    "actor_id": source["actor_id"] if source else None,
                    "name": source["name"] if source else None,
                    "named": named,
                    "outlet": outlet,
                },
            )
        return list(found.values())

    def _evidence(self, event: Event) -> list[Object]:
        found: dict[tuple[str, int, int], Object] = {}
        for mention, article_key in zip(event.mentions, event.article_keys, strict=True):
            text = self._texts.get(article_key, "")
            for span in mention.evidence:
                made = self._quote(mention, span, text, article_key)
                found.setdefault((article_key, made["start"], made["end"]), made)
        return list(found.values())

    def _quote(self, mention: Mention, span: Span, text: str, article_key: str) -> Object:
        start, end = span.start, self._cut(text, span, mention)
        return {
            "article_id": article_key,
            "quote": text[start:end],
            "start": start,
            "end": end,
            "prefix": text[max(0, start - CONTEXT_LENGTH) : start],
            "suffix": text[end : end + CONTEXT_LENGTH],
        }

    def _cut(self, text: str, span: Span, mention: Mention) -> int:
        """Where a quote ends: with its span, or at the last word that the bound leaves whole.

        But never before the trigger.
        """
        if not self._max_quote or span.end - span.start <= self._max_quote:
            return span.end
        end = span.start + self._max_quote
        space = text.rfind(" ", span.start + 1, end + 1)
        end = space if space > span.start else end
        return min(span.end, max(end, mention.end)) if span.start <= mention.start < span.end else end

    def _edit(self, edit: Edit) -> Object:
        made: Object = {
            "id": edit.key,
            "field": edit.field,
            "machine_value": edit.machine_value,
            "human_value": edit.human_value,
            "by": edit.by,
            "note": edit.note,
        }
        return made if self._stable else made | {"at": edit.at}
