"""Which day an event gets: by words in its clause or sentence, by what was said before, by tense, or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from timeline.events.dates.dating import date_of, redate, relation_of
from timeline.pipeline import parse
from timeline.temporal import resolve
from timeline.values.dates import EventDate, Granularity
from timeline.values.events import DateLink, Mention

PUBLISHED = "2024-02-28"


def mentions(text: str, published: str | None = PUBLISHED) -> dict[str, Mention]:
    """The mentions of a text by their trigger."""
    return {mention.text: mention for mention in parse(text, published=published).mentions}


@pytest.mark.parametrize(
    ("text", "trigger", "edtf", "bound", "basis", "rule"),
    [
        # words in the clause
        ("The council met on Tuesday.", "met", "2024-02-27", "on", "weekday+published", "clause"),
        ("The council will meet on Thursday.", "meet", "2024-02-29", "on", "weekday+published+tense", "clause"),
        ("Rebels killed 12 people on Oct. 7.", "killed", "2023-10-07", "on", "explicit+published", "clause"),
        ("Officials said on Wednesday evening that it rained.", "said", "2024-02-28", "on", "weekday+published", "clause"),
        ("Rebels attacked the port on 3 March 2021.", "attacked", "2021-03-03", "on", "explicit", "clause"),
        ("Monday's attack shocked the town.", "attack", "2024-02-26", "on", "weekday+published", "attribute"),
            # the day before its noun is that noun's, whatever stands before it; a day set for it too
            ("The union threatened to stay away from Friday's meeting.", "meeting", "2024-03-01", "on", "weekday+published+tense", "attribute"),
            ("A concert, planned for Saturday evening, has been postponed.", "concert", "2024-03-02", "on", "weekday+published+tense", "attribute"),
            ("A meeting she had planned for last Friday was cancelled.", "meeting", "2024-02-23", "on", "weekday+published", "attribute"),
            # a coming day with a past verb is that of what it announces
            ("Firth invited both sides to a meeting at her ministry on Friday.", "meeting", "2024-03-01", "on", "weekday+published+tense", "clause"),
            ("The union has called a meeting on Thursday evening.", "meeting", "2024-02-29", "on", "weekday+published+tense", "clause"),
        # two verbs, two days
        ("He said Tuesday that rebels attacked the port on Sunday.", "said", "2024-02-27", "on", "weekday+published", "clause"),
        ("He said Tuesday that rebels attacked the port on Sunday.", "attacked", "2024-02-25", "on", "weekday+published", "clause"),
        # no words: the report is of the day of publication or before it
        ("Police arrested two men.", "arrested", "2024-02-28?", "on_or_before", "published", "tense"),
        ("The minister said it will rain.", "said", "2024-02-28?", "on_or_before", "published", "tense"),
        # the day being talked about
        ("The leader spoke to reporters. Earlier in the day, police arrested two men.", "arrested", "2024-02-28", "on", "relative+published", "clause"),
        # what one speaker says is of the day on which the telling began; another speaker's is not
        ("Anna Brask said Tuesday that the port is safe. She warned that ships would be turned back.", "warned", "2024-02-27", "on", "weekday+published+reference", "running"),
        ("Anna Brask has warned the port. Judge Quill said on Tuesday that it is safe.", "warned", "2024-02-28?", "on_or_before", "published", "tense"),
        ("Anna Brask said Tuesday that the port is safe. Judge Quill warned the ships.", "warned", "2024-02-28?", "on_or_before", "published", "tense"),
        ("Anna Brask warned last year that the port is old. She said ships would be turned back.", "said", "2024-02-28?", "on_or_before", "published", "tense"),
        # what commas set apart is further away, and "when" tells of the day before it
        ("Elvern, who won the cup in 1987, will meet Dunmere on Thursday.", "meet", "2024-02-29", "on", "weekday+published+tense", "clause"),
        ("The bank nearly failed in 2009, when the state bought a 15 per cent stake.", "bought", "2009", "on", "explicit", "clause"),
        # before an hour is still the day
        ("A quake struck the valley shortly before dawn on Sunday.", "quake", "2024-02-25", "on", "weekday+published", "clause"),
        # ranges and bounds
        ("They met from 3 to 5 February.", "met", "2024-02-03/2024-02-05", "on", "explicit+published", "clause"),
    ],
)  # fmt: skip
def test_dated(text: str, trigger: str, edtf: str, bound: str, basis: str, rule: str) -> None:
    """An event has this date, and it is known on what the date rests."""
    mention = mentions(text)[trigger]
    assert mention.date is not None
    assert (mention.date.edtf, mention.date.bound, mention.date.basis, mention.date_link.rule) == (
        edtf,
        bound,
        basis,
        rule,
    )


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army plans to attack the port.", "attack"),
        ("The union called on the city to release the men.", "release"),
        ("Talks could resume.", "Talks"),
        ("The group did not attack the port.", "attack"),
        ("He was freed after 52 days.", "freed after 52"),
        ("They thanked the boy, whose father was murdered.", "murdered"),
    ],
)
def test_undated(text: str, trigger: str) -> None:
    """What is planned, demanded, possible, denied or background gets no day without date words."""
    found = mentions(text)
    assert trigger not in found or found[trigger].date is None


def test_durations_are_no_dates() -> None:
    """ "after 52 days" and "for six weeks" date nothing."""
    found = mentions("A six-week cease-fire could begin.")["cease-fire"]
    assert (found.date, found.duration) == (None, "P6W")


@pytest.mark.parametrize(
    ("text", "trigger", "edtf"),
    [
        ("The army must withdraw by Friday.", "withdraw", "../2024-03-01"),
        ("The union called on the city to release the men before Easter Monday.", "release", "../2024-03-31"),
        ("They must release the men ahead of Ramadan.", "release", "../2024-03-10~"),
        ("The envoy called for a cease-fire before Easter.", "cease-fire", "../2024-03-30"),
    ],
)
def test_deadlines_stay_deadlines(text: str, trigger: str, edtf: str) -> None:
    """A day up to which something shall be done is its deadline and not its date."""
    found = mentions(text)[trigger]
    assert found.date is None
    assert found.deadline is not None
    assert found.deadline.edtf == edtf


def test_without_a_day_of_publication() -> None:
    """Nothing is invented, and the link is kept for the day that may arrive."""
    found = mentions("Police arrested two men on Tuesday. They said so.", published=None)
    assert [mention.date for mention in found.values()] == [None] * len(found)
    assert found["arrested"].date_link == DateLink(timex=0, rule="clause", bound="on")


def test_dating_again() -> None:
    """Stored mentions and expressions, resolved for a day that arrived, are dated as if it had been known."""
    text = "Police arrested two men on Tuesday. The cabinet will meet on Thursday. They must leave by Friday. The mayor said so."
    early, late = parse(text), parse(text, published=PUBLISHED)
    timexes = resolve(early.timexes, date(2024, 2, 28))
    again = redate(early.mentions, timexes, date(2024, 2, 28))
    assert [(mention.text, mention.date, mention.deadline) for mention in again] == [
        (mention.text, mention.date, mention.deadline) for mention in late.mentions
    ]
    assert redate(again, resolve(timexes, None), None) == early.mentions


def test_a_link_stands_for_its_date() -> None:
    """The date of a link follows from stored values alone."""
    (timex,) = parse("It has rained since Oct. 7.", published=PUBLISHED).timexes
    since, _, _ = date_of(DateLink(timex=0, rule="clause"), (timex,), date(2024, 2, 28))
    assert since is not None
    assert (since.first_day, since.last_day) == (date(2023, 10, 7), None)
    before, _, _ = date_of(DateLink(timex=0, rule="clause"), (replace(timex, signal="before"),), date(2024, 2, 28))
    assert before is not None
    assert (before.first_day, before.last_day) == (None, date(2023, 10, 6))
    tense, deadline, duration = date_of(DateLink(rule="tense", bound="as_of"), (), date(2024, 2, 28))
    assert tense == EventDate(
        first_day=date(2024, 2, 28), last_day=date(2024, 2, 28), granularity=Granularity.DAY, basis="published",
        bound="as_of", uncertain=True,
    )  # fmt: skip
    assert (deadline, duration) == (None, None)
    assert date_of(DateLink(), (timex,), date(2024, 2, 28)) == (None, None, None)
    assert date_of(DateLink(timex=9), (timex,), date(2024, 2, 28)) == (None, None, None)


@pytest.mark.parametrize(
    ("signal", "relation"),
    [
        ("ahead of", "before"),
        ("by", "by"),
        ("since", "since"),
        ("until", "until"),
        ("as of", "as_of"),
        (None, "on"),
        ("on", "on"),
    ],
)
def test_relation(signal: str | None, relation: str) -> None:
    """A connective says how a date stands to its event."""
    (timex,) = parse("It rained on Tuesday.", published=PUBLISHED).timexes
    assert relation_of(replace(timex, signal=signal)) == relation


def test_a_history_has_no_day_of_publication() -> None:
    """In an article about long ago the past tense says nothing of the day on which it was published."""
    history = (
        "The army shelled the fort in April 1861. Rebels attacked the port in 1862 and in 1863. Troops arrested the mayor. "
        "The army besieged the town in 1864 and took it on 9 April 1865."
    )
    assert mentions(history)["arrested"].date is None
    assert mentions("Troops arrested the mayor. Rebels attacked the port on Sunday.")["arrested"].date is not None


def named(text: str) -> list[str | None]:
    """The dates of all raids of a text, in its order."""
    found = parse(text, published=PUBLISHED).mentions
    return [mention.date.edtf if mention.date else None for mention in found if mention.lemma == "raid"]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Last week's raid failed. Brask called the raid unlawful.", ["2024-02-19/2024-02-25"] * 2),
        # another raid, or nobody knows which
        ("Last week's raid failed. Brask fears a raid on the port.", ["2024-02-19/2024-02-25", None]),
        (
            "Last week's raid failed. A raid on 3 March 2021 freed two. Brask called the raid unlawful.",
            ["2024-02-19/2024-02-25", "2021-03-03", None],
        ),
    ],
)
def test_a_noun_that_points_back(text: str, dates: list[str | None]) -> None:
    """ "The raid" has the day of the one raid that was dated before it."""
    assert named(text) == dates
