"""Verbs inflected and phrases cut into tokens, for the tables of the event lexicon.

What comes in: lemmas. What goes out: their forms, each with the one ``Word`` that all tables share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline.lexicons.event_records import Word
from timeline.lexicons.inflection import BASE, THIRD, Irregular, verb_forms
from timeline.lexicons.load import load_csv

_HYPHEN = re.compile(r"\s*-\s*")


def tokens(phrase: str) -> tuple[str, ...]:
    """The phrase as tokens: hyphens and possessives are tokens of their own, as in a token table."""
    phrase = phrase.lower()
    if phrase.isalpha():
        return (phrase,)
    if "-" in phrase:
        phrase = _HYPHEN.sub(" - ", phrase)
    return tuple(phrase.replace("'s", " 's").split())


class _Words(dict[str, Word]):
    """Word forms to what they may be; a form that is asked for is there from then on."""

    def __missing__(self, form: str) -> Word:
        word = self[form] = Word()
        return word


class WordForms:
    """Every form met so far; verbs are inflected once."""

    def __init__(self) -> None:
        self.words = _Words()
        self._irregular = {row.base: row for row in load_csv("en/irregular_verbs.csv", Irregular)}
        self._inflected: dict[str, tuple[tuple[str, int], ...]] = {}
        self._verb_words: dict[str, list[Word]] = {}

    def of_verb(self, base: str) -> tuple[tuple[str, int], ...]:
        """The forms of a verb with their bits."""
        forms = self._inflected.get(base)
        if forms is None:
            forms = self._inflected[base] = verb_forms(base, self._irregular)
        return forms

    def verb_words(self, base: str) -> list[Word]:
        """The forms of a verb, each told of which verb it is and which form."""
        known = self._verb_words.get(base)
        if known is not None:
            return known
        forms = self._verb_words[base] = []
        for form, bit in self.of_verb(base):
            word = self.words[form]
            if not word.verb or (bit & (BASE | THIRD) and not word.forms & (BASE | THIRD)):
                word.verb = base
            word.forms |= bit
            forms.append(word)
        return forms

    def inflections(self, verbs: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each form of each verb, particle included, with its lemma."""
        for verb in verbs:
            head, _, tail = verb.partition(" ")
            for form, _bit in self.of_verb(head):
                yield (f"{form} {tail}" if tail else form), verb
