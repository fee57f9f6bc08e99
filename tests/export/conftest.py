"""A small story with all that an export must show: two articles, a plan, a conflict, an undated event."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.values.actors import Actor, Count, EventPlace, Participant
from timeline.values.article import Article, Outlet, Published
from timeline.values.dates import EventDate, Granularity, TimeExpression
from timeline.values.events import (
    Attribution,
    Conflict,
    ConflictValue,
    DateLink,
    Edit,
    Event,
    EventLink,
    Mention,
)
from timeline.values.stories import Entry, Story, Timeline
from timeline.values.text import Span

FIRST_TEXT = (
    "Fire closes Harlow cannery\n"
    "A fire at the Harlow cannery killed 12 people on Monday evening, the fire service said.\n"
    "Mayor Jane Firth will visit the cannery on Friday.\n"
    "Owners met insurers on Wednesday evening.\n"
)
SECOND_TEXT = "Toll rises to 15 after café-side cannery fire\nThe fire on Monday killed 15 people, officials said.\n"


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def day(number: int, **changes) -> EventDate:
    values = {"granularity": Granularity.DAY, "basis": "weekday+published"} | changes
    return EventDate(first_day=date(2026, 3, number), last_day=date(2026, 3, number), **values)


def timex(text: str, words: str, index: int, dates: EventDate | None) -> TimeExpression:
    span = span_of(text, words)
    return TimeExpression(
        index=index,
        start=span.start,
        end=span.end,
        text=words,
        sentence=1,
        type="DATE",
        unresolved="wd:1",
        value=str(dates.first_day) if dates else "XXXX-WXX-3TEV",
        rule="weekday",
        signal="on",
        cue="past",
        dates=dates,
        anchor="published" if dates else None,
    )


FIRST = Article(
    key="ar_first",
    version_key="v1",
    text=FIRST_TEXT,
    title="Fire closes Harlow cannery",
    authors=("Ana Cole",),
    outlet=Outlet(key="so_harlow-post", name="Harlow Post", domain="post.example", language="en"),
    url="https://post.example/fire",
    language="en",
    published=Published(value="2026-03-03", precision="day", basis="given"),
)
SECOND = Article(
    key="ar_second",
    version_key="v2",
    text=SECOND_TEXT,
    title="Toll rises to 15 after café-side cannery fire",
    outlet=Outlet(key="so_echo", name="The Echo"),
    published=Published(value="2026-03-04T09:00:00+01:00", precision="minute", basis="metadata"),
)
FIRE_SERVICE = Participant(
    start=FIRST_TEXT.index("the fire service"),
    end=FIRST_TEXT.index("the fire service") + len("the fire service"),
    text="the fire service",
    name="the fire service",
    role="speaker",
    kind="group",
    key="fire-service",
)
FIRTH = Participant(
    start=FIRST_TEXT.index("Jane"),
    end=FIRST_TEXT.index("Jane") + len("Jane Firth"),
    text="Jane Firth",
    name="Jane Firth",
    role="agent",
    kind="person",
    key="jane-firth",
)
TIMEXES = {
    "ar_first": (
        timex(FIRST_TEXT, "Monday evening", 0, day(2, granularity=Granularity.PART_OF_DAY, part_of_day="evening")),
        timex(FIRST_TEXT, "Friday", 1, day(6)),
        timex(FIRST_TEXT, "Wednesday evening", 2, None),
    ),
    "ar_second": (timex(SECOND_TEXT, "Monday", 0, day(2)),),
}


def mention(text: str, word: str, sentence: str, key: str, **values) -> Mention:
    trigger = span_of(text, word)
    return Mention(
        key=key,
        start=trigger.start,
        end=trigger.end,
        text=word,
        lemma=values.pop("lemma", word),
        sentence=1,
        mode=values.pop("mode", None),
        evidence=(span_of(text, sentence),),
        **values,
    )


def dead(text: str, number: int) -> Count:
    span = span_of(text, str(number))
    return Count(kind="dead", minimum=number, maximum=number, start=span.start, end=span.end, text=str(number))


@pytest.fixture
def timexes():
    """Time expressions by article."""
    return TIMEXES


@pytest.fixture
def timeline() -> Timeline:
    """The fire of Monday evening with two tolls, the visit planned for Friday, a meeting without a date."""
    evening = day(2, granularity=Granularity.PART_OF_DAY, part_of_day="evening")
    first_line, second_line, third_line = FIRST_TEXT.splitlines()[1:4]
    fire = {"type": "DISASTER", "label": "fire", "salience": "core", "title": "Fire kills 15 at Harlow cannery"}
    fire_mentions = (
        mention(
            FIRST_TEXT,
            "fire",
            first_line,
            "mn_1",
            date=evening,
            date_link=DateLink(timex=0, rule="clause"),
            counts=(dead(FIRST_TEXT, 12),),
            attribution=Attribution(source=FIRE_SERVICE),
            **fire,
        ),
        mention(
            SECOND_TEXT,
            "fire",
            SECOND_TEXT.splitlines()[1],
            "mn_2",
            date=day(2),
            date_link=DateLink(timex=0, rule="clause"),
            counts=(dead(SECOND_TEXT, 15),),
            **fire,
        ),
    )
    venue = span_of(FIRST_TEXT, "Harlow")
    fire_event = Event(
        key="ev_fire",
        title="Fire kills 15 at Harlow cannery",
        type="DISASTER",
        mode=None,
        label="fire",
        status="happened",
        factuality="happened",
        polarity="positive",
        aspect="completed",
        salience="core",
        mentions=fire_mentions,
        article_keys=("ar_first", "ar_second"),
        date=evening,
        places=(
            EventPlace(start=venue.start, end=venue.end, text="Harlow", name="Harlow", role="venue", country="GB"),
        ),
        counts=(dead(SECOND_TEXT, 15),),
        source_count=2,
        conflicts=(
            Conflict(
                field="dead",
                values=(
                    ConflictValue(value="15", article_keys=("ar_second",), chosen=True),
                    ConflictValue(value="12", article_keys=("ar_first",), chosen=False),
                ),
                reason="later articles give another number",
            ),
        ),
        edits=(
            Edit(
                key="ed_1",
                target_key="ev_fire",
                field="title",
                machine_value="Fire at cannery",
                human_value="Fire kills 15 at Harlow cannery",
                at="2026-03-05T08:00:00Z",
            ),
        ),
        revision=2,
    )
    visit_values = {"type": "CONSULT", "label": "visit", "salience": "core", "title": "Mayor Firth to visit cannery"}
    planned = {"factuality": "planned", "aspect": "prospective"}
    visit = Event(
        key="ev_visit",
        mode="visit",
        status="planned",
        polarity="positive",
        mentions=(
            mention(
                FIRST_TEXT,
                "visit",
                second_line,
                "mn_3",
                date=day(6),
                date_link=DateLink(timex=1, rule="clause"),
                actors=(FIRTH,),
                **visit_values,
                **planned,
            ),
        ),
        article_keys=("ar_first",),
        date=day(6),
        actors=(FIRTH,),
        links=(EventLink(kind="after", event_key="ev_fire"),),
        **visit_values,
        **planned,
    )
    talk_values = {"type": "CONSULT", "label": "meeting", "salience": "core", "title": "Cannery owners meet insurers"}
    talk = Event(
        key="ev_talk",
        mode="meet",
        status="happened",
        factuality="happened",
        polarity="positive",
        aspect="completed",
        mentions=(
            mention(FIRST_TEXT, "met", third_line, "mn_4", date_link=DateLink(timex=2, rule="clause"), **talk_values),
        ),
        article_keys=("ar_first",),
        **talk_values,
    )
    return Timeline(
        story=Story(
            key="st_fire",
            slug="harlow-cannery-fire",
            title="Harlow cannery fire",
            status="ongoing",
            article_keys=("ar_first", "ar_second"),
            event_keys=("ev_fire", "ev_visit", "ev_talk"),
            first_day="2026-03-02",
            last_day="2026-03-06",
            language="en",
            first_seen_at="2026-03-05T08:00:00Z",
            updated_at="2026-03-05T08:00:00Z",
            source_count=2,
        ),
        entries=(
            Entry(event=fire_event, articles=(FIRST, SECOND)),
            Entry(event=visit, articles=(FIRST,), outcome="pending"),
        ),
        undated=(Entry(event=talk, articles=(FIRST,)),),
        actors=(Actor(key="jane-firth", name="Jane Firth", kind="person", country="GB"),),
        articles=(FIRST, SECOND),
        omitted=(("secondary", 3),),
    )
