"""A parser behind the door of the frames: what it says of who acts and who undergoes, and how its lack is told.

The parser is a pipeline made here: spaCy's empty English one with a component that looks dependencies up in the table
below, so that nothing is downloaded. Without spaCy these tests are skipped, but for those of its lack.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from timeline import parse, pipeline
from timeline import text as text_room
from timeline.errors import MissingExtra, QueryError
from timeline.events.article.frames import Frame
from timeline.events.article.page import Page
from timeline.events.clauses import spacy_clauses
from timeline.events.clauses.rule_clauses import RuleClauses
from timeline.events.triggers.trigger_finder import TriggerFinder
from timeline.lexicons.events import event_lexicon

#: Sentences with a word, its head (counted from 1, 0 for the root) and its label for each token.
PARSES = (
    # The object of a relative clause stands between subject and verb.
    "The/2/det union/7/nsubj that/6/dobj the/5/det mill/6/nsubj accused/2/relcl sued/0/ROOT the/9/det owners/7/dobj "
    "././punct",
    # A passive with its agent, and a second verb that shares both subject and voice.
    "Three/2/nummod miners/4/nsubjpass were/4/auxpass arrested/0/ROOT by/4/agent soldiers/5/pobj and/4/cc jailed/4/conj "
    "././punct",
    # The object of "urged" is who is to leave.
    "Firth/2/nsubj urged/0/ROOT the/4/det army/2/dobj to/6/aux leave/2/xcomp Harlow/6/dobj ././punct",
    # A plan: the subject is that of the verb above.
    "Dockers/2/nsubj plan/0/ROOT to/4/aux march/2/xcomp on/4/prep Sunday/5/pobj ././punct",
    # Joined subjects, and a negation that reaches its own verb only.
    "Chile/5/nsubj and/1/cc Peru/1/conj not/5/neg signed/0/ROOT the/7/det treaty/5/dobj ././punct",
    "Police/5/nsubj did/5/aux not/5/neg ever/5/advmod say/0/ROOT rebels/7/nsubj attacked/5/ccomp the/9/det depot/7/dobj "
    "././punct",
    # A condition.
    "If/3/mark Reed/3/nsubj resigns/6/advcl Firth/6/nsubj will/6/aux protest/0/ROOT ././punct",
    # Universal Dependencies name the same otherwise.
    "A/2/det depot/4/nsubj:pass was/4/aux:pass bombed/0/ROOT by/6/case rebels/4/obl:agent ././punct",
    # What hangs on a noun is no part of the subject.
    "The/2/det mayor/6/nsubj ,/2/punct Jane/5/compound Firth/2/appos met/0/ROOT Omar/8/compound Bey/6/dobj ././punct",
)


def read(line: str) -> tuple[list[str], list[int], list[str]]:
    """Words, heads and labels of a line of the table; the stop hangs on the root."""
    parts = [token.rsplit("/", 2) for token in line.split()]
    root = next(number for number, part in enumerate(parts) if part[1] == "0")
    heads = [root if part[1] in ("0", ".") else int(part[1]) - 1 for part in parts]
    return [part[0] for part in parts], heads, [part[2] for part in parts]


TABLE = {tuple(words): (heads, labels) for words, heads, labels in map(read, PARSES)}


@pytest.fixture(scope="module")
def parser() -> Any:
    """An empty English pipeline with the table as its parser; a sentence that is not there hangs on its first word."""
    spacy = pytest.importorskip("spacy", reason="needs spaCy: pip install 'story-timeline[spacy]'")
    from spacy.tokens import Doc

    def by_table(document: Any) -> Any:
        words = [token.text for token in document]
        heads, labels = TABLE.get(tuple(words), ([0] * len(words), ["ROOT", *["dep"] * (len(words) - 1)]))
        spaces = [bool(token.whitespace_) for token in document]
        return Doc(document.vocab, words=words, spaces=spaces, heads=heads, deps=labels)

    spacy.Language.component("by_table", func=by_table)
    made = spacy.blank("en")
    made.add_pipe("by_table")
    return spacy_clauses.checked(made, "by_table")


@pytest.fixture
def asked(parser: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name under which ``parse`` finds that pipeline."""
    monkeypatch.setattr(spacy_clauses, "load", lambda model: parser)
    yield "spacy:by_table"


def text_of(line: str) -> str:
    """The sentence of a line."""
    return " ".join(read(line)[0]).replace(" .", ".").replace(" ,", ",")


def frames(line: str, parser: Any) -> dict[str, tuple[Frame, Frame, Page]]:
    """By trigger word: the frame of the rules, that of the parser, and the page."""
    page = Page(text_room.split(text_of(line)), event_lexicon())
    found = {}
    rules, parsed = RuleClauses(page), spacy_clauses.SpacyClauses(page, parser)
    for trigger in TriggerFinder(page).find():
        sentence = page.tokens.sentences[trigger.sentence]
        found[page.words[trigger.first_token]] = (
            rules.frame(sentence, trigger),
            parsed.frame(sentence, trigger),
            page,
        )
    return found


def words(page: Page, span: tuple[int, int] | None) -> str | None:
    """The words of a range of tokens."""
    return None if span is None else " ".join(page.words[slice(*span)])


SLOTS = [
    (0, "sued", "active", "The union", "the owners", None),
    (1, "arrested", "passive", "Three miners", None, "soldiers"),
    (1, "jailed", "passive", "Three miners", None, None),
    (2, "leave", "active", "the army", "Harlow", None),
    (3, "march", "active", "Dockers", None, None),
    (4, "signed", "active", "Chile and Peru", "the treaty", None),
    (5, "attacked", "active", "rebels", "the depot", None),
    (7, "bombed", "passive", "A depot", None, "rebels"),
    (8, "met", "active", "The mayor", "Omar Bey", None),
]


@pytest.mark.parametrize(("number", "trigger", "voice", "subject", "object_", "agent"), SLOTS)
def test_a_parser_fills_the_slots_of_a_verb(
    parser: Any, number: int, trigger: str, voice: str, subject: str, object_: str | None, agent: str | None
) -> None:
    """Subject, object and by-phrase are those of the dependencies, whatever stands between them and the verb."""
    found = frames(PARSES[number], parser)
    if trigger not in found:
        pytest.fail(f"{trigger} is no trigger; there are {sorted(found)}")
    _, frame, page = found[trigger]
    assert (frame.voice, words(page, frame.subject), words(page, frame.object), words(page, frame.agent)) == (
        voice,
        subject,
        object_,
        agent,
    )


@pytest.mark.parametrize(
    ("number", "trigger", "governor", "relation"),
    [(2, "leave", "urged", "complement"), (3, "march", "plan", "complement"), (6, "resigns", "If", "conditional")],
)
def test_what_stands_above_a_verb_is_as_the_rules_say_it(
    parser: Any, number: int, trigger: str, governor: str, relation: str
) -> None:
    """Governor and relation of parser and rules are the same where both know them."""
    by_rules, by_parser, page = frames(PARSES[number], parser)[trigger]
    assert (page.words[by_parser.governor], by_parser.relation) == (governor, relation)
    assert (by_parser.governor, by_parser.relation) == (by_rules.governor, by_rules.relation)


def test_a_negation_reaches_its_own_verb(parser: Any) -> None:
    """What is not said may well have happened."""
    found = frames(PARSES[5], parser)
    _, said, page = found["say"]
    _, attacked, _ = found["attacked"]
    assert page.words[said.negation] == "not"
    assert attacked.negation == -1


def test_the_verb_group_and_the_clause_stay_those_of_the_rules(parser: Any) -> None:
    """Tense, aspect, modal and clause come from closed-class words, with and without a parser."""
    for line in PARSES:
        for by_rules, by_parser, _ in frames(line, parser).values():
            for slot in ("trigger", "reading", "tense", "aspect", "modal", "clause_first", "clause_end"):
                assert getattr(by_rules, slot) == getattr(by_parser, slot)


def test_roles_are_those_that_the_parser_says(asked: str) -> None:
    """The union sued, and not the mill; with the rules alone the table is not asked."""
    text = text_of(PARSES[0])
    reading = parse(text, clauses=asked)
    sued = next(mention for mention in reading.mentions if mention.text == "sued")
    assert [who.text for who in sued.actors] == ["The union"]
    assert [who.text for who in sued.recipients] == ["the owners"]
    reading = parse(text_of(PARSES[4]), clauses=asked)
    signed = next(mention for mention in reading.mentions if mention.text.startswith("signed"))
    assert {who.name for who in signed.actors} == {"Chile", "Peru"}


def test_spans_quote_the_text_with_a_parser_too(asked: str) -> None:
    """Whoever frames, each participant is cut from the text."""
    for line in PARSES:
        text = text_of(line)
        for mention in parse(text, clauses=asked).mentions:
            for who in (*mention.actors, *mention.recipients):
                assert text[who.start : who.end] == who.text


def test_a_pipeline_without_dependencies_is_refused() -> None:
    """A tokeniser alone says nothing of clauses."""
    spacy = pytest.importorskip("spacy", reason="needs spaCy: pip install 'story-timeline[spacy]'")
    with pytest.raises(QueryError, match="sets no dependencies; name one with a parser"):
        spacy_clauses.checked(spacy.blank("en"), "blank")


def test_a_missing_model_is_told_with_the_remedy() -> None:
    """spaCy is there, the pipeline is not."""
    pytest.importorskip("spacy", reason="needs spaCy: pip install 'story-timeline[spacy]'")
    with pytest.raises(MissingExtra, match="python -m spacy download en_no_such_model, or name a folder") as raised:
        parse("Firth met Reed.", clauses="spacy:en_no_such_model")
    assert raised.value.extra == "spacy"


def test_missing_spacy_is_told_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named, and nothing is read."""
    monkeypatch.setitem(sys.modules, "spacy", None)
    spacy_clauses.load.cache_clear()
    with pytest.raises(MissingExtra, match="pip install 'story-timeline\\[spacy\\]', or leave --clauses out"):
        list(pipeline.attempt_many([], clauses="spacy:en_core_web_sm"))


@pytest.mark.parametrize("clauses", ["stanza", "spacy", "spacy:", ""])
def test_another_finder_is_refused(clauses: str) -> None:
    """What can be written is named."""
    with pytest.raises(QueryError, match="write rules, or spacy:MODEL"):
        parse("Firth met Reed.", clauses=clauses)
