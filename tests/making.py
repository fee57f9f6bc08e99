"""Hand-made articles and readings, so that storing is tested without the parser: words are found by ``str.index``.

``article(...)`` is an article; ``reading(article, says(...), ...)`` its extraction, whose mentions quote the text.
"""

from __future__ import annotations

from datetime import date
from hashlib import blake2b

from timeline.values.actors import Actor, Count, EventPlace, Participant
from timeline.values.article import Article, Block, Outlet, Published
from timeline.values.dates import EventDate, Granularity, TimeExpression
from timeline.values.events import Attribution, DateLink, Extraction, Mention, Quotation
from timeline.values.text import Span

BEACON = Outlet(key="so_quay-beacon", name="Quay Beacon", domain="quaybeacon.example", country="GB", language="en")
HERALD = Outlet(key="so_hill-herald", name="Hill Herald", domain="hillherald.example", country="GB", language="en")


def digest(text: str) -> str:
    """A short digest, for keys."""
    return blake2b(text.encode(), digest_size=6).hexdigest()


def article(
    text: str,
    *,
    title: str | None = None,
    published: str | None = "2026-03-05",
    outlet: Outlet | None = BEACON,
    url: str | None = None,
    record_id: str | None = None,
    path: str | None = None,
) -> Article:
    """An article whose text begins with its title."""
    whole = f"{title}\n\n{text}" if title else text
    identity = url or (f"{record_id} {outlet.key if outlet else ''}" if record_id else whole)
    blocks = [Block(kind="title", start=0, end=len(title))] if title else []
    return Article(
        key=f"ar_{digest(identity)}",
        version_key=digest(whole),
        text=whole,
        blocks=(*blocks, Block(kind="body", start=len(whole) - len(text), end=len(whole))),
        title=title,
        outlet=outlet,
        url=url,
        canonical_url=url,
        record_id=record_id,
        path=path,
        language="en",
        published=Published(value=published, precision="day", basis="given") if published else Published(),
    )


def on(
    day: str, *, basis: str = "explicit", granularity: Granularity = Granularity.DAY, last: str | None = None
) -> EventDate:
    """A day, or a range."""
    first = date.fromisoformat(day)
    return EventDate(
        first_day=first, last_day=date.fromisoformat(last) if last else first, granularity=granularity, basis=basis
    )


def span_of(text: str, words: str, start: int = 0) -> Span:
    """Where some words stand."""
    place = text.index(words, start)
    return Span(start=place, end=place + len(words))


def who(text: str, words: str, role: str = "agent", *, kind: str = "person", key: str | None = None) -> Participant:
    """A participant by its words; the key is made from them."""
    place = span_of(text, words)
    made = words.lower().replace(" ", "-") if key is None else key
    return Participant(start=place.start, end=place.end, text=words, name=words, role=role, kind=kind, key=made or None)


def says(
    one: Article,
    sentence: str,
    trigger: str,
    *,
    type_: str = "PROTEST",
    label: str = "march",
    when: EventDate | None = None,
    agents: tuple[str, ...] = (),
    venue: str | None = None,
    dead: tuple[str, int] | None = None,
    factuality: str = "happened",
    salience: str = "core",
    source: str | None = None,
    title: str | None = None,
    timex: int | None = None,
) -> Mention:
    """One mention: its evidence is the sentence, its trigger a word of it."""
    text = one.text
    evidence = span_of(text, sentence)
    place = span_of(text, trigger, evidence.start)
    places = []
    if venue is not None:
        spot = span_of(text, venue, evidence.start)
        places.append(EventPlace(start=spot.start, end=spot.end, text=venue, name=venue, role="venue", country="GB"))
    counted = []
    if dead is not None:
        spot = span_of(text, dead[0], evidence.start)
        counted.append(
            Count(kind="dead", minimum=dead[1], maximum=dead[1], start=spot.start, end=spot.end, text=dead[0])
        )
    return Mention(
        start=place.start,
        end=place.end,
        text=trigger,
        lemma=trigger,
        sentence=0,
        type=type_,
        mode=None,
        label=label,
        evidence=(evidence,),
        factuality=factuality,
        aspect="prospective" if factuality == "planned" else "completed",
        salience=salience,
        date=when,
        date_link=DateLink(timex=timex, rule="clause" if timex is not None else "none"),
        actors=tuple(who(text, agent) for agent in agents),
        places=tuple(places),
        counts=tuple(counted),
        attribution=Attribution(source=who(text, source, "speaker")) if source else Attribution(),
        title=title or sentence,
        group=place.start,
        rule="hand",
    )


def weekday(one: Article, words: str, index: int = 0) -> TimeExpression:
    """An unanchored weekday of the text: "Thursday"."""
    place = span_of(one.text, words)
    number = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday").index(words) + 1
    return TimeExpression(
        index=index,
        start=place.start,
        end=place.end,
        text=words,
        sentence=0,
        type="DATE",
        unresolved=f"wd:{number}",
        value=f"XXXX-WXX-{number}",
        rule="weekday",
        cue="past",
    )


def reading(
    one: Article, *mentions: Mention, timexes: tuple[TimeExpression, ...] = (), quotations: tuple[Quotation, ...] = ()
) -> Extraction:
    """The extraction of an article with these mentions; its actors are theirs."""
    cast: dict[str, Actor] = {}
    for mention in mentions:
        for part in mention.actors:
            if part.key and part.key not in cast:
                cast[part.key] = Actor(
                    key=part.key, name=part.name, kind=part.kind or "group", aliases=(part.name,), mentions=(part.span,)
                )
    return Extraction(
        text=one.text,
        published=one.published,
        sentences=tuple(mention.evidence[0] for mention in mentions),
        timexes=timexes,
        mentions=mentions,
        quotations=quotations,
        actors=tuple(cast.values()),
        main=0 if mentions else None,
    )
