"""What a verb that is planned, demanded, possible or denied makes of the events beside it in its clause.

What comes in: judged candidates in text order. What goes out: their factuality where it is that of the verb before: in
"The two will sign an agreement" the agreement is planned, in "will close two plants, cutting jobs" the cutting, and in
"did not make an offer" there was none. What stands above an event is read in ``complements``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.factuality.noun_scopes import GOING_ON, is_definite
from timeline.events.factuality.scopes import Scopes
from timeline.lexicons.events import (
    ADVERB,
    COMMA,
    COORDINATOR,
    DETERMINER,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBORDINATOR,
)

_UNDONE = frozenset(("planned", "called_for", "possible"))
# What was said or thought of before, whatever is done about it: "will face an accusation".
_PRESUPPOSED = frozenset(("ACCUSE", "STATEMENT", "REJECT", "SUPPORT", "DISCOVERY", "RULING"))
# What an object begins with that is not there yet: "did not make an offer".
_NEW = frozenset(("a", "an", "any", "another", "further"))
# What is held or attended comes about with it, whatever "the" points to: "will host the summit".
_HELD = frozenset(("CONSULT", "SPORT"))
_TOLD = _UNDONE | {"reported"}
_OR = ("or", "nor")
_JOINS = COMMA | COORDINATOR | DETERMINER
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_STOP_QUOTE_RELATIVE = STOP | QUOTE | RELATIVE


def inherit(candidates: Sequence[Candidate], scopes: Scopes) -> None:
    """Gives a noun inside the plan, demand or possibility of the verb before it the verb's factuality.

    In "The two will sign an agreement" the agreement is planned; in "will investigate the attack" the attack happened:
    what "the" points to is there already.
    """
    verb: Candidate | None = None
    noun: Candidate | None = None
    for candidate in candidates:
        if candidate.reading == "verb":
            if (
                verb is not None
                and candidate.factuality == "happened"
                and verb.factuality != "happened"
                and verb.sentence == candidate.sentence
                and (
                    (verb.factuality in _TOLD and _goes_with(scopes, verb, candidate))
                    or _is_joined(scopes, verb, candidate)
                )
            ):
                _share(verb, candidate)
            if candidate.frame.relation != "modifier":
                verb = candidate
            continue
        if noun is not None and candidate.factuality == "happened" and _is_listed(scopes, noun, candidate):
            _share(noun, candidate)
        noun = candidate
        if verb is None or candidate.factuality != "happened" or verb.factuality == "happened":
            continue
        if verb.factuality not in _UNDONE:
            if verb.sentence == candidate.sentence and _is_never_there(scopes, verb, candidate):
                candidate.factuality, candidate.polarity = "denied", "negative"
                candidate.factuality_cue = verb.factuality_cue
            continue
        if verb.sentence == candidate.sentence and _takes(scopes, verb, candidate):
            candidate.factuality, candidate.aspect = verb.factuality, verb.aspect
            candidate.factuality_cue = verb.factuality_cue


def _share(first: Candidate, second: Candidate) -> None:
    """Gives a second event what was found of the first."""
    second.factuality, second.polarity, second.aspect = first.factuality, first.polarity, first.aspect
    second.factuality_cue = first.factuality_cue


def _is_joined(scopes: Scopes, verb: Candidate, other: Candidate) -> bool:
    """Whether two finite verbs hang on what was said of the first: "denies that it hid losses or bribed him".

    What is reported goes on behind "and", what is denied behind "or"; a verb of saying does not hang on it.
    """
    frame = other.frame
    before = frame.trigger[0] - 1
    if frame.auxiliaries or verb.frame.auxiliaries or frame.tense != verb.frame.tense or frame.tense is None:
        return False
    if other.type == "STATEMENT" or scopes.bits[frame.trigger[0]] & REPORTING or not scopes.bits[before] & COORDINATOR:
        return False
    if verb.factuality == "denied":
        return scopes.lowers[before] in _OR and verb.frame.negation < 0
    return verb.factuality == "reported"


def _is_listed(scopes: Scopes, first: Candidate, second: Candidate) -> bool:
    """Whether a noun is the next of a list that hangs on one word: "charged with murder, robbery and arson"."""
    if first.factuality == "happened" or first.frame.relation != "complement" or first.sentence != second.sentence:
        return False
    if second.frame.tense is not None or is_definite(scopes, second):
        return False
    between = range(first.end_token, second.first_token)
    return bool(between) and all(scopes.bits[token] & _JOINS for token in between)


def _is_never_there(scopes: Scopes, verb: Candidate, noun: Candidate) -> bool:
    """Whether a noun is what a negated verb would have brought: "did not make an offer"."""
    held = verb.frame.object
    if (
        verb.frame.negation < 0
        or held is None
        or verb.type in _PRESUPPOSED
        or not held[0] <= noun.first_token < held[1]
    ):
        return False
    return scopes.lowers[held[0]] in _NEW


def _goes_with(scopes: Scopes, verb: Candidate, other: Candidate) -> bool:
    """Whether an -ing form tells how or when a verb is done: "will fund it by selling bonds", "..., cutting jobs"."""
    frame = other.frame
    first = frame.trigger[0]
    if frame.relation == "complement" and frame.governor == verb.first_token and frame.tense is None:
        return True  # "will expand, using its engineers to design vans"
    if frame.tense is not None or frame.governor >= 0 or other.type == "STATEMENT" or verb.frame.aspect == "perfect":
        return False
    if not scopes.lowers[first].endswith("ing"):
        return False
    before = first - 1
    while before > verb.end_token and scopes.bits[before] & ADVERB and not scopes.bits[before] & PREPOSITION:
        before -= 1
    if not (scopes.lowers[before] in scopes.words.accompanying or scopes.bits[before] & COMMA):
        return False
    return not any(scopes.bits[token] & _STOP_QUOTE_RELATIVE for token in range(verb.end_token, before))


def _takes(scopes: Scopes, verb: Candidate, noun: Candidate) -> bool:
    """Whether a noun is the object of a verb, or hangs on it as something that comes about with it."""
    if noun.frame.tense is not None:
        return False
    bits, lowers = scopes.bits, scopes.lowers
    held = verb.frame.object
    first = noun.first_token
    if held is not None and held[0] <= first < held[1]:
        if verb.type in _PRESUPPOSED and (noun.type != verb.type or lowers[held[0]] not in ("a", "an")):
            return False
        if lowers[held[0]] not in scopes.words.definite:
            return True
        if verb.lemma in scopes.words.bringing and (noun.type not in GOING_ON or noun.type in _HELD):
            return True  # "will sign the agreement", "may finalise the sale"
        return verb.lemma in scopes.words.entailing and "of" in lowers[noun.end_token : noun.end_token + 1]
    if not verb.end_token <= first < verb.clause_end or is_definite(scopes, noun) or verb.frame.relation == "purpose":
        return False
    link = -1
    for token in range(first - 1, verb.end_token - 1, -1):
        kind = bits[token]
        if kind & _STOP_QUOTE_RELATIVE or (kind & SUBORDINATOR and not kind & PREPOSITION):
            return False
        if kind & PREPOSITION and link < 0:
            link = token
    if link == verb.end_token and lowers[link] == "in" and verb.lemma in scopes.words.resulting:
        return True  # "may result in layoffs"
    return link >= 0 and lowers[link] in scopes.words.carried


__all__ = ["inherit"]
