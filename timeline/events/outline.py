"""One sentence as a row of noun phrases, verb groups and the small words between them.

What comes in: a page, the actors and the candidates of an article. What goes out: ``Outline`` per sentence, with the
questions that roles ask of it: who is before this verb, what is behind it, which phrases hang on it. It is a chunker and no
parser: closed classes, the trigger lexicon and the actors cut the sentence, in one pass. What the answers mean is decided in
``participants``.

Source of the idea: sparse parsing as in TABARI (Schrodt), here over noun phrases that are known to be actors.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from timeline.events.candidates import Candidate
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
from timeline.values.actors import ActorMention
from timeline.values.text import Sentence

_AUXILIARY = BE | HAVE | DO | MODAL
NOUN, VERB, WITH, COMMA_ITEM, AND, WHO, THAT, QUOTE_ITEM, STOP_ITEM, TIME = range(10)
_WITH_PARTICIPLE = frozenset(("see", "have", "get", "want", "keep", "find", "leave", "hear", "watch"))
_PARENTHESIS = 12  # tokens of a parenthesis that is passed over
_QUOTED = 5
_CLAUSAL = frozenset(("as", "after", "before", "since", "until", "till", "once"))
_FAR = 12  # items that a search may cross
_VERBAL = TRIGGER | _AUXILIARY | TO | NEGATION
#: Kinds of tokens that may be more than part of a noun phrase.
_MARKED = (
    _VERBAL | COMMA | STOP | QUOTE | COORDINATOR | RELATIVE | SUBORDINATOR | PREPOSITION | ADVERB | SUBJECT | OBJECT
    | DETERMINER | POSSESSIVE
)  # fmt: skip
_SPLITTING = frozenset(("the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your"))
_HYPHENS = frozenset("-‐‑–")
_GENITIVE = frozenset(("'s", "'", "’", "’s"))


class Item:
    """One piece of a sentence.

    Attributes:
        kind: One of the constants above.
        first, end: Tokens.
        actor: Index of the actor mention that heads a noun phrase, -1 without one.
        word: The preposition, conjunction or relative; for a verb group its main verb.
        main: Token of the main verb of a verb group.
        passive, infinitive, gerund, finite: What a verb group is.
        bare: Whether it is one past form alone, which may be a participle.
        reporting: Whether the verb takes a clause ("said", "hopes").
    """

    __slots__ = (
        "actor", "bare", "end", "finite", "first", "gerund", "infinitive", "kind", "main", "passive", "reporting", "word"
    )  # fmt: skip

    def __init__(self, kind: int, first: int, end: int, word: str = "") -> None:
        self.kind = kind
        self.first = first
        self.end = end
        self.word = word
        self.actor = -1
        self.main = first
        self.passive = self.infinitive = self.gerund = False
        self.finite = self.bare = self.reporting = False

    def __repr__(self) -> str:
        name = "NOUN VERB WITH COMMA AND WHO THAT QUOTE STOP TIME".split()[self.kind]
        return f"{name}({self.first}:{self.end} {self.word})"


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

        Of "left" in "the miners, who met Jane Firth and Omar Bey, left": the miners. Of "leave" in "urged the army to leave":
        the army.
        """
        if depth > 4:
            return [], None
        items = self.items
        verb = items[number]
        place = number - 1
        crossed_comma = False
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
                    # "plans to sell", "signed a contract to buy": the governor's subject, or its object for "urge".
                    return self._controlled(place - 1, number, depth)
                if crossed_comma and not verb.finite and place > 0:
                    # ", killing 12": who acted in the clause before.
                    earlier = self._verb_before(place)
                    if earlier is not None:
                        return self.subjects(earlier, depth + 1)
                return self._joined_left(place), None
            if kind == WITH:
                # "by saying", "after killing": the subject of the verb before or behind.
                earlier = self._verb_before(place)
                if earlier is not None:
                    return self.subjects(earlier, depth + 1)
                later = self._verb_after(number)
                return self.subjects(later, depth + 1) if later is not None and verb.gerund else ([], None)
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
                later = self._verb_after(number) if verb.gerund or verb.bare else None
                return self.subjects(later, depth + 1) if later is not None else ([], None)
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

    def _beyond_relatives(self, place: int) -> list[Item]:
        """What relative clauses hang on that a comma ends: "the boy who was freed in May and whose father died, left"."""
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
                if inside.kind == WHO or (inside.kind in (NOUN, TIME) and not verbs) or inside.kind == WITH or (
                    inside.kind == VERB and not inside.finite
                ):
                    return place if any(item.kind == NOUN for item in items[:place]) else None
                return None
            if kind in (QUOTE_ITEM, STOP_ITEM):
                return None
            verbs += kind == VERB
            place -= 1
        return None

    def _relative_of(self, number: int) -> int | None:
        """The relative pronoun whose verb stands at a number, when that verb takes the phrase behind it: "who stormed"."""
        items = self.items
        if number < 1 or items[number].kind != VERB or items[number].reporting:
            return None
        before = items[number - 1].kind
        if before == WHO or before == THAT and items[number - 1].word == "that" and number > 1 and items[number - 2].kind == NOUN:
            return number - 1
        return None

    def _named_apposition(self, opening: int, closing: int) -> Item | None:
        """The name between two commas when what stands before them is none: "its European rival, Airbus, said"."""
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
        if governor < number - 1 and items[governor].word in self._control:
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
            if kind == WHO or kind == THAT and number and items[number - 1].kind == NOUN:
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
        if items[relative].word in ("who", "whom") and items[place].actor < 0:
            # "the head of the union, who": a person, further left if need be.
            further = place
            while further >= 2 and items[further - 1].kind == WITH and items[further - 2].kind == NOUN:
                further -= 2
                if items[further].actor >= 0:
                    return [items[further]]
        return self._joined_left(place)

    def is_reduced(self, number: int) -> bool:
        """Whether a bare past form is a participle behind its noun: "hostages held in Gaza", "the team formed to help".

        It is when a finite verb follows with no object and no subject of its own between, or when a verb that reports
        nothing stands before the noun phrases to its left.
        """
        items = self.items
        verb = items[number]
        if not verb.bare or number == 0 or items[number - 1].kind != NOUN:
            return False
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
        if after < len(items) and items[after].kind == VERB and items[after].finite and not self.is_reduced(after):
            return found if self._relative_of(number) is not None else []
        while after + 1 < len(items):
            kind = items[after].kind
            if kind == NOUN:  # "offered the town a loan"
                found.append(items[after])
                after += 1
                continue
            if kind == WITH and items[after].word == "of" and items[after + 1].kind == NOUN:
                after += 2  # "a line of laptops and a version of the software"
                continue
            if kind in (AND, COMMA_ITEM) and items[after + 1].kind == NOUN:
                last = after + 2
                if last < len(items) and items[last].kind == VERB and items[last].finite:
                    break
                found.append(items[after + 1])
                after += 2
                continue
            if kind == COMMA_ITEM and items[after + 1].kind == AND and after + 2 < len(items) and items[after + 2].kind == NOUN:
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
                    if after + 2 < len(items) and items[after + 2].kind == VERB and items[after + 2].finite:
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


class Outliner:
    """Cuts the sentences of one article, each when it is first asked for."""

    __slots__ = ("_actor_at", "_actor_ends", "_control", "_known", "_page", "_readings")

    def __init__(
        self,
        page: Page,
        candidates: Sequence[Candidate],
        actor_at: Mapping[int, int],
        actor_ends: Sequence[int],
        control: frozenset[str],
    ) -> None:
        self._page = page
        self._actor_at = actor_at
        self._actor_ends = actor_ends
        self._control = control
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
        readings = self._readings
        items: list[Item] = []
        noun: Item | None = None
        token, end = sentence.first_token, sentence.end_token
        while token < end:
            actor = self._actor_at.get(token)
            if actor is not None and self._actor_ends[actor] <= end:
                if noun is None or lowers[token] in _SPLITTING and noun.end == token:
                    noun = Item(NOUN, token, token)
                    items.append(noun)
                noun.end = self._actor_ends[actor]
                noun.actor = actor
                token = noun.end
                continue
            kind = bits[token]
            lower = lowers[token]
            if noun is not None and not kind & _MARKED and not timed[token] and lower[-2:] not in ("ed", "ly"):
                # The common case: one more noun or adjective of a phrase.
                candidate = readings.get(token)
                noun.actor = -1
                token = noun.end = token + 1 if candidate is None else max(token + 1, min(candidate.end_token, end))
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
                after = self._closing(token, end)
                if after is not None:
                    token = after
                    continue
            if kind & QUOTE and noun is not None and (word := self._quoted_word(token, end)) is not None:
                noun.end = word
                noun.actor = -1
                token = word
                continue
            if kind & (COMMA | STOP | QUOTE) and lower not in _GENITIVE:
                noun = None
                items.append(Item(COMMA_ITEM if kind & COMMA else QUOTE_ITEM if kind & QUOTE else STOP_ITEM, token, token + 1))
                token += 1
                continue
            if kind & COORDINATOR:
                noun = None
                items.append(Item(AND, token, token + 1, lower))
                token += 1
                continue
            if kind & RELATIVE or lower == "whose" or lower == "that" and kind & SUBORDINATOR and not self._points(token, end):
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
            if kind & (PREPOSITION | TO) and not (noun is not None and lower in ("like", "as") and False):
                noun = None
                items.append(Item(WITH, token, token + 1, lower))
                token += 1
                continue
            if kind & SUBORDINATOR and not kind & DETERMINER:
                noun = None
                items.append(Item(THAT, token, token + 1, lower))
                token += 1
                continue
            if kind & (ADVERB | NEGATION) and not kind & DETERMINER or not kind and lower.endswith("ly"):
                noun = None if noun is not None and noun.actor >= 0 else noun
                token += 1
                continue
            if noun is not None and (
                lower in _SPLITTING or kind & (SUBJECT | OBJECT) and not kind & POSSESSIVE
            ) and noun.end == token:
                noun = None
            if noun is None:
                if not words[token][0].isalnum() and words[token][0] not in "$£€#":
                    token += 1
                    continue
                noun = Item(NOUN, token, token + 1)
                items.append(noun)
            elif lower not in _GENITIVE or True:
                noun.actor = -1
            noun.end = token + 1
            candidate = readings.get(token)
            if candidate is not None and candidate.end_token <= end:
                noun.end = max(noun.end, candidate.end_token)
                token = noun.end
                continue
            token += 1
        return items

    def _closing(self, token: int, end: int) -> int | None:
        """The token after a short parenthesis: "(R-Harlow)", "(EADS)"."""
        for place in range(token + 1, min(end, token + _PARENTHESIS)):
            if self._page.lowers[place] == ")":
                return place + 1
        return None

    def _quoted_word(self, token: int, end: int) -> int | None:
        """The token after a name in quotation marks inside a noun phrase: 'the 787 "Dreamliner"'."""
        for place in range(token + 1, min(end, token + _QUOTED)):
            if self._page.bits[place] & QUOTE:
                return place + 1 if place > token + 1 and self._page.words[token + 1][0].isupper() else None
            if not self._page.words[place][0].isupper():
                return None
        return None

    def _points(self, token: int, end: int) -> bool:
        """Whether "that" is a determiner: "that contract was"."""
        return token + 1 < end and not self._page.bits[token + 1] & (DETERMINER | SUBJECT | _AUXILIARY) and (
            token == 0 or bool(self._page.bits[token - 1] & (PREPOSITION | STOP | COMMA)) or self._page.words[token][0].isupper()
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
                if lowers[place] == "'s" or page.masked[place] and False:
                    break
                auxiliary = True
                be = bool(kind & BE) or be and not kind & MODAL
                place += 1
                continue
            if (auxiliary or infinitive) and (
                kind & (ADVERB | NEGATION) and not kind & DETERMINER or not kind and lowers[place].endswith("ly")
            ):
                place += 1
                continue
            break
        candidate = self._readings.get(place) if place < end else None
        is_verb = False
        if place < end and self._actor_at.get(place) is None:
            if place == start and (self._after_determiner(place) or self._compound(place, noun, items)):
                is_verb = False
            elif noun is not None and noun.end == place == start and noun.actor >= 0 and self._wills(place, end):
                is_verb = True
            elif candidate is not None:
                is_verb = candidate.reading == "verb"
            elif bits[place] & TRIGGER and not page.masked[place]:
                is_verb = self._reads_as_verb(place, auxiliary, infinitive, noun, items)
            elif not bits[place] and noun is not None and noun.actor >= 0 and not auxiliary and lowers[place].endswith("ed"):
                is_verb = True
        if not is_verb:
            if not auxiliary and not infinitive:
                return None
            verb = Item(VERB, start, max(place, start + 1), lowers[place - 1])
            # A group that ends in adverbs: they are no part of it.
            verb.main = max(start, place - 1)
            verb.infinitive = infinitive
            verb.finite = not infinitive and lowers[start] not in ("being", "been", "be", "having")
            return verb
        last = candidate.end_token if candidate is not None else place + 1
        word = page.lexicon.words.get(lowers[place])
        verb = Item(VERB, start, min(last, end), word.verb if word is not None and word.verb else lowers[place])
        verb.main = place
        verb.infinitive = infinitive
        form = word.forms if word is not None else 0
        verb.gerund = lowers[place].endswith("ing") and not auxiliary and not infinitive
        verb.passive = be and not lowers[place].endswith("ing")
        verb.finite = not infinitive and not verb.gerund
        verb.bare = not auxiliary and not infinitive and bool(form & PAST)
        verb.reporting = bool(bits[place] & (REPORTING | GOVERNOR))
        if verb.bare and verb.end < end and lowers[verb.end] == "by":
            verb.passive = True  # "a convoy attacked by rebels"
            verb.finite = False
        if not auxiliary and not infinitive and form and not form & (PAST | THIRD) and not verb.gerund:
            verb.finite = noun is not None
        return verb

    def _after_determiner(self, token: int) -> bool:
        """Whether an article or possessive stands right before: "the bidding", "its left wing"."""
        if not token:
            return False
        lower = self._page.lowers[token - 1]
        if lower in _HYPHENS:
            return self._page.tokens.starts[token] == self._page.tokens.ends[token - 1]  # "the much-anticipated"
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
        """Whether a word in -ing heads the noun phrase before it: "after the museum shooting", not "rebels shooting"."""
        if noun is None or noun.end != token or not self._page.lowers[token].endswith("ing"):
            return False
        behind = items[-2].kind if len(items) > 1 else STOP_ITEM
        return noun.actor < 0 and self._page.lowers[noun.first] in _SPLITTING and behind in (WITH, VERB)

    def _is_base(self, token: int) -> bool:
        candidate = self._readings.get(token)
        if candidate is not None:
            return candidate.reading == "verb"
        if not self._page.bits[token] & TRIGGER or token in self._actor_at:
            return False
        word = self._page.lexicon.words[self._page.lowers[token]]
        return bool(word.verb) and not word.forms & (PROGRESSIVE | THIRD) and self._page.words[token][0].islower()

    def _reads_as_verb(
        self, token: int, auxiliary: bool, infinitive: bool, noun: Item | None, items: list[Item]
    ) -> bool:
        """Whether a word of the trigger lexicon that is no candidate is a verb here."""
        page = self._page
        word = page.lexicon.words[page.lowers[token]]
        if not word.verb or page.words[token][0].isupper() and token > 0 and noun is not None and not word.forms & (PAST | THIRD):
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
            # "airlines demand improvements": a verb when an actor or plural stands right before and a phrase follows.
            after = page.bits[token + 1] if token + 1 < len(page.bits) else STOP
            return bool(before & SUBJECT) or (
                noun is not None and noun.end == token and bool(after & DETERMINER) and not before & (PREPOSITION | TO)
            )
        if noun is not None and word.forms & PAST:
            return True
        if before & (SUBJECT | COMMA | COORDINATOR):
            return True
        # A base form behind a plural: "airlines want", not "full-length feature films".
        return (
            noun is not None
            and noun.end == token
            and not word.forms & (PROGRESSIVE | PAST)
            and (noun.actor >= 0 or page.lowers[token - 1].endswith("s"))
        )


__all__ = ["AND", "COMMA_ITEM", "NOUN", "QUOTE_ITEM", "STOP_ITEM", "THAT", "TIME", "VERB", "WHO", "WITH", "Item", "Outline", "Outliner"]
