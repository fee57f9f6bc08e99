"""Which mentions of one article report the same event.

What comes in: candidates with type, date, roles and factuality. What goes out: ``group``, a number that mentions of one event
share, from 0 in text order. Events of several articles are joined in ``timeline.stories``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.lexicons.events import DETERMINER, POSSESSIVE
from timeline.events.page import Page

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "their", "his", "her", "its", "both"))
_FACTS = frozenset(("happened", "reported"))
_LOOSE = frozenset(("STATEMENT", "OTHER", "MOVE", "MARKET", "REQUEST", "BUSINESS"))


def group(page: Page, candidates: Sequence[Candidate]) -> None:
    """Sets ``group``. "Talks opened in Harlow. ... The talks ended" is one event; two dated marches are two."""
    leaders: list[list[Candidate]] = []
    by_type: dict[str, list[int]] = {}
    for candidate in candidates:
        number = -1
        for known in reversed(by_type.get(candidate.type, ())):
            if _same(page, candidate, leaders[known]):
                number = known
                break
        if number < 0:
            number = len(leaders)
            leaders.append([])
            by_type.setdefault(candidate.type, []).append(number)
        leaders[number].append(candidate)
        candidate.group = number


def _same(page: Page, candidate: Candidate, members: Sequence[Candidate]) -> bool:
    """Whether a candidate reports the event of earlier ones."""
    if candidate.statement >= 0 or any(member.statement >= 0 for member in members):
        return any(member.statement == candidate.statement for member in members) and candidate.statement >= 0
    last = members[-1]
    if candidate.label != last.label and candidate.lemma != last.lemma and candidate.mode != last.mode:
        return False
    if not _compatible(candidate, members):
        return False
    shared = _keys(candidate) & {key for member in members for key in _keys(member)}
    if candidate.type in _LOOSE:
        if candidate.lemma != last.lemma and candidate.label != last.label:
            return False
        return bool(shared) and candidate.lemma == last.lemma or (
            candidate.reading == "noun" and candidate.lemma == last.lemma and _definite(page, candidate)
        )
    if shared:
        return True
    if candidate.reading == "noun" and _definite(page, candidate):
        return True
    if not _keys(candidate) or not any(_keys(member) for member in members):
        return candidate.lemma == last.lemma or candidate.label == last.label
    return False


def _compatible(candidate: Candidate, members: Sequence[Candidate]) -> bool:
    """Whether dates and facts can be those of one event."""
    for member in members:
        if (candidate.factuality in _FACTS) != (member.factuality in _FACTS):
            return False
        if (
            candidate.date is not None
            and member.date is not None
            and candidate.date.bound == "on"
            and member.date.bound == "on"
            and not candidate.date.overlaps(member.date)
        ):
            return False
        for count in candidate.counts:
            for other in member.counts:
                if count.kind == other.kind and count.minimum != other.minimum and count.start != other.start:
                    return False
    return True


def _keys(candidate: Candidate) -> set[str]:
    return {who.key or who.name.lower() for who in (*candidate.actors, *candidate.recipients)}


def _definite(page: Page, candidate: Candidate) -> bool:
    """Whether "the", "their" or the like stands before the noun."""
    for token in range(candidate.first_token - 1, max(-1, candidate.first_token - 4), -1):
        if page.lowers[token] in _DEFINITE:
            return True
        if page.bits[token] & (DETERMINER | POSSESSIVE):
            return False
    return False
