"""Merging depends on the set of reports only, loses none, and keeps look-alikes apart."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stories.conftest import dead, who
from timeline.stories import merging
from timeline.values.dates import EventDate, Granularity

PARTIES = ("Dock Union", "Harlow Council", "Jane Firth", "Firth")
KINDS = (
    ("march", "PROTEST", "march"),
    ("strike", "PROTEST", "strike"),
    ("say", "STATEMENT", "statement"),
    ("meet", "CONSULT", "meeting"),
    ("fire", "DISASTER", "fire"),
)


@st.composite
def reports_of_a_week(draw, report):
    """Up to twelve reports of marches, strikes, statements, meetings and fires in one week."""
    made = []
    for number in range(draw(st.integers(0, 12))):
        lemma, kind, label = draw(st.sampled_from(KINDS))
        planned = draw(st.booleans())
        article = draw(st.integers(1, 5))
        made.append(
            report(
                f"ar_{article}",
                10 + number * 20,
                on=draw(st.one_of(st.none(), st.integers(1, 7))),
                published=(None, 3, 4, 6, 9)[article - 1],
                story=f"st_{article % 2}",
                lemma=lemma,
                type=kind,
                label=label,
                factuality="planned" if planned else draw(st.sampled_from(("happened", "denied", "possible"))),
                aspect="prospective" if planned else "completed",
                actors=tuple(draw(st.lists(st.sampled_from(PARTIES), max_size=2, unique=True))),
                title=draw(
                    st.sampled_from(("Dock workers march through Harlow", "Fire at the port", "Talks in Harlow"))
                ),
                group=draw(st.integers(-1, 1)),
            )
        )
    return made


def told_apart(events):
    return sorted(tuple(sorted(mention.key for mention in event.mentions)) for event in events)


@settings(max_examples=60, deadline=None)
@given(material=st.data(), seed=st.integers(0, 999))
def test_merging_is_commutative_idempotent_and_associative(report, material, seed):
    """Order, repetition and steps do not matter: the reports decide."""
    reports = material.draw(reports_of_a_week(report))
    events = merging.merge(reports, {}, {})
    shuffled = [*reports]
    random.Random(seed).shuffle(shuffled)
    assert merging.merge(shuffled, {}, {}) == events
    assert merging.merge([*reports, *reports], {}, {}) == events
    by_key = {one.key: one for one in reports}
    half = merging.merge(reports[: len(reports) // 2], {}, {})
    carried = [by_key[mention.key] for event in half for mention in event.mentions]
    assert merging.merge([*carried, *reports[len(reports) // 2 :]], {}, {}) == events


@settings(max_examples=60, deadline=None)
@given(material=st.data())
def test_no_mention_is_lost_or_told_twice(report, material):
    """Every mention is in exactly one event, and an event never spans two stories."""
    reports = material.draw(reports_of_a_week(report))
    events = merging.merge(reports, {}, {})
    assert sorted(mention.key for event in events for mention in event.mentions) == sorted(one.key for one in reports)
    stories = {one.key: one.story for one in reports}
    assert all(len({stories[mention.key] for mention in event.mentions}) == 1 for event in events)
    assert len({event.key for event in events}) == len(events)


@settings(max_examples=60, deadline=None)
@given(material=st.data())
def test_known_events_keep_their_keys(report, material):
    """What comes later never renames an event; a key that gives way stays as alias."""
    reports = material.draw(reports_of_a_week(report))
    first = merging.merge(reports[: len(reports) // 2], {}, {})
    known = {mention.key: event.key for event in first for mention in event.mentions}
    later = merging.merge(reports, known, {})
    living = {event.key for event in later} | {alias for event in later for alias in event.aliases}
    assert {event.key for event in first} <= living
    again = merging.merge(reports, {mention.key: event.key for event in later for mention in event.mentions}, {})
    assert [event.key for event in again] == [event.key for event in later]


def test_a_new_event_is_named_by_its_earliest_mention(report):
    """The key is a digest of the earliest mention, whatever comes first in the list."""
    later, earlier = report("ar_2", on=3, published=5), report("ar_1", on=3, published=4)
    (event,) = merging.merge([later, earlier], {}, {})
    assert event.key == merging.event_key(earlier.key)
    assert event.article_keys == ("ar_1", "ar_2")


def test_three_marches_in_a_week_stay_three(report):
    """Look-alikes on different days are different events, in one article and across."""
    reports = [report(f"ar_{day}", on=day, published=day + 1) for day in (2, 4, 6)]
    reports += [report("ar_9", 10 * day, on=day, published=8) for day in (2, 4, 6)]
    events = merging.merge(reports, {}, {})
    assert [(event.date.display, len(event.mentions)) for event in events] == [
        ("Mon 2 Mar 2026", 2),
        ("Wed 4 Mar 2026", 2),
        ("Fri 6 Mar 2026", 2),
    ]


def test_siblings_of_one_person_on_one_day_stay_two(report):
    """One mayor meets two delegations on one day: two meetings."""
    meeting = {"lemma": "meet", "type": "CONSULT", "label": "meeting", "on": 3}
    fishers = report("ar_1", actors=("Jane Firth", "Fishers Guild"), title="Firth meets fishers over quotas", **meeting)
    nurses = report("ar_2", actors=("Jane Firth", "Nurses League"), title="Mayor hears nurses on pay", **meeting)
    again = report("ar_3", actors=("Jane Firth", "Nurses League"), title="Nurses take pay claim to mayor", **meeting)
    assert told_apart(merging.merge([fishers, nurses, again], {}, {})) == [
        ("mn_ar_1_10",),
        ("mn_ar_2_10", "mn_ar_3_10"),
    ]


def test_statements_of_two_speakers_are_two(report):
    """Who speaks makes the statement."""
    said = {"lemma": "say", "type": "STATEMENT", "label": "statement", "on": 3, "title": "Port to reopen on Monday"}
    reports = [report("ar_1", actors=("Jane Firth",), **said), report("ar_2", actors=("Omar Reyes",), **said)]
    assert len(merging.merge(reports, {}, {})) == 2


def test_a_plan_and_its_happening_are_one_event_with_two_states(report, march):
    """Announced for Friday and held on Friday: one event that happened."""
    meeting = {"lemma": "meet", "type": "CONSULT", "label": "meeting", "actors": ("Dock Union", "Port Authority")}
    plan = report(
        "ar_1",
        on=6,
        published=4,
        factuality="planned",
        aspect="prospective",
        title="Union and port to meet on Friday",
        **meeting,
    )
    held = report("ar_2", on=6, published=7, title="Union and port meet", **meeting)
    (event,) = merging.merge([plan, held], {}, {})
    assert (event.status, event.factuality, event.aspect, event.title) == (
        "happened",
        "happened",
        "completed",
        "Union and port meet",
    )
    assert event.date == march(6)
    assert [mention.factuality for mention in event.mentions] == ["planned", "happened"]


def test_reports_of_two_stories_are_never_one_event(report):
    """Candidates come from one story only."""
    assert len(merging.merge([report("ar_1", on=3), report("ar_2", on=3, story="st_2")], {}, {})) == 2


def test_two_outlets_that_differ_on_the_day_tell_one_event(report):
    """All else equal and both fresh, a day's difference is a conflict and no second event."""
    quake = {"lemma": "collapse", "type": "DISASTER", "label": "collapse", "title": "Harlow pier collapses in storm"}
    reports = [report("ar_1", on=3, **quake), report("ar_2", on=4, **quake), report("ar_3", on=3, **quake)]
    (event,) = merging.merge(reports, {}, {})
    assert event.date.display == "Tue 3 Mar 2026"
    (conflict,) = event.conflicts
    assert conflict.field == "date"
    assert [(value.value, value.article_keys, value.chosen) for value in conflict.values] == [
        ("2026-03-03", ("ar_1", "ar_3"), True),
        ("2026-03-04", ("ar_2",), False),
    ]


def test_link_across_gives_one_key_to_mentions_of_one_event(report):
    """Raw mentions without keys are linked too, in the order given."""
    reports = [
        report("ar_1", on=3, key=""),
        report("ar_2", on=9, key="", published=9),
        report("ar_3", on=3, key="", published=5),
    ]
    first, second, third = merging.link_across(reports)
    assert first == third != second


@pytest.mark.parametrize("number", [200])
def test_merging_a_large_story_stays_fast(report, number):
    """Two hundred reports of one march on one day are one event."""
    reports = [report(f"ar_{n}", on=3) for n in range(number)]
    (event,) = merging.merge(reports, {}, {})
    assert len(event.mentions) == number


def test_an_undated_report_is_not_of_an_event_long_past(report):
    """A march without a date is news of these days; only like words make it the one of years ago."""
    past = EventDate(
        first_day=date(2009, 3, 3), last_day=date(2009, 3, 3), granularity=Granularity.DAY, basis="explicit"
    )
    old = report("ar_1", on=past, title="Great march of 2009 remembered")
    assert len(merging.merge([old, report("ar_2", title="Dock workers block the quay")], {}, {})) == 2
    assert len(merging.merge([old, report("ar_2", title="Great march of 2009 remembered")], {}, {})) == 1
    strike = {"lemma": "strike", "label": "strike", "actors": ()}
    last = report("ar_1", on=past, **strike, title="The last strike at the port lasted eleven days")
    running = report("ar_2", **strike, title="Every day of the strike cost the port a million")
    assert len(merging.merge([last, running], {}, {})) == 2


def test_an_undated_article_does_not_tell_of_the_day_that_another_looks_back_to(report):
    """Where an article has no day, what another dates to its own past is not the news of the first."""
    past = EventDate(
        first_day=date(2009, 3, 3), last_day=date(2009, 3, 3), granularity=Granularity.DAY, basis="explicit"
    )
    news = report("ar_2", published=None, title="Dock workers block the quay")
    assert len(merging.merge([report("ar_1", on=past), news], {}, {})) == 2


def test_where_no_article_has_a_day_nobody_knows_what_was_news(report):
    """A year that one of them gives is then neither the other's year nor another one."""
    year = EventDate(
        first_day=date(2009, 1, 1), last_day=date(2009, 12, 31), granularity=Granularity.YEAR, basis="explicit"
    )
    told = [report("ar_1", on=year, published=None), report("ar_2", published=None)]
    assert len(merging.merge(told, {}, {})) == 1


def test_many_look_alikes_make_an_undated_one_doubtful(report):
    """Told of ten strikes on ten days, nobody knows which one a report without a day means."""
    strikes = [
        report(f"ar_{day}", on=day, published=day, lemma="strike", label="strike", title="Strike at the port")
        for day in range(1, 28, 2)
    ]
    undated = report("ar_99", lemma="strike", label="strike", title="Crane drivers out again", actors=())
    events = merging.merge([*strikes, undated], {}, {})
    assert len(events) == len(strikes) + 1
    assert len(merging.merge([strikes[0], undated], {}, {})) == 1


def test_statements_of_different_days_stay_apart(report, march):
    """What is said again and again is not one statement, though each is dated by its publication alone."""
    said = {
        "lemma": "say",
        "type": "STATEMENT",
        "label": "statement",
        "actors": ("Jane Firth",),
        "title": "Firth says talks go on",
    }
    reports = [
        report(
            f"ar_{day}",
            on=march(day, basis="published", bound="on_or_before", uncertain=True),
            published=day,
            **said,
        )
        for day in (2, 6)
    ]
    assert len(merging.merge(reports, {}, {})) == 2


def test_a_lasting_thing_is_one_event_from_its_first_day_on(report):
    """ "The union suspended the strike", told on the ninth, is of the strike that began on the fourth; a march is not."""
    early = EventDate(
        first_day=date(2026, 3, 9),
        last_day=date(2026, 3, 9),
        granularity=Granularity.DAY,
        bound="on_or_before",
        uncertain=True,
        basis="published",
    )
    for lemma, events in (("strike", 1), ("march", 2)):
        told = {"lemma": lemma, "label": lemma, "type": "PROTEST", "title": f"The {lemma} of the dock union"}
        began = report("ar_1", on=4, published=4, **told)
        later = report("ar_2", on=early, published=9, **told)
        assert len(merging.merge([began, later], {}, {})) == events


def test_what_is_named_hours_before_is_what_began_then(report):
    """ "Talks ended hours before a strike", of the third, names the strike of the fourth; "went on strike" would not."""
    told = {"lemma": "strike", "label": "strike", "type": "PROTEST", "title": "The strike of the dock union"}
    began = report("ar_2", on=4, published=4, **told)
    named = report("ar_1", published=3, text="strike", **told)
    assert len(merging.merge([began, named], {}, {})) == 1
    was = report("ar_1", published=3, text="struck", **told)
    assert len(merging.merge([began, was], {}, {})) == 2


def test_a_refusal_is_no_denial_of_what_was_done_later(report):
    """ "We will not sail until it is safe" does not dispute that the ferry sailed on Saturday."""
    told = {"lemma": "sail", "label": "travel", "type": "MOVE", "title": "The ferry sails to the island"}
    refused = report("ar_1", published=4, factuality="denied", aspect="prospective", **told)
    sailed = report("ar_2", on=7, published=7, **told)
    assert {event.status for event in merging.merge([refused, sailed], {}, {})} == {"denied", "happened"}
    denied = report("ar_1", published=7, factuality="denied", **told)
    assert [event.status for event in merging.merge([denied, sailed], {}, {})] == ["disputed"]


def test_a_word_in_passing_disputes_nothing(report):
    """A denial with neither a day nor anybody in it is no side; one that names who is."""
    told = {
        "lemma": "destroy",
        "label": "destruction",
        "type": "DISASTER",
        "title": "A fire destroyed the union office",
    }
    happened = report("ar_1", on=3, **told)
    passing = report("ar_2", factuality="denied", salience="background", actors=(), **told)
    assert [event.status for event in merging.merge([happened, passing], {}, {})] == ["happened"]
    side = report("ar_2", factuality="denied", salience="background", **told)
    assert [event.status for event in merging.merge([happened, side], {}, {})] == ["disputed"]


def test_a_copy_is_no_second_opinion_on_the_day(report):
    """A wire report that another paper prints a day later counts "in the afternoon" from the wrong day."""
    told = {"lemma": "fire", "label": "fire", "type": "DISASTER", "title": "A fire destroyed the union office"}
    reports = [report("ar_1", on=5, published=5, **told), report("ar_2", on=6, published=6, **told)]
    (alone,) = merging.merge(reports, {}, {})
    assert [conflict.field for conflict in alone.conflicts] == ["date"]
    (copied,) = merging.merge(reports, {}, {"ar_2": "ar_1"})
    assert copied.conflicts == ()


def fire(report, article, **changes):
    """A report of a fire at the mill that hurt somebody."""
    values = {"lemma": "fire", "text": "fire", "type": "DISASTER", "mode": None, "label": "fire", "actors": ()}
    return report(article, **(values | {"title": "Fire at the mill in Harlow"} | changes))


def test_one_doubtful_detail_among_many_parts_nothing(report, march):
    """A fire that twelve articles tell stays one though one of them dates it wrongly; the other day is a conflict."""
    told = [fire(report, f"ar_{number}", on=10, published=11) for number in (1, 2)]
    told += [fire(report, f"ar_{number}", on=None, published=11) for number in range(3, 12)]
    astray = fire(report, "ar_12", on=march(2), published=11)
    (event,) = merging.merge([*told, astray], {}, {})
    assert event.date.display == "Tue 10 Mar 2026"
    assert [(clash.field, len(clash.values)) for clash in event.conflicts] == [("date", 2)]
    assert len(merging.merge([told[0], astray], {}, {})) == 2


def test_two_meetings_are_two_however_many_tell_of_the_first(report):
    """What is done again and again is parted by its days; no number of articles outweighs that."""
    values = {"lemma": "meet", "text": "met", "type": "CONSULT", "label": "meeting", "title": "Talks in Harlow"}
    told = [report(f"ar_{number}", on=3, **values) for number in (1, 2)]
    told += [report(f"ar_{number}", on=None, **values) for number in range(3, 9)]
    events = merging.merge([*told, report("ar_9", on=6, **values)], {}, {})
    assert [len(event.mentions) for event in events] == [8, 1]


def die(report, article, name, **changes):
    """A report of somebody's death."""
    made = report(article, lemma="die", text="died", type="DEATH", label="death", actors=(), title=f"{name} dies")
    person = replace(made.mention.actors[0] if made.mention.actors else who(name), kind="person", role="patient")
    return replace(made, mention=replace(made.mention, recipients=(person,), **changes))


def test_nobody_dies_twice(report, march):
    """Two days for one person's death are one event with both days; two people's deaths on one day are two."""
    one = die(report, "ar_1", "Rex Dunn", date=march(2))
    later = die(report, "ar_2", "Rex Dunn", date=march(3))
    (event,) = merging.merge([one, later], {}, {})
    assert [clash.field for clash in event.conflicts] == ["date"]
    other = die(report, "ar_3", "Ella Moss", date=march(2), title="Rex Dunn dies")
    assert len(merging.merge([one, other], {}, {})) == 2


def test_what_befell_others_elsewhere_is_a_second_event(report, at):
    """A man killed in Harlow and a guard killed in Lund on one day are two; only one of both differs, and it is one."""

    def kill(article, victim, place):
        return report(
            article, on=3, lemma="kill", text="killed", type="ASSAULT", label="killing", actors=(), recipients=(victim,),
            title=f"{victim} killed", places=(at(place),),
        )  # fmt: skip

    first = kill("ar_1", "A man", "Harlow")
    assert len(merging.merge([first, kill("ar_2", "A bank guard", "Lund")], {}, {})) == 2
    assert len(merging.merge([first, kill("ar_2", "A bank guard", "Harlow")], {}, {})) == 1


def test_an_undated_meeting_is_of_the_days_around_its_publication(report):
    """A meeting without a day, told on the 4th, is not the one of the 14th."""
    values = {"lemma": "meeting", "text": "meeting", "type": "CONSULT", "label": "meeting"}
    undated = report("ar_1", published=4, title="Their first meeting", **values)
    planned = report("ar_2", on=14, published=12, title="Union calls a meeting", aspect="prospective", **values)
    assert len(merging.merge([undated, planned], {}, {})) == 2


def test_the_death_of_one_with_a_name_is_not_that_of_many(report):
    """A commander is killed, and so are seven villagers: two events, in two articles of one day."""
    killed = {"type": "ASSAULT", "lemma": "kill", "text": "killed", "label": "killing", "actors": ()}
    hale = who("Jon Hale", "patient", "person")
    told = report("ar_1", **killed, on=3, title="Army kills Jon Hale")
    named = replace(told, mention=replace(told.mention, recipients=(hale,)))
    many = report("ar_2", **killed, on=3, counts=(dead(7),), title="Seven villagers killed at the border")
    again = report("ar_3", **killed, on=3, counts=(dead(7),), title="Seven are killed at the border")
    assert len(merging.merge([named, many], {}, {})) == 2
    assert len(merging.merge([many, again], {}, {})) == 1


def test_tolls_of_another_size_on_one_day_are_of_two_events(report):
    """Seven dead and 1,400 dead in the news of one day are two; a toll that grows over days is one."""
    killed = {"type": "ASSAULT", "lemma": "kill", "text": "killed", "label": "killing", "actors": ()}
    few = report("ar_1", **killed, on=3, counts=(dead(7),), title="Seven killed at the border")
    war = report("ar_2", **killed, counts=(dead(1400),), title="In the war 1,400 villagers died")
    assert len(merging.merge([few, war], {}, {})) == 2
    quake = {"type": "DISASTER", "lemma": "earthquake", "label": "earthquake", "actors": ()}
    first = report("ar_1", **quake, on=3, published=4, counts=(dead(10),), title="Earthquake shakes Lorn")
    later = report("ar_2", **quake, on=3, published=7, counts=(dead(90),), title="Earthquake of Lorn killed 90")
    assert len(merging.merge([first, later], {}, {})) == 1
