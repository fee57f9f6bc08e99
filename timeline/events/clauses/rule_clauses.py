"""What surrounds a trigger, by rules: closed-class words left and right of it, no tagger and no parse.

What comes in: a ``Page`` and a trigger. What goes out: a ``Frame``. A parser may stand in its place behind the same
door (``frames.ClauseFinder``). What the frame means for type, factuality and roles is decided in the stages after it.
"""

from __future__ import annotations

from timeline.events.article.frames import Frame, TokenRange, Trigger
from timeline.events.clauses import governors, verb_groups
from timeline.events.clauses.verb_frames import VerbFrames
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    HAVE,
    MODAL,
    NEGATION,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TO,
    TRIGGER,
)
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, PROGRESSIVE, THIRD
from timeline.values.text import Sentence

_REACH = 9  # tokens of a noun phrase before its head, and of an object before a comma ends it
_PARTICLES = frozenset(("out", "up", "off"))
_QUANTITIES = frozenset(
    ("days", "weeks", "months", "hours", "series", "round", "rounds", "number", "wave", "spate", "string", "kind")
)
_INSERTION = 24  # tokens of a clause between a noun and its verb
_SUBJECTS = frozenset(("i", "he", "she", "it", "we", "they"))
_ARRANGED = frozenset(
    ("planned", "scheduled", "due", "set", "expected", "arranged", "called", "announced", "organised")
)
_ARRANGED_PRONOUNS = frozenset(("that", "which"))
_OWNER_ENDS = STOP | COMMA | QUOTE | PREPOSITION | SUBORDINATOR | RELATIVE | AUXILIARY | COORDINATOR
_PHRASE_ENDS = STOP | COMMA | QUOTE | COORDINATOR | SUBORDINATOR | RELATIVE | TO | AUXILIARY | OBJECT
_FORM_NAMES = ((THIRD, "third"), (PAST, "past"), (PARTICIPLE, "participle"), (PROGRESSIVE, "gerund"))

#: Light verb, tense, auxiliaries, modal, negation, subject of a noun.
_Carried = tuple[int, str | None, tuple[int, ...], int, int, TokenRange | None]
_NOT_CARRIED: _Carried = (-1, None, (), -1, -1, None)
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_IN_GROUP = AUXILIARY | ADVERB | NEGATION | TO
_AUXILIARY_SUBORDINATOR = AUXILIARY | SUBORDINATOR
_DETERMINER_STOP_COMMA_AUXILIARY = DETERMINER | STOP | COMMA | AUXILIARY
_MODAL_TO = MODAL | TO
_NUMBER_DETERMINER_ADJECTIVE = NUMBER | DETERMINER | ADJECTIVE
_PAST_PARTICIPLE = PAST | PARTICIPLE
_POSSESSIVE_DETERMINER = POSSESSIVE | DETERMINER
_STOP_COMMA_QUOTE_RELATIVE_SUBORDINATOR = STOP | COMMA | QUOTE | RELATIVE | SUBORDINATOR
_STOP_QUOTE = STOP | QUOTE
_STOP_QUOTE_AUXILIARY_COMMA_RELATIVE_SUBORDINATOR = STOP | QUOTE | AUXILIARY | COMMA | RELATIVE | SUBORDINATOR
_STOP_QUOTE_COMMA = STOP | QUOTE | COMMA


class RuleClauses(VerbFrames):
    """Frames of one article."""

    __slots__ = ()

    def frame(self, sentence: Sentence, trigger: Trigger) -> Frame:
        """The frame of one trigger.

        Of "march" in ``Officials plan to march on Sunday``: a verb without tense, subject "Officials plan", governor
        "plan", relation ``complement``.
        """
        first, end = self.page.clause(trigger.first_token, sentence.end_token)
        end = max(end, trigger.end_token)
        if trigger.reading == "verb":
            return self._verb(sentence, trigger, first, end)
        return self._noun(sentence, trigger, first, end)

    def _noun(self, sentence: Sentence, trigger: Trigger, low: int, clause_end: int) -> Frame:
        phrase, negation = self._phrase(trigger.first_token, low, sentence)
        light, tense, auxiliaries, modal, verb_negation, subject = self._light(phrase, low, sentence, trigger)
        if light < 0 and not self._is_beneath(phrase, low):
            tense, auxiliaries, modal, verb_negation = self._own_verb(trigger.end_token, clause_end, sentence.end_token)
        trigger.light = light
        governor, relation = governors.of_noun(self.page, phrase, sentence.first_token, light)
        if trigger.form == "modifier":
            relation = "modifier"
        return Frame(
            (trigger.first_token, trigger.end_token),
            "noun",
            "active" if light >= 0 else None,
            tense,
            None,
            subject,
            None,
            self._agent(trigger.end_token, clause_end),
            auxiliaries,
            negation if negation >= 0 else verb_negation,
            modal,
            governor,
            relation,
            low,
            clause_end,
        )

    def _phrase(self, first: int, low: int, sentence: Sentence) -> tuple[int, int]:
        """Where the phrase of a noun begins, its owner ("the army's") with it, and a "no" inside it."""
        bits = self.bits
        phrase, negation = first, -1
        while phrase > low and first - phrase < _REACH:
            kind = bits[phrase - 1]
            if kind & _PHRASE_ENDS and not kind & _POSSESSIVE_DETERMINER:
                break
            if kind & PREPOSITION or (kind & TRIGGER and self._ends_phrase(phrase - 1, sentence)):
                break
            phrase -= 1
            if kind & NEGATION:
                negation = phrase
            if kind & POSSESSIVE:
                return self._owner(phrase, low), negation
            if kind & DETERMINER and self.lowers[phrase] in ("the", "a", "an", "this"):
                break
        return phrase, negation

    def _ends_phrase(self, token: int, sentence: Sentence) -> bool:
        """Whether a word before a noun is a verb: finite, behind a modal or "to", or ", offering"."""
        bits = self.bits
        if self.page.finite(token) or token == 0:
            return self.page.finite(token)
        before = token - 1
        word = self.page.lexicon.words[self.lowers[token]]
        if not word.noun and word.forms & BASE and not word.forms & _PAST_PARTICIPLE:
            return True  # "airlines agree purchase of jets"
        if word.noun and word.forms & THIRD and self.readings.reading(token, word, sentence) == "verb":
            return True  # "Minister faces trial", where the page sees a plural
        if self.lowers[token].endswith("ing") and self.bits[before] & BE:
            return True  # "is awaiting approval"
        if self.lowers[token].endswith("ing"):
            return bool(bits[before] & COMMA) and self.lowers[token] in self.page.lexicon.light
        while before > 0 and bits[before] & NEGATION:
            before -= 1  # "would not provide"
        if bits[before] & HAVE and word.forms & _PAST_PARTICIPLE and word.verb not in self.page.lexicon.scope.entailing:
            return True  # "has avoided bankruptcy"; but "has sparked protests" is carried by "sparked"
        return bool(bits[before] & (_MODAL_TO | (DO if before < token - 1 else 0)))

    def _owner(self, mark: int, low: int) -> int:
        """Where the owner before "'s" begins; a possessive pronoun is its own."""
        if self.lowers[mark] not in ("'s", "'"):
            return mark
        owner = mark
        while owner > low and mark - owner < _REACH and not self.bits[owner - 1] & _OWNER_ENDS:
            if self.bits[owner - 1] & TRIGGER and self.page.finites[owner - 1]:
                break
            owner -= 1
            if self.bits[owner] & DETERMINER:
                break
        return owner

    def _light(self, phrase: int, low: int, sentence: Sentence, trigger: Trigger) -> _Carried:
        """The light verb right before a noun's phrase, with what its own group says."""
        bits, lowers = self.bits, self.lowers
        token = phrase - 1
        if token >= low and lowers[token] in _PARTICLES:
            token -= 1
        if token > low + 1 and lowers[token] == "of" and lowers[token - 1] in _QUANTITIES:
            token -= 2  # "launched 10 days of war games"
            while token > low and (bits[token] & _NUMBER_DETERMINER_ADJECTIVE or lowers[token][0].isdigit()):
                token -= 1
        if token < low or lowers[token] not in self.page.lexicon.light:
            return _NOT_CARRIED
        if bits[token] & _DETERMINER_STOP_COMMA_AUXILIARY:
            return _NOT_CARRIED
        if bits[token] & PREPOSITION and not bits[token - 1] & BE:
            return _NOT_CARRIED  # "was fined following an explosion"
        word = self.page.lexicon.words.get(lowers[token])
        forms = word.forms if word else 0
        form = next((name for bit, name in _FORM_NAMES if forms & bit), "base")
        verb = Trigger(token, token + 1, trigger.sentence, lowers[token], "verb", form)
        frame = self._verb(sentence, verb, low, max(token + 1, self.page.clause(token, sentence.end_token)[1]))
        return token, frame.tense, frame.auxiliaries, frame.modal, frame.negation, frame.subject

    def _is_beneath(self, phrase: int, low: int) -> bool:
        """Whether a noun hangs on a preposition that opens its clause: "under the deal", which is no subject."""
        if phrase != low + 1:
            return False
        kind = self.bits[low]
        return bool(kind & PREPOSITION) and not kind & SUBORDINATOR and self.lowers[low] != "with"

    def _own_verb(self, end: int, stop: int, sentence_end: int) -> tuple[str | None, tuple[int, ...], int, int]:
        """What the verb says whose subject the noun is: "talks will resume", "the march was cancelled".

        A clause between them is stepped over: "the march, planned for Sunday, was cancelled", "a march they had
        planned was cancelled".
        """
        bits, lowers = self.bits, self.lowers
        behind = self._past_insertion(end, sentence_end)
        if behind >= 0:
            end, stop = behind, max(stop, min(sentence_end, behind + _REACH))
        for token in range(end, min(stop, end + _REACH)):
            kind = bits[token]
            if kind & _STOP_COMMA_QUOTE_RELATIVE_SUBORDINATOR:
                break
            if kind & COORDINATOR and token + 1 < len(bits) and bits[token + 1] & AUXILIARY:
                break  # "sold beer and is expected to sell more"
            if kind & AUXILIARY and lowers[token] != "being":
                negation = token + 1 if token + 1 < stop and bits[token + 1] & NEGATION else -1
                if kind & MODAL and not kind & TRIGGER:
                    tense = "future" if verb_groups.future(lowers[token]) else "present"
                    return tense, (token,), token, negation
                return "past" if verb_groups.past(lowers[token]) else "present", (token,), -1, negation
            if kind & TRIGGER and self.page.finites[token]:
                word = self.page.lexicon.words[lowers[token]]
                negation = token - 1 if token > end and bits[token - 1] & NEGATION else -1
                return "past" if word.forms & PAST else "present", (), -1, negation
        return None, (), -1, -1

    def _past_insertion(self, end: int, sentence_end: int) -> int:
        """The auxiliary behind a clause that stands between a noun and its verb, -1 without such a clause."""
        bits, lowers = self.bits, self.lowers
        limit = min(sentence_end - 1, end + _INSERTION)
        token = end
        while token < limit and not bits[token] & _STOP_QUOTE_AUXILIARY_COMMA_RELATIVE_SUBORDINATOR:
            if token == end and lowers[token] in _SUBJECTS:
                break
            token += 1
        if token >= limit:
            return -1
        if bits[token] & COMMA:
            apposed = bits[token + 1] & DETERMINER
            if not (apposed or bits[token + 1] & RELATIVE or lowers[token + 1] in _ARRANGED):
                return -1
            for number in range(token + 2, limit):
                if bits[number] & _STOP_QUOTE or (apposed and bits[number] & _AUXILIARY_SUBORDINATOR):
                    return -1
                if bits[number] & COMMA:
                    return number + 1 if bits[number + 1] & AUXILIARY else -1
            return -1
        if token != end or not (lowers[token] in _SUBJECTS or lowers[token] in _ARRANGED_PRONOUNS):
            return -1
        group = False
        for number in range(token + 1, limit):
            kind = bits[number]
            if kind & _STOP_QUOTE_COMMA or (kind & SUBORDINATOR and not kind & PREPOSITION):
                return -1
            if kind & AUXILIARY:
                if group and not bits[number - 1] & _IN_GROUP:
                    return number
                group = True
        return -1
