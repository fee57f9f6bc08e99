UPDATE actor_mentions SET actor_id = coalesce((SELECT a.id FROM actors a WHERE a.key = actor_mentions.key), actor_id)
WHERE actor_id IN (SELECT a.id FROM actors a WHERE a.key LIKE 'ac\_%\____%' ESCAPE '\');

DROP INDEX ix_stated_countries_article_id;

ALTER TABLE stated_countries RENAME TO stated_before;

CREATE TABLE stated_countries (
	"key" TEXT NOT NULL,
	country TEXT NOT NULL,
	article_id INTEGER NOT NULL,
	CONSTRAINT pk_stated_countries PRIMARY KEY ("key", country, article_id),
	CONSTRAINT fk_stated_countries_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

INSERT INTO stated_countries SELECT "key", country, article_id FROM stated_before
WHERE country <> '';

DROP TABLE stated_before;

CREATE INDEX ix_stated_countries_article_id ON stated_countries (article_id);
