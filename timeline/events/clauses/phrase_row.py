"""Which noun phrases of a sentence belong together: joined by "and", set apart by commas, named by "who".

What comes in: the items of one sentence. What goes out: answers about its noun phrases. Which of them is the subject of
a verb is decided in ``subjects``.
"""

from __future__ import annotations

from timeline.events.article.items import (
    AND,
    AND_THAT_STOP,
    COMMA_ITEM,
    FAR,
    FIGURE,
    NOUN,
    NOUN_TIME,
    NOUN_WITH_TIME,
    QUOTE_STOP,
    THAT_QUOTE_STOP,
    VERB,
    VERB_WITH,
    WHO,
    WITH,
    WITH_COMMA_TIME,
    Item,
)
from timeline.events.clauses.verb_row import VerbRow


class PhraseRow(VerbRow):
    """The items of one sentence, asked for its noun phrases."""

    __slots__ = ()

    def _ends_in_comma(self, number: int) -> bool:
        """Whether the clause that a verb opens ends in a comma before another verb: "To help, Peru sent ships"."""
        for item in self.items[number + 1 : number + 1 + FAR]:
            if item.kind == COMMA_ITEM:
                return True
            if item.kind not in NOUN_WITH_TIME:
                return False
        return False

    def _hangs_on_opening(self, place: int) -> bool:
        """Whether a phrase is the object of an infinitive that hangs on the noun phrase that opens a clause."""
        items = self.items
        if place < 2 or not items[place - 1].infinitive or items[place - 2].kind != NOUN:
            return False
        return place == 2 or items[place - 3].kind in THAT_QUOTE_STOP

    def _is_age(self, place: int) -> bool:
        """Whether a figure between commas tells how old the one before is: "Ruth Vey, 52, who left"."""
        items = self.items
        return (
            items[place].word == FIGURE
            and place > 1
            and items[place - 1].kind == COMMA_ITEM
            and items[place - 2].kind == NOUN
            and place + 1 < len(items)
            and items[place + 1].kind == COMMA_ITEM
        )

    def _joined_left(self, place: int) -> list[Item]:
        """A noun phrase with those that "and" or commas join to it on its left, in text order."""
        items = self.items
        joined = [items[place]]
        while place >= 2 and items[place - 1].kind == AND and items[place - 1].word in ("and", "or", "nor", "&"):
            before = place - 2
            if items[before].kind == COMMA_ITEM and before:
                before -= 1
            if items[before].kind != NOUN:
                break
            if before >= 2 and items[before - 1].word in self.words.pairing and items[before - 2].kind == NOUN:
                return [items[before - 2]]  # "talks between Chile and Peru failed"
            if before and items[before - 1].word in self.words.clausal:
                joined.append(items[before])  # "after Chile and Peru signed"
                break
            if before and items[before - 1].kind == WITH:
                # "the mayor of Harlow and Jane Firth": look past the phrase when it hangs on a noun.
                while before >= 2 and items[before - 1].kind == WITH and items[before - 2].kind == NOUN:
                    before -= 2
                if before and items[before - 1].kind == WITH:
                    break
            if before and items[before - 1].kind == VERB:
                break
            joined.append(items[before])
            place = before
            while place >= 2 and items[place - 1].kind == COMMA_ITEM and items[place - 2].kind == NOUN:
                if place >= 3 and items[place - 3].kind in VERB_WITH:
                    if self._is_list_behind(place - 3):
                        return self._joined_left(place - 4)
                    break
                joined.append(items[place - 2])
                place -= 2
            break
        joined.reverse()
        return joined

    def _is_list_behind(self, link: int) -> bool:
        """Whether a list hangs on the noun that opens a clause: "police in Lyon, Lille and Nice held him"."""
        items = self.items
        if link < 1 or items[link].kind != WITH or items[link].word not in self.words.listing:
            return False
        return items[link - 1].kind == NOUN and (link == 1 or items[link - 2].kind in AND_THAT_STOP)

    def parenthesis(self, comma: int) -> int | None:
        """The item number of the comma that opens what this comma closes; None when it closes nothing."""
        items = self.items
        place = comma - 1
        verbs = 0
        related = False
        while place > 0 and comma - place <= FAR:
            kind = items[place].kind
            if kind == COMMA_ITEM:
                inside = items[place + 1]
                if (
                    inside.kind == WHO
                    or inside.word == "whose"
                    or (inside.kind == NOUN and related and self._is_renamed(place - 1))
                    or (inside.kind in NOUN_TIME and not verbs)
                    or inside.kind == WITH
                    or (inside.kind == VERB and not inside.finite)
                ):
                    return place if any(item.kind == NOUN for item in items[:place]) else None
                return None
            if kind in QUOTE_STOP:
                return None
            verbs += kind == VERB
            related = kind == WHO or items[place].word == "whose" or (related and kind != VERB)
            place -= 1
        return None

    def _is_renamed(self, place: int) -> bool:
        """Whether a clause's first noun phrase stands here, which the phrase behind a comma names again: "Ruth Vey,
        the singer whose songs became hymns, left".
        """
        return self.items[place].kind == NOUN and (place == 0 or self.items[place - 1].kind in AND_THAT_STOP)

    def _is_company(self, opening: int, closing: int) -> bool:
        """Whether commas hold who acts together with the one before: "Chile, along with Peru, condemned the raid"."""
        items = self.items
        if closing not in (opening + 3, opening + 4) or items[closing - 2].word != "with":
            return False
        return items[closing - 1].actor >= 0 and items[opening - 1].actor >= 0

    def _named_apposition(self, opening: int, closing: int) -> list[Item]:
        """The names between two commas when what stands before them is none: "its oldest rival, Northgate, said", "the
        two neighbours, Chile and Peru, signed".
        """
        items = self.items
        inside, before = items[opening + 1], items[opening - 1]
        if inside.kind != NOUN or before.kind != NOUN or inside.actor < 0:
            return []
        within = items[opening + 1 : closing]
        if len(within) == 1:
            return [inside] if before.actor < 0 else []
        several = before.end - before.first > 1  # "the two neighbours", no name
        if several and all(item.kind == AND or (item.kind == NOUN and item.actor >= 0) for item in within):
            return [item for item in within if item.kind == NOUN]
        return []

    def _antecedent(self, relative: int) -> list[Item]:
        items = self.items
        place = relative - 1
        while place >= 0 and (items[place].kind in WITH_COMMA_TIME or self._is_age(place)):
            place -= 1
        if place < 0 or items[place].kind != NOUN:
            return []
        if items[relative].word in ("who", "whom") and (items[place].actor < 0 or items[place].thing):
            # "the head of the union, who", "a woman linked to the union who": a person, further left if need be.
            further = place
            while further >= 2 and items[further - 1].kind == WITH:
                further -= 2
                while further > 0 and items[further].kind == VERB and (items[further].bare or items[further].passive):
                    further -= 1
                if items[further].kind != NOUN:
                    break
                if items[further].actor >= 0 and not items[further].thing:
                    return [items[further]]
        return self._joined_left(place)

    def _beyond_relatives(self, place: int) -> list[Item]:
        """What relative clauses hang on that a comma ends: "the boy who was freed in May and whose father died,
        left".
        """
        items = self.items
        found: list[Item] = []
        for number in range(place - 1, -1, -1):
            kind = items[number].kind
            if kind in QUOTE_STOP:
                break
            if kind == WHO:
                found = self._antecedent(number) or found
        return found
