"""Sentences to the items of an outline: noun phrases, verb groups and small words, in one pass over the tokens.

What comes in: a page, the actors and the candidates of an article. What goes out: an ``Outline`` per sentence, cut when
it is first asked for. It is a chunker and no parser: closed classes, the trigger lexicon and the actors cut the
sentence. What an outline can answer is decided in ``outline``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.candidates import Candidate
from timeline.events.chunk_classes import (
    ACTOR,
    BEGINS_VERB,
    CLOSED,
    JOINING,
    MARK,
    PLAIN,
    TIMED,
    VERBAL,
    chunk_classes,
    class_of,
)
from timeline.events.items import (
    AND,
    COMMA_ITEM,
    FIGURE,
    NOUN,
    QUOTE_ITEM,
    STOP_ITEM,
    THAT,
    TIME,
    WHO,
    WITH,
    Item,
)
from timeline.events.outline import Outline
from timeline.events.page import Page
from timeline.events.verb_chunks import VerbReader
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
from timeline.lexicons.roles import RoleWords
from timeline.values.text import Sentence

_PARENTHESIS = 12  # tokens of a parenthesis that is passed over
_QUOTED = 5
_SPLITTING = frozenset(
    ("the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your")
)  # fmt: skip
_VERBAL_ENDINGS = frozenset(("ed", "ly"))  # of a verb that no list has, and of what stands with verbs
_HYPHENS = frozenset("-‐‑–")
_COINS = frozenset("$£€¥#")
_ALL_TO = frozenset(("according", "contrary", "due", "owing", "prior", "thanks"))  # "due to": no "to" of a recipient
_DASH, _WHOSE = "-", "whose"
_ODD = _ALL_TO | {_DASH, _WHOSE}
_GENITIVE = frozenset(("'s", "'", "’", "’s"))
_PERSONAL = frozenset(("who", "which", "whom"))
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_ALONE = COMMA | STOP | QUOTE | COORDINATOR | PREPOSITION | TO | SUBORDINATOR | RELATIVE | AUXILIARY
_DETERMINER_SUBJECT_AUXILIARY = DETERMINER | SUBJECT | AUXILIARY
_PREPOSITION_STOP_COMMA = PREPOSITION | STOP | COMMA
_PREPOSITION_TO = PREPOSITION | TO
_SUBJECT_OBJECT = SUBJECT | OBJECT


class Chunker:
    """Cuts the sentences of one article, each when it is first asked for."""

    __slots__ = ("_actor_at", "_actor_ends", "_classes", "_known", "_page", "_readings", "_things", "_verbs", "_words")

    def __init__(
        self,
        page: Page,
        candidates: Sequence[Candidate],
        actor_at: Mapping[int, int],
        actor_ends: Sequence[int],
        words: RoleWords,
        adjectives: frozenset[int] = frozenset(),
        things: frozenset[int] = frozenset(),
    ) -> None:
        self._page = page
        self._classes = chunk_classes(page, actor_at, _ODD | words.hours)
        self._actor_at = actor_at
        self._actor_ends = actor_ends
        self._words = words
        self._things = things
        self._known: dict[int, Outline] = {}
        self._readings = {candidate.first_token: candidate for candidate in candidates}
        self._verbs = VerbReader(page, self._readings, actor_at, adjectives)

    def outline(self, sentence: Sentence) -> Outline:
        """The outline of a sentence."""
        found = self._known.get(sentence.index)
        if found is None:
            found = self._known[sentence.index] = Outline(self._items(sentence), self._words)
        return found

    def _items(self, sentence: Sentence) -> list[Item]:
        page = self._page
        bits, lowers, words, timed, classes = page.bits, page.lowers, page.words, page.timed, self._classes
        readings, actor_at, actor_ends = self._readings, self._actor_at, self._actor_ends
        items: list[Item] = []
        noun: Item | None = None
        token, end = sentence.first_token, sentence.end_token
        while token < end:
            class_ = classes[token]
            lower = lowers[token]
            if class_ >= ACTOR:
                if class_ == ACTOR and actor_ends[actor := actor_at[token]] <= end:
                    if (
                        noun is None
                        or (lower in _SPLITTING and noun.end == token)
                        or (bits[token] & SUBJECT and not bits[token] & POSSESSIVE)  # "told Chile it", "the truce they"
                    ):
                        noun = Item(NOUN, token, token)
                        items.append(noun)
                    noun.end = token = actor_ends[actor]
                    noun.actor = actor
                    noun.thing = actor in self._things
                    continue
                if lower in self._words.hours and noun is not None and self._before_time(token, end):
                    noun = None
                    token += 1
                    continue
                class_ = TIMED if timed[token] else class_of(bits[token])
                if lower in _ALL_TO and class_ != TIMED and (noun is None or class_ != PLAIN):
                    if token + 1 < end and lowers[token + 1] == "to":
                        noun = None  # "according to": no phrase of its own
                        token += 1
                        continue
                elif lower == _WHOSE and class_ != TIMED:
                    class_ = JOINING
                elif lower == _DASH and noun is None and class_ == PLAIN and self._stands_apart(token, end):
                    items.append(Item(COMMA_ITEM, token, token + 1))
                    token += 1
                    continue
            verbal = class_ == VERBAL
            if class_ == PLAIN:
                ending = lower[-2:]  # of a word that no list has: those of lists say themselves what they are
                verbal = ending == "ed"
                if noun is not None and ending not in _VERBAL_ENDINGS:
                    if noun.actor >= 0 and words[token][0].isdigit() and self._is_score(token, end):
                        noun = None
                    else:
                        # The common case: nouns or adjectives of a phrase, as many as follow.
                        noun.actor = -1
                        while True:
                            after = token + 1
                            if token in readings:
                                after = max(after, min(readings[token].end_token, end))
                            token = after
                            if token >= end or classes[token] != PLAIN or lowers[token][-2:] in _VERBAL_ENDINGS:
                                break
                        noun.end = token
                        continue
            elif class_ < TIMED:
                pass
            elif class_ == TIMED:
                noun = None
                first = token
                token += 1
                while token < end and timed[token] and token not in actor_at:
                    token += 1
                if items and items[-1].kind == TIME:
                    items[-1].end = token
                else:
                    items.append(Item(TIME, first, token))
                continue
            elif class_ == MARK:
                kind = bits[token]
                if noun is not None:
                    if lower == "(" and (behind := self._closing(token, end)) is not None:
                        token = behind
                        continue
                    if kind & QUOTE and (behind := self._quoted_word(token, end)) is not None:
                        noun.end = token = behind
                        noun.actor = -1
                        continue
                if lower not in _GENITIVE:
                    noun = None
                    mark = COMMA_ITEM if kind & COMMA else QUOTE_ITEM if kind & QUOTE else STOP_ITEM
                    items.append(Item(mark, token, token + 1))
                    token += 1
                    continue
            elif class_ == JOINING:
                kind = bits[token]
                if kind & COORDINATOR:
                    noun = None
                    items.append(Item(AND, token, token + 1, lower))
                    token += 1
                    continue
                if not kind & SUBORDINATOR or kind & RELATIVE or (lower == "that" and not self._points(token, end)):
                    noun = None
                    items.append(Item(WHO if lower in _PERSONAL else THAT, token, token + 1, lower))
                    token += 1
                    continue
                verbal = kind & BEGINS_VERB != 0
            if verbal or token in readings:
                verb = None if noun is not None and lower in _GENITIVE else self._verbs.read(token, end, noun, items)
                if verb is not None:
                    noun = None
                    items.append(verb)
                    token = verb.end
                    continue
            if class_ != PLAIN:
                kind = bits[token]
                if kind & _PREPOSITION_TO:
                    noun = None
                    small = lower
                    if lower == "to":
                        if token and lowers[token - 1] in _ALL_TO:
                            small = f"{lowers[token - 1]} to"
                    elif lower == "of" and token and lowers[token - 1] == "out" and items and items[-1].kind == WITH:
                        items.pop()
                        small = "from"  # "out of"
                    items.append(Item(WITH, token, token + 1, small))
                    token += 1
                    continue
                if not kind & DETERMINER:
                    if kind & SUBORDINATOR:
                        noun = None
                        items.append(Item(THAT, token, token + 1, lower))
                        token += 1
                        continue
                    if kind & _ADVERB_NEGATION:
                        noun = None if noun is not None and noun.actor >= 0 else noun
                        token += 1
                        continue
                if (
                    noun is not None
                    and noun.end == token
                    and (lower in _SPLITTING or (kind & _SUBJECT_OBJECT and not kind & POSSESSIVE))
                ):
                    noun = None
            elif ending == "ly" and not bits[token]:
                noun = None if noun is not None and noun.actor >= 0 else noun
                token += 1
                continue
            if noun is not None and noun.actor >= 0 and lower[-2:] == "ed" and self._hangs(token, end):
                noun = None  # "rebels based in Chile": the phrase ends before it
                token += 1
                continue
            if noun is None:
                letter = words[token][0]
                if not letter.isalnum() and letter not in "$£€#":
                    token += 1
                    continue
                noun = Item(NOUN, token, token + 1)
                items.append(noun)
                if letter.isdigit():
                    after = self._figure_end(token, end)
                    if after:
                        noun.word, noun.end = FIGURE, after
                        token, noun = after, None
                        continue
            else:
                noun.actor = -1
            candidate = readings.get(token)
            token += 1
            noun.end = token
            if candidate is not None and candidate.end_token <= end:
                noun.end = token = max(token, candidate.end_token)
        return items

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

    def _hangs(self, token: int, end: int) -> bool:
        """Whether a preposition follows a word."""
        return token + 1 < end and bool(self._page.bits[token + 1] & PREPOSITION)

    def _stands_apart(self, token: int, end: int) -> bool:
        """Whether a dash has spaces on both sides: "the losses - two ships - were heavy"."""
        starts, ends = self._page.tokens.starts, self._page.tokens.ends
        return 0 < token < end - 1 and ends[token - 1] < starts[token] and ends[token] < starts[token + 1]

    def _is_score(self, token: int, end: int) -> bool:
        """Whether figures are a result behind a team: "beat Orava Rovers 3-2"."""
        lowers = self._page.lowers
        return token + 2 < end and lowers[token + 1] in _HYPHENS and lowers[token + 2].isdigit()

    def _closing(self, token: int, end: int) -> int | None:
        """The token after a short parenthesis: "(R-Harlow)", "(EADS)"."""
        for place in range(token + 1, min(end, token + _PARENTHESIS)):
            if self._page.lowers[place] == ")":
                return place + 1
        return None

    def _quoted_word(self, token: int, end: int) -> int | None:
        """The token after a name in quotation marks inside a noun phrase: 'the Comet "Swift"'."""
        bits, words = self._page.bits, self._page.words
        owned = self._page.lowers[token - 1] in _GENITIVE  # 'the miners' "illegal" strike'
        for place in range(token + 1, min(end, token + _QUOTED)):
            if bits[place] & QUOTE:
                return place + 1 if place > token + 1 and (owned or words[token + 1][0].isupper()) else None
            if not words[place][0].isupper() and (not owned or bits[place] & CLOSED):
                return None
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
