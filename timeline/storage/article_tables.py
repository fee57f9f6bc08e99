"""What was read: outlets, articles and their versions, and what parsing finds in a text besides events.

Everything here is found again by ``article_id``; offsets count in the text of the article's current version.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, Table, UniqueConstraint

from timeline.storage.columns import (
    STRICT,
    STRICT_BY_KEY,
    calendar_checks,
    calendar_columns,
    in_order,
    metadata,
    number,
    one_of,
    public_key,
    reference,
    row_id,
    span,
    text,
)
from timeline.values.actors import ACTOR_KINDS
from timeline.values.article import PUBLISHED_BASES
from timeline.values.events import QUOTE_KINDS

outlets = Table(
    "outlets",
    metadata,
    row_id(),
    public_key("Public key, so_..."),
    text("name", "Name as printed", required=True),
    text("domain", "Host of its pages, without www"),
    text("country", "ISO 3166-1 alpha-2"),
    text("language", "ISO 639-1"),
    text("timezone", "IANA zone of its newsroom"),
    comment="Who publishes",
    **STRICT,
)

articles = Table(
    "articles",
    metadata,
    row_id(),
    public_key("Public key, ar_...: digest of the canonical address, else of its own id and outlet, else of its text"),
    reference("outlet_id", "outlets.id", "Who published it", required=False, index=True),
    number("version_id", "The current version; article_versions.id"),
    text("url", "Address it was read from"),
    text("canonical_url", "Address that identifies it"),
    text("record_id", "Its own id in a dump or feed, as given"),
    text("path", "Where it was read from, as the caller named it"),
    text("format", "Format it was read as", required=True),
    text("published", "When it was published: ISO day or moment; NULL when unknown"),
    text("published_precision", "day, minute or second"),
    text("published_basis", "How that is known: " + " ".join(PUBLISHED_BASES), required=True),
    text("published_text", "The words it was read from"),
    text("published_on", "Local day of publication"),
    text("machine_published", "JSON of what was read, while an edit overlays it"),
    reference("copy_of_id", "articles.id", "The article of which this one is a wire copy", required=False),
    text("first_seen_at", "When it was first stored, UTC"),
    text("updated_at", "When it last changed here, UTC"),
    one_of("published_basis", PUBLISHED_BASES),
    comment="News articles, one row each however often they were read",
    **STRICT,
)
Index("ix_articles_published", articles.c.published)
Index("ix_articles_record_id", articles.c.record_id)

article_versions = Table(
    "article_versions",
    metadata,
    row_id(),
    reference("article_id", "articles.id", "The article", on_delete="CASCADE"),
    number("number", "1 for the first text that was read, and so on"),
    text("key", "Digest of title and text", required=True),
    text("title", "Headline"),
    text("subtitle", "Line below the headline"),
    text("text", "The text that all offsets count in, NFC; begins with the title when there is one", required=True),
    text("blocks", "JSON list of [kind, start, end]"),
    text("authors", "JSON list of names"),
    text("dateline", "Place named at the beginning"),
    text("credits", "JSON list of credit lines"),
    text("language", "ISO 639-1"),
    text("modified", "When the publisher last changed it"),
    text("modified_precision", "day, minute or second"),
    text("modified_basis", "How that is known", required=True),
    text("modified_text", "The words it was read from"),
    text("wire", "Agency that the text is credited to"),
    text("correction", "What the publisher says it corrected"),
    text("sentences", "JSON list of [start, end]"),
    text("problems", "JSON list of what was wrong with it"),
    text("seen_at", "When this text was first stored, UTC"),
    UniqueConstraint("article_id", "number"),
    one_of("modified_basis", PUBLISHED_BASES),
    comment="Each text that an article has had",
    **STRICT,
)

sketches = Table(
    "sketches",
    metadata,
    reference("article_id", "articles.id", "The article", primary=True, on_delete="CASCADE"),
    Column("sketch", LargeBinary, nullable=False, comment="What clustering keeps of it: JSON, packed with zlib"),
    comment="What new articles are compared with; can be made again from the texts",
    **STRICT,
)

time_expressions = Table(
    "time_expressions",
    metadata,
    reference("article_id", "articles.id", "The article", primary=True, on_delete="CASCADE"),
    number("position", "Position among the article's expressions, from 0", primary=True),
    *span("The expression"),
    text("text", "Its words", required=True),
    number("sentence", "Index of its sentence"),
    text("type", "TIMEX3 type", required=True),
    text("unresolved", "What the words mean by themselves", required=True),
    text("value", "TIMEX3 value, partial while not anchored", required=True),
    text("mod", "TIMEX3 modifier"),
    text("quant", "TIMEX3 quantifier of a set"),
    text("freq", "TIMEX3 frequency of a set"),
    text("signal", "The connective before it"),
    text("cue", "Direction that the verb gives: past or future"),
    text("cue_text", "The words that gave it"),
    text("reference", "What the words lean on when it is not the day of publication"),
    text("rule", "Name of the rule that found it", required=True),
    *calendar_columns("the calendar range"),
    text("anchor", "What it was anchored to"),
    text("alternatives", "JSON list of other live readings"),
    number("partner", "Position of the other end of a range", required=False),
    text("resolved_basis", "Basis of the value, also where it is no range of days"),
    one_of("type", ("DATE", "TIME", "DURATION", "SET")),
    in_order(),
    *calendar_checks(),
    comment="Time expressions as in TIMEX3, with what resolving needs to be done again",
    **STRICT_BY_KEY,
)

quotations = Table(
    "quotations",
    metadata,
    reference("article_id", "articles.id", "The article", primary=True, on_delete="CASCADE"),
    number("position", "Position among the article's quotations, from 0", primary=True),
    text("kind", "How it is quoted: " + " ".join(QUOTE_KINDS), required=True),
    *span("First piece of the content"),
    text("more_content", "JSON list of further pieces, [start, end]"),
    text("source_spans", "JSON list of the words that name the source"),
    text("cue_spans", "JSON list of the words that attribute"),
    text("speaker", "Resolved name of the source"),
    text("speaker_key", "Actor key of the source"),
    one_of("kind", QUOTE_KINDS),
    in_order(),
    comment="Who is quoted with which words",
    **STRICT_BY_KEY,
)

actors = Table(
    "actors",
    metadata,
    row_id(),
    public_key("Public key, ac_..."),
    text("name", "Canonical name", required=True),
    text("kind", "One of " + " ".join(ACTOR_KINDS), required=True),
    text("country", "ISO 3166-1 alpha-2"),
    text("code", "CAMEO actor code"),
    text("same_as", "JSON list of addresses of the same actor elsewhere"),
    one_of("kind", ACTOR_KINDS),
    comment="Who takes part: people, organisations, groups, countries, roles",
    **STRICT,
)

actor_names = Table(
    "actor_names",
    metadata,
    reference("actor_id", "actors.id", "The actor", primary=True, on_delete="CASCADE"),
    text("kind", "alias or title", primary=True),
    text("name", "The words as reported", primary=True),
    number("position", "Order of appearance"),
    one_of("kind", ("alias", "title")),
    comment="Other names and titles of actors, as reported",
    **STRICT_BY_KEY,
)

actor_mentions = Table(
    "actor_mentions",
    metadata,
    reference("article_id", "articles.id", "The article", primary=True, on_delete="CASCADE"),
    number("position", "Position among the article's actors, from 0", primary=True),
    reference("actor_id", "actors.id", "The actor", index=True),
    text("name", "Name within the article", required=True),
    text("aliases", "JSON list of other names within the article"),
    text("titles", "JSON list of titles within the article"),
    text("spans", "JSON list of [start, end]"),
    text(
        "key",
        "Key that reading gave it; that of actor_id is another for a namesake, or where an edit says so",
        required=True,
    ),
    comment="Which article names which actor, and where",
    **STRICT_BY_KEY,
)

stated_countries = Table(
    "stated_countries",
    metadata,
    text("key", "Key that reading gave the person, ac_...", primary=True),
    text(
        "country",
        "ISO 3166-1 alpha-2 of nationality, office or body, as the article states it; empty: none",
        primary=True,
    ),
    reference("article_id", "articles.id", "The article", primary=True, index=True, on_delete="CASCADE"),
    text(
        "calling",
        "What its titles say the person does and nobody besides (player, judge ...); empty: nothing",
        required=True,
    ),
    comment="Country and calling that an article gives a person: people of one name and different ones are two actors",
    **STRICT_BY_KEY,
)

__all__ = [
    "actor_mentions",
    "actor_names",
    "actors",
    "article_versions",
    "articles",
    "outlets",
    "quotations",
    "sketches",
    "stated_countries",
    "time_expressions",
]
