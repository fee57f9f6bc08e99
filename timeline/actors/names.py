"""Capitalised words to pieces: which of them are names, and what the article's own capitals tell.

What comes in: token columns and the lexicon. What goes out: ``Piece`` after ``Piece``. A sentence's first word,
headlines in title case and text in capitals say nothing by their capitals (``name_openings``, ``headlines``). Where a
name ends is decided in ``name_runs``, what it is in ``cutting``; joining names with roles in ``phrases``.
"""

from __future__ import annotations

from timeline.actors.cutting import NameCutter
from timeline.actors.headlines import Headlines
from timeline.actors.keys import without_accents
from timeline.actors.lookups import Lookups
from timeline.actors.name_openings import Openings
from timeline.actors.name_runs import NameRuns
from timeline.actors.pieces import Piece
from timeline.lexicons.actor_flags import FAMILY_FIRST
from timeline.values.text import Sentence, is_symbol

_OPENING_MARKS = frozenset("\"“”'‘«:—–•|")
_REMEMBERED = frozenset(("person", "organisation", "name"))


class NameScanner:
    """Reads the names of one article; ``scan`` gives the pieces that begin at a capitalised token."""

    __slots__ = (
        "_begins_name",
        "_called",
        "_capitalised",
        "_capitals",
        "_cutter",
        "_handled",
        "_headlines",
        "_lowers",
        "_runs",
        "_title_case",
        "_word_flags",
        "_words",
        "doubtful",
        "known_at",
        "role_at",
    )

    def __init__(self, lookups: Lookups) -> None:
        self._called = lookups.called
        self._capitalised = lookups.capitalised
        self._capitals = lookups.lexicon.capitals
        self._handled = "@" in lookups.text or "_" in lookups.text
        self._lowers = lookups.lowers
        self._title_case = lookups.title_case
        self._word_flags = lookups.lexicon.words
        self._words = lookups.words
        self.known_at = lookups.known_at
        self.role_at = lookups.role_at
        self._begins_name = Openings(lookups).begins_name
        self._runs = NameRuns(lookups)
        self._cutter = NameCutter(lookups)
        self.doubtful = self._cutter.doubtful
        self._headlines = Headlines(lookups)

    def scan(self, first: int, sentence: Sentence, out: list[Piece]) -> int:
        """Append the pieces of the run of capitalised words that begins at ``first``; the token after it comes back."""
        end = sentence.end_token
        if self._handled and ("_" in self._words[first] or (first and self._words[first - 1] == "@")):
            return first + 1  # "@HarlowFire", "Harlow_Fire"
        titled = sentence.index in self._title_case
        if titled:
            last = self._headlines.end_of(first, end)
            if last == first:
                return first + 1
        else:
            before = self._words[first - 1]
            opens = first == sentence.first_token or (not before.isalpha() and self._opens(before))
            if opens and not self._begins_name(first, end) and self.role_at(first, end) is None:
                return first + 1
            last = self._runs.end_of(first, end)
            if last == first + 1 and self._cutter.lone(first, end, out):
                if self._runs.pairs:
                    self._runs.take_particles(first, sentence.first_token, out)
                return out[-1].end if out and out[-1].first == first else last
        self._cutter.cut(first, last, end, out, titled)
        if not out or out[-1].end <= first:
            return last
        if self._runs.pairs:
            self._runs.take_particles(first, sentence.first_token, out)
        if not titled and out[-1].end - out[-1].first > 1:
            self._remember(out[-1])
        return max(last, out[-1].end)

    def _remember(self, piece: Piece) -> None:
        """Note the words of a name, so that they are one at the beginning of a sentence too: "Acme left"."""
        if piece.kind not in _REMEMBERED:
            return
        first, last = piece.head_first, piece.head_end - 1
        if piece.known is None and (piece.kind == "person" or self._words[last].endswith("s")):
            self._called.add(self._words[last])
        for place in range(first, last + 1):
            word = self._words[place]
            if not word[0].isupper():
                if piece.kind == "person" and place > first:
                    self._runs.note_particle(place, last)
                continue
            called = piece.kind == "person" and (place == last or self._capitals.get(word, 0) & FAMILY_FIRST)
            if called or not self._word_flags.get(self._lowers[place], 0):
                self._capitalised.add(word)
                if "'" in word:
                    self._capitalised.add(word.replace("'", "’"))
                if not word.isascii():
                    self._capitalised.add(without_accents(word))

    @staticmethod
    def _opens(mark: str) -> bool:
        """Whether a capital behind this token may be due to its place: after a quotation mark, a colon or a bullet."""
        return mark in _OPENING_MARKS or is_symbol(mark)
