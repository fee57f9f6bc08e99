"""Anchoring: one table of days of publication, and what must hold for every article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lexicons.time import time_lexicon
from timeline.temporal import resolve, tag
from timeline.text import split
from timeline.values.dates import TimeExpression

LEXICON = time_lexicon()
WEDNESDAY = date(2024, 2, 28)

STORY = """The council of Orla met on Tuesday and will meet again on Friday. On Oct. 7 a storm hit the coast; three days
later the harbour opened. Last week the mayor said it would close by the end of the month. In early March a ship is due.
Sales rose in the third quarter from a year ago. The strike began last June and ends on Wednesday evening. It opened on
May 3, 2021, and has run for six weeks every summer. The fast of Ramadan begins soon, before Easter Monday."""


def tagged(text: str) -> tuple[TimeExpression, ...]:
    return tag(split(text), LEXICON)


def value(text: str, day: date | None) -> str:
    """The value of the last expression."""
    return resolve(tagged(text), day)[-1].value


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        # a weekday is the last one, and the day itself is today's
        ("It rained on Wednesday.", date(2024, 2, 28), "2024-02-28"),
        ("It rained on Thursday.", date(2024, 2, 28), "2024-02-22"),
        ("It rained on Sunday.", date(2024, 2, 28), "2024-02-25"),
        ("They will meet on Wednesday.", date(2024, 2, 28), "2024-02-28"),
        ("They will meet on Tuesday.", date(2024, 2, 28), "2024-03-05"),
        ("They met last Wednesday.", date(2024, 2, 28), "2024-02-21"),
        ("They meet next Wednesday.", date(2024, 2, 28), "2024-03-06"),
        ("He left on Thursday.", date(2024, 3, 1), "2024-02-29"),
        ("The law was passed by a vote on Monday.", date(2024, 1, 1), "2024-01-01"),
        ("The firm said Friday that it will close.", date(2024, 2, 28), "2024-02-23"),
        # weeks over New Year have the ISO year
        ("It snowed last week.", date(2021, 1, 4), "2020-W53"),
        ("It snowed this week.", date(2021, 1, 3), "2020-W53"),
        ("It snowed this week.", date(2024, 12, 30), "2025-W01"),
        ("It will snow next week.", date(2024, 12, 25), "2025-W01"),
        ("It snowed over the weekend.", date(2025, 1, 6), "2025-W01-WE"),
        # months and days go to the nearest year, the words and the verb first
        ("It began on Oct. 7.", date(2024, 2, 28), "2023-10-07"),
        ("It began on Dec. 30.", date(2024, 1, 2), "2023-12-30"),
        ("It opens on Jan. 5.", date(2023, 12, 29), "2024-01-05"),
        ("It will open in January.", date(2023, 12, 29), "2024-01"),
        ("It closed in December.", date(2024, 1, 2), "2023-12"),
        ("It fell on Feb. 29.", date(2024, 3, 3), "2024-02-29"),
        # the present tells what is set for a day right behind it
        ("The senate is voting on Friday.", date(2026, 3, 4), "2026-03-06"),
        ("The final is on Sunday.", date(2026, 3, 4), "2026-03-08"),
        ("They are opening a plant in June.", date(2026, 3, 4), "2026-06"),
        ("Police are investigating a fire on Friday.", date(2026, 3, 4), "2026-02-27"),
        ("It was signed on Friday, Oct. 13.", date(2024, 2, 28), "2023-10-13"),
        ("It came out last March.", date(2024, 3, 20), "2023-03"),
        # steps
        ("He died two days ago.", date(2024, 3, 1), "2024-02-28"),
        ("He died three months ago.", date(2024, 2, 28), "2023-11"),
        ("He died ten years ago.", date(2024, 2, 28), "2014"),
        ("It shut in the fourth quarter.", date(2024, 2, 10), "2023-Q4"),
        ("It shut in the first quarter.", date(2024, 5, 10), "2024-Q1"),
        ("They spoke last night.", date(2024, 3, 1), "2024-02-29TNI"),
        ("It ends by the end of the year.", date(2024, 2, 28), "2024"),
        # leaning on what was said before
        ("It began on May 3, 2021. Three days later it ended.", date(2024, 2, 28), "2021-05-06"),
        ("It began on May 3, 2021. The next day it ended.", date(2024, 2, 28), "2021-05-04"),
        ("It began in 2019 and the following year it ended.", date(2024, 2, 28), "2020"),
        ("They will meet on Friday. Earlier in the day he spoke.", date(2024, 2, 28), "2024-02-28"),
        # feasts
        ("The court sits before Easter Monday.", date(2024, 2, 28), "2024-04-01"),
        ("They hope for a deal ahead of Ramadan.", date(2024, 2, 28), "2024-03"),
        ("They marched on Labor Day.", date(2023, 9, 6), "2023-09-04"),
        ("They met on Rosh Hashanah.", date(2023, 9, 20), "2023-09-16"),
        # said outright
        ("It was signed on 3 March 2021.", date(2024, 2, 28), "2021-03-03"),
        ("It was signed on 2021-03-05.", None, "2021-03-05"),
        ("It ran through the 1990s.", None, "199"),
    ],
)
def test_value(text: str, day: date | None, expected: str) -> None:
    """An expression means this on that day of publication."""
    assert value(text, day) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke on Wednesday evening.", "XXXX-WXX-3TEV"),
        ("It began on Oct. 7.", "XXXX-10-07"),
        ("It began in May.", "XXXX-05"),
        ("It rose in the third quarter.", "XXXX-Q3"),
        ("It rained yesterday.", "XXXX-XX-XX"),
        ("It rained last week.", "XXXX-WXX"),
        ("They fast in Ramadan.", "XXXX-XX-XX"),
        ("It rained in the morning.", "XXXX-XX-XXTMO"),
    ],
)
def test_without_a_day_of_publication(text: str, expected: str) -> None:
    """Nothing is invented: the value stays partial and there are no dates."""
    (timex,) = resolve(tagged(text), None)
    assert (timex.value, timex.dates, timex.anchor, timex.basis) == (expected, None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group was founded in 1987. The strike began on Monday.", ["1987", "XXXX-WXX-1"]),
        ("He was freed in 2011. Wednesday's attacks came after days of strikes.", ["2011", "XXXX-WXX-3", "PXD"]),
        ("He was freed in June 2011. On Friday the army attacked.", ["2011-06", "XXXX-WXX-5"]),
        ("He was freed on 5 March 2011. On Friday the army attacked.", ["2011-03-05", "XXXX-WXX-5"]),
        ("The war ended in 2009. On 14 November the army attacked.", ["2009", "XXXX-11-14"]),
        ("The war began in May 1914. On 5 June the army attacked.", ["1914-05", "1914-06-05"]),
    ],
)
def test_a_year_in_passing_dates_nothing_else(text: str, expected: list[str]) -> None:
    """A report without a day of publication may look back; its weekdays are not those of the year it looks back to."""
    assert [timex.value for timex in resolve(tagged(text), None)] == expected


def test_explicit_dates_carry_others() -> None:
    """Without a day of publication, what is said outright resolves, and what leans on it."""
    found = resolve(tagged("It began on May 3, 2021. Two days later, on Wednesday, it ended."), None)
    assert [timex.value for timex in found] == ["2021-05-03", "2021-05-05", "2021-05-05"]


def test_a_day_that_arrives_later() -> None:
    """Resolving stored values when the day is known gives what resolving at once gives."""
    unresolved = resolve(tagged(STORY), None)
    assert resolve(unresolved, WEDNESDAY) == resolve(tagged(STORY), WEDNESDAY)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2070, 1, 1)))
def test_twice_is_once(day: date) -> None:
    """Resolving again changes nothing, whatever was there before."""
    once = resolve(tagged(STORY), day)
    assert resolve(once, day) == once
    other = resolve(tagged(STORY), day + timedelta(days=100))
    assert resolve(other, day) == once


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2070, 1, 1)), st.integers(-60, 60))
def test_weekdays_move_with_the_week(day: date, weeks: int) -> None:
    """A publication some weeks later moves every weekday and every "yesterday" by as many weeks."""
    text = "He said Tuesday that they will meet on Friday and met last Monday, yesterday and two days ago."
    shift = timedelta(weeks=weeks)
    here, there = resolve(tagged(text), day), resolve(tagged(text), day + shift)
    assert len(here) == 5
    for one, other in zip(here, there, strict=True):
        assert one.dates is not None and other.dates is not None
        assert one.dates.first_day is not None
        assert one.dates.first_day + shift == other.dates.first_day


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2070, 1, 1)))
def test_extents_do_not_depend_on_the_day(day: date) -> None:
    """The day of publication changes values, never which words are read."""
    assert [(timex.start, timex.end, timex.unresolved) for timex in resolve(tagged(STORY), day)] == [
        (timex.start, timex.end, timex.unresolved) for timex in tagged(STORY)
    ]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(1923, 5, 5), date(2100, 2, 28)])
def test_the_ends_of_the_calendar(day: date) -> None:
    """Where the calendars end an expression stays open; nothing is raised."""
    assert len(resolve(tagged(STORY), day)) == len(tagged(STORY))


def test_shuffled_numbers() -> None:
    """Expressions are told by their index: a stored article may have gaps."""
    found = [timex for timex in tagged(STORY) if timex.index % 2 == 0]
    assert len(resolve(found, WEDNESDAY)) == len(found)


def test_ranges_join() -> None:
    """The end that lacks its year gets it from the other, over New Year too."""
    found = resolve(tagged("from November 2022 to February"), WEDNESDAY)
    assert [timex.value for timex in found] == ["2022-11", "2023-02"]
    found = resolve(tagged("between May and July 2021"), WEDNESDAY)
    assert [(timex.value, timex.partner) for timex in found] == [("2021-05", 1), ("2021-07", 0)]
    found = resolve(tagged("from 3 to 5 March"), WEDNESDAY)
    assert [timex.value for timex in found] == ["2024-03-03", "2024-03-05"]


def test_soft_edges() -> None:
    """ "early", "mid" and "late" are a soft third; "about" is soft all round."""
    (early,) = resolve(tagged("in early March"), WEDNESDAY)
    (about,) = resolve(tagged("in about 2019"), WEDNESDAY)
    assert early.dates is not None and about.dates is not None
    assert (early.dates.first_day, early.dates.last_day, early.dates.approximate) == (
        date(2024, 3, 1),
        date(2024, 3, 10),
        True,
    )
    assert (about.value, about.mod, about.dates.approximate) == ("2019", "APPROX", True)


def test_clock_times_keep_their_zone() -> None:
    """A clock time stands in ``EventDate.time``, with the offset that was stated."""
    (timex,) = resolve(tagged("at 9 a.m. EST Tuesday"), WEDNESDAY)
    assert timex.dates is not None
    assert (timex.value, timex.dates.time, str(timex.dates.first_day)) == (
        "2024-02-27T09:00",
        "09:00-05:00",
        "2024-02-27",
    )


def test_other_readings_stay() -> None:
    """What could be another day says so."""
    (timex,) = resolve(tagged("on 05/08/2021"), WEDNESDAY)
    assert timex.dates is not None and timex.dates.uncertain
    assert [other.single_day for other in timex.alternatives] == [date(2021, 8, 5)]


def test_a_story_of_long_ago_goes_forward() -> None:
    """In a narrative, months and days follow what was told and not the day on which it was written."""
    text = "The war began in April 1861. In July the armies met. Peace came on 9 April 1865, after 1863 and 1864. In May it ended."
    assert [timex.value for timex in resolve(tagged(text), WEDNESDAY)] == [
        "1861-04", "1861-07", "1865-04-09", "1863", "1864", "1865-05",
    ]  # fmt: skip


def test_stored_values_suffice() -> None:
    """Words and signals are not needed: the unresolved value, cue, reference and partner are."""
    found = tagged(STORY)
    bare = [replace(timex, value="", rule="stored") for timex in found]
    assert [timex.value for timex in resolve(bare, WEDNESDAY)] == [timex.value for timex in resolve(found, WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "values", "partners"),
    [
        ("on 5 and 6 May", ["2024-05-05", "2024-05-06"], [1, 0]),
        ("on 5 and 9 May", ["2024-05-05", "2024-05-09"], [None, None]),
        ("between 5 and 9 May", ["2024-05-05", "2024-05-09"], [1, 0]),
        ("on May 5, 6 and 9", ["2024-05-05", "2024-05-06", "2024-05-09"], [None, None, None]),
        ("on 5, 6 and 9 May 2021", ["2021-05-05", "2021-05-06", "2021-05-09"], [None, None, None]),
    ],
)
def test_lists_are_no_ranges(text: str, values: list[str], partners: list[int | None]) -> None:
    """Days that are told one by one are no range, unless one follows the other."""
    found = resolve(tagged(text), WEDNESDAY)
    assert [timex.value for timex in found] == values
    assert [timex.partner for timex in found] == partners
