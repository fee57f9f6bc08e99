"""Which expression of a sentence dates which of its events.

What comes in: the candidates of one sentence and the expressions that stand in it. What goes out: their links. Who may
claim an expression is found in ``date_claims``, what the tense says in ``tense_dates``; what is carried from one
sentence to the next is decided in ``date_links``, what day follows in ``dating``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from timeline.events.candidates import Candidate
from timeline.events.date_claims import DEADLINE_RELATIONS, Claims, Placed
from timeline.events.page import Page
from timeline.events.tense_dates import DISTANT_RELATIONS, by_tense, is_background, is_finished
from timeline.lexicons.dating import dating_lexicon
from timeline.values.events import DateLink, build_date_link
from timeline.values.text import Sentence

#: The rule by which "Friday's meeting" has its date: what stands before "Friday" ("from", "since") says nothing of it.
ATTRIBUTE = "attribute"
_OCCASION_TYPES = ("STATEMENT", "CONSULT", "CEREMONY")  # where something is said
_GATHERINGS = (*_OCCASION_TYPES, "PROTEST", "SPORT")  # where something is done
_YEAR = re.compile(r"\d{4}")
_WHEN = "when"
_AND = ("and", "but")
_ENDS_NOW = " end:pub"
_PAST, _PRESENT = "PAST_REF", "PRESENT_REF"
_WHOSE, _WHOSE_REACH = "whose", 6  # "whose father was murdered" tells of a day of its own too
_HARM = ("ASSAULT", "DEATH", "INJURY", "DISASTER", "CRIME")
_THAT = ("that", "which", "who")
_WHICH = ("which", "whom")
_RELATIVE_REACH = 12  # words between an attack and "that killed"
_BESIDE = 2  # words between "told" and "in" ("told reporters in ...")
_PHRASE_REACH = 7  # words between a preposition and its noun


#: Links without words, by rule and bound: most events have one of these.
_UNWORDED = {
    (rule, bound): build_date_link(timex=None, rule=rule, bound=bound, deadline=None, duration=None)
    for rule, bound in (("none", "on"), ("tense", "on_or_before"), ("tense", "as_of"))
}


class SentenceLinker:
    """Which expression of one sentence belongs to which of its events."""

    __slots__ = ("_claims", "_first", "_headline", "_here", "_lowers", "opening")

    def __init__(
        self, here: list[Candidate], placed: list[Placed], page: Page, sentence: Sentence, *, headline: bool
    ) -> None:
        self._here = here
        self._headline = headline
        self._first = sentence.first_token
        self._lowers = page.lowers
        self._claims = Claims(here, placed, page, sentence)
        self.opening = self._claims.opening

    def link(self, candidate: Candidate) -> DateLink:
        """The link of one candidate from its own sentence."""
        claims = self._claims
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
        if chosen is None and deadline is None:
            chosen = self._told_of(candidate)
            rule = "clause" if chosen is not None else rule
        if chosen is None and deadline is None and self.opening is not None and self._speaks_for(candidate):
            chosen, rule = self.opening, "sentence"
            if chosen.relation in DEADLINE_RELATIONS and not is_finished(candidate):
                deadline, chosen = chosen, None
        duration = self._duration(candidate) if claims.durations else None
        bound = "on"
        if chosen is not None and rule != ATTRIBUTE:
            bound = {"as_of": "as_of", "by": "on_or_before"}.get(chosen.relation, "on")
        elif chosen is None:
            rule, bound = self._by_tense(candidate)
        return build_date_link(
            timex=None if chosen is None else chosen.timex.index,
            rule=rule,
            bound=bound,
            deadline=None if deadline is None else deadline.timex.index,
            duration=None if duration is None else duration.timex.index,
        )

    def _by_tense(self, candidate: Candidate) -> tuple[str, str]:
        """Rule and bound where no words date it: by its tense, and by "now", "recently" and "for years" beside it."""
        if self._is_aside(candidate):
            return "none", "on"
        rule, bound = by_tense(candidate, headline=self._headline)
        if bound != "on_or_before" or candidate.reading != "verb" or not (self._claims.vague or self._claims.durations):
            return rule, bound
        perfect = candidate.frame.aspect == "perfect"
        for item in self._claims.vague:
            if candidate.clause_first <= item.first < candidate.clause_end:
                if item.timex.value == _PAST:
                    return "none", "on"
                if item.timex.value == _PRESENT and candidate.tense == "present" and not perfect:
                    return rule, "as_of"
        if any(
            candidate.clause_first <= item.first < candidate.clause_end and _ends_now(item)
            for item in self._claims.durations
        ):
            return "none", "on"  # "have attacked the port in recent years"
        if perfect and any(
            candidate.clause_first <= item.first < candidate.clause_end
            and (item.timex.signal or "").split(" ")[-1] in dating_lexicon().lasting
            for item in self._claims.durations
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
        return next((item for item in self._claims.placed if item.end == position), None)

    def inherit(self) -> None:
        """Give what is one occasion with a verb its link: "said in an interview", "the vote passed", "..., warning"."""
        dated: list[Candidate] = []
        if self._claims.placed:
            self._set_apart()
            self._join()
            dated = [other for other in self._here if other.reading != "verb" and other.date_link.timex is not None]
        for candidate in self._here:
            link = candidate.date_link
            if link.timex is not None or link.deadline is not None:
                continue
            if dated and candidate.reading == "verb":
                noun = next((noun for noun in dated if self._is_of(candidate, noun)), None)
                if noun is not None:
                    given = noun.date_link
                    candidate.date_link = replace(link, timex=given.timex, rule="occasion", bound=given.bound)
                    continue
            if link.rule != "none" or not _may_inherit(candidate):
                continue
            host = self._host(candidate)
            if host is None and (self._is_occasion(candidate) or self._goes_along(candidate)):
                candidate.date_link = replace(link, rule="tense", bound="on_or_before")
            elif host is not None and host.date_link.rule != "none":
                given = host.date_link
                candidate.date_link = replace(link, timex=given.timex, rule=given.rule, bound=given.bound)

    def _set_apart(self) -> None:
        """Leave undated what a clause tells as the reason or the time before of a deed with a day of its own.

        "Tolland closed the border in 2018 after rebels shelled the town": the shelling was not on the day of
        publication.
        """
        placed = [item for item in self._claims.placed if item.lies_behind or _YEAR.match(item.timex.unresolved)]
        if not placed:
            return
        for candidate in self._here:
            link, first = candidate.date_link, candidate.clause_first
            if (
                link.rule == "tense"
                and self._lowers[first] in dating_lexicon().reasons
                and not all(first <= item.first < candidate.clause_end for item in placed)
            ):
                candidate.date_link = replace(link, rule="none", bound="on")

    def _join(self) -> None:
        """Give two deeds of one subject, joined by "and", the day that stands behind the second: "arrested two men and
        seized a boat on Monday".
        """
        acts = [other for other in self._here if other.reading == "verb" and other.frame.relation is None]
        for first, second in pairwise(acts):
            link, given = first.date_link, second.date_link
            if (
                link.rule == "tense"
                and given.rule == "clause"
                and given.bound == "on"
                and first.clause_end == second.clause_first
                and self._lowers[second.clause_first] in _AND
                and first.frame.subject == second.frame.subject
                and is_finished(first)
                and is_finished(second)
            ):
                first.date_link = replace(link, timex=given.timex, rule="sentence", bound="on")

    def _is_of(self, candidate: Candidate, noun: Candidate) -> bool:
        """Whether a verb tells what was done at a dated event, or by it: "said in Tuesday's speech", "the 1996 bombing
        that killed one person".
        """
        lowers = self._lowers
        if noun.aspect == "prospective":
            return False
        if candidate.first_token < noun.first_token:
            if not is_finished(candidate) and candidate.tense is not None:
                return False
            near = (
                dating_lexicon().occasion.isdisjoint(lowers[candidate.end_token + _BESIDE : noun.first_token])
                and noun.first_token - candidate.end_token <= _PHRASE_REACH
            )
            same = noun.type in _GATHERINGS or (noun.type in _HARM and candidate.type in _HARM)
            return near and same and self._preposition(noun) in dating_lexicon().occasion
        if self._preposition(noun) in dating_lexicon().occasion and noun.type in _GATHERINGS:
            headed = lowers[noun.clause_first] in dating_lexicon().occasion
            return headed and is_finished(candidate) and self._speaks_for(candidate)
        return (
            candidate.type in _HARM
            and noun.type in _HARM
            and is_finished(candidate)
            and (lowers[candidate.first_token - 1] in _THAT or self._is_within(candidate))
            and candidate.first_token - noun.end_token <= _RELATIVE_REACH
        )

    def _is_within(self, candidate: Candidate) -> bool:
        """Whether a clause opens with "in which" or its like."""
        first = candidate.clause_first
        return first + 1 < candidate.first_token and self._lowers[first + 1] in _WHICH

    def _preposition(self, noun: Candidate) -> str:
        """The preposition before a noun's phrase, or nothing."""
        lowers = self._lowers
        first = max(self._first, noun.first_token - _PHRASE_REACH)
        return next(
            (word for word in reversed(lowers[first : noun.first_token]) if word in dating_lexicon().prepositions), ""
        )

    def _goes_along(self, candidate: Candidate) -> bool:
        """Whether a participle tells how a verb that names no event was done: "began by hinting", "while ..."."""
        if candidate.reading != "verb" or candidate.tense is not None:
            return False
        first = candidate.first_token
        before = self._lowers[first - 1] if first else ""
        return before in dating_lexicon().beside or before == ","

    def _is_occasion(self, candidate: Candidate) -> bool:
        """Whether a noun names where something was said: "in a speech", "at a news conference"."""
        if candidate.reading == "verb" or candidate.type not in _OCCASION_TYPES:
            return False
        return self._preposition(candidate) in dating_lexicon().occasion

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
        if candidate.type in _HARM and self._preposition(candidate) in dating_lexicon().occasion:
            # "killed at least 14 people in an attack": what was done in it was done when it was
            near = [other for other in verbs if other.type in _HARM and other.clause_first <= first < other.clause_end]
            return near[-1] if near and near[-1].first_token < first else None
        for other in verbs:
            subject = other.frame.subject
            if subject is not None and subject[0] <= first < subject[1] and other.frame.voice != "passive":
                return other
        return None

    def _is_aside(self, candidate: Candidate) -> bool:
        """Whether a clause opens with "when", "before" or their like: what it tells was on a day of its own."""
        if candidate.reading != "verb":
            return False
        lowers, first, verb = self._lowers, candidate.clause_first, candidate.first_token
        if _WHOSE in lowers[max(first - 1, verb - _WHOSE_REACH, 0) : verb]:
            return True
        if self._is_within(candidate):
            return True
        return not dating_lexicon().subordinators.isdisjoint(lowers[max(first - 1, 0) : min(first + 1, verb)])

    def _speaks_for(self, candidate: Candidate) -> bool:
        """Whether the expression that opens the sentence holds for a candidate of another clause."""
        return (
            candidate.reading == "verb"
            and candidate.frame.relation not in (*DISTANT_RELATIONS, "complement", "attribution_tail")
            and not is_background(candidate)
            and candidate.tense in ("past", "future", None)
            and not self._is_aside(candidate)
        )

    def _duration(self, candidate: Candidate) -> Placed | None:
        """How long it lasts: "a six-week cease-fire", "fought for three days"; never "after 52 days"."""
        for item in self._claims.durations:
            owner = self._claims.owners.get(item.timex.index)
            if owner is candidate or (owner is None and self._lasts(item, candidate)):
                return item
        return None

    def _lasts(self, item: Placed, candidate: Candidate) -> bool:
        """Whether a length behind an event is the event's own: "for", "over" or "lasting" stands before it."""
        signal = (item.timex.signal or "").split()
        if not signal or signal[-1] not in dating_lexicon().lasting or item.timex.unresolved.endswith("pub"):
            return False
        inside = candidate.clause_first <= item.first < candidate.clause_end and item.first > candidate.first_token
        return inside and not self._claims.belongs_elsewhere(item, candidate)


def _ends_now(item: Placed) -> bool:
    """Whether a length of weeks or more ends on the day of publication: "in recent years", "over the past month"."""
    days = item.timex.value.endswith("D") or item.timex.value.startswith("PT")
    return item.timex.unresolved.endswith(_ENDS_NOW) and not days


def _may_inherit(candidate: Candidate) -> bool:
    """A finished act that is told as happened and has no tense of its own."""
    return (
        candidate.factuality in ("happened", "reported")
        and candidate.polarity != "negative"
        and candidate.aspect in ("completed", "begun")
        and (candidate.tense is None or candidate.reading != "verb")
        and not candidate.background
        and candidate.frame.relation not in (*DISTANT_RELATIONS, "complement")
    )
