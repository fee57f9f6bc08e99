"""Tokens to time expressions: each with its span, its unresolved value, signal, cue and what it leans on.

What comes in: a tokenised article. What goes out: ``TimeExpression`` values with partial TIMEX3 values and no dates; no
day of publication is needed, and extents never depend on one. What the values mean in the calendar is decided in
``resolver``.
"""

from __future__ import annotations

from timeline.lexicons.time import TimeLexicon
from timeline.temporal.scanner import Found, Scanner, Tools, tools_of
from timeline.temporal.signals import OPENERS, SignalFinder
from timeline.temporal.unresolved import parse, partial_value
from timeline.values.dates import TimeExpression, build_time_expression
from timeline.values.text import TokenizedText

#: A full date moves what follows it in its paragraph to its year when it sets the stage: "In 2014, ...", not "since
#: 1980".
_STAGE_SIGNALS = ("in", "on", "during", None)
_OPENING = 3  # tokens before it in its sentence, at most
_CLOCK_REACH = 5  # tokens between a clock time and the day behind it
_RANGE_REACH = 2  # tokens between the two ends of a range
_ENDINGS = ("ended", "ending", "to", "through")
_CALENDAR_TYPES = ("DATE", "TIME")


def tag(tokens: TokenizedText, lexicon: TimeLexicon) -> tuple[TimeExpression, ...]:
    """The time expressions of an article in text order, not yet resolved.

    "They met on Oct. 7." gives one: "Oct. 7", unresolved ``md:10-07``, value ``XXXX-10-07``, signal ``on``.

    Args:
        tokens: The article; only its sentences are read.
        lexicon: The rules; compiled on first use.
    """
    tools = tools_of(lexicon)
    scanner = Scanner(tokens, tools)
    for sentence in tokens.sentences:
        scanner.scan(sentence)
    return _finish(tokens, scanner.found, tools)


def _finish(tokens: TokenizedText, found: list[Found], tools: Tools) -> tuple[TimeExpression, ...]:
    """Signals, cues, references and partners; then the frozen values."""
    befores = [tools.signals.before(tokens, item.first, item.end, item.sentence, item.unresolved) for item in found]
    _pair(tokens, found, befores, tools.signals)
    expressions = []
    last_dated: int | None = None
    last_full: int | None = None
    paragraph = -1
    for index, item in enumerate(found):
        signal, softener = befores[index]
        meaning = parse(item.unresolved)
        if item.sentence.paragraph != paragraph:
            paragraph, last_full = item.sentence.paragraph, None
        cue = cue_text = None
        if meaning.wants_cue:
            cue, cue_text = tools.cues.find(tokens, item.first, item.end, item.sentence)
            if cue == "past" and meaning.wants_year and tools.cues.is_report(cue_text):
                cue = cue_text = None
        reference = None
        if meaning.leans:
            reference = last_dated
            if meaning.clock and (day := _day_behind(found, index)) is not None:
                reference = day
            elif meaning.unit == "Q" and _ends(tokens, found, index):
                reference = index + 1
        elif meaning.wants_year:
            reference = last_full
        start, end = tokens.starts[item.first], tokens.ends[item.end - 1]
        expressions.append(
            build_time_expression(
                index,
                start,
                end,
                tokens.text[start:end],
                item.sentence.index,
                item.rule.type,
                item.unresolved,
                partial_value(meaning),
                item.rule.name,
                mod=item.mod or softener,
                quant=item.quant,
                freq=item.freq,
                signal=signal,
                cue=cue,
                cue_text=cue_text,
                reference=None if reference is None else f"timex:{reference}",
                partner=item.partner,
            )
        )
        if meaning.dated:
            last_dated = index
            if meaning.explicit and signal in _STAGE_SIGNALS and item.first - item.sentence.first_token <= _OPENING:
                last_full = index
    return tuple(expressions)


def _day_behind(found: list[Found], index: int) -> int | None:
    """The day of a clock time, right behind it or behind the same time of another zone."""
    for number in range(index + 1, min(index + 3, len(found))):
        if _dates_clock(found[index], found[number]):
            return number
        if not parse(found[number].unresolved).clock:
            break
    return None


def _ends(tokens: TokenizedText, found: list[Found], index: int) -> bool:
    """Whether a quarter is told by the day on which it ends: "the quarter ended Sept. 30"."""
    end = found[index].end
    return index + 1 < len(found) and found[index + 1].first == end + 1 and tokens.lowers[end] in _ENDINGS


def _dates_clock(clock: Found, following: Found) -> bool:
    """Whether a day close behind a clock time is its day: "10:35 a.m. (0735 GMT) Friday"."""
    if following.sentence is not clock.sentence or following.first - clock.end > _CLOCK_REACH:
        return False
    meaning = parse(following.unresolved)
    return meaning.kind == "period" or (meaning.name is not None and meaning.name.kind in ("wd", "md"))


def _alike(left: str, right: str) -> bool:
    """Whether two expressions can be a range that no word opens: "May to July", but not "Friday to December"."""
    one, other = parse(left), parse(right)
    if one.kind == "name" and other.kind == "name":
        return one.name is not None and other.name is not None and one.name.kind == other.name.kind
    return {one.kind, other.kind} <= {"name", "period"}


def _pair(
    tokens: TokenizedText, found: list[Found], befores: list[tuple[str | None, str | None]], signals: SignalFinder
) -> None:
    """Tell expressions that are two ends of one range about each other."""
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        if left.partner is not None or right.partner is not None or left.sentence is not right.sentence:
            continue
        if left.rule.type not in _CALENDAR_TYPES or right.rule.type not in _CALENDAR_TYPES:
            continue
        if right.first - left.end > _RANGE_REACH or not (
            parse(left.unresolved).dated and parse(right.unresolved).dated
        ):
            continue
        signal = befores[index][0]
        if not (signal is not None and signal.split()[-1] in OPENERS) and not _alike(left.unresolved, right.unresolved):
            continue
        if signals.joins(tokens, left.end, right.first, signal):
            left.partner, right.partner = index + 1, index
