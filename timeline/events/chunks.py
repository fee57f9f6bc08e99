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
    COMMA_MARK,
    JOINING,
    ODD,
    PASSED,
    PLAIN,
    QUOTE_MARK,
    STOP_MARK,
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
_NUMBER_SIGNS = frozenset("$£€#")
#: The item of each kind of punctuation.
_MARKS = {COMMA_MARK: COMMA_ITEM, QUOTE_MARK: QUOTE_ITEM, STOP_MARK: STOP_ITEM}
_GENITIVE = frozenset(("'s", "'", "’", "’s"))
_PERSONAL = frozenset(("who", "which", "whom"))
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_ALONE = COMMA | STOP | QUOTE | COORDINATOR | PREPOSITION | TO | SUBORDINATOR | RELATIVE | AUXILIARY
_DETERMINER_SUBJECT_AUXILIARY = DETERMINER | SUBJECT | AUXILIARY
_PREPOSITION_STOP_COMMA = PREPOSITION | STOP | COMMA
_PREPOSITION_TO = PREPOSITION | TO
_SMALL = PREPOSITION | TO | SUBORDINATOR
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
        page, classes, readings = self._page, self._classes, self._readings
        bits, words, lowers = page.bits, page.words, page.lowers
        items: list[Item] = []
        noun: Item | None = None
        token, end = sentence.first_token, sentence.end_token
        while token < end:
            class_ = classes[token]
            if class_ >= ACTOR:
                if class_ == ACTOR and self._actor_ends[self._actor_at[token]] <= end:
                    noun = self._actor(token, noun, items)
                    token = noun.end
                    continue
                class_ = self._looked_at(token, end, noun, items)
                if class_ == ODD:
                    noun = None
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
                    item = None if lower in _GENITIVE else Item(_MARKS[class_], token, token + 1)
                if item is not None:
                    noun = None
                    items.append(item)
                    token += 1
                    continue
            if (verbal or token in readings) and (noun is None or lower not in _GENITIVE):
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
                    token += 1
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
            or (noun.end == token and page.lowers[token] in _SPLITTING)
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
        if lower in _ALL_TO:
            before = noun is None or class_ != PLAIN
            if before and token + 1 < end and page.lowers[token + 1] == "to":
                return ODD  # "according to": no phrase of its own
        elif lower == _WHOSE:
            return JOINING
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

    def _joining(self, token: int, end: int) -> Item | None:
        """The item of "and", "who" and the like; None of what else may stand there ("after the raid", "that day")."""
        kind, lower = self._page.bits[token], self._page.lowers[token]
        if kind & COORDINATOR:
            return Item(AND, token, token + 1, lower)
        if not kind & SUBORDINATOR or kind & RELATIVE or (lower == "that" and not self._points(token, end)):
            return Item(WHO if lower in _PERSONAL else THAT, token, token + 1, lower)
        return None

    def _inserted(self, token: int, end: int, noun: Item) -> int:
        """The token behind what a mark sets into a noun phrase: "(EADS)", 'the Comet "Swift"'; 0 of other marks."""
        if self._page.lowers[token] == "(":
            return self._closing(token, end)
        behind = self._quoted_word(token, end) if self._page.bits[token] & QUOTE else 0
        if behind:
            noun.end = behind
            noun.actor = -1
        return behind

    def _small(self, token: int, items: list[Item]) -> Item | None:
        """The item of a preposition or subordinator: "out of" is one, "due to" another than "to"."""
        bits, lowers = self._page.bits, self._page.lowers
        kind, word = bits[token], lowers[token]
        if not kind & _PREPOSITION_TO:
            return None if kind & DETERMINER else Item(THAT, token, token + 1, word)
        if word == "to":
            if token and lowers[token - 1] in _ALL_TO:
                word = f"{lowers[token - 1]} to"
        elif word == "of" and token and lowers[token - 1] == "out" and items and items[-1].kind == WITH:
            items.pop()
            word = "from"
        return Item(WITH, token, token + 1, word)

    def _is_passed(self, token: int, end: int, noun: Item | None) -> bool:
        """Whether what might have been a verb is part of no item: "not", the participle of "rebels based in Chile"."""
        kind = self._page.bits[token]
        if kind & _ADVERB_NEGATION and not kind & DETERMINER:
            return True
        based = noun is not None and noun.actor >= 0 and self._page.lowers[token][-2:] == "ed"
        return based and self._hangs(token, end)

    def _begins(self, token: int) -> bool:
        """Whether an article, a possessive or a pronoun opens a phrase of its own right behind another."""
        kind = self._page.bits[token]
        return self._page.lowers[token] in _SPLITTING or bool(kind & _SUBJECT_OBJECT and not kind & POSSESSIVE)

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
        """Whether a figure begins a result, as behind a team: "beat Orava Rovers 3-2"."""
        lowers = self._page.lowers
        return (
            lowers[token][0].isdigit()
            and token + 2 < end
            and lowers[token + 1] in _HYPHENS
            and lowers[token + 2].isdigit()
        )

    def _closing(self, token: int, end: int) -> int:
        """The token after a short parenthesis: "(R-Harlow)", "(EADS)"; 0 without one."""
        for place in range(token + 1, min(end, token + _PARENTHESIS)):
            if self._page.lowers[place] == ")":
                return place + 1
        return 0

    def _quoted_word(self, token: int, end: int) -> int:
        """The token after a name in quotation marks inside a noun phrase: 'the Comet "Swift"'; 0 without one."""
        bits, words = self._page.bits, self._page.words
        owned = self._page.lowers[token - 1] in _GENITIVE  # 'the miners' "illegal" strike'
        for place in range(token + 1, min(end, token + _QUOTED)):
            if bits[place] & QUOTE:
                return place + 1 if place > token + 1 and (owned or words[token + 1][0].isupper()) else 0
            if not words[place][0].isupper() and (not owned or bits[place] & CLOSED):
                return 0
        return 0

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
