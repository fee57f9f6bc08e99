"""Whom a verb of words concerns by the deed inside it: blamed, praised, threatened, promised, asked.

What comes in: the candidates of an article with the participants that their own words give. What goes out: recipients
of verbal events from the event that they govern: of "condemned the Chilean raid" the raid's agent, of "threatened to
attack Chile" whom the attack would hit, of "demanded that Chile withdraw" who would withdraw. Only a state or an actor
with a key is taken over, with the words at its own place; nothing is added where the verb names its recipient itself.

Source of the idea: CAMEO codes the target of words by the deed they are about (Gerner, Schrodt and others, 1.1b3).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.lexicons.roles import RoleWords
from timeline.values.actors import Participant, build_participant

_JUDGING = frozenset(("ACCUSE", "SUPPORT"))
_OWN_DEED = frozenset(("AGREE", "THREATEN", "STATEMENT"))
_ASKING = frozenset(("REQUEST",))
_VERBAL = _JUDGING | _OWN_DEED | _ASKING
_ADDRESSING = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "THREATEN"))  # words that somebody says to somebody he meets
_HOSTILE = frozenset(("SANCTION", "ASSAULT", "COERCE"))
_REACH = 14  # tokens between a verb of words and the deed it governs
_AHEAD = frozenset(("planned", "possible"))
_PROMISE = ("AGREE", "promise", "promise")
_THREAT = ("THREATEN", "violence", "threat")
_ENDING = frozenset((("CONCEDE", "lift"), ("RETREAT", "ceasefire")))
_HURTING = frozenset(("SANCTION", "ASSAULT", "COERCE", "PROTEST", "MOBILIZE"))
_COMPLAINT = ("ACCUSE", "disapprove", "protest")
_NEAR = 4  # tokens between "claimed responsibility" and the deed
_SOMEBODY = frozenset(("country", "organisation", "person", "group", "role"))


def add_from_deeds(candidates: Sequence[Candidate], page: Page, words: RoleWords) -> None:
    """Give verbal events without a recipient the participants of what they are about, or of whom it is said to."""
    for number, candidate in enumerate(candidates):
        kind = candidate.type
        if kind == "PROTEST" and candidate.reading == "verb":
            _add_addressee(candidates, number, words)
            continue
        if kind == "STATEMENT" and candidate.lemma in words.assuring:
            _commit(candidates, number, page)
            continue
        if (kind, candidate.mode) in _ENDING and candidate.reading == "verb":
            _add_freed(candidates, number)
            continue
        if (
            (kind not in _VERBAL and candidate.lemma not in words.excluding)
            or candidate.reading != "verb"
            or _names_somebody(candidate.recipients)
        ):
            continue
        if kind == "STATEMENT" and candidate.lemma not in words.owning:
            continue
        deed = _governed(candidates, number, page, words)
        if deed is not None:
            _take_over(candidate, _concerned(candidate, deed))
        if kind in _ADDRESSING and not _names_somebody(candidate.recipients):
            _add_addressee(candidates, number, words)


def _commit(candidates: Sequence[Candidate], number: int, page: Page) -> None:
    """Make what somebody tells another of his own plans a promise or threat: "told Chile it would free the miners"."""
    told = candidates[number]
    if told.reading != "verb" or told.factuality != "happened" or not any(part.country for part in told.recipients):
        return
    for deed in candidates[number + 1 : number + 3]:
        if deed.sentence != told.sentence or deed.first_token - told.end_token > _REACH:
            return
        own = deed.actors and deed.actors[0].key is not None and _is_same(told.actors, deed.actors[:1])
        if not own or deed.reading != "verb" or deed.factuality not in _AHEAD:
            continue
        quad = page.lexicon.types[deed.type].quad
        if "cooperation" in quad:
            told.type, told.mode, told.label = _PROMISE
        elif quad == "material conflict":
            told.type, told.mode, told.label = _THREAT
        return


def _add_freed(candidates: Sequence[Candidate], number: int) -> None:
    """Whom the end of a hostile deed helps: "ended its siege of a Chilean port", "lifted the blockade of Chile"."""
    verb = candidates[number]
    if any(part.country is not None for part in verb.recipients) or verb.frame.object is None:
        return
    first, end = verb.frame.object
    for deed in candidates[number + 1 : number + 3]:
        if deed.sentence == verb.sentence and first <= deed.first_token < end and deed.type in _HURTING:
            _take_over(verb, deed.recipients)
            return


def _take_over(candidate: Candidate, found: Iterable[Participant]) -> None:
    """Add as recipients whoever is somebody and on the other side."""
    own = _sides(candidate)
    for part in found:
        if _is_somebody(part) and part.key not in own and part.country not in own:
            candidate.recipients.append(_as_recipient(part))


def _concerned(candidate: Candidate, deed: Candidate) -> Iterable[Participant]:
    """Whom words concern by their deed: who is judged or asked, or whom a deed of one's own would hit."""
    own = _sides(candidate)
    is_own = any(actor.key in own or (actor.country is not None and actor.country in own) for actor in deed.actors)
    if candidate.type in _ASKING:
        if is_own:
            return ()  # "wants to help Chile" asks Chile for nothing
        withdrawn = deed.type == "RETREAT" and deed.mode == "withdraw"  # "the withdrawal of Chilean troops"
        against = deed.type in _HOSTILE and deed.reading == "noun"  # "called for sanctions against Chile"
        return deed.actors or (deed.recipients[:1] if withdrawn or against else ())
    if candidate.type in _JUDGING:
        return deed.actors
    return deed.recipients if is_own or not deed.actors else ()


def _sides(candidate: Candidate) -> set[str]:
    """Keys and countries of who speaks."""
    return {actor.key for actor in candidate.actors if actor.key} | {
        actor.country for actor in candidate.actors if actor.country
    }


def _add_addressee(candidates: Sequence[Candidate], number: int, words: RoleWords) -> None:
    """Whom somebody meets, telephones or summons to say it: "telephoned the king to demand an end to the raids"."""
    spoken = candidates[number]
    for before in range(number - 1, -1, -1):
        met = candidates[before]
        if met.sentence != spoken.sentence or spoken.first_token - met.end_token > _REACH:
            return
        summoned = met.lemma in words.summoning
        if met.reading != "verb" or (met.type != "CONSULT" and not summoned) or met.factuality == "denied":
            continue
        if summoned and _is_same(spoken.actors, met.recipients):
            spoken.actors[:] = met.actors  # "summoned the envoy to protest"
            if spoken.type == "PROTEST":
                spoken.type, spoken.mode, spoken.label = _COMPLAINT
                spoken.recipients.clear()
        elif spoken.type == "PROTEST":
            return
        if not _is_same(spoken.actors, met.actors[:1]):
            return
        _take_over(spoken, met.recipients if summoned else (*met.actors[1:], *met.recipients))
        return


def _is_same(first: Sequence[Participant], second: Sequence[Participant]) -> bool:
    """Whether one actor is named, the same in both."""
    return len(first) == 1 == len(second) and first[0].key is not None and first[0].key == second[0].key


def _governed(candidates: Sequence[Candidate], number: int, page: Page, words: RoleWords) -> Candidate | None:
    """The next event that a verb governs as its complement, or that its object names."""
    verb = candidates[number]
    held = verb.frame.object if verb.frame.voice == "active" else None
    for deed in candidates[number + 1 : number + 4]:
        if deed.sentence != verb.sentence or deed.first_token - verb.end_token > _REACH:
            return None
        if deed.frame.governor == verb.first_token and deed.reading == "verb":
            return deed
        if verb.type == "STATEMENT":
            between = page.lowers[verb.end_token : deed.first_token]
            return deed if len(between) <= _NEAR and not words.linking.isdisjoint(between) else None
        if deed.reading == "noun" and verb.type in _ASKING and deed.frame.governor == verb.first_token:
            return deed  # "called for sanctions"
        if deed.reading == "noun" and held is not None:
            if held[0] <= deed.first_token < held[1]:
                return deed if verb.type in _JUDGING or verb.type in _ASKING or verb.lemma in words.excluding else None
            if held[0] <= deed.frame.governor < held[1] and verb.type in _ASKING:
                return deed  # "demanded an end to the Chilean raids"
    return None


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
