"""The form in which text is stored: one spelling for each letter, blank and line end. After this, offsets are final.

What comes in: any decoded text. What goes out: NFC, ``\\n`` line ends, plain blanks, no invisible marks. Words are
not touched.
"""

from __future__ import annotations

import re
import unicodedata

from timeline.lexicons.common_words import common_words

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
#: Soft hyphens, zero-width blanks, marks of direction and byte order; joiners (200C, 200D) shape letters and stay.
_NOTHING = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BROKEN = re.compile(r"(\b[^\W\d_]+)-\n([^\W\d_]+)")
_MANY_BREAKS = re.compile(r"\n{3,}")


def normalise(text: str) -> str:
    """The text in its stored form; doing it again changes nothing.

    >>> normalise("Cafe\\u0301\\u00a0prom\\u00adise\\r\\n")
    'Café promise'
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROLS.sub("", _NOTHING.sub("", text))
    text = unicodedata.normalize("NFC", text)
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return _MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """The text in its stored form as one line: a title, a name, a paragraph that was wrapped.

    >>> one_line("It ended on Mon-\\nday after a nine-\\nday walkout.")
    'It ended on Monday after a nine-day walkout.'
    """
    plain = normalise(text)
    if "-\n" in plain:
        plain = _BROKEN.sub(_mended, plain)
    return " ".join(plain.split())


def _mended(broken: re.Match[str]) -> str:
    """A word that was cut at the end of its line, with its hyphen where both parts are words and the whole is none."""
    first, rest = broken[1], broken[2]
    known = common_words()
    hyphened = first.lower() in known and rest in known and (first + rest).lower() not in known
    return f"{first}-{rest}" if hyphened else first + rest
