"""Whether an article tells a story of long ago, in which dates follow each other and not the day of publication.

What comes in: the meanings of its expressions and the day of publication or None. What goes out: yes or no. What a
story does to a date is decided in ``anchoring``.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.temporal.calendars import Period
from timeline.temporal.unresolved import Meaning

_SHARE = 0.6  # of all years said outright
_FEWEST = 3
_BARE = 0.5  # of a year by itself where something is said from today: "in 1952" is the background of many a report
_LONG = ("Y", "DEC", "CEN")
_FAR_YEARS = 2
_WEIGHT = 2  # far years needed for each "yesterday" and weekday


def is_narrative(meanings: Iterable[Meaning], published: Period | None) -> bool:
    """Whether dates follow the story: most years lie far from the day of publication, or that is unknown.

    "In 1914 ... in 1915 ... in 1918" of an article of 2024 is one; "yesterday" and weekdays speak against it, the more
    where the years stand without a month. Without a day of publication one day or month with its year is enough, if
    nothing is said from today: the Monday of an undated report is not one of the years that it mentions.
    """
    far = bare = years = today = 0
    for meaning in meanings:
        today += meaning.is_deictic
        if meaning.kind == "period" and meaning.period is not None:
            years += 1
            if published is None or abs(meaning.period.year - published.year) >= _FAR_YEARS:
                far += 1
                bare += meaning.period.unit in _LONG and not meaning.inside
    if far < _FEWEST and (published is not None or far == bare):
        return False
    return far >= _SHARE * years and far - _BARE * bare > _WEIGHT * today
