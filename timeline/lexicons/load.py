"""TOML and CSV files to records, checked against one dataclass per table.

A record class is the only list of permitted keys: an unknown or missing key, or a value of another type, is a
``LexiconError`` that names the file and the entry. What the words mean is decided in the modules beside this one.
"""

from __future__ import annotations

import csv
import tomllib
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from difflib import get_close_matches
from functools import cache, partial, wraps
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol, TypeVar

from timeline.errors import LexiconError

#: Hints of fields whose cells are of the right type whatever they hold.
_WORDS = (str, str | None, tuple[str, ...])

Record = TypeVar("Record")
Lexicon = TypeVar("Lexicon", covariant=True)


class Loader(Protocol[Lexicon]):
    """What gives the lexicon of a folder of the user's own; without one, ours."""

    def __call__(self, folder: Path | None = None) -> Lexicon:
        """The lexicon."""
        ...


def kept(load: Callable[[Path | None], Lexicon]) -> Loader[Lexicon]:
    """A loader that compiles each lexicon once, whether no folder is said by None or by nothing at all.

    ``functools.cache`` alone takes ``loader()`` and ``loader(None)`` for two, and a compiled lexicon costs a tenth of a
    second and megabytes.
    """
    known = cache(load)

    @wraps(load)
    def loader(folder: Path | None = None) -> Lexicon:
        return known(folder)

    return cache(loader)  # an article asks more than a hundred times, and this answers without a call of ours


def load_toml(name: str, tables: Mapping[str, type], folder: Path | None = None) -> dict[str, tuple[Any, ...]]:
    """The tables of a TOML file as tuples of records, in file order.

    ``load_toml("en/time_rules.toml", {"rule": TimeRule})["rule"]`` are the rules. A table may be an array of tables, or
    one table (a tuple of one record), or a table of tables, whose keys become the field ``name`` of each record.

    Args:
        name: Path below ``timeline/lexicons``, or below ``folder`` when that is given.
        tables: Record class for each top-level key that may occur.
        folder: A folder of the user's own.

    Raises:
        LexiconError: The file is missing or malformed, or a key or type is not that of the record.
    """
    try:
        content = tomllib.loads(_read(name, folder))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(error), file=name) from None
    for key in content:
        if key not in tables:
            raise LexiconError(f"unknown table {key!r}{_near(key, tables)}", file=name)
    loaded: dict[str, tuple[Any, ...]] = {}
    for key, record_class in tables.items():
        entries = content.get(key, [])
        if isinstance(entries, dict):
            if entries and all(isinstance(entry, dict) for entry in entries.values()) and _has_name(record_class):
                entries = [{"name": label, **entry} for label, entry in entries.items()]
            else:
                entries = [entries]
        loaded[key] = tuple(
            build(record_class, entry, file=name, where=f"{key}[{number}]") for number, entry in enumerate(entries)
        )
    return loaded


def load_csv(name: str, record_class: type[Record], folder: Path | None = None) -> tuple[Record, ...]:
    """The rows of a CSV file (header row, UTF-8) as records, in file order.

    A cell of a tuple field holds its parts separated by ";"; an empty cell is the field's default.

    Raises:
        LexiconError: The file is missing, a column is unknown or lacking, or a cell cannot be taken.
    """
    rows = csv.reader(_read(name, folder).splitlines())
    header = next(rows, [])
    hints = _hints(record_class)  # type: ignore[arg-type]
    for column in header:
        if column not in hints:
            raise LexiconError(f"unknown column {column!r}{_near(column, hints)}", file=name)
    cells = [_cell(hints[column]) for column in header]
    # Columns of words need no check of their types: what the record refuses is built once more, for the message.
    plain = all(hints[column] in _WORDS for column in header)
    records = []
    for number, row in enumerate(filter(None, rows), 2):
        entry = {column: cell(value) for column, cell, value in zip(header, cells, row, strict=False) if value}
        if plain:
            try:
                records.append(record_class(**entry))
                continue
            except (ValueError, TypeError):
                pass
        records.append(build(record_class, entry, file=name, where=f"line {number}"))
    return tuple(records)


def read_lines(name: str, folder: Path | None = None) -> list[str]:
    """The lines of a file, unchecked, header included: for long tables whose rows are parsed when they are asked for.

    Raises:
        LexiconError: The file is missing or not UTF-8.
    """
    return _read(name, folder).splitlines()


def build(record_class: type[Record], entry: Any, *, file: str, where: str) -> Record:
    """One record from a mapping, every key and type checked.

    Raises:
        LexiconError: A key is unknown or missing, a value has another type, or the record refuses it.
    """
    if not isinstance(entry, dict):
        raise LexiconError(f"a table is wanted, not {entry!r}", file=file, where=where)
    hints = _hints(record_class)  # type: ignore[arg-type]
    label = entry.get("name")
    where = f"{where} {label}" if isinstance(label, str) else where
    values: dict[str, Any] = {}
    for key, value in entry.items():
        if key not in hints:
            raise LexiconError(f"unknown key {key!r}{_near(key, hints)}", file=file, where=where)
        values[key] = _typed(value, hints[key], file=file, where=f"{where}.{key}")
    for needed in _needed(record_class):  # type: ignore[arg-type]
        if needed not in values:
            raise LexiconError(f"lacks the key {needed!r}", file=file, where=where)
    try:
        return record_class(**values)
    except (ValueError, TypeError) as error:
        raise LexiconError(str(error), file=file, where=where) from None


def _read(name: str, folder: Path | None) -> str:
    place = files("timeline.lexicons").joinpath(name) if folder is None else folder / name
    try:
        return place.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        raise LexiconError("there is no such file", file=str(folder / name) if folder else name) from None
    except UnicodeDecodeError as error:
        raise LexiconError(f"it is not UTF-8: {error}", file=name) from None


def _cell(hint: Any) -> Callable[[str], Any]:
    """What makes of a CSV cell the value that its field wants."""
    if typing.get_origin(hint) is tuple:
        return _parts
    plain = [part for part in typing.get_args(hint) if part is not type(None)] or [hint]
    if plain[0] is bool:
        return _truth
    return partial(_number, plain[0]) if plain[0] in (int, float) else str


def _parts(value: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, value.split(";"))))


def _truth(value: str) -> bool | str:
    return {"yes": True, "true": True, "no": False, "false": False}.get(value.lower(), value)


def _number(kind: Callable[[str], float], value: str) -> float | str:
    try:
        return kind(value)
    except ValueError:
        return value


def _typed(value: Any, hint: Any, *, file: str, where: str) -> Any:
    """The value as the hint wants it: lists become tuples, tables become records."""
    if type(value) is hint:
        return value
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        if value is None and type(None) in typing.get_args(hint):
            return None
        for part in typing.get_args(hint):
            if part is type(None):
                continue
            try:
                return _typed(value, part, file=file, where=where)
            except LexiconError as error:
                last = error
        raise last
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise LexiconError(f"a list is wanted, not {value!r}", file=file, where=where)
        (inner, *_) = typing.get_args(hint)
        if inner is str and all(type(part) is str for part in value):
            return tuple(value)  # long word lists are most of what is loaded
        return tuple(_typed(part, inner, file=file, where=f"{where}[{n}]") for n, part in enumerate(value))
    if origin is frozenset:
        return frozenset(_typed(value, tuple[str, ...], file=file, where=where))
    if origin in (dict, Mapping):
        if not isinstance(value, dict):
            raise LexiconError(f"a table is wanted, not {value!r}", file=file, where=where)
        _, inner = typing.get_args(hint)
        return {key: _typed(part, inner, file=file, where=f"{where}.{key}") for key, part in value.items()}
    if is_dataclass(hint) and isinstance(hint, type):
        return build(hint, value, file=file, where=where)
    if hint is Any:
        return value
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise LexiconError(f"{hint.__name__} is wanted, not {value!r}", file=file, where=where)
    return value


@cache
def _hints(record_class: Hashable) -> dict[str, Any]:
    return typing.get_type_hints(record_class)


@cache
def _needed(record_class: Hashable) -> tuple[str, ...]:
    """The fields of a record that have no default."""
    return tuple(
        field.name
        for field in fields(record_class)  # type: ignore[arg-type]
        if field.default is MISSING and field.default_factory is MISSING
    )


def _has_name(record_class: type) -> bool:
    return "name" in _hints(record_class)


def _near(key: str, known: Mapping[str, Any]) -> str:
    close = get_close_matches(key, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else f"; there are {', '.join(known)}"
