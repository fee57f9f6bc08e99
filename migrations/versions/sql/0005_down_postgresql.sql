UPDATE actor_mentions SET actor_id = coalesce((SELECT a.id FROM actors a WHERE a.key = actor_mentions.key), actor_id)
WHERE actor_id IN (SELECT a.id FROM actors a WHERE a.key LIKE 'ac\_%\____%' ESCAPE '\');

DELETE FROM stated_countries WHERE country = '';

ALTER TABLE stated_countries DROP COLUMN calling;

COMMENT ON TABLE stated_countries IS 'Which country an article gives a person: people of one name and different countries are two actors';

COMMENT ON COLUMN stated_countries.country IS 'ISO 3166-1 alpha-2 of nationality, office or body, as the article states it';
