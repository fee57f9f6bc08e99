"""Articles find their story, keep it, and old keys lead on."""

from __future__ import annotations

import json
from datetime import date

import pytest

from timeline.stories.clustering import cluster, redirects, story_key
from timeline.stories.sketches import ArticleSketch, sketch

ARTICLES = (
    (
        "strike-1",
        "Dock workers in Harlow begin strike over night pay",
        "Dock workers at the port of Harlow stopped work on Monday in a dispute over night pay. The Dock Union "
        "said 640 "
        "members had joined the strike. The Port Authority called the strike unlawful. No ships were unloaded.",
        2,
    ),
    (
        "theft-1",
        "Bronze mask stolen from Vell museum",
        "Thieves took a bronze mask from the Vell Museum in the night to Tuesday, police said. The mask is two "
        "thousand "
        "years old. Director Ana Cole said the alarm had been switched off for repairs.",
        3,
    ),
    (
        "strike-2",
        "Harlow port strike enters third day",
        "The strike of dock workers in Harlow entered its third day on Wednesday. The Dock Union and the Port "
        "Authority "
        "have not met. Eleven ships wait outside the port of Harlow, and night pay is still in dispute.",
        4,
    ),
    (
        "theft-2",
        "Police search flat in Vell museum theft",
        "Police investigating the theft of a bronze mask from the Vell Museum searched a flat on Thursday. "
        "Director Ana "
        "Cole said she hoped the mask would come back. The alarm of the museum is working again.",
        5,
    ),
)


def sketches(order=(0, 1, 2, 3)):
    return [
        sketch(key, title, f"{title}\n\n{text}", date(2026, 3, day))
        for key, title, text, day in (ARTICLES[n] for n in order)
    ]


def test_articles_of_two_stories_are_told_apart():
    """A strike and a theft are two stories, each named by its first article."""
    found = cluster(sketches(), {})
    assert found == {
        "strike-1": story_key("strike-1"),
        "theft-1": story_key("theft-1"),
        "strike-2": story_key("strike-1"),
        "theft-2": story_key("theft-1"),
    }


def test_articles_that_come_later_change_no_key():
    """One by one, with what is known so far, gives the same stories."""
    known: dict[str, str] = {}
    for end in range(1, len(ARTICLES) + 1):
        known = {key: story for key, story in cluster(sketches(range(end)), known).items() if story}
    assert known == cluster(sketches(), {})


def test_a_known_story_is_kept_even_when_it_looks_wrong():
    """What was decided before, or by a human, stays."""
    found = cluster(sketches(), {"strike-1": "st_a", "theft-1": "st_b", "theft-2": "st_c"}, apart=[("st_b", "st_c")])
    assert found == {"strike-1": "st_a", "theft-1": "st_b", "strike-2": "st_a", "theft-2": "st_c"}


def test_a_copy_shares_the_story_of_its_original():
    """Whatever a copy looks like, it is in its original's story."""
    copy = sketch("copy", None, "Only a notice.", None)
    assert cluster([*sketches(), copy], {}, {"copy": "theft-1"})["copy"] == story_key("theft-1")


def test_an_undated_article_joins():
    """No day of publication is no reason to stand alone."""
    key, title, text, _ = ARTICLES[2]
    found = cluster([*sketches([0, 1]), sketch(key, title, text, None)], {})
    assert found["strike-2"] == story_key("strike-1")


def test_an_article_without_words_has_no_story():
    """Nothing to compare, nothing to tell."""
    assert cluster([sketch("empty", None, "", None)], {}) == {"empty": None}


def test_a_single_article_is_a_story():
    """One article is a story, so that it can be shown."""
    assert cluster(sketches([0]), {}) == {"strike-1": story_key("strike-1")}


def test_redirects_name_the_story_that_lives_on():
    """A key leads on only when its story is gone."""
    before = {"a": "st_1", "b": "st_2", "c": "st_3"}
    assert redirects(before, {"a": "st_1", "b": "st_1", "c": "st_3", "d": "st_4"}) == {"st_2": "st_1"}


@pytest.mark.parametrize("number", range(len(ARTICLES)))
def test_a_sketch_survives_json(number):
    """What is kept beside an article reads back equal."""
    one = sketches([number])[0]
    assert ArticleSketch.from_record(json.loads(json.dumps(one.as_record()))) == one


def test_a_title_that_opens_the_text_is_read_once():
    """With the title in the text or beside it, the sketch is the same."""
    key, title, text, _ = ARTICLES[0]
    assert sketch(key, title, f"{title}\n\n{text}", None) == sketch(key, title, text, None)


THIRD_STRIKE_ARTICLE = sketch(
    "strike-3",
    "Dock workers' strike in Harlow: union and Port Authority to talk",
    "The Dock Union and the Port Authority of Harlow will talk about night pay on Friday, the fourth day of the strike "
    "of dock workers. The union said 640 members were on strike and eleven ships wait outside the port of Harlow.",
    date(2026, 3, 5),
)


def test_two_stories_that_prove_to_be_one_keep_the_older_key():
    """A third article shows that both were one strike; the younger key leads on to the older."""
    known = {"strike-1": "st_a", "strike-2": "st_b"}
    found = cluster([*sketches([0, 2]), THIRD_STRIKE_ARTICLE], known)
    assert set(found.values()) == {"st_a"}
    assert redirects(known, found) == {"st_b": "st_a"}


def test_stories_that_must_stay_apart_do():
    """What a human took apart is not joined again."""
    known = {"strike-1": "st_a", "strike-2": "st_b"}
    found = cluster([*sketches([0, 2]), THIRD_STRIKE_ARTICLE], known, apart=[("st_b", "st_a")])
    assert (found["strike-1"], found["strike-2"]) == ("st_a", "st_b")


def test_headlines_alone_make_stories():
    """Without a body the words of the title decide."""
    titles = [
        "Harlow dock workers begin strike over night pay",
        "Bronze mask stolen from Vell museum",
        "Strike over night pay shuts Harlow docks",
        "Vell museum thieves took bronze mask at night",
    ]
    found = cluster([sketch(f"ar_{n}", title, "", date(2026, 3, 3)) for n, title in enumerate(titles)], {})
    assert found["ar_0"] == found["ar_2"] != found["ar_1"] == found["ar_3"]


def test_the_order_of_unrelated_articles_does_not_matter():
    """Two stories are told apart in whatever order their articles come."""
    for order in ((0, 1, 2, 3), (3, 2, 1, 0), (1, 0, 3, 2)):
        found = cluster(sketches(order), {})
        assert found["strike-1"] == found["strike-2"] != found["theft-1"] == found["theft-2"]
