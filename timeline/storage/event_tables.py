"""What happened: mentions (one report each), events (what they come to), and who, where and how many.

A mention keeps its details as JSON, since they are evidence and read with it; an event's are rows, since people ask
for them.
"""

from __future__ import annotations

from sqlalchemy import Index, Table, UniqueConstraint
from sqlalchemy import text as sql

from timeline.storage.columns import (
    STRICT,
    STRICT_BY_KEY,
    calendar_checks,
    calendar_columns,
    flag,
    in_order,
    metadata,
    number,
    one_of,
    public_key,
    real,
    reference,
    row_id,
    span,
    text,
    yes_or_no,
)
from timeline.values.actors import ACTOR_ROLES, PLACE_KINDS, PLACE_ROLES, RECIPIENT_ROLES
from timeline.values.events import ASPECTS, EVENT_TYPES, FACTUALITIES, LINK_KINDS, POLARITIES, SALIENCES, STATUSES

_READING = (
    ("type", EVENT_TYPES),
    ("factuality", FACTUALITIES),
    ("polarity", POLARITIES),
    ("aspect", ASPECTS),
    ("salience", SALIENCES),
)

events = Table(
    "events",
    metadata,
    row_id(),
    public_key("Public key, ev_...: that of its earliest mention"),
    text("title", "One line that a reader would write", required=True),
    text("type", "One of " + " ".join(EVENT_TYPES), required=True),
    text("mode", "Finer kind within the type"),
    text("label", "The kind in everyday words", required=True),
    text("status", "One of " + " ".join(STATUSES), required=True),
    text("factuality", "One of " + " ".join(FACTUALITIES), required=True),
    text("polarity", "positive or negative", required=True),
    text("aspect", "One of " + " ".join(ASPECTS), required=True),
    text("salience", "One of " + " ".join(SALIENCES), required=True),
    *calendar_columns("the event"),
    text("edtf", "The date in ISO 8601-2 (EDTF)"),
    text("display", "The date in words"),
    text("sort_key", "Orders events in time; NULL when undated"),
    flag("long_range", "Whether it lasts longer than a week or has an open end"),
    text("deadline", "JSON of the date by which it is due"),
    text("deadline_day", "Last day of the deadline"),
    text("duration", "How long, as a TIMEX3 duration"),
    text("contexts", "JSON list of contexts"),
    number("source_count", "Independent sources; wire copies count once"),
    number("article_count", "Articles that report it"),
    number("mention_count", "Mentions it rests on"),
    flag("edited", "Whether a human changed it"),
    flag("hidden", "Whether a human took it out of the timelines"),
    number("revision", "Grows by one with each change that a reader would see"),
    text("fingerprint", "Digest of what a reader sees of it", required=True),
    text("first_seen_at", "When it was first stored, UTC"),
    text("updated_at", "When it last changed, UTC"),
    one_of("status", STATUSES),
    *(one_of(name, allowed) for name, allowed in _READING),
    *calendar_checks(),
    *yes_or_no("long_range", "edited", "hidden"),
    comment="What happened in the world, by all that is reported of it",
    **STRICT,
)
Index("ix_events_sort_key", events.c.sort_key)
Index("ix_events_type_sort_key", events.c.type, events.c.sort_key)
Index("ix_events_label_sort_key", events.c.label, events.c.sort_key)
Index("ix_events_status_sort_key", events.c.status, events.c.sort_key)
_LONG = sql("long_range = 1")
Index(
    "ix_events_long_range",
    events.c.last_day,
    events.c.first_day,
    events.c.sort_key,
    sqlite_where=_LONG,
    postgresql_where=_LONG,
)

mentions = Table(
    "mentions",
    metadata,
    row_id(),
    public_key("Public key, mn_...: digest of the article's key, the sentence and the trigger"),
    reference("article_id", "articles.id", "The article", on_delete="CASCADE"),
    reference("event_id", "events.id", "The event it reports", required=False, index=True, on_delete="SET NULL"),
    number("position", "Position among the article's mentions, from 0"),
    *span("The trigger"),
    text("text", "The trigger's words", required=True),
    text("lemma", "The trigger's base form", required=True),
    number("sentence", "Index of its sentence"),
    text("type", "One of " + " ".join(EVENT_TYPES), required=True),
    text("mode", "Finer kind within the type"),
    text("label", "The kind in everyday words", required=True),
    text("factuality", "One of " + " ".join(FACTUALITIES), required=True),
    text("polarity", "positive or negative", required=True),
    text("aspect", "One of " + " ".join(ASPECTS), required=True),
    text("salience", "One of " + " ".join(SALIENCES), required=True),
    *span("The evidence, its sentence at least", "evidence_"),
    text("more_evidence", "JSON list of further pieces, [start, end]"),
    *calendar_columns("the mention"),
    number("timex", "Position of the time expression that dates it", required=False),
    text("timex_rule", "How that expression was chosen", required=True),
    text("timex_bound", "Bound of the date that follows", required=True),
    number("deadline_timex", "Position of the expression that is its deadline", required=False),
    number("duration_timex", "Position of the expression that is its duration", required=False),
    text("deadline", "JSON of the date by which it is due"),
    text("duration", "How long, as a TIMEX3 duration"),
    text("actors", "JSON list of who acts, speaks or takes part"),
    text("recipients", "JSON list of whom or what it is done to"),
    text("about", "JSON list of spans: what a statement concerns"),
    text("places", "JSON list of places with role"),
    text("counts", "JSON list of numbers that belong to it"),
    text("attribution", "JSON of source, cue, outlet and chain; NULL is the article's own voice"),
    text("source", "Name of who says so"),
    text("source_kind", "Kind of who says so"),
    number("quotation", "Position of the quotation that it introduces or stands in", required=False),
    text("contexts", "JSON list of contexts"),
    text("title", "One line that a reader would write", required=True),
    number("article_event", "Number of the event within the article; mentions of one event share it"),
    text("rule", "Lexicon entry and rule that coded it", required=True),
    *span("The words that made it other than happened", "cue_", required=False),
    text("cue", "Those words"),
    flag("main", "Whether one line about the article would tell this one"),
    UniqueConstraint("article_id", "position"),
    in_order(),
    in_order("evidence_start_char", "evidence_end_char", "evidence_span"),
    *(one_of(name, allowed) for name, allowed in _READING),
    *calendar_checks(),
    *yes_or_no("main"),
    comment="Reports of events, one row for each in each article's current text",
    **STRICT,
)

participants = Table(
    "participants",
    metadata,
    reference("event_id", "events.id", "The event", primary=True, on_delete="CASCADE"),
    number("position", "Order within the event, actors before recipients", primary=True),
    text("role", "One of " + " ".join((*ACTOR_ROLES, *RECIPIENT_ROLES)), required=True),
    reference("actor_id", "actors.id", "Who that is; NULL for a thing", required=False),
    text("name", "Name as the event shows it", required=True),
    text("kind", "Kind of actor; NULL for a thing"),
    text("country", "ISO 3166-1 alpha-2"),
    text("code", "CAMEO actor code"),
    text("text", "The words at the place", required=True),
    *span("The words, in the text of that article"),
    reference(
        "article_id", "articles.id", "The article that says so; NULL when put together from several", required=False
    ),
    text("type", "The event's type, for quick look-up", required=True),
    text("sort_key", "The event's sort key, for quick look-up"),
    one_of("role", (*ACTOR_ROLES, *RECIPIENT_ROLES)),
    in_order(),
    comment="Who takes part in an event, in which role",
    **STRICT_BY_KEY,
)
Index("ix_participants_actor_id_sort_key", participants.c.actor_id, participants.c.sort_key)
Index("ix_participants_actor_id_type_sort_key", participants.c.actor_id, participants.c.type, participants.c.sort_key)

places = Table(
    "places",
    metadata,
    reference("event_id", "events.id", "The event", primary=True, on_delete="CASCADE"),
    number("position", "Order within the event", primary=True),
    text("role", "One of " + " ".join(PLACE_ROLES), required=True),
    text("name", "Name of the place", required=True),
    text("country", "ISO 3166-1 alpha-2"),
    real("latitude", "Degrees north"),
    real("longitude", "Degrees east"),
    text("text", "The words at the place", required=True),
    *span("The words, in the text of that article"),
    reference(
        "article_id", "articles.id", "The article that says so; NULL when put together from several", required=False
    ),
    text("kind", "One of " + " ".join(PLACE_KINDS), required=True),
    one_of("role", PLACE_ROLES),
    one_of("kind", PLACE_KINDS),
    in_order(),
    comment="Where an event was, went or is about",
    **STRICT_BY_KEY,
)
Index("ix_places_name", places.c.name)

counts = Table(
    "counts",
    metadata,
    reference("event_id", "events.id", "The event", primary=True, on_delete="CASCADE"),
    number("position", "Order within the event", primary=True),
    text("kind", "What is counted: dead injured missing arrested size displaced", required=True),
    number("minimum", "At least; NULL when not said", required=False),
    number("maximum", "At most; NULL when not said", required=False),
    flag("approximate", "Whether the words are soft"),
    text("text", "The words", required=True),
    *span("The words, in the text of that article"),
    reference(
        "article_id", "articles.id", "The article that says so; NULL when put together from several", required=False
    ),
    in_order(),
    *yes_or_no("approximate"),
    comment="Numbers that belong to an event: the dead, the injured, the size of a crowd",
    **STRICT_BY_KEY,
)

conflict_values = Table(
    "conflict_values",
    metadata,
    reference("event_id", "events.id", "The event", primary=True, on_delete="CASCADE"),
    number("position", "Order within the event", primary=True),
    text("field", "Field on which sources differ", required=True),
    text("value", "One of the competing values", required=True),
    text("article_keys", "JSON list of the articles that give it"),
    number("source_count", "How many articles give it"),
    text("sources", "Outlets that give it, joined by ; "),
    flag("chosen", "Whether the event shows it"),
    text("reason", "Why that one", required=True),
    *yes_or_no("chosen"),
    comment="Competing values side by side, never averaged",
    **STRICT_BY_KEY,
)

event_links = Table(
    "event_links",
    metadata,
    reference("event_id", "events.id", "The event", primary=True, on_delete="CASCADE"),
    text("kind", "One of " + " ".join(LINK_KINDS), primary=True),
    text("other_key", "Public key of the other event", primary=True),
    one_of("kind", LINK_KINDS),
    comment="Relations between events",
    **STRICT_BY_KEY,
)
Index("ix_event_links_other_key", event_links.c.other_key)
