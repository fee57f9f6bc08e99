"""Who does it, to whom, and where: the examples of every role rule hold, and so does what rules alone do not say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from timeline import parse
from timeline.actors import find, resolve
from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.detector import candidates_of
from timeline.events.roles import participants
from timeline.lexicons.actors import actor_lexicon
from timeline.lexicons.events import event_lexicon
from timeline.lexicons.roles import role_rules
from timeline.text import split
from timeline.values.actors import ACTOR_ROLES, PLACE_ROLES, RECIPIENT_ROLES


def assigned(text: str) -> tuple[list[Candidate], Page]:
    """The candidates of a text with their participants."""
    tokens = split(text)
    found, places = find(tokens, actor_lexicon())
    mentions, _ = resolve(tokens, found, actor_lexicon())
    page = Page(tokens, event_lexicon())
    candidates = candidates_of(page, all_events=True)
    participants.assign(candidates, page, mentions, places)
    return candidates, page


def of_trigger(text: str, trigger: str) -> list[Candidate]:
    """The candidates whose words overlap the trigger's."""
    candidates, page = assigned(text)
    start = text.index(trigger)
    starts, ends = page.tokens.starts, page.tokens.ends
    return [
        candidate
        for candidate in candidates
        if starts[candidate.first_token] < start + len(trigger) and start < ends[candidate.end_token - 1]
    ]


def roles(candidates: list[Candidate]) -> set[tuple[str, str]]:
    """(role, words) of all participants."""
    return {(part.role, part.text) for candidate in candidates for part in (*candidate.actors, *candidate.recipients)}


def examples() -> Iterator[tuple[str, str, str, str]]:
    """The examples of all rules."""
    for rule in role_rules().rules:
        for sentence, trigger, wanted in rule.examples:
            yield rule.name, sentence, trigger, wanted


@pytest.mark.parametrize(
    ("rule", "sentence", "trigger", "wanted"), list(examples()), ids=[row[0] for row in examples()]
)
def test_the_examples_of_every_rule_hold(rule: str, sentence: str, trigger: str, wanted: str) -> None:
    """In the example the rule is the one that applies, and the words play the role."""
    candidates = of_trigger(sentence, trigger)
    chosen = {
        role_rules().rule(candidate.type, candidate.mode, candidate.lemma, candidate.reading).name
        for candidate in candidates
    }
    role, _, words = wanted.partition(" = ")
    assert rule in chosen
    assert (role, words) in roles(candidates)


def test_every_rule_has_an_example() -> None:
    """A rule that no example shows is not to be trusted."""
    assert [rule.name for rule in role_rules().rules if not rule.examples] == []


#: A sentence, a trigger in it, and (role, words) that must be found.
ROLES = (
    ("A convoy was attacked by rebels near Ghent.", "attacked", {("agent", "rebels"), ("patient", "A convoy")}),
    ("Jane Firth, the mayor of Harlow, thanked the nurses.", "thanked", {("recipient", "the nurses")}),
    ("The miners who stormed the depot were held by police.", "stormed", {("agent", "who"), ("patient", "the depot")}),
    ("The men who stormed it were arrested by police.", "arrested", {("agent", "police"), ("patient", "The men")}),
    ("Jane Firth and Omar Bey met in Ghent.", "met", {("party", "Jane Firth"), ("party", "Omar Bey")}),
    ("The union urged the army to leave the town.", "leave", {("agent", "the army")}),
    ("Omar Bey plans to visit Chile.", "visit", {("party", "Omar Bey")}),
    ("The release of Ruth Vey by rebels took a day.", "release", {("patient", "Ruth Vey"), ("agent", "rebels")}),
    ("Israel's attack on southern Lebanon went on.", "attack", {("agent", "Israel"), ("patient", "Lebanon")}),
    ("The police arrested a baker, killing his dog.", "killing", {("agent", "The police")}),
    ("Families of hostages held in Ghent marched.", "held", {("patient", "Families of hostages")}),
    ('"We won," said Jane Firth.', "said", {("speaker", "Jane Firth")}),
    ("Rebels stormed the town and killed two miners.", "killed", {("agent", "Rebels"), ("patient", "two miners")}),
    ("Chile and Peru said they had attacked a convoy.", "attacked", {("agent", "they"), ("patient", "a convoy")}),
    ("Jane Firth saw the hostages freed by rebels.", "freed", {("agent", "rebels"), ("patient", "the hostages")}),
    ("Ruth Vey, who was freed in May and whose father died, thanked us.", "thanked", {("agent", "Ruth Vey")}),
    ("Talks between Norway and Chile failed.", "Talks", {("party", "Norway"), ("party", "Chile")}),
    ("Peru demanded that Chile withdraw its troops.", "demanded", {("agent", "Peru"), ("recipient", "Chile")}),
    ("Peru condemned a raid by Chile.", "condemned", {("agent", "Peru"), ("recipient", "Chile")}),
    ("Two Chilean miners were killed in an air strike.", "air strike", {("patient", "Two Chilean miners")}),
    ("Chile received humanitarian aid from Peru.", "aid", {("recipient", "Chile"), ("agent", "Peru")}),
    ("The report alleged that Chile knew.", "alleged", {("agent", "The report"), ("recipient", "Chile")}),
    ("Rebels shot dead a miner.", "shot", {("agent", "Rebels"), ("patient", "a miner")}),
    ("Norway would not provide support to Chile.", "support", {("agent", "Norway"), ("recipient", "Chile")}),
    ("Omar Bey met Ruth Vey. He thanked her.", "thanked", {("agent", "He")}),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "wanted"), ROLES, ids=[f"{row[1]}: {row[0][:30]}" for row in ROLES])
def test_roles_are_read_through_passives_relatives_conjunctions_and_possessives(
    sentence: str, trigger: str, wanted: set[tuple[str, str]]
) -> None:
    """The words at the place play the role, a relative pronoun or personal pronoun too."""
    assert wanted <= roles(of_trigger(sentence, trigger))


#: A sentence, a trigger in it, and all (role, words) that it has.
WHO = (
    ("Ruth Vey, the singer whose songs became hymns of the mills, praised the nurses.", "praised",
     {("agent", "Ruth Vey"), ("recipient", "the nurses")}),
    ("Vey, whose last book sold well, praised the nurses.", "praised", {("agent", "Vey"), ("recipient", "the nurses")}),
    ("Ruth Vey, 52, of Mill Lane, was arrested.", "arrested", {("patient", "Ruth Vey")}),
    ("Omar Bey, 61, who robbed a baker, left.", "robbed", {("agent", "who"), ("theme", "a baker")}),
    ('Peru\'s army accused Chile of "misusing" old rules and attacked a convoy.', "attacked",
     {("agent", "Peru's army"), ("patient", "a convoy")}),
    ("Jane Firth told miners that mills had been raided and promised reforms.", "promised",
     {("agent", "Jane Firth")}),
    ("The drills began after Norway and Chile ended talks.", "talks", {("party", "Norway"), ("party", "Chile")}),
    ("Councillors voted by 9 to 7 on Monday.", "voted", {("agent", "Councillors")}),
    ("Lawmakers voted 203 to 117.", "voted", {("agent", "Lawmakers")}),
    ("The baker was last arrested in May.", "arrested", {("patient", "The baker")}),
    ("Workers who joined the strike lost their jobs and sued the bank.", "sued", {("agent", "Workers"), ("recipient", "the bank")}),
    ("Chile urged both sides to return to the truce they signed in May and sued the bank.", "sued",
     {("agent", "Chile"), ("recipient", "the bank")}),
    ("Chile asked Peru to free the sailors it holds and sued the bank.", "sued", {("agent", "Chile"), ("recipient", "the bank")}),
    ("All 16 people who were held at Thursday's march were released.", "released", {("patient", "16 people")}),
    ("The driver was arrested at the scene on suspicion of fraud.", "arrested", {("patient", "The driver")}),
    ("Baker arrested on suspicion of fraud", "arrested", {("patient", "Baker")}),
    ("Man charged with fraud", "charged", {("recipient", "Man")}),
    ("Minister sacked", "sacked", {("patient", "Minister")}),
    ("Three people were killed and 27 injured when a tower fell.", "injured", {("patient", "27")}),
    ("A Chilean probe the size of a desk killed a miner.", "killed",
     {("agent", "A Chilean probe"), ("patient", "a miner")}),
    ('"We left," said a 23-year-old man from Sudan.', "said", {("speaker", "a 23-year-old man")}),
    ("The miners' five-day strike shut the port.", "strike", {("agent", "The miners")}),
    ("The rebels' three-week attack on the depot failed.", "attack", {("agent", "The rebels"), ("patient", "the depot")}),
    ("In 2024, Hallbrook Motors sold more cars than Marden Motors.", "sold", {("agent", "Hallbrook Motors")}),
    ("Skyvale Air made its maiden flight to Oslo on Monday.", "made",
     {("agent", "Skyvale Air"), ("theme", "flight")}),
    ("Rebels attacked the old port late on Monday.", "attacked", {("agent", "Rebels"), ("patient", "the old port")}),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "wanted"), WHO, ids=[f"{row[1]}: {row[0][:30]}" for row in WHO])
def test_figures_ages_and_clauses_between_play_no_role(
    sentence: str, trigger: str, wanted: set[tuple[str, str]]
) -> None:
    """Nobody else plays a role: no age, no count of votes, no noun of a clause between subject and verb."""
    start = sentence.index(trigger)
    found = [mention for mention in parse(sentence, published="2026-03-05").mentions if mention.start == start]
    assert {(part.role, part.text) for one in found for part in (*one.actors, *one.recipients)} == wanted


def test_every_role_of_a_rule_becomes_one_of_the_vocabulary() -> None:
    """Also where a trigger ends in the preposition that gives the role: "opened a hearing into the affair"."""
    for end in (
        "into the affair",
        "into Chile",
        "between Chile and Peru",
        "over the affair",
        "about Chile",
        "to Chile",
    ):
        for start in ("Norway opened a hearing", "Norway sent a delegation", "Envoys were expelled", "Norway fought"):
            candidates, _ = assigned(f"{start} {end}.")
            for candidate in candidates:
                assert {actor.role for actor in candidate.actors} <= set(ACTOR_ROLES)
                assert {part.role for part in candidate.recipients} <= set(RECIPIENT_ROLES)


def test_a_relative_pronoun_names_whom_it_stands_for() -> None:
    """ "Who" has the key and name of its antecedent."""
    (candidate,) = of_trigger("The miners who stormed the depot left.", "stormed")
    assert [(actor.text, actor.name) for actor in candidate.actors] == [("who", "miners")]


def test_they_may_be_two() -> None:
    """ "They" after "Chile and Peru" stands for both, each with its own key."""
    (candidate,) = of_trigger("Chile and Peru said they had attacked a convoy.", "attacked")
    keys = [actor.key for actor in candidate.actors]
    assert keys == ["chile", "peru"]


def test_a_thing_that_undergoes_has_no_key() -> None:
    """A noun phrase that is no actor is a theme without a key, and loses its article in the name."""
    (candidate,) = of_trigger("The senate rejected the bill.", "rejected")
    assert [(part.text, part.name, part.key) for part in candidate.recipients] == [("the bill", "bill", None)]


#: A sentence, a trigger in it, a participant of it, and its country.
LANDS = (
    ("The Chilean army said its soldiers shot a miner.", "shot", "its soldiers", "CL"),
    ("Norway deployed troops in Chile.", "deployed", "Chile", "CL"),
    ("Rebels bombed barracks in northern Iraq.", "bombed", "barracks", "IQ"),
    ("The Peruvian president will travel to Chile for talks.", "travel", "Chile", "CL"),
)


@pytest.mark.parametrize(("sentence", "trigger", "words", "country"), LANDS, ids=[row[2] for row in LANDS])
def test_a_participant_has_the_country_that_its_phrase_gives(
    sentence: str, trigger: str, words: str, country: str
) -> None:
    """By an owner named before, by the place where it lies, or by its own name."""
    parts = [part for one in of_trigger(sentence, trigger) for part in (*one.actors, *one.recipients)]
    assert country in [part.country for part in parts if part.text == words]


#: A sentence, a trigger in it, and a participant whose country its words do not give.
OPEN = (
    ("Norway restored ties with Chile after crowds trashed its embassy.", "trashed", "its embassy"),
    ("Norway recalled its ambassador from Chile.", "recalled", "its ambassador"),
    ("Norway and Chile said their soldiers had shot a miner.", "shot", "their soldiers"),
    ("Chile-backed rebels attacked a depot.", "attacked", "Chile-backed rebels"),
    ("A depot was attacked by pro-Chilean rebels.", "attacked", "pro-Chilean rebels"),
    ("Jane Firth said its soldiers shot a miner.", "shot", "its soldiers"),
)


@pytest.mark.parametrize(("sentence", "trigger", "words"), OPEN, ids=[row[2] for row in OPEN])
def test_a_country_that_grammar_does_not_give_stays_open(sentence: str, trigger: str, words: str) -> None:
    """ "Its" looks back to the one subject of its clause, and to nothing else; a side taken is no nationality."""
    parts = [part for one in of_trigger(sentence, trigger) for part in (*one.actors, *one.recipients)]
    assert [part.country for part in parts if part.text == words] == [None]


def test_a_state_that_says_another_used_force_accuses_it() -> None:
    """The statement becomes an accusation of that state; said behind the deed, or by a person of no state, it does not."""
    mentions = parse("Norway said Chilean troops had shelled a village.", published="2024-05-15").mentions
    accusation = next(mention for mention in mentions if mention.text == "said")
    assert (accusation.type, accusation.mode, accusation.recipients[0].country) == ("ACCUSE", "allege", "CL")
    for text in (
        "Chilean troops shelled a village, Norway said.",
        "Jane Firth said Chilean troops had shelled a village.",
    ):
        (said,) = [mention for mention in parse(text, published="2024-05-15").mentions if mention.text == "said"]
        assert said.type == "STATEMENT"


#: A sentence, a trigger in it, and (role, name, country) of its places.
PLACES = (
    ("Nurses met in Ghent.", "met", [("venue", "Ghent", "BE")]),
    ("Teachers marched to Jerusalem.", "marched", [("destination", "Jerusalem", "IL")]),
    ("Ministers held talks on Chile in Ghent.", "talks", [("about", "Chile", "CL"), ("venue", "Ghent", "BE")]),
    ("In Ghent, nurses marched on Monday.", "marched", [("venue", "Ghent", "BE")]),
    ("Firth arrived from Ghent in Belgium.", "arrived", [("origin", "Ghent", "BE")]),
    ("Jane Firth said it was over.", "said", []),
    ("Jane Firth said the hostages still in Ghent were safe.", "said", []),
    ("The council met Omar Bey, the president of Peru, in Ghent.", "met", [("venue", "Ghent", "BE")]),
    ("Firth travelled from Ghent to Paris.", "travelled", [("origin", "Ghent", "BE"), ("destination", "Paris", "FR")]),
)  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "wanted"), PLACES, ids=[row[0] for row in PLACES])
def test_places_have_roles_by_their_preposition(
    sentence: str, trigger: str, wanted: list[tuple[str, str, str]]
) -> None:
    """In and at are venues, to and from lead and leave; a place that is only said to be one is none."""
    (candidate,) = of_trigger(sentence, trigger)
    assert wanted == [(place.role, place.name, place.country) for place in candidate.places]


def test_what_a_statement_concerns_is_about() -> None:
    """A phrase with "about" is a span, no participant."""
    sentence = "Jane Firth spoke about the strike."
    candidates = of_trigger(sentence, "spoke")
    assert [span.quote(sentence) for candidate in candidates for span in candidate.about] == ["the strike"]


def test_spans_quote_and_roles_are_known() -> None:
    """Every participant and place quotes the text and has a role of the vocabulary."""
    text = " ".join(row[0] for row in ROLES) + " " + " ".join(row[0] for row in PLACES)
    candidates, _ = assigned(text)
    for candidate in candidates:
        for part in (*candidate.actors, *candidate.recipients, *candidate.places):
            assert text[part.start : part.end] == part.text
        assert {actor.role for actor in candidate.actors} <= set(ACTOR_ROLES)
        assert {part.role for part in candidate.recipients} <= set(RECIPIENT_ROLES)
        assert {place.role for place in candidate.places} <= set(PLACE_ROLES)


@pytest.mark.parametrize(
    "text",
    [
        "Chile's refusal to collapse surprised Peru.",
        "Norway's promise to travel to Ghent was kept.",
        "The plan of Jane Firth to fly to Oslo was dropped, and her attempt to leave failed.",
    ],
)
def test_whose_plan_an_infinitive_is_plays_a_role_of_an_actor(text):
    """Roles that depend on who stands there are settled for owners too; nothing is raised."""
    for mention in parse(text).mentions:
        assert all(who.role in ("agent", "speaker", "party") for who in mention.actors)


def test_a_predicate_tells_of_the_subject() -> None:
    """Who becomes the first woman to do something is no other woman, and "she" is the one who did."""
    article = parse("Ada Holm beat Ruth Vey to become the first woman to lead Harlow. She praised the nurses.")
    found = [mention for mention in article.mentions if mention.text == "praised"]
    assert [actor.name for mention in found for actor in mention.actors] == ["Ada Holm"]


@pytest.mark.parametrize(
    "text",
    [
        "The vote gave Rome an election.",
        "They gave Rome an earthquake.",
        "The wire named Rome the host of a storm.",
    ],
)
def test_a_capital_that_is_given_something_without_a_taker_plays_no_role(text: str) -> None:
    """Where the rule of a noun knows nobody "to" whom, a capital beside it is a place and no more."""
    assert all(who.name != "Italy" for one in parse(text).mentions for who in (*one.actors, *one.recipients))


def test_a_name_that_ends_inside_its_token_has_an_end() -> None:
    """The name in ``SEC.`` at the end of a line ends before the stop that its token keeps; it acts all the same."""
    (fined,) = of_trigger("The mill was fined by the SEC.\nPOLICE ended it.", "fined")
    assert [actor.name for actor in fined.actors] == ["SEC"]
