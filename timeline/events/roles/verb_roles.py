"""The roles around a verb: its subject, its objects, what its clause asks or alleges.

What comes in: a ``Casting`` whose trigger is a verb. What goes out: its candidate's participants and places. How a
sentence is cut is decided in ``chunks``, what a subject or object is in ``outline``.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import (
    COMMA_ITEM,
    NOUN,
    NOUN_WITH_AND_TIME,
    NOUN_WITH_TIME,
    QUOTE_ITEM,
    THAT,
    VERB,
    Item,
)
from timeline.events.roles.casting import Casting
from timeline.events.roles.role_phrases import add_phrases
from timeline.events.roles.role_places import add_opening_place, state_of
from timeline.events.roles.said_clauses import (
    add_conditioned,
    add_holder,
    add_obliged,
    add_travel_warned,
    sender,
)

_CURRENCIES = frozenset("$£€¥")
_GENITIVE = frozenset(("'s", "'", "’", "’s"))
_PAIR = 2  # items from one noun phrase to the next over a small word
_MOST_OBJECTS = 4
_PROMISING = frozenset(("AGREE", "THREATEN", "REJECT"))
_AT_LARGE = frozenset(("ACCUSE", "REQUEST", "SUPPORT"))  # said to whoever is there
_SENDING = frozenset(("AID", "MOBILIZE"))  # "sent firemen to help Chile"
_ABOUT_OTHERS = _PROMISING | _AT_LARGE | _SENDING
_DONE_TO = frozenset(("SANCTION", "CONCEDE", "AID", "COOPERATE", "SUPPORT", "REJECT"))
_REACHED = frozenset(("recipient", "patient", "counterpart", "party"))
_SAYING = frozenset(("say", "state", "add", "stress", "insist", "declare", "argue", "maintain", "tell reporters"))
#: Types of which the clause behind them tells more; a threat and an attack may depend on another's deed.
_FROM_CLAUSE = frozenset(("STATEMENT", "REQUEST", "SANCTION", "THREATEN", "ASSAULT"))
_TRAVEL_WARNING = "travel warning"
_HARM = frozenset(("ASSAULT", "CRIME", "DEATH", "DISASTER", "INJURY"))


def cast_verb(casting: Casting, verb: Item) -> None:
    """Fill the candidate of a verb: agent ``The union`` and recipient ``the mill`` of "The union accused the mill"."""
    outline, rule, candidate, number = casting.outline, casting.rule, casting.candidate, casting.number
    words = casting.scene.rules.words
    passive = verb.passive
    if not passive and verb.bare:
        passive = not _holds_object(casting) and (outline.is_reduced(number) or outline.is_clipped(number))
    if passive and verb.word in words.minded and not _is_by(casting):
        passive = False
    objects = [] if passive else outline.objects(number)
    relative: Item | None = None
    subjects: list[Item]
    if passive and verb.bare and number and outline.items[number - 1].kind == NOUN:
        subjects = [outline.items[number - 1]]
    elif passive and verb.bare and number > 1 and outline.items[number - 1].kind == COMMA_ITEM and not verb.finite:
        subjects = [outline.items[number - 2]] if outline.items[number - 2].kind == NOUN else []
    else:
        subjects, relative = outline.subjects(number)
    if verb.gerund and len(subjects) == 1 and _is_document(casting, subjects[0]):
        above = outline.number_of(subjects[0].first) or 0
        if above and outline.items[above - 1].kind == VERB:
            subjects, relative = outline.subjects(above - 1)
    related = outline.related_object(number) if not passive and not objects else []
    states = candidate.type == "STATEMENT"
    if states and subjects and casting.is_within_source(subjects[0]):
        subjects, relative = [], None  # "Firth, who founded Edge, a charity, said"
    elif states and subjects and casting.source_behind() is not None:
        subjects, objects, relative = [], [], None  # "Two died, said the minister"
    elif not subjects and _is_inverted(casting):
        subjects, objects = objects[:1], []
    told = candidate.frame.parsed
    if told is not None:
        passive, relative = candidate.frame.voice == "passive", None
        subjects, objects = casting.items_of(told.subjects), [] if passive else casting.items_of(told.objects)
    role = rule.subject
    if passive:
        role = rule.object if rule.object not in ("none", "party") or rule.subject == "party" else "theme"
    elif role == "undergoer":
        objects = [item for item in objects if not _is_amount(casting, item)]
        after = outline.items[number + 1] if number + 1 < len(outline.items) else verb
        sets_about = after.infinitive and verb.word in words.setting_about
        role = "agent" if objects or sets_about else "theme" if candidate.type == "MARKET" else "undergoer"
    elif role == "agent" and not objects and candidate.type in words.travelling:
        role = "mover"
    for item in subjects:
        owner = _owner(casting, item) if verb.infinitive and item.actor < 0 else None
        if owner is None:
            casting.add(item, role, relative)
            if item.actor < 0 and not passive and candidate.type in _HARM:
                casting.add_all(sender(casting, item), role)
        else:
            casting.add_actor(owner, role)
    if passive and len(subjects) == 1 and subjects[0].actor < 0 and candidate.type in _DONE_TO:
        _add_behind_subject(casting, subjects[0])
    casting.add_within_trigger("patient" if rule.object == "none" else rule.object)
    if rule.object == "theme" and rule.subject != "party" and verb.end - verb.first > _PAIR:
        casting.add_object_within_trigger()
    if states:
        casting.add_source()
    if not passive and rule.object != "none":
        for item in objects[:_MOST_OBJECTS]:
            if candidate.type != "MOVE" or not _is_country(casting, item):  # "left Chile": a place, no side
                casting.add(item, rule.object)
        for item in related:
            if item.actor >= 0:
                casting.add(item, rule.object, outline.items[number - _PAIR])
    if not objects and candidate.type in words.asking:
        _add_asked(casting)
    if not passive and rule.owners and len(objects) == 1 and objects[0].actor < 0:
        _add_owners_of_object(casting, objects[0])
    if passive or not states or not _tells_clause(casting):
        add_phrases(casting, number, passive=passive)
    if candidate.mode == "deny" and not passive and verb.end - verb.first > 1:
        _add_accusers(casting)
    if candidate.type in _ABOUT_OTHERS and not passive and not _names_country(candidate):
        _add_from_infinitive(casting)
        if candidate.type in _AT_LARGE and not _names_country(candidate):
            _add_where(casting)
    if not passive and candidate.type in _FROM_CLAUSE:
        _add_from_clause(casting)
    if verb.finite and not candidate.places:
        add_opening_place(casting, number)


def _add_from_clause(casting: Casting) -> None:
    """Whom the clause behind a verb tells of, as far as the verb concerns him."""
    candidate = casting.candidate
    kind = candidate.type
    if kind == "STATEMENT":
        if candidate.factuality == "happened" and candidate.lemma in _SAYING:
            add_obliged(casting)
    elif kind == "REQUEST":
        if not _names_country(candidate):
            add_holder(casting)
    elif kind == "SANCTION":
        if candidate.label == _TRAVEL_WARNING and not candidate.recipients:
            add_travel_warned(casting)
    else:
        add_conditioned(casting)


def _holds_object(casting: Casting) -> bool:
    """Whether the words of a trigger hold its object, so that it is no participle: "set fire to a bus"."""
    candidate, scene = casting.candidate, casting.scene
    if candidate.end_token - candidate.first_token != _PAIR:
        return False
    return scene.lowers[candidate.end_token - 1] in scene.rules.words.held


def _is_by(casting: Casting) -> bool:
    """Whether what is opposed is opposed by somebody: "was opposed by Chile", but "was opposed to it"."""
    return all(word != "to" for word, _ in casting.outline.phrases_after(casting.number)[:1])


def _add_behind_subject(casting: Casting, subject: Item) -> None:
    """Whom the subject of a passive concerns: "aid to Chile was cut", "ties between Chile and Peru were restored"."""
    outline = casting.outline
    number = outline.number_of(subject.first)
    if number is None or number >= casting.number:
        return
    for word, items in outline.phrases_after(number):
        role = casting.rule.prepositions.get(word)
        if role in _REACHED:
            for item in items:
                if item.actor >= 0 or casting.scene.country(item)[0] is not None:
                    casting.add(item, role)


def _add_asked(casting: Casting) -> None:
    """The subject of what is demanded or alleged: "demanded that Chile withdraw", "alleged Chile knew"."""
    items, number = casting.outline.items, casting.number
    if number + 1 < len(items) and items[number + 1].kind == THAT and items[number + 1].word == "that":
        number += 1
    if number + _PAIR >= len(items):
        return
    asked, verb = items[number + 1 : number + _PAIR + 1]
    if asked.kind == NOUN and verb.kind == VERB:
        if asked.actor >= 0:
            casting.add_actor(asked.actor, "recipient")
        elif casting.scene.country(asked)[0] is not None:
            casting.add(asked, "recipient")  # "complained that Chilean jets had come"


def _add_accusers(casting: Casting) -> None:
    """Whose charge is denied, where the charge is part of the trigger: "rejected accusations by Chile"."""
    for word, items in casting.outline.phrases_after(casting.number):
        if word in ("by", "from"):
            for item in items:
                if item.actor >= 0:
                    casting.add(item, "recipient")
            return


def _is_document(casting: Casting, item: Item) -> bool:
    """Whether a subject is what its author says: "issued a statement condemning Chile"."""
    scene = casting.scene
    return item.actor < 0 and scene.lowers[item.end - 1] in scene.rules.words.documents


def _names_country(candidate: Candidate) -> bool:
    if candidate.type in _SENDING:
        return any(part.country is not None for part in candidate.recipients)
    return any(part.country is not None or part.key is not None for part in candidate.recipients)


def _add_from_infinitive(casting: Casting) -> None:
    """Whom a promise or threat concerns by what is to be done: "promised to rebuild Chile", "offered to help Peru".

    Only states and those of a known country; who promises is no other side.
    """
    outline, candidate = casting.outline, casting.candidate
    if candidate.type not in _PROMISING and candidate.type not in _SENDING:
        return
    items, place = outline.items, casting.number + 1
    while place < len(items) and items[place].kind in NOUN_WITH_TIME:
        place += 1
    if place >= len(items) or not items[place].infinitive:
        return
    held = outline.objects(place)
    for word, nouns in outline.phrases_after(place):
        if word in casting.scene.rules.words.reaching_others:
            held = [*held, *nouns]
    own = {actor.country for actor in candidate.actors}
    for item in held:
        country = casting.scene.country(item)[0]
        if country is not None and country not in own:
            casting.add(item, "recipient")


def _add_where(casting: Casting) -> None:
    """The state in which is what somebody asks for or judges: "appealed for calm in Chile", "criticised a law in Peru".

    Not where harm was done: of "condemned a bombing in Chile" nothing says who did it.
    """
    outline, scene, candidate = casting.outline, casting.scene, casting.candidate
    own = {actor.country for actor in candidate.actors}
    for word, nouns in outline.phrases_after(casting.number):
        if word != "in":
            continue
        before = range(outline.items[casting.number].end, nouns[0].first)
        deeds = {scene.deeds.get(token) for token in before if scene.lowers[token] not in scene.rules.words.inner}
        if candidate.type == "REQUEST":
            deeds.clear()  # "called for an end to the violence in Chile"
        state = None if deeds & _HARM else state_of(casting, nouns[0], "recipient")
        if state is None and not deeds & _HARM and nouns[0].actor >= 0 and _is_country(casting, nouns[0]):
            if scene.mentions[nouns[0].actor].country not in own:
                casting.add(nouns[0], "recipient")
        elif state is not None and state.country not in own:
            casting.put(state)
        return


def _add_owners_of_object(casting: Casting, held: Item) -> None:
    """Whose deed is praised or blamed: "condemned a raid by Chile", "welcomed an offer from Chile"."""
    if casting.scene.country(held)[0] is not None:
        return  # "the Chilean offer"
    for word, items in casting.outline.phrases_after(casting.number):
        if word in casting.rule.owners:
            found = [item for item in items if item.actor >= 0]
            for item in found:
                casting.add_actor(item.actor, "recipient")
            if found:
                return


def _owner(casting: Casting, item: Item) -> int | None:
    """Whose plan it is to do something: "Chile's refusal to meet them"; None of a phrase without an owner."""
    scene = casting.scene
    for token in range(item.first, item.end):
        number = scene.actor_at.get(token)
        if number is not None:
            end = scene.actor_ends[number]
            return number if end < item.end and scene.lowers[end] in _GENITIVE else None
    return None


def _tells_clause(casting: Casting) -> bool:
    """Whether a clause without "that" follows: "said miners in Ghent were safe" says nothing in Ghent."""
    items, place = casting.outline.items, casting.number + 1
    if place >= len(items) or items[place].kind != NOUN:
        return False
    while place < len(items) and items[place].kind in NOUN_WITH_AND_TIME:
        place += 1
    return place < len(items) and items[place].kind == VERB and items[place].finite


def _is_country(casting: Casting, item: Item) -> bool:
    return item.actor >= 0 and casting.scene.mentions[item.actor].kind == "country"


def _is_amount(casting: Casting, item: Item) -> bool:
    """Whether a phrase says by how much: "fell 21 per cent"."""
    first = casting.scene.words[item.first][0]
    return item.actor < 0 and (first.isdigit() or first in _CURRENCIES)


def _is_inverted(casting: Casting) -> bool:
    """Whether the subject stands behind the verb: ``"We won," said Firth``."""
    items, number = casting.outline.items, casting.number
    quoted = number > 0 and items[number - 1].kind == QUOTE_ITEM
    if casting.candidate.type != "STATEMENT" and not quoted:
        return False
    after = number + _PAIR
    return after >= len(items) or items[after].kind != NOUN
