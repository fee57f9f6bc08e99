"""Fitted constants of the stories room: how much a feature says that two articles, or two mentions, belong together.

In comes ``story_weights.toml``, out go records. How features are measured is decided in ``timeline.stories``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.load import load_csv, load_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class PairWeights:
    """A logistic mix of the features of two articles; every feature lies between 0 and 1 (cosines, decay with days).

    Attributes:
        name: ``texts`` for articles with a body, ``titles`` for bare headlines.
        intercept ... undated: Weights in the sum whose logistic function is the probability of one story.
        half_life_days: Days after which nearness in time counts half.
        join: Mean probability with the members of a story from which an article joins it.
        merge: Mean probability between two stories from which they become one.
    """

    name: str
    intercept: float
    title: float
    lead: float
    whole: float
    bigrams: float
    names: float
    numbers: float
    near: float
    undated: float
    half_life_days: float
    join: float
    merge: float

    def __post_init__(self) -> None:
        if not (0.0 < self.join < 1.0 and 0.0 < self.merge < 1.0):
            raise ValueError("join and merge are probabilities between 0 and 1")
        if self.half_life_days <= 0:
            raise ValueError("half_life_days must be positive")


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionWeights:
    """Points for what two mentions share, and the sum from which they report one event."""

    name: str
    label: float
    lemma: float
    mode: float
    actors: float
    recipients: float
    places: float
    same_day: float
    words: float
    join: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TermShare:
    """How common a term is: in how many of ten thousand news articles it stands."""

    term: str
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryWeights:
    """All constants of the stories room."""

    pairs: dict[str, PairWeights]
    mentions: MentionWeights


@cache
def story_weights(folder: Path | None = None) -> StoryWeights:
    """The fitted constants, read once.

    Raises:
        LexiconError: The file is malformed or lacks a table.
    """
    name = "story_weights.toml"
    tables = load_toml(name, {"pairs": PairWeights, "mentions": MentionWeights}, folder)
    pairs = {record.name: record for record in tables["pairs"]}
    for needed in ("texts", "titles"):
        if needed not in pairs:
            raise LexiconError(f"lacks the table pairs.{needed}", file=name)
    if len(tables["mentions"]) != 1:
        raise LexiconError("wants exactly one table below mentions", file=name)
    return StoryWeights(pairs=pairs, mentions=tables["mentions"][0])


@cache
def term_shares(folder: Path | None = None) -> dict[str, float]:
    """The share of news articles in which a common term stands, 0 to 1; rarer terms are left out.

    It steadies the rarity of words in a small archive, where every word of its one story would look common.
    """
    return {record.term: record.share / 10_000 for record in load_csv("term_shares.csv", TermShare, folder)}


def logistic(total: float) -> float:
    """A sum of weights as a probability."""
    return 1.0 / (1.0 + exp(-total)) if total > -700.0 else 0.0
