"""The demo comes to what ``timeline/demo/README.md`` says of it, and everything in it can be checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from timeline import Archive, Criteria
from timeline.values.stories import Entry

DAY = date(2026, 3, 10)
ARTICLES = Path(str(files("timeline"))) / "demo" / "articles"


@pytest.fixture(scope="module")
def archive(demo_made: tuple[Path, str, str]) -> Iterator[Archive]:
    """The demo's database, for reading."""
    with Archive(demo_made[0] / "timeline-demo.db", read_only=True) as opened:
        yield opened


def entries(archive: Archive) -> list[Entry]:
    """Every event of every story, as of the demo's last day."""
    return [
        entry
        for story in archive.stories()
        for timeline in [archive.timeline(story.key, as_of=DAY)]
        for entry in (*timeline.entries, *timeline.undated)
    ]


def test_what_was_read(archive: Archive) -> None:
    """Fourteen articles of four outlets, one with two versions, one a wire copy, one without a day of publication."""
    stats = archive.stats()
    assert (stats["articles"], stats["article versions"], stats["outlets"]) == (14, 15, 4)
    assert (stats["wire copies"], stats["articles without date of publication"]) == (1, 1)


def test_the_demo_counts_honestly(demo_made: tuple[Path, str, str]) -> None:
    """The last line of counts says what became of each of the fifteen texts, and what to do about the undated one."""
    err = demo_made[2]
    assert "15 articles: 13 new · 1 updated · 1 wire copy" in err
    assert "gazette_strike_kitchen.txt" in err
    assert "--published" in err


PUBLISHED = (
    ("gazette_strike_vote.txt", "2026-03-02T20:10", ("dateline", "metadata")),
    ("meridian_strike_begins.html", "2026-03-04T21:40:00+01:00", ("metadata",)),
    ("meridian_march_wire.txt", "2026-03-06", ("dateline",)),
    ("gazette_injunction.html", "2026-03-06T18:32:00+01:00", ("metadata",)),
    ("gazette_strike_kitchen.txt", None, ("none",)),
    ("gazette_fire.txt", "2026-03-08T21:45", ("dateline",)),
    ("coastline_how_it_was_settled.html", "2026-03-09T17:05:00+01:00", ("metadata", "dateline")),
    ("gazette_port_reopens.txt", "2026-03-10T17:20", ("dateline", "metadata")),
    ("meridian_museum_arrests.txt", "2026-03-10", ("dateline",)),
)


@pytest.mark.parametrize(("name", "value", "bases"), PUBLISHED, ids=[row[0] for row in PUBLISHED])
def test_when_each_was_published(archive: Archive, name: str, value: str | None, bases: tuple[str, ...]) -> None:
    """The original day, never the later one of an update, a comment or a footer; and none where none is stated."""
    (row,) = archive.sql(
        "SELECT published, published_basis FROM articles WHERE path LIKE :name", {"name": f"%{name}"}
    ).rows
    assert row[0] == value
    assert row[1] in bases


def test_records_and_items_have_their_own_days(archive: Archive) -> None:
    """The articles of the feed and of the dump have the days that these state, in the zone that they state."""
    rows = archive.sql("SELECT record_id, published FROM articles WHERE record_id IS NOT NULL ORDER BY record_id").rows
    assert dict(rows) == {
        "cn-2044": "2026-03-05T20:05:00+01:00",
        "cn-2051": "2026-03-07T11:20:00+01:00",
        "nw-1162": "2026-03-03T22:15:00+01:00",
        "nw-1174": "2026-03-05T19:30:00+01:00",
        "nw-1190": "2026-03-09T08:40:00+01:00",
    }


def test_two_stories(archive: Archive) -> None:
    """The strike, told by twelve articles of four outlets, the undated one among them, and the theft, told by two."""
    assert sorted((len(story.article_keys), story.source_count) for story in archive.stories()) == [(2, 2), (12, 4)]
    strike = max(archive.stories(), key=lambda story: len(story.article_keys))
    undated = [key for key in strike.article_keys if archive.article(key).published.on is None]
    assert len(undated) == 1


def test_reading_the_folder_again_adds_nothing(command: Callable[..., Any], demo: Path) -> None:
    """The fifteen texts are known, the older version of the corrected one too."""
    done = command("-d", demo, "ingest", ARTICLES)
    assert done.code == 0
    assert "15 articles: 0 new · 15 unchanged   no new events" in done.err


def test_a_correction_is_another_version(archive: Archive) -> None:
    """The corrected article has the 16 arrests in the text that counts and the 60 in the one before."""
    rows = archive.sql(
        "SELECT v.number, v.text, a.version_id = v.id FROM article_versions v JOIN articles a ON a.id = v.article_id "
        "WHERE a.record_id = 'cn-2044' ORDER BY v.number"
    ).rows
    assert [(number, current) for number, _, current in rows] == [(1, 0), (2, 1)]
    assert "60 people had been arrested" in rows[0][1]
    assert "60 people had been arrested" not in rows[1][1]
    conflicts = archive.sql("SELECT value FROM conflicts WHERE field = 'arrested'").rows
    assert ("60",) not in conflicts


def test_a_wire_copy_is_no_source(archive: Archive) -> None:
    """What only the wire and its copy report has one source."""
    (row,) = archive.sql(
        "SELECT a.key, original.key FROM articles a JOIN articles original ON original.id = a.copy_of_id"
    ).rows
    copy, original = row
    assert archive.article(original).record_id == "nw-1174"
    shared = [event for event in archive.events() if set(event.article_keys) == {copy, original}]
    assert shared
    assert {event.source_count for event in shared} == {1}


def test_an_undated_article_gets_no_day_until_somebody_gives_it(command: Callable[..., Any], demo: Path) -> None:
    """Its weekdays stay weekdays; with a day of publication they become days, and without it they are open again."""
    question = (
        "SELECT t.text, t.first_day FROM time_expressions t JOIN articles a ON a.id = t.article_id "
        "WHERE a.path LIKE '%strike_kitchen.txt' AND t.text IN ('Thursday', 'Friday', 'Wednesday')"
    )

    def days() -> dict[str, str | None]:
        with Archive(demo, read_only=True) as opened:
            return dict(opened.sql(question).rows)

    with Archive(demo, read_only=True) as opened:
        (key,) = opened.sql("SELECT key FROM articles WHERE published IS NULL").rows[0]
    assert days() == {"Thursday": None, "Friday": None, "Wednesday": None}
    assert command("-d", demo, "edit", key, "--published", "2026-03-07").code == 0
    assert days() == {"Thursday": "2026-03-05", "Friday": "2026-03-06", "Wednesday": "2026-03-04"}
    assert command("-d", demo, "edit", "--undo", "last").code == 0
    assert days() == {"Thursday": None, "Friday": None, "Wednesday": None}


def test_the_choir_sings_on_the_coming_sunday(command: Callable[..., Any], demo: Path) -> None:
    """ "On Sunday a choir will sing", written on a Saturday, is the day after."""
    with Archive(demo, read_only=True) as opened:
        (key,) = opened.sql("SELECT key FROM articles WHERE published IS NULL").rows[0]
    command("-d", demo, "edit", key, "--published", "2026-03-07")
    with Archive(demo, read_only=True) as opened:
        sundays = [timex for timex in opened.timexes([key])[key] if timex.text == "Sunday"]
    assert [str(timex.dates.first_day) for timex in sundays if timex.dates] == ["2026-03-08"]


PLANS = (
    ("talks", ("talks", "meeting", "negotiations"), "2026-03-03", "happened"),
    ("strike", ("strike", "walkout"), "2026-03-04", "happened"),
    ("march", ("march",), "2026-03-05", "happened"),
    ("minister's meeting", ("meeting", "talks"), "2026-03-06", "cancelled"),
    ("concert", ("festival", "concert", "performance"), "2026-03-07", "postponed"),
    ("court date", ("trial", "court", "hearing", "court hearing"), "2026-03-19", "pending"),
    ("meeting to explain", ("meeting",), "2026-03-12", "pending"),
    ("vote on the agreement", ("vote",), "2026-03-13", "pending"),
    ("museum reopens", ("reopening", "opening"), "2026-03-11", "pending"),
    ("magistrate", ("trial", "court", "hearing", "court hearing"), "2026-03-12", "pending"),
)


@pytest.mark.parametrize(("name", "labels", "day", "outcome"), PLANS, ids=[row[0] for row in PLANS])
def test_what_became_of_plans(archive: Archive, name: str, labels: tuple[str, ...], day: str, outcome: str) -> None:
    """As of 10 March, each plan of the table has its outcome."""
    found = {
        (entry.event.label, entry.outcome)
        for entry in entries(archive)
        if entry.event.label in labels and entry.event.date and str(entry.event.date.first_day) == day
    }
    assert outcome in {became for _, became in found}, found


def test_a_plan_that_nobody_reports_is_unconfirmed_when_its_day_has_passed(archive: Archive) -> None:
    """The vote of 13 March is pending on the day itself, and unconfirmed on the next."""
    strike = max(archive.stories(), key=lambda story: len(story.article_keys)).key
    asked = Criteria(types=("VOTE",), after=date(2026, 3, 13), before=date(2026, 3, 13))
    for day, outcome in ((date(2026, 3, 13), "pending"), (date(2026, 3, 14), "unconfirmed")):
        assert outcome in {entry.outcome for entry in archive.timeline(strike, asked, as_of=day).entries}


def test_the_day_of_the_fire_is_in_conflict(archive: Archive) -> None:
    """Both days stand side by side with who says so."""
    days = {
        value.value[:10]: {archive.article(key).outlet.name for key in value.article_keys}  # type: ignore[union-attr]
        for entry in entries(archive)
        if entry.event.label == "fire"
        for conflict in entry.event.conflicts
        if conflict.field == "date"
        for value in conflict.values
    }
    assert "The Kelmouth Gazette" in days["2026-03-07"]
    assert "Coastline News" in days["2026-03-06"]


def test_every_quote_is_cut_from_its_text(archive: Archive) -> None:
    """``text[start:end]`` is the quote: of evidence, of date words, of participants and places."""
    quoted = 0
    for entry in entries(archive):
        texts = {article.key: article.text for article in entry.articles}
        for mention, key in zip(entry.event.mentions, entry.event.article_keys, strict=True):
            for part in (mention, *mention.actors, *mention.recipients, *mention.places, *mention.counts):
                assert texts[key][part.start : part.end] == part.text
                quoted += 1
    assert quoted > 300


def test_no_furniture_is_an_event(archive: Archive) -> None:
    """Menus, comments, related links and subscriptions give nothing."""
    quotes = [row[0] for row in archive.sql("SELECT quote FROM event_sources").rows]
    for words in (
        "Subscribe",
        "cookie",
        "Five things to do",
        "Email me",
        "Follow the Meridian",
        "Listen live",
        "Recipe:",
    ):
        assert not [quote for quote in quotes if words in quote]


def test_no_day_lies_outside_what_is_told(archive: Archive) -> None:
    """Nothing is dated in a year that no article speaks of."""
    years = {
        entry.event.date.first_day.year for entry in entries(archive) if entry.event.date and entry.event.date.first_day
    }
    assert years <= {2009, 2014, 2025, 2026}


def test_the_demo_writes_what_export_writes(demo_made: tuple[Path, str, str]) -> None:
    """``timeline.json`` fits the schema, and holds the story that was printed."""
    import jsonschema

    from timeline.export.schema import schema

    written = json.loads((demo_made[0] / "timeline.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema()).validate(written)
    assert written["story"]["title"] in demo_made[1]
    assert written["story"]["article_count"] == len(written["articles"]) > 2


def test_the_demo_is_the_same_every_time(
    demo_made: tuple[Path, str, str], command: Callable[..., Any], tmp_path: Path
) -> None:
    """Built twice, the same bytes come out: on the terminal and in a stable export."""
    again = command("demo", tmp_path / "again")
    assert again.out == demo_made[1]
    exports = [
        command("-d", place / "timeline-demo.db", "export", "--all", "--stable", "--with-text").out
        for place in (demo_made[0], tmp_path / "again")
    ]
    assert exports[0] == exports[1]


def test_the_demo_is_sound(command: Callable[..., Any], demo_made: tuple[Path, str, str]) -> None:
    """The doctor finds nothing wrong with it."""
    done = command("-d", demo_made[0] / "timeline-demo.db", "doctor")
    assert (done.code, done.err) == (0, "")
    assert "BAD" not in done.out
