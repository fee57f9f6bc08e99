"""The subject of the clause that tells an event: where its phrase begins and ends, and whose name stands for a pronoun.

What comes in: the outline of a sentence and a finite verb in it. What goes out: the words that stand before the verb in
a line, or None where the sentence does not say so plainly.
"""

from __future__ import annotations

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import (
    AND,
    COMMA_ITEM,
    FIGURE,
    NOUN,
    NOUN_TIME,
    NOUN_WITH_AND_TIME,
    QUOTE_ITEM,
    THAT,
    TIME,
    VERB,
    WHO,
    WITH,
    Item,
)
from timeline.events.clauses.outline import Outline
from timeline.events.titles.line_names import OWNER_MARKS, possessive, short
from timeline.events.titles.subject_phrases import SubjectPhrases
from timeline.lexicons.inflection import BASE, PAST, THIRD
from timeline.lexicons.quotes import (
    ADVERB,
    BE,
    DETERMINER,
    OBJECT_PRONOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    VERB_CUE,
)

#: A name to begin with, token ranges up to the verb, and where its words begin.
Head = tuple[str, list[tuple[int, int]], int]

_LONGEST_SUBJECT = 70  # characters of a subject with the clause that hangs on it
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_POSSESSIVE_PRONOUN = POSSESSIVE | PRONOUN
_PRONOUN_DETERMINER = PRONOUN | DETERMINER

_WHO_VERB = frozenset((WHO, VERB))
_PAST_THIRD = PAST | THIRD
_PLACING = frozenset(("there", "here"))
_BEING = frozenset(("is", "are", "was", "were", "be", "been"))
_OF_THEM = frozenset((("of", "them"), ("of", "which"), ("of", "whom")))


class ClauseSubjects(SubjectPhrases):
    """The subjects of one article's events."""

    __slots__ = ()

    def subject(self, candidate: Candidate, outline: Outline, verb: int) -> Head | None:
        """The subject of a finite verb: a pronoun as its name, a noun phrase without what hangs on it."""
        key = outline.items[verb].first
        if key in self._heads:
            head = self._heads[key]  # the events of one clause share it
        else:
            low = self.page.tokens.sentences[candidate.sentence].first_token
            head = self._heads[key] = self._subject(outline, verb, low)
        if head is None or head[0] or len(head[1]) != 1:
            return head
        first, end = head[1][0]
        if end - first > 1 or not self.told.classes[first] & PRONOUN:
            return head
        name = self.told.pronoun(candidate, (first, end)) or self._acting(candidate, outline, verb, first)
        if name:
            return name, [], first
        if self.told.lowers[first] not in self.told.known.third_persons:
            return head
        start = outline.number_of(first)
        before = outline.items[start - 1] if start else None
        # "the firm said [it would close]" is told with who said it
        return None if before is not None and (before.reporting or before.kind == THAT) else head

    def _subject(self, outline: Outline, verb: int, low: int) -> Head | None:
        """The subject of a finite verb, with the words of a pronoun for a name."""
        items, told = outline.items, self.told
        item = items[verb]
        there = item.first - 1
        if told.lowers[there] in _PLACING:
            if told.lowers[there] == "there" and told.classes[there + 1] & BE and there >= max(0, items[0].first - 1):
                return "", [(there, there + 1)], there
            if not (there and told.classes[there - 1] & PREPOSITION):
                return None  # "oh dear, there goes the bridge"
        opened = items[verb - 1].kind if verb else NOUN
        joined = (self._joined_to(outline, verb) or self.spoken_with(outline, verb)) if opened == AND else None
        if opened == AND and item.bare and joined is None and self._is_absolute(outline, verb):
            return None  # "was sunk, with nine men missing and [presumed] dead"
        aside = self._before_aside(outline, verb) if opened == COMMA_ITEM else None
        subjects, relative = ([aside], None) if aside else outline.subjects(verb if joined is None else joined)
        if not subjects:
            return self._quoted_subject(outline, verb)
        if verb and len(subjects) == 1 and subjects[0] is items[verb - 1] and relative is None:
            first = last = verb - 1  # the subject stands right before its verb, as most do
        else:
            placed = self._placed(outline, verb, subjects, relative)
            if placed is None or (relative is None and opened == WHO):
                return None  # "it is owned by Ames, who [leases] tugs"
            first, last = placed
            if joined is None and self._is_parted(outline, last, verb):
                return None
            if self._is_kept_apart(outline, verb, placed, relative):
                return None
            if items[verb - 1].kind == NOUN and joined is None and verb - last > 2 and self._is_open(items, last, verb):
                return None  # "found that bees count, according to a study [published]"
        if relative is None and first:
            if items[first - 1].word == "whose":
                return self._owned(outline, verb, first, last)
            if self._is_bound(outline, verb, first):
                return None
        start: int | None = first
        if relative is None:
            start = self._phrase_start(outline, first, len(subjects) > 1 and last > first)
        elif self._is_doubtful(outline, first, relative):
            start = self._phrase_start(outline, first, False) if relative.word == "who" else None
        if start is None:
            return None
        while start > 1 and items[start - 1].kind == TIME and items[start - 2].kind == NOUN:
            mark = items[start - 1].first - 1
            if told.lowers[mark - (told.lowers[mark] == "s")] not in OWNER_MARKS:
                break
            start -= 2  # "Ames's third-quarter income"
        begin, end = items[start].first, self._phrase_end(outline, last, verb)
        if items[last].word == FIGURE and end == item.first:
            return None  # "109 [confirmed] cases"
        if end - begin == 1:
            if told.classes[begin] & PRONOUN:
                return "", [(begin, end)], begin
            if told.words[begin].isdigit():
                return None  # "three people were killed and [27] injured"
        return self._worded(outline, verb, (begin, end, last), low, relative, alone=joined is None and last == first)

    def _worded(
        self,
        outline: Outline,
        verb: int,
        phrase: tuple[int, int, int],
        low: int,
        relative: Item | None,
        *,
        alone: bool,
    ) -> Head | None:
        """A subject with the words that belong before it: its article, "more than"; None of one that does not agree.

        Args:
            phrase: Where it begins and ends, and the place of its last item.
            alone: Whether it is one noun phrase.
        """
        items, told = outline.items, self.told
        classes = told.classes
        begin, end, last = phrase
        bits = classes[begin]
        if bits & OBJECT_PRONOUN and end - begin > 1 and not bits & _POSSESSIVE_PRONOUN and told.words[begin].islower():
            begin += 1  # "told me [they] had left"
        begin = told.determined(told.bound_start(told.modifier_start(begin, low), low), low)
        if begin + 1 == end and classes[begin] & ADVERB and not classes[begin] & _PRONOUN_DETERMINER:
            return None  # "However, ..."
        if begin > low and told.words[begin - 1] == "," and told.lowers[begin + 1 : begin + 3] in _OF_THEM:
            return None  # "The girls, [some of them barefoot], were driven home"
        if self._disagrees(begin, end, items[verb], relative):
            return None
        if begin == low and alone and relative is None and not classes[begin]:
            named = self._named_behind(outline, last, verb)
            if named is not None and told.words[end - 1].islower():
                return "", [(named.first, named.end)], named.first  # "Danish shipping firm, [Northgate], has won"
        stop = self.group_start(outline, verb)
        if last + 1 < verb and items[last + 1].bare and not self.is_own(outline, last + 1):
            size = told.tokens.ends[stop - 1] - told.tokens.starts[begin]
            if size <= _LONGEST_SUBJECT and not any(item.kind == COMMA_ITEM for item in items[last + 1 : verb]):
                return "", [(begin, stop)], begin  # "emails Hale turned over to the court"
        if stop > end and told.needs_clause(begin, end):
            if told.tokens.ends[stop - 1] - told.tokens.starts[begin] > _LONGEST_SUBJECT:
                return None
            end = stop
        return "", [(begin, min(end, stop))], begin

    def _placed(
        self, outline: Outline, verb: int, subjects: list[Item], relative: Item | None
    ) -> tuple[int, int] | None:
        """The places of the first and the last noun phrase of a subject; None where these are not before the verb."""
        items, told = outline.items, self.told
        nearest = subjects[-1]
        if len(subjects) > 1 and nearest.end - nearest.first == 1 and told.classes[nearest.first] & PRONOUN:
            subjects = [nearest]  # "marshes and beaches, and it"
        elif len(subjects) == 2 and self._begins_clause(outline, items.index(nearest)):
            subjects = [nearest]  # "weeks after the crash, and the guard"
        first, last = items.index(subjects[0]), items.index(subjects[-1])
        if relative is None:
            first = self.past_clausal(outline, first, verb)
            last = max(first, last)
        elif items[items.index(relative) - 1].kind != COMMA_ITEM:
            return None
        return None if first > verb else (first, last)

    def _is_kept_apart(self, outline: Outline, verb: int, placed: tuple[int, int], relative: Item | None) -> bool:
        """Whether what stands between a noun phrase and a verb says that this is not its subject."""
        items, told = outline.items, self.told
        first, last = placed
        before = items[verb - 1]
        if before.kind == NOUN:
            if relative is not None and last < verb - 1:
                return True  # "the church, which [critics] described as a cult"
            bits = told.classes[before.end - 1]
            if (
                bits & PRONOUN
                and not bits & DETERMINER
                and (before.end - before.first > 1 or (last < verb - 1 and relative is None))
            ):
                return True  # "a call [he] received"
        if relative is not None:
            return bool(first and items[first - 1].word in _BEING)  # "Hale is [the clerk] who robbed the bank"
        inside = before.kind == COMMA_ITEM and first > 1
        inside = inside and items[first - 1].kind == COMMA_ITEM and items[first - 2].kind == NOUN
        # "a cross for Hale, [a pilot] who died in May, fell"
        return inside and any(item.kind in _WHO_VERB for item in items[first:verb])

    def _is_bound(self, outline: Outline, verb: int, first: int) -> bool:
        """Whether the word before a noun phrase says that it is no subject of a clause by itself."""
        items = outline.items
        before, item = items[first - 1], items[first]
        word = before.word
        if word == "that":
            return first > 1 and not self.is_said(outline, first - 1)  # "the rubble that [the raid] had left"
        if before.kind == WHO:
            return first < 2 or items[first - 2].kind != WITH  # "who last won it", but "in which two men died"
        if word == "as":
            plain = not self.told.classes[item.first] and self.told.words[item.first].islower()
            return plain and items[verb].end - items[verb].first == 1  # "held them as human [shields]"
        if word in self.told.known.fronted and first == verb - 1:
            bits = self.told.classes[item.end - 1]
            return bool(bits & PRONOUN and not bits & DETERMINER)  # "what [they] did not win"
        return False

    def _owned(self, outline: Outline, verb: int, first: int, last: int) -> Head | None:
        """The subject behind "whose": "Harlow’s harbour" of "Harlow, whose harbour was shelled"."""
        told = self.told
        owner = self._owner(outline, first - 1)
        if owner is None or "of" in told.lowers[owner.first : owner.end]:
            return None  # "the son of a mayor whose house was searched"
        told_first = bool(told.classes[owner.first] & VERB_CUE) and owner.end - owner.first > 1  # "said Jane Firth"
        name = possessive(short(told.lines.plain(owner.first + told_first, owner.end)))
        return name, [(outline.items[first].first, self._phrase_end(outline, last, verb))], owner.first

    def _disagrees(self, begin: int, end: int, verb: Item, relative: Item | None) -> bool:
        """Whether a verb cannot stand behind a subject: "a race have", "its shares was", "the council open"."""
        told = self.told
        known, word = told.known, told.lowers[verb.first]
        if word in known.singular_verbs:
            last = told.words[end - 1]
            many = last.endswith("s") and last.islower() and last not in known.singular_s
            # "Its shares [fell before trading] was suspended"
            return many and not any(bits & PREPOSITION for bits in told.classes[begin:end])
        if relative is not None or (verb.end - verb.first > 1 and word not in known.plural_verbs):
            return False
        if word in known.plural_verbs:
            phrase = told.lowers[begin:end]  # "A race on the island [have] provoked"
            return told.lowers[begin] in known.singular and "of" not in phrase and "and" not in phrase
        return not verb.bare and not self._agrees(begin, end, verb)  # "that [the council] open the talks"

    def _named_behind(self, outline: Outline, last: int, verb: int) -> Item | None:
        """The name between commas behind a subject: "Northgate" of "shipping firm, Northgate, has won"."""
        items = outline.items
        if verb - last != 4 or items[last + 1].kind != COMMA_ITEM or items[verb - 1].kind != COMMA_ITEM:
            return None
        item = items[last + 2]
        return item if item.kind == NOUN and item.actor >= 0 and not self.told.classes[item.first] else None

    def _is_absolute(self, outline: Outline, verb: int) -> bool:
        """Whether "with" behind a comma opens what a verb is joined to."""
        items = outline.items
        for place in range(verb - 2, 0, -1):
            kind = items[place].kind
            if kind == WITH and items[place].word == "with":
                return items[place - 1].kind == COMMA_ITEM
            if kind not in NOUN_WITH_AND_TIME:
                return False
        return False

    def _agrees(self, begin: int, end: int, verb: Item) -> bool:
        """Whether a verb of one word may stand behind a subject: no bare infinitive behind one person or thing."""
        told = self.told
        if told.lowers[begin] not in told.known.articles:
            return True
        word = self._lexicon.words.get(told.lowers[verb.first])
        if word is None or word.forms & _PAST_THIRD or not word.forms & BASE:
            return True
        last, lowers = told.lowers[end - 1], told.lowers[begin:end]
        one = last not in told.known.plural_heads and not last.endswith("s")
        return not one or "of" in lowers or "and" in lowers

    def _is_parted(self, outline: Outline, last: int, verb: int) -> bool:
        """Whether a clause of its own parts a noun phrase from a verb: "officials [fear that up to a ton] may leak"."""
        items = outline.items
        if verb - last < 3 or items[verb - 1].kind == COMMA_ITEM:
            return False
        for place in range(last + 1, verb):
            if items[place].word == "that" and items[place - 1].kind == VERB and items[verb - 1].kind != AND:
                return True
        return False

    def _quoted_subject(self, outline: Outline, verb: int) -> Head | None:
        """A subject in quotation marks: "said that “unknown gunmen” had tried to leave"."""
        items = outline.items
        if verb < 3 or items[verb - 1].kind != QUOTE_ITEM:
            return None
        opening = next((place for place in range(verb - 2, -1, -1) if items[place].kind == QUOTE_ITEM), 0)
        if not opening or items[opening - 1].kind != THAT or items[opening + 1].kind != NOUN:
            return None
        return "", [(items[opening].first, items[verb - 1].end)], items[opening].first

    def _acting(self, candidate: Candidate, outline: Outline, verb: int, pronoun: int) -> str:
        """The name of who acts, where a pronoun is the subject of the event's own verb; empty without one."""
        item, told = outline.items[verb], self.told
        own = candidate.reading == "verb" and item.first <= candidate.first_token < item.end
        if not own or candidate.frame.voice != "active" or told.lowers[pronoun] not in told.known.third_persons:
            return ""
        if told.lowers[pronoun] == "it" and told.classes[item.first] & BE:
            return ""  # "It was not clear who had fired"
        who = candidate.actors[0] if len(candidate.actors) == 1 else None
        if who is None or not who.key or who.start >= told.tokens.starts[item.first]:
            return ""
        if told.lowers[pronoun] == "they" and not told.is_many(who):
            return ""
        return told.participant(who)

    def spoken_with(self, outline: Outline, verb: int) -> int | None:
        """The verb of the main clause that "and" goes on with behind what it says: "said men fled and promised aid".

        None of a verb that shares what is said: "said men had fled and hidden".
        """
        items = outline.items
        item = items[verb]
        if not item.bare or not item.reporting or verb < 2 or items[verb - 1].kind != AND:
            return None
        near = outline.verb_before(verb - 1)
        if near is None or items[near].bare or items[near].end - items[near].first < 2:
            return None
        place = near - 1
        while place > 0 and items[place].kind in NOUN_WITH_AND_TIME:
            place -= 1
        if place > 0 and items[place].word == "that":
            place -= 1
            while place > 0 and items[place].kind in NOUN_TIME:
                place -= 1
        above = items[place] if place >= 0 else None
        if above is None or not above.bare or not above.reporting or place == near - 1:
            return None
        return place

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
        while place >= 0 and items[place].kind in NOUN_TIME:
            place -= 1
        opened = place > 0 and (
            (items[place].kind == THAT and items[place].word not in ("that", "whose"))
            or (items[place].kind == WITH and items[place].word in outline.words.clausal)
        )
        return outline.verb_before(place) if opened else None
