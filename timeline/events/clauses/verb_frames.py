"""What surrounds a verb that may name an event: its subject, object and agent, its negation, what stands above it.

What comes in: the page and a trigger that is a verb. What goes out: its ``Frame``. Nouns are framed in ``clauses``,
verb groups are read in ``verb_groups``, what stands above is found in ``governors``.
"""

from __future__ import annotations

from timeline.events.article.frames import Frame, TokenRange, Trigger
from timeline.events.article.page import Page
from timeline.events.clauses import governors, verb_groups
from timeline.events.triggers.readings import Readings
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    COMMA,
    COORDINATOR,
    DETERMINER,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBORDINATOR,
    TO,
    TRIGGER,
)
from timeline.values.text import Sentence

_REACH = 9  # tokens of a noun phrase before its head, and of an object before a comma ends it
_PARTICIPIAL = frozenset(("having", "being"))  # "denied having helped"
_ANY = frozenset(("a", "an", "any", "one", "anyone", "anybody", "anything"))
_BOUNDS = (("at", "least"), ("at", "most"), ("up", "to"))
_BEFORE_SUBJECT = SUBORDINATOR | COORDINATOR | ADVERB | STOP | QUOTE
_OBJECT_ENDS = STOP | QUOTE | SUBORDINATOR | RELATIVE | TO | AUXILIARY
_COMMA_COORDINATOR_STOP = COMMA | COORDINATOR | STOP
_COMMA_STOP = COMMA | STOP
_DETERMINER_PRONOUN = DETERMINER | PRONOUN
_DETERMINER_RELATIVE_NEGATION = DETERMINER | RELATIVE | NEGATION
_OBJECT_ENDS_COMMA = _OBJECT_ENDS | COMMA
_PREPOSITION_COORDINATOR = PREPOSITION | COORDINATOR
_PREPOSITION_RELATIVE = PREPOSITION | RELATIVE
_STOP_COMMA_QUOTE_SUBORDINATOR_RELATIVE_AUXILIARY = STOP | COMMA | QUOTE | SUBORDINATOR | RELATIVE | AUXILIARY
_SUBORDINATOR_COORDINATOR_ADVERB = SUBORDINATOR | COORDINATOR | ADVERB


class VerbFrames:
    """Frames of the verbs of one article."""

    __slots__ = ("bits", "lowers", "page", "readings")

    def __init__(self, page: Page) -> None:
        self.page = page
        self.bits = page.bits
        self.lowers = page.lowers
        self.readings = Readings(page)

    def _verb(self, sentence: Sentence, trigger: Trigger, low: int, clause_end: int) -> Frame:
        bits = self.bits
        group = verb_groups.read(self.page, trigger, low, clause_end, sentence.first_token)
        begin = group.first_token
        negation = group.negation
        object_ = agent = None
        if group.passive:
            agent = self._agent(trigger.end_token, clause_end)
        else:
            object_ = self._object(trigger.end_token, clause_end)
        if group.reduced:
            governor: int = -1
            relation: str | None = "relative"
            subject = self._antecedent(begin, sentence)
        else:
            subject = self._subject(low, begin, sentence)
            governor, relation = self._governor(trigger, group, low, sentence)
            if governor < 0 and trigger.form == "base" and group.modal < 0 and group.to < 0 and not group.auxiliaries:
                governor = governors.of_bare(self.page, begin, low, sentence.first_token)
                if governor >= 0:
                    relation = "complement"
                    group.tense = None
            if negation < 0 and relation != "relative" and subject is not None and group.to < 0:
                opening = subject[0] + (self.lowers[subject[0]] == "that")
                first = bits[opening]
                negates = first & NEGATION and (first & _DETERMINER_PRONOUN or self.lowers[opening + 1] in _ANY)
                if negates and not (bits[begin] & REPORTING and bits[begin - 1] & COMMA):
                    # "no van was sold", "not a single van was sold"; but "Nobody was hurt, said police"
                    negation = opening
            if negation < 0 and object_ is not None:
                first = bits[object_[0]]
                if first & NEGATION and first & _DETERMINER_PRONOUN:
                    negation = object_[0]  # "visited neither town", "won no seats"
        return Frame(
            (trigger.first_token, trigger.end_token),
            "verb",
            "passive" if group.passive else "active",
            group.tense,
            group.aspect,
            subject,
            object_,
            agent,
            group.auxiliaries,
            negation,
            group.modal,
            governor,
            relation,
            low,
            clause_end,
        )

    def _governor(
        self, trigger: Trigger, group: verb_groups.VerbGroup, low: int, sentence: Sentence
    ) -> governors.Governed:
        """What stands above a verb, by the form it has."""
        if trigger.form == "adjective":
            return -1, "modifier"
        if group.to >= 0:
            return governors.of_infinitive(self.page, group.to, sentence.first_token)
        participial = bool(group.auxiliaries) and self.lowers[group.auxiliaries[0]] in _PARTICIPIAL
        if participial:
            group.tense = None
        if participial or (trigger.form == "gerund" and group.tense is None):  # but "denied that it was arming"
            return governors.of_gerund(self.page, group.first_token, low, sentence.first_token)
        return governors.of_clause(self.page, low, sentence.first_token)

    def _subject(self, low: int, group: int, sentence: Sentence) -> TokenRange | None:
        """The noun phrase before a verb group: what stands between the clause's border and the group."""
        bits = self.bits
        first = low
        while first < group and bits[first] & _BEFORE_SUBJECT and not bits[first] & _DETERMINER_RELATIVE_NEGATION:
            first += 1
        if first < group:
            if bits[first] & RELATIVE and first + 1 == group:
                return self._antecedent(first, sentence)
            return first, group
        return self._subject_before(low, sentence) if low > sentence.first_token else None

    def _subject_before(self, low: int, sentence: Sentence) -> TokenRange | None:
        """The subject of the clause before: "Rebels stormed the town and killed 12"."""
        bits = self.bits
        before = low - 1
        while before > sentence.first_token and bits[before] & _COMMA_COORDINATOR_STOP:
            before -= 1
        first, _ = self.page.clause(before, sentence.end_token)
        while first < before and bits[first] & _SUBORDINATOR_COORDINATOR_ADVERB and not bits[first] & DETERMINER:
            first += 1
        end = first
        while end <= before and not bits[end] & _COMMA_STOP:
            if self.page.finites[end]:
                break
            end += 1
        if first < end <= before and not bits[first] & _PREPOSITION_RELATIVE:
            return first, end
        return None

    def _antecedent(self, relative: int, sentence: Sentence) -> TokenRange | None:
        """The noun phrase that "who" or "which" stands for, or that a participle hangs on."""
        bits = self.bits
        end = relative
        if end > sentence.first_token and bits[end - 1] & COMMA:
            end -= 1
        first = end
        while first > sentence.first_token and end - first < _REACH:
            kind = bits[first - 1]
            if kind & _STOP_COMMA_QUOTE_SUBORDINATOR_RELATIVE_AUXILIARY or (
                kind & PREPOSITION and self.lowers[first - 1] != "of"
            ):
                break
            if kind & TRIGGER and self.page.finites[first - 1]:
                break
            if kind & NEGATION:
                return None
            first -= 1
        return (first, end) if first < end else None

    def _object(self, start: int, stop: int) -> TokenRange | None:
        """The noun phrase right behind a verb."""
        bits, timed = self.bits, self.page.timed
        token = start
        while token < stop and bits[token] & ADVERB and not bits[token] & DETERMINER:
            token += 1
        first = token
        while token < stop:
            kind = bits[token]
            if timed[token] or kind & _OBJECT_ENDS:
                break
            if kind & PREPOSITION and not (self.lowers[token] == "of" and token > first):
                if token == first and self.lowers[token : token + 2] in _BOUNDS:
                    token += 2
                    continue
                break
            if kind & COMMA and (
                token - first >= _REACH or token + 1 >= stop or bits[token + 1] & _PREPOSITION_COORDINATOR
            ):
                break
            if kind & TRIGGER and token > first and self.page.finites[token]:
                break
            token += 1
        token = min(token, stop)
        return (first, token) if token > first else None

    def _agent(self, start: int, stop: int) -> TokenRange | None:
        """The by-phrase between two tokens."""
        bits, timed = self.bits, self.page.timed
        if "by" not in self.lowers[start : stop - 1]:
            return None
        for token in range(start, stop - 1):
            if self.lowers[token] == "by" and not timed[token + 1]:
                end = token + 1
                while end < stop and not timed[end]:
                    kind = bits[end]
                    if kind & _OBJECT_ENDS_COMMA or (kind & PREPOSITION and self.lowers[end] != "of"):
                        break
                    if kind & TRIGGER and end > token + 1 and self.page.finites[end]:
                        break
                    end += 1
                return (token + 1, end) if end > token + 1 else None
        return None
