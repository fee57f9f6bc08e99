"""Where an event was when no phrase behind its trigger says it: beside its subject, as its object, before its noun.

What comes in: a ``Casting`` after its participants were found, in a sentence that names a place. What goes out: the
candidate's ``places``, and those that two events of one sentence have in common. What a preposition behind a trigger
says is decided in ``role_places``; a deed of words ("said", "accused") gets no place from here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import (
    AND,
    COMMA_ITEM,
    NOUN,
    NOUN_WITH,
    NOUN_WITH_COMMA_TIME,
    QUOTE_ITEM,
    STOP_ITEM,
    THAT,
    TIME,
    VERB,
    WHO,
    WITH,
    WITH_TIME,
    Item,
)
from timeline.events.clauses.outline import Outline
from timeline.events.roles.casting import Casting
from timeline.events.roles.role_places import add_place, event_place
from timeline.values.actors import EventPlace, build_event_place

_PAIR = 2  # items from a noun phrase to the one behind a preposition
_CLAUSE_BORDERS = frozenset((THAT, WHO, QUOTE_ITEM, STOP_ITEM))
_PHRASES = frozenset((WITH, NOUN, TIME))
_HARM = frozenset(("DEATH", "INJURY"))
_CAUSES = frozenset(("ASSAULT", "DISASTER"))


def add_wider_places(casting: Casting, item: Item) -> None:
    """The places that stand elsewhere than behind a trigger: Ghent of "Police in Ghent arrested a baker"."""
    candidate, words = casting.candidate, casting.scene.rules.words
    if item.kind == VERB:
        _add_object(casting, item)
    if candidate.places or not (candidate.type in words.sited or candidate.mode in words.freeing):
        return
    if item.kind == VERB:
        _add_of_held(casting)
        if not candidate.places:
            _add_beside_subject(casting, casting.number)
    else:
        _add_before_noun(casting, item)
        _add_of_held(casting)
        _add_of_carrier(casting, item)
    if not candidate.places:
        _add_opening(casting)


def share_places(castings: Sequence[Casting]) -> None:
    """Give events what another of the same sentence says of where: "a bomb went off in Ghent, killing two".

    Only an event whose own words name no place takes one over: a participle behind a comma, a verb that "and" joins to
    one with a place behind both ("killed two and wounded six in Ghent"), and harm that came "when" something happened.
    """
    by_item: dict[tuple[int, int], Candidate] = {}
    for casting in castings:
        by_item.setdefault((casting.candidate.sentence, casting.outline.items[casting.number].first), casting.candidate)
    for casting in castings:
        candidate = casting.candidate
        if candidate.reading != "verb" or candidate.type not in casting.scene.rules.words.sited:
            continue
        if candidate.places:
            _share_back(casting, by_item)
        else:
            candidate.places.extend(_shared(casting, by_item))


def _shared(casting: Casting, by_item: Mapping[tuple[int, int], Candidate]) -> list[EventPlace]:
    outline, number = casting.outline, casting.number
    items = outline.items
    verb = items[number]
    if verb.kind != VERB or not number:
        return []
    source: Candidate | None = None
    before = items[number - 1].kind
    if (before == COMMA_ITEM and not verb.finite) or (before == AND and casting.candidate.type in _HARM):
        earlier = outline.verb_before(number - 1)
        if earlier is not None:
            source = by_item.get((casting.candidate.sentence, items[earlier].first))
    elif casting.candidate.type in _HARM | _CAUSES:
        if items[number - 1].kind == NOUN and not verb.passive:
            source = by_item.get(
                (casting.candidate.sentence, items[number - 1].first)
            )  # "the Ghent bombing killed two"
            source = source if source is not None and source.type in _CAUSES else None
        if source is None and (casting.candidate.type in _HARM or casting.candidate.mode == "targeted"):
            source = _cause_behind(casting, by_item)
    if source is None or source.type not in casting.scene.rules.words.sited:
        return []
    return [place for place in source.places if place.role == "venue"]


def _cause_behind(casting: Casting, by_item: Mapping[tuple[int, int], Candidate]) -> Candidate | None:
    """What happened when people came to harm: "two died when a bridge fell in Ghent"."""
    items = casting.outline.items
    place = casting.number + 1
    while place < len(items) and (
        items[place].kind in _PHRASES
        or (items[place].kind == AND and place + 1 < len(items))
        or (items[place].kind == VERB and (items[place].bare or items[place].passive))
    ):
        place += 1  # "two were killed and six injured when"
    if place >= len(items) or items[place].kind != THAT or items[place].word not in casting.scene.rules.words.meanwhile:
        return None
    verb = casting.outline.verb_after(place)
    found = None if verb is None else by_item.get((casting.candidate.sentence, items[verb].first))
    return found if found is not None and found.type in _CAUSES else None


def _share_back(casting: Casting, by_item: Mapping[tuple[int, int], Candidate]) -> None:
    """Give the verb before "and" the place behind both: "killed two and wounded six in Ghent"."""
    outline, number = casting.outline, casting.number
    items = outline.items
    if number < _PAIR or items[number].kind != VERB or items[number - 1].kind != AND:
        return
    earlier = outline.verb_before(number - 1)
    first = None if earlier is None else by_item.get((casting.candidate.sentence, items[earlier].first))
    if first is None or first.places or first.type not in casting.scene.rules.words.sited:
        return
    start = casting.scene.tokens.starts[items[number].first]
    first.places.extend(place for place in casting.candidate.places if place.role == "venue" and place.start > start)


def _add_object(casting: Casting, verb: Item) -> None:
    """The place that a verb takes without a preposition: "left Ghent", "visited Chile", "bombed Ghent"."""
    candidate, words = casting.candidate, casting.scene.rules.words
    lemma = candidate.lemma.partition(" ")[0]
    if candidate.type in words.striking:
        role = "venue"
    elif lemma in words.leaving and candidate.type in words.moving:
        role = "origin"
    elif lemma in words.crossing and candidate.type in words.moving:
        role = "venue"
    elif lemma in words.reaching and (candidate.type in words.moving or candidate.mode == "visit"):
        role = "destination"
    else:
        return
    outline, number = casting.outline, casting.number
    passive = verb.passive or outline.is_reduced(number)
    held = outline.subjects(number)[0] if passive else outline.objects(number)
    places = []
    for item in held:
        place = _named_place(casting, item, role)
        if place is not None and all(place.start != other.start for other in candidate.places):
            places.append(place)
    if not places:
        return
    candidate.places[:0] = places
    ends = {place.end for place in places}
    if candidate.type not in words.striking:  # where somebody goes undergoes nothing
        kept = [part for part in candidate.recipients if part.end not in ends or part.key is not None]
        candidate.recipients[:] = kept


def _named_place(casting: Casting, item: Item, role: str) -> EventPlace | None:
    """The place that a whole noun phrase names; a country only where one goes or leaves."""
    scene = casting.scene
    for token in range(item.first, item.end):
        number = scene.place_at.get(token)
        if number is not None:
            place = scene.places[number]
            covers = place.end >= scene.tokens.ends[item.end - 1]
            return event_place(place, role) if covers else None
    if (
        (role == "venue" and casting.candidate.type != "DISASTER")
        or item.actor < 0
        or scene.mentions[item.actor].form != "country"
    ):
        return None
    country = scene.mentions[item.actor]
    if country.kind != "country" or country.text[:1].islower() or scene.tokens.ends[item.end - 1] != country.end:
        return None
    return build_event_place(
        start=country.start, end=country.end, text=country.text, name=country.name, role=role,
        country=country.country, kind="country",
    )  # fmt: skip


def _add_beside_subject(casting: Casting, number: int) -> None:
    """The place right behind the subject of a verb: "Residents of Chile in Ghent marched"."""
    outline, words = casting.outline, casting.scene.rules.words
    items = outline.items
    subjects, relative = outline.subjects(number)
    if not subjects or relative is not None:
        return
    for subject in subjects:
        place = (outline.number_of(subject.first) or 0) + 1
        while place + 1 < number and items[place].kind == WITH and items[place + 1].kind == NOUN:
            last = place + _PAIR
            while last + 1 < number and items[last].kind == AND and items[last + 1].first in casting.scene.place_at:
                last += _PAIR
            if items[place].word in words.standing:
                behind = [item for item in items[place + 1 : last] if item.kind == NOUN]
                add_place(casting, items[place].word, behind)
            if casting.candidate.places:
                return
            place = last


def _add_before_noun(casting: Casting, item: Item) -> None:
    """The place before a noun that names an event: "the Ghent bombing"."""
    candidate, scene = casting.candidate, casting.scene
    if candidate.type not in scene.rules.words.local:
        return
    for token in range(item.first, candidate.first_token):
        number = scene.place_at.get(token)
        if number is not None:
            candidate.places.append(event_place(scene.places[number], "venue"))
            return


def _add_of_held(casting: Casting) -> None:
    """Where those were held who are let go: "the release of sailors held in Ghent"."""
    candidate, outline, words = casting.candidate, casting.outline, casting.scene.rules.words
    items = outline.items
    if candidate.places or candidate.mode not in words.freeing:
        return
    place = casting.number + 1
    while place < len(items) and items[place].kind in NOUN_WITH:
        place += 1
    if place < len(items) and items[place].kind == VERB and items[place].word in words.holding and items[place].bare:
        for word, behind in outline.phrases_after(place):
            number = casting.scene.place_at.get(behind[0].first)
            if word in words.standing and number is not None:
                candidate.places.append(event_place(casting.scene.places[number], "origin"))
                return


def _add_of_carrier(casting: Casting, item: Item) -> None:
    """The place behind the verb that says that something took place: "Talks were held in Ghent"."""
    outline, candidate, words = casting.outline, casting.candidate, casting.scene.rules.words
    if candidate.places:
        return
    light = outline.number_of(candidate.light) if candidate.light >= 0 else None
    if light is not None and outline.items[light].kind == VERB and light < casting.number:
        _add_beside_subject(casting, light)
        return
    verb = outline.verb_after(casting.number)
    if verb is None or outline.items[verb].word not in words.occurring or outline.is_reduced(verb):
        return
    subjects, relative = outline.subjects(verb)
    if relative is not None and candidate.type in words.repeated:
        return  # "a return to talks, which failed in Ghent": other talks
    if any(subject is item for subject in subjects):
        for word, items in outline.phrases_after(verb):
            if word in words.standing and not candidate.places:
                add_place(casting, word, items)


def _add_opening(casting: Casting) -> None:
    """The place among the phrases that open a sentence: "On Monday in Ghent, a strike closed the mill"."""
    items, number = casting.outline.items, casting.number
    standing = casting.scene.rules.words.standing
    if not items or items[0].kind not in WITH_TIME or not _is_first(casting.outline, number):
        return
    for place, item in enumerate(items[:number]):
        if item.kind not in _PHRASES:
            return
        if item.kind == WITH and item.word in standing and place + _PAIR < number:
            behind = items[place + _PAIR].kind
            if items[place + 1].kind == NOUN and behind in NOUN_WITH_COMMA_TIME:
                add_place(casting, item.word, items[place + 1 : place + _PAIR])
        if casting.candidate.places:
            return


def _is_first(outline: Outline, number: int) -> bool:
    """Whether an item stands in the first clause, or is a verb that "and" joins to that clause's own."""
    items = outline.items
    joined = items[number].kind == VERB and number > 0 and items[number - 1].kind == AND
    for item in items[:number]:
        if item.kind in _CLAUSE_BORDERS:
            return False
        if item.kind == VERB and item.finite and not (joined and not item.reporting):
            return False
    return True


__all__ = ["add_wider_places", "share_places"]
