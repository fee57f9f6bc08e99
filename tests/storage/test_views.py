"""The views: their columns are a promise, and they work in the plain ``sqlite3`` shell."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.making import HERALD, article, on, reading, says
from timeline.archive import Archive
from timeline.storage.views import VIEWS

AT = datetime(2026, 3, 6, 12, tzinfo=UTC)

COLUMNS = {
    "timeline": (
        "story_id story event_id sort_key first_day last_day edtf granularity part_of_day time bound display "
        "approximate uncertain basis deadline_day type mode label status factuality polarity aspect salience "
        "title actors places speaker source_count article_count edited revision first_seen_at updated_at"
    ),
    "event_sources": (
        "event_id first_day last_day title source_id source article_id article_title url published "
        "published_basis quote quote_start quote_end date_quote type label factuality copy_of_article_id"
    ),
    "event_actors": (
        "event_id first_day last_day type mode label status actor_id actor kind country code role quote "
        "article_id quote_start quote_end sort_key edtf title factuality salience source_count"
    ),
    "actor_overview": "actor_id name kind country code aliases titles same_as events articles first_day last_day",
    "statements": (
        "event_id said_on speaker speaker_kind named kind claim type label factuality quote source article_id "
        "url published"
    ),
    "planned": (
        "story_id story event_id title type mode label planned_for last_day granularity display deadline_day "
        "announced_on status factuality outcome outcome_event_id source_count"
    ),
    "conflicts": "event_id title field value source_count sources chosen reason",
    "undated": "event_id title type label status date_text unresolved reason article_id published source quote",
    "story_overview": (
        "story_id slug title status first_day last_day days events planned undated articles sources "
        "top_actors revision first_seen_at updated_at"
    ),
    "story_days": "story_id day events statements actions articles",
    "source_coverage": (
        "source_id source articles first_published last_published events exclusive_events syndicated_share"
    ),
    "review_queue": "event_id title reason priority quote suggestion",
    "acled": (
        "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
        "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 country location latitude longitude geo_precision "
        "source source_scale notes fatalities timestamp"
    ),
    "edit_log": "edit_id at by target_id field machine_value human_value note active",
    "run_log": "run_id started_at finished_at position path outcome reason article_id mentions",
    "mention_texts": "id title quote",
}


@pytest.fixture
def archive(place: str) -> Archive:
    """An archive with a march that two outlets tell differently, a plan, a statement and an undated theft."""
    beacon = article(
        "Dock workers marched through Harlow on Tuesday, leaving 12 dead. Jane Firth said the port would close. "
        "Members will vote on 9 March.",
        title="March in Harlow",
        url="https://quaybeacon.example/1",
    )
    herald = article(
        "Dock workers marched through Harlow on Tuesday, leaving 15 dead. Thieves stole a painting.",
        title="Harlow march",
        outlet=HERALD,
        url="https://hillherald.example/1",
    )
    marched = {"when": on("2026-03-03"), "agents": ("Dock workers",), "venue": "Harlow"}
    first, second = (one.text.split("\n\n")[1].split(". ")[0] + "." for one in (beacon, herald))
    with Archive(place) as opened:
        opened.keep(
            [
                (
                    beacon,
                    reading(
                        beacon,
                        says(beacon, first, "marched", dead=("12", 12), **marched),
                        says(
                            beacon,
                            "Jane Firth said the port would close.",
                            "said",
                            type_="STATEMENT",
                            label="statement",
                            when=on("2026-03-04"),
                            agents=("Jane Firth",),
                            source="Jane Firth",
                        ),
                        says(
                            beacon,
                            "Members will vote on 9 March.",
                            "vote",
                            type_="VOTE",
                            label="vote",
                            when=on("2026-03-09"),
                            factuality="planned",
                        ),
                    ),
                ),
                (
                    herald,
                    reading(
                        herald,
                        says(herald, second, "marched", dead=("15", 15), **marched),
                        says(herald, "Thieves stole a painting.", "stole", type_="CRIME", label="theft"),
                    ),
                ),
            ],
            at=AT,
        )
        yield opened


def test_columns_are_a_promise(archive: Archive) -> None:
    """Each view has these columns in this order; none is renamed or dropped without a word in the changelog."""
    assert COLUMNS.keys() == VIEWS.keys()
    for view, columns in COLUMNS.items():
        assert columns.split() == list(archive.sql(f"select * from {view}").columns)


def test_views_answer_what_analysts_ask(archive: Archive) -> None:
    """Every view has rows, and they say what the articles say."""
    asked = {
        "select title, first_day, places, source_count from timeline where label = 'march'": [
            ("Dock workers marched through Harlow on Tuesday, leaving 12 dead.", "2026-03-03", "Harlow", 2)
        ],
        "select source from event_sources where label = 'march' order by source": [("Hill Herald",), ("Quay Beacon",)],
        "select actor, role, quote from event_actors where label = 'march'": [
            ("Dock workers", "agent", "Dock workers")
        ],
        "select said_on, speaker, named, quote from statements": [
            ("2026-03-04", "Jane Firth", 1, "Jane Firth said the port would close.")
        ],
        "select planned_for, announced_on, status, outcome from planned": [
            ("2026-03-09", "2026-03-05", "planned", None)
        ],
        "select field, value, sources, chosen from conflicts order by value": [
            ("dead", "12", "Quay Beacon", 1),
            ("dead", "15", "Hill Herald", 0),
        ],
        "select title, reason, source from undated": [
            ("Thieves stole a painting.", "no words say when", "Hill Herald")
        ],
        "select day, events, statements, actions from story_days where day = '2026-03-04'": [("2026-03-04", 1, 1, 0)],
        "select source, articles, exclusive_events from source_coverage order by source": [
            ("Hill Herald", 1, 1),
            ("Quay Beacon", 1, 2),
        ],
        "select reason, priority from review_queue order by priority": [
            ("sources differ on dead", 1),
            ("no day is known", 4),
        ],
        "select event_date, year, time_precision, event_type, actor1, location, fatalities from acled "
        "where event_type is not null": [("2026-03-03", 2026, 1, "Protests", "Dock workers", "Harlow", 12)],
        "select disorder_type, sub_event_type, inter1 from acled where notes like 'Dock workers%'": [
            ("Demonstrations", "Peaceful protest", "Protesters")
        ],
        "select event_type, sub_event_type from acled where notes like 'Jane Firth%'": [(None, None)],
        "select outcome from run_log order by position": [("new",), ("new",)],
    }
    for question, rows in asked.items():
        assert rows == list(archive.sql(question).rows), question


def test_ids_are_public_keys(archive: Archive) -> None:
    """A column that ends in ``_id`` holds a public key in every view."""
    for view, columns in COLUMNS.items():
        for place, column in enumerate(columns.split()):
            if column.endswith("_id"):
                for row in archive.sql(f"select * from {view}").rows:
                    assert row[place] is None or re.match(r"(st|ev|ac|ar|so|ed|rn)_", row[place]), (
                        view,
                        column,
                        row[place],
                    )


def test_views_need_nothing_of_ours(tmp_path: Path) -> None:
    """A plain SQLite connection reads every view."""
    with Archive(tmp_path / "news.db"):
        pass
    with closing(sqlite3.connect(tmp_path / "news.db")) as connection:
        for view in VIEWS:
            assert connection.execute(f"SELECT * FROM {view}").fetchall() == []


def test_no_view_depends_on_today() -> None:
    """What depends on the day of asking is computed when asked, never in a view."""
    ddl = (Path(__file__).parent / "schema.sql").read_text(encoding="utf-8").lower()
    assert [word for word in ("'now'", "current_date", "current_timestamp", "date()") if word in ddl] == []
