"""Statements that accuse: what one state says that another did by force is an allegation.

What comes in: candidates with participants and attribution. What goes out: the same, where "The Norwegian ministry said
Chilean troops had shelled a village" is an accusation of Chile by Norway and no longer a bare statement; the shelling
stays what it is, told by Norway. Said behind the deed (", Norway said") it is a source and no more. Whether it is true
is decided in ``factuality``.

Source of the idea: CAMEO codes words about another's deed by that deed (Gerner, Schrodt and others, 1.1b3).
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.roles.role_places import is_armed
from timeline.values.actors import Participant, build_participant
from timeline.values.text import Span

_BY_FORCE = frozenset(("ASSAULT", "COERCE", "CRIME", "MOBILIZE"))
_BROKEN = "violation"  # mode of breaking a treaty, a border, an airspace
_ARMING = "military"  # mode of aid that another's enemy complains of
_BREAKING = frozenset(("violate", "breach", "flout", "infringe", "contravene", "break"))
_DOMAIN = frozenset(
    ("airspace", "waters", "territory", "soil", "border", "frontier")
)  # of a state, which others may not enter
_BEHIND = frozenset(("be behind", "be responsible", "be complicit", "be involved"))
_TOLD = frozenset(("happened", "reported"))


def accuse(candidates: Sequence[Candidate]) -> None:
    """Turn a state's statement on another state's violence into ACCUSE, mode ``allege``, of that state."""
    deeds: dict[Span, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.type == "ACCUSE":
            if not candidate.actors and candidate.lemma in _BEHIND:
                _blame(candidate)
        elif candidate.attribution.cue is not None and candidate.factuality in _TOLD and _is_wrong(candidate):
            deeds.setdefault(candidate.attribution.cue, []).append(candidate)
    if not deeds:
        return
    for candidate in candidates:
        cue = candidate.attribution.cue
        if candidate.type != "STATEMENT" or cue not in deeds or not candidate.actors or candidate.statement < 0:
            continue
        speaker = candidate.actors[0]
        if candidate.factuality != "happened" or not _is_state(speaker):
            continue
        for deed in deeds[cue]:
            accused = [part for part in deed.actors if _is_state(part) and part.country != speaker.country]
            if deed.type == "AID" and any(part.country == speaker.country for part in deed.recipients):
                continue  # "said Chile had sent it arms"
            if accused and deed.sentence == candidate.sentence and candidate.first_token < deed.first_token:
                _turn(candidate, accused[0])
                break


def _blame(candidate: Candidate) -> None:
    """Let who says so accuse: "said Chile was behind the attack"."""
    source = candidate.attribution.source
    if source is not None and all(part.key != source.key for part in candidate.recipients):
        candidate.actors.append(source)


def _is_wrong(deed: Candidate) -> bool:
    """Whether a state that tells of another's deed blames it."""
    return (
        deed.type in _BY_FORCE
        or (deed.type == "REJECT" and (deed.mode == _BROKEN or deed.lemma in _BREAKING))
        or (deed.type == "AID" and deed.mode == _ARMING)
        or (deed.type == "MOVE" and any(part.text.rpartition(" ")[2] in _DOMAIN for part in deed.recipients))
    )


def _is_state(part: Participant) -> bool:
    return part.country is not None and is_armed(part)


def _turn(candidate: Candidate, accused: Participant) -> None:
    candidate.type, candidate.mode, candidate.label = "ACCUSE", "allege", "accusation"
    if all(part.key != accused.key for part in candidate.recipients):
        candidate.recipients.append(
            build_participant(
                start=accused.start, end=accused.end, text=accused.text, name=accused.name, role="recipient",
                kind=accused.kind, key=accused.key, country=accused.country, code=accused.code,
            )
        )  # fmt: skip


__all__ = ["accuse"]
