"""Names in headlines whose words all begin with a capital: "Harlow Mayor Jane Firth Meets Nurses".

What comes in: one article's look-ups. What goes out: where a name ends. Capitals tell nothing there, so a word counts
as a name when the lexicon knows it or the article writes it with a capital elsewhere. What a name is, is decided in
``cutting``.
"""

from __future__ import annotations

from timeline.actors.lookups import Lookups
from timeline.lexicons.actor_flags import CALENDAR, FUNCTION, GIVEN, HONORIFIC, ORGANISATION_OF, PARTICLE

_HYPHENS = frozenset("-‐‑–")
_LONGEST_ACRONYM = 6


class Headlines:
    """Reads the headlines of one article that are in title case."""

    __slots__ = (
        "_capitalised",
        "_capitals",
        "_ends",
        "_known_at",
        "_lowers",
        "_place_at",
        "_present",
        "_role_at",
        "_shouted",
        "_starts",
        "_word_flags",
        "_words",
    )  # fmt: skip

    def __init__(self, lookups: Lookups) -> None:
        self._capitals = lookups.lexicon.capitals
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words
        self._lowers = lookups.lowers
        self._starts = lookups.starts
        self._ends = lookups.ends
        self._capitalised = lookups.capitalised
        self._present = lookups.present
        self._shouted = lookups.shouted
        self._known_at = lookups.known_at
        self._place_at = lookups.place_at
        self._role_at = lookups.role_at

    def end_of(self, first: int, end: int) -> int:
        """The end of a name in a headline whose words all begin with a capital; ``first`` when there is no name."""
        known = self._known_at(first, end)
        if known is not None:
            return self._tail(known[0], end)
        if self._is_name(first):
            return self._tail(first + 1, end)
        place = self._place_at(first, end)
        if place is not None and (place[0] > first + 1 or not self._word_flags.get(self._lowers[first], 0)):
            return place[0]
        if self._role_at(first, end) is not None:
            return self._tail(self._role_at(first, end)[0], end)  # type: ignore[index]
        return first

    def _tail(self, place: int, end: int) -> int:
        words = self._words
        while place < end:
            if words[place] in _HYPHENS and place + 1 < end and self._starts[place] == self._ends[place - 1]:
                if not self._is_name(place + 1):
                    return place
                place += 2
                continue
            if not words[place][0].isupper():
                lower = self._word_flags.get(words[place], 0)
                if lower & PARTICLE and place + 1 < end and words[place + 1][0].isupper() and words[place] != "e":
                    place += 2
                    continue
                named_by_of = words[place] == "of" and self._capitals.get(words[place - 1], 0) & ORGANISATION_OF
                if (named_by_of or words[place] == "&") and place + 1 < end and words[place + 1][0].isupper():
                    place += 2
                    continue
                return place
            known = self._known_at(place, end)
            if known is not None:
                place = known[0]
            elif self._is_name(place):
                place += 1
            else:
                role = self._role_at(place, end)
                if role is None:
                    return place
                place = role[0]
        return place

    def _is_name(self, place: int) -> bool:
        word, lower = self._words[place], self._lowers[place]
        if not word[0].isupper():
            return False
        flags = self._capitals.get(word, 0)
        if word in self._capitalised and not flags & CALENDAR:
            return lower not in self._present
        if flags & CALENDAR or lower in self._present:
            return False
        if place in self._shouted and word.capitalize() in self._capitalised:
            return True  # "JUDGE REED" of an article that names Reed
        if flags & GIVEN:
            return not self._word_flags.get(lower, 0) & FUNCTION
        if self._word_flags.get(lower, 0):
            return False
        if place and self._capitals.get(self._words[place - 1], 0) & (GIVEN | HONORIFIC):
            return True
        if not word.isupper() or not 1 < len(word) <= _LONGEST_ACRONYM:
            return False
        return place == 0 or not self._words[place - 1].isupper()
