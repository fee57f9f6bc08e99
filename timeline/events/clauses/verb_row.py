"""Which verbs of a sentence are a clause's own: participles behind a noun, verbs before and behind a place.

What comes in: the items of one sentence and the word classes of the role rules. What goes out: answers about its verb
groups. Who their subjects are is decided in ``subjects``.
"""

from __future__ import annotations

from timeline.events.article.items import (
    AND,
    COMMA_AND,
    COMMA_ITEM,
    COMMA_STOP,
    FAR,
    NOUN,
    NOUN_QUOTE,
    NOUN_TIME,
    NOUN_WITH_TIME,
    QUOTE_ITEM,
    QUOTE_STOP,
    STOP_ITEM,
    THAT,
    TIME,
    VERB,
    VERB_WITH,
    VERB_WITH_TIME,
    WHO,
    WITH,
    Item,
    VerbItem,
)
from timeline.lexicons.roles import RoleWords

_QUOTED = 4  # items that quoted words within a clause may hold


class VerbRow:
    """The items of one sentence, asked for its verbs."""

    __slots__ = ("items", "words")

    def __init__(self, items: list[Item], words: RoleWords) -> None:
        self.items = items
        self.words = words

    def is_reduced(self, number: int) -> bool:
        """Whether a bare past form is a participle behind its noun: "sailors held in Ghent", "the crew hired to help".

        It is when a finite verb follows with no object and no subject of its own between, or when a verb that reports
        nothing stands before the noun phrases to its left.
        """
        verb = self.items[number]
        if not verb.bare or number == 0 or not isinstance(verb, VerbItem):
            return False
        found = verb.reduced
        if found is None:
            found = verb.reduced = self._is_reduced(number)
        return found

    def _is_reduced(self, number: int) -> bool:
        items = self.items
        verb = items[number]
        if items[number - 1].kind == AND:
            return self.shares_passive(number)
        if items[number - 1].kind == COMMA_ITEM:
            return self.is_inserted(number) or self._is_set_off(number)
        if items[number - 1].kind != NOUN:
            return False
        if verb.word in self.words.naming:
            return True
        after = items[number + 1] if number + 1 < len(items) else verb
        if after.kind == THAT:
            return False  # "the report alleged that"
        if after.kind == WITH and verb.word in self.words.transitive and self._has_no_object(number):
            return True  # "held a man accused of theft"
        place = number - 1
        while place >= 0 and items[place].kind in NOUN_WITH_TIME:
            place -= 1
        before = items[place] if place >= 0 else None
        if (
            before is not None
            and before.kind == VERB
            and place == number - 2
            and before.word in self.words.with_participle
        ):
            return True
        if before is not None and place == number - 2 and self._is_let(number, before):
            return True
        if before is not None and before.kind == VERB and not before.reporting and place < number - 1:
            return number + 1 >= len(items) or items[number + 1].kind != NOUN
        place = number + 1
        hangs = False
        while place < len(items):
            kind = items[place].kind
            if kind == TIME:
                place += 1
            elif kind == WITH and place + 1 < len(items) and items[place + 1].kind in NOUN_TIME:
                if items[place].word in self.words.clausal and self._has_subject(place + 1):
                    return False  # "recalled its envoy from Chile after rebels shelled the embassy"
                place += 2
                hangs = True
            elif kind == VERB and items[place].infinitive:
                lets = items[place].word in self.words.with_infinitive
                place += 1
                hangs = True
                if place < len(items) and items[place].kind == NOUN:
                    place += 1
                    if lets and place < len(items) and items[place].kind == VERB:
                        place += 1  # "refused to let Chile sell"
            else:
                return hangs and kind == VERB and items[place].finite
        return False

    def _has_subject(self, place: int) -> bool:
        """Whether a phrase is the subject of the finite verb right behind it."""
        items = self.items
        return place + 1 < len(items) and items[place + 1].kind == VERB and items[place + 1].finite

    def _is_set_off(self, number: int) -> bool:
        """Whether a participle behind a comma needs an object and has none: "Chile, accused of theft, left"."""
        items = self.items
        if items[number].word not in self.words.transitive or number + 1 >= len(items):
            return False
        return number > 1 and items[number - 2].kind == NOUN and items[number + 1].kind == WITH

    def _has_no_object(self, number: int) -> bool:
        """Whether no object stands behind a preposition and its phrase, nor before it as "which"."""
        items, place = self.items, number + 3
        if place < len(items) and items[place].kind == NOUN and items[place - 1].kind in NOUN_TIME:
            return False
        before = items[number - 2].kind if number > 1 else STOP_ITEM
        return before != WHO and (before != THAT or items[number - 3].kind != NOUN)

    def _is_let(self, number: int, before: Item) -> bool:
        """Whether a participle tells of whom a verb lets act: "allowed the sailors stranded in Ghent to leave"."""
        items = self.items
        if before.word not in self.words.object_control or items[number].word not in self.words.undergone:
            return False
        place = number + 1
        while place < len(items) and items[place].kind in NOUN_WITH_TIME:
            place += 1
        return place < len(items) and items[place].infinitive

    def shares_passive(self, number: int) -> bool:
        """Whether "and" joins a participle to a passive: "is made in Ghent and marketed by Firth"."""
        items = self.items
        earlier = self.verb_before(number - 1)
        if earlier is None or not items[earlier].passive or number + 1 >= len(items):
            return False
        return items[number + 1].kind == WITH and items[number + 1].word in self.words.behind_participle

    def is_clipped(self, number: int) -> bool:
        """Whether a past form is a passive without its "was": "Two men arrested" over an article, "three people were
        killed and 27 injured".
        """
        items = self.items
        verb = items[number]
        if not verb.bare or verb.word not in self.words.undergone or not number or items[number - 1].kind != NOUN:
            return False
        if number + 1 < len(items) and items[number + 1].kind in NOUN_QUOTE:
            return False
        if number > 1 and items[number - 2].kind in COMMA_AND:
            earlier = self.verb_before(number - 2)
            if earlier is not None and items[earlier].passive:
                return True
        return items[-1].kind != STOP_ITEM

    def is_inserted(self, number: int) -> bool:
        """Whether a participle between commas tells of the noun before: "The road, opened in May, was closed"."""
        items = self.items
        if number < 2 or items[number - 2].kind != NOUN or any(item.kind == VERB for item in items[: number - 2]):
            return False
        if number + 1 >= len(items) or items[number + 1].kind not in VERB_WITH_TIME:
            return False
        for place in range(number + 1, min(len(items), number + FAR)):
            item = items[place]
            if item.kind in QUOTE_STOP:
                return False
            if item.kind == COMMA_ITEM:
                behind = items[place + 1] if place + 1 < len(items) else item
                return behind.kind == VERB and behind.finite
            if item.kind == VERB and item.finite:
                return True
        return False

    def verb_before(self, place: int) -> int | None:
        """The nearest verb group to the left that is a clause's own: no participle behind a noun, no infinitive."""
        items = self.items
        nearest: int | None = None
        passed = place
        for number in range(place - 1, max(-1, place - 1 - 2 * FAR), -1):
            item = items[number]
            if number > passed:
                continue
            if item.kind == QUOTE_ITEM:
                passed = self.quoted_words(number)
                if passed < number:
                    continue
            if item.kind in QUOTE_STOP:
                break
            if item.kind == VERB:
                if nearest is None:
                    nearest = number
                if item.finite and not self.is_reduced(number) and not self._is_contact(number):
                    return number
        return nearest

    def _is_contact(self, number: int) -> bool:
        """Whether a verb tells of the object before its subject, without "that": "to the truce they signed"."""
        items = self.items
        return (
            number > 2
            and items[number - 1].kind == NOUN
            and items[number - 2].kind == NOUN
            and items[number - 2].end == items[number - 1].first
            and items[number - 3].kind in VERB_WITH
        )

    def quoted_words(self, closing: int) -> int:
        """The number before the mark that opens a few quoted words without a clause: 'of "misusing" rules and ...'.

        The number of the closing mark itself where a clause is quoted.
        """
        items = self.items
        for place in range(closing - 1, max(-1, closing - 1 - _QUOTED), -1):
            item = items[place]
            if item.kind == QUOTE_ITEM:
                return place - 1 if place else closing
            if item.kind in COMMA_STOP or item.finite:
                break
        return closing

    def verb_after(self, place: int) -> int | None:
        items = self.items
        for number in range(place + 1, min(len(items), place + 1 + FAR)):
            if items[number].kind in QUOTE_STOP:
                return None
            if items[number].kind == VERB and items[number].finite:
                return number
        return None

    def _is_followed(self, number: int) -> bool:
        """Whether two verbs follow one that takes a clause: "who said rebels attacked the base was jailed".

        With one, the phrase between is an object: "who joined the strike lost their jobs".
        """
        items = self.items
        first = self.verb_after(number)
        second = None if first is None else self.verb_after(first)
        return first is None or (second is not None and items[second - 1].kind not in COMMA_AND)

    def relative_of(self, number: int) -> int | None:
        """The relative pronoun whose verb stands at a number, when that verb takes the phrase behind it: "who
        stormed".
        """
        items = self.items
        if number < 1 or items[number].kind != VERB:
            return None
        if items[number].reporting and self._is_followed(number):
            return None
        before = items[number - 1].kind
        if before == WHO or (
            before == THAT and items[number - 1].word == "that" and number > 1 and items[number - 2].kind == NOUN
        ):
            return number - 1
        return None
