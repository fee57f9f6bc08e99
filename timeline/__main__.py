"""``python -m timeline`` and the ``timeline`` command."""

from __future__ import annotations

import gc
import sys

#: Objects made before the collector looks for circles, and looks of one generation before the next is looked through.
#: Reading makes many values that live on and hardly any circles: looking seldom makes a long text a quarter quicker
#: and its cost grow with its length alone.
COLLECTOR_THRESHOLDS = (100_000, 50, 100)


def main() -> None:
    """Run the command line and exit with its code."""
    from timeline.faces.cli import run

    gc.set_threshold(*COLLECTOR_THRESHOLDS)
    try:
        code = run()
    finally:
        # The interpreter looks for circles once more when it ends, among all that the word lists hold: a tenth of a
        # second for what goes with the process anyway.
        gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
