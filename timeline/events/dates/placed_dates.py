"""Time expressions where they stand: the noun that one belongs to, the verb that has it to itself, what only measures.

What comes in: the page, the candidates of a sentence and an expression with its tokens. What goes out: whose words they
are, by what stands right before and behind them. Which event may claim what is left is decided in ``date_claims``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.lexicons.dating import dating_lexicon
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TO,
    TRIGGER,
)
from timeline.lexicons.inflection import PARTICIPLE, PAST
from timeline.values.dates import TimeExpression
from timeline.values.text import Sentence

_POSSESSIVES = ("'s", "'")
NO_NOUN = PREPOSITION | AUXILIARY | COORDINATOR | SUBORDINATOR | RELATIVE | SUBJECT | ADVERB | TO
_DAY_OR_YEAR = re.compile(r"(?:here )?(?:wd:.*|md:.*|D[+-]\d.*|\d{4}(?:-\d\d-\d\d)?)")
#: "Two days earlier": than what?
_LEANING = ("ref ", "refunit ")
_ATTACHED_TOKENS = 3  # tokens between "the 1996" and its noun
_POSSESSED_TOKENS = 5  # words between "Monday's" and the noun it dates
_MEASURE_REACH = 9  # words between "the biggest" and "since 2016"
_QUARTERS = ("quarter", "half")
_ARTICLES = ("the", "a", "an")
#: What lies behind whatever the verb: "yesterday", "last week", "two years ago".
_BEHIND = ("D-", "W-", "M-", "Y-", "Q-")
_YEAR_AGO = "a_year_ago"
_YEAR_OR_QUARTER = re.compile(r"\d{4}$|(?:here )?Y[+-]\d|q:\d|\d{4} >q:\d")
_TITLE_REACH = 3  # words between "its 2025" and "report"
_SHIFTED = ">shift:+"  # "Sunday week"
_WHILE = ("during", "throughout")
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_PAST_PARTICIPLE = PAST | PARTICIPLE
_PREPOSITION_ADVERB = PREPOSITION | ADVERB


@dataclass(slots=True, eq=False)
class Placed:
    """A time expression, the half-open token range it stands in, its relation to an event and whether it has passed."""

    timex: TimeExpression
    first: int
    end: int
    relation: str
    lies_behind: bool = field(init=False)

    def __post_init__(self) -> None:
        # Asked of each event beside it: answered once. Passed is what its own words or those of the verb say so of.
        timex = self.timex
        passed = timex.cue == "past" or timex.unresolved.removeprefix("here ").startswith(_BEHIND)
        starts = timex.signal in dating_lexicon().starts or _SHIFTED in timex.unresolved
        self.lies_behind = passed and not starts

    @property
    def leans(self) -> bool:
        """Whether it is counted from what was told before: "a week later"."""
        return self.timex.unresolved.startswith(_LEANING)


def measures(page: Page, item: Placed) -> bool:
    """Whether an expression only measures: "its lowest since 1990", "it thaws a week earlier"."""
    if item.leans and item.timex.reference is None and not _is_long_ago(page, item):
        return True
    if _is_title(page, item):
        return True
    if item.relation != "since":
        return False
    before = page.lowers[max(0, item.first - _MEASURE_REACH) : item.first]
    return not dating_lexicon().superlatives.isdisjoint(before)


def _is_long_ago(page: Page, item: Placed) -> bool:
    """Whether "a year ago" opens its sentence and so dates a deed: elsewhere it compares ("$3 million a year ago")."""
    return item.timex.rule == _YEAR_AGO and page.tokens.sentences[item.timex.sentence].first_token == item.first


def _is_title(page: Page, item: Placed) -> bool:
    """Whether a year or quarter only says which paper it is: "its 2025 annual report", "the 2024 budget"."""
    lowers = page.lowers
    if not _YEAR_OR_QUARTER.match(item.timex.unresolved) or item.end >= len(lowers):
        return False
    words = dating_lexicon()
    behind = lowers[item.end : item.end + _TITLE_REACH]
    for low in behind:
        if low in words.forecasts:
            return True
        if not low.isalpha():
            break
    owned = item.first > 0 and (page.bits[item.first - 1] & POSSESSIVE or lowers[item.first - 1] in _POSSESSIVES)
    return bool(owned) and not words.papers.isdisjoint(behind)


def is_new_day(page: Page, item: Placed, sentence: Sentence) -> bool:
    """Whether an expression is the new day of what is put off: "the vote was postponed to March 17"."""
    if item.relation not in ("until", "to") and (item.timex.signal, item.timex.partner is None) != ("from", False):
        return False
    first, _ = page.clause(item.first, sentence.end_token)
    return not dating_lexicon().moving.isdisjoint(page.lowers[first : item.first])


def owner_of(page: Page, here: Sequence[Candidate], item: Placed) -> Candidate | None:
    """The noun that an expression stands with: "Monday's attack", "a six-week cease-fire", "the truce of May 3"."""
    if item.timex.signal == "of":
        for noun in here:
            if noun.reading != "verb" and noun.end_token == item.first - 1:
                return noun
    if (item.timex.signal or "").split(" ")[0] in dating_lexicon().set_for:
        # "a march, planned for Sunday, was cancelled": Sunday is the day of the march.
        nouns = [other for other in here if other.reading != "verb" and other.first_token < item.first]
        return nouns[-1] if nouns else None
    return next((candidate for candidate in here if _stands_before(page, here, item, candidate)), None)


def _stands_before(page: Page, here: Sequence[Candidate], item: Placed, candidate: Candidate) -> bool:
    """Whether an expression is an attribute of a noun close behind it."""
    gap = candidate.first_token - item.end
    if candidate.reading == "verb" or not 0 <= gap <= _POSSESSED_TOKENS:
        return False
    lowers, length = page.lowers, item.timex.type == "DURATION"
    between = lowers[item.end : candidate.first_token]
    if between and between[0] == "," and "," in item.timex.text:
        between = between[1:]  # "the May 3, 2016, bombing"
    if between and between[0] == "'s" and not any(map(page.finite, range(item.end, candidate.first_token))):
        return True
    if gap > _ATTACHED_TOKENS:
        return False
    if length and between and between[0] in ("-", "long"):
        return True
    before = lowers[item.first - 1] if item.first else ""
    if not between:
        # "said today conditions": a day right behind a verb is the verb's
        return not any(other.end_token == item.first and other.reading == "verb" for other in here)
    attribute = "-" in item.timex.text if length or lowers[item.first].endswith(_QUARTERS) else before in _ARTICLES
    if not attribute or not all(word.isalpha() for word in between):
        return False
    return not any(item.end <= other.first_token < candidate.first_token for other in here)


def foreign_verb(page: Page, item: Placed, triggers: set[int], *, owned: bool) -> int:
    """A word that names no event and has an expression to itself, or -1: "born on 3 May", "Tuesday's price"."""
    if not owned and item.end < len(page.bits) and _is_attribute(page, item):
        # "a stand collapsed during Saturday's match": what names no event here tells when all the same
        return -1 if item.timex.signal in _WHILE else item.end
    token = item.first - 1
    while token > 0 and page.bits[token] & _PREPOSITION_ADVERB:
        token -= 1
    if token < 0 or token in triggers:
        return -1
    if page.lowers[token] in dating_lexicon().participles:
        return token
    word = page.lexicon.words.get(page.lowers[token]) if page.bits[token] & TRIGGER else None
    return token if word is not None and word.forms & _PAST_PARTICIPLE and not word.noun else -1


def _is_attribute(page: Page, item: Placed) -> bool:
    """Whether an expression is an attribute of the words behind it: "Tuesday's price", "the 1991 settlement"."""
    if page.lowers[item.end] in _POSSESSIVES:
        return True
    if item.first == 0 or not page.bits[item.first - 1] & _DETERMINER_POSSESSIVE:
        return False
    if not _DAY_OR_YEAR.fullmatch(item.timex.unresolved):
        return False  # "its third-quarter income rose": it rose in that quarter
    return page.lowers[item.end].isalpha() and not page.bits[item.end] & NO_NOUN and not page.finites[item.end]
