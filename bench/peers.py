"""Other finders of time expressions, and what they return brought into the form of TIMEX3.

What comes in: a text and the moment at which it was written. What goes out: dictionaries with ``start``, ``end``,
``type`` and ``value``. A peer has two halves: ``find`` is the peer's own call and is what is timed; ``adapt`` is ours
and is not. Peers that return moments (dateparser, datefinder, parsedatetime) get the benefit of the words they matched:
the granularity of the value follows the words, a preposition at either end is shed. Not decided here: on what texts,
and how the result is scored.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Found = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A finder: its name, its own call, and how its answer is read."""

    name: str
    find: Callable[[str, datetime], Any]
    adapt: Callable[[Any, str, datetime], Iterable[Found]]


def dateparser_peer() -> Peer:
    """``dateparser.search.search_dates``, English alone; it returns words, whose place is looked for in text order."""
    from dateparser.search import search_dates

    def find(text: str, written: datetime) -> Any:
        return search_dates(text, languages=["en"], settings={"RELATIVE_BASE": written})

    def adapt(answer: Any, text: str, _: datetime) -> Iterator[Found]:
        position = 0
        for words, moment in answer or ():
            start = text.find(words, position)
            if start >= 0:
                position = start + len(words)
                yield from worded(text, start, position, moment)

    return Peer(name="dateparser.search_dates", find=find, adapt=adapt)


def datefinder_peer() -> Peer:
    """``datefinder.find_dates``."""
    import datefinder

    def find(text: str, written: datetime) -> Any:
        return list(datefinder.find_dates(text, index=True, base_date=written))

    def adapt(answer: Any, text: str, _: datetime) -> Iterator[Found]:
        for moment, (start, end) in answer:
            yield from worded(text, start, end, moment)

    return Peer(name="datefinder", find=find, adapt=adapt)


def parsedatetime_peer() -> Peer:
    """``parsedatetime.Calendar().nlp``, told that a weekday is the last one, and a day the one of this year."""
    import parsedatetime

    habits = parsedatetime.Constants()
    habits.DOWParseStyle, habits.CurrentDOWParseStyle = -1, True
    habits.YearParseStyle = 0
    calendar = parsedatetime.Calendar(habits)

    def find(text: str, written: datetime) -> Any:
        return calendar.nlp(text, written)

    def adapt(answer: Any, text: str, _: datetime) -> Iterator[Found]:
        for moment, _kind, start, end, _words in answer or ():
            yield from worded(text, start, end, moment)

    return Peer(name="parsedatetime.nlp", find=find, adapt=adapt)


def recognizers_peer() -> Peer:
    """Microsoft Recognizers (``recognize_datetime``), which answers with a TIMEX of its own and candidate dates."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its patterns are full of escapes that Python calls invalid
        from recognizers_date_time import recognize_datetime
        from recognizers_text import Culture

    def find(text: str, written: datetime) -> Any:
        return recognize_datetime(text, Culture.English, reference=written)

    def adapt(answer: Any, text: str, written: datetime) -> Iterator[Found]:
        for one in answer:
            start, end = shed(text, one.start, one.end + 1)
            if start < end and one.resolution:
                kind, value = recognized(one.resolution["values"], written.date())
                yield {"start": start, "end": end, "type": kind, "value": value}

    return Peer(name="Microsoft Recognizers", find=find, adapt=adapt)


#: The package to install for each peer, and how it is made; making it raises ImportError where it is not installed.
PEERS: dict[str, Callable[[], Peer]] = {
    "dateparser": dateparser_peer,
    "datefinder": datefinder_peer,
    "parsedatetime": parsedatetime_peer,
    "recognizers-text-suite": recognizers_peer,
}


# --- moments to TIMEX3 -----------------------------------------------------------------------------------------------

_LOOSE = r"about|after|and|around|at|before|between|by|during|for|from|in|of|on|since|through|till|to|until"
_LEADING = re.compile(rf"(?:[\s,;:.()\"'-]+|(?:{_LOOSE})\b)+", re.I)
_TRAILING = re.compile(rf"(?:[\s,;:()\"'-]+|(?<=\d)\.|\b(?:{_LOOSE}|a|the))+$", re.I)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_CLOCK = re.compile(r"\d:\d\d|\d\s*[ap]\.?m\b|\b(?:noon|midnight|o'clock|hours?|minutes?|seconds?)\b", re.I)
_PARTS = (("morning", "MO"), ("afternoon", "AF"), ("evening", "EV"), ("night", "NI"))
_DAY = re.compile(
    rf"\b(?:today|tomorrow|yesterday|days?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
    rf"|\b{_MONTH}\s+\d\d?(?:st|nd|rd|th)?\b(?!:)|\b\d\d?(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?![a-z])"
    r"|\d+[-/.]\d+[-/.]\d+",
    re.I,
)
_WEEK = re.compile(r"\b(?:weeks?|fortnight)\b", re.I)
_MONTHS = re.compile(rf"\bmonths?\b|\b{_MONTH}(?![a-z])", re.I)
_QUARTER = re.compile(r"\bquarters?\b", re.I)
_DECADE = re.compile(r"\bdecades?\b|\d0'?s\b", re.I)
_YEAR = re.compile(r"\byears?\b|\b(?:1[5-9]|20)\d\d\b", re.I)


def worded(text: str, start: int, end: int, moment: datetime) -> Iterator[Found]:
    """One expression: ``moment`` as exact as its words are; none when all of them are loose."""
    start, end = shed(text, start, end)
    if start < end:
        kind, value = graded(text[start:end], moment)
        yield {"start": start, "end": end, "type": kind, "value": value}


def shed(text: str, start: int, end: int) -> tuple[int, int]:
    """The extent without prepositions and punctuation at its ends."""
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    trailing = _TRAILING.search(text, start, end)
    return start, trailing.start() if trailing else end


def graded(words: str, moment: datetime) -> tuple[str, str]:
    """Type and value of a moment, as exact as the words.

    >>> graded("last month", datetime(1998, 2, 5))
    ('DATE', '1998-02')
    """
    if words.lower() == "now":
        return "DATE", "PRESENT_REF"
    if _CLOCK.search(words):
        return "TIME", f"{moment:%Y-%m-%dT%H:%M}"
    for part, sign in _PARTS:
        if part in words.lower():
            return "TIME", f"{moment:%Y-%m-%d}T{sign}"
    if _DAY.search(words):
        return "DATE", f"{moment:%Y-%m-%d}"
    if _WEEK.search(words):
        return "DATE", f"{moment:%G-W%V}"
    if _MONTHS.search(words):
        return "DATE", f"{moment:%Y-%m}"
    if _QUARTER.search(words):
        return "DATE", f"{moment:%Y}-Q{(moment.month + 2) // 3}"
    if _DECADE.search(words):
        return "DATE", f"{moment:%Y}"[:3]
    return "DATE", f"{moment:%Y}" if _YEAR.search(words) else f"{moment:%Y-%m-%d}"


# --- Microsoft's TIMEX to TIMEX3 -------------------------------------------------------------------------------------

_TYPES = {"set": "SET", "duration": "DURATION", "time": "TIME", "datetime": "TIME", "timerange": "TIME"}
_TYPES |= {"datetimerange": "TIME", "date": "DATE", "daterange": "DATE"}
_WHOLE_HOUR = re.compile(r"T\d\d$")
_YEAR_MONTH = re.compile(r"XXXX-\d\d$")


def recognized(values: list[dict[str, str]], written: date) -> tuple[str, str]:
    """Type and value of the candidate that a reader of news would take: the latest one not after the day of writing.

    >>> friday = [{"timex": "XXXX-WXX-5", "type": "date", "value": day} for day in ("1998-02-27", "1998-03-06")]
    >>> recognized(friday, date(1998, 3, 5))
    ('DATE', '1998-02-27')
    """
    past = [value for value in values if (_begin(value) or "9999") <= f"{written}T"]
    chosen = max(past, key=lambda value: _begin(value) or "") if past else values[0]
    kind, timex = _TYPES[chosen["type"]], chosen["timex"]
    if timex.endswith("_REF"):
        return "DATE", timex
    if kind in ("SET", "DURATION"):
        return kind, timex
    if timex.startswith("("):
        return kind, _range(chosen)
    if _WHOLE_HOUR.search(timex):
        timex += ":00"
    if timex.startswith("T"):
        return kind, f"{written}{timex}"
    begin = _begin(chosen)
    if "X" not in timex or begin is None:
        return kind, timex
    day, clock, part = timex.partition("T")
    return kind, (begin[:7] if _YEAR_MONTH.match(day) else begin[:10]) + clock + part


def _begin(value: dict[str, str]) -> str | None:
    """First day or moment of a candidate, None where it has none."""
    begin = value.get("value") or value.get("start") or value.get("end")
    return begin if begin and begin[0].isdigit() and "-" in begin else None


def _range(value: dict[str, str]) -> str:
    """A range that is a decade, year, quarter, month or week is that; any other is given by its first day."""
    if "start" not in value or "end" not in value or "-" not in value["start"]:
        return value["timex"]
    try:
        first, after = date.fromisoformat(value["start"][:10]), date.fromisoformat(value["end"][:10])
    except ValueError:
        return value["timex"]
    months = 12 * (after.year - first.year) + after.month - first.month
    whole = first.day == after.day == 1
    if whole and months == 120:
        return f"{first:%Y}"[:3]
    if whole and months == 12 and first.month == 1:
        return f"{first:%Y}"
    if whole and months == 3 and first.month % 3 == 1:
        return f"{first:%Y}-Q{(first.month + 2) // 3}"
    if whole and months == 1:
        return f"{first:%Y-%m}"
    if (after - first).days == 7 and first.weekday() == 0:
        return f"{first:%G-W%V}"
    return first.isoformat()
