"""Which words of an article are finite verbs, by their form and what stands beside them.

What comes in: the kinds of its words. What goes out: for each token whether it is an auxiliary, a past or a
third-person form that can be the verb of a clause. Where clauses begin is decided in ``clause_edges``.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BASE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    NUMBER,
    OBJECT,
    PARTICIPLE,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    REPORTING,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    THIRD,
    TO,
    TRIGGER,
    EventLexicon,
)
from timeline.values.text import TokenizedText

#: Kinds of words that may be finite verbs.
MAY_BE_FINITE = AUXILIARY | FINITE
#: Nouns of these types report an event before another noun too: "attack victims", "murder trial".
STRONG = frozenset(("ASSAULT", "DISASTER", "PROTEST", "DEATH", "CRIME", "RULING", "INJURY", "VOTE", "SPORT"))
_LONGEST_HEADLINE = 14  # tokens
_NO_SUBJECT = (
    DETERMINER | POSSESSIVE | PREPOSITION | NUMBER | COMMA | QUOTE | COORDINATOR | SUBORDINATOR | RELATIVE | STOP | TO
    | ADJECTIVE
)  # fmt: skip
_NO_HEADLINE_OBJECT = PREPOSITION | COORDINATOR | COMMA | STOP | TO | AUXILIARY | RELATIVE | SUBORDINATOR
_PARTICIPLE_OBJECT = DETERMINER | POSSESSIVE | OBJECT | NUMBER
_DETERMINER_POSSESSIVE_PREPOSITION_TO_AUXILIARY = DETERMINER | POSSESSIVE | PREPOSITION | TO | AUXILIARY
_NO_NOUN = (
    DETERMINER | POSSESSIVE | PREPOSITION | COMMA | QUOTE | COORDINATOR | SUBORDINATOR | RELATIVE | STOP | TO
    | AUXILIARY | OBJECT | SUBJECT
)  # fmt: skip
_PAST_THIRD = PAST | THIRD
_PREPOSITION_TO = PREPOSITION | TO
_STOP_COMMA_QUOTE = STOP | COMMA | QUOTE
_BEHIND_VERB = ADVERB | STOP | COMMA | PREPOSITION | TO
_ENDS = ADVERB | STOP | COMMA
_OPENS_SUBJECT = DETERMINER | POSSESSIVE
_SINGULAR = ("us", "ss", "is")  # endings in -s of singulars
_REST = 12  # tokens behind it that may hold another verb
_SHORT_CLAUSE = 6  # tokens from the verb of a short clause back to the word that opens it


def _plural(word: str) -> bool:
    return word.endswith("s") or word in ("police", "people")


class FiniteVerbs:
    """The words of one article, asked which of them are finite verbs."""

    __slots__ = ("bits", "doubtful", "lexicon", "lowers", "masked", "tokens", "words")

    def __init__(self, tokens: TokenizedText, lexicon: EventLexicon, bits: list[int], masked: bytearray) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.lexicon = lexicon
        self.bits = bits
        self.masked = masked
        self.doubtful: list[int] = []  # words in -s that may be nouns

    def find(self, verbs: Iterable[int]) -> bytearray:
        """For each token 1 when it looks like a finite verb, else 0; ``verbs`` are those that may be."""
        finites = bytearray(len(self.bits))
        for token in verbs:
            finites[token] = self._is_finite(token)
        for token in self.doubtful:
            finites[token] = self._is_clause_verb(token, finites)
        self._read_headlines(finites)
        return finites

    def _is_finite(self, token: int) -> bool:
        kind = self.bits[token]
        if kind & AUXILIARY:
            return self.lowers[token] not in ("be", "been", "being", "having")
        if not kind & TRIGGER or kind & POSSESSIVE or self.masked[token]:
            return False
        word = self.lexicon.words[self.lowers[token]]
        before = self.bits[token - 1] if token else STOP
        if not word.forms & _PAST_THIRD:
            # "officials say": a reporting verb behind a plural
            return bool(
                kind & REPORTING and word.forms & BASE and token and not before and _plural(self.lowers[token - 1])
            )
        if before & _DETERMINER_POSSESSIVE_PREPOSITION_TO_AUXILIARY:
            return False
        if token and self.words[token - 1] == "-" and self.tokens.starts[token] == self.tokens.ends[token - 1]:
            return False  # "long-awaited"
        if word.forms & PARTICIPLE and self._opens_phrase(token):
            return False  # "Masked men attacked the bank"
        if self.lowers[token] in self.lexicon.closed.attributive and not before & SUBJECT:
            after = self.bits[token + 1] if token + 1 < len(self.bits) else STOP
            return not after & _PREPOSITION_TO  # "gunmen believed to be rebels"
        if before & STOP and not word.forms & PAST:
            return False  # "Rebels ...": a plural opens the sentence
        if word.noun and word.forms & THIRD and not before & SUBJECT:
            # "Apple plans another phone": an object follows at once
            after = self.bits[token + 1] if token + 1 < len(self.bits) else STOP
            if after & _BEHIND_VERB and not before & _NO_SUBJECT and token + 1 < len(self.bits):
                self.doubtful.append(token)
            return not before and bool(after & _PARTICIPLE_OBJECT) and not after & PREPOSITION
        return True

    def _is_clause_verb(self, token: int, finites: bytearray) -> bool:
        """Whether a word in -s is the one verb of a short clause: "until the court rules", "that the virus spreads"."""
        bits = self.bits
        before = self.lowers[token - 1]
        if before.endswith("s") and not before.endswith(_SINGULAR):
            return False
        for place in range(token - 2, max(-1, token - _SHORT_CLAUSE), -1):
            kind = bits[place]
            if finites[place] or kind & _STOP_COMMA_QUOTE:
                return False
            opens = bits[place + 1] & _OPENS_SUBJECT
            if not kind & SUBORDINATOR or (kind & DETERMINER and not opens):
                if kind & PREPOSITION:
                    return False
            elif kind & PREPOSITION:  # "before the ship sinks", and not "after the bomb attacks"
                named = self.lexicon.words[self.lowers[token]].noun_entries
                may = not named or any(entry.type == "LAUNCH" for entry in named)
                return bool(bits[token + 1] & _ENDS and opens and may)
            else:
                for number in range(token + 1, min(token + _REST, len(bits))):
                    if finites[number]:
                        return False
                    if bits[number] & _STOP_COMMA_QUOTE:
                        break
                return True
        return False

    def _opens_phrase(self, token: int) -> bool:
        """Whether a participle opens its sentence, but for a number or "heavily", and a plural follows."""
        after = token + 1
        if after >= len(self.bits) or self.bits[after] & _NO_NOUN or not self.words[after].islower():
            return False
        if not self.lowers[after].endswith("s") and self.lowers[after] not in self.lexicon.closed.plural:
            return False
        before = token - 1
        if before >= 0 and self.lowers[before].endswith("ly") and not self.bits[before] & STOP:
            before -= 1
        if before >= 0 and self.bits[before] & NUMBER:
            before -= 1
        return before < 0 or bool(self.bits[before] & STOP)

    def _read_headlines(self, finites: bytearray) -> None:
        """Makes finite the one word in -s that can be the verb of a line without stop: "Court blocks merger"."""
        bits, lowers = self.bits, self.lowers
        for sentence in self.tokens.sentences:
            first, end = sentence.first_token, sentence.end_token
            if end - first > _LONGEST_HEADLINE or bits[end - 1] & STOP or 1 in finites[first:end]:
                continue
            for token in range(first + 1, end - 1):
                if bits[token] & TRIGGER and lowers[token].endswith("s") and self._is_headline_verb(token):
                    finites[token] = 1
                    break

    def _is_headline_verb(self, token: int) -> bool:
        """Whether a word that is a noun elsewhere stands between a subject and an object of a headline."""
        words, bits = self.lexicon.words, self.bits
        word = words[self.lowers[token]]
        before, after = bits[token - 1], bits[token + 1]
        if not (word.noun and word.forms & THIRD) or self.masked[token] or before & _NO_SUBJECT:
            return False
        if _plural(self.lowers[token - 1]) or after & _NO_HEADLINE_OBJECT:
            return False
        follower = words.get(self.lowers[token + 1])
        if follower is not None and follower.forms & BASE:  # "Peace talks collapse", but "Minister faces trial"
            return any(follower.noun in one.objects for one in self.lexicon.governors.get(self.lowers[token], ()))
        return not any(entry.type in STRONG for entry in word.noun_entries)
