"""What became of plans, by the day of asking."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.lexicons.weights import story_weights
from timeline.stories import merging, outcomes

PLAN = {
    "lemma": "meet",
    "type": "CONSULT",
    "label": "meeting",
    "text": "meet",
    "actors": ("Dock Union", "Port Authority"),
    "title": "Union and port to meet on Friday",
    "factuality": "planned",
    "aspect": "prospective",
}
HELD = PLAN | {"title": "Union and port meet", "factuality": "happened", "aspect": "completed"}


@pytest.mark.parametrize(
    ("as_of", "outcome", "status"),
    [
        (None, "pending", "planned"),
        (date(2026, 3, 5), "pending", "planned"),
        (date(2026, 3, 6), "pending", "planned"),
        (date(2026, 3, 7), "unconfirmed", "unconfirmed"),
    ],
)
def test_a_plan_is_pending_until_its_day_is_over(report, as_of, outcome, status):
    """On the planned day itself it is still to come; after it nobody knows."""
    (event,) = merging.merge([report(on=6, **PLAN)], {}, {})
    assert outcomes.outcome(event, as_of=as_of) == outcome
    assert outcomes.status(event, as_of=as_of) == status
    assert [one.status for one in outcomes.with_status([event], as_of=as_of)] == [status]


def test_a_plan_without_a_date_stays_pending(report):
    """Without a day none can pass."""
    (event,) = merging.merge([report(on=None, **PLAN)], {}, {})
    assert outcomes.outcome(event, as_of=date(2030, 1, 1)) == "pending"


def test_a_plan_that_was_reported_happened(report):
    """Plan and report are one event."""
    (event,) = merging.merge([report(on=6, **PLAN), report("ar_2", on=6, published=7, **HELD)], {}, {})
    assert outcomes.outcome(event, as_of=date(2026, 3, 20)) == "happened"


def test_a_plan_that_happened_on_another_day_is_linked(report):
    """The happening two days later is the outcome, and stays an event of its own."""
    launch = {"lemma": "launch", "type": "LAUNCH", "label": "launch", "text": "launch"}
    reports = [report(on=6, **(PLAN | launch)), report("ar_2", on=8, published=9, **(HELD | launch))]
    events = merging.merge(reports, {}, {})
    plan, held = events
    assert [(link.kind, link.event_key) for link in held.links] == [("outcome_of", plan.key)]
    assert outcomes.outcome(plan, events, as_of=date(2026, 3, 20)) == "happened"
    assert outcomes.outcome(held, events, as_of=date(2026, 3, 20)) is None


def test_talks_some_days_later_are_not_the_planned_ones(report):
    """Who meets every other day did not keep Friday's appointment on Sunday."""
    plan, held = merging.merge([report(on=6, **PLAN), report("ar_2", on=8, published=9, **HELD)], {}, {})
    assert held.links == ()
    assert outcomes.outcome(plan, (plan, held), as_of=date(2026, 3, 20)) == "unconfirmed"


@pytest.mark.parametrize(
    ("cue", "status"), [("was called off", "cancelled"), ("postponed", "postponed"), ("has been put off", "postponed")]
)
def test_a_later_report_takes_a_plan_back(report, cue, status):
    """The words that deny the meeting say what became of it."""
    taken_back = PLAN | {"factuality": "denied", "polarity": "negative"}
    (event,) = merging.merge([report(on=6, **PLAN), report("ar_2", on=6, published=5, cue=cue, **taken_back)], {}, {})
    assert event.status == status
    assert outcomes.outcome(event, as_of=date(2026, 3, 20)) == status


def test_a_plan_announced_anew_is_planned_again(report):
    """What counts is what came last."""
    taken_back = PLAN | {"factuality": "denied", "polarity": "negative"}
    reports = [
        report(on=6, **PLAN),
        report("ar_2", on=6, published=5, cue="called off", **taken_back),
        report("ar_3", on=6, published=6, **PLAN),
    ]
    (event,) = merging.merge(reports, {}, {})
    assert event.status == "planned"


def test_a_cancellation_told_as_an_event_cancels_the_plan(report):
    """ "The port called off the meeting" is about the planned meeting."""
    off = report(
        "ar_2",
        on=5,
        published=5,
        lemma="cancel",
        type="REJECT",
        label="cancellation",
        actors=("Port Authority",),
        recipients=("the meeting",),
        title="Port Authority cancels the meeting",
    )
    plan, event = sorted(merging.merge([report(on=6, **PLAN), off], {}, {}), key=lambda one: one.status != "cancelled")
    assert plan.status == "cancelled"
    assert [(link.kind, link.event_key) for link in event.links] == [("outcome_of", plan.key)]


def test_what_was_never_announced_has_no_outcome(report):
    """An attack has no outcome, nor has a demand."""
    (event,) = merging.merge([report(on=3)], {}, {})
    assert outcomes.outcome(event, as_of=date(2026, 3, 20)) is None
    (demand,) = merging.merge([report(on=3, factuality="called_for", aspect="prospective")], {}, {})
    assert outcomes.outcome(demand, as_of=date(2026, 3, 20)) is None


def test_denied_and_happened_is_disputed(report):
    """Both are told, and neither is decided."""
    (event,) = merging.merge([report(on=3), report("ar_2", on=3, factuality="denied")], {}, {})
    assert event.status == "disputed"
    assert [conflict.field for conflict in event.conflicts] == ["factuality"]


@pytest.mark.parametrize(
    ("days", "as_of", "expected"),
    [
        ((1,), date(2026, 3, 8), "ongoing"),
        ((1,), date(2026, 3, 9), "dormant"),
        ((1, 11, 21), date(2026, 4, 20), "ongoing"),
        ((1, 11, 21), date(2026, 4, 21), "dormant"),
        ((), date(2026, 4, 21), "ongoing"),
        ((1,), None, "ongoing"),
    ],
)
def test_a_story_rests_as_long_as_is_usual_for_it(days, as_of, expected):
    """A week at least, three usual gaps otherwise."""
    assert outcomes.story_status([date(2026, 3, day) for day in days], as_of=as_of) == expected


def test_closed_and_merged_outweigh_time():
    """A human's word and a merger do not depend on the day."""
    assert outcomes.story_status([date(2026, 3, 1)], as_of=date(2026, 3, 1), closed=True) == "closed"
    assert outcomes.story_status([], as_of=None, merged=True) == "merged"


def test_following_up_nothing_gives_nothing():
    """No events, no links."""
    assert outcomes.follow_up([], story_weights().words) == []
