"""Words that news write in lower case (``en/common_words.csv``), as one set.

What a capital or a hyphen means for one of them is decided where they are asked for.
"""

from __future__ import annotations

from functools import cache

from timeline.lexicons.actor_records import WordRecord
from timeline.lexicons.load import load_csv


@cache
def common_words() -> frozenset[str]:
    """All of them: ``"harbour" in common_words()``."""
    return frozenset(word for record in load_csv("en/common_words.csv", WordRecord) for word in record.words)
