"""The command line: one module a group of verbs, each loaded only when its verb is called.

``timeline --help`` must answer in a fifth of a second, so nothing here imports SQLAlchemy, dateparser or rich. Data
goes to stdout, everything else to stderr. Exit codes: 0 all well, 1 failure, 2 usage, 3 some inputs failed.
"""

from __future__ import annotations

from timeline.faces.cli.main import run

__all__ = ["run"]
