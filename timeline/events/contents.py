"""Where what is said begins and ends: before a cue, behind it, around it.

What comes in: a ``Region`` (one sentence of a ``Transcript``) and cues. What goes out: token ranges. Which words are
cues, and whose, is decided in ``cues``; what becomes of the ranges in ``reported_speech``.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.phrases import Transcript, phrase_after
from timeline.lexicons.quotes import (
    ADDRESSEE,
    ADVERB,
    AS,
    AUXILIARY,
    BARE,
    BE,
    CLAUSE,
    CONJUNCTION,
    DETERMINER,
    INFINITIVE,
    MARK,
    MODAL,
    NEGATION,
    OBJECT,
    OPENER,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
    CueVerb,
)

#: A half-open range of tokens.
TokenRange = tuple[int, int]

_INSERTING = {",": (",",), "—": ("—", "--"), "–": ("–",), "--": ("--", "—"), "-": ("-",), "(": (")",)}
_TELLING = frozenset(("assure", "inform", "tell"))
_NAMING = frozenset(("identified", "named", "quoted"))
DASHES = frozenset(("—", "–", "--"))
_PAUSES = DASHES | {","}
_BEFORE_QUOTE = _PAUSES | {":"}
_TRAILING = _PAUSES | {";"}


@dataclass(slots=True)
class VerbCue:
    """One verb cue with its verb group and subject, before its content is sought."""

    number: int
    end: int
    verb: CueVerb
    group: int
    source: TokenRange | None
    inverted: bool
    passive: bool
    participial: bool
    cut: int  # where the content of an earlier cue ends because this one begins; -1: it does not


class Region:
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

    def left(self, number: int) -> int:
        """Where looking to the left ends: the sentence's start, or the end of the quotation before the token."""
        if self.inside[self.low] >= 0:
            end = self.page.quoted[self.inside[self.low]].end_token
            if end <= number:
                return end
        return self.low

    def tail_ends(self, first: int) -> bool:
        """Whether behind a cue nothing follows but time and place: then its content stands before it."""
        after = self._past_adjuncts(first)
        return (
            after >= self.high
            or bool(self.classes[after] & (PUNCTUATION | STOP | CONJUNCTION))
            or self.inside[after] >= 0
        )

    def _past_adjuncts(self, first: int) -> int:
        """The first token behind time words, adverbs and prepositional phrases."""
        number = first
        classes, high = self.classes, self.high
        while number < high:
            bits = classes[number]
            if self.inside[number] >= 0:
                break
            if bits & TIME or (bits & ADVERB and not bits & (DETERMINER | PRONOUN)):
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

    def _begins_sentence(self, number: int) -> bool:
        """Whether a quotation is a sentence of its own and not the rest of one."""
        quoted = self.page.quoted[number]
        return quoted.speech and self.words[quoted.first_token + 1][0].isupper()

    def left_clause(self, end: int) -> int:
        """Where the clause that ends at a token begins: the sentence's start without its conjunction."""
        first = self.low
        if self.inside[first] >= 0 and self.page.quoted[self.inside[first]].first_token < first:
            first = min(end, self.page.quoted[self.inside[first]].first_token)
        while first < end and self.classes[first] & (CONJUNCTION | PUNCTUATION):
            first += 1
        return first

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

    def _behind(self, cue: VerbCue) -> int:
        """Where what belongs to a cue ends: behind its inverted source, or behind whom it was told."""
        if cue.inverted and cue.source:
            return cue.source[1]
        if cue.verb.lemma in _TELLING:
            addressee = phrase_after(self.page, cue.end, self.high)
            if addressee is not None:
                return addressee[1]
        return cue.end

    def left_content(self, cue: VerbCue) -> tuple[list[TokenRange], tuple[int, ...]] | None:
        """The content before a cue: the quotation that ends there, or the clause up to the comma."""
        first = cue.group if cue.inverted or cue.source is None or cue.source[0] > cue.group else cue.source[0]
        left = first - 1
        if cue.participial:
            return None
        while (
            left >= 0
            and left >= self.low - 1
            and (self.words[left] in _PAUSES or self.lowers[left] in ("as", "and"))
            and self.inside[left] < 0
        ):
            left -= 1
        stretch = self.inside[left] if left >= self.low else self.before
        if stretch >= 0 and (left >= self.low or left == self.low - 1):
            quoted = self.page.quoted[stretch]
            if not quoted.expects and quoted.speech and left == first - 1:
                return None
            if left < self.low and not self.tail_ends(cue.source[1] if cue.inverted and cue.source else cue.end):
                return None
            if quoted.first_token >= self.low and not quoted.speech:
                opening = self.left_clause(quoted.first_token)
                if opening < quoted.first_token:
                    if not self.tail_ends(cue.source[1] if cue.inverted and cue.source else cue.end):
                        return None
                    return [(opening, quoted.end_token)], (stretch,)
            return [(quoted.first_token, quoted.end_token)], (stretch,)
        if left == first - 1 or self.words[left + 1] not in _PAUSES:
            return None
        if not self.tail_ends(self._behind(cue)):
            return None
        if left < self.low:
            return None
        behind = self.quote_behind(cue.end)
        if behind is not None and not cue.inverted and self._begins_sentence(behind):
            return None
        opening = self.left_clause(left + 1)
        if opening > left or (self.classes[opening] & PREPOSITION and left - opening < 4):
            return None
        return [(opening, left + 1)], tuple({self.inside[n] for n in range(opening, left + 1) if self.inside[n] >= 0})

    def right_content(self, verb: CueVerb, first: int, cue: int) -> tuple[list[TokenRange], bool] | None:
        """What follows a cue as its content, and whether it is a clause or quotation."""
        page, classes, lowers, words, high = self.page, self.classes, self.lowers, self.words, self.high
        number = first
        addressee = None
        takes = verb.takes
        while number < high and classes[number] & ADVERB and not classes[number] & (DETERMINER | MARK):
            number += 1
        if number >= high:
            return None
        if takes & ADDRESSEE and self.inside[number] < 0 and not classes[number] & OPENER:
            addressee = phrase_after(page, number, high)
            if addressee is not None:
                number = addressee[1]
            while number < high and classes[number] & (TIME | ADVERB) and self.inside[number] < 0:
                number += 1
        opened = number
        jumps = 0
        while number < high and self.inside[number] < 0:
            bits, word = classes[number], lowers[number]
            if word in verb.about and not (bits & OPENER):
                end = self.narrow_end(number + 1, cue)
                if word == "to" and takes & INFINITIVE:
                    return [(number, self.wide_end(number, cue))], False
                if end > number + 1:
                    return [(number + 1, end)], False
                return None
            if word == "not" and takes & INFINITIVE and lowers[number + 1] == "to" and lowers[number + 3] in _NAMING:
                return None  # "asked not to be named"
            if word == "to" and takes & INFINITIVE:
                if number + 2 < len(lowers) and lowers[number + 1] == "be" and lowers[number + 2] in _NAMING:
                    return None  # "declined to be named"
                return [(number, self.wide_end(number, cue))], False
            if word == "as" and takes & AS:
                break
            if bits & TIME and not bits & PREPOSITION and not (bits & DETERMINER and takes & (OBJECT | BARE)):
                number += 1
            elif bits & PREPOSITION and takes & (QUOTE | CLAUSE):
                phrase = phrase_after(page, number + 1, high)
                time = number + 1
                while time < high and classes[time] & TIME:
                    time += 1
                number = max(phrase[1] if phrase else number + 1, time)
                jumps += 1
            elif word in (",", ":") and number + 1 < high and (self.inside[number + 1] >= 0 or word == ":"):
                number += 1
                break
            elif word in _INSERTING and takes & CLAUSE and self._stands_apart(number):
                # "said - on the radio, as it happens - that ..."
                closing = number + 1
                while closing < high and words[closing] not in _INSERTING[word] and self.inside[closing] < 0:
                    closing += 1
                if closing + 1 < high and classes[closing + 1] & OPENER:
                    number = closing + 1
                break
            else:
                break
        if number >= high:
            if addressee is not None and takes & OBJECT and addressee[1] <= high:
                return [addressee], False
            return None
        stretch = self.inside[number]
        if stretch >= 0:
            quoted = page.quoted[stretch]
            end = quoted.end_token
            if not quoted.speech and not takes & (CLAUSE | OBJECT):
                return None  # "read “War and Peace”"
            if not quoted.speech and takes & (BARE | CLAUSE | OBJECT):
                end = max(end, self.wide_end(number, cue))
            start = opened if takes & OBJECT and not takes & QUOTE else number
            return [(min(start, number), end)], True
        bits = classes[number]
        if bits & OPENER and takes & CLAUSE:
            start = number + 1 if lowers[number] == "that" else number
            end = self.wide_end(start, cue)
            return ([(start, end)], True) if end > start else None
        if bits & (PUNCTUATION | STOP | CONJUNCTION | SUBORDINATOR):
            if addressee is not None and takes & OBJECT:
                return [addressee], False
            return None
        if (takes & BARE and not bits & PREPOSITION) or (jumps and takes & BARE):
            end = self.wide_end(number, cue)
            if end <= number:
                return None
            clause = (bool(takes & QUOTE) and not takes & OBJECT) or self._is_clause(number, end)
            if not clause and not takes & (QUOTE | OBJECT):
                return None  # "showed flexibility"
            return [(number, end)], clause
        if addressee is not None and takes & OBJECT:
            return [(addressee[0], self.narrow_end(addressee[0], cue))], False
        if takes & OBJECT and number == opened and not bits & PREPOSITION:
            end = self.narrow_end(number, cue)
            return ([(number, end)], False) if end > number else None
        return None

    def _stands_apart(self, number: int) -> bool:
        """Whether a hyphen is a dash: space on both sides; other marks always are what they are."""
        if self.words[number] != "-":
            return True
        tokens = self.page.tokens
        apart_before = tokens.starts[number] > tokens.ends[number - 1]
        return apart_before and number + 1 < self.high and tokens.starts[number + 1] > tokens.ends[number]

    def _is_clause(self, first: int, end: int) -> bool:
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
        return not bits & (CONJUNCTION | PUNCTUATION | STOP | SUBORDINATOR)

    def _has_verb(self, first: int, end: int) -> bool:
        """Whether a stretch holds a finite verb."""
        return any(bits & (BE | AUXILIARY | MODAL) for bits in self.classes[first:end])

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
                bits & (STOP | SUBORDINATOR) or (bits & PUNCTUATION and self.words[number] not in ("-", "/", "(", ")"))
            ):
                break
            number += 1
        return min(number, max(limit, first))

    def subject_clause_end(self, first: int, end: int) -> int:
        """Where the clause of a subject noun ends: "her claim that the park is safe" before "was rejected"."""
        seen = False
        for number in range(first, end):
            bits = self.classes[number]
            if bits & (CONJUNCTION | RELATIVE | PUNCTUATION | SUBORDINATOR):
                return end
            if bits & (BE | AUXILIARY | MODAL) and not self.classes[number - 1] & (BE | AUXILIARY | MODAL | NEGATION):
                if seen:
                    return number
                seen = True
        return end
