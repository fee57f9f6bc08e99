"""Where what is said begins and ends: before a cue, behind it, around it.

What comes in: a ``Region`` (one sentence of a ``Transcript``) and cues. What goes out: token ranges. Which words are
cues, and whose, is decided in ``cues``; what becomes of the ranges in ``reported_speech``.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.article.content_ends import INSERTING, PAUSES, ContentEnds, TokenRange
from timeline.events.article.phrases import phrase_after
from timeline.lexicons.quote_rows import ADDRESSEE, AS, BARE, CLAUSE, INFINITIVE, OBJECT, QUOTE
from timeline.lexicons.quotes import (
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    MARK,
    OPENER,
    PREPOSITION,
    PUNCTUATION,
    STOP,
    SUBORDINATOR,
    TIME,
    CueVerb,
)

# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_BARE_CLAUSE_OBJECT = BARE | CLAUSE | OBJECT
_CLAUSE_OBJECT = CLAUSE | OBJECT
_CONJUNCTION_PUNCTUATION = CONJUNCTION | PUNCTUATION
_DETERMINER_MARK = DETERMINER | MARK
_OBJECT_BARE = OBJECT | BARE
_PUNCTUATION_STOP_CONJUNCTION_SUBORDINATOR = PUNCTUATION | STOP | CONJUNCTION | SUBORDINATOR
_QUOTE_CLAUSE = QUOTE | CLAUSE
_QUOTE_OBJECT = QUOTE | OBJECT
_TIME_ADVERB = TIME | ADVERB


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


class Region(ContentEnds):
    """One sentence, or a piece of a very long one, asked for what is said before or behind a cue in it."""

    __slots__ = ()

    def left(self, number: int) -> int:
        """Where looking to the left ends: the sentence's start, or the end of the quotation before the token."""
        if self.inside[self.low] >= 0:
            end = self.page.quoted[self.inside[self.low]].end_token
            if end <= number:
                return end
        return self.low

    def _begins_sentence(self, number: int) -> bool:
        """Whether a quotation is a sentence of its own and not the rest of one."""
        quoted = self.page.quoted[number]
        return quoted.speech and self.words[quoted.first_token + 1][0].isupper()

    def left_clause(self, end: int) -> int:
        """Where the clause that ends at a token begins: the sentence's start without its conjunction."""
        first = self.low
        if self.inside[first] >= 0 and self.page.quoted[self.inside[first]].first_token < first:
            first = min(end, self.page.quoted[self.inside[first]].first_token)
        while first < end and self.classes[first] & _CONJUNCTION_PUNCTUATION:
            first += 1
        return first

    def _behind(self, cue: VerbCue) -> int:
        """Where what belongs to a cue ends: behind its inverted source, or behind whom it was told."""
        if cue.inverted and cue.source:
            return cue.source[1]
        if cue.verb.lemma in self.page.known.telling:
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
            and (self.words[left] in PAUSES or self.lowers[left] in ("as", "and"))
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
        if left == first - 1 or self.words[left + 1] not in PAUSES:
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
        takes, naming = verb.takes, page.known.naming
        while number < high and classes[number] & ADVERB and not classes[number] & _DETERMINER_MARK:
            number += 1
        if number >= high:
            return None
        if takes & ADDRESSEE and self.inside[number] < 0 and not classes[number] & OPENER:
            addressee = phrase_after(page, number, high)
            if addressee is not None:
                number = addressee[1]
            while number < high and classes[number] & _TIME_ADVERB and self.inside[number] < 0:
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
            asked = word == "not" and takes & INFINITIVE and number + 3 < len(lowers)
            if asked and lowers[number + 1] == "to" and lowers[number + 3] in naming:
                return None  # "asked not to be named"
            if word == "to" and takes & INFINITIVE:
                if number + 2 < len(lowers) and lowers[number + 1] == "be" and lowers[number + 2] in naming:
                    return None  # "declined to be named"
                return [(number, self.wide_end(number, cue))], False
            if word == "as" and takes & AS:
                break
            if bits & TIME and not bits & PREPOSITION and not (bits & DETERMINER and takes & _OBJECT_BARE):
                number += 1
            elif bits & PREPOSITION and takes & _QUOTE_CLAUSE:
                phrase = phrase_after(page, number + 1, high)
                time = number + 1
                while time < high and classes[time] & TIME:
                    time += 1
                number = max(phrase[1] if phrase else number + 1, time)
                jumps += 1
            elif word in (",", ":") and number + 1 < high and (self.inside[number + 1] >= 0 or word == ":"):
                number += 1
                break
            elif word in INSERTING and takes & CLAUSE and self.stands_apart(number):
                # "said - on the radio, as it happens - that ..."
                closing = number + 1
                while closing < high and words[closing] not in INSERTING[word] and self.inside[closing] < 0:
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
            if not quoted.speech and not takes & _CLAUSE_OBJECT:
                return None  # "read “War and Peace”"
            if not quoted.speech and takes & _BARE_CLAUSE_OBJECT:
                end = max(end, self.wide_end(number, cue))
            start = opened if takes & OBJECT and not takes & QUOTE else number
            return [(min(start, number), end)], True
        bits = classes[number]
        if bits & OPENER and takes & CLAUSE:
            start = number + 1 if lowers[number] == "that" else number
            end = self.wide_end(start, cue)
            return ([(start, end)], True) if end > start else None
        if bits & _PUNCTUATION_STOP_CONJUNCTION_SUBORDINATOR:
            if addressee is not None and takes & OBJECT:
                return [addressee], False
            return None
        if (takes & BARE and not bits & PREPOSITION) or (jumps and takes & BARE):
            end = self.wide_end(number, cue)
            if end <= number:
                return None
            clause = (bool(takes & QUOTE) and not takes & OBJECT) or self.is_clause(number, end)
            if not clause and not takes & _QUOTE_OBJECT:
                return None  # "showed flexibility"
            return [(number, end)], clause
        if addressee is not None and takes & OBJECT:
            return [(addressee[0], self.narrow_end(addressee[0], cue))], False
        if takes & OBJECT and number == opened and not bits & PREPOSITION:
            end = self.narrow_end(number, cue)
            return ([(number, end)], False) if end > number else None
        return None
