"""Dates that say how much they know: granularity, open ends, uncertainty and the ground they rest on.

``EventDate`` is a first and a last day with a granularity; ``TimeExpression`` is what the text says, before and after
it is anchored. Nothing here reads text (``timeline.temporal``) or decides which date belongs to which event
(``timeline.events.dates``). A date that was not found is None: no date is better than a made-up one.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from timeline.values.slots import builder, quick


class Granularity(StrEnum):
    """How fine a date is, finest first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def rank(self) -> int:
        """Position in the order above; 0 is a second."""
        return _RANKS[self]


_RANKS = {granularity: rank for rank, granularity in enumerate(Granularity)}

#: Parts of a day in order, as they sort within it.
PARTS_OF_DAY = ("night", "morning", "noon", "afternoon", "evening")

#: What a day means for its event: it happened on it, on it or before it, or was still true on it.
BOUNDS = ("on", "on_or_before", "as_of")

#: The words that ``basis`` joins with "+".
BASES = (
    "explicit",
    "weekday",
    "relative",
    "feast",
    "reference",
    "published",
    "tense",
    "other_event",
    "inferred",
    "human",
)

_SEASON_CODES = {12: 24, 1: 24, 2: 24, 3: 21, 4: 21, 5: 21, 6: 22, 7: 22, 8: 22, 9: 23, 10: 23, 11: 23}
_SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS_LONG = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@lru_cache(maxsize=256)
def _is_basis(basis: str) -> bool:
    """Whether words of ``BASES`` are joined by "+"; dates share a few dozen combinations."""
    return all(word in BASES for word in basis.split("+"))


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """When something was: a first and a last day, both inclusive, and how surely.

    "on Wednesday evening" in an article of 2024-02-28 is first = last = 2024-02-28, granularity ``part_of_day``,
    part_of_day ``evening``, basis ``weekday+published``.

    Attributes:
        first_day: None when the beginning is open ("before March").
        last_day: None when the end is open ("since October").
        granularity: Of the words, not of the range: "2023" is a year.
        part_of_day: One of ``PARTS_OF_DAY``, when the text names one.
        time: Local ISO time, with the offset where it is stated: ``15:00``, ``15:00+00:00``.
        bound: One of ``BOUNDS``.
        approximate: The edges are soft ("around", "early March").
        uncertain: The day itself may be another (a rule chose it, the words do not force it).
        basis: Words of ``BASES`` joined by "+".
    """

    first_day: date | None
    last_day: date | None
    granularity: Granularity
    basis: str
    part_of_day: str | None = None
    time: str | None = None
    bound: str = "on"
    approximate: bool = False
    uncertain: bool = False

    def __post_init__(self) -> None:
        if self.first_day is None and self.last_day is None:
            raise ValueError("a date needs a first or a last day; an unknown date is None")
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            raise ValueError(f"the last day {self.last_day} lies before the first {self.first_day}")
        if self.part_of_day is not None and self.part_of_day not in PARTS_OF_DAY:
            raise ValueError(f"unknown part of day {self.part_of_day!r}; one of {', '.join(PARTS_OF_DAY)}")
        if self.bound not in BOUNDS:
            raise ValueError(f"unknown bound {self.bound!r}; one of {', '.join(BOUNDS)}")
        if not _is_basis(self.basis):
            raise ValueError(f"unknown basis {self.basis!r}; words of {', '.join(BASES)} joined by +")

    @property
    def single_day(self) -> date | None:
        """The one day it lies on, or None when it is longer or open."""
        return self.first_day if self.first_day is not None and self.first_day == self.last_day else None

    def overlaps(self, other: EventDate) -> bool:
        """Whether the two ranges share a day; open ends reach as far as needed."""
        return (self.first_day is None or other.last_day is None or self.first_day <= other.last_day) and (
            other.first_day is None or self.last_day is None or other.first_day <= self.last_day
        )

    def covers(self, day: date) -> bool:
        """Whether the day lies inside."""
        return (self.first_day is None or self.first_day <= day) and (self.last_day is None or day <= self.last_day)

    def distance_days(self, other: EventDate) -> int:
        """Days between the two ranges; 0 when they overlap."""
        if self.overlaps(other):
            return 0
        if self.last_day is not None and other.first_day is not None and self.last_day < other.first_day:
            return (other.first_day - self.last_day).days
        assert self.first_day is not None and other.last_day is not None
        return (self.first_day - other.last_day).days

    @property
    def sort_key(self) -> str:
        """A string that orders dates: first day, part of day or time, finer before coarser; open beginnings by their
        end.
        """
        first = self.first_day or self.last_day
        within = PARTS_OF_DAY.index(self.part_of_day) + 1 if self.part_of_day else 9
        clock = self.time[:8] if self.time else _PART_CLOCKS.get(self.part_of_day or "", "99")
        return f"{first}T{clock}-{self.granularity.rank:02d}-{within}"

    @property
    def edtf(self) -> str:
        """The date in our subset of ISO 8601-2 (EDTF): ``2024-02-28``, ``2024-03~``, ``2024-02-28/..``, ``197X``."""
        mark = ("%" if self.approximate and self.uncertain else "~" if self.approximate else "?") * (
            self.approximate or self.uncertain
        )
        whole = self._whole_unit()
        if whole is not None:
            return whole + mark
        first = ".." if self.first_day is None else f"{self.first_day}{mark}"
        last = ".." if self.last_day is None else f"{self.last_day}{mark}"
        return first if first == last else f"{first}/{last}"

    def _whole_unit(self) -> str | None:
        """The notation of a whole day, month, season, year, decade or century, else None."""
        first, last = self.first_day, self.last_day
        if first is None or last is None:
            return None
        if first == last:
            return f"{first}T{self.time}" if self.time and self.granularity.rank <= _HOUR_RANK else str(first)
        match self.granularity:
            case Granularity.MONTH if first.day == 1 and last == _month_end(first):
                return f"{first:%Y-%m}"
            case Granularity.YEAR if _spans_years(first, last, 1):
                return f"{first.year:04d}"
            case Granularity.DECADE if first.year % 10 == 0 and _spans_years(first, last, 10):
                return f"{first.year // 10:03d}X"
            case Granularity.CENTURY if first.year % 100 == 0 and _spans_years(first, last, 100):
                return f"{first.year // 100:02d}XX"
            case Granularity.SEASON if first.day == 1 and (last - first).days in _SEASON_DAYS:
                return f"{first.year:04d}-{_SEASON_CODES[first.month]}"
        return None

    @property
    def display(self) -> str:
        """The date as people write it: ``Wed 28 Feb 2024, evening``, ``about March 2024``, ``since 7 Oct 2023``."""
        words = self._display_range()
        if self.time:
            words += f", {self.time}"
        elif self.part_of_day:
            words += f", {self.part_of_day}"
        if self.bound == "on_or_before":
            words = f"on or before {words}"
        elif self.bound == "as_of":
            words = f"as of {words}"
        if self.approximate:
            words = f"about {words}"
        elif self.uncertain and self.bound == "on":
            words += " (?)"
        return words

    def _display_range(self) -> str:
        first, last = self.first_day, self.last_day
        if first is None:
            assert last is not None
            return f"until {_day_words(last)}"
        if last is None:
            return f"since {_day_words(first)}"
        if first == last:
            return f"{_WEEKDAYS[first.weekday()]} {_day_words(first)}"
        whole = self._whole_unit()
        if whole is not None:
            match self.granularity:
                case Granularity.MONTH:
                    return f"{_MONTHS_LONG[first.month - 1]} {first.year}"
                case Granularity.YEAR:
                    return whole
                case Granularity.DECADE:
                    return f"the {first.year}s"
                case Granularity.CENTURY:
                    return f"the {first.year}s (century)"
                case Granularity.SEASON:
                    return f"{_SEASON_NAMES[_SEASON_CODES[first.month]]} {first.year}"
        if first.year != last.year:
            return f"{_day_words(first)} to {_day_words(last)}"
        if first.month != last.month:
            return f"{first.day} {_MONTHS[first.month - 1]} to {_day_words(last)}"
        return f"{first.day} to {_day_words(last)}"


build_event_date = builder(EventDate)


_HOUR_RANK = Granularity.HOUR.rank
_SEASON_DAYS = range(88, 93)
_PART_CLOCKS = {"night": "00", "morning": "06", "noon": "12", "afternoon": "13", "evening": "18"}


def _day_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _spans_years(first: date, last: date, years: int) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and last.year - first.year == years - 1


def day_after(day: date, days: int) -> date | None:
    """The day ``days`` later (earlier when negative), or None beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """One time expression of an article: its words, what they mean by themselves, and what they mean once anchored.

    Attributes:
        index: Position among the article's expressions, from 0.
        start, end: Offsets; the extent follows TIMEX3, without a leading preposition.
        text: The words; ``text == article.text[start:end]``.
        sentence: Index of its sentence.
        type: TIMEX3 type: ``DATE TIME DURATION SET``.
        unresolved: The meaning that the words have by themselves: ``wd:3 TEV``, ``md:10-07``, ``dur:P6W``, ``W-1``.
            With ``cue`` and ``reference`` it is all that resolving needs, so it can be done again without the text.
        value: TIMEX3 value; partial while not anchored (``XXXX-WXX-3TEV``).
        mod, quant, freq: TIMEX3 attributes.
        signal: The connective to its left, lower case: ``on``, ``by``, ``since``, ``ahead of``; None without one.
        cue: Direction given by the governing verb: ``past``, ``future``, ``nearest``, or None.
        cue_text: The words that gave the cue.
        reference: What the words lean on when it is not the publication day, as the tagger saw it: ``timex:4``; None.
        rule: Name of the rule that found it.
        dates: The calendar range; None for durations, sets and whatever stays open.
        anchor: What it was anchored to: ``published``, ``timex:4``, or None (explicit or unresolved).
        basis: As in ``EventDate``; None while unresolved.
        alternatives: Other live readings.
        partner: Index of the other end when two expressions are one range ("from 3 to 5 March"); None.
    """

    index: int
    start: int
    end: int
    text: str
    sentence: int
    type: str
    unresolved: str
    value: str
    rule: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    signal: str | None = None
    cue: str | None = None
    cue_text: str | None = None
    reference: str | None = None
    dates: EventDate | None = None
    anchor: str | None = None
    basis: str | None = None
    alternatives: tuple[EventDate, ...] = ()
    partner: int | None = None


build_time_expression = builder(TimeExpression)
