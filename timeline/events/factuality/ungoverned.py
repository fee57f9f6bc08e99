"""Events above which no listed word stands: what a verb that names no event, or a phrase by itself, makes of them.

What comes in: candidates whose frame names no governor, or that stand in a relative clause. What goes out: an effect on
factuality and the words that have it: "will chair a meeting", "called a strike", "a vote which observers fear will
fail". What a governor makes of its complement is decided in ``complements``.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.article.frames import Frame
from timeline.events.clauses import governors
from timeline.events.factuality import held_nouns, noun_scopes
from timeline.events.factuality.scope_reader import ScopeReader
from timeline.events.factuality.scopes import PLAIN, Effect
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
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
)

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
_MODAL_TO = MODAL | TO
_TRIGGER_PREPOSITION = TRIGGER | PREPOSITION


class Ungoverned(ScopeReader):
    """The events of one article that hang on no listed word."""

    __slots__ = ()

    def effect(self, candidate: Candidate, sentence_first: int) -> Effect | None:
        """What the words around an event make of it where none is known to govern."""
        frame = candidate.frame
        if " " in candidate.lemma and frame.tense is not None and candidate.type not in noun_scopes.SPEECH_ACTS:
            first = " ".join(candidate.lemma.split(" ")[:2])
            if first in self.words.asked:
                return "called_for", frame.trigger[0], frame.trigger[0] + 1
            if first in self.words.ahead and (candidate.type != "RULING" or frame.tense == "present"):
                return "planned", frame.trigger[0], frame.trigger[0] + 1  # "called a strike", "faces trial"
        if frame.reading != "verb":
            return self._of_unlisted(candidate, sentence_first) if frame.governor < 0 else None
        if frame.relation != "relative":
            return self._against(frame)
        return self._thought(frame, sentence_first) or self._brought_about(frame, sentence_first)

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
        told = definite and self.lowers[place] in self.words.entailing and held_nouns.is_told_of(self.scopes, candidate)
        if definite and not told:
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

    def promised(self, frame: Frame, sentence_first: int) -> Effect | None:
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
        effect, cue, end = self.scopes.resolve(above, governor or PLAIN, sentence_first)
        return (effect, cue, end) if cue >= 0 else None

    def _against(self, frame: Frame) -> Effect | None:
        """A decision against an -ing form: "voted against closing the library"."""
        first = frame.trigger[0]
        if first < 2 or self.lowers[first - 1] != "against" or not self.lowers[first].endswith("ing"):
            return None
        governor, end = self.scopes.reading(first - 2, "gerund")
        return (governor.effect, first - 2, end) if governor is not None else None


__all__ = ["Ungoverned"]
