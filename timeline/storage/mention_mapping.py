"""Mentions to rows and back; the participants, places, counts and attribution of a mention are JSON in its row.

The promises are those of ``mapping``, which knows what single columns hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from timeline.storage.mapping import (
    AnyRow,
    Values,
    calendar_back,
    calendar_values,
    date_of,
    date_record,
    names_json,
    quoted,
    read_list,
    read_record,
    spans_back,
    spans_json,
    written,
)
from timeline.values.actors import Count, EventPlace, Participant
from timeline.values.events import Attribution, DateLink, Mention
from timeline.values.text import Span

_MENTION_FIELDS = tuple(field.name for field in fields(Mention) if field.name != "key")
_mention_fields = attrgetter(*_MENTION_FIELDS)
#: The slots of a mention, written past the guard that keeps it frozen: only by ``with_key``, into one that nobody has
#: seen.
_PUT_FIELDS = tuple(getattr(Mention, name).__set__ for name in _MENTION_FIELDS)
_PUT_KEY = getattr(Mention, "key").__set__  # noqa: B009 - its slot, not its value


def mention_values(
    mention_id: int,
    article_id: int,
    position: int,
    mention: Mention,
    *,
    key: str,
    text: str,
    main: bool,
    quotation: int | None,
) -> list[Any]:
    """The row of a mention in a text that no event has yet: a list, into which the event is written when it is
    known."""
    evidence, *more = mention.evidence
    source = mention.attribution.source
    cue = mention.factuality_cue
    return [
        mention_id,
        key,
        article_id,
        None,
        position,
        mention.start,
        mention.end,
        mention.text,
        mention.lemma,
        mention.sentence,
        mention.type,
        mention.mode,
        mention.label,
        mention.factuality,
        mention.polarity,
        mention.aspect,
        mention.salience,
        evidence.start,
        evidence.end,
        spans_json(more),
        *redated_values(mention),
        _participants_json(mention.actors),
        _participants_json(mention.recipients),
        spans_json(mention.about),
        written([_place_record(place) for place in mention.places]) if mention.places else None,
        written([_count_record(count) for count in mention.counts]) if mention.counts else None,
        _attribution_json(mention.attribution),
        None if source is None else source.name,
        None if source is None else source.kind,
        quotation,
        names_json(mention.contexts),
        mention.title,
        mention.group,
        mention.rule,
        None if cue is None else cue.start,
        None if cue is None else cue.end,
        None if cue is None else text[cue.start : cue.end],
        int(main),
    ]


#: The columns of a mention that dating again can change, in the order of ``redated_values``.
REDATED_COLUMNS = (
    "first_day",
    "last_day",
    "granularity",
    "part_of_day",
    "time",
    "bound",
    "approximate",
    "uncertain",
    "basis",
    "timex",
    "timex_rule",
    "timex_bound",
    "deadline_timex",
    "duration_timex",
    "deadline",
    "duration",
)


def with_key(mention: Mention, key: str) -> Mention:
    """The mention with its key: ``dataclasses.replace``, without checking again what was checked when it was made.

    There are fifteen an article, and checking costs as much as writing their rows.
    """
    keyed = object.__new__(Mention)
    for put, value in zip(_PUT_FIELDS, _mention_fields(mention), strict=True):
        put(keyed, value)
    _PUT_KEY(keyed, key)
    return keyed


def redated_values(mention: Mention) -> Values:
    """What dating again can change of a mention: its date, deadline and duration, and the words they rest on."""
    link = mention.date_link
    return (
        *calendar_values(mention.date),
        link.timex,
        link.rule,
        link.bound,
        link.deadline,
        link.duration,
        written(date_record(mention.deadline)) if mention.deadline else None,
        mention.duration,
    )


def mention_back(row: AnyRow) -> Mention:
    """The mention of a row."""
    return Mention(
        key=row.key,
        start=row.start_char,
        end=row.end_char,
        text=row.text,
        lemma=row.lemma,
        sentence=row.sentence,
        type=row.type,
        mode=row.mode,
        label=row.label,
        evidence=(Span(start=row.evidence_start_char, end=row.evidence_end_char), *spans_back(row.more_evidence)),
        factuality=row.factuality,
        polarity=row.polarity,
        aspect=row.aspect,
        salience=row.salience,
        date_link=DateLink(
            timex=row.timex,
            rule=row.timex_rule,
            bound=row.timex_bound,
            deadline=row.deadline_timex,
            duration=row.duration_timex,
        ),
        date=calendar_back(row),
        deadline=date_of(read_record(row.deadline)) if row.deadline else None,
        duration=row.duration,
        actors=tuple(_participant(record) for record in read_list(row.actors)),
        recipients=tuple(_participant(record) for record in read_list(row.recipients)),
        about=spans_back(row.about),
        places=tuple(EventPlace(**record) for record in read_list(row.places)),
        counts=tuple(
            Count(minimum=record.pop("minimum", None), maximum=record.pop("maximum", None), **record)
            for record in read_list(row.counts)
        ),
        attribution=_attribution_back(row.attribution),
        contexts=tuple(read_list(row.contexts)),
        title=row.title,
        group=row.article_event,
        rule=row.rule,
        factuality_cue=None if row.cue_start_char is None else Span(start=row.cue_start_char, end=row.cue_end_char),
    )


def _participants_json(people: Sequence[Participant]) -> str | None:
    """Participants as a JSON list; None of nobody. Put together by hand: there are thirty an article, and an encoder
    costs thrice."""
    return f"[{','.join(map(_participant_json, people))}]" if people else None


def _participant_json(who: Participant) -> str:
    optional = "" if who.kind is None else f',"kind":{quoted(who.kind)}'
    if who.key is not None:
        optional += f',"key":{quoted(who.key)}'
    if who.country is not None:
        optional += f',"country":{quoted(who.country)}'
    if who.code is not None:
        optional += f',"code":{quoted(who.code)}'
    return (
        f'{{"start":{who.start},"end":{who.end},"text":{quoted(who.text)},"name":{quoted(who.name)},'
        f'"role":{quoted(who.role)}{optional}}}'
    )


def _participant(record: Mapping[str, Any]) -> Participant:
    return Participant(**record)


def _place_record(place: EventPlace) -> dict[str, Any]:
    names = ("start", "end", "text", "name", "role", "country", "latitude", "longitude", "kind")
    return {name: value for name in names if (value := getattr(place, name)) is not None}


def _count_record(count: Count) -> dict[str, Any]:
    names = ("kind", "minimum", "maximum", "start", "end", "text", "approximate")
    return {name: value for name in names if (value := getattr(count, name)) is not None}


def _attribution_json(attribution: Attribution) -> str | None:
    """Who says so as a JSON object; None in the article's own voice."""
    parts = []
    if attribution.source is not None:
        parts.append(f'"source":{_participant_json(attribution.source)}')
    if attribution.cue is not None:
        parts.append(f'"cue":[{attribution.cue.start},{attribution.cue.end}]')
    if attribution.outlet is not None:
        parts.append(f'"outlet":{_participant_json(attribution.outlet)}')
    if attribution.chain:
        parts.append(f'"chain":{_participants_json(attribution.chain)}')
    return f"{{{','.join(parts)}}}" if parts else None


def _attribution_back(stored: str | None) -> Attribution:
    if not stored:
        return Attribution()
    record = read_record(stored)
    cue = record.get("cue")
    return Attribution(
        source=_participant(record["source"]) if "source" in record else None,
        cue=Span(start=cue[0], end=cue[1]) if cue else None,
        outlet=_participant(record["outlet"]) if "outlet" in record else None,
        chain=tuple(_participant(link) for link in record.get("chain", ())),
    )
