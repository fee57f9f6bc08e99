"""Where the words of an event begin: its verb group, its subject without openers, its own phrase.

What comes in: the words of one article. What goes out: tokens at which a stretch begins or ends. Which stretches
tell an event is decided in ``event_words``.
"""

from __future__ import annotations

from functools import cache

from timeline.events.candidates import Candidate
from timeline.events.line_ends import LineEnds
from timeline.events.phrases import phrase_before
from timeline.lexicons.inflection import Irregular
from timeline.lexicons.load import load_csv
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MARK,
    MODAL,
    NEGATION,
    OPENER,
    PHRASE_CUE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
)

_LONGEST_TAIL = 24  # tokens of an attribution behind its comma
_REACH = 120  # tokens around an event that its line may come from
_PHRASE = 4  # words of a noun phrase before its head
_DATELINE = 8  # tokens in which a dateline's dash stands
_FINITE = BE | AUXILIARY | MODAL
_DASHES = frozenset(("—", "–", "--"))
_BREAKS = frozenset((",", ";", ":", *_DASHES))
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_ADVERB_NEGATION_TIME_FINITE = ADVERB | NEGATION | TIME | _FINITE
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_DETERMINER_POSSESSIVE_ADVERB = DETERMINER | POSSESSIVE | ADVERB
_OPENER_SUBORDINATOR = OPENER | SUBORDINATOR
_OPENING_JOINTS = CONJUNCTION | OPENER | PUNCTUATION | SUBORDINATOR | STOP | MARK
_PREPOSITION_TIME = PREPOSITION | TIME
_STOP_SUBORDINATOR_MARK = STOP | SUBORDINATOR | MARK
_TIME_ADVERB_PREPOSITION_DETERMINER = TIME | ADVERB | PREPOSITION | DETERMINER


class LineBorders(LineEnds):
    """Borders in the words of one article."""

    __slots__ = ()

    def past_dateline(self, first: int, end: int) -> int:
        """Behind "HARLOW (AP) —"."""
        if not self.words[first].isupper():
            return first
        for number in range(first, min(end, first + _DATELINE)):
            if self.words[number] in _DASHES:
                return number + 1
        return first

    def _is_participle(self, token: int, low: int) -> bool:
        """Whether a clause opens with an -ing form that hangs on the one before: ", ending a strike"."""
        word = self.words[token]
        return token > low and word.islower() and len(word) > len("king") and word.endswith("ing")

    def _trimmed(self, subject: tuple[int, int], low: int) -> tuple[int, int] | None:
        """A subject without "that" in front, with "Ames and" before "Firth"; None when it is only an adverb."""
        first, end = subject
        who, lowers = self.known.who, self.lowers
        while end - first > 1 and self.classes[first] & _OPENER_SUBORDINATOR and lowers[first] not in who:
            first += 1
        if lowers[first] in who and end - first > 1 and first > low and self.classes[first - 1] & PREPOSITION:
            first += 1  # "from which the president hails"
        first = self._past_time(first, end)
        if end - first == 1 and (self.classes[first] & ADVERB or self.lowers[first].endswith("ly")):
            return None
        if first - 2 >= low and self.lowers[first - 1] == "and" and self.words[first][0].isupper():
            before = self.words[first - 2]
            if before[0].isupper() and not self.classes[first - 2]:
                phrase = phrase_before(self.transcript, first - 1, low)
                first = phrase[0] if phrase is not None else first
        return first, end

    def _past_time(self, first: int, end: int) -> int:
        """Behind words of time that open a clause with a comma: "Earlier this week, the mayor"."""
        number = first
        while number < end and (
            number in self.lines.timed or self.classes[number] & _TIME_ADVERB_PREPOSITION_DETERMINER
        ):
            number = self.lines.timed.get(number, number + 1)
        opened = first < number < end - 1 and self.words[number] == ","
        return number + 1 if opened else first

    def _is_outer(self, candidate: Candidate, pronoun: int, head: int) -> bool:
        """Whether a verb is that of the clause around a relative one: "was jailed" in "who stole it was jailed"."""
        light = _ADVERB_NEGATION_TIME_FINITE
        between = range(pronoun + 1, head)
        return candidate.tense is not None and any(not self.classes[token] & light for token in between)

    def _holds_verb(self, subject: tuple[int, int]) -> bool:
        """Whether what was taken for a subject has a verb of its own and a relative clause behind it."""
        first, end = subject
        if self.known.relative_openers.isdisjoint(self.lowers[first : end + 1]):
            return False
        stop = next(token for token in range(first, end + 1) if self.lowers[token] in self.known.relative_openers)
        return stop > subject[0] + 1 and any(self.is_past(token) for token in range(subject[0] + 1, stop))

    def is_past(self, token: int) -> bool:
        """Whether a word has the form of a past: "granted", "took"; with a determiner before it it is a participle."""
        word = self.words[token]
        if not word.islower() or (token and self.classes[token - 1] & _DETERMINER_POSSESSIVE):
            return False
        return word in irregular_pasts() or (len(word) > len("need") and word.endswith("ed"))

    def own_phrase(self, candidate: Candidate) -> tuple[int, int]:
        """A noun with the words before it in its phrase, to the end of its sentence: "a deal that would see ..."."""
        sentence = self.tokens.sentences[candidate.sentence]
        first = candidate.first_token
        while first > sentence.first_token and candidate.first_token - first < _PHRASE:
            bits = self.classes[first - 1]
            if bits & ~_DETERMINER_POSSESSIVE_ADVERB or self.words[first - 1] in _BREAKS or (first - 1) in self.verbs:
                break
            first -= 1
            if bits & _DETERMINER_POSSESSIVE:
                break
        if self.classes[first] & POSSESSIVE and first + 1 <= candidate.first_token:
            first += 1
        while first > sentence.first_token and self.words[first] in "$€£" and self.lines.is_stuck(first):
            first -= 1  # "US$ 10"
        return first, min(sentence.end_token, candidate.end_token + _REACH)

    def _relative_between(self, first: int, end: int) -> int:
        """The first relative pronoun of a range, -1 without one."""
        for token, bits in enumerate(self.classes[first:end], first):
            if bits & RELATIVE:
                return token
        return -1

    def _is_doubtful(self, first: int, low: int) -> bool:
        """Whether a noun phrase hangs on a preposition: in "a man close to the board who" it may be the man."""
        if first <= low or self.lowers[first - 1] in self.known.particles:
            return False
        return bool(self.classes[first - 1] & PREPOSITION)

    def _is_contact_clause(self, subject: tuple[int, int], low: int) -> bool:
        """Whether a noun stands right before a pronoun subject: "the people you robbed"."""
        if subject[0] <= low or not self.classes[subject[0]] & PRONOUN:
            return False
        before = subject[0] - 1
        return self.classes[before] == 0 and self.words[before].islower()

    def verb_start(self, candidate: Candidate, low: int) -> int:
        """The first token of the verb group: auxiliaries, negation and adverbs in front."""
        first = min((*candidate.frame.auxiliaries, candidate.first_token))
        while first > low and self.classes[first - 1] & _ADVERB_NEGATION and not self.classes[first - 1] & DETERMINER:
            first -= 1
        return first

    def _back(self, token: int, low: int) -> int:
        """The start of the clause that a token stands in."""
        first = token
        while first > low and token - first < _LONGEST_TAIL:
            if self.classes[first - 1] & _STOP_SUBORDINATOR_MARK or self.words[first - 1] in _BREAKS:
                break
            first -= 1
        return self.word_start(first, low)

    def word_start(self, token: int, low: int) -> int:
        """The first token of a hyphenated word: "13" for "year" in "13-year-old"."""
        while token > low and "-" in (self.words[token], self.words[token - 1]) and self.lines.is_stuck(token):
            token -= 1
        return token

    def past_openers(self, first: int, trigger: int) -> int:
        """Behind conjunctions, "that", and an opening phrase with its comma."""
        classes, words = self.classes, self.words
        number = first
        while number < trigger and classes[number] & _OPENING_JOINTS:
            number += 1
        if number + 2 < trigger:
            if words[number + 1] == "," and classes[number] & ADVERB:
                number += 2  # "Meanwhile, ..."
            if number + 2 < trigger and classes[number] & PREPOSITION and self.lowers[number + 1] == "which":
                number += 2  # "during which it was approved"
        if number < trigger:
            bits = classes[number]
            if (bits & _PREPOSITION_TIME and not bits & DETERMINER) or number in self.lines.timed:
                behind = words[number:trigger]
                if "," in behind:
                    number += behind.index(",") + 1
        if number + 1 < trigger and classes[number] & PHRASE_CUE and classes[number + 1] & PREPOSITION:
            number += 2  # "according to a person who ..."
        return number if number <= trigger else min(first, trigger)


@cache
def irregular_pasts() -> frozenset[str]:
    """The past forms of irregular verbs, without those that are their base too ("put", "cut")."""
    rows = load_csv("en/irregular_verbs.csv", Irregular)
    return frozenset(past for row in rows for past in row.past if past != row.base)
