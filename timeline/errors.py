"""What can go wrong, in two channels.

Exceptions are for the caller: a wrong argument, file or database. Every one is a ``TimelineError``::

    TimelineError
    ├── ReadingError          a file or record could not become an article       .path
    │   ├── UnknownFormat         no reader for it (binary, unknown suffix)
    │   └── NothingToRead         no such file, an empty file, a folder without articles
    ├── LexiconError          a rule or word list is malformed                   .file .where
    ├── StorageError          a database cannot be used
    │   ├── NotADatabase          the file is something else
    │   ├── SchemaOutOfDate       it is older or newer than this program         .found .needed
    │   ├── ReadOnly              the place cannot be written to
    │   └── NotFound              no row has this key (also a LookupError)       .key
    ├── QueryError            a criterion or an SQL statement cannot be taken    .criterion
    └── MissingExtra          an optional package is not installed               .extra

``Problem`` values are for the material: they are collected beside the results, and one bad page never
stops the other thousand. Every message names the thing, the place and the remedy.
"""

from __future__ import annotations

from dataclasses import dataclass


class TimelineError(Exception):
    """The root of everything that this package raises on purpose."""


class ReadingError(TimelineError):
    """A file or record could not become an article."""

    def __init__(self, message: str, *, path: str | None = None) -> None:
        super().__init__(message)
        self.path = path


class UnknownFormat(ReadingError):
    """No reader knows this file: it is binary, or its format was named wrongly."""


class NothingToRead(ReadingError):
    """There is no such file, it is empty, or a folder holds no article."""


class LexiconError(TimelineError):
    """A rule or a word list is malformed; ``file`` and ``where`` name the entry."""

    def __init__(self, message: str, *, file: str = "", where: str = "") -> None:
        place = ": ".join(part for part in (file, where) if part)
        super().__init__(f"{place}: {message}" if place else message)
        self.file = file
        self.where = where


class StorageError(TimelineError):
    """A database cannot be opened, read or written."""


class NotADatabase(StorageError):
    """The file at this place is not a database of ours."""


class SchemaOutOfDate(StorageError):
    """The database is at another revision than this program needs."""

    def __init__(self, message: str, *, found: str | None, needed: str) -> None:
        super().__init__(message)
        self.found = found
        self.needed = needed


class ReadOnly(StorageError):
    """The database or its folder cannot be written to."""


class NotFound(StorageError, LookupError):
    """No article, event, story or actor has this key."""

    def __init__(self, message: str, *, key: str) -> None:
        super().__init__(message)
        self.key = key

    def __str__(self) -> str:
        """The message alone: LookupError's own form would quote it."""
        return str(self.args[0])


class QueryError(TimelineError, ValueError):
    """A criterion, a date or an SQL statement cannot be taken."""

    def __init__(self, message: str, *, criterion: str = "") -> None:
        super().__init__(message)
        self.criterion = criterion


class MissingExtra(TimelineError, ImportError):
    """An optional package is not installed; the message names the extra to install."""

    def __init__(self, message: str, *, extra: str) -> None:
        super().__init__(message)
        self.extra = extra


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something about the material that a person should know, and what helps.

    Example: where ``"feed.xml item 3"``, what ``"no publication date"``, hint ``"pass --published YYYY-MM-DD"``.
    """

    where: str
    what: str
    hint: str = ""

    def __str__(self) -> str:
        """One line: place, fact, remedy."""
        return f"{self.where}: {self.what}" + (f"; {self.hint}" if self.hint else "")
