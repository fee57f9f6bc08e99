"""The view ``acled`` speaks ACLED's words: disorder, event and sub-event types, and who stands on each side.

Each database has it as SQL in ``sql/``, both ways. No table changes.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    _run("0006")


def downgrade() -> None:
    """Back to 0005."""
    _run("0006_down")


def _run(name: str) -> None:
    file = Path(__file__).parent / "sql" / f"{name}_{op.get_context().dialect.name}.sql"
    for statement in file.read_text(encoding="utf-8").rstrip().removesuffix(";").split(";\n\n"):
        op.execute(statement)
