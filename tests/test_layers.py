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


def test_only_one_module_knows_the_parser() -> None:
    """spaCy is imported where it is asked for, inside the functions of one module."""
    knowing = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "timeline").rglob("*.py")
        if any(line.split()[1:2] and line.split()[1].split(".")[0] == "spacy" for line in _imports(path))
    ]
    assert knowing == ["timeline/events/clauses/spacy_clauses.py"]
    script = (
        "import sys\nimport timeline.pipeline, timeline.events.clauses.spacy_clauses\nprint('spacy' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def _imports(path: Path) -> list[str]:
    """The lines of a module that import something."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line.startswith(("import ", "from "))]
