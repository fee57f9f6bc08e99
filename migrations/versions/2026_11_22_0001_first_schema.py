"""The first schema: tables, indexes, views and the full-text index.

Each database has it as SQL in ``sql/``, because half of it (STRICT, views, full text) is nothing that Alembic's
operations describe.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: What the SQL makes, in an order in which it can be taken away again.
MADE = (
    ("VIEW", "timeline event_sources event_actors statements planned conflicts undated story_overview story_days"),
    ("VIEW", "source_coverage review_queue acled edit_log run_log"),
    ("TABLE", "search_index"),
    ("VIEW", "mention_texts"),
    ("TABLE", "run_items runs edits redirects story_events story_articles stories"),
    ("TABLE", "event_links conflict_values counts places participants mentions events"),
    (
        "TABLE",
        "actor_mentions actor_names actors quotations time_expressions sketches article_versions articles outlets",
    ),
)


def upgrade() -> None:
    """To this revision."""
    file = Path(__file__).parent / "sql" / f"0001_{op.get_context().dialect.name}.sql"
    for statement in file.read_text(encoding="utf-8").rstrip().removesuffix(";").split(";\n\n"):
        op.execute(statement)


def downgrade() -> None:
    """Back to an empty database."""
    for kind, names in MADE:
        for name in names.split():
            op.execute(f"DROP {kind} {name}")
