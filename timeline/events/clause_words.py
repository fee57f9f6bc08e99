"""The words of the clause that tells an event: its subject, its verb, and what stands above an infinitive.

What comes in: the outline of the event's sentence and where its words lie. What goes out: parts of a line, or None
where the sentence was cut into nothing that says who did it. How long a line may be and which of several is taken is
decided in ``lines`` and ``titles``.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from timeline.events.candidates import Candidate
from timeline.events.event_words import LONGEST_TITLE, EventWords, Parts, possessive, short
from timeline.events.items import (
    AND,
    COMMA_ITEM,
    FIGURE,
    NOUN,
    QUOTE_ITEM,
    STOP_ITEM,
    THAT,
    TIME,
    VERB,
    WHO,
    WITH,
    Item,
)
from timeline.events.outline import Outline
from timeline.events.page import Page
from timeline.lexicons.inflection import BASE, PARTICIPLE, PAST, THIRD
from timeline.lexicons.quotes import ADVERB, DETERMINER, MODAL, NEGATION, OBJECT_PRONOUN, POSSESSIVE, PRONOUN, VERB_CUE
from timeline.values.text import Sentence

#: A name to begin with, token ranges up to the verb, and where its words begin.
_Head = tuple[str, list[tuple[int, int]], int]

_DEEPEST = 5  # verbs above one another: "was said to have agreed to try to sell"
_REACH = 24  # items between a verb and the one above it
_LONGEST_SUBJECT = 70  # characters of a subject with the clause that hangs on it
_PARTICIPIAL = frozenset(("having", "being"))
_THIRD_PERSONS = frozenset(("he", "she", "it", "they"))
_SINGULAR = frozenset(("a", "an", "this", "that", "every", "each", "another"))
_PLURAL_VERBS = frozenset(("are", "were", "have"))
_FRONTED = frozenset(("what", "whatever", "whom"))
_ADVERB_NEGATION = ADVERB | NEGATION
_PAST_THIRD = PAST | THIRD


class ClauseWords:
    """The clauses of one article's events."""

    __slots__ = ("_lexicon", "outline", "page", "told")

    def __init__(self, told: EventWords, page: Page, outline: Callable[[Sentence], Outline]) -> None:
        self.told = told
        self.page = page
        self.outline = outline
        self._lexicon = page.lexicon

    def parts(self, candidate: Candidate) -> Parts | None:
        """The clause that tells an event, with its subject in front.

        Of "lay off" in ``Ames, which owns three mills, said it would close one of them and lay off 90 people``: "Ames
        would lay off 90 people".
        """
        sentence = self.page.tokens.sentences[candidate.sentence]
        outline = self.outline(sentence)
        number = outline.number_of(candidate.first_token)
        if number is None:
            return None
        items = outline.items
        high = sentence.end_token
        kind = items[number].kind
        if kind == VERB:
            if candidate.reading != "verb":
                return None
            verb = number
        elif kind == NOUN:
            found = self._verb_of_noun(outline, number)
            if found is None:
                return None
            verb = found
        else:
            return None
        holder = (
            self._holder(outline, verb, number) if kind == NOUN or not self._is_own(outline, verb, candidate) else None
        )
        whole = None
        if holder is not None:
            verb = holder[0]
            whole = items[holder[1]].first
        head = self._head(candidate, outline, verb, _DEEPEST)
        if head is None:
            return None
        name, ranges, first = head
        stop = max(self._stop(outline, candidate, items[verb].first, high), candidate.end_token)
        begin = self._group_start(outline, verb)
        last = candidate.end_token - 1
        if whole is not None and not any(one <= last < other for one, other in ranges):
            # "[A plan to build] homes was thrown out": the event is in what hangs on the subject
            whole = self.told.bound_start(self.told.modifier_start(whole, sentence.first_token), sentence.first_token)
            name, ranges, first = "", [(whole, begin)], whole
        relative = holder is None and self._is_relative(outline, verb)
        if relative:
            stop = max(self.told.relative_end(candidate.end_token, stop), candidate.end_token)
        ranges = _merged([*ranges, (begin, stop)])
        cue = candidate.factuality_cue
        if cue is not None and self.told.classes[cue[0]] & VERB_CUE:
            doubted = any(one <= cue[0] < other for one, other in ranges)
            if not doubted and sentence.first_token <= cue[0] < candidate.first_token:
                return None  # "denied that she had met": the line begins with who denies
        starts, ends = self.told.tokens.starts, self.told.tokens.ends
        if ends[stop - 1] - starts[ranges[0][0]] > LONGEST_TITLE or kind == NOUN:
            ranges = [piece for one, other in ranges for piece in self._around(outline, one, other, candidate)]
        if kind == NOUN and holder is None and ends[candidate.end_token - 1] - starts[ranges[0][0]] > LONGEST_TITLE:
            ranges = self._without_list(outline, number, verb, ranges)
        return name, ranges, first, stop

    # ------------------------------------------------------------------------------------------------------ whose verb

    def _verb_of_noun(self, outline: Outline, number: int) -> int | None:
        """The verb whose object or phrase a noun is: the one before it, else the one it is the subject of."""
        before = self._above(outline, number)
        if before is not None:
            return before
        return outline.verb_after(number)

    def _above(self, outline: Outline, number: int) -> int | None:
        """The nearest verb to the left in the same clause."""
        items = outline.items
        for place in range(number - 1, max(-1, number - 1 - _REACH), -1):
            kind = items[place].kind
            if kind == VERB:
                if self._is_aside(outline, place):
                    continue
                return place
            if kind in (STOP_ITEM, QUOTE_ITEM, WHO, THAT):
                return None
        return None

    def _is_aside(self, outline: Outline, verb: int) -> bool:
        """Whether a verb says between two commas who says so: "The port, [officials said], is closed"."""
        items = outline.items
        if not items[verb].reporting or verb + 1 >= len(items) or items[verb + 1].kind != COMMA_ITEM:
            return False
        place = verb - 1
        while place > 0 and items[place].kind in (NOUN, WITH, AND):
            place -= 1
        return place > 0 and items[place].kind == COMMA_ITEM

    def _holder(self, outline: Outline, verb: int, number: int) -> tuple[int, int] | None:
        """The verb in whose subject an item stands, and the item its subject begins with; None of other items.

        Of "build" in ``A plan to build homes was thrown out``: "was thrown out", "A plan".
        """
        items = outline.items
        later = outline.verb_after(number)
        while later is not None:
            if outline.is_reduced(later) or not self._reaches(outline, number, later):
                return None
            subjects, relative = outline.subjects(later)
            if not subjects:
                return None
            if relative is None:
                first = self._past_clausal(outline, _index(items, subjects[0]), later)
                inside = first <= number and (verb >= number or first > verb)
                return (later, first) if inside else None
            later = outline.verb_after(later)
        return None

    def _reaches(self, outline: Outline, number: int, later: int) -> bool:
        """Whether at most one insertion stands between an item and a verb behind it: "that deal, worth much, is"."""
        items = outline.items
        between = [item.kind for item in items[number + 1 : later]]
        if QUOTE_ITEM in between or AND in between:
            return False
        commas = between.count(COMMA_ITEM)
        if not commas:
            return True
        opened = number > 0 and items[number - 1].kind == COMMA_ITEM
        return between[-1] == COMMA_ITEM and commas == (1 if opened else 2)

    def _past_clausal(self, outline: Outline, first: int, verb: int) -> int:
        """Where a subject begins when a word like "after" is within: "an alert after [the number of cases] rose"."""
        items = outline.items
        opening = outline.parenthesis(verb - 1) if verb > 1 and items[verb - 1].kind == COMMA_ITEM else None
        for place in range(verb - 1 if opening is None else opening - 1, first, -1):
            if items[place].kind == WITH and items[place].word in outline.words.clausal:
                return place + 1
            if items[place].kind not in (NOUN, WITH, AND):
                break
        return first

    def _is_own(self, outline: Outline, verb: int, candidate: Candidate | None = None) -> bool:
        """Whether a verb is finite and no participle behind a noun."""
        item = outline.items[verb]
        if not item.finite or self.told.lowers[item.first] in _PARTICIPIAL:
            return False
        if (
            candidate is not None
            and candidate.reading == "verb"
            and item.first <= candidate.first_token < item.end
            and (item.bare or candidate.tense is not None)
        ):
            return candidate.tense is not None and not self._is_inserted(outline, verb)
        return not outline.is_reduced(verb)

    def _is_inserted(self, outline: Outline, verb: int) -> bool:
        """Whether a bare past form tells of a noun between commas: "The road, opened in May, was closed"."""
        items = outline.items
        if verb < 2 or not items[verb].bare or items[verb - 1].kind != COMMA_ITEM or items[verb - 2].kind != NOUN:
            return False
        if any(item.kind == VERB for item in items[: verb - 2]):
            return False
        closing = next((one for one in range(verb + 1, len(items) - 1) if items[one].kind in (COMMA_ITEM, VERB)), 0)
        behind = items[closing + 1] if closing and items[closing].kind == COMMA_ITEM else None
        return behind is not None and behind.kind == VERB and behind.finite

    # ------------------------------------------------------------------------------------------------- before the verb

    def _head(self, candidate: Candidate, outline: Outline, verb: int, depth: int) -> _Head | None:
        """What stands before a verb in its line: its subject, or the clause that it hangs on."""
        if not depth:
            return None
        items = outline.items
        item = items[verb]
        joined = verb > 0 and items[verb - 1].kind in (AND, COMMA_ITEM)
        if joined and not item.infinitive:
            shared = self._shared(outline, verb)
            if shared is not None:
                head = self._head(candidate, outline, shared, depth - 1)
                if head is None:
                    return None
                name, ranges, first = head
                begin = self._group_start(outline, shared)
                return name, [*ranges, (begin, self._main(outline, shared))], first
        if self._is_own(outline, verb, candidate):
            return self._subject(candidate, outline, verb)
        above = self._above(outline, verb)
        if above is None:
            titled = item.infinitive and verb and all(one.kind in (NOUN, WITH) for one in items[:verb])
            return ("", [(items[0].first, items[verb].first)], items[0].first) if titled else None
        if self._is_relative(outline, above) and any(one.kind == COMMA_ITEM for one in items[above:verb]):
            closing = max(place for place in range(above, verb) if items[place].kind == COMMA_ITEM)
            head = self._subject(candidate, outline, above)
            if head is None:
                return None
            return head[0], _merged([*head[1], (items[closing].end, items[verb].first)]), head[2]
        parallel = joined and ((item.infinitive and items[above].infinitive) or (item.gerund and items[above].gerund))
        head = self._head(candidate, outline, above, depth - 1)
        if head is None or parallel:
            return head
        name, ranges, first = head
        return name, _merged([*ranges, (self._group_start(outline, above), items[verb].first)]), first

    def _shared(self, outline: Outline, verb: int) -> int | None:
        """The verb whose auxiliaries or "to" a joined one shares: "will close it and lay off", "was held and fined".

        None where it has its own or needs none.
        """
        items = outline.items
        item = items[verb]
        if item.end - item.first != 1 or item.gerund:
            return None
        word = self._lexicon.words.get(self.told.lowers[item.first])
        forms = word.forms if word is not None else 0
        plain = not item.finite and not forms & _PAST_THIRD
        base = bool(forms & BASE)
        joined = items[verb - 1].kind == AND
        participle = bool(forms & PARTICIPLE) and not (verb + 1 < len(items) and items[verb + 1].kind == NOUN)
        for place in range(verb - 2, max(-1, verb - 1 - _REACH), -1):
            earlier = items[place]
            if earlier.kind in (STOP_ITEM, QUOTE_ITEM, THAT, WHO):
                return None
            if earlier.kind != VERB:
                continue
            led = self._main(outline, place) > earlier.first
            if base and (earlier.infinitive or self.told.classes[earlier.first] & MODAL):
                return place
            if not joined:
                return None
            if plain:
                return place if led else None
            return place if participle and earlier.passive and led else None
        return None

    def _main(self, outline: Outline, verb: int) -> int:
        """The main verb of a group: the last of its tokens that no particle follows."""
        item = outline.items[verb]
        lexicon = self._lexicon.words
        for token in range(item.first, item.end):
            word = lexicon.get(self.told.lowers[token])
            if word is not None and word.verb == item.word:
                return token
        return max(item.first, item.end - 1)

    def _is_relative(self, outline: Outline, verb: int) -> bool:
        """Whether a finite verb is that of a clause with "who", "which", "that" or "whose"."""
        items = outline.items
        for place in range(verb - 1, -1, -1):
            kind = items[place].kind
            if kind == WHO or items[place].word == "whose":
                return True
            if kind == THAT:
                return items[place].word == "that" and place == verb - 1
            if kind not in (NOUN, WITH):
                return False
        return False

    def _group_start(self, outline: Outline, verb: int) -> int:
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

    def _subject(self, candidate: Candidate, outline: Outline, verb: int) -> _Head | None:
        """The subject of a finite verb: a pronoun as its name, a noun phrase without what hangs on it."""
        items, told = outline.items, self.told
        joined = self._joined_to(outline, verb)
        aside = self._before_aside(outline, verb)
        subjects, relative = ([aside], None) if aside else outline.subjects(verb if joined is None else joined)
        if not subjects:
            return None
        first, last = _index(items, subjects[0]), _index(items, subjects[-1])
        if relative is None:
            first = self._past_clausal(outline, first, verb)
            last = max(first, last)
        if first > verb or (relative is not None and items[_index(items, relative) - 1].kind != COMMA_ITEM):
            return None
        classes = told.classes
        before = items[verb - 1]
        if (
            before.kind == NOUN
            and before.end - before.first == 1
            and classes[before.first] & PRONOUN
            and last < verb - 1
        ):
            return None  # "a call [he] received"
        if relative is None and first and items[first - 1].word == "whose":
            owner = self._owner(outline, first - 1)
            if owner is None:
                return None
            name = possessive(short(told.lines.plain(owner.first, owner.end)))
            return name, [(items[first].first, self._phrase_end(outline, last, verb))], owner.first
        if relative is None and first and items[first - 1].kind == WHO:
            return None  # "who last won it"
        start: int | None = first
        if relative is None:
            start = self._phrase_start(outline, first, len(subjects) > 1)
        elif self._is_doubtful(outline, first, relative):
            start = None
        if start is None:
            return None
        begin, end = items[start].first, self._phrase_end(outline, last, verb)
        if items[last].word == FIGURE and end == items[verb].first:
            return None  # "109 [confirmed] cases"
        if end - begin == 1 and classes[begin] & PRONOUN:
            name = told.pronoun(candidate, (begin, end)) or self._acting(candidate, outline, verb, begin)
            return (name, [], begin) if name else ("", [(begin, end)], begin)
        low = items[0].first
        if end - begin > 1 and classes[begin] & OBJECT_PRONOUN and not classes[begin] & (POSSESSIVE | PRONOUN):
            begin += 1  # "told me [they] had left"
        begin = told.bound_start(told.modifier_start(begin, low), low)
        begin = told.determined(begin, low)
        if begin + 1 == end and classes[begin] & ADVERB and not classes[begin] & (PRONOUN | DETERMINER):
            return None  # "However, ..."
        if told.lowers[begin] in _SINGULAR and told.lowers[items[verb].first] in _PLURAL_VERBS and relative is None:
            phrase = told.lowers[begin:end]
            if "of" not in phrase and "and" not in phrase:
                return None  # "A race on the island [have] provoked"
        stop = self._group_start(outline, verb)
        if stop > end and told.needs_clause(begin, end):
            if told.tokens.ends[stop - 1] - told.tokens.starts[begin] > _LONGEST_SUBJECT:
                return None
            end = stop
        return "", [(begin, min(end, stop))], begin

    def _before_aside(self, outline: Outline, verb: int) -> Item | None:
        """The noun phrase before ", officials said," and a verb: "Traffic, officials said, had dropped"."""
        items = outline.items
        if verb < 4 or items[verb - 1].kind != COMMA_ITEM or items[verb - 2].kind != VERB:
            return None
        if not self._is_aside(outline, verb - 2):
            return None
        opening = next(place for place in range(verb - 3, -1, -1) if items[place].kind == COMMA_ITEM)
        place = opening - 1
        while (
            place > 1 and items[place].kind == NOUN and items[place - 1].kind == WITH and items[place - 2].kind == NOUN
        ):
            place -= 2
        return items[place] if place >= 0 and items[place].kind == NOUN else None

    def _acting(self, candidate: Candidate, outline: Outline, verb: int, pronoun: int) -> str:
        """The name of who acts, where a pronoun is the subject of the event's own verb; empty without one."""
        item, told = outline.items[verb], self.told
        own = candidate.reading == "verb" and item.first <= candidate.first_token < item.end
        if not own or candidate.frame.voice != "active" or told.lowers[pronoun] not in _THIRD_PERSONS:
            return ""
        who = candidate.actors[0] if len(candidate.actors) == 1 else None
        if who is None or not who.key or who.start >= told.tokens.starts[item.first]:
            return ""
        return told.participant(who)

    def _is_doubtful(self, outline: Outline, first: int, relative: Item) -> bool:
        """Whether "which" may stand for the noun further left: "protests in the town, which", "a plan to cut jobs,
        which".
        """
        items = outline.items
        item = items[first]
        if relative.word in ("who", "whom") and item.actor >= 0 and not item.thing:
            return False
        place = first - 1
        if place < 0 or items[place].kind not in (WITH, VERB):
            return False
        if items[place].kind == VERB and self._is_own(outline, place):
            return False
        return place > 0 and items[place - 1].kind == NOUN

    def _joined_to(self, outline: Outline, verb: int) -> int | None:
        """The verb of the main clause that ", but" goes on with behind a clause of its own: "led when Ray hit it, but".

        None where nothing is joined so.
        """
        items = outline.items
        if verb < 2 or items[verb - 1].kind != AND:
            return None
        if items[verb - 2].kind == QUOTE_ITEM:
            opening = next((one for one in range(verb - 3, -1, -1) if items[one].kind == QUOTE_ITEM), 0)
            return outline.verb_before(opening) if opening else None
        if items[verb - 2].kind != COMMA_ITEM:
            return None
        near = outline.verb_before(verb - 1)
        if near is None:
            return None
        place = near - 1
        while place >= 0 and items[place].kind in (NOUN, TIME):
            place -= 1
        opened = place > 0 and (
            (items[place].kind == THAT and items[place].word not in ("that", "whose"))
            or (items[place].kind == WITH and items[place].word in outline.words.clausal)
        )
        return outline.verb_before(place) if opened else None

    def _phrase_start(self, outline: Outline, first: int, many: bool) -> int | None:
        """The item with which a subject begins: "rebels" for the town of "rebels holding the town left".

        None where the words before say that it is no subject, or not all of it.
        """
        items = outline.items
        while first > 0:
            before = items[first - 1]
            further = items[first - 2] if first > 1 else None
            if before.kind == WITH:
                bound = self.told.bound_start(items[first].first, items[0].first) < items[first].first
                if bound or before.word in outline.words.clausal:
                    return first
                if further is not None and further.kind == NOUN:
                    first -= 2
                    continue
                if further is None or further.kind != VERB or self._is_own(outline, first - 2):
                    return None
                if first < 3 or items[first - 3].kind != NOUN:
                    return None
                first -= 3
                continue
            if before.kind == VERB:
                if self._is_own(outline, first - 1):
                    return first if before.reporting and self._may_open(items[first]) else None
                if further is None or further.kind != NOUN:
                    return None
                first -= 2
                continue
            if before.kind == NOUN:
                return None  # "the fee [the industry] pays"
            if before.kind == COMMA_ITEM and many and further is not None and further.kind == NOUN:
                first -= 2
                continue
            if before.kind == AND and further is not None and further.kind == NOUN:
                place = first - 2
                while place >= 0 and items[place].kind in (NOUN, WITH, AND):
                    place -= 1
                stop = items[place] if place >= 0 else None
                if stop is not None and stop.kind not in (THAT, STOP_ITEM, COMMA_ITEM) and not stop.reporting:
                    return first
                first = place + 1
                return first if items[first].kind == NOUN else None
            return first
        return first

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
        while place < verb and items[place].kind in (NOUN, WITH, AND, TIME):
            place += 1
        if place == verb:
            return items[verb - 1].end
        place = last
        while place + 2 < verb and items[place + 1].kind == WITH and items[place + 2].kind == NOUN:
            place += 2
        return items[place].end

    # ------------------------------------------------------------------------------------------------- behind the verb

    def _stop(self, outline: Outline, candidate: Candidate, token: int, high: int) -> int:
        """Where the words of a clause end."""
        told = self.told
        end = told.end(candidate, high)
        if token >= candidate.end_token:
            end = max(end, told.tail_end(token, self.page.clause(token, high)[1]))
        end = min(told.past_condition(end, high), self._next_joined(outline, candidate, high))
        words = told.words
        return words.index(";", candidate.end_token, end) if ";" in words[candidate.end_token : end] else end

    def _next_joined(self, outline: Outline, candidate: Candidate, high: int) -> int:
        """Where a comma parts what the event's subject did next: "shelled the town[, killed 12 and left]"."""
        items = outline.items
        for place in range(1, len(items) - 1):
            if items[place].kind == COMMA_ITEM and items[place].first >= candidate.end_token:
                behind = items[place + 1]
                if behind.kind == VERB and behind.bare and not outline.is_reduced(place + 1):
                    return items[place].first
        return high

    def _without_list(
        self, outline: Outline, number: int, verb: int, ranges: list[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """A long line without what a list names before the event: "complained of [delays, errors and] low pay"."""
        items = outline.items
        place = number
        while place > verb + 1 and items[place - 1].kind in (AND, COMMA_ITEM):
            place -= 2 if items[place - 2].kind == NOUN else 3
        if place == number or place <= verb or items[place].kind != NOUN or items[place - 1].infinitive:
            return ranges
        if all(item.kind != COMMA_ITEM for item in items[place:number]):
            return ranges
        first, end = items[place].first, items[number].first
        found: list[tuple[int, int]] = []
        for begin, stop in ranges:
            found += [(begin, min(stop, first)), (max(begin, end), stop)] if begin < first < stop else [(begin, stop)]
        return _merged(found)

    def _around(self, outline: Outline, first: int, end: int, candidate: Candidate) -> list[tuple[int, int]]:
        """A stretch without what "who" or "which" opens between two commas in it."""
        if end - first < 1:
            return [(first, end)]
        items = outline.items
        found: list[tuple[int, int]] = []
        begin = first
        commas = [place for place, item in enumerate(items) if item.kind == COMMA_ITEM]
        for place, number in pairwise(commas):
            item = items[place]
            if item.first < begin or items[number].end >= end:
                continue
            if item.first <= candidate.first_token < items[number].end:
                continue
            said = items[number - 1].kind == VERB and self._is_aside(outline, number - 1)
            if not said and items[place + 1].kind != WHO and items[place + 1].word != "whose":
                continue
            if item.first > begin:
                found.append((begin, item.first))
            begin = items[number].first if said else items[number].end
        found.append((begin, end))
        return found


def _index(items: list[Item], item: Item) -> int:
    """The place of an item, by what it is and not by what it equals."""
    return next(place for place, one in enumerate(items) if one is item)


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
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


__all__ = ["ClauseWords"]
