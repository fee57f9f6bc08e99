"""Capitalised words to pieces: where a name begins and ends, and and whether it is one.

What comes in: token columns and the lexicon. What goes out: ``Piece`` after ``Piece``. A sentence's first word,
headlines in title case and text in capitals say nothing by their capitals: there a word counts as a name when the
lexicon knows it or the same article writes it with a capital elsewhere. Joining names with roles is decided in
``phrases``.
"""

from __future__ import annotations

from timeline.actors.cutting import NameCutter
from timeline.actors.headlines import Headlines
from timeline.actors.keys import without_accents
from timeline.actors.lookups import Lookups
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    ATTRIBUTE,
    CALENDAR,
    CAPITAL_PARTICLE,
    COMMON,
    DETERMINER,
    FAMILY_FIRST,
    FUNCTION,
    GIVEN,
    GOVERNING,
    HONORIFIC,
    LEGAL,
    LINKED,
    MODIFIER,
    NUMBER,
    OPENER,
    ORGANISATION_FOR,
    ORGANISATION_HEAD,
    ORGANISATION_OF,
    ORGANISATION_ON,
    PARTICLE,
    PLACE_HEAD,
    PLACE_OPENER,
    REPORTING,
    TELLING,
)
from timeline.values.text import Sentence, is_symbol

_HYPHENS = frozenset("-‐‑–")
_OPENING_MARKS = frozenset("\"“”'‘«:—–•|")
_AND = frozenset(("&", "amp"))  # as it is left of "&amp;" where pages are read twice
_GENITIVE = frozenset(("'s", "’s"))
_GOING_ON = frozenset(("of", "for", "on", "and", "amp"))
_INNER = frozenset(("of", "for"))
_RARELY_INNER = frozenset(("y", "e", "es", "il", "un"))
_FIRST = frozenset(("first", "second", "third", "fifth"))
_OF_NAMES = frozenset(("who", "whose", "whom"))
_JOINING_SURNAMES = frozenset(("y", "e"))  # "José Luis Peña y Vargas", "Rui Lima e Souza"
_STATES = frozenset(("u.s.", "us", "uk", "u.k.", "eu", "state", "federal", "national"))
_OF_THINGS = ("tion", "ment", "ity", "ing", "ance", "ence", "ture", "ics", "ogy", "ery")
_SHORT_SYLLABLE = 5  # "Jong-un", "Ki-moon"
_COMMON_ENDINGS = (
    "s",
    "ly",
    "ing",
    "ed",
    "al",
    "ic",
    "ive",
    "ous",
    "ful",
    "less",
    "able",
    "ible",
    "ary",
    "tion",
    "ment",
    "ent",
    "ity",
    "sion",
    "ness",
    "ship",
    "ance",
    "ence",
    "ism",
    "ture",
    "ogy",
    "ics",
    "cript",
)


class NameScanner:
    """Reads the names of one article; ``scan`` gives the pieces that begin at a capitalised token."""

    __slots__ = (
        "_capitals",
        "_cutter",
        "_ends",
        "_handled",
        "_headlines",
        "_lowers",
        "_pairs",
        "_place_lengths",
        "_role_lengths",
        "_starts",
        "_word_flags",
        "_words",
        "capitalised",
        "doubtful",
        "known_at",
        "present",
        "role_at",
        "title_case",
    )

    def __init__(self, lookups: Lookups) -> None:
        self._capitals = lookups.lexicon.capitals
        self._handled = "@" in lookups.text or "_" in lookups.text
        self._lowers = lookups.lowers
        self._pairs: set[tuple[str, str]] = set()
        self._place_lengths = lookups.lexicon.place_lengths
        self._role_lengths = lookups.lexicon.role_lengths
        self._starts = lookups.starts
        self._ends = lookups.ends
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words
        self.known_at = lookups.known_at
        self.role_at = lookups.role_at
        self.capitalised = lookups.capitalised
        self.present = lookups.present
        self.title_case = lookups.title_case
        self._cutter = NameCutter(lookups)
        self.doubtful = self._cutter.doubtful
        self._headlines = Headlines(lookups)

    def scan(self, first: int, sentence: Sentence, out: list[Piece]) -> int:
        """Append the pieces of the run of capitalised words that begins at ``first``; the token after it comes back."""
        end = sentence.end_token
        if self._handled and ("_" in self._words[first] or (first and self._words[first - 1] == "@")):
            return first + 1  # "@HarlowFire", "Harlow_Fire"
        titled = sentence.index in self.title_case
        if titled:
            last = self._headlines.end_of(first, end)
            if last == first:
                return first + 1
        else:
            before = self._words[first - 1]
            opens = first == sentence.first_token or (not before.isalpha() and self._opens(before))
            if opens and not self._is_name_at_opening(first, end) and self.role_at(first, end) is None:
                return first + 1
            last = first + 1 if self._stands_alone(first, end) else self._run(first, end)
            if last == first + 1 and self._cutter.lone(first, end, out):
                if self._pairs:
                    self._take_particles(first, sentence.first_token, out)
                return out[-1].end if out and out[-1].first == first else last
        self._cutter.cut(first, last, end, out, titled)
        if not out or out[-1].end <= first:
            return last
        if self._pairs:
            self._take_particles(first, sentence.first_token, out)
        if not titled and out[-1].end - out[-1].first > 1:
            self._remember(out[-1])
        return max(last, out[-1].end)

    def _remember(self, piece: Piece) -> None:
        """Note the words of a name, so that they are one at the beginning of a sentence too: "Acme left"."""
        if piece.kind not in ("person", "organisation", "name"):
            return
        first, last = piece.head_first, piece.head_end - 1
        for place in range(first, last + 1):
            word = self._words[place]
            if not word[0].isupper():
                if piece.kind == "person" and place > first:
                    self._note_particle(place, last)
                continue
            called = piece.kind == "person" and (place == last or self._capitals.get(word, 0) & FAMILY_FIRST)
            if called or not self._word_flags.get(self._lowers[place], 0):
                self.capitalised.add(word)
                if "'" in word:
                    self.capitalised.add(word.replace("'", "’"))
                if not word.isascii():
                    self.capitalised.add(without_accents(word))

    def _take_particles(self, first: int, begin: int, out: list[Piece]) -> None:
        """Give the last name that begins at ``first`` the particles it has in full: "ter Braak"."""
        place = first
        words = self._words
        while place > begin and (words[place - 1], words[place]) in self._pairs:
            place -= 1
        piece = next((piece for piece in reversed(out) if piece.first == first), None)
        if piece is not None and place < first and words[place] not in _HYPHENS:
            piece.first = piece.head_first = place

    def _note_particle(self, place: int, last: int) -> None:
        """Note a word of a name that is written small, so that "ter Braak" and "Ji-won" are known by themselves."""
        words = self._words
        if words[place] in _HYPHENS:
            if place < last and words[place + 1][0].islower():
                self._pairs.add((words[place - 1], words[place + 1]))
        elif place < last and self._word_flags.get(words[place], 0) & PARTICLE:
            self._pairs.add((words[place], words[place + 1]))

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

    @staticmethod
    def _opens(mark: str) -> bool:
        """Whether a capital behind this token may be due to its place: after a quotation mark, a colon or a bullet."""
        return mark in _OPENING_MARKS or is_symbol(mark)

    def _is_name_at_opening(self, first: int, end: int) -> bool:
        word, lower = self._words[first], self._lowers[first]
        if first + 2 < end and self._words[first + 1] in _AND and self._words[first + 2][0].isupper():
            return True  # "Standard & Vale"
        flags = self._word_flags.get(lower, 0)
        if flags & NUMBER and word not in self.capitalised:
            return False
        if flags & PARTICLE:
            if self._goes_with_particle(first, end):
                return True
            if first + 1 < end and self._words[first + 1].islower():
                return self.known_at(first, end) is not None  # "Bin collections"
        if lower in _FIRST and first + 2 < end and self._words[first + 1][0].isupper():
            return self._ends_as_body(first + 1, end)  # "First Orava Corp."
        if flags & (OPENER | FUNCTION | DETERMINER):
            known = self.known_at(first, end)
            acronym = word.isupper() and len(word) > 1  # "US"
            return known is not None and (acronym or known[0] > first + 1)
        known = self.known_at(first, end)
        if known is not None:  # "South Korea said", but "Apple trees"
            if known[0] > first + 1 or not flags & COMMON or word in self.capitalised:
                return True
            acts = first + 1 < end and self._word_flags.get(self._words[first + 1], 0) & (
                GOVERNING | REPORTING | TELLING
            )
            return bool(acts) and known[1].kind in ("person", "organisation")  # "Apple said", but "Apple trees"
        titled = first + 1 < end and self._capitals.get(word, 0) & HONORIFIC
        if titled and self._word_flags.get(self._words[first + 1], 0) & PARTICLE:
            return True  # "Mrs de Vries"
        if flags & (COMMON | MODIFIER) or lower in self.present:
            if word in self.capitalised and lower not in self.present:
                return True
            following = self._words[first + 1] if first + 1 < end else ""
            if self._word_flags.get(following, 0) & PARTICLE and first + 2 < end:
                return bool(self._capitals.get(word, 0) & GIVEN)  # "Mark van der Berg"
            if following in _HYPHENS and first + 2 < end and self._words[first + 2][0].isupper():
                return bool(self._capitals.get(word, 0) & GIVEN)  # "Jean-Claude"
            if not following[:1].isupper():
                return False
            head = self._capitals.get(following, 0)
            last = first + 2
            while last < end and self._words[last][0].isupper():
                head |= self._capitals.get(self._words[last], 0) & LEGAL  # "Coast Savings Financial Inc."
                last += 1
            return bool(head & (ORGANISATION_HEAD | LEGAL | PLACE_HEAD)) or bool(
                self._capitals.get(word, 0) & (GIVEN | HONORIFIC)
            )
        if self._capitals.get(word, 0) & (CALENDAR | ATTRIBUTE):
            return True
        following = self._words[first + 1] if first + 1 < end else ""
        if self._capitals.get(word, 0) & GIVEN:
            return True
        if lower.endswith(("ed", "ing")) and self._capitals.get(following, 0) & GIVEN and word not in self.capitalised:
            return False  # "Jailed Omar Bey"
        if following[:1].isupper() or word in self.capitalised or (word.isupper() and len(word) > 1):
            return True
        if self._place_lengths.get(word):
            return True
        # An unknown word alone at the start: a name unless it looks like a plural or an adverb or participle.
        if following in self._role_lengths and not following[0].isupper():
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
        joined = words[first + 1] in _HYPHENS and self.known_at(after, end) is None
        return joined or words[after] in self.capitalised

    def _run(self, first: int, end: int) -> int:
        """The end of the run of capitalised words, with particles, hyphens and "of" inside names."""
        words, starts, ends, flags = self._words, self._starts, self._ends, self._capitals
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
                    found = self.role_at(place, end)
                    if found is not None and found[0] > place + 1:
                        place = found[0]
                        continue
                place += 1
                continue
            if place == first:
                break
            if flags.get(word, 0) & LEGAL:
                place += 1  # "Acme Widgets plc"
                continue
            if word in _HYPHENS:
                if place + 1 < end and starts[place] == ends[place - 1] and starts[place + 1] == ends[place]:
                    following = words[place + 1]
                    lower = self._lowers[place + 1]
                    couple = flags.get(following, 0) & GIVEN and flags.get(words[first], 0) & GIVEN
                    couple = couple and place + 2 < end and words[place + 2][0].isupper()
                    if couple and place - first > 1 and not flags.get(words[place - 1], 0) & CAPITAL_PARTICLE:
                        break  # "the Omar Bey-Ivan Holt fight"
                    if following[0].isupper() or (following.isdigit() and words[place - 1].isupper()):
                        place += 2  # "Al-Azhar", "QX-40"
                        continue
                    known = self._word_flags.get(lower, 0)
                    if lower in ("e", "al", "el", "i", "ul", "de", "la", "sur", "on", "upon") and place + 3 < end:
                        place += 2
                        continue
                    if following.isalpha() and len(following) <= _SHORT_SYLLABLE:
                        family = place - 2 >= first and flags.get(words[place - 2], 0) & FAMILY_FIRST
                        if not known & (LINKED | COMMON) or family or (words[place - 1], following) in self._pairs:
                            place += 2  # "Jong-un", "Han Ji-won", and then "Ji-won"
                            continue
                break
            if place + 1 >= end:
                break
            following = words[place + 1]
            if word in _AND and following[0].isupper():
                place += 2
                continue
            if following[0].isupper():
                joins = word in _JOINING_SURNAMES and place - first > 1 and flags.get(words[first], 0) & GIVEN
                if self._word_flags.get(word, 0) & PARTICLE and (word not in _RARELY_INNER or joins):
                    place += 2
                    continue
                if word == "of" and flags.get(words[place - 1], 0) & (ORGANISATION_OF | PLACE_OPENER):
                    place += 2
                    continue
                on = word == "on" and flags.get(words[place - 1], 0) & ORGANISATION_ON
                if on and not flags.get(following, 0) & CALENDAR:
                    place += 2  # "Committee on Road Safety"
                    continue
                if word == "for" and (
                    (flags.get(words[place - 1], 0) & ORGANISATION_OF and heads & ORGANISATION_HEAD)
                    or (flags.get(words[place - 1], 0) & ORGANISATION_FOR and place - first == 1)
                ):
                    place += 2
                    continue
                if word == "and" and self._is_twofold(first, place, end):
                    place += 2
                    continue
                if (
                    word == "and"
                    and heads & ORGANISATION_OF
                    and not _INNER.isdisjoint(words[first:place])
                    and self._joins(place, end)
                ):
                    place += 2
                    continue
            elif self._word_flags.get(word, 0) & PARTICLE and place + 2 < end:
                # "al-Assad", "van der Bellen", "Umm al-Fahm"
                third = words[place + 2]
                if third[0].isupper() and (following in _HYPHENS or self._word_flags.get(following, 0) & PARTICLE):
                    place += 3
                    continue
            elif word == "of" and following == "the" and place + 2 < end and words[place + 2][0].isupper():
                if flags.get(words[place - 1], 0) & ORGANISATION_OF:
                    place += 3
                    continue
                break
            break
        return place

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
        if not thing or self.known_at(noun, end) is not None or self._place_lengths.get(word):
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
        if self.known_at(place + 1, end) is not None or following & (GIVEN | HONORIFIC):
            return False
        return self._word_flags.get(self._lowers[place + 1], 0) & COMMON != 0
