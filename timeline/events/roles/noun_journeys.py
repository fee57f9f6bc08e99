"""Who travels to talks, is on a visit, or speaks at talks: the actors of a noun by the verb that stands around it.

What comes in: a ``Casting`` whose trigger is a noun. What goes out: its candidate's actors, the subjects of verbs of
going and speaking. Owners, carriers and phrases of the noun are the matter of ``noun_roles``.
"""

from __future__ import annotations

from timeline.events.article.items import COMMA_ITEM, NOUN, NOUN_WITH_TIME, TIME, VERB
from timeline.events.roles.casting import Casting

_PAIR = 2  # items from a noun phrase over a time to its article


def add_travellers(casting: Casting, place: int) -> None:
    """Who goes somewhere for talks: "the mayor flew to Ghent for talks with the miners"."""
    items = casting.outline.items
    while place >= 0 and items[place].kind in NOUN_WITH_TIME:
        place -= 1
    if place >= 0 and items[place].kind == VERB and items[place].word in casting.scene.rules.words.going:
        add_acting_subjects(casting, place)


def add_visitor(casting: Casting) -> None:
    """Who is on a visit: "returned from a visit to Chile", "said during a trip to Chile"."""
    outline, place = casting.outline, casting.number - 1
    items = outline.items
    if place > 1 and items[place].kind == TIME and items[place - 1].kind == NOUN:
        place -= _PAIR  # "a three-day visit"
    if place < 0 or items[place].word not in casting.scene.rules.words.touring:
        return
    if not any(word == "to" for word, _ in outline.phrases_after(casting.number)):
        return
    while place >= 0 and items[place].kind in NOUN_WITH_TIME:
        place -= 1
    if place > 0 and items[place].kind == COMMA_ITEM and items[place - 1].kind == NOUN:
        casting.add(items[place - 1], "party")  # "the king, on a visit to Chile, praised"
        return
    if place >= 0 and items[place].kind == VERB and not items[place].passive:
        add_acting_subjects(casting, place)
    if not casting.candidate.actors:
        later = outline.verb_after(casting.number)
        if later is not None:
            add_acting_subjects(casting, later)


def add_attending(casting: Casting) -> None:
    """Who says or does something at talks with another: "after talks with the miners, the mayor resigned"."""
    outline, place = casting.outline, casting.number - 1
    items = outline.items
    if place < 0 or items[place].word not in casting.scene.rules.words.attending:
        return
    if not any(word == "with" for word, _ in outline.phrases_after(casting.number)):
        return
    while place >= 0 and items[place].kind in NOUN_WITH_TIME:
        place -= 1
    if place < 0 or items[place].kind == COMMA_ITEM:
        later = outline.verb_after(casting.number)
        if later is not None:
            add_acting_subjects(casting, later)
    elif items[place].kind == VERB and items[place].finite and not items[place].passive:
        add_acting_subjects(casting, place)


def add_acting_subjects(casting: Casting, number: int) -> None:
    subjects, relative = casting.outline.subjects(number)
    for subject in subjects:
        if subject.actor >= 0:
            casting.add(subject, casting.rule.subject, relative)


__all__ = ["add_acting_subjects", "add_attending", "add_travellers", "add_visitor"]
