"""What an event as a whole tells of its participants: whose "the government" is, who calls at whose capital, who kills.

What comes in: candidates with participants and places. What goes out: the same, where "the government" or "the rebels"
with whom somebody of one country talks, or whom he blames, are of that country ("the Peruvian opposition accused the
government"). An official's journey to another state or its capital is a visit to it ("the Norwegian premier flew to
Santiago"), what protesters destroy is a riot, and whom an army killed was attacked by it. A group of which the words
name another side ("Chile-backed rebels") stays without a country.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import Item
from timeline.events.roles.casting import Casting
from timeline.events.roles.role_places import is_armed
from timeline.events.roles.scene import Scene
from timeline.lexicons.roles import RoleWords
from timeline.values.actors import ActorMention, EventPlace, Participant, build_participant

_VISIT = ("CONSULT", "visit", "visit")
#: Types that ``judge_by_doer`` looks at.
BY_WHOM = frozenset(("DEATH", "INJURY", "DISASTER", "ASSAULT", "PROTEST", "MOBILIZE", "AID", "RETREAT"))
_RAZING = ("ASSAULT", "destroy", "destruction")
_KILLING = ("ASSAULT", "targeted", "killing")
_POLITICAL = frozenset(("ACCUSE", "AGREE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
_BY_FORCE = frozenset(("ASSAULT", "COERCE", "RETREAT", "RULING", "CONCEDE"))  # what a state does to its own people too
_OF_LAW = ("COP", "JUD")
_UNNAMED = frozenset(("group", "role", "organisation", None))
_FRIENDLY = frozenset(("SUPPORT", "COOPERATE"))  # what no state does to those who fight it
_HARM = frozenset(("DEATH", "INJURY", "DISASTER"))
_HARMING = frozenset(("kill", "wound", "destroy", "flatten", "raze", "level"))
#: What is protest of citizens and something else of states, by mode and the word that names it.
_OF_STATES = {
    ("obstruct", "blockade"): ("COERCE", "restrict", "blockade"),
    ("boycott", "boycott"): ("SANCTION", "relations", "boycott"),
    ("demo", "protest"): ("ACCUSE", "disapprove", "protest"),
}
_RIOT = ("PROTEST", "riot", "riot")
#: Deeds of those who are sent.
_LED = frozenset((("MOBILIZE", "troops"), ("MOBILIZE", "police"), ("AID", "military"), ("RETREAT", "withdraw")))
_RIOTING = frozenset((None, "destroy"))
_OFFICE = "GOV"
_SENT = ("delegation", "envoys", "negotiators")
_COUNTRY_CODE = 3  # letters of a CAMEO country
_CALLED_AT = frozenset(("destination", "venue"))
_SEVERAL = 2


def bring_home(candidates: Sequence[Candidate], words: RoleWords) -> None:
    """Give parts of a state's own public life the one country that their event names."""
    for candidate in candidates:
        if candidate.type not in _POLITICAL:
            if candidate.type in _BY_FORCE and candidate.recipients and candidate.actors:
                _rule_at_home(candidate, words)
            continue
        parts = (*candidate.actors, *candidate.recipients)
        if len(parts) < _SEVERAL and not candidate.places:
            continue
        open_ones = [part for part in parts if part.country is None and _is_domestic(part, words)]
        if candidate.type in _FRIENDLY:
            open_ones = [part for part in open_ones if not _fights(part, words)]  # "its support for rebels"
        if not open_ones:
            continue
        named = {part.country for part in parts if part.country is not None and not _is_state_itself(part)}
        named |= {place.country for place in candidate.places if place.country is not None}
        states = {part.country for part in parts if _is_state_itself(part)}
        if len(named) != 1 or states - named:
            continue
        (country,) = named
        for held in (candidate.actors, candidate.recipients):
            held[:] = [_of_country(part, country) if part in open_ones else part for part in held]


def _rule_at_home(candidate: Candidate, words: RoleWords) -> None:
    """Give those whom a state's own police, courts or government hold or strike its country: "police shot strikers".

    Of an army only where the place is in its country, for armies fight abroad too; and rebels that strike a state's
    own people in it are of that state.
    """
    homes = {part.country for part in candidate.actors}
    here = {place.country for place in candidate.places if place.country is not None}
    if len(homes) == 1 and None not in homes:
        (home,) = homes
        if here - {home}:
            return
        known = words.citizens | words.civil if here == homes else words.citizens
        inside = here == homes or all(_rules(part, candidate.type) for part in candidate.actors)
        if inside and all(is_armed(part) for part in candidate.actors):
            candidate.recipients[:] = [
                _of_country(part, home) if _is_citizen(part, known, words) else part for part in candidate.recipients
            ]
    elif homes == {None}:
        struck = {part.country for part in candidate.recipients if part.country is not None and is_armed(part)}
        if len(struck) == 1 and here <= struck and all(_is_rebel(part, words) for part in candidate.actors):
            (home,) = struck
            candidate.actors[:] = [_of_country(part, home) for part in candidate.actors]


def _rules(part: Participant, kind: str) -> bool:
    """Whether somebody has power over those at home alone: police, courts; a state, but for its wars."""
    code = part.code or ""
    if code[_COUNTRY_CODE:].startswith(_OF_LAW):
        return True
    return kind != "ASSAULT" and (len(code) == _COUNTRY_CODE or code[_COUNTRY_CODE:].startswith(_OFFICE))


def _is_citizen(part: Participant, known: frozenset[str], words: RoleWords) -> bool:
    """Whether a phrase names people of a state by what they do in it, without name or nation: "four activists"."""
    if part.country is not None or part.kind not in _UNNAMED or part.text[1:] != part.text[1:].lower():
        return False
    said = part.text.lower().split()
    return "-" not in part.text and said[-1] in known and words.alien.isdisjoint(said)


def _fights(part: Participant, words: RoleWords) -> bool:
    """Whether a phrase names those who fight a state."""
    return part.text.rpartition(" ")[2].lower() in words.fighting


def _is_rebel(part: Participant, words: RoleWords) -> bool:
    return part.country is None and _is_domestic(part, words)


def call_at(casting: Casting, scene: Scene, item: Item) -> None:
    """Make an official's journey to another state a visit, with that state as its counterpart."""
    candidate = casting.candidate
    visits = (candidate.type, candidate.mode) == _VISIT[:2] and not candidate.recipients and item.word == _VISIT[1]
    if not visits and (candidate.type != "MOVE" or candidate.lemma not in scene.rules.words.calling_at):
        return
    if (
        (item.gerund and not visits)
        or candidate.factuality == "denied"
        or len(candidate.actors) != 1
        or not _is_official(candidate.actors[0])
    ):
        return
    guest = candidate.actors[0]
    for place in candidate.places:
        if place.role not in _CALLED_AT or place.country is None or place.country == guest.country:
            continue
        if place.kind != "country" and not scene.is_capital(place):
            continue
        _visit(candidate, guest, place)
        return
    if candidate.lemma in scene.rules.words.setting_out:
        for word, items in casting.outline.phrases_after(casting.number):
            if word == "for" and items[0].thing and scene.mentions[items[0].actor].country not in (None, guest.country):
                _visit(candidate, guest, scene.mentions[items[0].actor])
                return


def _visit(candidate: Candidate, guest: Participant, host: EventPlace | ActorMention) -> None:
    """Make a journey a visit of a guest to a state."""
    candidate.type, candidate.mode, candidate.label = _VISIT
    candidate.actors[:] = [_in_role(guest, "party")]
    candidate.recipients[:] = [
        build_participant(
            start=host.start, end=host.end, text=host.text, name=host.name, role="counterpart", country=host.country
        )
    ]


def judge_by_doer(candidate: Candidate, words: RoleWords) -> None:
    """Make an event what it is by who does it: what protesters destroy a riot, what an army kills an attack."""
    kind = candidate.type
    if kind in _HARM:
        _blame_killer(candidate)
    elif kind == "ASSAULT":
        _riot(candidate, words)
    elif kind == "PROTEST":
        _act_as_state(candidate)
    else:
        _lead_own(candidate)


def _riot(candidate: Candidate, words: RoleWords) -> None:
    """Make what protesters destroy or attack a riot: "the embassy was demolished by protesters"."""
    if candidate.mode not in _RIOTING or not candidate.actors:
        return
    if all(actor.text.rpartition(" ")[2].lower() in words.protesting for actor in candidate.actors):
        candidate.type, candidate.mode, candidate.label = _RIOT


def _act_as_state(candidate: Candidate) -> None:
    """Make what states do no protest of citizens: "Norway blockaded Chile", "Norway protested against the arrest"."""
    if not candidate.actors:
        return
    found = _OF_STATES.get((candidate.mode or "", candidate.lemma))
    if found is not None and all(_is_state_itself(actor) or _is_force(actor) for actor in candidate.actors):
        candidate.type, candidate.mode, candidate.label = found


def _lead_own(candidate: Candidate) -> None:
    """Let troops act that are sent or drawn off, by whom nobody says: "Norwegian troops were sent to Chile"."""
    if candidate.actors or not candidate.recipients or (candidate.type, candidate.mode) not in _LED:
        return
    led = candidate.recipients[0]
    if led.country is not None and (is_armed(led) or led.kind is None):
        candidate.recipients[:1] = []
        candidate.actors.append(_in_role(led, "agent"))


def _blame_killer(candidate: Candidate) -> None:
    """Make a killing by a state's or group's armed hand an attack: "the army said it had killed 40 rebels"."""
    if candidate.reading != "verb" or candidate.lemma not in _HARMING or not candidate.recipients:
        return
    if any(actor.country is not None and is_armed(actor) for actor in candidate.actors):
        candidate.type, candidate.mode, candidate.label = _RAZING if candidate.type == "DISASTER" else _KILLING


def _is_domestic(part: Participant, words: RoleWords) -> bool:
    """Whether a phrase names a part of a state's public life, and no side, name or nation before it."""
    if part.kind == "person" or part.text[1:] != part.text[1:].lower() or "-" in part.text:
        return False  # "Kurdish rebels" need not be of the country
    return part.text.rpartition(" ")[2].lower() in words.domestic


def _is_state_itself(part: Participant) -> bool:
    return part.kind == "country"


def _is_force(part: Participant) -> bool:
    """Whether somebody is a state's armed hand: a code without one may be that of citizens."""
    return len(part.code or "") > _COUNTRY_CODE and is_armed(part)


def _is_official(part: Participant) -> bool:
    code = part.code or ""
    if part.country is not None and part.text.endswith(_SENT):
        return True
    return part.country is not None and part.kind in ("person", "role") and code[_COUNTRY_CODE:].startswith(_OFFICE)


def _of_country(part: Participant, country: str | None) -> Participant:
    return build_participant(
        start=part.start, end=part.end, text=part.text, name=part.name, role=part.role, kind=part.kind, key=part.key,
        country=country, code=part.code,
    )  # fmt: skip


def _in_role(part: Participant, role: str) -> Participant:
    return build_participant(
        start=part.start, end=part.end, text=part.text, name=part.name, role=role, kind=part.kind, key=part.key,
        country=part.country, code=part.code,
    )  # fmt: skip


__all__ = ["BY_WHOM", "bring_home", "call_at", "judge_by_doer"]
