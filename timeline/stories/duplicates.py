"""Which articles are copies of another: agency copy, cut or lightly edited.

In come sketches in order of arrival, out goes the original of each copy. A copy is known by containment: nearly all
of the shorter text stands in the longer one. Two own reports on one event are no copies. What a copy means for
counting sources is decided in ``merging``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from timeline.stories.similarity import at_level

#: Share of the shorter text's shingles that must stand in the longer one.
CONTAINMENT = 0.6

#: Shingles that the shorter text must have: less is a headline or a notice, and equal by chance.
LEAST_SHINGLES = 20

#: A shingle that so many texts share is furniture ("sign up for our newsletter") and proposes no pair.
COMMON_SHINGLE = 60

#: Pairs that are verified for one text at most, those with most shared shingles first.
MOST_CANDIDATES = 20

#: Shared shingles below which a pair is not looked at.
LEAST_SHARED = 5


class Shingled(Protocol):
    """What is needed of a sketch: its key and a sample of its shingles (``similarity.sample``)."""

    @property
    def key(self) -> str:
        """Of its article."""

    @property
    def shingle_level(self) -> int:
        """Level of the sample."""

    @property
    def shingles(self) -> tuple[int, ...]:
        """The sample."""


def find_copies(sketches: Sequence[Shingled]) -> dict[str, str]:
    """The original's key for each article that is a copy: ``{"ar_copy": "ar_original"}``.

    The earliest to arrive is the original; a copy of a copy points to the original. Articles that are no copy are
    left out, and an article that arrives later never changes what was found before it.

    Args:
        sketches: In order of arrival.

    Source: containment after Broder 1997, "On the resemblance and containment of documents".
    """
    finder = CopyFinder()
    for sketch in sketches:
        finder.add(sketch)
    return finder.originals


class CopyFinder:
    """``find_copies`` for a stream: articles go in by ``add`` as they arrive, ``originals`` grows."""

    def __init__(self) -> None:
        self.originals: dict[str, str] = {}
        self._sketches: list[Shingled] = []
        self._postings: dict[int, list[int]] = defaultdict(list)

    def add(self, sketch: Shingled) -> str | None:
        """Take in an article; the key of its original comes back when it is a copy."""
        number = len(self._sketches)
        self._sketches.append(sketch)
        if len(sketch.shingles) < LEAST_SHINGLES:
            return None
        held: frozenset[int] = frozenset()
        for earlier in _candidates(sketch, self._postings):
            other = self._sketches[earlier]
            if other.key != sketch.key and containment(sketch, other) >= CONTAINMENT:
                self.originals[sketch.key] = self.originals.get(other.key, other.key)
                held = frozenset(other.shingles)
                break
        for shingle in sketch.shingles:
            # What a copy shares is indexed once already; or a text with a hundred copies would look like furniture.
            if shingle not in held:
                self._postings[shingle].append(number)
        return self.originals.get(sketch.key)


def containment(one: Shingled, other: Shingled) -> float:
    """The share of the shorter text's shingles that the longer one has too, from 0 to 1."""
    level = max(one.shingle_level, other.shingle_level)
    left, right = at_level(one.shingles, level), at_level(other.shingles, level)
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter >= LEAST_SHARED else 0.0


def original_of(key: str, copies: Mapping[str, str]) -> str:
    """The first text that an article goes back to; itself when it is no copy."""
    seen = set()
    while key in copies and key not in seen:
        seen.add(key)
        key = copies[key]
    return key


def _candidates(sketch: Shingled, postings: Mapping[int, list[int]]) -> list[int]:
    """Earlier texts that share most shingles, best first and earliest first among equals."""
    shared: Counter[int] = Counter()
    for shingle in sketch.shingles:
        holders = postings.get(shingle, ())
        if len(holders) <= COMMON_SHINGLE:
            shared.update(holders)
    best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST_CANDIDATES]
    return [number for number, count in best if count >= LEAST_SHARED]
