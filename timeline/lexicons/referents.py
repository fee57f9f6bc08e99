"""Words beside pronouns and descriptions by which whom they mean is told.

What comes in: ``en/referents.toml``. What goes out: one cached ``ReferentWords``. Whom a pronoun means is decided in
``timeline.actors.pronouns``, whom a description in ``timeline.actors.descriptions``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.lexicons.load import load_toml

_FILE = "en/referents.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsBeside:
    """Words of one class, in lower case."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferentWords:
    """Words in lower case.

    Attributes:
        aside: Before a name that stands aside: "the killing of".
        governing: Before a name that is no subject.
        behind_objects: Behind "it" or "her" that is an object: "sold it last year", "praised her for".
        impersonal: Behind "it" that stands for nothing: "rained".
        impersonal_state: Behind "it is": "clear".
        reported: Behind "it is" and before "that": "believed".
        linking: Between "it" and these: "was".
        accused: What somebody who was arrested or tried is called.
        law: Words of a sentence that tells of that.
        epithets: What is said anew of a person who was told of just before.
        of_bodies: Last words of titles that bodies have too: "rival".
        urging: Verbs before whose infinitive their object acts.
        any_body: Kinds that a body may be of which only the name is known.
        parts: Bodies that are parts of companies, or of no company.
    """

    aside: frozenset[str]
    governing: frozenset[str]
    behind_objects: frozenset[str]
    impersonal: frozenset[str]
    impersonal_state: frozenset[str]
    reported: frozenset[str]
    linking: frozenset[str]
    accused: frozenset[str]
    law: frozenset[str]
    epithets: frozenset[str]
    of_bodies: frozenset[str]
    urging: frozenset[str]
    any_body: frozenset[str]
    parts: frozenset[str]


@cache
def referent_words() -> ReferentWords:
    """The words, loaded once.

    >>> "rained" in referent_words().impersonal
    True

    Raises:
        LexiconError: A line is malformed.
    """
    names = tuple(ReferentWords.__dataclass_fields__)
    tables = load_toml(_FILE, dict.fromkeys(names, WordsBeside))
    return ReferentWords(**{name: frozenset(found[0].words) for name, found in tables.items()})
