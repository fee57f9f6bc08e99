"""How a word is read where it stands: verb or noun.

What comes in: a page, a token and what the lexicon knows of its form. What goes out: readings by the neighbours,
without a tagger. Which words are looked at is decided in ``trigger_finder``; in which form a word stands and whether it
is part of a phrase or name in ``phrase_parts``.
"""

from __future__ import annotations

from timeline.events.triggers.clause_signs import ClauseSigns
from timeline.events.triggers.neighbours import NOT_A_NOUN
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    FINITE,
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
    Word,
)
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, PROGRESSIVE, THIRD
from timeline.values.text import Sentence

#: What shows, behind a word, that it is a verb with an object.
OBJECT_AFTER = DETERMINER | POSSESSIVE | OBJECT | PRONOUN | NUMBER
_BOUNDS = (("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("as", "many"))
_OBJECTS = frozenset(("it", "you"))  # subjects elsewhere
_OPENING = 2  # words of a subject that opens a sentence
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADJECTIVE_PREPOSITION = ADJECTIVE | PREPOSITION
_ADVERB_PREPOSITION = ADVERB | PREPOSITION
_NO_OBJECT = PREPOSITION | STOP | COMMA | QUOTE | COORDINATOR | TO | SUBORDINATOR | ADVERB
_BASE_THIRD = BASE | THIRD
_BASE_THIRD_PAST = BASE | THIRD | PAST
_COMMA_COORDINATOR = COMMA | COORDINATOR
_COMMA_COORDINATOR_STOP = COMMA | COORDINATOR | STOP
_DETERMINER_NUMBER_ADJECTIVE = DETERMINER | NUMBER | ADJECTIVE
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_DETERMINER_POSSESSIVE_ADJECTIVE = DETERMINER | POSSESSIVE | ADJECTIVE
_ADVERB_STOP_COMMA = ADVERB | STOP | COMMA
_MODAL_DO = MODAL | DO
_MODAL_TO_DO = MODAL | TO | DO
_OBJECT_AFTER_PREPOSITION = OBJECT_AFTER | PREPOSITION
_PARTICIPLE_PROGRESSIVE = PARTICIPLE | PROGRESSIVE
_PAST_PARTICIPLE = PAST | PARTICIPLE
_PAST_PARTICIPLE_PROGRESSIVE = PAST | PARTICIPLE | PROGRESSIVE
_PREPOSITION_BE_HAVE_MODAL_STOP_COMMA_QUOTE_COORDINATOR_TO = (
    PREPOSITION | BE | HAVE | MODAL | STOP | COMMA | QUOTE | COORDINATOR | TO
)
_STOP_COMMA_QUOTE_COORDINATOR_PREPOSITION_BE_HAVE_MODAL = (
    STOP | COMMA | QUOTE | COORDINATOR | PREPOSITION | BE | HAVE | MODAL
)
_TRIGGER_FINITE = TRIGGER | FINITE
_SUBJECT_OBJECT_RELATIVE_SUBORDINATOR = SUBJECT | OBJECT | RELATIVE | SUBORDINATOR
_SUBJECT_RELATIVE = SUBJECT | RELATIVE
_SUBJECT_SUBORDINATOR = SUBJECT | SUBORDINATOR
_COMPLEMENT = TO | SUBORDINATOR | PREPOSITION | DETERMINER  # what opens a complement or object


class Readings(ClauseSigns):
    """Reads the words of one article."""

    def reading(self, token: int, word: Word, sentence: Sentence) -> str | None:
        """``verb`` or ``noun`` by the neighbours; None when neither fits."""
        bits = self.bits
        forms = word.forms
        first = sentence.first_token
        before = token - 1
        while before >= first and bits[before] & ADVERB and not bits[before] & DETERMINER:
            before -= 1
        previous = bits[before] if before >= first else STOP
        if before > first and self.lowers[before] == "well" and bits[before - 1] & MODAL:
            before -= 1  # "may well resign"
            previous = bits[before]
        if not previous and self.lowers[before].endswith("ly"):
            if forms & THIRD and not forms & _PAST_PARTICIPLE:
                return "verb"
            previous = bits[before - 1] if before > sentence.first_token else STOP
            before -= 1
        following = bits[token + 1] if token + 1 < sentence.end_token else STOP
        if not forms:
            return "noun" if word.noun else None
        if (
            forms == BASE
            and bits[token] & _ADVERB_PREPOSITION
            and following & _NO_OBJECT
            and not previous & _MODAL_TO_DO
        ):
            return None  # "two goals down"
        if not word.noun:
            return self._verb_only(forms, previous, following, before, sentence)
        if forms & BASE and not previous and not word.plural:
            if self.is_demanded(before, sentence):
                return "verb"
            if following & OBJECT_AFTER and (self.is_asked(before, sentence) or self.is_let(before, sentence)):
                return "verb"
        by_left = self._by_left(token, word, previous, following, before)
        return by_left or self._by_right(token, forms, previous, following, before, sentence)

    def _by_left(self, token: int, word: Word, previous: int, following: int, before: int) -> str | None:
        """The reading of a word that may be both, by what stands before it; None when that says nothing."""
        forms = word.forms
        if previous & POSSESSIVE and not previous & OBJECT:
            return "noun"
        if previous & _MODAL_DO or (previous & TO and forms & BASE and not word.plural):
            return "verb"
        if previous & TO:
            return "noun"
        if previous & _SUBJECT_RELATIVE and not previous & DETERMINER:
            return "verb" if forms & _BASE_THIRD_PAST else "noun"
        if previous & BE:
            return "verb" if forms & _PARTICIPLE_PROGRESSIVE else "noun"
        if previous & HAVE:
            return "verb" if forms & PARTICIPLE else "noun"
        if previous & NUMBER and self.lowers[before] in self.closed.crowd and forms & BASE:
            return "verb"
        if previous & _DETERMINER_NUMBER_ADJECTIVE and not previous & SUBORDINATOR:
            return "noun"
        if previous & PREPOSITION:
            return "verb" if forms & PROGRESSIVE and self._takes_object(token, following) else "noun"
        if previous & NEGATION:
            return "verb" if forms & BASE else "noun"
        if previous & OBJECT and forms & BASE:
            return "verb"
        return None

    def _by_right(self, token: int, forms: int, previous: int, following: int, before: int, sentence: Sentence) -> str:
        """The reading of a word that may be both, by what stands behind it."""
        if forms & PROGRESSIVE:
            return "verb" if self._takes_object(token, following) else "noun"
        if forms & THIRD:
            if self.page.finites[token] and not following & OBJECT_AFTER:
                return "verb"  # the one verb of a headline or of a short clause
            if following & OBJECT_AFTER or self.capital(token + 1, sentence):
                return "verb" if self.singular(before, sentence) else "noun"
            if following & _PREPOSITION_BE_HAVE_MODAL_STOP_COMMA_QUOTE_COORDINATOR_TO:
                title = sentence.kind == "title"
                return "verb" if title and following & PREPOSITION and self.capital(before, sentence) else "noun"
            return "verb" if sentence.kind == "title" and self.capital(before, sentence) else "noun"
        if forms & _PAST_PARTICIPLE and not forms & BASE:
            return "verb"
        if (
            forms & PAST
            and self.subject_like(before, sentence)
            and (
                following & _OBJECT_AFTER_PREPOSITION
                or self.capital(token + 1, sentence)
                or (not following & NOT_A_NOUN and self.lowers[before] not in self.closed.cut)
            )
        ):
            return "verb"
        if forms & PAST and previous & _COMMA_COORDINATOR and before > sentence.first_token:
            after = self.words[token + 1] if token + 1 < sentence.end_token else ""
            if following & OBJECT_AFTER or after[:1].isdigit() or following & ADVERB:
                return "verb"  # "will close two plants and cut 900 jobs"
            if after.endswith("s") and not following & NOT_A_NOUN:
                return "verb"
        if (
            forms & BASE
            and previous & _COMMA_COORDINATOR
            and following & TRIGGER
            and self.lowers[token + 1].endswith("ing")
        ):
            return "verb"  # "will close its division and stop lending"
        object_follows = following & OBJECT_AFTER or (following & SUBJECT and self.lowers[token + 1] in _OBJECTS)
        if forms & BASE and object_follows and before >= sentence.first_token:
            if "that" in self.lowers[max(sentence.first_token, before - 4) : before]:
                return "verb"  # "demanded that the firm release the drivers"
            return "verb" if self.many(before, sentence) or previous & _COMMA_COORDINATOR_STOP else "noun"
        if forms & BASE and before < sentence.first_token and following & OBJECT_AFTER:
            return "verb"
        if (
            forms & BASE
            and self.many(before, sentence)
            and not self.page.finites[before]
            and (following & PREPOSITION or self.bits[token] & REPORTING or self.capital(token + 1, sentence))
        ):
            return "verb"
        if forms & BASE and following & _ADVERB_STOP_COMMA:
            if self.many(before, sentence) and self.is_when(before):
                return "verb"  # "until prices fall", "if the rebels attack again"
            if self.lowers[sentence.first_token] == "should" and self.is_asked(before, sentence):
                return "verb"  # "Should the talks collapse, ..."
        if forms & BASE and before - sentence.first_token < _OPENING and self.opens(token, before, sentence):
            return "verb"
        return "noun"

    def _verb_only(self, forms: int, previous: int, following: int, before: int, sentence: Sentence) -> str | None:
        """Readings of a word that is no noun in the lexicon: not every "made" or "find" is an event here."""
        if previous & BE and not forms & _PARTICIPLE_PROGRESSIVE:
            return None  # "the road is clear": an adjective
        if forms == BASE and not previous and self.between_names(before, sentence):
            return "verb"  # "Man City edge Rovers"
        if forms == BASE and previous & _TRIGGER_FINITE:
            if previous & FINITE and self.is_past(before, sentence):
                return None  # "promised free buses"
            if not following & OBJECT_AFTER and self.is_bare(before, sentence):
                return None  # "will give free rides"
        if forms & _BASE_THIRD and not forms & _PAST_PARTICIPLE_PROGRESSIVE:
            if previous & _DETERMINER_POSSESSIVE and not previous & _SUBJECT_OBJECT_RELATIVE_SUBORDINATOR:
                return None
            if previous & _ADJECTIVE_PREPOSITION and not previous & TO:
                return None
            if forms & BASE and not previous and before >= sentence.first_token and not self.plural(before):
                wanted = (
                    self.is_demanded(before, sentence)
                    or self.is_asked(before, sentence)
                    or self.is_let(before, sentence)
                    or (following & _COMPLEMENT and self.is_joined(before, sentence))
                )
                return "verb" if wanted else None  # "the Tabqa air base"
        if forms == PROGRESSIVE and previous & _DETERMINER_POSSESSIVE and not previous & _SUBJECT_SUBORDINATOR:
            return None if not following & NOT_A_NOUN else "verb"  # "an arresting sight"
        if (
            forms & BASE
            and forms & PAST
            and previous & _DETERMINER_POSSESSIVE_ADJECTIVE
            and not previous & _SUBJECT_SUBORDINATOR
        ):
            return None
        return "verb"

    def _takes_object(self, token: int, following: int) -> bool:
        """Whether a word behind an -ing form shows that it is a verb: an object, not "of"."""
        if following & OBJECT_AFTER or (following & SUBJECT and self.lowers[token + 1] in _OBJECTS):
            return True
        if self.lowers[token + 1 : token + 3] in _BOUNDS:
            return True  # "killing at least nine"
        if following & _STOP_COMMA_QUOTE_COORDINATOR_PREPOSITION_BE_HAVE_MODAL:
            return False
        word = self.words[token + 1] if token + 1 < len(self.words) else ""
        return word[:1].isupper() or word[:1].isdigit() or word.endswith("s")


__all__ = ["OBJECT_AFTER", "Readings"]
