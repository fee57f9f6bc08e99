"""In which form a word stands, and of what it is a part: an attribute, a noun before its noun, a name.

What comes in: a page, a token and what the lexicon knows of its form. What goes out: the form, and yes or no. Whether a
word is verb or noun is decided in ``readings``.
"""

from __future__ import annotations

from timeline.events.triggers.neighbours import NAMES_EVENTS, NOT_A_NOUN, Neighbours
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    COORDINATOR,
    DETERMINER,
    DO,
    HAVE,
    MODAL,
    NEGATION,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    REPORTING,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    Word,
)
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, PROGRESSIVE, THIRD
from timeline.values.text import Sentence, is_symbol

_NOUN_BEFORE = DETERMINER | POSSESSIVE | NUMBER | ADJECTIVE
_FORM_NAMES = {BASE: "base", THIRD: "third", PAST: "past", PARTICIPLE: "participle", PROGRESSIVE: "gerund"}
_INSTITUTION = "institution"  # a word class: what heads the names of institutions
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_BE_HAVE = BE | HAVE
_MODAL_TO_DO = MODAL | TO | DO
_PARTICIPLE_PROGRESSIVE = PARTICIPLE | PROGRESSIVE
_PAST_THIRD = PAST | THIRD
_STOP_QUOTE = STOP | QUOTE
_SUBJECT_AUXILIARY = SUBJECT | AUXILIARY
_SUBORDINATOR_COORDINATOR_PREPOSITION = SUBORDINATOR | COORDINATOR | PREPOSITION


class PhraseParts(Neighbours):
    """The words of one article, asked what they are part of."""

    def form(self, token: int, word: Word, forms: int = 0) -> str:
        """The name of the form; of "hit" and the like by the auxiliary before. ``forms`` goes before the word's own."""
        forms = forms or word.forms
        if forms & (forms - 1) == 0:
            return _FORM_NAMES.get(forms, "base")
        before = token - 1
        while before >= 0 and self.bits[before] & _ADVERB_NEGATION:
            before -= 1
        kind = self.bits[before] if before >= 0 else STOP
        if kind & _MODAL_TO_DO and forms & BASE:
            return "base"
        if kind & _BE_HAVE and forms & PARTICIPLE:
            return "participle"
        if forms & PAST:
            return "past"
        return "base" if forms & BASE else "participle"

    def is_attribute(self, token: int, sentence: Sentence) -> bool:
        """Whether a participle stands before its noun: "the wounded men", "a suspected attack"."""
        if token + 1 >= sentence.end_token:
            return False
        after = self.bits[token + 1]
        if token == sentence.first_token:
            # "Banned munitions were dropped": a past form that opens a sentence has no subject
            return not after & NOT_A_NOUN and self.words[token + 1].islower() and self.plural(token + 1)
        before = self.bits[token - 1]
        if after & NOT_A_NOUN or before & _SUBJECT_AUXILIARY:
            return False
        if before & _SUBORDINATOR_COORDINATOR_PREPOSITION and not before & _NOUN_BEFORE:
            # "when suspected militants fled": a plural follows that could not be its object
            return self.plural(token + 1) and not before & COORDINATOR
        if self._is_object_of(token, sentence):
            return True
        if before & ADJECTIVE and self.words[token - 1][0].isupper() and token - 1 > sentence.first_token:
            return False  # "Amnesty International accused the army": part of a name
        return bool(before & _NOUN_BEFORE or self.lowers[token - 1].isdigit()) and not before & SUBORDINATOR

    def _is_object_of(self, token: int, sentence: Sentence) -> bool:
        """Whether a participle and a plural are what the plain verb before them has: "reject proposed changes"."""
        verb = token - 1
        if verb <= sentence.first_token or self.bits[verb] & REPORTING or not self.plural(token + 1):
            return False
        known = self.known.get(self.lowers[verb])
        if known is None or known.forms != BASE:
            return False
        return bool(self.bits[verb - 1] & _MODAL_TO_DO) or self.many(verb - 1, sentence)

    def modifies(self, token: int, word: Word, sentence: Sentence) -> bool:
        """Whether a singular noun stands before the noun it belongs to ("patrol agents")."""
        if (word.plural and self.lowers[token] != word.noun) or token + 1 >= sentence.end_token:
            return False
        low = self.lowers[token + 1]
        if self.bits[token + 1] & ~NAMES_EVENTS or not self.words[token + 1].islower() or not low.isalpha():
            return False
        after = self.known.get(low)
        if after is None or not after.forms:
            return not low.endswith(("ly", "ed"))
        return (
            bool(after.noun)
            and (after.plural or not after.forms & _PAST_THIRD)
            and not after.forms & _PARTICIPLE_PROGRESSIVE
            and not (after.forms & THIRD and not after.thing)
        )

    def _names_institution(self, token: int, sentence: Sentence) -> bool:
        """Whether an institution's head stands next to it: "Crime Agency", and "Amnesty International" that opens."""
        after = token + 1
        if not self.capital(after, sentence) or self.lowers[after] not in self.page.lexicon.classes[_INSTITUTION]:
            return False
        end = sentence.end_token
        return not self.is_title(sentence) or (sentence.kind == "body" and self.lowers[end - 1] == ".")

    def is_name(self, token: int, sentence: Sentence) -> bool:
        """Whether a capitalised word inside a sentence is part of a name ("March Street", "Fire Department")."""
        word = self.words[token]
        if not word[0].isupper():
            return False
        if self._names_institution(token, sentence):
            return True
        if token == sentence.first_token or self.is_title(sentence) or self.bits[token - 1] & _STOP_QUOTE:
            return False
        if is_symbol(self.words[token - 1]):
            return False
        if self.lowers[token - 1] == "the" and not self.capital(token + 1, sentence):
            return False
        near = self.capital(token - 1, sentence) or self.capital(token + 1, sentence)
        return near or not word.isupper()


__all__ = ["PhraseParts"]
