"""One sentence as a row of noun phrases, verb groups and the small words between them, and what roles ask of it.

What comes in: the items that ``chunks`` cut. What goes out: answers to who is before this verb (``subjects``), what is
behind it, and which phrases hang on it. What the answers mean is decided in ``participants``.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress
from operator import attrgetter

from timeline.events.article.items import (
    AND,
    COMMA_AND,
    COMMA_ITEM,
    NOUN,
    THAT,
    TIME,
    VERB,
    VERB_WHO_THAT_QUOTE_STOP,
    WHO,
    WITH,
    WITH_AND,
    WITH_TIME,
    Item,
)
from timeline.events.clauses.subjects import SubjectRow
from timeline.lexicons.roles import RoleWords

_FIRST = attrgetter("first")
_KIND = attrgetter("kind")
# What ``bytes.translate`` makes of a row of kinds: 1 for what joins or parts others, for commas.
_JOINTS = bytes(kind in (COMMA_ITEM, AND) for kind in range(256))
_COMMA = bytes(kind == COMMA_ITEM for kind in range(256))
_COMMAS = 2  # "met Omar Bey, the mayor of Harlow, in Ghent"


class Outline(SubjectRow):
    """The items of one sentence, and where the item of a token is.

    Attributes:
        joints: The numbers of those that join or part others: commas, "and".
        commas: The numbers of those that are commas.
    """

    __slots__ = ("_firsts", "commas", "joints")

    def __init__(self, items: list[Item], words: RoleWords) -> None:
        super().__init__(items, words)
        self._firsts = list(map(_FIRST, items))
        kinds = bytes(map(_KIND, items))
        self.joints = list(compress(range(len(kinds)), kinds.translate(_JOINTS)))
        self.commas = list(compress(range(len(kinds)), kinds.translate(_COMMA)))

    def number_of(self, token: int) -> int | None:
        """The number of the item that holds a token; None for tokens between items."""
        number = bisect_right(self._firsts, token) - 1
        return number if number >= 0 and token < self.items[number].end else None

    def objects(self, number: int) -> list[Item]:
        """The noun phrases right behind a verb group, coordinated ones with it; empty before a clause of their own."""
        items = self.items
        place = number + 1
        while place < len(items) and items[place].kind in WITH_TIME:
            if items[place].kind == WITH and (place + 1 >= len(items) or items[place + 1].kind != TIME):
                break  # but "rejected on Monday the offer"
            place += 1
        if place >= len(items) or items[place].kind != NOUN:
            return []
        found = [items[place]]
        after = place + 1
        if items[number].word in self.words.with_infinitive:
            return found  # "helped Chile rebuild"
        if items[number].gerund and number > 1 and items[number - 1].word == "of" and items[number - 2].bare:
            return found  # "a man suspected of killing two Chileans was held"
        if items[number].infinitive and not items[number].reporting:
            return found  # "their refusal to meet the miners surprised us"
        if after < len(items) and items[after].kind == VERB and items[after].finite and not self.is_reduced(after):
            return found if self.relative_of(number) is not None else []
        while after + 1 < len(items):
            kind = items[after].kind
            if kind == NOUN:  # "offered the town a loan"
                found.append(items[after])
                after += 1
                continue
            if kind == WITH and items[after].word == "of" and items[after + 1].kind == NOUN:
                after += 2  # "a box of pears and a sack of flour"
                continue
            if kind in COMMA_AND and items[after + 1].kind == NOUN:
                last = after + 2
                if last < len(items) and items[last].kind == VERB and items[last].finite:
                    break
                found.append(items[after + 1])
                after += 2
                continue
            if (
                kind == COMMA_ITEM
                and items[after + 1].kind == AND
                and after + 2 < len(items)
                and items[after + 2].kind == NOUN
            ):
                last = after + 3
                if last < len(items) and items[last].kind == VERB and items[last].finite:
                    break
                found.append(items[after + 2])
                after += 3
                continue
            break
        return found

    def related_object(self, number: int) -> list[Item]:
        """What "whom" or "that" stands for behind which a subject and its verb follow: "men whom police held"."""
        items = self.items
        if number < 3 or items[number - 1].kind != NOUN or not items[number].finite:
            return []
        related = items[number - 2]
        if related.kind == WHO or (related.kind == THAT and related.word == "that" and items[number - 3].kind == NOUN):
            before = items[number - 4] if number > 3 else None
            if related.kind == THAT and before is not None and before.kind == VERB and before.reporting:
                return []  # "told Chile that Peru left"
            return self._antecedent(number - 2)[-1:]
        return []

    def commands(self, number: int) -> bool:
        """Whether an infinitive follows whom a verb is said to: "told the miners to leave", "was told to leave"."""
        items = self.items
        place = number + 1
        if items[number].passive:
            while place + 1 < len(items) and items[place].kind == WITH and items[place + 1].kind == NOUN:
                place += 2  # "was told by Chile to leave"
        else:
            if place >= len(items) or items[place].kind != NOUN:
                return False
            place += 1
            while place + 1 < len(items) and items[place].kind in WITH_AND and items[place + 1].kind == NOUN:
                place += 2
        while place < len(items) and items[place].kind == TIME:
            place += 1
        return place < len(items) and items[place].infinitive

    def phrases_after(self, number: int) -> list[tuple[str, list[Item]]]:
        """The prepositional phrases behind an item up to the next verb or clause border, each with its noun phrases."""
        items = self.items
        found: list[tuple[str, list[Item]]] = []
        place = number + 1
        commas = 0
        while place < len(items):
            item = items[place]
            kind = item.kind
            if kind == WITH and place + 1 < len(items) and items[place + 1].kind == NOUN:
                nouns = [items[place + 1]]
                after = place + 2
                while after + 1 < len(items) and items[after].kind == AND and items[after + 1].kind == NOUN:
                    ends = after + 2 < len(items) and items[after + 2].kind == VERB and items[after + 2].finite
                    if ends and item.word not in self.words.pairing:
                        break
                    nouns.append(items[after + 1])
                    after += 2
                found.append((item.word, nouns))
                place = after
                continue
            if kind in VERB_WHO_THAT_QUOTE_STOP:
                break
            if kind == COMMA_ITEM:
                commas += 1
                if commas > _COMMAS:
                    break
            place += 1
        return found
