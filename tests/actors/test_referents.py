"""Whom pronouns and descriptions mean: short passages of our own, each with its right referent or open.

``referents_dev.toml`` is what rules are written by and holds passage by passage; ``referents_check.toml`` is only
scored. In both, "[She|jane-firth]" means Jane Firth and "[He|?]" nobody in particular: it is left open.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import timeline

#: Least shares over the passages that are only scored: words that mean somebody and do so, and words that are open and
#: stay so.
CHECK_FLOORS = {"found": 0.82, "open": 0.8}

_MARKED = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")
_OPEN = "?"
_FIRST_PERSON = ("i", "we", "us", "me")  # whose they are is known with the quotation


class Referent(NamedTuple):
    """Words of a passage and the key of whom they mean; None where they are left open."""

    start: int
    words: str
    key: str | None


class Passage(NamedTuple):
    """A text and what some of its words mean."""

    family: str
    text: str
    referents: tuple[Referent, ...]


def passages(part: str) -> list[Passage]:
    """The passages of a file beside this one."""
    table = tomllib.loads((Path(__file__).parent / f"referents_{part}.toml").read_text(encoding="utf-8"))
    return [unmarked(family["name"], row) for family in table["family"] for row in family["passages"]]


def unmarked(family: str, row: str) -> Passage:
    """A row without its marks, and where they stood."""
    text, referents, after = "", [], 0
    for mark in _MARKED.finditer(row):
        text += row[after : mark.start()]
        referents.append(Referent(len(text), mark[1], None if mark[2] == _OPEN else mark[2]))
        text += mark[1]
        after = mark.end()
    return Passage(family, text + row[after:], tuple(referents))


@cache
def faults(passage: Passage) -> tuple[str, ...]:
    """What the words of a passage are read as, where that is not what they mean."""
    article = timeline.parse(passage.text)
    keys: dict[int, set[str]] = {}
    for event in article.mentions:
        for who in (*event.actors, *event.recipients):
            if who.key is not None and who.text.lower() in _FIRST_PERSON:
                keys.setdefault(who.start, set()).add(who.key)
    for actor in article.actors:
        if len({span.quote(passage.text) for span in actor.mentions}) > 1:  # else it is nobody who is named
            for span in actor.mentions:
                keys.setdefault(span.start, set()).add(actor.key)
    return tuple(
        f"{one.words}: {', '.join(sorted(found)) or None}, not {one.key}"
        for one in passage.referents
        if (found := keys.get(one.start, set())) != ({one.key} if one.key is not None else set())
    )


@pytest.mark.parametrize("passage", passages("dev"), ids=lambda passage: f"{passage.family}: {passage.text[:40]}")
def test_words_mean_whom_they_mean(passage: Passage) -> None:
    """A pronoun or a description has the key of its referent, and nobody else's where it may be either."""
    assert faults(passage) == ()


def test_most_of_the_passages_that_are_only_scored_are_read_right() -> None:
    """Passages that no rule was written by."""
    scored = shares("check")
    assert {name: share for name, share in scored.items() if share < CHECK_FLOORS[name]} == {}


def shares(part: str) -> dict[str, float]:
    """The shares of words that mean somebody and are read so, and of open words that stay open."""
    right, every = {"found": 0, "open": 0}, {"found": 0, "open": 0}
    for passage in passages(part):
        wrong = {fault.split(":")[0] for fault in faults(passage)}
        for one in passage.referents:
            name = "open" if one.key is None else "found"
            every[name] += 1
            right[name] += one.words not in wrong
    return {name: right[name] / every[name] for name in right}


def report(part: str) -> None:
    """List what is wrong: ``python -c 'from tests.actors.test_referents import report; report("dev")'``."""
    for passage in passages(part):
        for fault in faults(passage):
            print(f"{passage.family}: {passage.text}\n    {fault}")
    print({name: round(share, 3) for name, share in shares(part).items()})
