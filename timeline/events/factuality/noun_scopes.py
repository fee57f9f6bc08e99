"""What a noun's own phrase and clause say of it: "planned talks", "talks were called off", "no evacuation".

What comes in: candidates that are nouns, with their frames. What goes out: effects on factuality, with their words.
What governs the noun from above is read in ``scopes``.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.factuality.scopes import Effect, Scopes
from timeline.lexicons.events import (
    ADVERB,
    BE,
    COMMA,
    DETERMINER,
    GOVERNOR,
    GOVERNOR_HEAD,
    NEGATION,
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

#: Types of what is said.
SPEECH_ACTS = frozenset(("STATEMENT", "AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"))
#: Types of what people are called together for.
CONVENED = frozenset(("CONSULT", "CEREMONY", "PROTEST", "VOTE", "STATEMENT"))
# What goes on when it is stopped; of other things "stop the" tells that they are not there yet ("stop the sale").
GOING_ON = frozenset(
    (
        "PROTEST", "ASSAULT", "CONSULT", "COERCE", "MOBILIZE", "DISASTER", "CRIME", "MOVE", "AID", "SPORT", "ACCUSE",
        "OTHER",
    )
)  # fmt: skip
# What "the" behind a past verb of planning or ordering points to was carried out: "planned the attack".
_CARRIED_OUT = frozenset(("ASSAULT", "CRIME", "DEATH", "INJURY"))
_COMPLEMENTS = frozenset(("about", "for", "of", "over"))
_TILL = (("to",), ("until",), ("till",))
_ARTICLES = frozenset(("the", "a", "an"))
# What is called for a day: a headline's infinitive behind it tells that it comes.
_CALLED = frozenset(("CONSULT", "CEREMONY", "PROTEST", "VOTE", "SPORT"))
_NOT_YET = frozenset(("planned", "called_for", "possible"))
_PREDICATED = frozenset(("a", "an", "in"))
_PREDICATE = 5  # tokens behind an auxiliary
_HEADLINE = 6  # tokens between a noun and a participle that is said of it
_MODIFIERS = 4  # tokens before a noun
_ENDS = STOP | COMMA | QUOTE | RELATIVE | TO
_BEHIND_PARTICIPLE = STOP | COMMA | QUOTE | PREPOSITION | SUBORDINATOR | ADVERB
_GOVERNS = GOVERNOR | GOVERNOR_HEAD
_PHRASE_ENDS = STOP | COMMA | QUOTE | PREPOSITION | SUBORDINATOR | RELATIVE | TO | BE | SUBJECT
_PAST_ENDINGS = ("ed", "en", "t", "n")
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_ENDS_BE = _ENDS | BE
_ENDS_SUBORDINATOR = _ENDS | SUBORDINATOR
_POSSESSIVE_OBJECT = POSSESSIVE | OBJECT
_PREPOSITION_TO = PREPOSITION | TO


def of_modifiers(scopes: Scopes, candidate: Candidate) -> Effect | None:
    """What words before a noun in its own phrase make of it: "planned talks", "alleged fraud"."""
    bits, lowers, governors = scopes.bits, scopes.lowers, scopes.governors
    first = candidate.frame.trigger[0]
    for token in range(first - 1, max(candidate.frame.clause_first, first - _MODIFIERS) - 1, -1):
        if bits[token] & _ENDS_BE or (lowers[token] == "no" and not bits[token] & NEGATION):
            return None  # "no more than twenty pickets"
        for governor in governors.get(lowers[token], ()):
            if "modifier" not in governor.reaches or governor.effect == "happened":
                continue
            if governor.part == "word" or (
                governor.part == "verb" and lowers[token].endswith("ed") and _is_inside(scopes, token)
            ):
                if governor.effect == "planned" and lowers[token - 1] == "-":
                    return None  # "long-expected", "much-anticipated"
                if lowers[token - 1] in scopes.words.utmost:
                    return None  # "the best possible deal"
                return governor.effect, token, token + 1
        if bits[token] & PREPOSITION or (bits[token] & DETERMINER and lowers[token] in _ARTICLES):
            if bits[token - 1] & NEGATION and lowers[token] in _PREDICATED and not bits[token - 1] & DETERMINER:
                return "denied", token - 1, token  # "was not an accident", "is not in talks"
            return None  # "without agreement hours before the strike"
    return None


def _is_inside(scopes: Scopes, token: int) -> bool:
    """Whether a participle stands inside the noun phrase ("the proposed talks")."""
    if token == 0:
        return False
    before = scopes.bits[token - 1]
    return scopes.lowers[token - 1] == "-" or (bool(before & _DETERMINER_POSSESSIVE) and not scopes.page.finite(token))


def of_compound(scopes: Scopes, candidate: Candidate, sentence_first: int) -> Effect | None:
    """What the head of a compound says of the event before it: "recession fears", "scrapped the merger plan"."""
    token = candidate.end_token
    if token >= len(scopes.lowers) or scopes.lowers[token] not in scopes.words.compound or candidate.type == "CONSULT":
        return None  # "telephone talks" are talks
    for governor in scopes.governors.get(scopes.lowers[token], ()):
        if governor.part == "noun" and "noun" in governor.reaches:
            effect, cue, end = scopes.resolve(token, governor, sentence_first)
            return (effect, cue, end) if cue >= 0 else None
    return None


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
    for token in range(begin, min(begin + _PREDICATE - 1, len(lowers))):
        if bits[token] & _ENDS:
            arranged = token == begin and bits[token] & TO and bits[token - 1] & BE
            return _of_arranged(scopes, candidate, token) if arranged else None
        for governor in _readings(scopes, token) if bits[token] & _GOVERNS else ():
            if governor.effect == "happened" or governor.part == "noun" or "predicate" not in governor.reaches:
                continue
            if not _is_said_of(scopes, candidate, governor, token):
                continue
            if governor.name in words.breaking_off and candidate.type in GOING_ON:
                return None  # "the search was suspended": it had begun
            if lowers[token] in words.lacking and token > begin:
                return None  # "had ended without agreement": there were talks
            pair = governor.lemma.count(" ")
            if frame.negation >= 0:
                if governor.effect in _NOT_YET:
                    return "denied", frame.negation, frame.negation + 1  # "a sale is not in sight"
                answered = governor.effect == "denied" and governor.name in words.answering
                return ("possible", frame.negation, token + 1) if answered else None  # "has not been ruled out"
            doubtful = governor.effect == "denied" and frame.modal >= 0 and lowers[frame.modal] not in words.will
            effect = "possible" if doubtful else governor.effect  # "the talks may be cancelled"
            if governor.lemma in words.deferring and _is_set_anew(scopes, token + 1 + pair):
                effect = "planned"  # "was postponed until June"
            return effect, token, token + 1 + pair
    return None


def _is_said_of(scopes: Scopes, candidate: Candidate, governor: Governor, token: int) -> bool:
    """Whether a word behind an auxiliary tells what becomes of the noun: undergone, and not done by it."""
    lowers, words = scopes.lowers, scopes.words
    if governor.objects and candidate.lemma not in governor.objects:
        return False  # "the club was defeated in the final"
    if governor.part == "verb":
        if " " not in governor.lemma and not lowers[token].endswith(_PAST_ENDINGS):
            return False
        undergone = any(scopes.bits[place] & BE for place in range(candidate.frame.auxiliaries[-1], token))
        if not undergone and governor.name not in words.self_made:
            return False  # "a landslip has buried the track"
    if governor.effect == "possible":
        return "at" not in lowers[token + 1 : token + 2]  # "the damage is estimated at": how much, and not whether
    return not (governor.effect == "denied" and governor.name in words.answering and is_word(scopes, candidate))


def _of_arranged(scopes: Scopes, candidate: Candidate, to: int) -> Effect | None:
    """What "is to" says of a noun: "Work was to resume in March", "was to have resumed"."""
    behind, negation = scopes.lowers[to + 1 : to + 3], candidate.frame.negation
    if len(behind) > 1 and behind[behind[0] in ("be", "have")] not in scopes.words.occurring:
        return None
    if negation >= 0:
        return "denied", negation, negation + 1
    return "denied" if behind[:1] == ("have",) else "planned", to - 1, to


def _is_set_anew(scopes: Scopes, behind: int) -> bool:
    """Whether a new day follows what puts something off: "until June"."""
    later = scopes.lowers[behind : behind + 1]
    return later in _TILL and behind + 1 < len(scopes.lowers) and bool(scopes.page.timed[behind + 1])


def _of_headline(scopes: Scopes, candidate: Candidate, sentence_end: int) -> Effect | None:
    """What a participle without auxiliary says of the noun before it: "Talks on dam set for Friday"."""
    bits, lowers, words = scopes.bits, scopes.lowers, scopes.words
    first = candidate.end_token
    for token in range(first, min(sentence_end, first + _HEADLINE)):
        kind = bits[token]
        if kind & TO and token + 1 < sentence_end:
            if lowers[token + 1] in words.occurring:
                return "planned", token, token + 1  # "Talks on dam to resume"
            if token == first and candidate.type in _CALLED and _is_headed(scopes, candidate):
                return "planned", token, token + 1  # "Summit to tackle debt"
        if kind & _ENDS_SUBORDINATOR and not kind & PREPOSITION:
            return None
        if lowers[token] in words.headline:
            behind = token + 1
            if lowers[token] == "due" and behind < sentence_end and lowers[behind] == "to" and not bits[behind] & TO:
                return None  # "the delays due to the storm"
            after = bits[behind] if behind < sentence_end else STOP
            apart = after & _BEHIND_PARTICIPLE or scopes.page.timed[min(behind, len(lowers) - 1)]
            if not apart or after & _POSSESSIVE_OBJECT or bits[token - 1] & DETERMINER:
                return None  # "the group planned attacks"
            found = next(
                (one for one in _readings(scopes, token) if "predicate" in one.reaches and one.part != "noun"), None
            )
            return (found.effect, token, token + 1) if found is not None else None
        if kind & TRIGGER and scopes.page.finites[token]:
            if lowers[token] in words.looming:
                return "planned", token, token + 1  # "a strike looms"
            if lowers[token] in words.copulas:
                continue  # "a sale seems unlikely"
            for found in _readings(scopes, token) if kind & GOVERNOR_HEAD else ():
                if found.effect == "denied" and "predicate" in found.reaches and found.part == "verb":
                    return "denied", token, token + 1 + found.lemma.count(" ")  # "the sale fell through"
            ahead = lowers[token + 1 : token + 3]
            if lowers[token] in words.failing and ahead[:1] == ("to",) and ahead[-1] in words.occurring:
                return "denied", token, token + 1  # "the merger failed to materialise"
            return None
    return None


def _is_headed(scopes: Scopes, candidate: Candidate) -> bool:
    """Whether a noun is what a headline tells of: "Union strike to hit trains", and not "Victims of strike to sue"."""
    bits = scopes.bits
    first = scopes.page.tokens.sentences[candidate.sentence].first_token
    if any(bits[token] & PREPOSITION for token in range(first, candidate.first_token)):
        return False
    after = scopes.lowers[candidate.end_token + 1]
    return after not in scopes.words.ending and after not in ("be", "have", "continue")


def _readings(scopes: Scopes, token: int) -> tuple[Governor, ...]:
    """The readings of a word together with the one behind it ("called off"), else of the word alone."""
    lowers = scopes.lowers
    if scopes.bits[token] & GOVERNOR_HEAD and token + 1 < len(lowers):
        found = scopes.governors.get(f"{lowers[token]} {lowers[token + 1]}")
        if found:
            return found
    return scopes.governors.get(lowers[token], ())


def is_definite(scopes: Scopes, candidate: Candidate) -> bool:
    """Whether "the" or an owner stands before the noun, in its own phrase."""
    bits, lowers, page = scopes.bits, scopes.lowers, scopes.page
    definite = scopes.words.definite
    first = candidate.frame.trigger[0]
    for token in range(first - 1, max(-1, first - 1 - _MODIFIERS), -1):
        if lowers[token] in definite:
            return True
        kind = bits[token]
        if kind & POSSESSIVE:
            return not page.timed[token]
        if kind & _PHRASE_ENDS or page.finites[token] or lowers[token] in _ARTICLES:
            return False
    return False


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
        if bits[token] & _PREPOSITION_TO and not bits[token] & DETERMINER and lowers[token] != "of"
    ]
    if not links:
        return True
    return governor.part == "noun" and links[-1] in _COMPLEMENTS and lowers[behind] != links[-1]


def is_word(scopes: Scopes, candidate: Candidate) -> bool:
    """Whether the event is spoken, and there before it is refused: "the claim", "an offer"."""
    return candidate.type in SPEECH_ACTS or candidate.lemma in scopes.words.spoken


def is_carried_out(scopes: Scopes, candidate: Candidate, governor: Governor, token: int) -> bool:
    """Whether what was planned or ordered is told as done: "planned the attack", "ordered the killing"."""
    return (
        candidate.type in _CARRIED_OUT
        and governor.part == "verb"
        and governor.effect in ("planned", "called_for")
        and (scopes.lowers[token].endswith("ed") or scopes.lowers[token] == "ordering")
        and is_definite(scopes, candidate)
    )


__all__ = [
    "CONVENED",
    "GOING_ON",
    "SPEECH_ACTS",
    "is_carried_out",
    "is_definite",
    "is_direct",
    "of_modifiers",
    "of_predicate",
]
