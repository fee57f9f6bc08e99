"""Which of the dates that a text states is the day of publication, and which the last change.

What comes in: the date lines of a text and the date of its dateline. What goes out: two ``Published`` values, and
problems with what is not certain. Not decided here: how a date is read (``timeline.reading.dates``) and what a page
declares beside its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.errors import Problem
from timeline.reading.datelines import DateLine
from timeline.reading.dates import DatePhrase
from timeline.values.article import Published

_WHERE = "article"
#: The order in which stated dates count.
_LABELLED, _BELOW_TITLE, _MASTHEAD, _DATELINE = range(4)


def choose(
    lines: Iterable[tuple[int, DateLine]], heading: DatePhrase | None, title_at: int, day_first: bool | None = None
) -> tuple[Published, Published, tuple[Problem, ...]]:
    """Publication and last change as declared, and problems with dates that are not certain.

    Labelled dates count first, then those below the title, then the masthead, which may show the day of the visit, and
    last the dateline of the report. An update is never the publication. 03/02/2026 is settled by another date of the
    text that shows the order.

    Args:
        lines: Date lines with the number of their line.
        heading: The date in the dateline of the first paragraph.
        title_at: Number of the line that is the title; -1 without one.
        day_first: Whether the language of the page writes the day first, where known; a date of the text beats it.
    """
    phrases: list[tuple[int, DatePhrase]] = []
    for number, stated in lines:
        for phrase in stated.dates:
            place = _BELOW_TITLE if number > title_at else _MASTHEAD
            phrases.append((_LABELLED if phrase.label == "published" else place, phrase))
    if heading is not None:
        phrases.append((_DATELINE, heading))
    day_first = next((known for _, phrase in phrases if (known := phrase.day_first()) is not None), day_first)
    settled = [phrase.settled(day_first) for _, phrase in sorted(phrases, key=lambda pair: pair[0])]
    published = _first([phrase for phrase in settled if phrase.label in ("published", "")])
    modified = _first([phrase for phrase in settled if phrase.label == "modified"])
    return published, modified, () if published.value is not None else tuple(_doubts(settled))


def _first(phrases: Sequence[DatePhrase]) -> Published:
    """The first certain date; a bare day gives way to the same day with a time."""
    known = [published for phrase in phrases if (published := phrase.published("dateline")) is not None]
    if not known:
        return Published()
    same_day = [published for published in known if published.on == known[0].on]
    return max(same_day, key=lambda published: len(published.value or ""))


def _doubts(phrases: Sequence[DatePhrase]) -> list[Problem]:
    """What keeps the stated dates from being the day of publication."""
    hint = "pass --published YYYY-MM-DD"
    problems = []
    for phrase in phrases:
        if phrase.label == "modified":
            what = f"it states only when it was changed ({phrase.text!r}), not when it was published"
        elif phrase.alternative is not None:
            what = f"its date {phrase.text!r} can be read in two ways and was not taken"
        elif phrase.year is None:
            what = f"its date line names {phrase.text!r} without a year"
        else:
            continue
        problems.append(Problem(where=_WHERE, what=what, hint=hint))
    return problems
