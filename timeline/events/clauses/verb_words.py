"""Whether a word is a verb where it stands: by its forms, the noun phrase before it and the items so far.

What comes in: a page, the candidates and the actors of an article, and a token. What goes out: yes or no. No tagger is
used; candidates know how they are read. Where a verb group begins and ends is decided in ``verb_chunks``.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import STOP_ITEM, THAT, VERB, VERB_WITH, Item
from timeline.events.article.page import Page
from timeline.events.clauses.chunk_words import GENITIVE, SPLITTING
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    COMMA,
    COORDINATOR,
    DETERMINER,
    NUMBER,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PROGRESSIVE,
    QUOTE,
    STOP,
    SUBJECT,
    THIRD,
    TO,
    TRIGGER,
    Word,
)
from timeline.lexicons.inflection import PARTICIPLE

_HYPHENS = frozenset("-‐‑–")
_SINGULAR = frozenset(("a", "an", "another", "each", "every"))
_DETERMINING = GENITIVE | SPLITTING
_PAIR = 2  # items of a verb and its object
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
_SUBJECT_COMMA_COORDINATOR = SUBJECT | COMMA | COORDINATOR
_ASKING = "REQUEST"  # type of what asks: "demanded that Chile hand"
#: Types of words, whose -ing form behind a noun says what that demands or blames: "a resolution urging Chile".
_WORDS = frozenset(("ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))


class VerbWords:
    """The words of one article, asked whether they are verbs."""

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
            if behind_name and (self._wills(place, end) or self._is_asked(word, items)):
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

    def _is_asked(self, word: Word | None, items: list[Item]) -> bool:
        """Whether a plain form says what a name is asked to do: "demanded that Chile [hand] over two men"."""
        if word is None or not word.verb or word.forms & (_PAST_THIRD | PROGRESSIVE) or len(items) < _PAIR + 1:
            return False
        that, asking = items[-2], self._readings.get(items[-3].end - 1) or self._readings.get(items[-3].first)
        return that.kind == THAT and that.word == "that" and asking is not None and asking.type == _ASKING

    def _compound(self, token: int, noun: Item | None, items: list[Item]) -> bool:
        """Whether a word in -ing heads the noun phrase before it: "after the market shooting", not "rebels
        shooting".
        """
        if noun is None or noun.end != token or not self._page.lowers[token].endswith("ing"):
            return False
        behind = items[-2].kind if len(items) > 1 else STOP_ITEM
        if self._page.lowers[noun.first] not in SPLITTING or behind not in VERB_WITH:
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
