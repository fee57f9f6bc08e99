"""What became of plans, and how things stand on a given day.

In come events and the day on which somebody asks, out go outcomes (``pending happened cancelled postponed
unconfirmed``), statuses, and whether a story goes on. A plan and its happening are one event with two states when
``merging`` finds them to be one; where the day moved, the happening is linked to the plan by ``outcome_of``. Nothing
here is stored but those links and ``cancelled`` or ``postponed``: the rest depends on the day of asking.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from timeline.lexicons.weights import Vocabulary
from timeline.stories.names import any_same
from timeline.stories.similarity import plain_words, terms
from timeline.values.events import Event, EventLink

#: Statuses of what is not known to have happened.
OPEN_STATUSES = ("planned", "called_for", "possible", "unconfirmed")

#: Days that a story may rest before it is dormant, at least; and how many of its usual gaps.
LEAST_REST_DAYS, REST_GAPS = 7, 3

#: Days after a planned day within which a happening of the same kind is its outcome; of what happens again and again,
#: such as talks, only the next day's may be it.
OUTCOME_DAYS, REPEATED_OUTCOME_DAYS = 7, 1


def status(event: Event, events: Iterable[Event] = (), *, as_of: date | None = None) -> str:
    """The event's status on a day: ``unconfirmed`` for a planned day that passed unreported, else as reported.

    Args:
        event: The event.
        events: All events of its story, where an outcome may be linked.
        as_of: The day of asking; None leaves out what depends on it.
    """
    if event.status != "planned" or as_of is None or outcome(event, events, as_of=as_of) != "unconfirmed":
        return event.status
    return "unconfirmed"


def outcome(event: Event, events: Iterable[Event] = (), *, as_of: date | None = None) -> str | None:
    """What became of a plan; None for an event that no article announced.

    A meeting planned for Thursday is ``pending`` until Thursday is over, then ``happened`` when an article reports
    it, and ``unconfirmed`` when none does. A human's word on the status counts like an article's.
    """
    if not announced(event):
        return None
    if event.status in ("cancelled", "postponed"):
        return event.status
    if event.status in ("happened", "ongoing", "disputed"):
        return "happened"
    if event.status not in ("planned", "unconfirmed"):
        return None
    if any(link.kind == "outcome_of" and link.event_key == event.key for other in events for link in other.links):
        return "happened"
    last = event.date.last_day if event.date else event.deadline.last_day if event.deadline else None
    return "unconfirmed" if event.status == "unconfirmed" or (as_of and last and last < as_of) else "pending"


def announced(event: Event) -> bool:
    """Whether some article told of the event as a plan before it was due."""
    if event.status in ("planned", "cancelled", "postponed", "unconfirmed"):
        return True
    return any(mention.factuality == "planned" for mention in event.mentions)


def with_status(events: Sequence[Event], *, as_of: date | None) -> tuple[Event, ...]:
    """The events with the status that each has on that day."""
    return tuple(
        event if (now := status(event, events, as_of=as_of)) == event.status else replace(event, status=now)
        for event in events
    )


def story_status(published: Iterable[date], *, as_of: date | None, closed: bool = False, merged: bool = False) -> str:
    """``merged``, ``closed`` (by a human), or ``ongoing`` while it rests no longer than is usual for it, then
    ``dormant``.

    A story with articles every other day is dormant after a week of silence, one with articles every ten days after
    thirty days.

    Args:
        published: Days of publication of its independent articles.
        as_of: The day of asking; None means the story is seen on its last day.
    """
    if merged or closed:
        return "merged" if merged else "closed"
    days = sorted(set(published))
    if as_of is None or not days:
        return "ongoing"
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    rest = max(LEAST_REST_DAYS, REST_GAPS * median(gaps)) if gaps else LEAST_REST_DAYS
    return "ongoing" if as_of - days[-1] <= timedelta(days=rest) else "dormant"


def follow_up(events: Sequence[Event], words: Vocabulary) -> list[Event]:
    """The events of one story, each withdrawal and each happening on another day linked to the plan that it is about.

    "The council called off Thursday's march" makes the planned march ``cancelled``, and is linked to it by
    ``outcome_of``.
    """
    plans: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if event.status == "planned":
            plans[event.type, event.label].append(event)
    settled = {
        sentence for event in events if event.status in ("cancelled", "postponed") for sentence in _sentences(event)
    }
    links: dict[str, str] = {}
    changed: dict[str, str] = {}
    for event in events:
        if _withdraws(event, words) is not None and not settled.isdisjoint(_sentences(event)):
            continue  # the plan that this sentence takes back is known
        plan = _plan_of(event, plans, words)
        if plan is None:
            continue
        links[event.key] = plan.key
        taken_back = _withdraws(event, words)
        if taken_back is not None:
            changed[plan.key] = taken_back
    return [_linked(event, links, changed) for event in events]


def _linked(event: Event, links: Mapping[str, str], changed: Mapping[str, str]) -> Event:
    if event.key in changed:
        event = replace(event, status=changed[event.key])
    if event.key in links:
        event = replace(event, links=(*event.links, EventLink(kind="outcome_of", event_key=links[event.key])))
    return event


def _plan_of(event: Event, plans: Mapping[tuple[str, str], Sequence[Event]], words: Vocabulary) -> Event | None:
    """The plan that this event withdraws or fulfils on another day; the nearest in time when there are several."""
    if event.status == "planned":
        return None
    if _withdraws(event, words) is not None:
        fitting = [plan for alike in plans.values() for plan in alike if _named_in(plan, event)]
    elif event.status in ("happened", "ongoing"):
        fitting = [plan for plan in plans.get((event.type, event.label), ()) if _fulfils(event, plan, words)]
    else:
        fitting = []
    return min(fitting, key=lambda plan: (_days_apart(event, plan), plan.key), default=None)


def _sentences(event: Event) -> Iterator[tuple[str, int]]:
    """Article and sentence of each mention."""
    return ((key, one.sentence) for key, one in zip(event.article_keys, event.mentions, strict=True))


def _withdraws(event: Event, words: Vocabulary) -> str | None:
    said = {event.label.lower(), *(mention.lemma.lower() for mention in event.mentions)}
    if said & set(words.cancelled):
        return "cancelled"
    return "postponed" if said & set(words.postponed) else None


def _named_in(plan: Event, event: Event) -> bool:
    """Whether what the plan is called stands among what the other event is about."""
    about = " ".join((event.title, *(who.text for who in event.recipients), *(who.text for who in event.actors)))
    said = set(terms(plain_words(about)))
    called = set(terms(plain_words(" ".join((plan.label, *(mention.text for mention in plan.mentions))))))
    return bool(called & said)


def _fulfils(event: Event, plan: Event, words: Vocabulary) -> bool:
    """Whether this happening is of the plan's kind and parties, told later, within some days of the planned day."""
    if event.date is None or plan.date is None:
        return False
    within = REPEATED_OUTCOME_DAYS if event.type in words.repeated else OUTCOME_DAYS
    if event.date.bound != "on" or _days_apart(event, plan) > within:
        return False
    if event.date.last_day is None or plan.date.first_day is None or event.date.last_day < plan.date.first_day:
        return False
    ours, theirs = _parties(event), _parties(plan)
    return bool(ours and theirs) and any_same(ours, theirs)


def _parties(event: Event) -> set[str]:
    return {who.key for who in (*event.actors, *event.recipients) if who.key}


def _days_apart(event: Event, plan: Event) -> int:
    return event.date.distance_days(plan.date) if event.date and plan.date else OUTCOME_DAYS
