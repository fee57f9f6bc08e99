"""The clauses around a noun that names an event: who did it, whom it asks for something, whom it killed.

What comes in: a ``Casting`` whose trigger is a noun. What goes out: its candidate's participants from the verb behind
it ("the treaty that Chile signed", "the demand that Chile withdraw", "the raid killed two miners") and from the one
before it ("were killed in a raid"). Owners, carriers and phrases are the matter of ``noun_roles``.
"""

from __future__ import annotations

from timeline.events.article.items import NOUN, THAT, VERB, WHO, WITH
from timeline.events.roles.casting import Casting
from timeline.events.roles.role_phrases import add_phrases

_PAIR = 2  # items from a noun phrase to the one behind a preposition
_CLAUSE = 3  # items of "that Chile signed"
_RELATIVE = frozenset((THAT, WHO))
_DYING = frozenset(("die", "perish"))


def add_from_relative(casting: Casting) -> None:
    """Who did what a noun names, by the clause behind it: "the treaty that Chile signed with Peru"."""
    outline, number = casting.outline, casting.number
    items = outline.items
    if number + _CLAUSE >= len(items) or items[number + 1].kind not in _RELATIVE:
        return
    who, verb = items[number + 2], items[number + _CLAUSE]
    if who.kind != NOUN or who.actor < 0 or verb.kind != VERB or not verb.finite or verb.passive:
        return
    words = casting.scene.rules.words
    if verb.word not in words.support and verb.word not in words.wielding:
        return
    casting.add(who, casting.rule.subject)
    add_phrases(casting, number + _CLAUSE, passive=True)


def add_asked(casting: Casting) -> None:
    """Whom a clause behind a noun names as its subject: "the demand by Chile that Peru withdraw"."""
    items, place = casting.outline.items, casting.number + 1
    while place + 1 < len(items) and items[place].kind == WITH and items[place + 1].kind == NOUN:
        place += _PAIR
    if place + _PAIR >= len(items) or items[place].kind != THAT or items[place].word != "that":
        return
    asked, verb = items[place + 1], items[place + 2]
    if asked.kind == NOUN and asked.actor >= 0 and verb.kind == VERB:
        own = {actor.country for actor in casting.candidate.actors}
        if casting.scene.mentions[asked.actor].country not in own:
            casting.add(asked, "recipient")


def add_victims(casting: Casting) -> None:
    """Who was killed or hurt in an attack: "two miners were killed in an air strike".

    Soldiers who die in a battle with somebody fight it.
    """
    items, words = casting.outline.items, casting.scene.rules.words
    place = casting.number - _PAIR
    if place < 0 or items[place + 1].word not in words.amid or items[place].kind != VERB:
        return
    verb = items[place]
    if not (verb.passive and verb.word in words.harming) and verb.word not in _DYING:
        return
    fought = not casting.candidate.actors and casting.candidate.lemma in words.clashing
    fought = fought and any(word == "with" for word, _ in casting.outline.phrases_after(casting.number))
    for subject in casting.outline.subjects(place)[0]:
        casting.add(subject, "agent" if fought else "patient")


def add_killed(casting: Casting) -> None:
    """Whom an attack killed or hurt: "a Chilean air raid on a camp killed two Peruvians"."""
    outline, words = casting.outline, casting.scene.rules.words
    later = outline.verb_after(casting.number)
    if later is None:
        return
    verb = outline.items[later]
    if verb.word not in words.hitting or verb.passive or not verb.finite or verb.infinitive:
        return
    subjects, _ = outline.subjects(later)
    if any(subject is outline.items[casting.number] for subject in subjects):
        for item in outline.objects(later)[:1]:
            casting.add(item, "patient")


def add_sides_behind(casting: Casting) -> None:
    """Whose fight or talks it was, behind the verb that says it came about: "fighting broke out between them"."""
    outline, words = casting.outline, casting.scene.rules.words
    place = casting.number + 1
    if place >= len(outline.items) or outline.items[place].kind != VERB:
        return
    verb = outline.items[place]
    if not verb.finite or verb.passive or verb.word not in words.occurring:
        return
    for word, items in outline.phrases_after(place):
        if word in words.pairing and len(items) > 1:
            first, *others = items
            role = "party" if casting.candidate.type == "CONSULT" else "agent"
            casting.add(first, role)
            for item in others:
                casting.add(item, "party" if role == "party" else "counterpart")
            return


__all__ = ["add_asked", "add_from_relative", "add_killed", "add_sides_behind", "add_victims"]
