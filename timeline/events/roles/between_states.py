"""What a deed amounts to between states, where its own words say less: a warning not to travel, troops that leave.

What comes in: candidates with participants, places and factuality. What goes out: the same, where "told its citizens to
leave Chile" is a measure against Chile, "is ready to bomb Chile" a threat, "troops left Chile" a withdrawal, a state's
own war games a show of force and the training of another's soldiers help. Those who fire when others are hurt hit them.
What is said of another's violence is decided in ``allegations``, what he has to do in ``said_clauses``.

Source of the idea: CAMEO codes a deed by what it does between two sides (Gerner, Schrodt and others, 1.1b3).
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.roles.role_places import is_armed
from timeline.lexicons.roles import RoleWords
from timeline.values.actors import EventPlace, Participant, build_participant

_REACH = 16  # tokens between a verb of words and the deed it speaks of
_WORDS_BEFORE = 5  # a place that are looked at: "into the town of Ghent"
_NEAR = 8  # tokens between harm and the shots that did it
_TRAVEL_WARNING = ("SANCTION", "relations", "travel warning")
_WITHDRAWAL = ("RETREAT", "withdraw", "withdrawal")
_INCURSION = ("MOBILIZE", "troops", "incursion")
_SHOW = ("MOBILIZE", "troops", "show of force")
_TRAINING = ("AID", "military", "training")
_THREAT = ("THREATEN", "violence", "threat")
_EXERCISE = ("COOPERATE", "exercise")
#: Types that may amount to another, besides words of caution.
_READ = frozenset(("AGREE", "AID", "ASSAULT", "COOPERATE", "DEATH", "INJURY", "MOBILIZE", "MOVE"))
_WORDS = frozenset(("STATEMENT", "REQUEST", "THREATEN"))
_HARM = frozenset(("DEATH", "INJURY", "ASSAULT"))
_AHEAD = frozenset(("planned", "possible", "called_for"))
_FOREIGN = frozenset(("venue", "destination", "origin"))


def read_between(candidates: Sequence[Candidate], page: Page, words: RoleWords) -> None:
    """Make deeds between states what they amount to, with the state on the other side as recipient."""
    cautioning = words.cautioning
    for number, candidate in enumerate(candidates):
        kind = candidate.type
        if kind not in _READ and candidate.lemma not in cautioning:
            continue
        if candidate.reading != "verb":
            if (kind, candidate.mode) == _EXERCISE:
                _show_force(candidate)
        elif kind in _WORDS and candidate.lemma in cautioning:
            _warn_travellers(candidates, number, words)
        elif kind == "AGREE":
            _menace(candidates, number, page)
        elif kind == "MOVE":
            _pull_out(candidate, words)
        elif kind == "AID" and candidate.mode == "military":
            _send_into(candidate, page, words)
        elif kind in _HARM:
            _hit(candidates, number, page, words)
        elif (kind, candidate.mode) == _EXERCISE:
            _show_force(candidate)
        elif kind == "MOBILIZE" and candidate.label == _TRAINING[2]:
            _train(candidate)


def _warn_travellers(candidates: Sequence[Candidate], number: int, words: RoleWords) -> None:
    """Of "warned its citizens not to travel to Chile", "told Norwegians to leave Chile"."""
    warning = candidates[number]
    home = _one_country(warning.actors)
    if home is None:
        return
    for deed in candidates[number + 1 : number + 3]:
        if deed.sentence != warning.sentence or deed.first_token - warning.end_token > _REACH:
            return
        if deed.type != "MOVE" or deed.reading != "verb" or not _is_own(deed, home):
            continue
        leaves = deed.lemma in words.leaving
        if leaves != (deed.factuality == "called_for") or (not leaves and deed.factuality != "denied"):
            return
        abroad = _abroad(deed.places, home)
        if abroad is not None:
            warning.type, warning.mode, warning.label = _TRAVEL_WARNING
            warning.recipients.append(_as_recipient(abroad, "patient"))
        return


def _is_own(deed: Candidate, home: str) -> bool:
    """Whether those who travel are of a country, or of none that is known."""
    return all(part.country in (None, home) for part in (*deed.actors, *deed.recipients))


def _menace(candidates: Sequence[Candidate], number: int, page: Page) -> None:
    """Make readiness for a hostile deed of one's own a threat: "is ready to bomb Chile", "promised to crush Chile"."""
    promise = candidates[number]
    for deed in candidates[number + 1 : number + 2]:
        if deed.sentence != promise.sentence or deed.reading != "verb":
            return
        if not promise.first_token <= deed.frame.governor < promise.end_token:
            return
        hostile = page.lexicon.types[deed.type].quad == "material conflict" or deed.type in _HARM
        hostile = hostile and deed.factuality in _AHEAD
        if hostile and promise.actors and deed.actors[:1] and deed.actors[0].key == promise.actors[0].key:
            promise.type, promise.mode, promise.label = _THREAT


def _pull_out(candidate: Candidate, words: RoleWords) -> None:
    """Make the departure of one state's forces from another a withdrawal: "Norwegian troops left Chile"."""
    if candidate.lemma not in words.leaving or not candidate.actors or candidate.factuality == "denied":
        return
    home = _one_country(candidate.actors)
    if home is None or not all(_is_military(part) for part in candidate.actors):
        return
    abroad = _abroad(candidate.places, home)
    if abroad is not None:
        candidate.type, candidate.mode, candidate.label = _WITHDRAWAL
        candidate.recipients.append(_as_recipient(abroad, "recipient"))


def _send_into(candidate: Candidate, page: Page, words: RoleWords) -> None:
    """Make what is sent into another country no help: "sent tanks into Chile"."""
    if candidate.lemma not in words.sending or not candidate.recipients:
        return
    first = page.tokens.starts[candidate.end_token]
    for part in candidate.recipients:
        if part.country is not None and part.start >= first:
            before = page.tokens.text[first : part.start].lower().split()[-_WORDS_BEFORE:]
            if not words.invading.isdisjoint(before):
                candidate.type, candidate.mode, candidate.label = _INCURSION
            return


def _show_force(candidate: Candidate) -> None:
    """Make an exercise of one state alone a show of force, to the state off whose coast it is held."""
    home = _one_country(candidate.actors)
    if home is None or candidate.recipients or not all(_is_state(part) for part in candidate.actors):
        return
    candidate.type, candidate.mode, candidate.label = _SHOW
    candidate.actors[:] = [_in_role(part, "agent") for part in candidate.actors]
    abroad = _abroad(candidate.places, home)
    if abroad is not None:
        candidate.recipients.append(_as_recipient(abroad, "recipient"))


def _train(candidate: Candidate) -> None:
    """Make the training of another state's people help: "Norway trains Chilean soldiers"."""
    home = _one_country(candidate.actors)
    if home is not None and any(part.country not in (None, home) for part in candidate.recipients):
        candidate.type, candidate.mode, candidate.label = _TRAINING


def _hit(candidates: Sequence[Candidate], number: int, page: Page, words: RoleWords) -> None:
    """Let those who fire hit whom that hurts: "two Chileans were wounded when Norwegian troops opened fire"."""
    harm = candidates[number]
    hurt = [part for part in harm.recipients if part.country is not None]
    if not hurt or harm.actors:
        return
    for deed in candidates[number + 1 : number + 3]:
        if deed.sentence != harm.sentence or deed.first_token - harm.end_token > _NEAR:
            return
        if deed.type != "ASSAULT" or any(part.country is not None for part in deed.recipients):
            continue
        between = page.lowers[harm.end_token : deed.first_token]
        if words.meanwhile.isdisjoint(between) or not any(_is_other(part, hurt) for part in deed.actors):
            return
        deed.recipients[:] = [part for part in deed.recipients if part.key is not None]
        deed.recipients.extend(_in_role(part, "patient") for part in hurt)
        return


def _is_other(part: Participant, hurt: Sequence[Participant]) -> bool:
    """Whether somebody of a known country is none of those who are hurt."""
    return part.country is not None and all(part.country != other.country for other in hurt)


def _one_country(parts: Sequence[Participant]) -> str | None:
    """The one country of all who act."""
    lands = {part.country for part in parts}
    return lands.pop() if len(lands) == 1 else None


def _abroad(places: Sequence[EventPlace], home: str) -> EventPlace | None:
    """The first place that is in another country."""
    for place in places:
        if place.role in _FOREIGN and place.country not in (None, home):
            return place
    return None


def _is_state(part: Participant) -> bool:
    return part.country is not None and is_armed(part)


def _is_military(part: Participant) -> bool:
    """Whether a code says that somebody is of a country's forces."""
    return "MIL" in (part.code or "")


def _as_recipient(place: EventPlace, role: str) -> Participant:
    return build_participant(
        start=place.start, end=place.end, text=place.text, name=place.name, role=role, country=place.country
    )  # fmt: skip


def _in_role(part: Participant, role: str) -> Participant:
    return build_participant(
        start=part.start, end=part.end, text=part.text, name=part.name, role=role, kind=part.kind, key=part.key,
        country=part.country, code=part.code,
    )  # fmt: skip


__all__ = ["read_between"]
