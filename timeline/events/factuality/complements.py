"""What the word above an event makes of it: plan, demand, doubt, denial, or a purpose, or an infinitive by itself.

What comes in: candidates whose frame names a governor. What goes out: an effect on factuality and the words that have
it. Which readings a governor has and what stands above it is read in ``scopes``; what a noun's own phrase says in
``noun_scopes``.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.article.frames import Frame
from timeline.events.factuality import held_nouns, noun_scopes
from timeline.events.factuality.purposes import Purposes
from timeline.events.factuality.scope_reader import ScopeReader
from timeline.events.factuality.scopes import PLAIN, Effect, Scopes
from timeline.events.factuality.ungoverned import Ungoverned
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    CONDITION,
    NEGATION,
    QUOTE,
    TO,
    Governor,
)

_OPEN: Effect = ("", -1, -1)  # nothing is settled yet: the governor itself is weighed
_NAMED = 3  # tokens between "called" and the claim it calls false
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_ADVERB_COMMA = ADVERB | COMMA


class Complements(ScopeReader):
    """What stands above the events of one article."""

    __slots__ = ("purposes", "ungoverned")

    def __init__(self, scopes: Scopes) -> None:
        super().__init__(scopes)
        self.purposes = Purposes(scopes)
        self.ungoverned = Ungoverned(scopes)

    def effect(self, candidate: Candidate, sentence_first: int) -> Effect | None:
        """What stands above the event, and above that."""
        frame = candidate.frame
        token, relation = frame.governor, frame.relation
        if relation == "purpose":
            if candidate.light >= 0 and self.lowers[candidate.light] in self.words.ending:
                return None  # "a pact to end the strike"
            return self.purposes.effect(candidate, sentence_first)
        if token < 0 and " to " in candidate.lemma and candidate.type not in noun_scopes.SPEECH_ACTS:
            return self.ungoverned.promised(frame, sentence_first)
        if token < 0 or relation in ("relative", "attribution_tail"):
            return self.ungoverned.effect(candidate, sentence_first)
        if relation == "conditional":
            there = self.scopes.is_joined(token, candidate.first_token) or held_nouns.is_there(self.scopes, candidate)
            return None if there else ("possible", token, token + 1)
        if self.bits[token] & CONDITION and held_nouns.is_there(self.scopes, candidate):
            return None  # "if the strike lasts"
        scopes = self.scopes
        bare = frame.reading == "verb" and frame.tense is None and self.lowers[token] in self.words.bare
        if bare and not self.lowers[frame.trigger[0]].endswith("ing"):
            return self._let(token, sentence_first)
        complement = self._complement(candidate)
        governor, behind = scopes.reading(token, complement, candidate.lemma)
        if governor is None:
            return self._carried(candidate, token, sentence_first)
        settled: Effect | None = _OPEN
        if complement == "noun":
            settled = self._of_noun(candidate, governor, behind, sentence_first)
        elif complement == "clause":
            settled = self._of_clause(candidate, governor, sentence_first)
        if settled is _OPEN and 0 <= candidate.light and self.lowers[candidate.light] in self.words.ending:
            settled = self._of_ended(candidate, governor, complement)
        if settled is _OPEN and complement == "infinitive":
            settled = self._of_infinitive(candidate)
        elif settled is _OPEN and complement == "gerund":
            settled = self._of_gerund(candidate, governor, behind)
        if settled is not _OPEN:
            return settled
        effect, cue, end = scopes.resolve(token, governor, sentence_first)
        if effect == "called_for" and governor.lemma == "ought" and frame.aspect == "perfect":
            effect = "denied"  # "ought to have warned"
        return (effect, cue, max(end, behind) if cue == token else end) if cue >= 0 else None

    def _of_noun(self, candidate: Candidate, governor: Governor, behind: int, sentence_first: int) -> Effect | None:
        """What is settled of a noun before its governor is weighed: it is there, or set; else ``_OPEN``."""
        token = candidate.frame.governor
        unheld = held_nouns.unheld(self.scopes, candidate, governor, token, behind)
        if unheld is not None:
            passes = unheld == "definite" and governor.effect != "denied"
            return self._carried(candidate, token, sentence_first) if passes else None
        if held_nouns.is_convened(self.scopes, candidate, governor, token):
            return "planned", token, token + 1
        if self.lowers[token] in self.words.attending and noun_scopes.is_definite(self.scopes, candidate):
            found = self.scopes.resolve(token, governor, sentence_first)
            return found if found[1] >= 0 and found[0] != "denied" else None  # "would not attend the auction"
        return _OPEN

    def _of_clause(self, candidate: Candidate, governor: Governor, sentence_first: int) -> Effect | None:
        """What is settled of a clause: "promised that he had left" is no plan, a false claim no fact; or ``_OPEN``."""
        token = candidate.frame.governor
        if governor.effect in ("planned", "called_for") and candidate.frame.tense == "past":
            if governor.lemma not in self.words.insinuated:
                return None
            above = self.scopes.resolve(token, governor, sentence_first)
            return above if above[0] == "denied" else None
        if governor.effect == "happened" and not governor.holds and governor.part == "verb":
            return None
        if governor.part == "noun":
            false = self._is_false(candidate)
            if false >= 0:
                return "denied", false, false + 1
        return _OPEN

    def _of_ended(self, candidate: Candidate, governor: Governor, complement: str) -> Effect | None:
        """What is settled of what somebody would end: "plans to end the strike"; else ``_OPEN``."""
        token = candidate.frame.governor
        if governor.effect == "denied" and token == candidate.light:
            return _OPEN
        if candidate.type in noun_scopes.GOING_ON or complement == "noun":
            return None
        return "possible", token, token + 1

    def _of_infinitive(self, candidate: Candidate) -> Effect | None:
        """What is settled of an infinitive: whether it is done is open, or it tells a use; else ``_OPEN``."""
        frame = candidate.frame
        token = frame.governor
        word = self.lowers[token]
        if self.lowers[min((*frame.auxiliaries, frame.trigger[0])) - 2] == "whether":
            return "possible", token, token + 1  # "no decision on whether to sell"
        if word in self.words.made_for and self._is_use(token):
            return None  # "a tool designed to sort letters"
        if word == "like" and candidate.lemma in self.words.performative:
            return None
        return _OPEN

    def _of_gerund(self, candidate: Candidate, governor: Governor, behind: int) -> Effect | None:
        """What is settled of an -ing form: the governor does not reach it; else ``_OPEN``."""
        if governor.lemma == "call" and self.lowers[candidate.first_token - 1] != "for":
            return None  # "calls discounting a loser's game"
        if governor.lemma == "help":
            return None  # "could not help laughing"
        if governor.effect != "reported":
            frame = candidate.frame
            last = min((*frame.auxiliaries, frame.trigger[0])) - 1
            if not noun_scopes.is_direct(self.scopes, governor, behind, last):
                return None
        return _OPEN

    def _is_use(self, made: int) -> bool:
        """Whether a participle tells what a thing is for: "a tool designed to sort letters", not "a bill designed"."""
        place = made - 1
        while place > 0 and self.bits[place] & _ADVERB_COMMA:
            place -= 1
        return not self.bits[place] & AUXILIARY and self.lowers[place] not in self.words.schemes

    def _let(self, token: int, sentence_first: int) -> Effect | None:
        """What an infinitive without "to" has from the verb before it: "will let them leave", "“Let us march”"."""
        opens = token == sentence_first or self.bits[token - 1] & QUOTE
        if opens and self.lowers[token] == "let":
            return "called_for", token, token + 1
        effect, cue, end = self.scopes.resolve(token, PLAIN, sentence_first)
        return (effect, cue, end) if cue >= 0 else None

    def _is_false(self, candidate: Candidate) -> int:
        """The word that calls a claim false behind what it tells, -1 without: "the claim that he fled was untrue"."""
        bits, untrue = self.bits, self.words.untrue
        last = self.page.tokens.sentences[candidate.sentence].end_token
        noun = candidate.frame.governor
        named = any(word in self.words.naming for word in self.lowers[max(0, noun - _NAMED) : noun])
        if named and self.lowers[last - 2] in untrue:
            return last - 2  # "called the report that he fled false"
        for token in range(candidate.end_token, last - 1):
            if bits[token] & BE and bits[token + 1] & NEGATION and self.lowers[token + 2 : token + 3] == ("true",):
                return token + 1
            if bits[token] & BE and self.lowers[token + 1] in untrue:
                return token + 1
        return -1

    def _complement(self, candidate: Candidate) -> str:
        """What the event is to its governor: noun, infinitive, gerund, "from" with a gerund, or clause."""
        frame = candidate.frame
        if frame.reading == "noun":
            if candidate.light < 0 and self.lowers[frame.trigger[0] - 1] == "from":
                return "from"
            return "infinitive" if 0 <= candidate.light != frame.governor else "noun"
        if frame.tense is not None:
            return "clause"
        first = min((*frame.auxiliaries, frame.trigger[0]))
        place = first - 1
        while place > frame.governor and self.bits[place] & _ADVERB_NEGATION and not self.bits[place] & TO:
            place -= 1
        if self.lowers[place] == "to" and not self.lowers[first].endswith("ing"):
            return "infinitive"
        if not self.lowers[first].endswith("ing"):
            return "infinitive" if self._is_shared(frame) else "clause"
        if self.lowers[place] == "of" and self.lowers[place - 1] == "out":
            return "out"
        return self.lowers[place] if self.lowers[place] in ("from", "into") else "gerund"

    def _is_shared(self, frame: Frame) -> bool:
        """Whether "to" stands somewhere between the governor and the verb: "plans to meet and sign"."""
        return any(self.lowers[token] == "to" for token in range(frame.governor, frame.trigger[0]))

    def _carried(self, candidate: Candidate, token: int, sentence_first: int) -> Effect | None:
        """What is said of a light verb that governs nothing itself: "plans to hold a march"."""
        if candidate.light != token:
            return None
        found = self.page.lexicon.governors.get(self.lowers[token])
        if not found:
            return None
        effect, cue, end = self.scopes.resolve(token, PLAIN, sentence_first)
        return (effect, cue, end) if cue >= 0 else None


__all__ = ["Complements"]
