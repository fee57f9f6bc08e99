"""How often the interpreter looks for circles of objects, in a process that is ours alone: the command, and those it
starts to read for it.

Not for the process of somebody who imports the package: how often his is looked through is his to say.
"""

from __future__ import annotations

import gc

#: Objects made before the collector looks for circles, and looks of one generation before the next is looked through.
#: Reading makes many values that live on and hardly any circles: looking seldom makes a long text a quarter quicker
#: and its cost grow with its length alone, and an article a tenth.
COLLECTOR_THRESHOLDS = (100_000, 50, 100)


def collect_seldom() -> None:
    """Sets the collector of this process."""
    gc.set_threshold(*COLLECTOR_THRESHOLDS)
