"""The headers of a mail at the top of a text: its subject is the title, its date that of publication.

What comes in: the lines of a text and what the furniture rules marked. What goes out: what the headers say. A text
that only begins with something like a header is no mail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.reading.datelines import DateLine, read_date_line
from timeline.reading.furniture import Mark
from timeline.reading.lines import Line


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
        name, _, value = lines[mail.end].text.partition(": ")
        mail.kinds[mail.end] = "furniture"
        if name == "Subject":
            mail.subject, mail.title = value, mail.end
            del mail.kinds[mail.end]
        elif name == "Date" and (stated := read_date_line(value)) is not None:
            mail.dates.append((mail.end, stated))
            mail.kinds[mail.end] = "dateline"
        mail.end += 1
    return mail if mail.subject is not None or mail.dates else Mail()
