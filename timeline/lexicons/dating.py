"""Words that decide which event a date belongs to (``en/dating.toml``), as sets.

How they are used is decided in ``timeline.events.sentence_dates`` and its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from timeline.lexicons.load import kept, load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingWords:
    """The lists of the file; what each is for stands beside it there."""

    lasting: tuple[str, ...]
    set_for: tuple[str, ...]
    subordinators: tuple[str, ...]
    beside: tuple[str, ...]
    occasion: tuple[str, ...]
    opening: tuple[str, ...]
    phases: tuple[str, ...]
    participles: tuple[str, ...]
    findings: tuple[str, ...]
    superlatives: tuple[str, ...]
    starts: tuple[str, ...]
    pointers: tuple[str, ...]
    earlier: tuple[str, ...]
    reasons: tuple[str, ...]
    prepositions: tuple[str, ...]
    silences: tuple[str, ...]
    moving: tuple[str, ...]
    outcomes: tuple[str, ...]


class DatingLexicon:
    """The lists as sets, under the same names."""

    __slots__ = tuple(field.name for field in fields(DatingWords))

    lasting: frozenset[str]
    set_for: frozenset[str]
    subordinators: frozenset[str]
    beside: frozenset[str]
    occasion: frozenset[str]
    opening: frozenset[str]
    phases: frozenset[str]
    participles: frozenset[str]
    findings: frozenset[str]
    superlatives: frozenset[str]
    starts: frozenset[str]
    pointers: frozenset[str]
    earlier: frozenset[str]
    reasons: frozenset[str]
    prepositions: frozenset[str]
    silences: frozenset[str]
    moving: frozenset[str]
    outcomes: frozenset[str]

    def __init__(self, words: DatingWords) -> None:
        for name in self.__slots__:
            setattr(self, name, frozenset(getattr(words, name)))


@kept
def dating_lexicon(folder: Path | None = None) -> DatingLexicon:
    """The words of ``en/dating.toml``, loaded once; or those of a folder of the user's own.

    Raises:
        LexiconError: A list is missing, unknown or no list of words.
    """
    return DatingLexicon(load_toml("en/dating.toml", {"words": DatingWords}, folder)["words"][0])
