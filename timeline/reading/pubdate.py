"""When an article was published, from what its source declares; strongest ground first, and never a guess unmarked.

Not decided here: what the dates inside the text mean (``timeline.temporal``).
"""

from __future__ import annotations

import re
from datetime import date, datetime

from timeline.values.article import Published

_COMPACT = re.compile(r"\d{8}\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_MOMENT = re.compile(r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d")
_SECONDS = re.compile(r"[T ]\d\d:?\d\d:?\d\d")


def read_published(value: str, *, basis: str) -> Published | None:
    """A stated date as a value: ``YYYY-MM-DD``, ``YYYYMMDD`` or RFC 3339, offset kept; None when it is none of these.

    >>> read_published("20240228", basis="given").value
    '2024-02-28'
    """
    text = value.strip()
    try:
        if _DAY.match(text) or _COMPACT.match(text):
            return Published(value=date.fromisoformat(text).isoformat(), precision="day", basis=basis, text=value)
        if _MOMENT.match(text):
            moment = datetime.fromisoformat(text)
            precision = "second" if _SECONDS.search(text) else "minute"
            return Published(value=moment.isoformat(), precision=precision, basis=basis, text=value)
    except ValueError:
        return None
    return None
