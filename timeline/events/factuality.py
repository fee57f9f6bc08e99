"""Whether an event happened, is planned, demanded, possible, denied or only reported; its polarity and aspect.

What comes in: candidates with their frames. What goes out: ``factuality``, ``polarity``, ``aspect`` and the cue that
says so. What stands above an event decides: its auxiliaries, the word that governs it (``scopes``), its own phrase
(``noun_scopes``), a condition, a question. Scope ends at clause borders: in "what they did not obtain through fighting"
the fighting happened. Dates are weighed in ``foresee``, sources in ``trust``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.events import noun_scopes
from timeline.events.aspects import aspect
from timeline.events.candidates import Candidate
from timeline.events.frames import Frame
from timeline.events.page import AUXILIARY, Page
from timeline.events.scopes import RANK, Effect, Scopes
from timeline.lexicons.events import (
    ADVERB,
    BE,
    COMMA,
    CONDITION,
    DETERMINER,
    MODAL,
    NEGATION,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    TRIGGER,
    Governor,
)
from timeline.lexicons.inflection import PAST
from timeline.values.dates import TimeExpression

_SPEECH_ACTS = frozenset(("STATEMENT", "AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"))
_GATHERED_FOR = frozenset(("PROTEST", "CEREMONY", "STATEMENT", "VOTE"))
# What is set for a day: of these "will" tells that they come, whatever they will do ("The summit will focus on trade").
_SCHEDULED = frozenset(("CONSULT", "CEREMONY", "VOTE", "SPORT", "LAUNCH"))
# What goes on when it is stopped; of other things "stop the" tells that they are not there yet ("stop the sale").
_GOING_ON = frozenset(
    ("PROTEST", "ASSAULT", "CONSULT", "COERCE", "MOBILIZE", "DISASTER", "CRIME", "MOVE", "AID", "SPORT", "OTHER")
)
_CONVENED = frozenset(("CONSULT", "CEREMONY", "PROTEST", "VOTE", "STATEMENT"))
_PAST_AUXILIARIES = frozenset(("was", "were", "had", "did"))
_REACH = 8  # tokens
_BESIDE = 3  # tokens between an event and its date
_VERB_WITHIN = 3  # tokens behind a modal or negation in which its verb stands


class Judge:
    """Judges the candidates of one article."""

    __slots__ = ("bits", "lowers", "page", "scopes", "words")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.bits = page.bits
        self.lowers = page.lowers
        self.words = page.lexicon.scope
        self.scopes = Scopes(page)

    def judge(self, candidate: Candidate) -> None:
        """Sets factuality, polarity, aspect and cue of one candidate from its frame.

        "Officials plan to meet" is planned by "plan"; "The army denied shelling the port" is denied by "denied".
        """
        effect, cue, end = "happened", -1, -1
        sentence = self.page.tokens.sentences[candidate.sentence]
        for found in (
            self._group(candidate, sentence.first_token, sentence.end_token),
            *self._noun(candidate, sentence.end_token),
            self._governed(candidate, sentence.first_token),
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

    # ---------------------------------------------------------------------------------------------------- the governor

    def _governed(self, candidate: Candidate, sentence_first: int) -> Effect | None:
        """What stands above the event, and above that."""
        frame = candidate.frame
        token, relation = frame.governor, frame.relation
        if relation == "purpose":
            return self._purpose(candidate, sentence_first)
        if token < 0 or relation in ("relative", "attribution_tail"):
            return self._against(frame) if frame.reading == "verb" else None
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
            if governor.effect == "happened" and not governor.holds:
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
            return "infinitive" if 0 <= candidate.light != frame.governor else "noun"
        if frame.tense is not None:
            return "clause"
        first = min((*frame.auxiliaries, frame.trigger[0]))
        place = first - 1
        while place > frame.governor and self.bits[place] & (ADVERB | NEGATION) and not self.bits[place] & TO:
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
        if self._is_result(candidate, sentence_first):
            return None
        gathered = token >= 0 and (self.lowers[token] in self.words.gathering or candidate.type in _GATHERED_FOR)
        return None if gathered else ("planned", frame.trigger[0], frame.trigger[0] + 1)

    def _is_result(self, candidate: Candidate, sentence_first: int) -> bool:
        """Whether an infinitive tells an outcome: "passed its rival to become ...", "the first woman to fly"."""
        frame = candidate.frame
        if frame.governor >= 0 and candidate.lemma in self.words.results and self.page.finite(frame.governor):
            return frame.voice == "active" and not self.bits[frame.governor] & BE
        first = frame.trigger[0]
        return any(
            self.lowers[token] in self.words.ranked for token in range(max(sentence_first, first - _REACH), first)
        )

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
        kind = candidate.type in _SPEECH_ACTS or candidate.lemma in self.words.spoken
        return kind and self.lowers[governor] not in ("no", "without", "lack")

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

    def _against(self, frame: Frame) -> Effect | None:
        """A decision against an -ing form: "voted against closing the library"."""
        first = frame.trigger[0]
        if first < 2 or self.lowers[first - 1] != "against" or not self.lowers[first].endswith("ing"):
            return None
        governor, end = self.scopes.reading(first - 2, "gerund")
        return (governor.effect, first - 2, end) if governor is not None else None

    # ------------------------------------------------------------------------------------------------- over the clause

    def _adverb(self, frame: Frame) -> Effect | None:
        """ "reportedly", "perhaps", "likely" in the event's own clause, before it."""
        governors = self.page.lexicon.governors
        worst: Effect | None = None
        for token in range(max(frame.clause_first, frame.trigger[0] - _REACH), frame.trigger[0]):
            low = self.lowers[token]
            if low in governors and (low.endswith("ly") or low in ("perhaps", "maybe")):
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


def foresee(
    candidates: Sequence[Candidate], page: Page, timexes: Sequence[TimeExpression], published_on: date | None
) -> None:
    """Makes planned what is told in the present for a day after publication ("The talks open on Friday").

    A noun or -ing form in a clause that tells of the past is planned only where the day stands beside it ("talked of
    Friday's meeting", not "showed the phone at an event, to be sold in June").
    """
    if published_on is None:
        return
    for candidate in candidates:
        found = candidate.date
        if (
            candidate.factuality == "happened"
            and candidate.tense != "past"
            and found is not None
            and found.first_day is not None
            and found.first_day > published_on
            and (candidate.tense is not None or _is_dated(page, candidate, timexes) or not _tells_past(page, candidate))
        ):
            candidate.factuality = "planned"
            candidate.aspect = "prospective"


def _is_dated(page: Page, candidate: Candidate, timexes: Sequence[TimeExpression]) -> bool:
    """Whether the words of its date stand beside a candidate."""
    timex = next((one for one in timexes if one.index == candidate.date_link.timex), None)
    if timex is None:
        return False
    first, end = page.tokens.token_range(timex.start, timex.end)
    return first - candidate.end_token <= _BESIDE and candidate.first_token - end <= _BESIDE


def _tells_past(page: Page, candidate: Candidate) -> bool:
    """Whether a past form stands in the clause of a candidate before it."""
    bits, lowers, words = page.bits, page.lowers, page.lexicon.words
    for token in range(candidate.clause_first, candidate.first_token):
        if bits[token] & AUXILIARY and lowers[token] in _PAST_AUXILIARIES:
            return True
        if bits[token] & TRIGGER and words[lowers[token]].forms & PAST and page.finite(token):
            return True
    return False


def trust(candidates: Sequence[Candidate], page: Page) -> None:
    """Makes reported what rests on unnamed sources alone; what they tell of the future stays prospective."""
    hearsay = page.lexicon.scope.hearsay
    for candidate in candidates:
        source = candidate.attribution.source
        if (
            source is not None
            and candidate.statement < 0
            and candidate.factuality == "happened"
            and not hearsay.isdisjoint(source.text.lower().split())
        ):
            candidate.factuality = "reported"


__all__ = ["Judge", "foresee", "trust"]
