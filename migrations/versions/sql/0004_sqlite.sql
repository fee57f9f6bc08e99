CREATE TABLE stated_countries (
	"key" TEXT NOT NULL,
	country TEXT NOT NULL,
	article_id INTEGER NOT NULL,
	CONSTRAINT pk_stated_countries PRIMARY KEY ("key", country, article_id),
	CONSTRAINT fk_stated_countries_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX ix_stated_countries_article_id ON stated_countries (article_id);

INSERT INTO stated_countries (key, country, article_id)
SELECT DISTINCT m.key, a.country, m.article_id
FROM actor_mentions m
JOIN actors a ON a.key = m.key
WHERE a.kind = 'person' AND a.country IS NOT NULL;
