ALTER TABLE actor_mentions ADD COLUMN key TEXT;

UPDATE actor_mentions SET key = (SELECT a.key FROM actors a WHERE a.id = actor_mentions.actor_id);

ALTER TABLE actor_mentions ALTER COLUMN key SET NOT NULL;

COMMENT ON COLUMN actor_mentions.key IS 'Key that reading gave it; that of actor_id is another where an edit says so';

DROP VIEW event_actors;

CREATE VIEW event_actors AS
SELECT e.key AS event_id, e.first_day, e.last_day, e.type, e.mode, e.label, e.status, ac.key AS actor_id,
    p.name AS actor,
  p.kind, p.country, p.code, p.role, p.text AS quote, a.key AS article_id, p.start_char AS quote_start,
  p.end_char AS quote_end, e.sort_key, e.edtf, e.title, e.factuality, e.salience, e.source_count
FROM participants p
JOIN events e ON e.id = p.event_id
LEFT JOIN actors ac ON ac.id = p.actor_id
LEFT JOIN articles a ON a.id = p.article_id
WHERE e.hidden = 0;

CREATE VIEW actor_overview AS
SELECT ac.key AS actor_id, ac.name, ac.kind, ac.country, ac.code,
  (SELECT string_agg(n.name, '; ' ORDER BY n.name) FROM actor_names n WHERE n.actor_id = ac.id AND n.kind = 'alias') AS aliases,
  (SELECT string_agg(n.name, '; ' ORDER BY n.name) FROM actor_names n WHERE n.actor_id = ac.id AND n.kind = 'title') AS titles,
  ac.same_as,
  (SELECT count(DISTINCT p.event_id) FROM participants p JOIN events e ON e.id = p.event_id WHERE p.actor_id = ac.id AND e.hidden = 0) AS events,
  (SELECT count(DISTINCT am.article_id) FROM actor_mentions am WHERE am.actor_id = ac.id) AS articles,
  (SELECT min(e.first_day) FROM participants p JOIN events e ON e.id = p.event_id WHERE p.actor_id = ac.id AND e.hidden = 0) AS first_day,
  (SELECT max(coalesce(e.last_day, e.first_day)) FROM participants p JOIN events e ON e.id = p.event_id WHERE p.actor_id = ac.id AND e.hidden = 0) AS last_day
FROM actors ac
WHERE EXISTS (SELECT 1 FROM actor_mentions am WHERE am.actor_id = ac.id);
