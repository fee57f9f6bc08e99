"""Where on its way an event is: ``prospective begun ongoing completed``.

What comes in: a page and a candidate whose factuality is judged. What goes out: its aspect. Which verbs open, keep up
or end what they govern is data (``lexicons/en/factuality.toml``, ``phase``).
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.lexicons.events import CONDITION, QUOTE

#: Types that last: a state told in the present is going on.
_LASTING = frozenset(
    (
        "PROTEST", "CONSULT", "ASSAULT", "COERCE", "DISASTER", "MOBILIZE", "RULING", "ACCUSE", "AID", "COOPERATE",
        "SANCTION",
    )
)  # fmt: skip
_TELLING_PAST = frozenset(("has", "have", "had", "did", "was", "were"))
_PREDICATE = 6  # tokens behind a noun in which its verb stands


def aspect(page: Page, candidate: Candidate) -> str:
    """The aspect of a candidate: "talks will resume" is prospective, "began talks" begun, "are marching" ongoing."""
    effect, frame = candidate.factuality, candidate.frame
    if effect != "happened":
        if effect in ("planned", "called_for"):
            return "prospective"
        if effect == "denied":
            return "prospective" if _will_not(page, candidate) else "completed"
        if effect == "possible" and frame.aspect != "perfect" and _lies_ahead(page, candidate):
            return "prospective"
    light = candidate.light
    governor = frame.governor if frame.relation == "complement" else -1
    if (governor >= 0 or light >= 0) and page.lowers[frame.trigger[0] - 1] != "from":
        for token in (governor, light):
            phase = page.lexicon.phases.get(page.lowers[token]) if token >= 0 else None
            if phase is not None:
                return phase
    if frame.reading == "noun" and frame.tense is not None:
        phases = page.lexicon.phases
        for token in range(frame.trigger[1], min(frame.clause_end, frame.trigger[1] + _PREDICATE)):
            phase = phases.get(page.lowers[token])
            if phase is not None:
                return phase
        if light < 0 and frame.tense == "present" and candidate.type in _LASTING:
            return "ongoing"
    return "ongoing" if frame.aspect == "progressive" else "completed"


def _will_not(page: Page, candidate: Candidate) -> bool:
    """Whether what is denied lies ahead: "will not march", "there will not be a vote"."""
    frame, will = candidate.frame, page.lexicon.scope.will
    if frame.modal >= 0:
        return page.lowers[frame.modal] in will
    cue = candidate.factuality_cue
    return cue is not None and page.lowers[cue[0] - 1] in will


def _lies_ahead(page: Page, candidate: Candidate) -> bool:
    """Whether what is possible has not come yet: all but what a past verb tells; "if convicted" is no past."""
    frame = candidate.frame
    cue = candidate.factuality_cue
    if cue is not None and page.lowers[cue[0]] in page.lexicon.scope.guessed:
        return False  # "the suspected arson"
    if cue is not None and page.lowers[cue[0]] == "?" and _asks_of_past(page, candidate):
        return False
    if frame.tense != "past" or frame.modal >= 0:
        return True
    if frame.reading == "noun":
        return candidate.light < 0
    return bool(page.bits[max(frame.trigger[0] - 1, 0)] & CONDITION)


def _asks_of_past(page: Page, candidate: Candidate) -> bool:
    """Whether a question opens with what tells the past: "Has the general fled?"."""
    first = page.tokens.sentences[candidate.sentence].first_token
    while page.bits[first] & QUOTE:
        first += 1
    return page.lowers[first] in _TELLING_PAST


__all__ = ["aspect"]
