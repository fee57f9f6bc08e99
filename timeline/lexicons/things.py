"""What things that have a name are called besides, in families: an aircraft is a plane and no telephone.

What comes in: ``en/things.toml``. What goes out: the families of each noun, cached. Which thing a noun means is decided
in ``timeline.events.roles.things``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.lexicons.load import load_toml

_FILE = "en/things.toml"
#: The families, in the order of the file.
FAMILIES = (
    "aircraft", "telephone", "computer", "vehicle", "train", "ship", "spacecraft", "drug", "software", "shop",
)  # fmt: skip
_BESIDE = ("before_numbers", "behind_numbers", "behind_names", "openers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Nouns in the singular, in lower case, for things of one sort."""

    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsBeside:
    """Words beside a number or a name, in lower case."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingLexicon:
    """Words in lower case.

    Attributes:
        families: Of each noun for things: "device" is of computers and of telephones.
        before_numbers, behind_numbers: Beside a number that is of no name: "Page" 3, 3 "million".
        behind_names: Behind a name, and none of it: "first".
        openers: Before a name, with a capital, and none of it: "The".
    """

    families: dict[str, frozenset[str]]
    before_numbers: frozenset[str]
    behind_numbers: frozenset[str]
    behind_names: frozenset[str]
    openers: frozenset[str]


@cache
def thing_lexicon() -> ThingLexicon:
    """The lexicon of things, loaded once.

    >>> sorted(thing_lexicon().families["device"])
    ['computer', 'telephone']

    Raises:
        LexiconError: A line is malformed.
    """
    tables = load_toml(_FILE, dict.fromkeys(FAMILIES, Family) | dict.fromkeys(_BESIDE, WordsBeside))
    families: dict[str, set[str]] = {}
    for name in FAMILIES:
        for noun in tables[name][0].nouns:
            families.setdefault(noun, set()).add(name)
    return ThingLexicon(
        families={noun: frozenset(names) for noun, names in families.items()},
        **{name: frozenset(tables[name][0].words) for name in _BESIDE},
    )
