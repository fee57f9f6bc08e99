"""What keeps a line from reading as one: a beginning without subject, an end in the middle of a phrase, no event in it.

What comes in: the stretches of tokens that would make a line. What goes out: how many faults they have, by weight; of
several lines for one event the one with the fewest is taken (``titles``). No words are changed here.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from timeline.events.candidates import Candidate
from timeline.events.lines import Lines
from timeline.events.page import Page
from timeline.lexicons.events import TRIGGER
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    NEGATION,
    OBJECT_PRONOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    VERB_CUE,
)

#: A beginning or end that no reader would write.
BROKEN = 4
#: The event's own word is missing.
MISSING = 6
#: A condition without what hangs on it.
CONDITIONAL = 2
#: A pronoun in front, a noun phrase without verb.
WEAK = 1

_FINITE = BE | AUXILIARY | MODAL
_JOINTS = PREPOSITION | SUBORDINATOR | CONJUNCTION
_SUBJECT_OPENERS = PRONOUN | RELATIVE | DETERMINER | SUBORDINATOR
_STOP_JOINTS_FINITE = STOP | _JOINTS | _FINITE
_ADVERB_NEGATION = ADVERB | NEGATION
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_DETERMINER_PRONOUN = DETERMINER | PRONOUN
_SHORTEST_PARTICIPLE = 5
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_PRONOUN_POSSESSIVE_DETERMINER = PRONOUN | POSSESSIVE | DETERMINER


def faults(
    lines: Lines,
    page: Page,
    candidate: Candidate,
    name: str,
    runs: Sequence[tuple[int, int]],
    cues: Mapping[int, int],
    opened: int,
) -> int:
    """The weight of all faults of a line; 0 for one without. ``cues`` holds the tokens that say who speaks.

    ``opened`` is the token where the line's words begin in the text, that of the pronoun where a name stands for one.

    "Which required higher spending" is broken at its beginning, "The accord helped the firm pay off" at its end.
    """
    if not runs:
        return 3 * BROKEN
    first, stop = runs[0]
    weight = 0 if name else _of_beginning(lines, page, candidate, first, stop)
    if opened > 0:
        weight += _of_opening(lines, page, candidate, opened)
    weight += _of_end(lines, page, candidate, runs[-1][1]) or _of_saying(lines, page, runs[-1], cues)
    last = candidate.end_token - 1
    length = stop - first
    missing = not first <= last < stop
    if len(runs) > 1:
        weight += _of_seams(lines, runs)
        for begin, end in runs[1:]:
            length += end - begin
            missing = missing and not begin <= last < end
    if missing:
        weight += MISSING
    if length == 2 and not name:
        if lines.words[first].isdigit() and _stops(lines, page, candidate):
            weight += BROKEN  # "27 injured"
        if lines.classes[first] & PRONOUN:
            weight += BROKEN  # "He added"
    if length + bool(name) < 2:
        weight += BROKEN
    else:
        weight += _of_verbs(lines, page, candidate, runs, cues)
    return weight


def _of_seams(lines: Lines, runs: Sequence[tuple[int, int]]) -> int:
    """The faults between the stretches of a line."""
    weight = 0
    lowers = lines.lowers
    for (_, end), (begin, _) in itertools.pairwise(runs):
        if begin > end and lowers[begin] == "to" and begin not in lines.behind_dates:
            weight += BROKEN  # "Ames had made a bizarre [plan, built on hope,] to tell its staff"
    if lines.classes[runs[1][0]] & CONJUNCTION and runs[0][1] - runs[0][0] <= 1:
        weight += BROKEN  # "We and walked away"
    return weight


def _stops(lines: Lines, page: Page, candidate: Candidate) -> bool:
    """Whether the event's sentence ends with a stop, as no headline does."""
    return bool(lines.classes[page.tokens.sentences[candidate.sentence].end_token - 1] & STOP)


def _of_beginning(lines: Lines, page: Page, candidate: Candidate, first: int, end: int) -> int:
    """The fault of the first word, when no name stands before it."""
    bits, low, word = lines.classes[first], lines.lowers[first], lines.words[first]
    if bits & RELATIVE or low in lines.known.hanging:
        return BROKEN
    if lines.tokens.lowers[first + 1 : first + 2] == ("of",) and any(
        kinds & RELATIVE for kinds in lines.classes[first + 2 : first + 3]
    ):
        return BROKEN  # "some of which"
    if bits & OBJECT_PRONOUN and word.islower() and not bits & _PRONOUN_POSSESSIVE_DETERMINER:
        return BROKEN
    opens = first == page.tokens.sentences[candidate.sentence].first_token
    noun = candidate.reading == "noun"
    if bits & _JOINTS:
        if opens and noun and bits & PREPOSITION and not bits & SUBORDINATOR:
            return 0  # "Under the deal 60 jobs will go"
        if low not in lines.known.quantifiers:
            if not bits & _DETERMINER_PRONOUN:
                return BROKEN
        elif bits & PREPOSITION:
            following = lines.words[first + 1] if first + 1 < end else ""
            if not (following[:1].isdigit() or following in ("least", "most")):
                return BROKEN
    if low in lines.known.backward:
        return WEAK
    if opens and not bits & _FINITE and word[:1].isupper():
        return 0
    small = word.islower()
    own = candidate.first_token == first
    if small and low.endswith("ing") and len(low) > _SHORTEST_PARTICIPLE and not (noun and own):
        return BROKEN
    if bits & _ADVERB_NEGATION and small and first + 1 < end and page.finites[first + 1]:
        return BROKEN  # "never got a vote"
    known = page.lexicon.words.get(low) if small and lines.words[first - 1] == "," else None
    if known is not None and known.forms and not known.noun:
        return BROKEN  # ", wrap around the edge": the verb of another subject
    own = candidate.reading == "verb" and first >= min((*candidate.frame.auxiliaries, candidate.first_token))
    if own or (small and page.finites[first]) or (bits & _FINITE and not bits & _DETERMINER_POSSESSIVE):
        return BROKEN
    return 0


def _of_opening(lines: Lines, page: Page, candidate: Candidate, first: int) -> int:
    """The fault of what stands right before a line: "how [many shots]", "what [they did not win]", "if [it rains]"."""
    opening = page.tokens.sentences[candidate.sentence].first_token
    if first == opening:
        return 0
    before = lines.lowers[first - 1]
    if first - 1 == opening and lines.classes[first - 1] & _FINITE:
        return BROKEN  # "Had [an election been held]"
    if before in lines.known.fronted or (before == "how" and lines.lowers[first] in lines.known.degrees):
        return BROKEN
    return CONDITIONAL if before in lines.known.conditions and candidate.factuality == "possible" else 0


def _of_end(lines: Lines, page: Page, candidate: Candidate, end: int) -> int:
    """The fault of the last word."""
    if lines.closes(end):
        return 0
    last = end - 1
    bits = lines.classes[last]
    if bits & _STOP_JOINTS_FINITE and not lines.is_particle(last):
        return BROKEN
    if lines.classes[last - 1] & _FINITE and (bits & ADVERB or lines.words[last].endswith("ly")):
        return BROKEN  # "The deal is actually"
    told = last == candidate.end_token - 1 and bits & VERB_CUE and candidate.frame.voice == "active"
    if told and lines.classes[end] & _SUBJECT_OPENERS and end not in lines.timed:
        return CONDITIONAL  # "The court ruled [he could not be sued]"
    held = candidate.frame.object
    if last == candidate.end_token - 1 and held is not None and held[0] >= end:
        return CONDITIONAL  # "The blasts injured [more than 5,000 people]"
    dated = end in lines.timed or end + 1 in lines.timed
    if lines.lowers[last - 1] == "to" and page.bits[last] & TRIGGER and not dated:
        return WEAK  # "has forced the hospital to cancel [its operations]"
    return WEAK if page.finites[last] and last != candidate.end_token - 1 and not dated else 0


def _of_saying(lines: Lines, page: Page, run: tuple[int, int], cues: Mapping[int, int]) -> int:
    """The fault of a line that is cut before the verb of what is said: "said the harbour[, and the town, would]"."""
    begin, end = run
    if end >= len(lines.words) or not lines.classes[end] & CONJUNCTION:
        return 0
    saying = lines.known.saying
    said = max(
        (token for token in range(begin, end - 1) if lines.lowers[token] in saying and token in cues), default=-1
    )
    return BROKEN if said >= 0 and page.finites.find(1, said + 1, end) < 0 else 0


def _of_verbs(
    lines: Lines, page: Page, candidate: Candidate, runs: Sequence[tuple[int, int]], cues: Mapping[int, int]
) -> int:
    """The fault of a line without a finite verb, or an infinitive as headlines have it, or with "said," alone."""
    if candidate.reading == "verb" and candidate.tense is not None:
        verb = candidate.first_token
        if verb not in cues:
            for number, (begin, end) in enumerate(runs):
                if begin < verb < end or (number and begin == verb):
                    return 0
    finites = page.finites
    for begin, end in runs:
        first = finites.find(1, begin, end)
        if first >= 0 and first not in cues:
            return 0  # most lines have a verb that says nothing
    said = False
    for begin, end in runs:
        for token, low, bits in zip(range(begin, end), lines.lowers[begin:end], lines.classes[begin:end], strict=True):
            if bits & MODAL or low == "to" or finites[token]:
                own = candidate.first_token <= token < candidate.end_token
                if own or token not in cues or token + 1 >= end or lines.words[token + 1] != ",":
                    return 0
                said = True
    return BROKEN if said or candidate.reading == "verb" else WEAK


__all__ = ["BROKEN", "MISSING", "WEAK", "faults"]
