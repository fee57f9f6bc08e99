"""What stands above a word: what is said of the word that governs it, and what comes of it.

What comes in: a page and a token that governs an event. What goes out: an effect on the event and the words that have
it. "Refused to agree to sell" is read from the inside out: "agree" would make the sale planned, "refused" denies the
agreeing, so the sale is denied. Which words govern what is data (``lexicons/en/factuality.toml``); the event's own verb
group and noun phrase are read in ``judging`` and ``noun_scopes``, which reading of a governor holds in
``governor_readings``.
"""

from __future__ import annotations

from timeline.events.clauses import governors
from timeline.events.factuality.governor_readings import GovernorReadings
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    CONDITION,
    COORDINATOR,
    DETERMINER,
    DO,
    GOVERNOR,
    GOVERNOR_HEAD,
    HAVE,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    Governor,
)

#: How strongly an effect holds when several stand above an event: the weaker claim wins.
RANK = {"happened": 0, "reported": 1, "planned": 2, "called_for": 3, "possible": 4, "denied": 5}
#: An effect, and the half-open range of the words that have it (-1 without).
Effect = tuple[str, int, int]

#: A reading that leaves a complement what is said of the governor itself.
PLAIN = Governor("happened", "", "verb", "plain", frozenset(), True, frozenset(), False, "")

_GATED = ("past", "active")
_FACT: Effect = ("happened", -1, -1)
_DONE: Effect = ("done", -1, -1)  # what a noun that governs came to: "the plan to sell went ahead"
_OWN_VERB = 16  # tokens behind a noun in which its own verb stands
_TRANSPARENT = frozenset(("longer", "help"))  # "no longer sells", "may help prevent"
_EITHER = ("or", "nor")
_DEPTH = 3  # governors above each other
_BEFORE_NOUN = 5  # tokens between a verb and the head of its object
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_GROUP = ADVERB | BE | HAVE | DO
_ADVERB_NEGATION = ADVERB | NEGATION
_AUXILIARY_NEGATION_ADVERB = AUXILIARY | NEGATION | ADVERB
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_DETERMINER_PRONOUN = DETERMINER | PRONOUN
_GROUP_TO = _GROUP | TO
_STOP_COMMA_QUOTE_PREPOSITION_RELATIVE = STOP | COMMA | QUOTE | PREPOSITION | RELATIVE
_STOP_QUOTE_RELATIVE = STOP | QUOTE | RELATIVE
_TO_MODAL_SUBJECT_BE = TO | MODAL | SUBJECT | BE
_BE_DETERMINER = BE | DETERMINER
_GOVERNOR_GOVERNOR_HEAD = GOVERNOR | GOVERNOR_HEAD


class Scopes(GovernorReadings):
    """What stands above the words of one article."""

    __slots__ = ()

    def is_joined(self, first: int, end: int) -> bool:
        """Whether another clause is joined in between: "whether it pays is not known, but at the fair he smiled"."""
        bits = self.bits
        return any(bits[token] & COMMA and bits[token + 1] & COORDINATOR for token in range(first, end))

    def above(self, token: int) -> tuple[int, int]:
        """Negation and modal before a governor, -1 without."""
        negated = modal = -1
        place = token - 1
        floor = max(0, token - 4)
        while place >= floor:
            kind = self.bits[place]
            if kind & NEGATION:
                negated = place
            elif kind & MODAL:
                modal = place
            elif not kind & _GROUP_TO and self.lowers[place] not in _TRANSPARENT:
                break
            place -= 1
        return negated, modal

    def resolve(self, token: int, governor: Governor, sentence_first: int, depth: int = 0) -> Effect:
        """What a governor makes of its complement, with all that stands above the governor itself."""
        if governor.holds:
            return _FACT
        effect = governor.effect
        if effect == "denied" and self.lowers[token - 1] in _EITHER and self.lowers[token - 2] in self.words.confirming:
            return "possible", token - 1, token + 1  # "neither confirmed nor denied that it sold"
        state, cue, end = self._state(token, governor, sentence_first, depth)
        if governor.gate in _GATED and self._is_open(token, governor):
            effect = "happened"
        if state == "done":
            return _FACT
        if effect == "happened":
            return state, cue, end
        own: Effect = (effect, token, token + 1)
        if state == "happened":
            return own
        if state == "denied":
            if effect == "denied":  # "did not deny that it sold", but "did not rule out a sale"
                return ("possible", cue, end) if governor.name in self.words.answering else _FACT
            if governor.lemma in self.words.undated:
                return own  # "gave no date for the sale"
            if effect == "possible":
                return _FACT if governor.lemma in self.words.undoubted else ("denied", cue, end)
            return "denied", cue, end
        if effect == "denied" and state in ("possible", "called_for"):
            return "possible", token, token + 1  # "wants to prevent a war"
        if effect == "denied":
            return own
        if state == "planned" and governor.name in self.words.enabling:
            return state, cue, end  # "will be able to vote"
        return own if RANK[effect] >= RANK[state] else (state, cue, end)

    def _is_open(self, token: int, governor: Governor) -> bool:
        """Whether a gate is open: "was able to", "allowed them to"; not "is able to", "are allowed to"."""
        place = token - 1
        while place > 0 and self.bits[place] & _ADVERB_NEGATION:
            place -= 1
        before = self.lowers[place] if place >= 0 else ""
        if governor.gate == "past":
            return before in ("was", "were") or (before == "been" and self.lowers[place - 1] in ("had", "has", "have"))
        return governor.gate == "active" and not self.bits[max(place, 0)] & BE

    def _state(self, token: int, governor: Governor, sentence_first: int, depth: int) -> Effect:
        """What is said of a governor itself: negated, a possibility, planned, refused."""
        nominal = governor.part == "noun" and self._is_nominal(token)
        if nominal or (governor.part == "noun" and not self.bits[max(0, token - 1)] & _TO_MODAL_SUBJECT_BE):
            return self._state_of_noun(token, governor, sentence_first, depth)
        negated, modal = self.above(token)
        if negated >= sentence_first:
            return "denied", negated, negated + 1
        if modal >= sentence_first:
            return self.modality(modal, self.is_hypothetical(token, sentence_first)), modal, modal + 1
        if depth >= _DEPTH:
            return _FACT
        before = token - 1
        while before > sentence_first and self.bits[before] & ADVERB and not self.bits[before] & DETERMINER:
            before -= 1
        if before >= sentence_first and self.bits[before] & TO:
            if before > sentence_first and self.bits[before - 1] & NEGATION:
                return "denied", before - 1, before
            higher, relation = governors.of_infinitive(self.page, before, sentence_first)
            if higher < 0 or relation != "complement":
                if higher == before - 1 and self.bits[higher] & BE:
                    return "planned", higher, higher + 1
                told = higher >= 0 and (self.bits[higher] & BE or self.lowers[higher] in self.words.gathering)
                return _FACT if told else ("planned", before, before + 1)
            found, _ = self.reading(higher, "infinitive")
            return self.resolve(higher, found, sentence_first, depth + 1) if found is not None else _FACT
        first, _ = self.page.clause(token, len(self.bits))
        if self.lowers[token].endswith("ing") and not self.bits[before] & _BE_DETERMINER:
            higher, relation = governors.of_gerund(self.page, token, first, sentence_first)
            found = self.reading(higher, "gerund")[0] if higher >= 0 and relation == "complement" else None
            if found is not None:
                return self.resolve(higher, found, sentence_first, depth + 1)  # "denied planning to sell"
        opening = self.bits[first]
        if opening & NEGATION and opening & _DETERMINER_PRONOUN and governor.part == "verb":
            return "denied", first, first + 1  # "nobody doubted"
        if opening & CONDITION and opening & SUBORDINATOR and first < token:
            return "possible", first, first + 1
        if governor.part == "verb":
            higher, relation = governors.of_clause(self.page, first, sentence_first)
            if higher >= 0 and relation == "complement" and higher < first:
                found, _ = self.reading(higher, "clause")
                if found is not None and found.effect != "happened":
                    above = self.resolve(higher, found, sentence_first, depth + 1)
                    if above[0] == "denied":
                        return above  # "denied a report that it planned to sell"
        return _FACT

    def _state_of_noun(self, token: int, governor: Governor, sentence_first: int, depth: int) -> Effect:
        """What is said of a noun that governs: "no plans", "a failed bid", "rejected the calls", "dropped its bid"."""
        floor = max(sentence_first, token - _BEFORE_NOUN)
        place = token - 1
        if place > floor and self.bits[place] & PREPOSITION and self.bits[place - 1] & NEGATION:
            return "denied", place - 1, place  # "is not in danger of"
        while place >= floor:
            kind = self.bits[place]
            if kind & PREPOSITION and self.bits[place - 1] & GOVERNOR_HEAD:
                place -= 1  # "given up hope"
                kind = self.bits[place]
            low = self.lowers[place]
            if kind & NEGATION and kind & DETERMINER:
                return "denied", place, place + 1
            if low in self.words.failed:
                return "denied", place, place + 1
            found = self.reading(place, "noun", governor.lemma)[0] if kind & _GOVERNOR_GOVERNOR_HEAD else None
            if found is not None and found.part == "verb" and not kind & DETERMINER:
                if found.effect == "denied" and depth < _DEPTH:
                    above = self.resolve(place, found, sentence_first, depth + 1)
                    return above if above[0] == "denied" else _FACT  # "wants the firm to withdraw the plan": it stands
                return _FACT
            if kind & _STOP_COMMA_QUOTE_PREPOSITION_RELATIVE and not kind & _DETERMINER_POSSESSIVE:
                break
            place -= 1
        return self._undone_later(token)

    def _undone_later(self, token: int) -> Effect:
        """What a noun's own verb says behind its complement: "the plan to sell was scrapped", "a bid to buy failed"."""
        bits, finites = self.bits, self.page.finites
        first, end = self.page.clause(token, len(bits))
        if any(finites[place] for place in range(first, token)):
            return _FACT
        place = token + 1
        end = min(len(bits), token + _OWN_VERB)
        while place < end and not finites[place]:
            if bits[place] & _STOP_QUOTE_RELATIVE:
                return _FACT
            place += 1
        if place >= end:
            return _FACT
        if not bits[place] & AUXILIARY:
            said = self._said(place)
            if not self.words.done.isdisjoint(said):
                return _DONE
            failing = self.words.failing
            ends = not failing.isdisjoint(said[1:]) or (said[0] in failing and not said[1].endswith(" to"))
            return ("denied", place, place + 1) if ends else _FACT
        negated = -1
        while place < end and bits[place] & _AUXILIARY_NEGATION_ADVERB:
            if bits[place] & NEGATION:
                negated = place
            place += 1
        if place >= end:
            return _FACT
        if negated >= 0:
            undone = self.lowers[place] in self.words.occurring or self.lowers[place] in self.words.obeyed
            return ("denied", negated, negated + 1) if undone else _FACT
        said = self._said(place)
        if not self.words.done.isdisjoint(said):
            return _DONE
        if not self.words.undone.isdisjoint(said):
            return "denied", place, place + 1
        found, behind = self.reading(place, "predicate") if bits[place] & _GOVERNOR_GOVERNOR_HEAD else (None, 0)
        if found is not None and found.effect == "denied" and found.part == "verb":
            return "denied", place, behind
        return _FACT

    def _said(self, token: int) -> tuple[str, str, str]:
        """A word, it with the next, and with the next two: "came", "came to", "came to nothing"."""
        words = self.lowers[token : token + 3]
        return words[0], " ".join(words[:2]), " ".join(words)

    def modality(self, modal: int, hypothetical: bool = False) -> str:
        """What a modal makes of its verb; "would" tells a plan where no condition stands before it."""
        word = self.lowers[modal]
        words = self.words
        if word in words.will or (word in words.would and not hypothetical):
            return "planned"
        return "called_for" if word in words.must else "possible"

    def is_hypothetical(self, token: int, sentence_first: int) -> bool:
        """Whether a condition stands before a token in its sentence: "if", or "Were the bank to fail"."""
        if self.lowers[sentence_first] in self.words.inverting:
            return True
        return any(
            self.bits[number] & CONDITION and not self.bits[number] & MODAL for number in range(sentence_first, token)
        )


__all__ = ["PLAIN", "RANK", "Effect", "Scopes"]
