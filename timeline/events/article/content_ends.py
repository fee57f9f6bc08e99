"""Where what is said ends: with its sentence, at a later cue, behind a noun phrase or the adjuncts of a cue.

What comes in: one sentence of a ``Transcript`` and tokens in it. What goes out: tokens. Which stretch is the content of
which cue is decided in ``contents``.
"""

from __future__ import annotations

from timeline.events.article.phrases import phrase_after
from timeline.events.article.transcripts import Transcript
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
)

#: A half-open range of tokens.
TokenRange = tuple[int, int]

INSERTING = {",": (",",), "—": ("—", "--"), "–": ("–",), "--": ("--", "—"), "-": ("-",), "(": (")",)}
DASHES = frozenset(("—", "–", "--"))
PAUSES = DASHES | {","}
_BEFORE_QUOTE = PAUSES | {":"}
_TRAILING = PAUSES | {";"}
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_BE_AUXILIARY_MODAL = BE | AUXILIARY | MODAL
_BE_AUXILIARY_MODAL_NEGATION = BE | AUXILIARY | MODAL | NEGATION
_CONJUNCTION_PUNCTUATION_STOP_SUBORDINATOR = CONJUNCTION | PUNCTUATION | STOP | SUBORDINATOR
_CONJUNCTION_RELATIVE_PUNCTUATION_SUBORDINATOR = CONJUNCTION | RELATIVE | PUNCTUATION | SUBORDINATOR
_DETERMINER_PRONOUN = DETERMINER | PRONOUN
_PUNCTUATION_STOP_CONJUNCTION = PUNCTUATION | STOP | CONJUNCTION
_STOP_SUBORDINATOR = STOP | SUBORDINATOR


class ContentEnds:
    """One sentence, or a piece of a very long one, with what is known of its cues.

    Attributes:
        low, high: Half-open token range; it reaches beyond the sentence where a quotation does.
        before: Number of the quotation right before it that may wait for "he said", or -1.
        cuts: For cues in order: (cue, token where the content of an earlier cue ends because this one begins).
    """

    __slots__ = ("before", "classes", "cuts", "high", "inside", "low", "lowers", "page", "sentence", "words")

    def __init__(self, page: Transcript, sentence: int, low: int, high: int, before: int) -> None:
        self.page = page
        self.before = before
        self.sentence = sentence
        self.low = low
        self.high = high
        self.words = page.words
        self.lowers = page.lowers
        self.classes = page.classes
        self.inside = page.inside
        self.cuts: list[tuple[int, int]] = []

    def tail_ends(self, first: int) -> bool:
        """Whether behind a cue nothing follows but time and place: then its content stands before it."""
        after = self._past_adjuncts(first)
        return (
            after >= self.high or bool(self.classes[after] & _PUNCTUATION_STOP_CONJUNCTION) or self.inside[after] >= 0
        )

    def _past_adjuncts(self, first: int) -> int:
        """The first token behind time words, adverbs and prepositional phrases."""
        number = first
        classes, high = self.classes, self.high
        while number < high:
            bits = classes[number]
            if self.inside[number] >= 0:
                break
            if bits & TIME or (bits & ADVERB and not bits & _DETERMINER_PRONOUN):
                number += 1
            elif bits & PREPOSITION and self.lowers[number] not in ("to",):
                number += 1
                while number < high and classes[number] & TIME:
                    number += 1
                phrase = phrase_after(self.page, number, high)
                if phrase is not None:
                    number = phrase[1]
            elif self.words[number].isdigit():
                number += 1
            else:
                break
        return number

    def quote_behind(self, first: int) -> int | None:
        """The quotation that goes on behind "he said, ..." in the same sentence."""
        number = first
        while number < self.high and self.inside[number] < 0 and not self.classes[number] & STOP:
            number += 1
        if number < self.high and self.inside[number] >= 0 and self.words[number - 1] in _BEFORE_QUOTE:
            return self.inside[number]
        return None

    def rest_behind(self, first: int) -> TokenRange | None:
        """The rest of a sentence that is interrupted by ", he said,"."""
        if first < self.high and self.words[first] == ",":
            end = self.wide_end(first + 1, first)
            if end > first + 1:
                return first + 1, end
        return None

    def stands_apart(self, number: int) -> bool:
        """Whether a hyphen is a dash: space on both sides; other marks always are what they are."""
        if self.words[number] != "-":
            return True
        tokens = self.page.tokens
        apart_before = tokens.starts[number] > tokens.ends[number - 1]
        return apart_before and number + 1 < self.high and tokens.starts[number + 1] > tokens.ends[number]

    def is_clause(self, first: int, end: int) -> bool:
        """Whether a stretch without "that" is a clause: "prices had doubled", not "flexibility and ..."."""
        phrase = phrase_after(self.page, first, end)
        if phrase is None:
            return self._has_verb(first, end)
        behind = phrase[1]
        if behind >= end:
            return False
        bits = self.classes[behind]
        if bits & PREPOSITION:
            return self._has_verb(behind, self.narrow_end(behind, end))
        return not bits & _CONJUNCTION_PUNCTUATION_STOP_SUBORDINATOR

    def _has_verb(self, first: int, end: int) -> bool:
        """Whether a stretch holds a finite verb."""
        return any(bits & _BE_AUXILIARY_MODAL for bits in self.classes[first:end])

    def wide_end(self, first: int, cue: int) -> int:
        """Where a reported clause ends: with the sentence, or where a later cue or the tail of another begins."""
        end = self.high
        for number, cut in self.cuts:
            if number > cue and cut > first:
                end = min(end, cut)
                break
        while (
            end > first
            and (self.classes[end - 1] & STOP or self.words[end - 1] in _TRAILING)
            and self.inside[end - 1] < 0
        ):
            end -= 1
        return end

    def narrow_end(self, first: int, cue: int) -> int:
        """Where a noun phrase with its phrases ends: at punctuation or a subordinate clause."""
        limit = self.wide_end(first, cue)
        number = first
        while number < limit:
            if self.inside[number] >= 0:
                number = self.page.quoted[self.inside[number]].end_token
                continue
            bits = self.classes[number]
            if number > first and (
                bits & _STOP_SUBORDINATOR or (bits & PUNCTUATION and self.words[number] not in ("-", "/", "(", ")"))
            ):
                break
            number += 1
        return min(number, max(limit, first))

    def subject_clause_end(self, first: int, end: int) -> int:
        """Where the clause of a subject noun ends: "her claim that the park is safe" before "was rejected"."""
        seen = False
        for number in range(first, end):
            bits = self.classes[number]
            if bits & _CONJUNCTION_RELATIVE_PUNCTUATION_SUBORDINATOR:
                return end
            if bits & _BE_AUXILIARY_MODAL and not self.classes[number - 1] & _BE_AUXILIARY_MODAL_NEGATION:
                if seen:
                    return number
                seen = True
        return end
