"""An extraction as the annotation object of ``timeline annotate``: plain dictionaries, in the contract's order of keys.

What comes in: an ``Extraction``. What goes out: JSON-able values; offsets count in the extraction's text. The export
codes (PLOVER, CAMEO) come from the caller, because folding types into them is decided in ``timeline.events``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.errors import Problem
from timeline.values.actors import Actor, Count, EventPlace, Participant
from timeline.values.dates import EventDate, TimeExpression
from timeline.values.events import Attribution, Extraction, Mention, Quotation
from timeline.values.text import Span

#: Gives the PLOVER type and the CAMEO code under which a mention is exported, None where there is none.
Codes = Callable[[Mention], tuple[str | None, str | None]]


def document(extraction: Extraction, *, codes: Codes) -> dict[str, Any]:
    """The annotations of one text, without the keys that a run gives (``id``, ``story``, ``copy_of``)."""
    text = extraction.text
    dates = _Dates()
    return {
        "published": extraction.published.value,
        "sentences": [_pair(span) for span in extraction.sentences],
        "timexes": [_timex(timex) for timex in extraction.timexes],
        "events": [_event(mention, text, codes, dates) for mention in extraction.mentions],
        "main": extraction.main,
        "attributions": [_attribution(quotation) for quotation in extraction.quotations],
        "actors": [_actor(actor) for actor in extraction.actors],
        "problems": [_problem(problem) for problem in extraction.problems],
    }


def date_fields(dates: EventDate | None) -> dict[str, Any] | None:
    """A date as annotations write it; None for an unknown date, never an object of nulls."""
    if dates is None:
        return None
    return {
        "edtf": dates.edtf,
        "first": _day(dates.first_day),
        "last": _day(dates.last_day),
        "granularity": str(dates.granularity),
        "part_of_day": dates.part_of_day,
        "time": dates.time,
        "bound": dates.bound,
        "approximate": dates.approximate,
        "uncertain": dates.uncertain,
        "basis": dates.basis,
        "display": dates.display,
    }


class _Dates:
    """The dates of one article as annotations write them: many events share one, whose notation is made once."""

    __slots__ = ("_written",)

    def __init__(self) -> None:
        self._written: dict[int, dict[str, Any]] = {}

    def fields(self, dates: EventDate | None) -> dict[str, Any] | None:
        """As ``date_fields``; each event has a dictionary of its own."""
        if dates is None:
            return None
        # By identity: the events of the article hold the dates for as long as these are asked for.
        written = self._written.get(id(dates))
        if written is None:
            written = self._written[id(dates)] = date_fields(dates) or {}
        return written.copy()


def _timex(timex: TimeExpression) -> dict[str, Any]:
    dates = timex.dates
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "unresolved": timex.unresolved,
        "signal": timex.signal,
        "first": None if dates is None else _day(dates.first_day),
        "last": None if dates is None else _day(dates.last_day),
        "basis": timex.basis,
    }


def _event(mention: Mention, text: str, codes: Codes, dates: _Dates) -> dict[str, Any]:
    plover, cameo = codes(mention)
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "lemma": mention.lemma,
        "type": mention.type,
        "mode": mention.mode,
        "label": mention.label,
        "plover": plover,
        "cameo": cameo,
        "factuality": mention.factuality,
        "polarity": mention.polarity,
        "aspect": mention.aspect,
        "salience": mention.salience,
        "date": dates.fields(mention.date),
        "deadline": dates.fields(mention.deadline),
        "duration": mention.duration,
        "actors": [_participant(participant) for participant in mention.actors],
        "recipients": [_participant(participant) for participant in mention.recipients],
        "about": [{"start": span.start, "end": span.end, "text": span.quote(text)} for span in mention.about],
        "places": [_place(place) for place in mention.places],
        "counts": {count.kind: _count(count) for count in mention.counts},
        "contexts": list(mention.contexts),
        "attribution": _source(mention.attribution),
        "evidence": [_pair(span) for span in mention.evidence],
        "event": f"ev-local-{mention.group}",
        "title": mention.title,
    }


def _participant(participant: Participant) -> dict[str, Any]:
    return {
        "start": participant.start,
        "end": participant.end,
        "text": participant.text,
        "key": participant.key,
        "name": participant.name,
        "kind": participant.kind,
        "country": participant.country,
        "code": participant.code,
        "role": participant.role,
    }


def _place(place: EventPlace) -> dict[str, Any]:
    return {
        "start": place.start,
        "end": place.end,
        "text": place.text,
        "name": place.name,
        "role": place.role,
        "kind": place.kind,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "min": count.minimum,
        "max": count.maximum,
        "approximate": count.approximate,
        "start": count.start,
        "end": count.end,
        "text": count.text,
    }


def _source(attribution: Attribution) -> dict[str, Any] | None:
    """Who says so; None in the article's own voice."""
    if attribution.source is None and attribution.cue is None and attribution.outlet is None:
        return None
    return {
        "source": _named(attribution.source),
        "cue": None if attribution.cue is None else {"start": attribution.cue.start, "end": attribution.cue.end},
        "outlet": _named(attribution.outlet),
        "chain": [_named(source) for source in attribution.chain],
    }


def _named(participant: Participant | None) -> dict[str, Any] | None:
    if participant is None:
        return None
    return {
        "start": participant.start,
        "end": participant.end,
        "text": participant.text,
        "name": participant.name,
        "key": participant.key,
        "kind": participant.kind,
    }


def _attribution(quotation: Quotation) -> dict[str, Any]:
    return {
        "kind": quotation.kind,
        "content_spans": [_pair(span) for span in quotation.content_spans],
        "source_spans": [_pair(span) for span in quotation.source_spans],
        "cue_spans": [_pair(span) for span in quotation.cue_spans],
        "speaker": quotation.speaker,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "key": actor.key,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "titles": list(actor.titles),
        "mentions": [_pair(span) for span in actor.mentions],
    }


def _problem(problem: Problem) -> dict[str, str]:
    return {"where": problem.where, "what": problem.what, "hint": problem.hint}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _day(day: object) -> str | None:
    return None if day is None else str(day)
