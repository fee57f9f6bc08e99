"""Whom a verb of words concerns by the deed inside it: blamed, praised, threatened, promised, asked.

What comes in: the candidates of an article with the participants that their own words give. What goes out: recipients
of verbal events from the event that they govern: of "condemned the Chilean raid" the raid's agent, of "threatened to
attack Chile" whom the attack would hit, of "demanded that Chile withdraw" who would withdraw. Only a state or an actor
with a key is taken over, with the words at its own place; nothing is added where the verb names its recipient itself.

Source of the idea: CAMEO codes the target of words by the deed they are about (Gerner, Schrodt and others, 1.1b3).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.events.candidates import Candidate
from timeline.values.actors import Participant, build_participant

_JUDGING = frozenset(("ACCUSE", "SUPPORT"))
_OWN_DEED = frozenset(("AGREE", "THREATEN"))
_ASKING = frozenset(("REQUEST",))
_VERBAL = _JUDGING | _OWN_DEED | _ASKING
_REACH = 14  # tokens between a verb of words and the deed it governs
_SOMEBODY = frozenset(("country", "organisation", "person", "group", "role"))


def add_from_deeds(candidates: Sequence[Candidate]) -> None:
    """Give verbal events without a recipient the participants of what they are about."""
    for number, candidate in enumerate(candidates):
        if candidate.type not in _VERBAL or candidate.reading != "verb" or _names_somebody(candidate.recipients):
            continue
        deed = _governed(candidates, number)
        if deed is None:
            continue
        own = {actor.key for actor in candidate.actors if actor.key} | {
            actor.country for actor in candidate.actors if actor.country
        }
        if candidate.type in _ASKING and _is_own(deed, own):
            found = []  # "wants to help Chile" asks Chile for nothing
        elif candidate.type in _JUDGING or candidate.type in _ASKING:
            found = deed.actors
        else:
            found = deed.recipients if _is_own(deed, own) or not deed.actors else []
        for part in found:
            if _is_somebody(part) and part.key not in own and part.country not in own:
                candidate.recipients.append(_as_recipient(part))


def _governed(candidates: Sequence[Candidate], number: int) -> Candidate | None:
    """The next event that a verb governs as its complement, or that its object names."""
    verb = candidates[number]
    held = verb.frame.object if verb.frame.voice == "active" else None
    for deed in candidates[number + 1 : number + 4]:
        if deed.sentence != verb.sentence or deed.first_token - verb.end_token > _REACH:
            return None
        if deed.frame.governor == verb.first_token and deed.reading == "verb":
            return deed
        if deed.reading == "noun" and held is not None and held[0] <= deed.first_token < held[1]:
            return deed if verb.type in _JUDGING else None
    return None


def _is_own(deed: Candidate, own: set[str]) -> bool:
    """Whether who speaks is who acts: "threatened to attack"."""
    return any(actor.key in own or (actor.country is not None and actor.country in own) for actor in deed.actors)


def _names_somebody(parts: Iterable[Participant]) -> bool:
    return any(part.key is not None or part.country is not None for part in parts)


def _is_somebody(part: Participant) -> bool:
    return part.country is not None or (part.key is not None and part.kind in _SOMEBODY)


def _as_recipient(part: Participant) -> Participant:
    return build_participant(
        start=part.start, end=part.end, text=part.text, name=part.name, role="recipient", kind=part.kind, key=part.key,
        country=part.country, code=part.code,
    )  # fmt: skip


__all__ = ["add_from_deeds"]
