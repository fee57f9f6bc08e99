"""What a terminal shows: every event, its day or that it has none, who says so, and what is disputed."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.export.explanation import explain
from timeline.export.to_text import as_plain, cell_width, to_text
from timeline.export.wording import MARKS, count_of, short_date, status_words
from timeline.values.dates import EventDate, Granularity
from timeline.values.events import STATUSES

WIDE = """\
Harlow cannery fire                                          ongoing · 3 events · 2 articles · 2 sources
2026
  Mon 2 Mar   evening    ● fire     Fire kills 15 at Harlow cannery  edited               Harlow Post +1
                                    ≠ dead: 15 (The Echo) or 12 (Harlow Post)
  Fri 6 Mar              ○ visit    Mayor Firth to visit cannery  planned                 Harlow Post
no date
                         ● meeting  Cannery owners meet insurers  “Wednesday evening”     Harlow Post
                                    (no date)
dates of 1 article rest on --published 2026-03-03 · 1 undated · 1 conflict · 3 secondary not shown
"""


def test_a_timeline_on_a_wide_terminal(timeline, timexes):
    """Day, part of day, mark, label, title, source; conflicts below their event; the undated at the end."""
    assert as_plain(to_text(timeline, width=104, timexes=timexes)) == WIDE


@pytest.mark.parametrize("width", [40, 56, 72, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(timeline, timexes, width):
    """Narrow terminals lose the sources first, then the labels; never an event."""
    text = as_plain(to_text(timeline, width=width, timexes=timexes))
    assert max(cell_width(line) for line in text.splitlines()) <= max(width, 60)
    for words in ("Fire", "Mayor", "Cannery"):
        assert words in text


def test_segments_carry_styles_for_colours(timeline):
    """The command line colours by style; the words alone say all that matters."""
    styles = {segment.style for line in to_text(timeline) for segment in line}
    assert {"story", "year", "day", "mark.happened", "mark.planned", "label.DISASTER", "title", "source"} <= styles


def test_every_status_has_a_mark():
    """No status is shown without a sign, and only what simply happened has no word."""
    assert set(MARKS) == set(STATUSES)
    assert [status for status in STATUSES if not status_words(status)] == ["happened"]


def event_date(first, last, granularity=Granularity.DAY, **changes):
    return EventDate(
        first_day=first and date.fromisoformat(first),
        last_day=last and date.fromisoformat(last),
        granularity=granularity,
        basis="explicit",
        **changes,
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (event_date("2026-03-04", "2026-03-04"), "Wed 4 Mar"),
        (event_date("2026-03-04", "2026-03-04", uncertain=True), "Wed 4 Mar?"),
        (event_date("2026-03-04", "2026-03-04", bound="on_or_before", uncertain=True), "by 4 Mar"),
        (event_date("2026-03-04", "2026-03-04", bound="as_of"), "as of 4 Mar"),
        (event_date("2026-03-04", "2026-03-04", approximate=True), "about 4 Mar"),
        (event_date("2026-03-04", "2026-03-06"), "4-6 Mar"),
        (event_date("2026-03-30", "2026-04-02"), "30 Mar - 2 Apr"),
        (event_date("2025-12-30", "2026-01-02"), "30 Dec 2025 - 2 Jan 2026"),
        (event_date("2026-03-01", "2026-03-31", Granularity.MONTH), "March"),
        (event_date("2026-01-01", "2026-12-31", Granularity.YEAR), "2026"),
        (event_date("2026-06-01", "2026-08-31", Granularity.SEASON), "summer"),
        (event_date("2026-03-04", None), "since 4 Mar"),
        (event_date(None, "2026-03-04"), "until 4 Mar"),
    ],
)
def test_short_dates_say_no_more_than_is_known(given, expected):
    """The heading gives the year; the rest is as fine as the date."""
    assert short_date(given) == expected


@pytest.mark.parametrize(
    ("number", "thing", "expected"), [(0, "event", "0 events"), (1, "story", "1 story"), (2, "story", "2 stories")]
)
def test_counts_in_words(number, thing, expected):
    """One is one, all else is many."""
    assert count_of(number, thing) == expected


def test_an_explanation_shows_the_sentence_and_every_step(timeline, timexes):
    """The words that give type and date are marked, and each step to the date is told."""
    entry = timeline.entries[1]
    lines = explain(entry.event, entry.articles, timexes, outcome=entry.outcome)
    marked = {(segment.text, segment.style) for line in lines for segment in line}
    assert {("visit", "trigger"), ("Friday", "date_words")} <= marked
    text = as_plain(lines)
    for words in (
        "planned (still to come)",
        "Fri 6 Mar 2026",
        "“on Friday”",
        "counted from the day of publication: Tue 3 Mar 2026, given with --published",
        "timeline edit ev_visit",
    ):
        assert words in text


def test_an_explanation_says_why_there_is_no_date(timeline, timexes):
    """Unknown is told as unknown, with its reason."""
    entry = timeline.undated[0]
    text = as_plain(explain(entry.event, entry.articles, timexes))
    assert "so: no date, the words leave it open" in text
