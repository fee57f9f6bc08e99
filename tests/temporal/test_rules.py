"""Every rule finds what its examples mark, with the value they state, and nothing in its rejects."""

from __future__ import annotations

import re
from datetime import date

import pytest

from timeline.lexicons.time import TimeRule, time_lexicon
from timeline.temporal import resolve, tag
from timeline.temporal.guards import GUARDS
from timeline.temporal.patterns import compile_rules
from timeline.text import split
from timeline.values.dates import TimeExpression

LEXICON = time_lexicon()
DAY = date(2024, 2, 28)
RULES = {rule.name: rule for rule in LEXICON.rules}
EXAMPLES = [(rule.name, example) for rule in LEXICON.rules for example in rule.examples if rule.type != "NONE"]
FENCES = [(rule.name, example) for rule in LEXICON.rules for example in rule.examples if rule.type == "NONE"]
REJECTS = [(rule.name, text) for rule in LEXICON.rules for text in rule.rejects]
COMPUTED = {"anyunit", "side"}


def read(text: str, day: date | None = DAY) -> tuple[TimeExpression, ...]:
    return resolve(tag(split(text), LEXICON), day)


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {text}" for name, text in EXAMPLES])
def test_example(name: str, example: str) -> None:
    """The marked words are the extent; their meaning by themselves and their value are as stated."""
    text, unresolved, *rest = (part.strip() for part in example.split("=>"))
    value, _, day = rest[0].partition("@") if rest else ("", "", "")
    first, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    found = read(plain, date.fromisoformat(day.strip()) if day else DAY)
    here = [timex for timex in found if timex.start == first]
    assert here, f"nothing at {plain[first:end]!r}; found {[timex.text for timex in found]}"
    assert (here[0].text, here[0].unresolved) == (plain[first:end], unresolved)
    if value:
        assert here[0].value == value.strip()


@pytest.mark.parametrize(("name", "text"), FENCES, ids=[f"{name}: {text}" for name, text in FENCES])
def test_fence(name: str, text: str) -> None:
    """What looks like a time expression and is none gives none."""
    assert read(text) == ()


@pytest.mark.parametrize(("name", "text"), REJECTS, ids=[f"{name}: {text}" for name, text in REJECTS])
def test_reject(name: str, text: str) -> None:
    """A rule finds nothing in what it rejects."""
    assert [timex.text for timex in read(text) if timex.rule == name] == []


@pytest.mark.parametrize("rule", LEXICON.rules, ids=lambda rule: rule.name)
def test_fields_are_captured(rule: TimeRule) -> None:
    """A template names only what its pattern captures, and a guard that exists."""
    compiled = next(one for one in compile_rules(LEXICON).rules if one.rule is rule)
    captured = {label.rstrip("_") for label in compiled.kinds} | COMPUTED
    fields = set(
        re.findall(r"\{(\w+)", " ".join((rule.value, rule.mod, rule.quant, rule.freq, rule.second, rule.middle)))
    )
    assert fields <= captured
    assert not rule.guard or rule.guard in GUARDS


def test_names_are_unique() -> None:
    """A rule is told by its name."""
    assert len(RULES) == len(LEXICON.rules)


def test_guards_are_used() -> None:
    """No guard is left without a rule."""
    assert set(GUARDS) == {rule.guard for rule in LEXICON.rules if rule.guard}


def test_most_rules_have_examples() -> None:
    """Every rule shows what it finds."""
    assert [rule.name for rule in LEXICON.rules if not rule.examples] == []
