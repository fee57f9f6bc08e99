"""Sentences to the items of an outline: noun phrases, verb groups and small words, in one pass over the tokens.

What comes in: a page, the actors and the candidates of an article. What goes out: an ``Outline`` per sentence, cut when
it is first asked for. It is a chunker and no parser: closed classes, the trigger lexicon and the actors cut the
sentence. What an outline can answer is decided in ``outline``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.candidates import Candidate
from timeline.events.outline import (
    AND,
    COMMA_ITEM,
    NOUN,
    QUOTE_ITEM,
    STOP_ITEM,
    THAT,
    TIME,
    VERB,
    WHO,
    WITH,
    Item,
    Outline,
    VerbItem,
)
from timeline.events.page import Page
from timeline.lexicons.events import (
    ADVERB,
    BE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    DO,
    GOVERNOR,
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
)
from timeline.values.text import Sentence

_AUXILIARY = BE | HAVE | DO | MODAL
_PARENTHESIS = 12  # tokens of a parenthesis that is passed over
_QUOTED = 5
_VERBAL = TRIGGER | _AUXILIARY | TO | NEGATION
#: Kinds of tokens that may be more than part of a noun phrase.
_MARKED = (
    _VERBAL | COMMA | STOP | QUOTE | COORDINATOR | RELATIVE | SUBORDINATOR | PREPOSITION | ADVERB | SUBJECT | OBJECT
    | DETERMINER | POSSESSIVE
)  # fmt: skip
_SPLITTING = frozenset(
    ("the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your")
)  # fmt: skip
_VERBAL_ENDINGS = frozenset(("ed", "ly"))  # of a verb that no list has, and of what stands with verbs
_HYPHENS = frozenset("-‐‑–")
_DASHES = frozenset(("-", "–", "—", "--"))
_ALL_TO = frozenset(("according", "contrary", "due", "owing", "prior", "thanks"))  # "due to": no "to" of a recipient
_GENITIVE = frozenset(("'s", "'", "’", "’s"))


class Chunker:
    """Cuts the sentences of one article, each when it is first asked for."""

    __slots__ = ("_actor_at", "_actor_ends", "_adjectives", "_control", "_known", "_page", "_readings", "_things")

    def __init__(
        self,
        page: Page,
        candidates: Sequence[Candidate],
        actor_at: Mapping[int, int],
        actor_ends: Sequence[int],
        control: frozenset[str],
        adjectives: frozenset[int] = frozenset(),
        things: frozenset[int] = frozenset(),
    ) -> None:
        self._page = page
        self._actor_at = actor_at
        self._actor_ends = actor_ends
        self._control = control
        self._adjectives = adjectives
        self._things = things
        self._known: dict[int, Outline] = {}
        self._readings = {candidate.first_token: candidate for candidate in candidates}

    def outline(self, sentence: Sentence) -> Outline:
        """The outline of a sentence."""
        found = self._known.get(sentence.index)
        if found is None:
            found = self._known[sentence.index] = Outline(self._items(sentence), self._control)
        return found

    def _items(self, sentence: Sentence) -> list[Item]:
        page = self._page
        bits, lowers, words, timed = page.bits, page.lowers, page.words, page.timed
        readings, actor_at, actor_ends = self._readings, self._actor_at, self._actor_ends
        items: list[Item] = []
        noun: Item | None = None
        token, end = sentence.first_token, sentence.end_token
        while token < end:
            if token in actor_at and actor_ends[actor := actor_at[token]] <= end:
                if noun is None or (lowers[token] in _SPLITTING and noun.end == token):
                    noun = Item(NOUN, token, token)
                    items.append(noun)
                noun.end = actor_ends[actor]
                noun.actor = actor
                noun.thing = actor in self._things
                token = noun.end
                continue
            kind = bits[token]
            lower = lowers[token]
            if noun is not None and noun.actor >= 0 and words[token][0].isdigit() and self._is_score(token, end):
                noun = None
            if noun is not None and not kind & _MARKED and not timed[token] and lower[-2:] not in _VERBAL_ENDINGS:
                # The common case: nouns or adjectives of a phrase, as many as follow.
                noun.actor = -1
                while True:
                    after = token + 1
                    if token in readings:
                        after = max(after, min(readings[token].end_token, end))
                    token = after
                    if (
                        token >= end
                        or bits[token] & _MARKED
                        or timed[token]
                        or token in actor_at
                        or lowers[token][-2:] in _VERBAL_ENDINGS
                    ):
                        break
                noun.end = token
                continue
            if timed[token]:
                noun = None
                if not items or items[-1].kind != TIME:
                    items.append(Item(TIME, token, token + 1))
                else:
                    items[-1].end = token + 1
                token += 1
                continue
            if lower == "(" and noun is not None:
                behind = self._closing(token, end)
                if behind is not None:
                    token = behind
                    continue
            if kind & QUOTE and noun is not None and (word := self._quoted_word(token, end)) is not None:
                noun.end = word
                noun.actor = -1
                token = word
                continue
            if kind & (COMMA | STOP | QUOTE) and lower not in _GENITIVE:
                noun = None
                items.append(
                    Item(COMMA_ITEM if kind & COMMA else QUOTE_ITEM if kind & QUOTE else STOP_ITEM, token, token + 1)
                )
                token += 1
                continue
            if lower in _DASHES and self._stands_apart(token, end):
                noun = None
                items.append(Item(COMMA_ITEM, token, token + 1))
                token += 1
                continue
            if kind & COORDINATOR:
                noun = None
                items.append(Item(AND, token, token + 1, lower))
                token += 1
                continue
            if (
                kind & RELATIVE
                or lower == "whose"
                or (lower == "that" and kind & SUBORDINATOR and not self._points(token, end))
            ):
                noun = None
                items.append(Item(WHO if lower in ("who", "which", "whom") else THAT, token, token + 1, lower))
                token += 1
                continue
            verb = None
            if kind & _VERBAL or token in readings or lower[-2:] == "ed":
                verb = None if lower in _GENITIVE and noun is not None else self._verb_group(token, end, noun, items)
            if verb is not None:
                noun = None
                items.append(verb)
                token = verb.end
                continue
            if kind & (PREPOSITION | TO):
                noun = None
                compound = lower == "to" and token > 0 and lowers[token - 1] in _ALL_TO
                items.append(Item(WITH, token, token + 1, f"{lowers[token - 1]} to" if compound else lower))
                token += 1
                continue
            if kind & SUBORDINATOR and not kind & DETERMINER:
                noun = None
                items.append(Item(THAT, token, token + 1, lower))
                token += 1
                continue
            if (kind & (ADVERB | NEGATION) and not kind & DETERMINER) or (not kind and lower.endswith("ly")):
                noun = None if noun is not None and noun.actor >= 0 else noun
                token += 1
                continue
            if (
                noun is not None
                and (lower in _SPLITTING or (kind & (SUBJECT | OBJECT) and not kind & POSSESSIVE))
                and noun.end == token
            ):
                noun = None
            if noun is None:
                if not words[token][0].isalnum() and words[token][0] not in "$£€#":
                    token += 1
                    continue
                noun = Item(NOUN, token, token + 1)
                items.append(noun)
            else:
                noun.actor = -1
            noun.end = token + 1
            candidate = readings.get(token)
            if candidate is not None and candidate.end_token <= end:
                noun.end = max(noun.end, candidate.end_token)
                token = noun.end
                continue
            token += 1
        return items

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
        for place in range(token + 1, min(end, token + _QUOTED)):
            if self._page.bits[place] & QUOTE:
                return place + 1 if place > token + 1 and self._page.words[token + 1][0].isupper() else None
            if not self._page.words[place][0].isupper():
                return None
        return None

    def _points(self, token: int, end: int) -> bool:
        """Whether "that" is a determiner: "that contract was"."""
        return (
            token + 1 < end
            and not self._page.bits[token + 1] & (DETERMINER | SUBJECT | _AUXILIARY)
            and (
                token == 0
                or bool(self._page.bits[token - 1] & (PREPOSITION | STOP | COMMA))
                or self._page.words[token][0].isupper()
            )
        )

    def _verb_group(self, token: int, end: int, noun: Item | None, items: list[Item]) -> Item | None:
        """The verb group that begins at a token: auxiliaries, adverbs and the main verb."""
        page = self._page
        bits, lowers = page.bits, page.lowers
        kind = bits[token]
        start = token
        infinitive = False
        be = False
        auxiliary = False
        if kind & TO:
            after = token + 1
            while after < end and bits[after] & (ADVERB | NEGATION) and not bits[after] & DETERMINER:
                after += 1
            if after >= end or not (bits[after] & (BE | HAVE | DO) or self._is_base(after)):
                return None
            infinitive = True
            token = after
        elif kind & NEGATION and not kind & DETERMINER and token + 1 < end and bits[token + 1] & TO:
            return None
        place = token
        while place < end:
            kind = bits[place]
            if kind & _AUXILIARY and not (kind & TRIGGER and not kind & (BE | HAVE | DO | MODAL)):
                if lowers[place] == "'s":
                    break
                auxiliary = True
                be = bool(kind & BE) or (be and not kind & MODAL)
                place += 1
                continue
            if (auxiliary or infinitive) and (
                (kind & (ADVERB | NEGATION) and not kind & DETERMINER) or (not kind and lowers[place].endswith("ly"))
            ):
                place += 1
                continue
            break
        candidate = self._readings.get(place) if place < end else None
        is_verb = False
        if place < end and self._actor_at.get(place) is None:
            if place == start and (
                self._after_determiner(place)
                or self._compound(place, noun, items)
                or self._is_plural_object(place, noun, items)
            ):
                is_verb = False
            elif noun is not None and noun.end == place == start and noun.actor >= 0 and self._wills(place, end):
                is_verb = True
            elif candidate is not None:
                is_verb = candidate.reading == "verb"
            elif bits[place] & TRIGGER and not page.masked[place]:
                is_verb = self._reads_as_verb(place, auxiliary, infinitive, noun)
            elif (
                not bits[place]
                and noun is not None
                and noun.actor >= 0
                and not auxiliary
                and lowers[place].endswith("ed")
            ):
                is_verb = True
        if not is_verb:
            if not auxiliary and not infinitive:
                return None
            verb = VerbItem(start, max(place, start + 1), lowers[place - 1])
            # A group that ends in adverbs: they are no part of it.
            verb.infinitive = infinitive
            verb.finite = not infinitive and lowers[start] not in ("being", "been", "be", "having")
            return verb
        last = candidate.end_token if candidate is not None else place + 1
        word = page.lexicon.words.get(lowers[place])
        verb = VerbItem(start, min(last, end), word.verb if word is not None and word.verb else lowers[place])
        verb.infinitive = infinitive
        form = word.forms if word is not None else 0
        verb.gerund = lowers[place].endswith("ing") and not auxiliary and not infinitive
        verb.passive = be and not lowers[place].endswith("ing")
        verb.finite = not infinitive and not verb.gerund
        verb.bare = not auxiliary and not infinitive and bool(form & PAST)
        verb.reporting = bool(bits[place] & (REPORTING | GOVERNOR))
        if verb.bare and verb.end < end and lowers[verb.end] == "by" and not self._is_gerund(verb.end + 1, end):
            verb.passive = True  # "a convoy attacked by rebels"
            verb.finite = False
        if not auxiliary and not infinitive and form and not form & (PAST | THIRD) and not verb.gerund:
            verb.finite = noun is not None
        return verb

    def _is_gerund(self, token: int, end: int) -> bool:
        """Whether a verb in -ing follows: "started by thanking them"."""
        return token < end and self._page.lowers[token].endswith("ing") and token not in self._actor_at

    def _after_determiner(self, token: int) -> bool:
        """Whether an article or possessive stands before: "the bidding", "its left wing", "the newly opened road"."""
        while token > 1 and self._page.bits[token - 1] & ADVERB and self._page.lowers[token - 1].endswith("ly"):
            token -= 1
        if not token:
            return False
        lower = self._page.lowers[token - 1]
        if lower in _HYPHENS:
            return self._page.tokens.starts[token] == self._page.tokens.ends[token - 1]  # "the long-awaited"
        return lower in _SPLITTING or lower in _GENITIVE

    def _wills(self, token: int, end: int) -> bool:
        """Whether a third person that may be a plural noun is followed by an infinitive: "Firth plans to leave"."""
        word = self._page.lexicon.words.get(self._page.lowers[token])
        return bool(
            word is not None
            and word.verb
            and word.forms & (THIRD | PAST)
            and token + 2 < end
            and self._page.bits[token + 1] & TO
            and self._is_base(token + 2)
        )

    def _compound(self, token: int, noun: Item | None, items: list[Item]) -> bool:
        """Whether a word in -ing heads the noun phrase before it: "after the market shooting", not "rebels
        shooting".
        """
        if noun is None or noun.end != token or not self._page.lowers[token].endswith("ing"):
            return False
        behind = items[-2].kind if len(items) > 1 else STOP_ITEM
        if self._page.lowers[noun.first] not in _SPLITTING or behind not in (WITH, VERB):
            return False
        return noun.actor < 0 or not self._takes_object(token)  # "after the school shooting"

    def _takes_object(self, token: int) -> bool:
        """Whether a noun phrase stands right behind a word in -ing: "saw the army shooting people"."""
        after = token + 1
        if after >= len(self._page.bits) or self._page.timed[after]:
            return False
        return not self._page.bits[after] & (PREPOSITION | TO | COMMA | STOP | QUOTE | COORDINATOR | _AUXILIARY)

    def _is_plural_object(self, token: int, noun: Item | None, items: list[Item]) -> bool:
        """Whether a form in -s is a plural behind a finite verb: "bombed positions", "shelled Chilean positions"."""
        word = self._page.lexicon.words.get(self._page.lowers[token])
        if word is None or not word.forms & THIRD or not items:
            return False
        if token and (self._page.bits[token - 1] & NUMBER or self._page.lowers[token - 1].isdigit()):
            return True  # "two ferries"
        before = items[-1]
        if before.kind == VERB:
            return before.end == token and not before.reporting and before.finite
        if noun is None or noun is not before or noun.end != token or noun.actor not in self._adjectives:
            return False
        return len(items) > 1 and items[-2].kind in (VERB, WITH)

    def _is_base(self, token: int) -> bool:
        candidate = self._readings.get(token)
        if candidate is not None:
            return candidate.reading == "verb"
        if not self._page.bits[token] & TRIGGER or token in self._actor_at:
            return False
        word = self._page.lexicon.words[self._page.lowers[token]]
        return bool(word.verb) and not word.forms & (PROGRESSIVE | THIRD) and self._page.words[token][0].islower()

    def _reads_as_verb(self, token: int, auxiliary: bool, infinitive: bool, noun: Item | None) -> bool:
        """Whether a word of the trigger lexicon that is no candidate is a verb here."""
        page = self._page
        word = page.lexicon.words[page.lowers[token]]
        if not word.verb or (
            page.words[token][0].isupper() and token > 0 and noun is not None and not word.forms & (PAST | THIRD)
        ):
            return False
        if auxiliary or infinitive:
            return True
        before = page.bits[token - 1] if token else STOP
        if before & (DETERMINER | POSSESSIVE) and not before & SUBJECT:
            return False
        if page.finite(token):
            return True
        if word.forms & PROGRESSIVE:
            return not word.noun or bool(before & (PREPOSITION | COMMA))
        if word.noun:
            # "farmers demand answers": a verb when an actor or plural stands right before and a phrase follows.
            after = page.bits[token + 1] if token + 1 < len(page.bits) else STOP
            return bool(before & SUBJECT) or (
                noun is not None and noun.end == token and bool(after & DETERMINER) and not before & (PREPOSITION | TO)
            )
        if noun is not None and word.forms & PAST:
            return True
        if before & (SUBJECT | COMMA | COORDINATOR):
            return True
        # A base form behind a plural: "farmers want", not "deep-water fish farms".
        return (
            noun is not None
            and noun.end == token
            and not word.forms & (PROGRESSIVE | PAST)
            and (noun.actor >= 0 or page.lowers[token - 1].endswith("s"))
        )
