"""The day on which something was planned is not the day for which it is planned.

What comes in: judged candidates with their date links. What goes out: links of infinitives without the day that belongs
to the verb above them: "voted on Monday to strike" says on which day was voted, and of the strike no day. Which
expression stands nearest is decided in ``date_links``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.lexicons.events import TRIGGER
from timeline.lexicons.inflection import BASE, PAST
from timeline.values.dates import TimeExpression
from timeline.values.events import DateLink

_AHEAD = frozenset(("planned", "called_for", "possible"))
_NO_LINK = DateLink()
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_PAST_BASE = PAST | BASE


def release(candidates: Sequence[Candidate], page: Page, timexes: Sequence[TimeExpression]) -> None:
    """Takes from what is planned, demanded or possible the day of a past verb above it.

    In "The drivers agreed on Monday to meet" the meeting loses "Monday"; in "agreed to meet on Monday" it keeps it.
    """
    for candidate in candidates:
        number = candidate.date_link.timex
        if number is None:
            continue
        governor = candidate.frame.governor
        if (
            governor < 0
            or candidate.tense is not None
            or candidate.reading != "verb"
            or candidate.factuality not in _AHEAD
            or not _is_past(page, governor)
        ):
            continue
        timex = timexes[number] if number < len(timexes) and timexes[number].index == number else None
        if timex is not None and page.tokens.starts[candidate.first_token] >= timex.end:
            candidate.date_link = _NO_LINK


def _is_past(page: Page, token: int) -> bool:
    """Whether a governor is a verb in the past: "agreed", "voted"."""
    word = page.lexicon.words.get(page.lowers[token]) if page.bits[token] & TRIGGER else None
    return word is not None and word.forms & _PAST_BASE == PAST and page.finite(token)


__all__ = ["release"]
