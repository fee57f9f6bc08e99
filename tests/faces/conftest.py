"""The command line run in-process, in an empty folder, on a fixed day; and a copy of the demo database."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline.faces.cli import run

#: The day on which the sample articles end.
DEMO_DAY = "2026-03-10"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command came to: exit code, what it wrote on stdout, what on stderr."""

    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command: ``command("show", "ev_12", stdin=b"")``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DB", raising=False)
    monkeypatch.setenv("TIMELINE_TODAY", DEMO_DAY)

    def call(*arguments: object, stdin: bytes = b"") -> Outcome:
        out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with redirect_stdout(out), redirect_stderr(err):
            code = run([str(argument) for argument in arguments])
        out.flush()
        err.flush()
        return Outcome(code=code, out=out.buffer.getvalue().decode(), err=err.buffer.getvalue().decode())  # type: ignore[attr-defined]

    return call


@pytest.fixture
def demo(demo_made: tuple[Path, str, str], tmp_path: Path) -> Path:
    """A copy of the demo database that a test may change."""
    return Path(shutil.copy(demo_made[0] / "timeline-demo.db", tmp_path / "demo.db"))
