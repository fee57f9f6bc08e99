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
_POSSESSIVES = frozenset(("his", "her", "its", "their"))
_CLAUSE = (" that ", " that the ")
_REPEATED = frozenset(("he", "she", "they", "his", "their", "its"))
_SUBJECTS = frozenset(("he", "she", "they"))
_NEUTER = frozenset(("It", "it"))
_REACH = 3  # sentences back
_FAR = 100  # mentions back: more than three sentences hold, unless they are lists
_NEXT_WORDS = 40  # characters in which the next words stand


class Antecedents:
    """Finds who is meant in one article; ``owners`` is filled while it is asked.

    Attributes:
        standing: How mentions stand in their sentences.
        torn: Whether several fitted when it was asked last.
    """

    __slots__ = ("_lexicon", "_mentions", "_owners", "_text", "standing", "torn")

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
        self.torn = False

    def nearest(
        self,
        number: int,
        mention: ActorMention,
        fits: Callable[[Member], bool],
        barred: Member | None = None,
        reach: int = _REACH,
    ) -> Member | None:
        """The one member that fits, among those before it in its sentence, else in the nearest that has any.

        Whoever only a possessive names, or a quotation that the pronoun stands outside of, or a phrase that says more
        of something else ("the killing of Bey"), is meant only where nobody else is. ``torn`` tells afterwards whether
        nobody was found because several fit.

        Args:
            number: Of the mention that looks back.
            mention: That mention.
            fits: What whoever is meant must be.
            barred: Who is not meant.
            reach: Sentences back.
        """
        self.torn = False
        search = _Search(mention.sentence)
        fitting, mentions, owners = search.fitting, self._mentions, self._owners
        for before in range(number - 1, max(-1, number - 1 - _FAR), -1):
            other, owner = mentions[before], owners[before]
            if other.sentence != search.sentence and self._is_over(search, mention, other, reach):
                break
            if owner is None:
                if not fitting and self._is_left_open(mention, other):
                    self.torn = True
                    break
                continue
            if owner.outlet or owner is barred or owner is search.speaker or not fits(owner):
                continue
            if self._is_out(mention, other):
                search.speaker = owner if self.speaks(other) else search.speaker
            elif other.sentence == mention.sentence and self._goes_with(mention, other):
                return owner  # "before he knew that he was ill"
            elif not any(owners[found] is owner for found in fitting):
                search.take(before, owner, self._is_weak(mention, other))
        if self.torn:
            return None
        return self._chosen(mention, fitting, search.last, fits) if fitting else search.left()

    def _is_over(self, search: _Search, mention: ActorMention, other: ActorMention, reach: int) -> bool:
        """Whether a search ends before the sentence of an earlier mention; else it goes on there.

        ``torn`` where several were aside in the sentence that it leaves.
        """
        if search.fitting or mention.sentence - other.sentence > reach:
            return True
        if len(search.aside) > 1 and search.last is None:
            self.torn = True
            return True
        search.last = search.last or (search.aside[0] if search.aside else None)
        search.aside.clear()
        if search.last is not None and self.standing.opens_paragraph(search.sentence):
            return True
        search.sentence = other.sentence
        return False

    def _is_left_open(self, mention: ActorMention, other: ActorMention) -> bool:
        """Whether the sentence before begins with the same pronoun, left open: "They left. They were tired"."""
        return (
            other.form == "pronoun"
            and other.sentence < mention.sentence
            and other.text.lower() == mention.text.lower()
            and mention.text.lower() in _SUBJECTS
            and self.standing.opens(other)
        )

    def _goes_with(self, mention: ActorMention, other: ActorMention) -> bool:
        """Whether the nearest that fits is the same pronoun, both subjects or possessives."""
        return (
            mention.form == other.form == "pronoun"
            and mention.text in _REPEATED
            and other.text.lower() == mention.text.lower()
        )

    def _is_out(self, mention: ActorMention, other: ActorMention) -> bool:
        """Whether another mention is nobody who may be meant: a predicate, or for a quotation whoever speaks it."""
        if self.standing.is_said_of(other):
            return True
        quotation = self.standing.quotation(mention.start)
        if quotation < 0 or self.standing.quotation(other.start) == quotation:
            return False
        if other.sentence == mention.sentence or self._is_cut_off(mention, other):
            return self.speaks(other)  # "Holm said: 'He must go'"
        return mention.text in _NEUTER  # "It must stop," said somebody

    def _is_cut_off(self, mention: ActorMention, other: ActorMention) -> bool:
        """Whether a quotation goes on after the words on who speaks: "Mary won," Holm said. "She is fast." """
        if other.sentence != mention.sentence - 1:
            return False
        return self.standing.is_quoted_around(other, mention.sentence)

    def _is_weak(self, mention: ActorMention, other: ActorMention) -> bool:
        standing = self.standing
        held = standing.quotation(other.start)
        if held >= 0 and held != standing.quotation(mention.start):
            return True
        return standing.is_possessed(other) or (other.sentence != mention.sentence and standing.is_aside(other))

    def _chosen(
        self, mention: ActorMention, fitting: Sequence[int], last: Member | None, fits: Callable[[Member], bool]
    ) -> Member | None:
        """The one of those of a sentence that fit, given by the numbers of their mentions, the nearest first."""
        owners = [self._owners[number] for number in fitting]
        nearest = self._mentions[fitting[0]]
        if len(fitting) == 1:
            is_subject = self._is_subject(fitting[0])
            if last is not None and last is not owners[0] and not is_subject:
                return None
            if not is_subject and mention.form == "pronoun" and self._is_of_somebody(fitting[0], mention):
                self.torn = True
                return None
            return self._better_known(fitting[0], mention, fits)
        self.torn = True
        if nearest.sentence != mention.sentence:
            for number, owner in zip(fitting, owners, strict=True):
                other = self._mentions[number]
                if other.form == "role" and self._text.endswith(BECOMING, 0, other.start):
                    return owner  # "Holm beat Bey to become the first woman to win. She"
        elif mention.text in _POSSESSIVES and self._text.endswith(_CLAUSE, 0, nearest.start):
            return owners[0]  # "told nurses that pilots had lost their jobs"
        elif mention.text in _POSSESSIVES and self._is_of_relative(nearest, mention):
            return owners[0]  # "was backed by Holm, who lost his seat"
        known = [owner for owner in owners if owner is not None and owner.gender is not None]
        if len(known) == 1:
            return known[0]
        return self._speaks_on(mention, fitting) or self._goes_on(mention, fitting)

    def _is_of_somebody(self, number: int, mention: ActorMention) -> bool:
        """Whether the sentence before tells of somebody without a name: "The stranger was hit by Holm. She"."""
        near, owner = self._mentions[number], self._owners[number]
        if near.sentence == mention.sentence or owner is None or not self.standing.opens(mention):
            return False
        first = self.standing.subject(near.sentence, number)
        other = self._owners[first] if first >= 0 else None
        if other is None or other.kind != "role" or other.plural or owner.kind != "person":
            return False
        return self.standing.opens(self._mentions[first]) and other.gender in (None, owner.gender)

    def _is_of_relative(self, head: ActorMention, mention: ActorMention) -> bool:
        """Whether nothing but a relative clause of its head stands before a possessive."""
        between = self._text[head.end : mention.start]
        return between.startswith((", who ", " who ")) and "," not in between[1:]

    def _is_subject(self, number: int) -> bool:
        """Whether a mention, or one of the same member in its sentence, is what its sentence begins with."""
        first = self.standing.subject(self._mentions[number].sentence, number)
        return first >= 0 and self._owners[first] is self._owners[number]

    def _better_known(self, number: int, mention: ActorMention, fits: Callable[[Member], bool]) -> Member | None:
        """Whom a pronoun means where the nearest is of unknown gender: a subject shortly before that is of its own."""
        near, owner = self._mentions[number], self._owners[number]
        if owner is None or owner.kind != "person" or owner.gender is not None or near.sentence == mention.sentence:
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

    def _goes_on(self, mention: ActorMention, numbers: Sequence[int]) -> Member | None:
        """The subject of the sentence before, where an earlier one had it as its subject too and names no other."""
        fitting = [self._owners[number] for number in numbers]
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
        if words and words[0] == ",":
            words = words[1:]  # "the dean, Ada Reed, said"
        if words and (flags.get(words[0].rstrip(",.:"), 0) & (REPORTING | TELLING) or words[1:2] == ["that"]):
            return True
        if words and self._text[mention.end] == " ":
            return False
        before = self._text[max(0, mention.start - _NEXT_WORDS) : mention.start].split()
        return bool(before) and bool(flags.get(before[-1], 0) & REPORTING)


class _Search:
    """Who was found so far.

    Attributes:
        sentence: Index of the sentence that is looked through.
        fitting: Numbers of the mentions of those who fit, the nearest first.
        aside: Those who fit, but stand aside in that sentence.
        last: The only one of a nearer sentence, but aside.
        speaker: Who speaks the quotation that the pronoun stands in.
    """

    __slots__ = ("aside", "fitting", "last", "sentence", "speaker")

    def __init__(self, sentence: int) -> None:
        self.sentence = sentence
        self.fitting: list[int] = []
        self.aside: list[Member] = []
        self.last: Member | None = None
        self.speaker: Member | None = None

    def take(self, number: int, owner: Member, is_weak: bool) -> None:
        """Take in one who fits, with the number of the mention that names them."""
        if not is_weak:
            self.fitting.append(number)
            if owner in self.aside:
                self.aside.remove(owner)
        elif owner not in self.aside:
            self.aside.append(owner)

    def left(self) -> Member | None:
        """The one who is meant where nobody else fits."""
        return self.last or (self.aside[0] if len(self.aside) == 1 else None)
