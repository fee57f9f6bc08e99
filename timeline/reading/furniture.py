"""Which lines of a page are not the article: rules, lists of other articles, comments, lines in another script.

What comes in: the lines of a text. What goes out: a mark for each, or None where a line may be the article. Not
decided here: which of the unmarked lines is title, body or caption (``timeline.reading.plaintext``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.lexicons.furniture import FurnitureLexicon
from timeline.reading.lines import Line

#: What a line was marked as, beyond the kinds of rules: ``foreign`` is a line in another script.
FOREIGN = "foreign"
_MENU_SEPARATORS = re.compile(r"\s*[|·•›»]\s*|\s+[>/]\s+|\s{2,}|\t+")
_MENU_PARTS, _MENU_WORDS, _MENU_PART_LONGEST = 3, 7, 48
_LIST_ITEMS, _LIST_LONGEST = 25, 170
_BULLET = re.compile(r"\W*(?:\d{1,2}[.)]|[-–—•*·»>▪●])\s")


@dataclass(slots=True)
class Mark:
    """What a line is: kind of the rule, its reach, and the rule's name (or why)."""

    kind: str
    reach: str
    name: str


def mark(lines: Sequence[Line], lexicon: FurnitureLexicon) -> list[Mark | None]:
    """One mark a line, or None.

    Lists reach over the short lines below their heading; whether ``rest`` reaches to the end is left to the caller, who
    knows where the article begins.
    """
    foreign_text = sum(line.foreign for line in lines) * 2 > len(lines)
    marks: list[Mark | None] = []
    items = 0  # how many more lines the list above may take
    taken = 0
    below = False  # whether the line above takes the next one with it
    for line in lines:
        rule = lexicon.match(line.text)
        if rule is not None and not (rule.name == "ruler" and line.words > 1 and line.prose):
            marks.append(Mark(rule.kind, rule.reach, rule.name))
            if rule.reach == "list":
                items, taken = _LIST_ITEMS, 0
            below = rule.reach == "next"
            continue
        if below and not line.after_blank:
            marks.append(Mark("furniture", "line", "below"))
            below = False
            continue
        below = False
        if items and _is_item(line, taken):
            marks.append(Mark("furniture", "line", "list_item"))
            items -= 1
            taken += 1
            continue
        items = 0
        if line.foreign and not foreign_text:
            marks.append(Mark("furniture", "line", FOREIGN))
        elif is_menu(line):
            marks.append(Mark("navigation", "line", "menu"))
        else:
            marks.append(None)
    return marks


def is_menu(line: Line) -> bool:
    """Whether a line is a row of short things between bars, dots or gaps: a menu, a breadcrumb, a row of buttons."""
    return not line.prose and _is_row([part for part in _MENU_SEPARATORS.split(line.raw.strip()) if part])


def _is_row(parts: Sequence[str]) -> bool:
    if len(parts) < _MENU_PARTS:
        return False
    return all(len(part) <= _MENU_PART_LONGEST and len(part.split()) <= _MENU_WORDS for part in parts)


def _is_item(line: Line, taken: int) -> bool:
    """Whether a line below the heading of a list is one of its items: short and no sentence, or numbered."""
    if line.end - line.start > _LIST_LONGEST:
        return False
    if line.after_blank and taken and not _BULLET.match(line.text):
        return False
    return not line.prose or bool(_BULLET.match(line.text))
