"""Of several reports the best supported value is shown, and what contradicts it is kept."""

from __future__ import annotations

import pytest

from timeline.lexicons.weights import story_weights
from timeline.stories import merging
from timeline.stories.conflicts import contradicts, count_words, counts_contradict
from timeline.stories.settling import settle_counts, settle_date, settle_status, source_count
from timeline.values.actors import Count
from timeline.values.dates import Granularity

FIRE = {"lemma": "fire", "type": "DISASTER", "label": "fire", "title": "Fire at Harlow cannery"}


def test_wire_copies_count_once_as_a_source(report):
    """Two papers with one agency text are one source, a third with its own text another."""
    reports = [report("ar_1", outlet="so_post"), report("ar_2", outlet="so_echo"), report("ar_3", outlet="so_news")]
    assert source_count(reports, {"ar_2": "ar_1"}) == 2


def test_one_outlet_counts_once_as_a_source(report):
    """A paper that reports twice is still one source."""
    assert source_count([report("ar_1", outlet="so_post"), report("ar_2", outlet="so_post")], {}) == 1


def test_copies_whose_original_does_not_report_the_event_are_still_one_source(report):
    """The original is who it goes back to, even when its own report was not kept."""
    assert source_count([report("ar_2"), report("ar_3")], {"ar_2": "ar_1", "ar_3": "ar_1"}) == 1


def test_the_finest_of_agreeing_dates_is_shown(report, march):
    """The month and the evening support the day."""
    evening = march(3, granularity=Granularity.PART_OF_DAY, part_of_day="evening")
    reports = [report("ar_1", on=3), report("ar_2", on=evening), report("ar_3", on=None)]
    assert settle_date(reports, {}) == evening


def test_words_outweigh_the_day_of_publication(report, march):
    """A day that rests on the publication gives way, however many articles have it."""
    weak = march(4, basis="published", bound="on_or_before", uncertain=True)
    reports = [report("ar_1", on=weak), report("ar_2", on=weak), report("ar_3", on=3)]
    assert settle_date(reports, {}) == march(3)


def test_copies_do_not_outvote(report, march):
    """Three copies of one error are one voice against two."""
    reports = [report(f"ar_{n}", on=5) for n in (1, 2, 3)] + [report(f"ar_{n}", on=4) for n in (4, 5)]
    reports = [report(one.article_key, on=one.mention.date, outlet=one.article_key) for one in reports]
    copies = {"ar_2": "ar_1", "ar_3": "ar_1"}
    by_article = [one if one.article_key not in copies else _without_outlet(one) for one in reports]
    assert settle_date(by_article, copies) == march(4)


def _without_outlet(one):
    from dataclasses import replace

    return replace(one, outlet=None)


def test_the_latest_toll_is_shown_and_the_earlier_kept(report, toll):
    """Tolls rise; what was said before stays as a conflict, and nothing is averaged."""
    reports = [
        report("ar_1", on=3, published=4, counts=(toll(12),), **FIRE),
        report("ar_2", on=3, published=5, counts=(toll(15),), **FIRE),
    ]
    (event,) = merging.merge(reports, {}, {})
    assert [count.minimum for count in event.counts] == [15]
    (conflict,) = event.conflicts
    assert (conflict.field, conflict.reason) == ("dead", "later articles give another number")
    assert [(value.value, value.chosen) for value in conflict.values] == [("15", True), ("12", False)]


def test_counts_of_one_day_are_settled_by_sources(report, toll):
    """Two against one on the same day."""
    reports = [report(f"ar_{n}", published=4, counts=(toll(number),)) for n, number in ((1, 12), (2, 15), (3, 15))]
    assert [count.minimum for count in settle_counts(reports, {})] == [15]


def test_participants_are_told_once(report):
    """A short name does not stand beside the long one."""
    reports = [report("ar_1", on=3, actors=("Jane Firth",)), report("ar_2", on=3, actors=("Firth", "Dock Union"))]
    (event,) = merging.merge(reports, {}, {})
    assert [who.name for who in event.actors] in (["Firth", "Dock Union"], ["Jane Firth", "Dock Union"])


def test_the_title_is_that_of_the_best_report(report):
    """A core report of an original outweighs a background one and a copy."""
    reports = [
        report("ar_1", on=3, salience="background", title="Marches past"),
        report("ar_2", on=3, title="Dock workers march"),
    ]
    (event,) = merging.merge(reports, {}, {})
    assert (event.title, event.salience) == ("Dock workers march", "core")


def test_venues_in_two_countries_are_two_events(report, at):
    """A march here and a march there."""
    reports = [report("ar_1", on=3, places=(at("Harlow", "GB"),)), report("ar_2", on=3, places=(at("Vell", "NO"),))]
    assert len(merging.merge(reports, {}, {})) == 2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {"day": 3}, False),
        ({}, {"day": 5}, True),
        ({}, {"day": 5, "bound": "on_or_before"}, False),
        ({}, {"day": 2, "bound": "on_or_before"}, True),
        ({"bound": "on_or_before"}, {"day": 5}, True),
        ({}, {"day": 5, "bound": "as_of"}, False),
        ({}, {"day": 5, "approximate": True}, False),
    ],
)
def test_dates_contradict_only_when_both_cannot_be_right(march, one, other, expected):
    """A bound leaves its side open, and about a day is no day."""
    other = dict(other)
    assert contradicts(march(3, **one), march(other.pop("day", 3), **other)) is expected


def count(low, high, approximate=False):
    return Count(kind="dead", minimum=low, maximum=high, start=0, end=1, text="n", approximate=approximate)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (count(12, 12), count(15, 15), True),
        (count(12, 12), count(10, None), False),
        (count(12, 12), count(13, None), True),
        (count(None, 20), count(12, 12), False),
        (count(5, None), count(9, None), False),
    ],
)
def test_counts_contradict_only_when_both_cannot_be_right(one, other, expected):
    """At least ten does not contradict twelve."""
    assert counts_contradict(one, other) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (count(12, 12), "12"),
        (count(12, 15), "12-15"),
        (count(12, None), "at least 12"),
        (count(None, 15), "up to 15"),
        (count(200, 200, approximate=True), "about 200"),
        (count(2000, None, approximate=True), "at least 2000"),
    ],
)
def test_counts_in_words(given, expected):
    """A count is told as precisely as it is known."""
    assert count_words(given) == expected


def test_an_article_that_quotes_a_denial_is_no_second_side(report):
    """It told both; a dispute takes two articles."""
    told = report("ar_1", 10, on=3, group=0)
    quoted = report("ar_1", 90, on=3, group=0, factuality="denied")
    (event,) = merging.merge([told, quoted], {}, {})
    assert (event.status, event.conflicts) == ("happened", ())


def test_what_has_begun_has_happened(report):
    """Only what goes on is ongoing."""
    assert merging.merge([report(on=3, aspect="begun")], {}, {})[0].status == "happened"
    assert merging.merge([report(on=3, aspect="ongoing")], {}, {})[0].status == "ongoing"


def test_a_day_that_may_be_another_makes_no_conflict(report, march):
    """What is dated by its publication alone contradicts nobody's words."""
    weak = march(2, basis="published", bound="on_or_before", uncertain=True)
    (event,) = merging.merge([report("ar_1", on=3, **FIRE), report("ar_2", on=weak, published=2, **FIRE)], {}, {})
    assert event.date == march(3)
    assert event.conflicts == ()


@pytest.mark.parametrize(("published", "status"), [(None, "postponed"), (6, "planned")])
def test_a_plan_told_without_a_date_does_not_outdo_its_postponement(report, published, status):
    """Only what is known to come later can plan a concert anew; of an undated article nobody knows."""
    put_off = report("ar_1", published=5, factuality="planned", aspect="prospective", lemma="postpone")
    again = report("ar_2", published=published, factuality="planned", aspect="prospective", lemma="concert")
    assert settle_status([put_off, again], story_weights().words)[0] == status
