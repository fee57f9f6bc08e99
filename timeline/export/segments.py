"""Lines of styled pieces of text, and how many columns they take in a terminal.

In come texts, spans and widths, out go segments. What stands in a line is decided in ``to_text`` and ``explanation``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from timeline.values.text import Span


class Segment(NamedTuple):
    """A piece of a line and the name of its style: ``day``, ``mark.planned``, ``label``, ``title``, ``source`` ..."""

    text: str
    style: str = ""


Line = tuple[Segment, ...]


def as_plain(lines: Iterable[Line]) -> str:
    """Lines as text without styles, a line end after each."""
    return "".join("".join(segment.text for segment in line).rstrip() + "\n" for line in lines)


def cell_width(text: str) -> int:
    """Columns that a text takes in a terminal: two for a wide letter, none for a combining mark."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def marked(text: str, span: Span, marks: Iterable[tuple[Span, str]]) -> list[Segment]:
    """A quote with the marked words inside it in their own style."""
    segments, place = [], span.start
    for mark, style in sorted(marks, key=lambda item: item[0]):
        if place <= mark.start and mark.end <= span.end:
            segments += [Segment(text[place : mark.start], "quote"), Segment(text[mark.start : mark.end], style)]
            place = mark.end
    segments.append(Segment(text[place : span.end], "quote"))
    return [segment._replace(text=segment.text.replace("\n", " ")) for segment in segments if segment.text]


def padded(text: str, width: int) -> str:
    return text + " " * max(0, width - cell_width(text))


def cut(text: str, width: int) -> str:
    return text if cell_width(text) <= width else text[: width - 1].rstrip() + "…"
