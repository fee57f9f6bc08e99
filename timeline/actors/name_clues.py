"""What stands beside a name of no known kind: whether it speaks for a person, a place, a people, a body or a thing.

What comes in: the tokens of an article, and all pieces of one name. What goes out: a kind. Which names are asked about,
and what follows from one for others, is decided in ``unknown_names``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from timeline.actors.evidence import DESCRIBED, beside, is_thing
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    COMMON,
    COMMON_VERB,
    DEMANDING,
    FUNCTION,
    GOVERNING,
    LEGAL,
    MODIFIER,
    NUMBER,
    ORGANISATION_HEAD,
    PAIRING,
    RELATION,
    REPORTING,
    TELLING,
)
from timeline.lexicons.actors import ActorLexicon
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.text import TokenizedText

_WITH_PARTICLE = re.compile(r"(?:Mc|Mac|Van|De|Di|La|Le|Fitz|O['’])[A-Z][a-z]+$").match
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,}s$").match
_SPEAKING = REPORTING | TELLING
_ACTING = _SPEAKING | COMMON_VERB | GOVERNING
_ASKED = DEMANDING | TELLING
_GENITIVE = frozenset(("'s", "’s", "'", "’"))
_OWN = frozenset(("its", "their", "his", "her", "our", "my"))
_QUOTES = frozenset("\"“”'‘’«»")
_STOPS = frozenset((",", ".", "!", "?"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "has", "had", "have"))
_WILL = frozenset(("will", "would", "can", "could", "may", "might", "must", "shall", "should"))
_ON_THE_WAY = frozenset(("to", "from", "for", "of", "at", "between"))
_SURE, _LIKELY = 3, 2  # of a place
_REACH = 8  # tokens before a name in which a verb of going or giving may stand


class NameClues:
    """What stands beside the names of one article."""

    __slots__ = ("_flags", "_known", "_lexicon", "_lowers", "_openings", "_tokens", "_words")

    def __init__(self, tokens: TokenizedText, lexicon: ActorLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._words = tokens.words
        self._lowers = tokens.lowers
        self._flags = lexicon.words
        self._known = name_evidence()
        self._openings = {sentence.first_token for sentence in tokens.sentences}

    def kind(self, name: tuple[str, ...], found: Sequence[Piece], families: Container[str]) -> str:
        """``person place group other``, or ``name`` for what may be a body; ``families`` are plurals of others."""
        last = name[-1]
        if last.endswith(self._known.peoples) and any(map(self._is_counted, found)):
            return "group"
        if last in families and any(map(self._is_counted, found)):
            return "group"
        if any(is_thing(piece, self._tokens, self._lexicon) for piece in found) or self.abbreviates_thing(found):
            return "other"
        if self.names_body(name):
            return "name"
        balance = place = 0
        for piece in found:
            where = self._locates(piece)
            place += where
            if not where:
                balance += beside(piece, self._tokens, self._lexicon, said=0)
        if place >= _LIKELY and place > abs(balance):
            return "place"
        acts = any(map(self._acts, found))
        if balance >= DESCRIBED or (acts and len(name) == 1 and balance >= 0 and self._is_surname(last)):
            return "person"
        if balance <= -DESCRIBED:
            return "name"  # shares in it
        if not last[1:].islower():
            thing = len(name) == 1 and (_PLURAL_ACRONYM(last) or self._is_shouted(last))
            return "other" if thing and not acts and not any(map(self._is_in_brackets, found)) else "name"
        things = sum(map(self._is_title, found))
        if things and things * 2 >= len(found):
            return "other"
        return "name" if acts else "other"

    def abbreviates_thing(self, found: Sequence[Piece]) -> bool:
        """Whether a name is what words without capitals are called by for short: "low Earth orbit (LEO)"."""
        for piece in found:
            if not self._is_in_brackets(piece) or piece.first == 1:
                continue
            before, short = self._words[piece.first - 2], self._words[piece.end - 1].removesuffix("s")
            role = self._lexicon.roles.get(before)
            if before.islower() and before[0].upper() == short[-1] and (role is None or role.kind != "body"):
                return True
        return False

    def _is_shouted(self, word: str) -> bool:
        """Whether a word in capitals is one of the language: "ZERO"; "GridCo" is none."""
        return word.isupper() and bool(self._flags.get(word.lower(), 0) & COMMON)

    def _is_in_brackets(self, piece: Piece) -> bool:
        first, end = piece.first, piece.end
        return first > 0 and self._words[first - 1] == "(" and self._words[end : end + 1] == (")",)

    def _is_surname(self, word: str) -> bool:
        lower = word.lower()
        return (
            lower in self._known.family_names
            or lower.endswith(self._known.endings)
            or bool(_WITH_PARTICLE(word))  # "VanBuskirk", "McAvoy"
        )

    def _is_counted(self, piece: Piece) -> bool:
        """Whether a plural is that of people: "the Orvadians", "some 9,000 Orvadians"."""
        before = self._words[piece.first - 1]
        number = before[0].isdigit() or self._flags.get(before, 0) & (NUMBER | MODIFIER)
        return before == "the" or bool(number) or piece.first in self._openings

    def is_person(self, found: Sequence[Piece]) -> bool:
        """Whether a given name by itself is somebody's, and no prize, storm or brand: "the Oscar", "Tony awards"."""
        for piece in found:
            after = self._lowers[piece.end] if piece.end < len(self._lowers) else ""
            before, _, article = self._before(piece)
            if article or before in ("a", "an", "hurricane", "storm", "typhoon") or before.isdigit():
                continue
            noun = after.isalpha() and self._words[piece.end].islower() and not after.endswith(("ed", "s", "ly"))
            if not noun or self._flags.get(after, 0) & (FUNCTION | _ACTING) or after in self._known.behind_persons:
                return True
        return False

    def names_body(self, name: Sequence[str]) -> bool:
        """Whether a name of several words begins as those of bodies do, or has a word of theirs: "Museum Oudland"."""
        if len(name) == 1:
            return False
        capitals = self._lexicon.capitals
        opens = name[0].lower() in self._known.openers_of_bodies
        return opens or any(capitals.get(word, 0) & (ORGANISATION_HEAD | LEGAL) for word in name)

    def _before(self, piece: Piece) -> tuple[str, str, bool]:
        """The two words before a name in its sentence, an article apart, and whether there is one."""
        lowers, first = self._lowers, piece.first
        if first in self._openings:
            return "", "", False
        article = lowers[first - 1] == "the"
        if article:
            first -= 1
            if first in self._openings:
                return "", "", True
        return lowers[first - 1], lowers[first - 2] if first - 1 not in self._openings else "", article

    def _locates(self, piece: Piece) -> int:
        """How much stands beside one naming for a place: "near Narda", "the siege of Narda", "fled to Narda"."""
        known, lowers, end = self._known, self._lowers, piece.end
        before, lead, _ = self._before(piece)
        found = 0
        if before in known.whereabouts:
            found = _SURE if lead not in known.held_in else 0
        elif (
            (before in ("of", "at", "on") and lead in known.place_nouns)
            or before in known.goings
            or before in known.compass
        ):
            found = _SURE
        elif before in _ON_THE_WAY and self._follows(piece.first, known.goings):
            found = _LIKELY
        after = lowers[end] if end < len(lowers) else ""
        if after in known.lands:
            found += _SURE
        elif after == "," and end + 1 < len(lowers):
            found += self._is_land(self._words[end + 1]) * (_SURE if end - piece.first == 1 else 1)
        return found

    def _is_land(self, word: str) -> bool:
        """Whether a word is the name of a country, or of a region alone: "Southport, Conn."."""
        known = self._lexicon.names.get(word)
        if known is not None:
            return known.kind == "country"
        return any(place.kind == "region" for place in self._lexicon.places(word))

    def _follows(self, first: int, verbs: frozenset[str]) -> bool:
        """Whether one of the verbs stands before a name in its clause."""
        lowers = self._lowers
        for place in range(first - 2, max(first - _REACH, -1), -1):
            word = lowers[place]
            if word in verbs:
                return True
            if word in _STOPS or place in self._openings:
                return False
        return False

    def _is_title(self, piece: Piece) -> bool:
        """Whether a name stands in quotation marks by itself, as works and nicknames do, or is somebody's, or said to
        be a thing: "its Crispels", "Crispels, a snack".
        """
        words, lowers, end, first = self._words, self._lowers, piece.end, piece.first
        if end >= len(words):
            return False
        before = lowers[first - 1] if first > 1 else ""
        if before in _OWN or (before in _GENITIVE and self._lexicon.names.get(words[first - 2]) is None):
            return True
        if first and words[first - 1] in _QUOTES:
            close = end + 1 if words[end] in _STOPS else end
            return close < len(words) and words[close] in _QUOTES and words[end] not in _GENITIVE
        if words[end] != "," or end + 2 >= len(words) or self._lowers[end + 1] not in ("a", "an", "the", *_OWN):
            return False
        things = self._known.named_things
        return lowers[end + 2] in things or (end + 3 < len(words) and lowers[end + 3] in things)  # ", a new app"

    def _acts(self, piece: Piece) -> bool:
        """Whether a name does something at one place, or something is done with it that is done with actors alone."""
        known, lowers, flags, end = self._known, self._lowers, self._flags, piece.end
        count = len(lowers)
        before, lead, article = self._before(piece)
        after = lowers[end] if end < count else ""
        second = lowers[end + 1] if end + 1 < count else ""
        if article and not lowers[end - 1].endswith("s") and not flags.get(after, 0) & _SPEAKING:
            return False  # "the Senna rose"
        if after in _GENITIVE:
            return second in known.owned_by_actors
        if after == "," and second == "which" and end + 2 < count:
            after = lowers[end + 2]
        elif after == "and":  # "Zadan and Meron said"
            place = end + 1
            while place < count - 1 and self._words[place][0].isupper():
                place += 1
            after = lowers[place] if place > end + 1 else after
        if after in _BE:
            if second in known.done_to_actors:
                return True
        elif after in _WILL and second == "be":
            if end + 2 < count and lowers[end + 2] in known.done_to_actors:
                return True
        elif after != "and" and (
            flags.get(after, 0) & _ACTING
            or (after.endswith("ed") and after.isalpha())
            or after in known.behind_persons
            or after in known.irregular_acts
        ):
            return True
        if before == "by" or before in known.before_actors or flags.get(before, 0) & _ASKED:
            return True
        if flags.get(before, 0) & PAIRING:
            return before == "against" or bool(flags.get(lead, 0) & RELATION) or lead in known.done_with_actors
        if before == "for" or before == "at":
            return lead in known.done_with_actors
        if before == "of":
            # "Ada Ferri of Sea Hands"
            return end - piece.first > 1 and self._words[piece.first - 2 - article][0].isupper()
        if before == "to":
            return lead == "according" or self._follows(piece.first, known.givings)
        return False
