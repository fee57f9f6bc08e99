"""Factuality weighed again when dates and sources are known: a day ahead makes a plan, hearsay a report.

What comes in: judged candidates with dates and attributions. What goes out: their ``factuality`` and ``aspect`` where
these change. What the words around an event say is read in ``factuality``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.lexicons.events import AUXILIARY, TRIGGER
from timeline.lexicons.inflection import PAST
from timeline.values.dates import TimeExpression

_PAST_AUXILIARIES = frozenset(("was", "were", "had", "did"))
_BESIDE = 3  # tokens between an event and its date


def foresee(
    candidates: Sequence[Candidate], page: Page, timexes: Sequence[TimeExpression], published_on: date | None
) -> None:
    """Makes planned what is told in the present for a day after publication ("The talks open on Friday").

    A noun or -ing form in a clause that tells of the past is planned only where the day stands beside it ("talked of
    Friday's meeting", not "showed the phone at an event, to be sold in June").
    """
    if published_on is None:
        return
    for candidate in candidates:
        found = candidate.date
        if (
            candidate.factuality == "happened"
            and (candidate.tense != "past" or candidate.date_link.rule == "attribute")
            and found is not None
            and found.first_day is not None
            and found.first_day > published_on
            and (candidate.tense is not None or _is_dated(page, candidate, timexes) or not _tells_past(page, candidate))
        ):
            candidate.factuality = "planned"
            candidate.aspect = "prospective"


def doubt(candidates: Sequence[Candidate], page: Page, published_on: date | None) -> None:
    """Makes possible what is foretold without a day ahead ("is expected to fall"; but "to rule in May" is planned).

    A day that is told and not known yet, in an article without a day of publication, may lie ahead: nothing is judged
    by it, since dates are resolved again when one arrives and factuality is not.
    """
    expecting = page.lexicon.scope.expecting
    for candidate in candidates:
        cue = candidate.factuality_cue
        if candidate.factuality != "planned" or cue is None or page.lowers[cue[0]] not in expecting:
            continue
        if candidate.date is None and candidate.date_link.timex is not None:
            continue
        day = candidate.date.first_day if candidate.date is not None else None
        if day is None or (published_on is not None and day <= published_on):
            candidate.factuality = "possible"


def _is_dated(page: Page, candidate: Candidate, timexes: Sequence[TimeExpression]) -> bool:
    """Whether the words of its date stand beside a candidate."""
    index = candidate.date_link.timex
    if index is None:
        return False
    known = index < len(timexes) and timexes[index].index == index  # they are numbered as they stand
    timex = timexes[index] if known else next((one for one in timexes if one.index == index), None)
    if timex is None:
        return False
    first, end = page.tokens.token_range(timex.start, timex.end)
    return first - candidate.end_token <= _BESIDE and candidate.first_token - end <= _BESIDE


def _tells_past(page: Page, candidate: Candidate) -> bool:
    """Whether a past form stands in the clause of a candidate before it."""
    bits, lowers, words = page.bits, page.lowers, page.lexicon.words
    for token in range(candidate.clause_first, candidate.first_token):
        if bits[token] & AUXILIARY and lowers[token] in _PAST_AUXILIARIES:
            return True
        if bits[token] & TRIGGER and words[lowers[token]].forms & PAST and page.finite(token):
            return True
    return False


def trust(candidates: Sequence[Candidate], page: Page) -> None:
    """Makes reported what rests on unnamed sources alone; what they tell of the future stays prospective."""
    hearsay = page.lexicon.scope.hearsay
    for candidate in candidates:
        source = candidate.attribution.source
        if (
            source is not None
            and candidate.statement < 0
            and candidate.factuality == "happened"
            and not hearsay.isdisjoint(source.text.lower().split())
        ):
            candidate.factuality = "reported"


__all__ = ["doubt", "foresee", "trust"]
