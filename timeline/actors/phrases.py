"""Pieces of one sentence to phrases: a role takes its modifiers, its "of" phrase and the name that follows it.

"the head of the Hamas political bureau Omar Saleh" is one person with a title, "hundreds of striking dock workers" one
group, "the French foreign ministry" one body. What comes in: the pieces in text order. What goes out: the pieces
joined, none overlapping. Who is the same as whom is decided in ``resolver``.
"""

from __future__ import annotations

from timeline.actors.pieces import Piece
from timeline.actors.role_extent import RoleExtent
from timeline.actors.role_reach import RoleReach
from timeline.lexicons.actor_flags import COMMON, LEGAL, MALE_HONORIFIC, MODIFIER
from timeline.lexicons.actors import ActorLexicon, Role
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.text import TokenizedText

_ROLES = frozenset(("office", "people", "body", "unnamed"))
#: Offices of the state that other bodies have too.
_ANYWHERE = frozenset(
    ("president", "vice president", "vice-president", "secretary", "leader", "official", "aide", "adviser", "advisor",
     "treasurer", "negotiator", "envoy", "inspector", "administrator", "commissioner", "mediator")
)  # fmt: skip
_POSSESSIVES = frozenset(("'s", "'", "’", "’s"))
_PERSONAL = frozenset(("person", "name", "place"))
_BODIES = frozenset(("organisation", "name", "outlet"))
_UNSETTLED = frozenset(("name", "person"))
_ADDRESSED = frozenset(("organisation", "outlet", "place", "country", "metonym"))
_LONGEST_TITLE = 9  # tokens before a body's name


class PhraseBuilder:
    """Joins the pieces of sentences of one article."""

    __slots__ = ("_capitals", "_extent", "_flags", "_lowers", "_reach", "_words", "is_noun")

    def __init__(self, tokens: TokenizedText, lexicon: ActorLexicon) -> None:
        self._words = tokens.words
        self._lowers = tokens.lowers
        self._flags = lexicon.words
        self._capitals = lexicon.capitals
        self._extent = RoleExtent(tokens, lexicon)
        self._reach = RoleReach(tokens, lexicon)
        self.is_noun = self._extent.is_noun

    def join(self, pieces: list[Piece], first: int, end: int) -> list[Piece]:
        """The phrases of a sentence of tokens ``first`` to ``end``, in text order, none overlapping."""
        joined: list[Piece] = []
        number = 0
        count = len(pieces)
        while number < count:
            piece = pieces[number]
            if piece.first < (joined[-1].end if joined else first):
                number += 1
                continue
            if piece.kind == "demonym":
                self._extent.compatriot(piece, pieces[number + 1] if number + 1 < count else None, first, end)
            kind = piece.kind
            if kind in _ROLES:
                number = self._role(pieces, number, joined, first, end)
                continue
            if kind == "honorific":
                number = self._honorific(pieces, number, joined)
                continue
            number += 1
            if kind == "organisation":
                if joined and self._is_owned(piece, joined[-1]):
                    before = joined[-1]  # "Gorman's Supply Corp."
                    before.kind, before.known, before.doubt = "organisation", None, 0
                    before.end = before.head_end = piece.end
                    continue
            elif kind == "person":
                if piece.country is None and number < count:
                    after = pieces[number]
                    if after.kind == "country" and after.first == piece.end + 1 and self._lowers[piece.end] == "of":
                        piece.country = after.country  # "Subramaniam of India"
            elif kind == "nationals" and piece.first > first:
                self._extent.count(piece, max(first, joined[-1].end if joined else first))
            joined.append(piece)
        return joined

    def _is_owned(self, piece: Piece, before: Piece) -> bool:
        """Whether what belongs to a name is no name by itself, but the rest of a company's: "Gorman's Supply Corp."."""
        if before.end != piece.first - 1 or self._lowers[before.end] not in _POSSESSIVES:
            return False
        if before.kind not in ("name", "organisation", "person") or piece.known is not None:
            return False
        if not self._capitals.get(self._words[piece.end - 1], 0) & LEGAL:
            return False
        return piece.end - piece.first == 1 or bool(self._flags.get(self._lowers[piece.first], 0) & COMMON)

    def _honorific(self, pieces: list[Piece], number: int, joined: list[Piece]) -> int:
        piece = pieces[number]
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if following is not None and following.first == piece.end and self._is_addressed(piece, following):
            following.title = (piece.first, piece.end)
            following.head_first = following.first
            following.first = piece.first
            if following.kind not in _UNSETTLED:
                following.known, following.country, following.places = None, None, ()
                following.adjective = False
            following.kind = "person"
            joined.append(following)
            return number + 2
        return number + 1

    def _is_addressed(self, piece: Piece, following: Piece) -> bool:
        """Whether a name belongs to the word of address before it: "Mr. Ford" is no carmaker."""
        if following.kind in _UNSETTLED:
            return True
        courteous = self._capitals.get(self._words[piece.end - 1], 0) & MALE_HONORIFIC or self._is_married(piece)
        return bool(courteous) and following.end - following.first == 1 and following.kind in _ADDRESSED

    def _is_married(self, piece: Piece) -> bool:
        return self._words[piece.end - 1].rstrip(".") in ("Mrs", "Ms")

    def _role(self, pieces: list[Piece], number: int, joined: list[Piece], first: int, end: int) -> int:
        """Take what belongs to a role noun from its left, its "of" phrase and the name after it."""
        number, piece = self._compound(pieces, number)
        if joined:
            place = piece.first
            while place > first and self._flags.get(self._lowers[place - 1], 0) & MODIFIER:
                place -= 1  # "the head of Chile's nuclear agency"
            if self._is_nested(place, joined[-1]):
                self._nest(piece, joined[-1])
                return number + 1
        self._extent.leftwards(piece, joined, first)
        number = self._reach.rightwards(pieces, number, piece, end)
        following = pieces[number] if number < len(pieces) else None
        if following is not None:
            if piece.country is None and self._reach.comes_from(piece, following):
                piece.country = following.country
            if following.first == piece.end and (named := self._named(piece, following)) is not None:
                joined.append(named)
                return number + 1
        joined.append(piece)
        return number

    def _compound(self, pieces: list[Piece], number: int) -> tuple[int, Piece]:
        """The last of role nouns that stand together, which heads them, and its number: "opposition party leaders"."""
        piece = pieces[number]
        count = len(pieces)
        while number + 1 < count and pieces[number + 1].first == piece.end and pieces[number + 1].kind in _ROLES:
            compound, role = pieces[number + 1], piece.role
            if piece.kind == "people" and role is not None and role.plural and role.word != "police":
                break
            compound.first = piece.first
            compound.affiliation = piece.affiliation
            compound.country = piece.country
            head = compound.role
            if role is not None and head is not None and self._is_of_body(role, head):
                compound.role = Role(head.word, head.kind, role.sector, head.gender, head.plural)
            piece = compound
            number += 1
        return number, piece

    def _named(self, piece: Piece, following: Piece) -> Piece | None:
        """What a role and the name right behind it make: a person or a body with a title; None where they are two."""
        nested = piece.affiliation
        if piece.kind == "office":
            if following.kind == "name":
                of_body = nested is not None and nested.kind == "body" and nested.end == piece.end
                if of_body and following.end - following.first == 1:
                    piece.end = piece.head_end = following.end  # "the head of the state oil company Acme"
                    piece.affiliation = following
                    return piece
                if self._is_firm(piece):
                    _entitle(following, piece, "organisation")  # "retailer Best Buy"
                    following.country = piece.country
                    return following
            if following.kind not in _PERSONAL:
                return None
            _entitle(following, piece, "person")
            following.places = ()
            following.country = piece.country or following.country
            following.affiliation = nested
            if following.gender is None and piece.role is not None:
                following.gender = piece.role.gender
            return following
        if piece.kind != "body" or piece.first >= piece.head_first + _LONGEST_TITLE:
            return None
        if following.kind not in _BODIES and not following.doubt:
            return None
        _entitle(following, piece, "organisation" if following.kind in ("name", "person") else following.kind)
        following.country = following.country or piece.country
        return following

    @staticmethod
    def _is_firm(piece: Piece) -> bool:
        """Whether a title is rather a firm's than a person's: "retailer"."""
        known = name_evidence()
        word = piece.role.word if piece.role is not None else ""
        return word in known.titles_of_bodies and word not in known.titles_of_either

    @staticmethod
    def _is_of_body(before: Role, role: Role) -> bool:
        """Whether the body in front of an office says of what sector it is: "union president", "army official"."""
        if role.sector in ("CVL", None):
            return True
        return role.sector == "GOV" and role.word in _ANYWHERE and before.sector not in (None, "CVL")

    def _is_nested(self, place: int, before: Piece) -> bool:
        """Whether a possessive belongs to what an office is of: "the secretary of the workers' union"."""
        nested = before.affiliation
        if before.kind not in ("office", "people") or nested is None or nested.end != before.end:
            return False
        return before.end == place - 1 and self._lowers[before.end] in _POSSESSIVES and nested.first > before.first

    def _nest(self, piece: Piece, before: Piece) -> None:
        """Take a role noun into what the office before it is of."""
        nested = before.affiliation
        if nested is None:
            raise ValueError("an office that is of nothing")
        before.end = before.head_end = nested.end = nested.head_end = piece.end
        nested.kind, nested.role, nested.known = piece.kind, piece.role, None


def _entitle(piece: Piece, role: Piece, kind: str) -> None:
    """Give a name the role before it as its title."""
    piece.title = (role.first, role.end)
    piece.role = role.role
    piece.head_first = max(piece.head_first, piece.first)
    piece.first = role.first
    piece.kind = kind
