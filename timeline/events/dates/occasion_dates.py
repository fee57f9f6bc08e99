"""What events of one sentence share a date, because they are one occasion.

What comes in: the candidates of one sentence with the links that their own words gave them. What goes out: links for
those that have none: what is said in a speech, a participle beside its verb, deeds of one subject, a noun and its verb.
Whose words are whose is decided in ``sentence_dates``, what holds between sentences in ``date_links``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from timeline.events.article.candidates import Candidate
from timeline.events.dates.date_claims import Claims
from timeline.events.dates.tense_dates import DISTANT_RELATIONS, is_finished, is_within, shares_opening
from timeline.lexicons.dating import dating_lexicon

_OCCASION_TYPES = ("STATEMENT", "CONSULT", "CEREMONY")  # where something is said
_GATHERINGS = (*_OCCASION_TYPES, "PROTEST", "SPORT")  # where something is done
_HARM = ("ASSAULT", "DEATH", "INJURY", "DISASTER", "CRIME")
_YEAR = re.compile(r"\d{4}")
#: Days and weeks: "Thursday", "Oct. 7", "last week". In a year or a month one does many things.
_SHORT = re.compile(r"(?:here |ref )?(?:wd:|md:|D[+-]\d|W[+-]\d)|\d{4}-\d\d-\d\d")
_QUARTER = re.compile(r"[qh]:|\d{4}-[QH]|\d{4} >[qh]:|Q[+-]")
_NOT_BESIDE = (*DISTANT_RELATIONS, "complement")
_CASUALTIES = ("DEATH", "INJURY")
_AFTER = "after"
_AND = ("and", "but")
_WHEN = ("when", "as")
_OCCASION = "occasion"
#: The rule by which what was told on a day was on it or before it.
TOLD = "told"
_THAT = ("that", "which", "who")
_RELATIVE_REACH = 12  # words between an attack and "that killed"
_BESIDE = 2  # words between "told" and "in" ("told reporters in ...")
_PHRASE_REACH = 7  # words between a preposition and its noun


class Occasions:
    """The events of one sentence, and which of them are one occasion."""

    __slots__ = ("_claims", "_first", "_here", "_lowers")

    def __init__(self, here: list[Candidate], claims: Claims, lowers: tuple[str, ...], first: int) -> None:
        self._here = here
        self._claims = claims
        self._lowers = lowers
        self._first = first

    def share(self) -> None:
        """Give what is one occasion with a verb its link: "said in an interview", "the vote passed", "..., warning"."""
        dated: list[Candidate] = []
        if self._claims.placed:
            if any(other.date_link.rule == "tense" for other in self._here):
                self._set_apart()
                self._join()
                self._carry()
                self._take_from_moment()
                self._take_from_report()
            dated = [other for other in self._here if other.reading != "verb" and other.date_link.timex is not None]
        for candidate in self._here:
            link = candidate.date_link
            if link.timex is not None or link.deadline is not None or self._claims.is_counted_from(candidate):
                continue
            if dated and candidate.reading == "verb":
                noun = next((noun for noun in dated if self._is_of(candidate, noun)), None)
                if noun is not None:
                    given = noun.date_link
                    candidate.date_link = replace(link, timex=given.timex, rule=_OCCASION, bound=given.bound)
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
        """Give deeds of one subject, joined by "and", the day that stands behind the last or the first of them.

        "arrested two men and seized a boat on Monday", "met the mayor on Tuesday and signed the accord".
        """
        acts = [other for other in self._here if other.reading == "verb" and other.frame.relation is None]
        series = False  # "was arrested, charged and released on Sunday"
        for first, second in reversed([*pairwise(acts)]):
            series = self._are_joined(first, second, series=series)
            if series and self._takes_from(first, second):
                first.date_link = replace(first.date_link, timex=second.date_link.timex, rule="sentence", bound="on")
        for first, second in pairwise(acts):
            if (
                self._takes_from(second, first)
                and self._follows_at_once(second)
                and self._are_joined(first, second, series=True)
            ):
                second.date_link = replace(second.date_link, timex=first.date_link.timex, rule="sentence", bound="on")

    def _takes_from(self, candidate: Candidate, other: Candidate) -> bool:
        """Whether a deed that only its tense dates may have the day of another."""
        given = other.date_link
        return (
            candidate.date_link.rule == "tense"
            and given.rule in ("clause", "sentence")
            and given.bound == "on"
            and not self._claims.leans(given)
            and any(
                item.timex.index == given.timex and _SHORT.match(item.timex.unresolved) for item in self._claims.placed
            )
        )

    def _follows_at_once(self, candidate: Candidate) -> bool:
        """Whether a deed is told in one breath with the one before it: not "... and later fled"."""
        return (
            candidate.tense == "past"
            and candidate.frame.aspect == "simple"
            and self._lowers[candidate.first_token - 1] not in dating_lexicon().later
        )

    def _are_joined(self, first: Candidate, second: Candidate, *, series: bool = False) -> bool:
        """Whether one subject did both, and nothing stands between their clauses; in a series a comma joins too."""
        start = second.clause_first
        if first.clause_end not in (start, start - 1) or not is_finished(first) or not is_finished(second):
            return False
        if self._lowers[start] in _AND:
            harm = first.type in _HARM and second.type in _HARM  # "nine were killed and 40 wounded on Sunday"
            return harm or second.frame.subject in (first.frame.subject, None)
        source, cue = second.attribution.source, second.attribution.cue
        if second.type == "STATEMENT" and source is not None and cue is not None and source.start > cue.start:
            return False  # "They came, shot and left, said Firth": who says so is another
        return series and self._lowers[start - 1] == "," and start == second.first_token

    def _carry(self) -> None:
        """Give a noun the day of the verb that carries it: "imposed a curfew on Tuesday"."""
        dated = {
            other.first_token: other.date_link
            for other in self._here
            if other.reading == "verb" and other.date_link.timex is not None
        }
        for candidate in self._here:
            link = candidate.date_link
            if candidate.light >= 0 and link.timex is None and link.deadline is None and link.rule == "tense":
                given = dated.get(candidate.light)
                if given is not None:
                    candidate.date_link = replace(link, timex=given.timex, rule=given.rule, bound=given.bound)

    def _take_from_moment(self) -> None:
        """Give a deed the day of the clause that tells at which moment it was: "two died when a bus overturned on
        Sunday", "when a bus overturned on Sunday, two died".
        """
        acts = [other for other in self._here if other.reading == "verb"]
        for before, behind in pairwise(acts):
            if (self._is_moment(behind) or self._is_accident(before, behind)) and before.clause_end in (
                behind.clause_first,
                behind.clause_first - 1,
            ):
                self._pass_day(behind, before)
            elif self._is_moment(before) and before.clause_first <= self._first + 1:
                self._pass_day(before, behind)
        for before, behind in pairwise(acts):
            # "41 were killed and 200 injured when a quake struck on Tuesday"
            if behind.date_link.rule == _OCCASION and self._lowers[behind.clause_first] in _AND:
                self._pass_day(behind, before)

    def _take_from_report(self) -> None:
        """Place what is said to have happened on the dated day of its telling or before it, not on that of publication.

        In "Police said on Monday two men were arrested" the arrest was not on Wednesday.
        """
        tellers = [
            other
            for other in self._here
            if other.statement >= 0
            and other.quotation < 0
            and other.date_link.timex is not None
            and other.date_link.bound == "on"
        ]
        if not tellers:
            return
        for candidate in self._here:
            link = candidate.date_link
            if link.rule != "tense" or link.bound != "on_or_before" or candidate.quotation < 0:
                continue
            governor = candidate.frame.governor
            teller = next((other for other in tellers if other.first_token == governor), None)
            if teller is None and len(tellers) == 1:
                teller = tellers[0]
            if teller is not None:
                candidate.date_link = replace(link, timex=teller.date_link.timex, rule=TOLD)

    def _is_moment(self, candidate: Candidate) -> bool:
        """Whether a clause with a day of its own opens with "when" or "as"."""
        lowers, first = self._lowers, candidate.clause_first
        link = candidate.date_link
        opened = lowers[first] in _WHEN or (first > self._first and lowers[first - 1] in _WHEN)
        return opened and link.timex is not None and link.bound == "on" and is_finished(candidate)

    def _is_accident(self, harmed: Candidate, candidate: Candidate) -> bool:
        """Whether somebody was harmed by what a clause with "after" and a day tells: "killed after a boat sank on
        Sunday".
        """
        opened = _AFTER in self._lowers[candidate.clause_first - 1 : candidate.clause_first + 1]
        link = candidate.date_link
        dated = link.timex is not None and link.bound == "on" and link.rule == "clause"
        return opened and dated and harmed.type in _CASUALTIES and is_finished(candidate)

    def _pass_day(self, candidate: Candidate, other: Candidate) -> None:
        """Give a finished deed that only its tense dates the day of another one."""
        if other.date_link.rule == "tense" and other.date_link.bound == "on_or_before" and is_finished(other):
            given = candidate.date_link
            other.date_link = replace(other.date_link, timex=given.timex, rule=_OCCASION, bound=given.bound)

    def _is_of(self, candidate: Candidate, noun: Candidate) -> bool:
        """Whether a verb tells what was done at a dated event, or by it: "said in Tuesday's speech", "the 1996 bombing
        that killed one person".
        """
        lowers = self._lowers
        if noun.aspect == "prospective":
            return False
        if candidate.first_token < noun.first_token:
            between = lowers[candidate.end_token : noun.first_token]
            if self._is_outcome(candidate, between):
                return True
            if not is_finished(candidate) and candidate.tense is not None:
                return False
            near = (
                dating_lexicon().occasion.isdisjoint(lowers[candidate.end_token + _BESIDE : noun.first_token])
                and noun.first_token - candidate.end_token <= _PHRASE_REACH
            )
            same = noun.type in _GATHERINGS or (noun.type in _HARM and candidate.type in _HARM)
            return near and same and self._preposition(noun) in dating_lexicon().occasion
        harm = candidate.type in _HARM and noun.type in _HARM
        if (noun.type in _GATHERINGS or harm) and self._preposition(noun) in dating_lexicon().occasion:
            if lowers[noun.clause_first] in dating_lexicon().occasion:
                return is_finished(candidate) and shares_opening(candidate, self._lowers)
            if not harm:
                return False
        if noun.date_link.rule == "attribute" and _stands_in(noun, candidate.frame.subject) and self._is_account(noun):
            return is_finished(candidate)  # "Brix's third-quarter profit fell"
        told = is_finished(candidate) or (candidate.tense is None and lowers[candidate.first_token - 1] in _THAT)
        if not harm or not told or candidate.factuality not in ("happened", "reported"):
            return False
        if _stands_in(noun, candidate.frame.subject) and candidate.frame.voice != "passive":
            return True  # "last night's storm killed two people"
        return (
            lowers[candidate.first_token - 1] in _THAT or is_within(candidate, self._lowers)
        ) and candidate.first_token - noun.end_token <= _RELATIVE_REACH

    def _is_account(self, noun: Candidate) -> bool:
        """Whether a quarter or half of a year stands with a noun."""
        index = noun.date_link.timex
        return any(item.timex.index == index and _QUARTER.match(item.timex.unresolved) for item in self._claims.placed)

    def _is_outcome(self, candidate: Candidate, between: tuple[str, ...]) -> bool:
        """Whether a verb tells how the noun behind it ended: "lost the 2024 election", "attended Monday's rally"."""
        if candidate.lemma not in dating_lexicon().outcomes or len(between) > _PHRASE_REACH:
            return False
        return dating_lexicon().prepositions.isdisjoint(between) and "," not in between

    def _preposition(self, noun: Candidate) -> str:
        """The preposition before a noun's phrase, or nothing; a comma ends the phrase."""
        lowers = self._lowers
        first = max(self._first, noun.first_token - _PHRASE_REACH)
        for word in reversed(lowers[first : noun.first_token]):
            if word == ",":
                break
            if word in dating_lexicon().prepositions:
                return word
        return ""

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


def _stands_in(noun: Candidate, phrase: tuple[int, int] | None) -> bool:
    """Whether a noun stands in a subject or an object."""
    return phrase is not None and phrase[0] <= noun.first_token < phrase[1]


def _may_inherit(candidate: Candidate) -> bool:
    """A finished act that is told as happened and has no tense of its own."""
    return (
        candidate.factuality in ("happened", "reported")
        and candidate.polarity != "negative"
        and candidate.aspect in ("completed", "begun")
        and (candidate.tense is None or candidate.reading != "verb")
        and not candidate.background
        and candidate.frame.relation not in _NOT_BESIDE
    )
