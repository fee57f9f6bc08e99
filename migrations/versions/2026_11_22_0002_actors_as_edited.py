"""Actors as people correct them: the key that reading gave stays beside the actor, and a view tells of each actor.

Each database has it as SQL in ``sql/``. Databases of before had no edits of actors, so the key that reading gave is
that of the actor. Going back takes edits of actors away: what was merged or split is as it was read, events once they
are put together again.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_EVENT_ACTORS_BEFORE = """CREATE VIEW event_actors AS
SELECT e.key AS event_id, e.first_day, e.last_day, e.type, e.mode, e.label, e.status, ac.key AS actor_id,
    p.name AS actor,
  p.kind, p.country, p.code, p.role, p.text AS quote, a.key AS article_id, p.start_char AS quote_start,
  p.end_char AS quote_end
FROM participants p
JOIN events e ON e.id = p.event_id
LEFT JOIN actors ac ON ac.id = p.actor_id
LEFT JOIN articles a ON a.id = p.article_id"""

#: As the first revision made it.
_MENTIONS_BEFORE = """CREATE TABLE actor_mentions (
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	actor_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	aliases TEXT,
	titles TEXT,
	spans TEXT,
	CONSTRAINT pk_actor_mentions PRIMARY KEY (article_id, position),
	CONSTRAINT fk_actor_mentions_article_id_articles FOREIGN KEY(article_id) REFERENCES articles (id) ON DELETE CASCADE,
	CONSTRAINT fk_actor_mentions_actor_id_actors FOREIGN KEY(actor_id) REFERENCES actors (id)
)
 WITHOUT ROWID,
 STRICT"""

_AS_READ = """UPDATE actor_mentions
SET actor_id = coalesce((SELECT a.id FROM actors a WHERE a.key = actor_mentions.key), actor_id)"""

_ACTOR_FIELDS = "('merge', 'split', 'alias', 'same_as', 'name')"


def upgrade() -> None:
    """To this revision."""
    file = Path(__file__).parent / "sql" / f"0002_{op.get_context().dialect.name}.sql"
    for statement in file.read_text(encoding="utf-8").rstrip().removesuffix(";").split(";\n\n"):
        op.execute(statement)


def downgrade() -> None:
    """Back to 0001."""
    op.execute("DROP VIEW actor_overview")
    op.execute("DROP VIEW event_actors")
    op.execute(_AS_READ)
    op.execute(f"DELETE FROM edits WHERE field IN {_ACTOR_FIELDS} AND target_key LIKE 'ac#_%' ESCAPE '#'")
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP INDEX ix_actor_mentions_actor_id")
        op.execute("ALTER TABLE actor_mentions RENAME TO actor_mentions_after")
        op.execute(_MENTIONS_BEFORE)
        columns = "article_id, position, actor_id, name, aliases, titles, spans"
        op.execute(f"INSERT INTO actor_mentions ({columns}) SELECT {columns} FROM actor_mentions_after")
        op.execute("DROP TABLE actor_mentions_after")
        op.execute("CREATE INDEX ix_actor_mentions_actor_id ON actor_mentions (actor_id)")
    else:
        op.execute("ALTER TABLE actor_mentions DROP COLUMN key")
    op.execute(_EVENT_ACTORS_BEFORE)
