"""The roles around a noun that names an event: its owner, the subject of the verb that carries it, its phrases.

What comes in: a ``Casting`` whose trigger is a noun ("the rebels' attack on the depot", "made a statement"). What goes
out: its candidate's participants and places.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.items import NOUN, NOUN_WITH_TIME, TIME, VERB, VERB_WITH, WITH, Item
from timeline.events.roles.casting import Casting
from timeline.events.roles.noun_clauses import add_asked, add_from_relative, add_killed, add_sides_behind, add_victims
from timeline.events.roles.noun_journeys import add_acting_subjects, add_attending, add_travellers, add_visitor
from timeline.events.roles.role_phrases import add_phrases
from timeline.events.roles.role_places import state_of
from timeline.events.roles.sides import part_counterparts
from timeline.values.actors import ACTOR_ROLES

_ACTOR_ROLES = frozenset(ACTOR_ROLES)
_PAIR = 2  # items from a noun phrase over "and" to the one before
_GENITIVE = frozenset(("'s", "'", "’", "’s"))
_ARMED = frozenset(("MIL", "COP", "REB", "SPY", "CRM", "GOV"))
_SECTOR = 3  # letters of a CAMEO sector
_CONSENTED = frozenset(("AID", "SUPPORT"))  # types that who approves them does: "approved a treaty", "approved aid"
_BY_MEANS = frozenset(("by", "through", "without"))
_WISHING = frozenset(("demand", "propose", "call", "order", "seek"))  # verbs of what another may be to do
_WIELDED = frozenset(("ASSAULT", "COERCE", "SANCTION"))  # what somebody uses against another, or puts on him
_SIDED = frozenset(("ASSAULT", "CONSULT"))  # nouns whose sides may stand behind a verb: "fighting broke out between"
_ASKING = frozenset(("REQUEST", "ACCUSE"))  # nouns that a clause with "that" follows


def cast_noun(casting: Casting, item: Item) -> None:
    """Fill the candidate of a noun: agent ``rebels`` and patient ``the depot`` of "the rebels' attack on the depot"."""
    scene, rule, outline, candidate = casting.scene, casting.rule, casting.outline, casting.candidate
    first = candidate.first_token
    owners = [
        number
        for token in range(item.first, first)
        if (number := scene.actor_at.get(token)) is not None and scene.actor_ends[number] <= first
    ]
    if not owners and casting.number > 1 and outline.items[casting.number - 1].kind == TIME:
        owners = _owner_of_length(casting)
    if owners and rule.possessor != "none":
        before = _before_and(casting)
        if before is not None:
            casting.add_actor(before.actor, rule.possessor)
        for number in owners:
            casting.add_actor(number, _owner_role(casting, number))
    receives = _add_carrier(casting)
    _add_first_object(casting)
    if not receives:
        _add_participants(casting)
    if not candidate.actors and not receives:
        _add_speaker_above(casting)
        _add_doer(casting)
        if candidate.mode == "visit":
            add_visitor(casting)
    if candidate.type == "ACCUSE" and not candidate.recipients:
        _add_exchanged(casting)
    if candidate.type == "ASSAULT":
        add_victims(casting)
    add_from_relative(casting)
    role = rule.prepositions.get("of", "theme")
    casting.add_within_trigger(role if role != "none" and role not in _ACTOR_ROLES else "theme")
    if candidate.end_token == item.end and candidate.end_token - first > 1:
        # "a call on the government": the trigger ends in its preposition.
        after = casting.number + 1
        role = rule.prepositions.get(scene.lowers[item.end - 1], "none")
        if after < len(outline.items) and outline.items[after].kind == NOUN:
            casting.add(outline.items[after], role)
    if candidate.mode == "sign" and len(candidate.actors) == 1:
        _add_party_of_terms(casting)
    alone = not candidate.actors
    add_phrases(casting, casting.number, passive=True, receives=receives)
    if candidate.mode == "sign" and _is_consented(casting):
        part_counterparts(candidate, scene.tokens.starts[first])
    if alone and candidate.type == "CONSULT" and candidate.actors:
        add_attending(casting)
    if alone and not candidate.actors and candidate.type in _SIDED:
        add_sides_behind(casting)
    if candidate.type in _ASKING and not candidate.recipients:
        add_asked(casting)
    if candidate.type == "ASSAULT":
        add_killed(casting)


def _owner_of_length(casting: Casting) -> list[int]:
    """Whose deed it is where its length stands in between: "the union's five-day strike", "his two-hour speech"."""
    scene, before = casting.scene, casting.outline.items[casting.number - 2]
    if before.kind != NOUN:
        return []
    last = before.end - 1
    if scene.lowers[last] in _GENITIVE:
        ends = scene.actor_ends
        numbers = (scene.actor_at.get(token) for token in range(before.first, last))
        return [number for number in numbers if number is not None and ends[number] == last]
    possessive = before.first == last and before.actor >= 0 and scene.lowers[last] in scene.rules.words.possessives
    return [before.actor] if possessive else []


def _owner_role(casting: Casting, number: int) -> str:
    """The role of an actor before a noun: "the army attack" is by the army, "the school shooting" by no school."""
    scene, role = casting.scene, casting.rule.possessor
    if role == "patient" and _has_patient_behind(casting):
        return "agent"  # "Chile's arrest of sailors", but "Ruth Vey's arrest"
    mention = scene.mentions[number]
    if (
        casting.candidate.type != "ASSAULT"
        or role != "agent"
        or mention.kind != "organisation"
        or mention.form != "role"
    ):
        return role
    if scene.lowers[scene.actor_ends[number]] in _GENITIVE:
        return role
    sector = (mention.code or "")[-_SECTOR:]
    return "agent" if sector in _ARMED else "patient"


def _has_patient_behind(casting: Casting) -> bool:
    """Whether "of" names who undergoes what the noun names."""
    items, after = casting.outline.items, casting.number + 1
    return after + 1 < len(items) and items[after].word == "of" and items[after + 1].kind == NOUN


def _add_carrier(casting: Casting) -> bool:
    """The subject of the light verb that carries a noun; whether it gets what the noun names: "received aid"."""
    outline, rule = casting.outline, casting.rule
    light = outline.number_of(casting.candidate.light) if casting.candidate.light >= 0 else None
    if light is None:
        light = _before(casting)  # "drew criticism"
        if light < 0 or outline.items[light].word not in casting.scene.rules.words.receiving:
            return False
    if outline.items[light].kind != VERB:
        return False
    subjects, relative = outline.subjects(light)
    if outline.items[light].passive or _is_host(casting, light):
        subjects = []
    role = rule.subject if rule.subject != "undergoer" else "agent"
    receives = outline.items[light].word in casting.scene.rules.words.receiving and role == "agent"
    if receives:
        role = rule.object if rule.object not in ("none", "theme") else "recipient"
    for subject in subjects:
        casting.add(subject, role, relative)
    return receives


def _has_by(casting: Casting) -> bool:
    """Whether "by" names who does it: "demanded the release of the sailors by Chile"."""
    return any(word == "by" for word, _ in casting.outline.phrases_after(casting.number))


def _before(casting: Casting) -> int:
    """The item before a noun's phrase, beyond what only counts it: "held a third round of talks"."""
    items, place = casting.outline.items, casting.number - 1
    if place > 1 and items[place].word == "of" and items[place - 1].kind == NOUN:
        head = casting.scene.lowers[items[place - 1].end - 1]
        if head in casting.scene.rules.words.counting:
            return place - _PAIR
    return place


def _is_host(casting: Casting, verb: int) -> bool:
    """Whether who acts gives room to others: "Norway hosted talks between Chile and Peru"."""
    if casting.outline.items[verb].word not in casting.scene.rules.words.hosting:
        return False
    return any(word == "between" for word, _ in casting.outline.phrases_after(casting.number))


def _add_first_object(casting: Casting) -> None:
    """Who gets what a noun names: "gave Chile its support"."""
    items, number = casting.outline.items, casting.number
    if number < _PAIR or items[number - 1].kind != NOUN or items[number - _PAIR].kind != VERB:
        return
    if items[number - _PAIR].word not in casting.scene.rules.words.giving:
        return
    role = casting.rule.prepositions.get("to", "none")
    capital = state_of(casting, items[number - 1], role, capital=True) if items[number - 1].actor < 0 else None
    if items[number - 1].actor >= 0 or capital is not None:
        if not casting.candidate.actors:
            add_acting_subjects(casting, number - _PAIR)
        if capital is not None and role not in _ACTOR_ROLES:
            casting.put(capital)  # "handed Washington a note"
        else:
            casting.add(items[number - 1], role if role not in _ACTOR_ROLES else "none")


def _before_and(casting: Casting) -> Item | None:
    """The actor that "and" joins to the owner of a noun: "Chile and Peru's talks"."""
    items, number = casting.outline.items, casting.number
    if number < _PAIR or items[number - 1].word != "and":
        return None
    before = items[number - _PAIR]
    hangs = number > _PAIR and items[number - _PAIR - 1].kind in VERB_WITH
    return before if before.kind == NOUN and before.actor >= 0 and not hangs else None


def _add_doer(casting: Casting) -> None:
    """The subject of the verb whose object a noun is, when that verb does what it names: "issued an order"."""
    items, rule = casting.outline.items, casting.rule
    place = _before(casting)
    if place < 0 or items[place].kind != VERB or items[place].passive or rule.subject not in _ACTOR_ROLES:
        return
    words = casting.scene.rules.words
    word = items[place].word
    does = word in words.support
    does = does or (casting.candidate.type in _CONSENTED and word in words.consenting)
    does = does or (casting.candidate.type in _WIELDED and word in words.wielding)
    if does and not _is_host(casting, place) and (word not in _WISHING or not _has_by(casting)):
        add_acting_subjects(casting, place)


def _add_speaker_above(casting: Casting) -> None:
    """The subject of the verb above a noun of speech: "Firth said in a statement", "marched with a call for"."""
    items, words = casting.outline.items, casting.scene.rules.words
    place = casting.number - 1
    if casting.candidate.type not in words.spoken:
        # "executives are in talks", "what they won by fighting"
        if place < 1 or not (items[place - 1].kind == VERB or items[place].word == "for"):
            return
        lower = casting.scene.lowers[casting.candidate.first_token]
        deed = items[place].word in _BY_MEANS and lower.endswith("ing")
        if casting.candidate.type == "CONSULT" and items[place].word == "for":
            add_travellers(casting, place)
            return
        if not deed and (items[place].word not in ("in", "at") or items[place - 1].word not in words.being):
            return
    if place >= 1 and items[place].kind == WITH and (items[place].word in words.doing or items[place].word == "at"):
        place -= 1
        while place >= 0 and items[place].kind in NOUN_WITH_TIME:
            place -= 1
        if place >= 0 and items[place].kind == VERB and not items[place].passive:
            add_acting_subjects(casting, place)


def _is_consented(casting: Casting) -> bool:
    """Whether one side makes an agreement its own: "ratified a treaty with Chile"."""
    before = casting.outline.items[casting.number - 1] if casting.number else None
    return before is not None and before.kind == VERB and before.word in casting.scene.rules.words.consenting


def _add_party_of_terms(casting: Casting) -> None:
    """The other party by what the agreement says: "signed an accord to supply Chile with gas"."""
    outline, place = casting.outline, casting.number + 1
    items = outline.items
    while place < len(items) and (items[place].kind == TIME or (items[place].kind == WITH and _is_time(items, place))):
        place += 1
    if place >= len(items) or not items[place].infinitive:
        return
    held = [*outline.objects(place)[:1]]
    held += [noun for word, nouns in outline.phrases_after(place) if word in ("to", "with") for noun in nouns]
    own = {actor.country for actor in casting.candidate.actors}
    for item in held:
        if item.actor >= 0 and casting.scene.mentions[item.actor].country not in {None, *own}:
            casting.add(item, "party")
            return


def _is_time(items: Sequence[Item], place: int) -> bool:
    return place + 1 < len(items) and items[place + 1].kind == TIME


def _add_exchanged(casting: Casting) -> None:
    """Each side as the other's target: "Chile and Peru exchanged accusations"."""
    items, place = casting.outline.items, casting.number - 1
    if place < 0 or items[place].word not in casting.scene.rules.words.exchanging:
        return
    subjects, _ = casting.outline.subjects(place)
    named = [subject for subject in subjects if subject.actor >= 0]
    if len(named) < _PAIR:
        return
    for subject in named:
        casting.add(subject, "agent")
    for actor in list(casting.candidate.actors):
        casting.put_other(actor)


def _add_participants(casting: Casting) -> None:
    """Who takes part: "Norwegian ships took part in the exercise", "the mayor participated in the talks"."""
    items, place = casting.outline.items, casting.number - 1
    if place < 1 or items[place].word != "in" or items[place].kind != WITH:
        return
    verb = place - 1
    if items[verb].kind == NOUN and casting.scene.lowers[items[verb].first] == "part":
        verb -= 1
    if verb >= 0 and items[verb].kind == VERB and items[verb].word in casting.scene.rules.words.joining:
        add_acting_subjects(casting, verb)


__all__ = ["cast_noun"]
