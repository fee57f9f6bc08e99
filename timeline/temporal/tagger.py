"""Tokens to time expressions: each with its span, its unresolved value, signal, cue and what it leans on.

What comes in: a tokenised article. What goes out: ``TimeExpression`` values with partial TIMEX3 values and no dates; no day of
publication is needed, and extents never depend on one. What the values mean in the calendar is decided in ``resolver``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.lexicons.time import TimeLexicon, TimeRule
from timeline.temporal.cues import CueFinder
from timeline.temporal.guards import GUARDS
from timeline.temporal.meaning import Reader
from timeline.temporal.patterns import CompiledRule, compile_rules
from timeline.temporal.signals import SignalFinder
from timeline.temporal.unresolved import parse, partial_value
from timeline.values.dates import TimeExpression
from timeline.values.text import Sentence, TokenizedText

_NOTHING = "NONE"

#: A full date moves what follows it in its paragraph to its year when it sets the stage: "In 2014, ...", not "since 1980".
_STAGE_SIGNALS = ("in", "on", "during", None)
_CLOCK_REACH = 5  # tokens between a clock time and the day behind it
_OPENING = 3  # tokens before it in its sentence, at most


@dataclass(slots=True, eq=False)
class Found:
    """One expression while it is being made: a half-open token range, the rule and the filled templates."""

    first: int
    end: int
    rule: TimeRule
    unresolved: str
    mod: str | None
    quant: str | None
    freq: str | None
    sentence: Sentence
    partner: int | None = None


class _Tools:
    """What a lexicon is compiled to, made once per lexicon."""

    __slots__ = ("cues", "reader", "rules", "signals")

    def __init__(self, lexicon: TimeLexicon) -> None:
        self.rules = compile_rules(lexicon)
        self.reader = Reader(lexicon, self.rules)
        self.signals = SignalFinder(lexicon)
        self.cues = CueFinder(lexicon)


@lru_cache(maxsize=8)
def _tools(lexicon: TimeLexicon) -> _Tools:
    return _Tools(lexicon)


def tag(tokens: TokenizedText, lexicon: TimeLexicon) -> tuple[TimeExpression, ...]:
    """The time expressions of an article in text order, not yet resolved.

    "They met on Oct. 7." gives one: "Oct. 7", unresolved ``md:10-07``, value ``XXXX-10-07``, signal ``on``.

    Args:
        tokens: The article; only its sentences are read.
        lexicon: The rules; compiled on first use.
    """
    tools = _tools(lexicon)
    classes = tools.rules.alphabet.read(tokens.lowers, tokens.words)
    found: list[Found] = []
    for sentence in tokens.sentences:
        _scan(tokens, classes, sentence, tools, found)
    return _finish(tokens, found, tools)


def _scan(tokens: TokenizedText, classes: str, sentence: Sentence, tools: _Tools, found: list[Found]) -> None:
    """Append what the rules find in one sentence, left to right, longest match first."""
    search = tools.rules.heads.search
    candidates = tools.rules.candidates
    position, end = sentence.first_token, sentence.end_token
    while (head := search(classes, position, end)) is not None:
        position = head.start()
        rules = candidates.get(classes[position : position + 2]) or candidates.get(classes[position], ())
        best = _longest(tokens, classes, position, sentence, rules)
        if best is None:
            position += 1
            continue
        compiled, match = best
        position = match.end()
        if compiled.rule.type != _NOTHING:
            _add(tokens, classes, sentence, compiled, match, tools, found)


def _longest(tokens, classes, position, sentence, rules):  # type: ignore[no-untyped-def]
    """The longest match that its rule's conditions allow; of equal ones the earlier rule."""
    matches = []
    for compiled in rules:
        match = compiled.regex.match(classes, position, sentence.end_token)
        if match is not None:
            matches.append((match.end(), -compiled.order, compiled, match))
    matches.sort(key=lambda entry: entry[:2], reverse=True)
    for end, _, compiled, match in matches:
        if _allowed(tokens, compiled.rule, position, end, sentence):
            return compiled, match
    return None


def _allowed(tokens: TokenizedText, rule: TimeRule, first: int, end: int, sentence: Sentence) -> bool:
    """Whether the words around a match and its guard agree."""
    if rule.before or rule.not_before:
        before = tokens.lowers[first - 1] if first > sentence.first_token else ""
        if before in rule.not_before or (rule.before and before not in rule.before):
            return False
    if rule.after or rule.not_after:
        after = tokens.lowers[end] if end < sentence.end_token else ""
        if after in rule.not_after or (rule.after and after not in rule.after):
            return False
    return not rule.guard or GUARDS[rule.guard](tokens, first, end, sentence)


def _add(tokens, classes, sentence, compiled: CompiledRule, match, tools: _Tools, found: list[Found]) -> None:  # type: ignore[no-untyped-def]
    """Fill the rule's templates and append the expression, or the two ends of a range."""
    rule, reader = compiled.rule, tools.reader
    groups = {label: match.span(label) for label in compiled.kinds if match.start(label) >= 0}
    captures = reader.captures({label: span for label, span in groups.items()}, compiled.kinds, tokens.lowers, classes)
    first, end = match.span()
    value = reader.fill(rule.value, captures)
    mod = reader.fill(rule.mod, captures) or None
    quant, freq = reader.fill(rule.quant, captures) or None, reader.fill(rule.freq, captures) or None
    if rule.second:
        joiner_first, joiner_end = groups.get("joiner", groups.get("first", (first, first)))
        if "joiner" not in groups:
            joiner_first, joiner_end = joiner_end, joiner_end + 1
        number = len(found)
        found.append(Found(first, joiner_first, rule, value, mod, quant, freq, sentence, number + 1))
        found.append(
            Found(joiner_end, end, rule, reader.fill(rule.second, captures), mod, quant, freq, sentence, number)
        )
        return
    if parse(value).kind != "unknown":  # "Feb. 30, 2021" is no day
        found.append(Found(first, end, rule, value, mod, quant, freq, sentence))


def _finish(tokens: TokenizedText, found: list[Found], tools: _Tools) -> tuple[TimeExpression, ...]:
    """Signals, cues, references and partners; then the frozen values."""
    befores = [tools.signals.before(tokens, item.first, item.sentence) for item in found]
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
        reference = None
        if meaning.leans:
            reference = last_dated
            if meaning.clock and index + 1 < len(found) and _dates_clock(item, found[index + 1]):
                reference = index + 1
        elif meaning.wants_year:
            reference = last_full
        start, end = tokens.starts[item.first], tokens.ends[item.end - 1]
        expressions.append(
            TimeExpression(
                index=index,
                start=start,
                end=end,
                text=tokens.text[start:end],
                sentence=item.sentence.index,
                type=item.rule.type,
                unresolved=item.unresolved,
                value=partial_value(meaning),
                rule=item.rule.name,
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


def _dates_clock(clock: Found, following: Found) -> bool:
    """Whether a day close behind a clock time is its day: "10:35 a.m. (0735 GMT) Friday"."""
    if following.sentence is not clock.sentence or following.first - clock.end > _CLOCK_REACH:
        return False
    meaning = parse(following.unresolved)
    return meaning.kind == "period" or (meaning.name is not None and meaning.name.kind in ("wd", "md"))


def _pair(
    tokens: TokenizedText, found: list[Found], befores: list[tuple[str | None, str | None]], signals: SignalFinder
) -> None:
    """Tell expressions that are two ends of one range about each other."""
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        if left.partner is not None or right.partner is not None or left.sentence is not right.sentence:
            continue
        if not {left.rule.type, right.rule.type} <= {"DATE", "TIME"}:
            continue
        if parse(left.unresolved).dated and parse(right.unresolved).dated and right.first - left.end <= 2:
            if signals.joins(tokens, left.end, right.first, befores[index][0]):
                left.partner, right.partner = index + 1, index
