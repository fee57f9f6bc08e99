"""What the words beside a token are: capitalised, plural, the subject of what follows.

What comes in: a page, a token and its sentence. What goes out: yes or no. What follows from it for the reading of a
word is decided in ``readings``, for its place in a phrase or name in ``phrase_parts``.
"""

from __future__ import annotations

from timeline.events.article.page import Page
from timeline.lexicons.events import (
    ADJECTIVE,
    AUXILIARY,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FENCE,
    FINITE,
    GOVERNOR,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    REPORTING,
    STOP,
    SUBORDINATOR,
    TO,
    TRIGGER,
    TYPED,
    VERB_FORM,
)
from timeline.values.text import Sentence

#: What no noun is: behind a noun it shows that the noun phrase has ended.
NOT_A_NOUN = (
    PREPOSITION | STOP | COMMA | QUOTE | COORDINATOR | TO | DETERMINER | POSSESSIVE | OBJECT | AUXILIARY | SUBORDINATOR
)
_PHRASE = 4  # tokens from a noun back to the article of its phrase
#: Kinds that a word has for the events it may name or govern, and no others.
NAMES_EVENTS = TRIGGER | TYPED | GOVERNOR | FENCE | REPORTING | FINITE | VERB_FORM
_INSIDE_PHRASE = ADJECTIVE | NAMES_EVENTS
_LONG = 3
_LEAST_LONG = 3
_TITLE_SHARE = 0.7
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_STOP_COMMA_PREPOSITION_COORDINATOR_DETERMINER_ADJECTIVE = (
    STOP | COMMA | PREPOSITION | COORDINATOR | DETERMINER | ADJECTIVE
)
_STOP_COMMA_PREPOSITION_COORDINATOR_SUBORDINATOR = STOP | COMMA | PREPOSITION | COORDINATOR | SUBORDINATOR


class Neighbours:
    """The words of one article, asked what they are to the word behind them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.bits = page.bits
        self.lowers = page.lowers
        self.words = page.words
        self.known = page.lexicon.words
        self.closed = page.lexicon.closed
        self._titles: dict[int, bool] = {}

    def is_title(self, sentence: Sentence) -> bool:
        """Whether most words of a sentence are capitalised, as in a headline."""
        known = self._titles.get(sentence.index)
        if known is None:
            if sentence.kind in ("title", "subtitle", "heading"):
                known = True
            else:
                long = [word for word in self.words[sentence.first_token : sentence.end_token] if len(word) > _LONG]
                upper = sum(word[0].isupper() for word in long)
                known = len(long) >= _LEAST_LONG and upper >= _TITLE_SHARE * len(long)
            self._titles[sentence.index] = known
        return known

    def capital(self, token: int, sentence: Sentence) -> bool:
        """Whether a word of the sentence begins with a capital."""
        if not sentence.first_token <= token < sentence.end_token:
            return False
        return self.words[token][:1].isupper()

    def singular(self, token: int, sentence: Sentence) -> bool:
        """Whether the word before can be the singular subject of a third-person form."""
        if token < sentence.first_token:
            return False
        kind = self.bits[token]
        if kind & _STOP_COMMA_PREPOSITION_COORDINATOR_SUBORDINATOR:
            return False
        return not self.lowers[token].endswith("s") or self.words[token][:1].isupper()

    def subject_like(self, token: int, sentence: Sentence) -> bool:
        """Whether a word may end the subject of what follows."""
        if token < sentence.first_token:
            return False
        return not self.bits[token] & _STOP_COMMA_PREPOSITION_COORDINATOR_DETERMINER_ADJECTIVE

    def plural(self, token: int) -> bool:
        """Whether a word looks like a plural, or is one without -s ("police")."""
        low = self.lowers[token]
        return (low.endswith("s") and not low.endswith(("ss", "'s"))) or low in self.closed.plural

    def many(self, token: int, sentence: Sentence) -> bool:
        """Whether a word can be the plural subject of a verb behind it: "police", but not that of "a police raid"."""
        if not self.plural(token):
            return False
        low = max(sentence.first_token, token - _PHRASE)
        for before in range(token - 1, low - 1, -1):
            if self.lowers[before] in self.closed.single:
                return False
            if self.bits[before] & ~_INSIDE_PHRASE:
                break
        return True


__all__ = ["NAMES_EVENTS", "NOT_A_NOUN", "Neighbours"]
