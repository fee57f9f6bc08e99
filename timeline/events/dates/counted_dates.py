"""Days that are counted: "in two weeks" from the day of publication, "a day after the coup" from another event.

What comes in: the day to count from and the unresolved length. What goes out: a date in the unit of the length, as
"two weeks ago" is a week and "two months ago" a month. Which length belongs to which event is decided in
``sentence_dates`` and ``counted_links``.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange

from timeline.values.dates import EventDate, Granularity, TimeExpression

#: Rules of links whose ``timex`` dates another event and whose ``duration`` is the length from it, on or back.
ON, BACK = "counted", "counted back"
COUNTED = (ON, BACK)
#: The rule of "the past week", which ends on the day of publication and does not lie in the week before.
ROLLING = "this_past"
_ROLLS = "the "
_LENGTH = re.compile(r"dur:P(\d{1,4})([DWMY])(?: begin:pub)?|([DWMY])([+-]\d{1,4})")
_DAYS_OF_WEEK, _MONTHS = 7, 12


def is_length(timex: TimeExpression) -> bool:
    """Whether an expression counts whole days, weeks, months or years: "two weeks", "yesterday"; not "hours"."""
    return _LENGTH.fullmatch(timex.unresolved) is not None


def counted(day: datetime.date, timex: TimeExpression, *, back: bool, basis: str) -> EventDate | None:
    """The date that a length leads to: two weeks from Wednesday 28 February is the week of 13 March.

    Args:
        day: The day to count from.
        timex: The length, or a step that has its own direction ("yesterday").
        back: Whether to count backwards; a step knows it itself.
        basis: Of the date.

    Returns:
        None where the words are no length, or lead out of the calendar.
    """
    found = _LENGTH.fullmatch(timex.unresolved)
    if found is None:
        return None
    unit = found[2] or found[3]
    count = int(found[4]) if found[4] else -int(found[1]) if back else int(found[1])
    try:
        first, last, granularity = _period(day, unit, count)
    except (ValueError, OverflowError):
        return None
    return EventDate(first_day=first, last_day=last, granularity=granularity, basis=basis)


def rolling(timex: TimeExpression, published_on: datetime.date) -> EventDate | None:
    """ "the past week" as what happened in it: the seven days up to the day of publication; None for other words."""
    if timex.rule != ROLLING or not timex.text.lower().startswith(_ROLLS) or timex.dates is None:
        return None
    found = _LENGTH.fullmatch(timex.unresolved)
    if found is None or not found[3]:
        return None
    try:
        first = _stepped(published_on, found[3], int(found[4]))
    except (ValueError, OverflowError):
        return None
    return EventDate(
        first_day=first,
        last_day=published_on,
        granularity=timex.dates.granularity,
        basis=timex.dates.basis,
        approximate=True,
    )


def _period(day: datetime.date, unit: str, count: int) -> tuple[datetime.date, datetime.date, Granularity]:
    """First and last day of the day, week, month or year that lies so many of them away."""
    there = _stepped(day, unit, count)
    if unit == "D":
        return there, there, Granularity.DAY
    if unit == "W":
        monday = there - datetime.timedelta(days=there.weekday())
        return monday, monday + datetime.timedelta(days=_DAYS_OF_WEEK - 1), Granularity.WEEK
    if unit == "M":
        return there.replace(day=1), there.replace(day=monthrange(there.year, there.month)[1]), Granularity.MONTH
    return there.replace(month=1, day=1), there.replace(month=_MONTHS, day=31), Granularity.YEAR


def _stepped(day: datetime.date, unit: str, count: int) -> datetime.date:
    """The same day so many days, weeks, months or years away; the last of a month that is shorter."""
    if unit in ("D", "W"):
        return day + datetime.timedelta(days=count * (_DAYS_OF_WEEK if unit == "W" else 1))
    year, month = divmod(day.year * _MONTHS + day.month - 1 + count * (_MONTHS if unit == "Y" else 1), _MONTHS)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
