"""Which verbs of a sentence carry an event: its own, the one above it, the one whose words it shares.

What comes in: the outline of a sentence. What goes out: places of items in it. Whose subject stands before a verb is
asked in ``clause_subjects``.
"""

from __future__ import annotations

from bisect import bisect_right

from timeline.events.article.items import (
    AND,
    COMMA_ITEM,
    NOUN,
    NOUN_WITH,
    NOUN_WITH_AND,
    NOUN_WITH_TIME,
    QUOTE_ITEM,
    STOP_ITEM,
    THAT,
    TIME,
    VERB,
    WHO,
    WHO_THAT_QUOTE_STOP,
    WITH,
)
from timeline.events.clauses.outline import Outline
from timeline.events.titles.reduced_verbs import ReducedVerbs
from timeline.lexicons.events import VERB_FORM
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, THIRD
from timeline.lexicons.quote_rows import ADDRESSEE
from timeline.lexicons.quotes import ADVERB, DETERMINER, MODAL, NEGATION

_REACH = 24  # items between a verb and the one above it
_BEFORE_WORDS = frozenset((VERB, NOUN, WITH))  # before a mark that opens a few words
_PARTING = frozenset((COMMA_ITEM, AND, STOP_ITEM))
_WITH_TIME = frozenset((WITH, TIME))
_ADVERB_NEGATION = ADVERB | NEGATION
_PAST_THIRD = PAST | THIRD


class ClauseVerbs(ReducedVerbs):
    """The verbs around one article's events."""

    __slots__ = ()

    def above(self, outline: Outline, number: int) -> int | None:
        """The nearest verb to the left in the same clause."""
        items = outline.items
        for place in range(number - 1, max(-1, number - 1 - _REACH), -1):
            kind = items[place].kind
            if kind == VERB:
                if self.is_aside(outline, place):
                    continue
                return place
            if kind in WHO_THAT_QUOTE_STOP and (kind != QUOTE_ITEM or items[place - 1].kind not in _BEFORE_WORDS):
                return None
        return None

    def is_said(self, outline: Outline, that: int) -> bool:
        """Whether "that" opens what is said, and no clause that tells of a noun: "the rubble [that] the raid left"."""
        items = outline.items
        place = that - 1
        while place >= 0 and items[place].kind in _WITH_TIME:
            place -= 1
        if place < 0 or items[place].kind == VERB:
            return place >= 0
        if items[place].kind != NOUN:
            return True
        if self.page.governs(items[place].end - 1, "clause"):
            return True
        verb = items[place - 1] if place else items[place]
        known = self.told.quotes.verbs.get(self.told.lowers[verb.end - 1]) if verb.kind == VERB else None
        return known is not None and bool(known[0].takes & ADDRESSEE)

    def is_aside(self, outline: Outline, verb: int) -> bool:
        """Whether a verb says between two commas who says so: "The port, [officials said], is closed"."""
        items = outline.items
        if not items[verb].reporting or verb + 1 >= len(items) or items[verb + 1].kind != COMMA_ITEM:
            return False
        place = verb - 1
        while place > 0 and items[place].kind in NOUN_WITH_AND:
            place -= 1
        return place > 0 and items[place].kind == COMMA_ITEM

    def is_whole(self, outline: Outline, begin: int, stop: int) -> bool:
        """Whether a stretch holds a clause that stands alone: "the mill was sold", not "as reported"."""
        return self.main_verb(outline, begin, stop) >= 0

    def main_verb(self, outline: Outline, begin: int, stop: int) -> int:
        """The first verb in a stretch whose clause hangs on no other; -1 without one."""
        clausal = outline.words.clausal
        named = hanging = related = hung = False  # behind a noun phrase, in a clause that hangs on another, on a noun
        for place in range(max(0, bisect_right(outline._firsts, begin) - 1), len(outline.items)):
            item = outline.items[place]
            if item.first >= stop:
                break
            kind = item.kind
            if kind == NOUN:
                named = True
                hanging = hanging or self.told.lowers[item.first] == "than"
            elif kind == COMMA_ITEM:
                hanging = related = False
            elif kind == WHO or (kind == THAT and named):
                related = True
            elif kind == THAT or (kind == WITH and item.word in clausal and (item.word != "as" or not named)):
                hanging = True
            elif kind == VERB and item.finite and self.is_own(outline, place):
                hung = (hung and outline.items[place - 1].kind == AND) or hanging or related
                if named and not hung:
                    return place
                hanging = hanging or not named  # "[Should he win], the mill will close"
                related = False
        return -1

    def is_second(self, outline: Outline, place: int) -> bool:
        """Whether a noun phrase with its own verb follows "and" at once: "He gave no reason and [officials] left"."""
        items = outline.items
        if place >= len(items) or items[place].kind != NOUN or self.told.words[items[place].end - 1].isdigit():
            return False  # "Three were killed and 27 injured"
        token = items[place].first
        if self.page.bits[token] & VERB_FORM and not self.told.classes[token] and self.told.words[token].islower():
            near = outline.verb_before(place - 1)
            if near is not None and items[near].infinitive:
                return False  # "promised to leave and [release prisoners taken in May]"
        while place < len(items) and (
            items[place].kind in NOUN_WITH_TIME
            or (items[place].kind == AND and [item.kind for item in items[place - 1 : place + 2 : 2]] == [NOUN, NOUN])
        ):
            place += 1
        if place < len(items) - 1 and (items[place].kind == WHO or items[place].word == "that"):
            related = outline.verb_after(place)
            later = outline.verb_after(related) if related is not None else None
            if later is None or any(item.kind in _PARTING for item in items[place:later]):
                return False
            place = later  # "and most of the jobs [that he held] were"
        return place < len(items) and items[place].kind == VERB and self.is_own(outline, place)

    def _is_next(self, outline: Outline, number: int) -> bool:
        """Whether a noun phrase behind "and" is the subject of the next verb: "is down and [crimes] are common"."""
        return outline.items[number - 1].kind == AND and self.is_second(outline, number)

    def holder(self, outline: Outline, verb: int, number: int) -> tuple[int, int] | None:
        """The verb in whose subject an item stands, and the item its subject begins with; None of other items.

        Of "build" in ``A plan to build homes was thrown out``: "was thrown out", "A plan".
        """
        items = outline.items
        later = outline.verb_after(number)
        if later is not None and self._tells_of(outline, verb):
            first = verb - 1
            while first > 1 and items[first - 1].kind == WITH and items[first - 2].kind == NOUN:
                first -= 2
            return later, first
        while later is not None:
            if later != verb and self._is_inserted(outline, later):
                later = outline.verb_after(later)
                continue
            if self.is_reduced(outline, later) or not self._reaches(outline, number, later, verb):
                return None
            subjects, relative = outline.subjects(later)
            if not subjects:
                return None
            if relative is None:
                first = self.past_clausal(outline, items.index(subjects[0]), later)
                inside = first <= number and (verb >= number or first > verb or self._is_inserted(outline, verb))
                return (later, first) if inside else None
            later = outline.verb_after(later)
        return None

    def _reaches(self, outline: Outline, number: int, later: int, verb: int) -> bool:
        """Whether at most one insertion stands between an item and a verb behind it: "that deal, worth much, is"."""
        items = outline.items
        between = [item.kind for item in items[number + 1 : later]]
        if QUOTE_ITEM in between or AND in between:
            return False
        commas = between.count(COMMA_ITEM)
        if not commas:
            return True
        opened = any(place > 0 and items[place - 1].kind == COMMA_ITEM for place in (number, verb) if place <= number)
        return between[-1] == COMMA_ITEM and commas == (1 if opened else 2)

    def past_clausal(self, outline: Outline, first: int, verb: int) -> int:
        """Where a subject begins when a word like "after" is within: "an alert after [the number of cases] rose"."""
        items = outline.items
        opening = outline.parenthesis(verb - 1) if verb > 1 and items[verb - 1].kind == COMMA_ITEM else None
        for place in range(verb - 1 if opening is None else opening - 1, first, -1):
            if items[place].kind == WITH and items[place].word in outline.words.clausal:
                if items[place].word == "as" and not self._is_behind_verb(outline, place):
                    continue  # "her work as [head of the board] was praised"
                return place + 1
            if items[place].kind not in NOUN_WITH_AND:
                break
        return first

    def _is_behind_verb(self, outline: Outline, place: int) -> bool:
        """Whether a verb stands before an item in its clause."""
        for item in reversed(outline.items[:place]):
            if item.kind == VERB:
                return True
            if item.kind not in NOUN_WITH_TIME:
                return False
        return False

    def shared(self, outline: Outline, verb: int) -> int | None:
        """The verb whose auxiliaries or "to" a joined one shares: "will close it and lay off", "was held and fined".

        None where it has its own or needs none.
        """
        items = outline.items
        item = items[verb]
        if self.main(outline, verb) != item.first or item.gerund:
            return None
        word = self._lexicon.words.get(self.told.lowers[item.first])
        forms = word.forms if word is not None else 0
        plain = not item.finite and not forms & _PAST_THIRD
        base = bool(forms & BASE)
        joined = items[verb - 1].kind == AND
        participle = bool(forms & PARTICIPLE) and not (verb + 1 < len(items) and items[verb + 1].kind == NOUN)
        for place in range(verb - 2, max(-1, verb - 1 - _REACH), -1):
            earlier = items[place]
            if earlier.kind in WHO_THAT_QUOTE_STOP:
                return None
            if earlier.word == "with" and place and items[place - 1].kind == COMMA_ITEM:
                return None  # "was sunk, with nine men missing and [presumed] dead"
            if earlier.kind != VERB:
                continue
            led = self.main(outline, place) > earlier.first
            if base and (earlier.infinitive or self.told.classes[earlier.first] & MODAL):
                return place
            if not joined:
                return None
            if plain:
                return place if led else None
            return place if participle and earlier.passive and led else None
        return None

    def is_relative(self, outline: Outline, verb: int) -> bool:
        """Whether a finite verb is that of a clause with "who", "which", "that" or "whose"."""
        items = outline.items
        for place in range(verb - 1, -1, -1):
            kind = items[place].kind
            if kind == WHO or items[place].word == "whose":
                return True
            if kind == THAT:
                return items[place].word == "that" and place == verb - 1
            if kind not in NOUN_WITH:
                return False
        return False

    def group_start(self, outline: Outline, verb: int) -> int:
        """The first token of a verb group, with the adverbs and negations right before it."""
        item = outline.items[verb]
        floor = outline.items[verb - 1].end if verb else item.first
        first = item.first
        classes, lowers = self.told.classes, self.told.lowers
        while first > floor and (
            (classes[first - 1] & _ADVERB_NEGATION and not classes[first - 1] & DETERMINER)
            or lowers[first - 1].endswith("ly")
        ):
            first -= 1
        return first

    def verb_of_noun(self, outline: Outline, number: int) -> int | None:
        """The verb whose object or phrase a noun is: the one before it, else the one it is the subject of."""
        items = outline.items
        before = self.above(outline, number)
        if before is not None and not (number > before and self._is_next(outline, number)):
            return before
        later = first = outline.verb_after(number)
        while later is not None and (self._is_inserted(outline, later) or self.is_relative(outline, later)):
            later = outline.verb_after(later)
        if later is None:
            return first
        said = self.told.by_cue.get(items[later].first, -1)
        if said >= 0 and self.told.quotations[said].source_spans:
            source = self.told.quotations[said].source_spans[0].start
            if source > self.told.tokens.starts[items[later].first]:
                return None  # "the vote was close, said [Firth]"
        return later


def merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges without empty ones, those that touch made one."""
    found: list[tuple[int, int]] = []
    for first, end in ranges:
        if end <= first:
            continue
        if found and found[-1][0] <= first <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((first, end))
    return found
