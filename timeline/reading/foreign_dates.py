"""A date line of another language put into the words of an English one: "MIÉ, 28 FEB 2024 - 21:44 h" is
"wednesday 2024-02-28, 21:44".

What comes in: a string that may be wholly a date, and the language of the page or feed where that is known. What goes
out: the same in English, or None when a word of it is not known. Languages are never mixed: a line is read in one
language throughout, and where two read it differently ("5 listopada 2024" is November in Polish, October in
Croatian) it is not read. Not decided here: whether the English line is a date (``timeline.reading.dates``).

Dates of the Iranian calendar are converted, as its years and months are counted the same everywhere. Dates of the
Islamic and the Jewish calendar, which turn at sunset and, the first, on the sight of the moon, are passed over when a
civil date stands beside them, and not read when none does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from timeline.lexicons.date_words import DateLexicon, date_lexicon, fold, pieces
from timeline.lexicons.furniture import furniture_lexicon
from timeline.reading.other_calendars import SOLAR_YEARS, from_iranian, in_figures

LONGEST = 120

#: What the marks of years, months, hours ... are written as in the line that is searched for a date and a clock.
_MARKS = {"year_mark": "年", "month_mark": "月", "day_mark": "日", "hour": "h", "minute": "'", "second": '"'}
_SIGNS = frozenset(",.:;/|()[]+-–—•·،、~'\"年月日")
_DATES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?P<year>\d{4}) 年 (?P<month>\d{1,2}) 月 (?P<day>\d{1,2})\b(?: 日)?",
        r"\b(?P<month>\d{1,2}) 月 (?P<day>\d{1,2}) 日",
        r"\b(?P<year>\d{4})(?: [.,/-])? @(?P<month>\d+)(?: \.)? (?P<day>\d{1,2})\b(?! ?[:h])(?: \.)?",
        r"\b(?P<day>\d{1,2})(?: [.\-/])? @(?P<month>\d+)(?: [.,/-])*(?: (?P<year>\d{4})\b)?",
        r"@(?P<month>\d+)(?: \.)? (?P<day>\d{1,2})(?: [.,])* (?P<year>\d{4})\b",
        r"\b(?P<year>\d{4}) (?P<mark>[./-]) (?P<month>\d{1,2}) (?P=mark) (?P<day>\d{1,2})\b(?: \.)?",
        r"\b(?P<first>\d{1,2}) (?P<mark>[./-]) (?P<second>\d{1,2}) (?P=mark) (?P<year>\d{4}|\d\d)\b(?! :)",
    )
)
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?: (?:[:.]|h) (?P<minute>\d\d?)\b(?: (?:[:.]|') (?P<second>\d\d)\b(?: \")?| ')?| (?P<full>h))"
    r"|\b(?P<bare>\d{1,2})\b"
)
_HALVES = re.compile(r"(?<=\d)\s?([ap])\.?\s?m\b\.?")  # "9:44 p. m."
_OFFSET = re.compile(r"(?P<sign>[+-]) (?P<hours>\d{1,2})(?: : (?P<minutes>\d\d))?")
#: Regions of English whose pages name the region and write the day first. Plain "en" and "en-US" are what
#: templates write on anything, and say nothing.
_BRITISH_ORDER = frozenset({"GB", "IE", "AU", "NZ", "IN", "ZA", "NG", "KE", "PK", "SG"})
_NOON, _HOURS, _MINUTES = 12, 23, 59
_FIGURES = 3  # day, month and year
_LUNAR_YEARS = range(1300, 1600)


def in_english(text: str, language: str | None = None) -> str | None:
    """The date line in English words, or None when it is not wholly a date of one language.

    >>> in_english("Publié le mercredi 28 février 2024 à 21h44")
    'published: wednesday 2024-02-28, 21:44'
    >>> in_english("5 listopada 2024"), in_english("5 listopada 2024", "pl")
    (None, '2024-11-05')

    Args:
        text: A date with its label, weekday, time and zone, and nothing else.
        language: What page or feed declares (``es``, ``pt-BR``). Where the line is no date in it, the line itself must
            show its language, as one that has the words, or several that agree.
    """
    if len(text) > LONGEST:
        return None
    lexicon = date_lexicon()
    parts = pieces(in_figures(_HALVES.sub(r" \1m", fold(text))))
    base = (language or "").replace("_", "-").partition("-")[0].lower()
    if base in lexicon.languages:
        line = _line(parts, base, lexicon)
        if line is not None:
            return line
    lines = {line for name in _languages(parts, lexicon) if (line := _line(parts, name, lexicon)) is not None}
    return lines.pop() if len(lines) == 1 else None


def day_first(language: str | None) -> bool | None:
    """Whether 03/04/2024 is the 3rd of April in the language of a page; None where that is not certain."""
    base, _, region = (language or "").replace("_", "-").partition("-")
    if base.lower() in ("", "en"):
        return True if base and region.upper() in _BRITISH_ORDER else None
    words = date_lexicon().languages.get(base.lower())
    if words is None or not words.day_first or region.upper() in words.month_first_regions:
        return None
    return True


def _languages(parts: Sequence[str], lexicon: DateLexicon) -> frozenset[str]:
    """The languages of whose date lines every word of the line can be a part; none where no word is of any, and the
    figures are too few for a date: "18:30"."""
    languages = frozenset(lexicon.languages)
    worded = False
    for part in parts:
        if part.isdigit() or (part in _SIGNS and part not in _MARKS.values()) or part in _shared():
            continue
        worded = True
        languages &= lexicon.known_in.get(part, frozenset())
        if not languages:
            break
    if not worded and sum(map(str.isdigit, parts)) < _FIGURES:
        return frozenset()
    return languages


@cache
def _shared() -> dict[str, tuple[str, str]]:
    """Words that stand in the date lines of every language: GMT, a.m., and English labels of one word."""
    lexicon = furniture_lexicon()
    words = {zone: ("zone", offset) for zone, offset in lexicon.zones.items() if zone.isalpha()}
    words |= {word: (kind, "") for word, kind in lexicon.labels.items() if word.isalpha() and kind != "other"}
    words |= {word: ("zone", "") for word in lexicon.lists["ambiguous_zone"] if word.isalpha()}
    return words | {"am": ("am", ""), "pm": ("pm", "")}


def _line(parts: Sequence[str], language: str, lexicon: DateLexicon) -> str | None:
    """The line in English, read in one language; None when a word is unknown or it is no date."""
    found = _meanings(parts, language, lexicon)
    if found is None:
        return None
    label = weekday = half = zone = ""
    rest: list[tuple[str, str]] = []
    for kind, value in found:
        if kind in ("published", "modified"):
            label = kind if label in ("", kind) else "both"
        elif kind == "weekday":
            weekday = value if weekday in ("", value) else "two"
        elif kind in ("am", "pm"):
            half = kind
        elif kind == "zone":
            zone = value
        else:
            rest.append((kind, value))
    if label == "both" or weekday == "two":
        return None
    day = _day_and_clock(_other_calendars(rest), half, zone, language)
    if day is None:
        return None
    named = f"{_weekday_names()[int(weekday)]} " if weekday else ""
    return f"{label}: {named}{day}" if label else f"{named}{day}"


def _meanings(parts: Sequence[str], language: str, lexicon: DateLexicon) -> list[tuple[str, str]] | None:
    """Class and value of each word, the longest first; fillers are left out, and an unknown word gives None."""
    words = lexicon.words[language]
    options: list[tuple[tuple[str, str], ...]] = []
    place = 0
    while place < len(parts):
        part = parts[place]
        for count in range(min(lexicon.longest, len(parts) - place), 0, -1):
            known = words.get(" ".join(parts[place : place + count]))
            if known is not None:
                options.append(known)
                place += count
                break
        else:
            if part.isdigit():
                options.append((("number", part),))
            elif part in _SIGNS:
                options.append((("sign", part),))
            elif part in _shared():
                options.append((_shared()[part],))
            else:
                return None
            place += 1
    return _chosen(options)


def _chosen(options: Sequence[tuple[tuple[str, str], ...]]) -> list[tuple[str, str]]:
    """One meaning a word: "mar" is a Tuesday where another word is the month, "م" of the clock only behind one."""
    months = [place for place, known in enumerate(options) if any(kind == "month" for kind, _ in known)]
    sure = [place for place in months if len(options[place]) == 1]
    month_at = set(sure or months[-1:])
    chosen: list[tuple[str, str]] = []
    for place, known in enumerate(options):
        kinds = dict(known)
        if len(known) > 1 and "month" in kinds and place not in month_at and "weekday" in kinds:
            chosen.append(("weekday", kinds["weekday"]))
        elif len(known) > 1 and "month" in kinds and place in month_at:
            chosen.append(("month", kinds["month"]))
        elif known[0][0] == "pm" and chosen and chosen[-1][0] == "number" and len(chosen[-1][1]) == len("2024"):
            continue  # the year of our era
        elif "filler" in kinds:
            kind = next((kind for kind in kinds if kind != "filler"), "")
            if kind and chosen and chosen[-1][0] == "number":
                chosen.append((kind, kinds[kind]))
        else:
            chosen.append(known[0])
    return chosen


def _other_calendars(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The line without its date of the Islamic calendar, and with that of the Iranian one as a civil date."""
    kept = list(found)
    for place, (kind, value) in enumerate(found):
        if kind not in ("lunar", "solar") or kept[place] != (kind, value):
            continue
        day = found[place - 1] if place else ("", "")
        years = [at for at in (place + 1, place + 2) if at < len(found) and found[at][0] == "number"]
        year = int(found[years[0]][1]) if years else 0
        if day[0] != "number" or len(day[1]) > 2:
            return []
        if kind == "lunar" and year in _LUNAR_YEARS:
            for at in range(place - 1, years[0] + 1):
                kept[at] = ("gone", "")
        elif kind == "solar" and (civil := from_iranian(year, int(value), int(day[1]))) is not None:
            for at in range(place - 1, years[0] + 1):
                kept[at] = ("gone", "")
            kept[place] = ("civil", civil.isoformat())
        else:
            return []
    return [(kind, value) for kind, value in kept if kind != "gone"]


def _day_and_clock(found: Sequence[tuple[str, str]], half: str, zone: str, language: str) -> str | None:
    """Date and time of a line of numbers, months and signs: "2024-02-28, 21:44+01:00"; None for anything else."""
    civil = [value for kind, value in found if kind == "civil"]
    months = [value for kind, value in found if kind == "month"]
    if len(set(months)) > 1 or len(civil) > 1:
        return None
    line = " ".join(_written(found, twice=len(months) > 1))
    if len(months) > 1:
        line = re.sub(r"@(\d+) [/(\-] @\1(?: \))?", r"@\1", line)
    day = civil[0] if civil else None
    if day is None:
        for pattern in _DATES:
            match = pattern.search(line)
            if match is not None:
                break
        else:
            return None
        day = _stated(match, language)
        line = f"{line[: match.start()]} {line[match.end() :]}"
    elif months:
        return None
    offset = zone
    stated = _OFFSET.search(line)
    clock = _CLOCK.search(line)
    if stated is not None and clock is not None and stated.start() >= clock.end():
        offset = f"{stated['sign']}{int(stated['hours']):02}:{stated['minutes'] or '00'}"
        line = line[: stated.start()] + line[stated.end() :]
    if clock is None or (clock["bare"] and not half):
        return day if day is not None and not re.search(r"[\d@h]", line) and not half else None
    time = _time(clock, half)
    if time is None or day is None or re.search(r"[\d@]", line[: clock.start()] + line[clock.end() :]):
        return None
    return f"{day}, {time}{f' {offset}' if offset else ''}".rstrip()


def _written(found: Sequence[tuple[str, str]], *, twice: bool) -> list[str]:
    """The words of the line that is searched; brackets and bars only where they join two names of a month."""
    words = []
    for kind, value in found:
        if kind == "month":
            words.append(f"@{value}")
        elif kind in _MARKS:
            words.append(_MARKS[kind])
        elif kind == "number" or (kind == "sign" and (value in ".,/-:'\"+" or (twice and value in "()"))):
            words.append(value)
        elif kind == "sign":
            words.append(";")
    return words


def _stated(match: re.Match[str], language: str) -> str | None:
    """The date of a match in English: ISO where its month is certain, else as it stands."""
    part = match.groupdict()
    if part.get("first"):
        mark = part["mark"]
        return f"{part['first']}{mark}{part['second']}{mark}{part['year']}"
    year, month, day = part.get("year"), int(part["month"]), int(part["day"])
    if year is None:
        name = _month_names().get(month)
        return f"{day} {name}" if name else None
    if language == "fa" and int(year) in SOLAR_YEARS:
        civil = from_iranian(int(year), month, day)
        return civil.isoformat() if civil else None
    return f"{year}-{month:02}-{day:02}"


def _time(clock: re.Match[str], half: str) -> str | None:
    hour = int(clock["hour"] or clock["bare"])
    minute, second = int(clock["minute"] or 0), clock["second"]
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    if hour > _HOURS or minute > _MINUTES or int(second or 0) > _MINUTES:
        return None
    return f"{hour:02}:{minute:02}" + (f":{second}" if second else "")


@cache
def _month_names() -> dict[int, str]:
    """A name of each month that the English date line knows."""
    return {number: word for word, number in furniture_lexicon().months.items()}


@cache
def _weekday_names() -> dict[int, str]:
    return {number: word for word, number in furniture_lexicon().weekdays.items()}
