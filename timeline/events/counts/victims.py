"""How many people the patients of an event are: "a mother and her two children" are three, "both pilots" two.

What comes in: a page, the patients of an event in text order, the numbers of its sentence. What goes out: one
``Amount`` over all of them, or None where no number of them is said. One person is one or more: that a guard was killed
says not that nobody else was. Not decided here: who the patients are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.article.page import Page
from timeline.events.counts.amounts import Amount
from timeline.lexicons.numbers import NumberClasses, number_words
from timeline.values.actors import Participant

_JOINTS = frozenset((",", "and", "&", "plus"))  # "or" joins nobody: "a guard or a nurse" is one
_ARTICLES = frozenset(("a", "an", "another", "one"))
_PERSONS = frozenset(("person", "role"))  # kinds of actors that are one person; several are a group
_PLURAL = "s"
_TWO = 2
_ONE, _UNKNOWN = (1, 1), (None, None)


def amount_of(page: Page, patients: Sequence[Participant], amounts: Sequence[Amount]) -> Amount | None:
    """How many the patients are together.

    The first of them and those that stand in one row with it count. Where one is a plural without a number the sum is
    the least that they are; where all are plurals without one, None: that guards were hurt says not how many were.
    """
    classes = number_words().classes
    parts: list[Amount] = []
    numbered = single = False
    behind = -1
    for patient in patients:
        first, end = page.tokens.token_range(patient.start, patient.end)
        if behind >= 0 and not _follows(page, behind, first):
            break
        behind = end
        said = next((amount for amount in amounts if _heads(page, first, end, amount, classes)), None)
        if said is None:
            low, high = _people(page, first, end, patient, classes)
            numbered = numbered or low == _TWO
            single = single or (low == 1 and (patient.kind in _PERSONS or page.lowers[first] in classes.singles))
            said = Amount(first=first, end=end, start=first, stop=end, low=low, high=high)
        else:
            numbered = True
        parts.append(said)
    if not (numbered or single):
        return None
    if len(parts) == 1:
        return parts[0] if numbered else replace(parts[0], high=None)
    lows = [part.low for part in parts if part.low is not None]
    highs = [part.high for part in parts]
    return Amount(
        first=parts[0].first,
        end=parts[-1].end,
        start=parts[0].start,
        stop=max(parts[-1].stop, behind),
        low=sum(lows) if lows else None,
        high=None if None in highs or not numbered else sum(high for high in highs if high is not None),
        approximate=any(part.approximate for part in parts),
    )


def _heads(page: Page, first: int, end: int, amount: Amount, classes: NumberClasses) -> bool:
    """Whether a number opens a phrase: "all the other 12 guards"; not "guards of 12 families"."""
    if not (amount.start <= first < amount.stop or first <= amount.start < end):
        return False
    return all(low in classes.leading for low in page.lowers[first : amount.start])


def _follows(page: Page, end: int, first: int) -> bool:
    """Whether a phrase stands in one row with the one before it."""
    between = page.lowers[end:first]
    return 0 < len(between) <= _TWO and all(low in _JOINTS for low in between)


def _people(
    page: Page, first: int, end: int, patient: Participant, classes: NumberClasses
) -> tuple[int | None, int | None]:
    """The least and the most that a phrase without a number is; None and None for a plural, a body or a thing."""
    words = page.lowers[first:end]
    if not words:
        return _UNKNOWN
    if not classes.twos.isdisjoint(words[:2]) and not any(map(_is_body, words[1:])):
        return (_TWO, None) if "couple" in words and "of" in words else (_TWO, _TWO)  # "a couple of guards"
    if words[0] in classes.singles or patient.kind == "person":
        return _ONE
    if not classes.several.isdisjoint(words[1:]) or not (patient.kind in _PERSONS or words[0] in _ARTICLES):
        return _UNKNOWN
    return _ONE if _is_single(words[-1], classes) else _UNKNOWN


def _is_body(noun: str) -> bool:
    """Whether a noun in the plural is several people each: "both families", "both sides"."""
    several = number_words().classes.several
    return (noun.endswith("s") and noun[:-1] in several) or (noun.endswith("ies") and f"{noun[:-3]}y" in several)


def _is_single(noun: str, classes: NumberClasses) -> bool:
    return noun not in classes.plurals and not (noun.endswith(_PLURAL) and not noun.endswith("ss"))
