"""Words beside a name that tell a person from a company.

What comes in: ``en/name_evidence.toml``. What goes out: one cached ``NameEvidence``. What is made of it is decided in
``timeline.actors.evidence``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.lexicons.load import load_toml

_FILE = "en/name_evidence.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceWords:
    """Words of one class, in lower case."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameEvidence:
    """Words in lower case that stand beside names.

    Attributes:
        owned_by_firms, owned_by_persons: Behind "'s": "shares", "widow".
        behind_firms, before_firms: Right beside the name of a company or a body.
        held_in: Before "in" and what has owners: "shares".
        behind_persons, before_persons: Right beside the name of a person.
        personal_acts: Those of ``behind_persons`` that people alone do: "wept".
        personal_fates: What befalls people alone: "arrested".
        of_persons: Before "of" and the name of a person: "arrest".
        outlet_heads: Last words of the names of papers: "gazette".
        club_heads: Last words of the names of clubs: "rovers".
        lands: What lies in a country: "coast".
        frontiers: Between countries: "border".
        localities: Bodies that are places: "town".
        named_things: What has a name and does nothing: "ship".
        titles_of_bodies, titles_of_either: Last words of titles that bodies have too: "retailer", "owner".
        whereabouts: Before the name of a place: "near".
        compass: Before the name of a land: "northern".
        place_nouns: Before "of" and the name of a place: "siege".
        goings: Verbs of going, and of what is done to places: "besieged".
        givings: Verbs of giving: "sold".
        owned_by_actors: Behind "'s" and the name of somebody or of a body: "decision".
        irregular_acts: Right behind an actor: "beat", "sold".
        before_actors: Verbs whose object is an actor: "sued".
        done_to_actors: Behind "was": "accused".
        done_with_actors: Before "with" or "for" and the name of an actor: "talks".
        peoples: Last letters of the names of peoples.
        battles: Before "of" and the name of a place alone: "battle".
        led: Bodies that are called by the person who leads them: "administration".
        titles_of_any: Titles that tell nothing: "rival".
        staff: Those who work for a company or a body: "analyst".
        endings: Last letters of family names.
        family_names: Last words of the names of many.
        openers_of_bodies: First words of the names of bodies: "grupo".
    """

    owned_by_firms: frozenset[str]
    owned_by_persons: frozenset[str]
    behind_firms: frozenset[str]
    before_firms: frozenset[str]
    held_in: frozenset[str]
    behind_persons: frozenset[str]
    before_persons: frozenset[str]
    personal_acts: frozenset[str]
    personal_fates: frozenset[str]
    of_persons: frozenset[str]
    outlet_heads: frozenset[str]
    club_heads: frozenset[str]
    lands: frozenset[str]
    frontiers: frozenset[str]
    localities: frozenset[str]
    named_things: frozenset[str]
    titles_of_bodies: frozenset[str]
    whereabouts: frozenset[str]
    compass: frozenset[str]
    place_nouns: frozenset[str]
    goings: frozenset[str]
    givings: frozenset[str]
    owned_by_actors: frozenset[str]
    irregular_acts: frozenset[str]
    before_actors: frozenset[str]
    done_to_actors: frozenset[str]
    done_with_actors: frozenset[str]
    titles_of_any: frozenset[str]
    staff: frozenset[str]
    battles: frozenset[str]
    led: frozenset[str]
    peoples: tuple[str, ...]
    endings: tuple[str, ...]
    titles_of_either: frozenset[str]
    family_names: frozenset[str]
    openers_of_bodies: frozenset[str]


@cache
def name_evidence() -> NameEvidence:
    """The words, loaded once.

    Raises:
        LexiconError: A line is malformed.
    """
    names = tuple(NameEvidence.__dataclass_fields__)
    words = {name: tables[0].words for name, tables in load_toml(_FILE, dict.fromkeys(names, EvidenceWords)).items()}
    endings, peoples = words.pop("endings"), words.pop("peoples")
    return NameEvidence(
        endings=endings, peoples=peoples, **{name: frozenset(entries) for name, entries in words.items()}
    )
