"""A raw text cut into lines, hard-wrapped ones joined: what ``timeline.reading.plaintext`` gives a use to.

What comes in: any text. What goes out: its lines that are not blank, as spans into the same text, with what can be
seen of each without knowing the others. Linear in the text. Not decided here: what a line is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
#: Marks that show nothing: directions, joiners, byte order, soft hyphen.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc]")
_LATIN_END = "\u024f"
_LETTERS_SEEN = 200
_OTHER_LETTER = re.compile(rf"[^\W\d_\0-{_LATIN_END}]")
_TAIL = 8  # characters in which an end mark and what closes behind it are looked for
_HEAD = 400  # a longer line is prose; no more of it is looked at
_PROSE_WORDS = 4
_PROSE_LONG = 25  # so many words are prose, whatever they end with
_ENDS = (".", "!", "?", "…", "。", "؟", ":", ";", ",")
_NO_HEADLINE = (".", ":", ";", ",")  # no headline ends with these
_CLOSERS = "\"'”’»)]}*_"
_WRAP_NARROW, _WRAP_WIDE = 45, 100
_WRAP_LINES = 5
_WRAP_FULL = 0.75  # a long word may leave a quarter of a line open
_WRAP_OPEN = 0.8
_GOING_ON = 25  # characters of a line that goes on in small letters on the next
_GOING_ON_LINES, _GOING_ON_SHARE = 2, 3  # so many of them, and one in so many, make a text wrapped
_DEEPER = 2  # blanks more before a line open a paragraph
_BLANKS, _DEEPEST = " \t\u00a0", 80  # what indents, and how far is looked
_FULL_STOPS = (".", "!", "?", "…", "。", "؟")
_BULLETS = frozenset("-–—*•·>»#|[")
_INDENT = 8  # an indent counts to the width, to a point


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or several that were one before they were wrapped.

    Attributes:
        start, end: Span in the raw text, blanks around it left out.
        text: For matching: single blanks, no invisible marks; of a very long line only the head.
        raw: The same with its runs of blanks, which separate the words of a menu.
        prose: Whether it is a sentence or more.
        words: How many words it has, counted as far as ``text`` reaches.
        foreign: Whether most letters are of another script than Latin.
        after_blank: Whether a blank line stands before it.
    """

    start: int
    end: int
    text: str
    raw: str
    prose: bool
    words: int
    foreign: bool
    after_blank: bool


def cut(text: str) -> list[Line]:
    """The lines of a text that are not blank.

    >>> [line.text for line in cut("One\\r\\n\\r\\n  two  three.\\n")]
    ['One', 'two three.']
    """
    spans = list(_spans(text))
    width = _wrap_width(text, spans)
    lines: list[Line] = []
    position = 0
    while position < len(spans):
        start, end, after_blank = spans[position]
        position += 1
        while width and position < len(spans) and not spans[position][2]:
            next_start, next_end, _ = spans[position]
            if not _continues(text, start, end, next_start, next_end, width, last_start=spans[position - 1][0]):
                break
            end = next_end
            position += 1
        lines.append(_line(text, start, end, after_blank))
    return lines


def _spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether a blank line stands before, for each line with something in it."""
    previous = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        line = match.group()
        left = line.lstrip()
        if not left or not INVISIBLE.sub("", left).strip():
            continue
        start += len(line) - len(left)
        end = start + len(left.rstrip())
        between = text[previous:start]
        yield start, end, previous == 0 or len(_BREAK.findall(between)) > 1
        previous = end


def _wrap_width(text: str, spans: list[tuple[int, int, bool]]) -> int:
    """The width to which a text is hard wrapped, or 0 when it is not; rulers do not count.

    Many lines of one width show it, or lines that go on in small letters: in newspaper columns, in short mails.
    """
    if not spans or max(end - start for start, end, _ in spans) > 2 * _WRAP_WIDE:
        return 0
    return _full_width(text, spans) or _running_width(text, spans)


def _running_width(text: str, spans: list[tuple[int, int, bool]]) -> int:
    """The width of the longest line that goes on in small letters, where enough do."""
    pairs = [(one, other) for one, other in pairwise(spans) if not other[2]]
    running = [one[1] - one[0] for one, other in pairs if _goes_on(text, *one[:2], other[0])]
    enough = len(running) >= _GOING_ON_LINES and len(running) * _GOING_ON_SHARE >= len(pairs)
    return max(running) if enough and max(running) <= _WRAP_WIDE else 0


def _goes_on(text: str, start: int, end: int, next_start: int) -> bool:
    """Whether a line is no whole sentence and the next begins with a small letter."""
    return (
        end - start >= _GOING_ON
        and text[next_start].islower()
        and text[start] not in _BULLETS
        and not text[max(start, end - _TAIL) : end].rstrip(_CLOSERS).endswith(_FULL_STOPS)
    )


def _full_width(text: str, spans: list[tuple[int, int, bool]]) -> int:
    """The width of the longest line, where most come near it."""
    if len(spans) < _WRAP_LINES:
        return 0
    worded = [
        (end - start, number + 1 < len(spans) and not spans[number + 1][2])
        for number, (start, end, _) in enumerate(spans)
        if text[start].isalnum() or text[end - 1].isalnum()
    ]
    followed = [length for length, has_next in worded if has_next]
    if not followed:
        return 0
    longest = max(followed)
    if not _WRAP_NARROW <= longest <= _WRAP_WIDE:
        return 0
    full = sum(length >= longest * _WRAP_FULL for length in followed)
    return longest if full >= _WRAP_LINES - 1 and full * 2 >= len(followed) else 0


def _continues(text: str, start: int, end: int, next_start: int, next_end: int, width: int, *, last_start: int) -> bool:
    """Whether the next line was broken off from this one: its first word did not fit, or a sentence was still open."""
    head = text[next_start : min(next_end, next_start + _WRAP_WIDE)].split(None, 1)[0]
    if head[0] in _BULLETS or not any(character.isalnum() for character in head):
        return False
    if text[end - 1] in "-=_*" and not (text[end - 2].isalpha() and head[0].islower()):
        return False  # a ruler, and no word that was cut
    indent = _indent(text, last_start)
    if _indent(text, next_start) >= indent + _DEEPER:
        return False  # the next line is indented
    if _goes_on(text, last_start, end, next_start):
        return True
    length = end - last_start + min(indent, _INDENT)
    if length > width:
        return False
    if len(head) >= width - length:
        return True
    is_open = not text[max(start, end - _TAIL) : end].rstrip(_CLOSERS).endswith(_ENDS)
    return is_open and length >= width * (_WRAP_FULL if head[0].islower() else _WRAP_OPEN)


def _indent(text: str, start: int) -> int:
    """How many blanks stand before a line."""
    before = start
    while before and text[before - 1] in _BLANKS and start - before < _DEEPEST:
        before -= 1
    return start - before


def _line(text: str, start: int, end: int, after_blank: bool) -> Line:
    raw = text[start : min(end, start + _HEAD)]
    seen = raw if raw.isascii() else INVISIBLE.sub("", raw)
    words = seen.split()
    tail = text[max(start, end - _TAIL) : end]
    if not tail.isascii():
        tail = INVISIBLE.sub("", tail)
    tail = tail.rstrip(_CLOSERS)
    long = end - start > _HEAD or len(words) >= _PROSE_LONG
    # "It sank." is a sentence, "Who won?" may be a headline.
    shortest = 2 if tail.endswith(_NO_HEADLINE) else _PROSE_WORDS if tail.endswith(_ENDS) else _PROSE_LONG
    return Line(
        start=start,
        end=end,
        text=" ".join(words),
        raw=seen,
        prose=long or len(words) >= shortest,
        words=len(words),
        foreign=not raw.isascii() and _is_foreign(seen),
        after_blank=after_blank,
    )


def _is_foreign(text: str) -> bool:
    """Whether most of the letters belong to another script than Latin."""
    if _OTHER_LETTER.search(text, 0, _LETTERS_SEEN) is None:
        return False  # what is not ASCII is quotation marks, as a rule
    latin = other = 0
    for character in text[:_LETTERS_SEEN]:
        if character.isalpha():
            if character <= _LATIN_END:
                latin += 1
            else:
                other += 1
    return other > latin
