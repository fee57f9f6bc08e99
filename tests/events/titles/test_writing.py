"""The line of each event: short, of the text's own words, and no surer than the text."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import actors, parse, temporal
from timeline.events import detect
from timeline.events.titles.line_text import LONGEST_TITLE, capital
from timeline.events.titles.lines import Lines
from timeline.lexicons.actors import actor_lexicon
from timeline.lexicons.events import event_lexicon
from timeline.lexicons.quotes import quote_lexicon
from timeline.lexicons.time import time_lexicon
from timeline.text import split

PUBLISHED = date(2024, 3, 5)
GLUE = {
    "says",
    "say",
    "reportedly",
    "planned",
    "called",
    "for",
    "possible",
    "denied",
    "denies",
    "that",
    "announces",
    "warns",
    "s",
}


def mentions(text):
    """The mentions of a text, published on 5 March 2024."""
    tokens = split(text)
    timexes = temporal.resolve(temporal.tag(tokens, time_lexicon()), PUBLISHED)
    found, places = actors.find(tokens, actor_lexicon())
    found, _ = actors.resolve(tokens, found, actor_lexicon())
    reading = detect(
        tokens, timexes, found, places, lexicon=event_lexicon(), quotes=quote_lexicon(), published_on=PUBLISHED
    )
    return reading.mentions


def title(text, trigger):
    return next(mention.title for mention in mentions(text) if mention.text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("On Sunday thousands marched in Harlow.", "marched", "Thousands marched in Harlow"),
        (
            "Omar Hale, who was freed on Sunday, praised the rescuers.",
            "freed",
            "Omar Hale was freed",
        ),
        (
            "A former clerk who stole two vases was jailed on Friday.",
            "jailed",
            "A former clerk was jailed",
        ),
        (
            "A former clerk who stole two vases was jailed on Friday.",
            "stole",
            "A former clerk who stole two vases was jailed",
        ),
        (
            "Rebels shelled the town of Harlow on Monday, officials said.",
            "shelled",
            "Rebels shelled the town of Harlow",
        ),
        ("Jane Firth resigned. She said the port would close.", "said", "Jane Firth says the port would close"),
        ("“We will not sell,” Jane Firth said.", "said", "Jane Firth: “We will not sell”"),
        ("Two engineers said the bridge was unsafe.", "said", "Two engineers say the bridge was unsafe"),
        ("The port would close, Jane Firth said on Monday.", "said", "Jane Firth says the port would close"),
        ("HARLOW — A storm struck the port on Monday.", "struck", "A storm struck the port"),
    ],
)
def test_titles(text, trigger, wanted):
    """Subject, verb and what follows; dates, tails, datelines and relative clauses of others left out."""
    assert title(text, trigger) == wanted


#: Sentence, trigger, and the line that a reader would write for it.
READABLE = [
    ('Talks between nurses and the health board in Dunmere ended without agreement on Tuesday.', 'ended without agreement', 'Talks between nurses and the health board in Dunmere ended without agreement'),
    ('Talks between nurses and the health board in Dunmere ended without agreement on Tuesday.', 'Talks', 'Talks between nurses and the health board in Dunmere ended without agreement'),
    ("Tuesday's talks with the board had ended without agreement.", 'talks', "Tuesday's talks with the board had ended without agreement"),
    ("Friday's meeting with Omar Hale was cancelled after the nurses pulled out.", 'meeting', "Friday's meeting with Omar Hale was cancelled"),
    ('A meeting she had planned for last Friday was cancelled.', 'meeting', 'A meeting she had planned was cancelled'),
    ('A rally for the nurses, planned for Saturday evening in Harlow, has been postponed.', 'rally', 'A rally for the nurses has been postponed'),
    ('The march was called off on Monday.', 'march', 'The march was called off'),
    ("Authorities said on Monday that talks had begun.", "talks", "Talks had begun"),
    ("A person close to the talks said the mill had closed.", "said", "A person close to the talks says the mill had closed"),
    ("Under the deal 60 jobs will go instead of 240.", "deal", "Under the deal 60 jobs will go instead of 240"),
    ("Ames Mills sold two yards, bringing its sales to nine.", "sales", "Ames Mills sold two yards, bringing its sales to nine"),
    ("The chairman, unlike most of the board, resigned.", "resigned", "The chairman resigned"),
    ("He had fought for the bill, which passed the council in May but never came into force.", "passed", "The bill passed the council"),
    ("Earlier this week, the mayor proposed a toll for the bridge.", "proposed", "The mayor proposed a toll for the bridge"),
    ("The offer is actually a “farce” to most nurses.", "offer", "The offer is actually a “farce” to most nurses"),
    ("Elvern lost their keeper, Omar Hale, 31, who was carried off with an injury.", "injury", "Omar Hale was carried off with an injury"),
    ("The mill closed in 2004 after a fire in which two men died.", "died", "Two men died"),
    ("The nurses threatened on Monday to stay away from Friday's meeting.", 'threatened', "The nurses threatened to stay away from Friday's meeting"),
    ("The nurses threatened on Monday to stay away from Friday's meeting.", 'meeting', "The nurses threatened to stay away from Friday's meeting"),
    ("Nurses in Dunmere walked out at six o'clock on Monday morning.", 'walked out', 'Nurses in Dunmere walked out'),
    ('“Let them out tonight and we will talk,” Jane Firth said.', 'said', 'Jane Firth: “Let them out tonight and we will talk”'),
    ('“This is a public ward, not a private one,” Jane Firth said.', 'said', 'Jane Firth: “This is a public ward, not a private one”'),
    ("About 1,400 people joined the strike, the nurses' union said.", 'said', "The nurses' union says about 1,400 people joined the strike"),
    ('The health board reached a deal on Monday, ending a five-day strike.', 'strike', 'The health board reached a deal, ending a five-day strike'),
    ('The first patients arrived on Monday, two days after the strike began.', 'strike', 'The strike began'),
    ('Since the strike began, no patient has been moved.', 'strike', 'The strike began'),
    ('The High Court granted an injunction on Friday that limits pickets at the ward.', 'limits', 'The High Court granted an injunction that limits pickets at the ward'),
    ('THREE PEOPLE WERE KILLED IN HARLOW, POLICE SAID.', 'KILLED', 'THREE PEOPLE WERE KILLED IN HARLOW'),
    ("Police said 16 people had been arrested at Thursday's march.", 'arrested', "16 people had been arrested at Thursday's march"),
    ('Two masked men tied up a guard, who was not hurt.', 'hurt', 'A guard was not hurt'),
    ('Mayor Jane Firth invited both sides to a meeting at City Hall on Friday.', 'invited', 'Mayor Jane Firth invited both sides to a meeting at City Hall'),
    ('The union has called a meeting at the Fish Hall on Thursday evening.', 'meeting', 'The union has called a meeting at the Fish Hall'),
    ('Rebels shelled the port of Harlow on Monday, killing at least 12 people.', 'killing', 'Rebels shelled the port of Harlow, killing at least 12 people'),
    ('On Sunday she met Omar Hale in Harlow.', 'met', 'She met Omar Hale in Harlow'),
    ('The court ruled on Monday that the arrest of Omar Hale was unlawful.', 'ruled', 'The court ruled that the arrest of Omar Hale was unlawful'),
    ('The court ruled on Monday that the arrest of Omar Hale was unlawful.', 'arrest', 'The arrest of Omar Hale was unlawful'),
    ('Jane Firth called on the board to reopen talks with the nurses.', 'called on', 'Jane Firth called on the board to reopen talks with the nurses'),
    ('The army may withdraw from Harlow by Friday.', 'withdraw', 'The army may withdraw from Harlow'),
    ('No deal was reached on Monday.', 'deal', 'No deal was reached'),
    ('Omar Hale resigned on Monday, according to two officials.', 'resigned', 'Omar Hale resigned'),
    ('Omar Hale reportedly resigned on Monday.', 'resigned', 'Omar Hale reportedly resigned'),
    ('Thousands are expected to join a march to City Hall on Sunday.', 'march', 'Thousands are expected to join a march to City Hall'),
    ('The union suspended the strike at once.', 'suspended', 'The union suspended the strike'),
    ('Jane Firth, the mayor of Harlow, was injured in a crash on Monday.', 'injured', 'Jane Firth was injured in a crash'),
    ('Jane Firth, the mayor of Harlow, was injured in a crash on Monday.', 'crash', 'Jane Firth was injured in a crash'),
    ('The two sides will sign an agreement on Monday in Harlow.', 'agreement', 'The two sides will sign an agreement in Harlow'),
    ('Six of the marchers were charged with obstruction.', 'charged', 'Six of the marchers were charged with obstruction'),
    ('The port has been closed since Monday because of a strike by pilots.', 'strike', 'The port has been closed because of a strike by pilots'),
    ('Police arrested 16 people during a march through Harlow.', 'march', 'Police arrested 16 people during a march through Harlow'),
    ('The mayor praised the crew for saving 12 passengers.', 'saving', 'The mayor praised the crew for saving 12 passengers'),
    ('Members will vote on the deal on Friday.', 'vote on', 'Members will vote on the deal'),
    ('Dockers voted on Monday to go on strike over plans to cut 240 jobs.', 'voted', 'Dockers voted to go on strike over plans to cut 240 jobs'),
    ('The families began their march to Harlow with an appeal to the ministry for a deal.', 'deal', 'The families began their march to Harlow with an appeal to the ministry for a deal'),
    ('Holm denied reports that she had met officials.', 'reports', 'Holm denied reports that she had met officials'),
    ('Peru accused Chile of "misusing" old rules and threatened a boycott.', 'threatened', 'Peru threatened a boycott'),
    ('Jane Firth, who took over in May, may step down, officials said.', 'took over', 'Jane Firth took over'),
    ('Omar Hale, 61, who denied the charges, was jailed.', 'denied', 'Omar Hale denies the charges'),
    ('Omar Hale, whose last film won the Golden Gull in 2024, left.', 'won', 'Omar Hale’s last film won the Golden Gull'),
    ('Omar Hale, who was elected in 2022, had earlier said the port would close.', 'said', 'Omar Hale says the port would close'),
    ('Chile denied this and recalled its envoy.', 'denied', 'Chile denied this'),
    ('Three people were killed and 27 injured.', 'injured', 'Three people were killed and 27 injured'),
    ('The mill has closed since May and will not open again, two people familiar with the matter said.', 'said', 'Two people familiar with the matter say the mill has closed and will not open again'),
    ('Survivors told a charity that rescued nine others that the boat sank.', 'told', 'Survivors told a charity that rescued nine others that the boat sank'),
    ('Jane Firth owns a farm. She met Omar Hale in Harlow on Sunday.', 'met', 'Jane Firth met Omar Hale in Harlow'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "wanted"), READABLE)
def test_lines_read_well(text, trigger, wanted):
    """Whole subjects, verbs with their particles, owners with their day, no loose words at either end."""
    assert title(text, trigger) == wanted


def sentences():
    """Sentences of our own with the line of each event in them, by family: bounds, joined verbs, insertions, asides."""
    with (Path(__file__).parent / "title_sentences.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["sentence"], row["trigger"], row["title"]


@pytest.mark.parametrize(("text", "trigger", "wanted"), list(sentences()))
def test_each_event_has_its_own_line(text, trigger, wanted):
    """Numbers keep what bounds them, a second verb its subject and its "will", conditions stay, asides go."""
    lines = {mention.text: mention.title for mention in parse(text, published="2026-03-05").mentions}
    assert lines.get(trigger, "") == wanted or wanted in lines.values(), lines


def families(half):
    """Sentences of our own by family of what was told wrong: shared subjects, long subjects, openings, "which"."""
    with (Path(__file__).parent / f"title_families_{half}.csv").open(encoding="utf-8", newline="") as lines:
        return [(row["sentence"], row["trigger"], row["title"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("text", "trigger", "wanted"), families("dev") + families("check"))
def test_no_event_has_the_line_of_another(text, trigger, wanted):
    """Who did it is never taken from another clause; where the clause is not plain the sentence tells it as it is."""
    found = parse(text, published="2026-03-05").mentions
    assert wanted in [mention.title for mention in found if mention.text == trigger]


def wholes():
    """Sentences of our own by what a line may not do without: a main clause, a condition, an object, an end."""
    with (Path(__file__).parent / "title_wholes.csv").open(encoding="utf-8", newline="") as lines:
        return [(row["sentence"], row["trigger"], row["title"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("text", "trigger", "wanted"), wholes())
def test_a_line_is_whole(text, trigger, wanted):
    """No line is a clause without its verb, a verb without its object, or a consequence without its condition."""
    found = parse(text, published="2026-03-05").mentions
    assert wanted in [mention.title for mention in found if mention.text == trigger]


@pytest.mark.parametrize(
    ("text", "trigger", "needed"),
    [
        ("Jane Firth denied that she had met the lobbyist.", "met", "denied"),
        ("The builder did not attack the guard.", "attack", "not"),
        ("The union plans to march to Harlow on Sunday.", "march", "plans"),
        ("The army may attack Harlow.", "attack", "may"),
        ("No soldier was killed in Harlow.", "killed", "No"),
    ],
)
def test_a_title_is_no_surer_than_the_text(text, trigger, needed):
    """What is denied, planned or possible never reads as something that happened."""
    assert needed in title(text, trigger)


PARTS = [
    "Jane Firth said ",
    "officials told the Harlow Courier that ",
    "who was arrested on Sunday, ",
    "the army attacked the port",
    "did not resign",
    ", according to police",
    "“We will march,” ",
    "he warned. ",
    "On Monday, ",
    "a strike and a protest ",
    "In March ",
    ". ",
    "\n\n",
    " - ",
    "(",
    "killing 12",
    "Talks began. ",
    "the 13-year-old girl was freed ",
    " said—that ",
    "whose father was killed ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map("".join))
def test_every_title_is_a_short_line_of_known_words(text):
    """No title is empty, has line breaks or runs on, and every word in it stands in the text or is glue."""
    known = set(split(text).lowers) | GLUE
    for mention in mentions(text):
        assert mention.title.strip()
        assert "\n" not in mention.title
        assert len(mention.title) <= LONGEST_TITLE * 1.6
        for word in split(mention.title).lowers:
            assert word in known or not word[0].isalnum(), (mention.title, word)


def lines(text):
    return Lines(split(text), quote_lexicon(), ())


def test_a_cut_falls_between_phrases():
    """A line that has no room ends before a preposition, never in an article or a conjunction."""
    text = "The council of Harlow approved a plan for the old harbour and a budget for its two bridges in the north."
    found = lines(text)
    for room in range(30, 110, 7):
        line = found.cut([(0, len(found.words))], room)
        assert text.startswith(line)
        assert line.split()[-1] not in ("a", "the", "of", "for", "and", "its", "in")


def test_unpaired_marks_are_dropped():
    """A cut quotation leaves no mark without its partner."""
    found = lines("He called it “a ruin” and “a shame”.")
    assert found.cut([(0, 8)], 90).count("“") == found.cut([(0, 8)], 90).count("”")


def test_capital_keeps_the_rest():
    """Only the first letter changes."""
    assert capital("iron Bridge") == "Iron Bridge"


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was visited by her family on Monday but",
        "The activity, the campaign and the hacking of other people from Moscow, voters and",
        "The union condemned the attacks in Harlow, Senna and",
        "He resigned on Monday and",
    ],
)
def test_a_text_that_breaks_off_has_its_lines(text: str) -> None:
    """The last word may be one that joins."""
    assert all(one.title for one in parse(text).mentions)
