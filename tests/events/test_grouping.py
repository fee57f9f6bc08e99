"""Mentions of one event within an article share a group."""

from __future__ import annotations

from timeline import parse


def groups(text: str, kind: str) -> list[int]:
    """The groups of all mentions of a type."""
    return [mention.group for mention in parse(text, published="2026-03-05").mentions if mention.type == kind]


def test_the_talks_are_one_event() -> None:
    """A definite noun goes back to the event told before."""
    found = groups("Peace talks opened in Harlow on Monday. The talks drew nine clans.", "CONSULT")
    assert len(found) == 2
    assert len(set(found)) == 1


def test_two_days_are_two_marches() -> None:
    """Dates that differ part two events."""
    found = groups("Students marched in Harlow on Monday. Students marched in Harlow on Wednesday.", "PROTEST")
    assert len(set(found)) == len(found) == 2


def test_what_is_planned_is_not_what_happened() -> None:
    """A planned strike is another event than yesterday's."""
    found = groups("Dockers went on strike on Monday. Dockers will go on strike next week.", "PROTEST")
    assert len(set(found)) == 2


def test_groups_count_from_zero() -> None:
    """Numbers have no gaps and begin at 0, in text order."""
    text = "Rebels attacked the port. Police arrested two men. The attack sank a ferry."
    mentions = parse(text, published="2026-03-05").mentions
    seen = sorted({mention.group for mention in mentions})
    assert seen == list(range(len(seen)))
    assert mentions[0].group == 0
