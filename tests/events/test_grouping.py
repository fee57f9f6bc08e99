"""Mentions of one event within an article share a group."""

from __future__ import annotations

import pytest

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


def test_news_is_not_what_was_years_ago() -> None:
    """What is told without a day is of these days, and not the attack of a year that the article looks back to."""
    text = "Rebels attacked the port of Harlow. In 2008 rebels attacked the port for a week."
    assert len(set(groups(text, "ASSAULT"))) == 2


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


@pytest.mark.parametrize(
    ("text", "kind", "events"),
    [
        ("Dockers walked out in Harlow on Monday. The strike closed the port.", "PROTEST", 1),
        ("Teachers in Harlow went on strike on Monday. The walkout shut nine schools.", "PROTEST", 1),
        ("The cup final drew 900 people. Rovers won in the rain.", "SPORT", 2),
        ("A man was jailed for theft and robbery in Harlow.", "CRIME", 2),
        ("Two men were jailed for a robbery on Monday. The robbery left a guard hurt.", "CRIME", 1),
    ],
)
def test_only_one_kind_of_happening_is_one_event(text: str, kind: str, events: int) -> None:
    """A walkout is a strike; a final and a match won, or a theft and a robbery in one sentence, are told apart."""
    assert len(set(groups(text, kind))) == events


def test_a_noun_means_the_plan_that_was_told() -> None:
    """ "The walkout" behind a plan is that plan, and claims nothing that was done."""
    found = groups("Dockers will go on strike on Friday. The walkout will cost the port a million.", "PROTEST")
    assert len(found) == 2
    assert len(set(found)) == 1


@pytest.mark.parametrize(
    ("text", "kind", "events"),
    [
        ("Police arrested Jon Hale on Monday. Police arrested his sister Ella Marsh, too.", "COERCE", 2),
        ("Police arrested Jon Hale on Monday. The arrest of Hale surprised his party.", "COERCE", 1),
        ("Gunmen killed Jon Hale in Lorn. Soldiers had killed his brother Karl Marsh.", "ASSAULT", 2),
    ],
)
def test_what_is_done_to_another_is_another_event(text: str, kind: str, events: int) -> None:
    """Two people with a name who were arrested are two arrests, whoever arrested them."""
    assert len(set(groups(text, kind))) == events


def test_after_looking_back_the_text_tells_news_again() -> None:
    """ "The attack" right behind that of 2008 is that one; some sentences later it is that of the news."""
    assert len(set(groups("In 2008 rebels attacked the port. The attack sank a ferry.", "ASSAULT"))) == 1
    between = "The ministry is closed. The market is full. Nobody is in the streets."
    found = groups(f"Rebels last attacked the port in 2008. {between} The attack sank a ferry.", "ASSAULT")
    assert len(found) == 2
    assert len(set(found)) == 2


def test_a_phrase_is_known_by_its_verb() -> None:
    """ "Resigned as" and "the resignation" are of one kind, "ruled that" and "found that" are not."""
    assert len(set(groups("Jon Hale resigned as mayor. His resignation came as a surprise.", "PERSONNEL"))) == 1


def test_who_attacks_says_nothing() -> None:
    """Two attacks of one side are not one speech, though somebody can be attacked with words."""
    found = groups("Rebels attacked the port in 2008. Nobody slept. Rebels attacked a bus on Monday.", "ASSAULT")
    assert len(set(found)) == 2
