"""Words that matter where the line of an event begins and ends: the data of ``en/lines.toml``, ready to be looked up.

What comes in: the file. What goes out: one cached ``LineWords``. Where a line is cut is decided in ``timeline.events``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from timeline.lexicons.load import kept, load_toml

_FILE = "en/lines.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWords:
    """Classes of words in lower case; ``en/lines.toml`` says what each is.

    Attributes:
        bound_ends: Last word of each of ``bounds`` to the words before it, longest first.
    """

    bounds: frozenset[str]
    focus: frozenset[str]
    open_heads: frozenset[str]
    bound_ends: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ends: dict[str, list[tuple[str, ...]]] = {}
        for bound in self.bounds:
            *before, last = bound.split(" ")
            ends.setdefault(last, []).append(tuple(before))
        self.bound_ends.update({last: tuple(sorted(found, key=len, reverse=True)) for last, found in ends.items()})


@kept
def line_words(folder: Path | None = None) -> LineWords:
    """The words, loaded once; or those of a folder of the user's own.

    Raises:
        LexiconError: The file is malformed.
    """
    words: LineWords = load_toml(_FILE, {"words": LineWords}, folder)["words"][0]
    return words
