"""Own sentences with the actor that must be found in them, and with words that are no actor.

``*_dev.csv`` are what rules are written by and hold row by row; ``*_check.csv`` are only scored.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from timeline.actors import find, resolve
from timeline.lexicons.actors import actor_lexicon
from timeline.text import split
from timeline.values.actors import ActorMention

#: Least share of the rows of a check file that hold.
FOUND_FLOOR, NOT_FOUND_FLOOR = 0.92, 0.96


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a file beside this one."""
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def mentions(sentence: str) -> tuple[ActorMention, ...]:
    """The resolved mentions of a sentence."""
    tokens = split(sentence)
    found, _ = find(tokens, actor_lexicon())
    return resolve(tokens, found, actor_lexicon())[0]


def bare(words: str) -> str:
    """Without an article."""
    return words.removeprefix("The ").removeprefix("the ")


def is_found(row: dict[str, str]) -> bool:
    """Whether a mention has the words (an article apart), the kind and the country, None for an empty cell."""
    return any(
        bare(mention.text) == bare(row["words"])
        and mention.kind == row["kind"]
        and (mention.country or "") == row["country"]
        for mention in mentions(row["sentence"])
    )


def is_left_out(row: dict[str, str]) -> bool:
    """Whether the words are no mention and not part of the words of one."""
    words = row["words"]
    return not any(
        words in mention.text if " " in words else words in mention.text.split()
        for mention in mentions(row["sentence"])
    )


@pytest.mark.parametrize("row", rows("actors_dev"), ids=lambda row: row["words"])
def test_each_actor_of_the_development_rows_is_found(row: dict[str, str]) -> None:
    """Exact words, kind and country; a country that the words do not give is None."""
    assert is_found(row)


@pytest.mark.parametrize("row", rows("no_actors_dev"), ids=lambda row: row["sentence"])
def test_nothing_of_the_development_rows_is_taken_for_an_actor(row: dict[str, str]) -> None:
    """Days, events, openers, adjectives and verbs are no actors."""
    assert is_left_out(row)


def test_most_check_rows_hold() -> None:
    """Rows that no rule was written by."""
    found, left_out = rows("actors_check"), rows("no_actors_check")
    assert sum(map(is_found, found)) >= FOUND_FLOOR * len(found)
    assert sum(map(is_left_out, left_out)) >= NOT_FOUND_FLOOR * len(left_out)
