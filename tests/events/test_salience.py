"""What matters in an article, and which event one line about it would tell."""

from datetime import date

import pytest

from timeline import actors, temporal
from timeline.events import detect
from timeline.events.salience import rate
from timeline.lexicons.actors import actor_lexicon
from timeline.lexicons.events import event_lexicon
from timeline.lexicons.quotes import quote_lexicon
from timeline.lexicons.time import time_lexicon
from timeline.text import split
from timeline.values.article import Block

PUBLISHED = date(2024, 3, 5)


def read(text, *, title_line=False, title=None):
    """The reading of a text; with ``title_line`` its first line is the title."""
    blocks = None
    if title_line:
        cut = text.index("\n")
        blocks = [Block(kind="title", start=0, end=cut), Block(kind="body", start=cut + 1, end=len(text))]
    tokens = split(text, blocks)
    timexes = temporal.resolve(temporal.tag(tokens, time_lexicon()), PUBLISHED)
    found, places = actors.find(tokens, actor_lexicon())
    found, _ = actors.resolve(tokens, found, actor_lexicon())
    return detect(
        tokens,
        timexes,
        found,
        places,
        lexicon=event_lexicon(),
        quotes=quote_lexicon(),
        published_on=PUBLISHED,
        title=title,
    )


def main(text):
    reading = read(text)
    return reading.mentions[reading.main].text if reading.main is not None else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels shelled the town of Harlow on Monday, officials said.", "shelled"),
        ("Officials said rebels had shelled the town of Harlow.", "shelled"),
        ("Jane Firth rejected the demand for talks on Monday.", "rejected"),
        ("Police arrested two suspected bombers after a protest in Harlow.", "arrested"),
        ("Police opened a fraud investigation against Omar Hale.", "investigation"),
        ("The army withdrew after days of clashes with rebels.", "withdrew"),
        ("At least 20 people died after an earthquake struck Harlow.", "struck"),
        ("The valley is green.", None),
    ],
)
def test_the_governing_event_is_the_main_one(text, wanted):
    """The act or attitude of the main clause is told, not its tail, its modifiers or its circumstances."""
    assert main(text) == wanted


ARTICLE = """Thousands march in Harlow over port closure
Thousands of dockers marched through Harlow on Monday against the closure of the port.

The march began at noon and ended at the town hall, where Mayor Jane Firth spoke to the crowd.

“We will not be sold,” she said. “Not this year.”

The owner, Hale Lines, announced in January that it would close the port.

The weather was mild. Shops on the quay stayed shut and buses ran late.

Trains were full. The town hall, which was built after a fire in 1902, was lit in red.

A museum shows the tools of the first dockers, some of whom were arrested in 1911.
"""


def test_what_opens_an_article_and_recurs_is_core():
    """The march of title and opening is core and main; fire and arrests of long ago are background."""
    reading = read(ARTICLE, title_line=True)
    ranks = {mention.text: mention.salience for mention in reading.mentions}
    assert ranks["marched"] == "core"
    assert ranks["arrested"] == "background"
    assert reading.mentions[reading.main].label == "march"


def test_a_title_beside_the_text_speaks_for_its_words():
    """A title that is not in the text lifts the event that it names."""
    text = ARTICLE.split("\n", 1)[1]
    with_title = read(text, title="Hale Lines announced closure")
    without = read(text)
    order = ("background", "secondary", "core")
    for there, here in zip(with_title.mentions, without.mentions, strict=True):
        assert order.index(there.salience) >= order.index(here.salience)


def test_mentions_of_one_event_share_their_rank():
    """A later mention of the main event ranks with the first."""
    reading = read(ARTICLE, title_line=True)
    ranks = {}
    for mention in reading.mentions:
        ranks.setdefault(mention.group, set()).add(mention.salience)
    assert all(len(found) == 1 for found in ranks.values())


def test_nothing_has_no_main():
    """Without candidates there is no main event."""
    assert rate([], split("The valley is green."), ()) is None


REPORT = (
    "A storm struck Harlow on Monday, tearing roofs from houses.\n\nNobody was hurt, the mayor said.\n\nThe harbour "
    "stayed shut.\n\n{}\n\nThe bridge was built in 1902.\n\nIt rained for hours.\n\nSchools stayed shut.\n\nThe wind fell."
)


def test_what_somebody_denies_is_no_core_event():
    """The denial may matter; what did not happen does not stand beside what did."""
    mentions = read(REPORT.format("Jane Firth denied that she had met Omar Hale on Sunday.")).mentions
    (met,) = [mention for mention in mentions if mention.lemma == "meet"]
    assert met.salience != "core"


def test_a_reported_plan_weighs_more_than_a_reported_fact():
    """That something will be is the news of who announces it; what was long so is told beside it."""
    ranks = ("background", "secondary", "core")
    (plan,) = [
        mention
        for mention in read(REPORT.format("The board said it would close the mill on Friday.")).mentions
        if mention.lemma == "close"
    ]
    (fact,) = [
        mention
        for mention in read(REPORT.format("The board said it had closed the mill.")).mentions
        if mention.lemma == "close"
    ]
    assert ranks.index(plan.salience) >= ranks.index(fact.salience)
