"""The words that tell an event as they stand in the text, from where a clause surely begins to where the event ends.

What comes in: the outline of the event's sentence. What goes out: parts of a line that leave nothing out between their
first and their last word but what commas insert. It is the way to tell an event whose clause is not plain
(``clause_words``): who did it is never guessed, at the price of a longer line.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import (
    COMMA_ITEM,
    NOUN,
    QUOTE_ITEM,
    STOP_ITEM,
    TIME,
    VERB,
    WHO,
    WHO_THAT_QUOTE_STOP,
    WITH,
)
from timeline.events.clauses.outline import Outline
from timeline.events.titles.clause_openings import ClauseOpenings
from timeline.events.titles.clause_verbs import merged
from timeline.events.titles.clause_words import Parts
from timeline.events.titles.line_text import LONGEST_LINE, LONGEST_TITLE
from timeline.lexicons.quotes import (
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    MARK,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    STOP,
    VERB_CUE,
)

_PRONOUN_DETERMINER = PRONOUN | DETERMINER
_ACCORDING = ("according", "to")
_VERB_TIME = frozenset((VERB, TIME))
_COMMA_QUOTE = frozenset((COMMA_ITEM, QUOTE_ITEM))
_NOUN_COMMA = frozenset((NOUN, COMMA_ITEM))
_BEING = frozenset(("is", "are", "was", "were", "be", "been"))
#: Words of a noun phrase that "who" behind it chooses from: "the only man who".
_CHOSEN = frozenset(
    ("any", "anyone", "every", "everyone", "first", "last", "next", "no", "nobody", "none", "only", "those")
)
_PARTING = frozenset((",", ";", "and", "but"))
_JOINTS = CONJUNCTION | MARK | PUNCTUATION | STOP

#: A token where a clause begins, that of its finite verb and where that ends, and that of "who" before it; -1 for none.
Opening = tuple[int, int, int, int]


class Verbatim(ClauseOpenings):
    """The sentences of one article, told as they stand."""

    __slots__ = ()

    def verbatim(self, candidate: Candidate) -> Parts:
        """From the beginning of the last clause that holds all of the event to the end of its words.

        Of "threatened" in ``The family sent a letter to the police explaining that two doctors had been threatened``:
        "Two doctors had been threatened"; of "explaining": the whole.
        """
        told = self.told
        sentence = self.page.tokens.sentences[candidate.sentence]
        outline = self.outline(sentence)
        low, high = told.past_dateline(sentence.first_token, sentence.end_token), sentence.end_token
        trigger = candidate.first_token
        (begin, verb, behind, relative), opened, following = self._opening(candidate, outline, low)
        known = told.known.conditions
        conditional = told.lowers[begin] in known or (begin > low and told.lowers[begin - 1] in known)
        stop = high if conditional else self._end(candidate, outline, verb, high)
        apart = following > max(behind, candidate.end_token) and told.words[following - 1] in _PARTING
        if apart and not conditional and verb not in told.by_cue:
            stop = min(stop, following)  # "When [the votes are counted], Hale will leave"
        begin = self._past_joints(begin, trigger)
        said = told.by_cue.get(begin, -1)
        if begin < trigger and said >= 0 and told.quotations[said].source_spans:
            source = told.tokens.token_at(told.quotations[said].source_spans[0].start)
            begin = source if begin < source <= trigger else begin  # "said [a retired general]"
        begin = told.bound_start(told.modifier_start(told.word_start(begin, low), low), low)
        if begin - 2 >= low and told.lowers[begin - 2 : begin] == _ACCORDING:
            found = self._related(candidate, outline, stop, low) if candidate.reading == "verb" else None
            if found is not None:
                return found  # "according to [an official who asked] for no name"
            begin -= 2
        far = self._size(begin, max(behind, begin)) > LONGEST_TITLE
        if far and opened > candidate.end_token and told.classes[begin] & PREPOSITION:
            end = opened - 1
            turned = self._turned(outline, begin, opened, high)
            if turned:
                return turned, [(begin + 1, end)], begin, end, candidate.end_token
            return "", [(begin + 1, end)], begin, end, candidate.end_token  # "In [a bid to end the war], ..."
        if self._size(begin, candidate.end_token) > LONGEST_TITLE:
            found = self._related(candidate, outline, stop, low)
            if found is not None:
                return found  # "[In a ruling of the] court that rejected the ban"
        plain = begin <= verb < stop and self._opens_plainly(outline, begin)
        if not plain and not self.is_whole(outline, begin, stop):
            if begin > low and self._size(low, stop) <= LONGEST_LINE and self.is_whole(outline, low, stop):
                return "", [(low, stop)], low, stop, candidate.end_token
            appended = self._appended(candidate, outline, stop) if begin > low else None
            if appended is not None:
                return appended
            verb, behind, stop = self._with_main(outline, begin, (verb, behind, stop), high)
        least = max(candidate.end_token, behind)
        ranges = [(begin, stop)]
        size = self._size(begin, stop)
        if size > LONGEST_TITLE and verb >= 0:
            place = outline.number_of(verb)
            whole = least if place is None else max(least, self.least(outline, place, candidate))
            least = whole if self._size(begin, whole) <= LONGEST_LINE else least
        if size <= LONGEST_LINE:
            return "", ranges, begin, stop, least
        ranges = self._around(outline, begin, stop, candidate)
        inside = begin < relative < verb and self.page.finites.find(1, begin, relative) < 0
        if inside and not relative <= trigger < verb and self._length(ranges) > LONGEST_LINE:
            ranges = [(begin, relative), (verb, stop)]  # "A boy [who came from Cuba] must be returned"
        told_in = [(first, min(end, candidate.end_token)) for first, end in ranges]
        if self._length(told_in) > LONGEST_LINE:
            return self._phrase(candidate, outline, stop, low)
        if self._length([(first, min(end, least)) for first, end in ranges]) > LONGEST_LINE:
            least = candidate.end_token
        return "", ranges, begin, stop, least

    def _opens_plainly(self, outline: Outline, begin: int) -> bool:
        """Whether a clause begins with a noun phrase."""
        number = outline.number_of(begin)
        return number is not None and outline.items[number].kind == NOUN and self.told.lowers[begin] != "than"

    def _turned(self, outline: Outline, begin: int, opened: int, high: int) -> str:
        """A clause before what opened its sentence: of "After losing the vote ..., Hale left" "Hale left after".

        Empty of openings other than with a verb in "-ing", and where the line would be long.
        """
        place = outline.number_of(begin + 1)
        verb = self.main_verb(outline, opened, high)
        if place is None or verb < 0 or not outline.items[place].gerund:
            return ""
        clause = self.told.lines.cut([(opened, self.complemented(outline, verb))], LONGEST_TITLE)
        fits = len(clause) + self._size(begin, opened) <= LONGEST_LINE
        return f"{clause} {self.told.lowers[begin]}" if clause and fits else ""

    def _with_main(self, outline: Outline, begin: int, told: tuple[int, int, int], high: int) -> tuple[int, int, int]:
        """The verb of a clause behind an opening phrase, where that ends, and where the line does.

        "As reported, [the council sold the mill]"; what was ``told`` where no verb follows or the line would be long.
        """
        stop = told[2]
        place = self.main_verb(outline, begin, high)
        if place < 0 or outline.items[place].first < stop:
            return told
        item = outline.items[place]
        end = self.told.tail_end(item.end, self.page.clause(item.first, high)[1])
        end = max(min(end, self.next_joined(outline, item.end, high)), item.end)
        whole = self.complemented(outline, place)
        if item.reporting and item.first in self.told.by_cue:
            end = high  # "Asked about it, the mayor said [that nobody was hurt]"
        if self._size(begin, whole) > LONGEST_LINE:
            return told
        return item.first, whole if self._size(begin, end) > LONGEST_TITLE else item.end, max(end, whole)

    def _opening(self, candidate: Candidate, outline: Outline, low: int) -> tuple[Opening, int, int]:
        """The last clause that holds all of an event, where it begins behind an opening phrase, and the next one."""
        told = self.told
        trigger = limit = candidate.first_token
        cue = candidate.factuality_cue
        if cue is not None and low <= cue[0] < trigger and told.classes[cue[0]] & VERB_CUE:
            limit = cue[0]  # "denied that she had met": the line begins with who denies
        chosen: Opening = (low, -1, -1, -1)
        unnamed: Opening | None = None
        opened = following = -1
        for opening in self._openings(outline, low):
            first, main = opening[:2]
            if first <= limit and first > chosen[0] and told.lowers[first] in told.known.relatives:
                continue
            if first > limit:
                opened = first if main == chosen[1] else opened
                following = first if main != chosen[1] else following
                break
            nobody = first > chosen[0] and told.lowers[first] in told.known.third_persons
            if nobody and not told.pronoun(candidate, (first, first + 1)):
                unnamed = opening if main >= 0 else unnamed
                continue  # "the firm said [it would close]"
            if main >= 0 and (main <= trigger or first <= low or not self._is_apart(outline, trigger, main)):
                chosen = opening
        far = unnamed is not None and self._size(chosen[0], trigger) > LONGEST_TITLE
        return (unnamed if far and unnamed is not None and unnamed[0] > chosen[0] else chosen), opened, following

    def _past_joints(self, first: int, trigger: int) -> int:
        """Behind "but", "however," and the like."""
        classes, words = self.told.classes, self.told.words
        while first < trigger and (
            classes[first] & _JOINTS or (self.told.lowers[first] == "that" and classes[first + 1] & _PRONOUN_DETERMINER)
        ):
            first += 1
        return first + 2 if first + 2 < trigger and words[first + 1] == "," and classes[first] & ADVERB else first

    def _size(self, first: int, end: int) -> int:
        """The characters of a stretch."""
        return self.told.tokens.ends[end - 1] - self.told.tokens.starts[first] if end > first else 0

    def _length(self, ranges: list[tuple[int, int]]) -> int:
        """The characters of some stretches."""
        starts, ends = self.told.tokens.starts, self.told.tokens.ends
        return sum(ends[end - 1] - starts[first] + 1 for first, end in ranges if end > first)

    def _end(self, candidate: Candidate, outline: Outline, verb: int, high: int) -> int:
        """Where the words of an event end; behind the clause of a verb that follows it."""
        told = self.told
        stop = told.end(candidate, high)
        if verb < 0 or verb in told.by_cue:
            return high
        if verb >= candidate.end_token:
            stop = max(stop, told.tail_end(verb, self.page.clause(verb, high)[1]))
        else:
            stop = min(stop, self.next_joined(outline, candidate.end_token, high))
        return max(stop, candidate.end_token)

    def _is_apart(self, outline: Outline, trigger: int, verb: int) -> bool:
        """Whether a mark other than a comma, or a clause, begins between a token and the verb behind it."""
        return any(trigger < item.first < verb and item.kind == STOP_ITEM for item in outline.items)

    def _related(self, candidate: Candidate, outline: Outline, stop: int, low: int) -> Parts | None:
        """What "who" or "which" stands for with the clause that holds an event; None without such a clause."""
        items, told = outline.items, self.told
        number = outline.number_of(candidate.first_token)
        place = number if number is not None else -1
        apart = candidate.reading != "verb"  # "the man who gave it a name, [according to a report]"
        own = not apart and number is not None and number > 0 and items[number - 1].kind in _NOUN_COMMA
        while place > 0 and items[place].kind not in WHO_THAT_QUOTE_STOP:
            if (apart or own) and items[place].kind == COMMA_ITEM:
                place = 0
            place -= 1
        related = place > 0 and items[place].word == "that" and (items[place + 1].kind == VERB or place + 1 == number)
        if place > 0 and (items[place].kind == WHO or related):
            before = place - 1
            while before > 0 and items[before].kind != NOUN:
                before -= 1
            while before > 1 and items[before - 1].kind == WITH and items[before - 2].kind == NOUN:
                before -= 2
            if items[before].kind == NOUN:
                first = told.determined(told.modifier_start(items[before].first, low), low)
                end = told.relative_end(candidate.end_token, stop)
                if self._size(first, candidate.end_token) <= LONGEST_LINE:
                    ranges = [(first, end)]
                    apposed = all(item.kind in _COMMA_QUOTE for item in items[before + 1 : place])
                    if apposed and self._is_plainly_related(outline, before, place):
                        ranges = [(first, items[before].end), (items[place].end, end)]
                    return "", ranges, first, end, candidate.end_token
        return None

    def _is_plainly_related(self, outline: Outline, noun: int, who: int) -> bool:
        """Whether what "who" opens may be told of its noun alone: not "the only man who", "is a man who"."""
        items = outline.items
        if who + 1 >= len(items) or items[who + 1].kind != VERB or not self.is_own(outline, who + 1):
            return False
        before = items[noun - 1] if noun else None
        if before is not None and (before.word in _BEING or before.kind == WITH):
            return False
        lowers = self.told.lowers
        return _CHOSEN.isdisjoint(lowers[max(0, items[noun].first - 1) : items[noun].end])

    def _phrase(self, candidate: Candidate, outline: Outline, stop: int, low: int) -> Parts:
        """A phrase that names an event far from where its sentence begins.

        What "who" or "which" stands for with the clause behind it, the noun with its phrases, who acts with the verb.
        """
        related = self._related(candidate, outline, stop, low) or self._appended(candidate, outline, stop)
        if related is not None:
            return related
        items, told = outline.items, self.told
        number = outline.number_of(candidate.first_token)
        edge = self._edge(candidate, low)
        if candidate.reading == "verb" and edge == candidate.first_token:
            who = candidate.recipients if candidate.frame.voice == "passive" else candidate.actors
            if candidate.tense is not None and who and who[0].key:
                verb = told.verb_start(candidate, low)
                return told.participant(who[0]), [(verb, stop)], verb, stop, candidate.end_token
        if number and items[number].kind == VERB and self.is_own(outline, number, candidate):
            head = self.subject(candidate, outline, number)
            if head is not None and (head[0] or head[1]):
                ranges = merged([*head[1], (self.group_start(outline, number), stop)])
                return head[0], ranges, head[2], stop, candidate.end_token
        while number and items[number].kind == VERB and items[number - 1].kind == TIME:
            number -= 1  # "the oil a day [being pumped into the sea]"
        if number is not None and items[number].kind == NOUN:
            first = told.determined(told.modifier_start(items[number].first, low), low)
        elif (
            number and items[number].kind in _VERB_TIME and items[number - 1].kind == NOUN and not items[number].finite
        ):
            first = told.determined(told.modifier_start(items[number - 1].first, low), low)  # "[refugees] fleeing it"
        else:
            first = edge
            if told.lowers[first] in told.known.third_persons and not told.classes[first - 1] and first > low:
                place = outline.number_of(first - 1)  # "the strike [they have been planning]"
                first = outline.items[place].first if place is not None else first
        if self._size(first, candidate.end_token) > LONGEST_LINE:
            first = told.word_start(candidate.first_token, low)
        return "", [(first, stop)], first, stop, candidate.end_token

    def _appended(self, candidate: Candidate, outline: Outline, stop: int) -> Parts | None:
        """The clause before a comma and what its subject did with it: "The court threw it out, citing a fault"."""
        items = outline.items
        number = outline.number_of(candidate.first_token)
        place = number if number is not None else 0
        while place > 1 and items[place - 1].kind not in WHO_THAT_QUOTE_STOP:
            if items[place - 1].kind == COMMA_ITEM and items[place].gerund:
                verb = outline.verb_before(place - 1)
                if verb is None or not self.is_own(outline, verb):
                    return None
                head = self.subject(candidate, outline, verb)
                if head is None:
                    return None
                name, ranges, first = head
                end = self.complemented(outline, verb)
                phrase = items[verb + 1 : verb + 3]
                if end == items[verb].end and [item.kind for item in phrase] == [WITH, NOUN]:
                    end = phrase[1].end  # "called for a vote"
                main = (self.group_start(outline, verb), end)
                found = merged([*ranges, main, (items[place - 1].first, stop)])
                if self._length([*found[:-1], (found[-1][0], candidate.end_token)]) > LONGEST_LINE:
                    return None
                return name, found, first, stop, candidate.end_token
            place -= 1
        return None

    def _edge(self, candidate: Candidate, low: int) -> int:
        """Where the nearest clause with a finite verb begins."""
        token = candidate.first_token
        while token > low:
            token = max(low, self.page.clause(token, token + 1)[0])
            if 1 in self.page.finites[token + 1 : candidate.end_token]:
                related = self.told.classes[token] & RELATIVE
                if not related or self.told.classes[token + 1] & _PRONOUN_DETERMINER:
                    return token + bool(related)  # "claims that [he had ordered him]"
            token -= 1
        return self.told.past_openers(max(token, low), candidate.first_token)


__all__ = ["Verbatim"]
