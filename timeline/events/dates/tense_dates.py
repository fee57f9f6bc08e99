"""What the tense of an event says of its day where no words do.

What comes in: a candidate, judged. What goes out: rule and bound of its ``DateLink``. A report or a finished act of a
dated article is of the day of publication or before it; a state going on was true on it; what lies ahead, is told as
background or is said not to have been has no day. Which words date which event is decided in ``sentence_dates``.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.lexicons.dating import dating_lexicon

#: Relations of a clause that stands apart from the news.
DISTANT_RELATIONS = ("relative", "conditional", "purpose")
_OWN_DAY = (*DISTANT_RELATIONS, "complement", "attribution_tail")
#: Types of what is done by saying it: in the present tense, too, it is an act of the day ("the minister warns").
_TELLING = frozenset(("STATEMENT", "ACCUSE", "THREATEN", "REJECT", "AGREE", "CONCEDE", "RULING", "SPORT", "MARKET"))
_WHOSE, _WHOSE_REACH = "whose", 6  # "whose father was murdered" tells of a day of its own too
_WHICH = ("which", "whom")
#: Sentences that tell the news: a title, a dateline or line of its own, and the first of the text.
_LEAD = 3
_AT, _TIME, _TIME_REACH = ("by", "at"), "time", 3
_NONE = ("none", "on")
_PUBLISHED = ("tense", "on_or_before")
_GOING_ON = ("tense", "as_of")


def is_finished(candidate: Candidate) -> bool:
    """Whether it has happened: told in the past or the perfect."""
    if candidate.factuality not in ("happened", "reported") or candidate.aspect not in ("completed", "begun"):
        return False
    return candidate.tense == "past" or candidate.frame.aspect == "perfect"


def is_background(candidate: Candidate) -> bool:
    """Told as what was before: marked so, in the past perfect, or in a relative clause."""
    if candidate.background or (candidate.frame.aspect == "perfect" and candidate.tense == "past"):
        return True
    return candidate.frame.relation in DISTANT_RELATIONS and candidate.type != "STATEMENT"


def by_tense(candidate: Candidate, *, headline: bool = False) -> tuple[str, str]:
    """Rule and bound of an event without date words.

    ``The minister warns ...`` is of the day of publication, ``Firth wants ...`` was true on it. In a headline the
    present tells what was done.
    """
    negative = candidate.polarity == "negative"
    if negative and not _is_silence(candidate):
        return _NONE
    if not negative and candidate.factuality not in ("happened", "reported"):
        return _NONE
    if candidate.aspect == "prospective" or is_background(candidate):
        return _NONE
    if candidate.aspect == "ongoing":
        return _GOING_ON
    if candidate.reading != "verb" and candidate.light < 0:
        return _NONE
    if candidate.tense is None and candidate.light < 0:
        return _NONE
    if candidate.tense == "present" and candidate.frame.aspect == "perfect":
        # "has cut" in the news itself is of the day; further down it tells what was before, on no day in particular
        return _NONE if candidate.sentence >= _LEAD and not negative else _PUBLISHED
    if candidate.tense == "present" and candidate.frame.aspect == "simple" and not headline:
        told = candidate.type in _TELLING or candidate.lemma in dating_lexicon().findings
        return _PUBLISHED if told else _GOING_ON
    return _PUBLISHED


def _is_silence(candidate: Candidate) -> bool:
    """Whether it was not said, on the day of the report: "the ministry did not comment"."""
    return (
        candidate.reading == "verb"
        and (candidate.tense == "past" or candidate.frame.aspect == "perfect")
        and (candidate.type == "STATEMENT" or candidate.lemma.partition(" ")[0] in dating_lexicon().silences)
    )


def is_within(candidate: Candidate, lowers: tuple[str, ...]) -> bool:
    """Whether a clause opens with "in which" or its like."""
    first = candidate.clause_first
    return first + 1 < candidate.first_token and lowers[first + 1] in _WHICH


def is_aside(candidate: Candidate, lowers: tuple[str, ...]) -> bool:
    """Whether a clause opens with "when", "before" or their like: what it tells was on a day of its own."""
    if candidate.reading != "verb":
        return False
    first, verb = candidate.clause_first, candidate.first_token
    opening, subordinators = lowers[first], dating_lexicon().subordinators
    if (first < verb and opening in subordinators) or (first and lowers[first - 1] in subordinators):
        return True
    if _WHOSE in lowers[max(first - 1, verb - _WHOSE_REACH, 0) : verb] or is_within(candidate, lowers):
        return True
    return opening in _AT and _TIME in lowers[first : min(first + _TIME_REACH, verb)]  # "by the time police arrived"


def shares_opening(candidate: Candidate, lowers: tuple[str, ...]) -> bool:
    """Whether the expression that opens the sentence holds for a candidate of another clause."""
    return (
        (candidate.reading == "verb" or candidate.light >= 0)
        and candidate.frame.relation not in _OWN_DAY
        and not is_background(candidate)
        and (candidate.tense in ("past", "future", None) or candidate.frame.aspect == "perfect")
        and not is_aside(candidate, lowers)
    )
