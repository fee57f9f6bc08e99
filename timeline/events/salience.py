"""How much a mention matters in its article, and which one a line about the article would tell.

What comes in: candidates with type, factuality, roles, dates and groups. What goes out: each candidate's ``salience``
and the index of the main one. Nothing is dropped here; timelines show ``core`` by default and that is decided
elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.dates.date_links import ENTRY
from timeline.events.triggers.main_event import governing
from timeline.values.events import Quotation
from timeline.values.text import Sentence, TokenizedText

# Points. A hard event with a name reaches core wherever it stands, a saying only in the opening; what is told in
# passing, of
# long ago or inside somebody's words stays behind.
_CORE_FROM = 2.0
_SECONDARY_FROM = 0.75
_IN_HEADLINE = {"title": 1.5, "subtitle": 1.3}
_OPENING = (1.2, 1.0, 0.8, 0.7, 0.6)  # by number of the body sentence
_MAIN_WITHIN = 4  # sentences from the start, headlines included, in which the main event is sought
_EARLY_SHARE = 0.5  # the first part of a text, beyond its opening
_EARLY = 0.4
_REPEATED = 0.5  # for each further mention of the event, up to _REPEATED_MOST
_REPEATED_SAYING = 0.2
_REPEATED_MOST = 1.0
_NAMED_ACTOR = 0.5
_ANY_ACTOR = 0.3
_RECIPIENT = 0.2
_FINITE = 0.3
_DATED = 0.3
_NEAR_DAYS = 7
_NEAR = 0.3
_FAR_DAYS = 60
_FAR = -1.5
_BACKGROUND = -1.2
_RELATIVE = -0.8
_CONDITIONAL = -0.5
_INSIDE_SPEECH = -0.6
_INSIDE_REPORT = -0.3
_PLAN_REPORTED = 0.2  # that it will be is what is reported
_DENIED_ABOVE = -1.2  # what somebody denies is told by the denial
_BARE_NOUN = -0.3
_IN_TITLE_WORDS = 1.0
_DENIAL = 0.4
_ANNOUNCED = 0.4
_SNIPPET_SENTENCES = 3  # a text so short has no opening

_WEIGHTS = {
    "ASSAULT": 0.9,
    "DISASTER": 0.9,
    "PROTEST": 0.9,
    "RULING": 0.9,
    "VOTE": 0.9,
    "DEATH": 0.8,
    "COERCE": 0.8,
    "SANCTION": 0.8,
    "MOBILIZE": 0.7,
    "RETREAT": 0.8,
    "LEGISLATE": 0.8,
    "SUPPORT": 0.6,
    "CONSULT": 0.7,
    "AGREE": 0.5,
    "PERSONNEL": 0.7,
    "SPORT": 0.7,
    "LAUNCH": 0.6,
    "DISCOVERY": 0.6,
    "BUSINESS": 0.6,
    "INJURY": 0.6,
    "CONCEDE": 0.6,
    "AID": 0.5,
    "COOPERATE": 0.5,
    "CRIME": 0.6,
    "REQUEST": 0.4,
    "REJECT": 0.4,
    "ACCUSE": 0.4,
    "THREATEN": 0.4,
    "MARKET": 0.6,
    "CEREMONY": 0.4,
    "STATEMENT": 0.0,
    "MOVE": 0.2,
    "OTHER": -1.0,
}


def rate(
    candidates: Sequence[Candidate],
    page: Page,
    quotations: Sequence[Quotation],
    *,
    published_on: date | None = None,
    title: str | None = None,
) -> int | None:
    """Sets ``salience`` of each candidate; returns the index of the main one, None when there is none.

    In ``Thousands marched in Harlow on Sunday. ... The square was built in 1902.`` the march is core and main, the
    building background. Mentions of one event (``group``) share the rank of the best of them.

    Args:
        candidates: In text order, grouped.
        page: The article.
        quotations: Of the article.
        published_on: Day of publication, when known.
        title: A title that is not part of the text: its words speak for the events they name.
    """
    if not candidates:
        return None
    tokens = page.tokens
    points = _points(candidates, tokens, quotations, published_on, title)
    best: dict[int, float] = {}
    count: dict[int, int] = {}
    for candidate, score in zip(candidates, points, strict=True):
        group = candidate.group
        if group in count:
            count[group] += 1
            if score > best[group]:
                best[group] = score
        elif group >= 0:
            best[group], count[group] = score, 1
    ranked: list[float] = []
    for candidate, score in zip(candidates, points, strict=True):
        group = candidate.group
        if group >= 0 and count[group] > 1:
            again = _REPEATED_SAYING if candidate.type == "STATEMENT" else _REPEATED
            score = best[group] + min(_REPEATED_MOST, again * (count[group] - 1))
        ranked.append(score)
        candidate.salience = (
            "core" if score >= _CORE_FROM else "secondary" if score >= _SECONDARY_FROM else "background"
        )
    if len(tokens.sentences) <= _SNIPPET_SENTENCES:
        return governing(candidates, page)
    typed = [number for number, candidate in enumerate(candidates) if candidate.type != "OTHER"]
    first = frozenset([sentence.index for sentence in tokens.sentences if _opens(sentence)])
    opening = [number for number in typed if candidates[number].sentence in first]
    return governing(candidates, page, opening or typed, ranked)


def _opens(sentence: Sentence) -> bool:
    """Whether a sentence is a headline or one of the first of the body: there the main event stands."""
    return sentence.kind in _IN_HEADLINE or sentence.index < _MAIN_WITHIN or sentence.paragraph < 1


def _points(
    candidates: Sequence[Candidate],
    tokens: TokenizedText,
    quotations: Sequence[Quotation],
    published_on: date | None,
    title: str | None,
) -> list[float]:
    """Each candidate's points by itself."""
    sentences = tokens.sentences
    body = [sentence.index for sentence in sentences if sentence.kind not in _IN_HEADLINE]
    first_body = body[0] if body else 0
    length = max(1, len(body))
    title_words = frozenset(title.lower().split()) if title else frozenset()
    points: list[float] = []
    for candidate in candidates:
        sentence = sentences[candidate.sentence]
        place = candidate.sentence - first_body
        score = _WEIGHTS.get(candidate.type, 0.1)
        headline = _IN_HEADLINE.get(sentence.kind)
        if headline is not None:
            score += headline
        elif 0 <= place < len(_OPENING):
            score += _OPENING[place]
        elif place < length * _EARLY_SHARE:
            score += _EARLY
        if candidate.actors:
            score += _NAMED_ACTOR if any(actor.key for actor in candidate.actors) else _ANY_ACTOR
        elif candidate.reading == "noun" and candidate.tense is None:
            score += _BARE_NOUN
        if candidate.recipients:
            score += _RECIPIENT
        if candidate.tense is not None:
            score += _FINITE
        if candidate.type == "STATEMENT":
            score += _DENIAL if candidate.mode == "deny" else _ANNOUNCED if candidate.mode == "announce" else 0.0
        score += _by_date(candidate, published_on)
        if candidate.background:
            score += _BACKGROUND
        relation = candidate.frame.relation
        if relation == "relative":
            score += _RELATIVE
        elif relation == "conditional":
            score += _CONDITIONAL
        if candidate.quotation >= 0 and candidate.statement < 0:
            direct = quotations[candidate.quotation].kind == "direct"
            planned = candidate.factuality == "planned"
            score += _INSIDE_SPEECH if direct else _PLAN_REPORTED if planned else _INSIDE_REPORT
        cue = candidate.factuality_cue
        if candidate.factuality == "denied" and cue is not None and cue[0] < candidate.clause_first:
            score += _DENIED_ABOVE
        if title_words and (candidate.lemma in title_words or tokens.lowers[candidate.first_token] in title_words):
            score += _IN_TITLE_WORDS
        points.append(score)
    return points


def _by_date(candidate: Candidate, published_on: date | None) -> float:
    """Points for a date near the publication day, or for an entry of a chronology; loss for one long before it."""
    found = candidate.date
    if found is None:
        return 0.0
    score = _DATED if candidate.date_link.timex is not None else 0.0
    if candidate.date_link.rule == ENTRY:
        return score + _NEAR
    day = found.last_day or found.first_day
    if published_on is None or day is None:
        return score
    days = (published_on - day).days
    if abs(days) <= _NEAR_DAYS:
        return score + _NEAR
    return _FAR if days > _FAR_DAYS else score
