"""The event that governs a snippet of a few sentences.

What comes in: coded candidates with frames. What goes out: the index of the one that a line about the snippet would
tell. How events of a whole article are ranked is decided in ``salience``.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from timeline.events.candidates import Candidate
from timeline.values.text import TokenizedText

# In one sentence: acts of force outrank what is said about them; among words the attitude that governs decides.
_FORCE = frozenset(("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "SANCTION", "CRIME", "DISASTER", "DEATH"))
_TALK = frozenset(("STATEMENT", "OTHER"))
_SLIGHT = frozenset(("DEATH", "INJURY", "MOVE", "MARKET", "CEREMONY"))
_ATTITUDES = frozenset(("REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE", "CONCEDE"))
_CIRCUMSTANCES = frozenset(
    (
        "after",
        "amid",
        "despite",
        "during",
        "following",
        "as",
        "while",
        "when",
        "before",
        "since",
        "who",
        "which",
        "whose",
        "where",
    )
)
_CIRCUMSTANCE_REACH = 8
_MOST_SCOPES = 40  # a snippet has a few; a list of thousands is no snippet
_JOINTS = frozenset(("and", "but", "or", ","))
_OWNING_UP = frozenset(
    ("claim responsibility", "take responsibility", "admit responsibility", "take credit", "claim credit", "deny")
)
_TOLLS = frozenset(("DEATH", "INJURY"))
_CAUSES = frozenset(("DISASTER", "ASSAULT"))
_ACT_OF_FORCE_AS_NOUN = 1.0
_TOLL = -1.0
_NONFINITE = -0.6
_SAYING = -2.0
_LEADING_SAYING = 1.2
_OWNED_UP = 0.7
_ATTITUDE = 0.5
_ACT_OF_FORCE = 1.2
_SLIGHT_ACT = -0.85
_NOUN = -0.5
_MODIFIER = -1.2
_TAIL = -3.0
_SUBORDINATE = -1.2
_PURPOSE = -0.4
_CIRCUMSTANCE = -0.8
_LONG_AGO = -0.8
_LATER_SENTENCE = -0.8


def governing(
    candidates: Sequence[Candidate],
    tokens: TokenizedText,
    among: Sequence[int] = (),
    merits: Sequence[float] | None = None,
) -> int | None:
    """The index of the main event: the attitude or act that governs the first sentence; None without candidates.

    "Firth called on the army to stop the shelling" tells a demand, "Rebels shelled Harlow, officials said" a shelling.

    Args:
        candidates: In text order.
        tokens: The article.
        among: Indices that may be chosen; all typed ones when empty.
        merits: For each candidate what else speaks for it.
    """
    nouns = {candidate.first_token for candidate in candidates if candidate.reading == "noun"}
    # What a finite attitude verb governs in its clause is its content: "rejected the ban", "threatened to attack".
    scopes = [
        (candidate.end_token, candidate.clause_end)
        for candidate in candidates
        if (candidate.type in _ATTITUDES or candidate.lemma in _OWNING_UP) and candidate.tense is not None
    ][:_MOST_SCOPES]
    causes = {
        candidate.sentence
        for candidate in candidates
        if candidate.type in _CAUSES and candidate.factuality == "happened"
    }
    best: int | None = None
    most = 0.0
    typed = [number for number, candidate in enumerate(candidates) if candidate.type != "OTHER"]
    for number in among or typed or range(len(candidates)):
        points = _weight_in_sentence(candidates[number], tokens, nouns, scopes, causes)
        if merits is not None:
            # In a whole article a saying that leads is the news more often than in a snippet.
            points += merits[number] + (_LEADING_SAYING if candidates[number].type == "STATEMENT" else 0.0)
        if best is None or points > most:
            best, most = number, points
    return best


def _weight_in_sentence(
    candidate: Candidate,
    tokens: TokenizedText,
    nouns: Container[int],
    scopes: Sequence[tuple[int, int]],
    causes: Container[int],
) -> float:
    """How far up in its sentence a candidate stands: main clause before complement before modifier."""
    frame = candidate.frame
    points = _LATER_SENTENCE * candidate.sentence
    bare_noun = frame.reading != "verb" and frame.voice is None
    if candidate.type == "STATEMENT":
        points += _OWNED_UP if candidate.lemma in _OWNING_UP else _SAYING
    elif candidate.type in _ATTITUDES:
        points += _ATTITUDE if candidate.tense is not None else 0.0
    elif candidate.type in _FORCE and candidate.factuality in ("happened", "reported"):
        points += _ACT_OF_FORCE_AS_NOUN if bare_noun else _ACT_OF_FORCE
    if candidate.type in _SLIGHT:
        points += _SLIGHT_ACT
    if candidate.type in _TOLLS and candidate.sentence in causes:
        points += _TOLL
    if frame.reading == "verb":
        if _is_modifier(candidate, tokens):
            points += _MODIFIER
        elif candidate.tense is None:
            points += _NONFINITE
    elif bare_noun:
        points += _NOUN
    if frame.reading != "verb" and candidate.end_token in nouns:
        points += _MODIFIER  # "fraud investigation"
    if frame.relation == "attribution_tail":
        points += _TAIL
    elif frame.relation in ("relative", "conditional", "modifier"):
        points += _SUBORDINATE
    elif frame.relation == "purpose":
        points += _PURPOSE
    elif any(first <= candidate.first_token < end for first, end in scopes):
        points += _SUBORDINATE
    elif _hangs(candidate, tokens):
        points += _CIRCUMSTANCE
    if candidate.background and frame.relation != "complement":
        points += _LONG_AGO
    return points


def _is_modifier(candidate: Candidate, tokens: TokenizedText) -> bool:
    """Whether a participle only describes: "the alleged bombers", "a man accused of ...", not "..., arrested two"."""
    frame = candidate.frame
    if frame.auxiliaries:
        return False
    if frame.voice == "passive":
        return True
    first = tokens.sentences[candidate.sentence].first_token
    joined = candidate.first_token > first and tokens.lowers[candidate.first_token - 1] in _JOINTS
    return candidate.tense == "past" and frame.subject is None and not joined


def _hangs(candidate: Candidate, tokens: TokenizedText) -> bool:
    """Whether "after", "amid", "who" and the like stand between it and its main clause: "after days of battles"."""
    low = max(tokens.sentences[candidate.sentence].first_token, candidate.first_token - _CIRCUMSTANCE_REACH)
    for token in range(candidate.first_token - 1, low - 1, -1):
        word = tokens.lowers[token]
        if word in _CIRCUMSTANCES:
            return True
        if word in (",", ";", ":", "—", "that"):
            return False
    return False
