"""The gate: what was reached on the development corpora is not lost unnoticed.

The corpora are not part of the project (several may not be passed on): ``TIMELINE_BENCH`` names the folder that holds
them and ``measure.py``. Elsewhere the gate skips and says so. Floors stand in ``floors.toml``; one falls only on
purpose.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
BENCH = os.environ.get("TIMELINE_BENCH")
FLOORS: list[dict[str, Any]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["floor"]

pytestmark = pytest.mark.skipif(
    not BENCH or not Path(BENCH, "measure.py").exists(),
    reason="TIMELINE_BENCH names no folder with measure.py and the development corpora",
)


@pytest.fixture(scope="session")
def kept_runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the measures keep their runs, so that those on one corpus share one."""
    yield tmp_path_factory.mktemp("measures")


def measured(floor: dict[str, Any], kept: Path) -> tuple[int, str]:
    """The exit code and the line of one measure held against its floors."""
    bounds = [f"{name}={value}" for name, value in floor["floors"].items()]
    chosen = ["--set", floor["set"]] if "set" in floor else []
    done = subprocess.run(
        [sys.executable, str(Path(str(BENCH), "measure.py")), floor["measure"], *bounds, *chosen, "--dev"],
        cwd=HERE.parent.parent,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "BARS_TMP": str(kept),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def name_of(floor: dict[str, Any]) -> str:
    """The measure and its corpus."""
    return "-".join(part for part in (floor["measure"], floor.get("set")) if part)


@pytest.mark.parametrize("floor", [f for f in FLOORS if not f.get("long")], ids=name_of)
def test_floor(floor: dict[str, Any], kept_runs: Path) -> None:
    """No figure lies under its floor."""
    code, line = measured(floor, kept_runs)
    assert code == 0, line


@pytest.mark.long
@pytest.mark.parametrize("floor", [f for f in FLOORS if f.get("long")], ids=name_of)
def test_floor_that_takes_minutes(floor: dict[str, Any], kept_runs: Path) -> None:
    """The same, for measures over thousands of articles."""
    code, line = measured(floor, kept_runs)
    assert code == 0, line
