"""Words of date lines in other languages than English: months, weekdays, labels, marks of the clock, fillers.

Data: ``date_words.toml``, a table a language. Words are compared folded (``fold``), so that case, accents, vowel points
and forms of digits do not count. Not decided here: how a date line is read (``timeline.reading.foreign_dates``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.load import load_toml

_FILE = "date_words.toml"
#: What a word can be; ``solar`` and ``lunar`` are months of the Iranian and the Islamic calendar.
CLASSES = (
    *("month", "weekday", "solar", "lunar", "filler", "am", "pm", "published", "modified", "zone"),
    *("year_mark", "month_mark", "day_mark", "hour", "minute", "second"),
)
#: Letters that are written for one another.
_SAME_LETTERS = str.maketrans(
    {"ı": "i", "ى": "ي", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ـ": None, "’": "'", "ʼ": "'"}
)
_FORMS = "|"
_EAST_ASIAN = r"\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af"
#: The vowel signs of India's scripts are no letters to ``re``; their blocks are taken whole.
_PIECE = re.compile(rf"\d+|[{_EAST_ASIAN}]|(?:[^\W\d_{_EAST_ASIAN}]|[\u0900-\u0dff])+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The date words of one language.

    Attributes:
        name: ISO 639-1.
        months, weekdays, solar_months, lunar_months: In order, January and Monday first, forms separated by ``|``.
        day_first: Whether 03/04/2024 is the 3rd of April to all readers of the language.
        month_first_regions: Regions (ISO 3166-1) where it may be March.
        hour, minute, second, day, month, year: Marks behind such a number.
        zones: Words for an offset that is the same all year.
    """

    name: str
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    solar_months: tuple[str, ...] = ()
    lunar_months: tuple[str, ...] = ()
    day_first: bool = False
    month_first_regions: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    hour: tuple[str, ...] = ()
    minute: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    month: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    zones: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for names, count in (
            (self.months, 12),
            (self.weekdays, 7),
            (self.solar_months, 12),
            (self.lunar_months, 12),
        ):
            if names and len(names) != count:
                raise ValueError(f"{count} names are wanted, not {len(names)}: {names[0]!r} ...")

    def meanings(self) -> Iterator[tuple[str, str, str]]:
        """Folded word, class and value of each word: ("fevrier", "month", "2")."""
        for kind, names in (
            ("month", self.months),
            ("weekday", self.weekdays),
            ("solar", self.solar_months),
            ("lunar", self.lunar_months),
        ):
            for number, forms in enumerate(names, 1):
                for form in forms.split(_FORMS):
                    yield fold(form), kind, str(number)
        for kind, words in (
            ("filler", self.fillers),
            ("hour", self.hour),
            ("minute", self.minute),
            ("second", self.second),
            ("day_mark", self.day),
            ("month_mark", self.month),
            ("year_mark", self.year),
            ("am", self.am),
            ("pm", self.pm),
            ("published", self.published),
            ("modified", self.modified),
        ):
            for word in words:
                yield fold(word), kind, ""
        for word, offset in self.zones.items():
            yield fold(word), "zone", offset


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DateLexicon:
    """The words of all languages.

    Attributes:
        languages: By their ISO 639-1 name.
        words: By language, the pieces of a folded word (``pieces``) with blanks between them, to its meanings:
            ``words["es"]["mar"]`` is March and Tuesday.
        known_in: The languages in which a piece is a word of a date line, or a part of one.
        longest: The most pieces that a word has.
    """

    languages: dict[str, DateWords]
    words: dict[str, dict[str, tuple[tuple[str, str], ...]]]
    known_in: dict[str, frozenset[str]]
    longest: int


def fold(text: str) -> str:
    """The text with case, accents, vowel points and invisible marks dropped, and all digits as 0 to 9.

    >>> fold("FÉVR. ٢٠٢٤")
    'fevr. 2024'
    """
    if text.isascii():
        return text.casefold()
    folded = []
    for character in unicodedata.normalize("NFKD", text.casefold()):
        category = unicodedata.category(character)
        if category == "Nd":
            folded.append(str(unicodedata.decimal(character)))
        elif category not in ("Mn", "Cf"):
            folded.append(character)
    return unicodedata.normalize("NFC", "".join(folded)).translate(_SAME_LETTERS)


def pieces(folded: str) -> list[str]:
    """Numbers, words, single East Asian characters and single signs of a folded text, blanks left out.

    >>> pieces("2024年2月28日, segunda-feira")
    ['2024', '年', '2', '月', '28', '日', ',', 'segunda', '-', 'feira']
    """
    return _PIECE.findall(folded)


def load_date_lexicon(folder: Path | None = None) -> DateLexicon:
    """The lexicon from its file, checked; ``folder`` holds a file of the user's own in place of ours.

    Raises:
        LexiconError: The file is malformed, or a language stands in it twice.
    """
    records: tuple[DateWords, ...] = load_toml(_FILE, {"language": DateWords}, folder)["language"]
    languages = {record.name: record for record in records}
    if len(languages) != len(records):
        raise LexiconError("a language stands in it twice", file=_FILE)
    words: dict[str, dict[str, tuple[tuple[str, str], ...]]] = {name: {} for name in languages}
    known_in: dict[str, set[str]] = {}
    longest = 1
    for record in records:
        own = words[record.name]
        for word, kind, value in record.meanings():
            parts = pieces(word)
            longest = max(longest, len(parts))
            key = " ".join(parts)
            own[key] = (*own.get(key, ()), (kind, value))
            for part in parts:
                known_in.setdefault(part, set()).add(record.name)
    return DateLexicon(
        languages=languages,
        words=words,
        known_in={part: frozenset(names) for part, names in known_in.items()},
        longest=longest,
    )


@cache
def date_lexicon() -> DateLexicon:
    """The lexicon, loaded once."""
    return load_date_lexicon()
