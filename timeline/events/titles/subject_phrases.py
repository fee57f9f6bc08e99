"""Where the phrase of a subject begins and ends, and which noun phrases are none.

What comes in: the outline of a sentence and places in it. What goes out: places of items, and tokens. Whose
subject it is is decided in ``clause_subjects``.
"""

from __future__ import annotations

from timeline.events.article.items import (
    AND,
    COMMA_ITEM,
    COMMA_THAT_STOP,
    FIGURE,
    NOUN,
    NOUN_WITH_AND,
    NOUN_WITH_AND_TIME,
    TIME,
    VERB,
    VERB_WITH,
    WHO,
    WITH,
    Item,
)
from timeline.events.clauses.outline import Outline
from timeline.events.titles.clause_verbs import ClauseVerbs
from timeline.lexicons.events import VERB_FORM

#: A name to begin with, token ranges up to the verb, and where its words begin.
Head = tuple[str, list[tuple[int, int]], int]


class SubjectPhrases(ClauseVerbs):
    """The phrases before one article's verbs."""

    __slots__ = ()

    def _is_open(self, items: list[Item], last: int, verb: int) -> bool:
        """Whether an insertion between a subject and its verb is not closed."""
        return sum(item.kind == COMMA_ITEM for item in items[last + 1 : verb]) % 2 == 1

    def _before_aside(self, outline: Outline, verb: int) -> Item | None:
        """The noun phrase before ", officials said," and a verb: "Traffic, officials said, had dropped"."""
        items = outline.items
        if verb < 4 or items[verb - 1].kind != COMMA_ITEM or items[verb - 2].kind != VERB:
            return None
        if not self.is_aside(outline, verb - 2):
            return None
        opening = next(place for place in range(verb - 3, -1, -1) if items[place].kind == COMMA_ITEM)
        place = opening - 1
        while (
            place > 1 and items[place].kind == NOUN and items[place - 1].kind == WITH and items[place - 2].kind == NOUN
        ):
            place -= 2
        return items[place] if place >= 0 and items[place].kind == NOUN else None

    def _is_doubtful(self, outline: Outline, first: int, relative: Item) -> bool:
        """Whether "which" may stand for the noun further left: "protests in the town, which", "a plan to cut jobs,
        which".
        """
        items = outline.items
        item = items[first]
        if first and items[first - 1].kind == TIME:
            first -= 1
        if relative.word in ("who", "whom") and item.actor >= 0 and not item.thing:
            return False
        place = first - 1
        if place < 0 or items[place].kind not in VERB_WITH:
            return False
        if items[place].kind == VERB and self.is_own(outline, place):
            return False
        return place > 0 and items[place - 1].kind == NOUN

    def _begins_clause(self, outline: Outline, number: int) -> bool:
        """Whether a comma and "and" stand before a noun phrase, and a verb of its own before these."""
        items = outline.items
        if number < 3 or items[number - 1].kind != AND or items[number - 2].kind != COMMA_ITEM:
            return False
        return outline.verb_before(number - 2) is not None

    def _phrase_start(self, outline: Outline, first: int, many: bool) -> int | None:
        """The item with which a subject begins: "rebels" for the town of "rebels holding the town left".

        None where the words before say that it is no subject, or not all of it.
        """
        items = outline.items
        while first > 0:
            before = items[first - 1]
            further = items[first - 2] if first > 1 else None
            if before.kind == WITH:
                if before.word == "as" and further is not None and self.told.lowers[before.first - 1] == "such":
                    first -= 2  # "unions such as [Drivers United]"
                    continue
                bound = self.told.bound_start(items[first].first, items[0].first) < items[first].first
                clausal = before.word in outline.words.clausal
                if bound or (clausal and (before.word != "as" or self._is_behind_verb(outline, first - 1))):
                    return first  # but "her work as [head of the board] was praised"
                if further is not None and further.kind == NOUN:
                    first -= 2
                    continue
                if further is None or further.kind != VERB or self.is_own(outline, first - 2):
                    return None
                if first < 3 or items[first - 3].kind != NOUN:
                    return None
                first -= 3
                continue
            if before.kind == VERB:
                if self.is_own(outline, first - 1):
                    return first if self._tells(before, items[first]) else None
                if further is None or further.kind != NOUN:
                    return None
                first -= 2
                continue
            if before.kind == NOUN:
                closed = self.told.classes[items[first].first]
                if before.actor >= 0 and before.end == items[first].first and not closed:
                    first -= 1  # "US [appeals court]"
                    continue
                return None  # "the fee [the industry] pays"
            if before.kind == COMMA_ITEM and not many and first > 3 and _is_chain(items[first - 4 : first - 1]):
                return None  # "Shares in its parent, [Lumo Group], fell"
            if before.kind == COMMA_ITEM and many and further is not None and further.kind == NOUN:
                first -= 2
                continue
            if before.kind == AND and not many and self._is_he(items[first]):
                return first
            if before.kind == AND and further is not None and further.kind == NOUN:
                place = first - 2
                while place >= 0 and items[place].kind in NOUN_WITH_AND:
                    place -= 1
                stop = items[place] if place >= 0 else None
                if stop is not None and stop.kind == VERB and not stop.infinitive and not self.is_own(outline, place):
                    return None  # "gangs raiding ports like Elvern and [Harlow], torn by war, fled"
                if stop is not None and stop.kind not in COMMA_THAT_STOP and not stop.reporting:
                    return first
                first = place + 1
                return first if items[first].kind == NOUN else None
            return first
        return first

    def _tells(self, verb: Item, item: Item) -> bool:
        """Whether a noun phrase right behind a verb opens what that says: "said [the port] closed"."""
        if not verb.reporting or not self._may_open(item):
            return False
        if self.told.words[item.first].endswith("ing") and self.page.bits[item.first] & VERB_FORM:
            return False  # "reported hearing [shots]"
        return not verb.bare or self.told.lowers[verb.end - 1] in self.told.quotes.verbs

    def _is_he(self, item: Item) -> bool:
        """Whether a noun phrase is a pronoun that only a subject is: "he", "they"."""
        word = self.told.lowers[item.first]
        return item.end - item.first == 1 and (word in self.told.known.third_persons or word in ("i", "we"))

    def _may_open(self, item: Item) -> bool:
        """Whether a noun phrase may be a subject right behind a verb: not "court" of "US appeals court"."""
        if item.actor >= 0 or self.told.classes[item.first]:
            return True
        word = self.told.words[item.first]
        return not word.islower() or self.told.words[item.end - 1].endswith("s")

    def _owner(self, outline: Outline, whose: int) -> Item | None:
        """The noun phrase that "whose" stands for: that of "who" before "and whose"."""
        items = outline.items
        place = whose - 1
        if place >= 0 and items[place].kind == AND:
            place = next((one for one in range(place, 0, -1) if items[one].kind == WHO), 0) - 1
        while place >= 0 and (items[place].kind == COMMA_ITEM or items[place].word == FIGURE):
            place -= 1
        return items[place] if place >= 0 and items[place].kind == NOUN else None

    def _phrase_end(self, outline: Outline, last: int, verb: int) -> int:
        """Where a noun phrase ends with the phrases that hang on it."""
        items = outline.items
        place = last + 1
        while place < verb and items[place].kind in NOUN_WITH_AND_TIME:
            place += 1
        if place == verb:
            return items[verb - 1].end
        place = last
        while place + 2 < verb and items[place + 1].kind == WITH and items[place + 2].kind == NOUN:
            place += 2
        return items[place].end


def _is_chain(items: list[Item]) -> bool:
    """Whether items are a noun phrase with another that hangs on it: "shares in its parent"."""
    return [item.kind for item in items] == [NOUN, WITH, NOUN]
