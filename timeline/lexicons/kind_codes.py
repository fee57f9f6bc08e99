"""The kinds of words as one byte a word: all tokens of some kind are then found without a loop.

What comes in: word form to the bits of its kinds. What goes out: ``KindCodes``, which give each combination of kinds a
number below 256, so that the tokens of an article are a row of bytes and a question of each of them is one
``bytes.translate``. Which word is of which kind is decided in ``event_compiler``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline.errors import LexiconError
from timeline.lexicons.event_kinds import NEGATION, QUOTE, TO

_MOST = 256  # numbers of a byte
#: Kinds that a word may lose where it stands: "not only", "delays due to".
_LOST = (0, NEGATION, TO, NEGATION | TO)


class KindCodes:
    """The combinations of kinds that the words of a lexicon have, numbered from 0: no kind at all.

    Attributes:
        kinds: The bits of each number.
        of_kinds: The number of some bits.
        of_word: The number of a word form; those that are not there have 0.
    """

    __slots__ = ("_tables", "kinds", "of_kinds", "of_word")

    def __init__(self, kinds: Mapping[str, int]) -> None:
        known = set(kinds.values())
        self.kinds = tuple(sorted({0, QUOTE, *(kind & ~lost for kind in known for lost in _LOST)}))
        if len(self.kinds) > _MOST:
            raise LexiconError(f"words of {len(self.kinds)} combinations of kinds; there can be {_MOST}")
        self.of_kinds = {kind: number for number, kind in enumerate(self.kinds)}
        self.of_word = {form: self.of_kinds[kind] for form, kind in kinds.items()}
        self._tables: dict[object, bytes] = {}

    def table(self, mask: int) -> bytes:
        """What ``bytes.translate`` makes of a row: 1 where a word is of any of the kinds, else 0."""
        table = self._tables.get(mask)
        if table is None:
            table = self._tables[mask] = bytes(bool(kind & mask) for kind in self.kinds).ljust(_MOST, b"\0")
        return table

    def classes(self, class_of: Callable[[int], int]) -> bytes:
        """What ``bytes.translate`` makes of a row: the class that a function gives to the kinds of a word."""
        table = self._tables.get(class_of)
        if table is None:
            table = self._tables[class_of] = bytes(map(class_of, self.kinds)).ljust(_MOST, b"\0")
        return table
