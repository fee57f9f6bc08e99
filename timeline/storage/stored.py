"""What is known of rows that are stored, and the keys of mentions: what ``store`` and ``finder`` share with those who
decide what to store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from timeline.values.article import Published
from timeline.values.events import Mention

_KEY_BYTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """What deciding about an article needs to know of the one that is stored under its key.

    ``earlier_versions`` are the keys of the texts it had before the current one.
    """

    id: int
    key: str
    version_key: str
    version_number: int
    earlier_versions: frozenset[str]
    published: Published
    overlaid: bool
    copy_of_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """What an event's row says that no value does."""

    id: int
    fingerprint: str
    revision: int
    first_seen_at: str | None
    hidden: bool


class StoredMention(NamedTuple):
    """A mention as it is stored: its row number, the event it belongs to, and what merging must know of its article."""

    id: int
    article_key: str
    event_key: str | None
    event_id: int | None
    mention: Mention
    published_on: date | None
    outlet_key: str | None
    cue: str | None


def mention_keys(article_key: str, text: str, found: Sequence[Mention]) -> list[str]:
    """The key of each mention: a digest of its article, its sentence and its trigger, so that it outlives changes
    elsewhere.

    Two readings of one trigger, or a sentence that stands twice, are told apart by their order.
    """
    seen: dict[tuple[str, str], int] = {}
    keys = []
    for mention in found:
        evidence = mention.evidence[0]
        said = (mention.text, text[evidence.start : evidence.end])
        number = seen[said] = seen.get(said, -1) + 1
        content = f"{article_key}\0{said[0]}\0{said[1]}\0{number}"
        keys.append("mn_" + blake2b(content.encode(), digest_size=_KEY_BYTES).hexdigest())
    return keys
