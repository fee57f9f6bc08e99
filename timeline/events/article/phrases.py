"""The noun phrase beside a cue: the source before a verb, behind an inverted one, before a noun.

What comes in: a ``Transcript`` (tokens with their word classes) and where to look. What goes out: half-open token
ranges. There is no tagger: phrases end at closed-class words, punctuation and known verbs. Who the words stand for is
decided in ``attribution``.
"""

from __future__ import annotations

from timeline.events.article.transcripts import Transcript
from timeline.lexicons.inflection import PAST, THIRD
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MARK,
    MODAL,
    NEGATION,
    OBJECT_PRONOUN,
    OPENER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
    VERB_CUE,
)

#: Longest noun phrase that is followed, in tokens: longer runs are lists or page furniture.
LONGEST_PHRASE = 24
#: Longest insertion between commas ("Jane Firth, the mayor of Harlow, said").
LONGEST_INSERTION = 30

_WHO = frozenset(("who", "which"))
_FINITE = BE | AUXILIARY | MODAL
_LEFT_END = PUNCTUATION | STOP | MARK | SUBORDINATOR | _FINITE | NEGATION | OBJECT_PRONOUN
_RIGHT_END = (
    PUNCTUATION
    | STOP
    | MARK
    | SUBORDINATOR
    | _FINITE
    | NEGATION
    | OBJECT_PRONOUN
    | TIME
    | PRONOUN
    | OPENER
    | CONJUNCTION
)
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_FINITE_NEGATION = _FINITE | NEGATION
_MARK_PUNCTUATION_CONJUNCTION_ADVERB = MARK | PUNCTUATION | CONJUNCTION | ADVERB
_PAST_THIRD = PAST | THIRD
_PREPOSITION_DETERMINER_CONJUNCTION = PREPOSITION | DETERMINER | CONJUNCTION
_PREPOSITION_SUBORDINATOR_TIME = PREPOSITION | SUBORDINATOR | TIME
_PRONOUN_FINITE = PRONOUN | _FINITE
_PUNCTUATION_STOP_MARK_FINITE = PUNCTUATION | STOP | MARK | _FINITE
_PUNCTUATION_TIME = PUNCTUATION | TIME
_STOP_MARK = STOP | MARK
_STOP_MARK_PUNCTUATION = STOP | MARK | PUNCTUATION


def phrase_before(page: Transcript, end: int, low: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token ``end``: "the head of the bureau Omar Hale" before "said"; None if none.

    An insertion between commas is jumped over and belongs to the phrase; a relative pronoun is the phrase itself.
    """
    last = end - 1
    if last < low:
        return None
    classes, words = page.classes, page.words
    bits = classes[last]
    if bits & PRONOUN or bits & POSSESSIVE:
        return last, end
    if page.lowers[last] in page.known.unnamed_ends:
        relative = _relative_before(page, last, low)
        before = phrase_before(page, relative, low) if relative > low else None
        if before is not None:
            return before[0], end  # "an official who asked not to be named said"
    if bits & TIME:
        # "Police last month said", "figures out on Monday showed"
        first = last
        while first > low and (classes[first - 1] & TIME or page.words[first - 1].isdigit()):
            first -= 1
        if first > low and classes[first - 1] & PREPOSITION:
            first -= 1
        return phrase_before(page, first, low) if first > low and words[first - 1] != "," else None
    if words[last] in (",", ")", "—", "–", "--"):
        if words[last] == "," and last - 1 > low and words[last - 1] == ")":
            last -= 1  # "Jane Firth (Harlow), said"
        start = _insertion_start(page, last, low)
        if start is None:
            return None
        before = phrase_before(page, start, low)
        if before is not None and before[1] - before[0] == 1 and classes[before[0]] & ADVERB:
            return None  # "The port, however, is open, said Firth"
        if before is not None and words[before[0]].isdigit() and before[0] > low and words[before[0] - 1] == ",":
            named = phrase_before(page, before[0] - 1, low)  # "Jane Firth, 40, who leads the council, said"
            before = named if named is not None else before
        outer = _beyond_relative(page, before[0], low) if before is not None else -1
        if outer > low:
            before = phrase_before(page, outer, low) or before  # "Firth, who helped found EDGE, a group, said"
        return (before[0], end - 1) if before is not None else None
    if bits & (PUNCTUATION | STOP | MARK | SUBORDINATOR | CONJUNCTION | OPENER | PREPOSITION | NEGATION | BE | MODAL):
        return None
    first = _walk_left(page, last, low)
    return first, end


def _relative_before(page: Transcript, last: int, low: int) -> int:
    """The "who" of a clause that ends with a token and tells why a source has no name, -1 without one."""
    for number in range(last - 1, max(low, last - LONGEST_INSERTION), -1):
        if page.lowers[number] == "who":
            return number
        if page.classes[number] & _STOP_MARK_PUNCTUATION:
            return -1
    return -1


def _beyond_relative(page: Transcript, first: int, low: int) -> int:
    """The comma before the "who" of the clause in which a phrase stands, -1 where it stands in none."""
    for number in range(first - 1, max(low, first - LONGEST_INSERTION), -1):
        if page.classes[number] & _STOP_MARK_PUNCTUATION:
            return -1
        if page.lowers[number] in _WHO and page.words[number - 1] == ",":
            return number - 1
    return -1


def _insertion_start(page: Transcript, close: int, low: int) -> int | None:
    """The mark that opens the insertion closed at ``close``; None when what stands before is no insertion."""
    words = page.words
    opening = {")": ("(",), ",": (",",)}.get(words[close], ("—", "–", "--"))
    number = close - 1
    limit = max(low, close - LONGEST_INSERTION)
    while number > limit:
        if words[number] in opening:
            return number
        if page.classes[number] & _STOP_MARK:
            return None
        number -= 1
    return None


def _walk_left(page: Transcript, last: int, low: int) -> int:
    """The first token of the noun phrase that ends with token ``last``."""
    classes, words, lowers, verbs = page.classes, page.words, page.lowers, page.quotes.verbs
    known = page.known
    number = last
    limit = max(low, last - LONGEST_PHRASE)
    while number > limit:
        before = number - 1
        bits = classes[before]
        word = lowers[before]
        if word == "to" and before - 1 > limit and lowers[before - 1 : number] == known.close_to:
            number = before - 1  # "a person close to the talks"
            continue
        if bits & _LEFT_END and word != "'s" and word not in ("-", "/"):
            break
        if bits & PRONOUN and not bits & DETERMINER:
            break
        if bits & PREPOSITION:
            # A phrase behind a preposition belongs to the noun before it, where there is one.
            if word not in known.binding or before <= limit or not _may_head(page, before - 1):
                break
            if classes[number] & _PUNCTUATION_TIME:
                break
            number = before
            continue
        if bits & CONJUNCTION:
            if word == "or" or before <= limit or not _joins(page, before, number):
                break
            number = before
            continue
        if bits & TIME and words[before][0].isupper():
            break
        verb = verbs.get(word) if bits & VERB_CUE and words[before][0].islower() else None
        if verb is not None and verb[1] & _PAST_THIRD and lowers[before - 1] not in known.firm_determiners:
            break
        number = before
        if word in known.firm_determiners and not (
            number > limit and (lowers[number - 1] in known.binding or lowers[number - 2 : number] == known.close_to)
        ):
            break
    return number


def _may_head(page: Transcript, number: int) -> bool:
    """Whether the token may be a noun: no closed class, no punctuation."""
    bits = page.classes[number]
    return not bits & (_LEFT_END | PREPOSITION | CONJUNCTION | DETERMINER | POSSESSIVE | PRONOUN | ADVERB)


def _joins(page: Transcript, conjunction: int, following: int) -> bool:
    """Whether "and" joins two names or two like nouns: "Ames and Firth", "the army and the police"."""
    before, after = page.words[conjunction - 1], page.words[following]
    if page.classes[conjunction - 1] & _PUNCTUATION_STOP_MARK_FINITE:
        return False
    if before[0].isupper() and after[0].isupper():
        return True
    return (
        before[0].islower()
        and after[0].islower()
        and before.endswith("s")
        and page.lowers[following] not in page.quotes.verbs
    )


def phrase_after(page: Transcript, first: int, high: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token ``first``: "Jane Firth of Harlow" behind "said"; None without one."""
    if first >= high:
        return None
    classes, words, lowers, binding = page.classes, page.words, page.lowers, page.known.binding
    bits = classes[first]
    if (bits & PRONOUN and not bits & DETERMINER) or bits & OBJECT_PRONOUN:
        return first, first + 1
    if bits & (PUNCTUATION | STOP | MARK | PREPOSITION | SUBORDINATOR | OPENER | _FINITE | NEGATION | CONJUNCTION):
        return None
    number = first
    limit = min(high, first + LONGEST_PHRASE)
    named = False
    while number < limit:
        bits = classes[number]
        word = lowers[number]
        if word == "'s":
            number += 1
            continue
        if (
            bits & _DETERMINER_POSSESSIVE
            and number > first
            and not classes[number - 1] & _PREPOSITION_DETERMINER_CONJUNCTION
        ):
            break
        if bits & PREPOSITION:
            if word not in binding or number + 1 >= limit or not _goes_on(page, number + 1) or (word == "on"):
                break
            if word in ("in", "at", "with") and named and not words[number + 1][0].isupper():
                break
        elif bits & CONJUNCTION:
            if number + 1 >= limit or not _joins(page, number, number + 1):
                break
        elif bits & _RIGHT_END and word != "-" and not (bits & TIME and number > first and _in_name(page, number)):
            break
        named = named or words[number][0].isupper()
        number += 1
    while number > first and classes[number - 1] & _PREPOSITION_DETERMINER_CONJUNCTION:
        number -= 1
    return (first, number) if number > first else None


def _in_name(page: Transcript, number: int) -> bool:
    """Whether a time word is part of a name or compound: "Good Morning Harlow", "year" in "13-year-old"."""
    before, word = page.words[number - 1], page.words[number]
    if before == "-":
        return True
    return before[0].isupper() and word[0].isupper() and page.lowers[number] in page.known.naming_times


def _goes_on(page: Transcript, number: int) -> bool:
    return not page.classes[number] & (PUNCTUATION | STOP | MARK | PRONOUN | TIME | _FINITE | OPENER | PREPOSITION)


def sentence_subject(page: Transcript, low: int, end: int) -> tuple[int, int] | None:
    """The first noun phrase of a sentence that may be its subject, before token ``end``.

    An opening phrase ("On the way home, ...") is jumped over up to its comma.
    """
    classes, words = page.classes, page.words
    first = low
    while first < end and classes[first] & _MARK_PUNCTUATION_CONJUNCTION_ADVERB and not classes[first] & DETERMINER:
        first += 1
    if (first < end and classes[first] & _PREPOSITION_SUBORDINATOR_TIME) or (
        first < end and words[first].endswith("ing")
    ):
        number = first
        while number < end and words[number] != ",":
            number += 1
        if number >= end:
            return None
        first = number + 1
    phrase = phrase_after(page, first, end)
    if phrase is None:
        return None
    # A known or regular past ends the subject: "Hale closed", "the union leaders voted".
    for number in range(phrase[0] + 1, phrase[1]):
        word = words[number]
        past = word.islower() and (word.endswith("ed") or (words[number - 1][0].isupper() and number == phrase[0] + 1))
        if past and not classes[number] & PREPOSITION and page.lowers[number - 1] not in page.known.firm_determiners:
            return phrase[0], number
    return phrase


def antecedent(page: Transcript, relative: int, low: int) -> tuple[int, int] | None:
    """The noun phrase that "who" or "which" stands for: what stands before it."""
    if not page.classes[relative] & RELATIVE and page.lowers[relative] != "whose":
        return None
    end = relative
    if end - 1 >= low and page.words[end - 1] == ",":
        end -= 1
    found = phrase_before(page, end, low)
    if found is not None and page.words[found[0]].isdigit() and found[0] > low and page.words[found[0] - 1] == ",":
        return phrase_before(page, found[0] - 1, low) or found  # "Jane Firth, 61, who"
    return found
