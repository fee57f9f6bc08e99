"""Pieces of one sentence to phrases: a role takes its modifiers, its "of" phrase and the name that follows it.

"the head of the Hamas political bureau Omar Saleh" is one person with a title, "hundreds of striking dock workers" one
group, "the French foreign ministry" one body. What comes in: the pieces in text order. What goes out: the pieces
joined, none overlapping. Who is the same as whom is decided in ``resolver``.
"""

from __future__ import annotations

from timeline.actors.pieces import Piece
from timeline.lexicons.actors import (
    ADJECTIVE_ROLE,
    DETERMINER,
    FUNCTION,
    LINKED,
    MODIFIER,
    NUMBER,
    SIDING_PREFIX,
    SIDING_SUFFIX,
    VERB_ROLE,
    ActorLexicon,
    Role,
)
from timeline.values.text import TokenizedText

_HYPHENS = frozenset("-‐‑–")
_ROLES = frozenset(("office", "people", "body", "unnamed"))
_MODIFYING = frozenset(
    ("organisation", "outlet", "name", "country", "demonym", "metonym", "place", "attribute", "other", "body",
     "people", "nationals")
)  # fmt: skip
_OF = frozenset(("of",))
_OFFICE_LINKS = frozenset(("of", "for", "at", "to", "in"))
_REACH = 3  # lower-case words between a determiner and its noun that may be unknown
_BEFORE_VERB = frozenset(
    ("to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "he", "she", "they", "we",
     "i", "who", "not", "n't", "'ll", "'d", "it", "did", "does", "do", "and")
)  # fmt: skip
_BEHIND_VERB = frozenset(
    ("the", "a", "an", "him", "them", "her", "us", "it", "its", "his", "their", "off", "up", "down", "back")
)
_NOT_OPENING = frozenset(
    ("then", "first", "second", "third", "last", "next", "late", "more", "both", "all", "some", "most", "many",
     "current", "early")
)  # fmt: skip
_EMPLOYING = frozenset(("organisation", "country", "name", "place", "metonym", "outlet"))
_SENT = frozenset(("ambassador", "envoy", "adviser", "advisor", "aide", "special envoy", "representative"))
_INSTITUTIONS = frozenset(("COP", "JUD", "LEG", "OPP", "REB"))
_OF_STATE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))
_POSSESSIVES = frozenset(("'s", "'", "’", "’s"))


class PhraseBuilder:
    """Joins the pieces of sentences of one article."""

    __slots__ = ("_flags", "_lexicon", "_lowers", "_words")

    def __init__(self, tokens: TokenizedText, lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon
        self._words = tokens.words
        self._lowers = tokens.lowers
        self._flags = lexicon.words

    def is_noun(self, role: Role, first: int, end: int, sentence_first: int, sentence_end: int) -> bool:
        """Whether a word that may be a role noun stands as one: not "to head", "forces them", "a private company"."""
        if end - first > 1:
            return True
        flags = self._flags.get(self._lowers[first], 0)
        if not flags & (ADJECTIVE_ROLE | VERB_ROLE):
            return True
        if (
            end + 1 < sentence_end
            and self._words[end] in _HYPHENS
            and self._flags.get(self._lowers[end + 1], 0) & LINKED
        ):
            return False  # "military-ruled", "government-held"
        before = self._lowers[first - 1] if first > sentence_first else ""
        after = self._lowers[end] if end < sentence_end else ""
        if flags & VERB_ROLE:
            if before in _BEFORE_VERB and not (before == "and" or (before == "to" and role.plural)):
                return False
            opens = not before or before in ("who", "which", "that") or not self._flags.get(before, 0) & FUNCTION
            if after in _BEHIND_VERB and opens:
                return False
        if flags & ADJECTIVE_ROLE and after.isalpha() and not self._flags.get(after, 0) & (FUNCTION | NUMBER):
            # A name or a verb may follow ("the military killed"), a noun makes it an adjective ("military action").
            return self._words[end][0].isupper() or after.endswith(("ed", "ly")) or after in _COMMON_VERBS
        return True

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
            if piece.kind in _ROLES:
                number = self._role(pieces, number, joined, first, end)
                continue
            joined.append(piece)
            number += 1
        return joined

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
            if piece.role is not None and compound.role is not None and compound.role.sector in ("CVL", None):
                compound.role = Role(
                    compound.role.word,
                    compound.role.kind,
                    piece.role.sector,
                    compound.role.gender,
                    compound.role.plural,
                )
            piece = compound
            number += 1
        self._leftwards(piece, joined, first)
        number = self._rightwards(pieces, number, piece, end)
        following = pieces[number] if number < count else None
        if piece.country is None and following is not None and self._comes_from(piece, following):
            piece.country = following.country
        if following is not None and following.first == piece.end:
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
                and following.kind in ("organisation", "name", "outlet")
                and piece.first < piece.head_first + 9
            ):
                following.title = (piece.first, piece.end)
                following.role = piece.role
                following.head_first = following.first
                following.first = piece.first
                following.kind = "organisation" if following.kind == "name" else following.kind
                following.country = following.country or piece.country
                joined.append(following)
                return number + 1
        joined.append(piece)
        return number

    def _comes_from(self, piece: Piece, following: Piece) -> bool:
        """Whether a country says where people are from: "dissidents from military-ruled Myanmar", "police in Kenya"."""
        # "ministers from the Chilean cabinet" are Chilean, "students from a Chilean school" need not be.
        stately = following.kind == "demonym" and piece.role is not None and piece.role.sector in _OF_STATE
        if not (following.kind == "country" or stately) or piece.end >= following.first:
            return False
        if following.first - piece.end > _REACH + 2:
            return False
        link = self._lowers[piece.end]
        if link != "from" and not (link == "in" and piece.role is not None and piece.role.sector in _INSTITUTIONS):
            return False
        return all(
            self._words[place][0].islower() or self._words[place] in _HYPHENS
            for place in range(piece.end, following.first)
        )

    def _links(self, piece: Piece, link: str, nested: Piece) -> bool:
        """Whether a phrase without "of" belongs to an office: "envoy to Chile", "manager at Acme"."""
        if nested.kind not in _EMPLOYING or piece.role is None:
            return False
        if link == "to":
            return piece.role.word in _SENT
        return link != "in" or (nested.kind == "country" and piece.role.sector in ("GOV", "MIL"))

    def _leftwards(self, piece: Piece, joined: list[Piece], first: int) -> None:
        """Move the start of a role phrase over modifiers, names and a determiner before it."""
        words, lowers, flags = self._words, self._lowers, self._flags
        place = piece.first
        unknown = 0
        settled = place
        while place > first:
            previous = joined[-1] if joined else None
            if previous is not None and previous.end == place and previous.kind == "pronoun":
                if flags.get(lowers[place - 1], 0) & DETERMINER:
                    joined.pop()  # "his lawyer": the pronoun is part of the phrase
                    settled = place - 1
                break
            if previous is not None and previous.end == place:
                if previous.kind not in _MODIFYING and previous.kind != "person":
                    break
                if previous.kind == "person" or (previous.kind in ("people",) and settled != piece.first):
                    break
                if unknown and not (previous.adjective and unknown == 1):
                    break
                joined.pop()
                place = settled = previous.first
                unknown = 0
                if not self._is_sided(previous.first, first):
                    self._belongs(piece, previous)
                continue
            word = words[place - 1]
            lower = lowers[place - 1]
            if (
                lower in _POSSESSIVES
                and previous is not None
                and previous.end == place - 1
                and previous.kind != "pronoun"
            ):
                if previous.kind in ("unnamed",):
                    break
                joined.pop()
                place = settled = previous.first
                self._belongs(piece, previous)
                piece.adjective = False
                if place > first and lowers[place - 1] == "the":
                    settled = place - 1
                break
            flag = flags.get(lower, 0)
            if flag & DETERMINER:
                settled = place - 1
                break
            if word in _HYPHENS:
                # "UK-based", "45-year-old"
                begin = self._hyphenated(place - 1, first, joined)
                if begin is None:
                    break
                if joined and joined[-1].first == begin and joined[-1].end <= place:
                    self._belongs(piece, joined.pop())
                place = settled = begin
                continue
            if lower == "at" and lowers[place] in ("least", "most"):
                place = settled = place - 1
                continue
            if flag & (MODIFIER | NUMBER) or word[0].isdigit():
                if word[0].isupper() and lower in _NOT_OPENING:
                    break
                if lower.endswith("ed") and flags.get(lowers[place], 0) & NUMBER:
                    break  # "injured several people"
                place -= 1
                settled = place
                continue
            if (
                word in (",", "and")
                and place - 2 >= first
                and flags.get(lowers[place - 2], 0) & MODIFIER
                and settled == place
            ):
                if flags.get(lowers[place], 0) & MODIFIER and not flags.get(lowers[place - 2], 0) & FUNCTION:
                    place -= 1
                    continue
                break
            if place >= 2 and words[place - 2] in _HYPHENS and word.isalpha() and word.islower():
                begin = self._hyphenated(place - 2, first, joined)
                if begin is not None:
                    if joined and joined[-1].first >= begin and joined[-1].end <= place:
                        modifier = joined.pop()
                        if not flag & SIDING_SUFFIX:  # "Chile-backed rebels" are of no known country
                            self._belongs(piece, modifier)
                    place = settled = begin
                    continue
            if not word.isalpha() or flag & FUNCTION or not word.islower() or unknown >= _REACH or lower.endswith("ed"):
                break
            unknown += 1
            place -= 1
        piece.first = settled

    def _is_sided(self, place: int, first: int) -> bool:
        """Whether a name is what "pro-" or "anti-" stand before: "pro-Chilean rebels" are of no known country."""
        if place < first + 2 or self._words[place - 1] not in _HYPHENS:
            return False
        return bool(self._flags.get(self._lowers[place - 2], 0) & SIDING_PREFIX)

    def _hyphenated(self, hyphen: int, first: int, joined: list[Piece]) -> int | None:
        """The first token of a hyphenated modifier whose hyphen is given; None when it is none."""
        place = hyphen - 1
        if place < first:
            return None
        previous = joined[-1] if joined else None
        if previous is not None and previous.end == hyphen:
            return previous.first
        if not self._words[place][0].isalnum():
            return None
        while place - 2 >= first and self._words[place - 1] in _HYPHENS and self._words[place - 2][0].isalnum():
            place -= 2
        return place

    def _belongs(self, piece: Piece, modifier: Piece) -> None:
        if piece.affiliation is None or modifier.country:
            piece.affiliation = modifier
        if piece.country is None:
            piece.country = modifier.country
            if modifier.country is None and modifier.known is not None and modifier.known.code and piece.known is None:
                piece.known = modifier.known  # "UN inspectors" carry the code of the body they belong to
            if piece.country is None and modifier.places:
                countries = {reading.country for reading in modifier.places}
                piece.country = countries.pop() if len(countries) == 1 else None

    def _rightwards(self, pieces: list[Piece], number: int, piece: Piece, end: int) -> int:
        """Move the end of a role phrase over "of ..." phrases; the number of the next piece comes back."""
        words, lowers, flags = self._words, self._lowers, self._flags
        number += 1
        for _ in range(2):
            place = piece.end
            if place >= end or lowers[place] not in (_OFFICE_LINKS if piece.kind == "office" else _OF):
                break
            link = lowers[place]
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
            if piece.role is not None and piece.role.word.rpartition(" ")[2] in _QUANTITIES:
                if last.role is not None and last.role.plural:
                    piece.role = last.role
                    piece.kind = last.kind if last.kind in _ROLES else piece.kind
                elif last.kind == "nationals":
                    piece.country = last.country
            self._belongs(piece, nested)
            if piece.kind == "office" and link == "of" and nested.kind == "country":
                piece.country = nested.country
            piece.end = piece.head_end = last.end
            if last.kind == "person":
                break
        return number


_QUANTITIES = frozenset(
    ("hundreds", "thousands", "dozens", "scores", "millions", "crowds", "crowd", "group", "groups")
)  # fmt: skip
_COMMON_VERBS = frozenset(
    ("said", "says", "say", "told", "tells", "is", "are", "was", "were", "has", "have", "had", "will", "would",
     "can", "could", "may", "might", "did", "does", "do", "says", "announced", "claims", "denies", "denied", "wants",
     "began", "begins", "held", "holds", "took", "takes", "made", "makes", "gave", "gives", "won", "wins", "lost",
     "loses", "went", "goes", "came", "comes", "met", "meets", "sent", "sends", "fought", "fights", "shot", "shoots",
     "put", "puts", "let", "lets", "kept", "keeps", "left", "leaves", "found", "finds", "knew", "knows", "thinks",
     "thought", "plans", "struck", "hit", "fell", "rose", "led", "leads", "sought", "seeks", "vowed", "warns",
     "urges", "calls", "backs", "faces", "plans", "expects", "hopes")
)  # fmt: skip
