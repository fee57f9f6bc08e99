"""Articles and what parsing finds in them, without the mentions, to rows and back: outlets, versions, time expressions,
quotations and actors.

The promises are those of ``mapping``, which knows what single columns hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.errors import Problem
from timeline.storage.mapping import (
    ACTOR_PREFIX,
    AnyRow,
    Values,
    calendar_back,
    calendar_values,
    date_of,
    date_record,
    names_json,
    read_list,
    spans_back,
    spans_json,
    written,
)
from timeline.values.actors import Actor
from timeline.values.article import Article, Block, Outlet, Published
from timeline.values.dates import TimeExpression
from timeline.values.events import Quotation
from timeline.values.text import Span


def outlet_values(outlet_id: int, outlet: Outlet) -> Values:
    """The row of an outlet."""
    return (outlet_id, outlet.key, outlet.name, outlet.domain, outlet.country, outlet.language, outlet.timezone)


def article_values(
    article_id: int, article: Article, *, outlet_id: int | None, version_id: int, copy_of_id: int | None, at: str | None
) -> Values:
    """The row of an article that is new."""
    published = article.published
    return (
        article_id,
        article.key,
        outlet_id,
        version_id,
        article.url,
        article.canonical_url,
        article.record_id,
        article.path,
        article.format,
        *published_values(published),
        None,
        copy_of_id,
        at,
        at,
    )


def published_values(published: Published) -> Values:
    """The five columns that say when an article was published."""
    day = published.on
    return (
        published.value,
        published.precision,
        published.basis,
        published.text,
        None if day is None else day.isoformat(),
    )


def published_record(published: Published) -> dict[str, Any]:
    """What is known of publication, as JSON takes it."""
    return {
        "value": published.value,
        "precision": published.precision,
        "basis": published.basis,
        "text": published.text,
    }


def version_values(
    version_id: int, article_id: int, number: int, article: Article, sentences: Sequence[Span], at: str | None
) -> Values:
    """The row of one text of an article."""
    modified = article.modified
    return (
        version_id,
        article_id,
        number,
        article.version_key,
        article.title,
        article.subtitle,
        article.text,
        written([(block.kind, block.start, block.end) for block in article.blocks]),
        names_json(article.authors),
        article.dateline,
        names_json(article.credits),
        article.language,
        modified.value,
        modified.precision,
        modified.basis,
        modified.text,
        article.wire,
        article.correction,
        spans_json(sentences),
        written([(problem.where, problem.what, problem.hint) for problem in article.problems]),
        at,
    )


def published_back(row: AnyRow) -> Published:
    """When the article of a row was published."""
    return Published(
        value=row.published, precision=row.published_precision, basis=row.published_basis, text=row.published_text
    )


def outlet_back(row: AnyRow) -> Outlet | None:
    """The outlet of a row that was joined with ``outlets`` under the prefix ``outlet_``."""
    if row.outlet_key is None:
        return None
    return Outlet(
        key=row.outlet_key,
        name=row.outlet_name,
        domain=row.outlet_domain,
        country=row.outlet_country,
        language=row.outlet_language,
        timezone=row.outlet_timezone,
    )


def article_back(row: AnyRow) -> Article:
    """The article of a row of ``articles`` joined with its version (``version_...``) and outlet (``outlet_...``)."""
    return Article(
        key=row.key,
        version_key=row.version_key,
        text=row.text,
        blocks=tuple(Block(kind=kind, start=start, end=end) for kind, start, end in read_list(row.blocks)),
        title=row.title,
        subtitle=row.subtitle,
        authors=tuple(read_list(row.authors)),
        dateline=row.dateline,
        credits=tuple(read_list(row.credits)),
        outlet=outlet_back(row),
        url=row.url,
        canonical_url=row.canonical_url,
        record_id=row.record_id,
        path=row.path,
        format=row.format,
        language=row.language,
        published=published_back(row),
        modified=Published(
            value=row.modified, precision=row.modified_precision, basis=row.modified_basis, text=row.modified_text
        ),
        wire=row.wire,
        correction=row.correction,
        problems=tuple(Problem(where=where, what=what, hint=hint) for where, what, hint in read_list(row.problems)),
    )


# --- what parsing finds ----------------------------------------------------------------------------------------------


def timex_values(article_id: int, timex: TimeExpression) -> Values:
    """The row of a time expression."""
    return (
        article_id,
        timex.index,
        timex.start,
        timex.end,
        timex.text,
        timex.sentence,
        timex.type,
        timex.unresolved,
        timex.value,
        timex.mod,
        timex.quant,
        timex.freq,
        timex.signal,
        timex.cue,
        timex.cue_text,
        timex.reference,
        timex.rule,
        *calendar_values(timex.dates),
        timex.anchor,
        written([date_record(other) for other in timex.alternatives]) if timex.alternatives else None,
        timex.partner,
        timex.basis,
    )


def timex_back(row: AnyRow) -> TimeExpression:
    """The time expression of a row."""
    return TimeExpression(
        index=row.position,
        start=row.start_char,
        end=row.end_char,
        text=row.text,
        sentence=row.sentence,
        type=row.type,
        unresolved=row.unresolved,
        value=row.value,
        rule=row.rule,
        mod=row.mod,
        quant=row.quant,
        freq=row.freq,
        signal=row.signal,
        cue=row.cue,
        cue_text=row.cue_text,
        reference=row.reference,
        dates=calendar_back(row),
        anchor=row.anchor,
        basis=row.resolved_basis,
        alternatives=tuple(when for record in read_list(row.alternatives) if (when := date_of(record)) is not None),
        partner=row.partner,
    )


def quotation_values(article_id: int, position: int, quotation: Quotation) -> Values:
    """The row of a quotation."""
    first, *more = quotation.content_spans
    return (
        article_id,
        position,
        quotation.kind,
        first.start,
        first.end,
        spans_json(more),
        spans_json(quotation.source_spans),
        spans_json(quotation.cue_spans),
        quotation.speaker,
        quotation.speaker_key,
    )


def quotation_back(row: AnyRow) -> Quotation:
    """The quotation of a row."""
    return Quotation(
        kind=row.kind,
        content_spans=(Span(start=row.start_char, end=row.end_char), *spans_back(row.more_content)),
        source_spans=spans_back(row.source_spans),
        cue_spans=spans_back(row.cue_spans),
        speaker=row.speaker,
        speaker_key=row.speaker_key,
    )


def actor_values(actor_id: int, actor: Actor, *, key: str | None = None) -> Values:
    """The row of an actor of the archive; its public key is another than reading gave where ``key`` says so."""
    return (
        actor_id,
        key or ACTOR_PREFIX + actor.key,
        actor.name,
        actor.kind,
        actor.country,
        actor.code,
        names_json(actor.same_as),
    )


def actor_mention_values(article_id: int, position: int, actor_id: int, actor: Actor) -> Values:
    """The row that says where an article names an actor; ``actor`` is as it was read, ``actor_id`` as edits have it."""
    return (
        article_id,
        position,
        actor_id,
        actor.name,
        names_json(actor.aliases),
        names_json(actor.titles),
        spans_json(actor.mentions),
        ACTOR_PREFIX + actor.key,
    )


def actor_back(
    row: AnyRow, *, name: str, aliases: Sequence[str] = (), titles: Sequence[str] = (), mentions: Sequence[Span] = ()
) -> Actor:
    """The actor of a row, with the names, titles and places that were read beside it."""
    return Actor(
        key=row.key.removeprefix(ACTOR_PREFIX),
        name=name,
        kind=row.kind,
        country=row.country,
        code=row.code,
        aliases=tuple(aliases),
        titles=tuple(titles),
        mentions=tuple(mentions),
        same_as=tuple(read_list(row.same_as)),
    )
