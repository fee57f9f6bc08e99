"""Records in, annotation objects out: what ``timeline annotate`` runs, without files and without a database.

What comes in: JSON objects with ``id``, ``published``, ``title`` and ``text`` under names the caller maps. What goes
out: one dictionary a record, in order. Not decided here: where lines come from and where they go (the command line).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from timeline.errors import Problem, QueryError, TimelineError
from timeline.events import export_codes
from timeline.export import to_annotations
from timeline.lexicons.titles import stated_of
from timeline.pipeline import RULES, finder_of, parse
from timeline.reading.machine_dates import read_published
from timeline.values import namesakes
from timeline.values.actors import Participant
from timeline.values.article import Block, Published
from timeline.values.events import Extraction
from timeline.values.namesakes import Stated

#: The names of a record's fields when nothing else is mapped.
FIELDS = ("id", "published", "title", "text", "url", "source")
_CHUNK = 16

#: How the problem of a document begins that the parser could not get through.
PARSING_FAILED = "parsing failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One document to annotate: its own id as given, and what is known of it."""

    id: Any
    text: str
    published: Published
    title: str | None = None
    url: str | None = None
    source: str | None = None
    problems: tuple[Problem, ...] = ()


def read_record(line: str, *, names: Mapping[str, str], where: str) -> Record:
    """The record of one JSON line.

    Args:
        line: One JSON object.
        names: Our field name to theirs; dots reach into nested objects (``{"text": "body.plain"}``).
        where: For messages: ``"articles.jsonl line 3"``.

    Raises:
        QueryError: The line is no JSON object, or has no text.
    """
    try:
        given = json.loads(line)
    except ValueError as error:
        raise QueryError(f"{where}: not JSON ({_fault(error)}); each line must be one JSON object") from None
    if not isinstance(given, dict):
        raise QueryError(f"{where}: a JSON object is wanted, not {type(given).__name__}")
    fields = {field: _reach(given, names.get(field, field)) for field in FIELDS}
    text, title = fields["text"], fields["title"]
    text_name = names.get("text", "text")
    if text is None and not title:
        raise QueryError(f"{where}: no field {text_name!r}; name the one that holds the text with --map text=NAME")
    if text is not None and not isinstance(text, str):
        raise QueryError(f"{where}: the field {text_name!r} must be a string, not {type(text).__name__}")
    published, problems = _stated(fields["published"], where)
    return Record(
        id=fields["id"],
        text=text or "",
        published=published,
        title=str(title) if title else None,
        url=str(fields["url"]) if fields["url"] else None,
        source=str(fields["source"]) if fields["source"] else None,
        problems=problems,
    )


def _fault(error: ValueError) -> str:
    """What is wrong with a line, and after how many characters; it has no lines of its own."""
    return f"{error.msg} at character {error.pos}" if isinstance(error, json.JSONDecodeError) else str(error)


def annotate(
    records: Iterable[Record],
    *,
    lexicon: Path | None = None,
    clauses: str = RULES,
    all_events: bool = False,
    jobs: int = 1,
) -> Iterator[dict[str, Any]]:
    """One annotation object a record, in order, streaming."""
    for record, extraction in _extract(records, lexicon=lexicon, clauses=clauses, all_events=all_events, jobs=jobs):
        yield _document(record, extraction)


def annotate_plain(
    text: str, blocks: tuple[Block, ...], published: Published, *, identity: str, title: str | None, **options: Any
) -> dict[str, Any]:
    """The annotation object of one raw article whose furniture is marked in ``blocks``; offsets into the raw text."""
    extraction = parse(text, published=published, blocks=blocks, title=title, **options)
    return _document(Record(id=identity, text=text, published=published, title=title), extraction)


def annotate_across(
    records: Iterable[Record],
    *,
    lexicon: Path | None = None,
    clauses: str = RULES,
    all_events: bool = False,
    jobs: int = 1,
) -> list[dict[str, Any]]:
    """All annotation objects of a run, with events, actors and stories joined across documents.

    ``event`` and the actors' ``key`` are equal across documents; ``story`` names the story of each, ``copy_of`` the id
    of the document of which it is a wire copy, or None.
    """
    pairs = _namesakes_apart(
        list(_extract(records, lexicon=lexicon, clauses=clauses, all_events=all_events, jobs=jobs))
    )
    keys = [f"ar_{number:08d}" for number in range(len(pairs))]
    stories, copies = _stories(keys, pairs)
    events = _joined_events(keys, pairs, stories)
    places = {key: number for number, key in enumerate(keys)}
    documents = []
    for key, (record, extraction) in zip(keys, pairs, strict=True):
        document = _document(record, extraction)
        document["story"] = stories[key]
        document["copy_of"] = pairs[places[copies[key]]][0].id if key in copies else None
        for event in document["events"]:
            event["event"] = next(events)
        documents.append(document)
    return documents


def _namesakes_apart(pairs: Sequence[tuple[Record, Extraction]]) -> list[tuple[Record, Extraction]]:
    """The documents with a key of its own for each of several people of one name, as in an archive."""
    counts: dict[str, Counter[Stated]] = defaultdict(Counter)
    for _, extraction in pairs:
        for actor in extraction.actors:
            stated = stated_of(actor)
            if stated != Stated():
                counts[actor.key][stated] += 1
    homes = {key: namesakes.home(found) for key, found in counts.items() if len(found) > 1}
    return [(record, _parted(extraction, homes)) for record, extraction in pairs]


def _parted(extraction: Extraction, homes: Mapping[str, Stated]) -> Extraction:
    """A reading with the keys of those whom its article means."""
    keys: dict[str | None, str] = {}
    for actor in extraction.actors:
        key = namesakes.parted(actor.key, stated_of(actor), homes.get(actor.key))
        if key != actor.key:
            keys[actor.key] = key
    if not keys:
        return extraction

    def people(parts: Iterable[Participant]) -> tuple[Participant, ...]:
        return tuple(replace(part, key=keys[part.key]) if part.key in keys else part for part in parts)

    return replace(
        extraction,
        actors=tuple(replace(actor, key=keys.get(actor.key, actor.key)) for actor in extraction.actors),
        mentions=tuple(
            replace(mention, actors=people(mention.actors), recipients=people(mention.recipients))
            for mention in extraction.mentions
        ),
    )


def _stories(
    keys: Sequence[str], pairs: Sequence[tuple[Record, Extraction]]
) -> tuple[dict[str, str | None], dict[str, str]]:
    """The story of each document, and the original of each that is a copy."""
    from timeline.stories import clustering, duplicates  # a run that joins nothing need not load them
    from timeline.stories.sketches import sketch

    sketches = [
        sketch(
            key,
            record.title,
            record.text,
            record.published.on,
            [actor.name for actor in extraction.actors],
        )
        for key, (record, extraction) in zip(keys, pairs, strict=True)
    ]
    copies = duplicates.find_copies(sketches)
    return clustering.cluster(sketches, {}, copies), copies


def _joined_events(
    keys: Sequence[str], pairs: Sequence[tuple[Record, Extraction]], stories: Mapping[str, str | None]
) -> Iterator[str]:
    """The event key of every mention, document by document, in the order of the text."""
    from timeline.stories import merging
    from timeline.stories.reports import Report

    reports = [
        Report(
            article_key=key,
            mention=mention,
            published_on=record.published.on,
            outlet=record.source,
            story=stories[key],
        )
        for key, (record, extraction) in zip(keys, pairs, strict=True)
        for mention in extraction.mentions
    ]
    return iter(merging.link_across(reports))


def _extract(
    records: Iterable[Record], *, lexicon: Path | None, clauses: str, all_events: bool, jobs: int
) -> Iterator[tuple[Record, Extraction]]:
    finder_of(clauses)  # what cannot be had is no fault of a document
    task = partial(_parse_chunk, lexicon=lexicon, clauses=clauses, all_events=all_events)
    if jobs <= 1:
        for record in records:
            yield record, _parse(record, lexicon=lexicon, clauses=clauses, all_events=all_events)
        return
    from timeline.workers import chunks, in_order  # one process need not load what makes several

    for chunk, extractions in in_order(task, chunks(records, _CHUNK), jobs=jobs):
        yield from zip(chunk, extractions, strict=True)


def _parse_chunk(records: list[Record], *, lexicon: Path | None, clauses: str, all_events: bool) -> list[Extraction]:
    return [_parse(record, lexicon=lexicon, clauses=clauses, all_events=all_events) for record in records]


def _parse(record: Record, *, lexicon: Path | None, clauses: str, all_events: bool) -> Extraction:
    """What a document reports; a fault of ours leaves this one empty, with a problem that says so, and no other."""
    try:
        extraction = parse(
            record.text,
            published=record.published,
            title=record.title,
            lexicon=lexicon,
            clauses=clauses,
            all_events=all_events,
        )
    except TimelineError:
        raise
    except Exception as error:
        fault = Problem(
            where=f"document {record.id!r}",
            what=f"{PARSING_FAILED}: {type(error).__name__}: {error}",
            hint="the others are not touched by it",
        )
        extraction = Extraction(
            text=record.text,
            published=record.published,
            sentences=(),
            timexes=(),
            mentions=(),
            quotations=(),
            actors=(),
            problems=(fault,),
        )
    return replace(extraction, problems=record.problems + extraction.problems) if record.problems else extraction


def _document(record: Record, extraction: Extraction) -> dict[str, Any]:
    codes = partial(export_codes.codes, text=extraction.text)
    return {"id": record.id, **to_annotations.document(extraction, codes=codes)}


def _stated(value: Any, where: str) -> tuple[Published, tuple[Problem, ...]]:
    """The publication date of a record, or unknown with a problem when it cannot be read."""
    if value is None or value == "":
        return Published(), ()
    published = read_published(str(value), basis="given")
    if published is None:
        problem = Problem(
            where=where,
            what=f"published {str(value)!r} cannot be read and counts as unknown",
            hint="write it as YYYY-MM-DD",
        )
        return Published(), (problem,)
    return published, ()


def _reach(given: Mapping[str, Any], name: str) -> Any:
    """The value under a name; a dot reaches into a nested object when no field has the whole name."""
    if name in given:
        return given[name]
    value: Any = given
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value
