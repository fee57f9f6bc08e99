"""What all tests share: the demo, made once."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The folder that ``timeline demo`` filled, and what it wrote on stdout and stderr."""
    from timeline.faces.cli import run

    folder = tmp_path_factory.mktemp("demo")
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(["demo", str(folder)])
    assert code == 0, err.getvalue()
    return folder, out.getvalue(), err.getvalue()
