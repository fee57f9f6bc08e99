"""What is known about time in words: calendar classes, rules, signals, verb cues and feasts, as one ``TimeLexicon``.

Data: ``en/calendar.toml`` (words and their meanings), ``en/time_rules.toml`` (how words combine, with examples and
    rejects), ``en/time_signals.toml`` (connectives and approximators), ``en/verb_cues.toml`` (what a verb says about
    the direction of a date), ``en/time_guards.toml`` (what tells months from names), ``feasts.toml``. How rules are
    matched is decided in ``timeline.temporal.patterns``; what an unresolved value means in
    ``timeline.temporal.resolver``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from timeline.lexicons.load import kept, load_toml

TYPES = ("DATE", "TIME", "DURATION", "SET", "NONE")
FEASTS = "feasts.toml"
FILES = (
    "en/calendar.toml",
    "en/time_rules.toml",
    "en/time_signals.toml",
    "en/verb_cues.toml",
    "en/time_guards.toml",
    FEASTS,
)
_NOTATION_PARTS = 11
FEAST_KINDS = ("fixed", "nth", "easter", "hijri", "hebrew", "listed")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClass:
    """Words of one class with their meanings, lower case; those in ``capital`` count only with a capital letter."""

    name: str
    words: dict[str, str]
    capital: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Macro:
    """A named piece of pattern: ``{name}`` in a rule captures what it matches, ``<name>`` only pastes it."""

    name: str
    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One way to say a day, month, period or clock time; rules capture it as ``{name}`` and get its ``value``.

    Several records may have one name: they are alternatives, the first that matches whole counts.
    """

    name: str
    pattern: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRule:
    """How words combine to an expression.

    Attributes:
        pattern: Words, ``{class}`` or ``{class:label}``, ``<macro>``, ``( | )`` and ``?``; a blank separates tokens.
        type: TIMEX3 type, or NONE for what looks like an expression and is none (ages, scores, resolutions).
        value: Template of the unresolved value; ``{label}`` inserts the meaning of what the label captured.
        mod, quant, freq: TIMEX3 attributes; templates like ``value``.
        before, not_before: Lower-case words one of which must, or must not, stand directly before.
        after, not_after: The same for the word behind.
        second: Template for the second end of a range in one rule ("3 to 5 March"); the group ``joiner`` parts the two.
        middle: Template for what stands between the first and the last of a list ("May 5, 6 and 7"), behind the group
            ``comma`` and in the group ``middle``.
        guard: Name of a test in ``timeline.temporal.guards`` for what words cannot say.
        examples: ``"the words with [the expression] in them => unresolved => resolved"`` for an article of Wednesday
            2024-02-28, or of the day behind ``@``.
        rejects: Texts in which the rule finds nothing.
    """

    name: str
    pattern: str
    type: str
    value: str = ""
    mod: str = ""
    quant: str = ""
    freq: str = ""
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    second: str = ""
    middle: str = ""
    guard: str = ""
    examples: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.type not in TYPES:
            raise ValueError(f"unknown type {self.type!r}; one of {', '.join(TYPES)}")
        if (self.type == "NONE") == bool(self.value):
            raise ValueError("a rule has a value, unless its type is NONE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Connectives of one relation: ``before after until since during within for start end on as_of by``."""

    relation: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approximator:
    """Words before an expression that soften it; ``mod`` is TIMEX3's."""

    mod: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RangePair:
    """Words around the two ends of a range: ``from A to B``; an empty ``opener`` needs no word before the first end."""

    opener: tuple[str, ...]
    joiner: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWords:
    """Words of one use; ``en/verb_cues.toml`` and ``en/time_guards.toml`` say what each is for."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """A feast, holiday or holy month and the rule of its day.

    Attributes:
        kind: ``fixed`` (month, day), ``nth`` (month, weekday, nth; -1 is the last), ``easter`` (offset in days),
            ``hijri`` (month, day of the Islamic calendar), ``hebrew`` (month, day of the Jewish calendar, Nisan is 1),
            ``listed`` (dates: the first days, for feasts whose calendar is not known here).
        calendar: For ``easter``: ``western`` or ``orthodox``.
        days: How many days it lasts; ``month`` says it is the whole month of its calendar.
        tolerance: By how many days a country may differ.
    """

    name: str
    kind: str
    names: tuple[str, ...]
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    offset: int = 0
    calendar: str = "western"
    days: int = 1
    whole_month: bool = False
    tolerance: int = 0
    dates: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in FEAST_KINDS:
            raise ValueError(f"unknown kind {self.kind!r}; one of {', '.join(FEAST_KINDS)}")
        for day in self.dates:
            date.fromisoformat(day)

    @property
    def notation(self) -> str:
        """The rule of its day as a word, so that a stored expression can be resolved where the feast is not known.

        Republic Day on 26 January is ``fixed/1/26/0/0/0/western/1/0/0/``.
        """
        parts = (self.month, self.day, self.weekday, self.nth, self.offset, self.calendar, self.days)
        whole_month, listed = str(int(self.whole_month)), ",".join(self.dates)
        return "/".join((self.kind, *map(str, parts), whole_month, str(self.tolerance), listed))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeLexicon:
    """All that the time reader knows; compared by identity, so that compiled rules can be kept per lexicon."""

    classes: tuple[WordClass, ...]
    macros: tuple[Macro, ...]
    phrases: tuple[Phrase, ...]
    rules: tuple[TimeRule, ...]
    signals: tuple[Signal, ...]
    approximators: tuple[Approximator, ...]
    ranges: tuple[RangePair, ...]
    cues: dict[str, frozenset[str]]
    guard_words: dict[str, frozenset[str]]
    feasts: tuple[Feast, ...]
    feast_names: dict[str, str] = field(default_factory=dict)


def load_time_lexicon(folder: Path | None = None) -> TimeLexicon:
    """The lexicon from the data files, checked; ``folder`` holds files of the user's own.

    A file that the folder has stands in place of ours, but for ``feasts.toml``, whose feasts are added to ours; one
    with the name of ours replaces it.

    Raises:
        LexiconError: A file or record is malformed.
    """
    own = {name: folder for name in FILES if folder is not None and (folder / name).is_file()}
    calendar = load_toml("en/calendar.toml", {"class": WordClass}, own.get("en/calendar.toml"))
    rules = load_toml(
        "en/time_rules.toml", {"macro": Macro, "phrase": Phrase, "rule": TimeRule}, own.get("en/time_rules.toml")
    )
    signals = load_toml(
        "en/time_signals.toml",
        {"signal": Signal, "approximator": Approximator, "range": RangePair},
        own.get("en/time_signals.toml"),
    )
    cues = load_toml("en/verb_cues.toml", {"cue": CueWords}, own.get("en/verb_cues.toml"))
    guards = load_toml("en/time_guards.toml", {"words": CueWords}, own.get("en/time_guards.toml"))
    feasts = {feast.name: feast for feast in load_toml(FEASTS, {"feast": Feast})["feast"]}
    shipped = {name: feast.notation for name, feast in feasts.items()}
    if FEASTS in own:
        feasts.update((feast.name, feast) for feast in load_toml(FEASTS, {"feast": Feast}, folder)["feast"])
    return TimeLexicon(
        classes=calendar["class"],
        macros=rules["macro"],
        phrases=rules["phrase"],
        rules=rules["rule"],
        signals=signals["signal"],
        approximators=signals["approximator"],
        ranges=signals["range"],
        cues={group.name: frozenset(group.words) for group in cues["cue"]},
        guard_words={group.name: frozenset(group.words) for group in guards["words"]},
        feasts=tuple(feasts.values()),
        feast_names={
            name: feast.name if shipped.get(feast.name) == feast.notation else feast.notation
            for feast in feasts.values()
            for name in feast.names
        },
    )


@kept
def time_lexicon(folder: Path | None = None) -> TimeLexicon:
    """The lexicon of English, loaded once; with the user's files where the folder has any of ours.

    Raises:
        LexiconError: A file in the folder is malformed.
    """
    if folder is not None and not any((folder / name).is_file() for name in FILES):
        return time_lexicon()
    return load_time_lexicon(folder)


@cache
def feast_of(name: str) -> Feast | None:
    """The feast with a name of ours, or the one that a ``notation`` tells; None when it is neither."""
    known = next((feast for feast in time_lexicon().feasts if feast.name == name), None)
    if known is not None or name.count("/") != _NOTATION_PARTS - 1:
        return known
    kind, month, day, weekday, nth, offset, calendar, days, whole_month, tolerance, listed = name.split("/")
    return Feast(
        name=name,
        kind=kind,
        names=(),
        month=int(month),
        day=int(day),
        weekday=int(weekday),
        nth=int(nth),
        offset=int(offset),
        calendar=calendar,
        days=int(days),
        whole_month=whole_month == "1",
        tolerance=int(tolerance),
        dates=tuple(listed.split(",")) if listed else (),
    )
