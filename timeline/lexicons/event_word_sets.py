"""Closed sets of words that the rules of events test by name; what each is for stands beside its words in the file.

What comes in: one table of words of ``en/factuality.toml`` and one of ``en/event_words.toml``. What goes out: a set a
key. The classes are the only list of the keys.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeWords:
    """What rules of factuality test: ``en/factuality.toml``."""

    will: frozenset[str]
    may: frozenset[str]
    must: frozenset[str]
    can: frozenset[str]
    would: frozenset[str]
    definite: frozenset[str]
    gathering: frozenset[str]
    spoken: frozenset[str]
    ranked: frozenset[str]
    results: frozenset[str]
    hearsay: frozenset[str]
    convening: frozenset[str]
    lacking: frozenset[str]
    failed: frozenset[str]
    later: frozenset[str]
    carried: frozenset[str]
    headline: frozenset[str]
    occurring: frozenset[str]
    performative: frozenset[str]
    undoubted: frozenset[str]
    focus: frozenset[str]
    measured: frozenset[str]
    causing: frozenset[str]
    compound: frozenset[str]
    awaited: frozenset[str]
    provisos: frozenset[str]
    accompanying: frozenset[str]
    undated: frozenset[str]
    enabling: frozenset[str]
    expecting: frozenset[str]
    responses: frozenset[str]
    till: frozenset[str]
    instruments: frozenset[str]
    made_for: frozenset[str]
    schemes: frozenset[str]
    bringing: frozenset[str]
    attending: frozenset[str]
    confirming: frozenset[str]
    inverting: frozenset[str]
    self_made: frozenset[str]
    copulas: frozenset[str]
    wishing: frozenset[str]
    entailing: frozenset[str]
    failing: frozenset[str]
    stopping: frozenset[str]
    unreal: frozenset[str]
    answering: frozenset[str]
    resulting: frozenset[str]
    tendered: frozenset[str]
    utmost: frozenset[str]
    ending: frozenset[str]
    undone: frozenset[str]
    obeyed: frozenset[str]
    done: frozenset[str]
    deferring: frozenset[str]
    insinuated: frozenset[str]
    untrue: frozenset[str]
    looming: frozenset[str]
    breaking_off: frozenset[str]
    ahead: frozenset[str]
    asked: frozenset[str]
    naming: frozenset[str]
    almost: frozenset[str]
    guessed: frozenset[str]
    bare: frozenset[str]
    anybody: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedWords:
    """What reading, coding and the main event test: ``en/event_words.toml``."""

    carrying: frozenset[str]
    concluding: frozenset[str]
    circumstance: frozenset[str]
    means: frozenset[str]
    will: frozenset[str]
    cut: frozenset[str]
    crowd: frozenset[str]
    plural: frozenset[str]
    single: frozenset[str]
    union: frozenset[str]
    attributive: frozenset[str]
    intransitive: frozenset[str]
    always: frozenset[str]
    thinking: frozenset[str]
    as_preposition: frozenset[str]
    to_noun: frozenset[str]
    ahead: frozenset[str]
    gone_to: frozenset[str]
