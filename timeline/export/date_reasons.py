"""How an event came by its date, step by step: words, rule, cue, anchor, and what else it could have been.

In come a mention and the time expressions of its article, out go short English sentences. Nothing is decided here: each
step is read from stored values; the other readings are what the same words mean counted the other way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.export.wording import day_words, published_words
from timeline.values.article import Published
from timeline.values.dates import EventDate, TimeExpression
from timeline.values.events import Mention
from timeline.values.text import Span

_LINK_WORDS = {
    "clause": "in its own clause",
    "attribute": "standing with its noun",
    "sentence": "at the head of its sentence",
    "occasion": "of the occasion on which it was",
    "running": "the day spoken of before",
    "entry": "at the head of its entry",
    "again": "where the same is named",
    "told": "the day on which it was told",
    "counted": "the day of what it is counted from",
    "counted back": "the day of what it is counted from",
    "paragraph": "in its paragraph",
}
#: What a connective makes of the day behind it.
_BOUND_WORDS = {
    ("first", None): "“{signal}” opens the end: from that day on",
    (None, "last"): "“{signal}” leaves the beginning open: up to that day",
}
_AHEAD = {
    "planned": "what is planned",
    "called_for": "what is called for",
    "possible": "what is only possible",
    "denied": "what is denied",
}
_WEEK = timedelta(days=7)
_OF_NOUNS = ("attribute", "occasion")  # what stands before such words belongs to the noun
_ELSEWHERE = ("entry", "running", "again")
_COUNTED = ("counted", "counted back")
_WITHIN_YEAR = ("md:", "m:")
_MONTHS = (
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
_PUBLISHED = "published"
_BESIDE = 36  # characters shown on either side of words that stand elsewhere


@dataclass(frozen=True, slots=True)
class DateGrounds:
    """What a date is explained from.

    Attributes:
        text: The article; empty when it is not at hand.
        timexes: Its time expressions in order.
        published: Its day of publication and how that is known.
    """

    text: str
    timexes: Sequence[TimeExpression]
    published: Published

    def expression(self, index: int | None) -> TimeExpression | None:
        """The expression with an index, None when there is none."""
        if index is None or not 0 <= index < len(self.timexes):
            return None
        return self.timexes[index]


def explain_date(mention: Mention, grounds: DateGrounds) -> tuple[str, ...]:
    """How a mention came by its date, one step a line.

    ``date words: “on Thursday”, in its own clause (time rule “day”)``, ``“will” points to the future``, ``counted from
    the day of publication: Wed 28 Feb 2024, given with --published``, ``the words alone would also fit Thu 22 Feb
    2024, the one before; “will” decides``, ``so: Thu 29 Feb 2024``.
    """
    timex = grounds.expression(mention.date_link.timex)
    steps = _from_words(mention, timex, grounds) if timex is not None else _without_words(mention, grounds.published)
    steps += _limits(mention, grounds)
    steps.append(f"so: {mention.date.display}" if mention.date is not None else f"so: {_open(mention, timex, grounds)}")
    return tuple(steps)


def _from_words(mention: Mention, timex: TimeExpression, grounds: DateGrounds) -> list[str]:
    """The steps from words to a date."""
    link, found = mention.date_link, mention.date
    found_by = _LINK_WORDS.get(link.rule, link.rule)
    where = f" in “{_around(timex, grounds.text)}”" if link.rule in _ELSEWHERE and grounds.text else ""
    words = timex.text if link.rule in _OF_NOUNS else _with_signal(timex)
    steps = [f"date words: “{words}”, {found_by}{where} (time rule “{timex.rule}”)"]
    partner = grounds.expression(timex.partner)
    if partner is not None:
        steps.append(f"“{_with_signal(partner)}” is the other end")
    if timex.cue and timex.cue_text:
        steps.append(f"“{timex.cue_text}” points to the {timex.cue}")
    if timex.anchor == _PUBLISHED or (timex.type == "DURATION" and found is not None):
        steps.append(f"counted from the day of publication: {published_words(grounds.published)}")
    elif timex.anchor:
        steps.append(f"counted from {_named(timex.anchor, grounds)}")
    elif timex.dates is not None:
        steps.append("the words say the whole date")
    if found is None:
        return steps
    if timex.signal and timex.dates is not None and partner is None and link.rule != "attribute":
        ends = ("first" if found.first_day else None, "last" if found.last_day else None)
        if ends in _BOUND_WORDS:
            steps.append(_BOUND_WORDS[ends].format(signal=timex.signal))
        elif found.bound == "on_or_before":
            steps.append(f"“{timex.signal}” says on that day or before it")
        elif found.bound == "as_of":
            steps.append(f"“{timex.signal}” says that it was so on that day")
    own = timex.dates
    if own is not None and partner is None and own.single_day and found.single_day and found.first_day != own.first_day:
        moved = (
            "what was done does not lie ahead" if own.single_day > found.single_day else "what is to come lies ahead"
        )
        steps.append(f"not {day_words(own.single_day)}, the nearest such day: {moved}")
        return steps
    live = [other.display for other in timex.alternatives if other != found]
    if live:
        steps.append("it could also be " + " or ".join(live))
    else:
        steps += _other_reading(timex, found)
    return steps


def _around(timex: TimeExpression, text: str) -> str:
    """The words beside an expression that stands elsewhere: ``On Monday, rebels entered the town``."""
    first, last = max(0, timex.start - _BESIDE), min(len(text), timex.end + _BESIDE)
    before, after = text[first : timex.start], text[timex.end : last]
    before = before.rpartition("\n")[2] if "\n" in before else before.partition(" ")[2] if first else before
    after = after.partition("\n")[0] if "\n" in after else after.rpartition(" ")[0] if last < len(text) else after
    return f"{before}{timex.text}{after}".strip()


def _with_signal(timex: TimeExpression) -> str:
    return f"{timex.signal} {timex.text}" if timex.signal else timex.text


def _named(anchor: str, grounds: DateGrounds) -> str:
    """What an expression leans on: ``“on Sunday” earlier in the article (Sun 8 Mar 2026)``."""
    kind, _, number = anchor.partition(":")
    other = grounds.expression(int(number)) if kind == "timex" and number.isdigit() else None
    if other is None:
        return "another date in the article"
    when = f" ({other.dates.display})" if other.dates is not None else ""
    return f"“{_with_signal(other)}” in the article{when}"


def _other_reading(timex: TimeExpression, found: EventDate) -> list[str]:
    """What the same words mean counted the other way: the weekday of the week beside, the day of the year beside."""
    day = found.first_day
    if day is None or timex.anchor != _PUBLISHED or timex.partner is not None or "dir:" in timex.unresolved:
        return []
    if timex.unresolved.startswith("wd:") and found.single_day:
        other = day - _WEEK if timex.cue == "future" else day + _WEEK
        side = "the one before" if other < day else "the one after"
    elif timex.unresolved.startswith(_WITHIN_YEAR):
        step = -1 if timex.cue == "future" else 1
        beside = _in_year(day, step)
        if beside is None:
            return []
        other, side = beside, f"the year {'before' if step < 0 else 'after'}"
    else:
        return []
    shown = day_words(other) if found.single_day else f"{_MONTHS[other.month - 1]} {other.year}"
    why = f"“{timex.cue_text}” decides" if timex.cue and timex.cue_text else "the nearer one is taken"
    return [f"the words alone would also fit {shown}, {side}; {why}"]


def _in_year(day: date, step: int) -> date | None:
    try:
        return day.replace(year=day.year + step)
    except ValueError:
        return None


def _without_words(mention: Mention, published: Published) -> list[str]:
    """The step where no words date it."""
    if mention.date_link.rule != "tense":
        return ["no date words belong to it"]
    said = published_words(published)
    if mention.date is None:
        return ["no date words belong to it; its tense alone would give the day of publication"]
    if mention.date.bound == "as_of":
        return [f"no date words; told as going on, so it was so on the day of publication: {said}"]
    if mention.polarity == "negative":
        return [f"no date words; told as not done by the day of publication: {said}"]
    return [f"no date words; told as done, so it was on the day of publication or before it: {said}"]


def _limits(mention: Mention, grounds: DateGrounds) -> list[str]:
    """Deadline and duration with their words."""
    steps = []
    limit = grounds.expression(mention.date_link.deadline)
    if limit is not None and mention.deadline is not None:
        steps.append(f"“{_with_signal(limit)}” is a deadline, and no date: {mention.deadline.display}")
    lasted = grounds.expression(mention.date_link.duration)
    if lasted is not None and mention.date_link.rule in _COUNTED:
        steps.append(f"“{lasted.text}” is the length between the two")
    elif lasted is not None:
        steps.append(f"“{_with_signal(lasted)}” says how long, and is no date")
    return steps


def _open(mention: Mention, timex: TimeExpression | None, grounds: DateGrounds) -> str:
    """Why there is no date."""
    unknown = "the article's day of publication is unknown; give it with --published YYYY-MM-DD"
    if timex is not None:
        if timex.type in ("DURATION", "SET"):
            return "no date, a duration or repetition is none"
        return f"no date, {unknown}" if grounds.published.on is None else "no date, the words leave it open"
    if mention.date_link.rule == "tense":
        long_ago = "the article tells of long ago, and its past tense says nothing of the day of publication"
        return f"no date, {unknown}" if grounds.published.on is None else f"no date, {long_ago}"
    told = _AHEAD.get(mention.factuality)
    if told is not None:
        return f"no date, {told} has none without words"
    return "no date; told as background or beside the news, which may have been any day"


def marks_of(mention: Mention, grounds: DateGrounds) -> list[tuple[Span, str]]:
    """The words to mark in the evidence: the trigger, and the words that date it."""
    marks = [(mention.span, "trigger")]
    timex = grounds.expression(mention.date_link.timex)
    if timex is not None:
        marks.append((Span(start=timex.start, end=timex.end), "date_words"))
    return marks
