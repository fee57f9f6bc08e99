"""The words of the clause that tells an event: its subject, its verb, and what stands above an infinitive.

What comes in: the outline of the event's sentence and where its words lie. What goes out: parts of a line, or None
where the sentence was cut into nothing that says who did it. How long a line may be and which of several is taken is
decided in ``lines`` and ``titles``.
"""

from __future__ import annotations

from itertools import pairwise

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import (
    AND,
    COMMA_AND,
    COMMA_ITEM,
    COMMA_STOP,
    NOUN,
    NOUN_TIME,
    NOUN_WITH,
    NOUN_WITH_AND,
    QUOTE_ITEM,
    THAT,
    TIME,
    VERB,
    WHO,
    WHO_THAT_QUOTE_STOP,
    WITH,
)
from timeline.events.clauses.outline import Outline
from timeline.events.titles.clause_subjects import ClauseSubjects, Head
from timeline.events.titles.clause_verbs import merged
from timeline.events.titles.cut_places import BINDING
from timeline.events.titles.line_text import LONGEST_LINE, LONGEST_TITLE
from timeline.lexicons.events import HAVE
from timeline.lexicons.quotes import RELATIVE, SUBORDINATOR, VERB_CUE

#: A name to begin with (or ""), token ranges behind it, the stretch of text that these stand for, and the token before
#: which no line of them ends.
Parts = tuple[str, list[tuple[int, int]], int, int, int]

#: The outline of a sentence, and in it the places of an event, of the verb that tells it, and of the first item of the
#: phrase before that verb which holds the event; -1 where none does.
Carrier = tuple[Outline, int, int, int]

_BEFORE_CONDITION = frozenset((AND, QUOTE_ITEM))
_SUBORDINATOR_RELATIVE = SUBORDINATOR | RELATIVE
_BEING = frozenset(("is", "was"))
_ASKING = frozenset((THAT, WHO))
_OPENING_PHRASE = frozenset((WITH, TIME, THAT))

#: Instead of a phrase: the event is the verb of a clause of its own.
OWN = -2

_SHORTEST_CLAUSE = 30  # characters of a clause that tells something without the one behind it

_LONGEST_LIST = 6  # items back from a comma where a list may have begun
_DEEPEST = 5  # verbs above one another: "was said to have agreed to try to sell"


class ClauseWords(ClauseSubjects):
    """The clauses of one article's events."""

    __slots__ = ()

    def carrier(self, candidate: Candidate) -> Carrier | None:
        """The verb that tells an event, and the phrase that holds it before that verb; None where there is none.

        Of "lay off" in ``Ames, which owns three mills, said it would close one of them and lay off 90 people``: "lay
        off"; of "talks" in ``The talks in Ghent have ended``: "have ended", "the talks".
        """
        outline = self.outline(self.page.tokens.sentences[candidate.sentence])
        number = outline.number_of(candidate.first_token)
        if number is None:
            return None
        kind = outline.items[number].kind
        if kind == VERB:
            if candidate.reading != "verb":
                return None
            if self.is_own(outline, number, candidate):
                return outline, number, number, OWN
            verb = number
        elif kind == NOUN:
            found = self.verb_of_noun(outline, number)
            if found is None:
                return None
            verb = found
        else:
            return None
        holder = self.holder(outline, verb, number)
        return (outline, number, verb, -1) if holder is None else (outline, number, *holder)

    def parts(self, candidate: Candidate, carrier: Carrier) -> Parts | None:
        """The clause that tells an event, with its subject in front: "Ames would lay off 90 people"."""
        outline, number, verb, holding = carrier
        sentence = self.page.tokens.sentences[candidate.sentence]
        items = outline.items
        high = sentence.end_token
        kind = items[number].kind
        whole = items[holding].first if holding >= 0 else None
        head = self._head(candidate, outline, verb, _DEEPEST, own=kind == VERB and holding == OWN)
        if head is None:
            return None
        name, ranges, first = head
        stop = max(self._stop(candidate, items[verb].first, high), candidate.end_token)
        if whole is None:
            stop = max(min(stop, self.next_joined(outline, candidate.end_token, high)), candidate.end_token)
        elif items[verb].first in self.told.by_cue:
            stop = high  # "A minister, citing the ruling, said ..."
        else:
            behind = max(candidate.end_token, items[verb].end)
            stop = max(min(stop, self.next_joined(outline, behind, high)), behind)
        stop = self._past_apposition(outline, stop, high)
        begin = self.group_start(outline, verb)
        bare = stop == items[verb].end < high and self.told.classes[stop] & SUBORDINATOR
        if stop < high and self.told.classes[stop] & _SUBORDINATOR_RELATIVE:
            stop = self._past_content(outline, stop, high)
        elif bare and self.told.tokens.ends[stop - 1] - self.told.tokens.starts[first] < _SHORTEST_CLAUSE:
            stop = self.page.clause(stop, high)[1]  # "The visit comes [as the talks begin]"
        last = candidate.end_token - 1
        if whole is not None and not any(one <= last < other for one, other in ranges):
            # "[A plan to build] homes was thrown out": the event is in what hangs on the subject
            whole = self.told.bound_start(self.told.modifier_start(whole, sentence.first_token), sentence.first_token)
            name, ranges, first = "", [(whole, begin)], whole
        relative = whole is None and self.is_relative(outline, verb)
        if relative:
            stop = max(self.told.relative_end(candidate.end_token, stop), candidate.end_token)
        if not name and ranges[0][0] > sentence.first_token:
            ranges[0] = (self._past_condition(outline, ranges[0][0], stop), ranges[0][1])
            first = min(first, ranges[0][0])
        if len(ranges) == 1 and ranges[0][1] == begin:
            ranges = [(ranges[0][0], stop)]
        else:
            ranges = merged([*ranges, (begin, stop)])
            if not ranges:
                return None
        starts, ends = self.told.tokens.starts, self.told.tokens.ends
        far = ends[stop - 1] - starts[ranges[0][0]] > LONGEST_TITLE
        least = candidate.end_token
        if far or verb + 1 == len(items) or stop < items[verb + 1].end:
            least = self.least(outline, verb, candidate)
            if stop < least <= high:
                stop = least
                ranges[-1] = (ranges[-1][0], stop)
        cue = candidate.factuality_cue
        if cue is not None and self.told.classes[cue[0]] & VERB_CUE:
            doubted = any(one <= cue[0] < other for one, other in ranges)
            if not doubted and sentence.first_token <= cue[0] < candidate.first_token:
                return None  # "denied that she had met": the line begins with who denies
        if far or kind == NOUN:
            ranges = [piece for one, other in ranges for piece in self._around(outline, one, other, candidate)]
        if kind == NOUN and whole is None and ends[candidate.end_token - 1] - starts[ranges[0][0]] > LONGEST_TITLE:
            ranges = self._without_list(outline, number, verb, ranges)
        return name, ranges, first, stop, least

    def _past_content(self, outline: Outline, stop: int, high: int) -> int:
        """Where a line ends that would break off before what its verb says or asks: "wants to know [what happened]".

        And before what "it was" points to: "It was a fire [that killed nine]".
        """
        items = outline.items
        number = outline.number_of(stop)
        if not number or items[number].kind not in _ASKING:
            return stop
        before = items[number - 1]
        cleft = before.kind == NOUN and number > 2 and items[number - 2].word in _BEING
        cleft = cleft and self.told.lowers[items[number - 3].first] == "it"
        word = items[number].word
        if not cleft and (before.kind != VERB or (word != "that" and word not in self.told.known.asking)):
            return stop
        end = next((item.first for item in items[number + 1 :] if item.kind in COMMA_STOP), high)
        return max(stop, min(end, self.told.tail_end(stop, high)))

    def _past_condition(self, outline: Outline, first: int, stop: int) -> int:
        """Where a main clause begins with the condition before it: "If the dam breaks, [the port floods]".

        Where it began before, when no condition stands there or the line would be too long.
        """
        items = outline.items
        place = 0
        while place < len(items) and items[place].kind in _BEFORE_CONDITION:
            place += 1
        if place >= len(items) or items[place].word not in self.told.known.conditions or items[place].first >= first:
            return first
        begin = items[place].first
        number = outline.number_of(first)
        main = number is not None and items[number - 1].kind == COMMA_ITEM
        starts, ends = self.told.tokens.starts, self.told.tokens.ends
        return begin if main and ends[stop - 1] - starts[begin] <= LONGEST_LINE else first

    def least(self, outline: Outline, verb: int, candidate: Candidate) -> int:
        """Behind what a verb cannot do without, and behind the event."""
        return max(self.complemented(outline, verb), candidate.end_token)

    def complemented(self, outline: Outline, verb: int) -> int:
        """Behind what a verb cannot do without: its object, "of" what, and what the object is told to do."""
        items = outline.items
        last = len(items)
        place = verb + 1
        end = items[verb].end
        while place < last and items[place].kind == TIME:
            place += 1
        shared = place == verb + 1 and place + 2 < last and items[place].word == "or"
        if shared and items[place + 1].kind == VERB and items[place + 2].kind == NOUN:
            return items[place + 2].end  # "does not pardon or shorten [the term]"
        if place + 1 < last and items[place].word in BINDING and items[place + 1].kind == NOUN:
            end = items[place + 1].end  # "clashed with police"
        if place < last and items[place].kind == NOUN:
            end, place = items[place].end, place + 1
            while place + 1 < last and items[place].word == "of" and items[place + 1].kind == NOUN:
                end, place = items[place + 1].end, place + 2
            if items[verb].word in outline.words.object_control:
                ahead = place
                while ahead < last and items[ahead].kind not in COMMA_STOP and not items[ahead].infinitive:
                    ahead += 1
                place = ahead if ahead < last and items[ahead].infinitive else place
        asked = verb + 1 < last and items[verb + 1].kind in _ASKING and items[verb + 1].word in self.told.known.asking
        if asked:
            return next(
                (item.first for item in items[verb + 2 :] if item.kind in COMMA_STOP), end
            )  # "say what you think"
        if place < last and items[place].infinitive:
            end, place = items[place].end, place + 1
            if place < last and items[place].kind == NOUN:
                end = items[place].end
            elif place < last and items[place].kind in _ASKING and items[place].word in self.told.known.asking:
                end = next((item.first for item in items[place + 1 :] if item.kind in COMMA_STOP), end)
        return end

    def shortened(self, candidate: Candidate, outline: Outline, verb: int, parts: Parts) -> list[tuple[int, int]]:
        """A clause up to its object, and what follows the comma before its event: "It hit a truck, in the third raid".

        Empty where the event does not stand so.
        """
        items = outline.items
        end = self.complemented(outline, verb)
        place = outline.number_of(candidate.first_token) or 0
        while place > verb + 1 and items[place - 1].kind not in WHO_THAT_QUOTE_STOP:
            if items[place - 1].kind == COMMA_ITEM and (items[place].kind == WITH or items[place].gerund):
                if items[place - 1].first < end:
                    return []
                before = [(first, min(stop, end)) for first, stop in parts[1]]
                return merged([*before, (items[place - 1].first, parts[3])])
            place -= 1
        return []

    def _head(self, candidate: Candidate, outline: Outline, verb: int, depth: int, *, own: bool = False) -> Head | None:
        """What stands before a verb in its line: its subject, or the clause that it hangs on."""
        if not depth:
            return None
        items = outline.items
        item = items[verb]
        joined = verb > 0 and items[verb - 1].kind in COMMA_AND
        if joined and not item.infinitive:
            shared = self.shared(outline, verb)
            if shared is not None:
                head = self._head(candidate, outline, shared, depth - 1)
                if head is None:
                    return None
                name, ranges, first = head
                begin = self.group_start(outline, shared)
                return name, [*ranges, (begin, self.main(outline, shared))], first
        if joined and item.bare and items[verb - 1].kind == AND and self.spoken_with(outline, verb) is None:
            near = outline.verb_before(verb - 1)
            if near is not None and items[near].end - items[near].first > 1 and self._has(items[near].first):
                head = self._head(candidate, outline, near, depth - 1)
                if head is not None:  # "has led the bank and resigned": of which the second may share "has"
                    begin = self.group_start(outline, near)
                    return head[0], merged([*head[1], (begin, items[verb].first)]), head[2]
        if own or self.is_own(outline, verb, candidate):
            return self.subject(candidate, outline, verb)
        above = self.above(outline, verb)
        if above is None:
            titled = item.infinitive and verb and items[0].kind == NOUN and outline.verb_after(verb) is None
            titled = titled and all(one.kind in NOUN_WITH for one in items[:verb])
            return ("", [(items[0].first, items[verb].first)], items[0].first) if titled else None
        closing = max((place for place in range(above, verb) if items[place].kind == COMMA_ITEM), default=-1)
        if closing >= 0 and self.is_relative(outline, above):
            unread = item.infinitive and closing + 2 == verb and items[closing + 1].kind == NOUN
            if not unread:
                return None  # but of "Ames, who was freed in May, [plan] to leave" the verb was taken for a noun
            head = self.subject(candidate, outline, above)
            if head is None:
                return None
            return head[0], merged([*head[1], (items[closing].end, items[verb].first)]), head[2]
        listed = joined and items[verb - 1].kind == AND  # not "stopped sending aid[, making it hard]"
        parallel = (joined and item.infinitive and items[above].infinitive) or (
            listed and item.gerund and items[above].gerund
        )
        head = self._head(candidate, outline, above, depth - 1)
        if head is None or parallel:
            return head
        name, ranges, first = head
        return name, merged([*ranges, (self.group_start(outline, above), items[verb].first)]), first

    def _has(self, token: int) -> bool:
        """Whether a word is a form of "have"."""
        return bool(self.page.bits[token] & HAVE)

    def _stop(self, candidate: Candidate, token: int, high: int) -> int:
        """Where the words of a clause end."""
        told = self.told
        end = told.end(candidate, high)
        if token >= candidate.end_token:
            end = max(end, told.tail_end(token, self.page.clause(token, high)[1]))
        end = told.past_condition(end, high)
        words = told.words
        return words.index(";", candidate.end_token, end) if ";" in words[candidate.end_token : end] else end

    def next_joined(self, outline: Outline, token: int, high: int) -> int:
        """Where a comma or "and" behind a token parts what is told next: "shelled the town[, killed 12 and left]"."""
        items = outline.items
        for place in outline.joints:
            if items[place].first < token or place + 1 >= len(items):
                continue
            kind, behind = items[place].kind, items[place + 1]
            if kind == AND and self._begins_second(outline, place):
                return items[place].first
            if behind.kind != VERB or not behind.bare:
                continue
            parts = (kind == COMMA_ITEM and self.told.words[items[place].first] == ",") or (
                kind == AND and items[place - 1].kind in NOUN_TIME
            )
            if parts and not self.is_reduced(outline, place + 1):
                return items[place].first
        return high

    def _begins_second(self, outline: Outline, place: int) -> bool:
        """Whether "and" opens a clause with a subject of its own: "refused to concede[, and his allies left]"."""
        items = outline.items
        if items[place + 1].kind in _OPENING_PHRASE:
            apart = items[place].word == "but" and items[place - 1].kind == COMMA_ITEM
            return apart and any(item.finite for item in items[place + 2 :])  # "[, but in May the men left]"
        if not self.is_second(outline, place + 1):
            return False
        before = place - 1
        while before > 0 and items[before].kind in NOUN_WITH:
            before -= 1
        return items[before].kind not in WHO_THAT_QUOTE_STOP  # not "held that the church [and its members] had"

    def _without_list(
        self, outline: Outline, number: int, verb: int, ranges: list[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """A long line without what a list names before the event: "complained of [delays, errors and] low pay"."""
        items = outline.items
        place = number
        while place > verb + 1 and items[place - 1].kind in COMMA_AND:
            place -= 2 if items[place - 2].kind == NOUN else 3
        if place == number or place <= verb or items[place].kind != NOUN or items[place - 1].infinitive:
            return ranges
        if items[number - 1].kind != AND or all(item.kind != COMMA_ITEM for item in items[place:number]):
            return ranges
        first, end = items[place].first, items[number].first
        found: list[tuple[int, int]] = []
        for begin, stop in ranges:
            found += [(begin, min(stop, first)), (max(begin, end), stop)] if begin < first < stop else [(begin, stop)]
        return merged(found)

    def _past_apposition(self, outline: Outline, stop: int, high: int) -> int:
        """Where a line ends that would break off before a verb: "found that Hale, the owner of a mill, [had left]"."""
        commas = outline.commas
        if stop >= high or len(commas) < 2:
            return stop
        for place, number in pairwise(commas):
            if outline.items[number].end == stop or outline.items[number].first == stop:
                if not self._is_apposed(outline, place, number):
                    return stop
                token = outline.items[number + 1].first
                return max(stop, self.told.tail_end(token, self.page.clause(token, high)[1]))
        return stop

    def _is_apposed(self, outline: Outline, place: int, number: int) -> bool:
        """Whether two commas enclose who or what a subject is: "that Hale[, the owner of a mill,] had left"."""
        items = outline.items
        if place < 1 or number + 1 >= len(items) or items[place - 1].kind != NOUN or items[place + 1].kind != NOUN:
            return False
        if items[number + 1].kind != VERB or not self.is_own(outline, number + 1):
            return False
        if any(item.kind == COMMA_ITEM for item in items[max(0, place - _LONGEST_LIST) : place]):
            return False  # "a plan, backed by Chile, Peru and Fiji, failed"
        return all(
            item.kind in NOUN_WITH_AND or (item.kind == VERB and item.bare) for item in items[place + 1 : number]
        )

    def _around(self, outline: Outline, first: int, end: int, candidate: Candidate) -> list[tuple[int, int]]:
        """A stretch without what "who" or "which" opens between two commas in it."""
        if end <= first or len(outline.commas) < 2:
            return [(first, end)]
        items = outline.items
        found: list[tuple[int, int]] = []
        begin = first
        for place, number in pairwise(outline.commas):
            item = items[place]
            if item.first < begin or items[number].end >= end:
                continue
            if item.first <= candidate.first_token < items[number].end:
                continue
            said = items[number - 1].kind == VERB and self.is_aside(outline, number - 1)
            aside = said or items[place + 1].kind == WHO or items[place + 1].word == "whose"
            if not aside and not self._is_apposed(outline, place, number):
                continue
            if item.first > begin:
                found.append((begin, item.first))
            begin = items[number].first if said else items[number].end
        found.append((begin, end))
        return found


__all__ = ["Carrier", "ClauseWords", "Parts"]
