"""``python -m timeline`` and the ``timeline`` command."""

from __future__ import annotations

import gc
import sys

from timeline.collector import collect_seldom


def main() -> None:
    """Run the command line and exit with its code."""
    from timeline.faces.cli import run

    collect_seldom()
    try:
        code = run()
    finally:
        # The interpreter looks for circles once more when it ends, among all that the word lists hold: a tenth of a
        # second for what goes with the process anyway.
        gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
