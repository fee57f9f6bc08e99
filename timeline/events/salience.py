"""How much a mention matters in its article, and which one a line about the article would tell.

What comes in: candidates with type, factuality, roles, dates and groups. What goes out: each candidate's ``salience`` and the
index of the main one. Nothing is dropped here; timelines show ``core`` by default and that is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.events.candidates import Candidate
from timeline.values.events import Quotation
from timeline.values.text import TokenizedText

# Points. A mention in the opening with a name reaches core; one in passing, deep in the text, stays background.
_CORE_FROM = 2.0
_SECONDARY_FROM = 0.6
_IN_HEADLINE = {"title": 2.5, "subtitle": 2.0}
_OPENING = (2.0, 1.4, 1.2, 1.0, 0.8)  # by number of the body sentence
_EARLY_SHARE = 0.4  # the first part of a text, beyond its opening
_EARLY = 0.5
_REPEATED = 0.6  # for each further mention of the event, up to _REPEATED_MOST
_REPEATED_MOST = 1.2
_NAMED_ACTOR = 0.6
_ANY_ACTOR = 0.3
_RECIPIENT = 0.2
_DATED = 0.3
_NEAR_DAYS = 7
_NEAR = 0.3
_FAR_DAYS = 60
_FAR = -1.2
_BACKGROUND = -1.4
_RELATIVE = -0.8
_CONDITIONAL = -0.5
_INSIDE_SPEECH = -0.6
_BARE_NOUN = -0.4
_IN_TITLE_WORDS = 1.0

_WEIGHTS = {
    "ASSAULT": 0.6,
    "DISASTER": 0.6,
    "DEATH": 0.5,
    "PROTEST": 0.6,
    "RULING": 0.5,
    "VOTE": 0.4,
    "SANCTION": 0.4,
    "COERCE": 0.4,
    "CONSULT": 0.3,
    "SUPPORT": 0.3,
    "AGREE": 0.2,
    "RETREAT": 0.4,
    "AID": 0.2,
    "LEGISLATE": 0.4,
    "PERSONNEL": 0.4,
    "LAUNCH": 0.4,
    "BUSINESS": 0.3,
    "SPORT": 0.4,
    "DISCOVERY": 0.4,
    "STATEMENT": 0.0,
    "MOVE": -0.2,
    "OTHER": -1.0,
}

# In one sentence: acts of force outrank what is said about them; among words the attitude that governs decides.
_FORCE = frozenset(("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "SANCTION", "CRIME", "DISASTER", "DEATH"))
_TALK = frozenset(("STATEMENT", "OTHER"))
_SLIGHT = frozenset(("DEATH", "INJURY", "MOVE", "MARKET", "CEREMONY"))
_ATTITUDES = frozenset(("REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE", "CONCEDE"))
_SNIPPET_SENTENCES = 3
_LATER = -0.4
_DENIAL = 2.5
_MAIN_WEIGHTS = {
    "ASSAULT": 0.7,
    "PROTEST": 0.8,
    "DISASTER": 0.7,
    "COERCE": 0.5,
    "SANCTION": 0.5,
    "CRIME": 0.5,
    "MOBILIZE": 0.4,
    "REQUEST": 0.3,
    "REJECT": 0.3,
    "THREATEN": 0.3,
    "ACCUSE": 0.2,
    "AGREE": 0.3,
    "CONCEDE": 0.3,
    "SUPPORT": 0.2,
    "RETREAT": 0.2,
    "CONSULT": 0.2,
    "AID": 0.0,
    "DISCOVERY": -0.3,
    "LAUNCH": -0.3,
    "CEREMONY": -0.3,
    "STATEMENT": -3.0,
    "OTHER": -4.0,
}
_VIOLENT = frozenset(("ASSAULT", "DISASTER", "PROTEST"))
_CLAIMS = frozenset(("responsibility claim",))


def rate(
    candidates: Sequence[Candidate],
    tokens: TokenizedText,
    quotations: Sequence[Quotation] = (),
    *,
    published_on: date | None = None,
    title: str | None = None,
) -> int | None:
    """Sets ``salience`` of each candidate; returns the index of the main one, None when there is none.

    In ``Thousands marched in Harlow on Sunday. ... The square was built in 1902.`` the march is core and main, the building
    background. Mentions of one event (``group``) share the rank of the best of them.

    Args:
        candidates: In text order, grouped.
        tokens: The article.
        quotations: Of the article.
        published_on: Day of publication, when known.
        title: A title that is not part of the text: its words speak for the events they name.
    """
    if not candidates:
        return None
    points = _points(candidates, tokens, published_on, title)
    best: dict[int, float] = {}
    count: dict[int, int] = {}
    for candidate, score in zip(candidates, points, strict=True):
        if candidate.group >= 0:
            best[candidate.group] = max(best.get(candidate.group, score), score)
            count[candidate.group] = count.get(candidate.group, 0) + 1
    ranked: list[float] = []
    for candidate, score in zip(candidates, points, strict=True):
        if candidate.group >= 0:
            score = best[candidate.group] + min(_REPEATED_MOST, _REPEATED * (count[candidate.group] - 1))
        ranked.append(score)
        candidate.salience = (
            "core" if score >= _CORE_FROM else "secondary" if score >= _SECONDARY_FROM else "background"
        )
    if len(tokens.sentences) <= _SNIPPET_SENTENCES:
        return _governing(candidates, tokens)
    typed = [number for number, candidate in enumerate(candidates) if candidate.type != "OTHER"]
    order = typed or range(len(candidates))
    return max(order, key=lambda number: (round(ranked[number], 6), points[number], -number))


def _points(
    candidates: Sequence[Candidate], tokens: TokenizedText, published_on: date | None, title: str | None
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
        elif candidate.reading == "noun":
            score += _BARE_NOUN
        if candidate.recipients:
            score += _RECIPIENT
        score += _by_date(candidate, published_on)
        if candidate.background:
            score += _BACKGROUND
        relation = candidate.frame.relation
        if relation == "relative":
            score += _RELATIVE
        elif relation == "conditional":
            score += _CONDITIONAL
        if candidate.quotation >= 0 and candidate.statement < 0:
            score += _INSIDE_SPEECH
        if title_words and (candidate.lemma in title_words or tokens.lowers[candidate.first_token] in title_words):
            score += _IN_TITLE_WORDS
        points.append(score)
    return points


def _by_date(candidate: Candidate, published_on: date | None) -> float:
    """Points for a date near the publication day; loss for one long before it."""
    found = candidate.date
    if found is None:
        return 0.0
    score = _DATED if candidate.date_link.timex is not None else 0.0
    day = found.last_day or found.first_day
    if published_on is None or day is None:
        return score
    days = (published_on - day).days
    if abs(days) <= _NEAR_DAYS:
        return score + _NEAR
    return _FAR if days > _FAR_DAYS else score


def _governing(candidates: Sequence[Candidate], tokens: TokenizedText) -> int | None:
    """The main event of a snippet: the attitude or act that governs its first sentence.

    "Firth called on the army to stop the shelling" tells a demand, "Rebels shelled Harlow, officials said" a shelling.
    """

    places = _places(candidates)
    violent = {candidate.sentence for candidate in candidates if candidate.type in _VIOLENT}

    def rank(number: int) -> tuple[float, int]:
        candidate = candidates[number]
        frame = candidate.frame
        score = _LATER * places[number] - 0.5 * candidate.sentence
        score += 1.0 if candidate.label in _CLAIMS else _MAIN_WEIGHTS.get(candidate.type, 0.0)
        if candidate.type == "STATEMENT" and candidate.mode == "deny":
            score += _DENIAL
        if candidate.type in _SLIGHT:
            score -= 1.2 if candidate.sentence in violent else 0.5
        if candidate.reading == "noun" and frame.voice is None and frame.tense is None:
            score -= 0.3
        if candidate.reading == "verb" and frame.tense is None:
            score -= 0.3
        if frame.relation == "attribution_tail":
            score -= 3.0
        elif frame.relation in ("relative", "conditional"):
            score -= 1.2
        elif frame.relation == "purpose":
            score -= 0.8
        elif frame.relation == "complement" and frame.governor >= 0 and _is_attitude(candidates, frame.governor):
            score -= 1.5
        if candidate.background:
            score -= 0.8
        return score, -number

    typed = [number for number, candidate in enumerate(candidates) if candidate.type != "OTHER"]
    order = typed or range(len(candidates))
    return max(order, key=rank, default=None)


def _places(candidates: Sequence[Candidate]) -> list[int]:
    """For each candidate how many typed ones stand before it in its sentence."""
    places: list[int] = []
    count, sentence = 0, -1
    for candidate in candidates:
        if candidate.sentence != sentence:
            count, sentence = 0, candidate.sentence
        places.append(count)
        if candidate.type not in _TALK:
            count += 1
    return places


def _is_attitude(candidates: Sequence[Candidate], token: int) -> bool:
    """Whether the governor at a token is an event of its own that is more than saying."""
    return any(other.first_token <= token < other.end_token and other.type not in _TALK for other in candidates)
