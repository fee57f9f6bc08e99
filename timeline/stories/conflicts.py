"""On what the sources of one event differ: dates, counts, places and whether it happened at all.

In come the reports of one event and the values it shows, out go conflicts: every competing value with the articles
that give it, side by side and never averaged. Which value is shown is decided in ``merging``.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from timeline.stories.names import same_name
from timeline.stories.reports import Report
from timeline.values.actors import Count, EventPlace
from timeline.values.dates import EventDate
from timeline.values.events import Conflict, ConflictValue


def find(
    reports: Sequence[Report],
    *,
    event_date: EventDate | None,
    counts: Iterable[Count] = (),
    places: Iterable[EventPlace] = (),
    copies: Container[str] = (),
) -> tuple[Conflict, ...]:
    """The fields on which the reports of one event contradict each other; empty when they agree.

    "killing 12" in one article and "killing 15" in another is a conflict on ``dead`` with the values ``12`` and ``15``.

    Args:
        reports: All reports of the event, in order.
        event_date: The date that the event shows.
        counts: The counts that it shows.
        places: The places that it shows.
        copies: Articles that are wire copies: a day counted from the day on which an outlet printed a copy is no
            second opinion.
    """
    found = [
        _date_conflict(reports, event_date, copies),
        _factuality_conflict(reports),
        _place_conflict(reports, places),
    ]
    found += [_count_conflict(reports, count) for count in counts]
    return tuple(conflict for conflict in found if conflict is not None)


def contradicts(one: EventDate, other: EventDate) -> bool:
    """Whether two dates cannot both be right: "on 3 March" and "on 5 March" do, "on 3 March" and "in March" do not.

    A day that only bounds ("on or before", "as of") contradicts nothing that lies on its open side.
    """
    if one.overlaps(other) or one.bound == other.bound == "on_or_before":
        return False
    if other.bound == "on_or_before" and one.bound != "on_or_before":
        one, other = other, one
    if one.bound == "on_or_before" and one.last_day is not None and other.last_day is not None:
        return other.last_day > one.last_day
    return not (one.approximate or other.approximate or "as_of" in (one.bound, other.bound))


def count_words(count: Count) -> str:
    """A count as its value: ``12``, ``12-15``, ``at least 12``, ``up to 15``, ``about 200``."""
    low, high = count.minimum, count.maximum
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"at least {low}"
    words = str(low) if low == high else f"{low}-{high}"
    return f"about {words}" if count.approximate else words


def counts_contradict(one: Count, other: Count) -> bool:
    """Whether two counts of one kind cannot both be right: 12 and 15 do, 12 and "at least 10" do not."""
    if one.approximate and other.approximate and one.minimum == other.minimum:
        return False
    low = max(one.minimum or 0, other.minimum or 0)
    highs = [high for high in (one.maximum, other.maximum) if high is not None]
    return bool(highs) and low > min(highs)


def _date_conflict(reports: Sequence[Report], shown: EventDate | None, copies: Container[str]) -> Conflict | None:
    if shown is None:
        return None
    others: dict[str, list[str]] = {}
    agreeing: list[str] = []
    for report in reports:
        day = report.mention.date
        if day is None or day.uncertain or report.article_key in copies or _only_planned(report, reports):
            continue
        if contradicts(day, shown):
            others.setdefault(day.edtf, []).append(report.article_key)
        else:
            agreeing.append(report.article_key)
    return _conflict("date", shown.edtf, agreeing, others, "the articles give different dates")


def _only_planned(report: Report, reports: Sequence[Report]) -> bool:
    """Whether the report is a plan of what others say has happened: then its date was a plan, not a contradiction."""
    prospective = report.mention.aspect == "prospective"
    return prospective and any(other.mention.aspect != "prospective" for other in reports)


def disputed(reports: Sequence[Report]) -> bool:
    """Whether one article says that it happened, and another that it is denied."""
    return _factuality_conflict(reports) is not None


def _factuality_conflict(reports: Sequence[Report]) -> Conflict | None:
    happened = [report.article_key for report in reports if _says_happened(report)]
    # An article that tells of the event and quotes a denial of it is no second side: it told both.
    denied = [report.article_key for report in reports if says_denied(report) and report.article_key not in happened]
    if not happened or not denied:
        return None
    reason = "one side says it happened, another denies it"
    return _conflict("factuality", "happened", happened, {"denied": denied}, reason)


def says_denied(report: Report) -> bool:
    """Whether this report says that it is not so: "denied the attack".

    A word in passing, with neither a day nor anybody in it ("denied that it would sue for damages"), says nothing of
    it.
    """
    mention = report.mention
    in_passing = (
        mention.salience == "background" and mention.date is None and not mention.actors and not mention.recipients
    )
    return mention.factuality == "denied" and not in_passing


def _says_happened(report: Report) -> bool:
    return report.mention.factuality == "happened" and report.mention.polarity == "positive"


def _place_conflict(reports: Sequence[Report], shown: Iterable[EventPlace]) -> Conflict | None:
    venue = next((place for place in shown if place.role == "venue"), None)
    if venue is None:
        return None
    others: dict[str, list[str]] = {}
    agreeing: list[str] = []
    for report in reports:
        for place in report.mention.places:
            if place.role != "venue":
                continue
            if places_contradict(place, venue):
                others.setdefault(place.name, []).append(report.article_key)
            else:
                agreeing.append(report.article_key)
    return _conflict("place", venue.name, agreeing, others, "the articles name different places")


def places_contradict(one: EventPlace, other: EventPlace) -> bool:
    """Whether two venues lie in different countries.

    A town and its district, or a town and its country, do not contradict; nor does one name that was taken for towns of
    two countries, since reports of one story mean one of them.
    """
    if one.country is None or other.country is None or one.country == other.country:
        return False
    return not same_name(one.name.lower(), other.name.lower())


def _count_conflict(reports: Sequence[Report], shown: Count) -> Conflict | None:
    others: dict[str, list[str]] = {}
    agreeing: list[str] = []
    last_agreeing = last_other = ""
    for report in reports:
        day = str(report.published_on or "")
        for count in report.mention.counts:
            if count.kind != shown.kind:
                continue
            if counts_contradict(count, shown):
                others.setdefault(count_words(count), []).append(report.article_key)
                last_other = max(last_other, day)
            else:
                agreeing.append(report.article_key)
                last_agreeing = max(last_agreeing, day)
    later = last_other < last_agreeing
    reason = "later articles give another number" if later else "the articles give different numbers"
    return _conflict(shown.kind, count_words(shown), agreeing, others, reason)


def _conflict(
    field: str, shown: str, agreeing: Sequence[str], others: dict[str, list[str]], reason: str
) -> Conflict | None:
    if not others:
        return None
    values = [ConflictValue(value=shown, article_keys=tuple(dict.fromkeys(agreeing)), chosen=True)]
    values += [
        ConflictValue(value=value, article_keys=tuple(dict.fromkeys(keys)), chosen=False)
        for value, keys in sorted(others.items())
    ]
    return Conflict(field=field, values=tuple(values), reason=reason)
