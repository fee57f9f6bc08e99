CREATE TABLE stated_countries (
	key TEXT NOT NULL,
	country TEXT NOT NULL,
	article_id INTEGER NOT NULL,
	CONSTRAINT pk_stated_countries PRIMARY KEY (key, country, article_id),
	CONSTRAINT fk_stated_countries_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
);

CREATE INDEX ix_stated_countries_article_id ON stated_countries (article_id);

COMMENT ON TABLE stated_countries IS 'Which country an article gives a person: people of one name and different countries are two actors';

COMMENT ON COLUMN stated_countries.key IS 'Key that reading gave the person, ac_...';

COMMENT ON COLUMN stated_countries.country IS 'ISO 3166-1 alpha-2 of nationality, office or body, as the article states it';

COMMENT ON COLUMN stated_countries.article_id IS 'The article';

COMMENT ON COLUMN actor_mentions.key IS 'Key that reading gave it; that of actor_id is another for a namesake, or where an edit says so';

INSERT INTO stated_countries (key, country, article_id)
SELECT DISTINCT m.key, a.country, m.article_id
FROM actor_mentions m
JOIN actors a ON a.key = m.key
WHERE a.kind = 'person' AND a.country IS NOT NULL;
