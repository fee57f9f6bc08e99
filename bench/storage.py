"""How fast the database is: storing against raw ``sqlite3.executemany`` of the same rows, and questions to a million
events.

    python bench/storage.py store [--articles 600]
    python bench/storage.py ask [--events 1000000] [--keep FOLDER]

``store`` writes readings of made-up articles through ``Store`` and then the very rows that came of it through the
bare driver, into
the same schema, in the same batches; both in CPU time, medians of five. ``ask`` fills a database and prints p50 and
p95 of each question, as row numbers (``query``) and as values (``Archive``).
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from timeline import query
from timeline.archive import Archive
from timeline.query import Criteria
from timeline.storage.columns import metadata
from timeline.storage.database import Database, open_database
from timeline.storage.finder import Finder
from timeline.storage.store import Store
from timeline.storage.stored import StoredMention, mention_keys
from timeline.stories.merging import merge
from timeline.stories.reports import Report
from timeline.values.actors import Actor, Participant
from timeline.values.article import Article, Block, Outlet, Published
from timeline.values.dates import EventDate, Granularity, TimeExpression
from timeline.values.events import Attribution, DateLink, Event, Extraction, Mention, Quotation
from timeline.values.stories import Story
from timeline.values.text import Span

BATCH = 64
ROUNDS = 5
SENTENCES, MENTIONS, TIMEXES, ACTORS, QUOTATIONS = 25, 15, 6, 8, 4
WORDS = [
    "council",
    "port",
    "union",
    "strike",
    "talks",
    "minister",
    "court",
    "fire",
    "harbour",
    "police",
    "vote",
    "march",
    "deal",
    "plan",
    "night",
    "city",
]
NAMES = [
    "Firth",
    "Moran",
    "Adeyemi",
    "Castell",
    "Brand",
    "Okafor",
    "Lindqvist",
    "Vane",
    "Sorel",
    "Petrov",
    "Haddad",
    "Reece",
    "Novak",
    "Ito",
    "Marsh",
    "Quill",
]
TYPES = ("PROTEST", "STATEMENT", "CONSULT", "VOTE", "CRIME", "ACCUSE", "AGREE", "BUSINESS")
LABELS = dict(
    zip(TYPES, ("march", "statement", "talks", "vote", "theft", "accusation", "agreement", "merger"), strict=True)
)
FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
TIMEOUT = 60


def reading(number: int) -> tuple[Article, Extraction]:
    """A made-up article of 450 words, and what could have been read in it."""
    chance = random.Random(number)
    title = f"{' '.join(chance.choices(WORDS, k=6))} {number}".capitalize()
    sentences, text = [], f"{title}\n\n"
    for _ in range(SENTENCES):
        start = len(text)
        text += f"{chance.choice(NAMES)} {' '.join(chance.choices(WORDS, k=16))}. "
        sentences.append(Span(start=start, end=len(text) - 1))
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    cast = [f"{chance.choice(NAMES)} {chance.choice(NAMES)}" for _ in range(ACTORS)]
    article = Article(
        key=f"ar_{number:012x}",
        version_key=f"av_{number:012x}",
        text=text,
        title=title,
        blocks=(Block(kind="title", start=0, end=len(title)), Block(kind="body", start=len(title) + 2, end=len(text))),
        outlet=Outlet(key=f"so_{number % 50}", name=f"Outlet {number % 50}"),
        url=f"https://news.example/{number}",
        canonical_url=f"https://news.example/{number}",
        language="en",
        published=Published(value=str(day), precision="day", basis="given"),
    )
    found = tuple(
        _mention(chance, article, sentences[place % SENTENCES], day, cast, place) for place in range(MENTIONS)
    )
    return article, Extraction(
        text=text,
        published=article.published,
        sentences=tuple(sentences),
        timexes=tuple(_timex(text, sentences[place], day, place) for place in range(TIMEXES)),
        mentions=found,
        quotations=tuple(
            Quotation(kind="direct", content_spans=(sentence,), cue_spans=(), speaker=cast[0])
            for sentence in sentences[:QUOTATIONS]
        ),
        actors=tuple(
            Actor(key=_key(name), name=name, kind="person", aliases=(name.split()[1],), mentions=(sentences[0],))
            for name in dict.fromkeys(cast)
        ),
        main=0,
    )


def _key(name: str) -> str:
    return name.lower().replace(" ", "-")


def _word(text: str, sentence: Span) -> Span:
    return Span(start=sentence.start, end=text.index(" ", sentence.start))


def _mention(
    chance: random.Random, article: Article, sentence: Span, day: date, cast: list[str], place: int
) -> Mention:
    type_ = chance.choice(TYPES)
    trigger = _word(article.text, sentence)
    who = tuple(
        Participant(
            start=trigger.start,
            end=trigger.end,
            text=trigger.quote(article.text),
            name=name,
            role="agent",
            kind="person",
            key=_key(name),
            country="GB",
        )
        for name in chance.sample(cast, 2)
    )
    when = day - timedelta(days=chance.randrange(5)) if chance.random() < 0.8 else None
    return Mention(
        start=trigger.start,
        end=trigger.end,
        text=trigger.quote(article.text),
        lemma="march",
        sentence=place,
        type=type_,
        mode=None,
        label=LABELS[type_],
        evidence=(sentence,),
        date=when and EventDate(first_day=when, last_day=when, granularity=Granularity.DAY, basis="weekday+published"),
        date_link=DateLink(timex=place % TIMEXES, rule="clause"),
        actors=who[:1],
        recipients=(replace(who[1], role="patient"),),
        attribution=Attribution(source=replace(who[0], role="speaker")) if place % 3 == 0 else Attribution(),
        title=sentence.quote(article.text)[:70],
        group=place,
        rule="bench",
    )


def _timex(text: str, sentence: Span, day: date, place: int) -> TimeExpression:
    word = _word(text, sentence)
    return TimeExpression(
        index=place,
        start=word.start,
        end=word.end,
        text=word.quote(text),
        sentence=place,
        type="DATE",
        unresolved="wd:3",
        value=str(day),
        rule="weekday",
        signal="on",
        cue="past",
        dates=EventDate(first_day=day, last_day=day, granularity=Granularity.DAY, basis="weekday+published"),
        anchor="published",
        basis="weekday+published",
    )


# --- storing ---------------------------------------------------------------------------------------------------------


Told = tuple[tuple[Article, Extraction], tuple[Event, ...]]


def told(number: int) -> Told:
    """An article with its reading and its events; the merging is not part of what is measured."""
    article, extraction = reading(number)
    keys = mention_keys(article.key, article.text, extraction.mentions)
    keyed = tuple(replace(mention, key=key) for mention, key in zip(extraction.mentions, keys, strict=True))
    reports = [Report.of(article, mention, story=article.key) for mention in keyed]
    return (article, extraction), merge(reports, {}, {})


def store_batch(database: Database, material: list[Told], actor_ids: dict[str, int]) -> None:
    """A batch through ``Store``, in one transaction, with a story for each article."""
    with database.write() as connection:
        store = Store(connection, at="2026-03-05T12:00:00Z", actor_ids=actor_ids)
        kept: dict[str, StoredMention] = {}
        events: list[Event] = []
        for (article, extraction), found in material:
            kept |= {one.mention.key: one for one in store.add_article(article, extraction)}
            events += found
        store.save_events(events, before=(), story_of={}, stored_mentions=kept, outlet_names={})
        stories = [
            Story(
                key=f"st_{article.key}",
                slug=article.key,
                title=article.title or "",
                status="ongoing",
                article_keys=(article.key,),
                event_keys=tuple(event.key for event in found),
            )
            for (article, _), found in material
        ]
        store.save_stories(
            stories, event_sort_keys={event.key: event.date.sort_key if event.date else None for event in events}
        )
        store.flush()


def rows_of(place: Path, articles: int) -> Iterator[list[tuple[str, list[tuple]]]]:
    """The rows of a database, batch by batch and table by table, as they were written."""
    with sqlite3.connect(place) as connection:
        owner = {
            "articles": "id",
            "mentions": "article_id",
            **dict.fromkeys(
                ("article_versions", "time_expressions", "quotations", "actor_mentions", "story_articles"), "article_id"
            ),
        }
        by_event = ("events", "participants", "places", "counts", "story_events")
        for first in range(1, articles + 1, BATCH):
            last = min(first + BATCH, articles + 1)
            batch = []
            for table in metadata.sorted_tables:
                if table.name in owner:
                    where = f"{owner[table.name]} >= {first} AND {owner[table.name]} < {last}"
                elif table.name in by_event:
                    column = "id" if table.name == "events" else "event_id"
                    within = f"article_id >= {first} AND article_id < {last}"
                    where = f"{column} IN (SELECT event_id FROM mentions WHERE {within})"
                elif table.name == "stories":
                    where = f"id >= {first} AND id < {last}"
                elif first == 1:
                    where = "1"
                else:
                    continue
                rows = connection.execute(f"SELECT * FROM {table.name} WHERE {where}").fetchall()
                if rows:
                    marks = ", ".join("?" * len(rows[0]))
                    batch.append((f"INSERT INTO {table.name} VALUES ({marks})", rows))
            texts = connection.execute(
                f"SELECT t.id, t.title, t.quote FROM mention_texts t JOIN mentions m ON m.id = t.id "
                f"WHERE m.article_id >= {first} AND m.article_id < {last}"
            ).fetchall()
            batch.append(("INSERT INTO search_index(rowid, title, quote) VALUES (?, ?, ?)", texts))
            yield batch


def write_raw(connection: sqlite3.Connection, batch: list[tuple[str, list[tuple]]]) -> None:
    """The same rows through the driver alone, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for statement, rows in batch:
        connection.executemany(statement, rows)
    connection.execute("COMMIT")


def measure_store(articles: int) -> None:
    """Print rows a CPU-second of both, and their ratio. Each batch is made right before it is stored, as in an
    ingest."""
    ours, raw = [], []
    rows = 0
    with tempfile.TemporaryDirectory() as folder:
        for attempt in range(ROUNDS):
            place = Path(folder, f"ours{attempt}.db")
            database = open_database(place)
            actor_ids: dict[str, int] = {}
            spent = 0.0
            for start in range(0, articles, BATCH):
                material = [told(number) for number in range(start, min(start + BATCH, articles))]
                spent += _cpu(lambda: store_batch(database, material, actor_ids))  # noqa: B023 - called at once
            ours.append(spent)
            database.close()
            plain = Path(folder, f"raw{attempt}.db")
            open_database(plain).close()
            connection = sqlite3.connect(plain, isolation_level=None)
            for pragma in ("synchronous=NORMAL", "foreign_keys=ON"):
                connection.execute(f"PRAGMA {pragma}")
            spent, rows = 0.0, 0
            for batch in rows_of(place, articles):
                rows += sum(len(found) for _, found in batch)
                spent += _cpu(lambda: write_raw(connection, batch))  # noqa: B023 - called at once
            raw.append(spent)
            connection.close()
    store, bare = statistics.median(ours), statistics.median(raw)
    print(f"{articles} articles, {rows} rows, {rows / articles:.0f} an article; CPU seconds, median of {ROUNDS}")
    print(f"Store                 {store:6.2f} s   {rows / store:9,.0f} rows/s   {articles / store:7,.0f} articles/s")
    print(f"sqlite3.executemany   {bare:6.2f} s   {rows / bare:9,.0f} rows/s   {articles / bare:7,.0f} articles/s")
    print(f"ratio                 {bare / store:6.2f}")


def _cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


# --- asking ----------------------------------------------------------------------------------------------------------


def fill(place: Path, events: int) -> None:
    """A database with so many events, ten an article, a hundred a story, two actors each; written in bulk."""
    database = open_database(place)
    template, _ = reading(0)
    with database.write() as connection:
        store = Store(connection, at="2026-03-05T12:00:00Z")
        (article, extraction), found = told(0)
        kept = {one.mention.key: one for one in store.add_article(article, extraction)}
        store.save_events(found, before=(), story_of={}, stored_mentions=kept, outlet_names={})
        store.flush()
    database.close()
    connection = sqlite3.connect(place, isolation_level=None)
    connection.row_factory = sqlite3.Row
    model = {
        name: dict(connection.execute(f"SELECT * FROM {name} LIMIT 1").fetchone())
        for name in ("articles", "article_versions", "mentions", "events", "participants")
    }
    for name in (
        "participants",
        "mentions",
        "time_expressions",
        "quotations",
        "actor_mentions",
        "actor_names",
        "sketches",
        "article_versions",
        "articles",
        "events",
        "actors",
    ):
        connection.execute(f"DELETE FROM {name}")
    connection.execute("INSERT INTO search_index(search_index) VALUES ('rebuild')")
    connection.execute("BEGIN")
    _bulk(
        connection,
        "actors",
        (
            {"id": number, "key": f"ac_actor-{number}", "name": f"Actor {number}", "kind": "person"}
            for number in range(1, 20001)
        ),
    )
    _bulk(connection, "articles", (_article_row(model["articles"], number) for number in range(1, events // 10 + 1)))
    _bulk(
        connection,
        "article_versions",
        (_version_row(model["article_versions"], template.text, number) for number in range(1, events // 10 + 1)),
    )
    _bulk(connection, "events", (_event_row(model["events"], number) for number in range(1, events + 1)))
    _bulk(connection, "mentions", (_mention_row(model["mentions"], number) for number in range(1, events + 1)))
    _bulk(
        connection,
        "participants",
        (row for number in range(1, events + 1) for row in _participant_rows(model["participants"], number)),
    )
    stories = events // 100
    _bulk(connection, "stories", (_story_row(number) for number in range(1, stories + 1)))
    connection.execute(f"INSERT INTO story_events SELECT 1 + (id * 7919) % {stories}, id, sort_key FROM events")
    connection.execute(f"INSERT INTO story_articles SELECT 1 + (id * 7919) % {stories}, id FROM articles")
    connection.executemany(
        "INSERT INTO search_index(rowid, title, quote) VALUES (?, ?, ?)",
        ((number, _title(number), _title(number)) for number in range(1, events + 1)),
    )
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()


def _bulk(connection: sqlite3.Connection, table: str, rows: Iterator[dict]) -> None:
    first = next(rows)
    names = ", ".join(f'"{name}"' for name in first)
    statement = f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(first))})"
    connection.execute(statement, tuple(first.values()))
    connection.executemany(statement, (tuple(row.values()) for row in rows))


def _chance(number: int) -> random.Random:
    return random.Random(number * 2654435761 % 2**32)


def _title(number: int) -> str:
    return " ".join(_chance(number).choices(WORDS, k=5)) + f" w{number % 5000}"


def _article_row(model: dict, number: int) -> dict:
    return model | {"id": number, "key": f"ar_{number:08x}", "version_id": number, "url": None, "canonical_url": None}


def _version_row(model: dict, text: str, number: int) -> dict:
    return model | {"id": number, "article_id": number, "text": text, "key": f"av_{number:08x}"}


def _kind(number: int) -> str:
    return TYPES[number % len(TYPES)]


def _sort_key(day: date) -> str:
    return EventDate(first_day=day, last_day=day, granularity=Granularity.DAY, basis="explicit").sort_key


_DAYS = [FIRST_DAY + timedelta(days=number) for number in range(DAYS)]
_SORT_KEYS = [_sort_key(day) for day in _DAYS]


def _place_in_time(number: int) -> int:
    return number * 2654435761 % 2**32 % DAYS


def _event_row(model: dict, number: int) -> dict:
    day = str(_DAYS[_place_in_time(number)])
    long = number % 50 == 0
    last = str(_DAYS[_place_in_time(number)] + timedelta(days=90)) if long else day
    return model | {
        "id": number,
        "key": f"ev_{number:08x}",
        "title": _title(number),
        "type": _kind(number),
        "label": LABELS[_kind(number)],
        "first_day": day,
        "last_day": last,
        "granularity": "day",
        "bound": "on",
        "basis": "explicit",
        "sort_key": _SORT_KEYS[_place_in_time(number)],
        "long_range": int(long),
        "mention_count": 1,
    }


def _mention_row(model: dict, number: int) -> dict:
    return model | {
        "id": number,
        "key": f"mn_{number:08x}",
        "article_id": 1 + (number - 1) // 10,
        "position": number % 10,
        "event_id": number,
        "type": _kind(number),
        "label": LABELS[_kind(number)],
        "title": _title(number),
    }


def _participant_rows(model: dict, number: int) -> Iterator[dict]:
    chance = _chance(number)
    for position in range(2):
        actor = 1 + int(20000 * chance.random() ** 4)
        yield model | {
            "event_id": number,
            "position": position,
            "actor_id": actor,
            "article_id": 1 + (number - 1) // 10,
            "type": _kind(number),
            "sort_key": _SORT_KEYS[_place_in_time(number)],
        }


def _story_row(number: int) -> dict:
    row = {column.name: None for column in metadata.tables["stories"].columns}
    return row | {
        "id": number,
        "key": f"st_{number:08x}",
        "slug": f"story-{number}",
        "title": f"Story {number}",
        "status": "ongoing",
        "source_count": 1,
        "article_count": 10,
        "event_count": 100,
        "revision": 1,
        "fingerprint": "x",
    }


def questions(archive: Archive, chance: random.Random, events: int) -> dict[str, Callable[[], object]]:
    """Each question twice: as row numbers, and as values."""

    def week() -> Criteria:
        after = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        return Criteria(after=after, before=after + timedelta(days=6), limit=100)

    def ids(criteria: Criteria, story_id: int | None = None) -> list[int]:
        with archive.database.read() as connection:
            return query.event_ids(connection, criteria, story_id=story_id)

    def values(found: list[int]) -> object:
        with archive.database.read() as connection:
            return Finder(connection).events(found)

    def actor() -> Criteria:
        return Criteria(
            actors=(f"actor-{1 + int(20000 * chance.random() ** 4)}",), types=(chance.choice(TYPES),), limit=100
        )

    def search(words: str) -> list[int]:
        with archive.database.read() as connection:
            return query.search_ids(connection, words, Criteria(limit=20))

    asked = {
        "day range": lambda: ids(week()),
        "day range, a type": lambda: ids(replace(week(), types=(chance.choice(TYPES),))),
        "day range, a label": lambda: ids(replace(week(), types=(LABELS[chance.choice(TYPES)],))),
        "story timeline": lambda: ids(Criteria(undated=False), 1 + chance.randrange(events // 100)),
        "actor and type": lambda: ids(actor()),
        "most frequent actor": lambda: ids(Criteria(actors=("actor-1",), types=("PROTEST",), limit=100)),
        "full text, rare word": lambda: search(f"w{chance.randrange(5000)}"),
        "full text, common word": lambda: search(chance.choice(WORDS)),
        "full text, two words": lambda: search(" ".join(chance.sample(WORDS, 2))),
        "one event": lambda: archive.event(f"ev_{1 + chance.randrange(events):08x}"),
    }
    with_values = {
        f"{name}, as values": (lambda ask=ask: values(ask()))
        for name, ask in asked.items()
        if name not in ("one event",)
    }
    return asked | with_values


def measure_ask(events: int, keep: Path | None) -> None:
    """Print p50 and p95 of each question."""
    with tempfile.TemporaryDirectory() as folder:
        place = (keep or Path(folder)) / f"million-{events}.db"
        if not place.exists():
            started = time.perf_counter()
            fill(place, events)
            print(
                f"filled with {events:,} events in {time.perf_counter() - started:.0f} s, "
                f"{place.stat().st_size / 1e6:,.0f} MB"
            )
        with Archive(place) as archive:
            chance = random.Random(7)
            print(f"{'question':36} {'p50 ms':>8} {'p95 ms':>8}")
            for name, ask in questions(archive, chance, events).items():
                for _ in range(20):
                    ask()
                taken = []
                for _ in range(200):
                    started = time.process_time()
                    ask()
                    taken.append(1000 * (time.process_time() - started))
                taken.sort()
                print(f"{name:36} {taken[100]:8.2f} {taken[190]:8.2f}", flush=True)


def main() -> None:
    """Run what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("store").add_argument("--articles", type=int, default=600)
    ask = verbs.add_parser("ask")
    ask.add_argument("--events", type=int, default=1_000_000)
    ask.add_argument("--keep", type=Path)
    stated = parser.parse_args()
    if stated.verb == "store":
        measure_store(stated.articles)
    else:
        measure_ask(stated.events, stated.keep)


if __name__ == "__main__":
    main()
