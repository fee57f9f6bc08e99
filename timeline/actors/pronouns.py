"""Pronouns to the members of a cast they stand for.

What comes in: the mentions of an article and the owners found so far, in text order. What goes out: a member, or None:
no actor is better than a guessed one, so "he" after two men means neither, unless one of them has just spoken and the
pronoun speaks on. Names and roles are decided in ``namesakes`` and ``descriptions``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.actors.antecedents import Antecedents
from timeline.actors.cast import Member
from timeline.lexicons.actor_flags import (
    PLACE_PREPOSITION,
    PRONOUN_FEMALE,
    PRONOUN_FIRST,
    PRONOUN_MALE,
    PRONOUN_NEUTER,
    PRONOUN_PLURAL,
)
from timeline.lexicons.actors import ActorLexicon
from timeline.lexicons.referents import referent_words
from timeline.values.actors import ActorMention
from timeline.values.text import TokenizedText

_FAR = 100  # mentions back: more than three sentences hold, unless they are lists
_JOINING = frozenset(("and", ", and", "and the", "or", "&"))
_OBJECTS = frozenset(("him", "them"))  # stand for nobody who is the subject of their clause
_EITHER = frozenset(("it", "her"))
_IT = frozenset(("it", "It"))
_CONJUNCTIONS = frozenset(("and", "but", "or", "then"))
_SHORT_VERB = 4  # words of a second verb with its conjunction: "and then thanked"
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "this", "that"))
_CLAUSES = frozenset(("that", "said", "says", "because", "which", "whether", "if", "when", "why", "how"))
_LANDED = re.compile(r" (?:of|from|in) [A-Z]\w+ and ")
_PAIR = 4  # mentions among which a pair opens a sentence: "Marchand of France and Sato of Japan"
_NEAR, _FAR_BACK = 1, 3  # sentences back that "it" and others may reach
_STOPS = (".", ",", ";", ":", "!", "?", "")
_NEXT_WORDS = 40  # characters in which the next words stand


class Pronouns:
    """Finds antecedents in one article; ``owners`` is filled while it is asked."""

    __slots__ = ("_lexicon", "_mentions", "_named", "_owners", "_text", "_words")

    def __init__(
        self,
        tokens: TokenizedText,
        mentions: Sequence[ActorMention],
        owners: Sequence[Member | None],
        lexicon: ActorLexicon,
        named: Antecedents,
    ) -> None:
        self._text = tokens.text
        self._named = named
        self._words = referent_words()
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
        if flags & PRONOUN_NEUTER and self._is_impersonal(mention):
            return None
        is_object = self._is_object(mention)
        subjunctive = self._text.startswith(" be ", mention.end)  # "ordered that she be held"
        nearest, barred = self._named.nearest, self._barred(number, mention) if is_object or subjunctive else None
        if flags & PRONOUN_PLURAL:
            if self._coordinated(number, mention):
                return None
            found = nearest(number, mention, _fits_plural, barred)
            if found is not None or self._named.torn or mention.text == "them":
                return found
            return nearest(number, mention, _fits_neuter, barred)
        if flags & PRONOUN_NEUTER:
            is_it = mention.text in _IT
            reach = _NEAR if is_it and not self._named.speaks(mention) else _FAR_BACK
            found = nearest(number, mention, _fits_neuter, barred, reach)
            if found is None or self._is_in_sentence(number, found):
                return found
            is_thing = self._is_thing_of_before(number, found) if is_object else False
            return None if is_thing or ((is_object or not is_it) and self._is_thing_of_own(number)) else found
        gender = "m" if flags & PRONOUN_MALE else "f" if flags & PRONOUN_FEMALE else None
        if gender is None:
            return None
        found = nearest(number, mention, lambda owner: _fits_person(owner, gender), barred)
        if found is None and not self._named.torn:
            found = nearest(number, mention, lambda owner: _fits_role(owner, gender), barred)
        if found is not None and found.gender is None and found.kind == "person":
            found.gender = gender
        return found

    def _barred(self, number: int, mention: ActorMention) -> Member | None:
        """The subject of the clause of which a pronoun is the object: "Holm praised him" is not Holm."""
        for before in range(number - 1, max(-1, number - 1 - _FAR), -1):
            other = self._mentions[before]
            if other.sentence != mention.sentence:
                return None
            between = self._text[other.end : mention.start].split()
            if not _CLAUSES.isdisjoint(between[:-1]):
                return None  # "Firth said an injury had troubled her"
            if not _CONJUNCTIONS.isdisjoint(between[-_SHORT_VERB:-1]):
                first = self._named.standing.subject(mention.sentence, number)  # "Firth met Holm and thanked her"
                return self._owners[first] if 0 <= first < number else None
            if not self._named.standing.is_possessed(other):
                return self._owners[before]
        return None

    def _is_object(self, mention: ActorMention) -> bool:
        """Whether a pronoun is no subject, so that it is not its own clause's: "him", "denied it." """
        lower = mention.text.lower()
        if lower in _OBJECTS:
            return True
        if lower not in _EITHER:
            return False
        before = self._text[max(0, mention.start - _NEXT_WORDS) : mention.start].split()
        if not before or not before[-1].isalpha():
            return False
        if self._text[mention.end : mention.end + 1] in _STOPS:
            return True
        following = self._text[mention.end : mention.end + _NEXT_WORDS].split()
        if not following:
            return False
        word = following[0].rstrip(",.")  # "rejected it on Monday", "announced it would"
        return word in self._words.behind_objects or bool(self._lexicon.words.get(word, 0) & PLACE_PREPOSITION)

    def _is_in_sentence(self, number: int, owner: Member) -> bool:
        """Whether a member is named before a mention in its sentence."""
        sentence = self._mentions[number].sentence
        for before in range(number - 1, -1, -1):
            if self._mentions[before].sentence != sentence:
                break
            if self._owners[before] is owner:
                return True
        return False

    def _is_thing_of_before(self, number: int, owner: Member) -> bool:
        """Whether "it" is rather a thing of the sentence before than whoever acts there: "Bey built a mill. Holm bought
        it", but "Orava Lines grew. Holm bought it".
        """
        for before in range(number - 1, -1, -1):
            if self._owners[before] is owner:
                words = self._named.standing.loose_words(self._mentions[before].sentence, before)
                return not _DETERMINERS.isdisjoint(map(str.lower, words))
        return True

    def _is_thing_of_own(self, number: int) -> bool:
        """Whether a thing stands before "its", or an "it" that is an object: "the bridge lost its roof"."""
        mention = self._mentions[number]
        words = self._named.standing.loose_words(mention.sentence, number, mention.start)
        return not _DETERMINERS.isdisjoint(map(str.lower, words))

    def _is_impersonal(self, mention: ActorMention) -> bool:
        """Whether "it" stands for nothing: "it rained", "it was not clear that", "made it clear"."""
        if mention.text not in _IT:
            return False
        known = self._words
        words = self._text[mention.end : mention.end + _NEXT_WORDS].lower().replace("'s", " is").split()
        for place, word in enumerate(words):
            if word.rstrip(",.") in known.impersonal_state or word in known.impersonal:
                return True
            if word not in known.linking:
                return words[place + 1 : place + 2] == ["that"] and word in known.reported
        return False

    def _coordinated(self, number: int, mention: ActorMention) -> bool:
        """Whether two actors joined by "and" come last before "they" in its sentence, or open the sentence before it:
        it means both of them.
        """
        for before in range(number - 1, max(0, number - 1 - _FAR), -1):
            second = self._mentions[before]
            if mention.sentence != second.sentence or second.plural:
                break
            if self._joins(before):
                return True
        first = number
        while first and self._mentions[first - 1].sentence >= mention.sentence - 1:
            first -= 1
        if first + 1 >= number or self._mentions[first + 1].sentence != mention.sentence - 1:
            return False
        pair = next((place for place in range(first + 1, min(first + _PAIR, number)) if self._joins(place)), 0)
        return bool(pair) and not self._mentions[pair].plural and self._named.standing.opens(self._mentions[first])

    def _joins(self, place: int) -> bool:
        """Whether "and" joins a mention to the one before it, over a land or town of that: "Bey of Chile and Holm"."""
        second, first = self._mentions[place], self._mentions[place - 1]
        if first.sentence != second.sentence or "pronoun" in (first.form, second.form):
            return False
        between = self._text[first.end : second.start]
        if between.strip() in _JOINING:
            return True
        return bool(_LANDED.fullmatch(between)) or (first.form == "country" and between == " and ")


def _fits_plural(owner: Member) -> bool:
    return owner.plural


def _fits_neuter(owner: Member) -> bool:
    return owner.kind in ("organisation", "country") and not owner.plural


def _fits_person(owner: Member, gender: str) -> bool:
    """Whether a member is a person of a gender, by name or as somebody's mother, son and the like."""
    if owner.kind == "person":
        return not owner.plural and owner.gender in (None, gender)
    return owner.kind == "role" and not owner.plural and owner.gender == gender


def _fits_role(owner: Member, gender: str) -> bool:
    return owner.kind == "role" and not owner.plural and owner.gender in (None, gender)
