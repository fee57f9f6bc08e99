"""What surrounds a trigger, by rules: closed-class words left and right of it, no tagger and no parse.

What comes in: a ``Page`` and a trigger. What goes out: a ``Frame``. A parser may stand in its place behind the same door
(``frames.ClauseFinder``). What the frame means for type, factuality and roles is decided in the stages after it.
"""

from __future__ import annotations

from timeline.events.frames import Frame, TokenRange, Trigger
from timeline.events.page import AUXILIARY, Page
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    BE,
    COMMA,
    CONDITION,
    COORDINATOR,
    DETERMINER,
    GOVERNOR,
    HAVE,
    MODAL,
    NEGATION,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
    TRIGGER,
)
from timeline.values.text import Sentence

_GROUP = MODAL | BE | HAVE | NEGATION | ADVERB | TO
_REACH = 9  # tokens that a governor may stand before its complement
_SHARED_REACH = 15
# Behind these a noun is a circumstance, and no wish or plan of the verb before: "agreed in a meeting".
_CIRCUMSTANCE = frozenset(
    (
        "in",
        "after",
        "following",
        "during",
        "by",
        "from",
        "with",
        "since",
        "despite",
        "amid",
        "before",
        "until",
        "at",
        "under",
    )
)
_PARTICLES = frozenset(("out", "up", "off"))
_BOUNDS = (("at", "least"), ("at", "most"), ("up", "to"))
_QUANTITIES = frozenset(
    (
        "days",
        "weeks",
        "months",
        "hours",
        "series",
        "round",
        "rounds",
        "number",
        "wave",
        "spate",
        "string",
        "kind",
        "set",
    )
)
_NP_END = STOP | COMMA | QUOTE | SUBORDINATOR | RELATIVE | PREPOSITION | TO
_FUTURE = frozenset(("will", "wo", "shall", "'ll", "sha"))
_PAST_MODALS = frozenset(("would", "could", "might", "should"))
_PAST_BE = frozenset(("was", "were", "had"))
_WITH_OF = frozenset(("of", "'s"))
_MOST_OBLIQUES = 4
_GET = frozenset(("get", "gets", "got", "getting", "gotten"))


class RuleClauses:
    """Frames of one article."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.bits = page.bits
        self.lowers = page.lowers

    def frame(self, sentence: Sentence, trigger: Trigger) -> Frame:
        """The frame of one trigger.

        Of "march" in ``Officials plan to march to Harlow on Sunday``: verb, infinitive, subject "Officials", obliques
        ("to", Harlow) and ("on", Sunday), governor "plan", relation ``complement``.
        """
        if trigger.reading == "verb":
            return self._verb(sentence, trigger)
        return self._noun(sentence, trigger)

    # ---------------------------------------------------------------------------------------------------------- verbs

    def _verb(self, sentence: Sentence, trigger: Trigger) -> Frame:
        bits, lowers = self.bits, self.lowers
        first, end = trigger.first_token, trigger.end_token
        clause_first, clause_end = self.page.clause(first, sentence.end_token)
        if clause_end < end:
            clause_end = end
        low = clause_first
        auxiliaries: list[int] = []
        negation = modal = to = be = have = -1
        token = first - 1
        group = first
        while token >= low:
            kind = bits[token]
            if not kind & (_GROUP | AUXILIARY):
                if not lowers[token].endswith("ly") or kind & TRIGGER:
                    break
            elif kind & NEGATION:
                if kind & DETERMINER or kind & PRONOUN:
                    break
                negation = token
            elif kind & MODAL and not kind & TRIGGER:
                modal = token
                auxiliaries.append(token)
            elif kind & TO:
                to = token
                group = token
                break
            elif kind & BE:
                be = token if be < 0 else be
                auxiliaries.append(token)
            elif kind & HAVE:
                have = token if have < 0 else have
                auxiliaries.append(token)
            elif kind & AUXILIARY:
                auxiliaries.append(token)
            elif kind & (PREPOSITION | SUBJECT | DETERMINER) and not kind & ADVERB:
                break
            group = token
            token -= 1
        auxiliaries.reverse()
        form = trigger.form
        if form == "base" and modal < 0 and to < 0 and not auxiliaries and group > sentence.first_token:
            modal, to, negation = self._shared(group, sentence, negation)
        participle = form in ("participle", "past")
        attributive = form == "adjective"
        reduced = participle and not auxiliaries and not attributive and self._is_reduced(low, group, end, clause_end)
        passive = reduced or bool(
            (be >= 0 and participle) or (group > low and lowers[group - 1] in _GET and participle)
        )
        progressive = be >= 0 and form == "gerund"
        finite = bool(auxiliaries) or form in ("past", "third") or (form == "base" and to < 0)
        if attributive or reduced:
            finite = False
        if form in ("past", "participle") and not auxiliaries and end < clause_end and lowers[end] == "by":
            passive = True
        tense: str | None = None
        if modal >= 0:
            tense = "future" if lowers[modal] in _FUTURE else ("past" if lowers[modal] == "would" else "present")
        elif auxiliaries:
            lead = lowers[auxiliaries[0]]
            tense = "past" if lead in _PAST_BE or lead == "did" else "present"
        elif form == "past" and not reduced:
            tense = "past"
        elif form == "third" or (form == "base" and to < 0):
            tense = "present"
        aspect = "progressive" if progressive else ("perfect" if have >= 0 else ("simple" if finite else None))
        subject = self._subject(low, group, sentence, finite)
        object_, after = self._object(end, clause_end) if not passive else (None, end)
        obliques, agent = self._obliques(after, clause_end, passive)
        if reduced:
            governor, relation = -1, "relative"
            subject = self._antecedent(group, sentence)
        else:
            governor, relation = self._governor_of_verb(low, group, to, trigger, sentence, attributive=attributive)
        if (
            negation < 0
            and relation != "relative"
            and subject is not None
            and bits[subject[0]] & NEGATION
            and bits[subject[0]] & (DETERMINER | PRONOUN)
        ):
            negation = subject[0]
        return Frame(
            (first, end),
            "verb",
            "passive" if passive or attributive else "active",
            tense,
            aspect,
            subject,
            object_,
            obliques,
            agent,
            None,
            tuple(auxiliaries),
            negation,
            modal,
            governor,
            relation,
            clause_first,
            clause_end,
        )

    def _is_reduced(self, low: int, group: int, end: int, clause_end: int) -> bool:
        """Whether a participle hangs on the noun before it ("the weapons seized last year"): a verb came before."""
        if group == low or self.bits[group - 1] & (SUBJECT | COMMA | COORDINATOR | STOP | QUOTE | RELATIVE):
            return False
        bits, finite = self.bits, self.page.finite
        if any(bits[token] & (AUXILIARY | TRIGGER) and finite(token) for token in range(low, group)):
            return True
        if end >= clause_end or not bits[end] & PREPOSITION:
            return False
        return any(bits[token] & (AUXILIARY | TRIGGER) and finite(token) for token in range(end + 1, clause_end))

    def _shared(self, group: int, sentence: Sentence, negation: int) -> tuple[int, int, int]:
        """The modal or "to" that a second verb shares: "will allow them and then distribute"."""
        bits = self.bits
        token = group - 1
        if not bits[token] & COMMA and self.lowers[token] not in ("and", "or"):
            return -1, -1, negation
        floor = max(sentence.first_token, token - _SHARED_REACH)
        while token >= floor and not bits[token] & (STOP | QUOTE | SUBORDINATOR | SUBJECT):
            if bits[token] & MODAL and not bits[token] & TRIGGER:
                return token, -1, negation
            if bits[token] & TO and token + 1 < group and bits[token + 1] & TRIGGER:
                return -1, token, negation
            token -= 1
        return -1, -1, negation

    def _subject(self, low: int, group: int, sentence: Sentence, finite: bool) -> TokenRange | None:
        """The noun phrase before a verb group: what stands between the clause's border and the group."""
        bits = self.bits
        first = low
        while (
            first < group
            and bits[first] & (SUBORDINATOR | COORDINATOR | ADVERB | STOP | QUOTE)
            and not bits[first] & (DETERMINER | RELATIVE | NEGATION)
        ):
            first += 1
        if first < group:
            if bits[first] & RELATIVE and first + 1 == group:
                return self._antecedent(first, sentence)
            return first, group
        # Nothing before it: the subject of the clause before, as in "Rebels stormed the town and killed 12".
        if low > sentence.first_token:
            before = low - 1
            while before > sentence.first_token and bits[before] & (COMMA | COORDINATOR | STOP):
                before -= 1
            earlier, _ = self.page.clause(before, sentence.end_token)
            token = earlier
            while (
                token < before and bits[token] & (SUBORDINATOR | COORDINATOR | ADVERB) and not bits[token] & DETERMINER
            ):
                token += 1
            stop = token
            while stop <= before and not (bits[stop] & (AUXILIARY | TRIGGER) and self.page.finite(stop)):
                if bits[stop] & (COMMA | STOP):
                    break
                stop += 1
            if token < stop <= before and not bits[token] & (PREPOSITION | RELATIVE):
                return token, stop
        return None

    def _antecedent(self, relative: int, sentence: Sentence) -> TokenRange | None:
        """The noun phrase that "who" or "which" stands for."""
        bits = self.bits
        end = relative
        if end > sentence.first_token and bits[end - 1] & COMMA:
            end -= 1
        first = end
        while first > sentence.first_token and end - first < _REACH:
            kind = bits[first - 1]
            if kind & (STOP | COMMA | QUOTE | SUBORDINATOR | RELATIVE | AUXILIARY) or (
                kind & PREPOSITION and self.lowers[first - 1] != "of"
            ):
                break
            if kind & TRIGGER and self.page.finite(first - 1):
                break
            if kind & NEGATION:
                return None
            first -= 1
        return (first, end) if first < end else None

    def _object(self, start: int, stop: int) -> tuple[TokenRange | None, int]:
        """The noun phrase right behind a verb, and where it ends."""
        bits, timed = self.bits, self.page.timed
        token = start
        while token < stop and (bits[token] & ADVERB and not bits[token] & DETERMINER):
            token += 1
        first = token
        while token < stop:
            kind = bits[token]
            if timed[token] or kind & (STOP | QUOTE | SUBORDINATOR | RELATIVE | TO | AUXILIARY):
                break
            if kind & PREPOSITION and not (self.lowers[token] == "of" and token > first):
                if token == first and token + 2 < stop and self.lowers[token : token + 2] in _BOUNDS:
                    token += 2
                    continue
                break
            if kind & COMMA and not (
                token + 1 < stop and not bits[token + 1] & (PREPOSITION | COORDINATOR) and token - first < _REACH
            ):
                break
            if kind & TRIGGER and token > first and self.page.finite(token):
                break
            token += 1
        return ((first, token), token) if token > first else (None, token)

    def _obliques(
        self, start: int, stop: int, passive: bool
    ) -> tuple[tuple[tuple[str, TokenRange], ...], TokenRange | None]:
        """The prepositional phrases between two tokens, and the by-phrase of a passive."""
        bits = self.bits
        found: list[tuple[str, TokenRange]] = []
        agent: TokenRange | None = None
        token = start
        while token < stop and len(found) < _MOST_OBLIQUES:
            kind = bits[token]
            if kind & (STOP | QUOTE | RELATIVE):
                break
            if not kind & PREPOSITION:
                token += 1
                continue
            word = self.lowers[token]
            first = token + 1
            inner = first
            while inner < stop and (
                not bits[inner] & (_NP_END | AUXILIARY) or (inner > first and self.lowers[inner] == "of")
            ):
                if bits[inner] & TRIGGER and inner > first and self.page.finite(inner):
                    break
                inner += 1
            if inner > first:
                found.append((word, (first, inner)))
                if word == "by" and agent is None and passive and not self.page.timed[first]:
                    agent = (first, inner)
            token = max(inner, first)
        return tuple(found), agent

    def _governor_of_verb(
        self, low: int, group: int, to: int, trigger: Trigger, sentence: Sentence, *, attributive: bool
    ) -> tuple[int, str | None]:
        """The word above a verb, and how the verb hangs on it."""
        bits, lowers = self.bits, self.lowers
        if attributive:
            return -1, None
        if to >= 0:
            token = to - 1
            floor = max(sentence.first_token, to - _REACH)
            first_verb = -1
            while token >= floor:
                kind = bits[token]
                if kind & (STOP | QUOTE) or (kind & RELATIVE and not kind & DETERMINER):
                    break
                if kind & GOVERNOR and not self.page.timed[token] and lowers[token] not in ("no", "not"):
                    return token, "complement"
                if kind & COORDINATOR and token + 1 < to and bits[token + 1] & TO:
                    token -= 1
                    continue
                if kind & TRIGGER and first_verb < 0 and self.page.finite(token):
                    first_verb = token
                    break
                token -= 1
            if first_verb >= 0:
                return first_verb, "purpose"
            return -1, "purpose"
        if trigger.form == "gerund":
            before = group - 1
            if before >= low and bits[before] & PREPOSITION:
                token = before - 1
                floor = max(low, before - _REACH)
                while token >= floor:
                    kind = bits[token]
                    if kind & GOVERNOR:
                        return token, "complement"
                    if kind & (STOP | COMMA | QUOTE) or (kind & TRIGGER and self.page.finite(token)):
                        break
                    token -= 1
            elif before >= sentence.first_token and bits[before] & GOVERNOR:
                return before, "complement"
            return -1, None
        first = low
        if bits[first] & CONDITION and not bits[first] & MODAL:
            return first, "conditional"
        if bits[first] & RELATIVE and not bits[first] & SUBORDINATOR:
            return -1, "relative"
        if low > sentence.first_token:
            # A finite clause: the reporting or attitude verb right before it, "that" or not.
            before = low - 1
            if bits[low] & COORDINATOR or (lowers[low] != "that" and bits[low] & SUBORDINATOR):
                return -1, None
            while before > sentence.first_token and (self.page.timed[before] or bits[before] & (PREPOSITION | ADVERB)):
                before -= 1
            floor = max(sentence.first_token, before - 3)
            while before >= floor and not bits[before] & (STOP | COMMA | QUOTE | COORDINATOR):
                if bits[before] & (GOVERNOR | REPORTING):
                    return before, "complement"
                before -= 1
        return -1, None

    # ---------------------------------------------------------------------------------------------------------- nouns

    def _noun(self, sentence: Sentence, trigger: Trigger) -> Frame:
        bits, lowers = self.bits, self.lowers
        first, end = trigger.first_token, trigger.end_token
        clause_first, clause_end = self.page.clause(first, sentence.end_token)
        if clause_end < end:
            clause_end = end
        np = first
        negation = -1
        possessor: TokenRange | None = None
        while np > clause_first and first - np < _REACH:
            kind = bits[np - 1]
            if kind & (STOP | COMMA | QUOTE | COORDINATOR | SUBORDINATOR | RELATIVE | TO | AUXILIARY | OBJECT) and not (
                kind & (POSSESSIVE | DETERMINER)
            ):
                break
            if kind & PREPOSITION or (kind & TRIGGER and self.page.finite(np - 1)):
                break
            if kind & NEGATION:
                negation = np - 1
            np -= 1
            if kind & POSSESSIVE:
                if lowers[np] in ("'s", "'"):
                    owner = np
                    while (
                        owner > clause_first
                        and np - owner < _REACH
                        and not bits[owner - 1]
                        & (STOP | COMMA | QUOTE | PREPOSITION | SUBORDINATOR | RELATIVE | AUXILIARY | COORDINATOR)
                    ):
                        if bits[owner - 1] & TRIGGER and self.page.finite(owner - 1):
                            break
                        owner -= 1
                        if bits[owner] & DETERMINER:
                            break
                    possessor = (owner, np) if owner < np else None
                    np = owner
                else:
                    possessor = (np, np + 1)
                break
            if (
                kind & DETERMINER
                and not kind & SUBJECT
                and kind & DETERMINER
                and lowers[np] in ("the", "a", "an", "this")
            ):
                break
        if possessor is None and np < first:
            start = np + 1 if bits[np] & DETERMINER else np
            if start < first:
                possessor = (start, first)
        light, tense, auxiliaries, modal, verb_negation, subject = self._light(np, clause_first, sentence, trigger)
        if light < 0:
            tense, auxiliaries, modal, verb_negation = self._own_verb(end, clause_end, trigger)
        if negation < 0:
            negation = verb_negation
        trigger.light = light
        obliques, _ = self._obliques(end, clause_end, passive=False)
        agent = next((span for word, span in obliques if word == "by"), None)
        governor, relation = self._governor_of_noun(np, clause_first, sentence, light)
        if trigger.form == "modifier":
            relation = "modifier"
        return Frame(
            (first, end),
            "noun",
            "active" if light >= 0 else None,
            tense,
            None,
            subject,
            None,
            obliques,
            agent,
            possessor,
            auxiliaries,
            negation,
            modal,
            governor,
            relation,
            clause_first,
            clause_end,
        )

    def _light(
        self, np: int, low: int, sentence: Sentence, trigger: Trigger
    ) -> tuple[int, str | None, tuple[int, ...], int, int, TokenRange | None]:
        """The light verb right before a noun's phrase, with what its own group says."""
        token = np - 1
        known = self.page.lexicon.light
        if token >= low and self.lowers[token] in _PARTICLES:
            token -= 1
        if token > low + 1 and self.lowers[token] == "of" and self.lowers[token - 1] in _QUANTITIES:
            token -= 2
            while token > low and (
                self.bits[token] & (NUMBER | DETERMINER | ADJECTIVE) or self.lowers[token][0].isdigit()
            ):
                token -= 1
        if token < low or self.lowers[token] not in known or self.bits[token] & (DETERMINER | STOP | COMMA):
            return -1, None, (), -1, -1, None
        if self.bits[token] & AUXILIARY:
            return -1, None, (), -1, -1, None
        word = self.page.lexicon.words.get(self.lowers[token])
        forms = word.forms if word else 0
        name = "past" if forms & 4 else "participle" if forms & 8 else "gerund" if forms & 16 else "base"
        if forms & 2:
            name = "third"
        verb = Trigger(token, token + 1, trigger.sentence, self.lowers[token], "verb", name)
        frame = self._verb(sentence, verb)
        return token, frame.tense, frame.auxiliaries, frame.modal, frame.negation, frame.subject

    def _own_verb(self, end: int, stop: int, trigger: Trigger) -> tuple[str | None, tuple[int, ...], int, int]:
        """What the verb says whose subject the noun is: "talks will resume", "the march was cancelled"."""
        bits, lowers = self.bits, self.lowers
        token = end
        while token < stop and token - end < _REACH:
            kind = bits[token]
            if kind & (STOP | COMMA | QUOTE | RELATIVE | SUBORDINATOR):
                return None, (), -1, -1
            if kind & MODAL and not kind & TRIGGER:
                negation = token + 1 if token + 1 < stop and bits[token + 1] & NEGATION else -1
                return ("future" if lowers[token] in _FUTURE else "present"), (token,), token, negation
            if kind & (BE | HAVE) and not lowers[token] == "being":
                negation = token + 1 if token + 1 < stop and bits[token + 1] & NEGATION else -1
                return ("past" if lowers[token] in _PAST_BE else "present"), (token,), -1, negation
            if kind & AUXILIARY:
                negation = token + 1 if token + 1 < stop and bits[token + 1] & NEGATION else -1
                return "past" if lowers[token] == "did" else "present", (token,), -1, negation
            if kind & TRIGGER and self.page.finite(token):
                word = self.page.lexicon.words[lowers[token]]
                return ("past" if word.forms & 4 else "present"), (), -1, -1
            token += 1
        return None, (), -1, -1

    def _governor_of_noun(self, np: int, low: int, sentence: Sentence, light: int) -> tuple[int, str | None]:
        """The word above a noun: the verb it is the object of, or the noun it hangs on by a preposition."""
        bits, lowers = self.bits, self.lowers
        token = np - 1
        floor = max(sentence.first_token, np - _REACH)
        if light >= 0 and not bits[light] & GOVERNOR:
            token = light - 1
            to = False
            while token >= floor and bits[token] & (_GROUP | AUXILIARY):
                to = to or bool(bits[token] & TO)
                token -= 1
            if not to:
                return -1, None
            while token >= floor and not bits[token] & (STOP | QUOTE | RELATIVE):
                if bits[token] & GOVERNOR:
                    return token, "complement"
                if bits[token] & TRIGGER and self.page.finite(token):
                    return token, "purpose"
                token -= 1
            return -1, "purpose"
        while token >= floor:
            kind = bits[token]
            if kind & PREPOSITION and lowers[token] in _CIRCUMSTANCE:
                return -1, None
            if kind & (STOP | QUOTE | SUBORDINATOR | RELATIVE) and not kind & PREPOSITION:
                break
            if kind & COMMA and token < np - 1:
                break
            if kind & GOVERNOR and not kind & DETERMINER and not self.page.timed[token]:
                return token, "complement"
            if kind & TRIGGER and self.page.finite(token):
                return -1, None
            token -= 1
        if token >= sentence.first_token and bits[token] & CONDITION:
            return token, "conditional"
        return -1, None


__all__ = ["HAVE", "RuleClauses"]
