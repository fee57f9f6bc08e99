"""Numbers that belong to an event: dead, injured, missing, arrested, displaced, the size of a crowd or force.

What comes in: a page and candidates. What goes out: ``counts`` of the candidate they belong to: a number of dead or
injured in the sentence of an attack or disaster is that event's; elsewhere it is the death's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    DETERMINER,
    NUMBER,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TRIGGER,
)
from timeline.values.actors import Count, build_count

_UNIT_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_UNITS = {word: number for number, word in enumerate(_UNIT_WORDS.split())}
_TENS = dict(
    zip(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), range(20, 100, 10), strict=True)
)
_MULTIPLES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000}
_GREAT = {"tens": 10, "hundreds": 100, "dozens": 12, "scores": 20}
_WORDS = _UNITS.keys() | _TENS.keys() | _MULTIPLES.keys() | _VAGUE.keys()
_VICTIMS = frozenset(("ASSAULT", "DISASTER", "PROTEST", "CRIME"))
_REACH = 7
_MINIMUM = frozenset(("least", "than", "over"))
_MAXIMUM = frozenset(("to", "most"))
_ABOUT = frozenset(("about", "around", "some", "nearly", "almost", "approximately", "roughly", "estimated"))
#: Names of word classes: what is counted and is nobody; verbs by which people come to what has a size.
_NO_PEOPLE = "no_people"
_JOINING = "joining"
_NAMING = "naming"  # words before a number that counts nobody: "aged 84", "on flight 12", "at 84"
_BY = frozenset(("by", "of", "with", "drew", "drawing", "attracted"))
_BEFORE_CROWD = _BY | _ABOUT | _MINIMUM | _MAXIMUM | {"several", "an"}
_CROWD_REACH = 3  # words between a number and the noun: "5,000-strong protest march"
_SHARING = frozenset(("in", "out", "of", "every"))  # between the numbers of a share
_BORDER = STOP | COMMA | QUOTE | RELATIVE | SUBORDINATOR


def count(page: Page, candidates: Sequence[Candidate]) -> None:
    """Sets ``counts``: "killing at least 12 people" gives the attack before it dead, minimum 12."""
    kinds = [_kind(page, candidate) for candidate in candidates]
    # Only sentences with an event that is counted are looked through.
    by_sentence: dict[int, list[tuple[Candidate, str | None]]] = {
        candidate.sentence: [] for candidate, kind in zip(candidates, kinds, strict=True) if kind is not None
    }
    if not by_sentence:
        return
    for candidate, kind in zip(candidates, kinds, strict=True):
        if candidate.sentence in by_sentence:
            by_sentence[candidate.sentence].append((candidate, kind))
    for index, found_in in by_sentence.items():
        sentence = page.tokens.sentences[index]
        inside = [
            token
            for token, low in enumerate(page.lowers[sentence.first_token : sentence.end_token], sentence.first_token)
            if (low in _WORDS or low[0].isdigit()) and not page.timed[token]
        ]
        if not inside:
            continue
        members = [candidate for candidate, _ in found_in]
        for candidate, kind in found_in:
            if kind is None:
                continue
            found = _number(page, candidate, inside, kind)
            if found is not None:
                candidate.counts.append(found)
                if kind in ("dead", "injured", "missing"):
                    owner = _owner(candidate, members, page.lexicon.counted)
                    if owner is not None and all(other.kind != kind for other in owner.counts):
                        owner.counts.append(found)


def _kind(page: Page, candidate: Candidate) -> str | None:
    """What a number beside the event counts, by its word, else by its type and mode."""
    counted = page.lexicon.counted
    return (
        counted.get(candidate.lemma) or counted.get(f"{candidate.type}:{candidate.mode}") or counted.get(candidate.type)
    )


def _owner(candidate: Candidate, members: Sequence[Candidate], counted: Mapping[str, str]) -> Candidate | None:
    """The attack or disaster of the same sentence that a number of victims belongs to as well."""
    others = [
        other
        for other in members
        if other is not candidate
        and other.type in _VICTIMS
        and other.lemma not in counted
        and other.factuality in ("happened", "reported")
    ]
    return min(
        others,
        key=lambda other: (other.reading != "noun", abs(other.first_token - candidate.first_token)),
        default=None,
    )


def _number(page: Page, candidate: Candidate, numbers: Sequence[int], kind: str) -> Count | None:
    """The number before or behind the trigger that counts its people."""
    first, end = candidate.first_token, candidate.end_token
    frame = candidate.frame
    behind_first = candidate.reading == "verb" and frame.voice == "active"
    behind = [token for token in numbers if end <= token < end + _REACH and _clear(page, end, token)]
    before = [token for token in numbers if first - _REACH - 2 <= token < first and _clear(page, token, first)]
    if kind == "size":
        order = _of_crowd(page, candidate, before, behind)
    elif candidate.lemma in ("die", "drown", "perish", "flee", "disappear"):
        order = before[-1:] + behind[:1]
    elif behind_first:
        order = behind[:1] or (before[-1:] if frame.object is None else [])
    else:
        order = before[-1:] or (behind[:1] if candidate.reading == "verb" else [])
    for token in order:
        found = _read(page, token, kind)
        if found is not None:
            listed = token > end and "and" in page.lowers[end:token]
            return replace(found, maximum=None) if listed else found  # "killed a mother and her two children"
    return None


def _of_crowd(page: Page, candidate: Candidate, before: list[int], behind: list[int]) -> list[int]:
    """The number of those who march, strike or gather: "5,000 marched", "a march by 5,000", "5,000 joined a march".

    Not "the arrest of 16 people during a march", nor "81 per cent had backed the strike".
    """
    lowers, bits = page.lowers, page.bits
    for token in before[-1:]:
        gap = range(token + 1, candidate.first_token)
        if not page.lexicon.classes[_JOINING].isdisjoint(lowers[token + 1 : candidate.first_token]):
            return [token]
        apart = any(bits[place] & PREPOSITION and lowers[place] != "of" for place in gap)
        apart = apart or any(bits[place] & TRIGGER and page.finites[place] for place in gap)
        if not apart and (candidate.reading == "verb" or len(gap) <= _CROWD_REACH):
            return [token]
    for token in behind[:1]:
        gap = range(candidate.end_token, token)
        if (
            lowers[token - 1] in _BEFORE_CROWD
            and any(lowers[place] in _BY for place in gap)
            and len(gap) <= _CROWD_REACH
        ):
            return [token]
    return []


def _clear(page: Page, low: int, high: int) -> bool:
    return not any(page.bits[token] & _BORDER for token in range(low, high))


def _read(page: Page, token: int, kind: str) -> Count | None:
    """The number at a token with what is said of it ("at least 12", "12 to 15", "dozens")."""
    lowers = page.lowers
    first, end = token, token + 1
    while first > 0 and (lowers[first - 1] in _WORDS or (lowers[first - 1] == "-" and lowers[first - 2] in _TENS)):
        first -= 1
    while end < len(lowers) and (
        lowers[end] in _WORDS or (lowers[end] == "-" and end + 1 < len(lowers) and lowers[end + 1] in _UNITS)
    ):
        end += 1
    if end < len(lowers) and (lowers[end] in page.lexicon.classes[_NO_PEOPLE] or lowers[end] == "-"):
        return None
    if first and (lowers[first - 1] in ("$", "€", "£") or lowers[first - 1] in page.lexicon.classes[_NAMING]):
        return None
    if _is_share(lowers, first, end):
        return None
    if end + 1 < len(lowers) and lowers[end] == "of" and lowers[end + 1] in _VAGUE and lowers[end - 1] in _GREAT:
        end += 2  # "hundreds of thousands"
    elif first > 1 and lowers[first - 1] == "of" and lowers[first] in _VAGUE and lowers[first - 2] in _GREAT:
        first -= 2
    number = _value([low for low in lowers[first:end] if low != "of"])
    if number is None:
        return None
    low: int | None = number
    high: int | None = number
    approximate = False
    start = first
    word = lowers[first - 1] if first else ""
    two = lowers[first - 2] if first > 1 else ""
    if (word in _MINIMUM and two in ("at", "more", "")) or word == "over":
        high = None
        start = first - (2 if two in ("at", "more") else 1)
    elif word in _MAXIMUM and two in ("up", "at"):
        low = None
        start = first - 2
    elif word in _ABOUT:
        approximate = True
        start = first - 1
    if word == "and" and first > 2 and lowers[first - 3] == "between":
        low, start = _value(lowers[first - 2 : first - 1]), first - 3
    if lowers[first] in _VAGUE or lowers[first] in _GREAT:
        high, approximate = None, True
    elif word == "several" and low in _MULTIPLES.values():
        low, high, approximate, start = 2 * number, None, True, first - 1  # "several thousand": thousands
    span = page.tokens.span(start, end)
    return build_count(
        kind=kind,
        minimum=low,
        maximum=high,
        start=span.start,
        end=span.end,
        text=span.quote(page.tokens.text),
        approximate=approximate,
    )


def _is_share(lowers: Sequence[str], first: int, end: int) -> bool:
    """Whether a number is one of the two of a share, which counts nobody: "four in five", "one out of every ten"."""
    last = end
    while last < len(lowers) and lowers[last] in _SHARING:
        last += 1
    if _parted(lowers[end:last]) and _less(lowers[first:end], lowers[last : last + 1]):
        return True
    before = first
    while before > 0 and lowers[before - 1] in _SHARING:
        before -= 1
    return before > 0 and _parted(lowers[before:first]) and _less(lowers[before - 1 : before], lowers[first:end])


def _parted(between: Sequence[str]) -> bool:
    """Whether the words between two numbers make a share of them: "in", "of every"; not "of" in "tens of thousands"."""
    return bool(between) and list(between) != ["of"]


def _less(part: Sequence[str], whole: Sequence[str]) -> bool:
    low, high = _value(part), _value(whole)
    return low is not None and high is not None and low < high


def _value(words: Sequence[str]) -> int | None:
    """The number that words or digits write: "twenty - three", "two hundred", "1,200"."""
    if len(words) > 1 and words[0] in _GREAT and words[1] in _VAGUE:
        return 2 * _GREAT[words[0]] * (_VAGUE[words[1]] // 2)
    total = 0
    for word in words:
        if word in _UNITS:
            total += _UNITS[word]
        elif word in _TENS:
            total += _TENS[word]
        elif word in _MULTIPLES:
            total = max(total, 1) * _MULTIPLES[word]
        elif word in _VAGUE:
            total = max(total, 1) * _VAGUE[word]
        elif word != "-":
            digits = word.replace(",", "")
            if digits.isdigit():
                total += int(digits)
            elif words[-1] in _MULTIPLES and digits.replace(".", "", 1).isdigit():
                return round(float(digits) * _MULTIPLES[words[-1]])  # "1.2 million"
            else:
                return None
    return total


__all__ = ["ADJECTIVE", "ADVERB", "AUXILIARY", "DETERMINER", "NUMBER", "count"]
