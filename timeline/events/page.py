"""One article as the event stages read it: word kinds, masked tokens and where clauses begin.

What comes in: tokens, the event lexicon, time expressions. What goes out: a ``Page``, made once per article and shared
by the stages. Clauses are cut by closed-class words and commas, without a parse: cheap, linear, right often enough.
What a clause says is decided in ``clauses``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress, repeat

from timeline.lexicons.events import (
    ADJECTIVE,
    ADVERB,
    BASE,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    FENCE,
    FINITE,
    GOVERNOR,
    GOVERNOR_HEAD,
    HAVE,
    MODAL,
    NEGATION,
    NUMBER,
    OBJECT,
    PAST,
    POSSESSIVE,
    PREPOSITION,
    PROGRESSIVE,
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
from timeline.values.dates import TimeExpression
from timeline.values.events import Quotation
from timeline.values.text import TokenizedText

AUXILIARY = BE | HAVE | DO | MODAL
#: Nouns of these types report an event before another noun too: "attack victims", "murder trial".
STRONG = frozenset(("ASSAULT", "DISASTER", "PROTEST", "DEATH", "CRIME", "RULING", "INJURY", "VOTE", "SPORT"))
_TO_FENCE_NEGATION = TO | FENCE | NEGATION
_LONGEST_HEADLINE = 14  # tokens
_NO_SUBJECT = (
    DETERMINER | POSSESSIVE | PREPOSITION | NUMBER | COMMA | QUOTE | COORDINATOR | SUBORDINATOR | RELATIVE | STOP | TO
    | ADJECTIVE
)  # fmt: skip
_NO_HEADLINE_OBJECT = PREPOSITION | COORDINATOR | COMMA | STOP | TO | AUXILIARY | RELATIVE | SUBORDINATOR
_MAY_BE_FINITE = AUXILIARY | FINITE
_EDGE = STOP | QUOTE | COMMA | SUBORDINATOR | RELATIVE | COORDINATOR | SUBJECT | REPORTING
_CLOSED = (
    DETERMINER | POSSESSIVE | PREPOSITION | AUXILIARY | TO | SUBJECT | OBJECT | RELATIVE | COORDINATOR | SUBORDINATOR
)
_PARTICIPLE_OBJECT = DETERMINER | POSSESSIVE | OBJECT | NUMBER
_NO_CLAUSE = PREPOSITION | TO | COMMA | QUOTE | SUBORDINATOR | ADVERB | STOP
_ALWAYS = frozenset(
    (
        "if",
        "when",
        "while",
        "because",
        "although",
        "though",
        "unless",
        "whether",
        "whereas",
        "where",
        "how",
        "why",
        "lest",
    )
)
_AS_PREPOSITION = frozenset(("after", "before", "since", "until", "till", "as", "once", "so"))
# Behind these "to" is a preposition and begins no infinitive.
_BEFORE_NOUN = frozenset(
    (
        "access",
        "according",
        "addition",
        "close",
        "contrary",
        "damage",
        "due",
        "next",
        "objection",
        "opposed",
        "opposition",
        "owing",
        "prior",
        "reaction",
        "related",
        "response",
        "return",
        "similar",
        "subject",
        "thanks",
        "up",
        "visit",
    )
)
_NAMES = frozenset(("US", "IT", "WHO", "May", "Will"))  # "us", "it", "may" in lower case are other words
_SINGLE = frozenset(("'", "‘", "’"))
_AHEAD = 9  # tokens within which a finite verb shows that a clause begins
_TAIL = 10  # the longest attribution tail ("..., a police spokesman in Harlow said")
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_BE_COMMA = BE | COMMA
_CLOSED_NEGATION = _CLOSED | NEGATION
_COMMA_STOP_RELATIVE_SUBORDINATOR = COMMA | STOP | RELATIVE | SUBORDINATOR
_DETERMINER_POSSESSIVE_PREPOSITION_TO_AUXILIARY = DETERMINER | POSSESSIVE | PREPOSITION | TO | AUXILIARY
_GOVERNOR_REPORTING = GOVERNOR | REPORTING
_PAST_THIRD = PAST | THIRD
_PREPOSITION_ADVERB = PREPOSITION | ADVERB
_PREPOSITION_AUXILIARY_COMMA = PREPOSITION | AUXILIARY | COMMA
_PREPOSITION_SUBORDINATOR = PREPOSITION | SUBORDINATOR
_PREPOSITION_TO = PREPOSITION | TO
_PROGRESSIVE_PAST_THIRD = PROGRESSIVE | PAST | THIRD
_STOP_QUOTE = STOP | QUOTE
_STOP_QUOTE_COMMA = STOP | QUOTE | COMMA
_STOP_QUOTE_COMMA_RELATIVE = STOP | QUOTE | COMMA | RELATIVE
_SUBJECT_AUXILIARY_RELATIVE = SUBJECT | AUXILIARY | RELATIVE
_SUBORDINATOR_RELATIVE_SUBJECT_QUOTE = SUBORDINATOR | RELATIVE | SUBJECT | QUOTE


def _plural(word: str) -> bool:
    return word.endswith("s") or word in ("police", "people")


class Page:
    """The tokens of an article with their kinds and clause edges.

    Attributes:
        bits: For each token the kinds of its word (``timeline.lexicons.events``).
        marked: The tokens whose word is of any kind, ascending: three in five, the only ones that most stages ask.
        masked: For each token 1 when it lies in a time expression or a fenced name, else 0.
        timed: For each token 1 when it lies in a time expression.
        edges: First tokens of clauses, ascending; every sentence begins with one. Behind them the end of the article.
        finites: For each token 1 when it looks like a finite verb, else 0.
        present: All words of the article, in small letters.
    """

    __slots__ = (
        "_domains",
        "_placed",
        "_timexes",
        "bits",
        "edges",
        "finites",
        "lexicon",
        "lowers",
        "marked",
        "masked",
        "present",
        "timed",
        "tokens",
        "words",
    )

    def __init__(
        self,
        tokens: TokenizedText,
        lexicon: EventLexicon,
        timexes: Sequence[TimeExpression] = (),
        quotations: Sequence[Quotation] = (),
    ) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.bits = bits = list(map(lexicon.kinds.get, tokens.lowers, repeat(0)))
        self.masked = bytearray(len(self.bits))
        self.timed = bytearray(len(self.bits))
        self._timexes = timexes
        self._placed = [tokens.token_range(timex.start, timex.end) for timex in timexes]
        for first, end in self._placed:
            self.masked[first:end] = self.timed[first:end] = b"\1" * (end - first)
        words = tokens.words
        if not _NAMES.isdisjoint(words):
            for token in compress(range(len(words)), map(_NAMES.__contains__, words)):
                if (words[token] != "May" and words[token] != "Will") or (
                    token and words[token - 1] not in (".", '"', "“")
                ):
                    bits[token] = 0
        lowers = tokens.lowers
        if not _SINGLE.isdisjoint(words):
            self._mark_single_quotes(quotations)
        self.marked = marked = list(compress(range(len(bits)), bits))
        fences = lexicon.fences
        last = len(bits) - 1
        for token in [number for number in marked if bits[number] & _TO_FENCE_NEGATION]:
            kind = bits[token]
            if kind & NEGATION and self._negates_nothing(token):
                bits[token] &= ~NEGATION
            if kind & TO and token and lowers[token - 1] in _BEFORE_NOUN and not self._is_due(token):
                bits[token] &= ~TO
            if kind & FENCE:
                seconds = fences[lowers[token]]
                second = lowers[token + 1] if token < last else ""
                if second in seconds or "" in seconds:  # many names begin with a common word
                    for rest in seconds.get(second) or seconds[""]:
                        if self._fence(token, rest):
                            break
        # Each verb is asked several times whether it is finite, by one stage after another.
        self.finites = bytearray(len(bits))
        for token in [number for number in marked if bits[number] & _MAY_BE_FINITE]:
            self.finites[token] = self._is_finite(token)
        self._read_headlines()
        self.edges = self._edges()
        self.present = frozenset(lowers)
        self._domains: dict[frozenset[str], bool] = {}

    def _mark_single_quotes(self, quotations: Sequence[Quotation]) -> None:
        """Makes marks of single quotation marks, which elsewhere are apostrophes."""
        for quotation in quotations:
            if quotation.kind != "direct":
                continue
            for span in quotation.content_spans:
                for start in (span.start, span.end - 1):
                    token = self.tokens.token_at(start)
                    if self.words[token] in _SINGLE:
                        self.bits[token] = QUOTE

    def placed(self, timexes: Sequence[TimeExpression]) -> list[tuple[int, int]]:
        """For each expression the half-open range of its tokens; known for those of the article."""
        if timexes is self._timexes:
            return self._placed
        return [self.tokens.token_range(timex.start, timex.end) for timex in timexes]

    def clause(self, token: int, sentence_end: int) -> tuple[int, int]:
        """The clause that holds a token."""
        edges = self.edges
        number = bisect_right(edges, token)
        end = edges[number]
        return edges[number - 1], end if end < sentence_end else sentence_end

    def about(self, words: frozenset[str], least: int) -> bool:
        """Whether the article as a whole has at least ``least`` different words of a class."""
        known = self._domains.get(words)
        if known is None:
            known = self._domains[words] = len(self.present & words) >= least
        return known

    def is_thing(self, token: int) -> bool:
        """Whether the noun at a token names no event by itself: "cargo", "silver"."""
        word = self.lexicon.words.get(self.lowers[token])
        return word is not None and word.thing

    def governs(self, token: int, complement: str) -> bool:
        """Whether a word, alone or with the one behind it, may stand above such a complement ("noun", "clause" ...)."""
        known = self.lexicon.governors
        lowers = self.lowers
        if self.bits[token] & GOVERNOR_HEAD and token + 1 < len(lowers):
            for one in known.get(f"{lowers[token]} {lowers[token + 1]}", ()):
                if complement in one.reaches:
                    return True
        return any(complement in one.reaches for one in known.get(lowers[token], ()))

    def _is_due(self, to: int) -> bool:
        """Whether "to" behind "due" begins an infinitive: "is due to meet", and not "delays due to strikes"."""
        word = self.lexicon.words.get(self.lowers[to + 1]) if to + 1 < len(self.bits) else None
        if to < 2 or self.lowers[to - 1] != "due" or word is None or not word.forms & BASE or word.plural:
            return False
        return bool(self.bits[to - 2] & _BE_COMMA) or not word.noun

    def _read_headlines(self) -> None:
        """Makes finite the one word in -s that can be the verb of a line without stop: "Court blocks merger"."""
        bits, lowers, finites = self.bits, self.lowers, self.finites
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

    def _negates_nothing(self, token: int) -> bool:
        """Whether a negation belongs to the word behind it alone: "not only", "no fewer than"."""
        after = self.lowers[token + 1 : token + 3]
        words = self.lexicon.scope
        if not after:
            return False
        if after[0] in words.focus:
            return self.lowers[token] in ("not", "n't")
        return after[0] in words.measured and after[-1] == "than" and self.lowers[token] == "no"

    def _fence(self, token: int, rest: tuple[str, ...]) -> bool:
        """Mask a fenced name that begins at a token, when all the rest of it stands there."""
        end = token + 1 + len(rest)
        if self.lowers[token + 1 : end] != rest:
            return False
        self.masked[token:end] = b"\1" * (end - token)
        return True

    def finite(self, token: int) -> bool:
        """Whether the token looks like a finite verb: an auxiliary, or a past or third-person form."""
        return bool(self.finites[token])

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
        if self.lowers[token] in self.lexicon.closed.attributive and not before & SUBJECT:
            after = self.bits[token + 1] if token + 1 < len(self.bits) else STOP
            return not after & _PREPOSITION_TO  # "gunmen believed to be rebels"
        if before & STOP and not word.forms & PAST:
            return False  # "Rebels ...": a plural opens the sentence
        if word.noun and word.forms & THIRD and not before & SUBJECT:
            # "Apple plans another phone": an object follows at once
            after = self.bits[token + 1] if token + 1 < len(self.bits) else STOP
            return not before and bool(after & _PARTICIPLE_OBJECT) and not after & PREPOSITION
        return True

    def _edges(self) -> list[int]:
        bits, lowers, timed = self.bits, self.lowers, self.timed
        last = len(bits) - 1
        edges: set[int] = {sentence.first_token for sentence in self.tokens.sentences}
        ends = [sentence.end_token for sentence in self.tokens.sentences]
        number = 0
        end = ends[0] if ends else last + 1
        comma = -1
        for token in [number for number in self.marked if bits[number] & _EDGE]:
            if token >= end:
                while number < len(ends) and token >= ends[number]:
                    number += 1
                end = ends[number] if number < len(ends) else last + 1
                comma = -1
            if token + 1 >= end:
                continue
            kind = bits[token]
            after = bits[token + 1]
            if kind & _STOP_QUOTE:
                if not timed[token]:
                    edges.add(token + 1)
                continue
            if kind & COMMA:
                if timed[token]:
                    continue
                comma = token
                if after & _SUBORDINATOR_RELATIVE_SUBJECT_QUOTE or self._opens(token + 1, end):
                    edges.add(token + 1)
                elif after & COORDINATOR:
                    if token + 2 < end and self._begins(token + 2, end):
                        edges.add(token + 1)
                elif self._introduced(token):
                    edges.add(token + 1)
                continue
            if kind & RELATIVE:
                edges.add(token - 1 if token and bits[token - 1] & PREPOSITION and not timed[token - 1] else token)
                continue
            if kind & SUBORDINATOR:
                word = lowers[token]
                if (
                    word in _ALWAYS
                    or (word == "that" and self._that(token))
                    or (word in _AS_PREPOSITION and self._ahead(token + 1, end))
                ):
                    edges.add(token)
                continue
            if kind & COORDINATOR:
                if self._begins(token + 1, end) and self._has_verb(token, edges):
                    edges.add(token)
                continue
            if kind & SUBJECT:
                if token and not bits[token - 1] & _CLOSED_NEGATION and self._ahead(token + 1, end):
                    edges.add(token)
                continue
            if self.finites[token]:
                if comma >= 0 and token - comma <= _TAIL and self._tail(comma + 1, token, end):
                    edges.add(comma + 1)
                start = token + 1
                while start < end and (
                    timed[start] or (bits[start] & PREPOSITION and start + 1 < end and timed[start + 1])
                ):
                    start += 1
                if start < end and not bits[start] & _NO_CLAUSE and self._ahead(start, end):
                    edges.add(start)
        return [*sorted(edges), last + 1]

    def _that(self, token: int) -> bool:
        """Whether "that" opens a clause: "said that", "fears that", not "that day"."""
        if not token or self.bits[token - 1] & _PREPOSITION_AUXILIARY_COMMA:
            return False
        return bool(self.bits[token - 1] & _GOVERNOR_REPORTING) or self._ahead(token + 1, len(self.bits))

    def _opens(self, token: int, end: int) -> bool:
        """Whether a participle clause opens behind a comma: ", killing 12", ", accused of fraud"."""
        kind = self.bits[token]
        if kind & ADVERB and token + 1 < end:
            token += 1
            kind = self.bits[token]
        if not kind & TRIGGER:
            return False
        word = self.lexicon.words[self.lowers[token]]
        if word.noun and word.forms & PROGRESSIVE and token + 1 < end:
            following = self.lowers[token + 1]
            return following[0].isdigit() or following == "at" or bool(self.bits[token + 1] & _PARTICIPLE_OBJECT)
        return bool(word.forms & _PROGRESSIVE_PAST_THIRD) and not word.noun

    def _begins(self, token: int, end: int) -> bool:
        """Whether a clause begins behind "and": a subject, an auxiliary or a finite verb soon."""
        kind = self.bits[token]
        while kind & ADVERB and token + 1 < end and not kind & DETERMINER:
            token += 1
            kind = self.bits[token]
        if kind & _SUBJECT_AUXILIARY_RELATIVE:
            return True
        if kind & TRIGGER:
            word = self.lexicon.words[self.lowers[token]]
            if word.forms & _PAST_THIRD and not word.noun:
                return True
        return self._ahead(token, end)

    def _ahead(self, token: int, end: int) -> bool:
        """Whether a finite verb follows before the next border."""
        bits = self.bits
        stop = min(end, token + _AHEAD)
        while token < stop:
            kind = bits[token]
            if kind & _STOP_QUOTE_COMMA_RELATIVE:
                return False
            if kind & COORDINATOR and token + 1 < stop and self.finites[token + 1]:
                return False  # "declared an emergency and appealed": two verbs of one subject
            if self.finites[token]:
                return True
            token += 1
        return False

    def _has_verb(self, token: int, edges: set[int]) -> bool:
        """Whether a finite verb stands between the last border and a token: else "and" joins two subjects."""
        bits = self.bits
        before = token - 1
        while before >= 0:
            kind = bits[before]
            if self.finites[before]:
                return True
            if kind & STOP or before in edges:
                return False
            before -= 1
        return False

    def _introduced(self, comma: int) -> bool:
        """Whether the comma ends an introduction: "In Harlow on Monday, ...", "After the vote, ..."."""
        token = comma - 1
        bits = self.bits
        while token >= 0 and comma - token <= _TAIL:
            if bits[token] & _STOP_QUOTE_COMMA:
                break
            token -= 1
        first = token + 1
        return bits[first] & _PREPOSITION_SUBORDINATOR != 0 and self.words[first][:1].isupper()

    def _tail(self, first: int, verb: int, end: int) -> bool:
        """Whether ", the police said" is an attribution tail: nothing but a name before the verb, little behind it."""
        bits = self.bits
        for token in range(first, verb):
            if bits[token] & _COMMA_STOP_RELATIVE_SUBORDINATOR or (self.finites[token]):
                return False
        token = verb + 1
        while token < end and (self.timed[token] or bits[token] & _PREPOSITION_ADVERB):
            token += 1
        return token >= end or bool(bits[token] & _STOP_QUOTE_COMMA) or end - verb <= _TAIL
