"""How columns are written: kinds of columns, checks and names, used by the tables beside this module.

Days and moments are ISO text, positions count code points, lists are JSON text, yes and no are 1 and 0: every table can
be read in the ``sqlite3`` shell. Which tables there are is decided in ``article_tables``, ``event_tables`` and
``story_tables``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import CheckConstraint, Column, Double, ForeignKey, Integer, MetaData, Text
from sqlalchemy.dialects.sqlite import REAL

from timeline.values.dates import BOUNDS, PARTS_OF_DAY, Granularity

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

#: STRICT tables keep what a column says it keeps; PostgreSQL does so anyway.
STRICT: dict[str, Any] = {"sqlite_strict": True}
#: A table that is found by its composite key only: one tree instead of two.
STRICT_BY_KEY: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}

#: Length of an ISO day, ``2024-02-28``.
DAY_LENGTH = 10


def row_id() -> Column[int]:
    """The integer identity of a row; given by us, never by the database."""
    return Column(
        "id", Integer, primary_key=True, autoincrement=False, comment="Number of the row, within this database"
    )


def public_key(comment: str) -> Column[str]:
    """The text identity that people, exports and views use."""
    return Column("key", Text, nullable=False, unique=True, comment=comment)


def text(name: str, comment: str, *, required: bool = False, primary: bool = False) -> Column[str]:
    """A text column; NULL means not known."""
    return Column(name, Text, nullable=not (required or primary), primary_key=primary, comment=comment)


def number(name: str, comment: str, *, required: bool = True, primary: bool = False) -> Column[int]:
    """A whole number."""
    return Column(
        name, Integer, nullable=not (required or primary), primary_key=primary, autoincrement=False, comment=comment
    )


def real(name: str, comment: str) -> Column[float]:
    """A number with a fraction; NULL means not known."""
    return Column(name, Double().with_variant(REAL(), "sqlite"), comment=comment)


def flag(name: str, comment: str) -> Column[int]:
    """Yes or no, as 1 or 0; ``checks`` keeps it so."""
    return Column(name, Integer, nullable=False, comment=f"{comment} (1 or 0)")


def reference(
    name: str,
    target: str,
    comment: str,
    *,
    required: bool = True,
    primary: bool = False,
    index: bool = False,
    on_delete: str | None = None,
) -> Column[int]:
    """A foreign key to ``target`` (``articles.id``)."""
    return Column(
        name,
        Integer,
        ForeignKey(target, ondelete=on_delete),
        nullable=not (required or primary),
        primary_key=primary,
        autoincrement=False,
        index=index,
        comment=comment,
    )


def span(what: str, prefix: str = "", *, required: bool = True) -> Iterator[Column[int]]:
    """Two columns, start inclusive and end exclusive, as Python slices count."""
    yield number(
        f"{prefix}start_char", f"{what}: first character, counted from 0 in the article's text", required=required
    )
    yield number(f"{prefix}end_char", f"{what}: the character after the last", required=required)


def calendar_columns(what: str) -> Iterator[Column[Any]]:
    """The columns of one date; all of them NULL (flags 0) when there is none."""
    yield text("first_day", f"First day of {what}, ISO; NULL when undated or with an open beginning")
    yield text("last_day", f"Last day of {what}, inclusive; NULL when undated or with an open end")
    yield text("granularity", "How fine the words are: " + " ".join(Granularity))
    yield text("part_of_day", "Part of the day that the text names: " + " ".join(PARTS_OF_DAY))
    yield text("time", "Local ISO time, with the offset where it is stated")
    yield text("bound", "What the day means: " + " ".join(BOUNDS))
    yield flag("approximate", "Whether the edges are soft")
    yield flag("uncertain", "Whether the day itself may be another")
    yield text("basis", "On what the date rests, words joined by +")


def one_of(name: str, allowed: Iterable[str]) -> CheckConstraint:
    """A check that a column holds one of some words (or NULL)."""
    return CheckConstraint(f"{name} IN ({', '.join(repr(str(word)) for word in allowed)})", name=name)


def yes_or_no(*names: str) -> Iterator[CheckConstraint]:
    """A check that each column holds 1 or 0."""
    for name in names:
        yield CheckConstraint(f"{name} IN (0, 1)", name=name)


def in_order(start: str = "start_char", end: str = "end_char", name: str = "span") -> CheckConstraint:
    """A check that a span is not empty."""
    return CheckConstraint(f"0 <= {start} AND {start} < {end}", name=name)


def calendar_checks() -> Iterator[CheckConstraint]:
    """What holds of every date: as ``EventDate`` refuses what can never be true."""
    yield one_of("granularity", Granularity)
    yield one_of("part_of_day", PARTS_OF_DAY)
    yield one_of("bound", BOUNDS)
    yield CheckConstraint("first_day <= last_day", name="day_order")
    yield CheckConstraint(
        f"length(coalesce(first_day, last_day)) = {DAY_LENGTH} AND basis IS NOT NULL AND bound IS NOT NULL"
        " OR granularity IS NULL AND first_day IS NULL AND last_day IS NULL AND basis IS NULL",
        name="dated_or_not",
    )
    yield from yes_or_no("approximate", "uncertain")
