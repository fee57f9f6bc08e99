"""Actors that users know: ``actors.csv`` in a folder of their own, and the terms in which an actor holds an office.

What comes in: rows of ``name,kind,country,code,aliases,from,until,same_as`` (only ``name`` and ``kind`` must be there),
and our own ``terms.csv``. What goes out: checked records, days as ``date``. How they join our own tables is decided in
``lexicons.actors``; what holds on a day in ``timeline.actors.terms``.
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.load import load_csv
from timeline.values.addresses import address_of

FILE = "actors.csv"

#: Columns, and another name under which ours has one.
COLUMNS = ("name", "kind", "country", "code", "aliases", "from", "until", "same_as")
_ALSO = {"alpha2": "country"}
_NEEDED = ("name", "kind")

#: Kinds of the table to kinds of actors; a group with a name is an organisation.
_KINDS = {"person": "person", "organisation": "organisation", "organization": "organisation", "group": "organisation",
          "country": "country"}  # fmt: skip

_CODE = re.compile(r"(?:[A-Z]{3})+")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnActor:
    """One row: an actor, or what holds of it between two days.

    ``first_day`` and ``last_day`` bound code and aliases, not the name; None is open. A name may have several rows.
    """

    name: str
    kind: str
    alpha2: str | None = None
    code: str | None = None
    aliases: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    same_as: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether code and aliases hold between two days only."""
        return self.first_day is not None or self.last_day is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRecord:
    """One row of our own terms: the code that a person has in an office, ISO days, both inclusive.

    ``instead_of`` is a namesake whose short names mean this person on those days: "President Bush" of 1990.
    """

    name: str
    code: str
    first_day: str
    last_day: str = ""
    instead_of: str = ""


def shipped_terms() -> tuple[TermRecord, ...]:
    """Our own terms, in the order of the file.

    Raises:
        LexiconError: A row is not as its record wants it.
    """
    return load_csv("terms.csv", TermRecord)


def own_actors(folder: Path, countries: dict[str, str]) -> tuple[OwnActor, ...]:
    """The rows of ``actors.csv`` in a folder, in the order of the file; none when it has no such file.

    Args:
        folder: Of the user's own.
        countries: Names of countries by their ISO 3166-1 alpha-2 codes.

    Raises:
        LexiconError: There is no such folder, or a cell cannot be; file, line and column are named, and what helps.
    """
    if not folder.is_dir():
        raise LexiconError("there is no such folder; make it, or name another with --lexicon", file=str(folder))
    place = folder / FILE
    if not place.exists():
        return ()
    try:
        lines = place.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LexiconError(f"it is not UTF-8 ({error.reason}); save it as CSV UTF-8", file=str(place)) from None
    reader = csv.reader(lines)
    header = next(reader, [])
    columns = _columns(header, str(place))
    rows = []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(columns):
            raise LexiconError(
                f"has {len(cells)} cells, and the header {len(columns)}; put a cell with a comma in quotes",
                file=str(place),
                where=f"line {reader.line_num}",
            )
        row = {column: cell.strip() for column, cell in zip(columns, cells, strict=False)}
        rows.append(_Row(row, f"line {reader.line_num}", str(place), countries).read())
    return tuple(rows)


def _columns(header: list[str], file: str) -> list[str]:
    """The columns that a header names."""
    stated = [cell.strip().lower() for cell in header]
    columns = [_ALSO.get(name, name) for name in stated]
    for number, column in enumerate(columns):
        if column not in COLUMNS:
            near = [] if ";" in column else get_close_matches(column, COLUMNS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(COLUMNS)}, with commas between"
            raise LexiconError(f"unknown column {header[number]!r}; {hint}", file=file, where="line 1")
    for column in _NEEDED:
        if column not in columns:
            raise LexiconError(f"lacks the column {column!r}; begin with the line name,kind", file=file, where="line 1")
    return columns


@dataclass(frozen=True, slots=True)
class _Row:
    """A row while it is read: knows where it stands, to say so."""

    cells: dict[str, str]
    line: str
    file: str
    countries: dict[str, str]

    def read(self) -> OwnActor:
        """The record of the row."""
        name = self.cells["name"]
        if not name:
            raise self._wrong("name", "is empty; write the name as texts print it")
        first, last = self._day("from"), self._day("until")
        if first is not None and last is not None and last < first:
            raise self._wrong("until", f"{self.cells['until']} lies before {self.cells['from']}; swap them")
        return OwnActor(
            name=name,
            kind=self._kind(),
            alpha2=self._country(),
            code=self._code(),
            aliases=self._several("aliases"),
            first_day=first,
            last_day=last,
            same_as=tuple(map(self._address, self._several("same_as"))),
        )

    def _kind(self) -> str:
        stated = self.cells.get("kind", "")
        found = _KINDS.get(stated.lower())
        if found is None:
            raise self._wrong("kind", f"{stated!r} is no kind; write person, organisation, group or country")
        return found

    def _country(self) -> str | None:
        stated = self.cells.get("country", "")
        if not stated or stated.upper() in self.countries:
            return stated.upper() or None
        for alpha2, name in self.countries.items():
            if name.lower() == stated.lower():
                return alpha2
        raise self._wrong("country", f"{stated!r} is no country; write its ISO code, such as FR")

    def _code(self) -> str | None:
        stated = self.cells.get("code", "")
        if stated and not _CODE.fullmatch(stated):
            raise self._wrong("code", f"{stated!r} is no CAMEO code; write three capitals each, such as FRAGOV")
        return stated or None

    def _day(self, column: str) -> date | None:
        """A day; of a year or a month the first for ``from``, the last for ``until``."""
        stated = self.cells.get(column, "")
        if not stated:
            return None
        match = _DAY.fullmatch(stated)
        try:
            if match is None:
                raise ValueError
            year, month, day = (int(part) if part else None for part in match.groups())
            assert year is not None
            if column == "from":
                return date(year, month or 1, day or 1)
            month = month or 12
            return date(year, month, day or monthrange(year, month)[1])
        except ValueError:
            raise self._wrong(column, f"{stated!r} is no day; write YYYY-MM-DD, YYYY-MM or YYYY") from None

    def _several(self, column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.cells.get(column, "").split(";") if part.strip())

    def _address(self, stated: str) -> str:
        address = address_of(stated)
        if address is None:
            raise self._wrong("same_as", f"{stated!r} is no address; write https://... or wikidata:Q42")
        return address

    def _wrong(self, column: str, what: str) -> LexiconError:
        return LexiconError(what, file=self.file, where=f"{self.line}, column {column}")
