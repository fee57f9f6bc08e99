"""Of which country a phrase is by whose it is or where it lies: "its soldiers", "his country", "the offices of a bank".

What comes in: the actors of an article (``Scene``), the items of a sentence (``Outline``) and the place of a phrase in
them. What goes out: a country, or None where grammar does not give one. Whether it is taken over is decided in
``casting``.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import NOUN, VERB, WITH
from timeline.events.clauses.outline import Outline
from timeline.events.roles.scene import Scene
from timeline.values.actors import ACTOR_ROLES, ActorMention

_PAIR = 2  # items from a noun phrase to the one behind a small word
_LOOK_BACK = 40  # tokens or items back to whom "its" or "his country" belongs
_HIS = frozenset(("his", "her", "my"))
_OWNED = frozenset(("its", "their"))
_ACTOR_ROLES = frozenset(ACTOR_ROLES)
_BODIES = frozenset(("group", "organisation"))
_PLACED = frozenset(("agent", "patient", "recipient", "party", "speaker"))  # "police in Ghent" are of its country


def country_unnamed(scene: Scene, outline: Outline, candidate: Candidate, number: int, role: str) -> str | None:
    """The country of an actor without a name by whose he is or where: "its army", "police in Ghent".

    Args:
        scene: Of the article.
        outline: Of the sentence.
        candidate: The event in which he plays a role.
        number: Of his mention.
        role: Which he plays there.
    """
    mention = scene.mentions[number]
    if is_ruled(scene, mention):
        return ruler_country(scene, outline, number)
    country = None
    opening, _, rest = mention.text.lower().partition(" ")
    if opening in _OWNED and rest.rpartition(" ")[2] not in scene.rules.words.facing:
        country = owner_country(scene, outline, number)
        if role not in _ACTOR_ROLES and any(actor.country == country for actor in candidate.actors):
            country = None  # "recalled its ambassador": what is one's own is no other side
    if country is None and role in _PLACED and _is_at_home(scene, mention):
        place = outline.number_of(scene.token_at(mention.start))
        country = located_country(scene, outline, place) if place is not None else None
    if country is None and role in _ACTOR_ROLES and mention.kind in _BODIES:
        country = possessor_country(scene, outline, scene.token_at(mention.start))  # "a team led by Omar Bey"
    return country


def _is_at_home(scene: Scene, mention: ActorMention) -> bool:
    """Whether somebody is of the country where he is: "police in Ghent", "villagers in northern Chile"."""
    if mention.kind == "organisation":
        return mention.form == "role"
    return mention.kind == "group" and mention.text.rpartition(" ")[2].lower() in scene.rules.words.civil


def possessor_country(scene: Scene, outline: Outline, first: int) -> str | None:
    """The country of whose a thing is, behind "of" or "owned by": "the offices of a Chilean bank".

    Args:
        scene: Of the article.
        outline: Of the sentence.
        first: First token of the thing.
    """
    items = outline.items
    number = (outline.number_of(first) or 0) + 1
    thing = items[number - 1]
    if number + 1 >= len(items) or not scene.deeds.keys().isdisjoint(range(thing.first, thing.end)):
        return None  # "the death of a Chilean"
    part = thing.end - thing.first == 1 and scene.lowers[thing.first] in scene.rules.words.parts
    link = items[number]
    if link.kind == VERB and link.word in scene.rules.words.possessing and items[number + 1].word == "by":
        number += 1
    elif link.word != "of" or (items[number + 1].actor < 0 and not part):
        return None
    owner = items[number + 1] if number + 1 < len(items) else link
    return scene.country(owner)[0] if owner.kind == NOUN else None


def located_country(scene: Scene, outline: Outline, number: int) -> str | None:
    """The country of the place where what an item names lies: "bombed positions in northern Iraq"."""
    items = outline.items
    if number + _PAIR >= len(items) or items[number + 1].word not in scene.rules.words.within:
        return None
    place = items[number + _PAIR]
    return scene.country(place)[0] if items[number + 1].kind == WITH and place.kind == NOUN else None


def owner_country(scene: Scene, outline: Outline, number: int) -> str | None:
    """The country of "its soldiers": that of the one subject of the clause that "its" looks back to.

    In "The Chilean army said its soldiers shot a miner" the subject of "said"; where that is a person, the one state
    that the sentence names before; None where the subject names no country, or is several of different countries.
    """
    mention = scene.mentions[number]
    place = outline.number_of(scene.token_at(mention.start))
    plural = mention.text[:2].lower() == "th"
    told = False
    lowest = max(0, (place or 0) - _LOOK_BACK)
    while place is not None and place > lowest:
        place -= 1
        if outline.items[place].kind != VERB or (told and not outline.items[place].reporting):
            continue
        owners = [item.actor for item in outline.subjects(place)[0]]
        if not owners or min(owners) < 0 or number in owners:
            return None
        if any(scene.mentions[owner].kind == "person" for owner in owners):
            return None if plural else _state_before(scene, mention)
        if not plural and (len(owners) > 1 or scene.mentions[owners[0]].plural):
            told = True  # "said two spies were caught by its police"
            continue
        found = {scene.mentions[owner].country for owner in owners}
        return found.pop() if len(found) == 1 else None
    return None


def is_ruled(scene: Scene, mention: ActorMention) -> bool:
    """Whether a phrase is "his country", "her government"."""
    opening, _, rest = mention.text.lower().partition(" ")
    return opening in _HIS and rest.rpartition(" ")[2] in scene.rules.words.national


def ruler_country(scene: Scene, outline: Outline, number: int) -> str | None:
    """The country of "his country": that of the person who is the subject of the clause above."""
    mention = scene.mentions[number]
    place = outline.number_of(scene.token_at(mention.start))
    lowest = max(0, (place or 0) - _LOOK_BACK)
    while place is not None and place > lowest:
        place -= 1
        if outline.items[place].kind != VERB:
            continue
        owners = [item.actor for item in outline.subjects(place)[0]]
        if len(owners) == 1 and owners[0] >= 0 and owners[0] != number and not scene.mentions[owners[0]].plural:
            return scene.mentions[owners[0]].country
    return None


def _state_before(scene: Scene, mention: ActorMention) -> str | None:
    """The one state that a sentence names before "its" behind a person: "Firth toured Chile and praised its king"."""
    first = scene.tokens.sentences[mention.sentence].first_token
    end = scene.token_at(mention.start)
    found: set[str | None] = set()
    for token in range(max(first, end - _LOOK_BACK), end):
        number = scene.actor_at.get(token, -1)
        if number >= 0 and scene.mentions[number].kind == "country":
            found.add(scene.mentions[number].country)
        elif token in scene.place_at:
            found.add(scene.places[scene.place_at[token]].country)
    return found.pop() if len(found) == 1 else None


__all__ = ["country_unnamed", "located_country", "possessor_country"]
