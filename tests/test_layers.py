"""Imports run one way: the contracts of pyproject.toml hold, and start-up loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAVY = ("sqlalchemy", "alembic", "dateparser", "rich", "trafilatura", "feedparser", "hijridate", "lxml", "asyncio")


def test_the_import_contracts_hold() -> None:
    """Every import runs from a line of the contract to a line below it."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_help_loads_nothing_heavy() -> None:
    """``timeline --help`` answers at once because it imports neither the database nor the date library."""
    script = (
        "import sys\n"
        "from timeline.faces.cli import run\n"
        "code = run(['--help'])\n"
        f"print(code, [name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"
