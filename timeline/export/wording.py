"""Dates, statuses and grounds in words for people.

In come values, out go short English phrases; none says more than the value. Where they stand on the page is decided in
``to_text`` and the faces.
"""

from __future__ import annotations

from datetime import date

from timeline.values.article import Published
from timeline.values.dates import EventDate, Granularity, TimeExpression
from timeline.values.events import Conflict, Mention

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: One sign for each status: filled when it is so, open when it is to come, crossed when it is not, "?" when nobody
#: knows.
MARKS = {
    "happened": "●",
    "ongoing": "◐",
    "planned": "○",
    "called_for": "○",
    "possible": "○",
    "postponed": "○",
    "cancelled": "✕",
    "denied": "✕",
    "disputed": "?",
    "reported": "?",
    "unconfirmed": "?",
}

_STATUS_WORDS = {
    "happened": "",
    "called_for": "called for",
    "unconfirmed": "planned, unconfirmed",
}

_OUTCOME_WORDS = {
    "pending": "still to come",
    "happened": "announced before, and it happened",
    "cancelled": "was called off",
    "postponed": "was put off",
    "unconfirmed": "the day has passed and no article says whether it happened",
}

_PUBLISHED_WORDS = {
    "given": "given with --published",
    "metadata": "stated in the page's metadata",
    "feed": "stated in the feed",
    "url": "read from the address",
    "dateline": "read from the dateline",
    "filename": "read from the file name",
    "inferred": "inferred from the text",
    "none": "unknown",
}


def count_of(number: int, thing: str) -> str:
    """A number and its noun: ``1 story``, ``3 stories``, ``0 events``."""
    if number == 1:
        return f"1 {thing}"
    return f"{number:,} {thing[:-1]}ies" if thing.endswith("y") else f"{number:,} {thing}s"


def day_words(day: date, *, weekday: bool = True, year: bool = True) -> str:
    """A day: ``Wed 28 Feb 2024``, with or without weekday and year."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    if weekday:
        words = f"{_WEEKDAYS[day.weekday()]} {words}"
    return f"{words} {day.year}" if year else words


def short_date(day: EventDate) -> str:
    """A date for a column below a heading that gives the year: ``Wed 28 Feb``, ``3-5 Mar``, ``February``, ``by 28
    Feb``.

    "by" means on that day or before it; "?" that the day may be another.
    """
    words = _short_range(day)
    if day.bound == "on_or_before":
        return f"by {words}"
    if day.bound == "as_of":
        return f"as of {words}"
    if day.approximate:
        return f"about {words}"
    return f"{words}?" if day.uncertain else words


def _short_range(day: EventDate) -> str:
    first, last = day.first_day, day.last_day
    if first is None:
        assert last is not None  # EventDate refuses two open ends
        return f"until {day_words(last, weekday=False, year=False)}"
    if last is None:
        return f"since {day_words(first, weekday=False, year=False)}"
    if first == last:
        return day_words(first, weekday=day.bound == "on" and not day.approximate, year=False)
    if day.granularity.rank >= Granularity.YEAR.rank:
        return day.display
    if day.granularity is Granularity.SEASON or (day.granularity is Granularity.MONTH and first.month == last.month):
        return day.display.removeprefix("about ").removesuffix(" (?)").removesuffix(f" {first.year}")
    if first.year != last.year:
        return f"{day_words(first, weekday=False)} - {day_words(last, weekday=False)}"
    if first.month == last.month:
        return f"{first.day}-{day_words(last, weekday=False, year=False)}"
    return f"{day_words(first, weekday=False, year=False)} - {day_words(last, weekday=False, year=False)}"


def status_words(status: str) -> str:
    """A status as it stands beside a title: ``planned``, ``called for``; nothing for what happened."""
    return _STATUS_WORDS.get(status, status)


def outcome_words(outcome: str) -> str:
    """What became of a plan: ``was called off``."""
    return _OUTCOME_WORDS[outcome]


def published_words(published: Published) -> str:
    """When an article was published and how that is known: ``Wed 28 Feb 2024, given with --published``."""
    if published.on is None:
        return "no publication date"
    return f"{day_words(published.on)}, {_PUBLISHED_WORDS[published.basis]}"


def published_basis_words(basis: str) -> str:
    """How a day of publication is known: ``given with --published``."""
    return _PUBLISHED_WORDS[basis]


def conflict_words(conflict: Conflict, sources: dict[str, str]) -> str:
    """A conflict on one line: ``dead: 12 (Harlow Post) or 15 (The Echo)``; the value that is shown comes first.

    Args:
        conflict: The conflict.
        sources: What to call each article, by its key.
    """
    sides = []
    for value in sorted(conflict.values, key=lambda value: not value.chosen):
        names = list(dict.fromkeys(sources.get(key, key) for key in value.article_keys))
        sides.append(f"{value.value} ({', '.join(names)})" if names else value.value)
    return f"{conflict.field}: {' or '.join(sides)}"


def undated_words(mention: Mention, timex: TimeExpression | None) -> str:
    """What is known of when: ``“Wednesday evening” (no date)``, ``before Thu 29 Feb 2024``, or ``no date``."""
    if timex is not None:
        return f"“{timex.text}” (no date)"
    if mention.deadline is not None:
        return f"due {mention.deadline.display}"
    return "no date"
