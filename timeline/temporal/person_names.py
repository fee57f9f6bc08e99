"""Weekdays and months that stand as names: "Sister Mary Sunday", "Theresa May", "Sheffield Wednesday".

What comes in: the place of a weekday or month by itself. What goes out: whether a name stands there. A word that was a
name once in an article is one again, unless a preposition dates by it. The lists are data (``en/time_guards.toml``).
"""

from __future__ import annotations

from timeline.temporal.places import Place

_BE = frozenset(("was", "were", "is", "are", "been", "be"))
_CALLED = ("called", "named")
_DEMANDING = ("for", "on", "upon", "off")  # behind "called" and a weekday: what is called for


def is_named_day(place: Place) -> bool:
    """Whether a weekday is a person, a club or a dog.

    "Mr Friday", "Sheffield Wednesday", "The host was Robinson Friday, ...", "Monday sat under the table".
    """
    lists, before, after = place.lists, place.before, place.after
    word = place.first_word.lower()
    if word in place.names:
        return not place.is_after("firm_days")
    named = (
        before.rstrip(".") in lists["titles"]
        or before in lists["named_days"]
        or (place.opens and after in lists["personal_verbs"])
        or (before == "," and after in (",", ".") and place.lower_at(-2) in lists["relations"])
        or (after == "," and place.lower_at(3) in lists["relations"])
        or (place.word_at(-1)[:1].isupper() and _is_introduced(place))
        or (after == "'s" and place.lower_at(2) == "(")
    )
    if named:
        place.names.add(word)
    if named or before not in _CALLED or after in _DEMANDING:
        return named  # "called Sunday for a truce"
    return place.lower_at(-2) not in _BE


def is_named_month(place: Place) -> bool:
    """Whether a month that is a name too is a person: "Theresa May", "a walker called March", and again later."""
    word = place.last_word.lower().rstrip(".")
    if word in place.names:
        return not place.is_after("firm")
    if place.name_before or (place.before in _CALLED and place.lower_at(-2) in _BE):
        place.names.add(word)
        return True
    return False


def _is_introduced(place: Place) -> bool:
    """Whether the name before is introduced: "Sister Mary [Sunday]", "The host was Robinson [Friday], known ..."."""
    further = place.lower_at(-2)
    return further.rstrip(".") in place.lists["titles"] or (further in _BE and place.after == ",")
