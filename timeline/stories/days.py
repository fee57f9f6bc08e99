"""Whether the dates of two accounts allow one event: what is said again, what lasts, what was told before it was.

In come two accounts, out goes yes or no. What else they must share is decided in ``matching``.
"""

from __future__ import annotations

from timeline.stories.accounts import Account
from timeline.stories.conflicts import contradicts
from timeline.values.dates import EventDate, Granularity

#: Days between two publications within which differing dates may be those of one event.
DISPUTE_DAYS = 3

#: Days by which the dates of one event may differ between two articles.
MOST_DISPUTED_DAYS = 2

#: Days by which a date may be wrong that does not rest on firm ground: a weekday counted from the wrong week.
SLIP_DAYS = 14

#: Days around its publication that an account without a date is taken to be of, unless its words say that it is the
#: same.
NEWS_SPAN_DAYS = 60

#: The same for what is done again and again between the same parties: another meeting is soon held.
REPEATED_SPAN_DAYS = 7

#: Days before its first within which a lasting thing is named as one that is to come.
ANNOUNCED_DAYS = 7

#: Days before a publication within which an event dated by that publication alone may lie.
NEWS_DAYS = 3

#: The same for what is said and done again and again.
REPEATED_DAYS = 1

#: Equal words in the two titles, as a share, from which two accounts with differing dates may be one.
ALIKE_WORDS = 0.5

#: The same from which an account without a date may be of an event long past.
RETOLD_WORDS = 0.8


def dates_fit(one: Account, other: Account, alike: float, *, same_kind: bool) -> bool:
    """Whether the dates allow one event; an unknown date allows all but what is said again and again."""
    if one.date is None and other.date is None:
        return True
    if one.date is None or other.date is None:
        if _before_it_was(one, other) or _before_it_was(other, one):
            return False
        often = one.recurring and other.recurring and not one.lasting & other.lasting
        days = REPEATED_SPAN_DAYS if often else NEWS_SPAN_DAYS
        return alike >= RETOLD_WORDS or not (_far_from(one, other, days) or _far_from(other, one, days))
    if not contradicts(one.date, other.date):
        if one.lasting & other.lasting and (_while_it_lasted(one, other) or _while_it_lasted(other, one)):
            return True
        repeated = one.recurring and other.recurring
        return _near_enough(one.date, other.date, REPEATED_DAYS if repeated else NEWS_DAYS)
    if not (firm(one.date) and firm(other.date)):
        return one.date.distance_days(other.date) <= SLIP_DAYS
    if one.article_key == other.article_key or one.recurring or other.recurring:
        return False
    # Two outlets may differ on the day of one event: then all else must agree, and both must tell it as news.
    apart = one.date.distance_days(other.date)
    published = one.published is not None and other.published is not None
    fresh = published and abs(one.published - other.published) <= DISPUTE_DAYS  # type: ignore[operator]
    return (
        apart <= MOST_DISPUTED_DAYS
        and fresh
        and alike >= ALIKE_WORDS
        and (same_kind or bool(one.labels & other.labels))
    )


def _while_it_lasted(later: Account, begun: Account) -> bool:
    """Whether one tells as news of its own day what the other dates to weeks before it at most.

    "The strike has closed the port", of the sixth day, is of the strike that began on the first.
    """
    if later.date is None or begun.date is None or later.date.bound == "on" or begun.date.first_day is None:
        return False
    day = later.date.last_day or later.date.first_day
    return day is not None and 0 <= (day - begun.date.first_day).days <= NEWS_SPAN_DAYS


def _before_it_was(undated: Account, dated: Account) -> bool:
    """Whether the undated one was told as done in an article older than the day on which the other happened.

    "Talks ended hours before a strike" names one of the next day, and does not say that it was.
    """
    if undated.date is not None or undated.prospective or undated.published is None:
        return False
    if dated.date is None or dated.prospective or dated.date.bound != "on" or dated.date.first_day is None:
        return False
    days = dated.date.first_day.toordinal() - undated.published
    named = undated.named_only and bool(undated.lasting & dated.lasting) and days <= ANNOUNCED_DAYS
    return days > 0 and not named


def _far_from(undated: Account, dated: Account, most: int) -> bool:
    """Whether the dated event lies more days than that from the day on which the undated one was published.

    News tells of its own days. Where that day is unknown, the one who dates the event knows how long ago it was; where
    he states none either, nobody knows what was news.
    """
    if undated.date is not None or dated.date is None:
        return False
    published = undated.published if undated.published is not None else dated.published
    if published is None:
        return False
    days = [day.toordinal() for day in (dated.date.first_day, dated.date.last_day) if day is not None]
    return all(abs(published - day) > most for day in days)


def one_year_alone(one: Account, other: Account) -> bool:
    """Whether one is dated by a year at the finest and the other by nothing, and neither has a day of publication."""
    day = one.date or other.date
    if day is None or (one.date is not None and other.date is not None):
        return False
    return one.published is None and other.published is None and day.granularity.rank >= Granularity.YEAR.rank


def firm(day: EventDate) -> bool:
    """Whether a date rests on firm ground.

    Not on a day of the week or "yesterday" counted from a date within the text.
    """
    grounds = day.basis.split("+")
    return not day.uncertain and ("reference" not in grounds or "explicit" in grounds)


def _near_enough(one: EventDate, other: EventDate, days: int) -> bool:
    """Whether a date that only bounds lies near the other: news dated by its publication is of the last days."""
    return one.bound == other.bound == "on" or one.distance_days(other) <= days
