"""Which events of a sentence may claim which of its time expressions, by where they stand.

What comes in: the candidates of one sentence and the expressions in it. What goes out: for each candidate the
expressions that may be its own, nearest first, and whether another event has a better claim. Which claim wins, and what
no claim means, is decided in ``sentence_dates``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.dates.counted_dates import is_length
from timeline.events.dates.placed_dates import NO_NOUN, Placed, foreign_verb, is_new_day, measures, owner_of
from timeline.events.dates.tense_dates import is_finished
from timeline.lexicons.dating import dating_lexicon
from timeline.lexicons.events import ADVERB, COMMA, PREPOSITION
from timeline.values.events import DateLink
from timeline.values.text import Sentence

#: Connectives after which a day limits what shall be done and does not date it.
DEADLINE_RELATIONS = frozenset(("by", "before", "until", "within"))
#: What lies ahead whatever the verb: "tomorrow", "next week".
#: Years, seasons, quarters and months: what is told of one lies long back, where a verb answers it.
FAR = re.compile(r"(?:here |ref |refunit )?(?:\d{3,4}(?:-\d\d)?$|\d{4}-[A-Z]|[YM]-|m:|s:|q:|dec:)")
_TO_COME = re.compile(r"(?:here )?[DWMYQ]\+[1-9]|.*>shift:\+")
_DATED_TYPES = ("DATE", "TIME")
#: Saying these is done at once, what is said is to come.
_FORWARD = ("REQUEST", "AGREE", "THREATEN")
_VAGUE = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
_COUNTED_FROM = ("after", "before", "following", "since")
_COUNTED_REACH = 8  # tokens between "a day after" and the event
#: What is told as to come; "the talks begin" is so by the words behind it.
_COMING = ("planned", "called_for", "possible")
_AFTER_THAT, _FOR, _FROM = "in", "for", "from"
_DATED = "dated"
_MEASURED = ("MARKET", "BUSINESS")  # "profit fell 5% for the year"
_BESIDE_IT = "refunit"
_ADJACENT = 1  # words between "published" and "Monday"
_PHRASE = 6  # tokens between "a loss" and "last year"
_BACK = 7  # tokens before a day in which "since his arrest in" begins
_NOUN_REACH = 4  # tokens from a noun back to the preposition of its phrase
_PHASE_REACH = 4  # tokens between "began" and what begins
_SET_APART_TOKENS = 6  # words before "in 2022" in "The second time, in 2022, they fled"
_OPENING_TOKENS = 4  # an expression among the first words of a sentence speaks for all of it
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_PREPOSITION_ADVERB = PREPOSITION | ADVERB


def _is_scheduled(candidate: Candidate) -> bool:
    """Whether a verb in the present may tell what is fixed for later: "the talks begin"."""
    return (
        candidate.tense == "present"
        and candidate.frame.aspect != "perfect"
        and candidate.polarity != "negative"
        and candidate.lemma.partition(" ")[0] in dating_lexicon().scheduled
    )


def _is_set(item: Placed, act: Candidate | None) -> bool:
    """Whether "for" joins a day to what was set for it: "scheduled a hearing for 14 March"."""
    return item.timex.signal == _FOR and act is not None and act.type not in _MEASURED and is_finished(act)


def _compares(between: tuple[str, ...]) -> bool:
    """Whether what stands before a day is what something is compared with: "up from $20 million in 2022"."""
    words = dating_lexicon()
    if not words.comparing.isdisjoint(between):
        return True
    return _FROM in between and between[between.index(_FROM) - 1] in words.risen


class Claims:
    """The expressions of one sentence, and who may claim them.

    Attributes:
        placed: Those that may date an event.
        durations: Those that are lengths.
        vague: "now", "recently", "soon".
        owners: The noun that an expression stands with ("Monday's attack"), by index of the expression.
        opening: The expression that stands at the head of the sentence, and speaks for all of it.
    """

    __slots__ = (
        "_acts",
        "_counted",
        "_foreign",
        "_here",
        "_orphans",
        "_page",
        "_verbs",
        "counts",
        "durations",
        "opening",
        "owners",
        "placed",
        "vague",
    )

    def __init__(self, here: list[Candidate], placed: list[Placed], page: Page, sentence: Sentence) -> None:
        self._here = here
        self._page = page
        self.placed: list[Placed] = []
        self.durations: list[Placed] = []
        self.vague: list[Placed] = []
        self.owners: dict[int, Candidate] = {}
        self.opening: Placed | None = None
        self._counted: dict[int, int] = {}
        #: Lengths with the event that they are counted from: "a day after the coup".
        self.counts: list[tuple[Placed, Candidate]] = []
        if not placed:
            return
        self._acts = [
            other
            for other in here
            if other.reading == "verb"
            and other.frame.relation != "modifier"
            and not page.lowers[other.first_token - 1][0].isdigit()
        ]  # in text order; "19 points" is no verb
        self._verbs = [other.first_token for other in self._acts]
        for item in placed:
            if item.timex.type == "DURATION":
                self.durations.append(item)
                self._count(item)
            elif item.timex.type in _DATED_TYPES and not measures(page, item) and not is_new_day(page, item, sentence):
                (self.vague if item.timex.value in _VAGUE else self.placed).append(item)
        for item in placed:
            owner = owner_of(page, here, item) or self._noun_before(item)
            if owner is not None:
                self.owners[item.timex.index] = owner
        if not self.placed:
            return
        triggers = {token for other in here for token in range(other.first_token, other.end_token)}
        self._foreign = {}
        for item in self.placed:
            token = foreign_verb(page, item, triggers, owned=item.timex.index in self.owners)
            if token >= 0:
                self._foreign[item.timex.index] = token
        self._orphans = {
            item.timex.index: act for item in self.placed if (act := self._act_before(item, sentence)) is not None
        }
        self.opening = next((item for item in self.placed if self._opens(item, sentence.first_token)), None)

    def _noun_before(self, item: Placed) -> Candidate | None:
        """The noun in front of a day that is its own: what a verb answers ("apologised for a fire in 2017"), what
        something was compared with ("its loss of last year") or what it was after ("since his arrest in May").
        """
        words, lowers = dating_lexicon(), self._page.lowers
        far = FAR.match(item.timex.unresolved)
        apart = item.timex.signal == _FOR or not words.apart.isdisjoint(lowers[max(0, item.first - _BACK) : item.first])
        if not far and not apart:
            return None
        noun: Candidate | None = None
        for other in self._here:
            if other.end_token > item.first:
                break
            noun = other
        if noun is None or noun.reading == "verb":
            return None
        between = lowers[noun.end_token : item.first]
        near = len(between) <= _ADJACENT
        act = next((act for act in reversed(self._acts) if act.end_token <= noun.first_token), None)
        if near and (self._opened_by(noun, words.apart) or _is_set(item, act)):
            return noun
        if act is None or not far:
            return None
        if near and act.lemma in words.answers:
            return noun
        short = len(between) <= _PHRASE and "," not in between
        return noun if short and _compares(lowers[act.end_token : noun.first_token]) else None

    def _opened_by(self, noun: Candidate, words: frozenset[str]) -> bool:
        """Whether one of some prepositions stands before a noun with at most three words between, and no verb."""
        page = self._page
        for token in range(noun.first_token - 1, max(noun.clause_first, noun.first_token - _NOUN_REACH) - 1, -1):
            low = page.lowers[token]
            if low in words:
                return True
            if page.finites[token] or not (low.isalpha() or low == "'s"):
                return False
        return False

    def ranked(self, candidate: Candidate) -> list[Placed]:
        """The expressions of the candidate's clause that may be its own, nearest first."""
        found = []
        noun, end = candidate.reading != "verb", candidate.end_token
        clause_first, clause_end = candidate.clause_first, candidate.clause_end
        for item in self.placed:
            index, first = item.timex.index, item.first
            owner = self.owners.get(index)
            if owner is candidate or (noun and first == end):
                return [item]
            if (
                owner is None
                and (clause_first <= first < clause_end or self._orphans.get(index) is candidate)
                and self._may_claim(item, candidate)
            ):
                found.append(item)
        if len(found) > 1:
            found.sort(key=lambda item: self._distance(item, candidate))
        return found

    def _may_claim(self, item: Placed, candidate: Candidate) -> bool:
        """Whether no other word of the clause has an expression to itself, seen from a candidate."""
        if item.first < self._counted.get(candidate.first_token, 0) or self._is_inserted(item, candidate):
            return False
        verb = candidate.reading == "verb"
        foreign = self._foreign.get(item.timex.index)
        if foreign is not None:
            if not verb:
                if not self._acts_in(candidate, foreign):
                    return False
            elif not self._is_of_paper(item, candidate):
                return False
        if candidate.factuality == "called_for" and item.first < candidate.frame.governor:
            return False  # "met on Thursday with a call for talks": Thursday is not that of the talks
        return not (verb and item.end > candidate.end_token and self._is_matter(item, candidate))

    def _distance(self, item: Placed, candidate: Candidate) -> tuple[int, int]:
        """How far an expression stands from a candidate: verbs between, then words."""
        low, high = sorted((item.first, candidate.first_token))
        between = bisect_left(self._verbs, high) - bisect_right(self._verbs, low)
        if item.end <= candidate.first_token and item is not self.opening:
            words = self._page.lowers[item.end : high]
            if "," in words or not dating_lexicon().subordinators.isdisjoint(words):
                # "Elvern, who won in 1987, will host ...", "will speak on Monday before leaving on Wednesday":
                # what a comma or a conjunction sets apart is further away
                between += 1
        return between, high - low

    def _measures_noun(self, item: Placed) -> bool:
        """Whether a hyphened quarter stands before a noun."""
        page = self._page
        return item.end < len(page.bits) and page.lowers[item.end].isalpha() and not page.bits[item.end] & NO_NOUN

    def _is_of_paper(self, item: Placed, candidate: Candidate) -> bool:
        """Whether a day stands with a paper that speaks: "a 2019 report found", "said in a letter dated Monday"."""
        if item.timex.signal == _DATED:
            return candidate.type == "STATEMENT"
        subject = candidate.frame.subject
        if subject is None or not subject[0] <= item.first < subject[1] or candidate.frame.voice == "passive":
            return False
        words = self._page.lowers[item.end : subject[1]]
        return bool(words) and words[-1] in dating_lexicon().deciding and is_finished(candidate)

    def _is_matter(self, item: Placed, candidate: Candidate) -> bool:
        """Whether a day behind a verb is that of what it is about: "cut its forecast for 2025", "apologised for a fire
        in 2017".
        """
        lowers = self._page.lowers
        between = lowers[candidate.end_token : item.first]
        if "-" in item.timex.text and item.timex.signal is None and self._measures_noun(item):
            return True  # "reported lower fourth-quarter earnings"
        if _compares(between):
            return True
        if item.timex.signal == _FOR and is_finished(candidate):
            return candidate.type not in _MEASURED or not dating_lexicon().forecasts.isdisjoint(between)
        beside = item.timex.unresolved.startswith(_BESIDE_IT) and not self._page.bits[item.first - 1] & PREPOSITION
        if beside and any(low[0].isdigit() for low in between):
            return True  # "$27 million, twice the $13 million a year earlier"
        regrets = candidate.lemma in dating_lexicon().regrets
        return regrets and len(between) > 1 and FAR.match(item.timex.unresolved) is not None

    def belongs_elsewhere(self, item: Placed, candidate: Candidate) -> bool:
        """Whether another event of the clause has a better claim: the verb before the noun, or the nearer verb."""
        if item.first == candidate.end_token or self.owners.get(item.timex.index) is candidate:
            return False
        first = candidate.first_token
        lowers = self._page.lowers
        to_come = candidate.tense is None and candidate.aspect == "prospective" and candidate.reading == "verb"
        if (
            to_come
            and item.first < first
            and item is not self.opening
            and any(act.tense is not None and act.first_token < item.first for act in self._acts)
        ):
            return True  # "agreed on Monday to meet": Monday is that of the verb before it
        if candidate.reading != "verb" and item.end <= first and self._is_anothers(item, candidate):
            return True
        for other in self._acts:
            if other is candidate or not other.clause_first <= item.first < other.clause_end:
                continue
            if candidate.reading != "verb":
                if other.first_token < first and self.lies_ahead(item, other):
                    continue
                if other.first_token < first < item.first or other.first_token < item.first < first:
                    return True
            elif self.opening is not item:
                if item.first < other.first_token < first:
                    return True
                if first < other.first_token < item.first and not self._reaches_over(candidate, other, item):
                    return True
                if other.first_token < item.first < first:
                    # "a man arrested in June confessed", "by a report published on Monday, the army shelled the town"
                    between = lowers[other.end_token : item.first]
                    if "," not in between and (
                        other.tense is None or (len(between) <= _ADJACENT and lowers[item.end] == ",")
                    ):
                        return True
        if item.lies_behind and candidate.tense is None and candidate.aspect == "prospective":
            # "voted to support the republic on Friday": what was to come was not on the day of the vote
            governor = candidate.frame.governor
            if candidate.reading != "verb" and 0 < governor < first:
                return self._page.finite(governor) or self._page.finite(governor - 1)
            return any(is_finished(act) and act.first_token < first for act in self._acts)
        return False

    def _is_anothers(self, item: Placed, candidate: Candidate) -> bool:
        """Whether another noun stands right before an expression: "a session on Wednesday at the request of France"."""
        return any(
            other.reading != "verb" and other is not candidate and 0 <= item.first - other.end_token <= _ADJACENT
            for other in self._here
        )

    def _reaches_over(self, candidate: Candidate, other: Candidate, item: Placed) -> bool:
        """Whether a verb reaches a date behind another that hangs on it: "began raising its stake in July"."""
        if (
            other.tense is not None
            or candidate.tense is None
            or "," in self._page.lowers[candidate.end_token : item.first]
        ):
            return False
        before = self._page.lowers[other.first_token - 1]
        if before in dating_lexicon().deed_behind:
            return False  # "accused of shelling the port on Sunday"
        if (
            other.tense is None
            and other.first_token - candidate.end_token < 1
            and candidate.lemma in dating_lexicon().admitting
        ):
            return False  # "admitted stealing the car in June"
        if other.first_token == candidate.end_token and other.frame.relation == "relative":
            return True  # "was found abandoned in December"
        if candidate.lemma in dating_lexicon().phases and other.first_token - candidate.end_token <= _PHASE_REACH:
            return True
        return item.lies_behind and is_finished(candidate) and other.frame.relation != "relative"

    def lies_ahead(self, item: Placed, candidate: Candidate) -> bool:
        """Whether a coming day stands with what is done already: "invited both sides to a meeting on Friday"."""
        if item.relation in DEADLINE_RELATIONS or candidate.reading != "verb" or item.lies_behind:
            return False
        behind = [other for other in self._here if candidate.end_token <= other.first_token < item.first]
        if not is_finished(candidate) and any(
            other.aspect == "prospective" and candidate.first_token <= other.frame.governor < candidate.end_token
            for other in behind
        ):
            return candidate.tense == "present"  # "members want a walkout from Monday"
        starts = item.timex.signal in dating_lexicon().starts and any(other.aspect == "prospective" for other in behind)
        ahead = starts or _TO_COME.match(item.timex.unresolved) is not None
        if not ahead and item.timex.cue != "future":
            return False
        if candidate.type in _FORWARD and candidate.factuality == "happened" and candidate.tense in ("past", "present"):
            return item.first > candidate.first_token  # "the minister invites both sides to Harlow on Friday"
        # "hired crews to run its cranes from next week"
        return is_finished(candidate) and (ahead or any(not is_finished(other) for other in behind))

    def limits_another(self, item: Placed, candidate: Candidate) -> bool:
        """Whether a deadline is that of an act between: "called for a cease-fire before Easter"."""
        low, high = sorted((candidate.first_token, item.first))
        done = is_finished(candidate)
        return any(
            low < other.first_token < high and not is_finished(other) and (done or other.reading == "verb")
            for other in self._here
        )

    def _count(self, item: Placed) -> None:
        """Note the event from which a length is counted: the coup in "a day after the coup" has no day from before."""
        lowers = self._page.lowers
        if item.end >= len(lowers) or lowers[item.end] not in _COUNTED_FROM:
            return
        for other in self._here:
            if other.first_token > item.end:
                if other.first_token - item.end <= _COUNTED_REACH and "," not in lowers[item.end : other.first_token]:
                    self._counted[other.first_token] = item.first
                    self.counts.append((item, other))
                return

    def leans(self, link: DateLink) -> bool:
        """Whether what dates an event is counted from what was told before: "and resigned a week later"."""
        return any(item.timex.index == link.timex and item.leans for item in self.placed)

    def set_ahead(self, candidate: Candidate) -> Placed | None:
        """The length after which something is to come: "will begin in two weeks", "the talks resume in a fortnight"."""
        coming = candidate.aspect == "prospective" and candidate.factuality in _COMING
        if candidate.reading != "verb" or not (coming or _is_scheduled(candidate)):
            return None
        for item in self.durations:
            if (
                item.timex.signal == _AFTER_THAT
                and item.first - candidate.end_token >= 0
                and candidate.clause_first <= item.first < candidate.clause_end
                and is_length(item.timex)
                and not self.belongs_elsewhere(item, candidate)
            ):
                return item
        return None

    def is_counted_from(self, candidate: Candidate) -> bool:
        """Whether a length before an event says how long after or before it something else was."""
        return candidate.first_token in self._counted

    def _acts_in(self, noun: Candidate, verb: int) -> bool:
        """Whether a noun is what a verb tells of: "the talks began last week"."""
        return noun.end_token <= verb and not any(
            self._page.bits[token] & COMMA or (token == other.first_token and other is not noun)
            for other in self._here
            for token in range(noun.end_token, verb)
        )

    def _act_before(self, item: Placed, sentence: Sentence) -> Candidate | None:
        """The verb before an expression in whose clause, as cut, no verb stands: "put A and B on its list Monday"."""
        page = self._page
        first, end = page.clause(item.first, sentence.end_token)
        if first <= sentence.first_token or 1 in page.finites[first:end]:
            return None
        if any(first <= act.first_token < end for act in self._acts):
            return None
        before = [act for act in self._acts if act.first_token < first]
        if not before or before[-1].tense is None or before[-1].clause_end != first:
            return None
        return before[-1]

    def _is_inserted(self, item: Placed, candidate: Candidate) -> bool:
        """Whether an expression before a verb stands in what commas set apart: "Jobs, ill since 2004, resigned"."""
        if candidate.reading != "verb" or item.end > candidate.first_token or item is self.opening:
            return False
        page = self._page
        if "," not in page.lowers[item.end : candidate.first_token]:
            return False
        token = item.first - 1
        while token > candidate.clause_first and page.bits[token] & _PREPOSITION_ADVERB:
            token -= 1
        return not page.bits[token] & COMMA and "," in page.lowers[candidate.clause_first : item.first]

    def _opens(self, item: Placed, first: int) -> bool:
        """Whether an expression stands at the head of the sentence, before every verb: "In Harlow on Monday, ..."."""
        if item.timex.index in self.owners or item.timex.index in self._foreign:
            return False
        if any(act.first_token < item.end and act.tense is not None for act in self._acts):
            return False
        if item.first - first < _OPENING_TOKENS:
            return True
        page = self._page
        if item.end >= len(page.bits) or not page.bits[item.end] & COMMA:
            return False
        word = page.lowers[first]
        if word in dating_lexicon().at_hand:
            return "," not in page.lowers[first : item.first]
        if word not in dating_lexicon().opening:
            # "The second time, in 2022, they fled": set apart by commas, before any verb
            ahead = item.first - 1 if page.bits[item.first - 1] & PREPOSITION else item.first
            if item.first - first > _SET_APART_TOKENS or not page.bits[ahead - 1] & COMMA:
                return False
        return not any(page.finite(token) for token in range(first, item.first))
