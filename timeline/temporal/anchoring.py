"""Unresolved meanings to periods: what each expression of an article hangs on, in text order.

What comes in: expressions with their meanings and the day of publication or None. What goes out: for each a period, the
ground for it and the anchor (the publication, another expression, or none because it was said outright). How a period
becomes a value and a date is decided in ``resolver``, which Thursday a name means in ``picking``, what an expression
may lean on in ``told``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline.temporal.calendars import Period, day_period
from timeline.temporal.inside import pick_inside
from timeline.temporal.meaning import pivot_year
from timeline.temporal.naming import named
from timeline.temporal.stepping import step, weekend
from timeline.temporal.told import OPEN, Anchored, Told
from timeline.temporal.unresolved import Meaning
from timeline.values.dates import TimeExpression


def told_by(timexes: Sequence[TimeExpression], published_on: date | None) -> Told:
    """What the expressions of an article tell; ask it for the anchor of each, in text order."""
    return Told(timexes, published_on, _anchor)


def _anchor(told: Told, number: int) -> Anchored:
    """The anchor of one expression."""
    meaning = told.meanings[number]
    match meaning.kind:
        case "period":
            outer = Anchored(meaning.period, "explicit")
        case "slash":
            outer = _slashes(told, meaning)
        case "weekend":
            return weekend(told, number)
        case "step":
            outer = step(told, number)
        case _:
            outer = named(told, number)
    return _inside(told, outer, meaning) if meaning.inside else outer


def _inside(told: Told, outer: Anchored, meaning: Meaning) -> Anchored:
    """What is picked inside a period: June of last year."""
    period = outer.period
    for name in meaning.inside:
        if period is None:
            return OPEN
        period = _quarter_of(told, period) if name.kind == "refq" else pick_inside(name, period)
    basis = outer.basis
    if meaning.inside[-1].kind == "feast":
        basis = "feast" if outer.anchor is None else "feast+published"
    return Anchored(period, basis, outer.anchor)


def _quarter_of(told: Told, year: Period) -> Period | None:
    """ "the 1988 quarter": the quarter that was being talked about, of another year."""
    quarter = told.period_at(told.last_quarter)
    return year if quarter is None else Period("Q", year.year * 4 + quarter.index % 4)


def _slashes(told: Told, meaning: Meaning) -> Anchored:
    """ "05/08/2024": month first, the other order stays as an alternative; with dots the day comes first."""
    parts = re.split(r"[/.]", meaning.value)
    left, right, year = (int(part) for part in parts)
    if len(parts[2]) <= 2:
        year = pivot_year(year, told.published.year if told.published else None)
    orders = [(left, right), (right, left)] if "/" in meaning.value else [(right, left)]
    found = [day for month, number in orders if (day := day_period(year, month, number)) is not None]
    if not found:
        return OPEN
    second = found[1] if len(found) > 1 and found[1] != found[0] else None
    return Anchored(found[0], "explicit", None, second)
