"""Measure which day events get, against annotated event times.

    python bench/score_dating.py ../shared/bench/temporal/timebank_eventtime.jsonl [--half 0|1] [--errors N]

Each line holds a text, its creation day and events with an anchor: one day, or a begin and an end, each a date or an
    open bound ("after 1998-02-27"). Events are matched to mentions by overlap of the trigger. An undated mention says
    that the event lies ahead of the publication (planned, demanded, possible) or behind it. Printed: how many events
    are found, how many of the single-day ones (a day, or before or after one) are met exactly, how many anchors of all
    kinds are, and the same for the baseline "everything happened on the day of publication".
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

from timeline.pipeline import parse
from timeline.values.events import Mention


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", type=Path)
    options.add_argument("--half", type=int, choices=(0, 1), help="only documents of this half (by a hash of their id)")
    options.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show N single-day events that got another day"
    )
    given = options.parse_args()
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for line in given.gold.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if given.half is None or _half(document["doc_id"]) == given.half:
            _score(document, counts, errors)
    for error in errors[: given.errors]:
        print(error)
    single, found = counts["single"], counts["single found"]
    print(f"events {counts['events']}, found {_share(counts['found'], counts['events'])}")
    print(f"single-day {single}: right {_share(counts['right'], single)}, of found {_share(counts['right'], found)}")
    print(
        f"  on a stated day {counts['day']}: right {_share(counts['day right'], counts['day'])}, "
        f"of dated {_share(counts['day right'], counts['day dated'])}"
    )
    print(f"all anchors: exact {_share(counts['exact'], counts['events'])}")
    print(
        f"baseline, the publication day: single-day {_share(counts['baseline'], single)}, "
        f"of found {_share(counts['baseline found'], found)}"
    )


def _score(document: dict[str, Any], counts: Counter[str], errors: list[str]) -> None:
    """Add one document's events to the counts."""
    published = document["dct"][:10]
    mentions = parse(document["text"], published=published, all_events=True).mentions
    for event in document["event_times"]:
        anchor = event["anchor"]
        mention = next((m for m in mentions if m.start < event["end"] and event["start"] < m.end), None)
        counts["events"] += 1
        counts["found"] += mention is not None
        counts["exact"] += mention is not None and _implied(mention, published) == anchor_value(anchor)
        if anchor["kind"] != "single":
            continue
        right = {"date": published} == anchor["at"]
        counts["single"] += 1
        counts["baseline"] += right
        counts["day"] += set(anchor["at"]) == {"date"}
        if mention is None:
            continue
        counts["single found"] += 1
        counts["baseline found"] += right
        got = _implied(mention, published)
        counts["right"] += got == anchor["at"]
        if set(anchor["at"]) == {"date"}:
            counts["day dated"] += "date" in got
            counts["day right"] += got == anchor["at"]
        if got != anchor["at"]:
            around = document["text"][max(0, event["start"] - 90) : event["end"] + 60].replace("\n", " ")
            errors.append(
                f"{published} gold {anchor['at']} got {got} {mention.date_link.rule} | {event['text']} {mention.type} "
                f"{mention.factuality} {mention.aspect} | {around}"
            )


def anchor_value(anchor: dict[str, Any]) -> Any:
    """An anchor as ``_implied`` writes it: one point, or a begin and an end."""
    if anchor["kind"] == "single":
        return anchor["at"]
    return [anchor.get("begin"), anchor.get("end")] if anchor["kind"] == "multi" else {}


def _implied(mention: Mention, published: str) -> Any:
    """What a mention says of its time: its day or days, else that it lies ahead of the publication or behind it."""
    found = mention.date
    if found is not None:
        first, last = found.first_day, found.last_day
        if first is not None and first == last:
            return {"date": str(first)}
        if first is not None and last is not None:
            return [{"date": str(first)}, {"date": str(last)}]
        return {"before": str(last)} if first is None else [{"date": str(first)}, {"after": published}]
    ahead = mention.aspect == "prospective" or mention.factuality in ("planned", "called_for", "possible")
    return {"after": published} if ahead else {"before": published}


def _half(identity: str) -> int:
    return hashlib.sha256(identity.encode()).digest()[0] % 2


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


if __name__ == "__main__":
    main()
