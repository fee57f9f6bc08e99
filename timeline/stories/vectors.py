"""How alike two articles are, and how alike an article and the centre of a story: weighted terms as vectors.

In come weighted terms, out go cosines and the probability that two articles belong to one story. Who is compared with
whom is decided in ``clustering``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nsmallest
from math import sqrt

from timeline.lexicons.weights import PairWeights, logistic
from timeline.stories.similarity import (
    cosine,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """An article as weighted terms: ``compared`` holds title, lead, whole and bigrams, in this order."""

    kind: str
    day: int | None
    whole: dict[str, float]
    compared: tuple[dict[str, float], ...]
    look_ups: dict[str, float]


class Centre:
    """The sum of the articles of a story, and the square of its length."""

    __slots__ = ("square", "total")

    def __init__(self) -> None:
        self.total: dict[str, float] = {}
        self.square = 0.0

    def add(self, vector: Mapping[str, float]) -> None:
        """Take in an article, or the centre of another story; costs as much as that has terms."""
        total = self.total
        for term, weight in vector.items():
            before = total.get(term, 0.0)
            total[term] = before + weight
            self.square += weight * (2.0 * before + weight)

    def cosine(self, vector: Mapping[str, float]) -> float:
        """The cosine with a vector of length 1."""
        total = self.total
        return sum(weight * total[term] for term, weight in vector.items() if term in total) / sqrt(self.square)

    def alike(self, other: Centre) -> float:
        """The cosine with another centre."""
        return self.cosine(other.total) / sqrt(other.square)

    def heaviest(self, limit: int) -> list[tuple[str, float]]:
        """The terms that weigh most, with their weights."""
        return nsmallest(limit, self.total.items(), key=lambda item: (-item[1], item[0]))


def heaviest(vector: Mapping[str, float], limit: int) -> dict[str, float]:
    return dict(nsmallest(limit, vector.items(), key=lambda item: (-item[1], item[0])))


def pair_probability(one: Vectors, other: Vectors, weights: PairWeights) -> float:
    """The probability that two articles belong to one story."""
    title, lead, whole, pairs = map(cosine, one.compared, other.compared)
    total = (
        weights.intercept
        + weights.title * title
        + weights.lead * lead
        + weights.whole * whole
        + weights.bigrams * pairs
    )
    if one.day is None or other.day is None:
        total += weights.undated
    else:
        total += weights.near * 0.5 ** (abs(one.day - other.day) / weights.half_life_days)
    return logistic(total)
