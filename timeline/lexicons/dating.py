"""Words that decide which event a date belongs to (``en/dating.toml``), as sets.

How they are used is decided in ``timeline.events.dates.sentence_dates`` and its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline.lexicons.load import kept, load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class DatingLexicon:
    """The lists of the file; what each is for stands beside it there."""

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
    later: frozenset[str]
    reasons: frozenset[str]
    prepositions: frozenset[str]
    silences: frozenset[str]
    moving: frozenset[str]
    outcomes: frozenset[str]
    scheduled: frozenset[str]
    papers: frozenset[str]
    forecasts: frozenset[str]
    answers: frozenset[str]
    regrets: frozenset[str]
    admitting: frozenset[str]
    former: frozenset[str]
    at_hand: frozenset[str]
    deciding: frozenset[str]
    comparing: frozenset[str]
    risen: frozenset[str]
    deed_behind: frozenset[str]
    apart: frozenset[str]


@kept
def dating_lexicon(folder: Path | None = None) -> DatingLexicon:
    """The words of ``en/dating.toml``, loaded once; or those of a folder of the user's own.

    Raises:
        LexiconError: A list is missing, unknown or no list of words.
    """
    lexicon: DatingLexicon = load_toml("en/dating.toml", {"words": DatingLexicon}, folder)["words"][0]
    return lexicon
