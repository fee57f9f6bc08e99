"""Whether a role word stands as a noun, and what belongs to it on its left.

What comes in: a role word and the pieces before it in the sentence. What goes out: where its phrase begins, with the
country and the body that its modifiers give: "the UK-based newspaper", "three young Chilean miners". What belongs to it
on its right, and the name behind it, is decided in ``phrases``.
"""

from __future__ import annotations

from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import (
    ADJECTIVE_ROLE,
    BEFORE_VERB,
    BEHIND_VERB,
    COMMON_VERB,
    DETERMINER,
    FUNCTION,
    LINKED,
    MODIFIER,
    NOT_OPENING,
    NUMBER,
    REPORTING,
    SIDING_PREFIX,
    SIDING_SUFFIX,
    TELLING,
    VERB_ROLE,
)
from timeline.lexicons.actors import ActorLexicon, Role
from timeline.lexicons.event_kinds import FINITE
from timeline.lexicons.event_kinds import REPORTING as SAYING
from timeline.lexicons.events import event_lexicon
from timeline.lexicons.name_evidence import name_evidence
from timeline.values.text import TokenizedText

_HYPHENS = frozenset("-‐‑–")
_MODIFYING = frozenset(
    ("organisation", "outlet", "name", "country", "demonym", "metonym", "place", "attribute", "other", "body",
     "people", "nationals")
)  # fmt: skip
_ADJECTIVE_ENDINGS = ("ed", "ing", "al", "ic", "ive", "ous", "ful", "less", "ry", "ng", "ld", "ll", "ick", "ior", "ite")
_TIMES = frozenset(("yesterday", "today", "tonight", "overnight", "earlier", "later", "also", "week", "month", "year"))
_REACH = 3  # lower-case words between a determiner and its noun that may be unknown
_ONLY_ADJECTIVES = ("ish", "ch", "x", "-")
_RARE_NOUNS = ("ese", "ss")
_ONLY_NOUNS = ("e", "d", "t", "n")  # "Dane", "Spaniard", "Scot", "Finn", but not "American"
_DETERMINING = frozenset(("a", "an", "the", "another", "this", "that", "one", "first", "second", "third", "fellow"))
_AGE = frozenset(("old", "born"))
_GENDERS = {"man": "m"}
_POSSESSIVES = frozenset(("'s", "'", "’", "’s"))
#: Words before which a form in "s" is a verb: "the company regrets the cuts".
_BEHIND_PRESENT = frozenset(
    ("a", "an", "the", "these", "those", "no", "its", "their", "his", "her", "our", "them", "him", "us", "to")
)
_THE = frozenset(("the", "this", "our"))
_ONE = frozenset(("a", "an"))


class RoleExtent:
    """Reads role words and what stands before them, in the sentences of one article."""

    __slots__ = ("_ends", "_flags", "_kinds", "_lowers", "_names", "_role_lengths", "_starts", "_words")

    def __init__(self, tokens: TokenizedText, lexicon: ActorLexicon) -> None:
        self._words = tokens.words
        self._lowers = tokens.lowers
        self._starts = tokens.starts
        self._ends = tokens.ends
        self._flags = lexicon.words
        self._kinds = event_lexicon().kinds
        self._names = lexicon.names
        self._role_lengths = lexicon.role_lengths

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
            governed = before == "to" and role.plural and not (after and self._words[end][0].isupper())
            if self._flags.get(before, 0) & BEFORE_VERB and not (before == "and" or governed):
                return False
            opens = not before or before in ("who", "which", "that") or not self._flags.get(before, 0) & FUNCTION
            if self._flags.get(after, 0) & BEHIND_VERB and opens:
                return False
        if flags & ADJECTIVE_ROLE and after.isalpha() and not self._flags.get(after, 0) & (FUNCTION | NUMBER):
            # A name or a verb may follow ("the military killed"), a noun makes it an adjective ("military action").
            return (
                self._words[end][0].isupper()
                or after.endswith(("ed", "ly"))
                or bool(self._flags.get(after, 0) & COMMON_VERB)
                or (role.kind == "body" and self._is_verb(before, end, sentence_end))
            )
        return True

    def _is_verb(self, before: str, place: int, end: int) -> bool:
        """Whether a word behind a body is what it does: "paid", "regrets the"; not in "shares fell"."""
        word = self._lowers[place]
        kinds = self._kinds.get(word, 0)
        if not kinds & FINITE or (before not in _THE and (word.endswith("s") or kinds & SAYING or before in _ONE)):
            return False
        following = self._lowers[place + 1] if place + 1 < end else ""
        return not word.endswith("s") or following in _BEHIND_PRESENT or following.isdigit()

    def leftwards(self, piece: Piece, joined: list[Piece], first: int) -> None:
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
                rules = previous.kind == "person" and self._is_rule(piece, previous)  # "the Obama administration"
                if previous.kind not in _MODIFYING and not rules:
                    break
                if (previous.kind == "person" and not rules) or (
                    previous.kind in ("people",) and settled != piece.first
                ):
                    break
                if unknown and not (previous.adjective and unknown == 1):
                    break
                joined.pop()
                place = settled = previous.first
                unknown = 0
                if not self._is_sided(previous.first, first):
                    belongs(piece, previous)
                continue
            word = words[place - 1]
            lower = lowers[place - 1]
            if (
                lower in _POSSESSIVES
                and previous is not None
                and previous.end == place - 1
                and previous.kind != "pronoun"
            ):
                if previous.kind == "unnamed":
                    break
                of = previous.affiliation
                if (
                    previous.kind == "office"
                    and of is not None
                    and of.end == previous.end
                    and of.first > previous.first
                ):
                    break  # "the chair of the union's Ghent branch"
                joined.pop()
                place = settled = previous.first
                belongs(piece, previous)
                piece.adjective = False
                if place > first and lowers[place - 1] == "the":
                    settled = place - 1
                break
            flag = flags.get(lower, 0)
            if flag & DETERMINER:
                settled = place - 1
                break
            if word in _HYPHENS:
                if self._starts[place] > self._ends[place - 1]:
                    break  # "BRUSSELS - Ministers met"
                # "UK-based", "45-year-old"
                begin = self._hyphenated(place - 1, first, joined)
                if begin is None:
                    break
                if joined and joined[-1].first == begin and joined[-1].end <= place:
                    belongs(piece, joined.pop())
                place = settled = begin
                continue
            if lower == "at" and lowers[place] in ("least", "most"):
                place = settled = place - 1
                continue
            if flag & (MODIFIER | NUMBER) or word[0].isdigit():
                if word[0].isupper() and flag & NOT_OPENING:
                    break
                if lower.endswith("ed") and flags.get(lowers[place], 0) & NUMBER:
                    break  # "injured several people"
                if lower.endswith("ed") and joined and joined[-1].end == place - 1 and not joined[-1].adjective:
                    break  # "Norway freed prisoners"
                if lower.endswith("ed") and place - 2 >= first and self._follows_time(place - 2):
                    break  # "Norway on Monday freed prisoners"
                place -= 1
                settled = place
                continue
            if (
                (word == "and" or (word == "," and self._is_quality(place - 2, first)))
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
                            belongs(piece, modifier)
                    place = settled = begin
                    continue
            if flag & COMMON_VERB and not flag & MODIFIER and not (place == piece.first and word.endswith("s")):
                break  # "then sent U.S. troops"
            if not word.isalpha() or flag & FUNCTION or not word.islower() or unknown >= _REACH or lower.endswith("ed"):
                break
            if words[place][0].isupper() and not lower.endswith(_ADJECTIVE_ENDINGS):
                break  # "the move boosts Orava Chairman Ada Reed", "the frigate Admiral Dorn"
            unknown += 1
            place -= 1
        piece.first = settled

    def _is_rule(self, piece: Piece, ruler: Piece) -> bool:
        """Whether a body is called by the person who leads it: "the Obama administration"."""
        role = piece.role
        return role is not None and piece.kind == "body" and role.word in name_evidence().led and ruler.title is None

    def _follows_time(self, place: int) -> bool:
        """Whether a verb, and no participle of the noun behind it, stands after a word: "on Monday", "yesterday"."""
        word = self._words[place]
        if self._flags.get(self._lowers[place], 0) & (DETERMINER | NUMBER | MODIFIER):
            return False  # "An armed man"
        return word[0].isupper() or word[0].isdigit() or word in _TIMES or word.endswith("ly")

    def _is_quality(self, place: int, first: int) -> bool:
        """Whether a word before a comma is an adjective: "angry, tired miners", not "Chilean aircraft, state radio"."""
        return place >= first and self._lowers[place].endswith(_ADJECTIVE_ENDINGS)

    def compatriot(self, piece: Piece, following: Piece | None, first: int, end: int) -> None:
        """Make a nation's adjective that stands as a noun one person of that nation: "the Swede said", "a Kenyan"."""
        place = piece.end
        if place - piece.first > 1 or piece.known is None or piece.first == first or not self._is_singular(piece.first):
            return
        if following is not None and following.first == place:
            return
        after = self._lowers[place] if place < end else "."
        only_noun = self._lowers[piece.first].endswith(_ONLY_NOUNS) and not self._lowers[piece.first].endswith("an")
        if not only_noun and after.isalnum() and not self._stands_behind(after, place, end):
            return
        if after in _HYPHENS or (after == "," and place + 1 < end and self._is_adjective_of_nation(place + 1)):
            return  # "an American, British and French force"
        word = self._lowers[piece.first]
        piece.kind = "office"
        piece.role = Role(word, "office", "CVL", _GENDERS.get(word[-3:]), False)
        piece.adjective = False

    def _is_singular(self, place: int) -> bool:
        """Whether a nation's adjective can be a noun for one person, and a determiner stands before it."""
        lower = self._lowers[place]
        before = self._lowers[place - 1]
        if lower.endswith(_RARE_NOUNS):
            return before in ("a", "an") and self._lowers[place + 1 : place + 2] in ((",",), (".",), ("who",))
        if lower.endswith(_ONLY_ADJECTIVES):
            return False
        if before in _DETERMINING or (before in _AGE and place > 1):
            return True
        return place > 1 and self._lowers[place - 2] in _DETERMINING and bool(self._flags.get(before, 0) & MODIFIER)

    def _stands_behind(self, after: str, place: int, end: int) -> bool:
        """Whether a word behind a nation's name shows it to be a noun: a verb, "who", a preposition."""
        if after in ("and", "or"):
            return place + 1 < end and self._lowers[place + 1] in _DETERMINING
        flags = self._flags.get(after, 0)
        if after in name_evidence().behind_persons or flags & (COMMON_VERB | REPORTING | TELLING):
            return True
        if after.endswith("ed") and place + 1 < end:
            return self._lowers[place + 1] not in self._role_lengths
        return bool(flags & FUNCTION)

    def _is_adjective_of_nation(self, place: int) -> bool:
        known = self._names.get(self._words[place])
        return known is not None and known.kind == "demonym"

    def count(self, piece: Piece, first: int) -> None:
        """Move the start of people of a nation over how many they are: "two Israelis", "12 young Kenyans"."""
        place = piece.first
        while place > first:
            word = self._words[place - 1]
            flags = self._flags.get(self._lowers[place - 1], 0)
            if not (word.isdigit() or (flags & (NUMBER | MODIFIER) and not flags & NOT_OPENING)):
                break
            place -= 1
        if place < piece.first and (self._words[place].isdigit() or self._flags[self._lowers[place]] & NUMBER):
            piece.first = place

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


def belongs(piece: Piece, modifier: Piece) -> None:
    """Note what modifies a role: the body it belongs to, the country it is of."""
    if piece.affiliation is None or modifier.country:
        piece.affiliation = modifier
    if piece.country is None:
        piece.country = modifier.country
        if modifier.country is None and modifier.known is not None and modifier.known.code and piece.known is None:
            piece.known = modifier.known  # "UN inspectors" carry the code of the body they belong to
        if piece.country is None and modifier.places:
            countries = {reading.country for reading in modifier.places}
            piece.country = countries.pop() if len(countries) == 1 else None
