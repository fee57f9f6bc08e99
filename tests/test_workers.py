"""Several processes: order, and what becomes of a process that dies."""

from __future__ import annotations

import gc
import os
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from timeline import workers
from timeline.collector import COLLECTOR_THRESHOLDS


def double(numbers: list[int], *, deadly: tuple[int, ...] = (), once: Path | None = None) -> list[int]:
    """Twice each number; a deadly one ends the process, when ``once`` is a file then only as long as it is there."""
    if any(number in deadly for number in numbers) and (once is None or once.exists()):
        if once is not None:
            once.unlink()
        os._exit(1)
    return [2 * number for number in numbers]


class Mortal(Executor):
    """An executor that breaks for good when a deadly number is sent to it."""

    made = 0

    def __init__(self, deadly: tuple[int, ...]) -> None:
        Mortal.made += 1
        self.deadly = deadly
        self.broken = False

    def submit(self, task, /, *arguments) -> Future:
        """The result, or what a broken pool says: from the deadly number on, to everything."""
        if self.broken:
            raise BrokenExecutor("it broke before")
        future: Future = Future()
        if arguments and any(number in self.deadly for number in arguments[0]):
            self.broken = True
            future.set_exception(BrokenExecutor("it broke"))
        else:
            future.set_result(task(*arguments))
        return future


def chunks() -> list[list[int]]:
    return list(workers.chunks(range(20), 3))


def thresholds(items: list[None]) -> list[tuple[int, int, int]]:
    """How often this process looks for circles, once an item."""
    return [gc.get_threshold() for _ in items]


def test_processes_of_ours_look_for_circles_seldom() -> None:
    """As the command's own process does; the process that asked keeps its setting."""
    before = gc.get_threshold()
    ((_, found),) = workers.in_order(thresholds, [[None]], jobs=1)
    assert found == [COLLECTOR_THRESHOLDS]
    assert gc.get_threshold() == before


def test_chunks_come_back_in_order() -> None:
    """Each with its results, also from an executor that was lent, which stays open."""
    with ThreadPoolExecutor(3) as lent:
        assert [(chunk, double(chunk)) for chunk in chunks()] == list(
            workers.in_order(double, chunks(), jobs=3, executor=lent)
        )
        assert lent.submit(int).result() == 0


@pytest.mark.parametrize("deadly", [(0,), (7,), (19,), (4, 5), (3, 8, 15), tuple(range(20))])
def test_only_the_deadly_are_lost(deadly: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever they stand, each of the others has its result, in order."""
    monkeypatch.setattr(workers, "_pool", lambda jobs, processes: Mortal(deadly))
    found = list(workers.in_order(double, chunks(), jobs=2, lost=lambda number: -number))
    assert [chunk for chunk, _ in found] == chunks()
    expected = [-number if number in deadly else 2 * number for number in range(20)]
    assert [result for _, results in found for result in results] == expected


def test_processes_that_die_while_others_start_hold_nothing_up() -> None:
    """A pool of real processes that breaks while it starts more of them neither hangs nor loses a result."""
    deadly = (0, 5, 6, 13)
    task = partial(double, deadly=deadly)
    for _ in range(4):
        found = list(workers.in_order(task, chunks(), jobs=3, lost=lambda number: -number))
        expected = [-number if number in deadly else 2 * number for number in range(20)]
        assert [result for _, results in found for result in results] == expected


def test_without_a_word_for_the_lost_it_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is when the executor belongs to the caller, or when no process can start: then nothing is blamed."""
    monkeypatch.setattr(workers, "_pool", lambda jobs, processes: Mortal((7,)))
    with pytest.raises(BrokenExecutor):
        list(workers.in_order(double, chunks(), jobs=2))
    with pytest.raises(BrokenExecutor):
        list(workers.in_order(double, chunks(), jobs=2, executor=Mortal((7,)), lost=lambda number: 0))
    stillborn = Mortal(())
    stillborn.broken = True
    monkeypatch.setattr(workers, "_pool", lambda jobs, processes: stillborn)
    with pytest.raises(BrokenExecutor):
        list(workers.in_order(double, chunks(), jobs=2, lost=lambda number: 0))


def test_a_process_killed_by_chance_costs_nothing(tmp_path: Path) -> None:
    """Its work is done again by another, in real processes."""
    once = tmp_path / "once"
    once.touch()
    found = workers.in_order(partial(double, deadly=(7,), once=once), chunks(), jobs=2)
    assert [result for _, results in found for result in results] == [2 * number for number in range(20)]
    assert not once.exists()
