"""Words that write numbers of people, and words that bound them: ``en/numbers.toml``.

What comes in: the file. What goes out: one cached ``NumberWords``. Which event a number belongs to is decided in
``timeline.events.counts``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.lexicons.load import load_toml

_FILE = "en/numbers.toml"
MINIMUM, MAXIMUM, APPROXIMATE = "minimum", "maximum", "approximate"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberValues:
    """What each word is worth: ``multiples`` multiply what stands before them, ``vague`` are so many or more."""

    units: dict[str, int]
    tens: dict[str, int]
    multiples: dict[str, int]
    vague: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundRows:
    """Phrases before or behind a number, by what they say of it."""

    minimum: tuple[str, ...]
    maximum: tuple[str, ...]
    approximate: tuple[str, ...]

    def by_words(self) -> dict[tuple[str, ...], str]:
        """``("at", "least")`` to ``minimum``."""
        named = ((MINIMUM, self.minimum), (MAXIMUM, self.maximum), (APPROXIMATE, self.approximate))
        return {tuple(phrase.split()): name for name, phrases in named for phrase in phrases}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberClasses:
    """Classes of words around numbers; ``en/numbers.toml`` says what each is."""

    no_one: frozenset[str]
    leading: frozenset[str]
    several: frozenset[str]
    plurals: frozenset[str]
    counted: frozenset[str]
    singles: frozenset[str]
    twos: frozenset[str]
    reaching: frozenset[str]
    tolls: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """Numbers in words, and what stands around them.

    Attributes:
        values: What each word is worth.
        words: All of these words.
        before, behind: Phrases around a number to what they say of it: ``minimum maximum approximate``.
        classes: Other words that matter around numbers.
    """

    values: NumberValues
    words: frozenset[str]
    before: dict[tuple[str, ...], str]
    behind: dict[tuple[str, ...], str]
    classes: NumberClasses


@cache
def number_words() -> NumberWords:
    """The words of numbers, loaded once.

    >>> number_words().before[("at", "least")], number_words().values.vague["dozens"]
    ('minimum', 24)

    Raises:
        LexiconError: A line is malformed.
    """
    tables = load_toml(
        _FILE, {"values": NumberValues, "bounds": BoundRows, "behind": BoundRows, "words": NumberClasses}
    )
    values = tables["values"][0]
    return NumberWords(
        values=values,
        words=frozenset((*values.units, *values.tens, *values.multiples, *values.vague)),
        before=tables["bounds"][0].by_words(),
        behind=tables["behind"][0].by_words(),
        classes=tables["words"][0],
    )
