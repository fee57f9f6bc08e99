"""Every measure of the development sets, beside its goal.

    python bench/run_measures.py                        the table on the screen, row by row
    python bench/run_measures.py --quick                without those that read thousands of articles
    python bench/run_measures.py --only seed time:dense
    python bench/run_measures.py --write                into the README; rows that were not run stay as they are

Runs ``measure.py`` of the development sets once for each row, one after another. It measures the ``timeline`` on PATH:
install this checkout first. Seconds are wall time of the row; measures on one set share one run of ``timeline``, so the
first of them takes the time. The goals are for the unseen parts of the sets; what is measured here are the parts that
the rules were made on.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tables import ROOT, bench_folder, kept_block, table, write_block

HEADS = ("measure", "set", "figures", "goal", "short of it", "seconds")
BLOCK = "measures"
_FIGURE = re.compile(r"([\w ]+?) (-?\d+(?:\.\d+)?)(?:, |$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One run of ``measure.py``.

    Attributes:
        measure, of: Its arguments; ``of`` None where the measure has one set only.
        shown: The development set that is read.
        least, most: Goals: a figure is to reach the first, to stay at or under the second.
        long: It reads thousands of articles.
    """

    measure: str
    of: str | None = None
    shown: str
    least: Mapping[str, float] = field(default_factory=dict)
    most: Mapping[str, float] = field(default_factory=dict)
    long: bool = False

    @property
    def name(self) -> str:
        """The measure, and its set where it has several: ``time:dense``."""
        return f"{self.measure}:{self.of}" if self.of else self.measure

    @property
    def goal(self) -> str:
        """The goals in words."""
        wanted = [f"{name} {value:g}" for name, value in self.least.items()]
        return ", ".join([*wanted, *(f"{name} at most {value:g}" for name, value in self.most.items())])

    def lacking(self, figures: Mapping[str, float]) -> str:
        """The figures that miss their goal, and by how much."""
        under = {name: goal - figures.get(name, 0.0) for name, goal in self.least.items()}
        over = {name: figures.get(name, goal) - goal for name, goal in self.most.items()}
        missed = [f"{name} {gap:.1f}" for name, gap in (under | over).items() if round(gap, 1) > 0]
        return ", ".join(missed) or "-"


ROWS = (
    Row(measure="seed", shown="the seed article",
        least={"core": 12, "secondary": 7, "type": 95, "factuality": 90, "dates": 100, "actors": 85},
        most={"furniture": 0, "spare": 6}),
    Row(measure="time", of="platinum", shown="AQUAINT", least={"value": 84, "strict": 88, "relaxed": 93}),
    Row(measure="time", of="dense", shown="TimeBank", least={"value": 82}),
    Row(measure="time", of="meantime", shown="MEANTIME", least={"value": 74}),
    Row(measure="time", of="wikiwars", shown="WikiWars", least={"value": 84}),
    Row(measure="weekday", shown="TimeBank, AQUAINT", least={"right": 97}),
    Row(measure="detect", of="ecbplus", shown="ECB+", least={"F1": 85}),
    Row(measure="detect", of="meantime", shown="MEANTIME", least={"F1": 80}),
    Row(measure="wikievents", shown="WikiEvents", least={"recall": 88, "type": 95}),
    Row(measure="rams", shown="RAMS", least={"type": 68}),
    Row(measure="plover", shown="PLOVER sentences", least={"right": 80}),
    Row(measure="acled", shown="ACLED snippets", least={"right": 83}),
    Row(measure="gsr", shown="PETRARCH-2 records", least={"F1": 65}),
    Row(measure="roles", shown="MEANTIME", least={"F1": 70}),
    Row(measure="factuality", shown="MEANTIME", least={"accuracy": 88, "macro": 72, "found": 80}),
    Row(measure="quotes", shown="PolNeAR", least={"P": 90, "R": 96, "source": 93}),
    Row(measure="attributions", shown="PolNeAR", least={"F1": 68}),
    Row(measure="coref", shown="ECB+", least={"conll": 79}),
    Row(measure="semeval", shown="SemEval-2015 timelines", least={"F1": 52, "day": 72}),
    Row(measure="stories", of="wikinews", shown="Wikinews", least={"bcubed": 90, "pairwise": 80}),
    Row(measure="stories", of="nearcopies", shown="near copies", least={"bcubed": 100, "pairwise": 100}),
    Row(measure="spans", shown="five of them", most={"broken": 0}),
    Row(measure="stories", of="headlines", shown="headlines", least={"bcubed": 83, "pairwise": 86}, long=True),
    Row(measure="stories", of="t17", shown="T17 as one stream", least={"bcubed": 80}, long=True),
    Row(measure="digest", of="t17", shown="T17", least={"date": 59, "ar1": 12.5, "ar2": 3.7}, long=True),
    Row(measure="digest", of="entities", shown="Entities", least={"date": 26}, long=True),
)  # fmt: skip


def measured(row: Row, bench: Path, kept: Path) -> tuple[str, float]:
    """The line that ``measure.py`` prints for a row, and the seconds it took."""
    chosen = ["--set", row.of] if row.of else []
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, str(bench / "measure.py"), row.measure, *chosen, "--dev"],
        cwd=ROOT,
        env={"BARS_TMP": str(kept), **os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = (done.stdout.strip() or done.stderr.strip() or "nothing was printed").splitlines()
    return lines[-1], time.monotonic() - started


def cells(row: Row, line: str, seconds: float) -> list[str]:
    """One row of the table; a line that is no list of figures is shown as it stands."""
    figures = {name.strip(): float(value) for name, value in _FIGURE.findall(line)}
    wanted = {*row.least, *row.most}
    if not wanted <= set(figures):
        return [row.measure, row.shown, f"not measured: {line}", row.goal, "all", f"{seconds:.0f}"]
    shown = ", ".join(
        f"**{name} {value:g}**" if name in wanted else f"{name} {value:g}" for name, value in figures.items()
    )
    return [row.measure, row.shown, shown, row.goal, row.lacking(figures), f"{seconds:.0f}"]


def kept_rows() -> dict[tuple[str, str], list[str]]:
    """The rows that the README holds now, by measure and set."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in kept_block(BLOCK).splitlines()[2:]]
    return {(row[0], row[1]): row for row in rows if len(row) == len(HEADS)}


def main() -> None:
    """Run what the arguments name."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--only", nargs="+", metavar="MEASURE[:SET]", help="these alone, as `measure.py` names them")
    options.add_argument("--quick", action="store_true", help="leave out those that read thousands of articles")
    options.add_argument("--write", action="store_true", help="also write the rows into the README")
    chosen = options.parse_args()
    known = {name for row in ROWS for name in (row.measure, row.name)}
    if unknown := [name for name in chosen.only or () if name not in known]:
        options.error(f"no measure {unknown[0]!r}; there are {', '.join(sorted(known))}")
    rows = [row for row in ROWS if _wanted(row, chosen.only) and not (chosen.quick and row.long)]
    bench = bench_folder()
    made: dict[tuple[str, str], list[str]] = {}
    print(table(HEADS, []), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            line = cells(row, *measured(row, bench, Path(folder)))
            made[row.measure, row.shown] = line
            print(f"| {' | '.join(line)} |", flush=True)
    if chosen.write:
        merged = kept_rows() | made
        order = [(row.measure, row.shown) for row in ROWS]
        write_block(BLOCK, table(HEADS, [merged[key] for key in order if key in merged]))


def _wanted(row: Row, only: Sequence[str] | None) -> bool:
    return only is None or row.measure in only or row.name in only


if __name__ == "__main__":
    main()
