"""Articles as they were read: outlet, metadata, text in blocks, and how the day of publication is known.

Nothing here says how a file becomes an article (``timeline.reading``) or what its sentences report
(``timeline.events``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from timeline.errors import Problem
from timeline.values.text import Span

#: Kinds of blocks. The first five are read for events; the others are kept as metadata or left out of the stored text.
READ_KINDS = ("title", "subtitle", "heading", "body", "caption")
BLOCK_KINDS = (*READ_KINDS, "byline", "dateline", "credit", "furniture")

#: How a day of publication is known; the earlier in the list, the stronger.
PUBLISHED_BASES = ("given", "metadata", "feed", "url", "dateline", "filename", "inferred", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of a text with one use: ``kind`` is one of ``BLOCK_KINDS``; offsets into the text it stands in."""

    kind: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.kind not in BLOCK_KINDS:
            raise ValueError(f"unknown kind of block {self.kind!r}; one of {', '.join(BLOCK_KINDS)}")
        if not 0 <= self.start < self.end:
            raise ValueError(f"a block needs 0 <= start < end, not {self.start}:{self.end}")

    @property
    def span(self) -> Span:
        """Where the block stands."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article was published, and how that is known.

    Attributes:
        value: ISO 8601: ``2024-02-28``, or with a time and, where stated, the offset ``2024-02-28T23:44:00+02:00``.
            None when unknown, and then ``basis`` is ``none``.
        precision: ``day``, ``minute`` or ``second``; None when unknown.
        basis: One of ``PUBLISHED_BASES``.
        text: The words it was read from, where there are any.
    """

    value: str | None = None
    precision: str | None = None
    basis: str = "none"
    text: str | None = None

    def __post_init__(self) -> None:
        if self.basis not in PUBLISHED_BASES:
            raise ValueError(f"unknown basis {self.basis!r}; one of {', '.join(PUBLISHED_BASES)}")
        if (self.value is None) != (self.basis == "none"):
            raise ValueError("a publication date without value has the basis none, and only that")
        if self.value is not None:
            datetime.fromisoformat(self.value)

    @property
    def on(self) -> date | None:
        """The local day of publication (TimeML's document creation time), in the zone the source states."""
        return None if self.value is None else datetime.fromisoformat(self.value).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes: key ``so_...``, name as printed, domain and home where known."""

    key: str
    name: str
    domain: str | None = None
    country: str | None = None
    language: str | None = None
    timezone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article, read and cut into blocks; the text is final and all offsets count in it.

    Attributes:
        key: ``ar_...``: a digest of what identifies it (canonical address, else its own id and outlet, else its text).
        version_key: Digest of the text and title; another version of one article has another one.
        text: NFC, ``\\n`` line ends; begins with the title when there is one.
        blocks: Cover what is worth reading, in text order; see ``READ_KINDS``.
        record_id: The record's own id in a dump or feed, kept as given.
        path: Where it was read from, as the caller named it.
        wire: Name of the agency a copy is credited to ("Reuters"), where the text says so.
    """

    key: str
    version_key: str
    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    credits: tuple[str, ...] = ()
    outlet: Outlet | None = None
    url: str | None = None
    canonical_url: str | None = None
    record_id: str | None = None
    path: str | None = None
    format: str = "text"
    language: str | None = None
    published: Published = field(default_factory=Published)
    modified: Published = field(default_factory=Published)
    wire: str | None = None
    correction: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One file or record that could not become an article: ``where`` it is, and the ``reason`` with what helps.

    ``where`` is as exact as can be ("dump.jsonl line 3"); empty, it is the path.
    """

    path: str
    reason: str
    where: str = ""

    def __str__(self) -> str:
        """One line for people."""
        return f"{self.where or self.path}: {self.reason}"
