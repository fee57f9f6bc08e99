"""How far the names of two reports agree: "firth" and "jane firth" may be one, "harlow council" and "harlow port" not.

In come keys or names of participants, out goes whether they may be of the same. What follows from it is decided in
``matching``.
"""

from __future__ import annotations

from collections.abc import Iterable

#: How far the names of two sides agree.
NOT_AT_ALL, PARTLY, WHOLLY = 0, 1, 2


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
    """Whether two lower-case names, words apart by "-" or space, may be of one and the same."""
    if one == other:
        return True
    if one[-1:] != other[-1:] and one[:1] != other[:1]:
        return False
    short, long = sorted((one.replace("-", " ").split(), other.replace("-", " ").split()), key=len)
    if not short or short == long:
        return bool(short)
    return long[-len(short) :] == short or (len(short) > 1 and long[: len(short)] == short)
