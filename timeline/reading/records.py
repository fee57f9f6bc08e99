"""Records of a dump to articles: JSON Lines, JSON, CSV and TSV, with their field names mapped to ours.

What comes in: lines or text, and which of their fields is which of ours. What goes out: an article a record, or a
``Failure`` with the number of its line; the rest goes on. Not decided here: what is furniture in a record's text
(``plaintext``, ``webpage``).
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from timeline.errors import Problem, ReadingError
from timeline.reading import plaintext, webpage
from timeline.reading.assembly import Found, Setting
from timeline.reading.encoding import decode
from timeline.reading.pubdate import read_declared
from timeline.values.article import Article, Failure, Published

#: Our fields, and the names under which dumps commonly have them; the first that is there counts.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "doc_id", "docid", "guid", "uuid", "_id"),
    "url": ("url", "link", "canonical_url"),
    "title": ("title", "headline"),
    "subtitle": ("subtitle", "deck", "standfirst"),
    "text": ("text", "body", "content", "articleBody", "maintext", "event_text"),
    "published": (
        "published",
        "published_at",
        "publish_date",
        "date_publish",
        "datePublished",
        "pub_date",
        "date",
        "dct",
    ),
    "modified": ("modified", "modified_at", "date_modify", "dateModified", "updated"),
    "source": ("source", "outlet", "publisher", "source_domain"),
    "authors": ("authors", "author", "byline"),
    "language": ("language", "lang"),
}
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|article|section|figure|html|body)\b[^>]{0,400}>", re.IGNORECASE)
_ENTITIES = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});", re.IGNORECASE)
_AUTHORS = re.compile(r"\s*(?:;|,|\band\b|&)\s*")
_EPOCH = re.compile(r"\d{9,13}(?:\.\d+)?")
_SECONDS_DIGITS = 10
_LARGEST_CELL = 1 << 27


def field_names(mapping: Mapping[str, str]) -> dict[str, str]:
    """The mapping, checked: our names of fields to theirs.

    Raises:
        ReadingError: A name is none of our fields.
    """
    for ours in mapping:
        if ours not in FIELDS:
            raise ReadingError(f"there is no field {ours!r} to map; there are {', '.join(FIELDS)}")
    return dict(mapping)


def read_lines(lines: Iterable[bytes], setting: Setting, names: Mapping[str, str]) -> Iterator[Article | Failure]:
    """The articles of JSON Lines, one line in memory at a time."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _from_json(line, number, setting, names)


def read_jsonl(text: str, setting: Setting, names: Mapping[str, str]) -> Iterator[Article | Failure]:
    """The articles of JSON Lines in a text."""
    for number, line in enumerate(io.StringIO(text), 1):
        if line.strip():
            yield _from_json(line, number, setting, names)


def read_json(text: str, setting: Setting, names: Mapping[str, str]) -> Iterator[Article | Failure]:
    """The articles of a JSON array, of one object, or of an object with a list of objects in it.

    Raises:
        ReadingError: It is not JSON, or holds no records.
    """
    try:
        content = json.loads(text)
    except ValueError as error:
        raise ReadingError(
            f"{setting.where}: not JSON ({_fault(error)}); one object, or a list of objects, is wanted"
        ) from None
    if isinstance(content, dict) and not _has_text(content, names):
        lists = [value for value in content.values() if isinstance(value, list)]
        content = next((items for items in lists if any(_has_text(item, names) for item in items)), [])
    elif isinstance(content, dict):
        content = [content]
    if not isinstance(content, list) or not content:
        raise ReadingError(
            f"{setting.where}: it holds no articles; name the field that holds the text with --map text=NAME",
            path=setting.path,
        )
    for number, record in enumerate(content, 1):
        yield _caught(record, f"{setting.where} record {number}", setting, names)


def read_csv(
    text: str, setting: Setting, names: Mapping[str, str], delimiter: str | None = None
) -> Iterator[Article | Failure]:
    """The articles of a table with a header row; the delimiter is found when it is not given.

    Raises:
        ReadingError: There is no column for text or title.
    """
    csv.field_size_limit(_LARGEST_CELL)
    header = text.partition("\n")[0]
    delimiter = delimiter or max(",;\t|", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [column for column in rows.fieldnames or () if column]
    if not any(name in columns for field in ("text", "title") for name in _names(field, names)):
        raise ReadingError(
            f"{setting.where}: no column holds the text; it has {', '.join(columns) or 'none'}; "
            "name the one with --map text=NAME"
        )
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Failure(
                path=setting.path or "",
                where=f"{setting.where} line {line}",
                reason=f"the row cannot be read ({error})",
            )
            continue
        yield _caught(
            {key: value for key, value in row.items() if key is not None and value},
            f"{setting.where} line {line}",
            setting,
            names,
        )


def _fault(error: Exception) -> str:
    """What is wrong, and after how many characters."""
    return f"{error.msg} at character {error.pos}" if isinstance(error, json.JSONDecodeError) else str(error)


def _from_json(line: bytes | str, number: int, setting: Setting, names: Mapping[str, str]) -> Article | Failure:
    where = f"{setting.where} line {number}"
    text = line if isinstance(line, str) else decode(line, where=where)[0]
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Failure(
            path=setting.path or "",
            where=where,
            reason=f"not JSON ({_fault(error)}); each line must be one JSON object",
        )
    return _caught(record, where, setting, names)


def _caught(record: Any, where: str, setting: Setting, names: Mapping[str, str]) -> Article | Failure:
    try:
        return read_record(record, replace(setting, where=where), names)
    except ReadingError as error:
        return _failure(setting, where, str(error).removeprefix(f"{where}: "))


def _failure(setting: Setting, where: str, reason: str) -> Failure:
    return Failure(path=setting.path or "", where=where, reason=reason)


def read_record(record: Any, setting: Setting, names: Mapping[str, str]) -> Article:
    """The article of one record.

    Args:
        record: A mapping with string keys.
        setting: Where it stands (``"dump.jsonl line 3"``) and what the caller says of it.
        names: Our names of fields to theirs; dots reach into nested objects.

    Raises:
        ReadingError: It is no object, or has neither text nor title.
    """
    if not isinstance(record, Mapping):
        raise ReadingError(f"{setting.where}: an object is wanted, not {type(record).__name__}")
    fields = {ours: _field(record, _names(ours, names)) for ours in FIELDS}
    text = _string(fields["text"])
    title = _plain(_string(fields["title"]))
    if not (text and text.strip()) and not (title or setting.choose("title", None)):
        wanted = _names("text", names)[0]
        raise ReadingError(
            f"{setting.where}: no field {wanted!r} with text in it; name the one that holds it with --map text=NAME"
        )
    problems: list[Problem] = []
    language = _string(fields["language"])
    published = _date(fields["published"], "published", language, setting, problems)
    modified = _date(fields["modified"], "modified", language, setting, problems)
    known = Found(
        title=title,
        subtitle=_plain(_string(fields["subtitle"])),
        authors=_people(fields["authors"]),
        published=(published,) if published else (),
        modified=modified or Published(),
        source=_name(fields["source"]),
        url=_string(fields["url"]),
        record_id=_string(fields["id"]),
        language=language,
        problems=tuple(problems),
    )
    text = text or ""
    if _MARKUP.search(text):
        return webpage.read_fragment(text, setting, known=known)
    return plaintext.read(_plain(text) or "", setting, known=known)


def _has_text(record: Any, names: Mapping[str, str]) -> bool:
    """Whether something is a record with a text, or a title, in it."""
    return isinstance(record, Mapping) and any(
        isinstance(_field(record, _names(ours, names)), str) for ours in ("text", "title")
    )


def _names(ours: str, names: Mapping[str, str]) -> tuple[str, ...]:
    return (names[ours],) if ours in names else FIELDS[ours]


def _field(record: Mapping[str, Any], names: Iterable[str]) -> Any:
    for name in names:
        value = _reach(record, name)
        if value is not None and value != "":
            return value
    return None


def _reach(record: Mapping[str, Any], name: str) -> Any:
    """The value under a name; a dot reaches into a nested object when no field has the whole name."""
    if name in record:
        return record[name]
    value: Any = record
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value


def _string(value: Any) -> str | None:
    if value is None or isinstance(value, Mapping | bool):
        return None
    if isinstance(value, list):
        return _listed(value)
    return str(value)


def _listed(parts: list[Any]) -> str | None:
    """A text kept as a list: of paragraphs, or of strings with objects between them that format a part of it."""
    texts = [part.get("text") if isinstance(part, Mapping) else part for part in parts]
    found = [text for text in texts if isinstance(text, str)]
    kinds = {isinstance(part, str) for part, text in zip(parts, texts, strict=True) if isinstance(text, str)}
    return ("" if len(kinds) > 1 else "\n\n").join(found) or None


def _plain(text: str | None) -> str | None:
    """Text with its character references read."""
    if text is None or not _ENTITIES.search(text):
        return text
    return html.unescape(text)


def _name(value: Any) -> str | None:
    """The name of an outlet: a string, or an object with a name."""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("title") or value.get("id")
    return _plain(_string(value))


def _people(value: Any) -> tuple[str, ...]:
    """Names: a list of strings or objects, or one string."""
    if isinstance(value, str):
        return tuple(part for part in _AUTHORS.split(_strip_by(value)) if part)
    if isinstance(value, Mapping):
        value = [value]
    if not isinstance(value, list):
        return ()
    names: Iterable[str | None] = (_name(part) for part in value)
    return tuple(_strip_by(name) for name in names if name)


def _strip_by(name: str) -> str:
    return re.sub(r"\A\s*by\s+", "", name, flags=re.IGNORECASE).strip()


def _date(value: Any, name: str, language: str | None, setting: Setting, problems: list[Problem]) -> Published | None:
    """A date of a record; one that cannot be read counts as unknown, with a problem."""
    if value is None:
        return None
    stated = read_declared(_moment(value), basis="metadata", language=language)
    if stated is None:
        what = f"{name} {str(value)!r} cannot be read and counts as unknown"
        problems.append(Problem(where=setting.where, what=what, hint="write it as YYYY-MM-DD"))
    return stated


def _moment(value: Any) -> str:
    """A date as a string; a count of seconds or milliseconds since 1970 is a moment in UTC, eight digits are a day."""
    text = str(value)
    if isinstance(value, bool) or not _EPOCH.fullmatch(text):
        return text
    seconds = float(text) / (1000 if len(text.partition(".")[0]) > _SECONDS_DIGITS else 1)
    try:
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=0).isoformat()
    except (ValueError, OverflowError, OSError):
        return text
