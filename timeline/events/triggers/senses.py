"""Nouns of several senses that nothing beside them tells apart: the rest of the article does.

What comes in: coded candidates, and with those in doubt what the lexicon has for their word. What goes out: another
type, mode and label where the article speaks for it. A word mostly keeps its sense through one text (Gale, Church and
Yarowsky 1992, "One sense per discourse"). What stands beside a word is weighed in ``coding``.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.frames import Trigger
from timeline.lexicons.events import Entry

_Sense = tuple[str, str | None]  # type and mode
_ANY = "*"  # any mode of a type
_ACCIDENT = "DISASTER"  # what an explosion is where nobody is told to have done anything


def is_doubtful(trigger: Trigger, entry: Entry) -> bool:
    """Whether a noun was coded by an entry that asks for nothing, and others of its entries have another type."""
    if trigger.reading != "noun" or entry.weight:
        return False
    return any(other.type and other.type != entry.type for other in trigger.entries)


def settle(candidates: Sequence[Candidate], doubtful: Sequence[tuple[Candidate, Trigger]]) -> None:
    """Give the nouns in doubt the sense that the article tells elsewhere.

    "Rail staff walked out on Monday. The strike ..." makes the strike a walkout, "A bomb went off. The blast ..." the
    blast a bombing. A word that has one sense for sure in the article has it everywhere; else what the article tells
    by other words decides, when it tells nothing of the sense that the word has by itself. What may be an accident or
    a deed is a deed where the article tells of deeds of its kind and of no accident.
    """
    unsure = {candidate.first_token for candidate, _ in doubtful}
    told: set[_Sense] = set()
    senses: dict[str, set[_Sense]] = {}
    for candidate in candidates:
        if candidate.first_token not in unsure:
            sense = candidate.type, candidate.mode
            told.add(sense)
            if candidate.reading == "noun":
                senses.setdefault(candidate.lemma, set()).add(sense)
    types = {type_ for type_, _ in told}
    of_any_mode = {(type_, _ANY) for type_ in types}
    for candidate, trigger in doubtful:
        own = candidate.type, candidate.mode
        known = senses.get(candidate.lemma, ())
        if own in known or (not known and own in told):
            continue
        entry = _one_of(trigger, known or told, candidate.type)
        if entry is None and not known and candidate.type == _ACCIDENT and candidate.type not in types:
            entry = _one_of(trigger, of_any_mode, candidate.type)
        if entry is not None:
            candidate.type, candidate.mode, candidate.label = entry.type, entry.mode, entry.label
            candidate.rule = entry.rule


def _one_of(trigger: Trigger, told: Container[_Sense], own: str) -> Entry | None:
    """The entry of another type whose sense, or whose type alone, is told; None where none or several types are."""
    fits = [
        entry
        for entry in trigger.entries
        if entry.type and entry.type != own and entry.type not in trigger.barred
        and ((entry.type, entry.mode) in told or (entry.type, _ANY) in told)
    ]  # fmt: skip
    return fits[0] if fits and all(entry.type == fits[0].type for entry in fits) else None


__all__ = ["is_doubtful", "settle"]
