"""Looking at a database as a whole: any SQL that reads, counts of what it holds, and whether it is sound.

In comes an open database, out go tables of values, counts and checks. Nothing is changed or mended here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, create_engine, func, select, text

from timeline.errors import QueryError
from timeline.storage import schema
from timeline.storage.article_tables import actors, article_versions, articles, outlets, quotations, time_expressions
from timeline.storage.database import Database
from timeline.storage.event_tables import counts, events, mentions, participants, places
from timeline.storage.mention_mapping import mention_back
from timeline.storage.story_tables import edits, runs, stories, story_articles, story_events
from timeline.storage.views import VIEWS
from timeline.values.events import Mention

#: Mistakes that one check names before it only counts.
MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answer to a question in SQL: names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at: its name, whether all is well, and what was found."""

    name: str
    ok: bool
    detail: str = ""


def ask(database: Database, question: str, parameters: Mapping[str, Any]) -> Table:
    """What one reading SQL statement answers; ``:name`` in it stands for a parameter.

    Raises:
        QueryError: It is not one statement, would change something, or is wrong.
    """
    dialect = database.dialect
    with database.read() as connection, connection.begin(), dialect.only_reading(connection):
        try:
            columns, rows = dialect.answer(connection, question, dict(parameters))
        except dialect.driver_errors(connection) as error:
            reason = str(error).strip()
            if "not authorized" in reason or "prohibited" in reason or "read-only" in reason:
                reason = "only reading is allowed; start with SELECT"
            raise QueryError(f"SQL: {reason}{_remedy(reason)}", criterion="sql") from None
    return Table(columns=columns, rows=tuple(tuple(row) for row in rows))


def _remedy(reason: str) -> str:
    """What helps against a fault that a driver names, behind a semicolon; empty when its own words are enough."""
    if "binding parameter" in reason:
        return "; give it with -p NAME VALUE"
    if "no such table" in reason:
        return f"; there are the views {', '.join(sorted(VIEWS))}"
    return ""


def count_all(connection: Connection) -> dict[str, int | str | None]:
    """What the database holds, in words and numbers."""

    def how_many(table: Any, *conditions: Any) -> int:
        return connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one()

    first, last = connection.execute(select(func.min(events.c.first_day), func.max(events.c.last_day))).one()
    return {
        "outlets": how_many(outlets),
        "articles": how_many(articles),
        "article versions": how_many(article_versions),
        "wire copies": how_many(articles, articles.c.copy_of_id.is_not(None)),
        "articles without date of publication": how_many(articles, articles.c.published.is_(None)),
        "time expressions": how_many(time_expressions),
        "quotations": how_many(quotations),
        "mentions": how_many(mentions),
        "events": how_many(events),
        "undated events": how_many(events, events.c.sort_key.is_(None)),
        "planned events": how_many(events, events.c.status == "planned"),
        "actors": how_many(actors),
        "stories": how_many(stories),
        "edits": how_many(edits, edits.c.active == 1),
        "runs": how_many(runs),
        "first day": first,
        "last day": last,
        "revision": schema.revision(connection),
    }


def examine(database: Database) -> tuple[Check, ...]:
    """Whether file, schema, quotes and keys are sound: a check each."""
    with database.read() as connection:
        return (
            _check("file", database.dialect.integrity_problems(connection)),
            _schema(database, connection),
            _check("quotes", list(_wrong_quotes(connection))),
            _check("details of mentions", list(_wrong_details(connection))),
            _check("keys", list(_orphans(connection))),
            _check("counts", list(_wrong_counts(connection))),
            _runs(connection),
        )


def _check(name: str, problems: list[str]) -> Check:
    named = "; ".join(problems[:MOST_NAMED])
    more = len(problems) - MOST_NAMED
    return Check(name=name, ok=not problems, detail=named + (f"; and {more} more" if more > 0 else ""))


def _schema(database: Database, connection: Connection) -> Check:
    found = schema.revision(connection)
    if found != schema.HEAD:
        return Check(name="schema", ok=False, detail=f"revision {found}, {schema.HEAD} is needed")
    if connection.dialect.name == "sqlite":
        engine = create_engine("sqlite://")
        with engine.begin() as fresh:
            schema.create(fresh)
            as_it_should_be = schema.ddl(fresh)
        engine.dispose()
        if schema.ddl(connection) != as_it_should_be:
            return Check(name="schema", ok=False, detail=f"tables or views of {database.name} were changed by hand")
    return Check(name="schema", ok=True, detail=f"revision {found}")


def _wrong_quotes(connection: Connection) -> Iterator[str]:
    """Rows whose words are not those that stand at their offsets."""
    for table, words in (
        (mentions, "text"),
        (time_expressions, "text"),
        (participants, "text"),
        (places, "text"),
        (counts, "text"),
    ):
        query = text(
            f"SELECT a.key, t.{words} FROM {table.name} t JOIN articles a ON a.id = t.article_id "
            "JOIN article_versions v ON v.id = a.version_id "
            f"WHERE substr(v.text, t.start_char + 1, t.end_char - t.start_char) <> t.{words}"
        )
        for row in connection.execute(query):
            yield f"{row[0]}: {row[1]!r} of {table.name} does not stand where it says"
    beyond = text(
        "SELECT a.key, m.key FROM mentions m JOIN articles a ON a.id = m.article_id JOIN article_versions v ON "
        "v.id = a.version_id "
        "WHERE m.evidence_end_char > length(v.text)"
    )
    for row in connection.execute(beyond):
        yield f"{row[0]}: the evidence of {row[1]} lies outside the text"


def _wrong_details(connection: Connection) -> Iterator[str]:
    """Mentions whose details quote other words than those that stand there."""
    query = (
        select(mentions, article_versions.c.text.label("article_text"))
        .join(articles, articles.c.id == mentions.c.article_id)
        .join(article_versions, article_versions.c.id == articles.c.version_id)
    )
    for row in connection.execute(query.execution_options(yield_per=1000)):
        try:
            mention = mention_back(row)
        except (ValueError, TypeError, KeyError) as error:
            yield f"{row.key} cannot be read: {error}"
            continue
        for part in _parts(mention):
            if row.article_text[part.start : part.end] != part.text:
                yield f"{row.key}: {part.text!r} does not stand where it says"


def _parts(mention: Mention) -> Iterator[Any]:
    yield from (*mention.actors, *mention.recipients, *mention.places, *mention.counts)
    attribution = mention.attribution
    yield from (part for part in (attribution.source, attribution.outlet, *attribution.chain) if part is not None)


_ORPHANS = {
    "articles without their version": (
        "SELECT a.key FROM articles a LEFT JOIN article_versions v ON v.id = a.version_id AND v.article_id = "
        "a.id WHERE v.id IS NULL"
    ),
    "mentions without event": "SELECT key FROM mentions WHERE event_id IS NULL",
    "events without mention": "SELECT e.key FROM events e LEFT JOIN mentions m ON m.event_id = e.id WHERE m.id IS NULL",
    "stories without article": (
        "SELECT s.key FROM stories s LEFT JOIN story_articles sa ON sa.story_id = s.id WHERE sa.article_id IS NULL"
    ),
    "redirects to nothing": (
        "SELECT r.old_key FROM redirects r LEFT JOIN events e ON e.key = r.new_key LEFT JOIN stories s ON s.key "
        "= r.new_key "
        "WHERE e.id IS NULL AND s.id IS NULL"
    ),
    "events whose sort key differs from that of their story or participants": (
        "SELECT e.key FROM events e JOIN story_events se ON se.event_id = e.id "
        "WHERE coalesce(se.sort_key, '') <> coalesce(e.sort_key, '') "
        "UNION SELECT e.key FROM events e JOIN participants p ON p.event_id = e.id "
        "WHERE coalesce(p.sort_key, '') <> coalesce(e.sort_key, '') OR p.type <> e.type"
    ),
}


def _orphans(connection: Connection) -> Iterator[str]:
    for what, query in _ORPHANS.items():
        keys = list(connection.execute(text(query)).scalars())
        if keys:
            yield f"{len(keys)} {what}, such as {keys[0]}"


def _wrong_counts(connection: Connection) -> Iterator[str]:
    counted = select(mentions.c.event_id, func.count().label("found")).group_by(mentions.c.event_id).subquery()
    query = (
        select(events.c.key)
        .join(counted, counted.c.event_id == events.c.id)
        .where(events.c.mention_count != counted.c.found)
    )
    yield from (f"{key} counts other mentions than it has" for key in connection.execute(query).scalars())
    for members, column in ((story_articles, stories.c.article_count), (story_events, stories.c.event_count)):
        counted = select(members.c.story_id, func.count().label("found")).group_by(members.c.story_id).subquery()
        query = select(stories.c.key).join(counted, counted.c.story_id == stories.c.id).where(column != counted.c.found)
        yield from (
            f"{key}: {column.name} is not the number of its {members.name}"
            for key in connection.execute(query).scalars()
        )


def _runs(connection: Connection) -> Check:
    cut_off = connection.execute(
        select(func.count()).select_from(runs).where(runs.c.finished_at.is_(None))
    ).scalar_one()
    detail = f"{cut_off} were cut off; run the same ingest again to finish it" if cut_off else ""
    return Check(name="runs", ok=True, detail=detail)
