"""The reporting words: every group's examples are found, its rejects give nothing, and forms are inflected."""

import pytest

from timeline.errors import LexiconError
from timeline.events.speech.attribution import find_quotations
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, THIRD
from timeline.lexicons.inflection import PROGRESSIVE as GERUND
from timeline.lexicons.quote_rows import VerbGroup
from timeline.lexicons.quotes import MARK, VERB_CUE, quote_lexicon
from timeline.text import split

QUOTES = quote_lexicon()
GROUPS = [*QUOTES.verb_groups, *QUOTES.noun_groups, *QUOTES.source_phrases, *QUOTES.hearsay]
EXAMPLES = [(group.name, sentence, wanted) for group in GROUPS for sentence, wanted in group.examples.items()]
REJECTS = [(group.name, sentence) for group in GROUPS for sentence in group.rejects]


def lines(text):
    """ "source | cue | content" of each attribution; several spans are joined by " ... "."""
    found = []
    for quotation in find_quotations(split(text), (), QUOTES):
        parts = (quotation.source_spans, quotation.cue_spans, quotation.content_spans)
        found.append(" | ".join(" ... ".join(span.quote(text) for span in spans) for spans in parts))
    return found


def test_every_group_has_examples_and_rejects():
    """No rule stands without what it finds and what it must leave."""
    assert [group.name for group in GROUPS if not (group.examples and group.rejects)] == []


@pytest.mark.parametrize(("name", "sentence", "wanted"), EXAMPLES)
def test_examples_are_found(name, sentence, wanted):
    """Every example gives the attribution that stands beside it."""
    assert wanted in lines(sentence), name


@pytest.mark.parametrize(("name", "sentence"), REJECTS)
def test_rejects_give_nothing(name, sentence):
    """Every reject gives no attribution at all."""
    assert lines(sentence) == [], name


@pytest.mark.parametrize(
    ("form", "lemma", "bits"),
    [
        ("said", "say", PAST | PARTICIPLE),
        ("says", "say", THIRD),
        ("saying", "say", GERUND),
        ("denies", "deny", THIRD),
        ("denied", "deny", PAST | PARTICIPLE),
        ("urging", "urge", GERUND),
        ("agreed", "agree", PAST | PARTICIPLE),
        ("written", "write", PARTICIPLE),
        ("stresses", "stress", THIRD),
        ("read", "read", BASE | PAST | PARTICIPLE),
    ],
)
def test_forms_of_verbs(form, lemma, bits):
    """Regular and irregular forms lead to their verb."""
    verb, forms = QUOTES.verbs[form]
    assert (lemma, bits) == (verb.lemma, forms)


def test_every_cue_has_its_class():
    """The one look-up per token tells a cue from other words."""
    assert all(QUOTES.classes[word] & VERB_CUE for word in QUOTES.verbs)
    assert all(QUOTES.classes[character] & MARK for mark in QUOTES.openers for character in mark)


def test_an_unknown_frame_is_refused():
    """A group that takes something unheard of names what there is."""
    with pytest.raises(ValueError, match="unknown frame sung"):
        VerbGroup(name="sing", lemmas=("sing",), takes=("sung",), examples={"a": "b"})


def test_an_unknown_key_is_refused(tmp_path):
    """A key that no record has is an error with file and entry."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "quotes.toml").write_text('[[verbs]]\nname = "say"\nlemma = "say"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match="lemma"):
        quote_lexicon(tmp_path)
