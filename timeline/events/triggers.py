"""Words and phrases that may name events, each with its reading: verb or noun.

What comes in: a ``Page``. What goes out: ``Trigger`` values in text order, not overlapping. No tagger is used: a word that
may be both is read by its neighbours. Which type a trigger has is decided in ``coding``; whether it happened in ``factuality``.
"""

from __future__ import annotations

from timeline.events.frames import Trigger
from timeline.events.page import AUXILIARY, Page
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    FENCE,
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
    TYPED,
    Entry,
    Phrase,
    Word,
)
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, PROGRESSIVE, THIRD
from timeline.values.text import Sentence

_GAP = 4
_NOUN_BEFORE = DETERMINER | POSSESSIVE | NUMBER | ADJECTIVE
_NOT_A_NOUN = (
    PREPOSITION | STOP | COMMA | QUOTE | COORDINATOR | TO | DETERMINER | POSSESSIVE | OBJECT | AUXILIARY | SUBORDINATOR
)
_OBJECT_AFTER = DETERMINER | POSSESSIVE | OBJECT | PRONOUN | NUMBER
_VERB_BEFORE = MODAL | DO | SUBJECT | RELATIVE | NEGATION
_FORM_NAMES = {BASE: "base", THIRD: "third", PAST: "past", PARTICIPLE: "participle", PROGRESSIVE: "gerund"}
_STATIVE = frozenset(("be", "have", "do"))
_PARTICLES = frozenset(("up", "out", "off", "down", "back", "over", "on", "away"))
_CROWDS = frozenset(("thousands", "hundreds", "dozens", "millions", "scores"))
_PLURAL_WORDS = frozenset(("people", "police", "men", "women", "children", "troops", "they", "we", "you", "i", "who"))
# Nouns of these types report an event before another noun too: "attack victims", "murder trial".
_STRONG = frozenset(("ASSAULT", "DISASTER", "PROTEST", "DEATH", "CRIME", "RULING", "INJURY", "VOTE", "SPORT"))
_OPENING = frozenset(("from", "with", "to", "for", "at", "against", "by", "into", "upon", "of", "that"))
_LONG = 3
_LEAST_LONG = 3
_TITLE_SHARE = 0.7
_SHORTEST_GUESS = 6


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
        self._titles: dict[int, bool] = {}
        self._tails: set[int] = set()  # tokens of phrases behind a gap

    def find(self) -> list[Trigger]:
        """All of them."""
        found: list[Trigger] = []
        bits, masked = self.bits, self.page.masked
        sentences = self.page.tokens.sentences
        number = 0
        taken = 0
        mask = TRIGGER if self.generic else TYPED
        wanted = [index for index, kind in enumerate(bits) if kind & mask]
        if self.generic:
            guessed = [index for index, kind in enumerate(bits) if not kind and self._looks_like_a_verb(index)]
            wanted = sorted(wanted + guessed)
        for token in wanted:
            if token < taken or masked[token] or token in self._tails:
                continue
            while number < len(sentences) and sentences[number].end_token <= token:
                number += 1
            if number == len(sentences):
                break
            sentence = sentences[number]
            if sentence.first_token > token:
                continue
            trigger = self._read(token, sentence)
            if trigger is not None:
                taken = trigger.end_token
                if trigger.entries or self.generic:
                    found.append(trigger)
        return found

    def _looks_like_a_verb(self, token: int) -> bool:
        """Whether a word that no list has ends like a verb and stands where verbs stand."""
        low = self.lowers[token]
        if not self.words[token].islower() or len(low) < _SHORTEST_GUESS or not low.endswith(("ed", "ing")):
            return False
        before = self.bits[token - 1] if token else STOP
        after = self.bits[token + 1] if token + 1 < len(self.bits) else STOP
        if before & (DETERMINER | POSSESSIVE | ADJECTIVE | NUMBER | STOP) and not before & SUBJECT:
            return False
        if before & (BE | HAVE | SUBJECT):
            return True
        return bool(after & (_OBJECT_AFTER | PREPOSITION)) and not (low.endswith("ing") and before & PREPOSITION)

    def again(self, trigger: Trigger) -> list[Trigger]:
        """The words of a phrase one by one, when the phrase fits no entry here."""
        sentence = self.page.tokens.sentences[trigger.sentence]
        found: list[Trigger] = []
        taken = trigger.first_token
        for token in range(trigger.first_token, trigger.end_token):
            if token < taken or not self.bits[token] & TRIGGER or self.page.masked[token]:
                continue
            if token == trigger.first_token:
                word = self._word(token, self.known[self.lowers[token]], sentence)
            else:
                word = self._read(token, sentence)
            if word is not None and (word.entries or self.generic):
                found.append(word)
                taken = word.end_token
        return found

    def _read(self, token: int, sentence: Sentence) -> Trigger | None:
        """The trigger at a token, or None when the word names no event here."""
        word = self.known.get(self.lowers[token])
        if word is None:
            form = "gerund" if self.lowers[token].endswith("ing") else "past"
            return Trigger(token, token + 1, sentence.index, self.lowers[token], "verb", form)
        end = sentence.end_token
        if word.noun_phrases:
            matched = self._phrase(word.noun_phrases, token, end)
            if matched is not None and not self._is_verb_context(token, word):
                phrase, stop = matched
                many = self.lowers[stop - 1] != phrase.lemma.rsplit(" ", 1)[-1]
                return Trigger(
                    token,
                    stop,
                    sentence.index,
                    _joined(phrase.lemma),
                    "noun",
                    "plural" if many else "singular",
                    phrase.entries,
                    phrase=True,
                )
        if word.verb_phrases:
            matched = self._phrase(word.verb_phrases, token, end)
            if matched is not None and self._may_be_verb(token, word, sentence):
                phrase, stop = matched
                return Trigger(
                    token,
                    self._head_end(phrase, token, stop),
                    sentence.index,
                    _joined(phrase.lemma),
                    "verb",
                    self._form(token, word),
                    phrase.entries,
                    phrase=True,
                )
        return self._word(token, word, sentence)

    def _word(self, token: int, word: Word, sentence: Sentence) -> Trigger | None:
        """A single word as trigger."""
        if self.bits[token] & AUXILIARY or word.verb in _STATIVE:
            return None
        if not (word.verb_entries or word.noun_entries or self.generic):
            return None
        if word.forms & (PAST | PARTICIPLE) and token and self.words[token - 1] == "-":
            return None  # "rebel-held", "US-backed"
        reading = self._reading(token, word, sentence)
        if reading is None:
            return None
        if self._is_name(token, sentence):
            return None
        if reading == "verb":
            entries, lemma = word.verb_entries, word.verb
            form = self._form(token, word)
            if form == "base" and token == sentence.first_token and not word.forms & PAST and not self.generic:
                return None  # an instruction: "Add the sugar"
            if form in ("past", "participle") and self._is_attribute(token, sentence):
                form = "adjective"
        elif word.thing:
            return None
        else:
            if self._modifies(token, word, sentence):
                strong = any(entry.type in _STRONG for entry in word.noun_entries)
                if not strong and not self.generic:
                    return None
                return Trigger(token, token + 1, sentence.index, word.noun, "noun", "modifier", word.noun_entries)
            entries, lemma = word.noun_entries, word.noun
            form = "plural" if word.plural and self.lowers[token] != lemma else "singular"
        if not entries and not self.generic:
            return None
        return Trigger(token, token + 1, sentence.index, lemma, reading, form, entries)

    # ------------------------------------------------------------------------------------------------------- phrases

    def _phrase(self, phrases: dict[str, list[Phrase]], token: int, end: int) -> tuple[Phrase, int] | None:
        """The longest phrase that begins at a token, and where it ends."""
        if token + 1 >= end:
            return None
        best: tuple[Phrase, int] | None = None
        after = token + 1
        while after < end - 1 and self.page.timed[after]:
            after += 1
        for key in (self.lowers[after], "_"):
            for phrase in phrases.get(key, ()):
                stop = self._match(phrase.rest, after, end)
                if stop and (best is None or len(phrase.rest) > len(best[0].rest)):
                    best = phrase, stop
                    break
        return best

    def _match(self, rest: tuple[str, ...], token: int, end: int) -> int:
        """Where the rest of a phrase ends when it stands at a token; 0 when it does not."""
        lowers = self.lowers
        for position, part in enumerate(rest):
            if part == "_":
                wanted = rest[position + 1 :]
                if wanted[0] not in lowers[token : token + _GAP + 1]:
                    return 0
                for skipped in range(_GAP + 1):
                    here = token + skipped
                    if here >= end:
                        return 0
                    stop = self._match(wanted, here, end)
                    if stop:
                        return stop
                    if self.bits[here] & (STOP | COMMA | QUOTE):
                        return 0
                return 0
            while position == len(rest) - 1 and token < end and self.page.timed[token]:
                token += 1  # "called on Thursday for talks"
            if token >= end or lowers[token] != part:
                return 0
            token += 1
        return token

    def _head_end(self, phrase: Phrase, token: int, stop: int) -> int:
        """Where the trigger of a matched phrase ends: before a gap, and before a preposition that opens its object."""
        if "_" in phrase.rest:
            tail = len(phrase.rest) - phrase.rest.index("_") - 1
            self._tails.update(range(stop - tail, stop))
            return token + 1 + phrase.rest.index("_")
        while stop - token > 1 and self.lowers[stop - 1] in _OPENING:
            stop -= 1
        return stop

    def _may_be_verb(self, token: int, word: Word, sentence: Sentence) -> bool:
        """Whether a phrase that begins with a verb can stand here: not behind a determiner."""
        if word.noun:
            return self._reading(token, word, sentence) == "verb"
        if token == 0 or not word.forms & BASE:
            return True
        return not self.bits[token - 1] & (DETERMINER | POSSESSIVE) or bool(self.bits[token - 1] & SUBJECT)

    def _is_verb_context(self, token: int, word: Word) -> bool:
        return bool(word.forms and token and self.bits[token - 1] & (MODAL | TO | DO) and word.forms & BASE)

    # ------------------------------------------------------------------------------------------------------- readings

    def _reading(self, token: int, word: Word, sentence: Sentence) -> str | None:
        """``verb`` or ``noun`` by the neighbours; None when neither fits."""
        bits = self.bits
        forms = word.forms
        before = token - 1
        while before >= sentence.first_token and bits[before] & ADVERB and not bits[before] & DETERMINER:
            before -= 1
        previous = bits[before] if before >= sentence.first_token else STOP
        if before >= sentence.first_token and not previous and self.lowers[before].endswith("ly"):
            if forms & THIRD and not forms & (PAST | PARTICIPLE):
                return "verb"
            previous = bits[before - 1] if before > sentence.first_token else STOP
            before -= 1
        following = bits[token + 1] if token + 1 < sentence.end_token else STOP
        if not forms:
            return "noun" if word.noun else None
        if not word.noun:
            return self._verb_only(forms, previous, before, sentence)
        # Both a verb form and a noun.
        if previous & POSSESSIVE and not previous & OBJECT:
            return "noun"
        if previous & (MODAL | DO) or (previous & TO and forms & BASE and not word.plural):
            return "verb"
        if previous & TO:
            return "noun"
        if previous & (SUBJECT | RELATIVE) and not previous & DETERMINER:
            return "verb" if forms & (BASE | THIRD | PAST) else "noun"
        if previous & BE:
            return "verb" if forms & (PARTICIPLE | PROGRESSIVE) else "noun"
        if previous & HAVE:
            particle = self.lowers[token + 1] in _PARTICLES if token + 1 < sentence.end_token else False
            return "verb" if forms & PARTICIPLE and (particle or not following & PREPOSITION) else "noun"
        if previous & NUMBER and self.lowers[before] in _CROWDS and forms & BASE:
            return "verb"
        if previous & (DETERMINER | NUMBER | ADJECTIVE) and not previous & SUBORDINATOR:
            return "noun"
        if previous & PREPOSITION:
            return "verb" if forms & PROGRESSIVE and self._takes_object(token, following) else "noun"
        if previous & NEGATION:
            return "verb" if forms & BASE else "noun"
        if previous & OBJECT and forms & BASE:
            return "verb"
        if forms & PROGRESSIVE:
            return "verb" if self._takes_object(token, following) else "noun"
        if forms & THIRD:
            if following & _OBJECT_AFTER or self._capital(token + 1, sentence):
                return "verb" if self._singular(before, sentence) else "noun"
            if following & (PREPOSITION | BE | HAVE | MODAL | STOP | COMMA | QUOTE | COORDINATOR | TO):
                title = sentence.kind == "title"
                return "verb" if title and following & PREPOSITION and self._capital(before, sentence) else "noun"
            return "verb" if sentence.kind == "title" and self._capital(before, sentence) else "noun"
        if forms & (PAST | PARTICIPLE) and not forms & BASE:
            return "verb"
        if (
            forms & PAST
            and self._subject_like(before, sentence)
            and (following & (_OBJECT_AFTER | PREPOSITION) or self._capital(token + 1, sentence))
        ):
            return "verb"
        if forms & BASE and following & _OBJECT_AFTER and before >= sentence.first_token:
            if "that" in self.lowers[max(sentence.first_token, before - 4) : before]:
                return "verb"  # "demanded that the firm release the drivers"
            return "verb" if self._plural(before) or previous & (COMMA | COORDINATOR | STOP) else "noun"
        if forms & BASE and before < sentence.first_token and following & _OBJECT_AFTER:
            return "verb"
        if (
            forms & BASE
            and self._plural(before)
            and (following & PREPOSITION or self.bits[token] & REPORTING or self._capital(token + 1, sentence))
        ):
            return "verb"
        return "noun"

    def _verb_only(self, forms: int, previous: int, before: int, sentence: Sentence) -> str | None:
        """Readings of a word that is no noun in the lexicon: not every "made" or "find" is an event here."""
        if forms & (BASE | THIRD) and not forms & (PAST | PARTICIPLE | PROGRESSIVE):
            if previous & (DETERMINER | POSSESSIVE) and not previous & (SUBJECT | OBJECT | RELATIVE | SUBORDINATOR):
                return None
            if previous & (ADJECTIVE | PREPOSITION) and not previous & TO:
                return None
            if forms & BASE and not previous and before >= sentence.first_token and not self._plural(before):
                return None  # "the Tabqa air base"
        if (
            forms & BASE
            and forms & PAST
            and previous & (DETERMINER | POSSESSIVE | ADJECTIVE)
            and not previous & (SUBJECT | SUBORDINATOR)
        ):
            return None
        return "verb"

    def _takes_object(self, token: int, following: int) -> bool:
        """Whether a word behind an -ing form shows that it is a verb: an object, not "of"."""
        if following & _OBJECT_AFTER:
            return True
        if following & (STOP | COMMA | QUOTE | COORDINATOR | PREPOSITION | BE | HAVE | MODAL):
            return False
        word = self.words[token + 1] if token + 1 < len(self.words) else ""
        return word[:1].isupper() or word[:1].isdigit() or word.endswith("s")

    def _is_title(self, sentence: Sentence) -> bool:
        """Whether most words of a sentence are capitalised, as in a headline."""
        known = self._titles.get(sentence.index)
        if known is None:
            if sentence.kind in ("title", "subtitle", "heading"):
                known = True
            else:
                long = [word for word in self.words[sentence.first_token : sentence.end_token] if len(word) > _LONG]
                upper = sum(word[0].isupper() for word in long)
                known = len(long) >= _LEAST_LONG and upper >= _TITLE_SHARE * len(long)
            self._titles[sentence.index] = known
        return known

    def _capital(self, token: int, sentence: Sentence) -> bool:
        if not sentence.first_token <= token < sentence.end_token:
            return False
        return self.words[token][:1].isupper()

    def _singular(self, token: int, sentence: Sentence) -> bool:
        """Whether the word before can be the singular subject of a third-person form."""
        if token < sentence.first_token:
            return False
        kind = self.bits[token]
        if kind & (STOP | COMMA | PREPOSITION | COORDINATOR | SUBORDINATOR):
            return False
        return not self.lowers[token].endswith("s") or self.words[token][:1].isupper()

    def _subject_like(self, token: int, sentence: Sentence) -> bool:
        if token < sentence.first_token:
            return False
        return not self.bits[token] & (STOP | COMMA | PREPOSITION | COORDINATOR | DETERMINER | ADJECTIVE)

    def _plural(self, token: int) -> bool:
        low = self.lowers[token]
        return (low.endswith("s") and not low.endswith(("ss", "'s"))) or low in _PLURAL_WORDS

    def _form(self, token: int, word: Word) -> str:
        """The name of the form; of "hit" and the like by the auxiliary before."""
        forms = word.forms
        if forms & (forms - 1) == 0:
            return _FORM_NAMES.get(forms, "base")
        before = token - 1
        while before >= 0 and self.bits[before] & (ADVERB | NEGATION):
            before -= 1
        kind = self.bits[before] if before >= 0 else STOP
        if kind & (MODAL | TO | DO) and forms & BASE:
            return "base"
        if kind & (BE | HAVE) and forms & PARTICIPLE:
            return "participle"
        if forms & PAST:
            return "past"
        return "base" if forms & BASE else "participle"

    def _is_attribute(self, token: int, sentence: Sentence) -> bool:
        """Whether a participle stands before its noun: "the wounded men", "a suspected attack"."""
        if token == sentence.first_token or token + 1 >= sentence.end_token:
            return False
        before, after = self.bits[token - 1], self.bits[token + 1]
        if after & _NOT_A_NOUN or before & (SUBJECT | AUXILIARY):
            return False
        if before & (SUBORDINATOR | COORDINATOR | PREPOSITION) and not before & _NOUN_BEFORE:
            # "when suspected militants fled": a plural follows that could not be its object
            return self._plural(token + 1) and not before & COORDINATOR
        return bool(before & _NOUN_BEFORE) and not before & SUBORDINATOR

    def _modifies(self, token: int, word: Word, sentence: Sentence) -> bool:
        """Whether a singular noun stands before the noun it belongs to ("patrol agents"), and is no event of its own."""
        if (word.plural and self.lowers[token] != word.noun) or token + 1 >= sentence.end_token:
            return False
        low = self.lowers[token + 1]
        if (
            self.bits[token + 1] & ~(TRIGGER | GOVERNOR | FENCE | REPORTING | TYPED)
            or not self.words[token + 1].islower()
            or not low.isalpha()
        ):
            return False
        after = self.known.get(low)
        if after is None or not after.forms:
            return not low.endswith(("ly", "ed"))
        return (
            bool(after.noun)
            and (after.plural or not after.forms & (PAST | THIRD))
            and not after.forms & (PARTICIPLE | PROGRESSIVE)
            and not (after.forms & THIRD and not after.thing)
        )

    def _is_name(self, token: int, sentence: Sentence) -> bool:
        """Whether a capitalised word inside a sentence is part of a name ("March Street", "Fire Department")."""
        word = self.words[token]
        if not word[0].isupper() or token == sentence.first_token:
            return False
        if self._is_title(sentence) or self.bits[token - 1] & (STOP | QUOTE):
            return False
        if self.lowers[token - 1] == "the" and not self._capital(token + 1, sentence):
            return False
        near = self._capital(token - 1, sentence) or self._capital(token + 1, sentence)
        return near or not word.isupper()


def _joined(lemma: str) -> str:
    """The lemma of a phrase as it is written: "cease - fire" is "cease-fire", "put _ on alert" is "put"."""
    words = lemma.partition(" _")[0].replace(" - ", "-").split(" ")
    while len(words) > 1 and words[-1] in _OPENING:
        words.pop()
    return " ".join(words)


__all__ = ["Entry", "TriggerFinder"]
