"""Words that matter where the line of an event, or the phrase of a source, begins and ends: ``en/lines.toml``.

What comes in: the file. What goes out: one cached ``LineWords`` and one ``PhraseWords``. Where a line is cut is
decided in ``timeline.events``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.lexicons.load import kept, load_toml

_FILE = "en/lines.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWords:
    """Classes of words in lower case; ``en/lines.toml`` says what each is.

    Attributes:
        bound_ends: Last word of each of ``bounds`` to the words before it, longest first.
        bound_pairs: The first two words of those that have two or more.
    """

    ahead: frozenset[str]
    articles: tuple[str, ...]
    asking: frozenset[str]
    behind_heads: frozenset[str]
    bounds: frozenset[str]
    clitics: dict[str, str]
    conditions: frozenset[str]
    counted_from: frozenset[str]
    cut_binding: frozenset[str]
    date_leads: frozenset[str]
    day_parts: frozenset[str]
    degrees: frozenset[str]
    ending: frozenset[str]
    examples: frozenset[str]
    finding: frozenset[str]
    first_persons: frozenset[str]
    focus: frozenset[str]
    fronted: frozenset[str]
    hanging: frozenset[str]
    open_heads: frozenset[str]
    over_verbs: frozenset[str]
    participial: frozenset[str]
    particles: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    plural_heads: frozenset[str]
    plural_verbs: frozenset[str]
    pointing: frozenset[str]
    relatives: frozenset[str]
    singular: frozenset[str]
    singular_s: frozenset[str]
    singular_verbs: frozenset[str]
    small: frozenset[str]
    spans: frozenset[str]
    stranded: frozenset[str]
    things: frozenset[str]
    third_persons: frozenset[str]
    weak_ends: frozenset[str]
    who: frozenset[str]
    bound_ends: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    bound_pairs: set[tuple[str, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        ends: dict[str, list[tuple[str, ...]]] = {}
        for bound in self.bounds:
            *before, last = bound.split(" ")
            ends.setdefault(last, []).append(tuple(before))
            if before and last not in ("of", "first", "last", "other"):
                self.bound_pairs.add((before[0], before[1] if before[1:] else last))
        self.bound_ends.update({last: tuple(sorted(found, key=len, reverse=True)) for last, found in ends.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseWords:
    """Words around the phrase that names a source, in lower case; ``en/lines.toml`` says what each class is."""

    binding: frozenset[str]
    naming_times: frozenset[str]
    firm_determiners: frozenset[str]
    close_to: tuple[str, ...]
    unnamed_ends: frozenset[str]
    timely: frozenset[str]
    telling: frozenset[str]
    naming: frozenset[str]


@kept
def line_words(folder: Path | None = None) -> LineWords:
    """The words, loaded once; or those of a folder of the user's own.

    Raises:
        LexiconError: The file is malformed.
    """
    words: LineWords = _tables(folder)["words"][0]
    return words


@kept
def phrase_words(folder: Path | None = None) -> PhraseWords:
    """The words around sources, loaded once; or those of a folder of the user's own.

    Raises:
        LexiconError: The file is malformed.
    """
    words: PhraseWords = _tables(folder)["phrases"][0]
    return words


def _tables(folder: Path | None) -> dict[str, tuple[Any, ...]]:
    """The tables of the file."""
    return load_toml(_FILE, {"words": LineWords, "phrases": PhraseWords}, folder)
