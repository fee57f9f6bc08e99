"""Who says so: quotations with source, cue and content, and events with the source they rest on."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline import parse
from timeline.events.article.candidates import Candidate
from timeline.events.article.frames import Frame
from timeline.events.speech.attribution import attribute, find_quotations
from timeline.lexicons.quotes import quote_lexicon
from timeline.text import split
from timeline.values.actors import ActorMention

QUOTES = quote_lexicon()


def quotations(text, mentions=()):
    return find_quotations(split(text), mentions, QUOTES)


def rows(text, mentions=()):
    """(kind, source, cue, content) of each quotation; several content spans joined by " ... "."""
    return [
        (
            quotation.kind,
            " ... ".join(span.quote(text) for span in quotation.source_spans),
            quotation.cue_spans[0].quote(text),
            " ... ".join(span.quote(text) for span in quotation.content_spans),
        )
        for quotation in quotations(text, mentions)
    ]


def mention(text, words, *, name=None, key=None, kind="person", occurrence=0, **more):
    """An actor mention on the words at their given occurrence."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return ActorMention(
        start=start,
        end=start + len(words),
        text=words,
        sentence=split(text).sentence_at(start).index,
        key=key or (name or words).lower().replace(" ", "-"),
        name=name or words,
        kind=kind,
        **more,
    )


def candidate(text, word, *, occurrence=0):
    """A candidate whose trigger is the given word."""
    tokens = split(text)
    found = [number for number, lower in enumerate(tokens.lowers) if lower == word.lower()][occurrence]
    sentence = tokens.sentence_at(tokens.starts[found])
    frame = Frame(
        trigger=(found, found + 1),
        reading="verb",
        voice="active",
        tense="past",
        aspect="simple",
        subject=None,
        object=None,
        agent=None,
        auxiliaries=(),
        negation=-1,
        modal=-1,
        governor=-1,
        relation=None,
        clause_first=sentence.first_token,
        clause_end=sentence.end_token,
    )
    return Candidate(
        found,
        found + 1,
        sentence.index,
        word,
        "verb",
        "OTHER",
        None,
        "event",
        frame,
        sentence.first_token,
        sentence.end_token,
    )


DIRECT = [
    ("“We will not sell,” Jane Firth said.", "Jane Firth", "said", "“We will not sell,”"),
    ('"We will not sell," said Jane Firth, the owner.', "Jane Firth", "said", '"We will not sell,"'),
    ('Jane Firth said: "We will not sell."', "Jane Firth", "said", '"We will not sell."'),
    ('Jane Firth, the owner, said in a statement: "We stay."', "Jane Firth, the owner", "said", '"We stay."'),
    ("'Ferry strike is over,' officials say", "officials", "say", "'Ferry strike is over,'"),
    ("''We stay,'' the owner added.", "the owner", "added", "''We stay,''"),
    ('"Why now?" Firth asked.', "Firth", "asked", '"Why now?"'),
    ('"We stay," he said. "We will not sell."', "he", "said", '"We stay," ... "We will not sell."'),
    (
        "“We stay,” she said, “and we will not sell.”",
        "she",
        "said",
        "“We stay,” ... “and we will not sell.”",
    ),
    (
        "“We stay. We have a plan.\n\n“And we have time,” Hale said.",
        "Hale",
        "said",
        "“And we have time,”",
    ),
    (
        "Hale said: “We stay. We have a plan.\n\n“And we have time.”",
        "Hale",
        "said",
        "“We stay. We have a plan. ... “And we have time.”",
    ),
    ("‘It is the workers’ turn,’ Hale said.", "Hale", "said", "‘It is the workers’ turn,’"),
    ("“She called it ‘a shame’ twice,” Hale said.", "Hale", "said", "“She called it ‘a shame’ twice,”"),
    ("Said Omar Hale, who runs the shop: “We were proud.”", "Omar Hale", "Said", "“We were proud.”"),
    ("“It is over,” according to Hale.", "Hale", "according to", "“It is over,”"),
    ("“We stay, the owner said.", "", "", ""),
    ('"There was no plan, said Firth, who runs the port.', "Firth", "said", '"There was no plan,'),
    (
        "“The claim that it “has no plan” is absurd,” wrote Hale.",
        "Hale",
        "wrote",
        "“The claim that it “has no plan” is absurd,”",
    ),
    (
        "After the vote, Gov. Jane Firth (Harlow), said, “I am ready.”",
        "Gov. Jane Firth (Harlow)",
        "said",
        "“I am ready.”",
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), DIRECT)
def test_direct_quotations(text, source, cue, content):
    """A quotation in marks has its speaker, its cue and its marks; an unclosed one invents no speaker."""
    if not source:
        assert all(kind != "direct" or "said" in what for kind, _, _, what in rows(text))
    else:
        assert ("direct", source, cue, content) in rows(text)


INDIRECT = [
    ("Prices rose by a tenth, said the minister.", "indirect", "the minister", "said", "Prices rose by a tenth"),
    (
        "Rebels came at nine, shot at traders and left, said Omar Hale.",
        "indirect",
        "Omar Hale",
        "said",
        "Rebels came at nine, shot at traders and left",
    ),
    ("The port will close, said the owner on Monday.", "indirect", "the owner", "said", "The port will close"),
    ("The bridge is safe, said engineers.", "indirect", "engineers", "said", "The bridge is safe"),
    ("Hale, who owns the port, said it was safe.", "indirect", "Hale, who owns the port", "said", "it was safe"),
    ("Hale said the shop would close.", "indirect", "Hale", "said", "the shop would close"),
    ("Hale said on Monday that the shop would close.", "indirect", "Hale", "said", "the shop would close"),
    ("The shop would close, Hale said on Monday.", "indirect", "Hale", "said", "The shop would close"),
    ("The shop, officials say, will close.", "indirect", "officials", "say", "The shop ... will close"),
    ("According to two clerks, the shop is closed.", "indirect", "two clerks", "According to", "the shop is closed"),
    ("The shop is closed, according to two clerks.", "indirect", "two clerks", "according to", "The shop is closed"),
    ("Hale told the council that the shop was safe.", "indirect", "Hale", "told", "the shop was safe"),
    (
        "Hale, who owns the shop, denied that it was closed.",
        "indirect",
        "Hale, who owns the shop",
        "denied",
        "it was closed",
    ),
    ("It was reported that the talks had failed.", "indirect", "", "was reported", "the talks had failed"),
    ("Hale is believed to have left.", "indirect", "", "is believed", "Hale ... to have left"),
    ("Hale's claim that the shop was safe is false.", "indirect", "Hale's", "claim", "the shop was safe"),
    ("Hale closed the shop, saying it was late.", "indirect", "Hale", "saying", "it was late"),
    ("Hale said the shop was “a ruin” and left.", "mixed", "Hale", "said", "the shop was “a ruin” and left"),
    ("Police last month said the shop was empty.", "indirect", "Police", "said", "the shop was empty"),
    ("Hale believes it will close but notes that it is late.", "indirect", "Hale", "notes", "it is late"),
    ("Hale said — on the radio — that the shop was safe.", "indirect", "Hale", "said", "the shop was safe"),
    ("Reports filed on Sunday showed that prices fell.", "indirect", "Reports filed", "showed", "prices fell"),
]


@pytest.mark.parametrize(("text", "kind", "source", "cue", "content"), INDIRECT)
def test_reported_speech(text, kind, source, cue, content):
    """Speech without marks is found before, around and behind its content, with the source as it stands."""
    assert (kind, source, cue, content) in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "The 'smart' city opened its gates.",
        "He read “War and Peace” on the train.",
        "The officials' plan and the workers' hall were old.",
        "Rock 'n' roll was born in the '50s.",
        "The statement was short.",
        "She stood 6'2\" tall.",
        "",
        "“”",
        '"',
    ],
)
def test_what_attributes_nothing(text):
    """Words in marks, titles of works, apostrophes and bare nouns are no attributions."""
    assert rows(text) == []


def test_a_coordinated_cue_ends_the_content_before_it():
    """What one speaker believes ends where what is noted begins."""
    assert ("indirect", "Officials", "believe", "a deal will come") in rows(
        "Officials believe a deal will come but note that gaps remain."
    )


def test_a_finished_quotation_is_not_taken_by_the_next_sentence():
    """A quotation that ends with a full stop belongs to what introduced it."""
    found = rows('Hale shrugged. "We stay," he said. "We sell nothing."\n\nFirth said the shop was old.')
    assert ("indirect", "Firth", "said", "the shop was old") in found
    assert ("direct", "he", "said", '"We stay," ... "We sell nothing."') in found


def test_pronouns_take_the_last_speaker_and_names_their_mention():
    """A name gives the speaker's key; "he" without an own key is the last speaker."""
    text = "“We stay,” Omar Hale said. “It is ours,” he said."
    first, second = quotations(text, [mention(text, "Omar Hale")])
    assert (first.speaker, first.speaker_key) == ("Omar Hale", "omar-hale")
    assert (second.speaker, second.speaker_key) == ("Omar Hale", "omar-hale")


def test_nobody_is_made_up():
    """A pronoun that nothing resolves, and a passive without agent, have no speaker."""
    assert [quotation.speaker for quotation in quotations("“We stay,” he said.")] == [None]
    assert [quotation.speaker for quotation in quotations("It was reported that the talks had failed.")] == [None]


def test_events_rest_on_their_source():
    """What sources tell an outlet rests on them, by that verb, with the outlet beside them."""
    text = "Sources told the Harlow Courier that talks had begun. Rain fell."
    courier = mention(text, "the Harlow Courier", name="Harlow Courier", kind="organisation", outlet=True)
    found = quotations(text, [courier])
    told, began, fell = (candidate(text, word) for word in ("told", "begun", "fell"))
    attribute([told, began, fell], found, split(text), [courier], QUOTES)
    for event in (told, began):
        assert event.attribution.source.text == "Sources"
        assert event.attribution.source.kind == "unnamed"
        assert event.attribution.cue.quote(text) == "told"
        assert event.attribution.outlet.name == "Harlow Courier"
    assert began.quotation == 0
    assert (told.quotation, told.statement) == (-1, 0)
    assert (fell.attribution.source, fell.quotation) == (None, -1)


def test_chains_are_kept():
    """What a lawyer says that police say rests on the police, told by the lawyer."""
    text = "Hale's lawyer said that police believe that the letter was burnt."
    burnt = candidate(text, "burnt")
    attribute([burnt], quotations(text), split(text), [], QUOTES)
    assert burnt.attribution.source.text == "police"
    assert [teller.text for teller in burnt.attribution.chain] == ["Hale's lawyer"]


def test_wishes_attribute_nothing():
    """What somebody only urges is not put forward as true."""
    text = "The union urged the company to resume talks."
    talks = candidate(text, "talks")
    attribute([talks], quotations(text), split(text), [], QUOTES)
    assert talks.attribution.source is None


def test_one_speech_is_one_statement():
    """Two sentences of one speaker are one statement; what the speaker tells another outlet is another."""
    text = "Omar Hale said the shop was safe. “It is ours,” he said. He told the Harlow Courier that it would close."
    mentions = [
        mention(text, "Omar Hale"),
        mention(text, "he", name="Omar Hale", form="pronoun", occurrence=1),
        mention(text, "He", name="Omar Hale", form="pronoun"),
        mention(text, "the Harlow Courier", name="Harlow Courier", kind="organisation", outlet=True),
    ]
    mentions.sort(key=lambda found: found.start)
    events = [candidate(text, "said"), candidate(text, "said", occurrence=1), candidate(text, "told")]
    attribute(events, quotations(text, mentions), split(text), mentions, QUOTES)
    first, second, third = (event.statement for event in events)
    assert first == second >= 0
    assert third not in (first, -1)


#: Sentence, and (kind, source, cue, content) of its one quotation.
PLACED = [
    (
        "The port, however, is not open, said Omar Hale of the Harbour Board.",
        ("indirect", "Omar Hale of the Harbour Board", "said", "The port, however, is not open"),
    ),
    (
        "Jane Firth, 40, who leads the council, said the port would close.",
        ("indirect", "Jane Firth, 40, who leads the council", "said", "the port would close"),
    ),
    (
        "The port will close, a clerk who asked not to be named told Reuters.",
        ("indirect", "a clerk who asked not to be named", "told", "The port will close"),
    ),
    (
        "A guard who spoke on condition of anonymity said the gate was open.",
        ("indirect", "A guard who spoke on condition of anonymity", "said", "the gate was open"),
    ),
    (
        "A guard, who declined to be named, said the gate was open.",
        ("indirect", "A guard, who declined to be named", "said", "the gate was open"),
    ),
    (
        "The mill said before the opening bell that orders had collapsed.",
        ("indirect", "The mill", "said", "orders had collapsed"),
    ),
    (
        "A person close to the talks, who was not allowed to speak, said the mill would shut.",
        ("indirect", "A person close to the talks, who was not allowed to speak", "said", "the mill would shut"),
    ),
    ("The port will close, Hale told reporters.", ("indirect", "Hale", "told", "The port will close")),
]


@pytest.mark.parametrize(("text", "wanted"), PLACED)
def test_insertions_and_addressees_stand_aside(text, wanted):
    """What stands between a source and its verb, or behind the verb, is neither source nor content."""
    assert rows(text) == [wanted]


def test_who_tells_of_the_source_and_is_not_it():
    """The council that a speaker leads is not the speaker."""
    text = "Jane Firth, who leads the harbour council, said the port would close."
    mentions = [mention(text, "Jane Firth"), mention(text, "the harbour council", kind="organisation")]
    (found,) = quotations(text, mentions)
    assert found.speaker == "Jane Firth"


DAYS = [
    ("On Monday Hale said the pier was safe. On Wednesday Hale said the pier was shut.", False),
    ("Hale said on Monday the pier was safe. Hale said on Monday that it was old.", True),
    ("Hale said on Monday the pier was safe. Hale said that it was old.", True),
    ("Hale said the pier was safe. Hale said on Monday that it was old.", True),
]


@pytest.mark.parametrize(("text", "one"), DAYS)
def test_statements_of_different_days_are_two(text, one):
    """What one speaker says on two days is no one speech; without a day it goes with what was said before."""
    told = [found for found in parse(text, published="2026-03-06").mentions if found.type == "STATEMENT"]
    assert (told[0].group == told[1].group) == one


def test_single_marks_leave_the_verb_of_saying():
    """A closing single mark is no apostrophe: "said" behind it is a statement."""
    told = parse("'We will march on Sunday,' said Omar Hale, the union's leader.", published="2026-03-06").mentions
    assert [(found.type, found.title) for found in told if found.type == "STATEMENT"] == [
        ("STATEMENT", "Omar Hale: “We will march on Sunday”")
    ]


def test_an_organisation_called_an_outlet_is_one():
    """An unknown paper is an outlet when the text calls it one."""
    text = "Sources told the Sarrow Bugle news agency that talks had begun."
    bugle = mention(text, "Sarrow Bugle", kind="organisation")
    began = candidate(text, "begun")
    attribute([began], quotations(text, [bugle]), split(text), [bugle], QUOTES)
    assert began.attribution.outlet.name == "Sarrow Bugle"


def test_unnamed_sources_are_not_one_across_the_text():
    """Officials of the first and of the third paragraph are not taken for the same."""
    text = (
        "Port officials said the pier was shut. Officials said it was old.\n\nRain fell.\n\nOfficials said taxes rose."
    )
    events = [candidate(text, "said", occurrence=number) for number in range(3)]
    attribute(events, quotations(text), split(text), [], QUOTES)
    first, second, third = (event.statement for event in events)
    assert first == second
    assert third != first


@given(
    st.lists(st.sampled_from([*"ab ,.\n\"'“”‘’«»`:Hs", "\n\n", "said ", "He ", " that ", "claim "]), max_size=60).map(
        "".join
    )
)
def test_spans_quote_the_text(text):
    """Whatever the marks, every span lies inside the text and no quotation is without content."""
    for quotation in quotations(text):
        assert quotation.content_spans
        for span in (*quotation.content_spans, *quotation.source_spans, *quotation.cue_spans):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["“", '"', "'", "“a ", '"Hale said ', "said ", "said, ", "Hale, said, ", "that ", "(", "said that "]
)
def test_hostile_input_is_read_in_linear_time(piece):
    """Sixteen thousand marks or cues in one line take time in proportion, not its square."""

    def seconds(count):
        tokens = split(piece * count)
        begin = time.process_time()
        find_quotations(tokens, (), QUOTES)
        return time.process_time() - begin

    growth, slack = 8, 3
    small = max(seconds(2_000), 0.03)
    assert seconds(2_000 * growth) < growth * slack * small


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The army killed nine people, said the minister.", "minister"),
        ("Two workers were injured, says the mayor.", "mayor"),
        ("Two workers injured, says Mayor Ines Falk.", "Ines Falk"),
        ("The army said nine people were killed.", "army"),
    ],
)
def test_the_one_who_says_it_makes_the_statement(text: str, speaker: str) -> None:
    """Also where another verb before it has a subject of its own."""
    (statement,) = [one for one in timeline.parse(text).mentions if one.type == "STATEMENT"]
    assert [who.name for who in statement.actors] == [speaker]


#: A sentence, and the name of whoever speaks in it; None where nobody may be made out.
HEADS = [
    ("Doug Anders, a spokesman for Mayor Paul Rhine told the Post the bill was dead.", "Doug Anders"),
    ('"We will win," Doug Anders, a spokesman for Mayor Paul Rhine told the Post.', "Doug Anders"),
    ("Firth, a spokesman for the mill said, would resign.", "spokesman"),
    ("A spokesman for Exxon said the well was dry.", "spokesman for Exxon"),
    ("Many NASA watchers say the launch will slip.", "Many NASA watchers"),
    ("Ms. Arlen, who helped found EDGE, a justice group, said the law was bad.", "Arlen"),
    ("May told the Commons the talks had failed.", "May"),
    ('"We will leave," May told the Commons.', "May"),
    ("The mill will close, added the owner.", "owner"),
]


@pytest.mark.parametrize(("text", "name"), HEADS)
def test_who_is_named_beside_a_speaker_is_not_he(text: str, name: str) -> None:
    """Speakers by name: none of those whom a description or a relative clause only names."""
    assert [quotation.speaker for quotation in parse(text, published="2016-06-09").quotations] == [name]


SHIFTED = [
    ("The minister said rebels had shelled the town and promised aid.", "promised", "The minister"),
    ("The governor said floods had killed nine people and ordered a search.", "ordered", "The governor"),
    ("Firth said that the rebels attacked the town and promised more raids.", "promised", "the rebels"),
]


@pytest.mark.parametrize(("text", "trigger", "actor"), SHIFTED)
def test_a_plain_past_behind_had_is_of_who_says_it(text: str, trigger: str, actor: str) -> None:
    """Behind "had shelled" a plain past goes back to the verb of saying; behind another plain past it does not."""
    mentions = parse(text, published="2016-06-09").mentions
    found = next(mention for mention in mentions if mention.text.startswith(trigger))
    assert [part.text for part in found.actors] == [actor]
