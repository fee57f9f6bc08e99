"""Which expression of a sentence dates which of its events, and what their tense says where none does.

What comes in: the candidates of one sentence and the expressions that stand in it. What goes out: their links. What is
carried from one sentence to the next is decided in ``date_links``, what day follows in ``dating``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from timeline.events.candidates import Candidate
from timeline.values.dates import TimeExpression
from timeline.values.events import DateLink, build_date_link
from timeline.values.text import TokenizedText

#: The rule by which "Friday's meeting" has its date: what stands before "Friday" ("from", "since") says nothing of it.
ATTRIBUTE = "attribute"
_DATED_TYPES = ("DATE", "TIME")
_DEADLINE_RELATIONS = frozenset(("by", "before", "until", "within"))
_LASTING = ("for", "lasting", "lasted", "lasts", "last", "over")
_OPENING_TOKENS = 4  # an expression among the first words of a sentence speaks for all of it
_ATTACHED_TOKENS = 3  # words between "Monday's" and the noun it dates
_DISTANT_RELATIONS = ("relative", "conditional", "purpose")
_OCCASION_WORDS = frozenset(("in", "at", "during"))
_OCCASION_TYPES = ("STATEMENT", "CONSULT", "CEREMONY")
#: A clause that opens with one of these tells what was beside or before the news, on a day of its own ("after" tells of
#: the same).
_TIME_SUBORDINATORS = frozenset(("when", "before", "since", "until", "once", "while"))
_WHEN = "when"
_WHOSE, _WHOSE_REACH = "whose", 6  # "whose father was murdered" tells of a day of its own too
#: A day behind one of these is that of the noun before it.
_SET_FOR = frozenset(("planned", "scheduled", "set", "due", "slated", "arranged"))
_VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression and the half-open token range it stands in."""

    timex: TimeExpression
    first: int
    end: int
    relation: str


class SentenceLinker:
    """Which expression of one sentence belongs to which of its events."""

    __slots__ = ("_durations", "_here", "_owners", "_placed", "_tokens", "_verbs", "opening")

    def __init__(self, here: list[Candidate], placed: list[Placed], tokens: TokenizedText, first_token: int) -> None:
        self._here = here
        self._verbs = [candidate.first_token for candidate in here if candidate.reading == "verb"]  # in text order
        self._tokens = tokens
        self._placed = [item for item in placed if item.timex.type in _DATED_TYPES and item.timex.value not in _VAGUE]
        self._durations = [item for item in placed if item.timex.type == "DURATION"]
        self._owners = {item.timex.index: owner for item in placed if (owner := self._noun_behind(item)) is not None}
        self.opening = next(
            (
                item
                for item in self._placed
                if item.first - first_token < _OPENING_TOKENS
                and self._opens(item)
                and item.timex.index not in self._owners
            ),
            None,
        )

    def _noun_behind(self, item: Placed) -> Candidate | None:
        """The noun that an expression stands before: "Monday's attack", "a six-week cease-fire"."""
        if (item.timex.signal or "").split(" ")[0] in _SET_FOR:
            # "a march, planned for Sunday, was cancelled": Sunday is the day of the march.
            nouns = [other for other in self._here if other.reading != "verb" and other.first_token < item.first]
            return nouns[-1] if nouns else None
        return next((candidate for candidate in self._here if self._stands_before(item, candidate)), None)

    def _stands_before(self, item: Placed, candidate: Candidate) -> bool:
        """Whether an expression is an attribute of a noun close behind it."""
        gap = candidate.first_token - item.end
        if candidate.reading == "verb" or not 0 <= gap <= _ATTACHED_TOKENS:
            return False
        lowers, length = self._tokens.lowers, item.timex.type == "DURATION"
        between = lowers[item.end : candidate.first_token]
        if not between or between[0] == "'s" or (length and between[0] in ("-", "long")):
            return True
        attribute = (length and "-" in item.timex.text) or lowers[item.first - 1] in ("the", "a", "an")
        if not attribute or not all(word.isalpha() for word in between):
            return False
        return not any(item.end <= other.first_token < candidate.first_token for other in self._here)

    def _opens(self, item: Placed) -> bool:
        """Whether an expression stands before every verb of its sentence."""
        return all(item.end <= candidate.first_token for candidate in self._here if candidate.reading == "verb")

    def link(self, candidate: Candidate) -> DateLink:
        """The link of one candidate from its own sentence."""
        deadline = duration = None
        chosen: Placed | None = None
        rule = "none"
        for item in self._ranked(candidate):
            if self._lies_ahead(item, candidate):
                continue
            if chosen is None and self._owners.get(item.timex.index) is candidate:
                chosen, rule = item, ATTRIBUTE
                continue
            if item.relation in _DEADLINE_RELATIONS and self._limits_another(item, candidate):
                continue
            if item.relation in _DEADLINE_RELATIONS and not is_finished(candidate):
                deadline = item if deadline is None else deadline
            elif chosen is None and not self._belongs_elsewhere(item, candidate):
                chosen, rule = item, "clause"
        if chosen is None and deadline is None:
            chosen = self._told_of(candidate)
            rule = "clause" if chosen is not None else rule
        if chosen is None and deadline is None and self.opening is not None and self._speaks_for(candidate):
            chosen, rule = self.opening, "sentence"
            if chosen.relation in _DEADLINE_RELATIONS and not is_finished(candidate):
                deadline, chosen = chosen, None
        duration = self._duration(candidate)
        bound = "on"
        if chosen is not None and rule != ATTRIBUTE:
            bound = {"as_of": "as_of", "by": "on_or_before"}.get(chosen.relation, "on")
        elif chosen is None:
            rule, bound = ("none", "on") if self._is_aside(candidate) else _by_tense(candidate)
        return build_date_link(
            timex=None if chosen is None else chosen.timex.index,
            rule=rule,
            bound=bound,
            deadline=None if deadline is None else deadline.timex.index,
            duration=None if duration is None else duration.timex.index,
        )

    def _lies_ahead(self, item: Placed, candidate: Candidate) -> bool:
        """Whether a coming day stands with what is done already: "invited both sides to a meeting on Friday"."""
        return (
            item.timex.cue == "future"
            and item.relation not in _DEADLINE_RELATIONS
            and candidate.reading == "verb"
            and is_finished(candidate)
            and any(
                candidate.end_token <= other.first_token < item.first for other in self._here if not is_finished(other)
            )
        )

    def _told_of(self, candidate: Candidate) -> Placed | None:
        """The expression of which a clause tells: "in 2009, when the state bought a stake"."""
        lowers = self._tokens.lowers
        position = candidate.clause_first
        if lowers[position] != _WHEN:
            position -= 1
        if position < 1 or lowers[position] != _WHEN:
            return None
        position -= lowers[position - 1] == ","
        return next((item for item in self._placed if item.end == position), None)

    def _limits_another(self, item: Placed, candidate: Candidate) -> bool:
        """Whether a deadline is that of an act between: "called for a cease-fire before Easter"."""
        low, high = sorted((candidate.first_token, item.first))
        return any(low < other.first_token < high and not is_finished(other) for other in self._here)

    def inherit(self) -> None:
        """Give what is one occasion with a verb its link: "said in an interview", "the vote passed", "..., warning"."""
        for candidate in self._here:
            link = candidate.date_link
            if (
                link.timex is not None
                or link.deadline is not None
                or link.rule != "none"
                or not _may_inherit(candidate)
            ):
                continue
            host = self._host(candidate)
            if host is None and self._is_occasion(candidate):
                candidate.date_link = replace(link, rule="tense", bound="on_or_before")
            elif host is not None and host.date_link.rule != "none":
                given = host.date_link
                candidate.date_link = replace(link, timex=given.timex, rule=given.rule, bound=given.bound)

    def _is_occasion(self, candidate: Candidate) -> bool:
        """Whether a noun names where something was said: "in a speech", "at a news conference"."""
        if candidate.reading == "verb" or candidate.type not in _OCCASION_TYPES:
            return False
        first = candidate.first_token
        return not _OCCASION_WORDS.isdisjoint(
            self._tokens.lowers[max(candidate.clause_first, first - _ATTACHED_TOKENS) : first]
        )

    def _host(self, candidate: Candidate) -> Candidate | None:
        """The verb with which a noun or participle is one occasion."""
        first = candidate.first_token
        verbs = [
            other
            for other in self._here
            if other is not candidate and other.reading == "verb" and other.tense == "past"
        ]
        if candidate.reading == "verb":
            before = [other for other in verbs if other.first_token < first]
            return before[-1] if before else next(iter(verbs), None)
        if self._is_occasion(candidate):
            inside = [
                other for other in verbs if other.clause_first <= first < other.clause_end or other.type == "STATEMENT"
            ]
            return min(inside, key=lambda other: abs(other.first_token - first), default=None)
        for other in verbs:
            subject = other.frame.subject
            if subject is not None and subject[0] <= first < subject[1] and other.frame.voice != "passive":
                return other
        return None

    def _ranked(self, candidate: Candidate) -> list[Placed]:
        """The expressions of the candidate's clause that may be its own, nearest first."""
        found = []
        for item in self._placed:
            owner = self._owners.get(item.timex.index)
            if owner is candidate or (candidate.reading != "verb" and item.first == candidate.end_token):
                return [item]
            if owner is not None or not candidate.clause_first <= item.first < candidate.clause_end:
                continue
            if candidate.factuality == "called_for" and item.first < candidate.frame.governor:
                continue  # "met on Thursday with a call for talks": Thursday is not that of the talks
            low, high = sorted((item.first, candidate.first_token))
            between = bisect_left(self._verbs, high) - bisect_right(self._verbs, low)
            if (
                item.end <= candidate.first_token
                and item is not self.opening
                and "," in self._tokens.lowers[item.end : high]
            ):
                between += 1  # "Elvern, who won in 1987, will host ...": what commas set apart is further away
            found.append((between, high - low, item))
        found.sort(key=lambda entry: entry[:2])
        return [item for _, _, item in found]

    def _belongs_elsewhere(self, item: Placed, candidate: Candidate) -> bool:
        """Whether another event of the clause has a better claim: the verb before the noun, or the nearer verb."""
        if item.first == candidate.end_token or self._owners.get(item.timex.index) is candidate:
            return False
        for other in self._here:
            if other is candidate or not other.clause_first <= item.first < other.clause_end:
                continue
            if candidate.reading != "verb" and other.reading == "verb":
                if other.first_token < candidate.first_token and self._lies_ahead(item, other):
                    continue
                if other.first_token < candidate.first_token and item.first > candidate.first_token:
                    return True
                if other.first_token < item.first < candidate.first_token:
                    return True
            if candidate.reading == "verb" and other.reading == "verb":
                low, high = sorted((item.first, candidate.first_token))
                if low < other.first_token < high and self.opening is not item:
                    return True
        return False

    def _is_aside(self, candidate: Candidate) -> bool:
        """Whether a clause opens with "when", "before" or their like: what it tells was on a day of its own."""
        if candidate.reading != "verb":
            return False
        lowers, first, verb = self._tokens.lowers, candidate.clause_first, candidate.first_token
        if _WHOSE in lowers[max(first - 1, verb - _WHOSE_REACH, 0) : verb]:
            return True
        return not _TIME_SUBORDINATORS.isdisjoint(lowers[max(first - 1, 0) : min(first + 1, verb)])

    def _speaks_for(self, candidate: Candidate) -> bool:
        """Whether the expression that opens the sentence holds for a candidate of another clause."""
        return (
            candidate.reading == "verb"
            and candidate.frame.relation not in (*_DISTANT_RELATIONS, "complement", "attribution_tail")
            and not is_background(candidate)
            and candidate.tense in ("past", "future", None)
        )

    def _duration(self, candidate: Candidate) -> Placed | None:
        """How long it lasts: "a six-week cease-fire", "fought for three days"; never "after 52 days"."""
        for item in self._durations:
            owner = self._owners.get(item.timex.index)
            if owner is candidate or (owner is None and self._lasts(item, candidate)):
                return item
        return None

    def _lasts(self, item: Placed, candidate: Candidate) -> bool:
        """Whether a length behind an event is the event's own: "for", "over" or "lasting" stands before it."""
        signal = (item.timex.signal or "").split()
        if not signal or signal[-1] not in _LASTING or item.timex.unresolved.endswith("pub"):
            return False
        inside = candidate.clause_first <= item.first < candidate.clause_end and item.first > candidate.first_token
        return inside and not self._belongs_elsewhere(item, candidate)


def _may_inherit(candidate: Candidate) -> bool:
    """A finished act that is told as happened and has no tense of its own."""
    return (
        candidate.factuality in ("happened", "reported")
        and candidate.polarity != "negative"
        and candidate.aspect in ("completed", "begun")
        and (candidate.tense is None or candidate.reading != "verb")
        and not candidate.background
        and candidate.frame.relation not in (*_DISTANT_RELATIONS, "complement")
    )


def is_finished(candidate: Candidate) -> bool:
    """Whether it has happened: told in the past or the perfect."""
    if candidate.factuality not in ("happened", "reported") or candidate.aspect not in ("completed", "begun"):
        return False
    return candidate.tense == "past" or candidate.frame.aspect == "perfect"


def is_background(candidate: Candidate) -> bool:
    """Told as what was before: marked so, in the past perfect, or in a relative clause."""
    if candidate.background or (candidate.frame.aspect == "perfect" and candidate.tense == "past"):
        return True
    return candidate.frame.relation in _DISTANT_RELATIONS and candidate.type != "STATEMENT"


def _by_tense(candidate: Candidate) -> tuple[str, str]:
    """Rule and bound of an event without date words."""
    if candidate.factuality not in ("happened", "reported") or candidate.polarity == "negative":
        return "none", "on"
    if candidate.aspect == "prospective" or is_background(candidate):
        return "none", "on"
    if candidate.aspect == "ongoing":
        return "tense", "as_of"
    if candidate.reading == "verb" or candidate.light >= 0:
        if candidate.tense is None and candidate.light < 0:
            return "none", "on"
        return "tense", "on_or_before"
    return "none", "on"
