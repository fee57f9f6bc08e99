"""A match to its unresolved value: what the words mean by themselves, before any day of publication is known.

What comes in: a compiled rule and what it matched. What goes out: the rule's templates filled with the meanings of what
they
captured: ``"two weeks ago"`` is ``W-2``, ``"Oct. 7"`` is ``md:10-07``. Nothing here looks beyond the match.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.lexicons.time import TimeLexicon
from timeline.temporal.patterns import CompiledRules

_FIELD = re.compile(r"\{(\w+)(?:\|([^}]*))?\}")
_LENGTH = re.compile(r"P(\d+(?:\.\d+)?|X)(DEC|CEN|FN|WE|MIN|[HSQDWMY])(?![A-Z])")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_FACTORS = {"DEC": (10, "Y"), "CEN": (100, "Y"), "FN": (2, "W")}
_CLOCK_UNITS = {"H": "H", "MIN": "M", "S": "S"}
_FINER_UNITS = {"H": "M", "MIN": "S"}
_NOON = 12
_LATE_PARTS = frozenset(("AF", "EV"))
_DAY_HOURS, _HOUR_MINUTES = 24, 60
#: "half past nine" and "a quarter to five"; on which side of the hour the minutes lie.
_QUARTERS = {"half": 30, "quarter": 15}
_BEHIND = frozenset(("past", "after"))
_NIGHT_FROM = 6  # "9 at night" is 21:00, "3 at night" 03:00
_HUNDREDS = {"hundred": 100, "thousand": 1000}
#: "earlier this year" ends on the day of publication, "later this year" begins on it.
_SIDES = {"earlier": " side:to", "later": " side:from"}
_DECADES_FROM = "2000"
_PIVOT = 30  # "'29" is 2029, "'30" is 1930, unless the year of publication says otherwise

Captures = dict[str, str]


class Reader:
    """Meanings of captured words for one lexicon."""

    __slots__ = ("_feasts", "_kinds", "_meanings", "_numbers", "_phrases")

    def __init__(self, lexicon: TimeLexicon, rules: CompiledRules) -> None:
        self._meanings = {group.name: group.words for group in lexicon.classes}
        self._numbers = {
            word: int(value)
            for name in ("ones", "teens", "tens", "ordinal_word")
            for word, value in self._meanings[name].items()
        }
        self._feasts = {_joined(name): key for name, key in lexicon.feast_names.items()}
        self._phrases = rules.phrases
        self._kinds: dict[str, Callable[[tuple[str, ...]], str]] = {
            "number": self.number,
            "quantity": self.quantity,
            "ordinal": lambda words: str(self._ordinal(words)),
            "dom": lambda words: f"{int(words[0].rstrip('stndrh')):02d}",
            "yr": self.year,
            "year_words": self.year,
            "feast": lambda words: self._feasts.get(_joined(" ".join(words)), " ".join(words)),
            "weekdayx": lambda words: (
                self._meanings["weekday"].get(words[0]) or self._meanings["weekday_short"][words[0]]
            ),
            "decade": _decade,
            "decade_short": lambda words: words[0][:2],
            "joiner": lambda words: words[0],
        }

    def fill(self, template: str, captures: Captures) -> str:
        """The template with its fields filled; ``{label|text}`` says how to write it, or what stands in for it."""
        if "{" not in template:
            return template
        filled = _FIELD.sub(lambda match: self._field(match[1], match[2] or "", captures), template)
        if "&" in filled:
            return _sum(filled)
        return _LENGTH.sub(_length, filled) if filled.startswith(("dur:", "set:")) else filled

    def captures(
        self, groups: dict[str, tuple[int, int]], kinds: dict[str, str], lowers: tuple[str, ...], classes: str
    ) -> Captures:
        """The meaning of each captured group; ranges are token ranges."""
        found: Captures = {}
        for label, (first, end) in groups.items():
            name = label.rstrip("_") if label.endswith("__") else label
            found[name] = self._read(kinds[label], lowers[first:end], classes[first:end])
            if kinds[label] == "edge" and lowers[first] in _SIDES:
                found["side"] = _SIDES[lowers[first]]
        if "clock" in found or "hour" in found:
            self._set_clock(found)
        if "begin" in found:
            self._set_begin(found)
        if "anyunit" not in found and ("unit" in found or "units" in found):
            found["anyunit"] = found.get("unit") or found["units"]
        return found

    def _read(self, kind: str, words: tuple[str, ...], classes: str) -> str:
        if kind in self._phrases:
            for phrase in self._phrases[kind]:
                if match := phrase.match(classes):
                    groups = {label: match.span(label) for label in match.groupdict() if match[label] is not None}
                    return self.fill(phrase.value, self.captures(groups, phrase.kinds, words, classes))
            return ""
        if kind in self._kinds:
            return self._kinds[kind](words)
        meanings = self._meanings.get(kind)
        return words[0] if meanings is None else meanings.get(words[0], words[0])

    def _field(self, label: str, how: str, captures: Captures) -> str:
        value = captures.get(label, "")
        if how.isdigit() and how.startswith("0"):
            return value.zfill(int(how))
        if how == "day":
            return f"{int(value.rstrip('stndrh')):02d}"
        if how == "century":
            return value[:2]
        if how == "clock":
            return f"{value.zfill(4)[:2]}:{value.zfill(4)[2:]}"
        if how in ("T", " T"):
            return how + value if value else ""
        return value or how

    def number(self, words: tuple[str, ...]) -> str:
        """``("twenty", "-", "five")`` is "25", ``("two", "hundred")`` "200", ``("1,500",)`` "1500"."""
        if len(words) == 1 and _DIGITS.fullmatch(words[0]):
            return words[0].replace(",", "")
        if "/" in words:
            return f"{words[0]}.5"
        total = part = 0
        for word in words:
            if word in _HUNDREDS:
                total += (part or 1) * _HUNDREDS[word]
                part = 0
            elif word in self._numbers:
                part += self._numbers[word]
            elif word.isdigit():
                part += int(word)
        return str(total + part)

    def quantity(self, words: tuple[str, ...]) -> str:
        """A number, ``X`` for "several", 2 for "a couple of", 12 for "a dozen"."""
        vague = self._meanings["vague"]
        for word in words:
            if word in vague:
                return vague[word]
        if "dozen" in words:
            return "12"
        return (
            self.number(words)
            if any(word[0].isdigit() or word in self._numbers or word in _HUNDREDS for word in words)
            else "X"
        )

    def _ordinal(self, words: tuple[str, ...]) -> int:
        return sum(self._numbers.get(word) or int(re.sub(r"\D", "", word) or 0) for word in words if word != "-")

    def year(self, words: tuple[str, ...]) -> str:
        """``("1998",)``, ``("nineteen", "ninety", "-", "six")`` or ``("two", "thousand", "and", "five")``."""
        if words[0].isdigit():
            return words[0]
        if "thousand" in words:
            return self.number(words)
        head, tail = self._numbers[words[0]], words[1:]
        return f"{head}{int(self.number(tail)):02d}" if "hundred" not in tail else f"{head}00"

    def _set_clock(self, found: Captures) -> None:
        """24-hour time from hour, meridian and what follows ("3 in the afternoon")."""
        clock = found.get("clock", "").replace(".", ":") or found["hour"]
        hour_text, _, rest = clock.partition(":")
        hour = int(self.number((hour_text,)))
        meridian, part = found.get("meridian"), found.get("oclock")
        if meridian == "am" and hour == _NOON:
            hour = 0
        elif (meridian == "pm" or part in _LATE_PARTS or (part == "NI" and hour >= _NIGHT_FROM)) and hour < _NOON:
            hour += _NOON
        minutes = rest or "00"
        if "side" in found:
            told = _QUARTERS.get(found.get("share", "")) or int(self.number((found["minutes"],)))
            if found["side"] in _BEHIND:
                minutes = f"{told:02d}"
            else:
                hour, minutes = (hour - 1) % _DAY_HOURS, f"{_HOUR_MINUTES - told:02d}"
        found["clock"] = found["hour"] = f"{hour:02d}:{minutes}"

    def _set_begin(self, found: Captures) -> None:
        """The first of two times takes its half of the day from the second: "between 2 and 3 p.m."."""
        hour_text, _, rest = found["begin"].replace(".", ":").partition(":")
        hour, end = int(self.number((hour_text,))), int(found["clocktime"][1:3])
        if hour < _NOON < end and hour + _NOON <= end:
            hour += _NOON
        found["begin"] = f"{hour:02d}:{rest or '00'}"


def _decade(words: tuple[str, ...]) -> str:
    """``("1980s",)`` is the decade 198; ``("1600s",)`` the century 16, since few decades of old are meant."""
    digits = words[0][:4]
    return digits[:2] if digits[2:] == "00" and digits < _DECADES_FROM else digits[:3]


def _joined(name: str) -> str:
    """A feast's name without blanks, so that "eid al-fitr" and its tokens are the same."""
    return re.sub(r"[\s-]+", "", name)


def _length(match: re.Match[str]) -> str:
    """``P5H`` as ``PT5H``, ``P2DEC`` as ``P20Y``; "decades" is ``PXY``."""
    count, unit = match.groups()
    if unit in _CLOCK_UNITS:
        finer = _FINER_UNITS.get(unit)
        if finer and count.endswith(".5"):
            return f"PT{count[:-2]}{_CLOCK_UNITS[unit]}30{finer}"
        return f"PT{count}{_CLOCK_UNITS[unit]}"
    factor, base = _FACTORS.get(unit, (1, unit))
    if count == "X":
        return f"PX{base}"
    return f"P{_plain(float(count) * factor)}{base}"


def _sum(parts: str) -> str:
    """``dur:P2H&15MIN&`` as ``dur:PT2H15M``: the parts of one length in the order of ISO 8601."""
    days, times = "", ""
    for part in parts.removeprefix("dur:P").split("&"):
        length = _LENGTH.sub(_length, f"P{part}").removeprefix("P") if part else ""
        if length.startswith("T"):
            times += length[1:]
        else:
            days += length
    return f"dur:P{days}T{times}" if times else f"dur:P{days}"


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def pivot_year(two_digits: int, published_year: int | None) -> int:
    """The year of "'98": the one nearest to the publication, at most twenty years ahead of it."""
    if published_year is None:
        return (2000 if two_digits < _PIVOT else 1900) + two_digits
    year = published_year // 100 * 100 + two_digits
    return year - 100 if year > published_year + 20 else year
