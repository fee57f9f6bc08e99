"""A Hypothesis strategy for every value that flows: spans quote their text, dates are ordered, keys are unique."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from timeline.errors import Problem
from timeline.stories.merging import event_key
from timeline.values.actors import (
    ACTOR_KINDS,
    ACTOR_ROLES,
    PLACE_KINDS,
    PLACE_ROLES,
    RECIPIENT_ROLES,
    Actor,
    Count,
    EventPlace,
    Participant,
)
from timeline.values.article import PUBLISHED_BASES, READ_KINDS, Article, Block, Outlet, Published
from timeline.values.dates import BASES, BOUNDS, PARTS_OF_DAY, EventDate, Granularity, TimeExpression
from timeline.values.events import (
    ASPECTS,
    EVENT_TYPES,
    FACTUALITIES,
    POLARITIES,
    QUOTE_KINDS,
    SALIENCES,
    STATUSES,
    Attribution,
    Conflict,
    ConflictValue,
    DateLink,
    Event,
    Extraction,
    Mention,
    Quotation,
)
from timeline.values.text import Span

#: Words with what breaks naive storing: quotes, accents, other scripts, pictures beyond 16 bits, percent and colon
#: signs.
WORDS = ("march", "O'Hara", '"talks"', "café", "переговоры", "🕊️", "100 %", ":name", "a;b", "–", "line\nbreak", "x")

names = st.sampled_from(("Jane Firth", "dock workers", "Harlow council", "Łódź mayor", "the port"))
keys = st.sampled_from(("jane-firth", "dock-workers", "harlow-council", "lodz-mayor"))
words = st.text(alphabet="abc é🕊'\":%", min_size=1, max_size=12)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
texts = st.lists(st.sampled_from(WORDS), min_size=3, max_size=12).map(" ".join)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """The value or None."""
    return st.none() | strategy


def tuples(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some of them."""
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def dates(draw: Callable[..., Any]) -> EventDate:
    """A date, open or closed, long or short."""
    first = draw(days)
    last = first + timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 6, 30, 365, 4000))))
    open_end = draw(st.sampled_from(("none", "none", "none", "first", "last")))
    return EventDate(
        first_day=None if open_end == "first" else first,
        last_day=None if open_end == "last" else last,
        granularity=draw(st.sampled_from(Granularity)),
        part_of_day=draw(maybe(st.sampled_from(PARTS_OF_DAY))),
        time=draw(maybe(st.sampled_from(("15:00", "09:30:00", "15:00+02:00")))),
        bound=draw(st.sampled_from(BOUNDS)),
        approximate=draw(st.booleans()),
        uncertain=draw(st.booleans()),
        basis="+".join(draw(st.lists(st.sampled_from(BASES), min_size=1, max_size=2, unique=True))),
    )


@st.composite
def published(draw: Callable[..., Any]) -> Published:
    """Known or not."""
    if draw(st.booleans()):
        return Published()
    return Published(
        value=draw(st.sampled_from(("2024-02-28", "2024-02-28T23:44:00+02:00", "2023-12-31"))),
        precision=draw(st.sampled_from(("day", "minute", "second"))),
        basis=draw(st.sampled_from(PUBLISHED_BASES[:-1])),
        text=draw(maybe(words)),
    )


outlets = st.builds(
    Outlet, key=st.sampled_from(("so_beacon", "so_herald")), name=st.just("Beacon"), domain=maybe(words)
)


@st.composite
def spans(draw: Callable[..., Any], text: str) -> Span:
    """A piece of the text."""
    start = draw(st.integers(0, len(text) - 1))
    return Span(start=start, end=draw(st.integers(start + 1, len(text))))


@st.composite
def participants(draw: Callable[..., Any], text: str, roles: tuple[str, ...]) -> Participant:
    """Someone who is named in the text."""
    span = draw(spans(text))
    key = draw(maybe(keys))
    return Participant(
        start=span.start,
        end=span.end,
        text=span.quote(text),
        name=draw(names),
        role=draw(st.sampled_from(roles)),
        kind=draw(st.sampled_from(ACTOR_KINDS)) if key else None,
        key=key,
        country=draw(maybe(st.just("GB"))),
        code=draw(maybe(st.just("GBRGOV"))),
    )


@st.composite
def event_places(draw: Callable[..., Any], text: str) -> EventPlace:
    """A place that is named in the text."""
    span = draw(spans(text))
    return EventPlace(
        start=span.start,
        end=span.end,
        text=span.quote(text),
        name=draw(names),
        role=draw(st.sampled_from(PLACE_ROLES)),
        country=draw(maybe(st.just("GB"))),
        latitude=draw(maybe(st.sampled_from((51.5, -33.25)))),
        longitude=draw(maybe(st.sampled_from((0.125, 151.5)))),
        kind=draw(st.sampled_from(PLACE_KINDS)),
    )


@st.composite
def event_counts(draw: Callable[..., Any], text: str) -> Count:
    """A number that stands in the text."""
    span = draw(spans(text))
    return Count(
        kind=draw(st.sampled_from(("dead", "injured", "size"))),
        minimum=draw(maybe(st.integers(0, 10**6))),
        maximum=draw(maybe(st.integers(0, 10**6))),
        start=span.start,
        end=span.end,
        text=span.quote(text),
        approximate=draw(st.booleans()),
    )


@st.composite
def attributions(draw: Callable[..., Any], text: str) -> Attribution:
    """The article's own voice, or somebody's."""
    if draw(st.booleans()):
        return Attribution()
    speaker = participants(text, ("speaker",))
    return Attribution(
        source=draw(maybe(speaker)),
        cue=draw(maybe(spans(text))),
        outlet=draw(maybe(speaker)),
        chain=draw(tuples(speaker, 2)),
    )


@st.composite
def mentions(draw: Callable[..., Any], text: str) -> Mention:
    """One report in the text."""
    trigger = draw(spans(text))
    index = maybe(st.integers(0, 3))
    return Mention(
        start=trigger.start,
        end=trigger.end,
        text=trigger.quote(text),
        lemma=draw(words),
        sentence=draw(st.integers(0, 5)),
        type=draw(st.sampled_from(EVENT_TYPES)),
        mode=draw(maybe(words)),
        label=draw(st.sampled_from(("march", "talks", "statement"))),
        evidence=tuple(draw(st.lists(spans(text), min_size=1, max_size=3))),
        factuality=draw(st.sampled_from(FACTUALITIES)),
        polarity=draw(st.sampled_from(POLARITIES)),
        aspect=draw(st.sampled_from(ASPECTS)),
        salience=draw(st.sampled_from(SALIENCES)),
        date_link=DateLink(
            timex=draw(index),
            rule=draw(st.sampled_from(("clause", "none"))),
            bound=draw(st.sampled_from(BOUNDS)),
            deadline=draw(index),
            duration=draw(index),
        ),
        date=draw(maybe(dates())),
        deadline=draw(maybe(dates())),
        duration=draw(maybe(st.just("P6W"))),
        actors=draw(tuples(participants(text, ACTOR_ROLES))),
        recipients=draw(tuples(participants(text, RECIPIENT_ROLES))),
        about=draw(tuples(spans(text))),
        places=draw(tuples(event_places(text))),
        counts=draw(tuples(event_counts(text))),
        attribution=draw(attributions(text)),
        contexts=draw(tuples(words)),
        title=draw(words),
        group=draw(st.integers(-1, 4)),
        rule=draw(words),
        factuality_cue=draw(maybe(spans(text))),
    )


@st.composite
def timexes(draw: Callable[..., Any], text: str, index: int) -> TimeExpression:
    """A time expression of the text."""
    span = draw(spans(text))
    when = draw(maybe(dates()))
    return TimeExpression(
        index=index,
        start=span.start,
        end=span.end,
        text=span.quote(text),
        sentence=draw(st.integers(0, 5)),
        type=draw(st.sampled_from(("DATE", "TIME", "DURATION", "SET"))),
        unresolved=draw(words),
        value=draw(words),
        rule=draw(words),
        mod=draw(maybe(words)),
        quant=draw(maybe(words)),
        freq=draw(maybe(words)),
        signal=draw(maybe(words)),
        cue=draw(maybe(st.sampled_from(("past", "future")))),
        cue_text=draw(maybe(words)),
        reference=draw(maybe(st.just("timex:0"))),
        dates=when,
        anchor=draw(maybe(st.just("published"))),
        basis=draw(maybe(st.just("weekday+published"))),
        alternatives=draw(tuples(dates(), 2)),
        partner=draw(maybe(st.integers(0, 3))),
    )


@st.composite
def quotations(draw: Callable[..., Any], text: str) -> Quotation:
    """Somebody's words in the text."""
    return Quotation(
        kind=draw(st.sampled_from(QUOTE_KINDS)),
        content_spans=tuple(draw(st.lists(spans(text), min_size=1, max_size=2))),
        source_spans=draw(tuples(spans(text), 2)),
        cue_spans=draw(tuples(spans(text), 2)),
        speaker=draw(maybe(names)),
        speaker_key=draw(maybe(keys)),
    )


@st.composite
def articles(draw: Callable[..., Any], text: str | None = None) -> Article:
    """An article with all or few of its fields."""
    whole = draw(texts) if text is None else text
    block = draw(spans(whole))
    return Article(
        key=f"ar_{draw(st.integers(0, 10**9)):x}",
        version_key=f"{draw(st.integers(0, 10**9)):x}",
        text=whole,
        blocks=draw(
            tuples(st.sampled_from(READ_KINDS).map(lambda kind: Block(kind=kind, start=block.start, end=block.end)), 2)
        ),
        title=draw(maybe(words)),
        subtitle=draw(maybe(words)),
        authors=draw(tuples(names)),
        dateline=draw(maybe(words)),
        credits=draw(tuples(words)),
        outlet=draw(maybe(outlets)),
        url=draw(maybe(st.just("https://beacon.example/1?a=b&c=ü"))),
        canonical_url=draw(maybe(st.just("https://beacon.example/1"))),
        record_id=draw(maybe(words)),
        path=draw(maybe(words)),
        language=draw(maybe(st.just("en"))),
        published=draw(published()),
        modified=draw(published()),
        wire=draw(maybe(words)),
        correction=draw(maybe(words)),
        problems=draw(tuples(st.builds(Problem, where=words, what=words, hint=words), 2)),
    )


@st.composite
def readings(draw: Callable[..., Any]) -> tuple[Article, Extraction]:
    """An article with what could have been read in it."""
    article = draw(articles())
    found = draw(tuples(mentions(article.text), 4))
    cast = draw(st.lists(st.tuples(keys, names), max_size=3, unique_by=lambda pair: pair[0]))
    return article, Extraction(
        text=article.text,
        published=article.published,
        sentences=draw(tuples(spans(article.text))),
        timexes=tuple(draw(timexes(article.text, index)) for index in range(draw(st.integers(0, 3)))),
        mentions=found,
        quotations=draw(tuples(quotations(article.text))),
        actors=tuple(
            Actor(
                key=key,
                name=name,
                kind="group",
                country=draw(maybe(st.just("GB"))),
                aliases=draw(tuples(names, 2).map(lambda many: tuple(dict.fromkeys(many)))),
                titles=draw(tuples(words, 2).map(lambda many: tuple(dict.fromkeys(many)))),
                mentions=draw(tuples(spans(article.text), 2)),
            )
            for key, name in cast
        ),
        main=draw(st.integers(0, len(found) - 1)) if found else None,
    )


@st.composite
def events(draw: Callable[..., Any], article: Article, reported: tuple[Mention, ...]) -> Event:
    """An event of these mentions of one article, with details of its own."""
    text = article.text
    clash = Conflict(
        field="dead",
        values=(
            ConflictValue(value="12", article_keys=(article.key,), chosen=True),
            ConflictValue(value="15", article_keys=(article.key,), chosen=False),
        ),
        reason="the articles give different numbers",
    )
    return Event(
        key=event_key(reported[0].key),
        title=draw(words),
        type=draw(st.sampled_from(EVENT_TYPES)),
        mode=draw(maybe(words)),
        label=draw(st.sampled_from(("march", "talks"))),
        status=draw(st.sampled_from(STATUSES)),
        factuality=draw(st.sampled_from(FACTUALITIES)),
        polarity=draw(st.sampled_from(POLARITIES)),
        aspect=draw(st.sampled_from(ASPECTS)),
        salience=draw(st.sampled_from(SALIENCES)),
        mentions=reported,
        article_keys=(article.key,) * len(reported),
        date=draw(maybe(dates())),
        deadline=draw(maybe(dates())),
        duration=draw(maybe(st.just("P6W"))),
        actors=draw(tuples(participants(text, ACTOR_ROLES))),
        recipients=draw(tuples(participants(text, RECIPIENT_ROLES))),
        places=draw(tuples(event_places(text))),
        counts=draw(tuples(event_counts(text))),
        contexts=draw(tuples(words)),
        source_count=draw(st.integers(1, 9)),
        conflicts=draw(st.sampled_from(((), (clash,)))),
    )
