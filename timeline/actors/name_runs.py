"""Where a run of words with a capital ends: with the particles, hyphens and small words that stand inside names.

What comes in: one article's look-ups. What goes out: the token after a run. Whether a word begins a name is decided in
``name_openings``, what a run is in ``cutting``.
"""

from __future__ import annotations

from timeline.actors.lookups import Lookups
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    CALENDAR,
    CAPITAL_PARTICLE,
    COMMON,
    FAMILY_FIRST,
    GIVEN,
    HONORIFIC,
    LEGAL,
    LINKED,
    ORGANISATION_FOR,
    ORGANISATION_HEAD,
    ORGANISATION_OF,
    ORGANISATION_ON,
    PARTICLE,
    PLACE_OPENER,
)

_HYPHENS = frozenset("-‐‑–")
_AND = frozenset(("&", "amp"))  # as it is left of "&amp;" where pages are read twice
_GOING_ON = frozenset(("of", "for", "on", "and", "amp"))
_INNER = frozenset(("of", "for"))
_RARELY_INNER = frozenset(("y", "e", "es", "il", "un"))
_JOINING_SURNAMES = frozenset(("y", "e"))  # "José Luis Peña y Vargas", "Rui Lima e Souza"
_STATES = frozenset(("u.s.", "us", "uk", "u.k.", "eu", "state", "federal", "national"))
_OF_THINGS = ("tion", "ment", "ity", "ing", "ance", "ence", "ture", "ics", "ogy", "ery")
_INSIDE_HYPHENS = frozenset(("e", "al", "el", "i", "ul", "de", "la", "sur", "on", "upon"))
_SHORT_SYLLABLE = 5  # "Jong-un", "Ki-moon"


class NameRuns:
    """Finds the ends of runs of capitalised words in one article.

    Attributes:
        pairs: Particles of names that the article has in full, with the word behind them: "ter", "Braak".
    """

    __slots__ = (
        "_capitals",
        "_ends",
        "_known_at",
        "_lowers",
        "_place_lengths",
        "_role_at",
        "_role_lengths",
        "_starts",
        "_word_flags",
        "_words",
        "pairs",
    )

    def __init__(self, lookups: Lookups) -> None:
        self._capitals = lookups.lexicon.capitals
        self._lowers = lookups.lowers
        self._place_lengths = lookups.lexicon.place_lengths
        self._role_lengths = lookups.lexicon.role_lengths
        self._starts = lookups.starts
        self._ends = lookups.ends
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words
        self._known_at = lookups.known_at
        self._role_at = lookups.role_at
        self.pairs: set[tuple[str, str]] = set()

    def end_of(self, first: int, end: int) -> int:
        """The end of the run of capitalised words, with particles, hyphens and "of" inside names."""
        if self._stands_alone(first, end):
            return first + 1
        words, flags = self._words, self._capitals
        place = first
        heads = 0
        while place < end:
            word = words[place]
            if word[0].isupper() or (len(word) > 2 and word[1].isupper()):
                flag = flags.get(word, 0)
                if flag & CALENDAR and place > first:
                    break
                heads |= flag
                role = self._role_lengths.get(self._lowers[place])
                if role is not None and role[0] > 1:
                    found = self._role_at(place, end)
                    if found is not None and found[0] > place + 1:
                        place = found[0]
                        continue
                place += 1
                continue
            ahead = self._over(first, place, end, heads) if place > first else place
            if ahead == place:
                break
            place = ahead
        return place

    def take_particles(self, first: int, begin: int, out: list[Piece]) -> None:
        """Give the last name that begins at ``first`` the particles it has in full: "ter Braak"."""
        place = first
        words = self._words
        while place > begin and (words[place - 1], words[place]) in self.pairs:
            place -= 1
        piece = next((piece for piece in reversed(out) if piece.first == first), None)
        if piece is not None and place < first and words[place] not in _HYPHENS:
            piece.first = piece.head_first = place

    def note_particle(self, place: int, last: int) -> None:
        """Note a word of a name that is written small, so that "ter Braak" and "Ji-won" are known by themselves."""
        words = self._words
        if words[place] in _HYPHENS:
            if place < last and words[place + 1][0].islower():
                self.pairs.add((words[place - 1], words[place + 1]))
        elif place < last and self._word_flags.get(words[place], 0) & PARTICLE:
            self.pairs.add((words[place], words[place + 1]))

    def _stands_alone(self, first: int, end: int) -> bool:
        """Whether a run can be no longer than its first word: half of them, told by the next word alone."""
        if first + 1 >= end:
            return True
        following = self._words[first + 1]
        if following[0].isalpha():
            if not following.islower() or following in _GOING_ON or self._word_flags.get(following, 0) & PARTICLE:
                return False
            if self._capitals.get(following, 0) & LEGAL:
                return False
        elif following in _HYPHENS or following in _AND:
            return False
        lengths = self._role_lengths.get(self._lowers[first])
        return lengths is None or lengths[0] == 1

    def _over(self, first: int, place: int, end: int, heads: int) -> int:
        """The token at which a run goes on behind a small word or a mark; ``place`` itself where it does not.

        ``heads`` is what the words of the run so far are.
        """
        words, flags = self._words, self._capitals
        word = words[place]
        if flags.get(word, 0) & LEGAL:
            return place + 1  # "Acme Widgets plc"
        if word in _HYPHENS:
            return self._over_hyphen(first, place, end)
        if place + 1 >= end:
            return place
        following = words[place + 1]
        if following[0].isupper():
            return place + 2 if word in _AND or self._links(first, place, end, heads) else place
        if self._word_flags.get(word, 0) & PARTICLE and place + 2 < end:
            third = words[place + 2]  # "al-Assad", "van der Bellen", "Umm al-Fahm"
            goes_on = following in _HYPHENS or self._word_flags.get(following, 0) & PARTICLE
            return place + 3 if goes_on and third[0].isupper() else place
        of_the = word == "of" and following == "the" and place + 2 < end and words[place + 2][0].isupper()
        return place + 3 if of_the and flags.get(words[place - 1], 0) & ORGANISATION_OF else place

    def _over_hyphen(self, first: int, place: int, end: int) -> int:
        """As ``_over``, for a hyphen: "Al-Azhar", "QX-40", "Jong-un"."""
        words, starts, ends, flags = self._words, self._starts, self._ends, self._capitals
        if place + 1 >= end or starts[place] != ends[place - 1] or starts[place + 1] != ends[place]:
            return place
        following = words[place + 1]
        couple = flags.get(following, 0) & GIVEN and flags.get(words[first], 0) & GIVEN
        couple = couple and place + 2 < end and words[place + 2][0].isupper()
        if couple and place - first > 1 and not flags.get(words[place - 1], 0) & CAPITAL_PARTICLE:
            return place  # "the Omar Bey-Ivan Holt fight"
        if following[0].isupper() or (following.isdigit() and words[place - 1].isupper()):
            return place + 2  # "Al-Azhar", "QX-40"
        lower = self._lowers[place + 1]
        if lower in _INSIDE_HYPHENS and place + 3 < end:
            return place + 2
        if following.isalpha() and len(following) <= _SHORT_SYLLABLE:
            family = place - 2 >= first and flags.get(words[place - 2], 0) & FAMILY_FIRST
            common = self._word_flags.get(lower, 0) & (LINKED | COMMON)
            if not common or family or (words[place - 1], following) in self.pairs:
                return place + 2  # "Jong-un", "Han Ji-won", and then "Ji-won"
        return place

    def _links(self, first: int, place: int, end: int, heads: int) -> bool:
        """Whether a small word before one with a capital stands inside a name: "of", "for", "and", "de"."""
        words, flags = self._words, self._capitals
        word, before = words[place], flags.get(words[place - 1], 0)
        if self._word_flags.get(word, 0) & PARTICLE and (
            word not in _RARELY_INNER
            or (word in _JOINING_SURNAMES and place - first > 1 and flags.get(words[first], 0) & GIVEN)
        ):
            return True
        if word == "of":
            return bool(before & (ORGANISATION_OF | PLACE_OPENER))
        if word == "on":  # "Committee on Road Safety"
            return bool(before & ORGANISATION_ON) and not flags.get(words[place + 1], 0) & CALENDAR
        if word == "for":
            of_body = before & ORGANISATION_OF and heads & ORGANISATION_HEAD
            return bool(of_body) or bool(before & ORGANISATION_FOR and place - first == 1)
        if word != "and":
            return False
        if self._is_twofold(first, place, end):
            return True
        inner = heads & ORGANISATION_OF and not _INNER.isdisjoint(words[first:place])
        return bool(inner) and self._joins(place, end)

    def _is_twofold(self, first: int, place: int, end: int) -> bool:
        """Whether "and" stands inside the name of a body: "the Land and Water Party", "the Food and Drug Agency".

        "the" stands before two common words, and the last word makes it a body.
        """
        words, noun = self._words, place - 1
        if noun - first > 1 or place + 2 >= end or not noun:
            return False
        before = self._lowers[noun - 1]
        if before not in _STATES and (before != "the" or noun > first):
            return False
        word = words[noun]
        lower = self._lowers[noun]
        thing = self._word_flags.get(lower, 0) & COMMON or lower.endswith(_OF_THINGS)
        if not thing or self._known_at(noun, end) is not None or self._place_lengths.get(word):
            return False
        if self._capitals.get(word, 0) & (GIVEN | HONORIFIC | ORGANISATION_HEAD | LEGAL | CALENDAR):
            return False
        last = place + 2
        while last < end and words[last][0].isupper():
            last += 1
        return bool(self._capitals.get(words[last - 1], 0) & ORGANISATION_HEAD) and last > place + 2

    def _joins(self, place: int, end: int) -> bool:
        """Whether "and" joins parts of one name: "Department of Health and Human Services", not "... and Barclays"."""
        following = self._capitals.get(self._words[place + 1], 0)
        if self._known_at(place + 1, end) is not None or following & (GIVEN | HONORIFIC):
            return False
        return self._word_flags.get(self._lowers[place + 1], 0) & COMMON != 0
