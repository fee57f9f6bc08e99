"""Infinitives that hang on no attitude: a purpose, an outcome, an obligation, "is to visit", a headline's "to visit".

What comes in: candidates that are infinitives without a governor. What goes out: an effect on factuality and the words
that have it. Infinitives below a word that plans, demands or denies are read in ``complements``.
"""

from __future__ import annotations

from bisect import bisect_right

from timeline.events.article.candidates import Candidate
from timeline.events.factuality.scope_reader import ScopeReader
from timeline.events.factuality.scopes import Effect
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    DO,
    HAVE,
    MODAL,
    NEGATION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    TRIGGER,
)
from timeline.lexicons.inflection import PAST

_GATHERED_FOR = frozenset(("PROTEST", "CEREMONY", "STATEMENT", "VOTE"))
_REACH = 8  # tokens
_ENOUGH = 4  # tokens between "enough" and "to": "enough votes to win"
_TOO = 6  # tokens between "too" and "to"
_OTHER_CLAUSE = STOP | COMMA | QUOTE | SUBORDINATOR | RELATIVE
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_MODAL_DO = MODAL | DO


class Purposes(ScopeReader):
    """The infinitives by themselves of one article."""

    __slots__ = ()

    def effect(self, candidate: Candidate, sentence_first: int) -> Effect | None:
        """An infinitive that hangs on no attitude: a purpose, an outcome, "is to visit", a headline's "to visit"."""
        frame = candidate.frame
        token = frame.governor
        first = min((*frame.auxiliaries, frame.trigger[0]))
        to = first - 1
        while to > sentence_first and self.bits[to] & ADVERB and not self.bits[to] & TO:
            to -= 1
        between = ADVERB | NEGATION | SUBJECT
        if self.lowers[to - 1] == "nothing":
            return "denied", to - 1, to  # "did nothing to stop"
        if token >= 0 and self.bits[token] & BE and all(self.bits[word] & between for word in range(token + 1, to)):
            return "planned", token, token + 1  # "is to visit"
        if token == sentence_first and self.bits[token] & BE:
            return "possible", token, token + 1  # "Were they to visit, ..."
        if "too" in self.lowers[max(sentence_first, to - _TOO) : to - 1]:
            return "denied", to - 1, to  # "was too weak to compete"
        if self.lowers[to - 1] == "enough" or "enough" in self.lowers[max(sentence_first, to - _ENOUGH) : to - 1]:
            for number in range(to - 1, max(sentence_first, to - _TOO) - 1, -1):
                if self.bits[number] & NEGATION:
                    return "denied", number, number + 1  # "was not strong enough to win"
        if self.bits[to - 1] & HAVE:
            return self._obliged(to - 1, sentence_first)
        if self.lowers[to - 1] == "but":  # "had no choice but to sell"
            told = any(
                (self.page.finites[number] and not self.bits[number] & HAVE) or self.lowers[number] == "had"
                for number in range(max(sentence_first, to - _REACH), to)
            )
            return None if told else ("called_for", to - 1, to)
        meant = self._of_act(to, sentence_first)
        if meant is not None:
            return meant
        if self._is_result(candidate, sentence_first) or self.lowers[to - 1] in self.words.instruments:
            return None
        gathered = token >= 0 and (self.lowers[token] in self.words.gathering or candidate.type in _GATHERED_FOR)
        return None if gathered else ("planned", frame.trigger[0], frame.trigger[0] + 1)

    def _of_act(self, to: int, sentence_first: int) -> Effect | None:
        """What is said of the verb whose purpose an infinitive is: "could fly there to meet", "did not go to meet"."""
        bits = self.bits
        for token in range(to - 1, max(sentence_first, to - _REACH) - 1, -1):
            kind = bits[token]
            if kind & _OTHER_CLAUSE or (self.page.finites[token] and not kind & AUXILIARY):
                return None
            if kind & _MODAL_DO and not kind & TRIGGER:
                if bits[token + 1] & NEGATION:
                    return "denied", token + 1, token + 2
                return (self.scopes.modality(token), token, token + 1) if kind & MODAL else None
        return None

    def _obliged(self, have: int, sentence_first: int) -> Effect | None:
        """ "has to repay" is asked for, "had to cancel" was done, "may have to sell" is possible."""
        negated, modal = self.scopes.above(have)
        if negated >= sentence_first:
            return "denied", negated, negated + 1
        if modal >= sentence_first and self.lowers[modal] in self.words.may:
            return "possible", modal, modal + 1
        if modal >= sentence_first and self._is_conditional(modal):
            return "possible", modal, modal + 1
        return None if self.lowers[have] == "had" else ("called_for", have, have + 1)

    def _is_conditional(self, modal: int) -> bool:
        """Whether a condition stands in the sentence of a modal: "would have to close if it lost"."""
        number = bisect_right([one.first_token for one in self.page.tokens.sentences], modal) - 1
        sentence = self.page.tokens.sentences[number]
        return self.scopes.is_hypothetical(sentence.end_token, sentence.first_token)

    def _is_result(self, candidate: Candidate, sentence_first: int) -> bool:
        """Whether an infinitive tells an outcome: "passed its rival to become ...", "the first woman to fly"."""
        frame = candidate.frame
        above = frame.governor
        if candidate.lemma.partition(" ")[0] in self.words.results or (
            candidate.type == "MARKET" and self._past(above)
        ):
            told = above >= 0 and self.page.finite(above) and not self.bits[above] & BE
            if above < 0:  # "has grown to become"
                told = any(self.bits[token] & HAVE for token in range(frame.clause_first, frame.trigger[0]))
            if told and frame.voice == "active":
                return True
        first = frame.trigger[0]
        return any(
            self.lowers[token] in self.words.ranked for token in range(max(sentence_first, first - _REACH), first)
        )

    def _past(self, token: int) -> bool:
        """Whether a past form stands at a token (-1 for none)."""
        word = self.page.lexicon.words.get(self.lowers[token]) if token >= 0 else None
        return word is not None and bool(word.forms & PAST)


__all__ = ["Purposes"]
