"""A run of capitalised words to pieces: person, organisation, place or neither.

What comes in: the run that ``names`` found. What goes out: ``Piece`` after ``Piece``: names that the tables know,
titles, and what is between them, typed by its words. Joining names with roles is decided in ``phrases``.
"""

from __future__ import annotations

import re

from timeline.actors.lookups import Lookups
from timeline.actors.name_kinds import NameTyper, country_of, known_piece
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    ATTRIBUTE,
    CALENDAR,
    CAPITAL_PARTICLE,
    DETERMINER,
    FAMILY_NAME,
    FUNCTION,
    GIVEN,
    HONORIFIC,
    LEGAL,
    ORGANISATION_FOR,
    ORGANISATION_HEAD,
    ORGANISATION_OF,
    ORGANISATION_ON,
    OTHER_HEAD,
    PLACE_FIRST,
    PLACE_HEAD,
    PLACE_OPENER,
)
from timeline.lexicons.actors import Known, Role
from timeline.lexicons.name_evidence import name_evidence

_HYPHENS = frozenset("-‐‑–")
_NATIONAL = frozenset(("country", "demonym"))
_CALLINGS = frozenset(("CVL", "LAB", "EDU", "HLH", "MED", "CRM"))  # nobody is addressed by them
_PARTIES = frozenset(("R", "D", "I"))
_IN_PLACE = frozenset(("in", "near", "from", "to", "at"))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$").match
_SON_OF = frozenset(("bin", "ibn", "bint", "al"))
_NO_LAST_NAME = ORGANISATION_HEAD | LEGAL | PLACE_HEAD | CALENDAR | ATTRIBUTE | HONORIFIC
_TWO = 2
_CALLING = 7  # letters of "Brewer", "Carrier"


class NameCutter:
    """Cuts runs of capitalised words of one article into pieces."""

    __slots__ = (
        "_capitals",
        "_lowers",
        "_names",
        "_place_lengths",
        "_role_lengths",
        "_typer",
        "_word_flags",
        "_words",
        "doubtful",
        "known_at",
        "place_at",
        "role_at",
    )

    def __init__(self, lookups: Lookups) -> None:
        self._capitals = lookups.lexicon.capitals
        self._lowers = lookups.lowers
        self._names = lookups.lexicon.names
        self._place_lengths = lookups.lexicon.place_lengths
        self._role_lengths = lookups.lexicon.role_lengths
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words
        self._typer = NameTyper(lookups)
        self.doubtful = self._typer.doubtful
        self.known_at = lookups.known_at
        self.place_at = lookups.place_at
        self.role_at = lookups.role_at

    def lone(self, first: int, end: int, out: list[Piece]) -> bool:
        """Whether a run of one word was put out whole: the common case, by the shortest way."""
        known = self.known_at(first, end)
        if known is not None:
            role = self.role_at(first, first + 1)
            if role is not None and role[0] > known[0]:
                return False
            out.append(known_piece(self._words, first, known))
            return True
        if self._lowers[first] in self._role_lengths or self._words[first] in self._place_lengths:
            return False
        flags = self._capitals.get(self._words[first], 0)
        if not flags & CALENDAR:
            piece = self._typer.single(Piece(first, first + 1, "word"), flags)
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
            if known is not None and known[1].kind == "demonym" and known[0] < last and role is None:
                region = self.place_at(place, last)
                if region is not None and region[0] > known[0]:
                    atom = Piece(place, region[0], "place")  # "French Guiana"
                    atom.places = region[1]
                    atoms.append(atom)
                    place = atom.end
                    continue
            if role is not None:
                atom = Piece(place, role[0], role[1].kind)
                atom.role = role[1]
            elif known is not None and not self._is_another(place, last, known, atoms):
                atom = known_piece(self._words, place, known)
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
        if known.kind == "country" and end == place + 1 and self._is_called_like_a_land(place, last):
            return not atoms or atoms[-1].role is not None  # "striker Jordan Reed"
        is_family_name = bool(self._capitals.get(self._words[place], 0) & FAMILY_NAME)  # "Barbara Jordan"
        if end != place + 1 or not (is_family_name or known.kind in ("organisation", "outlet", "person")):
            return False
        if atoms and (self._is_given(atoms[-1]) or (known.kind == "person" and self._is_unknown(atoms[-1], place))):
            return True
        if known.kind != "person" or not self._capitals.get(self._words[place], 0) & GIVEN or end >= last:
            return False
        following = self._words[end]
        return following[0].isupper() and self.known_at(end, last) is None and self.role_at(end, last) is None

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
            and self.known_at(following, last) is None
            and self.role_at(following, last) is None
            and self.place_at(following, last) is None
        )

    def _is_last_name(self, place: int) -> bool:
        return bool(self._capitals.get(self._words[place], 0) & FAMILY_NAME)

    def _is_unknown(self, atom: Piece, end: int) -> bool:
        """Whether an atom is a word of no meaning right before a name: "Hashemi Rafsanjani"."""
        if atom.kind != "word" or atom.end != end:
            return False
        flags = self._capitals.get(self._words[atom.first], 0)
        return not flags & (HONORIFIC | CALENDAR | ATTRIBUTE) and not self._word_flags.get(self._lowers[atom.first], 0)

    def _is_given(self, atom: Piece) -> bool:
        """Whether an atom is a given name, so that the next word is rather a last name ("Betty Ford")."""
        flags = self._capitals.get(self._words[atom.first], 0)
        if not flags & GIVEN or flags & CALENDAR:
            return False
        return atom.kind == "word" and not self._word_flags.get(self._lowers[atom.first], 0) & FUNCTION

    def _join(self, atoms: list[Piece], out: list[Piece], titled: bool) -> None:
        """Atoms to pieces: a title splits the run, an organisation's last word names all before it."""
        capitals, words = self._capitals, self._words
        count = len(atoms)
        begin = 0
        for number, atom in enumerate(atoms):
            if atom.kind == "office" and atom.role is not None:
                following = atoms[number + 1] if number + 1 < count else None
                if following is not None and following.first == atom.end and self._is_head(following):
                    atom.kind = "word"  # "Justice Department", "Prime Minister Office"
                    continue
                if number and words[atom.first - 1] in _SON_OF:
                    atom.kind = "word"  # "Bandar bin Sultan"
                    continue
                if words[atom.end - 1].islower() and atom.end - atom.first > 1 and words[atom.first + 1] in _SON_OF:
                    atom.kind = "word"  # "Sultan bin Nasser"
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
                if atom.kind == "place" and self._typer.is_person_word(atom, before_role):
                    atom.kind = "name"
                out.append(atom)
                return
        last = atoms[-1]
        named = len(atoms) == _TWO and capitals.get(words[first], 0) & GIVEN and atoms[0].known is None
        if named and last.known is None and self._is_family(last):
            last.kind, last.role = "word", None  # "Tyra Banks"
            self._typer.typed(atoms, out, before_role)
            return
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
            if _ORDINAL(words[piece.first - 1]) and not leading and piece.first:
                piece.first = piece.head_first = piece.first - 1  # "the 1st Cavalry Division"
            elif words[piece.first - 1] == "and" and out and self._is_couple(out[-1], piece):
                piece.first = piece.head_first = out.pop().first  # "the Rolf and Ada Lind Foundation"
            piece.role = last.role
            piece.country = country_of(atoms)
            out.append(piece)
            return
        if end - first > _TWO and capitals.get(words[first], 0) & PLACE_OPENER and words[first + 1] == "of":
            out.append(Piece(first, end, "place"))  # "the Gulf of Aden"
            return
        if self._is_of_name(first, end):
            piece = Piece(first, end, "organisation")
            piece.country = country_of(atoms)
            out.append(piece)
            return
        # Known names first, then the words between and after them.
        run: list[Piece] = []
        for number, atom in enumerate(atoms):
            if atom.kind in ("word", "place", "office") or (atom.kind == "body" and atom.role is not None):
                carrier = out[-1] if number and out and not run and out[-1].end == atom.first else None
                if carrier is not None and carrier.kind == "country" and self._is_carrier(atom):
                    carrier.kind, carrier.known = "organisation", None  # "Kenya Air Boeing"
                    carrier.end = carrier.head_end = atom.end
                    continue
                run.append(atom)
                continue
            self._typer.typed(run, out, before_role)
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
        self._typer.typed(run, out, before_role)

    def _is_family(self, last: Piece) -> bool:
        """Whether a word for a calling is a last name behind a given name: "Tyra Banks", "Jan Brewer"."""
        lower = self._lowers[last.first]
        if last.end - last.first > 1:
            return False
        callings = last.role is not None and lower.endswith("er") and len(lower) <= _CALLING
        return callings or lower in name_evidence().family_names

    def _is_carrier(self, atom: Piece) -> bool:
        """Whether a word behind a country's name makes it a body's: "Air"."""
        head = self._capitals.get(self._words[atom.first], 0) & ORGANISATION_HEAD
        return bool(head) and atom.kind == "word" and atom.end - atom.first == 1

    def _is_national(self, before: Piece, atom: Piece) -> bool:
        """Whether a nation's adjective makes one of many bodies of that name its own: "Supreme Court", not "NATO"."""
        if before.kind != "demonym" or before.end != atom.first or atom.country is not None:
            return False
        head = self._words[atom.end - 1]
        return atom.end - atom.first > 1 and bool(self._capitals.get(head, 0) & ORGANISATION_HEAD)

    def _is_couple(self, before: Piece, piece: Piece) -> bool:
        """Whether a body is called after two people: by one's given name and the other's."""
        if before.end != piece.first - 1 or before.end - before.first > 1 or before.title is not None:
            return False
        one, other = self._words[before.first], self._words[piece.first]
        return bool(self._capitals.get(one, 0) & GIVEN and self._capitals.get(other, 0) & GIVEN)

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
        before = self._words[last.first - 1]
        if count > _TWO and self._capitals.get(before, 0) & CAPITAL_PARTICLE and flags & ORGANISATION_HEAD:
            return not self._capitals.get(self._words[last.first - 2], 0) & GIVEN  # "James Van Fleet"
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
            if self._words[place] == "for" and self._capitals.get(self._words[place - 1], 0) & ORGANISATION_FOR:
                return True  # "Citizens for Quiet Skies"
        return False
