"""The headers of a mail at the top of a text: its subject is the title, its date that of publication.

What comes in: the lines of a text and what the furniture rules marked. What goes out: what the headers say. A text
that only begins with something like a header is no mail. A mail that was answered or passed on as a quotation is freed
of its quotation marks first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.reading.datelines import DateLine, read_date_line
from timeline.reading.furniture import Mark
from timeline.reading.lines import Line

#: The marks before a quoted line: "> ", ">> ", "> > ".
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_FILLED = re.compile(r"^[ \t]*\S", re.MULTILINE)
#: "On Wed, Mar 4, 2026 at 5:02 PM, Ada Holt <ada@quay.example> wrote:", up to the end of its date.
_WROTE = re.compile(r"\W*on (?P<date>.*?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|.*?\b(?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(slots=True)
class Mail:
    """Headers of a mail: ``end`` is the index of the first line behind them, 0 when the text is none."""

    end: int = 0
    title: int | None = None
    subject: str | None = None
    kinds: dict[int, str] = field(default_factory=dict)
    dates: list[tuple[int, DateLine]] = field(default_factory=list)


def read_mail(lines: Sequence[Line], marks: Sequence[Mark | None]) -> Mail:
    """What the mail headers with which a text begins say."""
    mail = Mail()
    while mail.end < len(lines) and (mark := marks[mail.end]) is not None and mark.kind == "mail":
        line = lines[mail.end].text
        name, _, value = line.partition(": ")
        mail.kinds[mail.end] = "furniture"
        if name == "Subject":
            mail.subject, mail.title = value, mail.end
            del mail.kinds[mail.end]
        elif (words := _date_words(line, mark)) and (stated := read_date_line(words)) is not None:
            mail.dates.append((mail.end, stated))
            mail.kinds[mail.end] = "dateline"
        mail.end += 1
    return mail if mail.subject is not None or mail.dates else Mail()


def _date_words(line: str, mark: Mark) -> str | None:
    """The words of a header line that say when the mail was written."""
    if mark.name == "mail_quote":
        said = _WROTE.match(line)
        return said["date"] if said else None
    return line.removeprefix("Date: ") if line.startswith("Date: ") else None


def unquoted(text: str) -> str:
    """The text of a mail without the marks before its quoted lines; a text of which they are not most is left alone.

    >>> unquoted("Ada wrote:\\n> The ferry sank.\\n> Nobody was hurt.")
    'Ada wrote:\\nThe ferry sank.\\nNobody was hurt.'
    """
    if ">" not in text or len(_QUOTED.findall(text)) * 2 <= len(_FILLED.findall(text)):
        return text
    return _QUOTED.sub("", text)
