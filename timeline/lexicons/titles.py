"""What is known of titles of people: offices that nobody holds twice at once, and how one is written.

What comes in: ``en/titles.toml``. What goes out: one cached ``TitleLexicon``. Which titles of an actor contradict each
other is decided in ``timeline.actors.titles``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from timeline.errors import LexiconError
from timeline.lexicons.load import load_toml

_FILE = "en/titles.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """Words of one class; those of ``alike`` are pairs, the second of which is how all are compared."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleLexicon:
    """Words in lower case.

    Attributes:
        exclusive: Last words of offices that one person holds of one body only: "mayor".
        not_held: Words that say that an office is over, to come, or held for another: "former".
        alike: Words to the one as which they are compared: "spokeswoman" to "spokesman".
    """

    exclusive: frozenset[str]
    not_held: frozenset[str]
    alike: dict[str, str]


@cache
def title_lexicon() -> TitleLexicon:
    """The lexicon of titles, loaded once.

    Raises:
        LexiconError: A line is malformed.
    """
    tables = load_toml(_FILE, {"exclusive": TitleWords, "not_held": TitleWords, "alike": TitleWords})
    alike = {}
    for pair in tables["alike"][0].words:
        one, _, other = pair.partition(" ")
        if not other or " " in other:
            raise LexiconError(f"{pair!r} is no pair of words", file=_FILE, where="alike")
        alike[one] = other
    return TitleLexicon(
        exclusive=frozenset(tables["exclusive"][0].words), not_held=frozenset(tables["not_held"][0].words), alike=alike
    )
