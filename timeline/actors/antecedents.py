"""Who of those named before is meant: the nearest that fits, where it can be nobody else.

What comes in: the mentions of an article, the owners found so far, and what whoever is meant must be like. What goes
out: a member, or None where it may be either of two. What pronouns and descriptions ask for is decided in ``pronouns``
and ``descriptions``; how mentions stand in their sentences in ``standing``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.actors.cast import Member
from timeline.actors.standing import Standing
from timeline.lexicons.actor_flags import REPORTING, TELLING
from timeline.lexicons.actors import ActorLexicon
from timeline.values.actors import ActorMention
from timeline.values.text import TokenizedText

#: What stands before a predicate: "Holm beat Bey to become the first woman to win".
BECOMING = (" become ", " became ", " becomes ", " becoming ")
_NEUTER = frozenset(("It", "it"))
_REACH = 3  # sentences back
_FAR = 100  # mentions back: more than three sentences hold, unless they are lists
_NEXT_WORDS = 40  # characters in which the next words stand


class Antecedents:
    """Finds who is meant in one article; ``owners`` is filled while it is asked."""

    __slots__ = ("_lexicon", "_mentions", "_owners", "_text", "standing")

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
        self.standing = Standing(tokens, mentions)

    def nearest(
        self, number: int, mention: ActorMention, fits: Callable[[Member], bool], barred: Member | None = None
    ) -> Member | None:
        """The one member that fits, among those before it in its sentence, else in the nearest that has any.

        Whoever only a possessive names, or a quotation that the pronoun stands outside of, or a phrase that says more
        of something else ("the killing of Bey"), is meant only where nobody else is.
        """
        standing = self.standing
        quotation = standing.quotation(mention.start)
        fitting: list[Member] = []
        numbers: list[int] = []
        aside: list[Member] = []
        last: Member | None = None  # the only one of a nearer sentence, but aside
        told: Member | None = None
        sentence = mention.sentence
        for before in range(number - 1, max(-1, number - 1 - _FAR), -1):
            other = self._mentions[before]
            if other.sentence != sentence:
                if fitting:
                    break
                if mention.sentence - other.sentence > _REACH:
                    return last
                if aside:
                    if len(aside) > 1 and last is None:
                        return None
                    last = last or aside[0]
                    aside = []
                if last is not None and standing.opens_paragraph(sentence):
                    return last
                sentence = other.sentence
            owner = self._owners[before]
            if owner is None or owner.outlet or owner is barred or not fits(owner):
                continue
            elsewhere = standing.quotation(other.start) != quotation
            if elsewhere and quotation >= 0 and sentence == mention.sentence and self.speaks(other):
                continue  # "Holm said: 'He must go'"
            if other.form == "role" and self._text.endswith(BECOMING, 0, other.start):
                told = owner  # "Holm beat Bey to become the first woman to win. She"
            if quotation >= 0 and elsewhere and mention.text in _NEUTER and other.sentence != mention.sentence:
                continue  # "It must stop," said somebody, of what he alone knows
            held = standing.quotation(other.start) >= 0 and elsewhere
            if held or standing.is_possessed(other) or (sentence != mention.sentence and standing.is_aside(other)):
                if owner not in aside and owner not in fitting:
                    aside.append(owner)
            elif owner not in fitting:
                fitting.append(owner)
                numbers.append(before)
                if owner in aside:
                    aside.remove(owner)
        if not fitting:
            if last is None and len(aside) == 1:
                last = aside[0]
            return last
        if len(fitting) == 1:
            if last is not None and last is not fitting[0] and not self._is_subject(numbers[0]):
                return None
            return self._better_known(fitting[0], numbers[0], mention, fits)
        if told is not None and sentence != mention.sentence:
            return told
        known = [owner for owner in fitting if owner.gender is not None]
        if len(known) == 1:
            return known[0]
        return self._speaks_on(mention, numbers) or self._goes_on(mention, fitting, numbers)

    def _is_subject(self, number: int) -> bool:
        """Whether a mention, or one of the same member in its sentence, is what its sentence begins with."""
        first = self.standing.subject(self._mentions[number].sentence, number)
        return first >= 0 and self._owners[first] is self._owners[number]

    def _better_known(
        self, owner: Member, number: int, mention: ActorMention, fits: Callable[[Member], bool]
    ) -> Member:
        """Whom a pronoun means where the nearest is of unknown gender: a subject shortly before that is of its own."""
        near = self._mentions[number]
        if owner.kind != "person" or owner.gender is not None or near.sentence == mention.sentence:
            return owner
        if self.speaks(near) and self.speaks(mention):
            return owner
        sentence = near.sentence
        for before in range(number - 1, max(-1, number - 1 - _FAR), -1):
            other = self._mentions[before]
            if mention.sentence - other.sentence > _REACH:
                break
            found = self._owners[before]
            if other.sentence == sentence or found is None or found is owner or found.gender is None:
                continue
            if found.kind == "person" and fits(found) and self._is_subject(before):
                return found
        return owner

    def _goes_on(self, mention: ActorMention, fitting: Sequence[Member], numbers: Sequence[int]) -> Member | None:
        """The subject of the sentence before, where an earlier one had it as its subject too and names no other."""
        sentence = self._mentions[numbers[0]].sentence
        if sentence == mention.sentence:
            return None
        first = self.standing.subject(sentence, numbers[0])
        topic = self._owners[first] if first >= 0 else None
        if topic is None or topic not in fitting:
            return None
        before = first - 1
        while before >= 0 and self._mentions[before].sentence == sentence:
            before -= 1
        if before < 0 or mention.sentence - self._mentions[before].sentence > _REACH:
            return None
        earlier = self._mentions[before].sentence
        if self._owners[self.standing.subject(earlier, before)] is not topic:
            return None
        while before >= 0 and self._mentions[before].sentence == earlier:
            if self._owners[before] in fitting and self._owners[before] is not topic:
                return None
            before -= 1
        return topic

    def _speaks_on(self, mention: ActorMention, numbers: Sequence[int]) -> Member | None:
        """The one of several who spoke in an earlier sentence, when the pronoun speaks on: "Holm told Bey. He said"."""
        if self._mentions[numbers[0]].sentence == mention.sentence or not self.speaks(mention):
            return None
        speakers = [number for number in numbers if self.speaks(self._mentions[number])]
        return self._owners[speakers[0]] if len(speakers) == 1 else None

    def speaks(self, mention: ActorMention) -> bool:
        """Whether a verb of saying stands right behind a mention, or right before it at the end of a clause."""
        words = self._text[mention.end : mention.end + _NEXT_WORDS].split()
        flags = self._lexicon.words
        if words and flags.get(words[0].rstrip(",.:"), 0) & (REPORTING | TELLING):
            return True
        if words and self._text[mention.end] == " ":
            return False
        before = self._text[max(0, mention.start - _NEXT_WORDS) : mention.start].split()
        return bool(before) and bool(flags.get(before[-1], 0) & REPORTING)
