"""Whether an event happened, is planned, demanded, possible, denied or only reported; its polarity and aspect.

What comes in: candidates with their frames. What goes out: ``factuality``, ``polarity``, ``aspect`` and the cue that
says so. What stands above an event decides: its auxiliaries, the word that governs it (data:
``lexicons/en/factuality.toml``), a condition. Scope ends at clause borders: in "what they did not obtain through
fighting" the fighting happened. Dates are weighed in ``foresee``, sources in ``trust``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.events.candidates import Candidate
from timeline.events.frames import Frame
from timeline.events.page import Page
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    BE,
    COMMA,
    CONDITION,
    DETERMINER,
    DO,
    HAVE,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    Governor,
)

_WILL = frozenset(("will", "wo", "shall", "'ll", "sha"))
_MAY = frozenset(("may", "might", "could"))
_MUST = frozenset(("should", "must"))
_CAN = frozenset(("can", "ca", "cannot"))
_WOULD = frozenset(("would", "'d"))
#: How strongly an effect holds when several stand above an event: the weaker claim wins.
_RANK = {"happened": 0, "reported": 1, "planned": 2, "called_for": 3, "possible": 4, "denied": 5}
_SPEECH_ACTS = frozenset(("STATEMENT", "AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"))
_GATHERED_FOR = frozenset(("PROTEST", "CEREMONY", "CONSULT", "STATEMENT", "VOTE"))
_GATHERING = frozenset(
    (
        "came",
        "come",
        "continue",
        "continued",
        "converge",
        "converged",
        "converging",
        "gather",
        "gathered",
        "go",
        "march",
        "marched",
        "marching",
        "meet",
        "meets",
        "met",
        "stop",
        "stopped",
        "take",
        "took",
        "use",
        "used",
        "went",
    )
)
_ABLE = frozenset(("able", "capable"))
_SPOKEN = frozenset(("proposal", "claim", "idea", "bid", "application", "charge", "argument", "view", "plan", "offer"))
_UNDONE = frozenset(("planned", "called_for", "possible"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "their", "its"))
_PRESUPPOSING = frozenset(("ACCUSE", "STATEMENT", "REJECT", "SUPPORT", "DISCOVERY", "RULING"))
_RANKED = frozenset(("first", "only", "last", "second", "third", "latest", "next", "youngest", "oldest"))
_RESULTS = frozenset(("become", "find", "reach", "total", "make", "take", "end", "win", "finish"))
_HEARSAY = frozenset(
    (
        "insider",
        "insiders",
        "report",
        "reportedly",
        "reports",
        "rumor",
        "rumors",
        "rumour",
        "rumours",
        "source",
        "sources",
        "unconfirmed",
    )
)
_CONVENING = frozenset(("call", "invite", "summon"))
_CONVENED = frozenset(("CONSULT", "CEREMONY", "PROTEST", "VOTE", "STATEMENT"))
_HEARD = frozenset(
    (
        "accusation", "accusations", "allegation", "allegations", "claim", "claims", "report", "reports", "rumor",
        "rumors", "rumour", "rumours", "suggestion", "suggestions",
    )
)  # fmt: skip
_LACKING = frozenset(("without", "no"))
_LASTING = frozenset(
    (
        "PROTEST",
        "CONSULT",
        "ASSAULT",
        "COERCE",
        "DISASTER",
        "MOBILIZE",
        "RULING",
        "ACCUSE",
        "AID",
        "COOPERATE",
        "SANCTION",
    )
)
_PARTICLES = frozenset(("off", "out", "down", "back"))
_REACH = 8
_PREDICATE = 5  # tokens behind an auxiliary
_MODIFIERS = 4  # tokens before a noun


def judge(page: Page, candidate: Candidate) -> None:
    """Sets factuality, polarity, aspect and cue of one candidate from its frame.

    "Officials plan to meet" is planned by "plan"; "The army denied shelling the port" is denied by "denied".
    """
    _Judge(page, candidate).judge()


def inherit(candidates: Sequence[Candidate], page: Page) -> None:
    """Gives a noun that is the object of a planned, demanded or possible verb the verb's factuality.

    In "The two will sign an agreement" the agreement is planned; in "will investigate the attack" the attack happened:
    what "the" points to is there already.
    """
    verb: Candidate | None = None
    for candidate in candidates:
        if candidate.reading == "verb":
            verb = candidate
            continue
        if verb is None or candidate.factuality != "happened" or verb.factuality not in _UNDONE:
            continue
        held = verb.frame.object
        if held is None or not held[0] <= candidate.first_token < held[1]:
            continue
        if page.lowers[held[0]] in _DEFINITE or verb.type in _PRESUPPOSING:
            continue
        candidate.factuality, candidate.aspect = verb.factuality, verb.aspect
        candidate.factuality_cue = verb.factuality_cue


def foresee(candidates: Sequence[Candidate], published_on: date | None) -> None:
    """Makes planned what is told in the present for a day after publication ("The talks open on Friday")."""
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
        ):
            candidate.factuality = "planned"
            candidate.aspect = "prospective"


def trust(candidates: Sequence[Candidate]) -> None:
    """Makes reported what rests on unnamed sources alone; what they tell of the future stays prospective."""
    for candidate in candidates:
        source = candidate.attribution.source
        if (
            source is not None
            and candidate.statement < 0
            and candidate.factuality == "happened"
            and not _HEARSAY.isdisjoint(source.text.lower().split())
        ):
            candidate.factuality = "reported"


class _Judge:
    """Judges one candidate."""

    def __init__(self, page: Page, candidate: Candidate) -> None:
        self.page = page
        self.bits = page.bits
        self.lowers = page.lowers
        self.candidate = candidate
        self.frame: Frame = candidate.frame
        self.effect = "happened"
        self.cue = self.cue_end = -1

    def judge(self) -> None:
        """All steps: own verb group, words inside the noun phrase, governor, condition, question."""
        frame = self.frame
        self._group(frame)
        if frame.reading == "noun":
            self._modifiers()
            self._predicate()
        self._governed()
        self._adverbs()
        self._condition()
        candidate = self.candidate
        candidate.factuality = self.effect
        if self.effect == "denied":
            candidate.polarity = "negative"
        if self.cue >= 0:
            candidate.factuality_cue = (self.cue, self.cue_end)
        candidate.aspect = self._aspect()

    def _weaken(self, effect: str, cue: int, cue_end: int = -1) -> None:
        if _RANK[effect] > _RANK[self.effect]:
            self.effect = effect
            self.cue = cue
            self.cue_end = cue_end if cue_end >= 0 else cue + 1

    def _group(self, frame: Frame) -> None:
        """What the verb's own auxiliaries say."""
        if frame.negation >= 0:
            self._weaken("denied", frame.negation)
            return
        if frame.modal < 0:
            return
        word = self.lowers[frame.modal]
        perfect = any(self.lowers[token] == "have" for token in frame.auxiliaries)
        if word in _WILL:
            self._weaken("planned", frame.modal)
        elif word in _MAY or (word in _CAN and frame.relation != "relative"):
            self._weaken("possible", frame.modal)
        elif word in _MUST:
            self._weaken("called_for", frame.modal)
        elif word in _WOULD:
            reported = self._reported_above()
            self._weaken("planned" if reported and not perfect else "possible", frame.modal)

    def _reported_above(self) -> bool:
        """Whether a verb of saying stands before this clause: "said it would close" tells a plan."""
        frame = self.frame
        sentence = self.page.tokens.sentences[self.candidate.sentence]
        if frame.governor >= 0 and self.bits[frame.governor] & REPORTING:
            return True
        conditions = any(
            self.bits[token] & CONDITION and not self.bits[token] & MODAL
            for token in range(sentence.first_token, sentence.end_token)
        )
        if conditions:
            return False
        if any(self.bits[token] & REPORTING for token in range(sentence.first_token, frame.clause_first)):
            return True
        end = frame.clause_end
        return (
            end < sentence.end_token
            and bool(self.bits[end - 1] & (COMMA | QUOTE))
            and any(self.bits[token] & REPORTING for token in range(end, sentence.end_token))
        )

    def _modifiers(self) -> None:
        """Words before a noun in its own phrase: "planned talks", "alleged fraud", "no evacuation"."""
        first = self.frame.trigger[0]
        governors = self.page.lexicon.governors
        for token in range(first - 1, max(self.frame.clause_first, first - _MODIFIERS) - 1, -1):
            kind = self.bits[token]
            if kind & (STOP | COMMA | QUOTE | TO | RELATIVE | BE):
                break
            for governor in governors.get(self.lowers[token], ()):
                if governor.part == "word" and governor.effect != "happened":
                    self._weaken(governor.effect, token)
                    break
                if governor.part == "verb" and self.lowers[token].endswith("ed") and self._inside(token):
                    self._weaken(governor.effect, token)
                    break

    def _predicate(self) -> None:
        """What is said of a noun by its own verb: "talks are planned", "the march was called off"."""
        frame = self.frame
        if frame.tense is None or self.candidate.light >= 0 or not frame.auxiliaries:
            return
        governors = self.page.lexicon.governors
        end = max(frame.clause_end, min(frame.auxiliaries[-1] + _PREDICATE, len(self.lowers)))
        for token in range(frame.auxiliaries[-1] + 1, min(end, frame.auxiliaries[-1] + _PREDICATE)):
            kind = self.bits[token]
            if kind & (STOP | COMMA | QUOTE | RELATIVE | TO):
                return
            taken_back = self._with_particle(token)
            if taken_back is not None:
                if frame.negation < 0:
                    self._weaken(taken_back.effect, token, token + 2)
                return
            for governor in governors.get(self.lowers[token], ()):
                if governor.effect == "happened" or governor.part == "noun":
                    continue
                if self.lowers[token] in _LACKING and token > frame.auxiliaries[-1] + 1:
                    return  # "had ended without agreement": there were talks
                if governor.part == "verb" and not self.lowers[token].endswith(("ed", "en", "t", "n")):
                    continue
                if frame.negation < 0:
                    self._weaken(governor.effect, token)
                return

    def _with_particle(self, token: int) -> Governor | None:
        """The reading of a word together with the one behind it: "called off"."""
        if token + 1 >= len(self.lowers) or self.lowers[token + 1] not in _PARTICLES:
            return None
        found = self.page.lexicon.governors.get(f"{self.lowers[token]} {self.lowers[token + 1]}")
        return found[0] if found else None

    def _inside(self, token: int) -> bool:
        """Whether a participle stands inside the noun phrase ("the proposed talks")."""
        if token == 0:
            return False
        before = self.bits[token - 1]
        return self.lowers[token - 1] == "-" or (
            bool(before & (DETERMINER | POSSESSIVE)) and not self.page.finite(token)
        )

    def _governed(self) -> None:
        """What stands above the event, and above that."""
        frame = self.frame
        token, relation = frame.governor, frame.relation
        if relation == "purpose":
            if token >= 0 and self.bits[token] & BE:
                self._weaken("planned", token)  # "is to visit"
                return
            if self._result(token):
                return
            if token < 0 or (self.lowers[token] not in _GATHERING and self.candidate.type not in _GATHERED_FOR):
                self._weaken("planned", frame.trigger[0])
            return
        if token < 0 or relation in ("relative", "attribution_tail"):
            return
        if relation == "conditional":
            self._weaken("possible", token)
            return
        finite = frame.reading == "verb" and frame.tense is not None
        refused = self._refused(token) if finite else -1
        if refused >= 0:
            self._weaken("denied", refused)
            return
        governor = self._with_particle(token) or self._reading(token, finite)
        if governor is None:
            return
        negated, modal = self._above(token)
        effect = governor.effect
        if frame.reading == "noun" and governor.lemma == "call" and self.lowers[token + 1] in _DEFINITE:
            return  # "called the strike a mistake"
        if frame.reading == "noun" and governor.part == "verb" and self._convened(governor, token):
            effect = "planned"
        if negated >= 0:
            effect = "denied" if effect in ("happened", "planned", "called_for") else "happened"
            if effect == "denied":
                self._weaken("denied", negated)
            return
        if modal >= 0 and (effect == "happened" or governor.lemma in _ABLE):
            word = self.lowers[modal]
            planned = word in _WILL or (word in _WOULD and self._reported_above())
            self._weaken("planned" if planned else "called_for" if word in _MUST else "possible", modal)
            return
        if effect == "planned" and finite and self.frame.tense == "past":
            return
        if effect == "called_for" and finite and frame.tense == "past":
            return
        if effect == "possible" and frame.reading == "noun" and governor.part == "verb" and self._definite():
            return  # "discussed the drought": it is there
        if effect == "denied" and ((finite and governor.lemma != "deny") or self._is_word(token)):
            return
        self._weaken(effect, token)

    def _refused(self, governor: int) -> int:
        """The verb that denies a report whose content the event is: "denied reports that he had left"; else -1."""
        if self.lowers[governor] not in _HEARD:
            return -1
        for token in range(governor - 1, max(-1, governor - 4), -1):
            found = self.page.lexicon.governors.get(self.lowers[token], ())
            if any(one.effect == "denied" and one.part == "verb" for one in found):
                return token if self._above(token)[0] < 0 else -1
            if not self.bits[token] & (DETERMINER | ADJECTIVE):
                return -1
        return -1

    def _convened(self, governor: Governor, token: int) -> bool:
        """Whether somebody is asked to come to what has been set: "called a meeting", "invited them to talks".

        "Called for talks" and "called the meeting a farce" are none.
        """
        if governor.lemma not in _CONVENING or self.candidate.type not in _CONVENED:
            return False
        first = self.frame.trigger[0]
        linked = [self.lowers[number] for number in range(token + 1, first) if self.bits[number] & PREPOSITION]
        if governor.lemma == "call":
            return not linked and self.lowers[token + 1] in ("a", "an", "another")
        return bool(linked) and linked[-1] in ("to", "for")

    def _result(self, governor: int) -> bool:
        """Whether an infinitive tells an outcome: "passed its rival to become ...", "the first woman to fly"."""
        first = self.frame.trigger[0]
        if governor >= 0 and self.candidate.lemma in _RESULTS and self.page.finite(governor):
            return self.frame.voice == "active"
        low = max(self.page.tokens.sentences[self.candidate.sentence].first_token, first - _REACH)
        return any(self.lowers[token] in _RANKED for token in range(low, first))

    def _definite(self) -> bool:
        """Whether "the" or an owner stands before the noun."""
        first = self.frame.trigger[0]
        return any(self.lowers[token] in _DEFINITE for token in range(max(0, first - 3), first))

    def _is_word(self, governor: int) -> bool:
        """Whether the event is a word that was spoken before it was refused: "rejected the claim"."""
        if self.candidate.light >= 0:
            return False  # "refused to provide support"
        kind = self.candidate.type in _SPEECH_ACTS or self.candidate.lemma in _SPOKEN
        return kind and self.frame.reading == "noun" and self.lowers[governor] not in ("no", "without", "lack")

    def _reading(self, token: int, finite: bool) -> Governor | None:
        """Which of a governor's readings holds here."""
        found = self.page.lexicon.governors.get(self.lowers[token])
        if not found:
            return None
        before = self.bits[token - 1] if token else STOP
        nominal = bool(before & (DETERMINER | POSSESSIVE | ADJECTIVE)) and not before & SUBJECT
        for governor in found:
            if governor.part == "noun" and nominal:
                return governor
        for governor in found:
            if governor.part == "verb" and not nominal:
                return governor
        if finite and found[0].part == "word":
            return None
        return found[0]

    def _above(self, token: int) -> tuple[int, int]:
        """Negation and modal before a governor."""
        negated = modal = -1
        place = token - 1
        floor = max(0, token - 4)
        while place >= floor:
            kind = self.bits[place]
            if kind & NEGATION:
                negated = place
            elif kind & MODAL:
                modal = place
            elif not kind & (ADVERB | BE | TO | HAVE | DO):
                break
            place -= 1
        return negated, modal

    def _adverbs(self) -> None:
        """ "reportedly", "perhaps", "likely" in the event's own clause, before it."""
        frame = self.frame
        governors = self.page.lexicon.governors
        for token in range(max(frame.clause_first, frame.trigger[0] - _REACH), frame.trigger[0]):
            low = self.lowers[token]
            if low in governors and (low.endswith("ly") or low in ("perhaps", "maybe")):
                governor = governors[low][0]
                if governor.part == "word":
                    self._weaken(governor.effect, token)

    def _condition(self) -> None:
        """A condition over the clause, or a question."""
        frame = self.frame
        kind = self.bits[frame.clause_first]
        if kind & CONDITION and kind & SUBORDINATOR and frame.clause_first < frame.trigger[0]:
            self._weaken("possible", frame.clause_first)
        sentence = self.page.tokens.sentences[self.candidate.sentence]
        if self.lowers[sentence.end_token - 1] == "?" and frame.reading == "verb" and frame.tense != "past":
            self._weaken("possible", sentence.end_token - 1)

    def _aspect(self) -> str:
        """Where on its way the event is."""
        effect, frame = self.effect, self.frame
        if effect in ("planned", "called_for"):
            return "prospective"
        if effect == "possible" and frame.tense != "past":
            return "prospective"
        phases = self.page.lexicon.phases
        for token in (frame.governor if frame.relation == "complement" else -1, self.candidate.light):
            if token >= 0:
                phase = phases.get(self.lowers[token])
                if phase is not None:
                    return phase
        if frame.reading == "noun" and frame.tense is not None and frame.trigger[1] < len(self.lowers):
            for token in range(frame.trigger[1], min(frame.clause_end, frame.trigger[1] + 6)):
                phase = phases.get(self.lowers[token])
                if phase is not None:
                    return phase
        if frame.aspect == "progressive":
            return "ongoing"
        present = frame.reading == "noun" and frame.tense == "present" and self.candidate.light < 0
        if present and effect != "denied" and self.candidate.type in _LASTING:
            return "ongoing"
        return "completed"


__all__ = ["foresee", "inherit", "judge", "trust"]
