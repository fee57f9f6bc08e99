"""Actors in the archive, on every kind of database: listed, told across stories, corrected, and corrected no longer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.making import HERALD, article, on, reading, says
from timeline.archive import ActorCriteria, Archive, Criteria
from timeline.errors import NotFound, QueryError
from timeline.values.actors import Actor
from timeline.values.article import Article
from timeline.values.events import Extraction

AT = datetime(2026, 3, 6, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 7, 12, tzinfo=UTC)

Reading = tuple[Article, Extraction]


@pytest.fixture
def archive(place: str) -> Iterator[Archive]:
    """An archive with two articles on a march and a speech, and one on a theft."""
    with Archive(place) as opened:
        opened.keep([march(), speech(), theft()], at=AT)
        yield opened


def entitled(one: Reading, **titles: str) -> Reading:
    """The reading with titles of its actors, by the first word of their key."""
    told, found = one
    actors = tuple(
        replace(actor, titles=(titles[first],)) if (first := actor.key.split("-")[0]) in titles else actor
        for actor in found.actors
    )
    return told, replace(found, actors=actors)


def march(*, text: str = "") -> Reading:
    """A march that Jane Firth led, told by the Beacon."""
    one = article(
        f"Mayor Jane Firth led a march to the harbour on Tuesday.{text}",
        title="March in Harlow",
        url="https://quaybeacon.example/1",
    )
    told = says(
        one,
        "Mayor Jane Firth led a march to the harbour on Tuesday.",
        "march",
        when=on("2026-03-03"),
        agents=("Jane Firth",),
    )
    return entitled((one, reading(one, told)), jane="Mayor")


def speech(*, text: str = "") -> Reading:
    """What J. Firth said a day later, told by the Herald."""
    one = article(
        f"J. Firth said on Wednesday that the march to the harbour would be repeated.{text} Police arrested Tom Reed.",
        title="March to be repeated",
        outlet=HERALD,
        url="https://hillherald.example/2",
    )
    said = says(
        one,
        "J. Firth said on Wednesday that the march to the harbour would be repeated.",
        "said",
        type_="STATEMENT",
        label="statement",
        when=on("2026-03-04"),
        agents=("J. Firth",),
        source="J. Firth",
    )
    arrest = says(
        one,
        "Police arrested Tom Reed.",
        "arrested",
        type_="COERCE",
        label="arrest",
        agents=("Police",),
    )
    return one, reading(one, said, arrest)


def theft() -> Reading:
    """A theft in a town far away, where a painter has the mayor's name."""
    one = article(
        "The painter Jane Firth stole three watercolours from the gallery in Aldervik on 1 January.",
        title="Watercolours stolen from gallery",
        outlet=HERALD,
        record_id="hh-77",
        published="2026-01-12",
    )
    stole = says(
        one,
        "The painter Jane Firth stole three watercolours from the gallery in Aldervik on 1 January.",
        "stole",
        type_="CRIME",
        label="theft",
        when=on("2026-01-01"),
        agents=("Jane Firth",),
    )
    return entitled((one, reading(one, stole)), jane="painter")


def counts(archive: Archive) -> dict[str, tuple[int, int]]:
    """Number of events and articles of each actor."""
    return {one.actor.key: (one.event_count, one.article_count) for one in archive.actor_overview()}


def who(archive: Archive) -> dict[str, tuple[str, ...]]:
    """Names of the actors of each event, by label."""
    return {event.label: tuple(actor.name for actor in event.actors) for event in archive.events()}


def sound(archive: Archive) -> bool:
    """Whether the doctor finds nothing."""
    assert [check for check in archive.doctor() if not check.ok] == []
    return True


def everything(archive: Archive) -> object:
    """All that a reader sees, without revisions and the log."""
    events = [replace(event, revision=1) for event in archive.events()]
    return events, archive.actors(), archive.actor_overview(), [story.event_keys for story in archive.stories()]


# --- listed and told


def test_actors_are_listed_with_what_they_do(archive: Archive) -> None:
    """Counts of events and articles, and the first and last day of dated events."""
    assert counts(archive) == {"jane-firth": (2, 2), "j.-firth": (1, 1), "police": (1, 1)}
    firth = archive.actor_overview()[0]
    assert (firth.actor.name, firth.first_day, firth.last_day) == ("Jane Firth", "2026-01-01", "2026-03-03")


@pytest.mark.parametrize(
    ("criteria", "keys"),
    [
        (ActorCriteria(words=("firth",)), ["jane-firth", "j.-firth"]),
        (ActorCriteria(words=("jane", "firth")), ["jane-firth"]),
        (ActorCriteria(words=("nobody",)), []),
        (ActorCriteria(words=("%",)), []),
        (ActorCriteria(kinds=("country",)), []),
        (ActorCriteria(countries=("gb",)), []),
        (ActorCriteria(limit=1), ["jane-firth"]),
        (ActorCriteria(order="last"), ["j.-firth", "jane-firth", "police"]),
        (ActorCriteria(order="name"), ["j.-firth", "jane-firth", "police"]),
    ],
)
def test_actors_are_asked_for(archive: Archive, criteria: ActorCriteria, keys: list[str]) -> None:
    """Words must all be in a name; kinds and countries narrow; the order is the one asked for."""
    assert [one.actor.key for one in archive.actor_overview(criteria)] == keys


def test_actors_of_one_story_are_counted_there(archive: Archive) -> None:
    """In the story of the theft Jane Firth has one event, and nobody else is there."""
    story = next(story for story in archive.stories() if len(story.article_keys) == 1)
    assert [
        (one.actor.key, one.event_count, one.article_count) for one in archive.actor_overview(story=story.slug)
    ] == [("jane-firth", 1, 1)]


@pytest.mark.parametrize("name", ["ac_jane-firth", "jane-firth", "Jane Firth", "jane firth", "Jane"])
def test_an_actor_is_found_by_key_and_name(archive: Archive, name: str) -> None:
    """With prefix or without, in any case, or by a word that nobody else has."""
    assert archive.actor(name).actor.key == "jane-firth"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Firth", r"could be any of 2 actors: .*ac_jane-firth \(Jane Firth\).*; name one by its key"),
        ("ac_jane-frith", "did you mean ac_jane-firth"),
        ("Jane Fird", "did you mean ac_jane-firth"),
        ("Quetzalcoatl", "see `timeline actors`"),
    ],
)
def test_who_cannot_be_told_is_an_error_with_proposals(archive: Archive, name: str, words: str) -> None:
    """Several are named with their keys, near misses are proposed."""
    with pytest.raises(NotFound, match=words):
        archive.actor(name)


def test_an_actor_has_a_timeline_across_stories(archive: Archive) -> None:
    """Events of two stories in the order of time; criteria narrow them, other actors must take part too."""
    firth = archive.actor("Jane Firth")
    timeline = firth.timeline()
    assert [entry.event.label for entry in timeline.entries] == ["theft", "march"]
    assert (timeline.story, timeline.actor) == (None, firth.actor)
    assert {article.title for article in timeline.articles} == {"March in Harlow", "Watercolours stolen from gallery"}
    assert [event.label for event in firth.events(Criteria(after=date(2026, 3, 2)))] == ["march"]
    assert firth.events(Criteria(actors=("police",))) == ()
    archive.edit(timeline.entries[0].event.key, hidden="yes", at=LATER)
    assert firth.timeline().omitted == (("hidden", 1),)


def test_a_name_leads_to_a_story_or_an_actor(archive: Archive) -> None:
    """Whole slugs first, then whole names of actors, then beginnings and words."""
    story = archive.stories()[0]
    assert archive.subject(story.slug).story == story  # type: ignore[union-attr]
    assert archive.subject("Jane Firth").actor.key == "jane-firth"  # type: ignore[union-attr]
    assert archive.subject(story.slug[:5]).story == story  # type: ignore[union-attr]
    with pytest.raises(NotFound, match="nor an actor of that name"):
        archive.subject("quetzalcoatl")


def test_a_profile_says_on_what_titles_rest(archive: Archive) -> None:
    """Names with the number of articles, titles with the words of the article that gives them."""
    profile = archive.profile("Jane Firth")
    assert [(use.name, use.article_count) for use in profile.names] == [("Jane Firth", 2)]
    assert {(use.title, use.quote) for use in profile.titles} == {
        ("Mayor", "Mayor Jane Firth"),
        ("painter", "painter Jane Firth"),
    }
    for use in profile.titles:
        assert archive.article(use.article_key).text[use.start : use.end] == use.quote
    assert profile.conflicts == ()


# --- corrected


def test_two_names_become_one_actor_and_two_again(archive: Archive) -> None:
    """A merge gives one actor both names and all events; undoing it leaves nothing behind."""
    before = everything(archive)
    edit = archive.merge_actors("Jane Firth", "J. Firth", by="maya", note="same person", at=LATER)
    assert (edit.target_key, edit.field, edit.human_value) == ("ac_j.-firth", "merge", "ac_jane-firth")
    assert counts(archive) == {"jane-firth": (3, 3), "police": (1, 1)}
    assert archive.actor("ac_jane-firth").actor.aliases == ("J. Firth",)
    assert archive.actor("ac_j.-firth").actor.key == archive.actor("J. Firth").actor.key == "jane-firth"
    assert who(archive)["statement"] == ("Jane Firth",)
    (said,) = archive.events(Criteria(types=("statement",)))
    assert said.mentions[0].attribution.source is not None
    assert said.mentions[0].attribution.source.key == "jane-firth"
    assert [event.label for event in archive.events(Criteria(actors=("ac_j.-firth",)))] == [
        "theft",
        "march",
        "statement",
    ]
    assert archive.sql("SELECT target_id, field, human_value, by, note FROM edit_log").rows == (
        ("ac_j.-firth", "merge", "ac_jane-firth", "maya", "same person"),
    )
    assert archive.sql("SELECT DISTINCT actor_id FROM event_actors WHERE actor_id LIKE '%firth'").rows == (
        ("ac_jane-firth",),
    )
    assert sound(archive)
    archive.undo(at=LATER)
    assert everything(archive) == before
    assert sound(archive)


def test_a_merge_holds_for_what_is_read_later(archive: Archive) -> None:
    """A changed text, reading all again, and new articles: the merge holds, until it is undone."""
    archive.merge_actors("Jane Firth", "J. Firth", at=LATER)
    archive.keep([speech(text=" The harbour stays open.")], at=LATER)
    assert counts(archive) == {"jane-firth": (3, 3), "police": (1, 1)}
    again = [march(), speech(text=" The harbour stays open."), theft()]
    report = archive.keep(again, reprocess=True, at=LATER)
    assert report.updated == 3
    assert counts(archive) == {"jane-firth": (3, 3), "police": (1, 1)}
    assert who(archive)["statement"] == ("Jane Firth",)
    assert sound(archive)
    archive.undo(at=LATER)
    assert counts(archive) == {"jane-firth": (2, 2), "j.-firth": (1, 1), "police": (1, 1)}
    assert who(archive)["statement"] == ("J. Firth",)
    assert sound(archive)


def test_namesakes_come_apart_by_article(archive: Archive) -> None:
    """The painter is not the mayor: the article of the theft goes to an actor of its own, also when it is read again."""
    before = everything(archive)
    stolen = next(event for event in archive.events() if event.label == "theft")
    edit = archive.split_actor("Jane Firth", events=[stolen.key], name="Jane Firth (painter)", at=LATER)
    assert edit.field == "split"
    assert counts(archive) == {"jane-firth": (1, 1), "jane-firth-painter": (1, 1), "j.-firth": (1, 1), "police": (1, 1)}
    assert who(archive)["theft"] == ("Jane Firth (painter)",)
    assert who(archive)["march"] == ("Jane Firth",)
    assert [use.title for use in archive.profile("jane-firth-painter").titles] == ["painter"]
    archive.keep([march(), speech(), theft()], reprocess=True, at=LATER)
    assert who(archive)["theft"] == ("Jane Firth (painter)",)
    assert sound(archive)
    archive.undo(edit.key, at=LATER)
    assert everything(archive) == before


def test_namesakes_come_apart_by_name(archive: Archive) -> None:
    """Whoever was merged too far comes apart by what articles call her, in articles to come too."""
    archive.merge_actors("Jane Firth", "J. Firth", at=LATER)
    archive.split_actor("Jane Firth", names=["j. firth"], at=LATER)
    assert counts(archive) == {"jane-firth": (2, 2), "jane-firth-2": (1, 1), "police": (1, 1)}
    archive.keep([speech(text=" The harbour stays open.")], at=LATER)
    assert counts(archive)["jane-firth-2"] == (1, 1)
    archive.undo(at=LATER)
    archive.undo(at=LATER)
    assert counts(archive) == {"jane-firth": (2, 2), "j.-firth": (1, 1), "police": (1, 1)}
    assert sound(archive)


def test_edits_can_be_undone_in_any_order(archive: Archive) -> None:
    """Undoing the first of two chained merges leaves what the second says."""
    first = archive.merge_actors("J. Firth", "Jane Firth", at=LATER)
    archive.merge_actors("Police", "J. Firth", at=LATER)
    assert counts(archive) == {"police": (4, 3)}
    archive.undo(first.key, at=LATER)
    assert counts(archive) == {"jane-firth": (2, 2), "police": (2, 1)}
    archive.undo(at=LATER)
    assert counts(archive) == {"jane-firth": (2, 2), "j.-firth": (1, 1), "police": (1, 1)}


def test_an_actor_goes_by_another_name(archive: Archive) -> None:
    """The new name is shown with every event and found; the old one stays among the names."""
    archive.edit("ac_jane-firth", name="Jane A. Firth", at=LATER)
    assert who(archive)["march"] == ("Jane A. Firth",)
    assert archive.actor("Jane A. Firth").actor.aliases == ("Jane Firth",)
    archive.edit("ac_jane-firth", name="Dame Jane Firth", at=LATER)
    archive.keep([march(text=" It rained."), theft()], reprocess=True, at=LATER)
    assert who(archive)["march"] == ("Dame Jane Firth",)
    archive.undo(at=LATER)
    assert who(archive)["march"] == ("Jane A. Firth",)
    archive.undo(at=LATER)
    archive.keep([march()], reprocess=True, at=LATER)
    assert archive.actor("ac_jane-firth").actor.name == "Jane Firth"
    assert who(archive)["march"] == ("Jane Firth",)
    assert sound(archive)


def test_an_alias_takes_whoever_is_called_so(archive: Archive) -> None:
    """An alias is a name to find by, and moves those that articles call so."""
    before = everything(archive)
    archive.edit("ac_jane-firth", alias="J. Firth", at=LATER)
    assert counts(archive) == {"jane-firth": (3, 3), "police": (1, 1)}
    archive.edit("ac_jane-firth", alias="the Iron Mayor", at=LATER)
    assert archive.actor("the iron mayor").actor.key == "jane-firth"
    archive.undo(at=LATER)
    archive.undo(at=LATER)
    assert everything(archive) == before


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("wikidata:Q42", "http://www.wikidata.org/entity/Q42"),
        ("https://www.wikidata.org/wiki/Q42", "http://www.wikidata.org/entity/Q42"),
        ("https://harlow.example/mayor", "https://harlow.example/mayor"),
    ],
)
def test_an_actor_is_the_same_elsewhere(archive: Archive, stated: str, address: str) -> None:
    """An address, or an item of Wikidata; it is in the export and goes when it is undone."""
    archive.edit("ac_jane-firth", same_as=stated, at=LATER)
    assert archive.actor("jane-firth").actor.same_as == (address,)
    assert [actor.same_as for actor in archive.actor("jane-firth").timeline().actors] == [(address,)]
    archive.keep([march(text=" It rained.")], at=LATER)
    assert archive.actor("jane-firth").actor.same_as == (address,)
    archive.undo(at=LATER)
    assert archive.actor("jane-firth").actor.same_as == ()


def test_addresses_of_word_lists_are_kept(archive: Archive) -> None:
    """What a reading knows of an actor elsewhere is added to what is stored, and stays when an edit is undone."""
    one, found = march()
    known = replace(found.actors[0], same_as=("http://www.wikidata.org/entity/Q1",), country="GB", code="GBRGOV")
    archive.keep([(one, replace(found, actors=(known,)))], reprocess=True, at=LATER)
    archive.edit("ac_jane-firth", same_as="wikidata:Q2", at=LATER)
    archive.undo(at=LATER)
    actor = archive.actor("jane-firth").actor
    assert (actor.same_as, actor.country, actor.code) == (("http://www.wikidata.org/entity/Q1",), "GB", "GBRGOV")


def test_what_cannot_be_changes_nothing(archive: Archive) -> None:
    """Errors name what is wrong and what helps; the archive is as it was."""
    before = everything(archive)
    with pytest.raises(QueryError, match="one actor already"):
        archive.merge_actors("Jane Firth", "ac_jane-firth", at=LATER)
    with pytest.raises(NotFound, match="did you mean ac_jane-firth"):
        archive.merge_actors("Jane Firth", "ac_jane-frith", at=LATER)
    with pytest.raises(QueryError, match="names, articles or events"):
        archive.split_actor("Jane Firth", at=LATER)
    with pytest.raises(QueryError, match="no mention of ac_jane-firth is meant"):
        archive.split_actor("Jane Firth", names=["Tom"], at=LATER)
    with pytest.raises(QueryError, match="all mentions of ac_jane-firth are meant"):
        archive.split_actor("Jane Firth", names=["Jane Firth"], at=LATER)
    with pytest.raises(QueryError, match="there is an actor ac_police already"):
        archive.split_actor("Jane Firth", articles=[theft()[0].key], name="Police", at=LATER)
    with pytest.raises(QueryError, match="no address; write https"):
        archive.edit("ac_jane-firth", same_as="Q-42", at=LATER)
    with pytest.raises(QueryError, match="name alias same_as|name, alias, same_as can"):
        archive.edit("ac_jane-firth", date="2026-03-03", at=LATER)
    with pytest.raises(QueryError, match="cannot be empty"):
        archive.edit("ac_jane-firth", name="  ", at=LATER)
    assert everything(archive) == before
    assert archive.edits() == ()


def test_changes_of_an_actor_are_told(archive: Archive) -> None:
    """An actor's changes are those of all that were merged into it, undone ones too."""
    archive.merge_actors("Jane Firth", "J. Firth", at=LATER)
    archive.edit("ac_jane-firth", name="Jane A. Firth", at=LATER)
    archive.undo(at=LATER)
    firth = archive.actor("Jane Firth")
    assert [(edit.field, edit.active) for edit in firth.changes()] == [("merge", True), ("name", False)]
    assert [edit.field for edit in firth.profile().edits] == ["merge"]
    assert archive.actor("police").changes() == ()


def test_a_view_tells_of_each_actor(archive: Archive) -> None:
    """The view has a row for each actor that an article names, with the counts of the list."""
    archive.merge_actors("Jane Firth", "J. Firth", at=LATER)
    table = archive.sql("SELECT actor_id, aliases, titles, events, articles, first_day FROM actor_overview ORDER BY 1")
    assert table.rows == (
        ("ac_jane-firth", "J. Firth", "Mayor; painter", 3, 3, "2026-01-01"),
        ("ac_police", None, None, 1, 1, None),
    )


def test_actors_without_mentions_are_not_told(archive: Archive) -> None:
    """A text that no longer names somebody takes him off the list."""
    one = article(
        "J. Firth said nothing.", title="March to be repeated", outlet=HERALD, url="https://hillherald.example/2"
    )
    archive.keep([(one, reading(one))], at=LATER)
    assert "police" not in counts(archive)
    assert "police" not in {actor.key for actor in archive.actors()}


def test_an_extraction_has_each_actor_once(archive: Archive) -> None:
    """Two names of one article that are one actor are one there too, with all spans."""
    archive.merge_actors("J. Firth", "Police", at=LATER)
    key = speech()[0].key
    (actor,) = archive.extraction(key).actors
    assert isinstance(actor, Actor)
    assert (actor.key, actor.aliases, len(actor.mentions)) == ("j.-firth", ("Police",), 2)


def test_likely_doubles_are_proposed_and_not_merged(archive: Archive) -> None:
    """A name that is part of another in the same story may be the same; one of another country, or story, is not."""
    one = article(
        "Jane Firth spoke. Firth wept. The Jane Firth Fund paid.", title="Harlow mayor weeps", record_id="hh-9"
    )
    told = tuple(
        says(one, sentence, trigger, type_="OTHER", label=trigger, agents=(agent,))
        for sentence, trigger, agent in (
            ("Jane Firth spoke.", "spoke", "Jane Firth"),
            ("Firth wept.", "wept", "Firth"),
            ("The Jane Firth Fund paid.", "paid", "Jane Firth Fund"),
        )
    )
    found = reading(one, *told)
    fund = tuple(replace(actor, kind="organisation") if "Fund" in actor.name else actor for actor in found.actors)
    archive.keep([(one, replace(found, actors=fund))], at=LATER)
    assert [actor.key for actor in archive.profile("ac_jane-firth").perhaps_same] == ["firth"]
    assert {actor.key for actor in archive.profile("ac_firth").perhaps_same} == {"j.-firth", "jane-firth"}
    assert archive.profile("ac_jane-firth-fund").perhaps_same == ()
    archive.merge_actors("ac_jane-firth", "ac_firth", at=LATER)
    assert archive.profile("ac_jane-firth").perhaps_same == ()
