"""What one word with a capital is by itself: a name of some kind, an adjective, a title before a name, or no name.

What comes in: a ``Piece`` of one word. What goes out: the same of the kind that the word shows, or none. What several
words are together is decided in ``name_kinds``.
"""

from __future__ import annotations

from timeline.actors.lookups import Lookups
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    ATTRIBUTE,
    CALENDAR,
    COMMON,
    DETERMINER,
    FAMILY_FIRST,
    FUNCTION,
    GIVEN,
    GIVEN_FEMALE,
    GIVEN_MALE,
    HONORIFIC,
    LEGAL,
    OPENER,
    ORGANISATION_HEAD,
    OTHER_HEAD,
    PLACE_HEAD,
)
from timeline.lexicons.actors import Known
from timeline.lexicons.events import FINITE, event_lexicon

_HYPHENS = frozenset("-‐‑–")
_LONGEST_ACRONYM = 6
_LONG_ACRONYM = 4  # letters beyond which a common word in capitals is no acronym: "TEXT", "STORM"
_SHORT_ACRONYM = 3
_LARGE_CITY = 300
#: What stands behind the name of one person at a sentence's head: "Banner was", "Strand's goal".
_OF_ONE = frozenset(
    ("'s", "’s", "is", "was", "has", "had", "does", "did", "will", "would", "could", "can", "may", "might", "must",
     "should", "also", "who", "himself", "herself", "then", "never", "later")
)  # fmt: skip
_OF_PERSONS = frozenset(("who", "whose", "whom", "aged"))
_OF_MANY = frozenset(("are", "were", "have"))
_SMALL = OPENER | FUNCTION | DETERMINER


class LoneNames:
    """Types the words of one article that stand alone."""

    __slots__ = (
        "_called",
        "_capitalised",
        "_capitals",
        "_ends",
        "_kinds",
        "_lexicon",
        "_lowers",
        "_names",
        "_present",
        "_shouting",
        "_starts",
        "_word_flags",
        "_words",
    )

    def __init__(self, lookups: Lookups) -> None:
        self._called = lookups.called
        self._capitalised = lookups.capitalised
        self._kinds = event_lexicon().kinds
        self._capitals = lookups.lexicon.capitals
        self._starts = lookups.starts
        self._ends = lookups.ends
        self._lexicon = lookups.lexicon
        self._lowers = lookups.lowers
        self._names = lookups.lexicon.names
        self._present = lookups.present
        self._shouting = lookups.shouted
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words

    def is_person(self, part: Piece, before_role: bool) -> bool:
        """Whether a one-word place name is rather a person's: a given name that is no large city."""
        if part.end - part.first > 1 or before_role:
            return False
        large = part.places and part.places[0].thousands > _LARGE_CITY
        return bool(self._capitals.get(self._words[part.first], 0) & GIVEN) and not large

    def typed(self, part: Piece, flags: int) -> Piece | None:
        """The piece of the kind that its word shows; None where it is no name. ``flags`` are those of the word."""
        word = self._words[part.first]
        if (flags & (OTHER_HEAD | CALENDAR) and not flags & GIVEN) or len(word) == 1:
            return None
        if flags & ATTRIBUTE:
            part.kind = "attribute"
            part.adjective = True
            return part
        if flags & HONORIFIC:
            part.kind = "honorific"
            return part
        lower = self._lowers[part.first]
        known = self._word_flags.get(lower, 0)
        if known & _SMALL:
            return None
        if known & COMMON and not flags & GIVEN:
            if word in self._called and self._is_called(part.first, lower):
                part.kind = "name"  # "Banner remembers", "the Falcons"
                return part
            if self._is_common_here(part.first, word, lower):
                return None
        if word.isupper() and self._is_shouted_word(part.first, lower, known):
            return None
        if word.isupper() and len(word) > _SHORT_ACRONYM:
            shouted = self._shouted(part, word)
            if shouted is not None:
                return shouted
        if part.first in self._shouting and word not in self._capitalised:
            if word.capitalize() not in self._capitalised or lower in self._present:
                return None  # in a headline in capitals no word is an acronym by its letters
            part.kind = "name"
            return part
        if flags & (ORGANISATION_HEAD | PLACE_HEAD | LEGAL) and self._word_flags.get(lower, 0) & COMMON:
            return None
        if flags & FAMILY_FIRST and word in self._capitalised:
            part.kind = "name"  # "Park" after "Park Min-seo"
            return part
        if flags & PLACE_HEAD and not flags & (ORGANISATION_HEAD | GIVEN):
            return None  # "Avenue"
        if (not word.isalpha() and any(character.isdigit() for character in word)) or word[0].islower():
            part.kind = "other"
            return part
        if (
            part.first
            and self._starts[part.first] == self._ends[part.first - 1]
            and self._words[part.first - 1].isdigit()
        ):
            return None  # "777-200LR"
        if part.end == part.first + 1 and word.isupper() and len(word) <= _LONGEST_ACRONYM:
            part.kind = "name" if known & COMMON and len(word) > _SHORT_ACRONYM else "organisation"  # "CARE", "ZERO"
            return part
        if part.end < len(self._words) and self._words[part.end].isdigit():
            return None  # "Gate 4"
        part.kind = "name"
        if flags & GIVEN:
            part.kind = "person"
            part.gender = gender_of(flags)
        return part

    def _is_common_here(self, place: int, word: str, lower: str) -> bool:
        """Whether a word of the language that stands with a capital is no name: also written small, or "Super
        Tuesday".
        """
        if word.isupper():
            return len(word) > _LONG_ACRONYM
        if word in self._capitalised and self._capitals.get(word, 0) & FAMILY_FIRST and lower not in self._present:
            return False  # "Ban" after "Ban Ki-moon"
        if lower in self._present or not (place and self._words[place - 1].islower()):
            return True
        following = self._words[place + 1] if place + 1 < len(self._words) else ""
        return bool(self._capitals.get(following, 0) & CALENDAR)

    def _is_called(self, place: int, lower: str) -> bool:
        """Whether the last word of a name that the article has in full is meant, which is a word of the language too:
        "Banner remembers", "the Falcons".
        """
        before = self._lowers[place - 1] if place else ""
        if before == "the":
            return lower.endswith("s") and lower not in self._present
        if place and self._words[place - 1].islower():
            return True
        if lower in self._present:
            return False
        after, second = (*self._lowers[place + 1 : place + 3], "", "")[:2]
        if after in _OF_ONE:
            return True
        if after == ",":
            return second.isdigit() or second in _OF_PERSONS
        verb = self._kinds.get(after, 0) & FINITE or (after.endswith("ed") and after.isalpha())
        return bool(verb) and not (after.endswith("s") and (second in _OF_MANY or self._kinds.get(second, 0) & FINITE))

    def _is_shouted_word(self, place: int, lower: str, flags: int) -> bool:
        """Whether a word in capitals goes on another of the language: "FULL TEXT", "CORRECTION APPENDED"."""
        before = self._words[place - 1] if place else ""
        if len(before) <= 1 or not before.isupper() or before in self._names or len(lower) <= _SHORT_ACRONYM:
            return False
        if lower.capitalize() in self._capitalised:
            return False  # "JUDGE REED" of an article that names Reed
        common = self._word_flags.get(before.lower(), 0)
        return bool(common & COMMON) and bool(flags & COMMON or lower.endswith(("ed", "ing", "er", "s")))

    def _shouted(self, part: Piece, word: str) -> Piece | None:
        """A known name in capitals: "WASHINGTON (AP)", "ISRAEL AND HAMAS"."""
        surface = word.capitalize()
        known = self._names.get(surface)
        if known is not None:
            return known_piece(self._words, part.first, (part.end, known))
        places = self._lexicon.places(surface)
        if places or surface in self._lexicon.capital_cities:
            part.kind = "place"
            part.places = places
            return part
        return None


def known_piece(words: tuple[str, ...], place: int, found: tuple[int, Known]) -> Piece:
    last, known = found
    piece = Piece(place, last, known.kind)
    piece.known = known
    piece.country = known.country
    if known.kind == "demonym":
        piece.adjective = True
        if words[last - 1] in _HYPHENS:
            piece.end = piece.head_end = last - 1  # "Franco-German"
    return piece


def gender_of(flags: int) -> str | None:
    """``m`` or ``f`` of a given name that only men or only women have."""
    if flags & GIVEN_MALE and not flags & GIVEN_FEMALE:
        return "m"
    if flags & GIVEN_FEMALE and not flags & GIVEN_MALE:
        return "f"
    return None
