"""Which triggers name one kind of happening: "walk out" and "strike", "quake" and "tremor", "shoot" and "shooting".

In comes ``en/happenings.toml``, out go roots and classes of trigger lemmas. Whether two mentions of one kind are one
event is decided in ``timeline.events.grouping`` within an article and in ``timeline.stories`` across articles.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.load import kept, load_toml

_FILE = "en/happenings.toml"

#: Endings that are cut from a trigger, longest first, and letters that must be left.
_ENDINGS = (
    *("ations", "itions", "ation", "ition", "tions", "sions", "ments", "tion", "sion", "ment", "ings"),
    *("ing", "ers", "er", "ed", "es", "al", "e", "s", "y"),
)
_SHORTEST_ROOT = 3
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningClass:
    """Triggers that name one kind of happening in other words, so that two may be of one event: "quake", "tremor".

    Attributes:
        types: Event types for which alone it holds, for words with two meanings: a strike is a walkout as PROTEST and a
            blow as ASSAULT. Empty: for all.
        alone: Whether its lemmas mean something else in these types than in others, so that no class for all holds.
        lasting: Whether it goes on for days or weeks, as a strike, a siege or an inquiry does.
        once: Whether it happens to nobody twice, as death and birth do.
    """

    name: str
    lemmas: tuple[str, ...]
    types: tuple[str, ...] = ()
    alone: bool = False
    lasting: bool = False
    once: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningWords:
    """``particles`` are words that do not carry the meaning of a trigger of several words."""

    particles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happenings:
    """Roots and classes of triggers; ``classes`` by lemma, or by type and lemma: ``"PROTEST strike"``.

    ``alone``, ``lasting`` and ``once`` are the names of the classes that are so.
    """

    classes: dict[str, frozenset[str]]
    alone: frozenset[str]
    lasting: frozenset[str]
    once: frozenset[str]
    particles: frozenset[str]
    _roots: dict[str, str] = field(default_factory=dict)
    _kinds: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    _names: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def root(self, lemma: str) -> str:
        """What a trigger is about without its endings, rough.

        ``shooting`` and ``shoot`` give ``shoot``, ``charge with`` ``charg``.
        """
        known = self._roots.get(lemma)
        if known is None:
            known = self._roots[lemma] = _bare(self.head(lemma))
        return known

    def kinds(self, lemma: str, event_type: str) -> frozenset[str]:
        """The classes of triggers that name the same kind of happening; empty when it is in none.

        A word with another meaning in this type is in none of the classes for all: ``kinds("strike", "PROTEST")`` is
        ``walkout`` alone.
        """
        known = self._kinds.get((lemma, event_type))
        if known is None:
            known = self._of_word(lemma, event_type) or self._of_word(self.head(lemma), event_type)
            self._kinds[lemma, event_type] = known
        return known

    def _of_word(self, word: str, event_type: str) -> frozenset[str]:
        typed, for_all = self.classes.get(f"{event_type} {word}", _NONE), self.classes.get(word, _NONE)
        return typed if not typed.isdisjoint(self.alone) else typed | for_all

    def names(self, lemma: str, event_type: str) -> frozenset[str]:
        """Root and classes of a trigger: two that share none are of two kinds of happening.

        ``names("walk out", "PROTEST")`` are ``walk`` and ``class walkout``.
        """
        known = self._names.get((lemma, event_type))
        if known is None:
            kinds = (f"class {kind}" for kind in self.kinds(lemma, event_type))
            known = self._names[lemma, event_type] = frozenset((self.root(lemma), *kinds))
        return known

    def head(self, lemma: str) -> str:
        """The word of a trigger that carries its meaning: ``die`` of ``die of``, ``murder`` of ``double murder``."""
        if " " not in lemma:
            return lemma
        words = [word for word in lemma.split() if word != "_"]
        while len(words) > 1 and words[-1] in self.particles:
            words.pop()
        return words[-1]


@kept
def happenings(folder: Path | None = None) -> Happenings:
    """The classes of triggers, read once.

    Raises:
        LexiconError: The file is malformed or lacks its table of words.
    """
    tables = load_toml(_FILE, {"class": HappeningClass, "words": HappeningWords}, folder)
    if len(tables["words"]) != 1:
        raise LexiconError("wants exactly one table words", file=_FILE)
    classes: dict[str, set[str]] = defaultdict(set)
    for group in tables["class"]:
        for lemma in group.lemmas:
            for kind in group.types or ("",):
                classes[f"{kind} {lemma}".strip()].add(group.name)
    return Happenings(
        classes={lemma: frozenset(names) for lemma, names in classes.items()},
        alone=frozenset(group.name for group in tables["class"] if group.alone),
        lasting=frozenset(group.name for group in tables["class"] if group.lasting),
        once=frozenset(group.name for group in tables["class"] if group.once),
        particles=frozenset(tables["words"][0].particles),
    )


def _bare(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT:
            word = word[: len(word) - len(ending)]
            break
    doubled = len(word) > _SHORTEST_ROOT and word[-1] == word[-2] and word[-1] not in "ls"
    return word[:-1] if doubled else word
