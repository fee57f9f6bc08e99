"""Links and stored expressions to dates: the day, deadline and duration of an event.

What comes in: for each event its ``DateLink``, the article's resolved expressions, the day of publication or None. What
goes out: dates, from stored values alone, so that it can be done again when a day of publication arrives. Which
expression belongs to which event is decided in ``date_links`` and ``sentence_dates``, what an expression means in the
calendar in ``timeline.temporal``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from timeline.events.article.candidates import Candidate
from timeline.events.dates.counted_dates import BACK, COUNTED, ROLLING, counted, rolling
from timeline.events.dates.date_links import AGAIN, ENTRY, link, relation_of
from timeline.events.dates.occasion_dates import TOLD
from timeline.events.dates.sentence_dates import ATTRIBUTE
from timeline.lexicons.dating import dating_lexicon
from timeline.values.dates import EventDate, Granularity, TimeExpression
from timeline.values.events import DateLink, Mention

__all__ = ["date", "date_of", "link", "redate", "relation_of", "tells_of_long_ago"]

# What makes an article a history: years at least this far from its publication, at least so many and such a share of
# all, and more than so many for each weekday and "yesterday".
_FAR_YEARS = 2
_FEWEST_FAR = 5
_FAR_SHARE = 0.6
_TODAY_WEIGHT = 2
_PAST, _FUTURE, _PUBLISHED = "past", "future", "published"
# Unresolved values that leave the week, or the year, open.
_WEEKDAY, _WITHIN_YEAR, _DIRECTED = "wd:", ("md:", "m:"), "dir:"
_SHIFTED = ">shift:+"  # "Sunday week" lies ahead whatever is told of it
_WEEK = datetime.timedelta(days=7)
_FROM_TODAY = "relative+published"
_UP_TO = ("until", "to")


def date(
    candidates: Iterable[Candidate], timexes: Sequence[TimeExpression], published_on: datetime.date | None
) -> None:
    """Set ``date``, ``deadline`` and ``duration`` of each candidate from its link."""
    story = tells_of_long_ago(timexes, published_on)
    for candidate in candidates:
        link = candidate.date_link
        if link.timex is None and link.deadline is None and link.duration is None:
            candidate.date = None  # as ``date_of`` says, for most events without a call
            if link.rule == "tense" and published_on is not None and not story:
                candidate.date = _by_tense(published_on, link.bound)
            continue
        candidate.date, candidate.deadline, candidate.duration = date_of(
            link,
            timexes,
            published_on,
            story=story,
            done=_is_done(candidate),
            ahead=_is_ahead(candidate),
        )


def redate(
    mentions: Iterable[Mention], timexes: Sequence[TimeExpression], published_on: datetime.date | None
) -> tuple[Mention, ...]:
    """Stored mentions with the dates that follow from their links, for a day of publication that arrived or changed.

    Args:
        mentions: Of one article.
        timexes: Its time expressions, resolved again for ``published_on``.
        published_on: Day of publication; None when unknown.
    """
    again = []
    story = tells_of_long_ago(timexes, published_on)
    for mention in mentions:
        day, deadline, duration = date_of(
            mention.date_link, timexes, published_on, story=story, done=_is_done(mention), ahead=_is_ahead(mention)
        )
        again.append(replace(mention, date=day, deadline=deadline, duration=duration))
    return tuple(again)


def tells_of_long_ago(timexes: Sequence[TimeExpression], published_on: datetime.date | None) -> bool:
    """Whether an article is a history: most of its years lie far from its publication, and little is said from today.

    In a history the past tense says nothing of the day of publication.
    """
    if published_on is None:
        return False
    years = [
        found.first_day.year
        for timex in timexes
        if (found := timex.dates) is not None and found.first_day is not None and found.basis == "explicit"
    ]
    far = sum(abs(year - published_on.year) >= _FAR_YEARS for year in years)
    today = sum(timex.basis in ("weekday+published", "relative+published") for timex in timexes)
    return far >= max(_FEWEST_FAR, _FAR_SHARE * len(years)) and far > _TODAY_WEIGHT * today


def date_of(
    link: DateLink,
    timexes: Sequence[TimeExpression],
    published_on: datetime.date | None,
    *,
    story: bool = False,
    done: bool = False,
    ahead: bool = False,
) -> tuple[EventDate | None, EventDate | None, str | None]:
    """Date, deadline and duration that a link stands for; pure on stored values.

    An event linked to "since Oct. 7" is open to the right; one dated by its tense is ``2024-02-28?``, on or before it,
    and undated in a ``story`` of long ago (``tells_of_long_ago``). What is ``done`` does not lie ahead: on 28 February
    "they met on July 16" is of the year before; what lies ``ahead`` does not lie behind.
    """
    deadline = None if link.deadline is None else _deadline(_at(timexes, link.deadline))
    timed = None if link.duration is None else _at(timexes, link.duration)
    if link.rule in COUNTED:
        base = None if link.timex is None else _at(timexes, link.timex)
        return _counted_from(base, timed, back=link.rule == BACK), deadline, None
    duration = timed.value if timed is not None else None
    if link.timex is not None:
        timex = _at(timexes, link.timex)
        if timex is None:
            return None, deadline, duration
        if timex.type == "DURATION":  # "in two weeks"
            ahead_of = None if published_on is None else counted(published_on, timex, back=False, basis=_FROM_TODAY)
            return ahead_of, deadline, duration
        if done and published_on is not None and not story and _lasts_on(timex, published_on):
            return _by_tense(published_on, "on_or_before"), _deadline(timex), duration
        told = timex
        if published_on is not None and timex.dates is not None:
            if done and (timex.cue == _PAST or relation_of(timex) == "by"):
                timex = _behind(timex, published_on)
            elif ahead and (timex.cue != _PAST or timex.signal in dating_lexicon().starts):
                timex = _ahead(timex, published_on)
            if link.rule == ATTRIBUTE and timex.cue == _FUTURE:
                timex = _before_deed(timex, timexes)
        return _linked(timex, told, timexes, link, published_on), deadline, duration
    if link.rule != "tense" or published_on is None or story:
        return None, deadline, duration
    return _by_tense(published_on, link.bound), deadline, duration


def _counted_from(base: TimeExpression | None, length: TimeExpression | None, *, back: bool) -> EventDate | None:
    """The date that lies a length away from the one day of another event."""
    found = None if base is None else base.dates
    if found is None or length is None or found.single_day is None:
        return None
    return counted(found.single_day, length, back=back, basis="relative+other_event")


def _lasts_on(timex: TimeExpression, published_on: datetime.date) -> bool:
    """Whether what is done holds up to a day to come: "signed him until 2027" was not on any of the days until then."""
    found = timex.dates
    ends = found is not None and found.last_day is not None and found.last_day > published_on
    return ends and relation_of(timex) in _UP_TO


@lru_cache(maxsize=64)
def _by_tense(published_on: datetime.date, bound: str) -> EventDate:
    """The day of publication as the tense gives it: the same for half the events of an article."""
    return EventDate(
        first_day=published_on,
        last_day=published_on,
        granularity=Granularity.DAY,
        basis="published",
        bound=bound,
        uncertain=True,
    )


def _is_done(event: Candidate | Mention) -> bool:
    """Whether it is told as having happened."""
    return event.factuality in ("happened", "reported") and event.aspect in ("completed", "begun")


def _is_ahead(event: Candidate | Mention) -> bool:
    """Whether it is told as to come."""
    return event.factuality in ("planned", "called_for") and event.aspect == "prospective"


def _behind(timex: TimeExpression, published_on: datetime.date) -> TimeExpression:
    """An expression without a year that lies ahead, moved back to where what is done can be: by a week or a year."""
    found = timex.dates
    if found is None or found.first_day is None or found.last_day is None or found.first_day <= published_on:
        return timex
    for other in timex.alternatives:
        if other.last_day is not None and other.last_day <= published_on:
            return replace(timex, dates=other)
    if timex.unresolved.startswith(_WEEKDAY) and timex.anchor == _PUBLISHED and _SHIFTED not in timex.unresolved:
        return replace(timex, dates=replace(found, first_day=found.first_day - _WEEK, last_day=found.last_day - _WEEK))
    if timex.unresolved.startswith(_WITHIN_YEAR):
        first, last = _in_year(found.first_day, -1), _in_year(found.last_day, -1)
        if first is not None and last is not None:
            return replace(timex, dates=replace(found, first_day=first, last_day=last))
    return timex


def _ahead(timex: TimeExpression, published_on: datetime.date) -> TimeExpression:
    """An expression without a year that lies behind, moved to where what is to come can be: by a week or a year."""
    found = timex.dates
    if found is None or found.first_day is None or found.last_day is None or found.last_day >= published_on:
        return timex
    if timex.anchor != _PUBLISHED or _DIRECTED in timex.unresolved:
        return timex
    if timex.unresolved.startswith(_WEEKDAY) and timex.cue != _FUTURE:
        return replace(timex, dates=replace(found, first_day=found.first_day + _WEEK, last_day=found.last_day + _WEEK))
    if timex.unresolved.startswith(_WITHIN_YEAR) and timex.cue != _PAST:
        first, last = _in_year(found.first_day, 1), _in_year(found.last_day, 1)
        if first is not None and last is not None:
            return replace(timex, dates=replace(found, first_day=first, last_day=last))
    return timex


def _before_deed(timex: TimeExpression, timexes: Sequence[TimeExpression]) -> TimeExpression:
    """A weekday of a noun, moved back a week before the day of what is done with it.

    In "will vote on Monday's agreement on Friday" the agreement is older than the vote.
    """
    found = timex.dates
    if found is None or found.first_day is None or found.last_day is None or not timex.unresolved.startswith(_WEEKDAY):
        return timex
    for other in timexes[timex.index + 1 : timex.index + 3]:
        deed = other.dates
        if other.sentence != timex.sentence or other.cue != _FUTURE or deed is None or deed.first_day is None:
            continue
        if deed.first_day < found.first_day:
            return replace(
                timex, dates=replace(found, first_day=found.first_day - _WEEK, last_day=found.last_day - _WEEK)
            )
    return timex


def _in_year(day: datetime.date, step: int) -> datetime.date | None:
    """The same day some years on; None on 29 February."""
    try:
        return day.replace(year=day.year + step)
    except ValueError:
        return None


def _at(timexes: Sequence[TimeExpression], index: int) -> TimeExpression | None:
    """The expression with an index; expressions are numbered as they stand."""
    if index < len(timexes) and timexes[index].index == index:
        return timexes[index]
    return next((timex for timex in timexes if timex.index == index), None)


def _deadline(timex: TimeExpression | None) -> EventDate | None:
    """The day up to which: "by Thursday" ends on Thursday, "ahead of Ramadan" on the day before it begins."""
    if timex is None or timex.dates is None:
        return None
    found = timex.dates
    last = found.last_day
    if relation_of(timex) == "before" and found.first_day is not None:
        last = found.first_day - datetime.timedelta(days=1)
    return None if last is None else replace(found, first_day=None, last_day=last, bound="on")


def _linked(
    timex: TimeExpression,
    told: TimeExpression,
    timexes: Sequence[TimeExpression],
    link: DateLink,
    published_on: datetime.date | None,
) -> EventDate | None:
    """The date that an expression gives to its event, by what stands before it and the other end of its range.

    ``told`` is the expression before it was moved to where the event can lie; the other end moves along.
    """
    found = timex.dates
    if found is None:
        return None
    if timex.rule == ROLLING and published_on is not None:
        found = rolling(timex, published_on) or found
    elsewhere = link.rule in ("running", AGAIN, ENTRY) and "reference" not in found.basis
    basis = f"{found.basis}+reference" if elsewhere else found.basis
    if found.bound != link.bound or found.basis != basis:
        found = replace(found, bound=link.bound, basis=basis)
    if link.rule == TOLD:
        found = replace(found, uncertain=True)
    if timex.partner is not None:
        other = _at(timexes, timex.partner)
        if other is not None and other.dates is not None:
            return _joined(found, other.dates if timex is told else _moved_along(other.dates, told, timex))
    first, last = found.first_day, found.last_day
    relation = relation_of(timex)
    if link.rule == ATTRIBUTE:
        return found
    if relation in ("before", "after") and found.granularity.rank < Granularity.DAY.rank:
        return replace(
            found, granularity=Granularity.DAY, part_of_day=None, time=None
        )  # "shortly before dawn on Thursday"
    match relation:
        case "since" if first is not None and (published_on is None or first < published_on):
            return replace(found, last_day=None)
        case "until" | "to" if last is not None:
            return replace(found, first_day=None)
        case "before" if first is not None:
            return replace(
                found, first_day=None, last_day=first - datetime.timedelta(days=1), part_of_day=None, time=None
            )
        case "after" if last is not None and timex.signal not in ("following", "past"):
            return replace(found, first_day=last, last_day=None, part_of_day=None, time=None)
    return found


def _moved_along(end: EventDate, told: TimeExpression, moved: TimeExpression) -> EventDate:
    """The other end of a range whose one end was moved by a week or a year."""
    before, behind = (timex.dates.first_day if timex.dates else None for timex in (told, moved))
    if before is None or behind is None or end.first_day is None or end.last_day is None:
        return end
    if before.year != behind.year and before.month == behind.month:
        first, last = (_in_year(day, behind.year - before.year) for day in (end.first_day, end.last_day))
        return end if first is None or last is None else replace(end, first_day=first, last_day=last)
    return replace(end, first_day=end.first_day + (behind - before), last_day=end.last_day + (behind - before))


def _joined(one: EventDate, other: EventDate) -> EventDate:
    """The whole range of two ends."""
    firsts = [day for day in (one.first_day, other.first_day) if day is not None]
    lasts = [day for day in (one.last_day, other.last_day) if day is not None]
    if not firsts or not lasts or max(lasts) < min(firsts):
        return one
    return replace(
        one,
        first_day=min(firsts),
        last_day=max(lasts),
        part_of_day=None,
        time=None,
        approximate=one.approximate or other.approximate,
        uncertain=one.uncertain or other.uncertain,
    )
