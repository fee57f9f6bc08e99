"""The event lexicon: its vocabulary, its own sentences, and a user's folder."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from timeline import parse
from timeline.errors import LexiconError
from timeline.lexicons.events import event_lexicon, trigger_files
from timeline.lexicons.inflection import PARTICIPLE, PAST, Irregular, plural, verb_forms
from timeline.values.events import EVENT_TYPES

SENTENCES = sorted((Path(__file__).parent / "news_types").glob("*.toml"))

# Shares in percent of all files together, pinned a little below what is reached; they fall only on purpose.
FLOORS = {"even": (93.0, 94.5, 96.5), "odd": (82.5, 88.0, 88.0)}

# The same of the blind sentences: found, kept silent.
BLIND_FLOORS = {"blind": (92.5, 93.0), "second": (96.0, 89.0)}


def test_the_vocabulary_is_that_of_the_values() -> None:
    """Types, their order and their trigger tables agree."""
    lexicon = event_lexicon()
    assert tuple(lexicon.types) == EVENT_TYPES
    assert trigger_files() == tuple(sorted(f"{name}.csv" for name in EVENT_TYPES if name != "OTHER"))


def test_every_type_has_words_and_says_what_it_is() -> None:
    """A type without a definition or a word would be a promise that is not kept."""
    lexicon = event_lexicon()
    typed = {entry.type for word in lexicon.words.values() for entry in (*word.verb_entries, *word.noun_entries)}
    for name, kind in lexicon.types.items():
        assert kind.definition
        assert kind.label
        assert name == "OTHER" or name in typed


def test_everyday_words_lead_to_codes() -> None:
    """Aliases, type names and modes; each alias names a type and mode that exist."""
    lexicon = event_lexicon()
    assert lexicon.codes("march") == (("PROTEST", "demo"),)
    assert lexicon.codes("protest") == (("PROTEST", None),)
    assert lexicon.codes("Cease-fire") == (("RETREAT", "ceasefire"), ("CONCEDE", "declare-ceasefire"))
    assert lexicon.codes("curfew") == (("COERCE", "curfew"),)
    assert lexicon.codes("nonsense") == ()
    for word in lexicon.aliases:
        for name, mode in lexicon.codes(word):
            assert mode is None or mode in lexicon.types[name].modes


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("stop", {"stop", "stops", "stopped", "stopping"}),
        ("try", {"try", "tries", "tried", "trying"}),
        ("release", {"release", "releases", "released", "releasing"}),
        ("lie", {"lie", "lies", "lied", "lying"}),
        ("panic", {"panic", "panics", "panicked", "panicking"}),
        ("clash", {"clash", "clashes", "clashed", "clashing"}),
        ("flee", {"flee", "flees", "fleeed", "fleeing"}),
    ],
)
def test_inflection(base: str, forms: set[str]) -> None:
    """Regular verbs have their forms; a wrong one more ("fleeed") is never met."""
    made = {form for form, _ in verb_forms(base, {})}
    assert made - {"fleed", "fleeed"} == forms - {"fleed", "fleeed"}


def test_irregular_verbs() -> None:
    """Past and participle come from the table."""
    rows = {"begin": Irregular(base="begin", past=("began",), participle=("begun",))}
    assert ("began", PAST) in verb_forms("begin", rows)
    assert ("begun", PARTICIPLE) in verb_forms("begin", rows)


@pytest.mark.parametrize(
    ("noun", "many"), [("march", "marches"), ("inquiry", "inquiries"), ("crisis", "crises"), ("policeman", "policemen")]
)
def test_plurals(noun: str, many: str) -> None:
    """Nouns have their plural."""
    assert plural(noun) == many


def shares(even: bool) -> tuple[float, float, float]:
    """Matches found with their type, modes right among these, rejects kept silent, in percent."""
    matched = modes = moded = silent = matches = rejects = 0
    for path in SENTENCES:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        kind = table["type"]
        for entry in table.get("match", [])[0 if even else 1 :: 2]:
            matches += 1
            start = entry["text"].index(entry["trigger"])
            end = start + len(entry["trigger"])
            hits = [
                mention
                for mention in parse(entry["text"]).mentions
                if mention.type == kind and mention.start < end and start < mention.end
            ]
            if hits:
                matched += 1
                moded += "mode" in entry
                modes += "mode" in entry and hits[0].mode == entry["mode"]
        for entry in table.get("reject", [])[0 if even else 1 :: 2]:
            rejects += 1
            silent += all(mention.type != kind for mention in parse(entry["text"]).mentions)
    return 100 * matched / matches, 100 * modes / moded, 100 * silent / rejects


@pytest.mark.parametrize("part", FLOORS)
def test_own_sentences(part: str) -> None:
    """Even ones were written against, odd ones only check: found, mode right, look-alikes kept silent."""
    for reached, floor in zip(shares(part == "even"), FLOORS[part], strict=True):
        assert reached >= floor


@pytest.mark.parametrize("name", BLIND_FLOORS)
def test_blind_sentences(name: str) -> None:
    """Written before the rules and hardly mended by: events found with their type, look-alikes kept silent."""
    found = matches = silent = rejects = 0
    with (Path(__file__).parent / "news_types" / f"{name}.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            mentions = [mention for mention in parse(row["text"]).mentions if mention.type == row["type"]]
            if row["trigger"]:
                matches += 1
                start = row["text"].index(row["trigger"])
                end = start + len(row["trigger"])
                found += any(mention.start < end and start < mention.end for mention in mentions)
            else:
                rejects += 1
                silent += not mentions
    assert 100 * found / matches >= BLIND_FLOORS[name][0]
    assert 100 * silent / rejects >= BLIND_FLOORS[name][1]


@pytest.mark.parametrize("name", sorted(path.stem for path in SENTENCES))
def test_each_news_type_has_its_sentences(name: str) -> None:
    """At least sixty of each, near half of them look-alikes, and every trigger stands in its sentence."""
    table = tomllib.loads((SENTENCES[0].parent / f"{name}.toml").read_text(encoding="utf-8"))
    assert len(table["match"]) >= 30
    assert len(table["reject"]) >= 30
    assert all(entry["trigger"] in entry["text"] for entry in table["match"])


def test_look_alikes_name_no_event() -> None:
    """Where a look-alike's words stand around it, a word tells nothing; elsewhere it does."""
    assert not parse("The crew shot a film in Harlow.").mentions
    assert [mention.type for mention in parse("Gunmen shot a guard in Harlow.").mentions] == ["ASSAULT"]
    assert not parse("The phone died at noon.").mentions
    assert [mention.type for mention in parse("The painter died at noon.").mentions] == ["DEATH"]


def test_prefixed_verbs_are_inflected_at_their_end() -> None:
    """ "Re-elected" is a form of "re-elect", and no form of "re"."""
    mentions = parse("Voters in Harlow re-elected the mayor.").mentions
    assert [(mention.text, mention.type) for mention in mentions] == [("re-elected", "VOTE")]


def test_a_folder_of_ones_own_goes_first(tmp_path: Path) -> None:
    """New words are added, and known ones change their type."""
    (tmp_path / "triggers").mkdir()
    (tmp_path / "triggers" / "CRIME.csv").write_text(
        "mode,label,reading,words\ntheft,truffle theft,both,truffle\n,sabotage,verb,attack\n", encoding="utf-8"
    )
    (tmp_path / "fences.csv").write_text("phrase\nattack of the clones\n", encoding="utf-8")
    lexicon = event_lexicon(tmp_path)
    assert [entry.label for entry in lexicon.words["truffled"].verb_entries] == ["truffle theft"]
    assert lexicon.words["attacked"].verb_entries[0].type == "CRIME"
    assert event_lexicon().words["attacked"].verb_entries[0].type != "CRIME"
    assert ("of", "the", "clones") in lexicon.fences["attack"]["of"]


BROKEN = [
    ("CRIME.csv", "mode,label,reading,words\nnonsense,x,verb,y\n", "nonsense"),
    ("CRIME.csv", "mode,label,reading,words,near\ntheft,x,verb,y,@nonsense\n", "nonsense"),
    ("CRIME.csv", "mode,label,reading,words\ntheft,x,adverb,y\n", "adverb"),
    ("NONSENSE.csv", "mode,label,reading,words\ntheft,x,verb,y\n", "NONSENSE"),
]


@pytest.mark.parametrize(("name", "content", "word"), BROKEN)
def test_a_mistake_in_it_is_named(tmp_path: Path, name: str, content: str, word: str) -> None:
    """Unknown modes, classes, readings and types are errors that say where."""
    (tmp_path / "triggers").mkdir()
    (tmp_path / "triggers" / name).write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=word):
        event_lexicon(tmp_path)


TYPES = [name for name in EVENT_TYPES if name != "OTHER"]


@pytest.mark.parametrize("name", TYPES)
def test_the_examples_of_a_type(name: str) -> None:
    """What the coding guide shows is what the parser does: examples are of the type, borderline cases are not."""
    kind = event_lexicon().types[name]
    assert kind.examples
    assert kind.rejects
    for text in kind.examples:
        assert name in {mention.type for mention in parse(text).mentions}, text
    for text in kind.rejects:
        assert name not in {mention.type for mention in parse(text).mentions}, text


def test_no_word_is_passed_over_where_an_entry_fits() -> None:
    """``may_name`` lets every sentence pass that holds what any entry of a word needs, and some words need something."""
    silent = 0
    for word in event_lexicon().words.values():
        entries = [entry for entry in (*word.verb_entries, *word.noun_entries) if entry.type]
        for entry in entries:
            needed = {max(words, default="") for words in (entry.subject, entry.object, entry.near)}
            assert word.may_name(frozenset(needed))
        silent += bool(entries) and not word.may_name(frozenset())
    assert silent > 1000
