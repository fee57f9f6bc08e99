"""Which expression dates which event: sentence by sentence, and what is carried from one to the next.

What comes in: candidates with their clauses and the article's time expressions; only words and signals are read, no
dates. What goes out: a ``DateLink`` for each event: which expression, by which rule, its deadline and duration. What
day follows from a link is decided in ``dating``, what holds within a sentence in ``sentence_dates``.

The order: an expression in the event's own clause, one that opens its sentence, the date at the head of its entry in
a chronology, the date last spoken of in its paragraph, the day on which its speaker was said to speak, else the
tense: a report or a finished act of a dated article happened on or before the day of publication, a state going on
was true on it. What is planned, demanded, possible, denied or told as background gets no day without date words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.dates.chronicles import entry_heads
from timeline.events.dates.counted_links import days_of, speak
from timeline.events.dates.date_claims import FAR
from timeline.events.dates.placed_dates import Placed
from timeline.events.dates.sentence_dates import SentenceLinker
from timeline.events.dates.tense_dates import is_background, is_finished
from timeline.lexicons.dating import dating_lexicon
from timeline.lexicons.time import time_lexicon
from timeline.values.dates import TimeExpression
from timeline.values.text import Sentence, TokenizedText

_RUNNING_SENTENCES = 2
#: The rule by which what an entry of a chronology tells has the date at its head.
ENTRY = "entry"
_QUARTER, _SPORT = "q:", "SPORT"
_INSIDE = ("in", "during", "at")
_ONE = ("one", "ones")
_DATED_LONG_AGO = re.compile(r"\d{4}-\d\d-\d\d")
_NO_ITEMS: list[Placed] = []
_NEVER = -2  # no sentence, nor the one before the first
#: The rule by which "the raid" has the day of "last week's raid" before it.
AGAIN = "again"
_YEARS = re.compile(r"(?:here )?Y[+-]|\d{4}$")  # a name that is years old is most often another's too
_POINTER_REACH = 4  # words between "the" and the noun
#: A phase of a match: what is told with it was on the day of the match.
_PHASE = re.compile(
    r"\b(?:kick-?off|half-?time|full-?time|added time|(?:before|after|at) the (?:break|interval)"
    r"|\d+(?:st|nd|rd|th) minute)\b"
)
#: Unresolved values that mean one day: "Thursday", "Oct. 7", "yesterday", "3 March 2021".
_ONE_DAY = re.compile(r"(?:here |ref )?(?:wd:|md:|D[+-]\d)|W[+-]\d+ >wd:|\d{4}-\d\d-\d\d")


@cache
def _relations() -> dict[str, str]:
    """Connective to relation: "ahead of" is ``before``."""
    return {words: group.relation for group in time_lexicon().signals for words in group.words}


def relation_of(timex: TimeExpression) -> str:
    """How an expression stands to what it dates: ``on by before until after since as_of within for to between``."""
    return _relations().get(timex.signal or "", "on")


def link(candidates: Sequence[Candidate], page: Page, timexes: Sequence[TimeExpression]) -> None:
    """Set the ``date_link`` of each candidate.

    In ``The cabinet will meet on Thursday to hear about the talks`` the meeting gets "Thursday" by its clause, the
    talks none.

    Args:
        candidates: In text order.
        page: The article.
        timexes: Its time expressions; only words and signals are read, no dates.
    """
    tokens = page.tokens
    placed: dict[int, list[Placed]] = {}
    for timex, (first, end) in zip(timexes, page.placed(timexes), strict=True):
        placed.setdefault(timex.sentence, []).append(Placed(timex, first, end, relation_of(timex)))
    by_sentence: dict[int, list[Candidate]] = {}
    match = False
    for candidate in candidates:
        by_sentence.setdefault(candidate.sentence, []).append(candidate)
        if candidate.type == _SPORT:
            match = True
    running: tuple[int, int, int] | None = None  # paragraph, sentence, expression
    glance = _NEVER  # the last sentence that told of years or months ago and of nothing else
    played: int | None = None  # the expression of the first match result
    counting: list[SentenceLinker] = []
    told_before = bool(page.present & dating_lexicon().former)
    heads = entry_heads(page, placed)
    for sentence_index, here in by_sentence.items():
        sentence = tokens.sentences[sentence_index]
        headline = _is_headline(tokens, sentence)
        items = placed.get(sentence_index, _NO_ITEMS)
        linker = SentenceLinker(here, items, page, sentence, headline=headline)
        for candidate in here:
            candidate.date_link = linker.link(candidate)
            head = heads.get(sentence_index)
            if head is not None and _may_be_of_entry(candidate, head, page, sentence):
                candidate.date_link = replace(candidate.date_link, timex=head, rule=ENTRY, bound="on")
        linker.share()
        if told_before:
            _leave_former(here, page)
        if linker.claims.counts:
            counting.append(linker)
        if len(items) > 1:
            speak(here, page, timexes, sentence.first_token)
        if running is not None:
            paragraph, spoken, timex_index = running
            if paragraph == sentence.paragraph and 0 < sentence_index - spoken <= _RUNNING_SENTENCES:
                _run_on(here, page, timex_index)
        if items or glance == sentence_index - 1:
            told_back = _tells_back(here, timexes)
            if told_back is None and glance == sentence_index - 1:
                _leave_undated(here)
            glance = sentence_index if told_back else _NEVER
        if match:
            played = _played_on(here, played)
            if played is not None and _PHASE.search(tokens.text[sentence.start : sentence.end].lower()):
                _tell_of_match(here, played)
        opening = linker.opening
        if opening is not None and opening.relation == "on":
            running = (sentence.paragraph, sentence_index, opening.timex.index)
    _share_occasions(candidates, page, timexes)
    _name_again(candidates, page, timexes)
    if counting:
        days = days_of(candidates, timexes)
        for linker in counting:
            linker.count(page, days)


def _run_on(here: Sequence[Candidate], page: Page, timex_index: int) -> None:
    """Give what goes on with a story the day that opened the sentence before."""
    reasons = dating_lexicon().reasons
    for candidate in here:
        found = candidate.date_link
        if (
            found.timex is None
            and found.deadline is None
            and _may_run(candidate)
            and page.lowers[candidate.clause_first] not in reasons
        ):
            candidate.date_link = replace(found, timex=timex_index, rule="running", bound="on")


def _name_again(candidates: Sequence[Candidate], page: Page, timexes: Sequence[TimeExpression]) -> None:
    """Give a noun that points back to a dated event of the same name its day: "last week's raid ... the raid".

    Where the article has dated two of that name, nobody knows which is meant; what is to come is not what was, and what
    was stopped has no day to pass on.
    """
    days: dict[tuple[str, bool], int | None] = {}
    pointers = dating_lexicon().pointers
    for candidate in candidates:
        if candidate.reading == "verb" or candidate.factuality == "denied":
            continue
        link, name = candidate.date_link, (candidate.lemma, candidate.aspect == "prospective")
        if link.timex is None:
            day = days.get(name)
            first = candidate.first_token
            if day is not None and link.rule == "none" and link.deadline is None:
                before = page.lowers[max(candidate.clause_first, first - _POINTER_REACH) : first]
                if not pointers.isdisjoint(before):
                    candidate.date_link = replace(link, timex=day, rule=AGAIN, bound="on")
        elif (
            link.rule != "running"
            and link.bound == "on"
            and relation_of(timexes[link.timex]) == "on"
            and not _YEARS.match(timexes[link.timex].unresolved)
        ):
            known = days.setdefault(name, link.timex)
            if known is not None and timexes[known].unresolved != timexes[link.timex].unresolved:
                days[name] = None


def _tells_back(here: Sequence[Candidate], timexes: Sequence[TimeExpression]) -> bool | None:
    """Whether a sentence tells what was done years or months ago; None when it has no day at all and no news.

    "She joined the board in 1998." is one. What a near day, the present or a report stands in is news.
    """
    back: bool | None = None
    for candidate in here:
        link = candidate.date_link
        if link.timex is not None:
            unresolved = timexes[link.timex].unresolved
            if not (FAR.match(unresolved) or _DATED_LONG_AGO.match(unresolved)) or unresolved.startswith(_QUARTER):
                return False
            back = back or (is_finished(candidate) and candidate.frame.relation is None)
        elif candidate.reading == "verb" and link.rule == "tense" and not _is_plain(candidate):
            return False
    return back


def _is_plain(candidate: Candidate) -> bool:
    """Whether a verb tells in the plain past what was done, and is no report."""
    return candidate.tense == "past" and candidate.type != "STATEMENT"


def _leave_former(here: Sequence[Candidate], page: Page) -> None:
    """Take the day of publication from what befell or was done at an occasion before: "the previous truce failed"."""
    former, lowers = dating_lexicon().former, page.lowers
    nouns = {other.first_token for other in here if other.reading != "verb"}
    for candidate in here:
        link = candidate.date_link
        if link.rule != "tense" or link.bound != "on_or_before":
            continue
        subject = candidate.frame.subject or (0, 0)
        phrases = [token for token in range(*subject) if lowers[token] in former]
        phrases += [
            token
            for token in range(candidate.clause_first + 2, candidate.clause_end)
            if lowers[token] in former and lowers[token - 2] in _INSIDE
        ]
        if any(token + 1 in nouns or lowers[token + 1] in _ONE for token in phrases):
            candidate.date_link = replace(link, rule="none", bound="on")


def _leave_undated(here: Sequence[Candidate]) -> None:
    """Take the day of publication from what goes on with a story of years ago: "She left it to head a bank"."""
    for candidate in here:
        link = candidate.date_link
        if link.rule == "tense" and candidate.tense == "past":
            candidate.date_link = replace(link, rule="none", bound="on")


def _played_on(here: Sequence[Candidate], played: int | None) -> int | None:
    """The expression of the first match result so far, this sentence included."""
    for candidate in here:
        link = candidate.date_link
        if played is None and candidate.type == _SPORT and link.timex is not None and link.bound == "on":
            return link.timex
    return played


def _tell_of_match(here: Sequence[Candidate], played: int) -> None:
    """Give what is told with a phase of a match the day of the match."""
    for candidate in here:
        found = candidate.date_link
        told = is_finished(candidate) or (candidate.reading != "verb" and candidate.factuality == "happened")
        if found.timex is None and found.rule == "none" and told:
            candidate.date_link = replace(found, timex=played, rule="running", bound="on")


def _share_occasions(candidates: Sequence[Candidate], page: Page, timexes: Sequence[TimeExpression]) -> None:
    """Give what one speaker says on one occasion the day of the first: "Brask said Thursday ... she said"."""
    days: dict[int, int] = {}
    asides = dating_lexicon().earlier
    for candidate in candidates:
        if candidate.statement < 0:
            continue
        found = candidate.date_link
        if found.rule == "none":
            continue
        if found.timex is None:
            day = days.get(candidate.statement)
            if day is not None and is_finished(candidate) and candidate.tense == "past":
                candidate.date_link = replace(found, timex=day, rule="running", bound="on")
        elif found.rule in ("clause", "sentence") and found.bound == "on" and not is_background(candidate):
            if page.lowers[candidate.clause_first] in asides:
                continue  # "since the authority announced the cuts on 9 February"
            timex = timexes[found.timex]
            if relation_of(timex) == "on" and _ONE_DAY.match(timex.unresolved):
                days[candidate.statement] = found.timex


def _is_headline(tokens: TokenizedText, sentence: Sentence) -> bool:
    """Whether a sentence is a title, or stands like one: the first of the text, without a full stop."""
    if sentence.kind != "body":
        return sentence.kind in ("title", "subtitle", "heading")
    return sentence.index == 0 and tokens.lowers[sentence.end_token - 1][-1].isalnum()


def _may_be_of_entry(candidate: Candidate, head: int, page: Page, sentence: Sentence) -> bool:
    """Whether a candidate without another date may have that at the head of its entry: what the entry's verbs tell.

    A noun tells something before its verb, or where there is none: "5 May: Talks resume", "6 May: Explosion at plant".
    """
    link = candidate.date_link
    finites = page.finites
    return (
        link.timex in (None, head)
        and link.deadline is None
        and (
            candidate.reading == "verb"
            or (candidate.end_token < sentence.end_token and bool(finites[candidate.end_token]))
            or not any(finites[sentence.first_token : sentence.end_token])
        )
        and candidate.tense != "future"
        and candidate.factuality in ("happened", "reported", "denied")
        and not is_background(candidate)
    )


def _may_run(candidate: Candidate) -> bool:
    """Whether a date spoken of before may hold for a candidate: a finished act told in the past, and no report."""
    return (
        candidate.tense == "past"
        and candidate.aspect == "completed"
        and candidate.factuality in ("happened", "reported")
        and candidate.type != "STATEMENT"
        and not is_background(candidate)
    )
