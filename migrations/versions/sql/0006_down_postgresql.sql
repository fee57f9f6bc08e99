DROP VIEW acled;

CREATE VIEW acled AS
SELECT e.key AS event_id_cnty, e.first_day AS event_date, CAST(substr(e.first_day, 1, 4) AS INTEGER) AS year,
  CASE WHEN e.first_day = e.last_day THEN 1 WHEN e.granularity IN ('weekend', 'week') THEN 2
    WHEN e.granularity = 'month' THEN 3 END AS time_precision,
  NULL AS disorder_type, e.type AS event_type, e.label AS sub_event_type,
  (SELECT p.name FROM participants p WHERE p.event_id = e.id AND p.role IN ('agent', 'speaker', 'party')
    AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('agent', 'speaker', 'party'))) AS actor1, NULL AS assoc_actor_1, (SELECT p.code FROM participants p WHERE p.event_id = e.id AND p.role IN ('agent', 'speaker', 'party')
    AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('agent', 'speaker', 'party'))) AS inter1,
  (SELECT p.name FROM participants p WHERE p.event_id = e.id AND p.role IN ('patient', 'recipient', 'counterpart')
    AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('patient', 'recipient', 'counterpart'))) AS actor2, NULL AS assoc_actor_2, (SELECT p.code FROM participants p WHERE p.event_id = e.id AND p.role IN ('patient', 'recipient', 'counterpart')
    AND p.position = (SELECT min(x.position) FROM participants x WHERE x.event_id = e.id AND x.role IN ('patient', 'recipient', 'counterpart'))) AS inter2,
  (SELECT pl.country FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS country, (SELECT pl.name FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS location, (SELECT pl.latitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS latitude,
  (SELECT pl.longitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) AS longitude,
  CASE WHEN (SELECT pl.latitude FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) IS NULL THEN NULL WHEN (SELECT pl.kind FROM places pl WHERE pl.event_id = e.id AND pl.position =
    (SELECT min(x.position) FROM places x WHERE x.event_id = e.id AND x.role = 'venue')) = 'region' THEN 3 ELSE 1 END AS geo_precision,
  (SELECT string_agg(name, '; ' ORDER BY name) FROM (SELECT DISTINCT o.name FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN outlets o ON o.id = a.outlet_id WHERE m.event_id = e.id) AS named) AS source, NULL AS source_scale, e.title AS notes,
  (SELECT c.minimum FROM counts c WHERE c.event_id = e.id AND c.kind = 'dead' AND c.position =
    (SELECT min(x.position) FROM counts x WHERE x.event_id = e.id AND x.kind = 'dead')) AS fatalities,
  e.updated_at AS timestamp
FROM events e
WHERE e.first_day IS NOT NULL AND e.status IN ('happened', 'ongoing', 'reported', 'disputed') AND e.hidden = 0;
