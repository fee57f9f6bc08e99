"""What a noun's own phrase and clause say of it: "planned talks", "talks were called off", "no evacuation".

What comes in: candidates that are nouns, with their frames. What goes out: effects on factuality, with their words.
What governs the noun from above is read in ``scopes``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.scopes import Effect, Scopes
from timeline.lexicons.events import (
    ADVERB,
    BE,
    COMMA,
    DETERMINER,
    GOVERNOR_HEAD,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TO,
    TRIGGER,
    Governor,
)

_UNDONE = frozenset(("planned", "called_for", "possible"))
# What was said or thought of before, whatever is done about it: "will face an accusation".
_PRESUPPOSED = frozenset(("ACCUSE", "STATEMENT", "REJECT", "SUPPORT", "DISCOVERY", "RULING"))
# What "the" behind a past verb of planning or ordering points to was carried out: "planned the attack".
_CARRIED_OUT = frozenset(("ASSAULT", "CRIME", "DEATH", "INJURY"))
_COMPLEMENTS = frozenset(("about", "for", "over"))
_ARTICLES = frozenset(("the", "a", "an"))
_PREDICATE = 5  # tokens behind an auxiliary
_HEADLINE = 6  # tokens between a noun and a participle that is said of it
_MODIFIERS = 4  # tokens before a noun
_ENDS = STOP | COMMA | QUOTE | RELATIVE | TO
_BEHIND_PARTICIPLE = STOP | COMMA | QUOTE | PREPOSITION | SUBORDINATOR | ADVERB
_PAST_ENDINGS = ("ed", "en", "t", "n")


def of_modifiers(scopes: Scopes, candidate: Candidate) -> Effect | None:
    """What words before a noun in its own phrase make of it: "planned talks", "alleged fraud"."""
    bits, lowers, governors = scopes.bits, scopes.lowers, scopes.governors
    first = candidate.frame.trigger[0]
    for token in range(first - 1, max(candidate.frame.clause_first, first - _MODIFIERS) - 1, -1):
        if bits[token] & (_ENDS | BE):
            return None
        for governor in governors.get(lowers[token], ()):
            if "modifier" not in governor.reaches or governor.effect == "happened":
                continue
            if governor.part == "word" or (
                governor.part == "verb" and lowers[token].endswith("ed") and _is_inside(scopes, token)
            ):
                if governor.effect == "planned" and lowers[token - 1] == "-":
                    return None  # "long-expected", "much-anticipated"
                return governor.effect, token, token + 1
        if bits[token] & DETERMINER and lowers[token] in _ARTICLES:
            return None
    return None


def _is_inside(scopes: Scopes, token: int) -> bool:
    """Whether a participle stands inside the noun phrase ("the proposed talks")."""
    if token == 0:
        return False
    before = scopes.bits[token - 1]
    return scopes.lowers[token - 1] == "-" or (
        bool(before & (DETERMINER | POSSESSIVE)) and not scopes.page.finite(token)
    )


def of_predicate(scopes: Scopes, candidate: Candidate, sentence_end: int) -> Effect | None:
    """What is said of a noun by its own verb: "talks are planned", "the march was called off", "March cancelled"."""
    frame = candidate.frame
    if candidate.light >= 0:
        return None
    if not frame.auxiliaries:
        return _of_headline(scopes, candidate, sentence_end)
    if frame.tense is None:
        return None
    bits, lowers, words = scopes.bits, scopes.lowers, scopes.words
    begin = frame.auxiliaries[-1] + 1
    end = min(max(frame.clause_end, begin + _PREDICATE - 1), len(lowers), begin + _PREDICATE - 1)
    for token in range(begin, end):
        if bits[token] & _ENDS:
            return None
        for governor in _readings(scopes, token):
            if governor.effect == "happened" or governor.part == "noun" or "predicate" not in governor.reaches:
                continue
            if lowers[token] in words.lacking and token > begin:
                return None  # "had ended without agreement": there were talks
            pair = governor.lemma.count(" ")
            if governor.part == "verb" and not pair and not lowers[token].endswith(_PAST_ENDINGS):
                continue
            return None if frame.negation >= 0 else (governor.effect, token, token + 1 + pair)
    return None


def _of_headline(scopes: Scopes, candidate: Candidate, sentence_end: int) -> Effect | None:
    """What a participle without auxiliary says of the noun before it: "Talks on dam set for Friday"."""
    bits, lowers, words = scopes.bits, scopes.lowers, scopes.words
    first = candidate.end_token
    for token in range(first, min(sentence_end, first + _HEADLINE)):
        kind = bits[token]
        if kind & (_ENDS | SUBORDINATOR) and not kind & PREPOSITION:
            return None
        if lowers[token] in words.headline:
            behind = token + 1
            after = bits[behind] if behind < sentence_end else STOP
            apart = after & _BEHIND_PARTICIPLE or scopes.page.timed[min(behind, len(lowers) - 1)]
            if not apart or after & (POSSESSIVE | OBJECT) or bits[token - 1] & DETERMINER:
                return None  # "the group planned attacks"
            found = next(
                (one for one in _readings(scopes, token) if "predicate" in one.reaches and one.part != "noun"), None
            )
            return (found.effect, token, token + 1) if found is not None else None
        if kind & TRIGGER and scopes.page.finites[token]:
            return None
    return None


def _readings(scopes: Scopes, token: int) -> tuple[Governor, ...]:
    """The readings of a word together with the one behind it ("called off"), else of the word alone."""
    lowers = scopes.lowers
    if scopes.bits[token] & GOVERNOR_HEAD and token + 1 < len(lowers):
        found = scopes.governors.get(f"{lowers[token]} {lowers[token + 1]}")
        if found:
            return found
    return scopes.governors.get(lowers[token], ())


def is_definite(scopes: Scopes, candidate: Candidate) -> bool:
    """Whether "the" or an owner stands before the noun."""
    first = candidate.frame.trigger[0]
    return any(scopes.lowers[token] in scopes.words.definite for token in range(max(0, first - 3), first))


def is_direct(scopes: Scopes, governor: Governor, behind: int, first: int) -> bool:
    """Whether what begins at a token is what a governor governs, and not part of another phrase.

    Of the prepositions in between only one right behind the governor, and "of", join the two ("called for talks"). A
    noun has its complement behind other phrases too: "speculation among traders about a sale".
    """
    bits, lowers = scopes.bits, scopes.lowers
    while behind < first and bits[behind] & ADVERB and not bits[behind] & PREPOSITION:
        behind += 1
    links = [
        lowers[token]
        for token in range(behind + 1, first)
        if bits[token] & (PREPOSITION | TO) and not bits[token] & DETERMINER and lowers[token] != "of"
    ]
    if not links:
        return True
    return governor.part == "noun" and links[-1] in _COMPLEMENTS and lowers[behind] != links[-1]


def is_carried_out(scopes: Scopes, candidate: Candidate, governor: Governor, token: int) -> bool:
    """Whether what was planned or ordered is told as done: "planned the attack", "ordered the killing"."""
    return (
        candidate.type in _CARRIED_OUT
        and governor.part == "verb"
        and governor.effect in ("planned", "called_for")
        and scopes.lowers[token].endswith("ed")
        and is_definite(scopes, candidate)
    )


def inherit(candidates: Sequence[Candidate], scopes: Scopes) -> None:
    """Gives a noun inside the plan, demand or possibility of the verb before it the verb's factuality.

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
        if verb.sentence == candidate.sentence and _takes(scopes, verb, candidate):
            candidate.factuality, candidate.aspect = verb.factuality, verb.aspect
            candidate.factuality_cue = verb.factuality_cue


def _takes(scopes: Scopes, verb: Candidate, noun: Candidate) -> bool:
    """Whether a noun is the object of a verb, or hangs on it as something that comes about with it."""
    if verb.type in _PRESUPPOSED or noun.frame.tense is not None:
        return False
    bits, lowers = scopes.bits, scopes.lowers
    held = verb.frame.object
    first = noun.first_token
    if held is not None and held[0] <= first < held[1]:
        return lowers[held[0]] not in scopes.words.definite
    if not verb.end_token <= first < verb.clause_end or is_definite(scopes, noun) or verb.frame.relation == "purpose":
        return False
    link = -1
    for token in range(first - 1, verb.end_token - 1, -1):
        kind = bits[token]
        if kind & (STOP | QUOTE | RELATIVE) or (kind & SUBORDINATOR and not kind & PREPOSITION):
            return False
        if kind & PREPOSITION and link < 0:
            link = token
    return link >= 0 and lowers[link] in scopes.words.carried


__all__ = ["inherit", "is_carried_out", "is_definite", "is_direct", "of_modifiers", "of_predicate"]
