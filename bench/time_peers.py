"""Time expressions found and understood, ours beside other finders, on the same texts in the same run.

    python bench/time_peers.py [--set aquaint|timebank|meantime ...] [--without NAME ...] [--documents N] [--write]

Each system gets the text and the moment of writing (noon of its day), ``parse`` the title too. Answers are scored by
``temporal/score.py`` of the development sets. Speed is documents a CPU-second, of the calls alone, after one that warms
up: the median of five passes, or one pass where that is long. A peer that is not installed is left out, and the output
says so.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import statistics
import sys
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from peers import PEERS, Found
from tables import ROOT, bench_folder, table, write_block

sys.path.insert(0, str(ROOT))

SETS = {"aquaint": "aquaint.jsonl", "timebank": "timebank.jsonl", "meantime": "meantime_dev.jsonl"}
TITLES = {"aquaint": "AQUAINT", "timebank": "TimeBank", "meantime": "MEANTIME"}
FIGURES = ("strict", "relaxed", "value", "type", "calendar")
ROUNDS = 5
LONG = 2.0  # CPU seconds: one pass as long as this says enough
HEADS = ("system", "strict", "relaxed", "value", "value P / R", "type", "calendar", "documents / CPU-s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text of a set, its title and the noon of the day on which it was written."""

    identity: str
    text: str
    title: str | None
    written: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """What is compared: ``find`` is timed, ``adapt`` makes its answer TIMEX3 and is not."""

    name: str
    find: Callable[[Document], Any]
    adapt: Callable[[Any, Document], list[Found]]


def ours() -> Iterator[System]:
    """Our finder alone, and all that ``parse`` does."""
    from timeline import parse, temporal
    from timeline.lexicons.time import time_lexicon
    from timeline.text import split

    def find(document: Document) -> Any:
        return temporal.resolve(temporal.tag(split(document.text), time_lexicon()), document.written.date())

    def read(document: Document) -> Any:
        return parse(document.text, published=document.written.date(), title=document.title).timexes

    def adapt(answer: Any, _: Document) -> list[Found]:
        return [{"start": one.start, "end": one.end, "type": one.type, "value": one.value} for one in answer]

    yield System(name="timeline, time expressions alone", find=find, adapt=adapt)
    yield System(name="timeline, `parse` (all stages)", find=read, adapt=adapt)


def theirs(without: Sequence[str]) -> Iterator[System]:
    """The peers that are installed; says which are not."""
    for package, make in PEERS.items():
        if package in without:
            continue
        try:
            peer = make()
        except ImportError as error:
            print(f"left out: {package} is not installed, or not whole ({error})", file=sys.stderr)
            continue
        yield System(
            name=peer.name,
            find=lambda document, peer=peer: peer.find(document.text, document.written),
            adapt=lambda answer, document, peer=peer: list(peer.adapt(answer, document.text, document.written)),
        )


def documents(path: Path) -> list[Document]:
    """The texts of a set."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Document(
            identity=row["doc_id"],
            text=row["text"],
            title=row.get("title"),
            written=datetime.fromisoformat(row["dct"][:10]).replace(hour=12),
        )
        for row in rows
    ]


def compared(system: System, texts: Sequence[Document], gold: dict[str, Any], scorer: Any) -> list[object]:
    """One row of the table."""
    system.find(texts[0])
    taken = []
    while not taken or (len(taken) < ROUNDS and taken[0] < LONG):
        started = time.process_time()
        answers = [system.find(document) for document in texts]
        taken.append(time.process_time() - started)
    said = OrderedDict(
        (document.identity, {"doc_id": document.identity, "timexes": system.adapt(answer, document)})
        for document, answer in zip(texts, answers, strict=True)
    )
    figures = scorer.table(scorer.score(gold, said)[0])
    strict, relaxed, value, kind, calendar = (f"{figures[name]['F1']:.1f}" for name in FIGURES)
    exact = f"{figures['value']['P']:.1f} / {figures['value']['R']:.1f}"
    rate = len(texts) / statistics.median(taken)
    return [system.name, strict, relaxed, value, exact, kind, calendar, f"{rate:,.0f}" if rate > 10 else f"{rate:.1f}"]


def main() -> None:
    """Print the tables, or write them into the README."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--set", nargs="+", choices=SETS, default=list(SETS), dest="sets")
    options.add_argument("--without", nargs="+", default=[], metavar="NAME", help=f"leave out: {', '.join(PEERS)}")
    options.add_argument("--documents", type=int, metavar="N", help="the first N documents only")
    options.add_argument("--write", action="store_true", help="into the README's block instead of to the screen")
    chosen = options.parse_args()
    folder = bench_folder() / "temporal"
    stated = importlib.util.spec_from_file_location("temporal_score", folder / "score.py")
    if stated is None or stated.loader is None:
        raise SystemExit("the development sets lack temporal/score.py")
    scorer = importlib.util.module_from_spec(stated)
    stated.loader.exec_module(scorer)
    systems = [*ours(), *theirs(chosen.without)]
    parts = []
    for name in chosen.sets:
        texts = documents(folder / SETS[name])[: chosen.documents]
        gold = scorer.read(folder / SETS[name])
        gold = {document.identity: gold[document.identity] for document in texts}
        expressions = sum(len(row["timexes"]) for row in gold.values())
        rows = [compared(system, texts, gold, scorer) for system in systems]
        parts.append(f"{TITLES[name]}, {len(texts)} documents, {expressions} expressions\n\n{table(HEADS, rows)}")
    if chosen.write:
        write_block("time peers", "\n\n".join(parts))
    else:
        print("\n\n".join(parts))


if __name__ == "__main__":
    main()
