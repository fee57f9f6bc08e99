"""Which expression of a sentence dates which of its events.

What comes in: the candidates of one sentence and the expressions that stand in it. What goes out: their links. Who may
claim an expression is found in ``date_claims``, what is one occasion in ``occasion_dates``, what the tense says in
``tense_dates``; what is carried from one sentence to the next is decided in ``date_links``.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.dates.counted_links import count
from timeline.events.dates.date_claims import DEADLINE_RELATIONS, Claims
from timeline.events.dates.occasion_dates import Occasions
from timeline.events.dates.placed_dates import Placed
from timeline.events.dates.tense_dates import by_tense, is_aside, is_finished, shares_opening
from timeline.lexicons.dating import dating_lexicon
from timeline.values.events import DateLink, build_date_link
from timeline.values.text import Sentence

#: The rule by which "Friday's meeting" has its date: what stands before "Friday" ("from", "since") says nothing of it.
ATTRIBUTE = "attribute"
_WHEN = "when"
_FUTURE = "future"
_REACHED = ("by", "as_of")  # relations of the day up to which something had come about
_OPENING_TOKENS = 3
_ENDS_NOW = " end:pub"
_PAST, _PRESENT = "PAST_REF", "PRESENT_REF"


#: Links without words, by rule and bound: most events have one of these.
_UNWORDED = {
    (rule, bound): build_date_link(timex=None, rule=rule, bound=bound, deadline=None, duration=None)
    for rule, bound in (("none", "on"), ("tense", "on_or_before"), ("tense", "as_of"))
}


class SentenceLinker:
    """Which expression of one sentence belongs to which of its events."""

    __slots__ = ("_first", "_headline", "_here", "_lowers", "claims", "opening")

    def __init__(
        self, here: list[Candidate], placed: list[Placed], page: Page, sentence: Sentence, *, headline: bool
    ) -> None:
        self._here = here
        self._headline = headline
        self._first = sentence.first_token
        self._lowers = page.lowers
        self.claims = Claims(here, placed, page, sentence)
        self.opening = self.claims.opening

    def link(self, candidate: Candidate) -> DateLink:
        """The link of one candidate from its own sentence."""
        claims = self.claims
        if not claims.placed and not claims.durations:
            return _UNWORDED[self._by_tense(candidate)]
        deadline = duration = None
        chosen: Placed | None = None
        rule = "none"
        for item in claims.ranked(candidate) if claims.placed else ():
            if claims.lies_ahead(item, candidate):
                continue
            if chosen is None and claims.owners.get(item.timex.index) is candidate:
                chosen, rule = item, ATTRIBUTE
                continue
            if item.relation in DEADLINE_RELATIONS and claims.limits_another(item, candidate):
                continue
            if item.relation in DEADLINE_RELATIONS and not is_finished(candidate):
                deadline = item if deadline is None else deadline
            elif chosen is None and not claims.belongs_elsewhere(item, candidate):
                chosen, rule = item, "clause"
        first = candidate.clause_first
        if chosen is None and deadline is None and _WHEN in self._lowers[first - (first > 0) : first + 1]:
            chosen = self._told_of(candidate)
            rule = "clause" if chosen is not None else rule
        if chosen is None and claims.counts and claims.is_counted_from(candidate):
            return _UNWORDED["none", "on"]
        if chosen is None and deadline is None and self.opening is not None and self._shares(self.opening, candidate):
            chosen, rule = self.opening, "sentence"
            if chosen.relation in DEADLINE_RELATIONS and not is_finished(candidate):
                deadline, chosen = chosen, None
        duration = None
        if claims.durations:
            if chosen is None and deadline is None:
                chosen = claims.set_ahead(candidate)
                rule = "clause" if chosen is not None else rule
            duration = None if chosen is not None and chosen in claims.durations else self._duration(candidate)
        bound = "on"
        if chosen is not None and rule != ATTRIBUTE:
            bound = {"as_of": "as_of", "by": "on_or_before"}.get(chosen.relation, "on")
        elif chosen is None:
            rule, bound = self._by_tense(candidate)
            if deadline is None and duration is None:
                return _UNWORDED[rule, bound]
        return build_date_link(
            timex=None if chosen is None else chosen.timex.index,
            rule=rule,
            bound=bound,
            deadline=None if deadline is None else deadline.timex.index,
            duration=None if duration is None else duration.timex.index,
        )

    def _shares(self, opening: Placed, candidate: Candidate) -> bool:
        """Whether the expression that opens the sentence holds for a candidate of another clause."""
        if shares_opening(candidate, self._lowers):
            return True
        if candidate.tense == "present" and opening.timex.cue == _FUTURE:
            return candidate.frame.relation is None and candidate.reading == "verb"
        # "By Monday, 40 people had died": the past perfect is no background there
        return opening.relation in _REACHED and candidate.frame.relation is None and is_finished(candidate)

    def _by_tense(self, candidate: Candidate) -> tuple[str, str]:
        """Rule and bound where no words date it: by its tense, and by "now", "recently" and "for years" beside it."""
        if is_aside(candidate, self._lowers):
            return "none", "on"
        rule, bound = by_tense(candidate, headline=self._headline)
        if bound != "on_or_before" or candidate.reading != "verb" or not (self.claims.vague or self.claims.durations):
            return rule, bound
        perfect = candidate.frame.aspect == "perfect"
        for item in self.claims.vague:
            if candidate.clause_first <= item.first < candidate.clause_end:
                if item.timex.value == _PAST:
                    return "none", "on"
                if item.timex.value == _PRESENT and candidate.tense == "present" and not perfect:
                    return rule, "as_of"
        if any(
            (candidate.clause_first <= item.first < candidate.clause_end or item.first - self._first < _OPENING_TOKENS)
            and _ends_now(item)
            for item in self.claims.durations
        ):
            return "none", "on"  # "have attacked the port in recent years"
        if perfect and any(
            candidate.clause_first <= item.first < candidate.clause_end
            and (item.timex.signal or "").split(" ")[-1] in dating_lexicon().lasting
            for item in self.claims.durations
        ):
            return rule, "as_of"  # "has said for forty years"
        return rule, bound

    def _told_of(self, candidate: Candidate) -> Placed | None:
        """The expression of which a clause tells: "in 2009, when the state bought a stake"."""
        lowers = self._lowers
        position = candidate.clause_first
        if lowers[position] != _WHEN:
            position -= 1
        if position < 1 or lowers[position] != _WHEN:
            return None
        position -= lowers[position - 1] == ","
        return next((item for item in self.claims.placed if item.end == position), None)

    def share(self) -> None:
        """Give what is one occasion with a dated event its link."""
        Occasions(self._here, self.claims, self._lowers, self._first).share()

    def count(self, page: Page, days: Mapping[str, int | None]) -> None:
        """Date what is counted from another event: "a day after the coup"; ``days`` of types as in ``days_of``."""
        for item, anchor in self.claims.counts:
            count(self._here, item, anchor, page, days)

    def _duration(self, candidate: Candidate) -> Placed | None:
        """How long it lasts: "a six-week cease-fire", "fought for three days"; never "after 52 days"."""
        for item in self.claims.durations:
            owner = self.claims.owners.get(item.timex.index)
            if owner is candidate or (owner is None and self._lasts(item, candidate)):
                return item
        return None

    def _lasts(self, item: Placed, candidate: Candidate) -> bool:
        """Whether a length behind an event is the event's own: "for", "over" or "lasting" stands before it."""
        signal = (item.timex.signal or "").split()
        if not signal or signal[-1] not in dating_lexicon().lasting or item.timex.unresolved.endswith("pub"):
            return False
        inside = candidate.clause_first <= item.first < candidate.clause_end and item.first > candidate.first_token
        return inside and not self.claims.belongs_elsewhere(item, candidate)


def _ends_now(item: Placed) -> bool:
    """Whether a length of weeks or more ends on the day of publication: "in recent years", "over the past month"."""
    days = item.timex.value.endswith("D") or item.timex.value.startswith("PT")
    return item.timex.unresolved.endswith(_ENDS_NOW) and not days
