"""What is stored comes back: every value, through a real database."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from timeline.storage.database import open_database
from timeline.storage.finder import Finder
from timeline.storage.mapping import date_of, date_record
from timeline.storage.store import Store, mention_keys
from timeline.values.article import Article
from timeline.values.dates import EventDate
from timeline.values.events import Event, Extraction

RELAXED = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@given(strategies.dates())
def test_a_date_comes_back_from_json(when: EventDate) -> None:
    """Deadlines and alternatives are kept as JSON, and lose nothing."""
    assert when == date_of(date_record(when))


@RELAXED
@given(strategies.readings())
def test_a_reading_comes_back(read: tuple[Article, Extraction]) -> None:
    """Article, expressions, mentions, quotations and actors come back as they went in; mentions with their keys."""
    article, extraction = read
    database = open_database(":memory:")
    with database.write() as connection:
        store = Store(connection, at="2026-03-05T12:00:00Z")
        kept = store.add_article(article, extraction)
        store.flush()
    with database.read() as connection:
        finder = Finder(connection)
        stored = finder.extraction(article.key)
        assert finder.articles([article.key]) == {article.key: article}
    assert stored is not None
    keyed = tuple(one.mention for one in kept)
    assert stored.mentions == keyed
    assert tuple(replace(mention, key="") for mention in keyed) == tuple(
        replace(mention, key="") for mention in extraction.mentions
    )
    cast = {actor.key for actor in extraction.actors}
    assert replace(stored, actors=tuple(actor for actor in stored.actors if actor.key in cast)) == replace(
        extraction, mentions=keyed, problems=()
    )
    database.close()


@st.composite
def told(draw: st.DrawFn) -> tuple[Article, Extraction, Event]:
    """A reading with at least one mention, and an event of all its mentions."""
    article, extraction = draw(strategies.readings().filter(lambda read: bool(read[1].mentions)))
    made = mention_keys(article.key, article.text, extraction.mentions)
    keyed = tuple(replace(mention, key=key) for mention, key in zip(extraction.mentions, made, strict=True))
    in_order = tuple(sorted(keyed, key=lambda mention: (mention.start, mention.key)))
    return article, replace(extraction, mentions=keyed), draw(strategies.events(article, in_order))


@RELAXED
@given(told())
def test_an_event_comes_back(story: tuple[Article, Extraction, Event]) -> None:
    """An event comes back as it went in, and storing it again changes nothing."""
    article, extraction, event = story
    database = open_database(":memory:")
    outcomes = []
    for first in (True, False):
        with database.write() as connection:
            store, finder = Store(connection, at="2026-03-05T12:00:00Z"), Finder(connection)
            kept = store.add_article(article, extraction) if first else finder.mentions([article.key])
            outcomes.append(
                store.save_events(
                    (event,),
                    before=(event.key,),
                    story_of={},
                    stored_mentions={one.mention.key: one for one in kept},
                    outlet_names={},
                )
            )
            store.flush()
    with database.read() as connection:
        finder = Finder(connection)
        stored = finder.events(list(finder.event_ids([event.key]).values()))
    known = {actor.key for actor in extraction.actors} | {
        who.key for mention in extraction.mentions for who in (*mention.actors, *mention.recipients) if who.key
    }

    def keyed(people: tuple) -> tuple:
        """Participants whose key is that of an actor of the archive; others are shown without one."""
        return tuple(who if who.key in known else replace(who, key=None) for who in people)

    expected = replace(event, actors=keyed(event.actors), recipients=keyed(event.recipients))
    assert (expected,) == stored
    assert outcomes == [(1, 0), (0, 0)]
    database.close()


def test_mention_keys_outlive_changes_elsewhere() -> None:
    """A paragraph before it changes no key; the same words twice have two."""
    from tests.making import article, reading, says

    one = article("Workers marched. Workers marched.", title="March")
    twice = [says(one, "Workers marched.", "marched"), says(one, "Workers marched.", "marched")]
    longer = article("A new first line. Workers marched.", title="March")
    later = says(longer, "Workers marched.", "marched")
    made = mention_keys("ar_1", one.text, twice)
    assert len(set(made)) == 2
    assert mention_keys("ar_1", longer.text, [later]) == made[:1]
    assert mention_keys("ar_2", longer.text, [later]) != made[:1]
    assert reading(one, *twice).main == 0
