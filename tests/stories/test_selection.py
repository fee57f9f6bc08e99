"""Order, choice and digests follow from the events and articles alone."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.stories import merging, selection
from timeline.stories.naming import slug, story_title
from timeline.stories.selection import DatedArticle, DatedSentence
from timeline.values.dates import Granularity


def days(*numbers):
    return tuple(date(2026, 3, number) for number in numbers)


def article(key, published, *sentences):
    return DatedArticle(
        key=key,
        published_on=date(2026, 3, published) if published else None,
        sentences=tuple(
            DatedSentence(text=text, days=days(*mentioned), index=index)
            for index, (text, *mentioned) in enumerate(sentences)
        ),
    )


ARTICLES = [
    article(
        "ar_1",
        3,
        ("Dock workers in Harlow stopped work on Monday over night pay.", 2),
        ("The Dock Union will meet the Port Authority on Friday.", 6),
    ),
    article(
        "ar_2",
        7,
        ("Union and port agreed on night pay in Friday's talks in Harlow.", 6),
        ("Dock workers had stopped work on Monday over night pay.", 2),
    ),
    article("ar_3", 8, ("Cranes moved again in Harlow after the port strike.",), ("The talks were on Friday.", 6)),
]


def test_events_are_ordered_by_time_finer_first_undated_last(report, march):
    """A part of the day stands before its day, a day before its month, and what has no date after all."""
    evening = march(4, granularity=Granularity.PART_OF_DAY, part_of_day="evening")
    reports = [
        report("ar_1", 10, on=None, lemma="a", label="a"),
        report("ar_1", 30, on=march(4), lemma="b", label="b"),
        report("ar_1", 50, on=evening, lemma="c", label="c"),
        report("ar_1", 70, on=march(2), lemma="d", label="d"),
    ]
    events = merging.merge(reports, {}, {})
    dated, undated = selection.order(reversed(events))
    assert [event.label for event in dated] == ["d", "c", "b"]
    assert [event.label for event in undated] == ["a"]


def test_a_timeline_shows_core_events_and_what_two_sources_report(report):
    """Secondary events count when they are told twice; background never by itself."""
    reports = [
        report("ar_1", 10, on=1),
        report("ar_1", 30, on=2, salience="secondary"),
        report("ar_1", 50, on=4, salience="secondary"),
        report("ar_2", 50, on=4, salience="secondary", published=5),
        report("ar_1", 70, on=6, salience="background", published=7),
    ]
    events = merging.merge(reports, {}, {})
    assert [event.date.first_day.day for event in selection.shown(events)] == [1, 4]
    assert [event.date.first_day.day for event in selection.shown(events, salience="background")] == [1, 2, 4, 6]
    assert [event.date.first_day.day for event in selection.shown(events, sources=2)] == [4]
    assert [event.date.first_day.day for event in selection.shown(events, top=1)] == [4]


def test_a_story_without_core_events_is_not_empty(report):
    """What there is is shown."""
    events = merging.merge([report("ar_1", on=1, salience="background")], {}, {})
    assert selection.shown(events) == events


def test_a_day_matters_as_many_independent_articles_mention_it():
    """Copies do not count, nor does a second mention in one article.

    Where an article opens it counts half as much again.
    """
    assert selection.date_salience(ARTICLES) == {date(2026, 3, 2): 3.0, date(2026, 3, 6): 4.5}
    assert selection.date_salience(ARTICLES, copies={"ar_2": "ar_1"}) == {date(2026, 3, 2): 1.5, date(2026, 3, 6): 3.0}


def test_a_day_named_late_counts_once():
    """The half more is for opening sentences only."""
    late = DatedArticle(
        key="ar_1",
        published_on=None,
        sentences=(DatedSentence(text="The port had closed on 2 March.", days=days(2), index=9),),
    )
    assert selection.date_salience([late]) == {date(2026, 3, 2): 1.0}


def test_only_the_first_day_of_a_sentence_counts():
    """What stands after it is told apart from it."""
    one = article("ar_1", None, ("On Friday, four days after the strike of Monday, they met.", 6, 2))
    assert list(selection.date_salience([one])) == [date(2026, 3, 6)]


def test_a_day_beside_a_stronger_one_loses():
    """Mostly it is the same news, told a day later."""
    told = [article(f"ar_{number}", None, ("They met on Friday.", 6)) for number in range(4)]
    after = article("ar_9", None, ("On Saturday the cranes moved.", 7))
    far = article("ar_10", None, ("On the twentieth ships sailed.", 20))
    salience = selection.date_salience([*told, after, far])
    assert salience[date(2026, 3, 7)] < salience[date(2026, 3, 20)] < salience[date(2026, 3, 6)]


def test_a_digest_is_in_order_of_time_and_quotes_sentences():
    """The best days come ascending, each with sentences of the articles."""
    digest = selection.digest(ARTICLES, dates=2, sentences=1)
    assert [day for day, _ in digest] == [date(2026, 3, 2), date(2026, 3, 6)]
    told = {sentence.text for one in ARTICLES for sentence in one.sentences}
    assert all(sentence in told for _, sentences in digest for sentence in sentences)
    assert "stopped work" in digest[0][1][0]


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ({"after": date(2026, 3, 3)}, [6]),
        ({"before": date(2026, 3, 2)}, [2]),
        ({"after": date(2026, 4, 1)}, []),
    ],
)
def test_a_digest_keeps_to_its_window(window, expected):
    """Both ends are included."""
    assert [day.day for day, _ in selection.digest(ARTICLES, dates=9, sentences=1, **window)] == expected


def test_a_digest_does_not_repeat_itself():
    """Two sentences that say the same are told once."""
    (_, sentences) = selection.digest(ARTICLES, dates=1, sentences=5, before=date(2026, 3, 2))[0]
    assert len(sentences) < 5
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize(
    "caption",
    [
        "March 2: Cranes stand idle at the port of Kelmouth as dockers begin a strike.",
        "Dockers gather at the gate of the port in this handout photo released by their union.",
    ],
)
def test_a_digest_quotes_no_captions(caption):
    """What is to be seen on a picture is told only where nothing else tells of the day."""
    plain = "The dockers of Kelmouth stopped work on Monday after talks with the port failed."
    seen = article("ar_1", 2, (caption, 2), (plain, 2))
    assert selection.digest([seen], dates=1, sentences=2) == [(date(2026, 3, 2), [plain])]
    alone = article("ar_2", None, (caption, 2))
    assert selection.digest([alone], dates=1, sentences=2) == [(date(2026, 3, 2), [caption])]


def test_the_story_is_called_like_its_most_typical_article():
    """The title that shares most with the others, without its publisher."""
    titles = ["Wednesday briefing", "Harlow port strike: talks fail - Harlow Post", "Port strike in Harlow", None]
    assert story_title(titles) == "Harlow port strike: talks fail"
    assert story_title([None], ["Dock workers march"]) == "Dock workers march"
    assert story_title([]) == ""


@pytest.mark.parametrize(
    ("title", "taken", "expected"),
    [
        ("Port reopens after nine-day strike", (), "port-reopens-nine-day-strike"),
        ("Port reopens", ("port-reopens", "port-reopens-2"), "port-reopens-3"),
        ("Élan für Zürich", (), "elan-fur-zurich"),
        ("", (), "story"),
        ("Who is who", (), "who-is-who"),
    ],
)
def test_slugs_are_short_plain_and_free(title, taken, expected):
    """Words people type."""
    assert slug(title, taken) == expected
