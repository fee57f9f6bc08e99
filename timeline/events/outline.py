"""One sentence as a row of noun phrases, verb groups and the small words between them, and what roles ask of it.

What comes in: the items that ``chunks`` cut. What goes out: answers to who is before this verb, what is behind it, and
which phrases hang on it. What the answers mean is decided in ``participants``.

Source of the idea: sparse parsing as in TABARI (Schrodt), here over noun phrases that are known to be actors.
"""

from __future__ import annotations

from bisect import bisect_right

NOUN, VERB, WITH, COMMA_ITEM, AND, WHO, THAT, QUOTE_ITEM, STOP_ITEM, TIME = range(10)
_WITH_PARTICIPLE = frozenset(
    ("see", "have", "get", "want", "keep", "find", "leave", "hear", "watch")
)  # fmt: skip
_BEHIND_PARTICIPLE = frozenset(("by", "with", "as", "alongside"))
_CLAUSAL = frozenset(
    ("as", "after", "before", "since", "until", "till", "once")
)  # fmt: skip
_PORTRAYING = frozenset(("quote", "cite", "describe", "portray", "depict", "report", "show", "see"))
_NAMING = frozenset(("entitle", "title", "entitled", "titled", "dub", "nickname", "codename", "codenamed"))
_BARE_CONTROL = frozenset(("make", "let", "have", "see", "watch", "hear"))  # their object acts without "to"
_WITH_INFINITIVE = frozenset(("help", "let", "make", "watch"))
_PAIRING = frozenset(("between", "among"))  # what they name is joined by "and"
_FAR = 12  # items that a search may cross


class Item:
    """One piece of a sentence.

    Attributes:
        kind: One of the constants above.
        first, end: Tokens.
        actor: Index of the actor mention that heads a noun phrase, -1 without one.
        word: The preposition, conjunction or relative; for a verb group its main verb.
        thing: Whether the actor is a country or body, which "who" does not stand for.
        passive, infinitive, gerund, finite, bare, reporting: As in ``VerbItem``; never so of other items.
    """

    __slots__ = ("actor", "end", "first", "kind", "thing", "word")

    passive = infinitive = gerund = finite = bare = reporting = False

    def __init__(self, kind: int, first: int, end: int, word: str = "") -> None:
        self.kind = kind
        self.first = first
        self.end = end
        self.word = word
        self.actor = -1
        self.thing = False

    def __repr__(self) -> str:
        name = ["NOUN", "VERB", "WITH", "COMMA", "AND", "WHO", "THAT", "QUOTE", "STOP", "TIME"][self.kind]
        return f"{name}({self.first}:{self.end} {self.word})"


class VerbItem(Item):
    """A verb group: one item in five, and the only kind whose making sets more than its place.

    Attributes:
        passive, infinitive, gerund, finite: What it is.
        bare: Whether it is one past form alone, which may be a participle.
        reporting: Whether the verb takes a clause ("said", "hopes").
    """

    __slots__ = ("bare", "finite", "gerund", "infinitive", "passive", "reporting")

    def __init__(self, first: int, end: int, word: str) -> None:
        super().__init__(VERB, first, end, word)
        self.passive = self.infinitive = self.gerund = self.finite = self.bare = self.reporting = False


class Outline:
    """The items of one sentence, and where the item of a token is."""

    __slots__ = ("_control", "_firsts", "items")

    def __init__(self, items: list[Item], control: frozenset[str]) -> None:
        self.items = items
        self._firsts = [item.first for item in items]
        self._control = control

    def number_of(self, token: int) -> int | None:
        """The number of the item that holds a token; None for tokens between items."""
        number = bisect_right(self._firsts, token) - 1
        return number if number >= 0 and token < self.items[number].end else None

    def subjects(self, number: int, depth: int = 0) -> tuple[list[Item], Item | None]:
        """The noun phrases that are the subject of a verb group, and the relative pronoun between them, if any.

        Of "left" in "the miners, who met Jane Firth and Omar Bey, left": the miners. Of "leave" in "urged the army to
        leave": the army.
        """
        if depth > 4:
            return [], None
        items = self.items
        verb = items[number]
        place = number - 1
        crossed_comma = False
        if verb.infinitive and verb.passive and place >= 0 and items[place].kind == NOUN:
            return [items[place]], None  # "the bridge to be opened in May"
        while place >= 0:
            item = items[place]
            kind = item.kind
            if kind == TIME:
                place -= 2 if place and items[place - 1].kind == WITH else 1
                continue
            if kind == NOUN:
                if place and items[place - 1].kind == WITH:
                    if verb.finite and place == number - 1 and items[place - 1].word in _CLAUSAL:
                        return [item], None
                    place -= 2
                    continue
                relative = self._relative_of(place - 1)
                if relative is not None and verb.finite:
                    return self._antecedent(relative), None
                if verb.infinitive and place and items[place - 1].kind == VERB:
                    # "plans to sell", "signed a lease to farm": the governor's subject, or its object for "urge".
                    return self._controlled(place - 1, number, depth)
                if crossed_comma and not verb.finite and place > 0:
                    # ", killing 12": who acted in the clause before.
                    earlier = self._verb_before(place)
                    if earlier is not None:
                        return self.subjects(earlier, depth + 1)
                return self._joined_left(place), None
            if kind in (WITH, THAT) and item.word == "as" and verb.gerund:
                named = self._object_before(place)
                if named is not None:
                    return [named], None
            if kind == WITH:
                # "by saying", "after killing": the subject of the verb before or behind.
                earlier = self._verb_before(place)
                if earlier is not None:
                    return self.subjects(earlier, depth + 1)
                return self._subject_behind(number, depth) if verb.gerund else ([], None)
            if kind == VERB:
                if verb.infinitive or verb.gerund or crossed_comma or not verb.finite:
                    return self._controlled(place, number, depth)
                # Two finite verbs side by side: the first belongs to a relative clause or has no object.
                return self._beyond_clause(place, depth)
            if kind == WHO:
                antecedent = self._antecedent(place)
                return (antecedent, item) if antecedent else ([], None)
            if kind == THAT:
                before = place - 1
                if before >= 0 and items[before].kind == NOUN and place == number - 1 and item.word == "that":
                    return self._joined_left(before), item
                return self._subject_behind(number, depth) if verb.gerund or verb.bare else ([], None)
            if kind == AND:
                earlier = self._verb_before(place)
                if earlier is not None and items[earlier].kind == VERB:
                    return self.subjects(earlier, depth + 1)
                place -= 1
                continue
            if kind == COMMA_ITEM:
                opening = self._parenthesis(place)
                if opening is not None:
                    named = self._named_apposition(opening, place)
                    if named is not None:
                        return [named], None
                    place = opening - 1
                    continue
                crossed_comma = True
                if verb.finite and not verb.infinitive and place and items[place - 1].kind == QUOTE_ITEM:
                    return [], None
                earlier = self._verb_before(place)
                if earlier is not None:
                    if verb.finite:
                        outer = self._beyond_relatives(place)
                        if outer:
                            return outer, None
                    return self.subjects(earlier, depth + 1)
                place -= 1
                continue
            return [], None
        return [], None

    def _subject_behind(self, number: int, depth: int) -> tuple[list[Item], Item | None]:
        """The subject of the main clause behind an opening one: "After closing the mill, Firth left".

        None where the phrase right behind is its object and the main verb's own subject: "as closing mills is hard".
        """
        later = self._verb_after(number)
        if later is None:
            return [], None
        found, relative = self.subjects(later, depth + 1)
        return ([], None) if found[:1] == self.items[number + 1 : number + 2] else (found, relative)

    def _object_before(self, place: int) -> Item | None:
        """Who is said to do what follows "as": "quoted Jane Firth as saying"."""
        items = self.items
        if place > 1 and items[place - 1].kind == NOUN and items[place - 2].kind == VERB:
            return items[place - 1] if items[place - 2].word in _PORTRAYING else None
        return None

    def _beyond_relatives(self, place: int) -> list[Item]:
        """What relative clauses hang on that a comma ends: "the boy who was freed in May and whose father died,
        left".
        """
        items = self.items
        found: list[Item] = []
        for number in range(place - 1, -1, -1):
            kind = items[number].kind
            if kind in (STOP_ITEM, QUOTE_ITEM):
                break
            if kind == WHO:
                found = self._antecedent(number) or found
        return found

    def _joined_left(self, place: int) -> list[Item]:
        """A noun phrase with those that "and" or commas join to it on its left, in text order."""
        items = self.items
        joined = [items[place]]
        while place >= 2 and items[place - 1].kind == AND and items[place - 1].word in ("and", "or", "&"):
            before = place - 2
            if items[before].kind == COMMA_ITEM and before:
                before -= 1
            if items[before].kind != NOUN:
                break
            if before >= 2 and items[before - 1].word in _PAIRING and items[before - 2].kind == NOUN:
                return [items[before - 2]]  # "talks between Chile and Peru failed"
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
                if place >= 3 and items[place - 3].kind in (WITH, VERB):
                    break
                joined.append(items[place - 2])
                place -= 2
            break
        joined.reverse()
        return joined

    def _parenthesis(self, comma: int) -> int | None:
        """The item number of the comma that opens what this comma closes; None when it closes nothing."""
        items = self.items
        place = comma - 1
        verbs = 0
        while place > 0 and comma - place <= _FAR:
            kind = items[place].kind
            if kind == COMMA_ITEM:
                inside = items[place + 1]
                if (
                    inside.kind == WHO
                    or (inside.kind in (NOUN, TIME) and not verbs)
                    or inside.kind == WITH
                    or (inside.kind == VERB and not inside.finite)
                ):
                    return place if any(item.kind == NOUN for item in items[:place]) else None
                return None
            if kind in (QUOTE_ITEM, STOP_ITEM):
                return None
            verbs += kind == VERB
            place -= 1
        return None

    def _relative_of(self, number: int) -> int | None:
        """The relative pronoun whose verb stands at a number, when that verb takes the phrase behind it: "who
        stormed".
        """
        items = self.items
        if number < 1 or items[number].kind != VERB or items[number].reporting:
            return None
        before = items[number - 1].kind
        if before == WHO or (
            before == THAT and items[number - 1].word == "that" and number > 1 and items[number - 2].kind == NOUN
        ):
            return number - 1
        return None

    def _named_apposition(self, opening: int, closing: int) -> Item | None:
        """The name between two commas when what stands before them is none: "its oldest rival, Northgate, said"."""
        items = self.items
        inside, before = items[opening + 1], items[opening - 1]
        if inside.kind != NOUN or before.kind != NOUN or inside.actor < 0 or before.actor >= 0:
            return None
        return inside if opening + 2 == closing else None

    def _verb_before(self, place: int) -> int | None:
        """The nearest verb group to the left that is a clause's own: no participle behind a noun, no infinitive."""
        items = self.items
        nearest: int | None = None
        for number in range(place - 1, max(-1, place - 1 - 2 * _FAR), -1):
            item = items[number]
            if item.kind in (STOP_ITEM, QUOTE_ITEM):
                break
            if item.kind == VERB:
                if nearest is None:
                    nearest = number
                if item.finite and not self.is_reduced(number):
                    return number
        return nearest

    def _verb_after(self, place: int) -> int | None:
        items = self.items
        for number in range(place + 1, min(len(items), place + 1 + _FAR)):
            if items[number].kind in (STOP_ITEM, QUOTE_ITEM):
                return None
            if items[number].kind == VERB and items[number].finite:
                return number
        return None

    def _controlled(self, governor: int, number: int, depth: int) -> tuple[list[Item], Item | None]:
        """The subject of an infinitive or participle: the object of a verb like "urge", else the governor's subject."""
        items = self.items
        if (
            governor < number - 1
            and items[governor].word in self._control
            and not (items[number].infinitive and items[governor].word in _BARE_CONTROL)
        ):
            between = [item for item in items[governor + 1 : number] if item.kind == NOUN]
            if between:
                return between[:1], None
        return self.subjects(governor, depth + 1)

    def _beyond_clause(self, place: int, depth: int) -> tuple[list[Item], Item | None]:
        """The subject before a relative clause: "the man who shot the deer was fined"."""
        items = self.items
        for number in range(place, max(-1, place - _FAR), -1):
            kind = items[number].kind
            if kind in (STOP_ITEM, QUOTE_ITEM):
                return [], None
            if kind == WHO or (kind == THAT and number and items[number - 1].kind == NOUN):
                return self._antecedent(number), None
        verb = items[place]
        if not verb.finite or not verb.infinitive:
            return self.subjects(place, depth + 1) if verb.finite is False else ([], None)
        return [], None

    def _antecedent(self, relative: int) -> list[Item]:
        items = self.items
        place = relative - 1
        while place >= 0 and items[place].kind in (COMMA_ITEM, TIME, WITH):
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

    def is_reduced(self, number: int) -> bool:
        """Whether a bare past form is a participle behind its noun: "sailors held in Ghent", "the crew hired to help".

        It is when a finite verb follows with no object and no subject of its own between, or when a verb that reports
        nothing stands before the noun phrases to its left.
        """
        items = self.items
        verb = items[number]
        if not verb.bare or number == 0:
            return False
        if items[number - 1].kind == AND:
            return self._shares_passive(number)
        if items[number - 1].kind == COMMA_ITEM:
            return self._is_inserted(number)
        if items[number - 1].kind != NOUN:
            return False
        if verb.word in _NAMING:
            return True
        if number + 1 < len(items) and items[number + 1].kind == THAT:
            return False  # "the report alleged that"
        place = number - 1
        while place >= 0 and items[place].kind in (NOUN, WITH, TIME):
            place -= 1
        before = items[place] if place >= 0 else None
        if before is not None and before.kind == VERB and place == number - 2 and before.word in _WITH_PARTICIPLE:
            return True
        if before is not None and before.kind == VERB and not before.reporting and place < number - 1:
            return number + 1 >= len(items) or items[number + 1].kind != NOUN
        place = number + 1
        hangs = False
        while place < len(items):
            kind = items[place].kind
            if kind == TIME:
                place += 1
            elif kind == WITH and place + 1 < len(items) and items[place + 1].kind in (NOUN, TIME):
                place += 2
                hangs = True
            elif kind == VERB and items[place].infinitive:
                place += 1
                hangs = True
                if place < len(items) and items[place].kind == NOUN:
                    place += 1
            else:
                return hangs and kind == VERB and items[place].finite
        return False

    def _shares_passive(self, number: int) -> bool:
        """Whether "and" joins a participle to a passive: "is made in Ghent and marketed by Firth"."""
        items = self.items
        earlier = self._verb_before(number - 1)
        if earlier is None or not items[earlier].passive or number + 1 >= len(items):
            return False
        return items[number + 1].kind == WITH and items[number + 1].word in _BEHIND_PARTICIPLE

    def _is_inserted(self, number: int) -> bool:
        """Whether a participle between commas tells of the noun before: "The road, opened in May, was closed"."""
        items = self.items
        if number < 2 or items[number - 2].kind != NOUN or any(item.kind == VERB for item in items[: number - 2]):
            return False
        if number + 1 >= len(items) or items[number + 1].kind not in (WITH, VERB, TIME):
            return False
        for place in range(number + 1, min(len(items), number + _FAR)):
            item = items[place]
            if item.kind in (STOP_ITEM, QUOTE_ITEM):
                return False
            if item.kind == COMMA_ITEM:
                behind = items[place + 1] if place + 1 < len(items) else item
                return behind.kind == VERB and behind.finite
            if item.kind == VERB and item.finite:
                return True
        return False

    def objects(self, number: int) -> list[Item]:
        """The noun phrases right behind a verb group, coordinated ones with it; empty before a clause of their own."""
        items = self.items
        place = number + 1
        while place < len(items) and items[place].kind == TIME:
            place += 1
        if place >= len(items) or items[place].kind != NOUN:
            return []
        found = [items[place]]
        after = place + 1
        if items[number].word in _WITH_INFINITIVE:
            return found  # "helped Chile rebuild"
        if after < len(items) and items[after].kind == VERB and items[after].finite and not self.is_reduced(after):
            return found if self._relative_of(number) is not None else []
        while after + 1 < len(items):
            kind = items[after].kind
            if kind == NOUN:  # "offered the town a loan"
                found.append(items[after])
                after += 1
                continue
            if kind == WITH and items[after].word == "of" and items[after + 1].kind == NOUN:
                after += 2  # "a box of pears and a sack of flour"
                continue
            if kind in (AND, COMMA_ITEM) and items[after + 1].kind == NOUN:
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
                    if ends and item.word not in _PAIRING:
                        break
                    nouns.append(items[after + 1])
                    after += 2
                found.append((item.word, nouns))
                place = after
                continue
            if kind in (VERB, WHO, THAT, STOP_ITEM, QUOTE_ITEM):
                break
            if kind == COMMA_ITEM:
                commas += 1
                if commas > 1:
                    break
            place += 1
        return found
