"""The places of one candidate, each with its role (venue, destination, origin, about), and states named as places.

What comes in: a preposition and the noun phrases behind it. What goes out: the candidate's ``places``. What stands
elsewhere is read in ``wider_places``; where a place name lies is decided in ``timeline.actors.places``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import COMMA_AND, NOUN, VERB, WITH, Item
from timeline.events.roles.casting import Casting
from timeline.values.actors import (
    ACTOR_ROLES,
    RECIPIENT_ROLES,
    EventPlace,
    Participant,
    PlaceMention,
    build_event_place,
    build_participant,
)

_PAIR = 2  # items from a noun phrase to the one behind a preposition
_ARMED = frozenset(("GOV", "MIL", "COP", "SPY", "REB"))
_COUNTRY_CODE = 3  # letters of a CAMEO country
_HITTING = frozenset(("ASSAULT", "DISASTER"))
_ABROAD = frozenset(("venue", "destination"))


def add_place(casting: Casting, preposition: str, items: Sequence[Item]) -> None:
    """The places that noun phrases behind a preposition name."""
    concerns = casting.rule.prepositions.get(preposition) == "about"
    role = "about" if concerns else _role(casting, preposition)
    scene = casting.scene
    if preposition == "of":
        role = _role_of_locality(casting, items[0].first)
    if role is None or (preposition == "in" and _holds_place(casting, items[0].first)):
        return
    if role == "venue" and (_belongs_to_deed(casting, items[0].first) or _belongs_to_subject(casting, items)):
        return
    for item in items:
        for token in range(item.first, item.end):
            number = scene.place_at.get(token)
            if number is not None:
                casting.candidate.places.append(event_place(scene.places[number], role))
                break


def add_opening_place(casting: Casting, number: int) -> None:
    """The place that opens the sentence, for its first verb: "In Ghent, nurses marched"."""
    items = casting.outline.items
    venue = casting.scene.rules.words.venue
    if len(items) < _PAIR or items[0].kind != WITH or items[0].word not in venue or items[1].kind != NOUN:
        return
    if not any(item.kind == VERB and item.finite for item in items[:number]):
        add_place(casting, items[0].word, items[1:2])


def add_country_abroad(casting: Casting) -> None:
    """The country to which force of another is sent, as a recipient: "Norway deployed troops in Chile"."""
    candidate = casting.candidate
    homes = {actor.country for actor in candidate.actors if actor.country is not None and is_armed(actor)}
    if not homes or any(
        part.country is not None and not _is_at_home(part, candidate, homes) for part in candidate.recipients
    ):
        return
    for place in candidate.places:
        if place.role in _ABROAD and place.country is not None and place.country not in homes:
            recipient = build_participant(
                start=place.start, end=place.end, text=place.text, name=place.name, role="recipient",
                country=place.country,
            )  # fmt: skip
            candidate.recipients.append(recipient)
            return


def _is_at_home(part: Participant, candidate: Candidate, homes: set[str]) -> bool:
    """Whether a state's force strikes its own people: "Chilean jets struck Chilean rebels in Peru", no "each other"."""
    return part.country in homes and all(part.key is None or part.key != actor.key for actor in candidate.actors)


def add_hosts(casting: Casting, items: Sequence[Item]) -> None:
    """Whoever is called on, as parties: "a visit to Chile", "arrived in Chile for talks".

    A capital stands for its state only where nobody else is met: "arrived in Geneva for talks with Chile" has no host.
    """
    candidate = casting.candidate
    guests = {actor.country for actor in candidate.actors}
    for item in items:
        if item.actor >= 0:
            casting.add(item, "party")
            continue
        state = state_of(casting, item, "party", capital=len(guests) <= 1)
        if state is not None and state.country not in guests:
            casting.put(state)


def state_of(casting: Casting, item: Item, role: str, *, capital: bool = False) -> Participant | None:
    """The state that a phrase names as a place ("from Chile", "in northern Chile"), in a role; None without one."""
    if role not in ACTOR_ROLES and role not in RECIPIENT_ROLES:
        return None
    scene = casting.scene
    for token in range(item.first, item.end):
        number = scene.place_at.get(token)
        if number is None:
            continue
        place = scene.places[number]
        if place.country is None or not (place.kind == "country" or (capital and scene.is_capital(place))):
            return None
        return build_participant(
            start=place.start, end=place.end, text=place.text, name=place.name, role=role, country=place.country
        )
    return None


def is_armed(part: Participant) -> bool:
    """Whether an actor is a state, acts for it, or is an armed group of a known country."""
    code = part.code or ""
    return len(code) == _COUNTRY_CODE or code[_COUNTRY_CODE : 2 * _COUNTRY_CODE] in _ARMED


def _role(casting: Casting, preposition: str) -> str | None:
    candidate, words = casting.candidate, casting.scene.rules.words
    if preposition == "on" and candidate.type in words.weighing:
        return None  # "sanctions on Chile"
    if preposition in words.venue:
        return "venue"
    if preposition in words.passing and (candidate.type in words.striking or candidate.type in words.moving):
        return "venue"
    if preposition in words.towards:
        return "destination" if candidate.type in words.moving or candidate.mode == "visit" else None
    if preposition == "from" and candidate.type != "STATEMENT":
        return "origin"
    return None


def _role_of_locality(casting: Casting, first: int) -> str | None:
    """The role of a place behind "of", that of the locality which it names: "in the town of Ghent"."""
    items, words = casting.outline.items, casting.scene.rules.words
    number = casting.outline.number_of(first) or 0
    if number == casting.number + _PAIR and items[casting.number].kind == NOUN:
        return "venue" if casting.candidate.type in words.striking else None  # "the siege of Ghent"
    held = number - _PAIR
    if held <= 0 or items[held].kind != NOUN or casting.scene.lowers[items[held].end - 1] not in words.localities:
        return None
    if held == casting.number + 1 and items[casting.number].kind == VERB and casting.candidate.type in _HITTING:
        return "venue"  # "struck the coast of Chile"
    return _role(casting, items[held - 1].word) if items[held - 1].kind == WITH else None


def _belongs_to_deed(casting: Casting, first: int) -> bool:
    """Whether a phrase says where another event was: "accused Chile of a raid in Ghent"."""
    items, candidate, scene = casting.outline.items, casting.candidate, casting.scene
    number = (casting.outline.number_of(first) or 0) - _PAIR
    if number <= casting.number or items[number].kind != NOUN:
        return False
    deed = next(
        (scene.deeds[token] for token in range(items[number].first, items[number].end) if token in scene.deeds), None
    )
    if deed is None or deed == candidate.type:
        return False
    words = scene.rules.words
    if number - 1 == casting.number:
        return candidate.type in words.spoken or candidate.type == "SUPPORT"
    before = items[number - 1]
    return (
        before.kind == WITH
        and before.word in words.concerning
        and not (before.word == "for" and candidate.type in words.moving)
    )


def _belongs_to_subject(casting: Casting, nouns: Sequence[Item]) -> bool:
    """Whether a phrase says where the subject of the next verb is: "A man was shot, police in Ghent said"."""
    outline = casting.outline
    items, number, last = outline.items, outline.number_of(nouns[0].first) or 0, outline.number_of(nouns[-1].first) or 0
    if number - _PAIR <= casting.number + 1 or last + 1 >= len(items):
        return False
    before = items[number - _PAIR - 1].kind
    return items[last + 1].finite and items[number - _PAIR].kind == NOUN and before in COMMA_AND


def _holds_place(casting: Casting, first: int) -> bool:
    """Whether a phrase says where the place before it lies: "from Ghent in Belgium"."""
    number = casting.outline.number_of(first) or 0
    places = casting.candidate.places
    if number < _PAIR or (places and places[-1].role == "about"):
        return False
    before, scene = casting.outline.items[number - _PAIR], casting.scene
    if before.kind != NOUN:
        return False
    place = next((scene.place_at[token] for token in range(before.first, before.end) if token in scene.place_at), None)
    if place is None:
        return False
    inner = scene.places[place].country
    outer = scene.places[scene.place_at[first]].country if first in scene.place_at else None
    return inner is None or outer is None or inner == outer  # "beat Barcelona in Rome" lies in Rome


def event_place(place: PlaceMention, role: str) -> EventPlace:
    """A place mention in its role."""
    return build_event_place(
        start=place.start,
        end=place.end,
        text=place.text,
        name=place.name,
        role=role,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        kind=place.kind,
    )
