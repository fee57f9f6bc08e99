"""Events to rows and back; the promises are those of ``mapping``.

An event's row also carries what follows from its values (notation, words, sort key, digest), so that SQL can show and
order it.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from timeline.storage.mapping import (
    ACTOR_PREFIX,
    FINGERPRINT_BYTES,
    AnyRow,
    Values,
    calendar_back,
    calendar_values,
    date_of,
    date_record,
    deadline_day,
    is_long,
    names_json,
    read_list,
    read_record,
    written,
)
from timeline.values.actors import RECIPIENT_ROLES, Count, EventPlace, Participant
from timeline.values.events import Conflict, ConflictValue, Edit, Event, EventLink, Mention


def event_content(event: Event, sort_key: str | None) -> Values:
    """The columns of an event's row that say what it is: from ``key`` to ``edited``."""
    when = event.date
    return (
        event.key,
        event.title,
        event.type,
        event.mode,
        event.label,
        event.status,
        event.factuality,
        event.polarity,
        event.aspect,
        event.salience,
        *calendar_values(when),
        None if when is None else when.edtf,
        None if when is None else when.display,
        sort_key,
        int(is_long(when)),
        written(date_record(event.deadline)) if event.deadline else None,
        deadline_day(event.deadline),
        event.duration,
        names_json(event.contexts),
        event.source_count,
        len(set(event.article_keys)),
        len(event.mentions),
        int(bool(event.edits)),
    )


def fingerprint(event: Event, story_key: str | None, hidden: bool, rows: Iterable[Any]) -> str:
    """A digest of all that a reader sees of an event: when it changes, the event has another revision.

    Args:
        event: The event.
        story_key: Of its story.
        hidden: Whether a human took it out.
        rows: Its content and all rows that belong to it.
    """
    more = (
        [mention.key for mention in event.mentions],
        event.article_keys,
        event.aliases,
        [(edit.key, edit.human_value) for edit in event.edits],
        story_key,
        hidden,
    )
    # Marshal's second format depends on the values alone, and is four times as quick as their repr.
    return blake2b(marshal.dumps((more, *rows), 2), digest_size=FINGERPRINT_BYTES).hexdigest()


class Homes:
    """From which article an event takes a participant, place or count: the one that its offsets count in.

    Args:
        article_ids: Row number of each article key.
        event: The event.
    """

    def __init__(self, article_ids: Mapping[str, int], event: Event) -> None:
        self._article_ids: dict[object, int] = {}
        first, *others = event.article_keys
        self._only = None if any(key != first for key in others) else article_ids[first]
        if self._only is None:
            for key, mention in zip(event.article_keys, event.mentions, strict=True):
                for part in (*mention.actors, *mention.recipients, *mention.places, *mention.counts):
                    self._article_ids.setdefault(part, article_ids[key])

    def of(self, part: object) -> int | None:
        """The row number of the first article that has exactly this part, None when it was put together from
        several."""
        return self._only or self._article_ids.get(part)


def participant_rows(
    event_id: int, event: Event, sort_key: str | None, actor_ids: Mapping[str, int], homes: Homes
) -> list[Values]:
    """The rows of an event's actors and recipients, in order."""
    return [
        (
            event_id,
            position,
            who.role,
            actor_ids.get(who.key) if who.key else None,
            who.name,
            who.kind,
            who.country,
            who.code,
            who.text,
            who.start,
            who.end,
            homes.of(who),
            event.type,
            sort_key,
        )
        for position, who in enumerate((*event.actors, *event.recipients))
    ]


def place_rows(event_id: int, event: Event, homes: Homes) -> list[Values]:
    """The rows of an event's places."""
    return [
        (
            event_id,
            position,
            place.role,
            place.name,
            place.country,
            place.latitude,
            place.longitude,
            place.text,
            place.start,
            place.end,
            homes.of(place),
            place.kind,
        )
        for position, place in enumerate(event.places)
    ]


def count_rows(event_id: int, event: Event, homes: Homes) -> list[Values]:
    """The rows of an event's counts."""
    return [
        (
            event_id,
            position,
            count.kind,
            count.minimum,
            count.maximum,
            int(count.approximate),
            count.text,
            count.start,
            count.end,
            homes.of(count),
        )
        for position, count in enumerate(event.counts)
    ]


def conflict_rows(event_id: int, event: Event, outlet_names: Mapping[str, str]) -> list[Values]:
    """The rows of the values that compete; ``outlet_names`` names the outlet of an article key."""
    flat = [(clash, value) for clash in event.conflicts for value in clash.values]
    return [
        (
            event_id,
            position,
            clash.field,
            value.value,
            names_json(value.article_keys),
            len(value.article_keys),
            "; ".join(dict.fromkeys(outlet_names.get(key, key) for key in value.article_keys)) or None,
            int(value.chosen),
            clash.reason,
        )
        for position, (clash, value) in enumerate(flat)
    ]


def link_rows(event_id: int, event: Event) -> list[Values]:
    """The rows of an event's links."""
    return [(event_id, kind, key) for kind, key in dict.fromkeys((link.kind, link.event_key) for link in event.links)]


def event_back(
    row: AnyRow,
    *,
    mentions: Sequence[Mention],
    article_keys: Sequence[str],
    participants: Sequence[AnyRow],
    places: Sequence[AnyRow],
    counts: Sequence[AnyRow],
    conflicts: Sequence[AnyRow],
    links: Sequence[AnyRow],
    edits: Sequence[Edit],
    aliases: Sequence[str],
) -> Event:
    """The event of a row and of all rows that belong to it."""
    people = [_participant_back(part) for part in participants]
    return Event(
        key=row.key,
        title=row.title,
        type=row.type,
        mode=row.mode,
        label=row.label,
        status=row.status,
        factuality=row.factuality,
        polarity=row.polarity,
        aspect=row.aspect,
        salience=row.salience,
        mentions=tuple(mentions),
        article_keys=tuple(article_keys),
        date=calendar_back(row),
        deadline=date_of(read_record(row.deadline)) if row.deadline else None,
        duration=row.duration,
        actors=tuple(who for who in people if who.role not in RECIPIENT_ROLES),
        recipients=tuple(who for who in people if who.role in RECIPIENT_ROLES),
        places=tuple(_place_back(place) for place in places),
        counts=tuple(_count_back(count) for count in counts),
        contexts=tuple(read_list(row.contexts)),
        source_count=row.source_count,
        conflicts=_conflicts_back(conflicts),
        edits=tuple(edits),
        links=tuple(EventLink(kind=link.kind, event_key=link.other_key) for link in links),
        aliases=tuple(aliases),
        revision=row.revision,
    )


def _participant_back(row: AnyRow) -> Participant:
    return Participant(
        start=row.start_char,
        end=row.end_char,
        text=row.text,
        name=row.name,
        role=row.role,
        kind=row.kind,
        key=None if row.actor_key is None else row.actor_key.removeprefix(ACTOR_PREFIX),
        country=row.country,
        code=row.code,
    )


def _place_back(row: AnyRow) -> EventPlace:
    return EventPlace(
        start=row.start_char,
        end=row.end_char,
        text=row.text,
        name=row.name,
        role=row.role,
        country=row.country,
        latitude=row.latitude,
        longitude=row.longitude,
        kind=row.kind,
    )


def _count_back(row: AnyRow) -> Count:
    return Count(
        kind=row.kind,
        minimum=row.minimum,
        maximum=row.maximum,
        start=row.start_char,
        end=row.end_char,
        text=row.text,
        approximate=bool(row.approximate),
    )


def _conflicts_back(rows: Sequence[AnyRow]) -> tuple[Conflict, ...]:
    """Conflicts of rows in order; the values of one field stand together."""
    grouped: dict[tuple[str, str], list[ConflictValue]] = {}
    for row in rows:
        value = ConflictValue(value=row.value, article_keys=tuple(read_list(row.article_keys)), chosen=bool(row.chosen))
        grouped.setdefault((row.field, row.reason), []).append(value)
    return tuple(
        Conflict(field=field, values=tuple(values), reason=reason) for (field, reason), values in grouped.items()
    )
