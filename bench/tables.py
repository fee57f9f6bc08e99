"""What the scripts of this folder share: where the development sets are, tables, and blocks of the README."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
README = HERE / "README.md"
END = "<!-- end -->"


def bench_folder() -> Path:
    """The folder of the development sets: what ``TIMELINE_BENCH`` names, else ``../shared/bench`` beside the checkout.

    Raises:
        SystemExit: There is none; the sets are no part of the project.
    """
    folder = Path(os.environ.get("TIMELINE_BENCH") or ROOT.parent / "shared" / "bench").resolve()
    if not (folder / "measure.py").exists():
        raise SystemExit("no development sets: name the folder that holds measure.py in TIMELINE_BENCH")
    return folder


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown.

    >>> print(table(("system", "value"), [("ours", 77.5)]))
    | system | value |
    | --- | --- |
    | ours | 77.5 |
    """
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def kept_block(name: str) -> str:
    """What the README's block ``name`` holds now, without its marks."""
    _, inside, _ = _parts(name)
    return inside.strip("\n")


def write_block(name: str, content: str) -> None:
    """Put ``content`` into the README's block ``name``: between ``<!-- name -->`` and the next ``<!-- end -->``."""
    before, _, after = _parts(name)
    README.write_text(f"{before}\n\n{content}\n\n{after}", encoding="utf-8")


def _parts(name: str) -> tuple[str, str, str]:
    mark = f"<!-- {name} -->"
    before, found, rest = README.read_text(encoding="utf-8").partition(mark)
    inside, ended, after = rest.partition(END)
    if not found or not ended:
        raise SystemExit(f"{README.name} has no block {mark} ... {END}")
    return before + mark, inside, END + after
