"""Which expression dates which event, and the date that follows.

What comes in: candidates with their clauses, the article's time expressions, the day of publication or None. What goes out:
a ``DateLink`` for each event (which expression, by which rule), and from links and stored expressions alone its date,
deadline and duration, so that it can be done again when a day of publication arrives. What an expression means in the
calendar is decided in ``timeline.temporal``.

The order: an expression in the event's own clause, one that opens its sentence, the date last spoken of in its paragraph, else
the tense: a report or a finished act of a dated article happened on or before the day of publication, a state going on was
true on it. What is planned, demanded, possible, denied or told as background gets no day without date words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date
from datetime import timedelta
from functools import cache

from timeline.events.candidates import Candidate
from timeline.lexicons.time import time_lexicon
from timeline.values.dates import EventDate, Granularity, TimeExpression
from timeline.values.events import DateLink, Mention
from timeline.values.text import TokenizedText

_NO_LINK = DateLink()
_DATED_TYPES = ("DATE", "TIME")
_DEADLINE_RELATIONS = frozenset(("by", "before", "until", "within"))
_DURATION_RELATIONS = frozenset(("for", "on"))
_OPENING_TOKENS = 10  # an expression among the first words of a sentence speaks for all of it
_ATTACHED_TOKENS = 3  # words between "Monday's" and the noun it dates
_RUNNING_SENTENCES = 2
_DISTANT_RELATIONS = ("relative", "conditional", "purpose")
_OCCASION_WORDS = frozenset(("in", "at", "during"))
_OCCASION_TYPES = ("STATEMENT", "CONSULT", "CEREMONY")
#: A clause that opens with one of these tells what was beside or before the news, on a day of its own ("after" tells of the same).
_TIME_SUBORDINATORS = frozenset(("when", "before", "since", "until", "once", "while", "whose"))
_VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A time expression and the half-open token range it stands in."""

    timex: TimeExpression
    first: int
    end: int
    relation: str


@cache
def _relations() -> dict[str, str]:
    """Connective to relation: "ahead of" is ``before``."""
    return {words: group.relation for group in time_lexicon().signals for words in group.words}


def relation_of(timex: TimeExpression) -> str:
    """How an expression stands to what it dates: ``on by before until after since as_of within for to between``."""
    return _relations().get(timex.signal or "", "on")


# -------------------------------------------------------------------------------------------------------------- linking


def link(candidates: Sequence[Candidate], tokens: TokenizedText, timexes: Sequence[TimeExpression]) -> None:
    """Set the ``date_link`` of each candidate.

    In ``The cabinet will meet on Thursday to hear about the talks`` the meeting gets "Thursday" by its clause, the talks none.

    Args:
        candidates: In text order.
        tokens: The article.
        timexes: Its time expressions; only words and signals are read, no dates.
    """
    placed: dict[int, list[_Placed]] = {}
    for timex in timexes:
        first, end = tokens.token_range(timex.start, timex.end)
        placed.setdefault(timex.sentence, []).append(_Placed(timex, first, end, relation_of(timex)))
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.sentence, []).append(candidate)
    running: tuple[int, int, int] | None = None  # paragraph, sentence, expression
    for sentence_index, here in by_sentence.items():
        sentence = tokens.sentences[sentence_index]
        linker = _SentenceLinker(here, placed.get(sentence_index, []), tokens, sentence.first_token)
        for candidate in here:
            candidate.date_link = linker.link(candidate)
        linker.inherit()
        for candidate in here:
            found = candidate.date_link
            if found.timex is None and found.deadline is None and running is not None and _may_run(candidate):
                paragraph, spoken, timex_index = running
                if paragraph == sentence.paragraph and 0 < sentence_index - spoken <= _RUNNING_SENTENCES:
                    candidate.date_link = replace(found, timex=timex_index, rule="running", bound="on")
        opening = linker.opening
        if opening is not None and opening.relation == "on":
            running = (sentence.paragraph, sentence_index, opening.timex.index)


def _may_run(candidate: Candidate) -> bool:
    """Whether a date spoken of before may hold for a candidate: a finished act told in the past, and no report."""
    return (
        candidate.tense == "past"
        and candidate.aspect == "completed"
        and candidate.factuality in ("happened", "reported")
        and candidate.type != "STATEMENT"
        and not _is_background(candidate)
    )


class _SentenceLinker:
    """Which expression of one sentence belongs to which of its events."""

    __slots__ = ("_all", "_durations", "_here", "_owners", "_placed", "_tokens", "opening")

    def __init__(self, here: list[Candidate], placed: list[_Placed], tokens: TokenizedText, first_token: int) -> None:
        self._here = here
        self._tokens = tokens
        self._placed = [
            item for item in placed if item.timex.type in _DATED_TYPES and item.timex.value not in _VAGUE
        ]
        self._durations = [item for item in placed if item.timex.type == "DURATION"]
        self._owners = {
            item.timex.index: owner for item in placed if (owner := self._noun_behind(item)) is not None
        }
        self.opening = next(
            (
                item
                for item in self._placed
                if item.first - first_token < _OPENING_TOKENS and self._opens(item) and item.timex.index not in self._owners
            ),
            None,
        )

    def _noun_behind(self, item: _Placed) -> Candidate | None:
        """The noun that an expression stands before: "Monday's attack", "the Oct. 7 attack", "a six-week cease-fire"."""
        lowers = self._tokens.lowers
        for candidate in self._here:
            gap = candidate.first_token - item.end
            if candidate.reading != "verb" and 0 <= gap <= _ATTACHED_TOKENS:
                between = lowers[item.end : candidate.first_token]
                if not between or between[0] == "'s" or (item.timex.type == "DURATION" and between[0] in ("-", "long")):
                    return candidate
                hyphenated = item.timex.type == "DURATION" and "-" in item.timex.text
                if (hyphenated or lowers[item.first - 1] in ("the", "a", "an")) and all(word.isalpha() for word in between):
                    if not any(other.first_token in range(item.end, candidate.first_token) for other in self._here):
                        return candidate
        return None

    def _opens(self, item: _Placed) -> bool:
        """Whether an expression stands before every verb of its sentence."""
        return all(item.end <= candidate.first_token for candidate in self._here if candidate.reading == "verb")

    def link(self, candidate: Candidate) -> DateLink:
        """The link of one candidate from its own sentence."""
        deadline = duration = None
        chosen: _Placed | None = None
        rule = "none"
        for item in self._ranked(candidate):
            if item.relation in _DEADLINE_RELATIONS and not _is_finished(candidate):
                deadline = item if deadline is None else deadline
            elif chosen is None and not self._belongs_elsewhere(item, candidate):
                chosen, rule = item, "clause"
        if chosen is None and deadline is None and self.opening is not None and self._speaks_for(candidate):
            chosen, rule = self.opening, "sentence"
            if chosen.relation in _DEADLINE_RELATIONS and not _is_finished(candidate):
                deadline, chosen = chosen, None
        duration = self._duration(candidate)
        bound = "on"
        if chosen is not None:
            bound = {"as_of": "as_of", "by": "on_or_before"}.get(chosen.relation, "on")
        else:
            rule, bound = ("none", "on") if self._is_aside(candidate) else _by_tense(candidate)
        return DateLink(
            timex=None if chosen is None else chosen.timex.index,
            rule=rule,
            bound=bound,
            deadline=None if deadline is None else deadline.timex.index,
            duration=None if duration is None else duration.timex.index,
        )

    def inherit(self) -> None:
        """Give to what is one occasion with a verb the verb's link: "said in an interview", "the vote passed", "..., warning"."""
        for candidate in self._here:
            link = candidate.date_link
            if link.timex is not None or link.deadline is not None or link.rule != "none" or not _may_inherit(candidate):
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
        return not _OCCASION_WORDS.isdisjoint(self._tokens.lowers[max(candidate.clause_first, first - _ATTACHED_TOKENS) : first])

    def _host(self, candidate: Candidate) -> Candidate | None:
        """The verb with which a noun or participle is one occasion."""
        first = candidate.first_token
        verbs = [other for other in self._here if other is not candidate and other.reading == "verb" and other.tense == "past"]
        if candidate.reading == "verb":
            before = [other for other in verbs if other.first_token < first]
            return before[-1] if before else next(iter(verbs), None)
        if self._is_occasion(candidate):
            inside = [other for other in verbs if other.clause_first <= first < other.clause_end or other.type == "STATEMENT"]
            return min(inside, key=lambda other: abs(other.first_token - first), default=None)
        for other in verbs:
            subject = other.frame.subject
            if subject is not None and subject[0] <= first < subject[1] and other.frame.voice != "passive":
                return other
        return None

    def _ranked(self, candidate: Candidate) -> list[_Placed]:
        """The expressions of the candidate's clause that may be its own, nearest first."""
        found = []
        for item in self._placed:
            owner = self._owners.get(item.timex.index)
            if owner is candidate or (candidate.reading != "verb" and item.first == candidate.end_token):
                return [item]
            if owner is not None or not candidate.clause_first <= item.first < candidate.clause_end:
                continue
            low, high = sorted((item.first, candidate.first_token))
            between = sum(
                low < other.first_token < high for other in self._here if other is not candidate and other.reading == "verb"
            )
            found.append((between, high - low, item))
        found.sort(key=lambda entry: entry[:2])
        return [item for _, _, item in found]

    def _belongs_elsewhere(self, item: _Placed, candidate: Candidate) -> bool:
        """Whether another event of the clause has a better claim: the verb before the noun, or the nearer verb."""
        if item.first == candidate.end_token or self._owners.get(item.timex.index) is candidate:
            return False
        for other in self._here:
            if other is candidate or not other.clause_first <= item.first < other.clause_end:
                continue
            if candidate.reading != "verb" and other.reading == "verb":
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
        """Whether a clause opens with "when", "after" or their like: what it tells was on a day of its own."""
        first = candidate.clause_first
        return candidate.reading == "verb" and not _TIME_SUBORDINATORS.isdisjoint(
            self._tokens.lowers[max(first - 1, 0) : min(first + 1, candidate.first_token)]
        )

    def _speaks_for(self, candidate: Candidate) -> bool:
        """Whether the expression that opens the sentence holds for a candidate of another clause."""
        return (
            candidate.reading == "verb"
            and candidate.frame.relation not in (*_DISTANT_RELATIONS, "complement", "attribution_tail")
            and not _is_background(candidate)
            and candidate.tense in ("past", "future", None)
        )

    def _duration(self, candidate: Candidate) -> _Placed | None:
        for item in self._durations:
            owner = self._owners.get(item.timex.index)
            if owner is candidate:
                return item
            if owner is None and candidate.clause_first <= item.first < candidate.clause_end:
                signal = (item.timex.signal or "").split()
                if signal and signal[-1] in ("for", "lasting", "lasted", "lasts", "last", "over") and not item.timex.unresolved.endswith("pub"):
                    if not self._belongs_elsewhere(item, candidate) and item.first > candidate.first_token:
                        return item
        return None


def _may_inherit(candidate: Candidate) -> bool:
    """A finished act that is told as happened and has no tense of its own."""
    return (
        candidate.factuality in ("happened", "reported")
        and candidate.polarity != "negative"
        and candidate.aspect in ("completed", "begun")
        and candidate.tense is None
        and not candidate.background
        and candidate.frame.relation not in (*_DISTANT_RELATIONS, "complement")
    )


def _is_finished(candidate: Candidate) -> bool:
    return candidate.factuality in ("happened", "reported") and candidate.aspect in ("completed", "begun") and candidate.tense == "past"


def _is_background(candidate: Candidate) -> bool:
    """Told as what was before: marked so, in the past perfect, or in a relative clause."""
    if candidate.background or (candidate.frame.aspect == "perfect" and candidate.tense == "past"):
        return True
    return candidate.frame.relation in _DISTANT_RELATIONS and candidate.type != "STATEMENT"


def _by_tense(candidate: Candidate) -> tuple[str, str]:
    """Rule and bound of an event without date words."""
    if candidate.factuality not in ("happened", "reported") or candidate.polarity == "negative":
        return "none", "on"
    if candidate.aspect == "prospective" or _is_background(candidate):
        return "none", "on"
    if candidate.aspect == "ongoing":
        return "tense", "as_of"
    if candidate.reading == "verb" or candidate.light >= 0:
        if candidate.tense is None and candidate.light < 0:
            return "none", "on"
        return "tense", "on_or_before"
    return "none", "on"


# --------------------------------------------------------------------------------------------------------------- dating


def date(candidates: Iterable[Candidate], timexes: Sequence[TimeExpression], published_on: Date | None) -> None:
    """Set ``date``, ``deadline`` and ``duration`` of each candidate from its link."""
    for candidate in candidates:
        candidate.date, candidate.deadline, candidate.duration = date_of(candidate.date_link, timexes, published_on)


def redate(
    mentions: Iterable[Mention], timexes: Sequence[TimeExpression], published_on: Date | None
) -> tuple[Mention, ...]:
    """Stored mentions with the dates that follow from their links, for a day of publication that arrived or changed.

    Args:
        mentions: Of one article.
        timexes: Its time expressions, resolved again for ``published_on``.
        published_on: Day of publication; None when unknown.
    """
    again = []
    for mention in mentions:
        day, deadline, duration = date_of(mention.date_link, timexes, published_on)
        again.append(replace(mention, date=day, deadline=deadline, duration=duration))
    return tuple(again)


def date_of(
    link: DateLink, timexes: Sequence[TimeExpression], published_on: Date | None
) -> tuple[EventDate | None, EventDate | None, str | None]:
    """Date, deadline and duration that a link stands for; pure on stored values.

    An event linked to "since Oct. 7" is open to the right; one dated by its tense is ``2024-02-28?``, on or before it.
    """
    deadline = None if link.deadline is None else _deadline(_at(timexes, link.deadline))
    timed = None if link.duration is None else _at(timexes, link.duration)
    duration = timed.value if timed is not None else None
    if link.timex is not None:
        timex = _at(timexes, link.timex)
        return (None if timex is None else _linked(timex, timexes, link, published_on)), deadline, duration
    if link.rule != "tense" or published_on is None:
        return None, deadline, duration
    day = EventDate(
        first_day=published_on,
        last_day=published_on,
        granularity=Granularity.DAY,
        basis="published",
        bound=link.bound,
        uncertain=True,
    )
    return day, deadline, duration


def _at(timexes: Sequence[TimeExpression], index: int) -> TimeExpression | None:
    """The expression with an index; expressions are numbered as they stand."""
    if index < len(timexes) and timexes[index].index == index:
        return timexes[index]
    return next((timex for timex in timexes if timex.index == index), None)


def _deadline(timex: TimeExpression | None) -> EventDate | None:
    """The day up to which: "by Thursday" ends on Thursday, "ahead of Ramadan" on the day before it begins."""
    if timex is None or timex.dates is None:
        return None
    found = timex.dates
    last = found.last_day
    if relation_of(timex) == "before" and found.first_day is not None:
        last = found.first_day - timedelta(days=1)
    return None if last is None else replace(found, first_day=None, last_day=last, bound="on")


def _linked(
    timex: TimeExpression, timexes: Sequence[TimeExpression], link: DateLink, published_on: Date | None
) -> EventDate | None:
    """The date that an expression gives to its event, by what stands before it and the other end of its range."""
    found = timex.dates
    if found is None:
        return None
    basis = found.basis if link.rule != "running" or "reference" in found.basis else f"{found.basis}+reference"
    found = replace(found, bound=link.bound, basis=basis)
    if timex.partner is not None:
        other = _at(timexes, timex.partner)
        if other is not None and other.dates is not None:
            return _joined(found, other.dates)
    first, last = found.first_day, found.last_day
    match relation_of(timex):
        case "since" if first is not None and (published_on is None or first < published_on):
            return replace(found, last_day=None)
        case "until" | "to" if last is not None:
            return replace(found, first_day=None)
        case "before" if first is not None:
            return replace(found, first_day=None, last_day=first - timedelta(days=1), part_of_day=None, time=None)
        case "after" if last is not None and timex.signal not in ("following", "past"):
            return replace(found, first_day=last, last_day=None, part_of_day=None, time=None)
    return found


def _joined(one: EventDate, other: EventDate) -> EventDate:
    """The whole range of two ends."""
    firsts = [day for day in (one.first_day, other.first_day) if day is not None]
    lasts = [day for day in (one.last_day, other.last_day) if day is not None]
    if not firsts or not lasts or max(lasts) < min(firsts):
        return one
    return replace(
        one,
        first_day=min(firsts),
        last_day=max(lasts),
        part_of_day=None,
        time=None,
        approximate=one.approximate or other.approximate,
        uncertain=one.uncertain or other.uncertain,
    )
