"""Where a verb group begins in a sentence, and what it is: auxiliaries, adverbs and the main verb.

What comes in: a page, the candidates and the actors of an article, and a token. What goes out: a ``VerbItem``, or None
where the word is a noun or adjective, which is decided in ``verb_words``. How the rest of a sentence is cut is decided
in ``chunks``.
"""

from __future__ import annotations

from timeline.events.article.items import Item, VerbItem
from timeline.events.clauses.verb_words import VerbWords
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    BE,
    DETERMINER,
    DO,
    GOVERNOR,
    HAVE,
    MODAL,
    NEGATION,
    PAST,
    PREPOSITION,
    REPORTING,
    THIRD,
    TO,
)
from timeline.lexicons.inflection import PARTICIPLE

#: Kinds of words that stand before the main verb of a group.
_OPENS_GROUP = AUXILIARY | TO | NEGATION
_HYPHENS = frozenset("-‐‑–")
_ORDERING = frozenset(("first", "last", "next"))
_COINS = frozenset("$£€¥")
_MEASURES = frozenset(("to", "%", "per", "percent", "point", "points", "votes", "runs", "goals", *_HYPHENS))
_NOT_FINITE = frozenset(("being", "been", "be", "having"))
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_BE_HAVE_DO = BE | HAVE | DO
_PAST_PARTICIPLE = PAST | PARTICIPLE
_PAST_THIRD = PAST | THIRD
_REPORTING_GOVERNOR = REPORTING | GOVERNOR
_ADVERB_PREPOSITION = ADVERB | PREPOSITION


class VerbReader(VerbWords):
    """Reads the verb groups of one article."""

    __slots__ = ()

    def read(self, token: int, end: int, noun: Item | None, items: list[Item]) -> Item | None:
        """The verb group that begins at a token: auxiliaries, adverbs and the main verb."""
        if self._page.bits[token] & _OPENS_GROUP:
            return self._group(token, end, noun, items)
        if token in self._actor_at or not self._is_verb_alone(token, end, noun, items):
            return None
        return self._alone(token, end, noun)

    def _group(self, start: int, end: int, noun: Item | None, items: list[Item]) -> Item | None:
        """The group that begins with an auxiliary, "to" or a negation; None where none does."""
        bits, lowers = self._page.bits, self._page.lowers
        kind = bits[start]
        place = start
        infinitive = kind & TO != 0
        if infinitive:
            place += 1
            while place < end and bits[place] & _ADVERB_NEGATION and not bits[place] & DETERMINER:
                place += 1
            if place >= end or not (bits[place] & _BE_HAVE_DO or self._is_base(place)):
                return None
        elif kind & NEGATION and not kind & DETERMINER and start + 1 < end and bits[start + 1] & TO:
            return None
        be = auxiliary = False
        while place < end:
            kind = bits[place]
            if kind & AUXILIARY:
                if lowers[place] == "'s":
                    break
                auxiliary = True
                be = bool(kind & BE) or (be and not kind & MODAL)
            elif not ((auxiliary or infinitive) and self._goes_on(place, end, be=be)):
                break
            place += 1
        if not auxiliary and not infinitive:
            if place in self._actor_at or not self._is_verb_alone(place, end, noun, items):
                return None
            return self._alone(place, end, noun)
        if place >= end or place in self._actor_at or not self._is_main(place, noun, auxiliary=auxiliary):
            # A group that ends in adverbs: they are no part of it.
            finite = not infinitive and lowers[start] not in _NOT_FINITE
            return VerbItem(start, max(place, start + 1), lowers[place - 1], infinitive=infinitive, finite=finite)
        verb, _ = self._verb(start, place, end)
        verb.infinitive = infinitive
        verb.finite = not infinitive
        verb.passive = be and lowers[place][-3:] != "ing"
        return verb

    def _goes_on(self, place: int, end: int, *, be: bool) -> bool:
        """Whether a word inside a group is an adverb, a negation, or the "last" of "was last seen"."""
        kind, lower = self._page.bits[place], self._page.lowers[place]
        if kind & _ADVERB_NEGATION and not kind & DETERMINER:
            return True
        if not kind and lower[-2:] == "ly":
            return True
        return be and lower in _ORDERING and place + 1 < end and self._is_past(place + 1)

    def _verb(self, start: int, place: int, end: int) -> tuple[VerbItem, int]:
        """The item of a group with its main verb at ``place``, and the forms that this may be."""
        page = self._page
        candidate = self._readings.get(place)
        last = min(candidate.end_token, end) if candidate is not None else place + 1
        lower = page.lowers[place]
        word = page.lexicon.words.get(lower)
        if word is None:
            verb, forms = VerbItem(start, last, lower), 0
        else:
            verb, forms = VerbItem(start, last, word.verb or lower), word.forms
        verb.reporting = page.bits[place] & _REPORTING_GOVERNOR != 0
        return verb, forms

    def _alone(self, place: int, end: int, noun: Item | None) -> Item:
        """The item of a verb without words of its group before it."""
        bits, lowers = self._page.bits, self._page.lowers
        verb, forms = self._verb(place, place, end)
        gerund = lowers[place][-3:] == "ing"
        verb.gerund = gerund
        verb.finite = not gerund
        if forms & _PAST_PARTICIPLE:
            verb.bare = True
            behind = verb.end
            single = behind - place == 1 or bits[behind - 1] & _ADVERB_PREPOSITION  # not "rejected claims by"
            by = single and behind < end and lowers[behind] == "by" and not self._is_measure(behind + 1, end)
            if by or not forms & PAST:
                verb.passive = True  # "a convoy attacked by rebels", "the sentence given to him"
                verb.finite = False
        if forms and not forms & _PAST_THIRD and not gerund:
            verb.finite = noun is not None
        return verb

    def _is_measure(self, token: int, end: int) -> bool:
        """Whether no doer follows "by": "started by thanking them", "voted by 9 to 7", "cut by 3 percent"."""
        lowers = self._page.lowers
        if token >= end or token in self._actor_at:
            return False
        if lowers[token].endswith("ing"):
            return True
        return lowers[token] in _COINS or (
            lowers[token][0].isdigit() and token + 1 < end and lowers[token + 1] in _MEASURES
        )
