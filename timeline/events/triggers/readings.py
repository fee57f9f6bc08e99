"""How a word is read where it stands: verb or noun, in which form, and whether it is part of a name.

What comes in: a page, a token and what the lexicon knows of its form. What goes out: readings by the neighbours,
without a tagger. Which words are looked at is decided in ``triggers``.
"""

from __future__ import annotations

from timeline.events.article.page import Page
from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    FENCE,
    FINITE,
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
    VERB_FORM,
    Word,
)
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, PROGRESSIVE, THIRD
from timeline.values.text import Sentence, is_symbol

_NOUN_BEFORE = DETERMINER | POSSESSIVE | NUMBER | ADJECTIVE
_NOT_A_NOUN = (
    PREPOSITION | STOP | COMMA | QUOTE | COORDINATOR | TO | DETERMINER | POSSESSIVE | OBJECT | AUXILIARY | SUBORDINATOR
)
#: What shows, behind a word, that it is a verb with an object.
OBJECT_AFTER = DETERMINER | POSSESSIVE | OBJECT | PRONOUN | NUMBER
_FORM_NAMES = {BASE: "base", THIRD: "third", PAST: "past", PARTICIPLE: "participle", PROGRESSIVE: "gerund"}
_RATHER_THAN = ("rather", "than")
_BOUNDS = (("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("as", "many"))
_INSTITUTION = "institution"  # a word class: what heads the names of institutions
_PHRASE = 4  # tokens from a noun back to the article of its phrase
_NAMES_EVENTS = TRIGGER | TYPED | GOVERNOR | FENCE | REPORTING | FINITE | VERB_FORM
_INSIDE_PHRASE = ADJECTIVE | _NAMES_EVENTS
_OBJECTS = frozenset(("it", "you"))  # subjects elsewhere
_OPENING = 2  # words of a subject that opens a sentence
_CLOSED_AFTER = _NOT_A_NOUN | ADVERB | NEGATION | MODAL | BE | HAVE | DO
_SUBJECT_WITHIN = 8  # tokens between "demanded that" and its verb
_LONG = 3
_LEAST_LONG = 3
_TITLE_SHARE = 0.7
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADJECTIVE_PREPOSITION = ADJECTIVE | PREPOSITION
_ADVERB_PREPOSITION = ADVERB | PREPOSITION
_NO_OBJECT = PREPOSITION | STOP | COMMA | QUOTE | COORDINATOR | TO | SUBORDINATOR | ADVERB
_ADVERB_NEGATION = ADVERB | NEGATION
_BASE_THIRD = BASE | THIRD
_BASE_THIRD_PAST = BASE | THIRD | PAST
_BE_HAVE = BE | HAVE
_COMMA_COORDINATOR = COMMA | COORDINATOR
_COMMA_COORDINATOR_STOP = COMMA | COORDINATOR | STOP
_DETERMINER_NUMBER_ADJECTIVE = DETERMINER | NUMBER | ADJECTIVE
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_DETERMINER_POSSESSIVE_ADJECTIVE = DETERMINER | POSSESSIVE | ADJECTIVE
_ADVERB_STOP_COMMA = ADVERB | STOP | COMMA
_CLAUSE_OPENS = 4  # tokens of a short subject and the word that opens its clause
_MODAL_DO = MODAL | DO
_MODAL_TO_DO = MODAL | TO | DO
_OBJECT_AFTER_PREPOSITION = OBJECT_AFTER | PREPOSITION
_OPENS_QUESTION = RELATIVE | SUBORDINATOR | QUOTE | STOP | COORDINATOR
_PARTICIPLE_PROGRESSIVE = PARTICIPLE | PROGRESSIVE
_PAST_PARTICIPLE = PAST | PARTICIPLE
_PAST_PARTICIPLE_PROGRESSIVE = PAST | PARTICIPLE | PROGRESSIVE
_PAST_THIRD = PAST | THIRD
_PREPOSITION_BE_HAVE_MODAL_STOP_COMMA_QUOTE_COORDINATOR_TO = (
    PREPOSITION | BE | HAVE | MODAL | STOP | COMMA | QUOTE | COORDINATOR | TO
)
_STOP_COMMA_PREPOSITION_COORDINATOR_DETERMINER_ADJECTIVE = (
    STOP | COMMA | PREPOSITION | COORDINATOR | DETERMINER | ADJECTIVE
)
_STOP_COMMA_PREPOSITION_COORDINATOR_SUBORDINATOR = STOP | COMMA | PREPOSITION | COORDINATOR | SUBORDINATOR
_STOP_COMMA_QUOTE = STOP | COMMA | QUOTE
_STOP_COMMA_QUOTE_COORDINATOR_PREPOSITION_BE_HAVE_MODAL = (
    STOP | COMMA | QUOTE | COORDINATOR | PREPOSITION | BE | HAVE | MODAL
)
_STOP_QUOTE = STOP | QUOTE
_TRIGGER_FINITE = TRIGGER | FINITE
_SUBJECT_AUXILIARY = SUBJECT | AUXILIARY
_SUBJECT_OBJECT_RELATIVE_SUBORDINATOR = SUBJECT | OBJECT | RELATIVE | SUBORDINATOR
_SUBJECT_OPENS = DETERMINER | POSSESSIVE
_SUBJECT_RELATIVE = SUBJECT | RELATIVE
_SUBJECT_SUBORDINATOR = SUBJECT | SUBORDINATOR
_SUBORDINATOR_COORDINATOR_PREPOSITION = SUBORDINATOR | COORDINATOR | PREPOSITION

_COMPLEMENT = TO | SUBORDINATOR | PREPOSITION | DETERMINER  # what opens a complement or object


class Readings:
    """Reads the words of one article."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.bits = page.bits
        self.lowers = page.lowers
        self.words = page.words
        self.known = page.lexicon.words
        self.closed = page.lexicon.closed
        self._titles: dict[int, bool] = {}

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
            if self._is_demanded(before, sentence):
                return "verb"
            if following & OBJECT_AFTER and (self._is_asked(before, sentence) or self._is_let(before, sentence)):
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
            if following & OBJECT_AFTER or self._capital(token + 1, sentence):
                return "verb" if self._singular(before, sentence) else "noun"
            if following & _PREPOSITION_BE_HAVE_MODAL_STOP_COMMA_QUOTE_COORDINATOR_TO:
                title = sentence.kind == "title"
                return "verb" if title and following & PREPOSITION and self._capital(before, sentence) else "noun"
            return "verb" if sentence.kind == "title" and self._capital(before, sentence) else "noun"
        if forms & _PAST_PARTICIPLE and not forms & BASE:
            return "verb"
        if (
            forms & PAST
            and self._subject_like(before, sentence)
            and (
                following & _OBJECT_AFTER_PREPOSITION
                or self._capital(token + 1, sentence)
                or (not following & _NOT_A_NOUN and self.lowers[before] not in self.closed.cut)
            )
        ):
            return "verb"
        if forms & PAST and previous & _COMMA_COORDINATOR and before > sentence.first_token:
            after = self.words[token + 1] if token + 1 < sentence.end_token else ""
            if following & OBJECT_AFTER or after[:1].isdigit() or following & ADVERB:
                return "verb"  # "will close two plants and cut 900 jobs"
            if after.endswith("s") and not following & _NOT_A_NOUN:
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
            return "verb" if self._many(before, sentence) or previous & _COMMA_COORDINATOR_STOP else "noun"
        if forms & BASE and before < sentence.first_token and following & OBJECT_AFTER:
            return "verb"
        if (
            forms & BASE
            and self._many(before, sentence)
            and not self.page.finites[before]
            and (following & PREPOSITION or self.bits[token] & REPORTING or self._capital(token + 1, sentence))
        ):
            return "verb"
        if forms & BASE and following & _ADVERB_STOP_COMMA:
            if self._many(before, sentence) and self._is_when(before):
                return "verb"  # "until prices fall", "if the rebels attack again"
            if self.lowers[sentence.first_token] == "should" and self._is_asked(before, sentence):
                return "verb"  # "Should the talks collapse, ..."
        if forms & BASE and before - sentence.first_token < _OPENING and self._opens(token, before, sentence):
            return "verb"
        return "noun"

    def _is_when(self, before: int) -> bool:
        """Whether a clause opens with "when", "if" or their like shortly before the plural at a token."""
        for token in range(before - 1, max(-1, before - _CLAUSE_OPENS), -1):
            kind = self.bits[token]
            if kind & SUBORDINATOR and not kind & DETERMINER:
                return not self.page.finites[before]
            if kind & _STOP_COMMA_QUOTE or kind & PREPOSITION:
                return False
        return False

    def _opens(self, token: int, before: int, sentence: Sentence) -> bool:
        """Whether a plural that opens the sentence and a noun stand around a word: "Rebels reject proposed changes"."""
        if token + 2 >= sentence.end_token or not self._many(before, sentence) or self._is_title(sentence):
            return False
        after, low = self.bits[token + 1], self.lowers[token + 1]
        if after & _CLOSED_AFTER or not self.words[token + 1].islower() or not low.isalpha():
            return False
        known = self.known.get(low)
        if known is None or not known.forms & (PAST | THIRD):
            return True
        return bool(known.forms & PARTICIPLE) and not self.bits[token + 2] & _CLOSED_AFTER and self._plural(token + 2)

    def _verb_only(self, forms: int, previous: int, following: int, before: int, sentence: Sentence) -> str | None:
        """Readings of a word that is no noun in the lexicon: not every "made" or "find" is an event here."""
        if previous & BE and not forms & _PARTICIPLE_PROGRESSIVE:
            return None  # "the road is clear": an adjective
        if forms == BASE and not previous and self._between_names(before, sentence):
            return "verb"  # "Man City edge Rovers"
        if forms == BASE and previous & _TRIGGER_FINITE:
            if previous & FINITE and self._is_past(before, sentence):
                return None  # "promised free buses"
            if not following & OBJECT_AFTER and self._is_bare(before, sentence):
                return None  # "will give free rides"
        if forms & _BASE_THIRD and not forms & _PAST_PARTICIPLE_PROGRESSIVE:
            if previous & _DETERMINER_POSSESSIVE and not previous & _SUBJECT_OBJECT_RELATIVE_SUBORDINATOR:
                return None
            if previous & _ADJECTIVE_PREPOSITION and not previous & TO:
                return None
            if forms & BASE and not previous and before >= sentence.first_token and not self._plural(before):
                wanted = (
                    self._is_demanded(before, sentence)
                    or self._is_asked(before, sentence)
                    or self._is_let(before, sentence)
                    or (following & _COMPLEMENT and self._is_joined(before, sentence))
                )
                return "verb" if wanted else None  # "the Tabqa air base"
        if forms == PROGRESSIVE and previous & _DETERMINER_POSSESSIVE and not previous & _SUBJECT_SUBORDINATOR:
            return None if not following & _NOT_A_NOUN else "verb"  # "an arresting sight"
        if (
            forms & BASE
            and forms & PAST
            and previous & _DETERMINER_POSSESSIVE_ADJECTIVE
            and not previous & _SUBJECT_SUBORDINATOR
        ):
            return None
        return "verb"

    def _is_past(self, token: int, sentence: Sentence) -> bool:
        """Whether a word is a finite past, and not one that lets or makes do ("helped end the siege")."""
        if token < sentence.first_token or not self.page.finites[token]:
            return False
        known = self.known.get(self.lowers[token])
        return known is not None and bool(known.forms & PAST) and not self._is_let(token, sentence)

    def _is_bare(self, token: int, sentence: Sentence) -> bool:
        """Whether a word is an infinitive, and not one that lets or helps do ("to help free the hostages")."""
        if token <= sentence.first_token or not self.bits[token - 1] & _MODAL_TO_DO:
            return False
        known = self.known.get(self.lowers[token])
        return known is not None and bool(known.forms & BASE) and known.verb not in self.page.lexicon.scope.bare

    def says_what_lies_ahead(self, token: int, sentence: Sentence) -> bool:
        """Whether "to" and a verb follow: "is going to sell the mill", and not "is going to work"."""
        verb = token + 2
        if verb >= sentence.end_token or self.lowers[token + 1] != "to" or self._capital(verb, sentence):
            return False
        known = self.known.get(self.lowers[verb])
        return known is not None and bool(known.forms & BASE) and self.lowers[verb] not in self.closed.gone_to

    def _between_names(self, before: int, sentence: Sentence) -> bool:
        """Whether a small word stands right between two capitalised ones: a club takes the plural."""
        token = before + 1
        return (
            self.words[token].islower()
            and self._capital(before, sentence)
            and self._capital(token + 1, sentence)
            and not self.bits[token + 1]
        )

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
        if kind & _STOP_COMMA_PREPOSITION_COORDINATOR_SUBORDINATOR:
            return False
        return not self.lowers[token].endswith("s") or self.words[token][:1].isupper()

    def _is_demanded(self, before: int, sentence: Sentence) -> bool:
        """Whether a clause that somebody demands runs up to a token: "demanded that the minister (resign)"."""
        for token in range(before, max(sentence.first_token, before - _SUBJECT_WITHIN), -1):
            if self.lowers[token] == "that":
                known = self.page.lexicon.governors.get(self.lowers[token - 1], ())
                return any(governor.effect == "called_for" for governor in known)
            if self.bits[token] & _STOP_COMMA_QUOTE:
                return False
        return False

    def _is_asked(self, before: int, sentence: Sentence) -> bool:
        """Whether a question's subject runs up to a token: "Will the carmaker (sell)", "Why did the board (act)"."""
        first = sentence.first_token
        for token in range(before, max(first, before - _SUBJECT_WITHIN) - 1, -1):
            kind = self.bits[token]
            if kind & _MODAL_DO:
                opens = token == first or self.bits[token - 1] & _OPENS_QUESTION
                return bool(opens) and token < before and bool(self.bits[token + 1] & _SUBJECT_OPENS or token == first)
            if kind & _STOP_COMMA_QUOTE:
                return False
        return False

    def _is_let(self, before: int, sentence: Sentence) -> bool:
        """Whether a token is an infinitive without "to": "let the civilians (leave)", "rather than (leave)"."""
        bare = self.page.lexicon.scope.bare
        if self.lowers[before - 1 : before + 1] == _RATHER_THAN:
            return True
        for token in range(before, max(sentence.first_token, before - _SUBJECT_WITHIN) - 1, -1):
            if self.lowers[token] in bare:
                return token < before or not self.bits[token] & DETERMINER
            if self.bits[token] & _STOP_COMMA_QUOTE or self.bits[token] & PREPOSITION:
                return False
        return False

    def _subject_like(self, token: int, sentence: Sentence) -> bool:
        if token < sentence.first_token:
            return False
        return not self.bits[token] & _STOP_COMMA_PREPOSITION_COORDINATOR_DETERMINER_ADJECTIVE

    def _is_joined(self, token: int, sentence: Sentence) -> bool:
        """Whether "and" joins a name to another: "Cuba and Chile agree that"."""
        if token - 2 < sentence.first_token or self.lowers[token - 1] != "and":
            return False
        return self.words[token][0].isupper() and self.words[token - 2][0].isupper()

    def _plural(self, token: int) -> bool:
        low = self.lowers[token]
        return (low.endswith("s") and not low.endswith(("ss", "'s"))) or low in self.closed.plural

    def _many(self, token: int, sentence: Sentence) -> bool:
        """Whether a word can be the plural subject of a verb behind it: "police", but not that of "a police raid"."""
        if not self._plural(token):
            return False
        low = max(sentence.first_token, token - _PHRASE)
        for before in range(token - 1, low - 1, -1):
            if self.lowers[before] in self.closed.single:
                return False
            if self.bits[before] & ~_INSIDE_PHRASE:
                break
        return True

    def form(self, token: int, word: Word, forms: int = 0) -> str:
        """The name of the form; of "hit" and the like by the auxiliary before. ``forms`` goes before the word's own."""
        forms = forms or word.forms
        if forms & (forms - 1) == 0:
            return _FORM_NAMES.get(forms, "base")
        before = token - 1
        while before >= 0 and self.bits[before] & _ADVERB_NEGATION:
            before -= 1
        kind = self.bits[before] if before >= 0 else STOP
        if kind & _MODAL_TO_DO and forms & BASE:
            return "base"
        if kind & _BE_HAVE and forms & PARTICIPLE:
            return "participle"
        if forms & PAST:
            return "past"
        return "base" if forms & BASE else "participle"

    def is_attribute(self, token: int, sentence: Sentence) -> bool:
        """Whether a participle stands before its noun: "the wounded men", "a suspected attack"."""
        if token + 1 >= sentence.end_token:
            return False
        after = self.bits[token + 1]
        if token == sentence.first_token:
            # "Banned munitions were dropped": a past form that opens a sentence has no subject
            return not after & _NOT_A_NOUN and self.words[token + 1].islower() and self._plural(token + 1)
        before = self.bits[token - 1]
        if after & _NOT_A_NOUN or before & _SUBJECT_AUXILIARY:
            return False
        if before & _SUBORDINATOR_COORDINATOR_PREPOSITION and not before & _NOUN_BEFORE:
            # "when suspected militants fled": a plural follows that could not be its object
            return self._plural(token + 1) and not before & COORDINATOR
        if self._is_object_of(token, sentence):
            return True
        if before & ADJECTIVE and self.words[token - 1][0].isupper() and token - 1 > sentence.first_token:
            return False  # "Amnesty International accused the army": part of a name
        return bool(before & _NOUN_BEFORE or self.lowers[token - 1].isdigit()) and not before & SUBORDINATOR

    def _is_object_of(self, token: int, sentence: Sentence) -> bool:
        """Whether a participle and a plural are what the plain verb before them has: "reject proposed changes"."""
        verb = token - 1
        if verb <= sentence.first_token or self.bits[verb] & REPORTING or not self._plural(token + 1):
            return False
        known = self.known.get(self.lowers[verb])
        if known is None or known.forms != BASE:
            return False
        return bool(self.bits[verb - 1] & _MODAL_TO_DO) or self._many(verb - 1, sentence)

    def modifies(self, token: int, word: Word, sentence: Sentence) -> bool:
        """Whether a singular noun stands before the noun it belongs to ("patrol agents")."""
        if (word.plural and self.lowers[token] != word.noun) or token + 1 >= sentence.end_token:
            return False
        low = self.lowers[token + 1]
        if self.bits[token + 1] & ~_NAMES_EVENTS or not self.words[token + 1].islower() or not low.isalpha():
            return False
        after = self.known.get(low)
        if after is None or not after.forms:
            return not low.endswith(("ly", "ed"))
        return (
            bool(after.noun)
            and (after.plural or not after.forms & _PAST_THIRD)
            and not after.forms & _PARTICIPLE_PROGRESSIVE
            and not (after.forms & THIRD and not after.thing)
        )

    def _names_institution(self, token: int, sentence: Sentence) -> bool:
        """Whether an institution's head stands next to it: "Crime Agency", and "Amnesty International" that opens."""
        after = token + 1
        if not self._capital(after, sentence) or self.lowers[after] not in self.page.lexicon.classes[_INSTITUTION]:
            return False
        end = sentence.end_token
        return not self._is_title(sentence) or (sentence.kind == "body" and self.lowers[end - 1] == ".")

    def is_name(self, token: int, sentence: Sentence) -> bool:
        """Whether a capitalised word inside a sentence is part of a name ("March Street", "Fire Department")."""
        word = self.words[token]
        if not word[0].isupper():
            return False
        if self._names_institution(token, sentence):
            return True
        if token == sentence.first_token or self._is_title(sentence) or self.bits[token - 1] & _STOP_QUOTE:
            return False
        if is_symbol(self.words[token - 1]):
            return False
        if self.lowers[token - 1] == "the" and not self._capital(token + 1, sentence):
            return False
        near = self._capital(token - 1, sentence) or self._capital(token + 1, sentence)
        return near or not word.isupper()
