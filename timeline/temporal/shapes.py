"""Words and digits to classes: which classes a token belongs to, and what it means in each.

What comes in: lower-case tokens. What goes out: one character per token, the same for tokens that no rule can tell
apart, so that an article becomes a short string and rules become regular expressions over it. Which combinations mean
something is decided in ``en/time_rules.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import compress, repeat

from timeline.lexicons.time import TimeLexicon
from timeline.values.text import TokenizedText

#: The character of every token that no rule knows.
OTHER = "x"
_FIRST_CHARACTER = 0x100  # private alphabet, outside what could be mistaken for syntax of regular expressions

FIRST_YEAR, LAST_YEAR = 1000, 2199
_LAST_DAY, _LAST_MONTH, _LAST_HOUR, _LAST_MINUTE = 31, 12, 24, 59
_LARGEST_LISTED = LAST_YEAR
_HHMM_DIGITS = 4

_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_DECADE = re.compile(r"(\d{3})0s")
_SHORT_DECADE = re.compile(r"(\d)0s")
_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.]([0-5]\d))?")
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_DECIMAL = re.compile(r"\d{1,6}\.\d{1,3}")
_DOT_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")

DIGIT_CLASSES = (
    "int",
    "count",
    "decimal",
    "day",
    "month_number",
    "two",
    "year",
    "hour",
    "hhmm",
    "clock",
    "clock_dot",
    "nth",
    "day_nth",
    "decade",
    "decade_short",
    "dot_date",
)


def digit_classes(word: str) -> tuple[str, ...]:
    """The classes of a token that begins with a digit: ``"15"`` is an int, a day, an hour and two digits."""
    if word.isdigit() and word.isascii():
        number, length = int(word) if len(word) <= len("123456") else -1, len(word)
        found = []
        if number >= 0 and (word[0] != "0" or length == 1):
            found.append("int")
        elif number < 0:
            found.append("count")
        if length <= 2:
            if 1 <= number <= _LAST_DAY:
                found.append("day")
            if 1 <= number <= _LAST_MONTH:
                found.append("month_number")
            if number <= _LAST_HOUR:
                found.append("hour")
            if length == 2:
                found.append("two")
        elif length == _HHMM_DIGITS and number // 100 < _LAST_HOUR and number % 100 <= _LAST_MINUTE:
            found.append("hhmm")
            if FIRST_YEAR <= number:
                found.append("year")
        elif length == 4 and FIRST_YEAR <= number <= LAST_YEAR:
            found.append("year")
        return tuple(found)
    if match := _ORDINAL.fullmatch(word):
        return ("nth", "day_nth") if 1 <= int(match[1]) <= _LAST_DAY else ("nth",)
    if _DECADE.fullmatch(word):
        return ("decade",)
    if _SHORT_DECADE.fullmatch(word):
        return ("decade_short",)
    if _CLOCK.fullmatch(word):
        return ("clock",) if ":" in word else ("clock_dot", "decimal")
    if _DECIMAL.fullmatch(word):
        return ("decimal",)
    if _DOT_DATE.fullmatch(word):
        return ("dot_date",)
    return ("count",) if _COUNT.fullmatch(word) else ()


class Alphabet:
    """One character per kind of token. Tokens of the same classes share a character.

    Attributes:
        table: Lower-case word to character; digits up to 2199 are listed too.
        capitals: Words that count only with a capital letter, and the character they have without.
    """

    __slots__ = ("_members", "_signatures", "capitals", "table")

    def __init__(self, lexicon: TimeLexicon, literals: Iterable[str]) -> None:
        """Args:
        lexicon: For its classes.
        literals: Words that stand in rules by themselves.
        """
        memberships: dict[str, set[str]] = {}
        needs_capital: dict[str, set[str]] = {}
        for group in lexicon.classes:
            for word in group.words:
                memberships.setdefault(word, set()).add(group.name)
            for word in group.capital:
                needs_capital.setdefault(word, set()).add(group.name)
        for word in literals:
            memberships.setdefault(word, set()).add(f"'{word}")
        self._signatures: dict[frozenset[str], str] = {}
        self._members: dict[str, list[str]] = {}
        self.table: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        for word, classes in memberships.items():
            if word[0].isdigit():
                classes |= set(digit_classes(word))
            self.table[word] = self._character(frozenset(classes))
            if word in needs_capital:
                self.capitals[word] = self._character(frozenset(classes - needs_capital[word]))
        for number in range(_LARGEST_LISTED + 1):
            for word in {str(number), f"{number:02d}"}:
                self.table.setdefault(word, self._character(frozenset(digit_classes(word))))
        for sample in ("10,000", "1.25", "1.5", "3rd", "99th", "1990s", "90s", "10:30", "1.2.2003", "1000000", "0600"):
            self._character(frozenset(digit_classes(sample)))

    def _character(self, signature: frozenset[str]) -> str:
        if not signature:
            return OTHER
        if signature not in self._signatures:
            character = chr(_FIRST_CHARACTER + len(self._signatures))
            self._signatures[signature] = character
            for name in signature:
                self._members.setdefault(name, []).append(character)
        return self._signatures[signature]

    def members(self, name: str) -> str:
        """The characters of all tokens in a class; a literal word is the class ``'word``."""
        return "".join(self._members.get(name, ()))

    def read(self, tokens: TokenizedText) -> str:
        """The class string of an article: as many characters as tokens."""
        lowers = tokens.lowers
        characters = list(map(self.table.get, lowers, repeat(OTHER)))
        for number in tokens.marked:
            if characters[number] is OTHER and "0" <= (lower := lowers[number])[0] <= "9":
                characters[number] = self._signatures.get(frozenset(digit_classes(lower)), OTHER)
        capitals = self.capitals
        for number in compress(range(len(lowers)), map(capitals.__contains__, lowers)):
            if not tokens.words[number][0].isupper():
                characters[number] = capitals[lowers[number]]
        return "".join(characters)
