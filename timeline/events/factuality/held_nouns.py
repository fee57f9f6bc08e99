"""Whether a word that governs a noun reaches it: what is there already is neither planned nor denied.

What comes in: a candidate that is a noun, the reading of its governor. What goes out: why the governor says nothing of
it, or None. "Called for a strike" reaches the strike, "called the strike a mistake", "discussed the drought" and
"rejected the claim" do not. What a governor makes of what it reaches is decided in ``complements``.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.factuality import noun_scopes
from timeline.events.factuality.noun_scopes import CONVENED, GOING_ON
from timeline.events.factuality.scopes import Scopes
from timeline.lexicons.events import COORDINATOR, PREPOSITION, Governor
from timeline.lexicons.inflection import THIRD

# Types of harm: what is done about one does not make it.
_HARM = frozenset(("DISASTER", "CRIME", "ASSAULT", "DEATH", "INJURY"))


def unheld(scopes: Scopes, candidate: Candidate, governor: Governor, token: int, behind: int) -> str | None:
    """Why a governor does not reach a noun; None when it does."""
    direct = candidate.light >= 0 or noun_scopes.is_direct(scopes, governor, behind, candidate.first_token)
    definite = noun_scopes.is_definite(scopes, candidate)
    if governor.effect != "reported" and candidate.type in _HARM and _is_responded_to(scopes, behind, candidate):
        return "apart"
    if governor.part == "noun" and _is_apart(scopes, behind, candidate):
        return "apart"
    if governor.part == "verb" and _is_named(scopes, candidate, governor, token, definite):
        return "named"
    if definite and governor.part == "verb" and governor.effect == "possible":
        return "definite"  # "discussed the drought": it is there
    if definite and not governor.definite and governor.objects and is_told_of(scopes, candidate):
        return None  # "announced the purchase of twenty jets"
    if definite and not governor.definite and (governor.effect != "denied" or candidate.type in GOING_ON):
        return "definite"
    if not direct and (definite or governor.effect == "denied"):
        return "indirect"  # "demanded justice for the killing"
    if governor.effect == "denied" and _is_word(scopes, candidate, token):
        return "said"
    if noun_scopes.is_carried_out(scopes, candidate, governor, token):
        return "done"
    return None


def is_there(scopes: Scopes, candidate: Candidate) -> bool:
    """Whether a noun in a condition points to what is going on: "if the strike lasts"; not "if the sale fails"."""
    if candidate.reading != "noun" or candidate.type not in GOING_ON:
        return False
    word = scopes.page.lexicon.words.get(scopes.lowers[candidate.end_token - 1])
    if word is not None and word.forms & THIRD:
        return False  # "if the dam breaks" may be a verb
    return noun_scopes.is_definite(scopes, candidate)


def is_convened(scopes: Scopes, candidate: Candidate, governor: Governor, token: int) -> bool:
    """Whether somebody is asked to come to what has been set: "called a meeting", "invited them to talks".

    "Called for talks" and "called the meeting a farce" are none.
    """
    if governor.lemma not in scopes.words.convening or candidate.type not in CONVENED or governor.part != "verb":
        return False
    first = candidate.frame.trigger[0]
    linked = [scopes.lowers[number] for number in range(token + 1, first) if scopes.bits[number] & PREPOSITION]
    if governor.lemma == "call":
        return not linked and scopes.lowers[token + 1] in ("a", "an", "another")
    return bool(linked) and linked[-1] in ("to", "for")


def _is_apart(scopes: Scopes, behind: int, candidate: Candidate) -> bool:
    """Whether "and" joins an event to a noun that would govern it: "weak demand and a price war"."""
    for number in range(candidate.first_token - 1, behind - 1, -1):
        kind = scopes.bits[number]
        if kind & PREPOSITION:
            return False
        if kind & COORDINATOR:
            return not any(scopes.bits[place] & PREPOSITION for place in range(behind, number))
    return False


def _is_responded_to(scopes: Scopes, behind: int, candidate: Candidate) -> bool:
    """Whether what governs an event governs what is done about it: "halted the cleanup of an oil spill"."""
    lowers, bits = scopes.lowers, scopes.bits
    for number in range(candidate.first_token - 1, behind, -1):
        if lowers[number] == "of":
            return lowers[number - 1] in scopes.words.responses
        if bits[number] & PREPOSITION:
            return False
    return False


def _is_named(scopes: Scopes, candidate: Candidate, governor: Governor, token: int, definite: bool) -> bool:
    """Whether the event is there: "called the strike a mistake", "offered his own endorsement"."""
    if governor.lemma == "call":
        if "for" in scopes.lowers[token + 1 : candidate.first_token]:
            return False
        return definite or candidate.type not in CONVENED
    return governor.lemma == "offer" and candidate.lemma in scopes.words.tendered


def _is_word(scopes: Scopes, candidate: Candidate, governor: int) -> bool:
    """Whether the event is a word that was spoken before it was refused: "rejected the claim"."""
    if candidate.light >= 0:
        return False  # "refused to provide support"
    return noun_scopes.is_word(scopes, candidate) and scopes.lowers[governor] not in ("no", "without", "lack")


def is_told_of(scopes: Scopes, candidate: Candidate) -> bool:
    """Whether "of" stands behind a noun: "the loss of 300 jobs" need not have been heard of before."""
    return "of" in scopes.lowers[candidate.end_token : candidate.end_token + 1]


__all__ = ["is_convened", "is_there", "is_told_of", "unheld"]
