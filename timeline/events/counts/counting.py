"""Numbers that belong to an event: dead, injured, missing, arrested, displaced, the size of a crowd or force.

What comes in: a page and candidates with their parts. What goes out: ``counts`` of the candidate they belong to: a
number of dead or injured in the sentence of an attack or disaster is that event's too. Not decided here: how numbers
are written (``amounts``), how many a phrase is (``victims``), what a toll comes to (``tolls``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.counts.amounts import Amount, amounts_in
from timeline.events.counts.tolls import toll_behind, toll_of
from timeline.events.counts.victims import amount_of
from timeline.lexicons.events import COMMA, PREPOSITION, QUOTE, RELATIVE, STOP, SUBORDINATOR, TRIGGER
from timeline.lexicons.numbers import number_words
from timeline.values.actors import Count, Participant, build_count

_VICTIMS = frozenset(("ASSAULT", "DISASTER", "PROTEST", "CRIME"))
_SHARED = frozenset(("dead", "injured", "missing"))  # kinds that are counts of the attack or disaster as well
_TOLL = "toll"  # without more a toll counts the dead of a disaster: "the toll from the quake"
_PATIENTS = frozenset(("patient", "theme", "recipient"))
_OF_SUBJECT = frozenset(("die", "drown", "perish", "flee", "disappear"))
_REACH = 7  # tokens from a trigger to a number that counts its people
_BEFORE_REACH = _REACH + 2
_JOINING = "joining"  # word class: verbs by which people come to what has a size
_BY = frozenset(("by", "of", "with", "drew", "drawing", "attracted"))
_AMONG = "among"
_CROWD_REACH = 3  # words between a number and the noun: "5,000-strong protest march"
_BORDER = STOP | COMMA | QUOTE | RELATIVE | SUBORDINATOR


def count(page: Page, candidates: Sequence[Candidate]) -> None:
    """Sets ``counts``: "killing at least 12 people" gives the attack before it dead, minimum 12."""
    kinds = [_kind(page, candidate) for candidate in candidates]
    # Only sentences with an event that is counted are looked through.
    by_sentence: dict[int, list[tuple[Candidate, str | None]]] = {
        candidate.sentence: [] for candidate, kind in zip(candidates, kinds, strict=True) if kind is not None
    }
    if _TOLL in page.present:
        by_sentence |= {candidate.sentence: [] for candidate in candidates if candidate.type in _VICTIMS}
    if not by_sentence:
        return
    for candidate, kind in zip(candidates, kinds, strict=True):
        if candidate.sentence in by_sentence:
            by_sentence[candidate.sentence].append((candidate, kind))
    for index, found_in in by_sentence.items():
        sentence = page.tokens.sentences[index]
        amounts = amounts_in(page, sentence.first_token, sentence.end_token)
        _count_sentence(page, found_in, amounts, sentence.first_token, sentence.end_token)


def _count_sentence(
    page: Page, found_in: Sequence[tuple[Candidate, str | None]], amounts: Sequence[Amount], first: int, end: int
) -> None:
    """Gives the numbers of one sentence to its events."""
    counted = page.lexicon.counted
    members = [candidate for candidate, _ in found_in]
    for candidate, kind in found_in:
        if kind is None or candidate.polarity == "negative":
            continue
        amount = _number(page, candidate, amounts, kind, first)
        if amount is None:
            continue
        found = _counted(page, amount, kind)
        candidate.counts.append(found)
        if kind in _SHARED:
            owner = _owner(candidate, members, counted)
            if owner is not None:
                _add(owner, found)
    lowers = page.lowers
    if _TOLL in page.present and _TOLL in lowers[first:end]:
        place = lowers.index(_TOLL, first, end)
        amount = toll_behind(page, place + 1, amounts)
        owner = next((one for one in members if one.type in _VICTIMS and one.lemma not in counted), None)
        if amount is not None and owner is not None:
            _add(owner, _counted(page, amount, "dead"))


def _add(owner: Candidate, found: Count) -> None:
    if all(other.kind != found.kind for other in owner.counts):
        owner.counts.append(found)


def _counted(page: Page, amount: Amount, kind: str) -> Count:
    span = page.tokens.span(amount.start, amount.stop)
    return build_count(
        kind=kind,
        minimum=amount.low,
        maximum=amount.high,
        start=span.start,
        end=span.end,
        text=span.quote(page.tokens.text),
        approximate=amount.approximate,
    )


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


def _number(page: Page, candidate: Candidate, amounts: Sequence[Amount], kind: str, low_end: int) -> Amount | None:
    """The number that counts the people of an event."""
    first, end = candidate.first_token, candidate.end_token
    if kind != "size":
        beside = next((amount for amount in amounts if _is_beside(page, amount, first)), None)
        if beside is not None:
            return beside  # "with 1,400 injured", "20 others wounded"
        toll = first if _TOLL in page.lowers[first:end] else toll_of(page, first, low_end)
        amount = toll_behind(page, end, amounts) if toll is not None else None
        if amount is not None:
            return amount
        patients = _patients(page, candidate, kind)
        if patients and toll is None:
            return None if kind == "displaced" and not amounts else amount_of(page, patients, amounts)
    behind = [amount for amount in amounts if end <= amount.first < end + _REACH and _clear(page, end, amount.first)]
    before = [
        amount
        for amount in amounts
        if first - _BEFORE_REACH <= amount.first < first and _clear(page, amount.end, first)
    ]
    if kind == "size":
        return _of_crowd(page, candidate, before, behind)
    if candidate.lemma in _OF_SUBJECT:
        order = before[-1:] + behind[:1]
    elif candidate.reading == "verb" and candidate.frame.voice == "active":
        order = behind[:1] or (before[-1:] if candidate.frame.object is None else [])
    else:
        order = before[-1:] or (behind[:1] if candidate.reading == "verb" else [])
    if order and _AMONG in page.lowers[order[0].end : first]:
        return replace(order[0], high=None)  # "three nurses were among the dead"
    return order[0] if order else None


def _is_beside(page: Page, amount: Amount, first: int) -> bool:
    """Whether a number stands right before a trigger, or with those whom it counts between."""
    return amount.stop == first or (
        amount.stop == first - 1 and page.lowers[amount.stop] in number_words().classes.counted
    )


def _patients(page: Page, candidate: Candidate, kind: str) -> list[Participant]:
    """Those who are counted: not "two missing" as dead, nor the town that people fled."""
    if candidate.lemma == "flee":
        return []
    counted, found = page.lexicon.counted, []
    sentence = page.tokens.sentences[candidate.sentence]
    for patient in candidate.recipients:
        if patient.role in _PATIENTS and sentence.start <= patient.start < sentence.end:
            last = page.lowers[page.tokens.token_range(patient.start, patient.end)[1] - 1]
            if counted.get(last, kind) == kind and last not in number_words().classes.tolls:
                found.append(patient)
    return found


def _of_crowd(page: Page, candidate: Candidate, before: list[Amount], behind: list[Amount]) -> Amount | None:
    """The number of those who march, strike or gather: "5,000 marched", "a march by 5,000", "5,000 joined a march".

    Not "the arrest of 16 people during a march", nor "81 per cent had backed the strike".
    """
    lowers, bits = page.lowers, page.bits
    for amount in before[-1:]:
        gap = range(amount.end, candidate.first_token)
        if not page.lexicon.classes[_JOINING].isdisjoint(lowers[amount.end : candidate.first_token]):
            return amount
        apart = any(bits[place] & PREPOSITION and lowers[place] != "of" for place in gap)
        apart = apart or any(bits[place] & TRIGGER and page.finites[place] for place in gap)
        if not apart and (candidate.reading == "verb" or len(gap) <= _CROWD_REACH):
            return amount
    for amount in behind[:1]:
        between = lowers[candidate.end_token : amount.start]
        if 0 < len(between) <= _CROWD_REACH and between[-1] in _BY:
            return amount
    return None


def _clear(page: Page, low: int, high: int) -> bool:
    return not any(page.bits[token] & _BORDER for token in range(low, high))
