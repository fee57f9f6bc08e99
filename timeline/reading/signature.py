"""The bylines and date lines above a report: how far the head of a page reaches, who wrote it and when.

What comes in: the first lines of a text and what the furniture rules marked. What goes out: a ``Signature``. Not
decided here: which of the lines above is the title (``timeline.reading.header``), and which date is that of
publication (``stated``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from timeline.lexicons.actor_records import PlaceRecord
from timeline.lexicons.furniture import FurnitureLexicon
from timeline.lexicons.load import load_csv
from timeline.reading.bylines import Byline, is_name, is_role, read_byline, read_correspondent, read_names
from timeline.reading.datelines import SEPARATORS, DateLine, read_date_line
from timeline.reading.dates import read_phrase
from timeline.reading.furniture import Mark
from timeline.reading.lines import Line
from timeline.reading.masthead import LABEL_WORDS, is_label

_LINES = 40  # a head is no longer
_DATE_WORDS = 5
_LONGEST_DATE = 40  # characters
_ENTRY_HEAD = re.compile(r"\s*(?::|\||\s[-–—]\s|—)\s*")  # between the day of an entry and what it tells
_SUBTITLES = 2  # so many sentences may stand above a byline
_SUBTITLE_WORDS = 45


@dataclass(slots=True)
class Signature:
    """Bylines and date lines with the numbers of their lines; ``anchor`` is that of the last, None without any."""

    anchor: int | None = None
    kinds: dict[int, str] = field(default_factory=dict)
    bylines: list[Byline] = field(default_factory=list)
    dates: list[tuple[int, DateLine]] = field(default_factory=list)


def read_signature(
    lines: Sequence[Line], marks: Sequence[Mark | None], lexicon: FurnitureLexicon, start: int
) -> Signature:
    """The bylines and date lines above the report, from line ``start`` on; ``anchor`` is the last of them."""
    found = Signature()
    sentences = 0
    is_chronicle = _is_chronicle(lines)
    for number in range(start, min(len(lines), start + _LINES)):
        line, mark = lines[number], marks[number]
        if mark is not None and mark.name == "list_item":
            break
        below_byline = found.kinds.get(number - 1) == "byline"
        kind = None
        if not (is_chronicle and not below_byline and _is_bare_date(line.text)):
            kind = _read_evidence(number, line, lexicon, found, bare_name=_has_title(marks, start, number))
        if kind is None and below_byline and not line.prose and _is_of_byline(line, lexicon, found):
            kind = "byline"
        if kind is None and mark is None and _is_name_above(lines, marks, number, lexicon, start):
            found.bylines.append(Byline(authors=(line.text,)))
            kind = "byline"
        if kind is None and mark is None and found.kinds.get(number - 1) == "dateline" and not line.prose:
            correspondent = read_correspondent(line.text, lexicon)
            if correspondent is not None:
                found.bylines.append(correspondent)
                kind = "byline"
        if kind is not None:
            found.anchor = number
            found.kinds[number] = kind
        elif mark is None and line.prose:
            sentences += 1
            if sentences > _SUBTITLES or line.words > _SUBTITLE_WORDS:
                break
    if found.anchor is None:
        return Signature()
    if sentences and all(mark is not None for mark in marks[found.anchor + 1 :]):
        # Nothing but furniture follows: it is a note at the end of a very short report.
        return Signature(dates=[(number, stated) for number, stated in found.dates if _is_labelled(stated)])
    found.dates = [(number, stated) for number, stated in found.dates if number <= (found.anchor or 0)]
    return found


def read_date_at(line: Line, lexicon: FurnitureLexicon, language: str | None = None) -> DateLine | None:
    """The date line that a line is: dates, and beside them only names, places, labels and buttons."""
    stated = read_date_line(line.raw, language)
    if stated is None:
        return None
    if not stated.others:
        return stated
    strange = [part for part in stated.others if not _is_beside_date(part, lexicon)]
    if len(strange) > 1 or (
        strange and (not is_label(stated.others[0], lexicon) or len(strange[0].split()) > LABEL_WORDS + 1)
    ):
        return None
    return stated


def _is_chronicle(lines: Sequence[Line]) -> bool:
    """Whether days head what happened on each, above it or before it: then none of them is the day of publication."""
    days = set()
    for line in lines:
        head = line.text if line.words <= _DATE_WORDS else _ENTRY_HEAD.split(line.text, maxsplit=1)[0]
        if head and len(head) <= _LONGEST_DATE and _is_bare_date(head):
            days.add(head)
            if len(days) > 1:
                return True
    return False


def _is_bare_date(text: str) -> bool:
    """Whether a text is a date and nothing else, not even a label."""
    if len(text.split()) > _DATE_WORDS:
        return False
    phrase = read_phrase(text)
    return phrase is not None and not phrase.label and not phrase.time


def _is_of_byline(line: Line, lexicon: FurnitureLexicon, found: Signature) -> bool:
    """Whether a line below a byline goes on with it: what its people are, or their agency, which is noted."""
    if line.text.lower() in lexicon.lists["agency"]:
        found.bylines.append(Byline(agency=line.text))
        return True
    return is_role(line.text, lexicon)


def _is_name_above(
    lines: Sequence[Line], marks: Sequence[Mark | None], number: int, lexicon: FurnitureLexicon, start: int
) -> bool:
    """Whether a line is a person's name, below a title, with a date line or a role directly below it."""
    if number + 1 >= len(lines) or not _has_title(marks, start, number) or not is_name(lines[number].text, lexicon):
        return False
    below = lines[number + 1]
    if below.prose or _is_masthead(lines[number].text, lexicon):
        return False
    return is_role(below.text, lexicon) or read_date_at(below, lexicon) is not None


def _is_labelled(stated: DateLine) -> bool:
    return any(phrase.label for phrase in stated.dates)


def _read_evidence(
    number: int, line: Line, lexicon: FurnitureLexicon, found: Signature, *, bare_name: bool
) -> str | None:
    """Kind of a line that is a byline or a date line, which is noted; None when it is neither."""
    byline = _byline(line, lexicon)
    if byline is not None:
        found.bylines.append(byline)
        return "byline"
    stated = read_date_at(line, lexicon)
    if stated is not None and any(phrase.label != "other" for phrase in stated.dates):
        found.dates.append((number, stated))
        names = tuple(part for part in stated.others if is_name(part, lexicon) and not _is_masthead(part, lexicon))
        if names:
            found.bylines.append(Byline(authors=names))
        for part in stated.others:
            byline = read_byline(part, lexicon)
            if byline is not None:
                found.bylines.append(byline)
        return "dateline"
    if line.prose or not bare_name:
        return None
    byline = read_names(line.text, lexicon, _places() if "," in line.text else frozenset())
    if byline is not None:
        found.bylines.append(byline)
        return "byline"
    return None


def _byline(line: Line, lexicon: FurnitureLexicon) -> Byline | None:
    """The byline of a line that begins with one, and holds only roles and buttons beside it."""
    byline = read_byline(line.text, lexicon)
    if byline is not None:
        return byline
    first, *others = [part for part in SEPARATORS.split(line.raw.strip()) if part] or [""]
    if not others or not all(is_role(part, lexicon) or lexicon.match(part) for part in others):
        return None
    return read_byline(first, lexicon)


def _is_masthead(name: str, lexicon: FurnitureLexicon) -> bool:
    """Whether what looks like a person's name is a paper's: "The Quay Beacon", "Kelmouth Gazette"."""
    words = name.lower().split()
    return words[0] == "the" or words[-1] in lexicon.lists["outlet"]


def _has_title(marks: Sequence[Mark | None], start: int, number: int) -> bool:
    return any(mark is None for mark in marks[start:number])


def _is_beside_date(part: str, lexicon: FurnitureLexicon) -> bool:
    return (
        is_name(part, lexicon)
        or is_role(part, lexicon)
        or read_byline(part, lexicon) is not None
        or is_label(part, lexicon)
        or not any(character.isalpha() for character in part)
        or lexicon.match(part) is not None
    )


@cache
def _places() -> frozenset[str]:
    """Names of places and regions, lower case, for the end of a byline; read when the first byline needs them."""
    records = load_csv("places.csv", PlaceRecord)
    names = {name.lower() for record in records for name in (record.name, record.region, *record.aliases) if name}
    return frozenset(names)
