"""Unresolved meanings to periods: what each expression of an article hangs on, in text order.

What comes in: expressions with their meanings and the day of publication or None. What goes out: for each a period, the
ground for it and the anchor (the publication, another expression, or none because it was said outright). How a period
becomes a value and a date is decided in ``resolver``, which Thursday a name means in ``picking``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline.temporal.calendars import Period, agreeing_day, day_period, is_longer, of_day
from timeline.temporal.inside import pick_inside
from timeline.temporal.meaning import pivot_year
from timeline.temporal.narratives import is_narrative
from timeline.temporal.picking import STORY, pick_from
from timeline.temporal.unresolved import Meaning, Pick, parse
from timeline.values.dates import TimeExpression

_FAR_DAYS = 548  # a reference a year and a half back takes over its paragraph
_REACH_SENTENCES = 1  # and the sentences behind it
_QUARTER_SENTENCES = 6  # "a year ago" is that quarter while a quarter is being talked about
_FRIDAY = 5
_CLOCK_UNITS = frozenset(("H", "MIN"))


class Anchored:
    """What one expression was found to be: its period, the ground, where it hangs, and a second live reading."""

    __slots__ = ("anchor", "basis", "period", "second")

    def __init__(
        self, period: Period | None, basis: str = "", anchor: str | None = None, second: Period | None = None
    ) -> None:
        self.period = period
        self.basis = basis
        self.anchor = anchor
        self.second = second


_OPEN = Anchored(None)


class Anchoring:
    """The anchors of an article's expressions, with what was mentioned so far; ask for them in text order."""

    def __init__(self, timexes: Sequence[TimeExpression], published_on: date | None) -> None:
        self.timexes = timexes
        self.meanings = [parse(timex.unresolved) for timex in timexes]
        self.published = of_day(published_on) if published_on is not None else None
        self.narrative = is_narrative(self.meanings, self.published)
        self.done: dict[int, Anchored] = {}
        self.positions = {timex.index: number for number, timex in enumerate(timexes)}
        self.last: int | None = None  # position of the last dated expression
        self.last_day: int | None = None
        self.last_quarter: int | None = None

    def of(self, number: int) -> Anchored:
        """The anchor of one expression; what follows may lean on it."""
        anchored = self._anchored(number)
        self._remember(number, anchored)
        return anchored

    def _remember(self, number: int, anchored: Anchored) -> None:
        """Keep what later expressions may lean on; a story does not lean on the day on which it was written."""
        period = anchored.period
        if period is None or not self.meanings[number].dated or (self.narrative and anchored.anchor == "published"):
            return
        self.last = number
        if period.unit == "D":
            self.last_day = number
        elif period.unit == "Q" and self.meanings[number].leaning != "refunit":
            self.last_quarter = number

    def _anchored(self, number: int) -> Anchored:
        if number not in self.done:
            self.done[number] = _OPEN  # ends a circle of two partners
            self.done[number] = self._anchor(number)
        return self.done[number]

    def _anchor(self, number: int) -> Anchored:
        meaning = self.meanings[number]
        if meaning.kind in ("length", "set", "vague", "unknown"):
            return _OPEN
        try:
            found = self._by_kind(number, meaning)
            for period in (found.period, found.second):
                if period is not None and not period.value:
                    return _OPEN
        except (ValueError, OverflowError):  # beyond the calendar, where a period has no value either
            return _OPEN
        return found

    def _by_kind(self, number: int, meaning: Meaning) -> Anchored:
        match meaning.kind:
            case "period":
                assert meaning.period is not None
                return self._inside(Anchored(meaning.period, "explicit"), meaning)
            case "slash":
                return self._slash(meaning)
            case "weekend":
                return self._weekend(number)
            case "step":
                return self._inside(self._step(number, meaning), meaning)
        return self._name(number, meaning)

    def _inside(self, outer: Anchored, meaning: Meaning) -> Anchored:
        """What is picked inside a period: June of last year."""
        period = outer.period
        for name in meaning.inside:
            if period is None:
                return _OPEN
            period = self._quarter_of(period) if name.kind == "refq" else pick_inside(name, period)
        basis = outer.basis
        if meaning.inside and meaning.inside[-1].kind == "feast":
            basis = "feast" if outer.anchor is None else "feast+published"
        return Anchored(period, basis, outer.anchor, None if meaning.inside else outer.second)

    def _quarter_of(self, year: Period) -> Period | None:
        """ "the 1988 quarter": the quarter that was being talked about, of another year."""
        quarter = self._period_at(self.last_quarter)
        if quarter is None:
            return year
        return Period("Q", year.year * 4 + quarter.index % 4)

    def _period_at(self, number: int | None) -> Period | None:
        return None if number is None else self._anchored(number).period

    def _reference(self, number: int) -> tuple[Period | None, str]:
        """What an expression leans on: what the tagger saw, else what was mentioned last."""
        position = self._reference_position(number)
        if position is None:
            return None, ""
        return self._anchored(position).period, f"timex:{self.timexes[position].index}"

    def _reference_position(self, number: int) -> int | None:
        reference = self.timexes[number].reference
        if reference is not None:
            position = self.positions.get(int(reference.removeprefix("timex:")))
            if position is not None and position < number:
                return position
        return self.last

    def _step(self, number: int, meaning: Meaning) -> Anchored:
        if meaning.count is None:
            return _OPEN
        unit, count = meaning.unit, meaning.sign * meaning.count
        if meaning.leaning:
            return self._leaning_step(number, meaning, unit, count)
        if self.published is None:
            return _OPEN
        if unit in _CLOCK_UNITS:
            return Anchored(self.published, "relative+published", "published")
        if unit == "WE":
            return self._weekend(number, count)
        return Anchored(self.published.widen(unit).shift(count), "relative+published", "published")

    def _leaning_step(self, number: int, meaning: Meaning, unit: str, count: int) -> Anchored:
        """A step from what was mentioned before: "three days later", "that week", "earlier in the day"."""
        if unit == "Q" and count == 0:
            return self._this_quarter()
        if meaning.leaning == "refunit":
            found = self._in_its_unit(number, unit, count)
            if found is not None:
                return found
        if meaning.leaning == "here":
            base, anchor = self._here(number, unit)
        else:
            base, anchor = self._reference(number)
            if unit == "D" and (base is None or base.unit != "D"):
                base, anchor = self._last_day(count)
        if base is None or is_longer(base.unit, "D" if unit in _CLOCK_UNITS else unit):
            return _OPEN
        basis = "relative+published" if anchor == "published" else "relative+reference"
        return Anchored(base if unit in _CLOCK_UNITS else base.widen(unit).shift(count), basis, anchor)

    def _in_its_unit(self, number: int, unit: str, count: int) -> Anchored | None:
        """ "a year ago" beside a quarter is that quarter of the year before; else it counts from the publication."""
        quarter = self.last_quarter
        if unit == "Y" and quarter is not None:
            near = self.timexes[number].sentence - self.timexes[quarter].sentence <= _QUARTER_SENTENCES
            period = self._period_at(quarter)
            if near and period is not None:
                return Anchored(period.shift(4 * count), "relative+reference", f"timex:{self.timexes[quarter].index}")
        if self.narrative or self.published is None:
            return None
        if unit in _CLOCK_UNITS:
            return Anchored(self.published, "relative+published", "published")
        return Anchored(self.published.widen(unit).shift(count), "relative+published", "published")

    def _here(self, number: int, unit: str) -> tuple[Period | None, str]:
        """What is being talked about: in news a day of this or the last sentence that is not ahead, else today."""
        ahead = self._day_behind(number) if unit == "D" else None
        if ahead is not None:
            return self._period_at(ahead), f"timex:{self.timexes[ahead].index}"
        position = self.last_day if unit == "D" else self.last
        if self.published is None or self.narrative:
            period = self._period_at(position)
            return period, "" if position is None else f"timex:{self.timexes[position].index}"
        if unit == "D" and position is not None:
            period = self._period_at(position)
            distance = self.timexes[number].sentence - self.timexes[position].sentence
            reached = distance <= _REACH_SENTENCES and period is not None and period.index <= self.published.index
            if reached or (distance == 0 and self.meanings[number].clock):
                return period, f"timex:{self.timexes[position].index}"
        return self.published, "published"

    def _day_behind(self, number: int) -> int | None:
        """The day that the tagger saw close behind a clock time, when it is one."""
        reference = self.timexes[number].reference
        position = None if reference is None else self.positions.get(int(reference.removeprefix("timex:")))
        if position is None or position <= number:
            return None
        period = self._period_at(position)
        return position if period is not None and period.unit == "D" else None

    def _last_day(self, count: int) -> tuple[Period | None, str]:
        """A day to lean on: the last one mentioned, else for "that day" the day of publication."""
        if self.last_day is not None and (self.narrative or count != 0):
            return self._period_at(self.last_day), f"timex:{self.timexes[self.last_day].index}"
        if self.published is not None and count == 0 and not self.narrative:
            return self.published, "published"
        return None, ""

    def _this_quarter(self) -> Anchored:
        """ "the quarter", "the latest quarter": the one being talked about, else the last that ended."""
        period = self._period_at(self.last_quarter)
        if period is not None and self.last_quarter is not None:
            return Anchored(period, "reference", f"timex:{self.timexes[self.last_quarter].index}")
        if self.published is None:
            return _OPEN
        return Anchored(self.published.widen("Q").shift(-1), "relative+published", "published")

    def _weekend(self, number: int, count: int | None = None) -> Anchored:
        """The weekend: the last one, or the coming one when the sentence looks ahead."""
        if self.published is None:
            return _OPEN
        current = self.published.widen("WE")
        on_weekend = date.fromordinal(self.published.index).isoweekday() > _FRIDAY
        cue = self.timexes[number].cue
        if count is None:
            ahead = cue == "future" or on_weekend or self.timexes[number].signal in ("before", "ahead of", "by")
            step = 0 if ahead else -1
        elif count == 0:
            step = -1 if cue == "past" and not on_weekend else 0
        else:
            step = count
        return Anchored(current.shift(step), "relative+published", "published")

    def _name(self, number: int, meaning: Meaning) -> Anchored:
        assert meaning.name is not None
        name, timex = meaning.name, self.timexes[number]
        if name.kind == "cen":
            return Anchored(pick_from(name, Period("Y", 2000), "", None)[0], "explicit")
        if name.kind in ("yy", "dec") and self.published is None:
            year = pivot_year(int(name.name), None)
            said = Period("Y", year) if name.kind == "yy" else Period("DEC", year // 10)
            return self._inside(Anchored(said, "explicit"), meaning)
        ground = {"wd": "weekday", "feast": "feast"}.get(name.kind, "explicit")
        paired = self._from_partner(number, name, ground)
        if paired is not None:
            return paired
        seen_from: Period | None = self.published
        anchor, cue = "published", timex.cue
        reference = self._far_reference(number, meaning)
        if reference is not None:
            seen_from, anchor, cue = *reference, STORY
        if seen_from is None:
            return _OPEN
        period, second = pick_from(name, seen_from, meaning.direction, cue)
        if period is not None and meaning.weekday and name.kind == "md":
            period = agreeing_day(period, meaning.weekday) or period
            second = None
        if name.kind == "wd" and cue is None and timex.cue_text and not meaning.direction and period is not None:
            second = pick_from(name, seen_from, "+", None)[0]
        words = [ground, "published" if anchor == "published" else "reference"]
        if cue == "future" and timex.cue_text and name.kind == "wd" and not meaning.direction:
            words.append("tense")
        return self._inside(Anchored(period, "+".join(words), anchor, second), meaning)

    def _far_reference(self, number: int, meaning: Meaning) -> tuple[Period, str] | None:
        """What takes a name away from the publication: the last date of a narrative, a far one in its paragraph."""
        if meaning.leaning:
            position = self._reference_position(number)
        elif meaning.direction and self.published is not None:
            return None  # "last Tuesday" is said from today
        elif self.narrative:
            position = self.last
        else:
            position = self._stage(number)
        period = self._period_at(position)
        if period is None or position is None:
            return None
        return period, f"timex:{self.timexes[position].index}"

    def _stage(self, number: int) -> int | None:
        """The full date that set the stage of the paragraph, if close in the text and long before publication."""
        reference = self.timexes[number].reference
        if reference is None or self.published is None:
            return None
        position = self._reference_position(number)
        if position is None or self.timexes[number].sentence - self.timexes[position].sentence > _REACH_SENTENCES:
            return None
        period = self._period_at(position)
        days = period.days if period is not None else None
        if days is None or self.published.index - days[1].toordinal() <= _FAR_DAYS:
            return None
        return position

    def _from_partner(self, number: int, name: Pick, ground: str) -> Anchored | None:
        """The end of a range that lacks its year gets it from the other end."""
        partner = self.timexes[number].partner
        position = None if partner is None else self.positions.get(partner)
        if position is None or name.kind not in ("md", "m", "s", "q", "wd", "h"):
            return None
        other_meaning = self.meanings[position]
        if position > number and other_meaning.kind != "period":
            return None
        other = self._anchored(position).period
        if other is None:
            return None
        anchor = f"timex:{self.timexes[position].index}"
        if name.kind == "wd":
            if position > number or other_meaning.name is None or other_meaning.name.kind != "wd":
                return None
            return Anchored(pick_from(name, other, "", STORY)[0], f"{ground}+reference", anchor)
        year = other.year
        for candidate_year in (year, year + 1) if position < number else (year, year - 1):
            period = pick_inside(name, Period("Y", candidate_year))
            if period is None:
                continue
            first, last = (other, period) if position < number else (period, other)
            if first.widen("D").index <= (last.days or (date.max, date.max))[1].toordinal():
                return Anchored(period, f"{ground}+reference", anchor)
        return None

    def _slash(self, meaning: Meaning) -> Anchored:
        """ "05/08/2024": month first, the other order stays as an alternative; with dots the day comes first."""
        parts = re.split(r"[/.]", meaning.value)
        left, right, year = (int(part) for part in parts)
        if len(parts[2]) <= 2:
            year = pivot_year(year, self.published.year if self.published else None)
        orders = [(left, right), (right, left)] if "/" in meaning.value else [(right, left)]
        found = [day_found for month, day in orders if (day_found := day_period(year, month, day)) is not None]
        if not found:
            return _OPEN
        second = found[1] if len(found) > 1 and found[1] != found[0] else None
        return self._inside(Anchored(found[0], "explicit", None, second), meaning)
