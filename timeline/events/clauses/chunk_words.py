"""What a word is in an outline by what stands around it: small words, figures, dashes, what stands in brackets.

What comes in: a page and a token. What goes out: items of one word, and answers to the chunker. In what order a
sentence is cut is decided in ``chunks``.
"""

from __future__ import annotations

from timeline.events.article.items import AND, THAT, WHO, WITH, Item
from timeline.events.article.page import Page
from timeline.events.clauses.chunk_classes import CLOSED
from timeline.lexicons.events import (
    ADVERB,
    AUXILIARY,
    COMMA,
    COORDINATOR,
    DETERMINER,
    NEGATION,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBJECT,
    SUBORDINATOR,
    TO,
)

#: Words that open a noun phrase, right behind another too.
SPLITTING = frozenset(
    ("the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your")
)  # fmt: skip
GENITIVE = frozenset(("'s", "'", "’", "’s"))
#: "due to": no "to" of a recipient.
ALL_TO = frozenset(("according", "contrary", "due", "owing", "prior", "thanks"))

_PARENTHESIS = 12  # tokens of a parenthesis that is passed over
_QUOTED = 5
_HYPHENS = frozenset("-‐‑–")
_COINS = frozenset("$£€¥#")
_PERSONAL = frozenset(("who", "which", "whom"))
# Unions of kinds that are tested again and again, made once: "a | b" in a test costs as much as the test.
_ADVERB_NEGATION = ADVERB | NEGATION
_ALONE = COMMA | STOP | QUOTE | COORDINATOR | PREPOSITION | TO | SUBORDINATOR | RELATIVE | AUXILIARY
_DETERMINER_SUBJECT_AUXILIARY = DETERMINER | SUBJECT | AUXILIARY
_PREPOSITION_STOP_COMMA = PREPOSITION | STOP | COMMA
_PREPOSITION_TO = PREPOSITION | TO
_SUBJECT_OBJECT = SUBJECT | OBJECT

_WELL_AS = ("well", "as")  # what follows "as" in what joins two


class ChunkWords:
    """The words of one article, asked what they are where they stand."""

    __slots__ = ("_page",)

    def __init__(self, page: Page) -> None:
        self._page = page

    def _joining(self, token: int, end: int) -> Item | None:
        """The item of "and", "who" and the like; None of what else may stand there ("after the raid", "that day")."""
        kind, lower = self._page.bits[token], self._page.lowers[token]
        if kind & COORDINATOR:
            return Item(AND, token, token + 1, lower)
        if not kind & SUBORDINATOR or kind & RELATIVE or (lower == "that" and not self._points(token, end)):
            return Item(WHO if lower in _PERSONAL else THAT, token, token + 1, lower)
        return None

    def _points(self, token: int, end: int) -> bool:
        """Whether "that" is a determiner: "that contract was"."""
        return (
            token + 1 < end
            and not self._page.bits[token + 1] & _DETERMINER_SUBJECT_AUXILIARY
            and (
                token == 0
                or bool(self._page.bits[token - 1] & _PREPOSITION_STOP_COMMA)
                or self._page.words[token][0].isupper()
            )
        )

    def _small(self, token: int, items: list[Item]) -> Item | None:
        """The item of a preposition or subordinator: "out of" is one, "due to" another than "to"."""
        bits, lowers = self._page.bits, self._page.lowers
        kind, word = bits[token], lowers[token]
        if not kind & _PREPOSITION_TO:
            return None if kind & DETERMINER else Item(THAT, token, token + 1, word)
        if word == "to":
            if token and lowers[token - 1] in ALL_TO:
                word = f"{lowers[token - 1]} to"
        elif word == "of" and token and lowers[token - 1] == "out" and items and items[-1].kind == WITH:
            items.pop()
            word = "from"
        elif word == "as" and lowers[token + 1 : token + 3] == _WELL_AS:
            return Item(AND, token, token + 3, "and")
        return Item(WITH, token, token + 1, word)

    def _is_passed(self, token: int, end: int, noun: Item | None) -> bool:
        """Whether what might have been a verb is part of no item: "not", the participle of "rebels based in Chile"."""
        kind = self._page.bits[token]
        if kind & _ADVERB_NEGATION and not kind & DETERMINER:
            return True
        based = noun is not None and noun.actor >= 0 and self._page.lowers[token][-2:] == "ed"
        return based and self._hangs(token, end)

    def _hangs(self, token: int, end: int) -> bool:
        """Whether a preposition follows a word."""
        return token + 1 < end and bool(self._page.bits[token + 1] & PREPOSITION)

    def _begins(self, token: int) -> bool:
        """Whether an article, a possessive or a pronoun opens a phrase of its own right behind another."""
        kind = self._page.bits[token]
        return self._page.lowers[token] in SPLITTING or bool(kind & _SUBJECT_OBJECT and not kind & POSSESSIVE)

    def _before_time(self, token: int, end: int) -> bool:
        """Whether "late" or "early" belongs to a time behind it: "left Ghent late on Saturday"."""
        page = self._page
        if token + 1 >= end or page.bits[token - 1] & DETERMINER:
            return False
        if page.timed[token + 1]:
            return True
        return bool(page.bits[token + 1] & PREPOSITION) and token + 2 < end and bool(page.timed[token + 2])

    def _figure_end(self, token: int, end: int) -> int:
        """Where a figure ends that stands alone: "52" between commas, "9" and "7" of "by 9 to 7", "2-1"; else 0."""
        lowers = self._page.lowers
        after = token + 3 if self._is_score(token, end) else token + 1
        if not lowers[token].replace(",", "").isdigit() or (token and lowers[token - 1] in _COINS):
            return 0
        if after < end and (lowers[after] == "of" or not (self._page.bits[after] & _ALONE or self._page.timed[after])):
            return 0
        return after

    def _is_score(self, token: int, end: int) -> bool:
        """Whether a figure begins a result, as behind a team: "beat Orava Rovers 3-2"."""
        lowers = self._page.lowers
        return (
            lowers[token][0].isdigit()
            and token + 2 < end
            and lowers[token + 1] in _HYPHENS
            and lowers[token + 2].isdigit()
        )

    def _stands_apart(self, token: int, end: int) -> bool:
        """Whether a dash has spaces on both sides: "the losses - two ships - were heavy"."""
        starts, ends = self._page.tokens.starts, self._page.tokens.ends
        return 0 < token < end - 1 and ends[token - 1] < starts[token] and ends[token] < starts[token + 1]

    def _closing(self, token: int, end: int) -> int:
        """The token after a short parenthesis: "(R-Harlow)", "(EADS)"; 0 without one."""
        for place in range(token + 1, min(end, token + _PARENTHESIS)):
            if self._page.lowers[place] == ")":
                return place + 1
        return 0

    def _quoted_word(self, token: int, end: int) -> int:
        """The token after a name in quotation marks inside a noun phrase: 'the Comet "Swift"'; 0 without one."""
        bits, words = self._page.bits, self._page.words
        owned = self._page.lowers[token - 1] in GENITIVE  # 'the miners' "illegal" strike'
        for place in range(token + 1, min(end, token + _QUOTED)):
            if bits[place] & QUOTE:
                return place + 1 if place > token + 1 and (owned or words[token + 1][0].isupper()) else 0
            if not words[place][0].isupper() and (not owned or bits[place] & CLOSED):
                return 0
        return 0
