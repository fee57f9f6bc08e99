"""Text cut into sentences and tokens: spans, sentences and the token table.

Every offset counts Unicode code points in one article text, 0-based, ``start`` inclusive and ``end`` exclusive, as
Python slices do (and W3C's TextPositionSelector). How text is cut is decided in ``timeline.text``, not here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from unicodedata import category

from timeline.values.slots import builder, quick

_BULLETS = frozenset("•·*|>")
_PICTURES = frozenset(("So", "Mn", "Cf"))  # Unicode: other symbols, and what shapes the sign before


def is_symbol(word: str) -> bool:
    """Whether a token is a bullet, an arrow or a picture: what stands behind it begins anew: "⚠ Fire in Harlow"."""
    return word in _BULLETS or (not word.isascii() and category(word[0]) in _PICTURES)


@quick
@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open piece of a text: ``text[start:end]``; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}:{self.end}")

    def quote(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


build_span = builder(Span, sure="0 <= start < end")


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: where it stands and which tokens it has.

    Attributes:
        index: Position among the article's sentences, from 0.
        start, end: Offsets in the article's text.
        first_token, end_token: Half-open range in the token table.
        paragraph: Number of the paragraph, from 0.
        kind: Kind of the block it stands in: ``title subtitle heading body caption``.
        first_in_paragraph: Whether it opens its paragraph.
    """

    index: int
    start: int
    end: int
    first_token: int
    end_token: int
    paragraph: int
    kind: str = "body"
    first_in_paragraph: bool = False


build_sentence = builder(Sentence)
_START = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenizedText:
    """An article's text with its tokens as parallel tuples, and its sentences in text order.

    Tokens are columns and not objects: a 450-word article is read many times, and a table of plain strings and integers
    costs a tenth of what objects cost. Token ``i`` is ``words[i]``, ``lowers[i]`` (its lower-case form with straight
    apostrophes), ``starts[i]``, ``ends[i]``; ``text[starts[i]:ends[i]] == words[i]``. Clitics ("'s", "n't") are tokens
    of their own, hyphens between letters too; "U.S.", "Sept.", "a.m." and "1,200.50" are one token.

    ``marked`` are the numbers of the tokens that are not letters alone: marks, figures, clitics, one in five; ``large``
    those of the tokens with a capital anywhere.

    ``plain`` is the text with a space for each line break, tab and hard space, of the same length: names and lines are
    cut from it, so that "European\nUnion" in a wrapped text is the European Union. Quotes are cut from ``text``.
    """

    text: str
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    marked: tuple[int, ...]
    large: tuple[int, ...]
    plain: str

    def span(self, first: int, end: int) -> Span:
        """The span of tokens ``first`` to ``end`` (exclusive)."""
        return build_span(self.starts[first], self.ends[end - 1])

    def token_at(self, offset: int) -> int:
        """The index of the last token that starts at or before ``offset`` (0 when there is none)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of tokens that begin inside the characters ``start`` to ``end``."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset``, or None between sentences."""
        number = bisect_right(self.sentences, offset, key=_START) - 1
        if number >= 0 and offset < self.sentences[number].end:
            return self.sentences[number]
        return None

    def sentence_words(self, sentence: Sentence) -> Iterator[str]:
        """The words of a sentence in order."""
        return iter(self.words[sentence.first_token : sentence.end_token])
