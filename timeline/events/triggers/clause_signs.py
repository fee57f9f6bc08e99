"""What stands before a word and makes it a verb: "let", "demanded that", a question's auxiliary, "when".

What comes in: a page, the token before a word and its sentence. What goes out: yes or no. Which reading a word has is
decided in ``readings``.
"""

from __future__ import annotations

from timeline.events.triggers.neighbours import NOT_A_NOUN, Neighbours
from timeline.lexicons.events import (
    ADVERB,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    HAVE,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TO,
)
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, THIRD
from timeline.values.text import Sentence

_RATHER_THAN = ("rather", "than")
_CLOSED_AFTER = NOT_A_NOUN | ADVERB | NEGATION | MODAL | BE | HAVE | DO
_SUBJECT_WITHIN = 8  # tokens between "demanded that" and its verb
_OBJECT_WITHIN = 4  # tokens from a verb to the plural that ends its object
_CLAUSE_OPENS = 4  # tokens of a short subject and the word that opens its clause
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_MODAL_DO = MODAL | DO
_MODAL_TO_DO = MODAL | TO | DO
_OPENS_QUESTION = RELATIVE | SUBORDINATOR | QUOTE | STOP | COORDINATOR
_STOP_COMMA_QUOTE = STOP | COMMA | QUOTE
_SUBJECT_OPENS = DETERMINER | POSSESSIVE


class ClauseSigns(Neighbours):
    """The words of one article, asked for signs that a clause with its verb is under way."""

    def is_when(self, before: int) -> bool:
        """Whether a clause opens with "when", "if" or their like shortly before the plural at a token."""
        for token in range(before - 1, max(-1, before - _CLAUSE_OPENS), -1):
            kind = self.bits[token]
            if kind & SUBORDINATOR and not kind & DETERMINER:
                return not self.page.finites[before]
            if kind & _STOP_COMMA_QUOTE or kind & PREPOSITION:
                return False
        return False

    def opens(self, token: int, before: int, sentence: Sentence) -> bool:
        """Whether a plural that opens the sentence and a noun stand around a word: "Rebels reject proposed changes"."""
        end = sentence.end_token
        if token + 1 >= end or not self.words[token].islower() or not self.many(before, sentence):
            return False
        after, low = self.bits[token + 1], self.lowers[token + 1]
        if after & _CLOSED_AFTER or not self.words[token + 1].islower() or not low.isalpha():
            return False
        known = self.known.get(low)
        if known is None or not known.forms & (PAST | THIRD):
            return True
        if not known.forms & PARTICIPLE:
            return False
        behind = range(
            token + 2, min(token + _OBJECT_WITHIN, end)
        )  # "reject proposed changes", "reject proposed pay cuts"
        return any(self.plural(there) and not self.bits[there] & _CLOSED_AFTER for there in behind)

    def is_past(self, token: int, sentence: Sentence) -> bool:
        """Whether a word is a finite past, and not one that lets or makes do ("helped end the siege")."""
        if token < sentence.first_token or not self.page.finites[token]:
            return False
        known = self.known.get(self.lowers[token])
        return known is not None and bool(known.forms & PAST) and not self.is_let(token, sentence)

    def is_bare(self, token: int, sentence: Sentence) -> bool:
        """Whether a word is an infinitive, and not one that lets or helps do ("to help free the hostages")."""
        if token <= sentence.first_token or not self.bits[token - 1] & _MODAL_TO_DO:
            return False
        known = self.known.get(self.lowers[token])
        return known is not None and bool(known.forms & BASE) and known.verb not in self.page.lexicon.scope.bare

    def says_what_lies_ahead(self, token: int, sentence: Sentence) -> bool:
        """Whether "to" and a verb follow: "is going to sell the mill", and not "is going to work"."""
        verb = token + 2
        if verb >= sentence.end_token or self.lowers[token + 1] != "to" or self.capital(verb, sentence):
            return False
        known = self.known.get(self.lowers[verb])
        return known is not None and bool(known.forms & BASE) and self.lowers[verb] not in self.closed.gone_to

    def between_names(self, before: int, sentence: Sentence) -> bool:
        """Whether a small word stands right between two capitalised ones: a club takes the plural."""
        token = before + 1
        return (
            self.words[token].islower()
            and self.capital(before, sentence)
            and self.capital(token + 1, sentence)
            and not self.bits[token + 1]
        )

    def is_demanded(self, before: int, sentence: Sentence) -> bool:
        """Whether a clause that somebody demands runs up to a token: "demanded that the minister (resign)"."""
        for token in range(before, max(sentence.first_token, before - _SUBJECT_WITHIN), -1):
            if self.lowers[token] == "that":
                known = self.page.lexicon.governors.get(self.lowers[token - 1], ())
                return any(governor.effect == "called_for" for governor in known)
            if self.bits[token] & _STOP_COMMA_QUOTE:
                return False
        return False

    def is_asked(self, before: int, sentence: Sentence) -> bool:
        """Whether a question's subject runs up to a token: "Will the carmaker (sell)", "Why did the board (act)"."""
        first = sentence.first_token
        for token in range(before, max(first, before - _SUBJECT_WITHIN) - 1, -1):
            kind = self.bits[token]
            if kind & _MODAL_DO:
                opens = token == first or self.bits[token - 1] & _OPENS_QUESTION
                return bool(opens) and token < before and bool(self.bits[token + 1] & _SUBJECT_OPENS or token == first)
            if kind & _STOP_COMMA_QUOTE:
                return False
        return False

    def is_let(self, before: int, sentence: Sentence) -> bool:
        """Whether a token is an infinitive without "to": "let the civilians (leave)", "rather than (leave)"."""
        bare = self.page.lexicon.scope.bare
        if self.lowers[before - 1 : before + 1] == _RATHER_THAN:
            return True
        for token in range(before, max(sentence.first_token, before - _SUBJECT_WITHIN) - 1, -1):
            if self.lowers[token] in bare:
                return token < before or not self.bits[token] & DETERMINER
            if self.bits[token] & _STOP_COMMA_QUOTE or self.bits[token] & PREPOSITION:
                return False
        return False

    def is_joined(self, token: int, sentence: Sentence) -> bool:
        """Whether "and" joins a name to another: "Cuba and Chile agree that"."""
        if token - 2 < sentence.first_token or self.lowers[token - 1] != "and":
            return False
        return self.words[token][0].isupper() and self.words[token - 2][0].isupper()


__all__ = ["ClauseSigns"]
