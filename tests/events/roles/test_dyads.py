"""Who does what to whom among countries: own sentences of international news, each with its (source, target, CAMEO root).

``dyads_dev.csv`` is what rules are written by; ``dyads_check.csv`` holds sentences of the same kind and is only scored.
The ``longer`` ones are harder, the ``wide`` ones go through CAMEO's roots and their children, the ``leads`` are first
sentences of news by family, with the day they are of; each has floors of its own.
``PE-BR:04`` stands for both directions, ``04/05`` for either root, ``?PE>BR:04`` for what a coder may give or leave out.
Roots 18 and 19 count as one, as in the event data community. What a country does to its own people is judged in parts
that tell of it.
"""

from __future__ import annotations

import csv
from itertools import combinations, product
from pathlib import Path

import pytest

from timeline import parse
from timeline.events.export_codes import codes
from timeline.lexicons.events import event_lexicon
from timeline.values.events import Mention

#: Least precision and recall of each part.
FLOORS = {
    "dev": (0.95, 0.915),
    "check": (0.915, 0.92),
    "longer_dev": (0.895, 0.81),
    "longer_check": (0.885, 0.74),
    "wide_dev": (0.92, 0.845),
    "wide_check": (0.87, 0.735),
    "leads_dev": (0.92, 0.855),
    "leads_check": (0.855, 0.645),
}

_FORCE = {"18", "19"}
_DAY = "2024-05-15"

Dyad = tuple[str, str, str]
Wanted = tuple[str, str, frozenset[str]]


def wanted(cell: str) -> set[Wanted]:
    """``"PE-BR:04 PE>CL:11/12"`` as triples with the roots that may be."""
    found: set[Wanted] = set()
    for part in cell.split():
        pair, _, root = part.partition(":")
        roots = frozenset(root.split("/"))
        if roots & _FORCE:
            roots |= _FORCE
        if "-" in pair:
            first, second = pair.split("-")
            found |= {(first, second, roots), (second, first, roots)}
        else:
            source, target = pair.split(">")
            found.add((source, target, roots))
    return found


def told(mention: Mention, text: str) -> set[Dyad]:
    """The dyads of a mention: actors to recipients, parties of a reciprocal event both ways."""
    _, code = codes(mention, text=text)
    if code is None:
        return set()
    sources = [part.country for part in mention.actors]
    targets = [part.country for part in mention.recipients]
    kind = event_lexicon().types[mention.type]
    reciprocal = kind.reciprocal or mention.mode in kind.reciprocal_modes
    pairs = product(sources, targets) if targets or not reciprocal else product(sources, sources)
    return {(a, b, code[:2]) for a, b in pairs if a and b and (a != b or not reciprocal)}


def same(first: Dyad, second: Wanted) -> bool:
    """Source, target and one of the roots."""
    return first[:2] == second[:2] and first[2] in second[2]


@pytest.mark.parametrize("part", FLOORS)
def test_dyads_of_own_sentences_are_found(part: str) -> None:
    """Precision and recall over all sentences of a part do not fall below its floors."""
    right = spare = hit = missed = 0
    with (Path(__file__).parent / f"dyads_{part}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    at_home = any(source == target for row in rows for source, target, _ in wanted(row["dyads"].replace("?", "")))
    for row in rows:
        gold = wanted(" ".join(cell for cell in row["dyads"].split() if cell[0] != "?"))
        optional = wanted(" ".join(cell[1:] for cell in row["dyads"].split() if cell[0] == "?"))
        text = row["sentence"]
        mentions = parse(text, published=row.get("day") or _DAY).mentions
        system = {dyad for mention in mentions for dyad in told(mention, text) if at_home or dyad[0] != dyad[1]}
        good = {dyad for dyad in system if any(same(dyad, other) for other in gold)}
        found = sum(any(same(other, dyad) for other in system) for dyad in gold)
        right += len(good)
        spare += sum(not any(same(dyad, other) for other in optional) for dyad in system - good)
        hit, missed = hit + found, missed + len(gold) - found
    precision, recall = FLOORS[part]
    assert right / (right + spare) >= precision
    assert hit / (hit + missed) >= recall


def test_the_parts_share_no_sentence() -> None:
    """A sentence that rules were written by proves nothing."""
    parts = []
    for part in FLOORS:
        with (Path(__file__).parent / f"dyads_{part}.csv").open(encoding="utf-8", newline="") as lines:
            parts.append([row["sentence"] for row in csv.DictReader(lines)])
    assert all(not set(first) & set(second) for first, second in combinations(parts, 2))
    assert min(len(part) for part in parts[:2]) > 100
