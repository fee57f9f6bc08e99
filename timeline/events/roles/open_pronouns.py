"""Whom a pronoun that was left open stands for, where the sentence it stands in leaves one choice.

What comes in: a pronoun without a key, the actors of the article and the items of its sentence. What goes out: the
mention it stands for, or None. Two cases are read: a pronoun of an opening clause before any name ("Two days after it
expelled the envoy, Chile closed its border") and an object pronoun beside the one other person of the sentence
("Firth met Bey and praised him"). Pronouns that look back over sentences are the matter of ``timeline.actors``.
"""

from __future__ import annotations

from timeline.events.article.items import COMMA_ITEM, NOUN, TIME, VERB
from timeline.events.clauses.outline import Outline
from timeline.events.roles.scene import Scene
from timeline.values.actors import ActorMention

_PERSONAL = frozenset(("he", "she"))
_OPENING = _PERSONAL | {"it"}
_OBJECTS = frozenset(("him", "her"))
_PEOPLE = frozenset(("person", "role"))
_BODIES = frozenset(("country", "organisation"))
_TWO = 2
_REACH = 24  # items or mentions that may stand between


def meant_by(scene: Scene, outline: Outline, number: int) -> ActorMention | None:
    """The mention that a pronoun stands for, None where there is none or more than one.

    Args:
        scene: Of the article.
        outline: Of the sentence.
        number: Of the pronoun among the actor mentions.
    """
    lower = scene.mentions[number].text.lower()
    if lower in _OPENING:
        return _behind(scene, outline, number, _PEOPLE if lower in _PERSONAL else _BODIES)
    return _beside(scene, number) if lower in _OBJECTS else None


def _behind(scene: Scene, outline: Outline, number: int, kinds: frozenset[str]) -> ActorMention | None:
    """The subject behind the comma that ends an opening clause, where nobody is named before the pronoun."""
    pronoun = scene.mentions[number]
    if number and scene.mentions[number - 1].sentence == pronoun.sentence:
        return None
    items = outline.items
    place = outline.number_of(scene.token_at(pronoun.start))
    if place is None:
        return None
    for comma in range(place + 1, min(len(items) - 2, place + _REACH)):
        if items[comma].kind != COMMA_ITEM:
            continue
        after = comma + 1
        while after < len(items) - 1 and items[after].kind == TIME:
            after += 1
        subject = items[after]
        if subject.kind != NOUN or subject.actor < 0 or items[after + 1].kind not in (VERB, TIME):
            return None
        meant = scene.mentions[subject.actor]
        return meant if meant.key is not None and meant.kind in kinds else None
    return None


def _beside(scene: Scene, number: int) -> ActorMention | None:
    """The second of the two persons whom a sentence names before "him", for the first is its subject."""
    pronoun = scene.mentions[number]
    persons: dict[str, ActorMention] = {}
    for before in range(number - 1, max(-1, number - 1 - _REACH), -1):
        mention = scene.mentions[before]
        if mention.sentence != pronoun.sentence:
            break
        if mention.kind in _PEOPLE and mention.key is not None:
            persons[mention.key] = mention
    if len(persons) != _TWO:
        return None
    return max(persons.values(), key=lambda mention: mention.start)


__all__ = ["meant_by"]
