"""What each line of a raw text is: title, byline, dateline, body, caption, credit or furniture.

What comes in: a text as it was pasted or scraped. What goes out: a ``Layout`` whose blocks are spans into that very
text. General rules only: when in doubt a line is body, and a text that is only sentences is all body. Not decided
here: how an article is made of it (``timeline.reading.plaintext``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.errors import Problem
from timeline.lexicons.furniture import FurnitureLexicon, furniture_lexicon
from timeline.reading.datelines import DateLine, Dateline, read_dateline
from timeline.reading.foreign_dates import day_first
from timeline.reading.furniture import Mark, mark
from timeline.reading.header import Head, read_head
from timeline.reading.lines import Line, cut
from timeline.reading.signature import read_date_at
from timeline.reading.stated import choose
from timeline.values.article import Block, Published

_HEADING_WORDS = 12
_CAPTION_WORDS = 25
_REST_SHARE = 3  # comments may be so many times as long as what stands above them, when that is little
_REST_PARAGRAPHS = 3
_PULL_WORDS = (4, 45)
_DIGIT = re.compile(r"\d")
_QUOTES = tuple('"“”‘’«»„')
_REPEAT_WORDS = 8  # shorter sentences are said twice in earnest
_PULL_WITHIN = 12  # lines between a pull quote and the sentence it repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What the lines of a raw text are.

    Attributes:
        blocks: All that is not blank, in text order; spans into the given text.
        published, modified: What the text itself declares; unknown stays unknown.
        wire: Agency that a copy is credited to.
        correction: The note that corrects an earlier version.
    """

    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    credits: tuple[str, ...] = ()
    published: Published = field(default_factory=Published)
    modified: Published = field(default_factory=Published)
    outlet_name: str | None = None
    wire: str | None = None
    correction: str | None = None
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()


def lay_out(text: str, *, title: str | None = None, language: str | None = None) -> Layout:
    """What each line of a raw text is; nothing is changed or left out, furniture is a block too.

    >>> page = "Quay Beacon\\nFerry back in service\\nBy Ada Holt\\n\\nThe ferry sailed on Monday.\\nShare | Print"
    >>> [block.kind for block in lay_out(page).blocks]
    ['furniture', 'title', 'byline', 'body', 'furniture']

    ``title`` is the title where it is known from elsewhere: it is then looked for, and not guessed.
    ``language``, where known, decides the order of 03/04/2024.
    """
    lexicon = furniture_lexicon()
    lines = cut(text)
    marks = mark(lines, lexicon)
    head = read_head(lines, marks, lexicon, title)
    order = day_first(language)
    page = _Page(text=text, lines=lines, marks=marks, head=head, lexicon=lexicon, given_title=title, day_first=order)
    return page.layout()


@dataclass(slots=True)
class _Page:
    """A text whose lines are being given their kinds, top to bottom."""

    text: str
    lines: Sequence[Line]
    marks: list[Mark | None]
    head: Head
    lexicon: FurnitureLexicon
    given_title: str | None = None
    day_first: bool | None = None
    kinds: list[str] = field(default_factory=list)
    datelines: list[tuple[int, Dateline]] = field(default_factory=list)
    dates: list[tuple[int, DateLine]] = field(default_factory=list)

    def layout(self) -> Layout:
        self._kinds_of_head()
        self._kinds_of_body()
        self._drop_repeats()
        self._find_captions()
        self._clear_tail()
        self._find_headings()
        self._find_datelines()
        title_at = self.head.title if self.head.title is not None else -1
        heading = self.datelines[0][1].date if self.datelines else None
        published, modified, problems = choose((*self.head.dates, *self.dates), heading, title_at, self.day_first)
        head = self.head
        title = self._words(head.title)
        return Layout(
            title=head.subject or title or self.given_title,
            subtitle=self._words(head.subtitle),
            authors=tuple(dict.fromkeys(name for byline in head.bylines for name in byline.authors)),
            dateline=self._dateline(),
            credits=tuple(self._all("credit")),
            published=published,
            modified=modified,
            outlet_name=head.outlet,
            wire=self._wire(),
            correction=" ".join(
                line.text
                if line.end - line.start == len(line.text)
                else " ".join(self.text[line.start : line.end].split())
                for line, sign in zip(self.lines, self.marks, strict=True)
                if sign is not None and sign.kind == "correction"
            )
            or None,
            blocks=self._blocks(),
            problems=problems,
        )

    def _kinds_of_head(self) -> None:
        head = self.head
        for number in range(head.end):
            kind = head.kinds.get(number, "furniture")
            if number == head.title:
                kind = "title"
            elif number == head.subtitle:
                kind = "subtitle"
            self.kinds.append(kind)

    def _kinds_of_body(self) -> None:
        """Body where nothing else is known; comments take all that follows them."""
        paragraphs = written = 0
        closed = False
        left = sum(line.end - line.start for line in self.lines[self.head.end :])
        for number in range(self.head.end, len(self.lines)):
            line, sign = self.lines[number], self.marks[number]
            left -= line.end - line.start
            if closed:
                self.kinds.append("furniture")
                continue
            stated = self._labelled_date(line)
            if stated is not None:
                self.dates.append((number, stated))
                self.kinds.append("dateline")
                continue
            if sign is None or sign.kind == "mail":
                self.kinds.append("body")
                if line.prose:
                    paragraphs += 1
                    written += line.end - line.start
                continue
            self.kinds.append("credit" if sign.kind == "credit" else "furniture")
            if sign.reach == "rest" and paragraphs:
                closed = paragraphs >= _REST_PARAGRAPHS or left <= written * _REST_SHARE

    def _labelled_date(self, line: Line) -> DateLine | None:
        """A date line below the head, when its label or its form leaves no doubt."""
        if line.words > _HEADING_WORDS or _DIGIT.search(line.text) is None:
            return None
        stated = read_date_at(line, self.lexicon)
        if stated is None or not all(
            phrase.label in ("published", "modified") or phrase.offset for phrase in stated.dates
        ):
            return None
        return stated if all(phrase.label or not stated.others for phrase in stated.dates) else None

    def _drop_repeats(self) -> None:
        """A line that says again what stands nearby, word for word, is a pull quote, or the title once more."""
        title = self.lines[self.head.title].text if self.head.title is not None else None
        for number in range(self.head.end, len(self.lines)):
            line = self.lines[number]
            whole = line.text[0] in _QUOTES and line.text[-1] in _QUOTES
            if self.kinds[number] != "body" or not (2 if whole else _PULL_WORDS[0]) <= line.words <= _PULL_WORDS[1]:
                continue
            if line.text == title:
                self.kinds[number] = "furniture"
                continue
            alone = line.text[0] in _QUOTES or (line.prose and line.words >= _REPEAT_WORDS)
            words = line.text.strip("\"'“”‘’«»„ .…")
            first = max(self.head.end, number - _PULL_WITHIN)
            for other in range(first, min(len(self.lines), number + _PULL_WITHIN + 1)):
                if other == number or self.kinds[other] != "body":
                    continue
                text = self.lines[other].text
                place = text.find(words) if len(text) > len(line.text) or (alone and other < number) else -1
                if place >= 0 and (alone or _is_quoted(text, place, place + len(words))):
                    self.kinds[number] = "furniture"
                    break

    def _find_captions(self) -> None:
        """A short line directly above a credit, or below the counter of a gallery, is a caption."""
        for number in range(self.head.end, len(self.lines)):
            line = self.lines[number]
            if self.kinds[number] != "body" or line.prose or line.words > _CAPTION_WORDS:
                continue
            above = self.marks[number - 1] if number else None
            below = self.marks[number + 1] if number + 1 < len(self.lines) else None
            over_credit = (
                below is not None
                and below.name in ("picture_credit", "bracketed_picture")
                and not self.lines[number + 1].after_blank
            )
            under_counter = above is not None and above.name in ("counter", "slash_counter") and not line.after_blank
            if over_credit or under_counter:
                self.kinds[number] = "caption"

    def _clear_tail(self) -> None:
        """Short lines behind the last sentence belong to the furniture among which they stand."""
        last = max((n for n, line in enumerate(self.lines) if self.kinds[n] == "body" and line.prose), default=None)
        if last is None:
            return
        tail = range(last + 1, len(self.lines))
        seen = False
        for number in tail:
            if self.kinds[number] in ("furniture", "credit"):
                seen = True
            elif seen and self.kinds[number] == "body":
                self.kinds[number] = "furniture"

    def _find_headings(self) -> None:
        """A short line between paragraphs, without an end mark, heads what follows."""
        for number in range(self.head.end, len(self.lines) - 1):
            line = self.lines[number]
            if self.kinds[number] != "body" or line.prose or line.words > _HEADING_WORDS:
                continue
            if self.kinds[number + 1] == "body" and self.lines[number + 1].prose and number > self.head.end - 1:
                self.kinds[number] = "heading"

    def _find_datelines(self) -> None:
        """Datelines at the head of paragraphs: of the first, or any that names a date or an agency."""
        first = True
        for number in range(self.head.end, len(self.lines)):
            line = self.lines[number]
            if self.kinds[number] != "body":
                continue
            head = self.text[line.start : min(line.end, line.start + 160)]
            found = read_dateline(head, first=first)
            if found is not None and line.start + found.end < line.end and number not in self.head.clocks:
                self.datelines.append((number, found))
            first = first and not line.prose

    def _dateline(self) -> str | None:
        """The dateline as printed: of the first paragraph, of a line of its own, or the end of the byline."""
        if self.datelines:
            return self.datelines[0][1].text
        for number, stated in self.head.dates:
            if stated.place is not None:
                return self.lines[number].text
        bare = [byline.place for byline in self.head.bylines if byline.place and len(byline.authors) > 1]
        return bare[0] if bare and len(self.head.bylines) == 1 and self._ends_with(bare[0]) else None

    def _ends_with(self, place: str) -> bool:
        """Whether the place stands at the end of the byline after a comma, and is not where one author was."""
        return any(
            kind == "byline" and f", {place}" in line.text for line, kind in zip(self.lines, self.kinds, strict=True)
        )

    def _wire(self) -> str | None:
        for _, dateline in self.datelines:
            if dateline.agency is not None:
                return dateline.agency
        for byline in self.head.bylines:
            if byline.agency is not None:
                return byline.agency
        return self._signed()

    def _signed(self) -> str | None:
        """An agency in brackets behind the last sentence: "... police said. (AFP)"."""
        for number in range(len(self.lines) - 1, self.head.end - 1, -1):
            if self.kinds[number] != "body":
                continue
            line = self.lines[number]
            tail = self.text[max(line.start, line.end - 40) : line.end].rstrip()
            opening = tail.rfind("(")
            if tail.endswith(")") and opening > 0 and tail[opening + 1 : -1].lower() in self.lexicon.lists["agency"]:
                return tail[opening + 1 : -1]
            return None
        return None

    def _blocks(self) -> tuple[Block, ...]:
        cuts = {number: dateline.end for number, dateline in self.datelines}
        cuts |= {number: width for number, width in self.head.clocks.items() if number >= self.head.end}
        blocks = []
        for number, (line, kind) in enumerate(zip(self.lines, self.kinds, strict=True)):
            start = line.start
            if number in cuts:
                end = start + cuts[number]
                printed = len(self.text[start:end].rstrip())
                blocks.append(Block(kind="dateline", start=start, end=start + printed))
                if end >= line.end:
                    continue
                start = end
            elif number == self.head.title and self.head.subject is not None:
                start = self.text.index(":", start) + 1
                blocks.append(Block(kind="furniture", start=line.start, end=start))
                start += len(self.text[start : line.end]) - len(self.text[start : line.end].lstrip())
            blocks.append(Block(kind=kind, start=start, end=line.end))
        return tuple(blocks)

    def _words(self, number: int | None) -> str | None:
        return None if number is None else self.lines[number].text

    def _all(self, kind: str) -> list[str]:
        return [line.text for line, found in zip(self.lines, self.kinds, strict=True) if found == kind]


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the words stand at the beginning or the end of a quotation."""
    return text[max(0, start - 1) : start] in _QUOTES or any(sign in _QUOTES for sign in text[end : end + 2])
