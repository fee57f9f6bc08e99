"""Names to periods: from which day a weekday, a month or a feast is seen, and what the other end of a range gives it.

What comes in: what an article has told so far and the position of an expression. What goes out: its anchor. Which
Thursday or May a name means from that day is decided in ``picking``.
"""

from __future__ import annotations

from datetime import date

from timeline.temporal.calendars import Period, agreeing_day
from timeline.temporal.inside import pick_inside
from timeline.temporal.meaning import pivot_year
from timeline.temporal.picking import STORY, century, pick_from
from timeline.temporal.told import OPEN, Anchored, Told
from timeline.temporal.unresolved import Meaning, Pick
from timeline.values.dates import TimeExpression

_FAR_DAYS = 548  # a reference a year and a half back takes over its paragraph
_REACH_SENTENCES = 1  # and the sentences behind it
_WILL = ("will", "'ll")
_WEEKS = ("D", "W", "WE")  # from which a weekday can be told


def named(told: Told, number: int) -> Anchored:
    """The anchor of a name: "Thursday", "Oct. 7", "May", "the third quarter", "Easter"."""
    meaning = told.meanings[number]
    assert meaning.name is not None
    name, timex = meaning.name, told.timexes[number]
    if name.kind == "cen":
        return Anchored(century(name.name), "explicit")
    if name.kind in ("yy", "dec") and told.published is None:
        year = pivot_year(int(name.name), None)
        said = Period("Y", year) if name.kind == "yy" else Period("DEC", year // 10)
        return Anchored(said, "explicit")
    ground = {"wd": "weekday", "feast": "feast"}.get(name.kind, "explicit")
    paired = _from_partner(told, number, name, ground)
    if paired is not None:
        return paired
    seen_from: Period | None = told.published
    anchor, cue = "published", timex.cue
    reference = None if _is_ahead(timex) else _far_reference(told, number, meaning)
    if reference is not None:
        seen_from, anchor, cue = *reference, STORY
        if name.kind == "wd" and seen_from.unit not in _WEEKS:
            return OPEN  # "in 1987 ... on Monday": nobody knows which
    if seen_from is None:
        return OPEN
    period, second = pick_from(name, seen_from, meaning.direction, cue)
    if period is not None and meaning.weekday and name.kind == "md":
        period = agreeing_day(period, meaning.weekday) or period
        second = None
    if name.kind == "wd" and cue is None and timex.cue_text and not meaning.direction and period is not None:
        second = pick_from(name, seen_from, "+", None)[0]
    words = [ground, "published" if anchor == "published" else "reference"]
    if cue == "future" and timex.cue_text and name.kind == "wd" and not meaning.direction:
        words.append("tense")
    return Anchored(period, "+".join(words), anchor, second)


def _is_ahead(timex: TimeExpression) -> bool:
    """Whether "will" makes it come after the publication, whatever was told before: "will be held on 20 March"."""
    return timex.cue == "future" and timex.cue_text in _WILL


def _far_reference(told: Told, number: int, meaning: Meaning) -> tuple[Period, str] | None:
    """What takes a name away from the publication: the last date of a narrative, a far one in its paragraph."""
    if meaning.leaning:
        position = told.leaned_on(number)
    elif meaning.direction and told.published is not None:
        return None  # "last Tuesday" is said from today
    elif told.narrative:
        position = told.last
    elif told.published is None:
        # "two days later, on Wednesday"
        position = told.last_day if told.last_day is not None and not told.distance(number, told.last_day) else None
    else:
        position = _stage(told, number)
    period = told.period_at(position)
    if period is None or position is None:
        return None
    return period, told.name_of(position)


def _stage(told: Told, number: int) -> int | None:
    """The full date that set the stage of the paragraph, if close in the text and long before publication."""
    reference = told.timexes[number].reference
    if reference is None or told.published is None:
        return None
    position = told.leaned_on(number)
    if position is None or told.timexes[number].sentence - told.timexes[position].sentence > _REACH_SENTENCES:
        return None
    period = told.period_at(position)
    days = period.days if period is not None else None
    if days is None or told.published.index - days[1].toordinal() <= _FAR_DAYS:
        return None
    return position


def _from_partner(told: Told, number: int, name: Pick, ground: str) -> Anchored | None:
    """The end of a range that lacks its year gets it from the other end."""
    partner = told.timexes[number].partner
    position = None if partner is None else told.positions.get(partner)
    if position is None or name.kind not in ("md", "m", "s", "q", "wd", "h"):
        return None
    other_meaning = told.meanings[position]
    if position > number and other_meaning.kind != "period":
        return None
    other = told.period_at(position)
    if other is None:
        return None
    anchor = told.name_of(position)
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
