"""Which country an article gives a person, so that people of one name and different countries are two actors.

Each database has it as SQL in ``sql/``, both ways. What each article states was not kept before, so until an article is
read again it counts as giving a person the country that the archive knows. Going back makes namesakes one actor again,
events once they are put together again.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    _run("0004")


def downgrade() -> None:
    """Back to 0003."""
    _run("0004_down")


def _run(name: str) -> None:
    file = Path(__file__).parent / "sql" / f"{name}_{op.get_context().dialect.name}.sql"
    for statement in file.read_text(encoding="utf-8").rstrip().removesuffix(";").split(";\n\n"):
        op.execute(statement)
