"""What single columns hold: spans, dates and lists, as text or numbers, and back; the rows that they stand in are made
by ``article_mapping``, ``mention_mapping``, ``event_mapping`` and ``story_mapping``.

A row is a tuple with a value for every column of its table, in the table's order: what ``store`` writes. Back comes a
value from a row that SQLAlchemy read, equal to the one that went in. Nothing there or here touches a database, decides
what is stored, or computes anything that a value does not say. JSON leaves out what is empty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row

from timeline.values.dates import EventDate, Granularity
from timeline.values.text import Span

Values = tuple[Any, ...]
AnyRow = Row[*tuple[Any, ...]]

#: Longest range that is found by its first day alone; longer ones have an index of their own.
SHORT_RANGE_DAYS = 7

ACTOR_PREFIX = "ac_"

#: Length of the digest that tells whether a reader sees another event or story.
FINGERPRINT_BYTES = 8

#: A string as JSON has it.
quoted: Callable[[str], str] = json.encoder.encode_basestring

_GRANULARITIES = {str(granularity): granularity for granularity in Granularity}
_write_json: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_read_json: Callable[[str], tuple[Any, int]] = json.JSONDecoder().raw_decode
_UNDATED: Values = (None, None, None, None, None, None, 0, 0, None)


def written(value: Any) -> str | None:
    """JSON of something; None of nothing."""
    return _write_json(value) if value else None


def read_record(stored: str) -> dict[str, Any]:
    """The object that was written; quicker than ``json.loads``, since nothing stands before or behind it."""
    record: dict[str, Any] = _read_json(stored)[0]
    return record


def names_json(names: Sequence[str]) -> str | None:
    """Words as a JSON list; None of none."""
    return f"[{','.join(map(quoted, names))}]" if names else None


def read_list(stored: str | None) -> list[Any]:
    """The list that was written."""
    return _read_json(stored)[0] if stored else []


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
