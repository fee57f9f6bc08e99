"""Who wrote an article, from its byline: "By Ada Holt and Jon Reed in Kelmouth", "Ada Holt, Political editor".

What comes in: a line that may be a byline. What goes out: names, roles left out. A line that holds anything but
names, roles and places is no byline. Not decided here: where on a page bylines stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.lexicons.furniture import FurnitureLexicon

_LONGEST = 160
_NAME_WORDS = (2, 5)
_AND = re.compile(r"\s*(?:,|;|\band\b|&|\bwith\b)\s*")
_PLACE = re.compile(r"\s+(?:in|at|from|for|on)\s+(?:the\s+)?(?=[^\W\d_])", re.UNICODE)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*\Z")
_OPENER_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Names and what else a byline tells: ``agency`` when it credits one, ``place`` when it ends with one."""

    authors: tuple[str, ...] = ()
    agency: str | None = None
    place: str | None = None


def read_byline(text: str, lexicon: FurnitureLexicon) -> Byline | None:
    """The byline that a line wholly is, introduced by "By" or the like; None when it is none.

    >>> from timeline.lexicons.furniture import furniture_lexicon
    >>> read_byline("By Ada Holt and Jon Reed in Kelmouth", furniture_lexicon()).authors
    ('Ada Holt', 'Jon Reed')
    """
    if len(text) > _LONGEST:
        return None
    rest = _without_opener(text, lexicon)
    return None if rest is None else _people(rest, lexicon)


def read_names(text: str, lexicon: FurnitureLexicon, places: frozenset[str] = frozenset()) -> Byline | None:
    """The byline of a line without "By": names, at least one with a role, or at least two.

    A last part that is a known place is the place: "Ada Holt, Jon Reed, New York".
    """
    text = text.strip(" |,·•-–—/")
    if len(text) > _LONGEST or text.endswith((".", "!", "?", ":")):
        return None
    parts = [part for part in _AND.split(text) if part]
    place = None
    if len(parts) > 1 and parts[-1].lower() in places:
        place = parts.pop()
    names = tuple(part for part in parts if is_name(part, lexicon))
    roles = [part for part in parts if part not in names and is_role(part, lexicon)]
    if not names or not is_name(parts[0], lexicon) or len(names) + len(roles) != len(parts):
        return None
    if not roles and len(names) < 2 and place is None:
        return None
    return Byline(authors=names, place=place)


def read_correspondent(text: str, lexicon: FurnitureLexicon) -> Byline | None:
    """The byline of a line that is a name and a place, as stands below a date: "Ada Holt in Kelmouth"."""
    name, *where = _PLACE.split(text.strip(), maxsplit=1)
    if len(where) != 1 or not is_name(name, lexicon) or not _is_place(where[0]):
        return None
    return Byline(authors=(name,), place=where[0])


def is_name(text: str, lexicon: FurnitureLexicon) -> bool:
    """Whether a string looks like a person's name: two to five words with capitals, none of them a role."""
    words = text.split()
    if not _NAME_WORDS[0] <= len(words) <= _NAME_WORDS[1] or words[0].lower() == "the":
        return False
    particles, roles = lexicon.lists["particle"], lexicon.lists["role"]
    for word in words:
        if not _WORD.match(word) or word.lower() in roles or word.lower() in lexicon.weekdays:
            return False
        if not word[0].isupper() and word.lower() not in particles and not word.startswith(("d'", "d’", "al-", "el-")):
            return False
    return words[0][0].isupper() or words[0].lower() in particles


def is_role(text: str, lexicon: FurnitureLexicon) -> bool:
    """Whether a string is what a person does at a paper: "Courts reporters", "Science Correspondent"."""
    words = text.split()
    return 0 < len(words) <= _NAME_WORDS[1] and any(word.lower() in lexicon.lists["role"] for word in words)


def _without_opener(text: str, lexicon: FurnitureLexicon) -> str | None:
    """What stands behind "By", "Analysis by", "Author:"; None when nothing opens the line."""
    words = text.split()
    for count in range(min(_OPENER_WORDS, len(words) - 1), 0, -1):
        opener = " ".join(words[:count])
        if opener.rstrip(":").lower() in lexicon.lists["byline"]:
            bare = opener.rstrip(":").lower()
            if not opener.endswith(":") and not bare.endswith("by") and bare != "from":
                continue
            return " ".join(words[count:])
    return None


def _people(text: str, lexicon: FurnitureLexicon) -> Byline | None:
    """The names in the list of people that follows an opener."""
    text = text.strip(" |,·•-–—")
    if text.lower() in lexicon.lists["agency"]:
        return Byline(agency=text)
    authors: list[str] = []
    agency = place = None
    for part in _AND.split(text.rstrip(".") if text.count(".") == 1 else text):
        if not part:
            continue
        name, *where = _PLACE.split(part, maxsplit=1)
        if part.lower() in lexicon.lists["agency"]:
            agency = part
        elif is_name(name, lexicon) and (not where or where[0][:1].isupper()):
            authors.append(name)
            place = where[0] if where else place
        elif is_role(part, lexicon) or (authors and _is_place(part)):
            continue
        else:
            return None
    return Byline(authors=tuple(authors), agency=agency, place=place) if authors or agency else None


def _is_place(text: str) -> bool:
    """Whether a part behind a name may be a paper or a place: few words, all with capitals."""
    words = text.split()
    return len(words) <= _NAME_WORDS[1] and all(word[0].isupper() or word in ("of", "the", "de") for word in words)
