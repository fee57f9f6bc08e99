"""What words with a capital are that no table knows as a whole: person, organisation, place, adjective or no name.

What comes in: a stretch of words. What goes out: one ``Piece`` of the kind that its words show, or none. Where a
stretch begins and ends is decided in ``cutting``.
"""

from __future__ import annotations

from timeline.actors.evidence import GIVEN_NAME, PLACE_NAME, UNKNOWN
from timeline.actors.lookups import Lookups
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    ATTRIBUTE,
    CALENDAR,
    CAPITAL_PARTICLE,
    COMMON,
    DETERMINER,
    FAMILY_FIRST,
    FEMALE_HONORIFIC,
    FUNCTION,
    GIVEN,
    GIVEN_FEMALE,
    GIVEN_MALE,
    HONORIFIC,
    LEGAL,
    MALE_HONORIFIC,
    OPENER,
    ORGANISATION_HEAD,
    OTHER_HEAD,
    PLACE_FIRST,
    PLACE_HEAD,
    PLACE_OPENER,
)
from timeline.lexicons.actors import Known, Place
from timeline.lexicons.name_evidence import name_evidence

_HYPHENS = frozenset("-‐‑–")
_JOINED = 3  # tokens of two words with a hyphen
_KOREAN = 4  # tokens of a Korean name with a hyphen
_LONGEST_ACRONYM = 6
_LONG_ACRONYM = 4  # letters beyond which a common word in capitals is no acronym: "TEXT", "STORM"
_SHORT_ACRONYM = 3
_INITIAL = 2  # letters of an initial with its stop
_LONGEST_PERSON = 5
_PAIR = 2
_AT_PLACES = frozenset(("the", "in", "at", "near", "on", "to", "from", "outside", "through"))
_REGNAL = frozenset(("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI"))
_SAINT = frozenset(("St", "St."))
_DOMINANT = 3  # a city this many times larger than its namesakes is meant
_LARGE_CITY = 300
_PLACE_AND_GIVEN = 3  # a place, a given name and a last name


class NameTyper:
    """Types the stretches of one article."""

    __slots__ = (
        "_capitalised",
        "_capitals",
        "_ends",
        "_lexicon",
        "_lowers",
        "_names",
        "_shouting",
        "_starts",
        "_word_flags",
        "_words",
        "doubtful",
        "present",
    )

    def __init__(self, lookups: Lookups) -> None:
        self._capitalised = lookups.capitalised
        self._capitals = lookups.lexicon.capitals
        self._starts = lookups.starts
        self._ends = lookups.ends
        self._lexicon = lookups.lexicon
        self._lowers = lookups.lowers
        self._names = lookups.lexicon.names
        self._shouting = lookups.shouted
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words
        self.present = lookups.present
        self.doubtful: list[Piece] = []

    def is_person_word(self, atom: Piece, before_role: bool) -> bool:
        """Whether a one-word place name is rather a person's: a given name that is no large city."""
        if atom.end - atom.first > 1 or before_role:
            return False
        large = atom.places and atom.places[0].thousands > _LARGE_CITY
        return bool(self._capitals.get(self._words[atom.first], 0) & GIVEN) and not large

    def typed(self, run: list[Piece], out: list[Piece], before_role: bool) -> None:
        """A run of words that no table knows as a whole, as one piece of the kind that its words show."""
        if not run:
            return
        words, capitals = self._words, self._capitals
        # Calendar words and bare adjectives are no names.
        while run and capitals.get(words[run[0].first], 0) & CALENDAR:
            if len(run) > 1 and capitals[words[run[0].first]] & GIVEN:
                break  # "Jan Pike"
            run = run[1:]
        if not run:
            return
        if len(run) > 1 and run[1].kind == "place" and capitals.get(words[run[0].first], 0) & ATTRIBUTE:
            run = run[1:]  # "Democratic Vermont"
        first, end = run[0].first, run[-1].end
        length = len(run)
        opening = capitals.get(words[first], 0)
        closing = capitals.get(words[end - 1], 0)
        if not opening and length > 1 and words[first].isupper():
            opening = capitals.get(words[first].capitalize(), 0) & GIVEN  # "OMAR BEY"
        if length == 1 and run[0].kind == "place":
            if self.is_person_word(run[0], before_role):
                run[0].kind = "name"
            out.append(run[0])
            return
        if length == 1 and run[0].kind == "word":
            piece = self.single(run[0], opening)
            if piece is not None:
                out.append(piece)
            return
        if words[first] in _SAINT and not capitals.get(words[run[1].first], 0) & GIVEN:
            out.append(Piece(first, end, "place"))  # "St. Albans"
            return
        if opening & HONORIFIC:
            piece = Piece(first, end, "person")
            piece.head_first = run[1].first
            if piece.head_first < end and capitals.get(words[piece.head_first], 0) & HONORIFIC and length > 2:
                piece.head_first = run[2].first
            piece.title = (first, piece.head_first)
            piece.gender = "m" if opening & MALE_HONORIFIC else "f" if opening & FEMALE_HONORIFIC else None
            if piece.gender is None:
                piece.gender = _gender(capitals.get(words[piece.head_first], 0))
            out.append(piece)
            return
        if length > _PAIR and not opening and words[first].endswith("s") and self._opens_person(run):
            out.append(run[0])  # "the Orvadians Ada Reed and Omar Bey"
            run[0].kind = "name"
            self.typed(run[1:], out, before_role)
            return
        if length > _PAIR and not opening & (GIVEN | HONORIFIC) and self._closes_with_person(run):
            self.typed(run[-_PAIR:], out, before_role)  # "Harlow County Recorder Ada Reed"
            return
        piece = Piece(first, end, "name")
        if (
            opening & GIVEN
            and length <= _LONGEST_PERSON
            and not closing & (OTHER_HEAD | PLACE_HEAD | ORGANISATION_HEAD | LEGAL | ATTRIBUTE)
        ):
            piece.kind = "person"
            piece.gender = _gender(opening)
            if length <= _PLACE_AND_GIVEN:
                piece.doubt = GIVEN_NAME
                self.doubtful.append(piece)
        elif words[end - 1] in _REGNAL and length == _PAIR and not opening & OTHER_HEAD:
            piece.kind = "person"  # "Artaban II"
        elif (
            closing & (PLACE_HEAD | ORGANISATION_HEAD)
            and opening & GIVEN
            and (length == _PAIR or capitals.get(words[end - 2], 0) & CAPITAL_PARTICLE)
            and self._is_surname(first, end - 1)
        ):
            piece.kind = "person"  # "Susan Hill", but "in Albert Hall"
            piece.gender = _gender(opening)
        elif opening & PLACE_OPENER and length > 1:
            piece.kind = "place"
        elif closing & ATTRIBUTE:
            piece.kind = "attribute"
            piece.adjective = True
        elif (closing | opening) & LEGAL or (closing & ORGANISATION_HEAD and not closing & PLACE_HEAD):
            piece.kind = "organisation"
        elif closing & OTHER_HEAD or opening & OTHER_HEAD:
            piece.kind = "other"
        elif closing & PLACE_HEAD or (opening & PLACE_FIRST and length > 1 and run[-1].kind == "place"):
            piece.kind = "place"
            piece.places = next((atom.places for atom in run if atom.places), ())
            if length == _PAIR and not piece.places:
                piece.doubt = PLACE_NAME
                self.doubtful.append(piece)
        elif run[0].kind == "place" and length > _PLACE_AND_GIVEN - 1 and capitals.get(words[run[1].first], 0) & GIVEN:
            out.append(run[0])  # "the mayor of London Sadiq Khan"
            self.typed(run[1:], out, before_role)
            return
        elif length > 1 and run[0].kind == "place" and run[1].kind == "word" and not self.is_person_word(run[0], False):
            # "Chicago Bears", but "Porto Alvo" may be anything
            piece.kind = "organisation" if words[end - 1].endswith("s") or closing & ORGANISATION_HEAD else "name"
        elif words[first].isupper() and words[end - 1].isupper() and self._is_notice(end - 1):
            piece.kind = "other"  # "CORRECTION APPENDED"
        elif length <= _LONGEST_PERSON:
            piece.kind = self._kind_of_words(first, end)
            if piece.kind == "person" and not opening & FAMILY_FIRST:
                piece.doubt = UNKNOWN if self._has_no_given_name(first, end) else GIVEN_NAME
                self.doubtful.append(piece)
        if piece.kind == "person" and opening & FAMILY_FIRST and piece.gender is None:
            piece.gender = None
        out.append(piece)

    def _opens_person(self, run: list[Piece]) -> bool:
        """Whether a person's name begins at the second word of a run of unknown words."""
        if run[0].kind != "word" or self._word_flags.get(self._lowers[run[0].first], 0):
            return False
        closing = self._capitals.get(self._words[run[-1].end - 1], 0)
        given = self._capitals.get(self._words[run[1].first], 0) & GIVEN
        heads = ORGANISATION_HEAD | LEGAL | OTHER_HEAD | PLACE_HEAD
        return bool(given) and run[1].kind == "word" and not closing & heads

    def _closes_with_person(self, run: list[Piece]) -> bool:
        """Whether a word of the language, and no body, stands before a given name and a last one at a run's end."""
        title, given, last = run[-3:]
        if not title.kind == given.kind == last.kind == "word":
            return False
        flags = self._capitals
        if not flags.get(self._words[given.first], 0) & GIVEN or not self._word_flags.get(self._lowers[title.first], 0):
            return False
        heads = ORGANISATION_HEAD | LEGAL | OTHER_HEAD | PLACE_HEAD | CAPITAL_PARTICLE | FAMILY_FIRST
        return not (flags.get(self._words[title.first], 0) | flags.get(self._words[last.first], 0)) & heads

    def _is_surname(self, first: int, last: int) -> bool:
        """Whether the last word of a name is rather a family name than what the place is."""
        before = self._lowers[first - 1] if first else ""
        family = self._lowers[last] in name_evidence().family_names
        return before not in _AT_PLACES and (
            family or bool(self._capitals.get(self._words[last - 1], 0) & CAPITAL_PARTICLE)
        )

    def _is_notice(self, last: int) -> bool:
        """Whether a word in capitals at the end of others is one of the language."""
        lower = self._lowers[last]
        flags = self._capitals.get(lower.capitalize(), 0)
        if len(lower) <= _LONG_ACRONYM or flags & (ORGANISATION_HEAD | LEGAL):
            return False
        return lower.endswith(("ed", "ing")) or bool(self._word_flags.get(lower, 0) & COMMON)

    def _has_no_given_name(self, first: int, end: int) -> bool:
        return not any(self._capitals.get(word, 0) & GIVEN for word in self._words[first:end])

    def single(self, atom: Piece, flags: int) -> Piece | None:
        word = self._words[atom.first]
        if (flags & (OTHER_HEAD | CALENDAR) and not flags & GIVEN) or len(word) == 1:
            return None
        if flags & ATTRIBUTE:
            atom.kind = "attribute"
            atom.adjective = True
            return atom
        if flags & HONORIFIC:
            atom.kind = "honorific"
            return atom
        lower = self._lowers[atom.first]
        known = self._word_flags.get(lower, 0)
        if known & (OPENER | FUNCTION | DETERMINER) or (
            known & COMMON and not flags & GIVEN and self._is_common_here(atom.first, word, lower)
        ):
            return None
        if word.isupper() and len(word) > _SHORT_ACRONYM:
            shouted = self._shouted(atom, word)
            if shouted is not None:
                return shouted
        if atom.first in self._shouting and word not in self._capitalised:
            if word.capitalize() not in self._capitalised or lower in self.present:
                return None  # in a headline in capitals no word is an acronym by its letters
            atom.kind = "name"
            return atom
        if flags & (ORGANISATION_HEAD | PLACE_HEAD | LEGAL) and self._word_flags.get(lower, 0) & COMMON:
            return None
        if flags & FAMILY_FIRST and word in self._capitalised:
            atom.kind = "name"  # "Park" after "Park Min-seo"
            return atom
        if flags & PLACE_HEAD and not flags & (ORGANISATION_HEAD | GIVEN):
            return None  # "Avenue"
        if (not word.isalpha() and any(character.isdigit() for character in word)) or word[0].islower():
            atom.kind = "other"
            return atom
        if (
            atom.first
            and self._starts[atom.first] == self._ends[atom.first - 1]
            and self._words[atom.first - 1].isdigit()
        ):
            return None  # "777-200LR"
        if atom.end == atom.first + 1 and word.isupper() and len(word) <= _LONGEST_ACRONYM:
            atom.kind = "organisation"
            return atom
        if atom.end < len(self._words) and self._words[atom.end].isdigit():
            return None  # "Gate 4"
        atom.kind = "name"
        if flags & GIVEN:
            atom.kind = "person"
            atom.gender = _gender(flags)
        return atom

    def _is_common_here(self, place: int, word: str, lower: str) -> bool:
        """Whether a word of the language that stands with a capital is no name: also written small, or "Super
        Tuesday".
        """
        if word.isupper():
            return len(word) > _LONG_ACRONYM
        if word in self._capitalised and self._capitals.get(word, 0) & FAMILY_FIRST and lower not in self.present:
            return False  # "Ban" after "Ban Ki-moon"
        if lower in self.present or not (place and self._words[place - 1].islower()):
            return True
        following = self._words[place + 1] if place + 1 < len(self._words) else ""
        return bool(self._capitals.get(following, 0) & CALENDAR)

    def _shouted(self, atom: Piece, word: str) -> Piece | None:
        """A known name in capitals: "WASHINGTON (AP)", "ISRAEL AND HAMAS"."""
        surface = word.capitalize()
        known = self._names.get(surface)
        if known is not None:
            return known_piece(self._words, atom.first, (atom.end, known))
        places = self._lexicon.places(surface)
        if places or surface in self._lexicon.capital_cities:
            atom.kind = "place"
            atom.places = places
            return atom
        return None

    def _kind_of_words(self, first: int, end: int) -> str:
        """Two to five unknown words: a person's name unless they are words of the language or hold figures."""
        words = self._words
        letters = 0
        korean = end - first > _KOREAN - 1 and words[first + 2] in _HYPHENS and words[end - 1].islower()
        if korean and self._capitals.get(words[first], 0) & FAMILY_FIRST:
            return "person"  # "Choi Soon-sil"
        if any(word[-1].isdigit() for word in words[first:end]):  # "Comet 3", "Orbit X20"
            return "other"
        if end - first == _JOINED and words[first + 1] in _HYPHENS and self._lexicon.places(words[first]):
            return "other"  # "the Nairobi-Mombasa line"
        for place in range(first, end):
            word = words[place]
            if word in _HYPHENS or word.islower():
                continue
            if word[0].islower():
                return "other"
            if not word.replace(".", "").replace("'", "").replace("’", "").isalpha():
                return "other" if any(character.isdigit() for character in word) else "name"
            flags = self._capitals.get(word, 0)
            if flags & (CAPITAL_PARTICLE | GIVEN | FAMILY_FIRST):
                letters += 1
                continue
            if len(word) == _INITIAL and word[1] == "." and first < place < end - 1:
                return "person"  # "Harold E. Trott"
            if self._word_flags.get(self._lowers[place], 0) & COMMON:
                return "name"
            if word.isupper() and len(word) > 1 and not word.endswith("."):
                return "name"
            letters += 1
        if letters < 2 or (first and self._lowers[first - 1] == "the"):
            return "name"
        if max(map(len, words[first:end])) < _SHORT_ACRONYM:
            return "name"  # "U. S."
        return "person"


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


def _gender(flags: int) -> str | None:
    if flags & GIVEN_MALE and not flags & GIVEN_FEMALE:
        return "m"
    if flags & GIVEN_FEMALE and not flags & GIVEN_MALE:
        return "f"
    return None


def country_of(atoms: list[Piece]) -> str | None:
    """The first country that the parts of a name give."""
    return next(
        (
            atom.country or _one_country(atom.places)
            for atom in atoms
            if (atom.country and atom.kind not in ("organisation", "outlet", "person")) or atom.places
        ),
        None,
    )


def _one_country(places: tuple[Place, ...]) -> str | None:
    """The country of a place name when its readings leave no doubt."""
    if not places:
        return None
    country = places[0].country
    if len(places) == 1:
        return country
    others = max((place.thousands for place in places[1:] if place.country != country), default=-1)
    if others < 0:
        return country
    return country if places[0].thousands >= _DOMINANT * max(others, 1) else None
