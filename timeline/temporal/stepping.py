"""Steps to periods: "last week" from the day of publication, "three days later" from what was told before.

What comes in: what an article has told so far and the position of an expression. What goes out: its anchor. What is
picked inside the period ("June of last year") is added in ``anchoring``.
"""

from __future__ import annotations

from datetime import date

from timeline.temporal.calendars import Period, is_longer
from timeline.temporal.told import OPEN, Anchored, Told
from timeline.temporal.unresolved import Meaning

_REACH_SENTENCES = 1  # a day told is "the day" of its sentence and the one behind it
_NEWS_REACH_SENTENCES = 4  # a day of the week of the news for longer: "on Wednesday ... Earlier in the day"
_NEWS_DAYS = 6
_QUARTER_SENTENCES = 6  # "a year ago" is that quarter while a quarter is being talked about
_FRIDAY = 5
_CLOCK_UNITS = frozenset(("H", "MIN"))


def step(told: Told, number: int) -> Anchored:
    """The anchor of a step: "last week", "two days ago", "three days later", "earlier in the day"."""
    meaning = told.meanings[number]
    if meaning.count is None:
        return OPEN
    unit, count = meaning.unit, meaning.sign * meaning.count
    if meaning.leaning:
        return _leaning_step(told, number, meaning, unit, count)
    if told.published is None:
        return OPEN
    if unit in _CLOCK_UNITS:
        return Anchored(told.published, "relative+published", "published")
    if unit == "WE":
        return weekend(told, number, count)
    return Anchored(told.published.widen(unit).shift(count), "relative+published", "published")


def _leaning_step(told: Told, number: int, meaning: Meaning, unit: str, count: int) -> Anchored:
    """A step from what was mentioned before: "three days later", "that week", "earlier in the day"."""
    if unit == "Q":
        return _this_quarter(told, number) if count == 0 else _quarter_beside(told, number, count)
    if meaning.leaning == "refunit":
        found = _in_its_unit(told, number, unit, count)
        if found is not None:
            return found
    if meaning.leaning == "here":
        base, anchor = _here(told, number, unit)
    else:
        base, anchor = _reference(told, number)
        if unit == "D" and (base is None or base.unit != "D"):
            base, anchor = _last_day(told, count)
    if base is None or is_longer(base.unit, "D" if unit in _CLOCK_UNITS else unit):
        return OPEN
    basis = "relative+published" if anchor == "published" else "relative+reference"
    return Anchored(base if unit in _CLOCK_UNITS else base.widen(unit).shift(count), basis, anchor)


def _reference(told: Told, number: int) -> tuple[Period | None, str]:
    """What an expression leans on, and how an anchor names it."""
    position = told.leaned_on(number)
    return (None, "") if position is None else (told.period_at(position), told.name_of(position))


def _in_its_unit(told: Told, number: int, unit: str, count: int) -> Anchored | None:
    """ "a year ago" beside a quarter is that quarter of the year before; else it counts from the publication."""
    quarter = told.last_quarter
    if unit == "Y" and quarter is not None and told.in_quarters:
        near = told.timexes[number].sentence - told.timexes[quarter].sentence <= _QUARTER_SENTENCES
        period = told.period_at(quarter)
        if near and period is not None:
            return Anchored(period.shift(4 * count), "relative+reference", told.name_of(quarter))
    if told.narrative or told.published is None:
        return None
    if unit in _CLOCK_UNITS:
        return Anchored(told.published, "relative+published", "published")
    day = told.period_at(told.last_day) if unit in ("D", "W") else None
    if day is not None and told.last_day is not None and told.distance(number, told.last_day) <= _REACH_SENTENCES:
        return Anchored(day.widen(unit).shift(count), "relative+reference", told.name_of(told.last_day))
    return Anchored(told.published.widen(unit).shift(count), "relative+published", "published")


def _here(told: Told, number: int, unit: str) -> tuple[Period | None, str]:
    """What is being talked about: in news a day of this or the last sentence that is not ahead, else today."""
    ahead = _day_behind(told, number) if unit == "D" else None
    if ahead is not None:
        return told.period_at(ahead), told.name_of(ahead)
    position = told.last_day if unit == "D" else told.last
    if told.published is None or told.narrative:
        period = told.period_at(position)
        return period, "" if position is None else told.name_of(position)
    if unit == "D" and position is not None:
        period = told.period_at(position)
        distance = told.timexes[number].sentence - told.timexes[position].sentence
        behind = -1 if period is None else told.published.index - period.index
        reached = 0 <= behind and distance <= (_NEWS_REACH_SENTENCES if behind <= _NEWS_DAYS else _REACH_SENTENCES)
        if reached or (distance == 0 and told.meanings[number].clock):
            return period, told.name_of(position)
    return told.published, "published"


def _day_behind(told: Told, number: int) -> int | None:
    """The day that the tagger saw close behind a clock time or the quarter that it ends, when it is one."""
    reference = told.timexes[number].reference
    position = None if reference is None else told.positions.get(int(reference.removeprefix("timex:")))
    if position is None or position <= number:
        return None
    period = told.period_at(position)
    return position if period is not None and period.unit == "D" else None


def _last_day(told: Told, count: int) -> tuple[Period | None, str]:
    """A day to lean on: the last one mentioned, else for "that day" the day of publication."""
    if told.last_day is not None and (told.narrative or count != 0):
        return told.period_at(told.last_day), told.name_of(told.last_day)
    if told.published is not None and count == 0 and not told.narrative:
        return told.published, "published"
    return None, ""


def _this_quarter(told: Told, number: int) -> Anchored:
    """ "the quarter", "the latest quarter": the one being talked about, else the last that ended."""
    ending = _day_behind(told, number)
    if ending is not None:  # "the quarter ended Sept. 30"
        day = told.period_at(ending)
        return OPEN if day is None else Anchored(day.widen("Q"), "reference", told.name_of(ending))
    latest = None if told.published is None else told.published.widen("Q").shift(-1)
    period = told.period_at(told.last_quarter)
    if period is not None and told.last_quarter is not None and (latest is None or period.index <= latest.index):
        return Anchored(period, "reference", told.name_of(told.last_quarter))
    return OPEN if latest is None else Anchored(latest, "relative+published", "published")


def _quarter_beside(told: Told, number: int, count: int) -> Anchored:
    """ "the previous quarter": of the one talked about here or one sentence before, else of the publication's."""
    told_last = told.last_quarter
    if told_last is not None and told.timexes[number].sentence - told.timexes[told_last].sentence <= _REACH_SENTENCES:
        period = told.period_at(told_last)
        if period is not None:
            return Anchored(period.shift(count), "relative+reference", told.name_of(told_last))
    if told.published is None or told.narrative:
        return OPEN
    return Anchored(told.published.widen("Q").shift(count), "relative+published", "published")


def weekend(told: Told, number: int, count: int | None = None) -> Anchored:
    """The weekend: the last one, or the coming one when the sentence looks ahead."""
    if told.published is None:
        return OPEN
    current = told.published.widen("WE")
    on_weekend = date.fromordinal(told.published.index).isoweekday() > _FRIDAY
    cue = told.timexes[number].cue
    if count is None:
        ahead = cue == "future" or on_weekend or told.timexes[number].signal in ("before", "ahead of", "by")
        step = 0 if ahead else -1
    elif count == 0:
        step = -1 if cue == "past" and not on_weekend else 0
    else:
        step = count
    return Anchored(current.shift(step), "relative+published", "published")
