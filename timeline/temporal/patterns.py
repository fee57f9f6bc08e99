"""Rules to one pass over token classes: each rule becomes a regular expression over the class string.

What comes in: the lexicon's rules. What goes out: ``CompiledRules``, whose ``match`` gives the longest expression at a
token. Rules are found by the classes of two neighbouring tokens, so that a token is tried against the few rules that
can begin with it and not against all. What a match means is decided in ``meaning``, whether it holds in ``guards``.

Source of the idea of word classes: Zhong, Sun and Cambria 2017 (SynTime); of rules with examples: HeidelTime's
resources.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.errors import LexiconError
from timeline.lexicons.time import TimeLexicon, TimeRule
from timeline.temporal.shapes import OTHER, Alphabet

_SYNTAX = re.compile(r"\{(\w+)(?::(\w+))?\}|<(\w+)>|([()|?])|([^\s(){}<>|?]+)")
_WORD_PARTS = re.compile(r"'s|[\w.]+|[^\s\w]")
_CLITIC = "'s"
_DUPLICATE = "__"

#: A pattern as a tree: ("set", characters), ("sequence", nodes), ("choice", nodes), ("option", node), ("group", name,
#: node).
Node = tuple[Any, ...]


class _Expression:
    """The regular expression of a tree, written when it is first asked for: one article meets few of the rules."""

    __slots__ = ("_kinds", "_source", "_tree")

    def __init__(self, tree: Node) -> None:
        self._tree = tree
        self._source = ""
        self._kinds: dict[str, str] = {}

    @property
    def source(self) -> str:
        """The expression over class strings; no tree is written as nothing."""
        if not self._source:
            writer = _Writer()
            self._source = writer.write(self._tree)
            self._kinds = writer.kinds
        return self._source

    @property
    def kinds(self) -> dict[str, str]:
        """Label of each captured group and what it captures."""
        return self._kinds if self.source else {}


class CompiledRule:
    """One rule ready to match.

    Attributes:
        order: Place among the rules: of equally long matches the earlier rule wins.
        match: What the rule matches in a class string at a token, not beyond an end; None when it does not.
    """

    __slots__ = ("_expression", "match", "order", "rule")

    def __init__(self, rule: TimeRule, order: int, tree: Node) -> None:
        self.rule = rule
        self.order = order
        self._expression = _Expression(tree)
        self.match: Callable[[str, int, int], re.Match[str] | None] = self._first_match

    @property
    def kinds(self) -> dict[str, str]:
        """Label of each captured group and what it captures."""
        return self._expression.kinds

    def _first_match(self, classes: str, position: int, end: int) -> re.Match[str] | None:
        self.match = re.compile(self._expression.source).match
        return self.match(classes, position, end)


class CompiledPhrase:
    """One way to say a phrase, ready to match a whole piece of the class string."""

    __slots__ = ("_expression", "_match", "value")

    def __init__(self, value: str, tree: Node) -> None:
        self.value = value
        self._expression = _Expression(tree)
        self._match: Callable[[str], re.Match[str] | None] | None = None

    @property
    def kinds(self) -> dict[str, str]:
        """Label of each captured group and what it captures."""
        return self._expression.kinds

    def match(self, classes: str) -> re.Match[str] | None:
        """The match of the whole piece, or None."""
        if self._match is None:
            self._match = re.compile(self._expression.source).fullmatch
        return self._match(classes)


class CompiledRules:
    """All rules of a lexicon over one alphabet.

    Attributes:
        stretches: Finds a token at which any rule can begin, with all behind it that the longest rule could take: no
            rule goes on over a token of no class.
        phrases: The alternatives of each phrase by name.
    """

    __slots__ = ("_beginning", "alphabet", "phrases", "rules", "stretches")

    def __init__(self, lexicon: TimeLexicon) -> None:
        texts = {macro.name: macro.pattern for macro in lexicon.macros}
        for phrase in lexicon.phrases:
            texts[phrase.name] = f"{texts[phrase.name]} | {phrase.pattern}" if phrase.name in texts else phrase.pattern
        texts["feast"] = " | ".join(
            " ".join(_WORD_PARTS.findall(name))
            for name in sorted(lexicon.feast_names, key=lambda name: (-len(name), name))
        )
        literals = {
            part
            for text in (*texts.values(), *(rule.pattern for rule in lexicon.rules))
            for *_, part in _SYNTAX.findall(text)
            if part
        }
        self.alphabet = Alphabet(lexicon, literals)
        parser = _Parser(texts, self.alphabet)
        self.phrases: dict[str, list[CompiledPhrase]] = {}
        for phrase in lexicon.phrases:
            tree = parser.parse(phrase.pattern, phrase.name)
            self.phrases.setdefault(phrase.name, []).append(CompiledPhrase(phrase.value, tree))
        self.rules: list[CompiledRule] = []
        self._beginning: dict[str, list[tuple[CompiledRule, frozenset[str] | None]]] = {}
        openings: dict[int, _Opening] = {}
        alone: set[str] = set()
        first: set[str] = set()
        second: set[str] = set()
        lengths: dict[int, int] = {}
        longest = 1
        for order, rule in enumerate(lexicon.rules):
            tree = parser.parse(rule.pattern, rule.name)
            compiled = CompiledRule(rule, order, tree)
            self.rules.append(compiled)
            longest = max(longest, _length(tree, lengths))
            opening = _opening(tree, openings)
            alone |= opening.alone
            for firsts, seconds in ((opening.alone, None), *opening.pairs):
                first |= firsts
                second |= seconds or set()
                for character in firsts:
                    self._beginning.setdefault(character, []).append((compiled, seconds))
        head = f"[{_sorted(alone)}]|[{_sorted(first - alone)}][{_sorted(second)}]"
        self.stretches = re.compile(f"(?={head})[^{OTHER}]{{1,{longest}}}")

    def beginning(self, classes: str) -> list[CompiledRule]:
        """The rules that can match at the beginning of a class string, by its first two characters; in no order."""
        second = classes[1:2]
        begun = self._beginning.get(classes[:1], ())
        return list(dict.fromkeys(rule for rule, seconds in begun if seconds is None or second in seconds))


def _sorted(characters: set[str]) -> str:
    return "".join(sorted(characters))


@lru_cache(maxsize=8)
def compile_rules(lexicon: TimeLexicon) -> CompiledRules:
    """The compiled rules of a lexicon, kept for as long as it is in use."""
    return CompiledRules(lexicon)


class _Parser:
    """Pattern text to a tree; macros are parsed where they stand."""

    def __init__(self, texts: dict[str, str], alphabet: Alphabet) -> None:
        self.texts = texts
        self.alphabet = alphabet
        self._trees: dict[str, Node] = {}

    def parse(self, text: str, where: str) -> Node:
        parts = list(_SYNTAX.finditer(text))
        node, position = self._choice(parts, 0, where)
        if position != len(parts):
            raise LexiconError(f"unbalanced {parts[position][0]!r}", file="en/time_rules.toml", where=where)
        return node

    def _choice(self, parts: list[re.Match[str]], position: int, where: str) -> tuple[Node, int]:
        options = []
        sequence: list[Node] = []
        while position < len(parts):
            class_name, label, macro, sign, word = parts[position].groups()
            position += 1
            if sign == ")":
                position -= 1
                break
            if sign == "|":
                options.append(("sequence", tuple(sequence)))
                sequence = []
            elif sign == "(":
                node, position = self._choice(parts, position, where)
                if position >= len(parts):
                    raise LexiconError("a bracket is not closed", file="en/time_rules.toml", where=where)
                position += 1
                sequence.append(node)
            elif sign == "?":
                sequence[-1] = ("option", sequence[-1])
            elif macro:
                sequence.append(self._named(macro, where))
            elif class_name:
                sequence.append(("group", label or class_name, class_name, self._named(class_name, where)))
            else:
                sequence.append(("set", self.alphabet.members(f"'{word}")))
        options.append(("sequence", tuple(sequence)))
        return (options[0] if len(options) == 1 else ("choice", tuple(options))), position

    def _named(self, name: str, where: str) -> Node:
        if name in self.texts:
            if name not in self._trees:  # a macro stands in many rules
                self._trees[name] = self.parse(self.texts[name], f"{where} <{name}>")
            return self._trees[name]
        members = self.alphabet.members(name)
        if not members:
            raise LexiconError(f"there is no class or macro {name!r}", file="en/time_rules.toml", where=where)
        return ("set", members)


class _Writer:
    """A tree to a regular expression; groups inside groups lose their names, repeated names get a number."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}

    def write(self, node: Node, inside: bool = False) -> str:
        match node[0]:
            case "set":
                return f"[{node[1]}]"
            case "sequence":
                return "".join(self.write(part, inside) for part in node[1])
            case "choice":
                return "(?:" + "|".join(self.write(part, inside) for part in node[1]) + ")"
            case "option":
                return f"(?:{self.write(node[1], inside)})?"
        _, label, kind, content = node
        if inside:
            return f"(?:{self.write(content, True)})"
        name = label
        while name in self.kinds:
            name += _DUPLICATE
        self.kinds[name] = kind
        return f"(?P<{name}>{self.write(content, True)})"


# Trees share the trees of macros, which are measured once: ``known`` holds what was found, by the identity of nodes
# that are kept for as long.


def _length(node: Node, known: dict[int, int]) -> int:
    """The most tokens that a tree can match."""
    found = known.get(id(node))
    if found is None:
        match node[0]:
            case "set":
                found = 1
            case "sequence":
                found = sum(_length(part, known) for part in node[1])
            case "choice":
                found = max(_length(part, known) for part in node[1])
            case "option":
                found = _length(node[1], known)
            case _:
                found = _length(node[3], known)
        known[id(node)] = found
    return found


@dataclass(frozen=True, slots=True)
class _Opening:
    """How what a tree matches can begin: with nothing, with one character alone, with one and a second.

    ``pairs`` are sets of first characters, each with the set of those that can follow: a pattern has a hundred of
    either, and written out as pairs they would be thousands.
    """

    empty: bool
    alone: frozenset[str]
    pairs: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()

    @property
    def firsts(self) -> frozenset[str]:
        """All characters with which it can begin."""
        return self.alone.union(*(firsts for firsts, _ in self.pairs))


def _opening(node: Node, known: dict[int, _Opening]) -> _Opening:
    """How everything that a tree matches begins."""
    found = known.get(id(node))
    if found is None:
        match node[0]:
            case "set":
                found = _Opening(False, frozenset(node[1]))
            case "sequence":
                found = _opening_of_all(node[1], known)
            case "choice":
                parts = [_opening(part, known) for part in node[1]]
                found = _Opening(
                    any(part.empty for part in parts),
                    frozenset().union(*(part.alone for part in parts)),
                    tuple(pair for part in parts for pair in part.pairs),
                )
            case "option":
                content = _opening(node[1], known)
                found = _Opening(True, content.alone, content.pairs)
            case _:
                found = _opening(node[3], known)
        known[id(node)] = found
    return found


def _opening_of_all(parts: Sequence[Node], known: dict[int, _Opening]) -> _Opening:
    """As ``_opening``, of nodes one after another."""
    empty = True
    begun: frozenset[str] = frozenset()  # characters that stand alone so far: what follows counts
    pairs: list[tuple[frozenset[str], frozenset[str]]] = []
    for part in parts:
        following = _opening(part, known)
        if begun:
            pairs.append((begun, following.firsts))
        begun = begun if following.empty else frozenset()
        if empty:
            begun |= following.alone
            pairs += following.pairs
        empty = empty and following.empty
        if not begun and not empty:
            break
    return _Opening(empty, begun, tuple(pairs))
