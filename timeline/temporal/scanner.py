"""Token classes to matches: which rule holds where, the longest first, and what it means by itself.

What comes in: a tokenised article and the compiled rules. What goes out: ``Found`` values in text order, with filled
templates. What stands around a match (signals, cues, references) is added in ``tagger``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.lexicons.time import TimeLexicon, TimeRule
from timeline.temporal.cues import CueFinder
from timeline.temporal.guards import GUARDS
from timeline.temporal.meaning import Reader
from timeline.temporal.patterns import CompiledRule, compile_rules
from timeline.temporal.places import Place
from timeline.temporal.signals import SignalFinder
from timeline.temporal.unresolved import parse
from timeline.values.text import Sentence, TokenizedText

_NOTHING = "NONE"
_MEANINGS_KEPT = 4096
#: Value, value of the other end of a range, mod, quant, freq; where the joiner of a range begins and ends.
_Meaning = tuple[str, str | None, str | None, str | None, str | None, int, int]


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


class Tools:
    """What a lexicon is compiled to, made once per lexicon."""

    __slots__ = ("cues", "guard_words", "meaning", "reader", "rules", "signals")

    def __init__(self, lexicon: TimeLexicon) -> None:
        self.rules = compile_rules(lexicon)
        self.reader = Reader(lexicon, self.rules)
        self.signals = SignalFinder(lexicon)
        self.cues = CueFinder(lexicon)
        self.guard_words = lexicon.guard_words
        # The same few hundred expressions ("on Tuesday", "last year") make most of what articles say.
        self.meaning = lru_cache(maxsize=_MEANINGS_KEPT)(self._meaning)

    def _meaning(self, compiled: CompiledRule, classes: str, lowers: tuple[str, ...]) -> _Meaning | None:
        """What a rule makes of the tokens that it matched; None when they name no day ("Feb. 30, 2021")."""
        rule, reader = compiled.rule, self.reader
        match = compiled.match(classes, 0, len(classes))
        if match is None:
            raise ValueError(f"{rule.name} does not match {' '.join(lowers)!r}")
        groups = {label: match.span(label) for label in compiled.kinds if match.start(label) >= 0}
        captures = reader.captures(groups, compiled.kinds, lowers, classes)
        value = reader.fill(rule.value, captures)
        mod = reader.fill(rule.mod, captures) or None
        quant = reader.fill(rule.quant, captures) or None
        freq = reader.fill(rule.freq, captures) or None
        if parse(value).kind == "unknown":
            return None
        if not rule.second:
            return value, None, mod, quant, freq, 0, 0
        second = reader.fill(rule.second, captures)
        if parse(second).kind == "unknown":
            return None
        return value, second, mod, quant, freq, *groups["joiner"]


@lru_cache(maxsize=8)
def tools_of(lexicon: TimeLexicon) -> Tools:
    """The tools of a lexicon, kept for as long as it is in use."""
    return Tools(lexicon)


class Scanner:
    """One pass over an article; ``found`` fills in text order."""

    __slots__ = ("_candidates", "_classes", "_heads", "_tokens", "_tools", "found")

    def __init__(self, tokens: TokenizedText, tools: Tools) -> None:
        self._tokens = tokens
        self._tools = tools
        self._classes = tools.rules.alphabet.read(tokens.lowers, tokens.words)
        self._candidates = tools.rules.candidates
        self._heads = tools.rules.heads
        self.found: list[Found] = []

    def scan(self, sentence: Sentence) -> None:
        """Append what the rules find in one sentence, left to right."""
        search, classes, candidates = self._heads.search, self._classes, self._candidates
        position, end = sentence.first_token, sentence.end_token
        while (head := search(classes, position, end)) is not None:
            position = head.start()
            rules = candidates.get(classes[position : position + 2]) or candidates.get(classes[position], ())
            best = self._longest(rules, position, sentence)
            if best is None:
                position += 1
                continue
            compiled, match = best
            position = match.end()
            if compiled.rule.type != _NOTHING:
                self._add(compiled, match, sentence)

    def _longest(
        self, rules: tuple[CompiledRule, ...], position: int, sentence: Sentence
    ) -> tuple[CompiledRule, re.Match[str]] | None:
        """The longest match that its rule's conditions allow; of equal ones the earlier rule."""
        classes, end = self._classes, sentence.end_token
        matches = [
            (match.end(), -compiled.order, compiled, match)
            for compiled in rules
            if (match := compiled.match(classes, position, end)) is not None
        ]
        if len(matches) > 1:
            matches.sort(key=lambda entry: entry[:2], reverse=True)
        for match_end, _, compiled, match in matches:
            if self._allowed(compiled.rule, position, match_end, sentence):
                return compiled, match
        return None

    def _allowed(self, rule: TimeRule, first: int, end: int, sentence: Sentence) -> bool:
        """Whether the words around a match and its guard agree."""
        lowers = self._tokens.lowers
        if rule.before or rule.not_before:
            before = lowers[first - 1] if first > sentence.first_token else ""
            if before in rule.not_before or (rule.before and before not in rule.before):
                return False
        if rule.after or rule.not_after:
            after = lowers[end] if end < sentence.end_token else ""
            if after in rule.not_after or (rule.after and after not in rule.after):
                return False
        if not rule.guard:
            return True
        return GUARDS[rule.guard](Place(self._tokens, first, end, sentence, self._tools.guard_words))

    def _add(self, compiled: CompiledRule, match: re.Match[str], sentence: Sentence) -> None:
        """Fill the rule's templates and append the expression, or the two ends of a range."""
        rule = compiled.rule
        first, end = match.span()
        meaning = self._tools.meaning(compiled, self._classes[first:end], self._tokens.lowers[first:end])
        if meaning is None:
            return
        value, second, mod, quant, freq, left, right = meaning
        if second is None:
            self.found.append(Found(first, end, rule, value, mod, quant, freq, sentence))
            return
        number = len(self.found)
        self.found.append(Found(first, first + left, rule, value, mod, quant, freq, sentence, number + 1))
        self.found.append(Found(first + right, end, rule, second, mod, quant, freq, sentence, number))
