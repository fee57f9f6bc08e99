"""What is dated by a length from another event, or from the day on which it was spoken of.

What comes in: the linked candidates of a sentence and its lengths that are counted from an event ("a day after the
coup"). What goes out: links of the rules of ``counted_dates``: their ``timex`` is what dates the other event, their
``duration`` the length. The day itself is counted in ``dating``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.dates.counted_dates import BACK, ON, is_length
from timeline.events.dates.placed_dates import Placed
from timeline.events.dates.tense_dates import is_finished
from timeline.values.dates import TimeExpression
from timeline.values.events import DateLink

_BACKWARDS = "before"
_OPEN = ("tense", "none", "running")
#: Days and weeks from the day of speaking.
_FROM_SPEAKING = re.compile(r"[DW][+-]\d")
_MARKS = ('"', "“", "”", "``", "''")
_NO_LINK = DateLink()


def count(
    here: Sequence[Candidate], item: Placed, anchor: Candidate, page: Page, days: Mapping[str, int | None]
) -> None:
    """Link the deed beside a length to the event that it is counted from, or that event to the dated deed.

    In "On Monday ... A day after the coup, soldiers arrested the king" the arrest gets Tuesday; in "On 23 February, a
    day after the coup, soldiers arrested the king" the coup gets the 22nd. Where neither has a day, the deed does not
    get the one spoken of before.

    Args:
        here: The events of one sentence.
        item: The length.
        anchor: The event that it is counted from.
        page: The article.
        days: For each type of event what dates it in this article, None where there are several.
    """
    deed = _deed(here, item, anchor)
    if deed is None or not is_length(item.timex):
        return
    back = page.lowers[item.end] == _BACKWARDS
    known, link = anchor.date_link, deed.date_link
    if known.timex is None and known.rule == "none" and (day := days.get(anchor.type)) is not None:
        known = replace(known, timex=day)  # "A bomb killed nine on Sunday. ... two days after the bombing"
    index = item.timex.index
    dated = link.timex is not None and link.rule not in ("running", "again") and link.bound == "on"
    if dated and anchor.date_link.timex is None and known.deadline is None and _may_be_dated(anchor):
        anchor.date_link = DateLink(timex=link.timex, rule=ON if back else BACK, duration=index)
    elif link.rule not in _OPEN or link.deadline is not None or not is_finished(deed):
        return
    elif known.timex is not None and known.bound == "on" and known.rule not in (ON, BACK):
        deed.date_link = DateLink(timex=known.timex, rule=BACK if back else ON, duration=index)
    elif link.rule == "running":
        deed.date_link = _NO_LINK


def days_of(candidates: Sequence[Candidate], timexes: Sequence[TimeExpression]) -> dict[str, int | None]:
    """What dates the events of each type in the article, None for a type with several days."""
    days: dict[str, int | None] = {}
    for candidate in candidates:
        link = candidate.date_link
        if link.timex is None or link.bound != "on" or link.rule in (ON, BACK) or not _may_be_dated(candidate):
            continue
        known = days.setdefault(candidate.type, link.timex)
        if known is not None and timexes[known].unresolved != timexes[link.timex].unresolved:
            days[candidate.type] = None
    return days


def _deed(here: Sequence[Candidate], item: Placed, anchor: Candidate) -> Candidate | None:
    """The verb beside a length: the nearest before it that is not just how it was told, else the first behind."""
    before = [other for other in here if other.reading == "verb" and other.end_token <= item.first]
    if before:
        told = [other for other in before if other.statement < 0]
        return (told or before)[-1]
    behind = (
        other
        for other in here
        if other.reading == "verb" and other.first_token >= anchor.clause_end and other is not anchor
    )
    noun = (
        other
        for other in here
        if other.reading == "verb" and anchor.reading != "verb" and other.first_token > anchor.first_token
    )
    return next(noun, None) or next(behind, None)


def _may_be_dated(anchor: Candidate) -> bool:
    """Whether an event has happened, so that a length leads back to its day."""
    return anchor.factuality in ("happened", "reported") and anchor.aspect != "prospective"


def speak(here: Sequence[Candidate], page: Page, timexes: Sequence[TimeExpression], first: int) -> None:
    """Count "yesterday" and "next week" in direct speech from the day on which it was spoken, where that is told.

    In ``"They attacked us yesterday," Brask said on Monday`` the attack was on Sunday.
    """
    tellers = [
        other.date_link.timex
        for other in here
        if other.statement >= 0 and other.quotation < 0 and other.date_link.timex is not None
    ]
    if len(tellers) != 1:
        return
    for candidate in here:
        link = candidate.date_link
        if candidate.quotation < 0 or link.timex is None or link.timex == tellers[0]:
            continue
        told = _FROM_SPEAKING.fullmatch(timexes[link.timex].unresolved)
        marks = sum(low in _MARKS for low in page.lowers[first : candidate.first_token])
        if told is not None and marks % 2:
            candidate.date_link = replace(link, timex=tellers[0], rule=ON, bound="on", duration=link.timex)


__all__ = ["count", "days_of", "speak"]
