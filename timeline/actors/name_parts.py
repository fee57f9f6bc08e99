"""A run of words with a capital to its parts: names that the tables know, role nouns, places, and words.

What comes in: where a run begins and ends. What goes out: one ``Piece`` a part, in text order. What the parts make
together is decided in ``cutting``.
"""

from __future__ import annotations

from timeline.actors.lone_names import known_piece
from timeline.actors.lookups import Lookups
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    ATTRIBUTE,
    CALENDAR,
    COMMON,
    DETERMINER,
    FAMILY_NAME,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    LEGAL,
    ORGANISATION_HEAD,
    PLACE_HEAD,
)
from timeline.lexicons.actors import Known, Place, Role

_HYPHENS = frozenset("-‐‑–")
_NATIONAL = frozenset(("country", "demonym"))
_PARTIES = frozenset(("R", "D", "I"))
_IN_PLACE = frozenset(("in", "near", "from", "to", "at"))
_NO_LAST_NAME = ORGANISATION_HEAD | LEGAL | PLACE_HEAD | CALENDAR | ATTRIBUTE | HONORIFIC
_BODIES = frozenset(("organisation", "outlet", "person"))


class NameParts:
    """Takes the runs of capitalised words of one article apart."""

    __slots__ = (
        "_capitals",
        "_known_at",
        "_lowers",
        "_name_lengths",
        "_place_at",
        "_role_at",
        "_role_lengths",
        "_shouted",
        "_word_flags",
        "_words",
    )

    def __init__(self, lookups: Lookups) -> None:
        self._capitals = lookups.lexicon.capitals
        self._lowers = lookups.lowers
        self._name_lengths = lookups.lexicon.name_lengths
        self._role_lengths = lookups.lexicon.role_lengths
        self._shouted = lookups.shouted
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words
        self._known_at = lookups.known_at
        self._place_at = lookups.place_at
        self._role_at = lookups.role_at

    def of(self, first: int, last: int, end: int) -> list[Piece]:
        """The parts of the run of tokens ``first`` to ``last``; known names and places may reach on to ``end``."""
        parts: list[Piece] = []
        words = self._words
        place = self._opening(first, last)
        if words[place] in _PARTIES and place + 2 < last and words[place + 1] in _HYPHENS:
            return parts  # "(R-Fla.)"
        while place < last:
            word = words[place]
            if not word[0].isalnum() or (word.islower() and parts):
                # Inner hyphens, particles and "of" go with the word before.
                place += 1
                if parts and (
                    (known := parts[-1].known) is None or known.kind not in _NATIONAL
                ):  # "Norway-Chile talks"
                    parts[-1].end = parts[-1].head_end = place
                continue
            part = self._part(place, last, end, parts)
            parts.append(part)
            place = part.end
        return parts

    def _opening(self, first: int, last: int) -> int:
        """The first token of a run behind words that are of no name: "The Treasury", "If Mr Vance"."""
        words, lowers, place = self._words, self._lowers, first
        while place + 1 < last and self._word_flags.get(lowers[place], 0) & (FUNCTION | DETERMINER):
            known = self._known_at(place, last)
            acronym = words[place].isupper() and len(words[place]) > 1  # "US"
            if (known is not None and (acronym or known[0] > place + 1)) or self._capitals.get(words[place], 0) & GIVEN:
                break
            place += 1
        return place

    def _part(self, place: int, last: int, end: int, parts: list[Piece]) -> Piece:
        """The part that begins at a token: a role noun, a known name, a place, or a word."""
        word = self._words[place]
        known = self._known_at(place, end) if word in self._name_lengths or place in self._shouted else None
        role = self._role_at(place, last) if self._lowers[place] in self._role_lengths else None
        if role is not None and ((known is not None and known[0] >= role[0]) or self._is_place(place, last, role)):
            role = None
        if role is not None:
            part = Piece(place, role[0], role[1].kind)
            part.role = role[1]
            return part
        if known is not None:
            if known[1].kind == "demonym" and known[0] < last:
                region = self._place_at(place, last)
                if region is not None and region[0] > known[0]:
                    return _placed(place, region)  # "French Guiana"
            if not self._is_another(place, last, known, parts):
                return known_piece(self._words, place, known)
        found = self._place_at(place, end)  # "Kherson region"
        return _placed(place, found) if found is not None else Piece(place, place + 1, "word")

    def _is_place(self, place: int, last: int, found: tuple[int, Role]) -> bool:
        """Whether a plural of people with a capital names a place: "in Queens"."""
        if found[0] > place + 1 or not found[1].plural or place == 0:
            return False
        return self._lowers[place - 1] in _IN_PLACE and self._place_at(place, last) is not None

    def _is_another(self, place: int, last: int, found: tuple[int, Known], parts: list[Piece]) -> bool:
        """Whether a known name of one word is part of another person's: "Betty Ford", "James Rudd", "Abbas Tamer"."""
        end, known = found
        if known.kind == "country" and end == place + 1 and self._is_called_like_a_land(place, last):
            return not parts or parts[-1].role is not None  # "striker Jordan Reed"
        is_family_name = bool(self._capitals.get(self._words[place], 0) & FAMILY_NAME)  # "Barbara Jordan"
        if end != place + 1 or not (is_family_name or known.kind in _BODIES):
            return False
        if parts and (self._is_given(parts[-1]) or (known.kind == "person" and self._is_unknown(parts[-1], place))):
            return True
        if len(parts) > 1 and self._is_given(parts[-2]) and self._is_initial(parts[-1]):
            return True  # "Robert S. Ford"
        if known.kind != "person" or not self._capitals.get(self._words[place], 0) & GIVEN or end >= last:
            return False
        following = self._words[end]
        return following[0].isupper() and self._known_at(end, last) is None and self._role_at(end, last) is None

    def _is_called_like_a_land(self, place: int, last: int) -> bool:
        """Whether a country's name is a given name here: a last name follows, no word that may stand behind a land."""
        if place + 2 != last or not self._capitals.get(self._words[place], 0) & GIVEN:
            return False
        following = place + 1
        word = self._words[following]
        return (
            word[0].isupper()
            and word[1:].islower()
            and not self._capitals.get(word, 0) & _NO_LAST_NAME
            and (not self._word_flags.get(self._lowers[following], 0) or self._is_last_name(following))
            and self._known_at(following, last) is None
            and self._role_at(following, last) is None
            and self._place_at(following, last) is None
        )

    def _is_last_name(self, place: int) -> bool:
        return bool(self._capitals.get(self._words[place], 0) & FAMILY_NAME)

    def _is_unknown(self, part: Piece, end: int) -> bool:
        """Whether an part is a word of no meaning right before a name: "Hashemi Rafsanjani"."""
        if part.kind != "word" or part.end != end:
            return False
        first = part.first
        if self._capitals.get(self._words[first], 0) & (HONORIFIC | CALENDAR | ATTRIBUTE):
            return False
        flags = self._word_flags.get(self._lowers[first], 0)
        if flags != COMMON:
            return not flags
        inside = first > 0 and self._words[first - 1].islower()  # "told Ward Greenspan"
        return inside or self._lowers[end + 1 : end + 2] in ((",",), ("who",), ("whose",), ("(",))

    def _is_initial(self, part: Piece) -> bool:
        word = self._words[part.first]
        return part.end == part.first + 1 and len(word) == len("S.") and word[1] == "."

    def _is_given(self, part: Piece) -> bool:
        """Whether an part is a given name, so that the next word is rather a last name ("Betty Ford")."""
        flags = self._capitals.get(self._words[part.first], 0)
        if not flags & GIVEN or flags & CALENDAR:
            return False
        return part.kind == "word" and not self._word_flags.get(self._lowers[part.first], 0) & FUNCTION


def _placed(place: int, found: tuple[int, tuple[Place, ...]]) -> Piece:
    piece = Piece(place, found[0], "place")
    piece.places = found[1]
    return piece
