"""What the word above an event makes of it: plan, demand, doubt, denial, or a purpose, or an infinitive by itself.

What comes in: candidates whose frame names a governor. What goes out: an effect on factuality and the words that have
it. Which readings a governor has and what stands above it is read in ``scopes``; what a noun's own phrase says in
``noun_scopes``.
"""

from __future__ import annotations

from timeline.events import governors, noun_scopes
from timeline.events.candidates import Candidate
from timeline.events.frames import Frame
from timeline.events.purposes import Purposes
from timeline.events.scopes import Effect, Scopes
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    CONDITION,
    COORDINATOR,
    DETERMINER,
    GOVERNOR,
    MODAL,
    NEGATION,
    NUMBER,
    OBJECT,
    POSSESSIVE,
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
from timeline.lexicons.inflection import THIRD

# A word that leaves its complement what is said of the word itself.
_PLAIN = Governor("happened", "", "verb", "plain", frozenset(), True, frozenset(), False, "")
_CONVENED = frozenset(("CONSULT", "CEREMONY", "PROTEST", "VOTE", "STATEMENT"))
_NAMED = 3  # tokens between "called" and the claim it calls false
_IN_GROUP = AUXILIARY | ADVERB | NEGATION
_NOUN_PHRASE = DETERMINER | ADJECTIVE | NUMBER
_NO_NOUN_PHRASE = PREPOSITION | SUBORDINATOR | STOP | COMMA
_CLOSED_KINDS = (
    AUXILIARY
    | PREPOSITION
    | SUBORDINATOR
    | RELATIVE
    | COORDINATOR
    | STOP
    | COMMA
    | QUOTE
    | SUBJECT
    | OBJECT
    | TO
    | DETERMINER
    | POSSESSIVE
    | NEGATION
)
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_MODAL_TO = MODAL | TO
_TRIGGER_PREPOSITION = TRIGGER | PREPOSITION


class Complements:
    """What stands above the events of one article."""

    __slots__ = ("bits", "lowers", "page", "purposes", "scopes", "words")

    def __init__(self, scopes: Scopes) -> None:
        self.scopes = scopes
        self.purposes = Purposes(scopes)
        self.page = scopes.page
        self.bits = scopes.bits
        self.lowers = scopes.lowers
        self.words = scopes.words

    def effect(self, candidate: Candidate, sentence_first: int) -> Effect | None:
        """What stands above the event, and above that."""
        frame = candidate.frame
        token, relation = frame.governor, frame.relation
        if relation == "purpose":
            if candidate.light >= 0 and self.lowers[candidate.light] in self.words.ending:
                return None  # "a pact to end the strike"
            return self.purposes.effect(candidate, sentence_first)
        if token < 0 and " to " in candidate.lemma and candidate.type not in noun_scopes.SPEECH_ACTS:
            return self._promised(frame, sentence_first)
        if token < 0 or relation in ("relative", "attribution_tail"):
            if " " in candidate.lemma and frame.tense is not None and candidate.type not in noun_scopes.SPEECH_ACTS:
                first = " ".join(candidate.lemma.split(" ")[:2])
                if first in self.words.asked:
                    return "called_for", frame.trigger[0], frame.trigger[0] + 1
                if first in self.words.ahead and (candidate.type != "RULING" or frame.tense == "present"):
                    return "planned", frame.trigger[0], frame.trigger[0] + 1  # "called a strike", "faces trial"
            if frame.reading != "verb":
                return self._of_unlisted(candidate, sentence_first) if token < 0 else None
            if relation != "relative":
                return self._against(frame)
            return self._thought(frame, sentence_first) or self._brought_about(frame, sentence_first)
        if relation == "conditional":
            there = self.scopes.is_joined(token, candidate.first_token) or self.is_there(candidate)
            return None if there else ("possible", token, token + 1)
        if self.bits[token] & CONDITION and self.is_there(candidate):
            return None  # "if the strike lasts"
        scopes = self.scopes
        bare = frame.reading == "verb" and frame.tense is None and self.lowers[token] in self.words.bare
        if bare and not self.lowers[frame.trigger[0]].endswith("ing"):
            return self._let(token, sentence_first)
        complement = self._complement(candidate)
        governor, behind = scopes.reading(token, complement, candidate.lemma)
        if governor is None:
            return self._carried(candidate, token, sentence_first)
        if complement == "clause":
            if governor.effect in ("planned", "called_for") and frame.tense == "past":
                if governor.lemma not in self.words.insinuated:
                    return None  # "promised that he had left"
                above = scopes.resolve(token, governor, sentence_first)
                return above if above[0] == "denied" else None
            if governor.effect == "happened" and not governor.holds and governor.part == "verb":
                return None
        if complement == "noun":
            unheld = self._unheld(candidate, governor, token, behind)
            if unheld is not None:
                passes = unheld == "definite" and governor.effect != "denied"
                return self._carried(candidate, token, sentence_first) if passes else None
            if self._is_convened(candidate, governor, token):
                return "planned", token, token + 1
        ends = candidate.light >= 0 and self.lowers[candidate.light] in self.words.ending
        if ends and (governor.effect != "denied" or token != candidate.light):
            if candidate.type in noun_scopes.GOING_ON or complement == "noun":
                return None  # "plans to end the strike"
            return "possible", token, token + 1
        if complement == "infinitive" and self.lowers[min((*frame.auxiliaries, frame.trigger[0])) - 2] == "whether":
            return "possible", token, token + 1  # "no decision on whether to sell"
        if complement == "infinitive" and candidate.lemma in self.words.performative and self.lowers[token] == "like":
            return None
        if complement == "gerund" and governor.lemma == "call" and self.lowers[candidate.first_token - 1] != "for":
            return None  # "calls discounting a loser's game"
        if complement == "gerund" and governor.lemma == "help":
            return None  # "could not help laughing"
        if complement == "gerund" and governor.effect != "reported":
            last = min((*frame.auxiliaries, frame.trigger[0])) - 1
            if not noun_scopes.is_direct(scopes, governor, behind, last):
                return None
        if complement == "clause" and governor.part == "noun":
            false = self._is_false(candidate)
            if false >= 0:
                return "denied", false, false + 1
        effect, cue, end = scopes.resolve(token, governor, sentence_first)
        if effect == "called_for" and governor.lemma == "ought" and frame.aspect == "perfect":
            effect = "denied"  # "ought to have warned"
        return (effect, cue, max(end, behind) if cue == token else end) if cue >= 0 else None

    def _let(self, token: int, sentence_first: int) -> Effect | None:
        """What an infinitive without "to" has from the verb before it: "will let them leave", "“Let us march”"."""
        opens = token == sentence_first or self.bits[token - 1] & QUOTE
        if opens and self.lowers[token] == "let":
            return "called_for", token, token + 1
        effect, cue, end = self.scopes.resolve(token, _PLAIN, sentence_first)
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

    def is_there(self, candidate: Candidate) -> bool:
        """Whether a noun in a condition points to what is going on: "if the strike lasts"; not "if the sale fails"."""
        if candidate.reading != "noun" or candidate.type not in noun_scopes.GOING_ON:
            return False
        word = self.page.lexicon.words.get(self.lowers[candidate.end_token - 1])
        if word is not None and word.forms & THIRD:
            return False  # "if the dam breaks" may be a verb
        return noun_scopes.is_definite(self.scopes, candidate)

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
        effect, cue, end = self.scopes.resolve(token, _PLAIN, sentence_first)
        return (effect, cue, end) if cue >= 0 else None

    def _unheld(self, candidate: Candidate, governor: Governor, token: int, behind: int) -> str | None:
        """Why a governor does not reach a noun; None when it does."""
        scopes = self.scopes
        direct = candidate.light >= 0 or noun_scopes.is_direct(scopes, governor, behind, candidate.first_token)
        definite = noun_scopes.is_definite(scopes, candidate)
        if governor.part == "noun" and self._is_apart(behind, candidate):
            return "apart"
        if governor.part == "verb" and self._is_named(candidate, governor, token, definite):
            return "named"
        if definite and governor.part == "verb" and governor.effect == "possible":
            return "definite"  # "discussed the drought": it is there
        if definite and not governor.definite and governor.objects and self._is_told_of(candidate):
            return None  # "announced the purchase of twenty jets"
        if (
            definite
            and not governor.definite
            and (governor.effect != "denied" or candidate.type in noun_scopes.GOING_ON)
        ):
            return "definite"
        if not direct and (definite or governor.effect == "denied"):
            return "indirect"  # "demanded justice for the killing"
        if governor.effect == "denied" and self._is_word(candidate, token):
            return "said"
        if noun_scopes.is_carried_out(scopes, candidate, governor, token):
            return "done"
        return None

    def _is_apart(self, behind: int, candidate: Candidate) -> bool:
        """Whether "and" joins an event to a noun that would govern it: "weak demand and a price war"."""
        for number in range(candidate.first_token - 1, behind - 1, -1):
            kind = self.bits[number]
            if kind & PREPOSITION:
                return False
            if kind & COORDINATOR:
                return not any(self.bits[place] & PREPOSITION for place in range(behind, number))
        return False

    def _is_named(self, candidate: Candidate, governor: Governor, token: int, definite: bool) -> bool:
        """Whether the event is there: "called the strike a mistake", "offered his own endorsement"."""
        if governor.lemma == "call":
            if "for" in self.lowers[token + 1 : candidate.first_token]:
                return False
            return definite or candidate.type not in _CONVENED
        return governor.lemma == "offer" and candidate.lemma in self.words.tendered

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

    def _of_unlisted(self, candidate: Candidate, sentence_first: int) -> Effect | None:
        """What a verb that names no event makes of its new object: "will chair a meeting", "to chair a meeting"."""
        frame = candidate.frame
        if frame.tense is not None or candidate.light >= 0 or frame.relation == "modifier":
            return None
        if candidate.type in noun_scopes.SPEECH_ACTS:
            return None  # "tried to address reports"
        bits = self.bits
        definite = False
        place = candidate.first_token - 1
        while place > sentence_first and bits[place] & _NOUN_PHRASE and not bits[place] & _NO_NOUN_PHRASE:
            definite = definite or self.lowers[place] in self.words.definite
            if bits[place] & POSSESSIVE:
                return None
            place -= 1
        if place > sentence_first and bits[place] & BE:
            return self._of_existence(place, sentence_first)
        if place <= sentence_first or bits[place] & _CLOSED_KINDS:
            return None
        if definite and not (self.lowers[place] in self.words.entailing and self._is_told_of(candidate)):
            return None
        if not bits[place - 1] & _MODAL_TO or (bits[place - 1] & _TRIGGER_PREPOSITION and not bits[place - 1] & TO):
            return None
        if bits[place - 1] & MODAL:
            return self.scopes.modality(place - 1), place - 1, place
        higher, relation = governors.of_infinitive(self.page, place - 1, sentence_first)
        if higher < 0:
            return "planned", place - 1, place
        if relation != "complement":
            return None
        governor, _ = self.scopes.reading(higher, "infinitive")
        if governor is None:
            return None
        effect, cue, end = self.scopes.resolve(higher, governor, sentence_first)
        return (effect, cue, end) if cue >= 0 else None

    def _of_existence(self, be: int, sentence_first: int) -> Effect | None:
        """What is said of there being something: "there may be a sale", "denied that there would be layoffs"."""
        place, modal = be, -1
        while place > sentence_first and self.bits[place] & _IN_GROUP and self.lowers[place] != "there":
            if self.bits[place] & NEGATION:
                return "denied", place, place + 1
            if self.bits[place] & MODAL:
                modal = place
            place -= 1
        if self.lowers[place] != "there":
            return None
        above = self.of_clause(self.page.clause(be, len(self.bits))[0], sentence_first)
        if above is not None and (above[0] == "denied" or modal < 0):
            return above
        return (self.scopes.modality(modal), modal, modal + 1) if modal >= 0 else None

    def of_clause(self, first: int, sentence_first: int) -> Effect | None:
        """What stands above a clause that begins at a token: "denied that a deal had been reached"."""
        higher, relation = governors.of_clause(self.page, first, sentence_first)
        if higher < 0 or relation != "complement":
            return None
        governor, _ = self.scopes.reading(higher, "clause")
        if governor is None or governor.effect == "happened":
            return None
        effect, cue, end = self.scopes.resolve(higher, governor, sentence_first)
        return (effect, cue, end) if cue >= 0 else None

    def _is_told_of(self, candidate: Candidate) -> bool:
        """Whether "of" stands behind a noun: "the loss of 300 jobs" need not have been heard of before."""
        return "of" in self.lowers[candidate.end_token : candidate.end_token + 1]

    def _promised(self, frame: Frame, sentence_first: int) -> Effect | None:
        """What the first verb of a phrase makes of the second: "agreed to merge" is one event, and planned."""
        first = frame.trigger[0]
        governor, _ = self.scopes.reading(first, "infinitive")
        if governor is None or governor.effect not in ("planned", "called_for"):
            return None
        effect, cue, end = self.scopes.resolve(first, governor, sentence_first)
        return (effect, cue, end) if cue >= 0 else None

    def _thought(self, frame: Frame, sentence_first: int) -> Effect | None:
        """What somebody thinks inside a relative clause: "a vote which observers fear will fail", "men feared dead"."""
        token = min((*frame.auxiliaries, frame.trigger[0])) - 1
        if token <= sentence_first or not self.bits[token] & GOVERNOR or not self.page.governs(token, "clause"):
            return None
        governor, _ = self.scopes.reading(token, "clause")
        if governor is None or governor.part != "verb" or governor.effect == "happened":
            return None
        effect, cue, end = self.scopes.resolve(token, governor, sentence_first)
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
        effect, cue, end = self.scopes.resolve(above, governor or _PLAIN, sentence_first)
        return (effect, cue, end) if cue >= 0 else None

    def _against(self, frame: Frame) -> Effect | None:
        """A decision against an -ing form: "voted against closing the library"."""
        first = frame.trigger[0]
        if first < 2 or self.lowers[first - 1] != "against" or not self.lowers[first].endswith("ing"):
            return None
        governor, end = self.scopes.reading(first - 2, "gerund")
        return (governor.effect, first - 2, end) if governor is not None else None


__all__ = ["Complements"]
