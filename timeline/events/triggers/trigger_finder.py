"""Words and phrases that may name events, each with its reading: verb or noun.

What comes in: a ``Page``. What goes out: ``Trigger`` values in text order, not overlapping. No tagger is used: a word
that may be both is read by its neighbours. Which type a trigger has is decided in ``coding``; whether it happened in
``factuality``.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.events.article.finite_verbs import STRONG
from timeline.events.article.frames import Trigger
from timeline.events.article.page import Page
from timeline.events.triggers.phrase_parts import PhraseParts
from timeline.events.triggers.readings import OBJECT_AFTER, Readings
from timeline.lexicons.events import (
    ADJECTIVE,
    AUXILIARY,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    HAVE,
    MODAL,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBJECT,
    TO,
    TRIGGER,
    TYPED,
    Entry,
    Phrase,
    Phrases,
    Word,
)
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, THIRD
from timeline.values.text import Sentence

_GAP = 4  # words that "_" may stand for
_BE = "be"
_STATIVE = frozenset((_BE, "have", "do"))
_OPENING = frozenset(("from", "with", "to", "for", "at", "against", "by", "into", "upon", "of", "that"))
_SHORTEST_GUESS = 6
_LONGEST = 99  # words of a phrase
_OF_TIMES = frozenset(("at", "by", "for", "in", "on"))  # prepositions that open a time expression
_STOP_COMMA_QUOTE = STOP | COMMA | QUOTE
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_BE_HAVE_SUBJECT = BE | HAVE | SUBJECT
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_DETERMINER_POSSESSIVE_ADJECTIVE_NUMBER_STOP = DETERMINER | POSSESSIVE | ADJECTIVE | NUMBER | STOP
_MODAL_TO_DO = MODAL | TO | DO
_NO_SINGULAR = (
    DETERMINER | POSSESSIVE | NUMBER | ADJECTIVE | PREPOSITION | TO | STOP | COMMA | QUOTE | AUXILIARY | COORDINATOR
)
_PAST_PARTICIPLE = PAST | PARTICIPLE


class TriggerFinder:
    """Finds the triggers of one article.

    In ``Rebels carried out an attack on the march`` they are "attack" (a noun, carried by "carried out") and "march".

    Args:
        page: The article.
        generic: Also words that name events without a type.
    """

    def __init__(self, page: Page, *, generic: bool = False) -> None:
        self.page = page
        self.generic = generic
        self.bits = page.bits
        self.lowers = page.lowers
        self.words = page.words
        self.known = page.lexicon.words
        self.readings = Readings(page)
        self.parts = PhraseParts(page)
        self._ahead = page.lexicon.closed.ahead
        self._tails: set[int] = set()  # tokens of phrases behind a gap

    def find(self) -> list[Trigger]:
        """All of them."""
        found: list[Trigger] = []
        bits, masked, tails, generic = self.bits, self.page.masked, self._tails, self.generic
        mask = TRIGGER if generic else TYPED
        wanted: Iterable[int] = self.page.where(mask)
        if generic:
            guessed = [index for index, kind in enumerate(bits) if not kind and self._looks_like_a_verb(index)]
            wanted = sorted((*wanted, *guessed))
        following = iter(self.page.tokens.sentences)
        sentence: Sentence | None = None
        end = taken = 0
        for token in wanted:
            if token < taken or masked[token] or token in tails:
                continue
            while token >= end:
                sentence = next(following, None)
                if sentence is None:
                    return found
                taken, end = sentence.first_token, sentence.end_token
            if sentence is None or token < taken:
                continue  # between sentences
            trigger = self._read(token, sentence)
            if trigger is not None:
                taken = trigger.end_token
                if trigger.entries or generic:
                    found.append(trigger)
        return found

    def _looks_like_a_verb(self, token: int) -> bool:
        """Whether a word that no list has ends like a verb and stands where verbs stand."""
        low = self.lowers[token]
        if not self.words[token].islower() or len(low) < _SHORTEST_GUESS or not low.endswith(("ed", "ing")):
            return False
        before = self.bits[token - 1] if token else STOP
        after = self.bits[token + 1] if token + 1 < len(self.bits) else STOP
        if before & _DETERMINER_POSSESSIVE_ADJECTIVE_NUMBER_STOP and not before & SUBJECT:
            return False
        if before & _BE_HAVE_SUBJECT:
            return True
        if low.endswith("ing") and before & PREPOSITION:
            return bool(after & OBJECT_AFTER)  # "accused of copying the design"
        return bool(after & (OBJECT_AFTER | PREPOSITION))

    def again(self, trigger: Trigger) -> list[Trigger]:
        """The words of a phrase one by one, when the phrase fits no entry here."""
        sentence = self.page.tokens.sentences[trigger.sentence]
        found: list[Trigger] = []
        taken = trigger.first_token
        for token in range(trigger.first_token, trigger.end_token):
            if token < taken or not self.bits[token] & TRIGGER or self.page.masked[token]:
                continue
            if token == trigger.first_token:
                known = self.known[self.lowers[token]]
                word = self._phrase_at(token, known, sentence, trigger.phrase) or self._word(token, known, sentence)
            else:
                word = self._read(token, sentence)
            if word is not None and (word.entries or self.generic):
                word.barred = trigger.barred
                found.append(word)
                taken = word.end_token
        return found

    def within(self, trigger: Trigger) -> tuple[int, list[Trigger]]:
        """Where a phrase ends without the act that it tells of, and that act: "accept" in "refused to accept".

        So with what is ended: "the war" in "ended the war". None is found where the first word of the phrase leaves the
        act a fact or governs no infinitive: "talked to the press".
        """
        first, end = trigger.first_token, trigger.end_token
        governing = self.page.lexicon.governors.get(self.lowers[first], ())
        to = token = first + 1
        if self.lowers[first] in self.page.lexicon.scope.ending:
            token = first
        elif any(one.effect != "happened" and "infinitive" in one.reaches for one in governing):
            while to < end and self.lowers[to] != "to":
                to += 1
            token = to
        else:
            return end, []
        sentence = self.page.tokens.sentences[trigger.sentence]
        found: list[Trigger] = []
        while token + 1 < end:
            token += 1
            if self.bits[token] & TRIGGER and not self.page.masked[token]:
                inner = self._read(token, sentence)
                if inner is not None and inner.end_token > end:  # what follows is read by itself
                    inner = self._word(token, self.known[self.lowers[token]], sentence)
                if inner is not None:
                    found.append(inner)
                    token = inner.end_token - 1
        return to, found

    def _read(self, token: int, sentence: Sentence) -> Trigger | None:
        """The trigger at a token, or None when the word names no event here."""
        lower = self.lowers[token]
        word = self.known.get(lower)
        if word is None:
            form = "gerund" if lower.endswith("ing") else "past"
            return Trigger(token, token + 1, sentence.index, lower, "verb", form)
        if lower in self._ahead and self.readings.says_what_lies_ahead(token, sentence):
            return None
        nouns, verbs, after = word.noun_phrases, word.verb_phrases, token + 1
        if (nouns or verbs) and after < sentence.end_token:
            second = self.lowers[after]
            if (
                (verbs and (second in verbs or (verbs.gaps and self._has_tail(verbs, after))))
                or (nouns and (second in nouns or (nouns.gaps and self._has_tail(nouns, after))))
                or self.page.timed[after]
            ):
                trigger = self._phrase_at(token, word, sentence)
                if trigger is not None:
                    return trigger
        known = word.verb_entries or word.noun_entries
        if self.generic or (known and word.may_name(self.page.words_in(sentence))):
            return self._word(token, word, sentence)
        return None

    def _has_tail(self, phrases: Phrases, after: int) -> bool:
        """Whether a word that goes on a phrase behind a gap stands near: "back" of "brought the miners back"."""
        return not phrases.gaps.isdisjoint(self.lowers[after : after + _GAP + 1])

    def _phrase_at(self, token: int, word: Word, sentence: Sentence, below: int = _LONGEST) -> Trigger | None:
        """The longest phrase of fewer than ``below`` words that begins at a token, nouns before verbs."""
        after, end = token + 1, sentence.end_token
        if after >= end:
            return None
        nouns, verbs = word.noun_phrases, word.verb_phrases
        second, timed = self.lowers[after], self.page.timed[after]
        if nouns and (second in nouns or timed or nouns.gaps):
            matched = self._phrase(nouns, token, sentence, below)
            if matched is not None and not self._is_verb_context(token, word):
                phrase, stop = matched
                many = self.lowers[stop - 1] != phrase.lemma.rsplit(" ", 1)[-1]
                form = "plural" if many else "singular"
                lemma = _joined(phrase.lemma)
                return Trigger(token, stop, sentence.index, lemma, "noun", form, phrase.entries, len(phrase.rest) + 1)
        if verbs and (second in verbs or timed or verbs.gaps):
            matched = self._phrase(verbs, token, sentence, below)
            if matched is not None and self._may_be_verb(token, word, sentence):
                phrase, stop = matched
                stop = self._head_end(phrase, token, stop)
                lemma = _joined(phrase.lemma)
                form = ""
                if word.verb == _BE and self._is_participle(token + 1, stop):
                    own = self._phrase_at(token + 1, self.known[self.lowers[token + 1]], sentence)
                    if own is not None and own.end_token > stop:
                        return own  # "were shot down", though "were shot" is one too
                    token, form = token + 1, "participle"  # "was [sworn in]": swear in
                    tail = lemma.split(" ")[2:]
                    lemma = " ".join((self.known[self.lowers[token]].verb, *tail))
                form = form or self.parts.form(token, word, phrase.forms)
                return Trigger(token, stop, sentence.index, lemma, "verb", form, phrase.entries, len(phrase.rest) + 1)
        return None

    def _is_participle(self, token: int, stop: int) -> bool:
        word = self.known.get(self.lowers[token]) if token < stop else None
        return word is not None and bool(word.forms & PARTICIPLE)

    def _word(self, token: int, word: Word, sentence: Sentence) -> Trigger | None:
        """A single word as trigger."""
        if self.bits[token] & AUXILIARY or word.verb in _STATIVE:
            return None
        if not (word.verb_entries or word.noun_entries or self.generic):
            return None
        if word.forms & _PAST_PARTICIPLE and token and self.words[token - 1] == "-":
            return None  # "rebel-held", "US-backed"
        reading = self.readings.reading(token, word, sentence)
        if reading is None:
            return None
        if self.words[token][0].isupper() and self.parts.is_name(token, sentence):
            return None
        if reading == "verb":
            entries, lemma = word.verb_entries, word.verb
            form = self.parts.form(token, word)
            if form == "base" and token == sentence.first_token and not word.forms & PAST and not self.generic:
                return None  # an instruction: "Add the sugar"
            if form in ("past", "participle") and self.parts.is_attribute(token, sentence):
                form = "adjective"
        elif word.thing and not word.noun_entries:
            return None
        else:
            if self.parts.modifies(token, word, sentence):
                strong = any(entry.type in STRONG for entry in word.noun_entries)
                if not strong and not self.generic:
                    return None
                return Trigger(token, token + 1, sentence.index, word.noun, "noun", "modifier", word.noun_entries)
            entries, lemma = word.noun_entries, word.noun
            form = "plural" if word.plural and self.lowers[token] != lemma else "singular"
        if not entries and not self.generic:
            return None
        return Trigger(token, token + 1, sentence.index, lemma, reading, form, entries)

    # ------------------------------------------------------------------------------------------------------- phrases

    def _phrase(self, phrases: Phrases, token: int, sentence: Sentence, below: int) -> tuple[Phrase, int] | None:
        """The longest phrase that begins at a token, and where it ends."""
        after, end = token + 1, sentence.end_token
        if after >= end:
            return None
        present = self.page.words_in(sentence)
        lowers, timed = self.lowers, self.page.timed
        while after < end - 1 and (timed[after] or (timed[after + 1] and lowers[after] in _OF_TIMES)):
            after += 1  # "called on Monday for an inquiry"
        best: tuple[Phrase, int] | None = None
        longest = 0
        for phrase in phrases.get(lowers[after], ()):
            rest = phrase.rest
            if rest[-1] in present and len(rest) + 1 < below and (stop := self._match(rest, after, end)):
                best = phrase, stop
                longest = len(rest)
                break
        if phrases.gaps:
            near = lowers[after : after + _GAP + 1]
            if not phrases.gaps.isdisjoint(near):
                for phrase in phrases["_"]:
                    rest = phrase.rest
                    if (
                        rest[1] in near
                        and longest < len(rest) - 1 < below - 2
                        and (stop := self._match(rest, after, end))
                    ):
                        return phrase, stop
        return best

    def _match(self, rest: tuple[str, ...], token: int, end: int) -> int:
        """Where the rest of a phrase ends when it stands at a token; 0 when it does not."""
        lowers = self.lowers
        if "_" in rest:
            gap = rest.index("_")
            token += gap
            wanted = rest[gap + 1 :]
            if lowers[token - gap : token] != rest[:gap] or wanted[0] not in lowers[token : token + _GAP + 1]:
                return 0
            for here in range(token, min(token + _GAP + 1, end)):
                stop = self._match(wanted, here, end)
                if stop or self.bits[here] & _STOP_COMMA_QUOTE:
                    return stop
            return 0
        last = token + len(rest) - 1
        if lowers[token:last] != rest[:-1]:
            return 0
        timed = self.page.timed
        while last < end and timed[last]:
            last += 1  # "called on Thursday for talks"
        if last >= end or lowers[last] != rest[-1]:
            return 0
        # "insisted on Sunday that": the preposition is that of the day.
        return 0 if last + 1 < end and timed[last + 1] and lowers[last] in _OF_TIMES else last + 1

    def _head_end(self, phrase: Phrase, token: int, stop: int) -> int:
        """Where the trigger of a matched phrase ends: before a gap, and before a preposition that opens its object."""
        if "_" in phrase.rest:
            if self.generic and self.lowers[token] in self.page.lexicon.scope.bare:
                return token + 1  # "let the investigators enter": two acts
            tail = len(phrase.rest) - phrase.rest.index("_") - 1
            self._tails.update(range(stop - tail, stop))
            return token + 1 + phrase.rest.index("_")
        lowers, timed = self.lowers, self.page.timed
        while stop - token > 1 and (
            timed[stop - 1]
            or lowers[stop - 1] in _OPENING
            or (lowers[stop - 1] in _OF_TIMES and any(timed[stop : stop + 1]))
        ):
            stop -= 1  # "ruled on Monday that"
        return stop

    def _may_be_verb(self, token: int, word: Word, sentence: Sentence) -> bool:
        """Whether a phrase that begins with a verb can stand here: not behind a determiner."""
        if word.noun:
            reads = self.readings.reading(token, word, sentence) == "verb"
            return reads or self._follows_name(token, word, sentence) or self._follows_one(token, word, sentence)
        if token == 0 or not word.forms & BASE:
            return True
        return not self.bits[token - 1] & _DETERMINER_POSSESSIVE or bool(self.bits[token - 1] & SUBJECT)

    def _follows_name(self, token: int, word: Word, sentence: Sentence) -> bool:
        """Whether a base form stands behind a name, as behind that of a group: "Al-Shabab claim responsibility"."""
        if not word.forms & BASE or token == sentence.first_token or self.bits[token + 1] & PREPOSITION:
            return False
        return self.words[token].islower() and self.words[token - 1][:1].isupper() and not self.bits[token - 1]

    def _follows_one(self, token: int, word: Word, sentence: Sentence) -> bool:
        """Whether a form in -s behind a singular opens the phrase of a verb: "Probe blasts off"."""
        before = token - 1
        if not word.forms & THIRD or before < sentence.first_token or self.bits[before] & _NO_SINGULAR:
            return False
        known = self.known.get(self.lowers[before])
        if known is not None and not known.noun:
            return False  # "will attend talks with Peru"
        return not self.lowers[before].endswith("s") and self.words[before][0].isalpha()

    def _is_verb_context(self, token: int, word: Word) -> bool:
        return bool(word.forms and token and self.bits[token - 1] & _MODAL_TO_DO and word.forms & BASE)


def _joined(lemma: str) -> str:
    """The lemma of a phrase as it is written: "cease - fire" is "cease-fire", "put _ on alert" is "put"."""
    words = lemma.partition(" _")[0].replace(" - ", "-").split(" ")
    while len(words) > 1 and words[-1] in _OPENING:
        words.pop()
    return " ".join(words)


__all__ = ["Entry", "TriggerFinder"]
