"""The entry of the command line: its exit code, and what the collector is told."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest

from timeline import __main__ as entry
from timeline.collector import COLLECTOR_THRESHOLDS
from timeline.faces import cli


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector as it was, whatever a test has told it."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


def broken() -> int:
    """A run that ends in a fault."""
    raise RuntimeError("broken")


@pytest.mark.usefixtures("collector")
@pytest.mark.parametrize(("run", "raised"), [(lambda: 3, SystemExit), (broken, RuntimeError)])
def test_nothing_is_looked_through_at_the_end(
    run: Callable[[], int], raised: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However a run ends, what it leaves is out of the collector's sight, and its code is the exit code."""
    monkeypatch.setattr(cli, "run", run)
    with pytest.raises(raised) as ended:
        entry.main()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == COLLECTOR_THRESHOLDS
    if isinstance(ended.value, SystemExit):
        assert ended.value.code == 3
