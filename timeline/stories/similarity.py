"""Texts to comparable features, and how alike two of them are.

In comes the title and text of an article, out go counted terms, names, numbers and shingles; between two of them a
cosine or a containment. What counts as alike enough is decided in ``duplicates`` and ``clustering``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import pairwise
from math import log, sqrt
from zlib import crc32

from timeline.lexicons.weights import story_weights, term_shares

#: Words in one shingle; five is short enough to survive light editing and long enough to be rare.
SHINGLE_WORDS = 5

#: Share of news articles assumed for a term that the table does not know.
RARE_SHARE = 0.001

#: Hashes of one text that are kept at most; a longer text keeps those below a bound, so that two texts stay comparable.
SHINGLE_LIMIT = 512

_HASH_BITS = 32
_HASH_MASK = (1 << _HASH_BITS) - 1
_MULTIPLIERS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1)

_WORD = re.compile(r"[a-z0-9][a-z0-9'’-]*")
_CAPITALISED = re.compile(r"[A-Z][\w'’-]*(?: (?:(?:of|the|de|bin|al|van|von) )?[A-Z][\w'’-]*)*")
_SUFFIX = re.compile(r"\s+[-|–—]\s+[^-|–—]{2,40}$")
_SENTENCE_START = re.compile(r"(?:^|[.!?][\"'”’)]*\s+|\n+|[\"“]\s*)$")


def digest(text: str) -> str:
    """Sixteen hexadecimal digits that stand for a text, the same on every machine: the body of our keys."""
    return blake2b(text.encode(), digest_size=8).hexdigest()


def plain_words(text: str) -> list[str]:
    """The words of a text in order, lower case, without possessive endings: ``["the", "mayor", "speech"]``."""
    return [word.strip("'’-").removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text.lower())]


def terms(words: Iterable[str]) -> list[str]:
    """The words that carry meaning, each brought to one form: no stop words, plurals folded."""
    stop = stop_words()
    return [stem(word) for word in words if len(word) > 1 and word not in stop]


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about what a text is about."""
    return frozenset(story_weights().words.stop)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its commonest endings: ``marches`` and ``march`` give ``march``; rough, for comparing only."""
    if len(word) <= 3 or word[-1].isdigit():
        return word
    for ending, replacement, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: len(word) - len(ending)] + replacement
    return word


_ENDINGS = (
    ("ies", "y", 2),
    ("sses", "ss", 2),
    ("ches", "ch", 2),
    ("shes", "sh", 2),
    ("xes", "x", 2),
    ("ss", "ss", 1),
    ("us", "us", 1),
    ("is", "is", 1),
    ("s", "", 3),
)


def bigrams(words: list[str]) -> list[str]:
    """Neighbouring terms as pairs: ``["cease fire", "fire talk"]``."""
    return [f"{left} {right}" for left, right in pairwise(words)]


def plain_title(title: str) -> str:
    """A title without the name of its publisher: "Port reopens - Harlow Post" gives "Port reopens"."""
    return _SUFFIX.sub("", title).strip() or title.strip()


def capitalised_names(text: str) -> list[str]:
    """Runs of capitalised words, lower case: ``["jane firth", "harlow"]``.

    A lone one that opens a sentence is left out.
    """
    stop, found = stop_words(), []
    for match in _CAPITALISED.finditer(text):
        name = match.group().lower().removesuffix("'s").removesuffix("’s")
        opens = _SENTENCE_START.search(text, max(0, match.start() - 3), match.start()) is not None
        if " " not in name and (opens or name in stop or len(name) < 2):
            continue
        first, _, rest = name.partition(" ")
        found.append(rest if rest and first in stop else name)
    return found


def shingles(words: list[str]) -> frozenset[int]:
    """Hashes of every run of ``SHINGLE_WORDS`` words: 32 bits each, the same on every machine."""
    codes = [crc32(word.encode()) for word in words]
    a, b, c, d, e = _MULTIPLIERS
    return frozenset(
        _mixed(v * a + w * b + x * c + y * d + z * e)
        for v, w, x, y, z in zip(codes, codes[1:], codes[2:], codes[3:], codes[4:], strict=False)
    )


def _mixed(number: int) -> int:
    """Thirty-two well-spread bits of a sum, so that a bound on them samples evenly."""
    number &= 0xFFFFFFFFFFFFFFFF
    number ^= number >> 29
    number = number * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
    return number >> _HASH_BITS


def sample(hashes: Iterable[int], limit: int = SHINGLE_LIMIT) -> tuple[int, tuple[int, ...]]:
    """The hashes below ``2**32 >> level``, sorted, with the smallest level that leaves at most ``limit`` of them.

    Two samples are comparable at the larger of their levels, which a plain "lowest n" sample is not when one text is
    a piece of
    the other. Source: FracMinHash (Irber et al. 2022).
    """
    kept = sorted(hashes)
    level = 0
    while len(kept) > limit:
        level += 1
        bound = _HASH_MASK >> level
        kept = [number for number in kept if number <= bound]
    return level, tuple(kept)


def at_level(hashes: Iterable[int], level: int) -> frozenset[int]:
    """Those of a sample that are left at a higher level."""
    bound = _HASH_MASK >> level
    return frozenset(number for number in hashes if number <= bound)


def term_share(term: str) -> float:
    """The share of news articles in which a term stands; one that the table lacks is rare."""
    return term_shares().get(term, RARE_SHARE)


def term_rarity(term: str) -> float:
    """How much a term tells: the logarithm of one over its share."""
    return -log(term_share(term))


def weighted(counts: Mapping[str, int], rarity: Mapping[str, float], unseen: float = 1.0) -> dict[str, float]:
    """Terms with (1 + log count) times their rarity, brought to length 1; empty in, empty out."""
    vector = {term: (1.0 + log(count)) * rarity.get(term, unseen) for term, count in counts.items()}
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two vectors of length 1: 0 when nothing is shared, 1 when they are equal."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def counted(items: Iterable[str], limit: int) -> tuple[tuple[str, int], ...]:
    """At most ``limit`` items with their counts, commonest first, ties by first place: what a sketch keeps."""
    return tuple(Counter(items).most_common(limit))
