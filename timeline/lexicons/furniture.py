"""What on a page is not the article: rules for lines, labels of dates, and the words of bylines and mastheads.

Data: ``en/furniture.toml``; months, weekdays and zones come from ``en/calendar.toml``. Not decided here: which line
of a text is title, body or furniture (``timeline.reading``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from timeline.errors import LexiconError
from timeline.lexicons.load import load_toml
from timeline.lexicons.time import WordClass

#: What a line is when a rule matches. ``navigation`` stands above the title, ``mail`` is a header of a mail.
RULE_KINDS = ("furniture", "navigation", "credit", "correction", "mail")
#: How far a rule reaches: its line, the next line too, the list of short lines below it, or all that follows.
REACHES = ("line", "next", "list", "rest")
#: What a label says of the date behind it; dates labelled ``other`` are not those of the article.
LABEL_KINDS = ("published", "modified", "other")

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRule:
    """A shape of lines that are not the article's own text.

    Attributes:
        pattern: Regular expression, matched from the start of the line without regard to case; blanks are single.
        kind: One of ``RULE_KINDS``.
        reach: One of ``REACHES``.
        words: The rule is tried only on lines with one of these lower-case words; empty means on every short line.
        longest: Lines of more characters are never matched.
        examples, rejects: Lines that must match, and lines that must not.
    """

    name: str
    pattern: str
    kind: str = "furniture"
    reach: str = "line"
    words: tuple[str, ...] = ()
    longest: int = 320
    examples: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in RULE_KINDS:
            raise ValueError(f"unknown kind {self.kind!r}; one of {', '.join(RULE_KINDS)}")
        if self.reach not in REACHES:
            raise ValueError(f"unknown reach {self.reach!r}; one of {', '.join(REACHES)}")
        if not self.examples or not self.rejects:
            raise ValueError("a rule needs examples and rejects")


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLabels:
    """Words before a date that say what it is the date of."""

    kind: str
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.kind not in LABEL_KINDS:
            raise ValueError(f"unknown kind {self.kind!r}; one of {', '.join(LABEL_KINDS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Lower-case words of one use: ``byline role particle agency outlet section ambiguous_zone``."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FurnitureLexicon:
    """The rules by the words that call for them, and the word lists.

    Attributes:
        rules: All, in file order; the first that matches counts.
        by_word: Indexes of the rules that a word calls for.
        always: Indexes of the rules that are tried on every short line.
        labels: Label to its kind, lower case.
        lists: Word lists by name.
        months, weekdays, zones: Lower-case word to month number, ISO weekday and offset.
    """

    rules: tuple[FurnitureRule, ...]
    patterns: tuple[re.Pattern[str], ...]
    by_word: dict[str, tuple[int, ...]]
    always: tuple[int, ...]
    labels: dict[str, str]
    lists: dict[str, frozenset[str]]
    months: dict[str, int]
    weekdays: dict[str, int]
    zones: dict[str, str]
    longest: int = field(default=0)

    def match(self, line: str) -> FurnitureRule | None:
        """The first rule whose shape the line has; blanks in ``line`` are single.

        >>> furniture_lexicon().match("Share this article: Facebook | X | Email").name
        'share'
        """
        length = len(line)
        if length > self.longest:
            return None
        calls = self.by_word.keys() & set(_WORD.findall(line.lower()))
        numbers = set(self.always)
        for word in calls:
            numbers.update(self.by_word[word])
        for number in sorted(numbers):
            if length <= self.rules[number].longest and self.patterns[number].match(line):
                return self.rules[number]
        return None


def load_furniture_lexicon(folder: Path | None = None) -> FurnitureLexicon:
    """The lexicon from the data files, checked; ``folder`` holds files of the user's own in place of ours.

    Raises:
        LexiconError: A file or record is malformed, or a pattern is no regular expression.
    """
    name = "en/furniture.toml"
    tables = load_toml(name, {"rule": FurnitureRule, "label": DateLabels, "list": WordList}, folder)
    rules: tuple[FurnitureRule, ...] = tables["rule"]
    by_word: dict[str, list[int]] = {}
    patterns = []
    for number, rule in enumerate(rules):
        try:
            patterns.append(re.compile(rule.pattern, re.IGNORECASE))
        except re.error as error:
            raise LexiconError(f"not a regular expression: {error}", file=name, where=f"rule {rule.name}") from None
        for word in rule.words:
            by_word.setdefault(word, []).append(number)
    calendar = {group.name: group for group in load_toml("en/calendar.toml", {"class": WordClass}, folder)["class"]}
    return FurnitureLexicon(
        rules=rules,
        patterns=tuple(patterns),
        by_word={word: tuple(numbers) for word, numbers in by_word.items()},
        always=tuple(number for number, rule in enumerate(rules) if not rule.words),
        labels={word: group.kind for group in tables["label"] for word in group.words},
        lists={group.name: frozenset(group.words) for group in tables["list"]},
        months={word.rstrip("."): int(value) for word, value in calendar["month"].words.items()},
        weekdays={
            word.rstrip("."): int(value)
            for group in ("weekday", "weekday_short")
            for word, value in calendar[group].words.items()
        },
        zones=dict(calendar["zone"].words),
        longest=max(rule.longest for rule in rules),
    )


@cache
def furniture_lexicon() -> FurnitureLexicon:
    """The lexicon of English, loaded once."""
    return load_furniture_lexicon()
