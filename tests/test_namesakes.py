"""People of one name in the archive, on every kind of database: apart where articles give them different countries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from tests.making import article, digest, on, reading, says
from timeline.archive import Archive
from timeline.values.article import Article
from timeline.values.events import Extraction

AT = datetime(2026, 3, 6, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 7, 12, tzinfo=UTC)

Reading = tuple[Article, Extraction]

#: What each article says of Tom Reed: where, on which day, and of which country he is as far as it is stated.
SWIMMER, DIVER = ("Aldervik", "2026-03-01", "AU"), ("Brenmouth", "2026-03-02", "AU")
MAYOR, SPEAKER, GUEST = ("Corwick", "2026-03-03", "GB"), ("Dunholt", "2026-03-04", "GB"), ("Elsted", "2026-03-05", None)


def told(
    place: str,
    day: str,
    country: str | None,
    *,
    name: str = "Tom Reed",
    kind: str = "person",
    titles: tuple[str, ...] = (),
) -> Reading:
    """An article on a march that Tom Reed led in some place; the country that it gives him may be none."""
    sentence = f"{name} led a march through {place}."
    one = article(sentence, title=f"March in {place}", url=f"https://quaybeacon.example/{place.lower()}")
    march = says(one, sentence, "march", when=on(day), agents=(name,))
    found = reading(one, replace(march, label=f"march in {place}"))
    actors = tuple(replace(actor, country=country, kind=kind, titles=titles) for actor in found.actors)
    return one, replace(found, actors=actors)


def places_of(archive: Archive) -> dict[str, set[str]]:
    """Where each Tom Reed led a march, by actor key, as events have it."""
    found: dict[str, set[str]] = {}
    for event in archive.events():
        for who in event.actors:
            found.setdefault(str(who.key), set()).add(event.label.removeprefix("march in "))
    return found


def countries(archive: Archive) -> dict[str, str | None]:
    """The country of each actor that an article names."""
    return {actor.key: actor.country for actor in archive.actors()}


def sound(archive: Archive) -> bool:
    """Whether the doctor finds nothing."""
    assert [check for check in archive.doctor() if not check.ok] == []
    return True


@pytest.fixture
def archive(place: str) -> Iterator[Archive]:
    """An empty archive."""
    with Archive(place) as opened:
        yield opened


def test_people_of_different_countries_are_two(archive: Archive) -> None:
    """The country of most keeps the plain key, and has the articles that state none."""
    archive.keep([told(*one) for one in (SWIMMER, MAYOR, SPEAKER, GUEST)], at=AT)
    assert places_of(archive) == {"tom-reed": {"Corwick", "Dunholt", "Elsted"}, "tom-reed_au": {"Aldervik"}}
    assert countries(archive) == {"tom-reed": "GB", "tom-reed_au": "AU"}
    assert [namesake.name for namesake in archive.actors()] == ["Tom Reed", "Tom Reed"]
    assert sound(archive)


def test_one_country_or_none_is_one_person(archive: Archive) -> None:
    """What is not stated contradicts nothing."""
    archive.keep([told(*one) for one in (GUEST, MAYOR, SPEAKER)], at=AT)
    assert places_of(archive) == {"tom-reed": {"Corwick", "Dunholt", "Elsted"}}
    assert countries(archive) == {"tom-reed": "GB"}


def test_titles_that_change_are_one_person(archive: Archive) -> None:
    """A minister becomes prime minister, and a former one."""
    titles = (("minister",), ("prime minister",), ("former prime minister",))
    marches = (MAYOR, SPEAKER, GUEST)
    archive.keep([told(*one, titles=held) for one, held in zip(marches, titles, strict=True)], at=AT)
    assert set(places_of(archive)) == {"tom-reed"}


KEEPER, REFEREE = ("Farnley", "2026-03-06", "GB"), ("Gorham", "2026-03-07", None)


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_people_of_callings_that_nobody_joins_are_two(archive: Archive, order: tuple[int, ...]) -> None:
    """A judge and a goalkeeper of one country are two, in whatever order they come; a minister may be either."""
    articles = (
        told(*MAYOR, titles=("judge",)),
        told(*SPEAKER, titles=("High Court judge",)),
        told(*KEEPER, titles=("Harlow goalkeeper",)),
        told(*GUEST, titles=("minister",)),
    )
    for number in order:
        archive.keep([articles[number]], at=AT)
        assert sound(archive)
    assert places_of(archive) == {"tom-reed": {"Corwick", "Dunholt", "Elsted"}, "tom-reed_player": {"Farnley"}}
    archive.keep(articles, reprocess=True, at=LATER)
    assert places_of(archive) == {"tom-reed": {"Corwick", "Dunholt", "Elsted"}, "tom-reed_player": {"Farnley"}}
    assert sound(archive)


def test_a_calling_without_a_country_parts_too(archive: Archive) -> None:
    """And one that is over says nothing of now."""
    archive.keep(
        [
            told(*GUEST, titles=("judge",)),
            told(*REFEREE, titles=("striker",)),
            told("Hasely", "2026-03-08", None, titles=("former striker",)),
        ],
        at=AT,
    )
    assert places_of(archive) == {"tom-reed": {"Elsted", "Hasely"}, "tom-reed_player": {"Gorham"}}
    assert countries(archive) == {"tom-reed": None, "tom-reed_player": None}


def test_bodies_are_not_parted(archive: Archive) -> None:
    """Only people are: a firm has offices in many countries."""
    archive.keep([told(*one, kind="organisation") for one in (SWIMMER, MAYOR)], at=AT)
    assert set(places_of(archive)) == {"tom-reed"}


@pytest.mark.parametrize("order", list(permutations((SWIMMER, MAYOR, SPEAKER, GUEST)))[::3])
def test_the_order_of_articles_does_not_matter(
    archive: Archive, order: tuple[tuple[str, str, str | None], ...]
) -> None:
    """One article at a time: who came first moves to another key when most are of another country."""
    for one in order:
        archive.keep([told(*one)], at=AT)
        assert sound(archive)
    assert places_of(archive) == {"tom-reed": {"Corwick", "Dunholt", "Elsted"}, "tom-reed_au": {"Aldervik"}}
    assert countries(archive) == {"tom-reed": "GB", "tom-reed_au": "AU"}


def test_of_equally_many_the_first_code_keeps_the_key(archive: Archive) -> None:
    """In either order."""
    for one in (MAYOR, SWIMMER):
        archive.keep([told(*one)], at=AT)
    assert places_of(archive) == {"tom-reed": {"Aldervik"}, "tom-reed_gb": {"Corwick"}}
    assert countries(archive) == {"tom-reed": "AU", "tom-reed_gb": "GB"}


def test_reading_again_changes_nothing(archive: Archive) -> None:
    """Neither the same files nor ``--reprocess``, in any order."""
    articles = [told(*one) for one in (MAYOR, SWIMMER, GUEST, SPEAKER)]
    archive.keep(articles, at=AT)
    before = archive.events(), archive.actors(), archive.stories()
    assert archive.keep(articles, at=LATER).unchanged == len(articles)
    assert (archive.events(), archive.actors(), archive.stories()) == before
    for one in reversed(articles):
        archive.keep([one], reprocess=True, at=LATER)
    archive.keep(articles, reprocess=True, at=LATER)
    assert (archive.events(), archive.actors(), archive.stories()) == before
    assert sound(archive)


def test_a_better_reading_makes_them_one(archive: Archive) -> None:
    """When reading again no longer gives another country, they are one actor again, and its country is the new one."""
    archive.keep([told(*one) for one in (SWIMMER, MAYOR, SPEAKER)], at=AT)
    archive.keep([told(*one[:2], "IE") for one in (SWIMMER, MAYOR, SPEAKER)], reprocess=True, at=LATER)
    assert set(places_of(archive)) == {"tom-reed"}
    assert countries(archive) == {"tom-reed": "IE"}
    assert sound(archive)


def test_another_text_may_be_of_another(archive: Archive) -> None:
    """A corrected article states another country than before; those that stay what they were are not touched."""
    archive.keep([told(*one) for one in (SWIMMER, DIVER, MAYOR)], at=AT)
    one, found = told(*DIVER[:2], "GB")
    archive.keep([(replace(one, version_key=digest("corrected")), found)], at=LATER)
    assert places_of(archive) == {"tom-reed": {"Brenmouth", "Corwick"}, "tom-reed_au": {"Aldervik"}}
    assert countries(archive) == {"tom-reed": "GB", "tom-reed_au": "AU"}
    assert sound(archive)


def test_people_make_namesakes_one_and_two_again(archive: Archive) -> None:
    """A merge holds for articles to come and after reading again; undoing it parts them as before."""
    articles = [told(*one) for one in (SWIMMER, MAYOR, SPEAKER)]
    archive.keep(articles, at=AT)
    apart = places_of(archive)
    made = archive.merge_actors("ac_tom-reed", "ac_tom-reed_au", at=LATER)
    together = {"tom-reed": {"Aldervik", "Corwick", "Dunholt"}}
    assert places_of(archive) == together
    archive.keep(articles, reprocess=True, at=LATER)
    archive.keep([told(*DIVER)], at=LATER)
    assert places_of(archive) == {"tom-reed": {*together["tom-reed"], "Brenmouth"}}
    archive.undo(made.key, at=LATER)
    assert places_of(archive) == {**apart, "tom-reed_au": {"Aldervik", "Brenmouth"}}
    assert sound(archive)


def test_a_key_that_people_named_stays_whose_it_is(archive: Archive) -> None:
    """More articles of another country do not take it over, and the correction goes on to mean the same person."""
    archive.keep([told(*MAYOR)], at=AT)
    archive.edit("ac_tom-reed", name="Tom A. Reed", at=LATER)
    archive.keep([told(*SWIMMER), told(*DIVER), told(*GUEST)], at=LATER)
    assert places_of(archive) == {"tom-reed": {"Corwick", "Elsted"}, "tom-reed_au": {"Aldervik", "Brenmouth"}}
    assert {actor.key: actor.name for actor in archive.actors()} == {
        "tom-reed": "Tom A. Reed",
        "tom-reed_au": "Tom Reed",
    }
    assert countries(archive) == {"tom-reed": "GB", "tom-reed_au": "AU"}


def test_namesakes_do_not_meet_in_one_event(archive: Archive) -> None:
    """What one does is not what the other does: each has a timeline of its own."""
    archive.keep([told(*one) for one in (SWIMMER, DIVER, MAYOR)], at=AT)
    assert [event.label for event in archive.actor("ac_tom-reed").events()] == [
        "march in Aldervik",
        "march in Brenmouth",
    ]
    assert [event.label for event in archive.actor("ac_tom-reed_gb").events()] == ["march in Corwick"]


def test_a_merge_of_before_holds_for_the_one_who_was_known(archive: Archive) -> None:
    """Whom people merged into another stays merged; a namesake who comes later is not meant by it."""
    archive.keep([told(*MAYOR), told(*GUEST), told("Farnley", "2026-03-06", "GB", name="Thomas Reed")], at=AT)
    archive.merge_actors("ac_thomas-reed", "ac_tom-reed", at=LATER)
    archive.keep([told(*SWIMMER), told(*DIVER)], at=LATER)
    apart = {"thomas-reed": {"Corwick", "Elsted", "Farnley"}, "tom-reed_au": {"Aldervik", "Brenmouth"}}
    assert places_of(archive) == apart
    archive.undo(at=LATER)
    assert places_of(archive) == {
        "thomas-reed": {"Farnley"},
        "tom-reed": {"Corwick", "Elsted"},
        "tom-reed_au": {"Aldervik", "Brenmouth"},
    }
    assert sound(archive)


def test_a_split_by_article_goes_on(archive: Archive) -> None:
    """What people parted by hand stays parted when a namesake of another country comes."""
    archive.keep([told(*one) for one in (MAYOR, SPEAKER, GUEST)], at=AT)
    event = next(event for event in archive.events() if event.label == "march in Elsted")
    archive.split_actor("ac_tom-reed", events=[event.key], name="Tom Reed (guest)", at=LATER)
    archive.keep([told(*SWIMMER), told(*GUEST)], reprocess=True, at=LATER)
    assert places_of(archive) == {
        "tom-reed": {"Corwick", "Dunholt"},
        "tom-reed_au": {"Aldervik"},
        "tom-reed-guest": {"Elsted"},
    }
    assert sound(archive)


def test_whom_people_parted_keeps_the_key_that_they_gave(archive: Archive) -> None:
    """An article that people said is of another stays with that one when a better reading gives it another country."""
    archive.keep([told(*MAYOR), told(*GUEST)], at=AT)
    event = next(event for event in archive.events() if event.label == "march in Elsted")
    made = archive.split_actor("ac_tom-reed", events=[event.key], name="Tom Reed (swimmer)", at=LATER)
    archive.keep([told(*GUEST[:2], "AU"), told(*SWIMMER)], reprocess=True, at=LATER)
    by_hand = {"tom-reed": {"Corwick"}, "tom-reed-swimmer": {"Elsted"}, "tom-reed_au": {"Aldervik"}}
    assert places_of(archive) == by_hand
    archive.undo(made.key, at=LATER)
    assert places_of(archive) == {"tom-reed": {"Corwick"}, "tom-reed_au": {"Aldervik", "Elsted"}}
    assert sound(archive)
