"""Where and when a report says it was written: "KELMOUTH, March 3 (Northern Wire) - Talks ..." and date lines on
their own.

What comes in: the head of a paragraph, or a line. What goes out: place, date phrases and agency with the words they
stand in. Not decided here: which of several dates is that of publication (``timeline.reading.plaintext``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from timeline.lexicons.furniture import FurnitureLexicon, furniture_lexicon
from timeline.reading.dates import DatePhrase, read_phrase, read_time, with_time
from timeline.reading.foreign_dates import LONGEST

SEPARATORS = re.compile(r"\s*[|·•‧∙]\s*|\s+[-–—/]\s+|\s{2,}|\t+")
_PLACE = r"[^\W\d_][\w.'’-]*(?:[ -](?:[^\W\d_][\w.'’-]*)){0,3}(?:,\s[^\W\d_](?:[^\W\d_]|[.'’ -]){1,25})?"
_PLACE_LINE = re.compile(rf"(?P<place>{_PLACE}),?\s+(?P<date>\S.*\d.*)\Z")
_HEAD = 140
#: A place, a date in whatever language, an agency in brackets or between bars, a dash.
_ANY_DATE = re.compile(
    r"(?P<place>[^\W\d_][^\d/()\n]{1,40}?)(?:,\s?|\s)(?P<date>[^\W\d_]{0,12},?\s?\d[^()/\n]{2,40}?)"
    r"(?:,?\s?\((?P<agency>[^()\d]{2,40})\)|\.?\s?/(?P<barred>[^/\d]{2,30})/\.?)?\s?(?:[-–—=]|--)\s"
)
_BARRED = re.compile(
    r"(?P<place>[^\W\d_][^\d/()\n]{1,40}?)(?:,\s?|\s)(?P<date>\d[^()/\n]{2,40}?)\.?\s?/(?P<barred>[^/\d]{2,30})/\.\s"
)
#: As releases have it: "SAN MATEO, Calif. & OSLO--(Quay Wire)--April 8, 2026--", with a date or without.
_RELEASE = re.compile(
    rf"(?P<place>(?=[A-Z]{{2}}){_PLACE}(?:\s(?:&|and)\s{_PLACE})?)\s?--\s?\((?P<agency>[^()\d]{{2,40}})\)"
    r"(?:\s?--\s?(?P<date>[^\W\d_]{2,9}\.?\s\d{1,2},\s\d{4}|\d{1,2}\s[^\W\d_]{3,9}\.?\s\d{4}))?\s?--\s?"
)
_PLACE_WORDS = 4
_DIGIT = re.compile(r"\d")
_DASH = r"(?:\s?[-–—]{1,2}\s|\s[-–—]{1,2})"
_IN_PARENS = re.compile(r"\((?P<inside>[^()\d]{2,40})\)\s?(?=[^\W\d_]|[\"“‘'])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline at the head of a paragraph: ``end`` is where the report begins, counted from the paragraph's start."""

    text: str
    end: int
    place: str | None = None
    agency: str | None = None
    date: DatePhrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A line that is made of dates and little else; ``others`` are its other parts, ``place`` where it was written."""

    dates: tuple[DatePhrase, ...]
    place: str | None = None
    others: tuple[str, ...] = ()


def read_dateline(text: str, *, first: bool) -> Dateline | None:
    """The dateline with which a paragraph opens, or None.

    >>> read_dateline("KELMOUTH, March 3 (Northern Wire) - Talks ended.", first=True).agency
    'Northern Wire'

    Args:
        text: The paragraph, or its first words.
        first: Whether it is the first of the report; there a place in capitals or in brackets will do.
    """
    head = text[:_HEAD]
    release = _RELEASE.match(head) if "--" in head else None
    match = release or _pattern().match(head)
    if match is not None and (match["date"] or match["agency"]):
        date = read_phrase(match["date"]) if match["date"] else None
        if (date is not None or not match["date"]) and (release is not None or _is_report(match, furniture_lexicon())):
            return Dateline(
                text=match.group().rstrip(),
                end=match.end(),
                place=match["place"].strip(),
                agency=match["agency"],
                date=date,
            )
    worded = _in_any_language(head) if _DIGIT.search(head) is not None else None
    if worded is not None:
        return worded
    if not first:
        return None
    match = _bare_pattern().match(head)
    if match is not None and match["place"].lower() not in furniture_lexicon().lists["section"]:
        return Dateline(text=match.group().rstrip(), end=match.end(), place=match["place"])
    match = _IN_PARENS.match(head)
    if match is not None:
        return _in_parens(match, furniture_lexicon())
    return None


def _in_any_language(head: str) -> Dateline | None:
    """Place, date and perhaps an agency in another language: "MADRID, 28 feb. (EFE) -"."""
    for pattern in (_ANY_DATE, _BARRED):
        match = pattern.match(head)
        if match is None or not _is_place(match["place"], match.string[match.end("place")] in ",،"):
            continue
        date = read_phrase(match["date"])
        if date is None or date.label or date.time:
            continue
        part = match.groupdict()
        return Dateline(
            text=match.group().rstrip(),
            end=match.end(),
            place=match["place"].strip(" ,،"),
            agency=part.get("agency") or part.get("barred"),
            date=date,
        )
    return None


def _is_place(words: str, before_comma: bool) -> bool:
    """Whether a few words before a date may be a place: none of them written small, no label of a date."""
    parts = words.strip(" ,،").split()
    return (
        0 < len(parts) <= _PLACE_WORDS
        and not any(part[0].islower() for part in parts)
        and parts[0].lower().rstrip(":") not in _labels()
        and (any(part.isupper() for part in parts) or not words.isascii() or before_comma)
    )


def read_date_line(raw: str, language: str | None = None) -> DateLine | None:
    """The dates of a line that is made of dates, a place, names and labels; None when it has no date or is a sentence.

    >>> [date.label for date in read_date_line("Published: 4 May 2025, 9:10 | Updated: 5 May 2025").dates]
    ['published', 'modified']

    Runs of blanks separate parts, so ``raw`` is the line as it stands. ``language`` is that of the page, where known.
    """
    text = raw.strip()
    if len(text) > 2 * LONGEST or (_DIGIT.search(text) is None and "年" not in text):
        return None
    whole = read_phrase(text, language)
    if whole is not None:
        return DateLine(dates=(whole,))
    placed = _placed(text, language)
    if placed is not None:
        return placed
    dates: list[DatePhrase] = []
    others: list[str] = []
    place = None
    for part in SEPARATORS.split(text):
        if not part:
            continue
        phrase = read_phrase(part, language)
        inner = None if phrase else _placed(part, language)
        clock = None if phrase or inner else read_time(part)
        if phrase is not None:
            dates.append(phrase)
        elif inner is not None:
            dates.extend(inner.dates)
            place = inner.place
        elif clock is not None and dates and not dates[-1].time:
            dates[-1] = with_time(dates[-1], clock, part)
        else:
            others.append(part)
    return DateLine(dates=tuple(dates), place=place, others=tuple(others)) if dates else None


def _placed(text: str, language: str | None = None) -> DateLine | None:
    """A place and a date: "Kelmouth, Sunday 8 March 2026, 21:45"; in scripts without capitals too."""
    match = _PLACE_LINE.match(text)
    if match is None or match["place"][0].islower() or match["place"].split()[0].lower() in _labels():
        return None
    # The greedy place may have taken the weekday: give words back until the rest is a date.
    words = text.split()
    for count in range(1, min(6, len(words))):
        place, rest = " ".join(words[:count]), " ".join(words[count:])
        if any(word[0].islower() or not word[0].isalpha() for word in words[:count]):
            return None
        if count > 2 and not words[0][0].isupper():
            return None
        phrase = read_phrase(rest, language)
        if phrase is not None and not phrase.label:
            return DateLine(dates=(phrase,), place=place.rstrip(","))
    return None


def _is_report(match: re.Match[str], lexicon: FurnitureLexicon) -> bool:
    """Whether place and agency look like those of a report: "Ada Holt (Labour) - who ..." is none."""
    place, agency = match["place"], match["agency"]
    if not all(word[0].isupper() or word in lexicon.lists["particle"] for word in place.split()):
        return False
    if agency is not None and not agency[0].isupper():
        return False
    if place.isupper() or (agency is not None and agency.lower() in lexicon.lists["agency"]):
        return True
    # "On March 3 - a Tuesday": without a comma it is a sentence.
    return bool(match["date"]) and match.string[match.end("place")] == ","


def _in_parens(match: re.Match[str], lexicon: FurnitureLexicon) -> Dateline | None:
    """ "(Halm) The exchange fell": a place or an agency in brackets before the first word."""
    inside = match["inside"]
    agency = inside.lower() in lexicon.lists["agency"]
    capital = all(word[0].isupper() for word in inside.split())
    if not agency and (not capital or len(inside.split()) > 3):
        return None
    return Dateline(
        text=match.group().rstrip(),
        end=match.end(),
        place=None if agency else inside,
        agency=inside if agency else None,
    )


@cache
def _labels() -> frozenset[str]:
    lexicon = furniture_lexicon()
    return frozenset(word.split()[0] for word in lexicon.labels) | lexicon.lists["byline"]


@cache
def _pattern() -> re.Pattern[str]:
    """Place, then a date or an agency or both, then a dash."""
    return re.compile(
        rf"(?P<place>(?=[^\W\d_])(?!\d){_PLACE})"
        rf"(?:,?\s(?P<date>(?:[A-Z][\w.]+,?\s)?(?:[A-Z][\w.]+\s\d{{1,2}}|\d{{1,2}}\s[A-Z][\w.]+)(?:,?\s\d{{4}})?))?"
        rf"(?:,?\s?\((?P<agency>[^()\d]{{2,40}})\))?{_DASH}"
    )


@cache
def _bare_pattern() -> re.Pattern[str]:
    """A place all in capitals, perhaps with a country or state, then a dash: "LOMBREVA — "."""
    return re.compile(
        r"(?P<place>[A-Z][A-Z.'’-]+(?:[ -][A-Z.'’-]{2,}){0,3}(?:,\s[A-Z][\w. ]{1,25})?)\s?(?:[–—]|--|\s-)\s?(?=\S)"
    )
