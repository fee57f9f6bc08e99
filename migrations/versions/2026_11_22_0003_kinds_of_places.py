"""What a place is, beside where: ``places.kind``, and with it ``geo_precision`` in the view ``acled``.

Each database has it as SQL in ``sql/``, both ways. What places are was not kept before, so those that are there become
``place``, "not known", until their articles are read again.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """To this revision."""
    _run("0003")


def downgrade() -> None:
    """Back to 0002."""
    _run("0003_down")


def _run(name: str) -> None:
    file = Path(__file__).parent / "sql" / f"{name}_{op.get_context().dialect.name}.sql"
    for statement in file.read_text(encoding="utf-8").rstrip().removesuffix(";").split(";\n\n"):
        op.execute(statement)
