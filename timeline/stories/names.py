"""How far the names of two reports agree: "firth" and "jane firth" may be one, "harlow council" and "harlow port" not.

In come keys or names of participants, out goes whether they may be of the same. What follows from it is decided in
``matching``.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.values.namesakes import APART

#: How far the names of two sides agree.
NOT_AT_ALL, PARTLY, WHOLLY = 0, 1, 2

#: Letters of a short first name at least, and letters that it leaves out at least: "ed" and "edward", not "paul" and
#: "paula".
_SHORT_NAME, _LEFT_OUT = 2, 2

#: Letters behind a name that tell two bearers apart by their countries.
_COUNTRY_LETTERS = 2


def agreement(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """``WHOLLY`` when all names of the shorter side are found on the other.

    ``PARTLY`` when both have one that is not.
    """
    shorter, longer = (ours, theirs) if len(ours) <= len(theirs) else (theirs, ours)
    if shorter <= longer:
        return WHOLLY
    found = sum(1 for name in shorter if name in longer or any_same((name,), longer))
    return WHOLLY if found == len(shorter) else PARTLY if found else NOT_AT_ALL


def any_same(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether a name of ours is one of theirs: equal, or the shorter is the end or the beginning of the longer.

    "firth" is "jane firth"; "harlow council" is not "harlow port".
    """
    return any(same_name(our, their) for our in ours for their in theirs)


def same_name(one: str, other: str) -> bool:
    """Whether two lower-case names, words apart by "-" or space, may be of one and the same.

    >>> same_name("firth", "jane-firth"), same_name("fred-lowe", "frederick-c-lowe")
    (True, True)
    >>> same_name("paul-reed", "paula-reed")
    False
    """
    if one == other:
        return True
    if one[-1:] != other[-1:] and one[:1] != other[:1]:
        return False
    one, other = _without_calling(one), _without_calling(other)
    short, long = sorted((one.replace("-", " ").split(), other.replace("-", " ").split()), key=len)
    if not short or short == long:
        return bool(short)
    if long[-len(short) :] == short or (len(short) > 1 and long[: len(short)] == short):
        return True
    return len(short) > 1 and short[-1] == long[-1] and _same_first_name(short[0], long[0])


def _without_calling(name: str) -> str:
    """A key without the calling that was set behind it: within a story "the actress" and "the swimmer" may be one."""
    name, _, apart = name.partition(APART)
    return f"{name}{APART}{apart}" if len(apart) == _COUNTRY_LETTERS else name


def _same_first_name(one: str, other: str) -> bool:
    """Whether one first name may be short for the other, as an initial or as "fred" is for "frederick"."""
    short, long = sorted((one, other), key=len)
    if not long.startswith(short):
        return False
    return len(short) in (1, len(long)) or (len(short) >= _SHORT_NAME and len(long) - len(short) >= _LEFT_OUT)
