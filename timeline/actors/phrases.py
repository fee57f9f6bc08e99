"""Pieces of one sentence to phrases: a role takes its modifiers, its "of" phrase and the name that follows it.

"the head of the Hamas political bureau Omar Saleh" is one person with a title, "hundreds of striking dock workers" one
group, "the French foreign ministry" one body. What comes in: the pieces in text order. What goes out: the pieces
joined, none overlapping. Who is the same as whom is decided in ``resolver``.
"""

from __future__ import annotations

from timeline.actors.pieces import Piece
from timeline.actors.role_extent import RoleExtent, belongs
from timeline.lexicons.actor_flags import (
    COMMON,
    COMMON_VERB,
    DETERMINER,
    FUNCTION,
    LEGAL,
    MODIFIER,
    NUMBER,
    QUANTITY,
    REMOVING,
    REPORTING,
    SENT,
    TELLING,
)
from timeline.lexicons.actors import ActorLexicon, Role
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.text import TokenizedText

_HYPHENS = frozenset("-‐‑–")
_ROLES = frozenset(("office", "people", "body", "unnamed"))
_OWN = frozenset(("its", "their", "his", "her", "our", "my", "your"))
#: Offices of the state that other bodies have too.
_ANYWHERE = frozenset(
    ("president", "vice president", "vice-president", "secretary", "leader", "official", "aide", "adviser", "advisor",
     "treasurer", "negotiator", "envoy", "inspector", "administrator", "commissioner", "mediator")
)  # fmt: skip
_POSSESSIVES = frozenset(("'s", "'", "’", "’s"))
_ARTICLES = frozenset(("the", "a", "an"))
_LONGEST_NOUN = 3  # words between an adjective and the noun for people that it belongs to
_INDEFINITE = frozenset(("a", "an", "another"))
_OF = frozenset(("of",))
_OFFICE_LINKS = frozenset(("of", "for", "at", "to", "in"))
_REACH = 5  # tokens between a role and the country it is said to be from
_EMPLOYING = frozenset(("organisation", "country", "name", "place", "metonym", "outlet", "body", "demonym"))
_INSTITUTIONS = frozenset(("COP", "JUD", "LEG", "OPP", "REB"))
_OF_STATE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))


class PhraseBuilder:
    """Joins the pieces of sentences of one article."""

    __slots__ = ("_capitals", "_extent", "_flags", "_lowers", "_words", "is_noun")

    def __init__(self, tokens: TokenizedText, lexicon: ActorLexicon) -> None:
        self._words = tokens.words
        self._lowers = tokens.lowers
        self._flags = lexicon.words
        self._capitals = lexicon.capitals
        self._extent = RoleExtent(tokens, lexicon)
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
            if piece.kind == "honorific":
                number = self._honorific(pieces, number, joined)
                continue
            if piece.kind == "demonym":
                self._extent.compatriot(piece, pieces[number + 1] if number + 1 < count else None, first, end)
            if piece.kind in _ROLES:
                number = self._role(pieces, number, joined, first, end)
                continue
            if piece.kind == "person" and piece.country is None and number + 1 < count:
                after = pieces[number + 1]
                if after.kind == "country" and after.first == piece.end + 1 and self._lowers[piece.end] == "of":
                    piece.country = after.country  # "Subramaniam of India"
            if piece.kind == "organisation" and joined and self._is_owned(piece, joined[-1]):
                before = joined[-1]  # "Gorman's Supply Corp."
                before.kind, before.known, before.doubt = "organisation", None, 0
                before.end = before.head_end = piece.end
                number += 1
                continue
            if piece.kind == "nationals" and piece.first > first:
                self._extent.count(piece, max(first, joined[-1].end if joined else first))
            joined.append(piece)
            number += 1
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
        if following is not None and following.first == piece.end and following.kind in ("name", "person"):
            following.title = (piece.first, piece.end)
            following.head_first = following.first
            following.first = piece.first
            following.kind = "person"
            joined.append(following)
            return number + 2
        return number + 1

    def _role(self, pieces: list[Piece], number: int, joined: list[Piece], first: int, end: int) -> int:
        """Take what belongs to a role noun from its left, its "of" phrase and the name after it."""
        piece = pieces[number]
        count = len(pieces)
        # Compounds: "police officers", "opposition party leaders": the last role heads.
        while number + 1 < count and pieces[number + 1].kind in _ROLES and pieces[number + 1].first == piece.end:
            compound = pieces[number + 1]
            if (
                piece.kind == "people"
                and piece.role is not None
                and piece.role.plural
                and piece.role.word not in ("police",)
            ):
                break
            compound.first = piece.first
            compound.affiliation = piece.affiliation
            compound.country = piece.country
            if piece.role is not None and compound.role is not None and self._is_of_body(piece.role, compound.role):
                compound.role = Role(
                    compound.role.word,
                    compound.role.kind,
                    piece.role.sector,
                    compound.role.gender,
                    compound.role.plural,
                )
            piece = compound
            number += 1
        if joined:
            place = piece.first
            while place > first and self._flags.get(self._lowers[place - 1], 0) & MODIFIER:
                place -= 1  # "the head of Chile's nuclear agency"
            if self._is_nested(place, joined[-1]):
                self._nest(piece, joined[-1])
                return number + 1
        self._extent.leftwards(piece, joined, first)
        number = self._rightwards(pieces, number, piece, end)
        following = pieces[number] if number < count else None
        if piece.country is None and following is not None and self._comes_from(piece, following):
            piece.country = following.country
        if following is not None and following.first == piece.end:
            nested = piece.affiliation
            if (
                piece.kind == "office"
                and following.kind == "name"
                and following.end - following.first == 1
                and nested is not None
                and nested.kind == "body"
                and nested.end == piece.end
            ):
                piece.end = piece.head_end = following.end  # "the head of the state oil company Acme"
                piece.affiliation = following
                joined.append(piece)
                return number + 1
            if piece.kind == "office" and following.kind == "name" and self._is_firm(piece):
                following.title = (piece.first, piece.end)
                following.role = piece.role
                following.head_first = following.first
                following.first = piece.first
                following.kind = "organisation"  # "retailer Best Buy"
                following.country = piece.country
                joined.append(following)
                return number + 1
            if piece.kind == "office" and following.kind in ("person", "name", "place"):
                following.title = (piece.first, piece.end)
                following.role = piece.role
                following.head_first = following.first if following.title is None else following.head_first
                if following.head_first < following.first:
                    following.head_first = following.first
                following.first = piece.first
                following.kind = "person"
                following.places = ()
                following.country = piece.country or following.country
                following.affiliation = piece.affiliation
                if following.gender is None and piece.role is not None:
                    following.gender = piece.role.gender
                joined.append(following)
                return number + 1
            if (
                piece.kind == "body"
                and (following.kind in ("organisation", "name", "outlet") or following.doubt)
                and piece.first < piece.head_first + 9
            ):
                following.title = (piece.first, piece.end)
                following.role = piece.role
                following.head_first = following.first
                following.first = piece.first
                following.kind = "organisation" if following.kind in ("name", "person") else following.kind
                following.country = following.country or piece.country
                joined.append(following)
                return number + 1
        joined.append(piece)
        return number

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

    def _comes_from(self, piece: Piece, following: Piece) -> bool:
        """Whether a country says where people are from: "dissidents from military-ruled Myanmar", "police in Kenya"."""
        # "ministers from the Chilean cabinet" are Chilean, "students from a Chilean school" need not be.
        stately = following.kind == "demonym" and piece.role is not None and piece.role.sector in _OF_STATE
        if not (following.kind == "country" or stately) or piece.end >= following.first:
            return False
        if following.first - piece.end > _REACH:
            return False
        link = self._lowers[piece.end]
        if link == "from" and self._is_removed(piece):
            return False
        if link != "from" and not (link == "in" and piece.role is not None and piece.role.sector in _INSTITUTIONS):
            return False
        return all(
            self._words[place][0].islower() or self._words[place] in _HYPHENS
            for place in range(piece.end, following.first)
        )

    def _is_removed(self, piece: Piece) -> bool:
        """Whether "from" says where people are taken away: "recalled its envoy from Chile", "freed two from Chile"."""
        opening = self._words[piece.first].lower()
        if opening in _OWN:
            return True
        return piece.first > 0 and bool(self._flags.get(self._lowers[piece.first - 1], 0) & REMOVING)

    def _links(self, piece: Piece, link: str, nested: Piece) -> bool:
        """Whether a phrase without "of" belongs to an office: "envoy to Chile", "manager at Acme"."""
        if nested.kind not in _EMPLOYING or piece.role is None:
            return False
        if link == "to":
            return bool(self._flags.get(piece.role.word.rpartition(" ")[2], 0) & SENT)
        return link != "in" or (nested.kind == "country" and piece.role.sector in ("GOV", "MIL"))

    def _modifies(self, nested: Piece) -> bool:
        """Whether what an office is of is an adjective, and its noun must follow: "of a Greek", "for the Toronto"."""
        if nested.kind in ("demonym", "attribute"):
            return True
        return nested.kind == "place" and self._lowers[nested.first - 1] in _ARTICLES

    def _over_noun(self, pieces: list[Piece], number: int, nested: Piece, end: int) -> tuple[int, Piece]:
        """The next piece, and the last one of the phrase: "a Greek tanker", "the Toronto transit union"."""
        place, reach = nested.end, _LONGEST_NOUN
        while place < end and place - nested.end < reach:
            if number < len(pieces) and pieces[number].first == place:
                break
            if self._words[place] == "and" and place > nested.end:
                reach += _LONGEST_NOUN  # "the Toronto cable and telephone company"
            elif not self._is_plain_noun(place):
                break
            place += 1
        following = pieces[number] if number < len(pieces) else None
        if following is not None and following.first == place and following.kind in ("body", "people", "office"):
            return number + 1, following
        if place > nested.end and self._words[nested.end] != "and":
            nested.end = nested.head_end = nested.end + 1
        return number, nested

    def _is_plain_noun(self, place: int) -> bool:
        word = self._words[place]
        if not (word.isalpha() and word.islower()) or word.endswith("ed"):
            return False
        return not self._flags.get(word, 0) & (FUNCTION | DETERMINER | REPORTING | TELLING | COMMON_VERB)

    def _rightwards(self, pieces: list[Piece], number: int, piece: Piece, end: int) -> int:
        """Move the end of a role phrase over "of ..." phrases; the number of the next piece comes back."""
        words, lowers, flags = self._words, self._lowers, self._flags
        number += 1
        for _ in range(2):
            place = piece.end
            if place >= end or lowers[place] not in (_OFFICE_LINKS if piece.kind == "office" else _OF):
                break
            link = lowers[place]
            if link == "to" and lowers[piece.first] in _INDEFINITE:
                break  # "sent an envoy to Chile"
            place += 1
            begin = place
            # Up to three words may stand before the name: "of the northern West Bank city of".
            while (
                place < end
                and place - begin < 4
                and not any(other.first == place for other in pieces[number : number + 1])
            ):
                flag = flags.get(lowers[place], 0)
                if flag & (DETERMINER | MODIFIER | NUMBER) or words[place][0].isdigit() or words[place] in _HYPHENS:
                    place += 1
                    continue
                if words[place].isalpha() and words[place].islower() and not flag & FUNCTION:
                    place += 1
                    continue
                break
            if number >= len(pieces) or pieces[number].first != place:
                break
            nested = pieces[number]
            if nested.kind in ("pronoun", "honorific"):
                break
            if link != "of" and not self._links(piece, link, nested):
                break
            after = pieces[number + 1] if number + 1 < len(pieces) else None
            if (
                nested.kind == "office"
                and after is not None
                and after.first == nested.end
                and after.kind in ("person", "name")
            ):
                break  # "a supporter of President Firth": two actors
            if (
                nested.kind == "demonym"
                and after is not None
                and after.kind == "office"
                and after.first == nested.end
                and number + 2 < len(pieces)
                and pieces[number + 2].first == after.end
                and pieces[number + 2].kind in ("person", "name")
            ):
                break  # "the sister of the Cuban dictator Omar Bey"
            number += 1
            last = nested
            if nested.kind in (
                "demonym",
                "attribute",
                "country",
                "organisation",
                "name",
                "place",
                "people",
                "body",
                "office",
            ):
                # "of the French army": the phrase goes on over the roles that follow.
                while (
                    number < len(pieces)
                    and pieces[number].first == last.end
                    and pieces[number].kind
                    in (
                        "body",
                        "people",
                    )
                ):
                    last = pieces[number]
                    number += 1
            if last is nested and self._modifies(nested):
                number, last = self._over_noun(pieces, number, nested, end)
            if piece.role is not None and self._flags.get(piece.role.word.rpartition(" ")[2], 0) & QUANTITY:
                if last.role is not None and last.role.plural:
                    piece.role = last.role
                    piece.kind = last.kind if last.kind in _ROLES else piece.kind
                elif last.kind == "nationals":
                    piece.country = last.country
            if link == "of":
                piece.inner = nested
            if link != "to":
                belongs(piece, nested)
            elif piece.affiliation is None:
                piece.affiliation = nested  # an ambassador to Chile is no Chilean
            if piece.kind == "office" and link == "of" and nested.kind == "country":
                piece.country = nested.country
            piece.end = piece.head_end = last.end
            if last.kind == "person":
                break
        return number
