"""Which calling an article gives a person, so that a goalkeeper and a judge of one name are two actors.

Each database has it as SQL in ``sql/``, both ways. What each article states was not kept before, so until an article is
read again it counts as stating none. Going back forgets callings, and makes one actor again of those they told apart,
events once they are put together again.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    _run("0005")


def downgrade() -> None:
    """Back to 0004."""
    _run("0005_down")


def _run(name: str) -> None:
    file = Path(__file__).parent / "sql" / f"{name}_{op.get_context().dialect.name}.sql"
    for statement in file.read_text(encoding="utf-8").rstrip().removesuffix(";").split(";\n\n"):
        op.execute(statement)
