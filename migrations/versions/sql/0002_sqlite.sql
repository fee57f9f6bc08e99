DROP INDEX ix_actor_mentions_actor_id;

ALTER TABLE actor_mentions RENAME TO actor_mentions_before;

CREATE TABLE actor_mentions (
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	aliases TEXT,
	titles TEXT,
	spans TEXT,
	"key" TEXT NOT NULL,
	CONSTRAINT pk_actor_mentions PRIMARY KEY (article_id, position),
	CONSTRAINT fk_actor_mentions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT fk_actor_mentions_actor_id_actors FOREIGN KEY(actor_id) REFERENCES actors (id)
)
 WITHOUT ROWID,
 STRICT;

INSERT INTO actor_mentions (article_id, position, actor_id, name, aliases, titles, spans, key)
SELECT m.article_id, m.position, m.actor_id, m.name, m.aliases, m.titles, m.spans, a.key
FROM actor_mentions_before m
JOIN actors a ON a.id = m.actor_id;

DROP TABLE actor_mentions_before;

CREATE INDEX ix_actor_mentions_actor_id ON actor_mentions (actor_id);

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
  (SELECT group_concat(value, '; ') FROM (SELECT n.name AS value FROM actor_names n WHERE n.actor_id = ac.id AND n.kind = 'alias' ORDER BY n.name)) AS aliases,
  (SELECT group_concat(value, '; ') FROM (SELECT n.name AS value FROM actor_names n WHERE n.actor_id = ac.id AND n.kind = 'title' ORDER BY n.name)) AS titles,
  ac.same_as,
  (SELECT count(DISTINCT p.event_id) FROM participants p JOIN events e ON e.id = p.event_id WHERE p.actor_id = ac.id AND e.hidden = 0) AS events,
  (SELECT count(DISTINCT am.article_id) FROM actor_mentions am WHERE am.actor_id = ac.id) AS articles,
  (SELECT min(e.first_day) FROM participants p JOIN events e ON e.id = p.event_id WHERE p.actor_id = ac.id AND e.hidden = 0) AS first_day,
  (SELECT max(coalesce(e.last_day, e.first_day)) FROM participants p JOIN events e ON e.id = p.event_id WHERE p.actor_id = ac.id AND e.hidden = 0) AS last_day
FROM actors ac
WHERE EXISTS (SELECT 1 FROM actor_mentions am WHERE am.actor_id = ac.id);
