"""Files and folders to articles: which reader a file needs, and what to say when it cannot be read.

What comes in: paths, folders and patterns, and what the caller knows of them. What goes out: articles one by one, and
a ``Failure`` for each file or record that could not become one; the rest goes on. Not decided here: what is in a
page, a feed or a record (the readers).
"""

from __future__ import annotations

import glob
import gzip
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from timeline.errors import NothingToRead, Problem, ReadingError, UnknownFormat
from timeline.reading import feeds, plaintext, records, webpage
from timeline.reading.assembly import Setting
from timeline.reading.encoding import decode, is_binary
from timeline.values.article import Article, Failure

FORMATS = ("auto", "text", "html", "feed", "jsonl", "json", "csv", "tsv")
_BY_SUFFIX = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
}
_SNIFFED = 4096
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?xml-stylesheet[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|channel)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"</?(?:p|div|span|article|section|h[1-6]|br|li|a|table|title|meta)\b[^>]{0,400}>", re.IGNORECASE)
_SOME_TAGS = 3
_JSON_LINE = re.compile(r'\s*\{\s*"')
_JSON_LIST = re.compile(r"\s*\[\s*(?:\{|\])")


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
    listed = list(_listed([paths] if isinstance(paths, str | Path) else paths))
    if not any(isinstance(item, Path) for item in listed):
        first = next((item for item in listed if isinstance(item, Failure)), None)
        raise NothingToRead(
            str(first) if first else "no files were named; name files, folders or patterns",
            path=first.path if first else None,
        )
    return _read_all(listed, format, setting, names)


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
    if is_binary(raw):
        raise UnknownFormat(f"{path}: it is no text; save it as plain text first", path=str(path))
    return decode(raw, where=str(path))[0]


def sniff(head: str, suffix: str = "") -> str:
    """The format of a document by its first words, else by its suffix.

    >>> sniff("<!doctype html><html>", ".txt")
    'html'
    """
    by_suffix = _BY_SUFFIX.get(suffix.lower())
    if _FEED.match(head):
        return "feed"
    if _PAGE.match(head):
        return "html"
    if by_suffix == "html":
        return "html" if len(_TAGS.findall(head)) >= _SOME_TAGS or "<" in head[:1] else "text"
    if by_suffix == "feed":
        return "html" if len(_TAGS.findall(head)) >= _SOME_TAGS else "feed"
    if by_suffix in ("csv", "tsv", "jsonl"):
        return by_suffix
    if _JSON_LIST.match(head):
        return "json"
    if _JSON_LINE.match(head):
        first = head.lstrip().partition("\n")[0].rstrip()
        return "jsonl" if first.endswith("}") or ("\n" not in head.strip() and by_suffix != "json") else "json"
    if by_suffix is not None:
        return by_suffix
    return "html" if len(_TAGS.findall(head)) >= _SOME_TAGS and head.lstrip().startswith("<") else "text"


def _listed(paths: Iterable[str | Path]) -> Iterator[Path | Failure]:
    """The files behind the paths, and a failure for each path that leads to none."""
    for given in paths:
        path = Path(given)
        if path.is_dir():
            files = sorted(_files_below(path), key=lambda file: file.as_posix())
            if files:
                yield from files
            else:
                reason = f"the folder holds nothing to read; files that are read end in {', '.join(_BY_SUFFIX)}"
                yield Failure(path=str(given), where=str(given), reason=reason)
        elif path.exists():
            yield path
        elif glob.has_magic(str(given)):
            matches = sorted(Path(match) for match in glob.glob(str(given), recursive=True))  # noqa: PTH207 - a pattern may be absolute
            found = [match for match in matches if match.is_file()]
            if found:
                yield from found
            else:
                yield Failure(path=str(given), where=str(given), reason="no file matches; check the pattern")
        else:
            yield Failure(path=str(given), where=str(given), reason="there is no such file; check the name")


def _files_below(folder: Path) -> Iterator[Path]:
    """Files with a suffix of ours or none, hidden ones and folders left out."""
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).parts
        if any(part.startswith(".") for part in inside) or not path.is_file():
            continue
        suffix = _suffix(path)
        if suffix in _BY_SUFFIX or not suffix:
            yield path


def _suffix(path: Path) -> str:
    """The suffix, that below ``.gz`` where a file is compressed."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        return suffixes[-2] if len(suffixes) > 1 else ""
    return suffixes[-1] if suffixes else ""


def _read_all(
    listed: Iterable[Path | Failure],
    format: str,
    setting: Setting,
    names: Mapping[str, str],  # noqa: A002
) -> Iterator[Article | Failure]:
    for item in listed:
        if isinstance(item, Failure):
            yield item
            continue
        name = str(item)
        of_file = replace(setting, path=name, where=name)
        yield from _guarded(_read_file(item, format, of_file, names), name)


def _guarded(items: Iterator[Article | Failure], name: str) -> Iterator[Article | Failure]:
    """The items, with what is wrong with the whole file as a failure."""
    try:
        yield from items
    except ReadingError as error:
        yield Failure(path=name, where=name, reason=str(error).removeprefix(f"{name}: "))


def _read_file(path: Path, format: str, setting: Setting, names: Mapping[str, str]) -> Iterator[Article | Failure]:  # noqa: A002
    name = str(path)
    wanted = format if format != "auto" else _BY_SUFFIX.get(_suffix(path), "")
    if wanted == "jsonl" and _is_plain_utf8(path):
        # Dumps may be larger than memory: line by line.
        with _opened(path, name) as lines:
            yield from _failures(records.read_lines(lines, replace(setting, format="jsonl"), names), name)
        return
    yield from _read_bytes(_bytes_of(path, name), name, format, setting, names, suffix=_suffix(path))


def _read_bytes(
    raw: bytes,
    name: str,
    format: str,
    setting: Setting,
    names: Mapping[str, str],
    suffix: str = "",  # noqa: A002
) -> Iterator[Article | Failure]:
    if not raw.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise NothingToRead(f"{name}: it is empty; there is nothing to read", path=name)
    if is_binary(raw):
        raise UnknownFormat(
            f"{name}: it is no text (a picture, an office file, an archive?); save it as text or HTML first", path=name
        )
    if format == "auto":
        format = sniff(decode(raw[:_SNIFFED] if len(raw) > _SNIFFED else raw)[0], suffix)  # noqa: A001
    if format == "feed":
        yield from _failures(feeds.read(raw, replace(setting, format="feed")), name)
        return
    text, problems = decode(raw, where=name, declared=format == "html")
    setting = replace(setting, format=format)
    if format == "text":
        yield _with(_nonempty(plaintext.read(text, setting), name), problems)
    elif format == "html":
        yield _with(_nonempty(webpage.read(text, setting), name), problems)
    else:
        readers = {"jsonl": records.read_jsonl, "json": records.read_json, "csv": records.read_csv}
        if format == "tsv":
            yield from _failures(records.read_csv(text, setting, names, delimiter="\t"), name)
        else:
            yield from _failures(readers[format](text, setting, names), name)


def _failures(items: Iterable[Article | records.BadRecord], name: str) -> Iterator[Article | Failure]:
    for item in items:
        if isinstance(item, records.BadRecord):
            yield Failure(path=name, where=item.where, reason=item.reason)
        else:
            yield item


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
