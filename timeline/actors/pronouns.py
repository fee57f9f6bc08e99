"""Pronouns to the members of a cast they stand for.

What comes in: the mentions of an article and the owners found so far, in text order. What goes out: a member, or None:
no actor is better than a guessed one. Names and roles are decided in ``resolver``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.actors.cast import Member
from timeline.lexicons.actors import (
    PRONOUN_FEMALE,
    PRONOUN_FIRST,
    PRONOUN_MALE,
    PRONOUN_NEUTER,
    PRONOUN_PLURAL,
    ActorLexicon,
)
from timeline.values.actors import ActorMention

_REACH = 3  # sentences back that a pronoun may reach
_FAR = 100  # mentions back: more than three sentences hold, unless they are lists
_JOINING = frozenset(("and", ", and", "and the", "or", "&"))


class Pronouns:
    """Finds antecedents in one article; ``owners`` is filled while it is asked."""

    __slots__ = ("_lexicon", "_mentions", "_owners", "_text")

    def __init__(
        self,
        text: str,
        mentions: Sequence[ActorMention],
        owners: Sequence[Member | None],
        lexicon: ActorLexicon,
    ) -> None:
        self._text = text
        self._mentions = mentions
        self._owners = owners
        self._lexicon = lexicon

    def stands_for(self, number: int, mention: ActorMention) -> Member | None:
        """The member that a pronoun means: the last that fits by gender and number, in subject position first."""
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
        """The last actor that fits: in the same sentence the first one named, in those before the first of the
        nearest.
        """
        best: Member | None = None
        sentence = mention.sentence
        for before in range(number - 1, max(-1, number - 1 - _FAR), -1):
            other = self._mentions[before]
            if other.sentence != sentence:
                if best is not None:
                    return best
                if mention.sentence - other.sentence > _REACH:
                    return None
                sentence = other.sentence
            owner = self._owners[before]
            if owner is not None and not owner.outlet and fits(owner):
                best = owner
        return best

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
