"""Where the clauses of a sentence surely begin: at its start, behind marks and conjunctions, behind verbs of saying.

What comes in: the outline of a sentence. What goes out: openings of clauses with their finite verbs, in text
order. Which of them a line begins with is decided in ``verbatim``.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress
from operator import attrgetter

from timeline.events.article.items import (
    AND,
    COMMA_ITEM,
    NOUN,
    NOUN_WITH_AND_TIME,
    NOUN_WITH_TIME,
    QUOTE_ITEM,
    QUOTE_STOP,
    STOP_ITEM,
    THAT,
    TIME,
    VERB,
    WHO,
    WITH,
    Item,
)
from timeline.events.clauses.outline import Outline
from timeline.events.titles.clause_words import ClauseWords
from timeline.events.titles.line_ends import DASHES
from timeline.lexicons.quote_rows import BARE

_KIND = attrgetter("kind")
_NO_NOUNS = bytes(kind != NOUN for kind in range(256))
_WITH_TIME = frozenset((WITH, TIME))
_OPENERS = frozenset((WITH, TIME, THAT, COMMA_ITEM))
_BEFORE_SPEECH = frozenset((COMMA_ITEM, STOP_ITEM, QUOTE_ITEM))

#: A token where a clause begins, that of its finite verb and where that ends, and that of "who" before it; -1 for none.
Opening = tuple[int, int, int, int]


class ClauseOpenings(ClauseWords):
    """The clauses of one article's sentences."""

    __slots__ = ()

    def _openings(self, outline: Outline, low: int) -> list[Opening]:
        """Where the clauses of a sentence begin."""
        found = self._openings_of.get(low)
        if found is None:
            found = self._openings_of[low] = self._read_openings(outline, low)
        return found

    def _read_openings(self, outline: Outline, low: int) -> list[Opening]:
        """Where clauses begin that have a finite verb with its subject before it, in text order."""
        items = outline.items
        found: list[Opening] = []
        begin = outer = low  # of a clause, and of the one that says it
        inner = -1  # behind the comma that an opening phrase ends in
        verb = behind = who = -1
        under = related = False  # in a clause that opens the sentence, in one that "who" opens
        doubted = False  # in a condition that opens the sentence
        last = len(items) - 1
        kinds = bytes(map(_KIND, items))
        for place in compress(range(last + 1), kinds.translate(_NO_NOUNS)):
            item, kind = items[place], kinds[place]
            if kind in _WITH_TIME and (item.word not in outline.words.clausal or not self._is_told(outline, place + 1)):
                continue
            start = -1
            if kind == VERB:
                if verb < 0 and self.is_own(outline, place):
                    if not related:
                        verb, behind = item.first, item.end
                    related = related and place < last and items[place + 1].kind == VERB
                    related = related or self._is_joined(outline, place)
                plain = verb >= 0 or who < 0  # not "officers who fail to report [a theft]"
                if plain and item.reporting and place < last and self._says(item) and self._is_told(outline, place + 1):
                    start, outer = items[place + 1].first, begin
            elif kind == WITH:
                start, under = item.end, place == 0 or items[0].kind == TIME == items[place - 1].kind
                # "After [a fall had left her lame]", "Years after"
            elif kind == WHO:
                if verb < 0:
                    related, who = True, item.first if who < 0 else who
            elif kind == STOP_ITEM and self.told.words[item.first] in DASHES and not self._is_told(outline, place + 1):
                related = related and verb >= 0  # "jobs -- those in towns -- are going"
            elif kind == QUOTE_ITEM and not self._is_speech(outline, place):
                continue
            elif kind == STOP_ITEM and place < last and items[place + 1].kind == VERB and items[place + 1].finite:
                continue  # "Refoulement (forcible return) is forbidden"
            elif kind == THAT and verb < 0 and item.word in self.told.known.conditions:
                doubted = True
            elif doubted and kind == THAT and verb < 0:
                continue  # "if and when"
            elif kind in QUOTE_STOP or (kind == THAT and self._opens(outline, place)):
                if verb >= 0 or kind != THAT or place == 0:
                    start = item.end
                    under = kind == THAT and (under or verb < 0)
                    outer = begin if kind == THAT else item.end
            elif kind == AND:
                if verb >= 0 and not doubted and self.is_second(outline, place + 1):
                    start = item.end
                elif place < last and self.spoken_with(outline, place + 1) is not None:
                    found.append((begin, verb, behind, who))
                    begin, verb, behind = outer, items[place + 1].first, items[place + 1].end
            elif kind == COMMA_ITEM:
                if verb < 0:
                    related = False
                    if under and begin > low and self._is_told(outline, place + 1):
                        first = outline.number_of(begin)
                        if first is not None and all(one.kind != VERB for one in items[first:place]):
                            start, under = item.end, False  # "While [prices up 3 % last year], firms left"
                    first = inner < 0 and self._is_opener(outline, begin)
                    if first or (inner >= 0 and self._is_told(outline, place + 1)):
                        inner = item.end  # "In talks with Peru, Chile and Fiji, [the envoy] left"
                elif place < last and items[place + 1].kind == AND and self._is_told(outline, place + 2):
                    start = items[place + 1].end
                elif (under or doubted) and self._is_told(outline, place + 1):
                    start = begin if doubted else item.end  # "[If the dam breaks,] the valley will starve"
                    under = doubted = False
            if start >= 0:
                found.append((begin, verb, behind, who))
                if inner > begin:
                    found.append((inner, verb, behind, who))
                begin, inner, verb, behind, who, related = start, -1, -1, -1, -1, False
        found.append((begin, verb, behind, who))
        if inner > begin:
            found.append((inner, verb, behind, who))
        return found

    def _is_speech(self, outline: Outline, mark: int) -> bool:
        """Whether a mark parts what is said from the rest, and not a few words of a clause."""
        before = outline.items[mark - 1] if mark else None
        return before is None or before.kind in _BEFORE_SPEECH or before.reporting

    def _says(self, item: Item) -> bool:
        """Whether a clause without "that" may follow a verb."""
        known = self.told.quotes.verbs.get(self.told.lowers[item.end - 1])
        return known is not None and bool(known[0].takes & BARE)

    def _is_joined(self, outline: Outline, place: int) -> bool:
        """Whether "and" joins another finite verb to the one at a place: "who arrived in May [and became] a symbol"."""
        items = outline.items
        while place + 2 < len(items) and items[place + 1].kind in NOUN_WITH_TIME:
            place += 1
        ahead = items[place + 1 : place + 3]
        return len(ahead) > 1 and ahead[0].kind == AND and ahead[1].kind == VERB and ahead[1].finite

    def _opens(self, outline: Outline, place: int) -> bool:
        """Whether a word opens a clause that may stand alone: "that" behind a verb that reports, "because", "when"."""
        items = outline.items
        item = items[place]
        known = self.told.known
        if item.word in known.conditions or item.word in known.asking:
            return False  # "find [what sank]", "if [the dam breaks]"
        if item.word != "that":
            return place + 1 >= len(items) or items[place + 1].word != "of"  # "because of"
        named = place + 1 < len(items) and items[place + 1].kind != VERB  # but "a plan that helps"
        return named and place > 0 and self.is_said(outline, place)

    def _is_told(self, outline: Outline, place: int) -> bool:
        """Whether a noun phrase is the subject of a finite verb of its own: "said [the port would close]"."""
        items = outline.items
        if place >= len(items) or items[place].kind != NOUN:
            return False
        while place < len(items) and (
            items[place].kind in NOUN_WITH_AND_TIME or (items[place].bare and not self.is_own(outline, place))
        ):
            if items[place].word in outline.words.clausal:
                return False
            place += 1
        return place < len(items) and items[place].kind == VERB and self.is_own(outline, place)

    def _is_opener(self, outline: Outline, begin: int) -> bool:
        """Whether words that a comma ends open a sentence and are no subject: "In Harlow, ...", "However, ..."."""
        number = bisect_right(outline._firsts, begin) - 1
        number = number if number >= 0 and outline.items[number].end > begin else number + 1
        if number >= len(outline.items):
            return False
        item = outline.items[number]
        if self.told.lowers[begin : begin + 2] in self.told.known.bound_pairs:
            return False  # "At least 12 nurses, some in tears, ..."
        return item.kind in _OPENERS or (item.kind == VERB and not item.finite)
