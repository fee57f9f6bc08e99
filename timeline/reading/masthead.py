"""The masthead of a page: what is a label there and what is the name of the outlet.

What comes in: the lines above a title. What goes out: the name of the outlet, as printed. A name is only believed
when it is known, ends like that of a paper, or stands at the foot of the page too. Not decided here: which line is
the title.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.lexicons.furniture import FurnitureLexicon
from timeline.lexicons.outlets import outlet_named
from timeline.reading.bylines import is_name
from timeline.reading.datelines import SEPARATORS
from timeline.reading.lines import Line

LABEL_WORDS = 4
_OUTLET_WORDS = 2  # a name of one word is believed only when it is known
_SMALL = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&", "|", "-", "–"]
)


def outlet_on(lines: Sequence[Line], feet: Sequence[str], lexicon: FurnitureLexicon) -> str | None:
    """The outlet on the lines above a title, where a short name says what it is or the foot of the page repeats it."""
    for line in lines:
        for part in SEPARATORS.split(line.raw.strip()):
            if _is_outlet(part.strip(), lexicon, feet):
                return _in_title_case(part.strip())
    return None


def is_label(text: str, lexicon: FurnitureLexicon) -> bool:
    """Whether a line is a name or a label and no headline: at most four words, all with capitals, or a section."""
    words = [word for word in text.replace("|", " ").split() if word not in _SMALL]
    if not words or len(words) > LABEL_WORDS + 1:
        return False
    if all(word.strip(":").lower() in lexicon.lists["section"] for word in words):
        return True
    return len(text.split()) <= LABEL_WORDS + 1 and all(
        word.lower() in _SMALL or not word[0].isalpha() or word[0].isupper() for word in text.split()
    )


def _is_outlet(name: str, lexicon: FurnitureLexicon, feet: Sequence[str]) -> bool:
    """Whether a part of a masthead names a paper: it is known, ends like one, or stands at the foot of the page too."""
    words = name.lower().split()
    if len(words) < _OUTLET_WORDS:
        return outlet_named(name) is not None
    if not is_label(name, lexicon) or any(character.isdigit() for character in name) or lexicon.match(name) is not None:
        return False
    outlets, sections = lexicon.lists["outlet"], lexicon.lists["section"]
    if all(word in sections or word in _SMALL for word in words):
        return False
    if words[-1] in outlets or (words[0] == "the" and words[-1] not in sections):
        return True
    return (not is_name(name, lexicon) and any(name in foot for foot in feet)) or outlet_named(name) is not None


def _in_title_case(name: str) -> str:
    return name.title() if name.isupper() and len(name.split()) > 1 else name
