"""What the word above an event makes of it: plan, demand, doubt, denial, or a purpose, or an infinitive by itself.

What comes in: candidates whose frame names a governor. What goes out: an effect on factuality and the words that have
it. Which readings a governor has and what stands above it is read in ``scopes``; what a noun's own phrase says in
``noun_scopes``.
"""

from __future__ import annotations

from timeline.events import noun_scopes
from timeline.events.candidates import Candidate
from timeline.events.frames import Frame
from timeline.events.page import AUXILIARY
from timeline.events.scopes import Effect, Scopes
from timeline.lexicons.events import (
    ADVERB,
    BE,
    COMMA,
    DO,
    HAVE,
    MODAL,
    NEGATION,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    TRIGGER,
    Governor,
)
from timeline.lexicons.inflection import PAST

_GATHERED_FOR = frozenset(("PROTEST", "CEREMONY", "STATEMENT", "VOTE"))
# What goes on when it is stopped; of other things "stop the" tells that they are not there yet ("stop the sale").
_GOING_ON = frozenset(
    ("PROTEST", "ASSAULT", "CONSULT", "COERCE", "MOBILIZE", "DISASTER", "CRIME", "MOVE", "AID", "SPORT", "OTHER")
)
_CONVENED = frozenset(("CONSULT", "CEREMONY", "PROTEST", "VOTE", "STATEMENT"))
_REACH = 8  # tokens
_OTHER_CLAUSE = STOP | COMMA | QUOTE | SUBORDINATOR | RELATIVE
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_MODAL_DO = MODAL | DO


class Complements:
    """What stands above the events of one article."""

    __slots__ = ("bits", "lowers", "page", "scopes", "words")

    def __init__(self, scopes: Scopes) -> None:
        self.scopes = scopes
        self.page = scopes.page
        self.bits = scopes.bits
        self.lowers = scopes.lowers
        self.words = scopes.words

    def effect(self, candidate: Candidate, sentence_first: int) -> Effect | None:
        """What stands above the event, and above that."""
        frame = candidate.frame
        token, relation = frame.governor, frame.relation
        if relation == "purpose":
            return self._purpose(candidate, sentence_first)
        if token < 0 and " to " in candidate.lemma and candidate.type not in noun_scopes.SPEECH_ACTS:
            return self._promised(frame, sentence_first)
        if token < 0 or relation in ("relative", "attribution_tail"):
            if frame.reading != "verb":
                return None
            return self._brought_about(frame, sentence_first) if relation == "relative" else self._against(frame)
        if relation == "conditional":
            return "possible", token, token + 1
        scopes = self.scopes
        complement = self._complement(candidate)
        governor, behind = scopes.reading(token, complement, candidate.lemma)
        if governor is None:
            return self._carried(candidate, token, sentence_first)
        if complement == "clause":
            if governor.effect in ("planned", "called_for") and frame.tense == "past":
                return None  # "promised that he had left"
            if governor.effect == "happened" and not governor.holds and governor.part == "verb":
                return None
        if complement == "noun":
            unheld = self._unheld(candidate, governor, token, behind)
            if unheld is not None:
                passes = unheld == "definite" and governor.effect != "denied"
                return self._carried(candidate, token, sentence_first) if passes else None
            if self._is_convened(candidate, governor, token):
                return "planned", token, token + 1
        if complement == "infinitive" and candidate.lemma in self.words.performative and self.lowers[token] == "like":
            return None
        if complement == "gerund" and governor.effect != "reported":
            last = min((*frame.auxiliaries, frame.trigger[0])) - 1
            if not noun_scopes.is_direct(scopes, governor, behind, last):
                return None
        effect, cue, end = scopes.resolve(token, governor, sentence_first)
        return (effect, cue, max(end, behind) if cue == token else end) if cue >= 0 else None

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
        return "from" if self.lowers[place] == "from" else "gerund"

    def _is_shared(self, frame: Frame) -> bool:
        """Whether "to" stands somewhere between the governor and the verb: "plans to meet and sign"."""
        return any(self.lowers[token] == "to" for token in range(frame.governor, frame.trigger[0]))

    def _purpose(self, candidate: Candidate, sentence_first: int) -> Effect | None:
        """An infinitive that hangs on no attitude: a purpose, an outcome, "is to visit", a headline's "to visit"."""
        frame = candidate.frame
        token = frame.governor
        first = min((*frame.auxiliaries, frame.trigger[0]))
        to = first - 1
        while to > sentence_first and self.bits[to] & ADVERB and not self.bits[to] & TO:
            to -= 1
        between = ADVERB | NEGATION | SUBJECT
        if token >= 0 and self.bits[token] & BE and all(self.bits[word] & between for word in range(token + 1, to)):
            return "planned", token, token + 1  # "is to visit"
        if token == sentence_first and self.bits[token] & BE:
            return "possible", token, token + 1  # "Were they to visit, ..."
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
        if self._is_result(candidate, sentence_first):
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
        if modal >= sentence_first and self.scopes.is_hypothetical(modal, sentence_first):
            return "possible", modal, modal + 1
        return None if self.lowers[have] == "had" else ("called_for", have, have + 1)

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

    def _carried(self, candidate: Candidate, token: int, sentence_first: int) -> Effect | None:
        """What is said of a light verb that governs nothing itself: "plans to hold a march"."""
        if candidate.light != token:
            return None
        found = self.page.lexicon.governors.get(self.lowers[token])
        if not found:
            return None
        plain = Governor("happened", "", "verb", "light", frozenset(), True, frozenset(), False, "")
        effect, cue, end = self.scopes.resolve(token, plain, sentence_first)
        return (effect, cue, end) if cue >= 0 else None

    def _unheld(self, candidate: Candidate, governor: Governor, token: int, behind: int) -> str | None:
        """Why a governor does not reach a noun; None when it does."""
        scopes = self.scopes
        direct = candidate.light >= 0 or noun_scopes.is_direct(scopes, governor, behind, candidate.first_token)
        definite = noun_scopes.is_definite(scopes, candidate)
        if governor.lemma == "call" and governor.part == "verb" and self.lowers[token + 1] in self.words.definite:
            return "named"  # "called the strike a mistake"
        if definite and governor.part == "verb" and governor.effect == "possible":
            return "definite"  # "discussed the drought": it is there
        if (
            definite
            and not governor.definite
            and governor.objects
            and "of" in self.lowers[candidate.end_token : candidate.end_token + 1]
        ):
            return None  # "announced the purchase of twenty jets"
        if definite and not governor.definite and (governor.effect != "denied" or candidate.type in _GOING_ON):
            return "definite"
        if not direct and (definite or governor.effect == "denied"):
            return "indirect"  # "demanded justice for the killing"
        if governor.effect == "denied" and self._is_word(candidate, token):
            return "said"
        if noun_scopes.is_carried_out(scopes, candidate, governor, token):
            return "done"
        return None

    def _is_word(self, candidate: Candidate, governor: int) -> bool:
        """Whether the event is a word that was spoken before it was refused: "rejected the claim"."""
        if candidate.light >= 0:
            return False  # "refused to provide support"
        return noun_scopes.is_word(self.scopes, candidate) and self.lowers[governor] not in ("no", "without", "lack")

    def _is_convened(self, candidate: Candidate, governor: Governor, token: int) -> bool:
        """Whether somebody is asked to come to what has been set: "called a meeting", "invited them to talks".

        "Called for talks" and "called the meeting a farce" are none.
        """
        if governor.lemma not in self.words.convening or candidate.type not in _CONVENED or governor.part != "verb":
            return False
        first = candidate.frame.trigger[0]
        linked = [self.lowers[number] for number in range(token + 1, first) if self.bits[number] & PREPOSITION]
        if governor.lemma == "call":
            return not linked and self.lowers[token + 1] in ("a", "an", "another")
        return bool(linked) and linked[-1] in ("to", "for")

    def _promised(self, frame: Frame, sentence_first: int) -> Effect | None:
        """What the first verb of a phrase makes of the second: "agreed to merge" is one event, and planned."""
        first = frame.trigger[0]
        governor, _ = self.scopes.reading(first, "infinitive")
        if governor is None or governor.effect not in ("planned", "called_for"):
            return None
        effect, cue, end = self.scopes.resolve(first, governor, sentence_first)
        return (effect, cue, end) if cue >= 0 else None

    def _brought_about(self, frame: Frame, sentence_first: int) -> Effect | None:
        """A participle behind the object of a verb that brings it about: "will see jets delivered"."""
        subject = frame.subject
        if subject is None or frame.tense is not None or subject[0] <= sentence_first:
            return None
        above = subject[0] - (self.lowers[subject[0]] not in self.words.causing)
        if self.lowers[above] not in self.words.causing:
            return None
        governor, _ = self.scopes.reading(above, "infinitive")
        plain = governor or Governor("happened", "", "verb", "causing", frozenset(), True, frozenset(), False, "")
        effect, cue, end = self.scopes.resolve(above, plain, sentence_first)
        return (effect, cue, end) if cue >= 0 else None

    def _against(self, frame: Frame) -> Effect | None:
        """A decision against an -ing form: "voted against closing the library"."""
        first = frame.trigger[0]
        if first < 2 or self.lowers[first - 1] != "against" or not self.lowers[first].endswith("ing"):
            return None
        governor, end = self.scopes.reading(first - 2, "gerund")
        return (governor.effect, first - 2, end) if governor is not None else None


__all__ = ["Complements"]
