"""Measure which day events get, against annotated event times.

    python bench/score_dating.py ../shared/bench/temporal/timebank_eventtime.jsonl [--half 0|1] [--errors N]
    python bench/score_dating.py ../shared/bench/temporal/timebank.events.jsonl       (TimeML links; also aquaint)
    python bench/score_dating.py ../shared/bench/events/data/meantime_dev.jsonl       (ties of events to dates)
    python bench/score_dating.py ../shared/bench/events/data/timeline_docs_dev.jsonl  (dates of timelines)

Events are matched to mentions by overlap of the trigger. What a mention says of its time (``implied``): its day; some
day of a longer period; a begin and an end for what goes on or has an open end; without a date, that it lies ahead of
the publication (planned, demanded, possible) or behind it, or goes on. Printed: how many events are found; how many of
the single-day ones (a day, or before or after one) are met exactly, and anchors of all kinds; how many events get one
day and how many of those days are right; the same for the baseline "everything happened on the day of publication".
For TimeML links: how many events that lie in an expression are dated by that expression or another, and how many stand
to the creation as annotated.
"""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from pathlib import Path

from dating_gold import Anchor, GoldDocument, GoldEvent, documents

from timeline.pipeline import parse
from timeline.values.dates import Granularity
from timeline.values.events import Extraction, Mention

_AHEAD = ("planned", "called_for", "possible")
_COARSE = Granularity.WEEKEND.rank
_RELATIONS = {
    "BEFORE": "before",
    "IBEFORE": "before",
    "ENDED_BY": "before",
    "AFTER": "after",
    "IAFTER": "after",
    "IS_INCLUDED": "on",
    "SIMULTANEOUS": "on",
    "INCLUDES": "around",
    "DURING": "around",
}


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", type=Path)
    options.add_argument("--half", type=int, choices=(0, 1), help="only documents of this half (by a hash of their id)")
    options.add_argument("--errors", type=int, default=0, metavar="N", help="show N events that got another time")
    given = options.parse_args()
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for document in documents(given.gold, given.half):
        _score(document, counts, errors)
    for error in errors[: given.errors]:
        print(error)
    print(f"events {counts['events']}, found {_share(counts['found'], counts['events'])}")
    if counts["anchored"]:
        _print_anchors(counts)
    if counts["linked"]:
        _print_links(counts)


def _print_anchors(counts: Counter[str]) -> None:
    single, found = counts["single"], counts["single found"]
    print(f"single-day {single}: right {_share(counts['right'], single)}, of found {_share(counts['right'], found)}")
    print(
        f"  on a stated day {counts['day']}: right {_share(counts['day right'], counts['day'])}, "
        f"of dated {_share(counts['day right'], counts['day dated'])}"
    )
    print(f"all anchors {counts['anchored']}: exact {_share(counts['exact'], counts['anchored'])}")
    print(
        f"one day is given to {_share(counts['given'], counts['anchored'])}, it is annotated for "
        f"{_share(counts['given right'], counts['given'])} of them; to fit the annotation "
        f"{_share(counts['given fits'], counts['given'])}"
    )
    print(
        f"baseline, the publication day: single-day {_share(counts['baseline'], single)}, "
        f"of found {_share(counts['baseline found'], found)}, all anchors "
        f"{_share(counts['baseline'], counts['anchored'])}"
    )


def _print_links(counts: Counter[str]) -> None:
    linked = counts["linked"]
    print(
        f"in an expression {linked}: dated by it {_share(counts['link right'], linked)}, by another "
        f"{_share(counts['link wrong'], linked)}, by the publication {_share(counts['link published'], linked)}"
    )
    print(f"related to the creation {counts['related']}: right {_share(counts['related right'], counts['related'])}")
    for kind in ("before", "on", "around", "after"):
        got = {to: counts[f"{kind} as {to}"] for to in ("before", "on", "around", "after")}
        print(f"  {kind}: {sum(got.values())}: " + ", ".join(f"{to} {number}" for to, number in got.items()))


def _score(document: GoldDocument, counts: Counter[str], errors: list[str]) -> None:
    """Add one document's events to the counts."""
    reading = parse(document.text, published=document.published, all_events=True)
    for event in document.events:
        mention = next((m for m in reading.mentions if m.start < event.end and event.start < m.end), None)
        if event.anchor is None and not event.expressions and event.to_creation is None:
            continue
        counts["events"] += 1
        counts["found"] += mention is not None
        if event.anchor is not None:
            wrong = _score_anchor(event, mention, document, counts)
        else:
            wrong = _score_link(event, mention, reading, document.published, counts)
        if wrong and mention is not None:
            around = document.text[max(0, event.start - 90) : event.end + 60].replace("\n", " ")
            errors.append(
                f"{document.published} {wrong} {mention.date_link.rule} | {event.text} {mention.type} "
                f"{mention.factuality} {mention.aspect} | {around}"
            )


def _score_anchor(event: GoldEvent, mention: Mention | None, document: GoldDocument, counts: Counter[str]) -> str:
    """Count one event with an anchor; what is wrong with a single-day one, or nothing."""
    gold = event.anchor
    published = document.published
    got = None if mention is None else implied(mention, published, spans=document.lasting)
    counts["anchored"] += 1
    counts["exact"] += got == gold
    if isinstance(got, dict) and "date" in got:
        counts["given"] += 1
        counts["given right"] += got == gold
        counts["given fits"] += _fits(date.fromisoformat(got["date"]), gold)
    if not isinstance(gold, dict) or not gold:
        return ""
    baseline = {"date": published} == gold
    counts["single"] += 1
    counts["baseline"] += baseline
    counts["day"] += set(gold) == {"date"}
    if got is None:
        return ""
    counts["single found"] += 1
    counts["baseline found"] += baseline
    counts["right"] += got == gold
    if set(gold) == {"date"}:
        counts["day dated"] += "date" in got
        counts["day right"] += got == gold
    return "" if got == gold else f"gold {gold} got {got}"


def _score_link(
    event: GoldEvent, mention: Mention | None, reading: Extraction, published: str, counts: Counter[str]
) -> str:
    """Count one event with TimeML links; what is wrong with it, or nothing."""
    wrong = ""
    if event.expressions:
        counts["linked"] += 1
        if mention is not None and mention.date_link.timex is not None:
            timex = reading.timexes[mention.date_link.timex]
            right = any(timex.start < end and start < timex.end for start, end in event.expressions)
            counts["link right" if right else "link wrong"] += 1
            wrong = "" if right else f"dated by {timex.text!r}"
        elif mention is not None:
            counts["link published"] += mention.date is not None
            wrong = "not linked"
    if event.to_creation in _RELATIONS and mention is not None:
        gold, got = _RELATIONS[event.to_creation], _to_creation(mention, published)
        counts["related"] += 1
        counts["related right"] += gold == got
        counts[f"{gold} as {got}"] += 1
        wrong = wrong or ("" if gold == got else f"gold {gold} got {got}")
    return wrong


def _to_creation(mention: Mention, published: str) -> str:
    """How what a mention says of its time stands to the day of creation: ``before on around after``."""
    got = implied(mention, published)
    if isinstance(got, list):
        begin, end = (next(iter((point or {}).values()), "") for point in got)
        if begin > published or (got[0] is not None and "after" in got[0]):
            return "after"
        return "before" if end < published or (got[1] is not None and "before" in got[1]) else "around"
    if "date" in got:
        return "on" if got["date"] == published else "before" if got["date"] < published else "after"
    return "after" if got.get("after", "") >= published else "before"


def implied(mention: Mention, published: str, *, spans: bool = True) -> Anchor:
    """What a mention says of its time, in the form of an anchor; without ``spans`` a state is of the day it is told."""
    found = mention.date
    lasting = spans and (mention.aspect == "ongoing" or mention.duration is not None)
    told = mention.factuality not in _AHEAD and mention.aspect != "prospective"
    if found is None:
        return _undated(lasting, told, published)
    first, last = found.first_day, found.last_day
    if found.bound == "as_of" and spans:
        return [{"before": str(first)}, {"after": str(last)}]
    if first is not None and first == last:
        return {"date": str(first)}
    if first is None:
        return {"before": str(last)}
    if last is None:
        return [{"date": str(first)}, {"after": published}]
    if lasting or found.granularity.rank < _COARSE:
        return [{"date": str(first)}, {"date": str(last)}]
    return {"after": str(first), "before": min(str(last), published) if told else str(last)}


def _undated(lasting: bool, told: bool, published: str) -> Anchor:
    point = {"before": published} if told else {"after": published}
    if lasting:
        return [{"before": published}, {"after": published}] if told else [point, point]
    return point


def _fits(day: date, gold: Anchor) -> bool:
    """Whether a day is allowed by an anchor, exact or not: it lies within its bounds."""
    begin, end = (gold, gold) if isinstance(gold, dict) else (gold[0] or {}, gold[1] or {})
    earliest, latest = begin.get("date") or begin.get("after"), end.get("date") or end.get("before")
    return (earliest is None or earliest <= str(day)) and (latest is None or str(day) <= latest)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


if __name__ == "__main__":
    main()
