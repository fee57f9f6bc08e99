"""What is known of titles of people: offices that nobody holds twice at once, and how one is written.

What comes in: ``en/titles.toml``. What goes out: one cached ``TitleLexicon``. Which titles of an actor contradict each
other is decided in ``timeline.actors.titles``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from timeline.errors import LexiconError
from timeline.lexicons.load import load_toml
from timeline.values.actors import Actor
from timeline.values.namesakes import Stated

_FILE = "en/titles.toml"
#: What people are called to of whom nobody is called to two at once.
CALLINGS = ("cleric", "judge", "medic", "performer", "player", "police", "scientist")
_BEHIND = frozenset(("of", "for", "at", "in", "with", "to", "from"))


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
        callings: Last words of titles to what their holder does and no other: "goalkeeper" to "player".
        alike: Words to the one as which they are compared: "spokeswoman" to "spokesman".
    """

    exclusive: frozenset[str]
    not_held: frozenset[str]
    alike: dict[str, str]
    callings: dict[str, str]

    def calling(self, titles: Iterable[str]) -> str | None:
        """What somebody with these titles is called to, where nobody is called to two: "player", "judge".

        None where the titles say nothing of it, or several things. "former goalkeeper" says nothing of now.

        >>> title_lexicon().calling(["Kelmouth goalkeeper", "captain"])
        'player'
        """
        found = set()
        for title in titles:
            words = title.lower().replace("-", " ").split()
            end = next((place for place, word in enumerate(words) if place and word in _BEHIND), len(words))
            if end and self.not_held.isdisjoint(words) and words[end - 1] in self.callings:
                found.add(self.callings[words[end - 1]])
        return found.pop() if len(found) == 1 else None


@cache
def title_lexicon() -> TitleLexicon:
    """The lexicon of titles, loaded once.

    Raises:
        LexiconError: A line is malformed.
    """
    names = ("exclusive", "not_held", "alike", *CALLINGS)
    tables = load_toml(_FILE, dict.fromkeys(names, TitleWords))
    alike = {}
    for pair in tables["alike"][0].words:
        one, _, other = pair.partition(" ")
        if not other or " " in other:
            raise LexiconError(f"{pair!r} is no pair of words", file=_FILE, where="alike")
        alike[one] = other
    return TitleLexicon(
        exclusive=frozenset(tables["exclusive"][0].words),
        not_held=frozenset(tables["not_held"][0].words),
        alike=alike,
        callings={word: calling for calling in CALLINGS for word in tables[calling][0].words},
    )


def stated_of(actor: Actor) -> Stated:
    """What the article of an actor states by which namesakes are told apart; of people only."""
    if actor.kind != "person":
        return Stated()
    return Stated(actor.country, title_lexicon().calling(actor.titles))
