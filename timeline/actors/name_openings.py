"""Whether a word at a place where all words have a capital begins a name: a sentence's first word, or behind a colon.

What comes in: one article's look-ups. What goes out: yes or no. Such a capital says nothing: the word is a name when
the lexicon knows it, the same article writes it with a capital elsewhere, or what follows shows it. Where the name ends
is decided in ``name_runs``.
"""

from __future__ import annotations

from timeline.actors.lookups import Lookups
from timeline.lexicons.actor_flags import (
    ATTRIBUTE,
    CALENDAR,
    COMMON,
    DETERMINER,
    FUNCTION,
    GIVEN,
    GOVERNING,
    HONORIFIC,
    LEGAL,
    MODIFIER,
    NUMBER,
    OPENER,
    ORGANISATION_HEAD,
    PARTICLE,
    PLACE_HEAD,
    REPORTING,
    TELLING,
)
from timeline.lexicons.actors import Known

_HYPHENS = frozenset("-‐‑–")
_AND = frozenset(("&", "amp"))  # as it is left of "&amp;" where pages are read twice
_GENITIVE = frozenset(("'s", "’s"))
_FIRST = frozenset(("first", "second", "third", "fifth"))
_BEHIND_PERSONS = frozenset((",", "who", "whose", "("))
_OF_NAMES = frozenset(("who", "whose", "whom"))
_ACTING = GOVERNING | REPORTING | TELLING
_SMALL = OPENER | FUNCTION | DETERMINER
_PARTICIPLES = ("ed", "ing")
_COMMON_ENDINGS = (
    "s", "ly", "ing", "ed", "al", "ic", "ive", "ous", "ful", "less", "able", "ible", "ary", "tion", "ment", "ent",
    "ity", "sion", "ness", "ship", "ance", "ence", "ism", "ture", "ogy", "ics", "cript",
)  # fmt: skip


class Openings:
    """Tells names from other words at the openings of one article."""

    __slots__ = (
        "_capitalised",
        "_capitals",
        "_known_at",
        "_lowers",
        "_place_lengths",
        "_present",
        "_role_lengths",
        "_word_flags",
        "_words",
    )

    def __init__(self, lookups: Lookups) -> None:
        self._capitalised = lookups.capitalised
        self._capitals = lookups.lexicon.capitals
        self._known_at = lookups.known_at
        self._lowers = lookups.lowers
        self._place_lengths = lookups.lexicon.place_lengths
        self._present = lookups.present
        self._role_lengths = lookups.lexicon.role_lengths
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words

    def begins_name(self, first: int, end: int) -> bool:
        """Whether the word at a token begins a name; ``end`` is where its sentence does."""
        word, lower = self._words[first], self._lowers[first]
        following = self._words[first + 1] if first + 1 < end else ""
        if following in _AND and first + 2 < end and self._words[first + 2][0].isupper():
            return True  # "Standard & Vale"
        flags = self._word_flags.get(lower, 0)
        if flags & NUMBER and word not in self._capitalised:
            return False
        if flags & PARTICLE:
            if self._goes_with_particle(first, end):
                return True
            if following.islower():
                return self._known_at(first, end) is not None  # "Bin collections"
        if lower in _FIRST and first + 2 < end and following[0].isupper():
            return self._ends_as_body(first + 1, end)  # "First Orava Corp."
        known = self._known_at(first, end)
        if flags & _SMALL:
            acronym = word.isupper() and len(word) > 1  # "US"
            return known is not None and (acronym or known[0] > first + 1)
        if known is not None:
            return self._is_known_here(first, following, known, flags)
        titled = following and self._capitals.get(word, 0) & HONORIFIC
        if titled and self._word_flags.get(following, 0) & PARTICLE:
            return True  # "Mrs de Vries"
        if flags & (COMMON | MODIFIER) or lower in self._present:
            if word in self._capitalised and lower not in self._present:
                return True
            return self._is_first_of_name(first, end, following)
        return self._is_unknown_name(first, end, following)

    def _is_known_here(self, first: int, following: str, known: tuple[int, Known], flags: int) -> bool:
        """Whether a known name is meant, and no word of the language: "South Korea said", but "Apple trees"."""
        if known[0] > first + 1 or not flags & COMMON or self._words[first] in self._capitalised:
            return True
        acts = following and self._word_flags.get(following, 0) & _ACTING
        return bool(acts) and known[1].kind in ("person", "organisation")  # "Apple said", but "Apple trees"

    def _is_first_of_name(self, first: int, end: int, following: str) -> bool:
        """Whether a word of the language begins a name of several: "Coast Savings Inc.", "Mark van der Berg"."""
        opening = self._capitals.get(self._words[first], 0)
        if self._word_flags.get(following, 0) & PARTICLE and first + 2 < end:
            return bool(opening & GIVEN)  # "Mark van der Berg"
        if following in _HYPHENS and first + 2 < end and self._words[first + 2][0].isupper():
            return bool(opening & GIVEN)  # "Jean-Claude"
        if not following[:1].isupper():
            return False
        head = self._capitals.get(following, 0)
        last = first + 2
        if last < end and self._words[last] in _BEHIND_PERSONS:
            known = self._known_at(first + 1, end)
            if known is not None and known[0] == last and known[1].kind == "person" and " " in known[1].name:
                return True  # "Ward Greenspan, a farmer,"
        while last < end and self._words[last][0].isupper():
            head |= self._capitals.get(self._words[last], 0) & LEGAL  # "Coast Savings Financial Inc."
            last += 1
        return bool(head & (ORGANISATION_HEAD | LEGAL | PLACE_HEAD)) or bool(opening & (GIVEN | HONORIFIC))

    def _is_unknown_name(self, first: int, end: int, following: str) -> bool:
        """Whether a word that no table knows is a name: not when it looks like a plural, an adverb or a participle."""
        word, lower = self._words[first], self._lowers[first]
        opening = self._capitals.get(word, 0)
        if opening & (CALENDAR | ATTRIBUTE | GIVEN):
            return True
        capitalised = word in self._capitalised
        if lower.endswith(_PARTICIPLES) and self._capitals.get(following, 0) & GIVEN and not capitalised:
            return False  # "Jailed Omar Bey"
        if following[:1].isupper() or capitalised or (word.isupper() and len(word) > 1):
            return True
        if word in self._place_lengths:
            return True
        if following in self._role_lengths:
            return True  # "Harlow mayor"
        if following in _GENITIVE:
            return not lower.endswith(("ly", "ing", "ed"))
        if following == "," and first + 2 < end:  # "Garron, who", "Garron, 41,"
            return self._lowers[first + 2] in _OF_NAMES or self._words[first + 2].isdigit()
        if lower.endswith(_COMMON_ENDINGS) or not following.isalpha():
            return False
        verb = self._word_flags.get(following, 0) & FUNCTION or following.endswith(("ed", "s")) or following == "said"
        return bool(verb)

    def _ends_as_body(self, place: int, end: int) -> bool:
        """Whether the words with a capital from here on end as the name of a company or a bank."""
        last = 0
        while place < end and self._words[place][0].isupper():
            last = self._capitals.get(self._words[place], 0)
            place += 1
        return bool(last & (LEGAL | ORGANISATION_HEAD))

    def _goes_with_particle(self, first: int, end: int) -> bool:
        """Whether a particle at the beginning of a sentence opens a name: "Van der Berg", "Bin Salman", "Al-Sisi"."""
        words = self._words
        after = first + 1
        while after < end and (words[after] in _HYPHENS or self._word_flags.get(words[after], 0) & PARTICLE):
            after += 1
        if after >= end or not words[after][0].isupper():
            return False
        joined = words[first + 1] in _HYPHENS and self._known_at(after, end) is None
        return joined or words[after] in self._capitalised
