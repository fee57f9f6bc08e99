"""Whether an event happened, is planned, demanded, possible, denied or only reported; its polarity and aspect.

What comes in: candidates with their frames. What goes out: ``factuality``, ``polarity``, ``aspect`` and the cue that
says so. What stands above an event decides: its auxiliaries, the word that governs it (``complements``), its own phrase
(``noun_scopes``), a condition, a question. Scope ends at clause borders: in "what they did not obtain through fighting"
the fighting happened. Dates and sources are weighed in
``foresight``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events import noun_scopes
from timeline.events.aspects import aspect
from timeline.events.candidates import Candidate
from timeline.events.complements import Complements
from timeline.events.frames import Frame
from timeline.events.page import AUXILIARY, Page
from timeline.events.scopes import RANK, Effect, Scopes
from timeline.lexicons.events import (
    COMMA,
    CONDITION,
    DETERMINER,
    MODAL,
    OBJECT,
    POSSESSIVE,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBORDINATOR,
)

# What is set for a day: of these "will" tells that they come, whatever they will do ("The summit will focus on trade").
_SCHEDULED = frozenset(("CONSULT", "CEREMONY", "VOTE", "SPORT", "LAUNCH"))
_REACH = 8  # tokens
_VERB_WITHIN = 3  # tokens behind a modal or negation in which its verb stands


class Judge:
    """Judges the candidates of one article."""

    __slots__ = ("bits", "complements", "lowers", "page", "scopes", "words")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.bits = page.bits
        self.lowers = page.lowers
        self.words = page.lexicon.scope
        self.scopes = Scopes(page)
        self.complements = Complements(self.scopes)

    def judge(self, candidate: Candidate) -> None:
        """Sets factuality, polarity, aspect and cue of one candidate from its frame.

        "Officials plan to meet" is planned by "plan"; "The army denied shelling the port" is denied by "denied".
        """
        effect, cue, end = "happened", -1, -1
        sentence = self.page.tokens.sentences[candidate.sentence]
        for found in (
            self._group(candidate, sentence.first_token, sentence.end_token),
            *self._noun(candidate, sentence.end_token),
            self.complements.effect(candidate, sentence.first_token),
            self._adverb(candidate.frame),
            self._condition(candidate.frame),
            self._question(candidate.frame, sentence.first_token, sentence.end_token),
        ):
            if found is not None and RANK[found[0]] > RANK[effect]:
                effect, cue, end = found
        candidate.factuality = effect
        if effect == "denied":
            candidate.polarity = "negative"
        if cue >= 0:
            candidate.factuality_cue = (cue, end)
        candidate.aspect = aspect(self.page, candidate)

    def inherit(self, candidates: Sequence[Candidate]) -> None:
        """Gives nouns inside a plan, demand or possibility the factuality of its verb."""
        noun_scopes.inherit(candidates, self.scopes)

    # -------------------------------------------------------------------------------------------------- the verb group

    def _group(self, candidate: Candidate, sentence_first: int, sentence_end: int) -> Effect | None:
        """What the verb's own auxiliaries say."""
        frame = candidate.frame
        if 0 <= candidate.light == frame.governor and not candidate.light < frame.negation:
            return None  # "did not stop the strike": what is said of the governor is weighed with it
        own = frame.reading == "noun" and candidate.light < 0
        if frame.negation >= 0 and not (own and frame.negation > frame.trigger[0] and not self._occurs(frame, False)):
            return "denied", frame.negation, frame.negation + 1
        modal = frame.modal
        if modal < 0:
            return self._instruction(candidate)
        scheduled = candidate.type in _SCHEDULED or not noun_scopes.is_definite(self.scopes, candidate)
        if own and not self._occurs(frame, scheduled):
            return None
        word = self.lowers[modal]
        words = self.words
        if word in words.will:
            conditional = self._is_conditional(frame, sentence_first, sentence_end)
            return "possible" if conditional else "planned", modal, modal + 1
        if word in words.may or word in words.can:
            return None if word in words.can and frame.relation == "relative" else ("possible", modal, modal + 1)
        if word in words.must:
            return "called_for", modal, modal + 1
        if word in words.would:
            if any(self.lowers[token] in words.later for token in range(modal, frame.trigger[0] + 1)):
                return None  # "would later become"
            perfect = any(self.lowers[token] == "have" for token in frame.auxiliaries)
            foreseen = not perfect and not self._is_hypothetical(sentence_first, sentence_end)
            return "planned" if foreseen else "possible", modal, modal + 1
        return None

    def _occurs(self, frame: Frame, anything: bool) -> bool:
        """Whether a noun's verb says that it takes place ("will begin", "was not held"), or may say ``anything``."""
        if anything:
            return True
        first = max(frame.modal, frame.negation, frame.auxiliaries[-1] if frame.auxiliaries else -1) + 1
        occurring = self.words.occurring
        return any(low in occurring for low in self.lowers[first : first + _VERB_WITHIN])

    def _instruction(self, candidate: Candidate) -> Effect | None:
        """An imperative behind an opening mark: “Release the prisoners”."""
        frame = candidate.frame
        first = frame.trigger[0]
        if (
            frame.reading == "verb"
            and first
            and self.bits[first - 1] & QUOTE
            and (first == 1 or self.bits[first - 2] & (STOP | COMMA))
            and first + 1 < len(self.bits)
            and self.bits[first + 1] & (DETERMINER | POSSESSIVE | OBJECT)
            and not frame.auxiliaries
            and self.lowers[first] == candidate.lemma
            and self.page.words[first][0].isupper()
        ):
            return "called_for", first, first + 1
        return None

    def _is_conditional(self, frame: Frame, sentence_first: int, sentence_end: int) -> bool:
        """Whether a condition stands over "will": "if they attack, the fleet will leave"."""
        bits = self.bits
        for token in range(sentence_first, sentence_end):
            kind = bits[token]
            if kind & CONDITION and kind & SUBORDINATOR and self.lowers[token] != "whether":
                if token and self.lowers[token - 1] in ("even", "as"):
                    continue
                if frame.clause_first <= token < frame.clause_end:
                    return True
                between = range(min(token, frame.clause_end), max(frame.clause_first, token))
                if not any(bits[number] & (QUOTE | RELATIVE | REPORTING) for number in between):
                    return True
        return False

    def _is_hypothetical(self, sentence_first: int, sentence_end: int) -> bool:
        """Whether a condition stands in the sentence: "would sell if a buyer came"."""
        return any(
            self.bits[token] & CONDITION and not self.bits[token] & MODAL
            for token in range(sentence_first, sentence_end)
        )

    # -------------------------------------------------------------------------------------------------------- the noun

    def _noun(self, candidate: Candidate, sentence_end: int) -> tuple[Effect | None, ...]:
        """What a noun's own phrase and verb say."""
        if candidate.frame.reading != "noun":
            return ()
        return (
            noun_scopes.of_modifiers(self.scopes, candidate),
            noun_scopes.of_predicate(self.scopes, candidate, sentence_end),
        )

    # ------------------------------------------------------------------------------------------------- over the clause

    def _adverb(self, frame: Frame) -> Effect | None:
        """ "reportedly", "perhaps", "likely" in the event's own clause, before it."""
        governors = self.page.lexicon.governors
        worst: Effect | None = None
        for token in range(max(frame.clause_first, frame.trigger[0] - _REACH), frame.trigger[0]):
            low = self.lowers[token]
            if low in governors and (low.endswith("ly") or low in ("perhaps", "maybe")):
                if self.lowers[token + 1] == "to":
                    continue  # "mills that are likely to close sued"
                governor = governors[low][0]
                if governor.part == "word" and (worst is None or RANK[governor.effect] > RANK[worst[0]]):
                    worst = governor.effect, token, token + 1
        return worst

    def _condition(self, frame: Frame) -> Effect | None:
        """A condition over the clause."""
        first = frame.clause_first
        kind = self.bits[first]
        if kind & CONDITION and kind & SUBORDINATOR and first < frame.trigger[0]:
            return "possible", first, first + 1
        return None

    def _question(self, frame: Frame, sentence_first: int, sentence_end: int) -> Effect | None:
        """A question that asks whether: "Did the minister resign?", "Will they sign?"; not "Who killed him?"."""
        last = sentence_end - 1
        if self.lowers[last] != "?" and not (self.bits[last] & QUOTE and self.lowers[last - 1] == "?"):
            return None
        trigger = frame.trigger[0]
        if frame.reading != "verb" or (self.bits[last] & QUOTE and self._is_quoted_later(trigger, last)):
            return None
        first = sentence_first
        while first < trigger and self.bits[first] & (QUOTE | STOP):
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


__all__ = ["Judge"]
