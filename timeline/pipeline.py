"""One text to its extraction: the stages in order, one line each.

What comes in: a text, or an article that a reader made. What goes out: an ``Extraction`` of frozen values. Parsing is a
pure function: no database, no clock, no state between calls, so it runs in any ``concurrent.futures`` executor. Not
decided here: how files become articles (``timeline.reading``) and how articles become stories (``timeline.archive``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline import actors, events, temporal
from timeline import text as text_room
from timeline.errors import LexiconError, Problem, QueryError
from timeline.events.article.frames import FinderMaker
from timeline.events.clauses import spacy_clauses
from timeline.events.clauses.rule_clauses import RuleClauses
from timeline.lexicons.actors import actor_lexicon
from timeline.lexicons.events import event_lexicon
from timeline.lexicons.quotes import quote_lexicon
from timeline.lexicons.time import time_lexicon
from timeline.reading.machine_dates import read_published
from timeline.values.article import Article, Block, Failure, Published
from timeline.values.dates import TimeExpression
from timeline.values.events import Extraction
from timeline.values.text import build_span

if TYPE_CHECKING:
    from concurrent.futures import Executor

#: What is to be parsed, and what comes of it; a failure passes through.
Read = Article | Failure
Parsed = tuple[Article, Extraction] | Failure

#: Articles a task: enough work to outweigh what sending them costs (measured: 16 to 64 are alike).
CHUNK = 32
#: How the frames of rules are asked for: the default.
RULES = "rules"

_TITLE_LONGEST = 180
#: Lines that show whether a text is hard wrapped, and the most characters of such a line.
_WRAPPED_LINES, _WRAP_LONGEST = 4, 100
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", ".”", '."')


def parse(
    text: str,
    *,
    published: str | date | Published | None = None,
    title: str | None = None,
    blocks: Sequence[Block] | None = None,
    lexicon: Path | None = None,
    all_events: bool = False,
    clauses: str = RULES,
) -> Extraction:
    """What one text reports: time expressions, events, quotations and actors, each with the words it rests on.

    >>> reading = parse("The council met on Tuesday.", published="2026-03-05")
    >>> [(mention.label, str(mention.date.first_day)) for mention in reading.mentions]
    [('meeting', '2026-03-03')]

    Args:
        text: The text; every offset in the result counts in it.
        published: Day (or moment) of publication. Without it, nothing that leans on it gets a date.
        title: The title, when it is not the first line of ``text``; it gives no events.
        blocks: What is worth reading in ``text``; None reads all, the first line as title when it looks like one.
        lexicon: A folder with word lists of your own, which extend or override ours.
        all_events: Also keep mentions that the lexicon does not type, as OTHER.
        clauses: What says who acts and who undergoes: ``rules``, or ``spacy:MODEL`` for a parser of spaCy's by the name
            of a package or a folder; it needs the extra ``spacy``.

    Raises:
        QueryError: ``published`` cannot be read as a date, or there are no such ``clauses``.
        LexiconError: A file in ``lexicon`` is malformed.
        MissingExtra: spaCy or its model is not installed.
    """
    stated = _published(published)
    if blocks is None:
        blocks = _blocks(text, title)
    tokens = text_room.split(text, blocks)
    timexes = temporal.resolve(temporal.tag(tokens, time_lexicon(lexicon)), stated.on)
    found, places = actors.find(tokens, actor_lexicon(lexicon))
    named, cast = actors.resolve(tokens, found, actor_lexicon(lexicon))
    named, cast = actors.on_day(named, cast, actor_lexicon(lexicon), stated.on)
    reading = events.detect(
        tokens,
        timexes,
        named,
        places,
        lexicon=event_lexicon(lexicon),
        quotes=quote_lexicon(),
        published_on=stated.on,
        title=title,
        all_events=all_events,
        clauses=finder_of(clauses),
    )
    return Extraction(
        text=text,
        published=stated,
        sentences=tuple([build_span(sentence.start, sentence.end) for sentence in tokens.sentences]),
        timexes=timexes,
        mentions=reading.mentions,
        quotations=reading.quotations,
        actors=cast,
        main=reading.main,
        problems=_problems(stated, timexes),
    )


def finder_of(clauses: str) -> FinderMaker:
    """What frames triggers, by the name that people give it: ``rules`` or ``spacy:MODEL``.

    Raises:
        QueryError: There is nothing of that name.
        MissingExtra: spaCy or its model is not installed.
    """
    if clauses == RULES:
        return RuleClauses
    name, _, model = clauses.partition(":")
    if name != "spacy" or not model:
        raise QueryError(
            f"clauses: there is no {clauses!r}; write rules, or spacy:MODEL such as spacy:en_core_web_sm",
            criterion="clauses",
        )
    return spacy_clauses.finder(model)


def parse_article(article: Article, *, lexicon: Path | None = None, clauses: str = RULES) -> Extraction:
    """What an article reports; its blocks and its day of publication are those of its reader."""
    return parse(
        article.text,
        published=article.published,
        title=article.title,
        blocks=article.blocks or None,
        lexicon=lexicon,
        clauses=clauses,
    )


def parse_many(
    articles: Iterable[Article],
    *,
    lexicon: Path | None = None,
    clauses: str = RULES,
    jobs: int = 1,
    executor: Executor | None = None,
) -> Iterator[tuple[Article, Extraction]]:
    """Each article with its extraction, in the order they came, while only a few chunks are held at once.

    Args:
        articles: Read lazily.
        lexicon, clauses: As in ``parse``.
        jobs: Processes to use; 1 stays in this one.
        executor: Any ``concurrent.futures`` executor to use instead, a cluster's for example.
    """
    if executor is None and jobs <= 1:
        for article in articles:
            yield article, parse_article(article, lexicon=lexicon, clauses=clauses)
        return
    task = partial(_parse_chunk, lexicon=lexicon, clauses=clauses)
    from timeline.workers import chunks, in_order  # one process need not load what makes several

    for chunk, extractions in in_order(task, chunks(articles, CHUNK), jobs=jobs, executor=executor):
        yield from zip(chunk, extractions, strict=True)


def attempt_many(
    articles: Iterable[Read],
    *,
    lexicon: Path | None = None,
    clauses: str = RULES,
    jobs: int = 1,
    executor: Executor | None = None,
) -> Iterator[Parsed]:
    """Each article with what was read in it, in order; failures pass through, and one that cannot be parsed, or whose
    process is killed while it is, becomes one.

    Raises:
        LexiconError: A file in ``lexicon`` is malformed.
        QueryError, MissingExtra: ``clauses`` cannot be had; before anything is read.
    """
    finder_of(clauses)
    if executor is None and jobs <= 1:
        for one in articles:
            yield _attempt(one, lexicon=lexicon, clauses=clauses)
        return
    task = partial(_attempt_chunk, lexicon=lexicon, clauses=clauses)
    from timeline.workers import chunks, in_order

    for _, results in in_order(task, chunks(articles, CHUNK), jobs=jobs, executor=executor, lost=_killed):
        yield from results


def named(article: Article) -> str | None:
    """Where an article was read from, as its reader names it."""
    place = article.path or article.url
    item = article.record_id or (article.url or article.title if article.format == "feed" else None)
    return f"{place} {item}" if place and item and item != place else place or item


def _attempt_chunk(articles: Sequence[Read], *, lexicon: Path | None, clauses: str) -> list[Parsed]:
    return [_attempt(one, lexicon=lexicon, clauses=clauses) for one in articles]


def _attempt(one: Read, *, lexicon: Path | None, clauses: str) -> Parsed:
    """One article parsed. A fault of ours in one article must not cost the others, so it becomes its failure."""
    if isinstance(one, Failure):
        return one
    try:
        return one, parse_article(one, lexicon=lexicon, clauses=clauses)
    except LexiconError:
        raise
    except Exception as error:
        return Failure(path=named(one) or one.key, reason=f"parsing failed: {type(error).__name__}: {error}")


def _killed(one: Read) -> Parsed:
    """What becomes of an article that ends the process in which it is parsed."""
    if isinstance(one, Failure):
        return one
    return Failure(path=named(one) or one.key, reason="parsing failed: it ended the process that parsed it")


def _parse_chunk(articles: Sequence[Article], *, lexicon: Path | None, clauses: str) -> list[Extraction]:
    return [parse_article(article, lexicon=lexicon, clauses=clauses) for article in articles]


def _published(published: str | date | Published | None) -> Published:
    """The day of publication as a value, whatever form it came in."""
    if published is None:
        return Published()
    if isinstance(published, Published):
        return published
    if isinstance(published, datetime):
        return Published(value=published.isoformat(), precision="second", basis="given")
    if isinstance(published, date):
        return Published(value=published.isoformat(), precision="day", basis="given")
    stated = read_published(published, basis="given")
    if stated is None:
        raise QueryError(f"published: {published!r} is not a date; write it as YYYY-MM-DD", criterion="published")
    return stated


def _blocks(text: str, title: str | None) -> tuple[Block, ...] | None:
    """Title and body, when the first line is the title or looks like one; None when all is body."""
    start = len(text) - len(text.lstrip())
    if title and text.startswith(title, start):
        end = start + len(title)
    else:
        end = text.find("\n", start)
        line = text[start:end].rstrip() if end > start else ""
        if not line or len(line) > _TITLE_LONGEST or line.endswith(_SENTENCE_ENDS) or _runs_on(text[start:]):
            return None
        end = start + len(line)
    if not text[end:].strip():
        return (Block(kind="title", start=start, end=end),)
    return (Block(kind="title", start=start, end=end), Block(kind="body", start=end, end=len(text)))


def _runs_on(text: str) -> bool:
    """Whether the first line was broken off from the second.

    That goes on in lower case, or its first word did not fit on the first.
    """
    first, *others = text[: _WRAPPED_LINES * _TITLE_LONGEST].split("\n\n", 1)[0].split("\n")[:_WRAPPED_LINES]
    if not others or not others[0].strip():
        return False
    longest = max(map(len, (first, *others)))
    word = others[0].split(None, 1)[0]
    full = len(others) + 1 == _WRAPPED_LINES and longest <= _WRAP_LONGEST and len(first) + 1 + len(word) > longest
    return others[0].lstrip()[:1].islower() or full


def _problems(published: Published, timexes: Sequence[TimeExpression]) -> tuple[Problem, ...]:
    """What a reader of the result should know."""
    if published.value is None and any(timex.dates is None and timex.type in ("DATE", "TIME") for timex in timexes):
        return (
            Problem(
                where="article",
                what="it states no date of publication, so its relative dates stay open",
                hint="pass --published YYYY-MM-DD",
            ),
        )
    return ()
