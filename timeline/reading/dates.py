"""Date lines of pages and papers: "Published: 4 March 2026, 18:20", "Publicado el 4 de marzo de 2026".

What comes in: a line, or a part of one, and the language of its page where known. What goes out: the date phrases in
it, each with what its label says of it. Only strings that are wholly a date (and a time) count; a sentence with a date
in it is none. Not decided here: which line of a page is its date line, and what the words of other languages mean
(``timeline.reading.foreign_dates``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from timeline.lexicons.furniture import furniture_lexicon
from timeline.reading.foreign_dates import LONGEST, day_first, in_english
from timeline.values.article import Published

_DATE = r"""
    (?:(?P<weekday>{weekday})\.?,?\s+(?:the\s+)?)?
    (?:
      (?P<iso_year>\d{{4}})[-/.](?P<iso_month>\d{{1,2}})[-/.](?P<iso_day>\d{{1,2}})
    | (?P<first>\d{{1,2}})(?P<mark>[./-])\ ?(?P<second>\d{{1,2}})(?P=mark)\ ?(?P<numeric_year>\d{{4}}|\d\d)
    | (?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-]+(?P<month>{month})\.?,?(?:[\s-]+(?P<year>\d{{4}}))?
    | (?P<us_month>{month})\.?\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<us_year>\d{{4}}))?
    )
"""
_TIME = r"""
    (?:
      (?P<hour>\d{{1,2}})(?:[:.h](?P<minute>\d\d)(?:[:.](?P<second_of_minute>\d\d))?)?\s?(?P<half>a\.?m\.?|p\.?m\.?)
    | (?P<hour24>\d{{1,2}})[:.h](?P<minute24>\d\d)(?:[:.](?P<second24>\d\d))?(?:\s?(?:hrs|h|Uhr))?
    | (?P<packed>\d{{4}})(?=\s?(?:GMT|UTC|Z)\b)
    )
    (?:\s?\(?(?P<zone>{zone}|ET|PT|CT|MT|AEST|AEDT|NZST|SGT|HKT|Z)\)?)?
    (?:\s?\(?(?:GMT|UTC)?(?P<offset>[+-]\d{{1,2}}(?::?\d\d)?)\)?)?
"""
_STAMP = re.compile(r"^(?:\S+\s){0,2}(\d\d)(\d\d)(\d\d)\s?(?:GMT|UTC|Z)\s([A-Z]{3})\s(\d\d)$")
_DIGIT = re.compile(r"\d")
_NOON, _CENTURY = 12, 2000
_PHRASES_KEPT = 1024  # a line is asked by several readers of the page, and articles of one source are alike


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePhrase:
    """One stated date.

    Attributes:
        label: ``published modified other``, or empty when nothing is said.
        year, month, day: None where not stated; ``alternative`` is the other reading of 03/02/2026.
        weekday: ISO number, where stated.
        time: ``18:20`` or ``18:20:05``; ``offset`` as ``+01:00``, where both are certain.
        text: The words.
    """

    year: int | None
    month: int
    day: int
    label: str = ""
    alternative: tuple[int, int] | None = None
    weekday: int | None = None
    time: str = ""
    offset: str = ""
    text: str = ""

    @property
    def on(self) -> date | None:
        """The day, when year, month and day are certain and make one, and the weekday is no other."""
        if self.year is None or self.alternative is not None:
            return None
        return _day(self.year, self.month, self.day)

    def day_first(self) -> bool | None:
        """Whether a numeric date has the day first; None when it is none, or ambiguous."""
        return None if self.alternative is not None or "/" not in self.text else self.day_comes_first()

    def day_comes_first(self) -> bool:
        """Whether the number that is the day stands before the month in the words."""
        numbers = re.findall(r"\d+", self.text)
        return bool(numbers) and int(numbers[0]) == self.day and self.day != self.month

    def settled(self, day_first: bool | None) -> DatePhrase:
        """The phrase with an ambiguous order decided, if that is known."""
        if self.alternative is None or day_first is None:
            return self
        month, day = (self.month, self.day) if day_first else self.alternative
        return replace(self, month=month, day=day, alternative=None)

    def published(self, basis: str) -> Published | None:
        """The phrase as a publication date, or None when it is not certain."""
        day = self.on
        if day is None:
            return None
        if not self.time:
            return Published(value=day.isoformat(), precision="day", basis=basis, text=self.text)
        precision = "minute" if len(self.time) == len("18:20") else "second"
        return Published(value=f"{day}T{self.time}{self.offset}", precision=precision, basis=basis, text=self.text)


@lru_cache(maxsize=_PHRASES_KEPT)
def read_phrase(text: str, language: str | None = None) -> DatePhrase | None:
    """The date that a string wholly is, with its label; None when it is no date, or not only a date.

    >>> read_phrase("Published: Tuesday, March 10, 2026 at 17:20").published("dateline").value
    '2026-03-10T17:20'
    >>> read_phrase("Veröffentlicht am 10. März 2026, 17.20 Uhr").published("dateline").value
    '2026-03-10T17:20'

    03/02/2026 has two readings and keeps both, unless the weekday or the language of the page decides; 03.02.2026 has
    the day first.

    Args:
        text: The line, or a part of one.
        language: What page or feed declares (``es``, ``pt-BR``); English is read whatever it is.
    """
    text = text.strip().rstrip(".")
    if len(text) > LONGEST or (_DIGIT.search(text) is None and "年" not in text):
        return None
    declared = language is not None and not language.lower().startswith("en")
    if declared and (line := in_english(text, language)) is not None:
        phrase = _read_english(line)
    else:
        phrase = _read_english(text)
        if phrase is None and not declared and (line := in_english(text)) is not None:
            phrase = _read_english(line)
    if phrase is None:
        return None
    words = phrase.text if phrase.text in text else " ".join(text.split())
    return replace(phrase, text=words).settled(day_first(language))


def _read_english(text: str) -> DatePhrase | None:
    label, words = _labelled(text)
    stamp = _STAMP.match(words)
    if stamp is not None:
        return _stamped(stamp, label)
    patterns = _patterns()
    match = patterns.date_time.fullmatch(words) or patterns.time_date.fullmatch(words)
    if match is None:
        return None
    phrase = _phrase(match, label, words)
    if phrase is None:
        return None
    time, offset = _clock(match)
    return replace(phrase, time=time, offset=offset)


def read_time(text: str) -> tuple[str, str] | None:
    """Time and offset, when the string is wholly a time of day: "18:31" is ("18:31", "")."""
    if len(text) > LONGEST:
        return None
    match = _patterns().time.fullmatch(text.strip())
    return None if match is None else _clock(match) if _clock(match)[0] else None


def with_time(phrase: DatePhrase, clock: tuple[str, str], text: str) -> DatePhrase:
    """The phrase with a time that stood beside it."""
    return replace(phrase, time=clock[0], offset=clock[1], text=f"{phrase.text} {text}")


@dataclass(frozen=True, slots=True)
class _Patterns:
    date_time: re.Pattern[str]
    time_date: re.Pattern[str]
    time: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    lexicon = furniture_lexicon()
    words = {
        name: "|".join(sorted(map(re.escape, table), key=len, reverse=True))
        for name, table in (("weekday", lexicon.weekdays), ("month", lexicon.months), ("zone", lexicon.zones))
    }
    day, clock = _DATE.format(**words), _TIME.format(**words)
    flags = re.VERBOSE | re.IGNORECASE
    between = r"\s?(?:,|\s-|\s–|\s—|\s@|T)?\s?(?:at\s|@\s?|\bum\s)?"
    behind = r"(?:,?\s\((?:\d\d?|[a-z])[^)]{0,20}\))?"  # "(2h ago)"
    return _Patterns(
        date_time=re.compile(rf"{day}(?:{between}{clock})?{behind}", flags),
        time_date=re.compile(rf"{clock}(?:,|\s-|\s–|\son|\sof)?\s+{day}", flags),
        time=re.compile(clock, flags),
    )


def _labelled(text: str) -> tuple[str, str]:
    """What the words before a date say of it, and the words of the date."""
    head, colon, tail = text.partition(":")
    labels = furniture_lexicon().labels
    kind = labels.get(" ".join(head.lower().split())) if colon else None
    if kind:
        return kind, tail.strip()
    words = text.split()
    for count in (3, 2, 1):
        kind = labels.get(" ".join(words[:count]).lower().rstrip(".:"))
        if kind and len(words) > count:
            return kind, " ".join(words[count:]).removeprefix("on ").removeprefix("at ")
    return "", " ".join(words)


def _phrase(match: re.Match[str], label: str, text: str) -> DatePhrase | None:
    """The date of a match, or None when there is no such day."""
    part = match.groupdict()
    lexicon = furniture_lexicon()
    weekday = lexicon.weekdays.get((part["weekday"] or "").lower())
    alternative = None
    year: int | None
    if part["iso_year"]:
        year, month, day = int(part["iso_year"]), int(part["iso_month"]), int(part["iso_day"])
    elif part["first"]:
        first, second = int(part["first"]), int(part["second"])
        year = int(part["numeric_year"])
        if len(part["numeric_year"]) == len("26"):
            if part["mark"] != ".":
                return DatePhrase(
                    year=None, month=second, day=first, alternative=(first, second), label=label, text=text
                )
            year += _CENTURY
        day, month = first, second
        if month > _NOON and part["mark"] != ".":
            day, month = second, first
        elif part["mark"] != "." and first <= _NOON and first != second:
            alternative = (first, second)
    else:
        day = int(part["day"] or part["us_day"])
        month = lexicon.months[(part["month"] or part["us_month"]).lower()]
        stated = part["year"] or part["us_year"]
        year = int(stated) if stated else None
    if alternative is not None and weekday is not None and year is not None:
        readings = [(month, day), alternative]
        fitting = [reading for reading in readings if _weekday(year, *reading) == weekday]
        if len(fitting) == 1:
            (month, day), alternative = fitting[0], None
    if _day(year or 2024, month, day) is None:  # a leap year, so that 29 February stays
        return None
    if year is not None and alternative is None and weekday is not None and _weekday(year, month, day) != weekday:
        return None
    return DatePhrase(year=year, month=month, day=day, label=label, alternative=alternative, weekday=weekday, text=text)


def _stamped(match: re.Match[str], label: str) -> DatePhrase | None:
    """A date-time group of the wires: day, hour and minute in one, zone, month, year."""
    day, hour, minute, month, year = match.groups()
    number = furniture_lexicon().months.get(month.lower())
    if number is None or int(hour) > 23 or int(minute) > 59 or _day(_CENTURY + int(year), number, int(day)) is None:
        return None
    return DatePhrase(
        year=_CENTURY + int(year),
        month=number,
        day=int(day),
        label=label,
        time=f"{hour}:{minute}",
        offset="+00:00",
        text=match.group().strip(),
    )


def _clock(match: re.Match[str]) -> tuple[str, str]:
    """Time and offset of a match; empty where not stated or impossible."""
    part = match.groupdict()
    if part["hour"]:
        hour, minute, second = int(part["hour"]), int(part["minute"] or 0), part["second_of_minute"]
        if not 1 <= hour <= _NOON:
            return "", ""
        hour = hour % _NOON + (_NOON if part["half"].lower().startswith("p") else 0)
    elif part["hour24"]:
        hour, minute, second = int(part["hour24"]), int(part["minute24"]), part["second24"]
    elif part["packed"]:
        hour, minute, second = int(part["packed"][:2]), int(part["packed"][2:]), None
    else:
        return "", ""
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return "", ""
    return f"{hour:02}:{minute:02}" + (f":{second}" if second else ""), _offset(part["zone"], part["offset"])


def _offset(zone: str | None, offset: str | None) -> str:
    """The offset from UTC, where the words state one and only one."""
    if offset:
        digits = offset[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > len("12") else (digits, "00")
        return f"{offset[0]}{int(hours):02}:{minutes}"
    lexicon = furniture_lexicon()
    if not zone or zone.lower() in lexicon.lists["ambiguous_zone"]:
        return ""
    stated = lexicon.zones.get(zone.lower(), "Z" if zone.upper() == "Z" else "")
    return "+00:00" if stated == "Z" else stated


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(year: int, month: int, day: int) -> int | None:
    on = _day(year, month, day)
    return None if on is None else on.isoweekday()
