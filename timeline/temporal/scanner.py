"""Token classes to matches: which rule holds where, the longest first, and what it means by itself.

What comes in: a tokenised article and the compiled rules. What goes out: ``Found`` values in text order, with filled
templates. What stands around a match (signals, cues, references) is added in ``tagger``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from timeline.lexicons.time import TimeLexicon, TimeRule
from timeline.temporal.cues import CueFinder
from timeline.temporal.guards import GUARDS
from timeline.temporal.meaning import Reader
from timeline.temporal.patterns import CompiledRule, compile_rules
from timeline.temporal.places import Place
from timeline.temporal.signals import SignalFinder
from timeline.temporal.unresolved import follows, parse
from timeline.values.text import Sentence, TokenizedText

_NOTHING = "NONE"
_MEANINGS_KEPT = 4096
_STRETCHES_KEPT = 8192
_TWO_ENDS = 2
_LISTING, _BETWEEN = ("and", "or"), "between"
#: Each expression that a match makes (its value, where it begins and ends), mod, quant, freq; the joiner of two.
_Part = tuple[str, int, int]
_Meaning = tuple[tuple[_Part, ...], str | None, str | None, str | None, str]


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

    __slots__ = ("cues", "guard_words", "matches", "meaning", "reader", "rules", "signals")

    def __init__(self, lexicon: TimeLexicon) -> None:
        self.rules = compile_rules(lexicon)
        self.reader = Reader(lexicon, self.rules)
        self.signals = SignalFinder(lexicon)
        self.cues = CueFinder(lexicon)
        self.guard_words = lexicon.guard_words
        # The same few hundred expressions ("on Tuesday", "last year") make most of what articles say.
        self.meaning = lru_cache(maxsize=_MEANINGS_KEPT)(self._meaning)
        self.matches = lru_cache(maxsize=_STRETCHES_KEPT)(self._matches)

    def _matches(self, classes: str) -> tuple[tuple[int, CompiledRule], ...]:
        """The rules that match at the beginning of a class string, each with its length: the longest first, of equal
        ones the earlier rule.

        They depend on the classes alone, and articles have the same few combinations of them: most were met before.
        """
        found = [
            (match.end(), compiled)
            for compiled in self.rules.beginning(classes)
            if (match := compiled.match(classes, 0, len(classes))) is not None
        ]
        return tuple(sorted(found, key=lambda entry: (-entry[0], entry[1].order)))

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
        parts: tuple[_Part, ...] = ((value, 0, len(classes)),)
        joiner = ""
        if rule.second:
            left, right = groups["joiner"]
            joiner = lowers[left]
            last = (reader.fill(rule.second, captures), right, len(classes))
            if rule.middle:
                middle, (comma, behind) = reader.fill(rule.middle, captures), groups["comma"]
                parts = ((value, 0, comma), (middle, behind, groups["middle"][1]), last)
            else:
                parts = ((value, 0, left), last)
        if any(parse(said).kind == "unknown" for said, _, _ in parts):
            return None
        return parts, mod, quant, freq, joiner


@lru_cache(maxsize=8)
def tools_of(lexicon: TimeLexicon) -> Tools:
    """The tools of a lexicon, kept for as long as it is in use."""
    return Tools(lexicon)


class Scanner:
    """One pass over an article; ``found`` fills in text order."""

    __slots__ = ("_classes", "_names", "_stretches", "_tokens", "_tools", "found")

    def __init__(self, tokens: TokenizedText, tools: Tools) -> None:
        self._tokens = tokens
        self._tools = tools
        self._classes = tools.rules.alphabet.read(tokens)
        self._stretches = tools.rules.stretches
        self._names: set[str] = set()
        self.found: list[Found] = []

    def scan(self, sentence: Sentence) -> None:
        """Append what the rules find in one sentence, left to right."""
        search, classes = self._stretches.search, self._classes
        position, end = sentence.first_token, sentence.end_token
        while (stretch := search(classes, position, end)) is not None:
            position = stretch.start()
            best = self._longest(position, stretch[0], sentence)
            if best is None:
                position += 1
                continue
            length, compiled = best
            if compiled.rule.type != _NOTHING:
                self._add(compiled, position, position + length, sentence)
            position += length

    def _longest(self, position: int, classes: str, sentence: Sentence) -> tuple[int, CompiledRule] | None:
        """The longest match of a stretch whose rule's conditions hold: how many tokens, and which rule."""
        for length, compiled in self._tools.matches(classes):
            if self._allowed(compiled.rule, position, position + length, sentence):
                return length, compiled
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
        return GUARDS[rule.guard](Place(self._tokens, first, end, sentence, self._tools.guard_words, self._names))

    def _add(self, compiled: CompiledRule, first: int, end: int, sentence: Sentence) -> None:
        """Fill the rule's templates and append the expression, the two ends of a range, or the members of a list."""
        rule = compiled.rule
        meaning = self._tools.meaning(compiled, self._classes[first:end], self._tokens.lowers[first:end])
        if meaning is None:
            return
        parts, mod, quant, freq, joiner = meaning
        number = len(self.found)
        for value, left, right in parts:
            self.found.append(Found(first + left, first + right, rule, value, mod, quant, freq, sentence))
        if len(parts) == _TWO_ENDS and (joiner not in _LISTING or self._is_range(first, parts)):
            self.found[number].partner, self.found[number + 1].partner = number + 1, number

    def _is_range(self, first: int, parts: tuple[_Part, ...]) -> bool:
        """Whether "and" joins two ends: "between 3 and 9 May", "5 and 6 May"; "5 and 9 May" are two days."""
        return (first > 0 and self._tokens.lowers[first - 1] == _BETWEEN) or follows(parts[0][0], parts[1][0])
