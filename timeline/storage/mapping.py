"""Values to rows and back, here only.

A row is a tuple with a value for every column of its table, in the table's order: what ``store`` writes. Back comes a
value from a row that SQLAlchemy read, equal to the one that went in. Nothing here touches a database, decides what is
stored, or computes anything that a value does not say. JSON leaves out what is empty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any

from sqlalchemy import Row

from timeline.errors import Problem
from timeline.values.actors import Actor, Count, EventPlace, Participant
from timeline.values.article import Article, Block, Outlet, Published
from timeline.values.dates import EventDate, Granularity, TimeExpression
from timeline.values.events import (
    Attribution,
    DateLink,
    Mention,
    Quotation,
)
from timeline.values.text import Span

Values = tuple[Any, ...]
AnyRow = Row[*tuple[Any, ...]]

#: Longest range that is found by its first day alone; longer ones have an index of their own.
SHORT_RANGE_DAYS = 7

ACTOR_PREFIX = "ac_"

_GRANULARITIES = {str(granularity): granularity for granularity in Granularity}
_write_json: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted: Callable[[str], str] = json.encoder.encode_basestring
_MENTION_FIELDS = tuple(field.name for field in fields(Mention) if field.name != "key")
_mention_fields = attrgetter(*_MENTION_FIELDS)
#: The slots of a mention, written past the guard that keeps it frozen: only by ``with_key``, into one that nobody has
#: seen.
_PUT_FIELDS = tuple(getattr(Mention, name).__set__ for name in _MENTION_FIELDS)
_PUT_KEY = getattr(Mention, "key").__set__  # noqa: B009 - its slot, not its value
_UNDATED: Values = (None, None, None, None, None, None, 0, 0, None)


def written(value: Any) -> str | None:
    """JSON of something; None of nothing."""
    return _write_json(value) if value else None


def names_json(names: Sequence[str]) -> str | None:
    """Words as a JSON list; None of none."""
    return f"[{','.join(map(_quoted, names))}]" if names else None


def read_list(stored: str | None) -> list[Any]:
    """The list that was written."""
    return json.loads(stored) if stored else []


# --- spans and dates -------------------------------------------------------------------------------------------------


def spans_json(spans: Iterable[Span]) -> str | None:
    """Spans as a JSON list of pairs; None of none."""
    pairs = ",".join([f"[{span.start},{span.end}]" for span in spans])
    return f"[{pairs}]" if pairs else None


def spans_back(stored: str | None) -> tuple[Span, ...]:
    """Spans of a JSON list of pairs."""
    return tuple(Span(start=start, end=end) for start, end in read_list(stored))


def calendar_values(when: EventDate | None) -> Values:
    """The nine columns of a date."""
    if when is None:
        return _UNDATED
    first = None if when.first_day is None else when.first_day.isoformat()
    single = when.last_day == when.first_day
    return (
        first,
        first if single else None if when.last_day is None else when.last_day.isoformat(),
        when.granularity._value_,  # `value` goes through a descriptor, forty times an article
        when.part_of_day,
        when.time,
        when.bound,
        int(when.approximate),
        int(when.uncertain),
        when.basis,
    )


def calendar_back(row: AnyRow) -> EventDate | None:
    """The date of a row with the nine columns."""
    if row.granularity is None:
        return None
    return EventDate(
        first_day=_day(row.first_day),
        last_day=_day(row.last_day),
        granularity=_GRANULARITIES[row.granularity],
        part_of_day=row.part_of_day,
        time=row.time,
        bound=row.bound,
        approximate=bool(row.approximate),
        uncertain=bool(row.uncertain),
        basis=row.basis,
    )


def date_record(when: EventDate | None) -> dict[str, Any] | None:
    """A date as JSON takes it."""
    if when is None:
        return None
    names = (
        "first_day",
        "last_day",
        "granularity",
        "part_of_day",
        "time",
        "bound",
        "approximate",
        "uncertain",
        "basis",
    )
    return {name: value for name, value in zip(names, calendar_values(when), strict=True) if value}


def date_of(record: Mapping[str, Any] | None) -> EventDate | None:
    """The date that ``date_record`` wrote."""
    if not record:
        return None
    return EventDate(
        first_day=_day(record.get("first_day")),
        last_day=_day(record.get("last_day")),
        granularity=_GRANULARITIES[record["granularity"]],
        part_of_day=record.get("part_of_day"),
        time=record.get("time"),
        bound=record.get("bound", "on"),
        approximate=bool(record.get("approximate")),
        uncertain=bool(record.get("uncertain")),
        basis=record["basis"],
    )


def is_long(when: EventDate | None) -> bool:
    """Whether a range is open or longer than ``SHORT_RANGE_DAYS``."""
    if when is None:
        return False
    first, last = when.first_day, when.last_day
    return first is None or last is None or (last - first).days > SHORT_RANGE_DAYS


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)


def deadline_day(when: EventDate | None) -> str | None:
    """The last day of a deadline, or its first when the end is open."""
    if when is None:
        return None
    return str(when.last_day or when.first_day)


# --- articles --------------------------------------------------------------------------------------------------------


def outlet_values(outlet_id: int, outlet: Outlet) -> Values:
    """The row of an outlet."""
    return (outlet_id, outlet.key, outlet.name, outlet.domain, outlet.country, outlet.language, outlet.timezone)


def article_values(
    article_id: int, article: Article, *, outlet_id: int | None, version_id: int, copy_of_id: int | None, at: str | None
) -> Values:
    """The row of an article that is new."""
    published = article.published
    return (
        article_id,
        article.key,
        outlet_id,
        version_id,
        article.url,
        article.canonical_url,
        article.record_id,
        article.path,
        article.format,
        *published_values(published),
        None,
        copy_of_id,
        at,
        at,
    )


def published_values(published: Published) -> Values:
    """The five columns that say when an article was published."""
    day = published.on
    return (
        published.value,
        published.precision,
        published.basis,
        published.text,
        None if day is None else day.isoformat(),
    )


def published_record(published: Published) -> dict[str, Any]:
    """What is known of publication, as JSON takes it."""
    return {
        "value": published.value,
        "precision": published.precision,
        "basis": published.basis,
        "text": published.text,
    }


def version_values(
    version_id: int, article_id: int, number: int, article: Article, sentences: Sequence[Span], at: str | None
) -> Values:
    """The row of one text of an article."""
    modified = article.modified
    return (
        version_id,
        article_id,
        number,
        article.version_key,
        article.title,
        article.subtitle,
        article.text,
        written([(block.kind, block.start, block.end) for block in article.blocks]),
        names_json(article.authors),
        article.dateline,
        names_json(article.credits),
        article.language,
        modified.value,
        modified.precision,
        modified.basis,
        modified.text,
        article.wire,
        article.correction,
        spans_json(sentences),
        written([(problem.where, problem.what, problem.hint) for problem in article.problems]),
        at,
    )


def published_back(row: AnyRow) -> Published:
    """When the article of a row was published."""
    return Published(
        value=row.published, precision=row.published_precision, basis=row.published_basis, text=row.published_text
    )


def outlet_back(row: AnyRow) -> Outlet | None:
    """The outlet of a row that was joined with ``outlets`` under the prefix ``outlet_``."""
    if row.outlet_key is None:
        return None
    return Outlet(
        key=row.outlet_key,
        name=row.outlet_name,
        domain=row.outlet_domain,
        country=row.outlet_country,
        language=row.outlet_language,
        timezone=row.outlet_timezone,
    )


def article_back(row: AnyRow) -> Article:
    """The article of a row of ``articles`` joined with its version (``version_...``) and outlet (``outlet_...``)."""
    return Article(
        key=row.key,
        version_key=row.version_key,
        text=row.text,
        blocks=tuple(Block(kind=kind, start=start, end=end) for kind, start, end in read_list(row.blocks)),
        title=row.title,
        subtitle=row.subtitle,
        authors=tuple(read_list(row.authors)),
        dateline=row.dateline,
        credits=tuple(read_list(row.credits)),
        outlet=outlet_back(row),
        url=row.url,
        canonical_url=row.canonical_url,
        record_id=row.record_id,
        path=row.path,
        format=row.format,
        language=row.language,
        published=published_back(row),
        modified=Published(
            value=row.modified, precision=row.modified_precision, basis=row.modified_basis, text=row.modified_text
        ),
        wire=row.wire,
        correction=row.correction,
        problems=tuple(Problem(where=where, what=what, hint=hint) for where, what, hint in read_list(row.problems)),
    )


# --- what parsing finds ----------------------------------------------------------------------------------------------


def timex_values(article_id: int, timex: TimeExpression) -> Values:
    """The row of a time expression."""
    return (
        article_id,
        timex.index,
        timex.start,
        timex.end,
        timex.text,
        timex.sentence,
        timex.type,
        timex.unresolved,
        timex.value,
        timex.mod,
        timex.quant,
        timex.freq,
        timex.signal,
        timex.cue,
        timex.cue_text,
        timex.reference,
        timex.rule,
        *calendar_values(timex.dates),
        timex.anchor,
        written([date_record(other) for other in timex.alternatives]) if timex.alternatives else None,
        timex.partner,
        timex.basis,
    )


def timex_back(row: AnyRow) -> TimeExpression:
    """The time expression of a row."""
    return TimeExpression(
        index=row.position,
        start=row.start_char,
        end=row.end_char,
        text=row.text,
        sentence=row.sentence,
        type=row.type,
        unresolved=row.unresolved,
        value=row.value,
        rule=row.rule,
        mod=row.mod,
        quant=row.quant,
        freq=row.freq,
        signal=row.signal,
        cue=row.cue,
        cue_text=row.cue_text,
        reference=row.reference,
        dates=calendar_back(row),
        anchor=row.anchor,
        basis=row.resolved_basis,
        alternatives=tuple(when for record in read_list(row.alternatives) if (when := date_of(record)) is not None),
        partner=row.partner,
    )


def quotation_values(article_id: int, position: int, quotation: Quotation) -> Values:
    """The row of a quotation."""
    first, *more = quotation.content_spans
    return (
        article_id,
        position,
        quotation.kind,
        first.start,
        first.end,
        spans_json(more),
        spans_json(quotation.source_spans),
        spans_json(quotation.cue_spans),
        quotation.speaker,
        quotation.speaker_key,
    )


def quotation_back(row: AnyRow) -> Quotation:
    """The quotation of a row."""
    return Quotation(
        kind=row.kind,
        content_spans=(Span(start=row.start_char, end=row.end_char), *spans_back(row.more_content)),
        source_spans=spans_back(row.source_spans),
        cue_spans=spans_back(row.cue_spans),
        speaker=row.speaker,
        speaker_key=row.speaker_key,
    )


def actor_values(actor_id: int, actor: Actor) -> Values:
    """The row of an actor of the archive."""
    return (
        actor_id,
        ACTOR_PREFIX + actor.key,
        actor.name,
        actor.kind,
        actor.country,
        actor.code,
        names_json(actor.same_as),
    )


def actor_mention_values(article_id: int, position: int, actor_id: int, actor: Actor) -> Values:
    """The row that says where an article names an actor."""
    return (
        article_id,
        position,
        actor_id,
        actor.name,
        names_json(actor.aliases),
        names_json(actor.titles),
        spans_json(actor.mentions),
    )


def actor_back(
    row: AnyRow, *, name: str, aliases: Sequence[str] = (), titles: Sequence[str] = (), mentions: Sequence[Span] = ()
) -> Actor:
    """The actor of a row, with the names, titles and places that were read beside it."""
    return Actor(
        key=row.key.removeprefix(ACTOR_PREFIX),
        name=name,
        kind=row.kind,
        country=row.country,
        code=row.code,
        aliases=tuple(aliases),
        titles=tuple(titles),
        mentions=tuple(mentions),
        same_as=tuple(read_list(row.same_as)),
    )


# --- mentions --------------------------------------------------------------------------------------------------------


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
    link = mention.date_link
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
        *calendar_values(mention.date),
        link.timex,
        link.rule,
        link.bound,
        link.deadline,
        link.duration,
        written(date_record(mention.deadline)) if mention.deadline else None,
        mention.duration,
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
        deadline=date_of(json.loads(row.deadline)) if row.deadline else None,
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
    optional = "" if who.kind is None else f',"kind":{_quoted(who.kind)}'
    if who.key is not None:
        optional += f',"key":{_quoted(who.key)}'
    if who.country is not None:
        optional += f',"country":{_quoted(who.country)}'
    if who.code is not None:
        optional += f',"code":{_quoted(who.code)}'
    return (
        f'{{"start":{who.start},"end":{who.end},"text":{_quoted(who.text)},"name":{_quoted(who.name)},'
        f'"role":{_quoted(who.role)}{optional}}}'
    )


def _participant(record: Mapping[str, Any]) -> Participant:
    return Participant(**record)


def _place_record(place: EventPlace) -> dict[str, Any]:
    names = ("start", "end", "text", "name", "role", "country", "latitude", "longitude")
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
    record = json.loads(stored)
    cue = record.get("cue")
    return Attribution(
        source=_participant(record["source"]) if "source" in record else None,
        cue=Span(start=cue[0], end=cue[1]) if cue else None,
        outlet=_participant(record["outlet"]) if "outlet" in record else None,
        chain=tuple(_participant(link) for link in record.get("chain", ())),
    )
