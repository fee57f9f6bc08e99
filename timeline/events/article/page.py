"""One article as the event stages read it: word kinds, masked tokens and where clauses begin.

What comes in: tokens, the event lexicon, time expressions. What goes out: a ``Page``, made once per article and shared
by the stages. Which words are finite verbs is decided in ``finite_verbs``, where clauses begin in ``clause_edges``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import compress, repeat

from timeline.events.article.clause_edges import BREAK, EDGE, ClauseEdges
from timeline.events.article.finite_verbs import MAY_BE_FINITE, FiniteVerbs
from timeline.lexicons.events import (
    ADVERB,
    BASE,
    BE,
    COMMA,
    DETERMINER,
    FENCE,
    GOVERNOR_HEAD,
    HAVE,
    NEGATION,
    QUOTE,
    SUBJECT,
    TO,
    VERB_FORM,
    EventLexicon,
)
from timeline.values.dates import TimeExpression
from timeline.values.events import Quotation
from timeline.values.text import Sentence, TokenizedText

_TO_NEGATION = TO | NEGATION
_NAMES = frozenset(("US", "IT", "WHO", "May", "Will"))  # "us", "it", "may" in lower case are other words
_SINGLE = frozenset(("'", "‘", "’"))
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_BE_COMMA = BE | COMMA
_BE_VERB = BE | VERB_FORM
_DETERMINER_SUBJECT = DETERMINER | SUBJECT


class Page:
    """The tokens of an article with their kinds and clause edges.

    Attributes:
        bits: For each token the kinds of its word (``timeline.lexicons.events``).
        codes: The same as one byte a token (``timeline.lexicons.kind_codes``).
        masked: For each token 1 when it lies in a time expression or a fenced name, else 0.
        timed: For each token 1 when it lies in a time expression.
        edges: First tokens of clauses, ascending; every sentence begins with one. Behind them the end of the article.
        finites: For each token 1 when it looks like a finite verb, else 0.
        timex_tokens: For each time expression of the article the half-open range of its tokens.
        present: All words of the article, in small letters.
    """

    __slots__ = (
        "_asked",
        "_domains",
        "_timexes",
        "_words_in",
        "bits",
        "codes",
        "edges",
        "finites",
        "lexicon",
        "lowers",
        "masked",
        "present",
        "timed",
        "timex_tokens",
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
        known = lexicon.kind_codes
        self.codes = bytearray(map(known.of_word.get, tokens.lowers, repeat(0)))
        self.bits = bits = list(map(known.kinds.__getitem__, self.codes))
        self.masked = bytearray(len(self.bits))
        self.timed = bytearray(len(self.bits))
        self._timexes = timexes
        self.timex_tokens = [tokens.token_range(timex.start, timex.end) for timex in timexes]
        for first, end in self.timex_tokens:
            self.masked[first:end] = self.timed[first:end] = b"\1" * (end - first)
        words = tokens.words
        if not _NAMES.isdisjoint(words):
            for token in compress(range(len(words)), map(_NAMES.__contains__, words)):
                if (words[token] != "May" and words[token] != "Will") or (
                    token and words[token - 1] not in (".", '"', "“")
                ):
                    self._now_is(token, 0)
        lowers = tokens.lowers
        if not _SINGLE.isdisjoint(words):
            self._mark_single_quotes(quotations)
        if "since" in lowers:
            self._mark_since()
        closed = lexicon.closed
        for token in self.where(_TO_NEGATION):
            kind = bits[token]
            if kind & NEGATION and self._negates_nothing(token):
                self._now_is(token, bits[token] & ~NEGATION)
            if kind & TO and token and lowers[token - 1] in closed.to_noun and not self._is_due(token):
                self._now_is(token, bits[token] & ~TO)
        fences, following = lexicon.fences, (*lowers[1:], "")
        for token in self.where(FENCE):
            seconds, second = fences[lowers[token]], following[token]
            if second in seconds or "" in seconds:  # many names begin with a common word
                for rest in seconds.get(second) or seconds[""]:
                    if self._fence(token, rest):
                        break
        # Each verb is asked several times whether it is finite, by one stage after another.
        self.finites = FiniteVerbs(tokens, lexicon, bits, self.masked).find(self.where(MAY_BE_FINITE))
        edges = ClauseEdges(tokens, lexicon, bits, self.timed, self.finites, self.row(BREAK))
        self.edges = edges.find(self.where(EDGE))
        self.present = frozenset(lowers)
        self._domains: dict[frozenset[str], bool] = {}
        self._asked = -1
        self._words_in: frozenset[str] = frozenset()

    def where(self, mask: int) -> Iterator[int]:
        """The tokens whose word is of one of the kinds, ascending."""
        return compress(range(len(self.codes)), self.row(mask))

    def row(self, mask: int) -> bytearray:
        """For each token 1 when its word is of one of the kinds, else 0."""
        return self.codes.translate(self.lexicon.kind_codes.table(mask))

    def _now_is(self, token: int, kind: int) -> None:
        """Makes a word one of other kinds, where it stands."""
        self.bits[token] = kind
        self.codes[token] = self.lexicon.kind_codes.of_kinds[kind]

    def _mark_single_quotes(self, quotations: Sequence[Quotation]) -> None:
        """Makes marks of single quotation marks, which elsewhere are apostrophes."""
        for quotation in quotations:
            if quotation.kind != "direct":
                continue
            for span in quotation.content_spans:
                for start in (span.start, span.end - 1):
                    token = self.tokens.token_at(start)
                    if self.words[token] in _SINGLE:
                        self._now_is(token, QUOTE)

    def _mark_since(self) -> None:
        """Makes "since" an adverb between "has" and its verb: "One of the nurses has since been freed"."""
        token = -1
        for _ in range(self.lowers.count("since")):
            token = self.lowers.index("since", token + 1)
            if 0 < token < len(self.bits) - 1 and self.bits[token - 1] & HAVE:
                behind = self.bits[token + 1]
                if behind & _BE_VERB and not behind & _DETERMINER_SUBJECT:
                    self._now_is(token, ADVERB)

    def words_in(self, sentence: Sentence) -> frozenset[str]:
        """All words of a sentence, in small letters; the stages ask sentence by sentence."""
        if sentence.index != self._asked:
            self._asked = sentence.index
            self._words_in = frozenset(self.lowers[sentence.first_token : sentence.end_token])
        return self._words_in

    def placed(self, timexes: Sequence[TimeExpression]) -> list[tuple[int, int]]:
        """For each expression the half-open range of its tokens; known for those of the article."""
        if timexes is self._timexes:
            return self.timex_tokens
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
        if to < 2 or word is None or not word.forms & BASE or word.plural:
            return False
        if self.lowers[to - 1] != "due":
            return self.lowers[to - 1] == "up" and not word.noun  # "was set up to compensate"
        return bool(self.bits[to - 2] & _BE_COMMA) or not word.noun

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
