UPDATE actor_mentions SET actor_id = coalesce((SELECT a.id FROM actors a WHERE a.key = actor_mentions.key), actor_id)
WHERE actor_id IN (SELECT a.id FROM actors a WHERE a.key LIKE 'ac\_%\___' ESCAPE '\');

DROP TABLE stated_countries;

COMMENT ON COLUMN actor_mentions."key" IS 'Key that reading gave it; that of actor_id is another where an edit says so';
