"""Every date says on what it rests: which words, found where, by which rule and cue, counted from what, and what else it
could have been."""

from __future__ import annotations

import pytest

from timeline.export.date_reasons import DateGrounds, explain_date
from timeline.pipeline import parse

PUBLISHED = "2024-02-28"
GIVEN = "counted from the day of publication: Wed 28 Feb 2024, given with --published"


def steps(text: str, trigger: str, published: str | None = PUBLISHED) -> list[str]:
    """The steps to the date of the first mention whose words hold the trigger."""
    reading = parse(text, published=published)
    found = next(mention for mention in reading.mentions if trigger in mention.text)
    return list(explain_date(found, DateGrounds(text, reading.timexes, reading.published)))


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "The cabinet will meet on Thursday.",
            "meet",
            [
                "date words: “on Thursday”, in its own clause (time rule “day”)",
                "“will” points to the future",
                GIVEN,
                "the words alone would also fit Thu 22 Feb 2024, the one before; “will” decides",
                "so: Thu 29 Feb 2024",
            ],
        ),
        (
            "Brask said in Tuesday's speech that taxes would rise.",
            "said",
            [
                "date words: “Tuesday”, of the occasion on which it was (time rule “day”)",
                "“said” points to the past",
                GIVEN,
                "the words alone would also fit Tue 5 Mar 2024, the one after; “said” decides",
                "so: Tue 27 Feb 2024",
            ],
        ),
        (
            "Voters elected Brask on 3 March 2021. The mayor resigned two days later.",
            "resigned",
            [
                "date words: “two days later”, in its own clause (time rule “units_later”)",
                "counted from “on 3 March 2021” in the article (Wed 3 Mar 2021)",
                "so: Fri 5 Mar 2021",
            ],
        ),
        (
            "Rebels shelled the harbour in 1987.",
            "shelled",
            [
                "date words: “in 1987”, in its own clause (time rule “year”)",
                "the words say the whole date",
                "so: 1987",
            ],
        ),
        (
            "Police arrested two men.",
            "arrested",
            [
                "no date words; told as done, so it was on the day of publication or before it: "
                "Wed 28 Feb 2024, given with --published",
                "so: on or before Wed 28 Feb 2024",
            ],
        ),
        (
            "The union wants a new contract.",
            "wants",
            [
                "no date words; told as going on, so it was so on the day of publication: "
                "Wed 28 Feb 2024, given with --published",
                "so: as of Wed 28 Feb 2024",
            ],
        ),
        (
            "The rebels must leave the city by Friday.",
            "leave",
            [
                "no date words belong to it",
                "“by Friday” is a deadline, and no date: until 1 Mar 2024",
                "so: no date, what is called for has none without words",
            ],
        ),
        (
            "The court had rejected the appeal.",
            "rejected",
            [
                "no date words belong to it",
                "so: no date; told as background or beside the news, which may have been any day",
            ],
        ),
    ],
)
def test_steps(text: str, trigger: str, expected: list[str]) -> None:
    """All steps, in their order."""
    assert steps(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "step"),
    [
        ("Tuesday's vote surprised the markets.", "vote", "date words: “Tuesday”, standing with its noun (time rule “day”)"),
        ("On Tuesday, police arrested a man and seized a boat.", "seized", "date words: “on Tuesday”, at the head of its sentence (time rule “day”)"),
        ("On Monday, rebels entered the town. They seized the radio.", "seized", "date words: “on Monday”, the day spoken of before in “On Monday, rebels entered the town. They” (time rule “day”)"),
        ("Protests have continued since Monday.", "Protests", "“since” opens the end: from that day on"),
        ("They met from 3 to 5 February.", "met", "“to 5 February” is the other end"),
        ("He was arrested in June.", "arrested", "the words alone would also fit June 2024, the year after; “arrested” decides"),
        ("The rebels left the city by Friday.", "left", "not Fri 1 Mar 2024, the nearest such day: what was done does not lie ahead"),
        ("She will be sworn in on January 5.", "sworn", "not Fri 5 Jan 2024, the nearest such day: what is to come lies ahead"),
        ("A six-week cease-fire could begin.", "cease-fire", "“six-week” says how long, and is no date"),
        ("A six-week cease-fire could begin.", "cease-fire", "so: no date, what is only possible has none without words"),
        ("No one was hurt in the fire.", "hurt", "no date words; told as not done by the day of publication: Wed 28 Feb 2024, given with --published"),
    ],
)  # fmt: skip
def test_a_step(text: str, trigger: str, step: str) -> None:
    """This step is among them."""
    assert step in steps(text, trigger)


@pytest.mark.parametrize("text", ["Police arrested two men.", "Police arrested two men on Tuesday."])
def test_without_a_day_of_publication(text: str) -> None:
    """What is missing is named, with the way to give it."""
    said = "so: no date, the article's day of publication is unknown; give it with --published YYYY-MM-DD"
    assert steps(text, "arrested", published=None)[-1] == said
