"""What the clause behind a verb of words says of another: who has to act, on whose deed a threat depends, who holds
whom.

What comes in: a ``Casting`` whose trigger is a verb. What goes out: its candidate's recipients, and for "said Chile
must withdraw" its type: a state that says what another has to do demands it. Subjects, objects and phrases of the verb
itself are the matter of ``verb_roles``.
"""

from __future__ import annotations

from timeline.events.article.items import NOUN, NOUN_WITH_TIME, THAT, TIME, VERB, WITH, Item
from timeline.events.clauses.outline import Outline
from timeline.events.roles.casting import Casting
from timeline.events.roles.role_phrases import add_phrases
from timeline.events.roles.role_places import is_armed

_PAIR = 2  # items of a preposition and its noun phrase
_DEMAND = ("REQUEST", "change", "demand")
_APPEAL = ("REQUEST", "change", "appeal")
_WITH_INFINITIVE = frozenset(("has", "have", "needs", "need"))  # "has to leave"
_THREAT = "THREATEN"
_AHEAD = frozenset(("planned", "possible"))
_RELEASE = "RETREAT"  # type of what is asked of those who hold somebody
_FROM_WHOM = frozenset(("by", "from"))
_FAR = 24  # items from a verb to the clause on which its threat depends


def add_obliged(casting: Casting) -> None:
    """Make what a state says another has to do a demand: "said Chile must withdraw", "said Chile should talk"."""
    candidate, scene, items = casting.candidate, casting.scene, casting.outline.items
    words = scene.rules.words
    place = casting.number + 1
    while place + 1 < len(items) and items[place].kind in (TIME, WITH) and TIME in (
        items[place].kind, items[place + 1].kind,
    ):  # fmt: skip
        place += 1
    if place < len(items) and items[place].kind == THAT and items[place].word == "that":
        place += 1
    if place + 1 >= len(items) or items[place].kind != NOUN or items[place].actor < 0:
        return
    verb = items[place + 1]
    group = words.obliging.intersection(scene.lowers[verb.first : verb.end])
    if verb.kind != VERB or not group or (group <= _WITH_INFINITIVE and not _leads_on(items[place + 2 : place + 3])):
        return
    asked = scene.mentions[items[place].actor]
    speaker = candidate.actors[0] if len(candidate.actors) == 1 else None
    if speaker is None or asked.country in (None, speaker.country) or speaker.country is None or not is_armed(speaker):
        return
    candidate.type, candidate.mode, candidate.label = _APPEAL if words.advising & group else _DEMAND
    casting.add(items[place], "recipient")


def _leads_on(items: list[Item]) -> bool:
    """Whether an infinitive follows: "has to leave", not "has troops"."""
    return bool(items) and items[0].kind == VERB and items[0].infinitive


def add_conditioned(casting: Casting) -> None:
    """On whose deed a threat depends, where it names nobody else: "will strike back if Chile attacks"."""
    candidate, scene, outline = casting.candidate, casting.scene, casting.outline
    words = scene.rules.words
    if candidate.type != _THREAT and (candidate.factuality not in _AHEAD or candidate.lemma not in words.retaliating):
        return
    own = {actor.country for actor in candidate.actors}
    if any(part.country not in own for part in candidate.recipients if part.country is not None):
        return
    items = outline.items
    for place in range(casting.number + 1, min(len(items) - 1, casting.number + _FAR)):
        item = items[place]
        if item.kind == NOUN:
            other = scene.country(item)[0]
            if other is None or other in own:
                continue
            if scene.lowers[item.first - 1] in words.conditional:
                casting.add(item, "recipient" if candidate.type == _THREAT else "patient")
            return


def add_holder(casting: Casting) -> None:
    """Who holds whom somebody wants free: "demanded the release of two men held by Chile"."""
    outline, words = casting.outline, casting.scene.rules.words
    items = outline.items
    place = casting.number + 1
    while place < len(items) and items[place].kind in NOUN_WITH_TIME:
        place += 1
    if place >= len(items) or items[place].word not in words.holding or not items[place].passive:
        return
    if not any(casting.scene.deeds.get(token) == _RELEASE for token in _before(outline, casting.number, place)):
        return
    for word, held in outline.phrases_after(place):
        if word == "by":
            for item in held:
                if item.actor >= 0:
                    casting.add(item, "recipient")
            return


def _before(outline: Outline, number: int, place: int) -> range:
    return range(outline.items[number].end, outline.items[place].first)


def add_travel_warned(casting: Casting) -> None:
    """Where a state warns people against going: "warned tourists against travelling to Chile"."""
    outline = casting.outline
    for place in range(casting.number + 1, min(len(outline.items), casting.number + 2 * _PAIR + 1)):
        if outline.items[place].gerund:
            add_phrases(casting, place, passive=False)
            return


def sender(casting: Casting, item: Item) -> list[Item]:
    """Who sent what hits others: "rockets fired by Chile hit a school"; none where nobody is named."""
    outline, words = casting.outline, casting.scene.rules.words
    items, place = outline.items, (outline.number_of(item.first) or 0) + 1
    if place + _PAIR >= len(items) or items[place].kind != VERB or items[place].word not in words.launched:
        return []
    if not items[place].passive or items[place].finite:
        return []
    for word, held in outline.phrases_after(place):
        if word in _FROM_WHOM and held[0].actor >= 0:
            return held[:1]
    return []


__all__ = ["add_conditioned", "add_holder", "add_obliged", "add_travel_warned", "sender"]
