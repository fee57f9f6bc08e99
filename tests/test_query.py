"""What is asked for and what answers: criteria against one archive, on every kind of database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from tests.making import HERALD, article, on, reading, says
from timeline.archive import Archive, Criteria
from timeline.errors import QueryError
from timeline.values.dates import EventDate, Granularity

AT = datetime(2026, 3, 6, 12, tzinfo=UTC)

SENTENCES = {
    "war": "Fighting went on in the valley for years.",
    "month": "Nurses struck in January.",
    "march": "Dock workers marched through Harlow.",
    "talks": "Mediators met the union for talks.",
    "vote": "Members will vote on the offer.",
    "theft": "Thieves stole a painting.",
    "rumour": "The mayor may resign, sources said.",
}

CRITERIA = {
    "everything": ({}, "war month march talks vote theft rumour"),
    "one day": ({"after": date(2026, 3, 3), "before": date(2026, 3, 3)}, "war march talks"),
    "a month reaches into its last day": ({"after": date(2026, 1, 31), "before": date(2026, 1, 31)}, "war month"),
    "and not into the next": ({"after": date(2026, 2, 1), "before": date(2026, 2, 2)}, "war"),
    "since": ({"after": date(2026, 3, 4)}, "war vote"),
    "until": ({"before": date(2026, 1, 1)}, "war month"),
    "before all": ({"before": date(1990, 1, 1)}, ""),
    "a type": ({"types": ("PROTEST",)}, "month march"),
    "a type in small letters": ({"types": ("protest",)}, "month march"),
    "a label": ({"types": ("march",)}, "march"),
    "a label or a type": ({"types": ("march", "CRIME")}, "march theft"),
    "a label that nothing has": ({"types": ("eclipse",)}, ""),
    "an actor by key": ({"actors": ("dock-workers",)}, "march"),
    "an actor by public key": ({"actors": ("ac_dock-workers",)}, "march"),
    "an actor by name": ({"actors": ("Dock workers",)}, "march"),
    "an actor and a type": ({"actors": ("dock-workers",), "types": ("PROTEST",)}, "march"),
    "an actor and another type": ({"actors": ("dock-workers",), "types": ("CRIME",)}, ""),
    "an actor and a label": ({"actors": ("dock-workers",), "types": ("march",)}, "march"),
    "an actor and a day": ({"actors": ("dock-workers",), "after": date(2026, 3, 4)}, ""),
    "nobody": ({"actors": ("nobody at all",)}, ""),
    "a place": ({"places": ("harlow",)}, "march"),
    "a country": ({"places": ("gb",)}, "march"),
    "an outlet by name": ({"sources": ("Hill Herald",)}, "theft rumour"),
    "an outlet by domain": ({"sources": ("hillherald.example",)}, "theft rumour"),
    "an outlet by key": ({"sources": ("so_quay-beacon",), "types": ("CRIME",)}, ""),
    "a status": ({"statuses": ("planned",)}, "vote"),
    "a factuality": ({"factualities": ("possible", "planned")}, "vote rumour"),
    "core only": ({"salience": "core"}, "march talks vote theft"),
    "core and secondary": ({"salience": "secondary"}, "month march talks vote theft rumour"),
    "several sources": ({"min_sources": 2}, ""),
    "undated only": ({"undated": True}, "theft rumour"),
    "dated only": ({"undated": False}, "war month march talks vote"),
    "undated within days": ({"undated": True, "after": date(2026, 1, 1)}, ""),
    "the first two": ({"limit": 2}, "war month"),
    "none at all": ({"limit": 0}, ""),
    "six, an undated one among them": ({"limit": 6}, "war month march talks vote theft"),
    "a type within days": ({"types": ("PROTEST",), "after": date(2026, 1, 15), "before": date(2026, 2, 1)}, "month"),
}


@pytest.fixture(scope="module")
def sqlite_archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The archive in a file, filled once."""
    with Archive(tmp_path_factory.mktemp("query") / "news.db") as archive:
        fill(archive)
        yield archive


@pytest.fixture(scope="module")
def postgresql_archive(postgresql_server: str) -> Iterator[Archive]:
    """The archive on a server, filled once."""
    import psycopg
    from sqlalchemy.engine import make_url

    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS questions WITH (FORCE)")
        connection.execute("CREATE DATABASE questions")
    with Archive(
        make_url(postgresql_server).set(database="questions").render_as_string(hide_password=False)
    ) as archive:
        fill(archive)
        yield archive


@pytest.fixture(params=("sqlite", "postgresql"))
def archive(request: pytest.FixtureRequest) -> Archive:
    """The filled archive of each kind."""
    return request.getfixturevalue(f"{request.param}_archive")


def fill(archive: Archive) -> None:
    """Two articles with an event for each name."""
    beacon = article(" ".join(list(SENTENCES.values())[:5]), title="Beacon", url="https://quaybeacon.example/1")
    herald = article(
        " ".join(list(SENTENCES.values())[5:]), title="Herald", url="https://hillherald.example/1", outlet=HERALD
    )
    january = on("2026-01-01", last="2026-01-31", granularity=Granularity.MONTH)
    since = EventDate(first_day=date(1998, 1, 1), last_day=None, granularity=Granularity.YEAR, basis="explicit")
    told = {
        "war": says(
            beacon, SENTENCES["war"], "Fighting", type_="ASSAULT", label="fighting", when=since, salience="background"
        ),
        "month": says(beacon, SENTENCES["month"], "struck", label="strike", when=january, salience="secondary"),
        "march": says(
            beacon, SENTENCES["march"], "marched", when=on("2026-03-03"), agents=("Dock workers",), venue="Harlow"
        ),
        "talks": says(
            beacon,
            SENTENCES["talks"],
            "met",
            type_="CONSULT",
            label="talks",
            when=on("2026-03-03", granularity=Granularity.WEEK, last="2026-03-03"),
        ),
        "vote": says(
            beacon, SENTENCES["vote"], "vote", type_="VOTE", label="vote", when=on("2026-03-09"), factuality="planned"
        ),
        "theft": says(herald, SENTENCES["theft"], "stole", type_="CRIME", label="theft"),
        "rumour": says(
            herald,
            SENTENCES["rumour"],
            "resign",
            type_="PERSONNEL",
            label="resignation",
            factuality="possible",
            salience="secondary",
        ),
    }
    archive.keep(
        [
            (beacon, reading(beacon, *(mention for mention in told.values() if mention.text in beacon.text))),
            (herald, reading(herald, *(mention for mention in told.values() if mention.text not in beacon.text))),
        ],
        at=AT,
    )


@pytest.mark.parametrize("case", CRITERIA)
def test_criteria_find_what_they_say(case: str, archive: Archive) -> None:
    """Each criterion finds these events, in order of time, undated ones last."""
    stated, names = CRITERIA[case]
    titles = {sentence: name for name, sentence in SENTENCES.items()}
    assert names.split() == [titles[event.title] for event in archive.events(Criteria(**stated))]


def test_stories_have_what_is_asked_for(archive: Archive) -> None:
    """Only stories with an event that is asked for are found; within one, only its own events."""
    (dock,) = archive.stories(Criteria(types=("march",)))
    assert {event.label for event in archive.events(story=dock.slug)} == {
        "fighting",
        "strike",
        "march",
        "talks",
        "vote",
    }
    assert archive.events(Criteria(types=("CRIME",)), story=dock.slug) == ()
    assert archive.stories(Criteria(types=("eclipse",))) == ()
    assert len(archive.stories(Criteria(limit=1))) == 1
    assert archive.timeline(None).entries == ()


@pytest.mark.parametrize(
    "stated",
    [
        {"statuses": ("hapened",)},
        {"factualities": ("true",)},
        {"salience": "high"},
        {"limit": -1},
        {"after": date(2026, 3, 4), "before": date(2026, 3, 3)},
    ],
)
def test_criteria_that_mean_nothing_are_refused(stated: dict) -> None:
    """A word that is none of ours, or days in disorder, are told before anything is asked."""
    with pytest.raises(QueryError):
        Criteria(**stated)


INDEXED = {
    "a week": (
        Criteria(after=date(2026, 3, 1), before=date(2026, 3, 7)),
        ("ix_events_sort_key", "ix_events_long_range"),
    ),
    "an actor and a type": (Criteria(actors=("dock-workers",), types=("PROTEST",)), ("ix_participants_actor_id",)),
    "a label": (Criteria(types=("march",), undated=False), ("ix_events_label_sort_key",)),
}


@pytest.mark.parametrize("case", INDEXED)
def test_an_index_answers(case: str, sqlite_archive: Archive) -> None:
    """No question reads all events: the plan names the index."""
    from sqlalchemy import event as listen

    from timeline import query

    criteria, wanted = INDEXED[case]
    plans: list[str] = []

    def explain(connection: object, cursor: object, statement: str, parameters: tuple, *_: object) -> None:
        if statement.startswith("SELECT"):
            driver = connection.connection.driver_connection
            plans.extend(str(row) for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))

    engine = sqlite_archive.database.engine
    listen.listen(engine, "before_cursor_execute", explain)
    try:
        with sqlite_archive.database.read() as connection:
            query.event_ids(connection, criteria)
    finally:
        listen.remove(engine, "before_cursor_execute", explain)
    assert [index for index in wanted if not any(index in plan for plan in plans)] == []
