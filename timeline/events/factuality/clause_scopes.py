"""What a clause as a whole says of the event in it: a condition, a clause of time, an inverted negation, a question.

What comes in: candidates with their frames and the borders of their sentence. What goes out: an effect on factuality
and the words that have it. What the event's own verb group says is read in ``factuality``.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.article.frames import Frame
from timeline.events.clauses import governors
from timeline.events.factuality.scope_reader import ScopeReader
from timeline.events.factuality.scopes import RANK, Effect, Scopes
from timeline.lexicons.events import (
    AUXILIARY,
    COMMA,
    CONDITION,
    COORDINATOR,
    DETERMINER,
    GOVERNOR,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
)

_REACH = 8  # tokens
_AWAITED_WITHIN = 9  # tokens between "when" and its verb
_NOT_AWAITED = STOP | COMMA | QUOTE | SUBORDINATOR | RELATIVE | COORDINATOR
_INVERTED_WITHIN = 4  # tokens behind a negation that opens a clause in which its auxiliary stands
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_DETERMINER_POSSESSIVE_SUBJECT = DETERMINER | POSSESSIVE | SUBJECT
_AHEAD = ("planned", "called_for", "possible")
_BEEN = ("been", "be")
_OPENS_CLAUSE = STOP | QUOTE | COMMA | SUBORDINATOR | REPORTING
_QUOTE_STOP = QUOTE | STOP
_STOP_QUOTE_RELATIVE = STOP | QUOTE | RELATIVE
_RELATIVE_REPORTING = RELATIVE | REPORTING


class ClauseScopes(ScopeReader):
    """The clauses of one article, as scopes."""

    __slots__ = ("adverbs",)

    def __init__(self, scopes: Scopes) -> None:
        super().__init__(scopes)
        known, lowers = self.page.lexicon.adverbs, self.lowers
        self.adverbs: list[tuple[int, str]] = []
        if not self.page.present.isdisjoint(known):
            self.adverbs = [
                (token, known[lowers[token]]) for token in self.page.where(GOVERNOR) if lowers[token] in known
            ]

    def adverb(self, frame: Frame) -> Effect | None:
        """ "reportedly", "perhaps", "likely" in the event's own clause, before it."""
        worst: Effect | None = None
        first, end = max(frame.clause_first - 1, frame.trigger[0] - _REACH), frame.trigger[0]
        for token, effect in self.adverbs:
            if token >= end:
                break
            # "mills that are likely to close sued"
            if token < first or self.lowers[token + 1] == "to":
                continue
            if worst is None or RANK[effect] > RANK[worst[0]]:
                worst = effect, token, token + 1
        return worst

    def condition(self, frame: Frame, sentence_end: int) -> Effect | None:
        """A condition over the clause."""
        first = frame.clause_first
        if self.lowers[first] == "that" and self.bits[first + 1] & CONDITION:
            first += 1  # "said that if they attacked, ..."
        kind = self.bits[first]
        if kind & CONDITION and first < frame.trigger[0]:
            if self.scopes.is_joined(first, frame.trigger[0]):
                return None
            if kind & SUBORDINATOR:
                return "possible", first, first + 1
            subject = self.bits[first + 1] & _DETERMINER_POSSESSIVE_SUBJECT
            if kind & MODAL and subject and frame.modal != first and self.lowers[sentence_end - 1] != "?":
                return "possible", first, first + 1  # "Should the talks fail, ..."
        if self.lowers[first] == "had" and first < frame.trigger[0] and self._is_unreal(first, frame, sentence_end):
            return "possible", first, first + 1  # "Had the pilot landed, he would have been held"
        if self.lowers[first] == "that" and first and self.lowers[first - 1] in self.words.provisos:
            return "possible", first - 1, first + 1  # "provided that parliament agrees"
        return None

    def _is_unreal(self, had: int, frame: Frame, sentence_end: int) -> bool:
        """Whether "had" opens a condition that was not met: a subject behind it, and "would" behind the clause."""
        if not self.bits[had + 1] & _DETERMINER_POSSESSIVE_SUBJECT and not self.page.words[had + 1][:1].isupper():
            return False
        would = self.words.would | self.words.may
        return any(self.lowers[token] in would for token in range(frame.trigger[1], sentence_end))

    def awaited(self, candidate: Candidate, sentence_first: int, sentence_end: int) -> Effect | None:
        """A clause of time in a sentence that tells of what is ahead: "will vote when the talks end"."""
        frame = candidate.frame
        if frame.reading != "verb" or frame.tense != "present" or frame.modal >= 0:
            return None
        first = frame.trigger[0] - 1
        floor = max(sentence_first, first - _AWAITED_WITHIN)
        while first > floor and not self.bits[first] & _NOT_AWAITED:
            first -= 1
        word = self.lowers[first]
        if word not in self.words.awaited or not self.bits[first] & SUBORDINATOR:
            return None
        verb, behind = frame.trigger
        if self.bits[verb] & REPORTING and behind < sentence_end and not self.bits[behind] & POSSESSIVE:
            return None  # "when prosecutors say he arrived", but "when it reports its results"
        if word == "as" and self.bits[first - 1] & COMMA:
            return None  # "will cut jobs, as it tries to save money"
        will = self.words.will | self.words.would | self.words.may | self.words.must
        for token in range(sentence_first, sentence_end):
            kind = self.bits[token]
            if kind & TO and sentence_first < token < first:
                vow = self._vow(token, sentence_first)
                if vow >= 0:
                    return "planned", vow, vow + 1
            if kind & MODAL and self.lowers[token] in will and not first <= token < frame.clause_end:
                between = range(min(token, frame.clause_end), max(first, token))
                if any(self.bits[number] & _RELATIVE_REPORTING for number in between):
                    continue
                return "possible" if self.lowers[first - 1] == "long" else "planned", token, token + 1
        return ("planned", first, first + 1) if word in self.words.till else None

    def of_anybody(self, candidate: Candidate, sentence_first: int, sentence_end: int) -> Effect | None:
        """What anybody may do, where the sentence tells what then comes: "Anyone who attacks him will be jailed"."""
        frame = candidate.frame
        subject = frame.subject
        if frame.tense != "present" or frame.modal >= 0 or frame.aspect == "perfect" or subject is None:
            return None
        first, bits = subject[0], self.bits
        if first != sentence_first and not bits[first - 1] & _OPENS_CLAUSE:
            return None
        one = self.lowers[first]
        plural = subject[1] - first == 1 and one.endswith("s") and not self.page.words[first - 1][:1].isupper()
        if not plural and one not in self.words.anybody:
            return None
        for token in range(candidate.end_token, min(sentence_end, candidate.end_token + _REACH)):
            kind = bits[token]
            if kind & _STOP_QUOTE_RELATIVE:
                return None
            if kind & MODAL:
                return "possible", first, subject[1]
        return None

    def _vow(self, to: int, sentence_first: int) -> int:
        """What plans the infinitive behind "to", -1 without: "vowed to wait until they are freed"."""
        token, relation = governors.of_infinitive(self.page, to, sentence_first)
        if token < 0 or relation != "complement":
            return -1
        found = self.scopes.reading(token, "infinitive")[0]
        return token if found is not None and found.effect in _AHEAD else -1

    def inverted(self, frame: Frame, sentence_first: int) -> Effect | None:
        """A negation that opens its clause, the auxiliary behind it: "Nor did the firm warn", "At no time did it"."""
        helped = bool(frame.auxiliaries) and self.lowers[frame.auxiliaries[0]] not in _BEEN
        if helped or frame.modal >= 0 or frame.reading != "verb" or frame.tense == "past":
            return None
        if frame.relation == "modifier" or frame.trigger[0] - frame.clause_first > _AWAITED_WITHIN:
            return None
        first = frame.clause_first
        if first > sentence_first and self.lowers[first] == "before":
            first -= 1  # "Never before had the index fallen"
        elif first > sentence_first and self.bits[first - 1] & NEGATION:
            first -= 1  # "Not once did he apologise"
        if first >= frame.trigger[0]:
            return None
        kind = self.bits[first]
        if kind & PREPOSITION and self.bits[first + 1] & NEGATION and self.lowers[first + 1] == "no":
            first += 1
        elif not kind & NEGATION or (kind & DETERMINER & ~NEGATION and self.lowers[first] != "neither"):
            return None
        for token in range(first + 1, min(first + _INVERTED_WITHIN, frame.trigger[0])):
            if self.bits[token] & AUXILIARY:
                return "denied", first, first + 1
        return None

    def question(self, frame: Frame, sentence_first: int, sentence_end: int) -> Effect | None:
        """A question that asks whether: "Did the minister resign?", "Will they sign?"; not "Who killed him?"."""
        last = sentence_end - 1
        if self.lowers[last] != "?" and not (self.bits[last] & QUOTE and self.lowers[last - 1] == "?"):
            return None
        trigger = frame.trigger[0]
        if frame.reading != "verb" or (self.bits[last] & QUOTE and self._is_quoted_later(trigger, last)):
            return None
        first = sentence_first
        while first < trigger and self.bits[first] & _QUOTE_STOP:
            first += 1
        if self.bits[first] & RELATIVE or self.lowers[first] in ("when", "why", "how", "whose"):
            return None
        asked = bool(self.bits[first] & AUXILIARY)
        if asked and self.lowers[first] in self.words.must:
            return "called_for", first, first + 1
        if asked or frame.tense != "past":
            return "possible", last, last + 1
        return None

    def _is_quoted_later(self, trigger: int, last: int) -> bool:
        """Whether a quotation that ends a sentence opens behind a trigger."""
        return any(self.bits[token] & QUOTE for token in range(trigger, last))


__all__ = ["ClauseScopes"]
