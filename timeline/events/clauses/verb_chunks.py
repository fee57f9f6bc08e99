"""Where a verb group begins in a sentence, and what it is: auxiliaries, adverbs and the main verb.

What comes in: a page, the candidates and the actors of an article, and a token. What goes out: a ``VerbItem``, or None
where the word is a noun or adjective. How the rest of a sentence is cut is decided in ``chunks``.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import STOP_ITEM, VERB, VERB_WITH, Item, VerbItem
from timeline.events.article.page import Page
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    GOVERNOR,
    HAVE,
    MODAL,
    NEGATION,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PROGRESSIVE,
    QUOTE,
    REPORTING,
    STOP,
    SUBJECT,
    THIRD,
    TO,
    TRIGGER,
    Word,
)
from timeline.lexicons.inflection import PARTICIPLE

#: Kinds of words that stand before the main verb of a group.
_OPENS_GROUP = AUXILIARY | TO | NEGATION
_SPLITTING = frozenset(
    ("the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your")
)  # fmt: skip
_HYPHENS = frozenset("-‐‑–")
_ORDERING = frozenset(("first", "last", "next"))
_SINGULAR = frozenset(("a", "an", "another", "each", "every"))
_COINS = frozenset("$£€¥")
_MEASURES = frozenset(("to", "%", "per", "percent", "point", "points", "votes", "runs", "goals", *_HYPHENS))
_DETERMINING = frozenset(("'s", "'", "’", "’s")) | _SPLITTING
_PAIR = 2  # items of a verb and its object
_NOT_FINITE = frozenset(("being", "been", "be", "having"))
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_BE_HAVE_DO = BE | HAVE | DO
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_PAST_PARTICIPLE = PAST | PARTICIPLE
_PAST_THIRD = PAST | THIRD
_PREPOSITION_COMMA = PREPOSITION | COMMA
_PREPOSITION_TO = PREPOSITION | TO
_PREPOSITION_TO_COMMA_STOP_QUOTE_COORDINATOR_AUXILIARY = (
    PREPOSITION | TO | COMMA | STOP | QUOTE | COORDINATOR | AUXILIARY
)
_PROGRESSIVE_PAST = PROGRESSIVE | PAST
_PROGRESSIVE_THIRD = PROGRESSIVE | THIRD
_REPORTING_GOVERNOR = REPORTING | GOVERNOR
_SUBJECT_COMMA_COORDINATOR = SUBJECT | COMMA | COORDINATOR
_ADVERB_PREPOSITION = ADVERB | PREPOSITION
#: Types of words, whose -ing form behind a noun says what that demands or blames: "a resolution urging Chile".
_WORDS = frozenset(("ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))


class VerbReader:
    """Reads the verb groups of one article."""

    __slots__ = ("_actor_at", "_adjectives", "_page", "_readings")

    def __init__(
        self,
        page: Page,
        readings: Mapping[int, Candidate],
        actor_at: Mapping[int, int],
        adjectives: frozenset[int],
    ) -> None:
        self._page = page
        self._readings = readings
        self._actor_at = actor_at
        self._adjectives = adjectives

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

    def _is_main(self, place: int, noun: Item | None, *, auxiliary: bool) -> bool:
        """Whether the word at a token is the main verb of the group that stands before it."""
        candidate = self._readings.get(place)
        if candidate is not None:
            return candidate.reading == "verb"
        kind = self._page.bits[place]
        if kind & TRIGGER and not self._page.masked[place]:
            return self._reads_as_verb(place, False, noun)
        return not kind and not auxiliary and self._is_past_of(place, noun)

    def _is_past_of(self, place: int, noun: Item | None) -> bool:
        """Whether a word that no list has is a past of what a name did: "Firth dithered"."""
        return noun is not None and noun.actor >= 0 and self._page.lowers[place][-2:] == "ed"

    def _is_verb_alone(self, place: int, end: int, noun: Item | None, items: list[Item]) -> bool:
        """Whether the word at a token is a verb, with nothing of its group before it."""
        page = self._page
        lower = page.lowers[place]
        candidate = self._readings.get(place)
        behind_name = noun is not None and noun.end == place and noun.actor >= 0
        if candidate is not None and candidate.reading != "verb" and not behind_name:
            return False
        if self._after_determiner(place):
            return False
        word = page.lexicon.words.get(lower)
        if lower[-3:] == "ing":
            if self._compound(place, noun, items):
                return False
        elif word is not None and word.forms & THIRD and self._is_plural_object(place, noun, items):
            return False
        if noun is not None:
            if self._heads_object(place, word, noun, items):
                return False  # "banned Chilean radio"
            if page.lowers[noun.first] in _SINGULAR and _is_plain(word):
                return False  # "a European probe"
            if behind_name and self._wills(place, end):
                return True
        if candidate is not None:
            return candidate.reading == "verb"
        kind = page.bits[place]
        if kind & TRIGGER and not page.masked[place]:
            return self._reads_as_verb(place, True, noun)
        return not kind and self._is_past_of(place, noun)

    def _heads_object(self, place: int, word: Word | None, noun: Item, items: list[Item]) -> bool:
        """Whether a noun stands behind a nation's adjective that a verb has before it."""
        if word is None or not word.noun or noun.end != place or noun.actor not in self._adjectives:
            return False
        lowers = self._page.lowers
        if not word.forms & _PAST_THIRD and lowers[noun.first] in _SINGULAR:
            return True  # "a Chilean torpedo sank"
        if len(items) < _PAIR or items[-2].kind != VERB or items[-2].end != noun.first:
            return False
        if not word.forms & PAST:
            return True
        return items[-2].finite and not items[-2].reporting and lowers[place + 1 : place + 2] != ("by",)

    def _is_past(self, token: int) -> bool:
        """Whether a word may be a participle: "was last [inspected]", "was first [seen]"."""
        word = self._page.lexicon.words.get(self._page.lowers[token])
        return word is not None and bool(word.verb) and bool(word.forms & _PAST_PARTICIPLE)

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

    def _after_determiner(self, token: int) -> bool:
        """Whether an article or possessive stands before: "the bidding", "its left wing", "the newly opened road"."""
        bits, lowers = self._page.bits, self._page.lowers
        while token > 1 and bits[token - 1] & ADVERB and lowers[token - 1].endswith("ly"):
            token -= 1
        if not token:
            return False
        lower = lowers[token - 1]
        if lower in _HYPHENS:
            return self._page.tokens.starts[token] == self._page.tokens.ends[token - 1]  # "the long-awaited"
        return lower in _DETERMINING

    def _wills(self, token: int, end: int) -> bool:
        """Whether a third person that may be a plural noun is followed by an infinitive: "Firth plans to leave"."""
        word = self._page.lexicon.words.get(self._page.lowers[token])
        return bool(
            word is not None
            and word.verb
            and word.forms & _PAST_THIRD
            and token + 2 < end
            and self._page.bits[token + 1] & TO
            and self._is_base(token + 2)
        )

    def _compound(self, token: int, noun: Item | None, items: list[Item]) -> bool:
        """Whether a word in -ing heads the noun phrase before it: "after the market shooting", not "rebels
        shooting".
        """
        if noun is None or noun.end != token or not self._page.lowers[token].endswith("ing"):
            return False
        behind = items[-2].kind if len(items) > 1 else STOP_ITEM
        if self._page.lowers[noun.first] not in _SPLITTING or behind not in VERB_WITH:
            return False
        word = self._page.lexicon.words.get(self._page.lowers[token])
        candidate = self._readings.get(token)
        told = candidate is not None and candidate.reading == "verb" and candidate.type in _WORDS
        never = told or word is None or not word.noun_entries  # "a statement condemning the raid"
        return (noun.actor < 0 and not never) or not self._takes_object(token)  # "after the school shooting"

    def _takes_object(self, token: int) -> bool:
        """Whether a noun phrase stands right behind a word in -ing: "saw the army shooting people"."""
        after = token + 1
        if after >= len(self._page.bits) or self._page.timed[after]:
            return False
        return not self._page.bits[after] & _PREPOSITION_TO_COMMA_STOP_QUOTE_COORDINATOR_AUXILIARY

    def _is_plural_object(self, token: int, noun: Item | None, items: list[Item]) -> bool:
        """Whether a form in -s is a plural behind a finite verb: "bombed positions", "shelled Chilean positions"."""
        word = self._page.lexicon.words.get(self._page.lowers[token])
        if word is None or not word.forms & THIRD or not items:
            return False
        if token and (self._page.bits[token - 1] & NUMBER or self._page.lowers[token - 1].isdigit()):
            return True  # "two ferries"
        before = items[-1]
        if before.kind == VERB:
            return before.end == token and not before.reporting and before.finite
        if noun is None or noun is not before or noun.end != token or noun.actor not in self._adjectives:
            return False
        return len(items) > 1 and items[-2].kind in VERB_WITH

    def _is_base(self, token: int) -> bool:
        candidate = self._readings.get(token)
        if candidate is not None:
            return candidate.reading == "verb"
        if not self._page.bits[token] & TRIGGER or token in self._actor_at:
            return False
        word = self._page.lexicon.words[self._page.lowers[token]]
        return bool(word.verb) and not word.forms & _PROGRESSIVE_THIRD and self._page.words[token][0].islower()

    def _reads_as_verb(self, token: int, alone: bool, noun: Item | None) -> bool:
        """Whether a word of the trigger lexicon that is no candidate is a verb here."""
        page = self._page
        word = page.lexicon.words[page.lowers[token]]
        if not word.verb or (
            page.words[token][0].isupper() and token > 0 and noun is not None and not word.forms & _PAST_THIRD
        ):
            return False
        if not alone:
            return True
        before = page.bits[token - 1] if token else STOP
        if before & _DETERMINER_POSSESSIVE and not before & SUBJECT:
            return False
        if page.finite(token):
            return True
        if word.forms & PROGRESSIVE:
            return not word.noun or bool(before & _PREPOSITION_COMMA)
        if word.noun:
            # "farmers demand answers": a verb when an actor or plural stands right before and a phrase follows.
            after = page.bits[token + 1] if token + 1 < len(page.bits) else STOP
            return bool(before & SUBJECT) or (
                noun is not None and noun.end == token and bool(after & DETERMINER) and not before & _PREPOSITION_TO
            )
        if noun is not None and word.forms & PAST:
            return True
        if before & _SUBJECT_COMMA_COORDINATOR:
            return True
        # A base form behind a plural: "farmers want", not "deep-water fish farms".
        return (
            noun is not None
            and noun.end == token
            and not word.forms & _PROGRESSIVE_PAST
            and (noun.actor >= 0 or page.lowers[token - 1].endswith("s"))
        )


def _is_plain(word: Word | None) -> bool:
    """Whether a word is a noun and the plain form of a verb, which no singular has: "a European [probe]"."""
    return word is not None and bool(word.noun) and bool(word.verb) and not word.forms & (_PAST_THIRD | PROGRESSIVE)
