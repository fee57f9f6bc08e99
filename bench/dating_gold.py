"""Annotated event times of four kinds of corpora in one form: an anchor for each event.

What comes in: JSON lines of the development sets. What goes out: ``GoldDocument`` with ``GoldEvent``. An anchor is one
point, ``{"date": day}``, ``{"before": day}``, ``{"after": day}`` or both of the last two, or a pair of points, a begin
and an end, for what lasts; ``{}`` when nothing is said. How a reading is compared with it is decided in
``score_dating``.
"""

from __future__ import annotations

import hashlib
import json
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

#: A point, or the begin and the end of what lasts.
Anchor = Any

_INSIDE = ("IS_INCLUDED", "SIMULTANEOUS", "DURING", "IDENTITY")
_CONVERSE = {
    "INCLUDES": "IS_INCLUDED",
    "IS_INCLUDED": "INCLUDES",
    "BEFORE": "AFTER",
    "AFTER": "BEFORE",
    "SIMULTANEOUS": "SIMULTANEOUS",
    "IDENTITY": "IDENTITY",
    "DURING": "DURING_INV",
}
_CREATION = "t0"
_MONTH_ENDS_ON = "-28"


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event: where it stands, its anchor or None, the expressions that it lies in, its relation to the creation."""

    start: int
    end: int
    text: str
    anchor: Anchor = None
    expressions: tuple[tuple[int, int], ...] = ()
    to_creation: str | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One text, its day of creation and its events in text order; whether anchors have a form for what lasts."""

    key: str
    published: str
    text: str
    events: tuple[GoldEvent, ...]
    lasting: bool = False


def documents(path: Path, half: int | None = None) -> Iterator[GoldDocument]:
    """The documents of a file, whichever of the four kinds it is; only one half of them when asked for."""
    rows = _rows(path)
    kind = _kind_of(rows[0])
    for document in kind(rows, path):
        if half is None or half_of(document.key) == half:
            yield document


def half_of(identity: str) -> int:
    """0 or 1, by a hash of a document's id."""
    return hashlib.sha256(identity.encode()).digest()[0] % 2


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _kind_of(row: dict[str, Any]) -> Any:
    if "event_times" in row:
        return _event_times
    if "tlinks" in row:
        return _timeml
    return _meantime if "annotated_sentences" in row else _semeval


def _event_times(rows: list[dict[str, Any]], _: Path) -> Iterator[GoldDocument]:
    """Anchors as they stand, but for the ends of months, which are all written as the 28th."""
    for row in rows:
        events = [
            GoldEvent(event["start"], event["end"], event["text"], _anchor_of(event["anchor"]))
            for event in row["event_times"]
        ]
        yield GoldDocument(row["doc_id"], row["dct"][:10], row["text"], tuple(events), lasting=True)


def _anchor_of(anchor: dict[str, Any]) -> Anchor:
    if anchor["kind"] == "single":
        return _point(anchor["at"])
    return [_point(anchor.get("begin")), _point(anchor.get("end"))] if anchor["kind"] == "multi" else {}


def _point(point: dict[str, str] | None) -> dict[str, str] | None:
    """A point whose month ends on its last day: "after 1998-01-01, before 1998-01-28" is any day of January."""
    if point is None or not point.get("before", "").endswith(_MONTH_ENDS_ON):
        return point
    before = date.fromisoformat(point["before"])
    if point.get("after") != str(before.replace(day=1)):
        return point
    return point | {"before": str(before.replace(day=monthrange(before.year, before.month)[1]))}


def _timeml(rows: list[dict[str, Any]], path: Path) -> Iterator[GoldDocument]:
    """TimeML links of events to expressions and to the creation; the texts are in the file without ``.events``."""
    texts = {row["doc_id"]: row for row in _rows(path.with_name(path.name.replace(".events", "")))}
    for row in rows:
        source = texts[row["doc_id"]]
        spans = {timex["tid"]: timex for timex in source["timexes"] if timex.get("tid")}
        inside: dict[str, list[tuple[int, int]]] = {}
        creation: dict[str, str] = {}
        for one, relation, other in row["tlinks"]:
            if one.startswith("t") and not other.startswith("t"):
                one, relation, other = other, _CONVERSE.get(relation, relation + "_INV"), one
            if not other.startswith("t") or one.startswith("t"):
                continue
            if other == _CREATION:
                creation[one] = relation
            elif relation in _INSIDE and other in spans and spans[other]["type"] in ("DATE", "TIME"):
                inside.setdefault(one, []).append((spans[other]["start"], spans[other]["end"]))
        events = [
            GoldEvent(
                event["start"],
                event["end"],
                event["text"],
                None,
                tuple(span for key in event["eiids"] for span in inside.get(key, ())),
                next((creation[key] for key in event["eiids"] if key in creation), None),
            )
            for event in row["events"]
        ]
        events.sort(key=lambda event: event.start)
        yield GoldDocument(row["doc_id"], row["dct"][:10], source["text"], tuple(events))


def _meantime(rows: list[dict[str, Any]], _: Path) -> Iterator[GoldDocument]:
    """Events that are tied to a date; the first tie that gives one counts."""
    for row in rows:
        events = []
        for event in row["events"]:
            anchor = None
            for relation, value, kind in event["anchors"]:
                period = period_of(value) if kind in ("DATE", "TIME") else None
                if anchor is None and period is not None:
                    anchor = _tied(relation, *period)
            events.append(GoldEvent(event["start"], event["end"], event["text"], anchor))
        yield GoldDocument(row["doc"], row["dct"][:10], row["text"], tuple(events))


def _tied(relation: str, first: date, last: date) -> Anchor:
    if relation == "BEFORE":
        return {"before": str(first)}
    if relation == "AFTER":
        return {"after": str(last)}
    return _within(first, last) if relation in _INSIDE else None


def _within(first: date, last: date) -> Anchor:
    """One day, or some day of a longer period."""
    return {"date": str(first)} if first == last else {"after": str(first), "before": str(last)}


def _semeval(rows: list[dict[str, Any]], path: Path) -> Iterator[GoldDocument]:
    """Events of timelines that have a day, month or year; the timelines are in the file beside the documents."""
    told: dict[str, set[tuple[int, str, str]]] = {}
    for timeline in _rows(path.with_name(path.name.replace("timeline_docs", "timeline_gold"))):
        for _, value, mentions in timeline["timeline"]:
            for document, sentence, words in mentions:
                told.setdefault(document, set()).add((sentence, words, value))
    for row in rows:
        sentences = {number: (start, end) for number, start, end in row["sentences"]}
        events = []
        for sentence, words, value in sorted(told.get(row["doc_id"], ())):
            period = period_of(value)
            if period is None or sentence not in sentences:
                continue
            start, end = sentences[sentence]
            at = row["text"].find(words.replace("_", " "), start, end)
            if at >= 0:
                events.append(GoldEvent(at, at + len(words), words, _within(*period)))
        yield GoldDocument(row["doc_name"], row["dct"][:10], row["text"], tuple(events))


def period_of(value: str) -> tuple[date, date] | None:
    """First and last day of a written day, week, month or year: ``2009-06``, ``2010-W04``, ``2008-XX-XX``."""
    value = value[:10] if re.match(r"\d{4}-\d\d-\d\d", value) else value.replace("-XX", "")
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value), date.fromisoformat(value)
        if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
            year, month = int(found[1]), int(found[2])
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
        if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday + timedelta(days=5 if found[3] else 0), monday + timedelta(days=6)
    except ValueError:
        return None
    return None
