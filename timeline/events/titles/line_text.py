"""A line of words as it is shown: marks in pairs, one space between words, a capital in front.

What comes in and goes out: strings. Which words make the line is decided in ``lines`` and ``titles``.
"""

from __future__ import annotations

import re

#: A title is cut behind this many characters, at the last border between phrases.
LONGEST_TITLE = 110
#: No title is longer, whatever it takes to end at a border.
LONGEST_LINE = 140

#: What most lines have none of: marks that may be without a partner. One class of characters: with alternatives of two
#: characters the search takes five times as long.
_MARK = re.compile(r"""[\"“”«»`()\[\]]""").search
_OPENS = ("'", "‘")
_ENDS_LOOSE = (",", ";", ":")

#: Marks of quotation, opening and closing.
MARKS = ('"', "“", "”", "«", "»", "``", "''")


def balanced(line: str) -> str:
    """The line without quotation marks that have no partner."""
    marked = _MARK(line) or line[:1] in _OPENS or line[-1:] in _ENDS_LOOSE or "''" in line
    if not marked and " ".join(line.split()) == line:
        return line  # no mark, one space between words
    if line[:1] in _OPENS and not line.endswith(("'", "’")) and line[1:2].isupper():
        line = line[1:]
    if any(map(line.__contains__, MARKS)):
        line = _without_loose_marks(line)
        for mark in (",", ".", ";", ":"):
            line = line.replace(f" {mark}", mark)
        line = line.replace('" "', " ").replace("“ ”", " ")  # the marks of words of time that were left out
    if "(" in line or ")" in line or "[" in line or "]" in line:
        for opening, closing in ("()", "[]"):
            if line.count(opening) != line.count(closing):
                line = line.replace(opening, " ").replace(closing, " ")
    return " ".join(line.split()).rstrip(",;:")


def _without_loose_marks(line: str) -> str:
    """The line with a space in the place of each mark of a kind that does not pair."""
    for opening, closing in (("“", "”"), ("«", "»"), ('"', '"'), ("``", "''")):
        count = line.count(opening)
        if count % 2 if opening == closing else count != line.count(closing):
            line = line.replace(opening, " ").replace(closing, " ")
    return line


def capital(line: str) -> str:
    """The line with a capital letter in front, but for words like "iPod"."""
    if "A" <= line[:1] <= "Z":
        return line
    if line[:1] in ("“", '"', "‘"):
        return line[0] + capital(line[1:])
    if line[1:2].isupper():
        return line
    return line[:1].upper() + line[1:]
