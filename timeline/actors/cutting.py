"""A run of capitalised words to pieces: person, organisation, place or neither.

What comes in: the run that ``names`` found. What goes out: ``Piece`` after ``Piece``: names that the tables know,
titles, and what is between them, typed by its words. Joining names with roles is decided in ``phrases``.
"""

from __future__ import annotations

from timeline.actors.lookups import Lookups
from timeline.actors.pieces import Piece
from timeline.lexicons.actors import (
    ATTRIBUTE,
    CALENDAR,
    CAPITAL_PARTICLE,
    COMMON,
    DETERMINER,
    FAMILY_FIRST,
    FAMILY_NAME,
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
    ORGANISATION_OF,
    ORGANISATION_ON,
    OTHER_HEAD,
    PLACE_FIRST,
    PLACE_HEAD,
    PLACE_OPENER,
    Known,
    Place,
    Role,
)

_HYPHENS = frozenset("-‐‑–")
_NATIONAL = frozenset(("country", "demonym"))
_CALLINGS = frozenset(("CVL", "LAB", "EDU", "HLH", "MED", "CRM"))  # nobody is addressed by them
_PARTIES = frozenset(("R", "D", "I"))
_LONGEST_ACRONYM = 6
_IN_PLACE = frozenset(("in", "near", "from", "to", "at"))
_TWO = 2
_SHORT_ACRONYM = 3
_LONGEST_PERSON = 5
_DOMINANT = 3  # a city this many times larger than its namesakes is meant
_LARGE_CITY = 300
_PLACE_AND_GIVEN = 3  # a place, a given name and a last name


class NameCutter:
    """Cuts runs of capitalised words of one article into pieces."""

    __slots__ = (
        "_capitals",
        "_lexicon",
        "_lowers",
        "_names",
        "_place_lengths",
        "_role_lengths",
        "_word_flags",
        "_words",
        "known_at",
        "place_at",
        "present",
        "role_at",
    )

    def __init__(self, lookups: Lookups) -> None:
        self._capitals = lookups.lexicon.capitals
        self._lexicon = lookups.lexicon
        self._lowers = lookups.lowers
        self._names = lookups.lexicon.names
        self._place_lengths = lookups.lexicon.place_lengths
        self._role_lengths = lookups.lexicon.role_lengths
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words
        self.known_at = lookups.known_at
        self.place_at = lookups.place_at
        self.role_at = lookups.role_at
        self.present = lookups.present

    def lone(self, first: int, end: int, out: list[Piece]) -> bool:
        """Whether a run of one word was put out whole: the common case, by the shortest way."""
        known = self.known_at(first, end)
        if known is not None:
            role = self.role_at(first, first + 1)
            if role is not None and role[0] > known[0]:
                return False
            out.append(self._known_piece(first, known))
            return True
        if self._lowers[first] in self._role_lengths or self._words[first] in self._place_lengths:
            return False
        flags = self._capitals.get(self._words[first], 0)
        if not flags & CALENDAR:
            piece = self._single(Piece(first, first + 1, "word"), flags)
            if piece is not None:
                out.append(piece)
        return True

    def cut(self, first: int, last: int, end: int, out: list[Piece], titled: bool) -> None:
        """Cut a run into pieces: known names, roles, and what is between them."""
        atoms: list[Piece] = []
        place = first
        words = self._words
        while place + 1 < last and self._word_flags.get(self._lowers[place], 0) & (FUNCTION | DETERMINER):
            known = self.known_at(place, last)
            acronym = words[place].isupper() and len(words[place]) > 1  # "US"
            if (known is not None and (acronym or known[0] > place + 1)) or self._capitals.get(words[place], 0) & GIVEN:
                break
            place += 1  # "The Treasury", "If Mr Vance"
        if words[place] in _PARTIES and place + 2 < last and words[place + 1] in _HYPHENS:
            return  # "(R-Fla.)"
        while place < last:
            word = words[place]
            if not word[0].isalnum() or (word.islower() and place > first and atoms):
                # Inner hyphens, particles and "of" go with the word before.
                if not atoms:
                    place += 1
                    continue
                if atoms[-1].known is None or atoms[-1].known.kind not in _NATIONAL:  # "Norway-Chile talks"
                    atoms[-1].end = atoms[-1].head_end = place + 1
                place += 1
                continue
            known = self.known_at(place, max(end if not titled else last, last))
            role = self.role_at(place, last)
            if role is not None and ((known is not None and known[0] >= role[0]) or self._is_place(place, last, role)):
                role = None
            if role is not None:
                atom = Piece(place, role[0], role[1].kind)
                atom.role = role[1]
            elif known is not None and not self._is_another(place, last, known, atoms):
                atom = self._known_piece(place, known)
            else:
                found = self.place_at(place, end if not titled else last)  # "Kherson region"
                if found is not None:
                    atom = Piece(place, found[0], "place")
                    atom.places = found[1]
                else:
                    atom = Piece(place, place + 1, "word")
            atoms.append(atom)
            place = atom.end
        if atoms:
            self._join(atoms, out, titled)

    def _is_place(self, place: int, last: int, found: tuple[int, Role]) -> bool:
        """Whether a plural of people with a capital names a place: "in Queens"."""
        if found[0] > place + 1 or not found[1].plural or place == 0:
            return False
        return self._lowers[place - 1] in _IN_PLACE and self.place_at(place, last) is not None

    def _is_another(self, place: int, last: int, found: tuple[int, Known], atoms: list[Piece]) -> bool:
        """Whether a known name of one word is part of another person's: "Betty Ford", "James Rudd", "Abbas Tamer"."""
        end, known = found
        is_family_name = bool(self._capitals.get(self._words[place], 0) & FAMILY_NAME)  # "Barbara Jordan"
        if end != place + 1 or not (is_family_name or known.kind in ("organisation", "outlet", "person")):
            return False
        if atoms and self._is_given(atoms[-1]):
            return True
        if known.kind != "person" or not self._capitals.get(self._words[place], 0) & GIVEN or end >= last:
            return False
        following = self._words[end]
        return following[0].isupper() and self.known_at(end, last) is None and self.role_at(end, last) is None

    def _is_given(self, atom: Piece) -> bool:
        """Whether an atom is a given name, so that the next word is rather a last name ("Betty Ford")."""
        flags = self._capitals.get(self._words[atom.first], 0)
        if not flags & GIVEN or flags & CALENDAR:
            return False
        return atom.kind == "word" and not self._word_flags.get(self._lowers[atom.first], 0) & FUNCTION

    def _known_piece(self, place: int, found: tuple[int, Known]) -> Piece:
        last, known = found
        piece = Piece(place, last, known.kind)
        piece.known = known
        piece.country = known.country
        if known.kind == "demonym":
            piece.adjective = True
            if self._words[last - 1] in _HYPHENS:
                piece.end = piece.head_end = last - 1  # "Franco-German"
        return piece

    def _join(self, atoms: list[Piece], out: list[Piece], titled: bool) -> None:
        """Atoms to pieces: a title splits the run, an organisation's last word names all before it."""
        capitals = self._capitals
        count = len(atoms)
        begin = 0
        for number, atom in enumerate(atoms):
            if atom.kind == "office" and atom.role is not None:
                following = atoms[number + 1] if number + 1 < count else None
                if following is not None and following.first == atom.end and self._is_head(following):
                    atom.kind = "word"  # "Justice Department", "Prime Minister Office"
                    continue
                if (
                    following is not None
                    and capitals.get(self._words[atom.first], 0) & GIVEN
                    and following.kind in ("word", "place")
                ):
                    atom.kind = "word"  # a given name that is a role word too: "Dean Baquet"
                    continue
                if self._is_surname(atom, atoms[number - 1] if number else None, following):
                    atom.kind = "word"
                    continue
                if begin < number:
                    self._unit(atoms[begin:number], out, before_role=True, titled=titled)
                out.append(atom)
                begin = number + 1
        if begin < count:
            self._unit(atoms[begin:], out, before_role=False, titled=titled)

    def _is_surname(self, atom: Piece, before: Piece | None, following: Piece | None) -> bool:
        """Whether a role word with a capital is a name: "James Cook", "Mr Baker", "Mount Cook", "Then Baker left"."""
        if atom.end - atom.first > 1 or atom.role is None or following is not None:
            return False
        if before is not None and before.end == atom.first:
            flags = self._capitals.get(self._words[before.end - 1], 0)
            return before.kind == "word" and bool(flags & (GIVEN | HONORIFIC | PLACE_OPENER | PLACE_FIRST))
        if before is not None or atom.role.sector not in _CALLINGS:
            return False
        before_it = self._lowers[atom.first - 1] if atom.first else ""
        return before_it.isalpha() and not self._word_flags.get(before_it, 0) & DETERMINER

    def _is_head(self, atom: Piece) -> bool:
        return atom.kind == "body" or bool(
            atom.kind == "word" and self._capitals.get(self._words[atom.end - 1], 0) & (ORGANISATION_HEAD | LEGAL)
        )

    def _unit(self, atoms: list[Piece], out: list[Piece], *, before_role: bool, titled: bool) -> None:
        """One stretch without a title: an organisation by its last word, else known names one by one and the
        rest typed.
        """
        words, capitals = self._words, self._capitals
        first, end = atoms[0].first, atoms[-1].end
        # Adjectives that are no names lead a stretch: "Islamic", "Republican", "Northern".
        if len(atoms) == 1:
            atom = atoms[0]
            if atom.kind != "word":
                if atom.kind == "place" and self._is_person_word(atom, before_role):
                    atom.kind = "name"
                out.append(atom)
                return
        last = atoms[-1]
        flags = capitals.get(words[end - 1], 0)
        if not titled and atoms[0].kind == "organisation" and self._goes_on(atoms, flags):
            piece = atoms[0]  # "Acme Widgets NV" is Acme Widgets, "Acme Rail Services" another
            if not flags & LEGAL:
                piece.known = None
            piece.end = piece.head_end = end
            out.append(piece)
            return
        if flags & OTHER_HEAD and capitals.get(words[first], 0) & ATTRIBUTE:
            out.append(Piece(first, end, "other"))  # "the Olympic Games", but "Epic Games"
            return
        if len(atoms) > 1 and last.known is None and self._names_organisation(last, flags, len(atoms)):
            leading = 0
            while titled and leading < len(atoms) - 1 and atoms[leading].kind == "nationals":
                leading += 1
            out.extend(atoms[:leading])
            piece = Piece(atoms[leading].first, end, "organisation")
            piece.role = last.role
            piece.country = _country_of(atoms)
            out.append(piece)
            return
        if capitals.get(words[first], 0) & PLACE_OPENER and words[first + 1] == "of":
            out.append(Piece(first, end, "place"))  # "the Gulf of Aden"
            return
        if self._is_of_name(first, end):
            piece = Piece(first, end, "organisation")
            piece.country = _country_of(atoms)
            out.append(piece)
            return
        # Known names first, then the words between and after them.
        run: list[Piece] = []
        for number, atom in enumerate(atoms):
            if atom.kind in ("word", "place", "office") or (atom.kind == "body" and atom.role is not None):
                run.append(atom)
                continue
            self._typed(run, out, before_role)
            run = []
            if atom.kind == "organisation" and out and self._is_national(out[-1], atom):
                nation = out.pop()  # "the Brazilian Supreme Court"
                atom.first = atom.head_first = nation.first
                atom.country = nation.country
                atom.known = None
            if atom.kind in ("organisation", "outlet") and number + 1 < len(atoms):
                after = atoms[number + 1]
                if after.kind in ("country", "place") and number + 2 == len(atoms):
                    atom.end = atom.head_end = after.end  # "Acme Germany"
                    out.append(atom)
                    return
            out.append(atom)
        self._typed(run, out, before_role)

    def _is_national(self, before: Piece, atom: Piece) -> bool:
        """Whether a nation's adjective makes one of many bodies of that name its own: "Supreme Court", not "NATO"."""
        if before.kind != "demonym" or before.end != atom.first or atom.country is not None:
            return False
        head = self._words[atom.end - 1]
        return atom.end - atom.first > 1 and bool(self._capitals.get(head, 0) & ORGANISATION_HEAD)

    def _goes_on(self, atoms: list[Piece], flags: int) -> bool:
        """Whether unknown words behind a known organisation belong to its name."""
        rest = atoms[1:]
        if not rest or any(atom.kind != "word" for atom in rest) or flags & (OTHER_HEAD | PLACE_HEAD):
            return False
        words = self._words
        if self._capitals.get(words[rest[0].first], 0) & (GIVEN | HONORIFIC | CALENDAR):
            return False
        return all(words[atom.first][0].isupper() and words[atom.end - 1].isalpha() for atom in rest) or bool(
            flags & LEGAL
        )

    def _names_organisation(self, last: Piece, flags: int, count: int) -> bool:
        """Whether the last word of a stretch makes it an organisation: "Council", "Inc.", not "Airport"."""
        if last.kind == "body":
            return True
        if not flags & (ORGANISATION_HEAD | LEGAL) or (flags & GIVEN and count == _TWO):
            return False
        return not flags & PLACE_HEAD or bool(flags & ORGANISATION_HEAD)

    def _is_of_name(self, first: int, end: int) -> bool:
        for place in range(first + 1, end - 1):
            if self._words[place] == "of" and self._capitals.get(self._words[place - 1], 0) & ORGANISATION_OF:
                return True
            if self._words[place] == "on" and self._capitals.get(self._words[place - 1], 0) & ORGANISATION_ON:
                return True
        return False

    def _is_person_word(self, atom: Piece, before_role: bool) -> bool:
        """Whether a one-word place name is rather a person's: a given name that is no large city."""
        if atom.end - atom.first > 1 or before_role:
            return False
        large = atom.places and atom.places[0].thousands > _LARGE_CITY
        return bool(self._capitals.get(self._words[atom.first], 0) & GIVEN) and not large

    def _typed(self, run: list[Piece], out: list[Piece], before_role: bool) -> None:
        """A run of words that no table knows as a whole, as one piece of the kind that its words show."""
        if not run:
            return
        words, capitals = self._words, self._capitals
        # Calendar words and bare adjectives are no names.
        while run and capitals.get(words[run[0].first], 0) & CALENDAR:
            run = run[1:]
        if not run:
            return
        first, end = run[0].first, run[-1].end
        length = len(run)
        opening = capitals.get(words[first], 0)
        closing = capitals.get(words[end - 1], 0)
        if length == 1 and run[0].kind == "place":
            if self._is_person_word(run[0], before_role):
                run[0].kind = "name"
            out.append(run[0])
            return
        if length == 1 and run[0].kind == "word":
            piece = self._single(run[0], opening)
            if piece is not None:
                out.append(piece)
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
        piece = Piece(first, end, "name")
        if (
            opening & GIVEN
            and length <= _LONGEST_PERSON
            and not closing & (OTHER_HEAD | PLACE_HEAD | ORGANISATION_HEAD | LEGAL)
        ):
            piece.kind = "person"
            piece.gender = _gender(opening)
        elif opening & PLACE_OPENER and length > 1:
            piece.kind = "place"
        elif closing & ATTRIBUTE:
            piece.kind = "attribute"
            piece.adjective = True
        elif closing & LEGAL or (closing & ORGANISATION_HEAD and not closing & PLACE_HEAD):
            piece.kind = "organisation"
        elif closing & OTHER_HEAD or opening & OTHER_HEAD:
            piece.kind = "other"
        elif closing & PLACE_HEAD or (opening & PLACE_FIRST and length > 1 and run[-1].kind == "place"):
            piece.kind = "place"
            piece.places = next((atom.places for atom in run if atom.places), ())
        elif run[0].kind == "place" and length > _PLACE_AND_GIVEN - 1 and capitals.get(words[run[1].first], 0) & GIVEN:
            out.append(run[0])  # "the mayor of London Sadiq Khan"
            self._typed(run[1:], out, before_role)
            return
        elif (
            length > 1 and run[0].kind == "place" and run[1].kind == "word" and not self._is_person_word(run[0], False)
        ):
            piece.kind = "organisation"  # "Chicago Bears"
        elif length <= _LONGEST_PERSON:
            piece.kind = self._kind_of_words(first, end)
        if piece.kind == "person" and opening & FAMILY_FIRST and piece.gender is None:
            piece.gender = None
        out.append(piece)

    def _single(self, atom: Piece, flags: int) -> Piece | None:
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
        if flags & (ORGANISATION_HEAD | PLACE_HEAD | LEGAL) and self._word_flags.get(lower, 0) & COMMON:
            return None
        if flags & PLACE_HEAD and not flags & (ORGANISATION_HEAD | GIVEN):
            return None  # "Avenue"
        if any(character.isdigit() for character in word) or word[0].islower():
            atom.kind = "other"
            return atom
        if atom.end == atom.first + 1 and word.isupper() and len(word) <= _LONGEST_ACRONYM:
            atom.kind = "organisation"
            return atom
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
            return False
        if lower in self.present or not (place and self._words[place - 1].islower()):
            return True
        following = self._words[place + 1] if place + 1 < len(self._words) else ""
        return bool(self._capitals.get(following, 0) & CALENDAR)

    def _shouted(self, atom: Piece, word: str) -> Piece | None:
        """A known name in capitals: "WASHINGTON (AP)", "ISRAEL AND HAMAS"."""
        surface = word.capitalize()
        known = self._names.get(surface)
        if known is not None:
            return self._known_piece(atom.first, (atom.end, known))
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
        if any(word.isdigit() for word in words[first:end]):
            return "other"
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
            if self._word_flags.get(self._lowers[place], 0) & COMMON:
                return "name"
            if word.isupper() and len(word) > 1 and not word.endswith("."):
                return "name"
            letters += 1
        if letters < 2 or (first and self._lowers[first - 1] == "the"):
            return "name"
        return "person"


def _gender(flags: int) -> str | None:
    if flags & GIVEN_MALE and not flags & GIVEN_FEMALE:
        return "m"
    if flags & GIVEN_FEMALE and not flags & GIVEN_MALE:
        return "f"
    return None


def _country_of(atoms: list[Piece]) -> str | None:
    """The first country that the parts of a name give."""
    return next((atom.country or _one_country(atom.places) for atom in atoms if atom.country or atom.places), None)


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
