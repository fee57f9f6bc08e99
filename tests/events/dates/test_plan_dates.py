"""What is planned keeps no day of its planning."""

from __future__ import annotations

import pytest

from timeline import parse

ROWS = [
    ("The drivers agreed on Monday to meet the mayor.", "meet", None),
    ("On Monday the drivers agreed to meet the mayor.", "meet", None),
    ("The drivers agreed to meet the mayor on Friday.", "meet", "2026-03-06"),
    ("The drivers will meet the mayor on Friday.", "meet", "2026-03-06"),
    ("The drivers expect another vote in January.", "vote", "2027-01-01"),
    ("The drivers held a vote in January.", "vote", "2026-01-01"),
]


@pytest.mark.parametrize(("text", "lemma", "day"), ROWS)
def test_the_day_of_the_planning_stays_with_the_plan(text: str, lemma: str, day: str | None) -> None:
    """A day before the infinitive belongs to the past verb above it; one behind it is the plan's own."""
    (mention,) = [one for one in parse(text, published="2026-03-04").mentions if one.lemma == lemma]
    assert (str(mention.date.first_day) if mention.date else None) == day


def test_a_plan_does_not_get_the_day_of_what_was_stopped() -> None:
    """A court stopped the sale on Friday: that is no day of the sale, and none of the one that is still planned."""
    text = "A court on Friday blocked the sale of the mill to a rival. The company agreed to the sale in 2024."
    sales = [one for one in parse(text, published="2026-03-04").mentions if one.lemma == "sale"]
    assert sales[-1].date is None
