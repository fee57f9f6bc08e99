"""Unresolved expressions to days: anchored to the publication, to what was mentioned before, or to the other end of a
range.

What comes in: the expressions of one article as the tagger (or a database) has them, and the day of publication or
None. What goes
out: the same expressions with ``value``, ``dates``, ``anchor``, ``basis`` and ``alternatives``. The text is not needed,
    so it can be done again when a day of publication arrives. Without one nothing is invented: values stay partial and
    dates None, unless the words say all. Which event an expression dates is decided in ``timeline.events.dates``.

Source: ISO 24617-1 (ISO-TimeML), TIMEX3; of underspecified values, HeidelTime (Strötgen and Gertz 2010).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from timeline.temporal.anchoring import told_by
from timeline.temporal.calendars import Period
from timeline.temporal.feasts import feast_span
from timeline.temporal.timex import event_date
from timeline.temporal.told import Anchored
from timeline.temporal.unresolved import Meaning, partial_value
from timeline.values.dates import EventDate, Granularity, TimeExpression, build_time_expression

#: "the end of the year" and "year-end" are its last month, "late in the year" its last quarter.
_NARROW_RULES = ("edge_of", "year_end")
_WHOLE_MONTH_DAYS = 27
_NO_OFFSET = len("T00:00")


def resolve(timexes: Iterable[TimeExpression], published_on: date | None) -> tuple[TimeExpression, ...]:
    """Anchor expressions to the day on which the article was published.

    "last Tuesday" in an article of Friday 2024-03-08 becomes 2024-03-05. What stays open keeps ``dates=None``.
    Resolving twice is the same as resolving once.

    Args:
        timexes: Expressions of one article, in text order.
        published_on: Local day of publication (TimeML's document creation time), or None when it is unknown.

    Returns:
        As many expressions as came in, in the same order.
    """
    given = tuple(timexes)
    told = told_by(given, published_on)
    return tuple(
        _finished(timex, told.meanings[number], told.of(number), published_on) for number, timex in enumerate(given)
    )


def _finished(timex: TimeExpression, meaning: Meaning, anchored: Anchored, published_on: date | None) -> TimeExpression:
    """One expression with everything that follows from its anchor."""
    period = anchored.period
    if period is None:
        return _with(timex, partial_value(meaning), None)
    feast = meaning.feast
    if feast is not None and not meaning.clock:
        return _feast(timex, feast, period, anchored)
    clock = meaning.clock if period.unit == "D" else ""
    if meaning.side and anchored.anchor == "published" and published_on is not None:
        return _side(timex, meaning, period, anchored, published_on)
    second = anchored.second
    narrow = timex.rule in _NARROW_RULES
    dates = event_date(
        period, basis=anchored.basis, mod=timex.mod, clock=clock, uncertain=second is not None, narrow=narrow
    )
    other = None
    if second is not None:
        other = event_date(second, basis=anchored.basis, mod=timex.mod, clock=clock, uncertain=True)
    alternatives = (other,) if other is not None else ()
    return _with(timex, period.value + _value_clock(clock), dates, anchored.anchor, anchored.basis, alternatives)


def _with(
    timex: TimeExpression,
    value: str,
    dates: EventDate | None,
    anchor: str | None = None,
    basis: str | None = None,
    alternatives: tuple[EventDate, ...] = (),
) -> TimeExpression:
    """The expression with what its anchor gave it; itself when nothing changes."""
    if (
        value == timex.value
        and dates == timex.dates
        and anchor == timex.anchor
        and basis == timex.basis
        and alternatives == timex.alternatives
    ):
        return timex
    # Written out: ``dataclasses.replace`` takes ten times as long, and most expressions of an article change.
    return build_time_expression(
        timex.index,
        timex.start,
        timex.end,
        timex.text,
        timex.sentence,
        timex.type,
        timex.unresolved,
        value,
        timex.rule,
        mod=timex.mod,
        quant=timex.quant,
        freq=timex.freq,
        signal=timex.signal,
        cue=timex.cue,
        cue_text=timex.cue_text,
        reference=timex.reference,
        dates=dates,
        anchor=anchor,
        basis=basis,
        alternatives=alternatives,
        partner=timex.partner,
    )


def _feast(timex: TimeExpression, name: str, period: Period, anchored: Anchored) -> TimeExpression:
    """A feast lasts for some days, and where it follows the moon a country may differ by one."""
    first = date.fromordinal(period.index)
    last, tolerance = feast_span(name, first)
    days = (last - first).days
    month, edge = days > _WHOLE_MONTH_DAYS, timex.mod in ("START", "END")
    dates = EventDate(
        first_day=last if timex.mod == "END" else first,
        last_day=first if timex.mod == "START" else last,
        granularity=Granularity.DAY if edge or not days else Granularity.MONTH if month else Granularity.WEEK,
        basis=anchored.basis,
        approximate=tolerance > 0,
    )
    value = f"{first:%Y-%m}" if month else first.isoformat()
    return _with(timex, value, dates, anchored.anchor, anchored.basis)


def _side(
    timex: TimeExpression, meaning: Meaning, period: Period, anchored: Anchored, published_on: date
) -> TimeExpression:
    """ "earlier this year" ends on the day of publication, "later this year" begins on it."""
    dates = event_date(period, basis=anchored.basis, mod=timex.mod)
    whole = period.days
    if dates is not None and whole is not None and whole[0] <= published_on <= whole[1] and period.unit != "D":
        first, last = (whole[0], published_on) if meaning.side == "to" else (published_on, whole[1])
        dates = replace(dates, first_day=first, last_day=last)
    return _with(timex, period.value, dates, anchored.anchor, anchored.basis)


def _value_clock(clock: str) -> str:
    """The clock as TIMEX3 writes it: of offsets only "Z" is kept; the others stand in ``EventDate.time``."""
    return clock[:_NO_OFFSET] if len(clock) > _NO_OFFSET and clock[-6] in "+-" else clock
