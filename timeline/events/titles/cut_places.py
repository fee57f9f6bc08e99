"""Where in a sentence no line ends: inside a clause that has no verb yet, and right behind a verb that wants more.

What comes in: the outline of a sentence. What goes out: whether a line may be cut before one of its items. Where it is
cut instead is decided in ``lines``.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.article.items import AND, NOUN, STOP_ITEM, THAT, TIME, VERB, WHO, WITH, Item
from timeline.events.clauses.outline import Outline

_WITH_TIME = frozenset((WITH, TIME))
_WHO_THAT = frozenset((WHO, THAT))
_AFTER_VERB = frozenset((NOUN, VERB, THAT, WHO))
#: Prepositions that bind what stands behind them to a verb before: "voted [for]", "to deal [with]".
BINDING = frozenset(("about", "against", "by", "for", "from", "into", "of", "on", "to", "upon", "with"))


def hangs(outline: Outline, place: int, is_own: Callable[[Outline, int], bool]) -> bool:
    """Whether no line ends before an item.

    Of ``The army left as attempts to end the war in the north failed`` not before "in" and "failed": the clause that
    "as" opens has no verb before them.
    """
    items = outline.items
    if not place:
        return False
    item, before = items[place], items[place - 1]
    kind = item.kind
    if (kind == WITH or before.kind == VERB) and _wants(before, item):
        return True
    named = False  # behind a noun phrase of the clause that the item stands in
    chained = True  # no comma or conjunction between that and the item
    clausal = outline.words.clausal
    for number in range(place - 1, -1, -1):
        earlier = items[number]
        kind = earlier.kind
        if kind == VERB:
            if earlier.finite and is_own(outline, number):
                break
        elif kind == STOP_ITEM:
            break
        elif kind in _WHO_THAT:
            if items[number + 1].infinitive or items[number + 1].word == "of":
                continue  # "how to escape", "because of"
            return outline.verb_after(number) is not None
        elif kind == NOUN:
            named = named or chained
        elif kind != TIME and (kind != WITH or earlier.word in clausal):
            chained = chained and kind == AND and items[number + 1].kind == NOUN
    return named and _leads(outline, place, is_own)


def _leads(outline: Outline, place: int, is_own: Callable[[Outline, int], bool]) -> bool:
    """Whether the words of a noun phrase from an item on lead to a verb of its own: "said the port [in Peru] fell"."""
    items = outline.items
    clausal = outline.words.clausal
    for number in range(place, len(items)):
        item = items[number]
        kind = item.kind
        if kind == VERB:
            if item.finite:
                return is_own(outline, number)
        elif kind == AND:
            if not items[number - 1].kind == NOUN == items[min(number + 1, len(items) - 1)].kind:
                return False
        elif kind != NOUN and (kind not in _WITH_TIME or item.word in clausal):
            return False
    return False


def _wants(before: Item, item: Item) -> bool:
    """Whether an item cannot be parted from the one before it: "part [of]", "voted [for]", "hurling [stones]"."""
    if item.kind == WITH:
        if item.word == "of":
            return True
        if before.kind != VERB:
            return False
        return item.word in BINDING if before.passive or before.infinitive else True
    return before.kind == VERB and item.kind in _AFTER_VERB and not before.passive


__all__ = ["BINDING", "hangs"]
