"""Chronologies: dates that stand at the head of entries and date what the entries tell.

What comes in: the page and its placed time expressions. What goes out: for each sentence of an entry the expression at
the entry's head: "12 January 2025: Engineers warn the council", or a day on a line of its own above a paragraph. An
article is a chronology when at least three entries are headed so. Not decided here: which of an entry's events the head
dates (``date_links``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.events.article.page import Page
from timeline.events.dates.placed_dates import Placed
from timeline.values.text import Sentence

_FEWEST = 3
#: Unresolved values that may head an entry: days, months, years, weekdays; no times of day, no lengths.
_HEAD = re.compile(r"(?:md|m|wd):|\d{4}(?:-\d\d){0,2}\b|D[+-]\d")
_SEPARATORS = frozenset((":", "-", "–", "—", "|", "...", "…"))
_BULLETS = frozenset(("•", "*", "-", "–", "—", "·", "»", ">", "▪", "●"))
_RANGING = frozenset(("-", "–", "to", "and", ","))  # between two dates that head an entry together


def entry_heads(page: Page, placed: Mapping[int, Sequence[Placed]]) -> dict[int, int]:
    """Index of each sentence of an entry to that of the expression at its head; empty where there are no entries.

    An entry whose date stands in its own line goes on over the paragraphs below, up to the next head or heading; one
    whose date opens a paragraph is that paragraph.
    """
    heads: dict[int, tuple[int, bool]] = {}
    sentences = page.tokens.sentences
    for number, items in placed.items():
        head = _head(page, sentences, number, items)
        if head is not None:
            heads[number] = head
    if len(heads) < _FEWEST:
        return {}
    found: dict[int, int] = {}
    timex: int | None = None
    goes_on = False
    paragraph = -1
    for number, sentence in enumerate(sentences):
        if number in heads:
            timex, goes_on = heads[number]
            paragraph = sentence.paragraph
        elif sentence.paragraph != paragraph and (not goes_on or sentence.kind != "body"):
            timex = None
        if timex is not None:
            found[number] = timex
    return found


def _head(page: Page, sentences: Sequence[Sentence], number: int, items: Sequence[Placed]) -> tuple[int, bool] | None:
    """The expression that heads an entry with this sentence, and whether it is all of its line."""
    sentence = sentences[number]
    if number and sentences[number - 1].paragraph == sentence.paragraph:
        return None
    first = sentence.first_token
    words = page.words
    if words[first] in _BULLETS:
        first += 1
    item = next((item for item in items if item.first == first), None)
    if item is None or item.timex.type != "DATE" or _HEAD.match(item.timex.unresolved) is None:
        return None
    end = item.end
    for other in items:  # "12 to 14 January", "Monday, 3 March"
        if other.first == end or (other.first == end + 1 and words[end] in _RANGING):
            end = other.end
    if end >= sentence.end_token or (end + 1 == sentence.end_token and words[end] in _SEPARATORS | {"."}):
        return item.timex.index, True
    return (item.timex.index, False) if words[end] in _SEPARATORS else None
