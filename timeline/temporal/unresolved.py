"""The notation of unresolved values: what words mean by themselves, as a string for storage and as a record.

The notation is explained at the top of ``en/time_rules.toml``. Nothing here knows a day of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from timeline.temporal.calendars import Period
from timeline.temporal.timex import period_of

LEANINGS = ("ref", "refunit", "here")
VAGUE_REFERENCES = frozenset(("PRESENT_REF", "PAST_REF", "FUTURE_REF"))
_STEP = re.compile(r"(D|W|WE|M|S|Q|Y|DEC|CEN|H|MIN|FN)([+-])(\d+(?:\.\d+)?|X)")
_NAMED = re.compile(r"(wd|md|m|dd|q|h|s|yy|dec|cen|feast):(.+)")
_CLOCK = re.compile(r"T(?:\d\d.*|[A-Z]{2})")
_PARTIAL_STEPS = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "S": "XXXX-XX",
    "Y": "XXXX",
}
#: What is picked beside or inside a period is a day, whatever the period is called.
_DAYS_PICKED = frozenset(("shift", "nwd", "nd", "next", "prev"))
_SIDES = {"side:to": "to", "side:from": "from"}
_CUED = frozenset(("wd", "md", "m", "q", "h", "s", "feast", "weekend", "dd"))
_YEARLY = frozenset(("md", "m", "s", "dd", "feast"))
_DATED = frozenset(("period", "step", "name", "weekend", "slash", "bc"))
_EXPLICIT = frozenset(("period", "bc", "slash"))


@dataclass(frozen=True, slots=True)
class Pick:
    """A name inside a period or beside a day.

    ``kind`` is ``wd md m dd q h s yy dec cen feast``, or only inside ``refq in shift nwd nd next prev``.
    """

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """An unresolved value, taken apart.

    Attributes:
        kind: ``period`` (said outright), ``step``, ``name``, ``weekend``, ``length``, ``set``, ``vague``, ``bc``,
            ``slash`` or ``unknown``.
        leaning: ``ref``, ``refunit`` or ``here`` when it leans on what was mentioned before; empty otherwise.
        unit, count: Of a step; ``count`` None is vague ("several years ago").
        inside: What is picked inside the period, outermost first.
        clock: ``TEV`` or ``T15:00Z``; empty without.
        direction: ``- + 0`` when the words fix it.
        weekday: The weekday that must agree ("Friday, Oct. 13"); 0 without.
        value: TIMEX3 value of lengths, sets and vague ones.
        side: ``to`` or ``from`` the day of publication where that lies inside ("earlier this year").
        wants_cue: Whether the direction of the sentence matters.
        wants_year: Whether it is a name that a reference year may settle.
        feast: The name of the feast that it means in the end, if it does.
        is_deictic: Whether it is said from the day of publication: "yesterday", "last week", "Thursday".
        counts: Whether it counts units: a length, or so many of them ago.
        leans: Whether it leans on what was mentioned before.
        dated: Whether it names a place in the calendar, so that others can lean on it.
        explicit: Whether it is said with its year.
    """

    kind: str
    leaning: str = ""
    period: Period | None = None
    unit: str = ""
    count: int | None = 0
    sign: int = 1
    name: Pick | None = None
    inside: tuple[Pick, ...] = ()
    clock: str = ""
    direction: str = ""
    weekday: int = 0
    value: str = ""
    side: str = ""

    wants_cue: bool = field(init=False)
    wants_year: bool = field(init=False)
    feast: str | None = field(init=False)
    is_deictic: bool = field(init=False)
    counts: bool = field(init=False)
    leans: bool = field(init=False)
    dated: bool = field(init=False)
    explicit: bool = field(init=False)

    def __post_init__(self) -> None:
        # Each expression of an article asks these, and meanings are kept: answered once, they are read like the rest.
        kind, named = self.kind, self.name.kind if self.name is not None else ""
        last = self.inside[-1] if self.inside else self.name
        answers = {
            "wants_cue": kind == "weekend"
            or (kind == "name" and named in _CUED)
            or (kind == "step" and self.unit == "WE"),
            "wants_year": kind == "name" and named in _YEARLY,
            "feast": last.name if last is not None and last.kind == "feast" else None,
            "is_deictic": not self.leaning and (kind == "step" or named == "wd"),
            "counts": kind == "length" or (kind == "step" and bool(self.count)),
            "leans": bool(self.leaning),
            "dated": kind in _DATED,
            "explicit": kind in _EXPLICIT,
        }
        for name, answer in answers.items():
            object.__setattr__(self, name, answer)


@lru_cache(maxsize=8192)
def parse(unresolved: str) -> Meaning:
    """The notation taken apart.

    >>> parse("Y-1 >m:06").inside
    (Pick(kind='m', name='06'),)
    """
    leaning = clock = direction = side = ""
    weekday = 0
    inside: list[Pick] = []
    base = ""
    words = unresolved.split(" ")
    if words[0].startswith(("feast:",)) or any(word.startswith(">feast:") for word in words):
        words = _join_feast(words)
    for word in words:
        if word in LEANINGS:
            leaning = word
        elif word.startswith("dir:"):
            direction = word[4:]
        elif word.startswith("on:"):
            weekday = int(word[3:])
        elif word in _SIDES:
            side = _SIDES[word]
        elif word.startswith(">"):
            inside.append(_pick(word[1:]))
        elif base and _CLOCK.fullmatch(word):
            clock = word
        elif not base:
            base = word
    shared: dict[str, Any] = {
        "leaning": leaning,
        "inside": tuple(inside),
        "clock": clock,
        "direction": direction,
        "weekday": weekday,
        "side": side,
    }
    if base.startswith("dur:"):
        return Meaning("length", value=base[4:])
    if base.startswith("set:"):
        return Meaning("set", value=base[4:])
    if base in VAGUE_REFERENCES:
        return Meaning("vague", value=base)
    if base == "WE":
        return Meaning("weekend", **shared)
    if base.startswith("slash:"):
        return Meaning("slash", value=base[6:], **shared)
    if match := _STEP.fullmatch(base):
        unit, sign, count = match.groups()
        whole = None if count == "X" else int(float(count))
        if unit == "FN":
            unit, whole = "W", None if whole is None else whole * 2
        return Meaning("step", unit=unit, count=whole, sign=-1 if sign == "-" else 1, **shared)
    if match := _NAMED.fullmatch(base):
        return Meaning("name", name=Pick(match[1], match[2]), **shared)
    period = period_of(base)
    if period is not None:
        return Meaning("period", period=period, **shared)
    return Meaning("unknown", value=base)


def _join_feast(words: list[str]) -> list[str]:
    """Names of feasts have blanks ("feast:easter monday dir:+")."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].lstrip(">").startswith("feast:") and not word.startswith(("dir:", ">", "T")):
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined


def _pick(word: str) -> Pick:
    kind, _, name = word.partition(":")
    return Pick(kind, name)


def follows(one: str, other: str) -> bool:
    """Whether a second day, quarter or year is the one behind the first: 5 and 6 May, but not 5 and 9 May."""
    left, right = parse(one), parse(other)
    if left.period is not None and right.period is not None and not left.inside:
        return left.period.unit == right.period.unit and right.period.index - left.period.index == 1
    here, there = (meaning.inside[-1] if meaning.inside else meaning.name for meaning in (left, right))
    if here is None or there is None or here.kind != there.kind:
        return False
    return _last_number(there.name) - _last_number(here.name) == 1


def _last_number(name: str) -> int:
    """5 of "05-05", 3 of "3"; no number follows another."""
    digits = name.rpartition("-")[2]
    return int(digits) if digits.isdigit() else 0


def partial_value(meaning: Meaning) -> str:
    """The TIMEX3 value without any anchor: ``XXXX-WXX-3TEV``, ``XXXX-10-07``, ``2024-Q3``, ``P6W``."""
    if meaning.kind in ("length", "set", "vague", "unknown", "slash"):
        return meaning.value
    if meaning.inside and meaning.inside[-1].kind in _DAYS_PICKED:
        steps = meaning.kind == "step" and meaning.inside[-1].kind == "shift"
        return _PARTIAL_STEPS.get(meaning.unit, "XXXX-XX-XX") if steps else "XXXX-XX-XX"
    if meaning.kind == "period" and meaning.period is not None:
        return _partial_inside(meaning.period.value, meaning.inside) + meaning.clock
    if meaning.kind == "weekend":
        return "XXXX-WXX-WE"
    if meaning.kind == "step":
        if meaning.count is None:
            return "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
        base = _PARTIAL_STEPS.get(meaning.unit, "XXXX-XX-XX" if meaning.unit in ("H", "MIN") else "XXX")
        return _partial_inside(base, meaning.inside) + meaning.clock
    assert meaning.name is not None
    return _partial_name(meaning.name) + meaning.clock


def _partial_inside(base: str, inside: tuple[Pick, ...]) -> str:
    if not inside:
        return base
    name = _partial_name(inside[-1])
    if inside[-1].kind == "wd":
        return f"{base}-{inside[-1].name}"
    return base + name[4:] if name.startswith("XXXX") else base


def _partial_name(name: Pick) -> str:
    match name.kind:
        case "wd":
            return f"XXXX-WXX-{name.name}"
        case "md" | "m" | "s":
            return f"XXXX-{name.name}"
        case "dd":
            return f"XXXX-XX-{name.name}"
        case "q" | "h":
            return f"XXXX-{name.kind.upper()}{name.name}"
        case "yy":
            return f"XX{name.name}"
        case "dec":
            return f"XX{name.name[0]}"
        case "cen":
            number = int(name.name)
            return f"{number - 1:02d}" if number > 0 else f"BC{-number - 1:02d}"
    return "XXXX-XX-XX"
