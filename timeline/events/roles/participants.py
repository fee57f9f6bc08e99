"""Candidates to participants: who acts, who undergoes, where, and what a statement is about.

What comes in: a page, its candidates, the actors and places of the article. What goes out: the candidates with
``actors``, ``recipients``, ``places`` and ``about`` filled. Which part of a clause plays which role is data
(``en/roles.toml``); how a sentence is cut is decided in ``chunks`` and ``outline``, what stands around a verb in
``verb_roles``, around a noun in ``noun_roles``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import NOUN, VERB
from timeline.events.article.page import Page
from timeline.events.clauses.chunks import Chunker
from timeline.events.roles.allegations import accuse
from timeline.events.roles.at_home import BY_WHOM, bring_home, call_at, judge_by_doer
from timeline.events.roles.between_states import read_between
from timeline.events.roles.casting import Casting
from timeline.events.roles.nested_roles import add_from_deeds
from timeline.events.roles.noun_roles import cast_noun
from timeline.events.roles.role_places import add_country_abroad
from timeline.events.roles.scene import Scene
from timeline.events.roles.sides import part_sides
from timeline.events.roles.things import name_things
from timeline.events.roles.verb_roles import cast_verb
from timeline.events.roles.wider_places import add_wider_places, share_places
from timeline.lexicons.roles import RoleLexicon, role_rules
from timeline.values.actors import ActorMention, PlaceMention

_DEMAND = ("REQUEST", "change", "demand")  # what "told the miners to leave" is
_DISASTER = "DISASTER"  # "a storm hit Chile": a land may be where it was
_SENT = frozenset(("military", "deport"))  # modes of aid by sending people, of driving others from their homes
_ABROAD = frozenset(("MOBILIZE", "ASSAULT"))  # what states and armed groups do in another country is done to it


def assign(
    candidates: Sequence[Candidate],
    page: Page,
    actor_mentions: Sequence[ActorMention],
    place_mentions: Sequence[PlaceMention],
    rules: RoleLexicon | None = None,
) -> Chunker:
    """What cuts the sentences; ``actors``, ``recipients``, ``places`` and ``about`` of the candidates are filled.

    Of ``accused`` in "The union accused the mill of fraud": agent ``The union``, recipient ``the mill``. Of ``attack``
    in "the rebels' attack on the depot": agent ``the rebels``, patient ``the depot``.

    Args:
        candidates: In text order, with frames.
        page: The article as the event stages read it.
        actor_mentions: Resolved actors in text order.
        place_mentions: Places in text order.
        rules: Role rules; None takes those of the package.
    """
    rules = rules or role_rules()
    scene = Scene(page, candidates, actor_mentions, place_mentions, rules)
    sentences = page.tokens.sentences
    placed = {place.sentence for place in place_mentions}
    abroad = rules.words.leaving | rules.words.reaching | rules.words.setting_out
    commanding = rules.words.commanding
    castings: list[Casting] = []
    for candidate in candidates:
        outline = scene.chunker.outline(sentences[candidate.sentence])
        number = outline.number_of(candidate.first_token)
        if number is None:
            continue
        item = outline.items[number]
        if candidate.lemma in commanding and candidate.type == "STATEMENT" and outline.commands(number):
            candidate.type, candidate.mode, candidate.label = _DEMAND
        reading = "noun" if item.kind == NOUN else candidate.reading  # "the positioning of the mast"
        rule = rules.rule(candidate.type, candidate.mode, candidate.lemma, reading)
        casting = Casting(scene, candidate, rule, outline, number)
        if item.kind == VERB:
            cast_verb(casting, item)
        elif item.kind == NOUN:
            cast_noun(casting, item)
        if candidate.type in BY_WHOM:
            judge_by_doer(candidate, rules.words)
        if candidate.type in _ABROAD or candidate.mode in _SENT:
            add_country_abroad(casting)
        if candidate.sentence in placed:
            add_wider_places(casting, item)
            castings.append(casting)
            call_at(casting, scene, item)
        elif candidate.lemma in abroad or candidate.type == _DISASTER:
            add_wider_places(casting, item)
            call_at(casting, scene, item)
    share_places(castings)
    part_sides(candidates, page, rules.words)
    bring_home(candidates, rules.words)
    add_from_deeds(candidates, page, rules.words)
    read_between(candidates, page, rules.words)
    accuse(candidates)
    name_things(candidates, page, actor_mentions)
    return scene.chunker


__all__ = ["assign"]
