"""Sentences to the items of an outline: noun phrases, verb groups and small words, in one pass over the tokens.

What comes in: a page, the actors and the candidates of an article. What goes out: an ``Outline`` per sentence, cut when
it is first asked for. It is a chunker and no parser: closed classes, the trigger lexicon and the actors cut the
sentence. What an outline can answer is decided in ``outline``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import (
    COMMA_ITEM,
    FIGURE,
    NOUN,
    QUOTE_ITEM,
    STOP_ITEM,
    TIME,
    Item,
)
from timeline.events.article.page import Page
from timeline.events.clauses.chunk_classes import (
    ACTOR,
    BEGINS_VERB,
    COMMA_MARK,
    JOINING,
    ODD,
    PASSED,
    PLAIN,
    QUOTE_MARK,
    SMALL,
    STOP_MARK,
    TIMED,
    VERBAL,
    chunk_classes,
    class_of,
)
from timeline.events.clauses.chunk_words import ALL_TO, GENITIVE, SPLITTING, ChunkWords
from timeline.events.clauses.outline import Outline
from timeline.events.clauses.verb_chunks import VerbReader
from timeline.lexicons.events import (
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    SUBJECT,
    SUBORDINATOR,
    TO,
)
from timeline.lexicons.roles import RoleWords
from timeline.values.text import Sentence

_VERBAL_ENDINGS = frozenset(("ed", "ly"))  # of a verb that no list has, and of what stands with verbs
_DASH, _WHOSE, _LONG = "-", "whose", "long"
_ODD = ALL_TO | {_DASH, _WHOSE, _LONG}
_NUMBER_SIGNS = frozenset("$£€#")
#: The item of each kind of punctuation.
_MARKS = {COMMA_MARK: COMMA_ITEM, QUOTE_MARK: QUOTE_ITEM, STOP_MARK: STOP_ITEM}
_SMALL = PREPOSITION | TO | SUBORDINATOR


class Chunker(ChunkWords):
    """Cuts the sentences of one article, each when it is first asked for."""

    __slots__ = ("_actor_at", "_actor_ends", "_classes", "_known", "_readings", "_things", "_verbs", "_words")

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
        super().__init__(page)
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
        page, classes, readings = self._page, self._classes, self._readings
        bits, words, lowers = page.bits, page.words, page.lowers
        items: list[Item] = []
        noun: Item | None = None
        token, end = sentence.first_token, sentence.end_token
        while token < end:
            class_ = classes[token]
            if class_ >= ACTOR:
                if class_ == ACTOR and token < self._actor_ends[self._actor_at[token]] <= end:
                    noun = self._actor(token, noun, items)
                    token = noun.end
                    continue
                class_ = self._looked_at(token, end, noun, items)
                if class_ == ODD:
                    noun = None
                    token += 1
                    continue
            if class_ == SMALL and token not in readings:
                small = self._small(token, items)
                if small is not None:
                    noun = None
                    items.append(small)
                    token += 1
                    continue
            lower = lowers[token]
            verbal = class_ == VERBAL
            if class_ == PLAIN:
                ending = lower[-2:]  # of a word that no list has: those of lists say themselves what they are
                verbal = ending == "ed"
                if noun is not None and ending not in _VERBAL_ENDINGS:
                    if noun.actor >= 0 and self._is_score(token, end):
                        noun = None
                    else:
                        # The common case: nouns or adjectives of a phrase, as many as follow.
                        noun.actor = -1
                        noun.end = token = self._run_end(token, end)
                        continue
            elif class_ >= PASSED:
                if class_ == PASSED:
                    noun = None if noun is not None and noun.actor >= 0 else noun
                    token += 1
                    continue
                if class_ == TIMED:
                    noun = None
                    token = self._time(token, end, items)
                    continue
                if class_ == JOINING:
                    verbal = bits[token] & BEGINS_VERB != 0
                    item = self._joining(token, end)
                elif noun is not None and class_ != COMMA_MARK and (behind := self._inserted(token, end, noun)):
                    token = behind
                    continue
                else:
                    item = None if lower in GENITIVE else Item(_MARKS[class_], token, token + 1)
                if item is not None:
                    noun = None
                    items.append(item)
                    token += 1
                    continue
            if (verbal or token in readings) and (noun is None or lower not in GENITIVE):
                verb = self._verbs.read(token, end, noun, items)
                if verb is not None:
                    noun = None
                    items.append(verb)
                    token = verb.end
                    continue
            if class_ >= VERBAL and bits[token] & _SMALL:
                small = self._small(token, items)
                if small is not None:
                    noun = None
                    items.append(small)
                    token = small.end
                    continue
            letter = words[token][0]
            if (
                (noun is None and not letter.isalnum() and letter not in _NUMBER_SIGNS)
                or (verbal and self._is_passed(token, end, noun))
                or (class_ == PLAIN and lower[-2:] == "ly" and not bits[token])
            ):
                noun = None if noun is not None and noun.actor >= 0 else noun
                token += 1
                continue
            if noun is None or (noun.end == token and class_ != PLAIN and self._begins(token)):
                noun = Item(NOUN, token, token + 1)
                items.append(noun)
                if letter.isdigit() and (after := self._figure_end(token, end)):
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

    def _actor(self, token: int, noun: Item | None, items: list[Item]) -> Item:
        """The noun phrase of the actor that begins at a token: a new one, or the one before it that goes on."""
        page, actor = self._page, self._actor_at[token]
        kind = page.bits[token]
        if (
            noun is None
            or (noun.end == token and page.lowers[token] in SPLITTING)
            or (kind & SUBJECT and not kind & POSSESSIVE)  # "told Chile it", "the truce they"
        ):
            noun = Item(NOUN, token, token)
            items.append(noun)
        noun.end = self._actor_ends[actor]
        noun.actor = actor
        noun.thing = actor in self._things
        return noun

    def _looked_at(self, token: int, end: int, noun: Item | None, items: list[Item]) -> int:
        """The class of a word that may be more than it seems; ``ODD`` when nothing is left to be done with it."""
        page = self._page
        lower = page.lowers[token]
        if noun is not None and lower in self._words.hours and self._before_time(token, end):
            return ODD
        if page.timed[token]:
            return TIMED
        class_ = class_of(page.bits[token])
        if lower in ALL_TO:
            before = noun is None or class_ != PLAIN
            if before and token + 1 < end and page.lowers[token + 1] == "to":
                return ODD  # "according to": no phrase of its own
        elif lower == _WHOSE:
            return JOINING
        elif lower == _LONG and token + 1 < end and page.lowers[token + 1][-2:] == "ed":
            return ODD  # ", long accused by"
        elif lower == _DASH and noun is None and class_ == PLAIN and self._stands_apart(token, end):
            items.append(Item(COMMA_ITEM, token, token + 1))
            return ODD
        return class_

    def _run_end(self, token: int, end: int) -> int:
        """Where the nouns and adjectives end that begin at a token, all of them words of no other kind."""
        classes, lowers, readings = self._classes, self._page.lowers, self._readings
        while True:
            after = token + 1
            if token in readings:
                after = max(after, min(readings[token].end_token, end))
            token = after
            if token >= end or classes[token] != PLAIN or lowers[token][-2:] in _VERBAL_ENDINGS:
                return token

    def _time(self, token: int, end: int, items: list[Item]) -> int:
        """The token behind an expression of time; one right behind another is the same item."""
        first, timed = token, self._page.timed
        token += 1
        while token < end and timed[token] and token not in self._actor_at:
            token += 1
        if items and items[-1].kind == TIME:
            items[-1].end = token
        else:
            items.append(Item(TIME, first, token))
        return token

    def _inserted(self, token: int, end: int, noun: Item) -> int:
        """The token behind what a mark sets into a noun phrase: "(EADS)", 'the Comet "Swift"'; 0 of other marks."""
        if self._page.lowers[token] == "(":
            return self._closing(token, end)
        behind = self._quoted_word(token, end) if self._page.bits[token] & QUOTE else 0
        if behind:
            noun.end = behind
            noun.actor = -1
        return behind
