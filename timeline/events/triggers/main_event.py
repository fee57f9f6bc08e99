"""The event that governs a snippet of a few sentences.

What comes in: coded candidates with frames. What goes out: the index of the one that a line about the snippet would
tell. How events of a whole article are ranked is decided in ``salience``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.lexicons.events import (
    ADVERB,
    COMMA,
    COORDINATOR,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    REPORTING,
    STOP,
    TO,
)

# In one sentence: acts of force outrank what is said about them; among words the attitude that governs decides.
_FORCE = frozenset(("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "SANCTION", "CRIME", "DISASTER", "DEATH"))
_TALK = frozenset(("STATEMENT", "OTHER"))
# Beside acts between parties these are the news of a snippet less often; in an article others weigh them.
_CIVIL = frozenset(("VOTE", "RULING", "LEGISLATE", "PERSONNEL", "BUSINESS", "DISCOVERY", "LAUNCH", "SPORT"))
_SLIGHT = frozenset(("DEATH", "INJURY", "MOVE", "MARKET", "CEREMONY"))
_ATTITUDES = frozenset(("REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE", "CONCEDE"))
_DEEDS = _ATTITUDES | {"SUPPORT", "RETREAT", "SANCTION"}
_MOST_SCOPES = 40  # a snippet has a few; a list of thousands is no snippet
_TOLLS = frozenset(("DEATH", "INJURY"))
_CAUSES = frozenset(("DISASTER", "ASSAULT"))
_OWNING_UP = frozenset(("responsibility claim", "denial"))  # labels
_DISPERSING = frozenset(("crowd control",))
_HANGING = frozenset(("relative", "conditional", "modifier"))
_JOINT = COMMA | COORDINATOR
_CLOSING = STOP | COMMA
_CONFLICTS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION"))

_ACT_OF_FORCE_AS_NOUN = 1.0
_TOLL = -1.0
_NONFINITE = -0.6
_SAYING = -2.0
_LEADING_SAYING = 1.2
_OWNED_UP = 0.7
_ATTITUDE = 0.5
_WILL = -2.0
_ACT_OF_FORCE = 1.2
_SIGNED = 0.5
_TRAFFIC = 0.8  # police who break up a ring tell of the smuggling
_CIVIL_ACT = -0.5
_SLIGHT_ACT = -0.85
_NOUN = -0.5
_MODIFIER = -1.2
_TAIL = -3.0
_SUBORDINATE = -1.2
_PURPOSE = -0.4
_DISPERSED = -3.0  # "fired tear gas to break up a march" tells of the march
_ASIDE = 5  # tokens from "where" to the end of ", the group said,"
_CIRCUMSTANCE = -0.8
_GERUND = -0.8
_OBJECT = -0.6
_LONG_AGO = -0.8
_LATER_SENTENCE = -0.8
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_RELATIVE_POSSESSIVE = RELATIVE | POSSESSIVE
_TO_ADVERB = TO | ADVERB


def governing(
    candidates: Sequence[Candidate],
    page: Page,
    among: Sequence[int] = (),
    merits: Sequence[float] | None = None,
) -> int | None:
    """The index of the main event: the attitude or act that governs the first sentence; None without candidates.

    "Firth called on the army to stop the shelling" tells a demand, "Rebels shelled Harlow, officials said" a shelling.

    Args:
        candidates: In text order.
        page: The article.
        among: Indices that may be chosen; all typed ones when empty.
        merits: For each candidate what else speaks for it.
    """
    typed = [number for number, candidate in enumerate(candidates) if candidate.type != "OTHER"]
    chosen = among or typed or range(len(candidates))
    # What stands behind the last one that may be chosen says nothing of any.
    last = max((candidates[number].sentence for number in chosen), default=-1)
    weights = _Weights([candidate for candidate in candidates if candidate.sentence <= last], page)
    best: int | None = None
    most = 0.0
    for number in chosen:
        points = weights.of(candidates[number])
        if merits is None:
            points += _CIVIL_ACT if candidates[number].type in _CIVIL else 0.0
        else:
            # In a whole article a saying that leads is the news more often than in a snippet.
            points += merits[number] + (_LEADING_SAYING if candidates[number].type == "STATEMENT" else 0.0)
        if best is None or points > most:
            best, most = number, points
    return best


class _Weights:
    """How far up in its sentence a candidate stands: main clause before complement before modifier."""

    def __init__(self, candidates: Sequence[Candidate], page: Page) -> None:
        self.page = page
        self.lowers = page.lowers
        self.closed = page.lexicon.closed
        self.nouns = {candidate.first_token for candidate in candidates if candidate.reading == "noun"}
        self.verbs = {
            candidate.first_token
            for candidate in candidates
            if candidate.reading == "verb" and candidate.type not in _TALK
        }
        self.objects = [_done_to(candidate) for candidate in candidates if _has_done_to(candidate)][:_MOST_SCOPES]
        # What a finite attitude verb governs in its clause is its content: "rejected the ban", "threatened to attack".
        self.scopes = [
            (candidate.end_token, candidate.clause_end)
            for candidate in candidates
            if (candidate.type in _ATTITUDES or candidate.label in _OWNING_UP)
            and candidate.tense is not None
            and not (candidate.reading == "noun" and self._is_object(candidate))
        ][:_MOST_SCOPES]
        self.causes = {
            candidate.sentence
            for candidate in candidates
            if candidate.type in _CAUSES and candidate.factuality == "happened"
        }
        self.protests = {candidate.sentence for candidate in candidates if candidate.type == "PROTEST"}
        willed = {
            candidate.frame.governor
            for candidate in candidates
            if candidate.type in _CONFLICTS and candidate.frame.relation == "complement"
        }
        # "ready" of "is ready to strike": the tokens of will above an act of force
        self.wills = {
            token
            for candidate in candidates
            if candidate.type == "AGREE" and candidate.lemma in self.closed.will
            for token in range(candidate.first_token, candidate.end_token)
            if token in willed
        }
        self.relatives = {
            token
            for candidate in candidates
            if candidate.frame.relation in _HANGING
            for token in range(candidate.first_token, candidate.end_token)
        }
        # "allowed them to enter": what was allowed is told by the allowing
        self.governors = {
            candidate.first_token
            for candidate in candidates
            if candidate.reading == "verb" and candidate.type not in _TALK and candidate.tense is not None
        } - self.wills
        self._hanging: dict[int, list[tuple[int, int, float]]] = {}

    def of(self, candidate: Candidate) -> float:
        """The points of one candidate."""
        frame = candidate.frame
        points = _LATER_SENTENCE * candidate.sentence
        bare_noun = frame.reading != "verb" and (frame.voice is None or candidate.tense is None)
        if candidate.type == "STATEMENT":
            points += _OWNED_UP if candidate.label in _OWNING_UP else _SAYING
        elif not self.wills.isdisjoint(range(candidate.first_token, candidate.end_token)):
            points += _WILL
        elif candidate.type in _ATTITUDES:
            points += _ATTITUDE if candidate.tense is not None else 0.0
        elif candidate.type in _FORCE and candidate.factuality in ("happened", "reported"):
            points += _ACT_OF_FORCE_AS_NOUN if bare_noun else _ACT_OF_FORCE
            points += _TRAFFIC if candidate.mode == "trafficking" else 0.0
        elif candidate.mode == "sign" and candidate.factuality == "happened":
            points += _SIGNED
        if candidate.type in _SLIGHT:
            points += _SLIGHT_ACT
        if candidate.type in _TOLLS and candidate.sentence in self.causes:
            points += _TOLL
        if candidate.label in _DISPERSING and candidate.sentence in self.protests:
            points += _DISPERSED
        if frame.reading == "verb":
            if self._is_modifier(candidate):
                points += _MODIFIER
            elif candidate.tense is None and frame.governor not in self.wills:
                points += _NONFINITE + (_GERUND if self._is_gerund(candidate) else 0.0)
        else:
            if bare_noun:
                points += _NOUN
            if frame.voice is not None and candidate.tense is None:
                points += _NONFINITE  # "ending months of clashes"
            if candidate.light in self.verbs:
                points += _SUBORDINATE  # "suspended its offensive": the verb tells what became of it
            elif self._is_object(candidate):
                points += _OBJECT
            if self._modifies(candidate):
                points += _MODIFIER  # "fraud investigation", "the drought-hit valley"
        if frame.relation == "attribution_tail":
            points += _TAIL
        elif frame.relation in _HANGING or frame.governor in self.relatives or frame.governor in self.governors:
            points += _SUBORDINATE
        elif frame.relation == "purpose":
            points += _PURPOSE
        elif frame.governor not in self.wills and any(
            first <= candidate.first_token < end for first, end in self.scopes
        ):
            points += _SUBORDINATE
        else:
            points += self._hangs(candidate)
        if candidate.background and frame.relation != "complement":
            points += _LONG_AGO
        return points

    def _is_modifier(self, candidate: Candidate) -> bool:
        """Whether a participle only describes: "the alleged bombers", not "..., arrested two"."""
        frame = candidate.frame
        if frame.auxiliaries:
            return False
        if frame.voice == "passive":
            return True
        first = self.page.tokens.sentences[candidate.sentence].first_token
        joined = candidate.first_token > first and self.page.bits[candidate.first_token - 1] & _JOINT
        return candidate.tense == "past" and frame.subject is None and not joined

    def _is_gerund(self, candidate: Candidate) -> bool:
        """Whether a verb stands behind a preposition: "talks on limiting missiles", but not "answered by shelling"."""
        first = candidate.first_token
        kind = self.page.bits[first - 1] if first else 0
        return bool(kind & PREPOSITION) and not kind & _TO_ADVERB and self.lowers[first - 1] not in self.closed.means

    def _modifies(self, candidate: Candidate) -> bool:
        """Whether a noun stands before the noun that it belongs to."""
        end = candidate.end_token
        if end in self.nouns:
            return True
        return end + 1 < len(self.lowers) and self.lowers[end] == "-" and self.lowers[end + 1].isalpha()

    def _is_object(self, candidate: Candidate) -> bool:
        """Whether a noun is what a verb that names an event is done to: "lifting the embargo"."""
        return any(first <= candidate.first_token < end for first, end in self.objects)

    def _hangs(self, candidate: Candidate) -> float:
        """What it loses where "after", "amid", "who" and the like open what it stands in: "after days of battles"."""
        number = candidate.sentence
        found = self._hanging.get(number)
        if found is None:
            found = self._hanging[number] = self._circumstances(number)
        return min((loss for first, end, loss in found if first <= candidate.first_token < end), default=0.0)

    def _circumstances(self, number: int) -> list[tuple[int, int, float]]:
        """Where circumstances stand in a sentence, from the word that opens one to the mark that closes it."""
        sentence = self.page.tokens.sentences[number]
        bits, end = self.page.bits, sentence.end_token
        found: list[tuple[int, int, float]] = []
        words = self.lowers[sentence.first_token : end]
        opening = set(compress(range(sentence.first_token, end), map(self.closed.circumstance.__contains__, words)))
        if not opening:
            return found
        opened = -1
        for token in range(min(opening), end + 1):
            if opened < 0:
                if token in opening:
                    opened = token
            elif token == end or (bits[token] & _CLOSING and token > opened + 1 and not self._is_aside(opened, token)):
                relative = bits[opened] & _RELATIVE_POSSESSIVE
                found.append((opened, token, _SUBORDINATE if relative else _CIRCUMSTANCE))
                opened = -1
        return found

    def _is_aside(self, opened: int, token: int) -> bool:
        """Whether a comma only ends an aside right behind what opens a clause: "where, it said, 90 were killed"."""
        bits = self.page.bits
        return token - opened <= _ASIDE and bool(bits[opened + 1] & COMMA) and bool(bits[token - 1] & REPORTING)


def _has_done_to(candidate: Candidate) -> bool:
    """Whether a verb tells an attitude to something, or something that is done to it: "the raid was condemned"."""
    frame = candidate.frame
    if frame.reading != "verb" or candidate.type in _TALK:
        return False
    if frame.voice == "passive":
        return frame.subject is not None and candidate.type in _DEEDS and candidate.tense is not None
    return frame.object is not None and candidate.type in _ATTITUDES


def _done_to(candidate: Candidate) -> tuple[int, int]:
    """Where stands what it is done to."""
    frame = candidate.frame
    if frame.voice == "passive":
        return frame.subject or frame.trigger
    return (candidate.end_token, (frame.object or frame.trigger)[1])
