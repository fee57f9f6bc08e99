"""What those share that judge by what stands around an event: the scopes of one article and its columns.

What comes in: the scopes. What goes out: a base for ``purposes``, ``ungoverned``, ``complements`` and
``clause_scopes``, which decide.
"""

from __future__ import annotations

from timeline.events.factuality.scopes import Scopes


class ScopeReader:
    """The words of one article, with what governs them."""

    __slots__ = ("bits", "lowers", "page", "scopes", "words")

    def __init__(self, scopes: Scopes) -> None:
        self.scopes = scopes
        self.page = scopes.page
        self.bits = scopes.bits
        self.lowers = scopes.lowers
        self.words = scopes.words
