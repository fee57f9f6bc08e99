"""The rows of the tables of events: one class a table, the only list of its permitted keys.

They are filled by ``load``; what is made of them, and looked up, stands in ``event_records``.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.lexicons.event_kinds import KINDS

_EFFECTS = ("planned", "called_for", "possible", "denied", "reported", "happened")
_READINGS = ("verb", "noun", "both")
_REACHED = ("noun", "infinitive", "gerund", "clause", "from", "modifier", "predicate")
_ASKED_FOR = ("with", "into", "out")  # reached by rows that name it alone
_GATES = ("", "past", "active", "in", "passive", "be", "for", "ing")


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseRow:
    """Words in one reading (``verb``, ``noun`` or ``both``), and what must stand around them.

    Each of ``subject``, ``object``, ``near`` and ``without`` holds words or names of word classes ("@court"), and so do
    ``before`` and ``after``, which ask for the word right before and right behind ("for" before "sale"); a row with
    more conditions is tried before one with fewer. In a phrase "_" stands for up to four words.
    """

    reading: str
    words: tuple[str, ...]
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.reading not in _READINGS:
            raise ValueError(f"unknown reading {self.reading!r}; one of {', '.join(_READINGS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerRow(SenseRow):
    """Words that name events of one type and mode where the conditions hold."""

    label: str
    mode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookalikeRow(SenseRow):
    """Words that name no event where the conditions hold ("shot a film"); of ``types`` only, when some are given."""

    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedRow:
    """What a number beside an event counts, by the event's words and by its type and mode ("DEATH:killed")."""

    kind: str
    types: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWords:
    """A list of words under a name."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """Closed-class words of one kind."""

    kind: str
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind {self.kind!r}; one of {', '.join(KINDS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericRow:
    """Words without a type: ``verb`` and ``noun`` name events, a ``phrase`` fences its words.

    A ``thing`` is no event where the same form is a verb ("the doctors"); an ``object`` is none by itself, though it
    may name one where a trigger table says so ("silver" is a medal in sport).
    """

    reading: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FenceRow:
    """A multiword name in which no word names an event ("war cabinet")."""

    phrase: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernorRow:
    """Words that stand above an event and the factuality they give it.

    Attributes:
        reaches: What they govern: ``noun infinitive gerund clause from modifier predicate``, and, for rows
            that name them, ``with`` (a noun behind it: "charged with fraud"), ``into`` ("talked into signing"), ``out``
            ("argued out of signing").
        definite: Whether the effect reaches what "the" points to.
        objects: The only nouns that they say it of; any when empty.
        holds: The event is a fact whatever is said of the word itself ("does not regret").
        gate: "past": in the past the event is a fact ("was able to"); "active": so it is behind an active past verb
            ("allowed them to"); "in": it governs behind "in" alone ("in the event of"); "passive":
            only in the passive ("is said to"); "be": behind a form of "be" alone ("it is time to"); "for": with "for"
            or "over" behind it ("arrested for stealing"); "ing": in its -ing form ("is finalising").
        examples, rejects: Sentences in which the word in brackets has the effect, or has not.
    """

    name: str
    effect: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    reaches: tuple[str, ...] = _REACHED
    definite: bool = True
    objects: tuple[str, ...] = ()
    holds: bool = False
    gate: str = ""
    examples: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.effect not in _EFFECTS:
            raise ValueError(f"unknown effect {self.effect!r}; one of {', '.join(_EFFECTS)}")
        unknown = [kind for kind in self.reaches if kind not in _REACHED + _ASKED_FOR]
        if unknown:
            raise ValueError(f"unknown complement {unknown[0]!r}; one of {', '.join(_REACHED + _ASKED_FOR)}")
        if self.gate not in _GATES:
            raise ValueError(f"unknown gate {self.gate!r}; one of {', '.join(_GATES)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRow:
    """Verbs that say in which phase an event is."""

    begun: tuple[str, ...]
    ongoing: tuple[str, ...]
    completed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LightRow:
    """Verbs that carry a nominal event ("made a statement")."""

    verbs: tuple[str, ...]
