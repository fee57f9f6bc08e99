"""Chunks of work through several processes, in order, whatever becomes of a process.

In come a task and chunks of items; out go the chunks with their results. Not decided here: what the task does, and what
an item that kills its process comes to.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from timeline.collector import collect_seldom

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")


def chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of at most ``size``."""
    remaining = iter(items)
    while chunk := list(islice(remaining, size)):
        yield chunk


def in_order(
    task: Callable[[list[Item]], list[Result]],
    items: Iterable[list[Item]],
    *,
    jobs: int,
    executor: Executor | None = None,
    lost: Callable[[Item], Result] | None = None,
) -> Iterator[tuple[list[Item], list[Result]]]:
    """Each chunk with what the task made of its items, in order, with at most two chunks a worker in flight.

    Without an executor a pool of ``jobs`` processes is made; they are spawned, not forked, so that open databases and
    threads of this process stay its own. A process that dies breaks its whole pool: then there is another, the chunk
    that was waited for goes through it item by item, and the others are sent again.

    Args:
        task: What each chunk is given to; it gives back a result for each item.
        items: Chunks, read lazily.
        jobs: Processes to use.
        executor: To use instead; when it breaks, that ends the work.
        lost: The result of an item that kills its process although it is alone in it; None raises.

    Raises:
        BrokenExecutor: An item kills its process and there is no ``lost``, or processes cannot even start.
    """
    window = 2 * max(1, jobs)
    with closing(_Workers(jobs, executor)) as workers:
        waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        for chunk in items:
            waiting.append((chunk, workers.submit(task, chunk)))
            if len(waiting) >= window:
                yield _first(waiting, task, workers, lost)
        while waiting:
            yield _first(waiting, task, workers, lost)


def _first(
    waiting: deque[tuple[list[Item], Future[list[Result]]]],
    task: Callable[[list[Item]], list[Result]],
    workers: _Workers,
    lost: Callable[[Item], Result] | None,
) -> tuple[list[Item], list[Result]]:
    """The chunk that was sent first with its results. Any chunk in flight may have broken the pool, so it is only
    blamed on an item that was sent alone."""
    chunk, future = waiting.popleft()
    try:
        return chunk, future.result()
    except BrokenExecutor as error:
        workers.renew(error)
    results = [_alone(item, task, workers, lost) for item in chunk]
    for place, (other, sent) in enumerate(waiting):
        if not sent.done() or isinstance(sent.exception(), BrokenExecutor):
            waiting[place] = (other, workers.submit(task, other))
    return chunk, results


def _alone(
    item: Item,
    task: Callable[[list[Item]], list[Result]],
    workers: _Workers,
    lost: Callable[[Item], Result] | None,
) -> Result:
    """The result of one item while nothing else is in flight."""
    try:
        return workers.submit(task, [item]).result()[0]
    except BrokenExecutor as error:
        if lost is None:
            workers.end()
            raise
        workers.renew(error)
        return lost(item)


class _Workers:
    """An executor, made anew when it is ours and broken."""

    def __init__(self, jobs: int, lent: Executor | None) -> None:
        self._jobs = jobs
        self._lent = lent
        self._processes: list[BaseProcess] = []
        self._executor = _pool(jobs, self._processes) if lent is None else lent

    def submit(self, task: Callable[[Item], Result], item: Item) -> Future[Result]:
        """What becomes of an item; a broken pool shows when the result is asked for, not here."""
        try:
            return self._executor.submit(task, item)
        except (BrokenExecutor, OSError) as error:  # OSError: it starts a process while it breaks
            refused: Future[Result] = Future()
            refused.set_exception(BrokenExecutor(*error.args))
            return refused

    def renew(self, error: BrokenExecutor) -> None:
        """Take another pool; the error of the broken one is raised when it is not ours."""
        if self._lent is not None:
            raise error
        self.end()
        self._executor.shutdown()  # behind it a future without a result gets none: it was sent while the pool broke
        self._processes.clear()
        self._executor = _pool(self._jobs, self._processes)
        self._executor.submit(_started).result()

    def end(self) -> None:
        """End what is left of a broken pool: a process that was started while it broke would be waited for in vain."""
        for process in self._processes:
            if process.is_alive():
                process.kill()

    def close(self) -> None:
        """End the processes, unless they belong to the caller."""
        if self._lent is None:
            self._executor.shutdown()


def _started() -> None:
    """Nothing; that it comes back shows that a process can start."""


def _pool(jobs: int, processes: list[BaseProcess]) -> Executor:
    """A pool of processes of our own, each of which is put into the list.

    All are started at once: CPython's pool starts them when work is sent, and may fail in its own thread when one of
    them dies meanwhile.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.context import SpawnContext, SpawnProcess

    def listed(*args: Any, **options: Any) -> BaseProcess:
        processes.append(SpawnProcess(*args, **options))
        return processes[-1]

    context = SpawnContext()
    context.Process = listed  # type: ignore[assignment, misc]
    pool = ProcessPoolExecutor(max_workers=jobs, mp_context=context, initializer=collect_seldom)
    for _ in range(jobs):
        pool.submit(_started)
    return pool
