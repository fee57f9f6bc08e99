"""Pronouns to the members of a cast they stand for.

What comes in: the mentions of an article and the owners found so far, in text order. What goes out: a member, or None:
no actor is better than a guessed one, so "he" after two men means neither, unless one of them has just spoken and the
pronoun speaks on. Names and roles are decided in ``namesakes`` and ``descriptions``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.actors.cast import Member
from timeline.actors.descriptions import BECOMING
from timeline.lexicons.actor_flags import (
    PLACE_PREPOSITION,
    PRONOUN_FEMALE,
    PRONOUN_FIRST,
    PRONOUN_MALE,
    PRONOUN_NEUTER,
    PRONOUN_PLURAL,
    REPORTING,
    TELLING,
)
from timeline.lexicons.actors import ActorLexicon
from timeline.values.actors import ActorMention
from timeline.values.text import TokenizedText

_REACH = 3  # sentences back that a pronoun may reach
_FAR = 100  # mentions back: more than three sentences hold, unless they are lists
_JOINING = frozenset(("and", ", and", "and the", "or", "&"))
_OBJECTS = frozenset(("him", "them"))  # stand for nobody who is the subject of their clause
_STOPS = (".", ",", ";", ":", "!", "?", "")
_NEXT_WORDS = 40  # characters in which the next words stand


class Pronouns:
    """Finds antecedents in one article; ``owners`` is filled while it is asked."""

    __slots__ = ("_lexicon", "_mentions", "_owners", "_text")

    def __init__(
        self,
        tokens: TokenizedText,
        mentions: Sequence[ActorMention],
        owners: Sequence[Member | None],
        lexicon: ActorLexicon,
    ) -> None:
        self._text = tokens.text
        self._mentions = mentions
        self._owners = owners
        self._lexicon = lexicon

    def stands_for(self, number: int, mention: ActorMention) -> Member | None:
        """The member that a pronoun means: the only one that fits by gender and number, in the nearest sentence that
        names one.
        """
        flags = self._lexicon.words.get(mention.text.lower(), 0)
        if flags & PRONOUN_FIRST:
            return None
        if flags & PRONOUN_PLURAL:
            if self._coordinated(number, mention):
                return None
            return self._antecedent(number, mention, _fits_plural) or self._antecedent(number, mention, _fits_neuter)
        if flags & PRONOUN_NEUTER:
            return self._antecedent(number, mention, _fits_neuter)
        gender = "m" if flags & PRONOUN_MALE else "f" if flags & PRONOUN_FEMALE else None
        if gender is None:
            return None
        return self._antecedent(
            number, mention, lambda owner: _fits_person(owner, gender, "person")
        ) or self._antecedent(number, mention, lambda owner: _fits_person(owner, gender, "role"))

    def _antecedent(self, number: int, mention: ActorMention, fits: Callable[[Member], bool]) -> Member | None:
        """The one member that fits, among those before it in its sentence, else in the nearest that has any."""
        fitting: list[Member] = []
        numbers: list[int] = []
        sentence = mention.sentence
        told: Member | None = None
        adjacent = self._is_object(mention)
        for before in range(number - 1, max(-1, number - 1 - _FAR), -1):
            other = self._mentions[before]
            if other.sentence != sentence:
                if fitting:
                    break
                if mention.sentence - other.sentence > _REACH:
                    return None
                sentence = other.sentence
            owner = self._owners[before]
            if owner is not None and not owner.outlet and fits(owner):
                if adjacent and sentence == mention.sentence:
                    adjacent = False  # "Holm praised him": somebody else
                    continue
                if other.form == "role" and self._text.endswith(BECOMING, 0, other.start):
                    told = owner  # "Holm beat Bey to become the first woman to win. She"
                if owner not in fitting:
                    fitting.append(owner)
                    numbers.append(before)
            if sentence == mention.sentence:
                adjacent = False
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        if told is not None and sentence != mention.sentence:
            return told
        known = [owner for owner in fitting if owner.gender is not None]
        if len(known) == 1:
            return known[0]
        return self._speaks_on(mention, numbers)

    def _is_object(self, mention: ActorMention) -> bool:
        """Whether a pronoun is no subject, so that it is not its own clause's: "him", "denied it." """
        lower = mention.text.lower()
        if lower in _OBJECTS:
            return True
        if lower != "it":
            return False
        before = self._text[max(0, mention.start - _NEXT_WORDS) : mention.start].split()
        if not before or not before[-1].isalpha():
            return False
        if self._text[mention.end : mention.end + 1] in _STOPS:
            return True
        following = self._text[mention.end : mention.end + _NEXT_WORDS].split()
        behind = self._lexicon.words.get(following[0], 0) & PLACE_PREPOSITION if following else 0
        return bool(behind) and before[-1].endswith("ed")  # "rejected it on Monday", "announced it would"

    def _speaks_on(self, mention: ActorMention, numbers: Sequence[int]) -> Member | None:
        """The one of several who spoke in an earlier sentence, when the pronoun speaks on: "Holm told Bey. He said"."""
        if self._mentions[numbers[0]].sentence == mention.sentence or not self._speaks(mention):
            return None
        speakers = [number for number in numbers if self._speaks(self._mentions[number])]
        return self._owners[speakers[0]] if len(speakers) == 1 else None

    def _speaks(self, mention: ActorMention) -> bool:
        """Whether a verb of saying stands right behind a mention, or right before it at the end of a clause."""
        words = self._text[mention.end : mention.end + _NEXT_WORDS].split()
        flags = self._lexicon.words
        if words and flags.get(words[0].rstrip(",.:"), 0) & (REPORTING | TELLING):
            return True
        if words and self._text[mention.end] == " ":
            return False
        before = self._text[max(0, mention.start - _NEXT_WORDS) : mention.start].split()
        return bool(before) and bool(flags.get(before[-1], 0) & REPORTING)

    def _coordinated(self, number: int, mention: ActorMention) -> bool:
        """Whether two actors joined by "and" come last before "they" in its sentence: it means both of them."""
        text = self._text
        for before in range(number - 1, max(0, number - 1 - _FAR), -1):
            second, first = self._mentions[before], self._mentions[before - 1]
            if mention.sentence != second.sentence or second.plural:
                return False
            if first.sentence == second.sentence and text[first.end : second.start].strip() in _JOINING:
                return first.form != "pronoun" and second.form != "pronoun"
        return False


def _fits_plural(owner: Member) -> bool:
    return owner.plural


def _fits_neuter(owner: Member) -> bool:
    return owner.kind in ("organisation", "country") and not owner.plural


def _fits_person(owner: Member, gender: str, kind: str) -> bool:
    return owner.kind == kind and not owner.plural and owner.gender in (None, gender)
