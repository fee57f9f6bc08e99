"""Short articles of our own, read whole: everybody who has a name is found once, under one key, and nobody else is.

``articles_dev.toml`` is what rules are written by and holds article by article; ``articles_check.toml`` is only scored.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from timeline.actors import find, resolve
from timeline.lexicons.actors import actor_lexicon
from timeline.reading import plaintext
from timeline.text import split
from timeline.values.actors import ActorMention

#: Least shares over the articles that are only scored: actors with kind and country, other words for them, and of all
#: names that are found those that are somebody's.
CHECK_FLOORS = {"actors": 0.95, "words": 0.96, "right": 0.95}

_NAMED = ("person", "organisation")
_FULL_LINE = re.compile(r"(?m)^(.{85,})\n(?=\S)")


class Row(NamedTuple):
    """An actor that an article has: its key, kind, country (None where the text gives none), other words for it."""

    key: str
    kind: str
    country: str | None
    words: tuple[str, ...]


class Article(NamedTuple):
    """A text and everybody who has a name in it."""

    name: str
    text: str
    actors: tuple[Row, ...]


class Faults(NamedTuple):
    """What an article is read wrongly in: actors, words for them, and names that are nobody's."""

    actors: list[str]
    words: list[str]
    spare: list[str]


def articles(part: str) -> list[Article]:
    """The articles of a file beside this one."""
    table = tomllib.loads((Path(__file__).parent / f"articles_{part}.toml").read_text(encoding="utf-8"))
    return [Article(one["name"], unwrapped(one["text"]), tuple(map(row, one["actors"]))) for one in table["article"]]


def unwrapped(text: str) -> str:
    """The text with each paragraph on one line: only lines that are full in the file go on with the next."""
    return _FULL_LINE.sub(r"\1 ", text.strip())


def row(line: str) -> Row:
    """A row of a table: "jane-firth | person | GB | Firth; the mayor"."""
    key, kind, country, words, *_ = (*(part.strip() for part in line.split("|")), "", "")
    return Row(key, kind, country or None, tuple(word.strip() for word in words.split(";") if word.strip()))


def mentions(text: str) -> tuple[ActorMention, ...]:
    """The resolved mentions of an article as it is pasted, furniture left out."""
    tokens = split(text, plaintext.lay_out(text).blocks)
    found, _ = find(tokens, actor_lexicon())
    return resolve(tokens, found, actor_lexicon())[0]


@cache
def faults(article: Article) -> Faults:
    """What is wrong in the reading of an article."""
    found = mentions(article.text)
    actors = {mention.key: (mention.kind, mention.country) for mention in found if mention.key}
    keys: dict[str, set[str | None]] = {}
    for mention in found:
        keys.setdefault(" ".join(mention.text.split()), set()).add(mention.key)
    known = {actor.key for actor in article.actors}
    return Faults(
        [
            f"{actor.key}: {actors.get(actor.key)}"
            for actor in article.actors
            if actors.get(actor.key) != (actor.kind, actor.country)
        ],
        [
            f"{words}: {sorted(map(str, keys.get(words, ())))}"
            for actor in article.actors
            for words in actor.words
            if keys.get(words) != {actor.key}
        ],
        sorted(
            {
                f"{mention.key} ({mention.kind}): {mention.text}"
                for mention in found
                if mention.form == "name" and mention.kind in _NAMED and mention.key not in known
            }
        ),
    )


@pytest.mark.parametrize("article", articles("dev"), ids=lambda article: article.name)
def test_everybody_with_a_name_is_found_once(article: Article) -> None:
    """Key, kind and country of each, other words lead to the same key, and no other name is an actor's."""
    assert faults(article) == Faults([], [], [])


def test_most_of_the_articles_that_are_only_scored_are_read_right() -> None:
    """Articles that no rule was written by."""
    scored = shares("check")
    assert {name: share for name, share in scored.items() if share < CHECK_FLOORS[name]} == {}


def shares(part: str) -> dict[str, float]:
    """The shares that are right over the articles of a part."""
    wrong = [faults(article) for article in articles(part)]
    actors = [actor for article in articles(part) for actor in article.actors]
    words = [word for actor in actors for word in actor.words]
    spare = sum(len(one.spare) for one in wrong)
    return {
        "actors": 1 - sum(len(one.actors) for one in wrong) / len(actors),
        "words": 1 - sum(len(one.words) for one in wrong) / len(words),
        "right": len(actors) / (len(actors) + spare),
    }


def report(part: str) -> None:
    """List what is wrong: ``python -c 'from tests.actors.test_articles import report; report("dev")'``."""
    for article in articles(part):
        wrong = faults(article)
        if any(wrong):
            print(f"== {article.name}")
            for kind, ones in zip(Faults._fields, wrong, strict=True):
                for one in ones:
                    print(f"  {kind}: {one}")
    print({name: round(share, 3) for name, share in shares(part).items()})
