"""The pieces of a sentence that roles are read from: noun phrases, verb groups and the small words between them.

Nothing is decided here: ``chunks`` cuts sentences into items, ``outline`` answers what stands where.
"""

from __future__ import annotations

NOUN, VERB, WITH, COMMA_ITEM, AND, WHO, THAT, QUOTE_ITEM, STOP_ITEM, TIME = range(10)
# Kinds that searches ask for together, made once: a tuple of names is made anew each time it is asked.
AND_THAT_STOP = frozenset((AND, THAT, STOP_ITEM))
COMMA_AND = frozenset((COMMA_ITEM, AND))
COMMA_STOP = frozenset((COMMA_ITEM, STOP_ITEM))
COMMA_THAT_STOP = frozenset((COMMA_ITEM, THAT, STOP_ITEM))
NOUN_QUOTE = frozenset((NOUN, QUOTE_ITEM))
NOUN_TIME = frozenset((NOUN, TIME))
NOUN_VERB_THAT = frozenset((NOUN, VERB, THAT))
NOUN_WITH = frozenset((NOUN, WITH))
NOUN_WITH_AND = frozenset((NOUN, WITH, AND))
NOUN_WITH_AND_TIME = frozenset((NOUN, WITH, AND, TIME))
NOUN_WITH_COMMA_TIME = frozenset((NOUN, WITH, COMMA_ITEM, TIME))
NOUN_WITH_TIME = frozenset((NOUN, WITH, TIME))
QUOTE_STOP = frozenset((QUOTE_ITEM, STOP_ITEM))
THAT_QUOTE_STOP = frozenset((THAT, QUOTE_ITEM, STOP_ITEM))
VERB_COMMA = frozenset((VERB, COMMA_ITEM))
VERB_WHO_THAT_QUOTE_STOP = frozenset((VERB, WHO, THAT, QUOTE_ITEM, STOP_ITEM))
VERB_WITH = frozenset((VERB, WITH))
VERB_WITH_TIME = frozenset((VERB, WITH, TIME))
WHO_THAT_QUOTE_STOP = frozenset((WHO, THAT, QUOTE_ITEM, STOP_ITEM))
WITH_AND = frozenset((WITH, AND))
WITH_COMMA_TIME = frozenset((WITH, COMMA_ITEM, TIME))
WITH_THAT = frozenset((WITH, THAT))
WITH_TIME = frozenset((WITH, TIME))
FAR = 12  # items that a search may cross
#: The word of a noun phrase that is a figure and nothing else: an age, a result, a count of votes.
FIGURE = "#"


class Item:
    """One piece of a sentence.

    Attributes:
        kind: One of the constants above.
        first, end: Tokens.
        actor: Index of the actor mention that heads a noun phrase, -1 without one.
        word: The preposition, conjunction or relative; for a verb group its main verb; ``FIGURE`` for figures alone.
        thing: Whether the actor is a country or body, which "who" does not stand for.
        passive, infinitive, gerund, finite, bare, reporting: As in ``VerbItem``; never so of other items.
    """

    __slots__ = ("actor", "end", "first", "kind", "thing", "word")

    passive = infinitive = gerund = finite = bare = reporting = False

    def __init__(self, kind: int, first: int, end: int, word: str = "") -> None:
        self.kind = kind
        self.first = first
        self.end = end
        self.word = word
        self.actor = -1
        self.thing = False

    def __repr__(self) -> str:
        name = ["NOUN", "VERB", "WITH", "COMMA", "AND", "WHO", "THAT", "QUOTE", "STOP", "TIME"][self.kind]
        return f"{name}({self.first}:{self.end} {self.word})"


class VerbItem(Item):
    """A verb group: one item in five, and the only kind whose making sets more than its place.

    Attributes:
        passive, infinitive, gerund, finite: What it is.
        bare: Whether it is one past form alone, which may be a participle.
        reporting: Whether the verb takes a clause ("said", "hopes").
        reduced: What ``VerbRow.is_reduced`` found of it; None until somebody asks.
    """

    __slots__ = ("bare", "finite", "gerund", "infinitive", "passive", "reduced", "reporting")

    def __init__(self, first: int, end: int, word: str, *, infinitive: bool = False, finite: bool = False) -> None:
        self.kind = VERB
        self.first = first
        self.end = end
        self.word = word
        self.actor = -1
        self.thing = False
        self.infinitive = infinitive
        self.finite = finite
        self.passive = self.gerund = self.bare = self.reporting = False
        self.reduced: bool | None = None
