"""What words with a capital are that no table knows as a whole: person, organisation, place, adjective or no name.

What comes in: a stretch of words. What goes out: one ``Piece`` of the kind that its words show, or none. Where a
stretch begins and ends is decided in ``cutting``.
"""

from __future__ import annotations

from timeline.actors.evidence import GIVEN_NAME, PLACE_NAME, UNKNOWN
from timeline.actors.lone_names import LoneNames, gender_of
from timeline.actors.lookups import Lookups
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    ATTRIBUTE,
    CALENDAR,
    CAPITAL_PARTICLE,
    COMMON,
    FAMILY_FIRST,
    FEMALE_HONORIFIC,
    GIVEN,
    HONORIFIC,
    LEGAL,
    MALE_HONORIFIC,
    ORGANISATION_HEAD,
    OTHER_HEAD,
    PLACE_FIRST,
    PLACE_HEAD,
    PLACE_OPENER,
)
from timeline.lexicons.actors import Place
from timeline.lexicons.name_evidence import name_evidence

_HYPHENS = frozenset("-‐‑–")
_JOINED = 3  # tokens of two words with a hyphen
_KOREAN = 4  # tokens of a Korean name with a hyphen
_LONG_ACRONYM = 4  # letters beyond which a common word in capitals is no acronym: "TEXT", "STORM"
_SHORT_ACRONYM = 3
_INITIAL = 2  # letters of an initial with its stop
_LONGEST_PERSON = 5
_PAIR = 2
_AT_PLACES = frozenset(("the", "in", "at", "near", "on", "to", "from", "outside", "through"))
_REGNAL = frozenset(("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV", "XVI"))
_SAINT = frozenset(("St", "St."))
_DOMINANT = 3  # a city this many times larger than its namesakes is meant
_PLACE_AND_GIVEN = 3  # a place, a given name and a last name


class NameTyper:
    """Types the stretches of one article.

    Attributes:
        lone: What types words that stand alone.
        doubtful: Names that may be a person's or a company's, for ``evidence``.
    """

    __slots__ = ("_capitals", "_lexicon", "_lowers", "_word_flags", "_words", "doubtful", "lone")

    def __init__(self, lookups: Lookups) -> None:
        self._capitals = lookups.lexicon.capitals
        self._lexicon = lookups.lexicon
        self._lowers = lookups.lowers
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words
        self.lone = LoneNames(lookups)
        self.doubtful: list[Piece] = []

    def typed(self, run: list[Piece], out: list[Piece], before_role: bool) -> None:
        """A run of words that no table knows as a whole, as one piece of the kind that its words show."""
        run = self._without_adjectives(run)
        if not run:
            return
        words, capitals = self._words, self._capitals
        length, first, end = len(run), run[0].first, run[-1].end
        opening, closing = capitals.get(words[first], 0), capitals.get(words[end - 1], 0)
        if length == 1 and run[0].kind == "word":
            piece = self.lone.typed(run[0], opening)
            if piece is not None:
                out.append(piece)
            return
        if length == 1 and run[0].kind == "place":
            if self.lone.is_person(run[0], before_role):
                run[0].kind = "name"
            out.append(run[0])
            return
        if not opening and length > 1 and words[first].isupper():
            opening = capitals.get(words[first].capitalize(), 0) & GIVEN  # "OMAR BEY"
        if words[first] in _SAINT and not capitals.get(words[run[1].first], 0) & GIVEN:
            out.append(Piece(first, end, "place"))  # "St. Albans"
            return
        if opening & HONORIFIC:
            out.append(self._titled(run, opening))
            return
        if length > _PAIR and not opening and words[first].endswith("s") and self._opens_person(run):
            out.append(run[0])  # "the Orvadians Ada Reed and Omar Bey"
            run[0].kind = "name"
            self.typed(run[1:], out, before_role)
            return
        if length > _PAIR and not opening & (GIVEN | HONORIFIC) and self._closes_with_person(run):
            self.typed(run[-_PAIR:], out, before_role)  # "Harlow County Recorder Ada Reed"
            return
        found = self._person(run, opening, closing) or self._by_heads(run, opening, closing)
        if found is None and length > _PAIR and run[0].kind == "place" and capitals.get(words[run[1].first], 0) & GIVEN:
            out.append(run[0])  # "the mayor of London Sadiq Khan"
            self.typed(run[1:], out, before_role)
            return
        out.append(found or self._by_words(run, opening, closing))

    def _without_adjectives(self, run: list[Piece]) -> list[Piece]:
        """A run without the calendar words and bare adjectives that lead it, which are no names."""
        words, capitals = self._words, self._capitals
        while run and capitals.get(words[run[0].first], 0) & CALENDAR:
            if len(run) > 1 and capitals[words[run[0].first]] & GIVEN:
                break  # "Jan Pike"
            run = run[1:]
        if len(run) > 1 and run[1].kind == "place" and capitals.get(words[run[0].first], 0) & ATTRIBUTE:
            run = run[1:]  # "Democratic Vermont"
        return run

    def _titled(self, run: list[Piece], opening: int) -> Piece:
        """A person behind a word of address: "Ms Firth", "Sir Omar Bey"."""
        words, capitals = self._words, self._capitals
        piece = Piece(run[0].first, run[-1].end, "person")
        piece.head_first = run[1].first
        if piece.head_first < piece.end and capitals.get(words[piece.head_first], 0) & HONORIFIC and len(run) > _PAIR:
            piece.head_first = run[2].first
        piece.title = (piece.first, piece.head_first)
        piece.gender = "m" if opening & MALE_HONORIFIC else "f" if opening & FEMALE_HONORIFIC else None
        if piece.gender is None:
            piece.gender = gender_of(capitals.get(words[piece.head_first], 0))
        return piece

    def _person(self, run: list[Piece], opening: int, closing: int) -> Piece | None:
        """A person by a given name or a number behind the name: "Omar Bey", "Susan Hill", "Artaban II"."""
        words, length, first, end = self._words, len(run), run[0].first, run[-1].end
        if opening & GIVEN:
            doubtful = closing & (OTHER_HEAD | PLACE_HEAD | ORGANISATION_HEAD | LEGAL | ATTRIBUTE)
            if length <= _LONGEST_PERSON and not doubtful and not (length == _PAIR and self._is_club(first, end)):
                piece = Piece(first, end, "person")
                piece.gender = gender_of(opening)
                if length <= _PLACE_AND_GIVEN:
                    piece.doubt = GIVEN_NAME
                    self.doubtful.append(piece)
                return piece
        if words[end - 1] in _REGNAL and length == _PAIR and not opening & OTHER_HEAD:
            return Piece(first, end, "person")  # "Artaban II"
        if (
            opening & GIVEN
            and closing & (PLACE_HEAD | ORGANISATION_HEAD)
            and (length == _PAIR or self._capitals.get(words[end - 2], 0) & CAPITAL_PARTICLE)
            and self._is_surname(first, end - 1)
        ):
            piece = Piece(first, end, "person")  # "Susan Hill", but "in Albert Hall"
            piece.gender = gender_of(opening)
            return piece
        return None

    def _is_club(self, first: int, end: int) -> bool:
        """Whether "the" stands before a name that ends in a plural of the language: "the Carolina Panthers"."""
        if not first or self._lowers[first - 1] != "the" or not self._words[end - 1].endswith("s"):
            return False
        lower = self._lowers[end - 1]
        return bool(self._word_flags.get(lower, 0) & COMMON) and lower not in name_evidence().family_names

    def _by_heads(self, run: list[Piece], opening: int, closing: int) -> Piece | None:
        """What the first or last word of a name says that it is: "Fort Dorn", "Harlow Council", "Senna Cup"."""
        length = len(run)
        piece = Piece(run[0].first, run[-1].end, "place")
        if opening & PLACE_OPENER and length > 1:
            return piece
        if closing & ATTRIBUTE:
            piece.kind = "attribute"
            piece.adjective = True
        elif (closing | opening) & LEGAL or (closing & ORGANISATION_HEAD and not closing & PLACE_HEAD):
            piece.kind = "organisation"
        elif (closing | opening) & OTHER_HEAD:
            piece.kind = "other"
        elif closing & PLACE_HEAD or (opening & PLACE_FIRST and length > 1 and run[-1].kind == "place"):
            piece.places = next((part.places for part in run if part.places), ())
            if length == _PAIR and not piece.places:
                piece.doubt = PLACE_NAME
                self.doubtful.append(piece)
        else:
            return None
        return piece

    def _by_words(self, run: list[Piece], opening: int, closing: int) -> Piece:
        """What a name is of which neither the first word nor the last tells: a club, a notice, perhaps a person."""
        words, first, end = self._words, run[0].first, run[-1].end
        piece = Piece(first, end, "name")
        if len(run) > 1 and run[0].kind == "place" and run[1].kind == "word" and not self.lone.is_person(run[0], False):
            # "Chicago Bears", but "Porto Alvo" may be anything
            piece.kind = "organisation" if words[end - 1].endswith("s") or closing & ORGANISATION_HEAD else "name"
        elif words[first].isupper() and words[end - 1].isupper() and self._is_notice(end - 1):
            piece.kind = "other"  # "CORRECTION APPENDED"
        elif len(run) <= _LONGEST_PERSON:
            piece.kind = self._kind_of_words(first, end)
            if piece.kind == "person" and not opening & FAMILY_FIRST:
                piece.doubt = UNKNOWN if self._has_no_given_name(first, end) else GIVEN_NAME
                self.doubtful.append(piece)
        return piece

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


def country_of(parts: list[Piece]) -> str | None:
    """The first country that the parts of a name give."""
    return next(
        (
            part.country or _one_country(part.places)
            for part in parts
            if (part.country and part.kind not in ("organisation", "outlet", "person")) or part.places
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
