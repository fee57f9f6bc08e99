"""The rules for what on a page is not the article, each proven by its own examples and rejects."""

from __future__ import annotations

import re

import pytest

from timeline.errors import LexiconError
from timeline.lexicons.furniture import FurnitureRule, furniture_lexicon, load_furniture_lexicon

LEXICON = furniture_lexicon()
EXAMPLES = [(rule, line) for rule in LEXICON.rules for line in rule.examples]
REJECTS = [(rule, line) for rule in LEXICON.rules for line in rule.rejects]

#: Sentences that a paper may print, and that no rule may take.
SENTENCES = (
    "Share prices fell sharply on Monday after the bank issued a warning.",
    "Comments by the minister drew criticism from both sides.",
    "The union's newsletter reached eleven thousand members last week.",
    "Sign language was used in court, the clerk said.",
    "Follow the money, the prosecutor told the jury.",
    "He was advertising director of the port until May.",
    "Video shows the moment the crane fell, police said.",
    "Photos of the ship were published on Friday.",
    "The committee read the report and asked for more.",
    "More than 300 people marched to the town hall.",
    "Most of the dockers voted for the strike.",
    "Related cases will be heard in June.",
    "Copyright in the song was the question before the court.",
    "Cookies and tea were served to the delegates.",
    "Reporting restrictions were lifted on Tuesday.",
    "Correction officers went on strike at two prisons.",
    "Updated figures put the number of dead at 14.",
    "By Monday the water had reached the second floor.",
    "Published data show that orders fell.",
    "Support for the plan has fallen since March.",
    "Privacy campaigners sued the ministry on Wednesday.",
    "Advertisement for the post begins in May, the mayor said.",
    "Print workers at the Beacon walked out at noon.",
    "Members only heard of it on the radio.",
    "Read out in court, the letter caused laughter.",
)


def applies(rule: FurnitureRule, line: str) -> bool:
    """Whether a rule takes a line, whatever the rules before it do."""
    line = " ".join(line.split())
    words = set(re.findall(r"[^\W_]+", line.lower()))
    called = not rule.words or not words.isdisjoint(rule.words)
    return called and len(line) <= rule.longest and re.match(rule.pattern, line, re.IGNORECASE) is not None


@pytest.mark.parametrize(("rule", "line"), EXAMPLES, ids=[f"{rule.name}: {line}" for rule, line in EXAMPLES])
def test_a_rule_takes_its_examples(rule: FurnitureRule, line: str) -> None:
    """Every example is matched by its rule, and the lexicon finds some rule for it."""
    assert applies(rule, line)
    assert LEXICON.match(" ".join(line.split())) is not None


@pytest.mark.parametrize(("rule", "line"), REJECTS, ids=[f"{rule.name}: {line}" for rule, line in REJECTS])
def test_a_rule_leaves_its_rejects(rule: FurnitureRule, line: str) -> None:
    """No reject is matched by the rule it stands at."""
    assert not applies(rule, line)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_of_articles_are_never_furniture(sentence: str) -> None:
    """A sentence that begins like furniture is still a sentence."""
    assert LEXICON.match(sentence) is None


def test_names_of_rules_are_unique() -> None:
    """Each rule has a name of its own."""
    names = [rule.name for rule in LEXICON.rules]
    assert sorted(set(names)) == sorted(names)


def test_a_long_line_is_never_matched() -> None:
    """A paragraph that only begins like furniture stays."""
    assert LEXICON.match("Share this article " + "and then the mayor said that the harbour would close " * 40) is None


def test_a_broken_pattern_is_refused_with_file_and_rule(tmp_path) -> None:
    """A malformed regular expression is an error that names where it stands."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "calendar.toml").write_text("", encoding="utf-8")
    (tmp_path / "en" / "furniture.toml").write_text(
        "[[rule]]\nname = 'odd'\npattern = '('\nexamples = ['a']\nrejects = ['b']\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError, match=r"en/furniture\.toml: rule odd: not a regular expression"):
        load_furniture_lexicon(tmp_path)


def test_a_rule_without_rejects_is_refused() -> None:
    """A rule must say what it leaves alone."""
    with pytest.raises(ValueError, match="examples and rejects"):
        FurnitureRule(name="odd", pattern="a", examples=("a",))
