"""The views: the database for people who speak SQL.

Plain SQL without functions of ours, so that they work in the ``sqlite3`` shell, in Datasette, in DuckDB and in
PostgreSQL; where
the two dialects differ, ``Words`` says it. Nothing in a view depends on the day on which it is read. Every ``*_id``
is a public key. Which columns a view has is a promise: a test keeps the list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.storage import acled


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What one dialect says differently.

    Attributes:
        joined: SQL for the values of an expression over some rows, joined by "; " in an order.
        year: SQL for the year of an ISO day as a number.
        days: SQL for the days from the first to the last of two ISO days, both included.
    """

    joined: Callable[[str, str, str], str]
    year: Callable[[str], str]
    days: Callable[[str, str], str]


SQLITE = Words(
    joined=lambda value, rows, order: (
        f"(SELECT group_concat(value, '; ') FROM (SELECT {value} AS value FROM {rows} ORDER BY {order}))"
    ),
    year=lambda day: f"CAST(substr({day}, 1, 4) AS INTEGER)",
    days=lambda first, last: f"CAST(julianday({last}) - julianday({first}) AS INTEGER) + 1",
)

POSTGRESQL = Words(
    joined=lambda value, rows, order: f"(SELECT string_agg({value}, '; ' ORDER BY {order}) FROM {rows})",
    year=lambda day: f"CAST(substr({day}, 1, 4) AS INTEGER)",
    days=lambda first, last: f"CAST({last} AS date) - CAST({first} AS date) + 1",
)

_QUOTE = "substr(v.text, m.evidence_start_char + 1, m.evidence_end_char - m.evidence_start_char)"
_TRIGGER_SOURCE = """JOIN articles a ON a.id = m.article_id
JOIN article_versions v ON v.id = a.version_id
LEFT JOIN outlets o ON o.id = a.outlet_id"""


def _timeline(words: Words) -> str:
    actors = words.joined("p.name", "participants p WHERE p.event_id = e.id AND p.actor_id IS NOT NULL", "p.position")
    places = words.joined("pl.name", "places pl WHERE pl.event_id = e.id", "pl.position")
    speaker = words.joined("p.name", "participants p WHERE p.event_id = e.id AND p.role = 'speaker'", "p.position")
    return f"""
SELECT s.key AS story_id, s.title AS story, e.key AS event_id, e.sort_key, e.first_day, e.last_day, e.edtf,
    e.granularity,
  e.part_of_day, e.time, e.bound, e.display, e.approximate, e.uncertain, e.basis, e.deadline_day, e.type, e.mode,
    e.label,
  e.status, e.factuality, e.polarity, e.aspect, e.salience, e.title,
  {actors} AS actors,
  {places} AS places,
  {speaker} AS speaker,
  e.source_count, e.article_count, e.edited, e.revision, e.first_seen_at, e.updated_at
FROM events e
LEFT JOIN story_events se ON se.event_id = e.id
LEFT JOIN stories s ON s.id = se.story_id
WHERE e.hidden = 0"""


def _event_sources(_: Words) -> str:
    return f"""
SELECT e.key AS event_id, e.first_day, e.last_day, e.title, o.key AS source_id, o.name AS source, a.key AS article_id,
  v.title AS article_title, a.url, a.published, a.published_basis,
  {_QUOTE} AS quote, m.evidence_start_char AS quote_start, m.evidence_end_char AS quote_end,
  t.text AS date_quote, m.type, m.label, m.factuality, original.key AS copy_of_article_id
FROM mentions m
JOIN events e ON e.id = m.event_id
{_TRIGGER_SOURCE}
LEFT JOIN time_expressions t ON t.article_id = m.article_id AND t.position = m.timex
LEFT JOIN articles original ON original.id = a.copy_of_id"""


def _event_actors(_: Words) -> str:
    return """
SELECT e.key AS event_id, e.first_day, e.last_day, e.type, e.mode, e.label, e.status, ac.key AS actor_id,
    p.name AS actor,
  p.kind, p.country, p.code, p.role, p.text AS quote, a.key AS article_id, p.start_char AS quote_start,
  p.end_char AS quote_end, e.sort_key, e.edtf, e.title, e.factuality, e.salience, e.source_count
FROM participants p
JOIN events e ON e.id = p.event_id
LEFT JOIN actors ac ON ac.id = p.actor_id
LEFT JOIN articles a ON a.id = p.article_id
WHERE e.hidden = 0"""


def _actor_overview(words: Words) -> str:
    def known_as(kind: str) -> str:
        return words.joined("n.name", f"actor_names n WHERE n.actor_id = ac.id AND n.kind = '{kind}'", "n.name")

    told = "participants p JOIN events e ON e.id = p.event_id WHERE p.actor_id = ac.id AND e.hidden = 0"
    return f"""
SELECT ac.key AS actor_id, ac.name, ac.kind, ac.country, ac.code,
  {known_as("alias")} AS aliases,
  {known_as("title")} AS titles,
  ac.same_as,
  (SELECT count(DISTINCT p.event_id) FROM {told}) AS events,
  (SELECT count(DISTINCT am.article_id) FROM actor_mentions am WHERE am.actor_id = ac.id) AS articles,
  (SELECT min(e.first_day) FROM {told}) AS first_day,
  (SELECT max(coalesce(e.last_day, e.first_day)) FROM {told}) AS last_day
FROM actors ac
WHERE EXISTS (SELECT 1 FROM actor_mentions am WHERE am.actor_id = ac.id)"""


def _statements(_: Words) -> str:
    return f"""
SELECT e.key AS event_id, m.first_day AS said_on, m.source AS speaker, m.source_kind AS speaker_kind,
  CASE WHEN m.source IS NULL THEN NULL WHEN m.source_kind = 'unnamed' THEN 0 ELSE 1 END AS named, q.kind,
  substr(v.text, q.start_char + 1, q.end_char - q.start_char) AS claim, m.type, m.label, m.factuality,
  {_QUOTE} AS quote, o.name AS source, a.key AS article_id, a.url, a.published
FROM mentions m
JOIN events e ON e.id = m.event_id
{_TRIGGER_SOURCE}
LEFT JOIN quotations q ON q.article_id = m.article_id AND q.position = m.quotation
WHERE m.type = 'STATEMENT' OR m.source IS NOT NULL"""


def _planned(words: Words) -> str:
    announced = """(SELECT min(a.published_on) FROM mentions m JOIN articles a ON a.id = m.article_id
    WHERE m.event_id = e.id)"""
    later = (
        "event_links l JOIN events later ON later.id = l.event_id WHERE l.other_key = e.key AND l.kind = 'outcome_of'"
    )
    return f"""
SELECT s.key AS story_id, s.title AS story, e.key AS event_id, e.title, e.type, e.mode, e.label,
  coalesce(e.first_day, e.deadline_day) AS planned_for, e.last_day, e.granularity, e.display, e.deadline_day,
  {announced} AS announced_on, e.status, e.factuality,
  CASE WHEN e.status IN ('cancelled', 'postponed') THEN e.status
    WHEN e.status IN ('happened', 'ongoing', 'disputed') OR EXISTS (SELECT 1 FROM {later}) THEN 'happened'
  END AS outcome,
  {words.joined("later.key", later, "later.key")} AS outcome_event_id, e.source_count
FROM events e
LEFT JOIN story_events se ON se.event_id = e.id
LEFT JOIN stories s ON s.id = se.story_id
WHERE e.hidden = 0 AND (e.status IN ('planned', 'cancelled', 'postponed')
  OR e.id IN (SELECT m.event_id FROM mentions m WHERE m.factuality = 'planned'))"""


def _conflicts(_: Words) -> str:
    return """
SELECT e.key AS event_id, e.title, c.field, c.value, c.source_count, c.sources, c.chosen, c.reason
FROM conflict_values c
JOIN events e ON e.id = c.event_id"""


def _undated(_: Words) -> str:
    return f"""
SELECT e.key AS event_id, e.title, e.type, e.label, e.status, t.text AS date_text, t.unresolved,
  CASE
    WHEN t.position IS NOT NULL AND a.published IS NULL THEN 'the article states no date of publication'
    WHEN t.position IS NOT NULL THEN 'the words name no day'
    ELSE 'no words say when'
  END AS reason,
  a.key AS article_id, a.published, o.name AS source, {_QUOTE} AS quote
FROM events e
JOIN mentions m ON m.event_id = e.id
{_TRIGGER_SOURCE}
LEFT JOIN time_expressions t ON t.article_id = m.article_id AND t.position = m.timex
WHERE e.sort_key IS NULL AND e.hidden = 0"""


def _story_overview(words: Words) -> str:
    top = words.joined(
        "name",
        """(SELECT p.name, count(*) AS events FROM story_events se JOIN participants p ON p.event_id = se.event_id
    WHERE se.story_id = s.id AND p.actor_id IS NOT NULL GROUP BY p.actor_id, p.name
    ORDER BY count(*) DESC, p.name LIMIT 5) AS top""",
        "events DESC, name",
    )

    def events(condition: str) -> str:
        return f"""(SELECT count(*) FROM story_events se JOIN events e ON e.id = se.event_id
    WHERE se.story_id = s.id AND {condition})"""

    return f"""
SELECT s.key AS story_id, s.slug, s.title, s.status, s.first_day, s.last_day,
  {words.days("s.first_day", "s.last_day")} AS days,
  s.event_count AS events,
  {events("e.factuality = 'planned'")} AS planned,
  {events("e.sort_key IS NULL")} AS undated,
  s.article_count AS articles, s.source_count AS sources,
  {top} AS top_actors,
  s.revision, s.first_seen_at, s.updated_at
FROM stories s"""


def _story_days(_: Words) -> str:
    return """
SELECT s.key AS story_id, e.first_day AS day, count(DISTINCT e.id) AS events,
  count(DISTINCT CASE WHEN e.type = 'STATEMENT' THEN e.id END) AS statements,
  count(DISTINCT CASE WHEN e.type <> 'STATEMENT' THEN e.id END) AS actions,
  count(DISTINCT m.article_id) AS articles
FROM stories s
JOIN story_events se ON se.story_id = s.id
JOIN events e ON e.id = se.event_id
LEFT JOIN mentions m ON m.event_id = e.id
WHERE e.first_day IS NOT NULL AND e.first_day = e.last_day AND e.hidden = 0
GROUP BY s.key, e.first_day"""


def _source_coverage(_: Words) -> str:
    return """
SELECT o.key AS source_id, o.name AS source, count(DISTINCT a.id) AS articles, min(a.published_on) AS first_published,
  max(a.published_on) AS last_published, count(DISTINCT m.event_id) AS events,
  count(DISTINCT CASE WHEN e.article_count = 1 THEN e.id END) AS exclusive_events,
  round(1.0 * count(DISTINCT CASE WHEN a.copy_of_id IS NOT NULL THEN a.id END) / count(DISTINCT a.id),
    3) AS syndicated_share
FROM outlets o
JOIN articles a ON a.outlet_id = o.id
LEFT JOIN mentions m ON m.article_id = a.id
LEFT JOIN events e ON e.id = m.event_id
GROUP BY o.id, o.key, o.name"""


def _review_queue(_: Words) -> str:
    def quote_of(condition: str) -> str:
        return f"""(SELECT min({_QUOTE}) FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN article_versions v ON v.id = a.version_id WHERE m.event_id = e.id{condition})"""

    first_quote = quote_of(" AND m.id = (SELECT min(x.id) FROM mentions x WHERE x.event_id = e.id)")
    suggestion = "'timeline edit ' || e.key || "
    return f"""
SELECT event_id, title, reason, priority, quote, suggestion FROM (
  SELECT e.key AS event_id, e.title, 'sources differ on ' || c.field AS reason, 1 AS priority, {first_quote} AS quote,
    'keep ' || c.value || ' or choose another' AS suggestion
  FROM events e JOIN conflict_values c ON c.event_id = e.id AND c.chosen = 1
  WHERE e.edited = 0 AND e.hidden = 0
  UNION ALL
  SELECT e.key, e.title, 'planned, but no day is known', 2, {first_quote}, {suggestion}' --date DATE'
  FROM events e WHERE e.status = 'planned' AND e.sort_key IS NULL AND e.deadline_day IS NULL AND e.edited = 0
    AND e.hidden = 0
  UNION ALL
  SELECT e.key, e.title, 'the day is uncertain: it rests on ' || e.basis, 3, {first_quote},
    {suggestion}' --date ' || e.edtf
  FROM events e WHERE e.uncertain = 1 AND e.salience = 'core' AND e.bound = 'on' AND e.edited = 0 AND e.hidden = 0
  UNION ALL
  SELECT e.key, e.title, 'no day is known', 4, {first_quote}, {suggestion}' --date DATE'
  FROM events e WHERE e.sort_key IS NULL AND e.salience = 'core' AND e.status <> 'planned' AND e.edited = 0
    AND e.hidden = 0
) AS doubtful"""


def _acled(words: Words) -> str:
    sources = words.joined(
        "name",
        """(SELECT DISTINCT o.name FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN outlets o ON o.id = a.outlet_id WHERE m.event_id = e.id) AS named""",
        "name",
    )
    return acled.select(words.year("e.first_day"), sources)


def _edit_log(_: Words) -> str:
    return """
SELECT key AS edit_id, at, by, target_key AS target_id, field, machine_value, human_value, note, active
FROM edits"""


def _run_log(_: Words) -> str:
    return """
SELECT r.key AS run_id, r.started_at, r.finished_at, i.position, i.path, i.outcome, i.reason,
    i.article_key AS article_id,
  i.event_count AS mentions
FROM runs r
JOIN run_items i ON i.run_id = r.id"""


def _mention_texts(_: Words) -> str:
    return f"""
SELECT m.id, m.title, {_QUOTE} AS quote
FROM mentions m
JOIN articles a ON a.id = m.article_id
JOIN article_versions v ON v.id = a.version_id"""


VIEWS: dict[str, Callable[[Words], str]] = {
    "timeline": _timeline,
    "event_sources": _event_sources,
    "event_actors": _event_actors,
    "actor_overview": _actor_overview,
    "statements": _statements,
    "planned": _planned,
    "conflicts": _conflicts,
    "undated": _undated,
    "story_overview": _story_overview,
    "story_days": _story_days,
    "source_coverage": _source_coverage,
    "review_queue": _review_queue,
    "acled": _acled,
    "edit_log": _edit_log,
    "run_log": _run_log,
    "mention_texts": _mention_texts,
}


def create_statements(words: Words) -> tuple[str, ...]:
    """The ``CREATE VIEW`` statements of one dialect, in order."""
    return tuple(f"CREATE VIEW {name} AS{select(words)}" for name, select in VIEWS.items())
