"""The archive as people use it, on every kind of database: in, out, corrected, and sound all the while."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from tests.making import HERALD, article, on, reading, says, weekday
from timeline.archive import Archive, Criteria
from timeline.errors import NotFound, QueryError, ReadOnly
from timeline.storage import ArticleRow, EventRow, StoryRow
from timeline.values.article import Article
from timeline.values.dates import EventDate
from timeline.values.events import Extraction

AT = datetime(2026, 3, 6, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 7, 12, tzinfo=UTC)
TUESDAY = on("2026-03-03", basis="weekday+published")

Reading = tuple[Article, Extraction]


@pytest.fixture
def archive(place: str) -> Iterator[Archive]:
    """An empty archive."""
    with Archive(place) as opened:
        yield opened


def beacon(*, text: str = "", published: str | None = "2026-03-05") -> Reading:
    """The Beacon's report: a march on Tuesday, and what the mayor said."""
    one = article(
        f"Dock workers marched to the harbour on Tuesday.{text} Mayor Jane Firth said the port of Harlow would "
        "reopen soon.",
        title="Dock workers march in Harlow",
        url="https://quaybeacon.example/1",
        published=published,
    )
    marched = says(
        one,
        "Dock workers marched to the harbour on Tuesday.",
        "marched",
        when=TUESDAY if published else None,
        agents=("Dock workers",),
        venue="harbour",
        timex=0,
    )
    said = says(
        one,
        "Mayor Jane Firth said the port of Harlow would reopen soon.",
        "said",
        type_="STATEMENT",
        label="statement",
        when=on("2026-03-05", basis="published") if published else None,
        agents=("Jane Firth",),
        source="Jane Firth",
    )
    from timeline import temporal

    timexes = temporal.resolve((weekday(one, "Tuesday"),), one.published.on)
    return one, reading(one, marched, said, timexes=timexes)


def herald(*, day: EventDate = TUESDAY, dead: int | None = None) -> Reading:
    """The Herald's report of the same march."""
    toll = f" The march left {dead} people dead." if dead else ""
    one = article(
        f"Dock workers marched to the harbour in Harlow on Tuesday, police said.{toll}",
        title="Harlow dock workers march to harbour",
        outlet=HERALD,
        url="https://hillherald.example/9",
    )
    return one, reading(
        one,
        says(
            one,
            "Dock workers marched to the harbour in Harlow on Tuesday, police said.",
            "marched",
            when=day,
            agents=("Dock workers",),
            venue="harbour",
        ),
    )


def museum() -> Reading:
    """Something else altogether: a theft, and a reopening that is planned."""
    one = article(
        "Three paintings were stolen from the Aldervik museum on 1 March. The museum will reopen on 11 March, "
        "curators promised.",
        title="Paintings stolen from museum",
        outlet=HERALD,
        record_id="hh-77",
    )
    return one, reading(
        one,
        says(
            one,
            "Three paintings were stolen from the Aldervik museum on 1 March.",
            "stolen",
            type_="CRIME",
            label="theft",
            when=on("2026-03-01"),
        ),
        says(
            one,
            "The museum will reopen on 11 March, curators promised.",
            "reopen",
            type_="LAUNCH",
            label="opening",
            when=on("2026-03-11"),
            factuality="planned",
        ),
    )


def march(archive: Archive) -> str:
    """The key of the march."""
    (event,) = archive.events(Criteria(types=("march",)))
    return event.key


def sound(archive: Archive) -> bool:
    """Whether the doctor finds nothing."""
    assert [check for check in archive.doctor() if not check.ok] == []
    return True


# --- in


def test_two_reports_are_one_event_of_two_sources(archive: Archive) -> None:
    """Two outlets that report one march give one event, in one story; the theft is another."""
    report = archive.keep([beacon(), herald(), museum()], at=AT)
    assert (report.new, report.events, report.stories) == (3, 4, 2)
    event = archive.event(march(archive))
    assert (event.source_count, len(event.mentions), event.date) == (2, 2, TUESDAY)
    assert {len(story.article_keys) for story in archive.stories()} == {1, 2}
    assert sound(archive)


def test_reading_twice_changes_nothing(archive: Archive) -> None:
    """The second ingest says that all is unchanged, and every table but the log of runs is as it was."""
    readings = [beacon(), herald(), museum()]
    archive.keep(readings, at=AT)
    before = archive.events(), archive.stories(), archive.stats() | {"runs": 0}
    report = archive.keep(readings, at=LATER)
    assert (report.new, report.unchanged, report.updated, report.events, report.stories) == (0, 3, 0, 0, 0)
    assert before == (archive.events(), archive.stories(), archive.stats() | {"runs": 0})


def test_the_order_of_arrival_changes_no_event(tmp_path: Path) -> None:
    """Articles one by one, all at once or backwards give the same events under the same keys."""
    readings = [beacon(), herald(), museum()]
    found = []
    for number, rounds in enumerate(([readings], [[one] for one in readings])):
        with Archive(tmp_path / f"{number}.db") as archive:
            for batch in rounds:
                archive.keep(batch, at=AT)
            found.append({event.key: (event.title, event.date, event.source_count) for event in archive.events()})
    assert found[0] == found[1]


def test_a_changed_text_is_another_version(archive: Archive) -> None:
    """The old text is kept, its mentions are replaced, and events keep their keys."""
    archive.keep([beacon(), herald()], at=AT)
    key = march(archive)
    report = archive.keep([beacon(text=" Thousands came.")], at=LATER)
    assert (report.new, report.updated) == (0, 1)
    assert key == march(archive)
    assert archive.stats()["article versions"] == 3
    assert archive.event(key).revision == 1
    assert archive.keep([beacon()], at=LATER).unchanged == 1
    assert sound(archive)


def test_a_wire_copy_is_kept_and_counts_no_source(archive: Archive) -> None:
    """A copy of an article is an article of its own, joins the story and adds no independent source."""
    lines = [
        "Dock workers marched to the harbour on Tuesday in a protest over plans to close two of the port's four "
        "quays by autumn.",
        "The march began at the old customs house shortly after nine and ended at the gates of the container terminal.",
        "Organisers handed a letter with eleven thousand signatures to the harbour master, who promised to read "
        "it himself.",
        "Talks between the union and the port authority are to resume when a mediator has been found by both of "
        "the sides.",
    ]
    text = " ".join(lines)
    readings = []
    for outlet, url in ((None, "https://wire.example/1"), (HERALD, "https://hillherald.example/2")):
        one = article(text, title="Dock workers march to harbour", outlet=outlet, url=url)
        readings.append((one, reading(one, says(one, lines[0], "marched", when=TUESDAY, agents=("Dock workers",)))))
    report = archive.keep(readings, at=AT)
    assert (report.new, report.duplicates) == (1, 1)
    (event,) = archive.events()
    assert (event.source_count, len(event.mentions)) == (1, 2)
    (row,) = archive.sql(
        "select article_id, copy_of_article_id from event_sources where copy_of_article_id is not null"
    ).rows
    assert row == (readings[1][0].key, readings[0][0].key)
    assert sound(archive)


def test_a_better_date_of_publication_dates_again(archive: Archive) -> None:
    """An article that was undated is dated when it comes again with a day; nothing is read again for that."""
    archive.keep([beacon(published=None)], at=AT)
    assert {event.date for event in archive.events()} == {None}
    report = archive.keep([beacon()], at=LATER)
    assert report.updated == 1
    assert archive.event(march(archive)).date.first_day == date(2026, 3, 3)


def test_an_engine_is_a_place(tmp_path: Path) -> None:
    """An engine that is lent stays open."""
    engine = create_engine(f"sqlite:///{tmp_path / 'lent.db'}")
    with Archive(engine) as archive:
        archive.keep([museum()], at=AT)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM articles").scalar() == 1


# --- out


def test_a_timeline_tells_in_order(archive: Archive) -> None:
    """Entries are ordered by day, carry their articles, and outlive the archive."""
    archive.keep([beacon(), herald(), museum()], at=AT)
    story = archive.story("dock")
    timeline = story.timeline(as_of=date(2026, 3, 7))
    archive.close()
    assert [entry.event.label for entry in timeline.entries] == ["march", "statement"]
    assert [one.outlet.name for one in timeline.entries[0].articles] == ["Quay Beacon", "Hill Herald"]
    assert timeline.story.status == "ongoing"
    assert {actor.key for actor in timeline.actors} == {"dock-workers", "jane-firth"}


def test_the_day_of_asking_decides_what_became_of_a_plan(archive: Archive) -> None:
    """A plan is pending on its day and unconfirmed after it; a story rests after a week of silence."""
    archive.keep([museum()], at=AT)
    for as_of, outcome, status, story in (
        (date(2026, 3, 11), "pending", "planned", "ongoing"),
        (date(2026, 3, 20), "unconfirmed", "unconfirmed", "dormant"),
    ):
        timeline = archive.timeline("paintings", as_of=as_of)
        assert (timeline.entries[-1].outcome, timeline.entries[-1].event.status) == (outcome, status)
        assert timeline.story.status == story
    assert archive.events(Criteria(statuses=("unconfirmed",)), as_of=date(2026, 3, 20))
    assert archive.events(Criteria(statuses=("planned",)), as_of=date(2026, 3, 20)) == ()


def test_keys_slugs_and_beginnings_name_a_story(archive: Archive) -> None:
    """A story is found by key, slug and the beginning of one; what names none is told with what is near."""
    archive.keep([beacon(), museum()], at=AT)
    (dock, paintings) = sorted(archive.stories(), key=lambda story: story.slug)
    for name in (dock.key, dock.slug, dock.slug[:6], dock.key[:8]):
        assert archive.story(name).story == dock
    with pytest.raises(NotFound, match="did you mean"):
        archive.story(paintings.slug.replace("p", "b"))
    with pytest.raises(NotFound, match="any of 2"):
        archive.story("st_")


def test_an_article_is_found_by_whatever_names_it(archive: Archive) -> None:
    """Key, address and a record's own id find an article."""
    archive.keep([beacon(), museum()], at=AT)
    stolen, _ = museum()
    assert archive.article("hh-77") == archive.article(stolen.key) == stolen
    assert archive.article("https://quaybeacon.example/1").title == "Dock workers march in Harlow"
    with pytest.raises(NotFound):
        archive.article("ar_none")


def test_search_finds_words_in_titles_and_evidence(archive: Archive) -> None:
    """Words are taken literally, whatever they are; all must be there; a star asks for a beginning."""
    archive.keep([beacon(), herald(), museum()], at=AT)
    assert [event.label for event in archive.search("harbour")] == ["march"]
    assert [event.label for event in archive.search("museum")] == ["opening", "theft"]
    assert [event.label for event in archive.search("paint*")] == ["theft"]
    assert archive.search("harbour museum") == ()
    for odd in ('"', "a:b", "NEAR(", "AND", "*", "-x", "(", "'"):
        archive.search(odd)
    with pytest.raises(QueryError):
        archive.search("  ")


def test_search_forgets_what_a_text_no_longer_says(archive: Archive) -> None:
    """Words of a text that was replaced find nothing, and those of the new one are found."""
    archive.keep([beacon(text=" Thousands came.")], at=AT)
    shorter = article("Dock workers went home.", title="Dock workers go home", url="https://quaybeacon.example/1")
    archive.keep(
        [(shorter, reading(shorter, says(shorter, "Dock workers went home.", "went", label="return")))], at=LATER
    )
    assert archive.search("harbour") == ()
    assert [event.label for event in archive.search("home")] == ["return"]
    assert sound(archive)


def test_sql_reads_and_never_writes(archive: Archive) -> None:
    """One statement with named parameters is answered; a second one, or one that changes anything, is refused."""
    archive.keep([beacon()], at=AT)
    table = archive.sql("select label from timeline where type = :type", {"type": "PROTEST"})
    assert (table.columns, table.rows) == (("label",), (("march",),))
    for statement in (
        "delete from events",
        "update events set title = 'x'",
        "create table x (y integer)",
        "drop view timeline",
        "select 1; delete from events",
        "select 1; select 2",
        "insert into edits select * from edits",
        "not sql",
        "select nothing from nowhere",
    ):
        with pytest.raises(QueryError):
            archive.sql(statement)
    assert archive.sql("select count(*) from events").rows == ((2,),)
    archive.keep([museum()], at=AT)


def test_a_session_reads_mapped_classes(archive: Archive) -> None:
    """The tables are SQLAlchemy classes with their relations."""
    archive.keep([beacon(), herald()], at=AT)
    with archive.session() as session:
        row = session.scalars(select(EventRow).where(EventRow.label == "march")).one()
        assert [mention.article.outlet.name for mention in row.mentions] == ["Quay Beacon", "Hill Herald"]
        assert [part.actor.name for part in row.participants] == ["Dock workers"]
        story = session.scalars(select(StoryRow)).one()
        assert [event.label for event in story.events] == ["march", "statement"]
        assert session.scalars(select(ArticleRow)).first().version.title == "Dock workers march in Harlow"


# --- corrected


def test_an_edit_is_laid_over_and_taken_back(archive: Archive) -> None:
    """An edit shows at once, keeps the machine's value, survives reading again, and is undone without a trace."""
    archive.keep([beacon(), herald()], at=AT)
    key = march(archive)
    before = archive.event(key)
    (edit,) = archive.edit(key, date="2026-03-04", by="maya", note="seen it", at=LATER)
    assert (edit.machine_value, edit.human_value, edit.by) == ("2026-03-03", "2026-03-04", "maya")
    edited = archive.event(key)
    assert (str(edited.date.first_day), edited.date.basis, edited.edits) == ("2026-03-04", "human", (edit,))
    assert edited.revision == before.revision + 1
    archive.keep([beacon(), herald()], reprocess=True, at=LATER)
    archive.keep([beacon(text=" Thousands came.")], at=LATER)
    assert str(archive.event(key).date.first_day) == "2026-03-04"
    undone = archive.undo(at=LATER)
    assert (undone.key, undone.active) == (edit.key, False)
    assert archive.event(key).date == before.date
    assert archive.event(key).edits == ()
    assert [one.active for one in archive.edits(key)] == [False]
    assert sound(archive)


def test_the_first_machine_value_is_kept(archive: Archive) -> None:
    """Of two edits of one field the later shows, both keep what the machine had, and each is undone by itself."""
    archive.keep([beacon()], at=AT)
    key = march(archive)
    archive.edit(key, title="First", at=AT)
    archive.edit(key, title="Second", status="disputed", at=LATER)
    assert (archive.event(key).title, archive.event(key).status) == ("Second", "disputed")
    assert {one.machine_value for one in archive.edits(key) if one.field == "title"} == {
        "Dock workers marched to the harbour on Tuesday."
    }
    archive.undo(at=LATER)
    archive.undo(at=LATER)
    assert archive.event(key).title == "First"
    assert archive.sql("select count(*) from edit_log where active = 0").rows == ((2,),)


def test_what_cannot_be_edited_changes_nothing(archive: Archive) -> None:
    """A field or value that is none is refused with what would do, and then no field is changed."""
    archive.keep([beacon()], at=AT)
    key = march(archive)
    for changes, words in (
        ({"date": "soon"}, "YYYY-MM-DD"),
        ({"title": "Fine", "status": "hapened"}, "happened"),
        ({"type": "DANCE"}, "one of|did you mean"),
        ({"colour": "red"}, "cannot be edited"),
        ({"title": " "}, "empty"),
        ({}, "nothing to change"),
    ):
        with pytest.raises(QueryError, match=words):
            archive.edit(key, at=LATER, **changes)
    with pytest.raises(NotFound):
        archive.edit("ev_none", title="x", at=LATER)
    with pytest.raises(NotFound, match="no edit"):
        archive.undo(at=LATER)
    assert archive.edits() == ()


def test_a_day_of_publication_dates_all(archive: Archive) -> None:
    """A day given to an undated article resolves its stored expressions; undoing it takes the dates away again."""
    archive.keep([beacon(published=None)], at=AT)
    one, _ = beacon()
    assert archive.stats()["undated events"] == 2
    (edit,) = archive.edit(one.key, published="2026-03-05", at=LATER)
    assert (edit.machine_value, edit.human_value) == (None, "2026-03-05")
    event = archive.event(march(archive))
    assert event.date.first_day == date(2026, 3, 3)
    assert archive.timexes([one.key])[one.key][0].dates.first_day == date(2026, 3, 3)
    assert archive.article(one.key).published.value == "2026-03-05"
    archive.keep([beacon(published=None)], reprocess=True, at=LATER)
    assert archive.event(event.key).date.first_day == date(2026, 3, 3)
    archive.undo(at=LATER)
    assert {found.date for found in archive.events()} == {None}
    assert archive.article(one.key).published.value is None
    assert sound(archive)


def test_a_hidden_event_is_in_no_timeline(archive: Archive) -> None:
    """Hidden events are left out unless asked for, and counted."""
    archive.keep([beacon()], at=AT)
    key = march(archive)
    archive.edit(key, hidden="yes", at=LATER)
    assert [event.label for event in archive.events()] == ["statement"]
    assert len(archive.events(Criteria(hidden=True))) == 2
    assert archive.timeline("dock").omitted == (("hidden", 1),)
    assert archive.sql("select count(*) from timeline").rows == ((1,),)


def test_an_event_explains_itself(archive: Archive) -> None:
    """What a date rests on is there from stored values: the words, the rule and what they were anchored to."""
    archive.keep([beacon()], at=AT)
    explanation = archive.explain(march(archive))
    (one,) = explanation.articles
    mention = explanation.event.mentions[0]
    timex = explanation.timexes[one.key][mention.date_link.timex]
    assert (timex.text, timex.rule, timex.cue) == ("Tuesday", "weekday", "past")


# --- sound


def test_a_database_that_is_read_only_refuses(place: str) -> None:
    """What is opened for reading answers and refuses to change."""
    with Archive(place) as archive:
        archive.keep([beacon()], at=AT)
    with Archive(place, read_only=True) as archive:
        assert len(archive.events()) == 2
        assert archive.sql("select count(*) from events").rows == ((2,),)
        with pytest.raises(ReadOnly):
            archive.keep([museum()], at=AT)


def test_the_doctor_finds_what_is_wrong(place: str) -> None:
    """A quote that does not stand where it says, and a count that is wrong, are named."""
    with Archive(place) as archive:
        archive.keep([beacon()], at=AT)
        with archive.database.write() as connection:
            connection.exec_driver_sql("UPDATE mentions SET text = 'danced' WHERE text = 'marched'")
            connection.exec_driver_sql("UPDATE events SET mention_count = 7 WHERE label = 'march'")
        assert {check.name for check in archive.doctor() if not check.ok} == {"quotes", "counts"}


def test_a_story_without_a_headline_is_called_by_its_weightiest_event(archive: Archive) -> None:
    """Not by the event that happens to be oldest."""
    one = article(
        "Dock workers marched on Tuesday. The mayor, who took office in 2019, was there.", published="2026-03-05"
    )
    march = says(one, "Dock workers marched on Tuesday.", "marched", when=TUESDAY, title="Dock workers march")
    old = says(
        one,
        "The mayor, who took office in 2019, was there.",
        "took",
        type_="PERSONNEL",
        label="appointment",
        when=on("2019-01-01", last="2019-12-31"),
        salience="background",
        title="The mayor took office",
    )
    archive.keep([(one, reading(one, march, old))], at=AT)
    (story,) = archive.stories()
    assert story.title == "Dock workers march"
