"""Date lines: what is read from them, and what is left unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.dates import read_phrase, read_time

STATED = {
    "4 March 2026": "2026-03-04",
    "4th of March 2026": "2026-03-04",
    "March 4, 2026": "2026-03-04",
    "Mar. 4, 2026": "2026-03-04",
    "Wednesday, 4 March 2026": "2026-03-04",
    "Wed 4 Mar 2026": "2026-03-04",
    "2026-03-04": "2026-03-04",
    "2026/03/04": "2026-03-04",
    "04.03.2026": "2026-03-04",
    "4.3.2026": "2026-03-04",
    "16/09/2025": "2025-09-16",
    "09/16/2025": "2025-09-16",
    "Tue 03/02/2026": "2026-02-03",
    "Mon 03/02/2026": "2026-03-02",
    "05/05/2025": "2025-05-05",
    "4 March 2026, 18:20": "2026-03-04T18:20",
    "4 March 2026 18.20": "2026-03-04T18:20",
    "March 4, 2026 at 6:20 p.m.": "2026-03-04T18:20",
    "March 4, 2026 12:05 am": "2026-03-04T00:05",
    "4 March 2026, 18:20:05": "2026-03-04T18:20:05",
    "Wed 4 Mar 2026 06.00 GMT": "2026-03-04T06:00+00:00",
    "4 March 2026 at 9am CET": "2026-03-04T09:00+01:00",
    "6:42 PM EST, March 4, 2026": "2026-03-04T18:42-05:00",
    "4 March 2026 18:20 +0530": "2026-03-04T18:20+05:30",
    "Wed, 04 Mar 2026 18:20:05 +0000": "2026-03-04T18:20:05+00:00",
    "041820 GMT MAR 26": "2026-03-04T18:20+00:00",
    "Published: 4 March 2026, 18:20": "2026-03-04T18:20",
    "PUBLISHED ON MARCH 4, 2026": "2026-03-04",
    "First published: 4 March 2026": "2026-03-04",
}


@pytest.mark.parametrize(("words", "value"), STATED.items())
def test_a_stated_date_is_read_with_its_time_and_offset(words: str, value: str) -> None:
    """Day, time and offset are those of the words."""
    phrase = read_phrase(words)
    assert phrase is not None
    published = phrase.published("dateline")
    assert published is not None
    assert published.value == value


@pytest.mark.parametrize(
    "words",
    [
        "03/02/2026",
        "02/03/2026 14:05",
        "12-08-25",
        "October 19",
        "19 October",
        "Sunday, October 19",
    ],
)
def test_an_uncertain_date_is_seen_but_not_taken(words: str) -> None:
    """Two orders, two digits for the year or no year at all give no day."""
    phrase = read_phrase(words)
    assert phrase is not None
    assert phrase.on is None
    assert phrase.published("dateline") is None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "2026",
        "March 2026",
        "Wednesday",
        "31 February 2026",
        "Monday 4 March 2026",
        "1 of 4",
        "The march on 4 March 2026",
        "4 March 2026 was a cold day",
        "3-2 after extra time",
        "18:20",
        "Independent since 1911",
        "4 March 2026 and 5 March 2026",
        "5 March 2026 " * 20,
    ],
)
def test_what_is_not_only_a_date_is_none(words: str) -> None:
    """Sentences, impossible days and weekdays that do not fit are no dates."""
    assert read_phrase(words) is None


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Published: 4 March 2026", "published"),
        ("Posted on 4 March 2026", "published"),
        ("Updated: 4 March 2026", "modified"),
        ("Last updated 4 March 2026, 9:10", "modified"),
        ("LAST UPDATE: 4 March 2026", "modified"),
        ("Recorded: 4 March 2026", "other"),
        ("4 March 2026", ""),
    ],
)
def test_a_label_says_what_the_date_is_of(words: str, label: str) -> None:
    """Publication, change and other days are told apart."""
    phrase = read_phrase(words)
    assert phrase is not None
    assert phrase.label == label


def test_another_date_of_the_page_settles_the_order() -> None:
    """03/02/2026 is 3 February where days come first and 2 March where months do."""
    phrase = read_phrase("03/02/2026")
    assert phrase is not None
    assert str(phrase.settled(True).on) == "2026-02-03"
    assert str(phrase.settled(False).on) == "2026-03-02"
    assert phrase.settled(None).on is None


def test_a_zone_with_two_meanings_gives_no_offset() -> None:
    """IST is India, Israel and Ireland: the time is kept, the offset is not claimed."""
    phrase = read_phrase("4 March 2026 18:20 IST")
    assert phrase is not None
    assert (phrase.time, phrase.offset) == ("18:20", "")


@pytest.mark.parametrize(("words", "clock"), [("18:31", "18:31"), ("6.05 pm", "18:05"), ("7am", "07:00")])
def test_a_time_alone_is_a_time(words: str, clock: str) -> None:
    """A part of a date line may be only a time."""
    assert read_time(words) == (clock, "")


@pytest.mark.parametrize("words", ["2025", "25:10", "4 comments", "18"])
def test_a_number_is_no_time(words: str) -> None:
    """Years and counts are not times."""
    assert read_time(words) is None


@given(st.dates())
def test_every_day_is_read_back_from_its_words(day) -> None:
    """Whatever the day, its English words give it back."""
    names = [
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
    ]
    phrase = read_phrase(f"{day.day} {names[day.month - 1]} {day.year:04}")
    assert phrase is not None
    assert phrase.on == day


@given(st.text(max_size=200))
def test_any_string_is_a_date_or_none(text: str) -> None:
    """No string makes it fail, and what it gives is a date that exists."""
    phrase = read_phrase(text)
    if phrase is not None and phrase.on is not None:
        assert phrase.published("dateline") is not None
