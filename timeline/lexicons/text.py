"""Abbreviations and sentence starters: what a full stop means. Data: ``en/abbreviations.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.lexicons.load import load_toml

KINDS = ("before", "number", "month", "after")


@dataclass(frozen=True, slots=True, kw_only=True)
class AbbreviationGroup:
    """Abbreviations of one kind, lower case, without the last full stop."""

    kind: str
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind {self.kind!r}; one of {', '.join(KINDS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Starters:
    """Words that open sentences and are no names, lower case."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLexicon:
    """``abbreviations`` maps "gen" to its kind; ``starters`` are lower-case words."""

    abbreviations: dict[str, str]
    starters: frozenset[str]


@cache
def text_lexicon() -> TextLexicon:
    """The abbreviations and sentence starters, loaded once."""
    tables = load_toml("en/abbreviations.toml", {"group": AbbreviationGroup, "starters": Starters})
    return TextLexicon(
        abbreviations={word: group.kind for group in tables["group"] for word in group.words},
        starters=frozenset(word for table in tables["starters"] for word in table.words),
    )
