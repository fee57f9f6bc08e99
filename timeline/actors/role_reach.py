"""What belongs to a role word on its right: "the head of the state oil company", "an envoy to Chile".

What comes in: a role word, and the pieces after it in the sentence. What goes out: where its phrase ends, with the
country and the body that what follows gives. What belongs to it on its left is read in ``role_extent``, the name behind
it in ``phrases``.
"""

from __future__ import annotations

from timeline.actors.pieces import Piece
from timeline.actors.role_extent import belongs
from timeline.lexicons.actor_flags import (
    COMMON_VERB,
    DETERMINER,
    FUNCTION,
    MODIFIER,
    NUMBER,
    QUANTITY,
    REMOVING,
    REPORTING,
    SENT,
    TELLING,
)
from timeline.lexicons.actors import ActorLexicon
from timeline.values.text import TokenizedText

_HYPHENS = frozenset("-‐‑–")
_ROLES = frozenset(("office", "people", "body", "unnamed"))
_OWN = frozenset(("its", "their", "his", "her", "our", "my", "your"))
_ARTICLES = frozenset(("the", "a", "an"))
_LONGEST_NOUN = 3  # words between an adjective and the noun for people that it belongs to
_BETWEEN = 3  # words between "of" and the name: "of the northern West Bank city of"
_PHRASES = 2  # "of" phrases of one role: "the head of the union of dockers"
_INDEFINITE = frozenset(("a", "an", "another"))
_OF = frozenset(("of",))
_OFFICE_LINKS = frozenset(("of", "for", "at", "to", "in"))
_REACH = 5  # tokens between a role and the country it is said to be from
_EMPLOYING = frozenset(("organisation", "country", "name", "place", "metonym", "outlet", "body", "demonym"))
_INSTITUTIONS = frozenset(("COP", "JUD", "LEG", "OPP", "REB"))
_OF_STATE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))
_CALLED = frozenset(("person", "name"))
_FOLLOWED = frozenset(
    ("demonym", "attribute", "country", "organisation", "name", "place", "people", "body", "office")
)  # fmt: skip
_GROUPS = frozenset(("body", "people"))


class RoleReach:
    """Reads what stands behind role words, in the sentences of one article."""

    __slots__ = ("_flags", "_lowers", "_words")

    def __init__(self, tokens: TokenizedText, lexicon: ActorLexicon) -> None:
        self._words = tokens.words
        self._lowers = tokens.lowers
        self._flags = lexicon.words

    def rightwards(self, pieces: list[Piece], number: int, piece: Piece, end: int) -> int:
        """Move the end of a role phrase over "of ..." phrases; the number of the next piece comes back."""
        number += 1
        links = _OFFICE_LINKS if piece.kind == "office" else _OF
        for _ in range(_PHRASES):
            place = piece.end
            if place >= end or self._lowers[place] not in links:
                break
            link = self._lowers[place]
            if link == "to" and self._lowers[piece.first] in _INDEFINITE:
                break  # "sent an envoy to Chile"
            nested = pieces[number] if number < len(pieces) else None
            if nested is None or self._over_words(place + 1, nested.first, end) != nested.first:
                break
            if nested.kind in ("pronoun", "honorific"):
                break
            if (link != "of" and not self._links(piece, link, nested)) or _is_another(pieces, number):
                break
            number, last = self._over_groups(pieces, number + 1, nested)
            if last is nested and self._modifies(nested):
                number, last = self._over_noun(pieces, number, nested, end)
            self._note(piece, link, nested, last)
            if last.kind == "person":
                break
        return number

    def _over_words(self, place: int, stop: int, end: int) -> int:
        """The token behind up to three words before a name: "the northern West Bank city of"."""
        words, lowers, flags = self._words, self._lowers, self._flags
        begin = place
        while place < end and place - begin <= _BETWEEN and place != stop:
            flag = flags.get(lowers[place], 0)
            word = words[place]
            if (
                flag & (DETERMINER | MODIFIER | NUMBER)
                or word[0].isdigit()
                or word in _HYPHENS
                or (word.isalpha() and word.islower() and not flag & FUNCTION)
            ):
                place += 1
            else:
                break
        return place

    @staticmethod
    def _over_groups(pieces: list[Piece], number: int, nested: Piece) -> tuple[int, Piece]:
        """The next piece, and the last one of "of the French army": the phrase goes on over the roles that follow."""
        last = nested
        if nested.kind in _FOLLOWED:
            while number < len(pieces) and pieces[number].first == last.end and pieces[number].kind in _GROUPS:
                last = pieces[number]
                number += 1
        return number, last

    def _note(self, piece: Piece, link: str, nested: Piece, last: Piece) -> None:
        """Give a role what belongs to it behind ``link``: ``nested``, as far as ``last``."""
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

    def comes_from(self, piece: Piece, following: Piece) -> bool:
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


def _is_another(pieces: list[Piece], number: int) -> bool:
    """Whether a title with its name follows, which is another actor: "a supporter of President Firth"."""
    nested = pieces[number]
    after = pieces[number + 1] if number + 1 < len(pieces) else None
    if after is None or after.first != nested.end:
        return False
    if nested.kind == "office":
        return after.kind in _CALLED
    if nested.kind != "demonym" or after.kind != "office" or number + 2 >= len(pieces):
        return False
    name = pieces[number + 2]  # "the sister of the Cuban dictator Omar Bey"
    return name.first == after.end and name.kind in _CALLED
