"""Tolls: numbers that a sentence gives as a total, apart from the phrase that they count.

What comes in: a page, the numbers of a sentence, a word such as "toll" or "number". What goes out: the number it comes
to: "the death toll rose from 17 to 23", "put the number of injured at 45", "bringing the toll to at least 19".
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.page import Page
from timeline.events.counts.amounts import Amount
from timeline.lexicons.events import RELATIVE, STOP, SUBORDINATOR
from timeline.lexicons.numbers import number_words

_BORDER = STOP | RELATIVE | SUBORDINATOR
_WITH = frozenset((",", "with"))  # behind them stands what else there is: "rose to 12, with 40 injured"
_REACH = 14  # tokens from the toll to its number


def toll_behind(page: Page, end: int, amounts: Sequence[Amount]) -> Amount | None:
    """The number that a toll comes to, whose noun ends before ``end``: the last behind "to", "at", "reached" ..."""
    reaching = number_words().classes.reaching
    found = None
    for amount in amounts:
        if not end <= amount.start < end + _REACH:
            continue
        between = page.lowers[end : amount.start]
        if any(page.bits[token] & _BORDER for token in range(end, amount.start)) or not _WITH.isdisjoint(between):
            break
        word = page.lowers[amount.start - 1]
        if word in reaching or (word == "of" and amount.start == end + 1):
            found = amount
    return found


def toll_of(page: Page, first: int, low_end: int) -> int | None:
    """The noun that makes of a word behind it a toll: "the number of" injured, "the number of people" killed; or None.

    ``first`` is the word's token, ``low_end`` the sentence's first.
    """
    tolls = number_words().classes.tolls
    for token in range(max(low_end, first - 3), first):
        if page.lowers[token] in tolls and page.lowers[token + 1] in ("of", page.lowers[first]):
            return token
    return None
