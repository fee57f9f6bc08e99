"""The prepositional phrases behind a trigger, each in the role that the rule gives its preposition.

What comes in: a ``Casting``. What goes out: its candidate's participants and places from "to", "with", "against", "by".
Subjects, objects and owners are the matter of ``verb_roles`` and ``noun_roles``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.items import NOUN, VERB, WITH, Item
from timeline.events.roles.casting import EITHER, Casting
from timeline.events.roles.role_places import add_hosts, add_place, state_of
from timeline.values.actors import ACTOR_ROLES
from timeline.values.text import build_span

_ACTOR_ROLES = frozenset(ACTOR_ROLES)
_CURRENCIES = frozenset("$£€¥")
_PERSONAL = frozenset(("recipient", "counterpart"))  # behind a preposition: someone, not something
_NAMED_ALONE = frozenset(("patient", "party", "recipient"))  # roles that a place name may play
_FRONTIER_TYPES = frozenset(("COERCE", "MOBILIZE", "SANCTION", "THREATEN"))  # what is done at a border concerns both
#: What joins whom words are about to what they are about: "rejected an offer of talks with Chile".
_ANSWERED = {"AGREE": "with", "REJECT": "with", "REQUEST": "from"}
_AT_OTHERS = frozenset(("ASSAULT", "PROTEST"))  # what is done at a nation's own place is done to it
_OPENED = {"COOPERATE": "recipient", "CONCEDE": "recipient", "RETREAT": "recipient"}  # by opening a border
_LIFTING = "lift"  # "lifted a ban on imports from Chile" frees Chile
_OPEN_ENDED = frozenset(("in", "of", "by", "off"))  # prepositions behind whose phrase another may belong to the verb
_BETWEEN = frozenset(("CONSULT", "SPORT", "SUPPORT"))  # types of verbs that stand between others
_SPOKEN = frozenset(
    ("ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
)  # nouns of what comes "from" somebody
_LEAVING = frozenset(("MOVE", "RETREAT"))  # deeds that have a place or side behind "from"
_PAIR = 2  # items from a noun phrase to the one behind a preposition
_NESTED = 3  # items from a phrase to the preposition of the phrase before


def add_phrases(casting: Casting, number: int, *, passive: bool, receives: bool = False) -> None:
    """Whoever and whatever prepositions join to a trigger.

    Args:
        casting: The candidate's.
        number: Item of the trigger.
        passive: Whether "by" names who acts.
        receives: Whether the subject gets what the trigger names, so that "from" names who acts.
    """
    scene, rule, candidate = casting.scene, casting.rule, casting.candidate
    prepositions = rule.prepositions
    verb = casting.outline.items[number].kind == VERB
    at_others = candidate.type in _AT_OTHERS
    phrasal = verb and candidate.end_token - candidate.first_token > 1
    hosts: list[Item] = []
    for word, items in casting.outline.phrases_after(number):
        first = items[0].first
        add_place(casting, word, items)
        if candidate.type == "PROTEST" and scene.lowers[items[0].end - 1] in scene.rules.words.missions:
            casting.add(items[0], "patient")  # "marched in front of the Chilean embassy"
            continue
        own = (phrasal and _ends_before(casting, first)) or word == _ANSWERED.get(candidate.type)
        abroad = candidate.type in _FRONTIER_TYPES and _is_foreign_border(casting, items[0])
        if verb and word == "of" and not own and not abroad and casting.outline.number_of(first) != number + _PAIR:
            continue  # belongs to the noun before it
        role = prepositions.get(word)
        if word == "by":
            if not passive or role == "none":
                continue
            role = role or ("agent" if rule.subject == "undergoer" else rule.subject)
        if receives and word == "from":
            role = "agent"
        elif word == "from" and not verb and _comes_from(casting, number, first):
            _add_capitals(casting, items, rule.subject)
            continue
        if word == "with" and scene.lowers[first - _PAIR] in scene.rules.words.borders:
            role = "patient" if candidate.type in _FRONTIER_TYPES else _OPENED.get(candidate.type, role)
            own = True
        if role is None and at_others and _is_hit(casting, word, items[0]):
            role = "patient"
        if (role is None or role == "none") and candidate.type not in _FRONTIER_TYPES:
            continue
        if word == "at" and role == "patient" and any(part.country is not None for part in candidate.recipients):
            continue  # "was killed in an exchange of fire at the crossing"
        if role == "host":
            hosts.extend(items)
            continue
        if role in EITHER:
            own = own or candidate.type == "STATEMENT"  # "pessimistic about ties with Chile"
            somebody = items[0].actor >= 0 or scene.country(items[0])[0] is not None
            somebody = somebody or casting.concerned_country(items[0]) is not None
            role = "recipient" if somebody else EITHER[role]
        if abroad:
            role = "patient"  # "on the Chilean border"
        if role == "party" and verb and len(candidate.actors) > 1 and scene.deeds.get(first - _PAIR) == "CONSULT":
            continue  # "met Chileans on the eve of their talks with Peru"
        if role == "side":
            _add_sides(casting, items)
            continue
        if role == "thing":
            if verb and (passive or casting.outline.number_of(first) != number + _PAIR):
                casting.add(items[0], "theme")
            continue
        if role == "expeller":
            state = state_of(casting, items[0], "agent") if passive and verb else None
            if state is not None and not candidate.actors:
                casting.put(state)
            elif passive and verb and items[0].thing and not candidate.actors:
                casting.add(items[0], "agent")  # "thrown out of Chile"
            continue
        if word == "for" and scene.words[first][0] in _CURRENCIES:
            continue  # "a contract for $40 million"
        if verb and word == "between" and candidate.actors and candidate.type not in _BETWEEN and not own:
            continue  # "freed two sailors before talks between Chile and Peru"
        if verb and word == "from" and role in _ACTOR_ROLES and candidate.actors:
            continue  # "said a man from Sudan"
        if (
            role is None
            or role == "none"
            or (verb and word in scene.rules.words.whither and _is_scenery(casting, items[0]))
        ):
            continue
        if role == "about":
            span = build_span(scene.tokens.starts[first], scene.tokens.ends[items[-1].end - 1])
            candidate.about.append(span)
            continue
        if verb and word == "at" and candidate.type == "ACCUSE" and _is_second(casting, number, first):
            continue  # "accused of shooting at police"
        if verb and role in _PERSONAL and candidate.mode != _LIFTING and not own and _hangs_on_phrase(casting, first):
            continue
        if first in scene.place_at and items[0].actor < 0 and role not in _NAMED_ALONE:
            if word == "by" or role == "counterpart":
                _add_capitals(casting, items, role)
            continue
        if verb and word == "from" and candidate.type == "REQUEST" and _leaves(casting, number, first):
            continue
        for item in items:
            if item.actor < 0 and word != "by" and (role in _ACTOR_ROLES or role in _PERSONAL):
                if scene.country(item)[0] is None and casting.concerned_country(item) is None:
                    continue
                if role in _ACTOR_ROLES:
                    continue
            casting.add(item, role)
    if hosts:
        add_hosts(casting, hosts)


def _comes_from(casting: Casting, number: int, first: int) -> bool:
    """Whether a phrase right behind a noun of words says whose they are: "appeals from Chile"."""
    candidate = casting.candidate
    if candidate.type not in _SPOKEN or candidate.actors:
        return False
    return casting.outline.number_of(first) == number + _PAIR


def _is_foreign_border(casting: Casting, item: Item) -> bool:
    """Whether a phrase names the border of a country."""
    scene = casting.scene
    return scene.lowers[item.end - 1] in scene.rules.words.borders and scene.country(item)[0] is not None


def _ends_before(casting: Casting, first: int) -> bool:
    """Whether a trigger of several words ends where the preposition before a token stands: "came to the defence of"."""
    item = casting.outline.items[(casting.outline.number_of(first) or 1) - 1]
    return item.first == casting.candidate.end_token


def _is_hit(casting: Casting, word: str, item: Item) -> bool:
    """Whether an attack or protest at what is another nation's hits it: "blew himself up in a Chilean bus"."""
    candidate = casting.candidate
    if word not in casting.scene.rules.words.standing or candidate.recipients:
        return False
    country = casting.scene.country(item)[0] if casting.is_national(item) else None
    return country is not None and all(actor.country != country for actor in candidate.actors)


def _add_sides(casting: Casting, items: Sequence[Item]) -> None:
    """The two sides of a fight or dispute, where none is named before: "clashes between the army and rebels"."""
    if casting.candidate.actors or len(items) < _PAIR:
        return
    casting.add(items[0], "agent")
    for item in items[1:]:
        casting.add(item, "counterpart")


def _add_capitals(casting: Casting, items: Sequence[Item], role: str) -> None:
    """The states whose capitals act: "was condemned by Berlin and Vienna"."""
    for item in items:
        state = state_of(casting, item, role, capital=True)
        if state is not None:
            casting.put(state)
        elif item.actor >= 0:
            casting.add(item, role)


def _leaves(casting: Casting, number: int, first: int) -> bool:
    """Whether a phrase says what is left in a deed asked for: "called for the pullout of troops from Chile"."""
    scene = casting.scene
    return any(scene.deeds.get(token) in _LEAVING for token in range(casting.outline.items[number].end, first))


def _is_second(casting: Casting, number: int, first: int) -> bool:
    """Whether another preposition stands between a verb and the one before a token."""
    items, place = casting.outline.items, (casting.outline.number_of(first) or 0) - _PAIR
    return any(item.kind == WITH for item in items[number + 1 : place + 1])


def _is_scenery(casting: Casting, item: Item) -> bool:
    """Whether a phrase says where or why and names nobody: "arrested at the scene on suspicion of theft"."""
    lowers, words = casting.scene.lowers, casting.scene.rules.words
    if item.end - item.first == 1 and lowers[item.first] in words.alone:
        return True
    return item.actor < 0 and lowers[item.end - 1] in words.scenery


def _hangs_on_phrase(casting: Casting, first: int) -> bool:
    """Whether a phrase follows another prepositional phrase and belongs to it: "curbs on trade with Chile"."""
    items = casting.outline.items
    number = casting.outline.number_of(first) or 0
    if number < _NESTED or items[number - _PAIR].kind != NOUN or items[number - _NESTED].kind != WITH:
        return False
    # "two million in aid to Chile", "a ton of rice to Chile", "freed by Norway to Chile"
    return items[number - _NESTED].word not in _OPEN_ENDED
