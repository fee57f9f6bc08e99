"""The line of an event is the one that says what the others say, of the day on which it was."""

from __future__ import annotations

from datetime import date

from timeline.stories.lines import best_title
from timeline.values.dates import EventDate, Granularity

FIRE = {"lemma": "fire", "type": "DISASTER", "label": "fire"}
PAST = EventDate(
    first_day=date(2009, 1, 1), last_day=date(2009, 12, 31), granularity=Granularity.YEAR, basis="explicit"
)


def line(reports, event_date=None, taken=()):
    """The line of an event that its first report tells best."""
    return best_title(reports, reports[0], event_date, taken)


def test_of_many_lines_the_one_that_says_what_the_others_say(report):
    """What stands beside the event in one article alone is not its line."""
    titles = [
        "Crews were fighting the flames through the night",
        "Fire destroyed the Harlow cannery",
        "The Harlow cannery was destroyed by a fire",
        "Fire guts the Harlow cannery",
    ]
    reports = [report(f"ar_{number}", **FIRE, on=3, title=title) for number, title in enumerate(titles)]
    assert line(reports) == "Fire destroyed the Harlow cannery"


def test_of_few_lines_that_of_the_best_report(report):
    """Two articles have nothing that most would say."""
    first = "Crews were fighting the flames through the night"
    reports = [report("ar_1", **FIRE, on=3, title=first), report("ar_2", **FIRE, on=3, title="Fire at the cannery")]
    assert line(reports) == first


def test_an_event_long_past_has_a_line_that_gives_its_day(report):
    """A line without a day may be of the news, whatever it was joined with."""
    news = report("ar_1", **FIRE, title="Fire could spread to the docks for days")
    past = report("ar_2", **FIRE, on=PAST, title="The cannery last burnt in 2009")
    assert line([news, past], PAST) == "The cannery last burnt in 2009"
    assert line([news, past]) == "Fire could spread to the docks for days"


def test_a_line_that_another_event_has_is_left_to_it(report):
    """Where there is another one."""
    titles = ("Fire destroyed the Harlow cannery", "The cannery fire burnt all night")
    reports = [report(f"ar_{number}", **FIRE, on=3, title=title) for number, title in enumerate(titles)]
    assert line(reports, taken=(titles[0],)) == titles[1]


def test_a_line_that_says_of_what_it_is_goes_before_one_that_ends_on_it(report):
    """Nobody knows what "it" is, and who looks back tells no news."""
    titles = ("Members will soon vote on it", "Members will vote on the Harlow deal")
    reports = [report(f"ar_{number}", **FIRE, on=3, title=title) for number, title in enumerate(titles)]
    assert line(reports) == titles[1]
    titles = ("It burnt all night long", "The fire had destroyed the cannery", "Fire destroyed the Harlow cannery")
    reports = [report(f"ar_{number}", **FIRE, on=3, title=title) for number, title in enumerate(titles)]
    assert line(reports) == titles[2]
