"""The view ``acled``: one row an event in ACLED's columns and ACLED's words, so that existing code joins.

What comes in: the words of a dialect, and ``lexicons/acled.csv``. What goes out: the view's SELECT. What ACLED does not
record, or our data do not tell, is null: an attack of which nobody knows whom it hit has no event type.
"""

from __future__ import annotations

from timeline.lexicons.acled import AcledRow, acled_rows

_ACTORS = "'agent', 'speaker', 'party'"
_RECIPIENTS = "'patient', 'recipient', 'counterpart'"
_ARMED = ("MIL", "REB", "COP")
_STATE = ("MIL", "COP", "GOV")
_ABROAD = ("IGO", "PKO")
_PEOPLE = "('person', 'group', 'role', 'unnamed')"
_PART, _PLACES = 3, (1, 4, 7)  # a code is a country and sectors, three letters each
_SIDES = {"": "", "armed": " AND {armed_1} AND {armed_2}", "people": " AND {people_2}"}


def _participant(column: str, roles: str) -> str:
    return f"""(SELECT p.{column} FROM participants p WHERE p.event_id = e.id AND p.role IN ({roles})
      AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ({roles})))"""


def _place(column: str) -> str:
    return f"""(SELECT pl.{column} FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue'))"""


def _has(side: int, sectors: tuple[str, ...]) -> str:
    """SQL for whether the code of a side names one of some sectors: "GRCOPP" is no COP, "AREBUS" no REB."""
    names = ", ".join(map(_quoted, sectors))
    parts = (f"substr(coalesce(e.code_{side}, ''), {place}, {_PART}) IN ({names})" for place in _PLACES)
    return f"({' OR '.join(parts)})"


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def _sub_event_type() -> str:
    """SQL for the sub-event type of an event by its type, label and sides."""
    conditions = {
        "armed_1": _has(1, _ARMED),
        "armed_2": _has(2, _ARMED),
        "people_2": f"(e.kind_2 IN {_PEOPLE} AND NOT {_has(2, _ARMED)})",
    }
    cases = [
        f"    WHEN e.type = {_quoted(row.type)} AND e.label IN ({', '.join(map(_quoted, row.labels))})"
        f"{_SIDES[row.sides].format(**conditions)} THEN {_quoted(row.sub_event_type)}"
        for row in acled_rows()
    ]
    return "CASE\n" + "\n".join(cases) + "\n  END"


def _wider(column: str) -> str:
    """SQL for the event type or disorder type of a sub-event type."""
    names: dict[str, list[AcledRow]] = {}
    for row in acled_rows():
        names.setdefault(getattr(row, column), []).append(row)
    cases = [
        f"    WHEN c.sub_event_type IN ({', '.join(dict.fromkeys(_quoted(row.sub_event_type) for row in rows))})"
        f" THEN {_quoted(name)}"
        for name, rows in names.items()
    ]
    return "CASE\n" + "\n".join(cases) + "\n  END"


def _interaction(side: int) -> str:
    """SQL for what ACLED calls one side: state forces, rebel group, protesters, rioters, civilians, others."""
    demonstrators = (
        """    WHEN e.type = 'PROTEST' AND e.mode IN ('riot', 'vandalize') THEN 'Rioters'
    WHEN e.type = 'PROTEST' THEN 'Protesters'
"""
        if side == 1
        else ""
    )
    civilians = (
        f"    WHEN e.kind_2 IN {_PEOPLE} AND e.type IN ('ASSAULT', 'COERCE') THEN 'Civilians'\n" if side > 1 else ""
    )
    return f"""CASE
{demonstrators}    WHEN {_has(side, _STATE)} THEN 'State forces'
    WHEN {_has(side, ("REB",))} AND e.kind_{side} = 'organisation' THEN 'Rebel group'
    WHEN {_has(side, _ABROAD)} THEN 'External/Other forces'
    WHEN {_has(side, ("REB",))} THEN NULL
{civilians}  END"""


def select(year: str, sources: str) -> str:
    """The SELECT of the view.

    Args:
        year: SQL for the year of ``e.first_day`` as a number.
        sources: SQL for the names of the outlets that report ``e``.
    """
    return f"""
SELECT c.event_id_cnty, c.event_date, c.year, c.time_precision,
  {_wider("disorder_type")} AS disorder_type,
  {_wider("event_type")} AS event_type,
  c.sub_event_type, c.actor1, NULL AS assoc_actor_1, c.inter1, c.actor2, NULL AS assoc_actor_2, c.inter2,
  c.country, c.location, c.latitude, c.longitude, c.geo_precision, c.source, NULL AS source_scale, c.notes,
  c.fatalities, c.timestamp
FROM (
SELECT e.key AS event_id_cnty, e.first_day AS event_date, {year} AS year,
  CASE WHEN e.first_day = e.last_day THEN 1 WHEN e.granularity IN ('weekend', 'week') THEN 2
    WHEN e.granularity = 'month' THEN 3 END AS time_precision,
  {_sub_event_type()} AS sub_event_type,
  e.name_1 AS actor1, {_interaction(1)} AS inter1,
  e.name_2 AS actor2, {_interaction(2)} AS inter2,
  {_place("country")} AS country, {_place("name")} AS location, {_place("latitude")} AS latitude,
  {_place("longitude")} AS longitude,
  CASE WHEN {_place("latitude")} IS NULL THEN NULL WHEN {_place("kind")} = 'region' THEN 3 ELSE 1 END AS geo_precision,
  {sources} AS source, e.title AS notes,
  (SELECT n.minimum FROM counts n WHERE n.event_id = e.id AND n.kind = 'dead' AND n.position =
    (SELECT min(x.position) FROM counts x WHERE x.event_id = e.id AND x.kind = 'dead')) AS fatalities,
  e.updated_at AS timestamp
FROM (SELECT e.*,
    {_participant("name", _ACTORS)} AS name_1,
    {_participant("kind", _ACTORS)} AS kind_1,
    {_participant("code", _ACTORS)} AS code_1,
    {_participant("name", _RECIPIENTS)} AS name_2,
    {_participant("kind", _RECIPIENTS)} AS kind_2,
    {_participant("code", _RECIPIENTS)} AS code_2
  FROM events e
  WHERE e.first_day IS NOT NULL AND e.status IN ('happened', 'ongoing', 'reported', 'disputed') AND e.hidden = 0) AS e
) AS c"""
