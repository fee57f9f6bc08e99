"""Whether an event happened, is planned, demanded, possible, denied or only reported; its polarity and aspect.

What comes in: candidates with their frames. What goes out: ``factuality``, ``polarity``, ``aspect`` and the cue that
says so. What stands above an event decides: its auxiliaries, the word that governs it (``complements``), its own phrase
(``noun_scopes``), a condition, a question. Scope ends at clause borders: in "what they did not obtain through fighting"
the fighting happened. Dates and sources are weighed in
``foresight``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.frames import Frame
from timeline.events.article.page import Page
from timeline.events.factuality import held_nouns, inheritance, noun_scopes
from timeline.events.factuality.aspects import aspect
from timeline.events.factuality.clause_scopes import ClauseScopes
from timeline.events.factuality.complements import Complements
from timeline.events.factuality.scopes import RANK, Effect, Scopes
from timeline.lexicons.events import (
    ADVERB,
    BE,
    COMMA,
    CONDITION,
    DETERMINER,
    HAVE,
    MODAL,
    NEGATION,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBORDINATOR,
)
from timeline.lexicons.inflection import PARTICIPLE

_WITHIN_GROUP = ADVERB | NEGATION | BE | HAVE
# What is set for a day: of these "will" tells that they come, whatever they will do ("The summit will focus on trade").
_SCHEDULED = frozenset(("CONSULT", "CEREMONY", "VOTE", "SPORT", "LAUNCH"))
_UNREAL_SUBJECTS = frozenset(("a", "an", "any", "such"))
_QUESTION = 2  # tokens at the end of a sentence among which a question has its mark
_VERB_WITHIN = 3  # tokens behind a modal or negation in which its verb stands
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_BEHIND_INSTRUCTION = DETERMINER | POSSESSIVE | OBJECT | COMMA | STOP | QUOTE
_QUOTE_RELATIVE_REPORTING = QUOTE | RELATIVE | REPORTING
_STOP_COMMA = STOP | COMMA


class Judge:
    """Judges the candidates of one article."""

    __slots__ = ("asks", "bits", "clauses", "complements", "lowers", "page", "scopes", "words")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.bits = page.bits
        self.lowers = page.lowers
        self.words = page.lexicon.scope
        self.asks = "?" in page.present
        self.scopes = Scopes(page)
        self.clauses = ClauseScopes(self.scopes)
        self.complements = Complements(self.scopes)

    def judge(self, candidate: Candidate) -> None:
        """Sets factuality, polarity, aspect and cue of one candidate from its frame.

        "Officials plan to meet" is planned by "plan"; "The army denied shelling the port" is denied by "denied".
        """
        effect, cue, end = "happened", -1, -1
        sentence = self.page.tokens.sentences[candidate.sentence]
        for found in filter(None, self._effects(candidate, sentence.first_token, sentence.end_token)):
            if RANK[found[0]] > RANK[effect] or (found[0] == effect == "planned" and self._foretells(found[1])):
                effect, cue, end = found
        candidate.factuality = effect
        if effect == "denied":
            candidate.polarity = "negative"
        if cue >= 0:
            candidate.factuality_cue = (cue, end)
        candidate.aspect = aspect(self.page, candidate)

    def _foretells(self, token: int) -> bool:
        """Whether a word foretells; it says more of what is ahead than "will": "expects that prices will fall"."""
        return self.lowers[token] in self.words.expecting

    def _effects(self, candidate: Candidate, sentence_first: int, sentence_end: int) -> list[Effect | None]:
        """What each that may decide says; the first of equals counts. What opens no clause so is not asked."""
        frame = candidate.frame
        found = [self._group(candidate, sentence_first, sentence_end)]
        if frame.reading == "noun":
            found.append(noun_scopes.of_modifiers(self.scopes, candidate))
            found.append(noun_scopes.of_compound(self.scopes, candidate, sentence_first))
            found.append(noun_scopes.of_predicate(self.scopes, candidate, sentence_end))
            if frame.tense is not None and candidate.light < 0 and frame.clause_first > sentence_first:
                definite = noun_scopes.is_definite(self.scopes, candidate)
                if self._occurs(frame, False) and not definite:
                    found.append(self.complements.ungoverned.of_clause(frame.clause_first, sentence_first))
        found.append(self.complements.effect(candidate, sentence_first))
        clauses = self.clauses
        if clauses.adverbs:
            found.append(clauses.adverb(frame))
        condition = clauses.condition(frame, sentence_end)
        if condition is not None and not held_nouns.is_there(self.scopes, candidate):
            found.append(condition)
        if frame.reading == "verb":
            if self.lowers[frame.trigger[0] - 1] in self.words.almost and candidate.type != "MARKET":
                found.append(("denied", frame.trigger[0] - 1, frame.trigger[0]))  # "nearly died"
            if frame.relation == "relative":
                found.append(clauses.of_anybody(candidate, sentence_first, sentence_end))
            found.append(clauses.awaited(candidate, sentence_first, sentence_end))
            found.append(clauses.inverted(frame, sentence_first))
            if self.asks and "?" in self.lowers[max(sentence_first, sentence_end - _QUESTION) : sentence_end]:
                found.append(clauses.question(frame, sentence_first, sentence_end))
        return found

    def inherit(self, candidates: Sequence[Candidate]) -> None:
        """Gives nouns inside a plan, demand or possibility the factuality of its verb."""
        inheritance.inherit(candidates, self.scopes)

    # -------------------------------------------------------------------------------------------------- the verb group

    def _group(self, candidate: Candidate, sentence_first: int, sentence_end: int) -> Effect | None:
        """What the verb's own auxiliaries say."""
        frame = candidate.frame
        if 0 <= candidate.light == frame.governor and not candidate.light < frame.negation:
            return None  # "did not stop the strike": what is said of the governor is weighed with it
        if candidate.light >= 0 and self.lowers[candidate.light] in self.words.ending:
            return None  # "will end the strike"
        own = frame.reading == "noun" and candidate.light < 0
        if frame.negation >= 0 and not (own and frame.negation > frame.trigger[0] and not self._occurs(frame, False)):
            return "denied", frame.negation, frame.negation + 1
        modal = frame.modal
        if modal < 0:
            return self._instruction(candidate) if self.bits[frame.trigger[0] - 1] & QUOTE else None
        scheduled = candidate.type in _SCHEDULED or not noun_scopes.is_definite(self.scopes, candidate)
        if own and not self._occurs(frame, scheduled):
            return None
        word = self.lowers[modal]
        words = self.words
        if word in words.will:
            conditional = self._is_conditional(frame, sentence_first, sentence_end)
            return "possible" if conditional else "planned", modal, modal + 1
        if word == "could" and self.lowers[frame.clause_first] == "before":
            return "denied", frame.clause_first, modal + 1  # "died before he could be tried"
        if word in words.may or word in words.can:
            first = frame.clause_first
            if "so" in self.lowers[max(sentence_first, first - 1) : first + 1] and self._is_so_that(first):
                return "planned", modal, modal + 1  # "met in secret so that it could decide"
            return None if word in words.can and frame.relation == "relative" else ("possible", modal, modal + 1)
        perfect = any(self.lowers[token] == "have" for token in frame.auxiliaries)
        if word in words.must:
            undone = "possible" if word == "must" else "denied"  # "must have known", "should have warned"
            return undone if perfect else "called_for", modal, modal + 1
        if word in words.would:
            if not words.later.isdisjoint(self.lowers[modal : frame.trigger[0]]):
                return None  # "would later become"
            if candidate.lemma in words.wishing and not self._is_hypothetical(sentence_first, sentence_end):
                return None  # "would like to sell"
            foreseen = (
                not perfect and not self._is_any(frame) and not self._is_hypothetical(sentence_first, sentence_end)
            )
            return "planned" if foreseen else "possible", modal, modal + 1
        return None

    def _is_any(self, frame: Frame) -> bool:
        """Whether a clause tells of something that need not be: "a strike would cut output"."""
        if frame.subject is None or frame.reading != "verb":
            return False
        first = frame.subject[0]
        return self.lowers[first + (self.lowers[first] == "that")] in _UNREAL_SUBJECTS

    def _is_so_that(self, first: int) -> bool:
        """Whether "so that" opens a clause at a token or right before it."""
        return "so that" in (" ".join(self.lowers[first : first + 2]), " ".join(self.lowers[first - 1 : first + 1]))

    def _occurs(self, frame: Frame, anything: bool) -> bool:
        """Whether a noun's verb says that it takes place ("will begin", "was not held"), or may say ``anything``."""
        if anything:
            return True
        first = max(frame.modal, frame.negation, frame.auxiliaries[-1] if frame.auxiliaries else -1) + 1
        occurring = self.words.occurring
        be = False
        for token in range(first, min(first + _VERB_WITHIN, len(self.lowers))):
            kind = self.bits[token]
            if kind & BE:
                be = True
            elif not kind & _WITHIN_GROUP or kind & DETERMINER:
                return self.lowers[token] in occurring or (be and not self._is_undergone(token))
        return be

    def _is_undergone(self, token: int) -> bool:
        """Whether a participle stands behind "be": what "will be covered" is there already."""
        word = self.page.lexicon.words.get(self.lowers[token])
        return bool(word.forms & PARTICIPLE) if word is not None else self.lowers[token].endswith("ed")

    def _instruction(self, candidate: Candidate) -> Effect | None:
        """An imperative behind an opening mark: “Release the prisoners”."""
        frame = candidate.frame
        first = frame.trigger[0]
        if (
            frame.reading == "verb"
            and first
            and not self.bits[first] & PREPOSITION
            and (first == 1 or self.bits[first - 2] & _STOP_COMMA)
            and first + 1 < len(self.bits)
            and self.bits[first + 1] & _BEHIND_INSTRUCTION
            and not frame.auxiliaries
            and self.lowers[first] == candidate.lemma
            and self.page.words[first][0].isupper()
        ):
            return "called_for", first, first + 1
        return None

    def _is_conditional(self, frame: Frame, sentence_first: int, sentence_end: int) -> bool:
        """Whether a condition stands over "will": "if they attack, it will leave", "without aid it will close"."""
        bits = self.bits
        if self.lowers[frame.clause_first] in self.words.unreal:
            return True
        for token in range(sentence_first, sentence_end):
            kind = bits[token]
            if kind & CONDITION and kind & SUBORDINATOR and self.lowers[token] != "whether":
                if token and self.lowers[token - 1] in ("even", "as"):
                    continue
                if frame.clause_first <= token < frame.clause_end:
                    return True
                between = range(min(token, frame.clause_end), max(frame.clause_first, token))
                if not any(bits[number] & _QUOTE_RELATIVE_REPORTING for number in between):
                    return True
        return False

    def _is_hypothetical(self, sentence_first: int, sentence_end: int) -> bool:
        """Whether a condition stands in the sentence: "would sell if a buyer came", "without aid it would close"."""
        unreal = self.words.unreal
        if self.lowers[sentence_first] in self.words.inverting and self.lowers[sentence_end - 1] != "?":
            return True
        for token in range(sentence_first, sentence_end):
            kind = self.bits[token]
            if kind & CONDITION and not kind & MODAL:
                return True
            if kind & PREPOSITION and self.lowers[token] in unreal and kind & NEGATION:
                return True
        return False

    # -------------------------------------------------------------------------------------------------------- the noun


__all__ = ["Judge"]
