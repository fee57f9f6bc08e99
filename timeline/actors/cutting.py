"""The parts of a run of capitalised words to pieces: person, organisation, place or neither.

What comes in: the run that ``names`` found, taken apart by ``name_parts``. What goes out: ``Piece`` after ``Piece``:
names that the tables know, titles, and what is between them, typed by its words in ``name_kinds``. Joining names with
roles is decided in ``phrases``.
"""

from __future__ import annotations

import re

from timeline.actors.lone_names import known_piece
from timeline.actors.lookups import Lookups
from timeline.actors.name_kinds import NameTyper, country_of
from timeline.actors.name_parts import NameParts
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    ATTRIBUTE,
    CALENDAR,
    CAPITAL_PARTICLE,
    DETERMINER,
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
from timeline.lexicons.name_evidence import name_evidence

_HYPHENS = frozenset("-‐‑–")
_NATIONAL = frozenset(("country", "demonym"))
_NAMES = frozenset(("word", "place"))
_CALLINGS = frozenset(("CVL", "LAB", "EDU", "HLH", "MED", "CRM"))  # nobody is addressed by them
_PARTIES = frozenset(("R", "D", "I"))
_IN_PLACE = frozenset(("in", "near", "from", "to", "at"))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$").match
_SON_OF = frozenset(("bin", "ibn", "bint", "al"))
_TWO = 2
_CALLING = 7  # letters of "Brewer", "Carrier"


class NameCutter:
    """Cuts runs of capitalised words of one article into pieces."""

    __slots__ = (
        "_capitals",
        "_lowers",
        "_parts",
        "_place_lengths",
        "_role_lengths",
        "_typer",
        "_word_flags",
        "_words",
        "doubtful",
        "known_at",
        "role_at",
    )

    def __init__(self, lookups: Lookups) -> None:
        self._capitals = lookups.lexicon.capitals
        self._lowers = lookups.lowers
        self._parts = NameParts(lookups)
        self._place_lengths = lookups.lexicon.place_lengths
        self._role_lengths = lookups.lexicon.role_lengths
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words
        self._typer = NameTyper(lookups)
        self.doubtful = self._typer.doubtful
        self.known_at = lookups.known_at
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
            piece = self._typer.lone.typed(Piece(first, first + 1, "word"), flags)
            if piece is not None:
                out.append(piece)
        return True

    def cut(self, first: int, last: int, end: int, out: list[Piece], titled: bool) -> None:
        """Cut a run into pieces: known names, roles, and what is between them."""
        parts = self._parts.of(first, last, last if titled else max(end, last))
        if parts:
            self._join(parts, out, titled)

    def _join(self, parts: list[Piece], out: list[Piece], titled: bool) -> None:
        """Parts to pieces: a title splits the run, an organisation's last word names all before it."""
        count = len(parts)
        begin = 0
        for number, part in enumerate(parts):
            if part.kind == "office" and part.role is not None:
                following = parts[number + 1] if number + 1 < count else None
                if self._is_of_name_here(part, parts[number - 1] if number else None, following):
                    part.kind = "word"
                    continue
                if begin < number:
                    self._unit(parts[begin:number], out, before_role=True, titled=titled)
                out.append(part)
                begin = number + 1
        if begin < count:
            self._unit(parts[begin:], out, before_role=False, titled=titled)

    def _is_of_name_here(self, part: Piece, before: Piece | None, following: Piece | None) -> bool:
        """Whether an office with a capital is no title here, but a word of a name: "Justice Department"."""
        words = self._words
        if following is not None and following.first == part.end and self._is_head(following):
            return True  # "Justice Department", "Prime Minister Office"
        if before is not None and words[part.first - 1] in _SON_OF:
            return True  # "Bandar bin Sultan"
        if words[part.end - 1].islower() and part.end - part.first > 1 and words[part.first + 1] in _SON_OF:
            return True  # "Sultan bin Nasser"
        given = following is not None and following.kind in _NAMES and self._capitals.get(words[part.first], 0) & GIVEN
        if given:
            return True  # a given name that is a role word too: "Dean Baquet"
        return self._is_surname(part, before, following)

    def _is_surname(self, part: Piece, before: Piece | None, following: Piece | None) -> bool:
        """Whether a role word with a capital is a name: "James Cook", "Mr Baker", "Mount Cook", "Then Baker left"."""
        if part.end - part.first > 1 or part.role is None or following is not None:
            return False
        if before is not None and before.end == part.first:
            flags = self._capitals.get(self._words[before.end - 1], 0)
            return before.kind == "word" and bool(flags & (GIVEN | HONORIFIC | PLACE_OPENER | PLACE_FIRST))
        if before is not None or part.role.sector not in _CALLINGS:
            return False
        before_it = self._lowers[part.first - 1] if part.first else ""
        return before_it.isalpha() and not self._word_flags.get(before_it, 0) & DETERMINER

    def _is_head(self, part: Piece) -> bool:
        return part.kind == "body" or bool(
            part.kind == "word" and self._capitals.get(self._words[part.end - 1], 0) & (ORGANISATION_HEAD | LEGAL)
        )

    def _unit(self, parts: list[Piece], out: list[Piece], *, before_role: bool, titled: bool) -> None:
        """One stretch without a title: an organisation by its last word, else known names one by one and the
        rest typed.
        """
        words, capitals = self._words, self._capitals
        first, end = parts[0].first, parts[-1].end
        # Adjectives that are no names lead a stretch: "Islamic", "Republican", "Northern".
        if len(parts) == 1:
            part = parts[0]
            if part.kind != "word":
                if part.kind == "place" and self._typer.lone.is_person(part, before_role):
                    part.kind = "name"
                out.append(part)
                return
        last = parts[-1]
        named = len(parts) == _TWO and capitals.get(words[first], 0) & GIVEN and parts[0].known is None
        if named and last.known is None and self._is_family(last):
            last.kind, last.role = "word", None  # "Tyra Banks"
            self._typer.typed(parts, out, before_role)
            return
        flags = capitals.get(words[end - 1], 0)
        if not titled and parts[0].kind == "organisation" and self._goes_on(parts, flags):
            piece = parts[0]  # "Acme Widgets NV" is Acme Widgets, "Acme Rail Services" another
            if not flags & LEGAL:
                piece.known = None
            piece.end = piece.head_end = end
            out.append(piece)
            return
        if flags & OTHER_HEAD and capitals.get(words[first], 0) & ATTRIBUTE:
            out.append(Piece(first, end, "other"))  # "the Olympic Games", but "Epic Games"
            return
        if len(parts) > 1 and last.known is None and self._names_organisation(last, flags, len(parts)):
            leading = 0
            while titled and leading < len(parts) - 1 and parts[leading].kind == "nationals":
                leading += 1
            out.extend(parts[:leading])
            piece = Piece(parts[leading].first, end, "organisation")
            if _ORDINAL(words[piece.first - 1]) and not leading and piece.first:
                piece.first = piece.head_first = piece.first - 1  # "the 1st Cavalry Division"
            elif words[piece.first - 1] == "and" and out and self._is_couple(out[-1], piece):
                piece.first = piece.head_first = out.pop().first  # "the Rolf and Ada Lind Foundation"
            piece.role = last.role
            piece.country = country_of(parts)
            out.append(piece)
            return
        if end - first > _TWO and capitals.get(words[first], 0) & PLACE_OPENER and words[first + 1] == "of":
            out.append(Piece(first, end, "place"))  # "the Gulf of Aden"
            return
        if self._is_of_name(first, end):
            piece = Piece(first, end, "organisation")
            piece.country = country_of(parts)
            out.append(piece)
            return
        self._one_by_one(parts, out, before_role)

    def _one_by_one(self, parts: list[Piece], out: list[Piece], before_role: bool) -> None:
        """Known names first, then the words between and after them."""
        run: list[Piece] = []
        for number, part in enumerate(parts):
            if part.kind in ("word", "place", "office") or (part.kind == "body" and part.role is not None):
                carrier = out[-1] if number and out and not run and out[-1].end == part.first else None
                if carrier is not None and carrier.kind == "country" and self._is_carrier(part):
                    carrier.kind, carrier.known = "organisation", None  # "Kenya Air Boeing"
                    carrier.end = carrier.head_end = part.end
                    continue
                run.append(part)
                continue
            self._typer.typed(run, out, before_role)
            run = []
            if part.kind == "organisation" and out and self._is_national(out[-1], part):
                nation = out.pop()  # "the Brazilian Supreme Court"
                part.first = part.head_first = nation.first
                part.country = nation.country
                part.known = None
            if part.kind in ("organisation", "outlet") and number + 1 < len(parts):
                after = parts[number + 1]
                if after.kind in ("country", "place") and number + 2 == len(parts):
                    part.end = part.head_end = after.end  # "Acme Germany"
                    out.append(part)
                    return
            out.append(part)
        self._typer.typed(run, out, before_role)

    def _is_family(self, last: Piece) -> bool:
        """Whether a word for a calling is a last name behind a given name: "Tyra Banks", "Jan Brewer"."""
        lower = self._lowers[last.first]
        if last.end - last.first > 1:
            return False
        callings = last.role is not None and lower.endswith("er") and len(lower) <= _CALLING
        return callings or lower in name_evidence().family_names

    def _is_carrier(self, part: Piece) -> bool:
        """Whether a word behind a country's name makes it a body's: "Air"."""
        head = self._capitals.get(self._words[part.first], 0) & ORGANISATION_HEAD
        return bool(head) and part.kind == "word" and part.end - part.first == 1

    def _is_national(self, before: Piece, part: Piece) -> bool:
        """Whether a nation's adjective makes one of many bodies of that name its own: "Supreme Court", not "NATO"."""
        if before.kind != "demonym" or before.end != part.first or part.country is not None:
            return False
        head = self._words[part.end - 1]
        return part.end - part.first > 1 and bool(self._capitals.get(head, 0) & ORGANISATION_HEAD)

    def _is_couple(self, before: Piece, piece: Piece) -> bool:
        """Whether a body is called after two people: by one's given name and the other's."""
        if before.end != piece.first - 1 or before.end - before.first > 1 or before.title is not None:
            return False
        one, other = self._words[before.first], self._words[piece.first]
        return bool(self._capitals.get(one, 0) & GIVEN and self._capitals.get(other, 0) & GIVEN)

    def _goes_on(self, parts: list[Piece], flags: int) -> bool:
        """Whether unknown words behind a known organisation belong to its name."""
        rest = parts[1:]
        if not rest or any(part.kind != "word" for part in rest) or flags & (OTHER_HEAD | PLACE_HEAD):
            return False
        words = self._words
        if self._capitals.get(words[rest[0].first], 0) & (GIVEN | HONORIFIC | CALENDAR):
            return False
        return all(words[part.first][0].isupper() and words[part.end - 1].isalpha() for part in rest) or bool(
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
