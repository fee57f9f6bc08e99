DROP VIEW timeline;

DROP VIEW acled;

DROP INDEX ix_places_name;

ALTER TABLE places RENAME TO places_before;

CREATE TABLE places (
	event_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	role TEXT NOT NULL,
	name TEXT NOT NULL,
	country TEXT,
	latitude REAL,
	longitude REAL,
	text TEXT NOT NULL,
	start_char INTEGER NOT NULL,
	end_char INTEGER NOT NULL,
	article_id INTEGER,
	kind TEXT NOT NULL,
	CONSTRAINT pk_places PRIMARY KEY (event_id, position),
	CONSTRAINT ck_places_role CHECK (role IN ('venue', 'destination', 'origin', 'about')),
	CONSTRAINT ck_places_kind CHECK (kind IN ('site', 'town', 'city', 'region', 'country', 'world', 'place')),
	CONSTRAINT ck_places_span CHECK (0 <= start_char AND start_char < end_char),
	CONSTRAINT fk_places_event_id_events FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE,
	CONSTRAINT fk_places_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id)
)
 WITHOUT ROWID,
 STRICT;

INSERT INTO places (event_id, position, role, name, country, latitude, longitude, text, start_char, end_char, article_id, kind)
SELECT event_id, position, role, name, country, latitude, longitude, text, start_char, end_char, article_id, 'place'
FROM places_before;

DROP TABLE places_before;

CREATE INDEX ix_places_name ON places (name);

CREATE VIEW timeline AS
SELECT s.key AS story_id, s.title AS story, e.key AS event_id, e.sort_key, e.first_day, e.last_day, e.edtf,
    e.granularity,
  e.part_of_day, e.time, e.bound, e.display, e.approximate, e.uncertain, e.basis, e.deadline_day, e.type, e.mode,
    e.label,
  e.status, e.factuality, e.polarity, e.aspect, e.salience, e.title,
  (SELECT group_concat(value, '; ') FROM (SELECT p.name AS value FROM participants p WHERE p.event_id = e.id AND p.actor_id IS NOT NULL ORDER BY p.position)) AS actors,
  (SELECT group_concat(value, '; ') FROM (SELECT pl.name AS value FROM places pl WHERE pl.event_id = e.id ORDER BY pl.position)) AS places,
  (SELECT group_concat(value, '; ') FROM (SELECT p.name AS value FROM participants p WHERE p.event_id = e.id AND p.role = 'speaker' ORDER BY p.position)) AS speaker,
  e.source_count, e.article_count, e.edited, e.revision, e.first_seen_at, e.updated_at
FROM events e
LEFT JOIN story_events se ON se.event_id = e.id
LEFT JOIN stories s ON s.id = se.story_id
WHERE e.hidden = 0;

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
  (SELECT group_concat(value, '; ') FROM (SELECT name AS value FROM (SELECT DISTINCT o.name FROM mentions m JOIN articles a ON a.id = m.article_id
    JOIN outlets o ON o.id = a.outlet_id WHERE m.event_id = e.id) AS named ORDER BY name)) AS source, NULL AS source_scale, e.title AS notes,
  (SELECT c.minimum FROM counts c WHERE c.event_id = e.id AND c.kind = 'dead' AND c.position =
    (SELECT min(x.position) FROM counts x WHERE x.event_id = e.id AND x.kind = 'dead')) AS fatalities,
  e.updated_at AS timestamp
FROM events e
WHERE e.first_day IS NOT NULL AND e.status IN ('happened', 'ongoing', 'reported', 'disputed') AND e.hidden = 0;
