"""Parties that stand on two sides: who will not meet whom, and what two sides share.

What comes in: candidates with participants. What goes out: the same, where of "Norway refused to meet Peru" and "Norway
will not attend talks with Peru" Norway alone acts and Peru is its counterpart, for a refusal is the deed of one. So is
ratifying a treaty, and where people of one country meet each other it matters who calls on whom. Where parties are
named and nobody undergoes, a thing that they share ("swapped prisoners") is what the event is about. What two states
agree to do is an agreement between them ("Norway and Peru agreed to open a strait"), not one's willingness.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.lexicons.roles import RoleWords
from timeline.values.actors import Participant, build_participant
from timeline.values.text import build_span

_FIGHT = "ASSAULT"
_AGREEING = "agree"
_RATIFYING = "ratify"
_AGREEMENT = ("SUPPORT", "sign", "agreement")
_MUTUAL = frozenset(("CONSULT", "COOPERATE", "SUPPORT"))
_PACTS = frozenset(("sign", "recognize"))
_SHARED = frozenset(("CONSULT", "COOPERATE"))
_NOBODY = frozenset((None, "group"))  # kinds of what is shared: things, prisoners
_AHEAD = frozenset(("planned", "possible"))
_TWO = 2


def part_sides(candidates: Sequence[Candidate], page: Page, words: RoleWords) -> None:
    """Give what is refused one acting side, what is shared no recipient that is nobody, and a fight two sides."""
    starts = page.tokens.starts
    for candidate in candidates:
        if candidate.type == _FIGHT:
            if not candidate.actors and candidate.recipients:
                _strike(candidate)
            elif candidate.reading == "verb" and candidate.lemma in words.clashing:
                _oppose(candidate)
            continue
        if candidate.type == "AGREE":
            if candidate.lemma == _AGREEING and candidate.reading == "verb" and _agree(candidate):
                candidate.type, candidate.mode, candidate.label = _AGREEMENT
                _share(candidate)
            continue
        if candidate.type not in _MUTUAL or len(candidate.actors) < _TWO:
            continue
        if (
            candidate.factuality == "denied"
            or candidate.lemma == _RATIFYING
            or _is_internal(candidate)
            or _is_wish(candidate, page, words)
        ):
            part_counterparts(candidate, starts[candidate.first_token])
        elif candidate.recipients and (candidate.type in _SHARED or _is_pact(candidate)):
            _share(candidate)


def _oppose(candidate: Candidate) -> None:
    """Let the first of two nations that fight act, and the other be its counterpart.

    As of "Norwegian and Chilean troops clashed"; "fighting between" is read so too.
    """
    if candidate.recipients or len({part.country for part in candidate.actors} - {None}) < _TWO:
        return
    first, *others = candidate.actors
    candidate.actors[:] = [first]
    candidate.recipients.extend(_as_counterpart(part) for part in others)


def _strike(candidate: Candidate) -> None:
    """Let those act with whom somebody fought who was hurt: "was killed in an exchange of fire with gunmen"."""
    others = [part for part in candidate.recipients if part.role == "counterpart" and part.country is not None]
    if others and candidate.recipients[0].role == "patient":
        candidate.recipients[:] = [part for part in candidate.recipients if part not in others]
        candidate.actors.extend(
            build_participant(
                start=part.start, end=part.end, text=part.text, name=part.name, role="agent", kind=part.kind,
                key=part.key, country=part.country, code=part.code,
            )
            for part in others
        )  # fmt: skip


def _agree(candidate: Candidate) -> bool:
    """Whether those who agree are of several countries, and nobody else is named with whom they do."""
    lands = {part.country for part in candidate.actors}
    if len(lands) < _TWO or None in lands or candidate.factuality != "happened":
        return False
    return all(part.key is None and part.country is None for part in candidate.recipients)


def _is_pact(candidate: Candidate) -> bool:
    """Whether states sign or restore something with each other: "Norway settled a dispute with Chile"."""
    return candidate.mode in _PACTS and len({part.country for part in candidate.actors} - {None}) >= _TWO


def _is_wish(candidate: Candidate, page: Page, words: RoleWords) -> bool:
    """Whether one side alone is ready for what it takes two to do, or is asked for it: "is willing to meet Chile"."""
    if candidate.factuality == "called_for":
        return True
    cue = candidate.factuality_cue
    if cue is None or candidate.factuality not in _AHEAD:
        return False
    return not words.one_sided.isdisjoint(page.lowers[cue[0] : cue[1]])


def _is_internal(candidate: Candidate) -> bool:
    """Whether all who meet are of one country: "Norwegian strikers met the Norwegian premier" - who calls on whom."""
    lands = {part.country for part in candidate.actors}
    return candidate.type == "CONSULT" and len(lands) == 1 and None not in lands


def part_counterparts(candidate: Candidate, start: int) -> None:
    """Make those who stand behind the word counterparts of those before it."""
    before = [part for part in candidate.actors if part.start < start and part.role == "party"]
    after = [part for part in candidate.actors if part.start > start and part.role == "party"]
    if before and after:
        candidate.actors[:] = [part for part in candidate.actors if part not in after]
        candidate.recipients.extend(_as_counterpart(part) for part in after)


def _share(candidate: Candidate) -> None:
    """Let things be what the event is about where nobody undergoes it."""
    if any(part.country is not None or part.kind not in _NOBODY for part in candidate.recipients):
        return
    candidate.about.extend(build_span(part.start, part.end) for part in candidate.recipients)
    candidate.recipients.clear()


def _as_counterpart(part: Participant) -> Participant:
    return build_participant(
        start=part.start, end=part.end, text=part.text, name=part.name, role="counterpart", kind=part.kind,
        key=part.key, country=part.country, code=part.code,
    )  # fmt: skip


__all__ = ["part_counterparts", "part_sides"]
