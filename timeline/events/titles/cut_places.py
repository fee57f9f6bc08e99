"""Where in a sentence no line ends: inside a clause that has no verb yet, and right behind a verb that wants more.

What comes in: the outline of a sentence. What goes out: tokens before which no line is cut. Where it is cut instead is
decided in ``lines``.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.article.items import AND, NOUN, STOP_ITEM, THAT, TIME, VERB, WHO, WITH, Item
from timeline.events.clauses.outline import Outline

_WITH_TIME = frozenset((WITH, TIME))
#: Prepositions that bind what stands behind them to a verb before: "voted [for]", "to deal [with]".
BINDING = frozenset(("about", "against", "by", "for", "from", "into", "of", "on", "to", "upon", "with"))


def hanging(outline: Outline, is_own: Callable[[Outline, int], bool]) -> set[int]:
    """The tokens before which no line of a sentence ends.

    Of ``The army left as attempts to end the war in the north failed`` those of "in" and "failed": the clause that
    "as" opens has no verb before them.
    """
    items = outline.items
    clausal = outline.words.clausal
    own = {place for place, item in enumerate(items) if item.kind == VERB and item.finite and is_own(outline, place)}
    last = max(own, default=-1)
    opening = set()  # noun phrases that lead to a verb of their own: "said [the port] in Peru fell"
    leads = False
    for place in range(last, -1, -1):
        item = items[place]
        if item.kind == NOUN:
            if leads:
                opening.add(place)
        elif item.kind == VERB:
            leads = place in own or (leads and not item.finite)
        elif leads and (item.kind not in _WITH_TIME or item.word in clausal):
            leads = item.kind == AND and place > 0 and items[place - 1].kind == items[place + 1].kind == NOUN
    found: set[int] = set()
    waits = False  # in a clause whose verb is yet to come
    before: Item | None = None
    for place, item in enumerate(items):
        kind = item.kind
        if waits or (before is not None and (before.kind == VERB or kind == WITH) and _wants(before, item)):
            found.add(item.first)
        if kind == VERB:
            waits = waits and place not in own
        elif kind == STOP_ITEM:
            waits = False
        elif not waits and place < last:
            waits = place in opening or kind == WHO or (kind == THAT and items[place + 1].word != "of")
            waits = waits and not items[place + 1].infinitive  # "how to escape"
        before = item
    return found


def _wants(before: Item, item: Item) -> bool:
    """Whether an item cannot be parted from the one before it: "part [of]", "voted [for]", "hurling [stones]"."""
    if item.kind == WITH:
        if item.word == "of":
            return True
        if before.kind != VERB:
            return False
        return item.word in BINDING if before.passive or before.infinitive else True
    return before.kind == VERB and item.kind in (NOUN, VERB, THAT, WHO) and not before.passive


__all__ = ["BINDING", "hanging"]
