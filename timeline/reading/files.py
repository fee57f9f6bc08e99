"""Files and folders to articles: which reader a file needs, and what to say when it cannot be read.

What comes in: paths, folders and patterns, and what the caller knows of them. What goes out: articles one by one, and
a ``Failure`` for each file or record that could not become one; the rest goes on. Not decided here: what is in a
page, a feed or a record (the readers).
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from timeline.errors import NothingToRead, Problem, ReadingError, UnknownFormat
from timeline.reading import feeds, plaintext, records, webpage
from timeline.reading.assembly import Setting
from timeline.reading.encoding import decode, foreign_format, is_binary
from timeline.reading.formats import BY_SUFFIX, FORMATS, sniff, suffix_of
from timeline.reading.paths import files_behind
from timeline.values.article import Article, Failure

__all__ = ["FORMATS", "Failure", "read", "read_raw", "read_text", "sniff"]

_SNIFFED = 4096


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    format: str = "auto",  # noqa: A002
    defaults: Mapping[str, Any] | None = None,
    overrides: Mapping[str, Any] | None = None,
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Iterator[Article | Failure]:
    """Articles one by one, in the order of the paths, and a ``Failure`` for each thing that is none.

    Folders are read with all below them, sorted; in them only files whose suffix is known, or that have none.

    Args:
        paths: Files, folders, or patterns with ``*``.
        format: One of ``FORMATS``; ``auto`` goes by suffix and content.
        defaults: Fields where nothing else is known: ``published source language url title``.
        overrides: Fields whatever is found.
        mapping: Our names of fields to those of the records (``{"published": "meta.date"}``).
        as_of: Dates later than the day after are not taken for days of publication.

    Raises:
        NothingToRead: None of the paths leads to a file.
        UnknownFormat: ``format`` is none of ours.
        ReadingError: A given field or date cannot be taken.
    """
    if format not in FORMATS:
        raise UnknownFormat(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    setting = Setting(defaults=dict(defaults or {}), overrides=dict(overrides or {}), as_of=as_of)
    names = records.field_names(mapping or {})
    return _read_all(found(paths), format, setting, names)


def found(paths: str | Path | Iterable[str | Path]) -> list[Path | Failure]:
    """The files behind the paths, in order, and a ``Failure`` for each path that leads to none; nothing is opened.

    Raises:
        NothingToRead: None of the paths leads to a file.
    """
    listed = list(files_behind([paths] if isinstance(paths, str | Path) else paths))
    if not any(isinstance(item, Path) for item in listed):
        first = next((item for item in listed if isinstance(item, Failure)), None)
        raise NothingToRead(
            str(first) if first else "no files were named; name files, folders or patterns",
            path=first.path if first else None,
        )
    return listed


def read_raw(
    raw: bytes,
    name: str,
    *,
    format: str = "auto",  # noqa: A002
    defaults: Mapping[str, Any] | None = None,
    overrides: Mapping[str, Any] | None = None,
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Iterator[Article | Failure]:
    """The same for bytes that are at hand, from standard input for example; ``name`` stands for the path."""
    if format not in FORMATS:
        raise UnknownFormat(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    setting = Setting(
        path=name, where=name, defaults=dict(defaults or {}), overrides=dict(overrides or {}), as_of=as_of
    )
    return _guarded(_read_bytes(raw, name, format, setting, records.field_names(mapping or {})), name)


def read_text(path: str | Path) -> str:
    """The text of a file exactly as it is, decoded; offsets count in it.

    Raises:
        NothingToRead: There is no such file, or it is a folder.
        UnknownFormat: It is no text.
    """
    raw = _bytes_of(Path(path), str(path))
    if foreign := foreign_format(raw):
        raise UnknownFormat(f"{path}: it is {foreign}", path=str(path))
    if is_binary(raw):
        raise UnknownFormat(f"{path}: it is no text; save it as plain text first", path=str(path))
    return decode(raw, where=str(path))[0]


def _read_all(
    listed: Iterable[Path | Failure],
    wanted: str,
    setting: Setting,
    names: Mapping[str, str],
) -> Iterator[Article | Failure]:
    for item in listed:
        if isinstance(item, Failure):
            yield item
            continue
        name = str(item)
        of_file = replace(setting, path=name, where=name)
        yield from _guarded(_read_file(item, wanted, of_file, names), name)


def _guarded(items: Iterator[Article | Failure], name: str) -> Iterator[Article | Failure]:
    """The items, with what is wrong with the whole file as a failure."""
    try:
        yield from items
    except ReadingError as error:
        yield Failure(path=name, where=name, reason=str(error).removeprefix(f"{name}: "))
    except (EOFError, OSError, zlib.error) as error:
        yield Failure(path=name, where=name, reason=f"it breaks off ({error}); fetch it again")


def _read_file(path: Path, wanted: str, setting: Setting, names: Mapping[str, str]) -> Iterator[Article | Failure]:
    name = str(path)
    by_suffix = wanted if wanted != "auto" else BY_SUFFIX.get(suffix_of(path), "")
    if by_suffix == "jsonl" and _is_plain_utf8(path):
        # Dumps may be larger than memory: line by line.
        with _opened(path, name) as lines:
            yield from records.read_lines(lines, replace(setting, format="jsonl"), names)
        return
    yield from _read_bytes(_bytes_of(path, name), name, wanted, setting, names, suffix=suffix_of(path))


def _read_bytes(
    raw: bytes,
    name: str,
    wanted: str,
    setting: Setting,
    names: Mapping[str, str],
    suffix: str = "",
) -> Iterator[Article | Failure]:
    if not raw.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise NothingToRead(f"{name}: it is empty; there is nothing to read", path=name)
    if foreign := foreign_format(raw):
        raise UnknownFormat(f"{name}: it is {foreign}", path=name)
    if is_binary(raw):
        raise UnknownFormat(f"{name}: it is no text; save it as text or HTML first", path=name)
    if wanted == "auto":
        wanted = sniff(decode(raw[:_SNIFFED] if len(raw) > _SNIFFED else raw)[0], suffix)
    if wanted == "feed":
        yield from feeds.read(raw, replace(setting, format="feed"))
        return
    text, problems = decode(raw, where=name, declared=wanted == "html")
    setting = replace(setting, format=wanted)
    if wanted == "text":
        yield _with(_nonempty(plaintext.read(text, setting), name), problems)
    elif wanted == "html":
        yield _with(_nonempty(webpage.read(text, setting), name), problems)
    else:
        readers = {"jsonl": records.read_jsonl, "json": records.read_json, "csv": records.read_csv}
        if wanted == "tsv":
            yield from records.read_csv(text, setting, names, delimiter="\t")
        else:
            yield from readers[wanted](text, setting, names)


def _nonempty(article: Article, name: str) -> Article:
    if not article.text:
        raise NothingToRead(f"{name}: there is no article in it, only furniture or markup; check the file", path=name)
    return article


def _with(article: Article, problems: tuple[Problem, ...]) -> Article:
    return replace(article, problems=(*article.problems, *problems)) if problems else article


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        raw = path.read_bytes()
        return gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw
    except FileNotFoundError:
        raise NothingToRead(f"{name}: there is no such file; check the name", path=name) from None
    except IsADirectoryError:
        raise NothingToRead(f"{name}: it is a folder; name a file in it", path=name) from None
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnknownFormat(f"{name}: its compression is damaged ({error}); fetch it again", path=name) from None
    except OSError as error:
        raise ReadingError(f"{name}: it cannot be read ({error.strerror or error})", path=name) from None


def _is_plain_utf8(path: Path) -> bool:
    """Whether a file begins as UTF-8 text without a byte order mark, so that its lines can be read one by one."""
    try:
        with path.open("rb") as file:
            head = file.read(2)
        opened = gzip.open(path, "rb") if head == b"\x1f\x8b" else path.open("rb")  # noqa: SIM115
        with opened as file:
            sample = file.read(_SNIFFED)
    except (OSError, EOFError, zlib.error):
        return False
    return bool(sample.strip()) and not is_binary(sample) and b"\0" not in sample and sample[:3] != b"\xef\xbb\xbf"


def _opened(path: Path, name: str) -> Any:
    try:
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        return gzip.open(path, "rb") if packed else path.open("rb")
    except OSError as error:
        raise ReadingError(f"{name}: it cannot be read ({error.strerror or error})", path=name) from None
