"""Dates as machines write them: ISO 8601 and RFC 3339.

What comes in: a string that is wholly a date. What goes out: a ``Published`` value, or None. Apart from ``pubdate``,
because whoever states a date in this form need not load what reads the others.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from timeline.values.article import Published

_COMPACT = re.compile(r"\d{8}\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_MOMENT = re.compile(r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d")
_SECONDS = re.compile(r"[T ]\d\d:?\d\d:?\d\d")
_BLANK_OFFSET = re.compile(r"(\d) (?=[+-]\d\d:?\d\d\Z|Z\Z)")
_FRACTION = re.compile(r"(:\d\d)\.\d+")


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
            moment = datetime.fromisoformat(_FRACTION.sub(r"\1", _BLANK_OFFSET.sub(r"\1", text)))
            if _SECONDS.search(text):
                return Published(value=moment.isoformat(), precision="second", basis=basis, text=value)
            return Published(value=moment.isoformat(timespec="minutes"), precision="minute", basis=basis, text=value)
    except ValueError:
        return None
    return None
