"""Things that have a name keep it whole wherever an event speaks of them: short passages of our own.

``things_dev.toml`` is what rules are written by and holds; ``things_check.toml`` is only scored. "[the X20|Orbit X20]"
is a participant that is called so, "[the plane|?]" none of the things that have a name.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import timeline

#: Least share of the words of the passages that are only scored.
CHECK_FLOOR = 0.5

_MARKED = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")


def passages(part: str) -> list[str]:
    """The passages of a file beside this one."""
    return list(tomllib.loads((Path(__file__).parent / f"things_{part}.toml").read_text(encoding="utf-8"))["passages"])


def read(passage: str) -> list[tuple[str, str, set[str]]]:
    """The marked words of a passage, what they are called, and what they are read as."""
    text, marks, after = "", [], 0
    for mark in _MARKED.finditer(passage):
        text += passage[after : mark.start()]
        marks.append((len(text), mark[1], mark[2]))
        text += mark[1]
        after = mark.end()
    article = timeline.parse(text + passage[after:], published="2026-03-05")
    names: dict[int, set[str]] = {}
    for event in article.mentions:
        for who in (*event.actors, *event.recipients):
            names.setdefault(who.start, set()).add(who.name)
    things = {name for _, _, name in marks} | _named(passage)
    return [
        (words, name, names.get(start, set()) if name != "?" else names.get(start, set()) & things)
        for start, words, name in marks
    ]


def _named(passage: str) -> set[str]:
    """Names with a number in them, wherever they stand."""
    return set(re.findall(r"\b[\w-]+ (?:[A-Z]\d+|\d+)\b", passage))


def is_right(name: str, found: set[str]) -> bool:
    """Whether words are called what they are called, and nothing where they are none of the things."""
    return found == (set() if name == "?" else {name})


@pytest.mark.parametrize("passage", passages("dev"))
def test_a_thing_is_called_by_its_whole_name(passage: str) -> None:
    """Short forms, descriptions and "it" have the name of the thing; where it may be two, of neither."""
    assert [one for one in read(passage) if not is_right(one[1], one[2])] == []


def test_most_passages_that_are_only_scored_are_read_right() -> None:
    """Passages that no rule was written by."""
    assert share("check") >= CHECK_FLOOR


def share(part: str) -> float:
    """The share of marked words that are read right."""
    right = [is_right(name, found) for passage in passages(part) for _, name, found in read(passage)]
    return sum(right) / len(right)


def report(part: str) -> None:
    """List what is wrong: ``python -c 'from tests.events.test_things import report; report("dev")'``."""
    for passage in passages(part):
        for words, name, found in read(passage):
            if not is_right(name, found):
                print(f"{passage}\n    {words}: {found}, not {name}")
    print(round(share(part), 3))
