"""The values of an event from all its reports: for each the best supported one, with its finest detail.

In come the reports of one event, out goes the event. Nothing is averaged: a value is shown as some article gives it,
and what contradicts it is kept as a conflict. Which reports are of one event is decided in ``merging``.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from timeline.lexicons.weights import Vocabulary
from timeline.stories import conflicts
from timeline.stories.duplicates import original_of
from timeline.stories.lines import best_title
from timeline.stories.names import same_name
from timeline.stories.reports import Report
from timeline.stories.statuses import UNDONE, factualities, settle_status
from timeline.values.actors import Count, EventPlace, Participant
from timeline.values.dates import EventDate
from timeline.values.events import FACTUALITIES, SALIENCES, Event

Value = TypeVar("Value")


#: Strength of the grounds of a date; what the words themselves force comes first.
_STRONG_BASES = ("human", "explicit", "feast", "weekday", "relative", "reference", "other_event")


def settle(
    reports: Sequence[Report],
    copies: Mapping[str, str],
    words: Vocabulary,
    *,
    key: str,
    aliases: tuple[str, ...] = (),
    taken: Container[str] = (),
) -> Event:
    """The event that the reports are of.

    Args:
        reports: At least one, in order (``Report.order``).
        copies: Original of each article that is a wire copy.
        words: What takes back or moves a plan.
        key: Of the event.
        aliases: Keys of events that went into it.
        taken: Titles that other events of the story have.
    """
    best = best_report(reports, copies)
    status, factuality = settle_status(reports, words)
    event_date = settle_date(reports, copies)
    counts, places = settle_counts(reports, copies), settle_places(reports, best)
    telling = best.mention
    return Event(
        key=key,
        title=best_title(reports, best, event_date, taken),
        type=telling.type,
        mode=telling.mode,
        label=telling.label,
        status=status,
        factuality=factuality,
        polarity=telling.polarity,
        aspect=_settle_aspect(reports, factuality, telling.aspect),
        salience=min((report.mention.salience for report in reports), key=SALIENCES.index),
        mentions=tuple(report.mention for report in reports),
        article_keys=tuple(report.article_key for report in reports),
        date=event_date,
        deadline=_first(report.mention.deadline for report in _best_first(reports, best)),
        duration=_first(report.mention.duration for report in _best_first(reports, best)),
        actors=_participants(report.mention.actors for report in _best_first(reports, best)),
        recipients=_participants(report.mention.recipients for report in _best_first(reports, best)),
        places=places,
        counts=counts,
        contexts=tuple(dict.fromkeys(context for report in reports for context in report.mention.contexts)),
        source_count=source_count(reports, copies),
        conflicts=conflicts.find(reports, event_date=event_date, counts=counts, places=places, copies=copies),
        aliases=aliases,
    )


def best_report(reports: Sequence[Report], copies: Mapping[str, str]) -> Report:
    """The report that tells the event best: a core one of an original, of what happened rather than of the plan, with
    a title.

    Among equals the one with more participants, then the earliest.
    """

    meant = dict(zip((report.key for report in reports), factualities(reports), strict=True))

    def rank(report: Report) -> tuple[object, ...]:
        mention, factuality = report.mention, report.mention.factuality
        if meant[report.key] in UNDONE:
            factuality = meant[report.key]
        return (
            mention.aspect == "prospective" or factuality in UNDONE,
            FACTUALITIES.index(factuality),
            factuality != mention.factuality,
            SALIENCES.index(mention.salience),
            not mention.title,
            report.article_key in copies,
            -len({who.key or who.name for who in (*mention.actors, *mention.recipients)}),
            report.order,
        )

    return min(reports, key=rank)


def source_count(reports: Iterable[Report], copies: Mapping[str, str]) -> int:
    """Independent sources: outlets of the original articles, an unknown outlet for each of its articles."""
    outlets = {report.article_key: report.outlet for report in reports}
    sources = set()
    for article in outlets:
        original = original_of(article, copies)
        sources.add(outlets.get(original) or original)
    return len(sources)


def settle_date(reports: Sequence[Report], copies: Mapping[str, str]) -> EventDate | None:
    """The date that most independent sources support, in its finest form; None when no report has one.

    "on 3 March" and "on Sunday evening" of the same day support each other, and the evening is shown. A plan's date
    gives way to that of the happening; a day that rests on the publication alone to one that the words give.
    """
    told = [report for report in reports if report.mention.aspect != "prospective"] or list(reports)
    dated = [report for report in told if report.mention.date is not None]
    dated = dated or [report for report in reports if report.mention.date is not None]
    if not dated:
        return None
    supporters: dict[EventDate, set[str]] = {}
    for report in dated:
        assert report.mention.date is not None
        supporters.setdefault(report.mention.date, set())
    for day in supporters:
        for report in dated:
            other = report.mention.date
            if other is not None and not conflicts.contradicts(day, other):
                supporters[day].add(report.outlet or original_of(report.article_key, copies))
    first_said = {day: min(report.order for report in dated if report.mention.date == day) for day in supporters}

    def rank(day: EventDate) -> tuple[object, ...]:
        weak = day.bound != "on" or day.basis == "published"
        return (weak, -len(supporters[day]), day.uncertain, day.granularity.rank, _ground(day), first_said[day])

    return min(supporters, key=rank)


def _ground(day: EventDate) -> int:
    """How strong the strongest ground of a date is; 0 is strongest."""
    grounds = day.basis.split("+")
    return min((_STRONG_BASES.index(word) for word in grounds if word in _STRONG_BASES), default=len(_STRONG_BASES))


def settle_counts(reports: Sequence[Report], copies: Mapping[str, str]) -> tuple[Count, ...]:
    """One count of each kind: of those published last the one with most sources.

    Since tolls are corrected as days pass.
    """
    kinds = dict.fromkeys(count.kind for report in reports for count in report.mention.counts)
    return tuple(_settle_count(reports, kind, copies) for kind in kinds)


def _settle_count(reports: Sequence[Report], kind: str, copies: Mapping[str, str]) -> Count:
    given = [(report, count) for report in reports for count in report.mention.counts if count.kind == kind]
    days = [report.published_on for report, _ in given if report.published_on is not None]
    newest: date | None = max(days, default=None)
    latest = [(report, count) for report, count in given if report.published_on == newest] if newest else given
    sources: dict[str, set[str]] = {}
    for report, count in latest:
        sources.setdefault(conflicts.count_words(count), set()).add(original_of(report.article_key, copies))

    def rank(item: tuple[Report, Count]) -> tuple[object, ...]:
        report, count = item
        exact = count.minimum is not None and count.minimum == count.maximum
        return (-len(sources[conflicts.count_words(count)]), not exact, count.approximate, report.order, count.start)

    return min(latest, key=rank)[1]


def settle_places(reports: Sequence[Report], best: Report) -> tuple[EventPlace, ...]:
    """Each place once for each role, those of the best report first."""
    found: dict[tuple[str, str], EventPlace] = {}
    for report in _best_first(reports, best):
        for place in report.mention.places:
            found.setdefault((place.role, place.name.lower()), place)
    return tuple(found.values())


def _settle_aspect(reports: Sequence[Report], factuality: str, fallback: str) -> str:
    """The aspect of the newest report that has the event's factuality."""
    return next((one.mention.aspect for one in reversed(reports) if one.mention.factuality == factuality), fallback)


def _participants(lists: Iterable[Sequence[Participant]]) -> tuple[Participant, ...]:
    """Each participant once, those of the best report first; "the mayor" and "Jane Firth" with one key are one."""
    found: list[Participant] = []
    for participants in lists:
        for who in participants:
            if not any(_same_participant(who, other) for other in found):
                found.append(who)
    return tuple(found)


def _same_participant(one: Participant, other: Participant) -> bool:
    if one.key is not None and other.key is not None:
        return same_name(one.key, other.key)
    return one.name.lower() == other.name.lower()


def _best_first(reports: Sequence[Report], best: Report) -> list[Report]:
    return [best, *(report for report in reports if report is not best)]


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((value for value in values if value is not None), None)
