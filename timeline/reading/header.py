"""The head of a page: outlet, title, subtitle, bylines and date lines above the first paragraph of the report.

What comes in: the lines of a text and what the furniture rules marked. What goes out: which of the first lines are
which. A text that is only sentences has no head. Not decided here: what the lines below are
(``timeline.reading.plaintext``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.lexicons.furniture import FurnitureLexicon
from timeline.reading.bylines import Byline, is_role
from timeline.reading.datelines import DateLine
from timeline.reading.furniture import Mark
from timeline.reading.lines import Line
from timeline.reading.liveblog import clock_ends
from timeline.reading.mail import read_mail
from timeline.reading.masthead import is_label, outlet_on
from timeline.reading.signature import read_signature

_SUBTITLE_WORDS = 45
_LEADING = 6  # so many lines without an end mark may open a text; more are a list or a poem
_TITLE_WORDS = 3
_LIVE = "live"  # rule of a link to a live page; as the first line of a text it is the title of that page


@dataclass(slots=True)
class Head:
    """What the first lines are, by their index.

    Attributes:
        end: Index of the first line that is not of the head.
        title, subtitle: Indexes, or None.
        kinds: Kind of block for each line of the head that is neither title nor subtitle.
        bylines: In text order.
        dates: Date lines in text order, with their indexes.
        outlet: Name on the masthead.
        subject: Title of a mail.
        clocks: How many characters the time takes in lines that open an entry of a live blog, below the head too.
    """

    end: int = 0
    title: int | None = None
    subtitle: int | None = None
    kinds: dict[int, str] = field(default_factory=dict)
    bylines: list[Byline] = field(default_factory=list)
    dates: list[tuple[int, DateLine]] = field(default_factory=list)
    outlet: str | None = None
    subject: str | None = None
    clocks: dict[int, int] = field(default_factory=dict)


def read_head(
    lines: Sequence[Line], marks: Sequence[Mark | None], lexicon: FurnitureLexicon, title: str | None = None
) -> Head:
    """The head of a text; empty when the text begins with its first paragraph.

    ``title`` is the title where it is known already; it is looked for, and no other line is taken for it.
    """
    head = Head()
    mail = read_mail(lines, marks)
    start = mail.end
    head.kinds |= mail.kinds
    head.dates += mail.dates
    head.title, head.subject = mail.title, mail.subject
    signature = read_signature(lines, marks, lexicon, start)
    anchor = signature.anchor
    head.kinds |= signature.kinds
    head.dates += signature.dates
    head.bylines = signature.bylines
    if anchor is None:
        end = _first_prose(lines, marks, start)
        if end - start > _LEADING and head.subject is None:
            end = _after_first(marks, start)
    else:
        end = anchor + 1
    while end < len(lines) and anchor is not None and _belongs(lines[end], marks[end], lexicon):
        head.kinds[end] = "byline" if marks[end] is None else "furniture"
        end += 1
    head.end = end
    head.clocks = clock_ends(lines, start)
    for number, width in head.clocks.items():
        if number < end and width >= len(lines[number].raw):
            head.kinds[number] = "dateline"
    if title is not None:
        _place_title(lines, head, title, start)
    elif head.subject is None:
        _choose_title(lines, marks, lexicon, head, start)
        if head.title is None and anchor is not None:
            # The date stands above the title: look below it.
            head.end = max(end, _first_prose(lines, marks, end))
            if head.end - end <= _LEADING:
                _choose_title(lines, marks, lexicon, head, start)
            else:
                head.end = end
    if head.title is not None:
        feet = [line.text for line, mark in zip(lines[head.end :], marks[head.end :], strict=True) if mark is not None]
        head.outlet = outlet_on(lines[: head.title], feet, lexicon)
    return head


def _belongs(line: Line, mark: Mark | None, lexicon: FurnitureLexicon) -> bool:
    """Whether a line below the byline is still of the head: what its people are, and buttons."""
    if mark is not None:
        return mark.kind in ("furniture", "navigation") and mark.reach == "line"
    return not line.prose and is_role(line.text, lexicon)


def _first_prose(lines: Sequence[Line], marks: Sequence[Mark | None], start: int) -> int:
    """Index of the first sentence that is not marked; the first line may be the only one."""
    for number in range(start, len(lines)):
        if marks[number] is None and lines[number].prose and not _asks(lines, number, start):
            return number
    return min(len(lines), start + 1)


def _asks(lines: Sequence[Line], number: int, start: int) -> bool:
    """Whether the first line is a headline that asks or exclaims, apart from the text below it."""
    line = lines[number]
    if number != start or not line.text.endswith(("?", "!")) or line.words > _SUBTITLE_WORDS // 2:
        return False
    alone = not any(sign in line.text[:-1] for sign in (". ", "? ", "! "))
    return alone and number + 1 < len(lines) and lines[number + 1].after_blank and lines[number + 1].prose


def _after_first(marks: Sequence[Mark | None], start: int) -> int:
    """Index behind the first unmarked line."""
    for number in range(start, len(marks)):
        if marks[number] is None:
            return number + 1
    return start


def _place_title(lines: Sequence[Line], head: Head, title: str, start: int) -> None:
    """Find the known title among the first lines; above it is furniture, what is below may be the subtitle."""
    wanted = _bare(title)
    place = next((n for n in range(start, min(len(lines), head.end + 1)) if _bare(lines[n].text) == wanted), None)
    head.title = place
    if place is not None:
        head.end = max(head.end, place + 1)
        head.kinds.pop(place, None)
    unclaimed = [n for n in range(0 if place is None else place + 1, head.end) if n not in head.kinds]
    if unclaimed and lines[unclaimed[0]].words >= _TITLE_WORDS and (place is not None or head.bylines or head.dates):
        head.subtitle = unclaimed.pop(0)
    for number in range(start, head.end):
        if number in (head.title, head.subtitle) or number in head.kinds:
            continue
        head.kinds[number] = "body" if number in unclaimed else "furniture"


def _bare(text: str) -> str:
    """A title without what printing changes: case, blanks, quotation marks, end marks."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _choose_title(
    lines: Sequence[Line], marks: Sequence[Mark | None], lexicon: FurnitureLexicon, head: Head, start: int
) -> None:
    """Set title and subtitle, and the kinds of the other lines of the head."""
    segments: list[list[int]] = [[]]
    for number in range(start, head.end):
        mark = marks[number]
        if number in head.kinds:
            continue
        if mark is None or (mark.name == _LIVE and number == start):
            segments[-1].append(number)
        else:
            head.kinds[number] = "credit" if mark.kind == "credit" else "furniture"
            if mark.kind == "navigation":
                segments.append([])
    candidates = [segment for segment in segments if any(not is_label(lines[n].text, lexicon) for n in segment)]
    if not candidates:
        candidates = [segment for segment in segments if segment]
        if not candidates:
            return
        chosen = candidates[-1]
        title = max(chosen, key=lambda n: lines[n].words)
        if lines[title].words < _TITLE_WORDS and head.end < len(lines) and len(chosen) < 2 and head.bylines == []:
            title = chosen[0]
    else:
        chosen = candidates[-1]
        title = next(n for n in chosen if not is_label(lines[n].text, lexicon))
    head.title = title
    below = [n for n in chosen if n > title]
    if below and lines[below[0]].words >= _TITLE_WORDS:
        head.subtitle = below[0]
    for number in range(start, head.end):
        if number in (head.title, head.subtitle) or number in head.kinds:
            continue
        head.kinds[number] = "furniture" if number < title else "body"
