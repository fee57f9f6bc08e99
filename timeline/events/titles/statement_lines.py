"""The line of a statement: who says it, the verb in the headline's present, and what is said.

What comes in: a candidate that is the verb of saying, and the quotations of its article. What goes out: a line, or an
empty one where nobody or nothing is known to be said; then the statement is told as any other event (``titles``).
"""

from __future__ import annotations

from bisect import bisect_right

from timeline.events.article.candidates import Candidate
from timeline.events.article.items import NOUN, NOUN_WITH_TIME, VERB, WHO
from timeline.events.clauses.outline import Outline
from timeline.events.titles.line_text import LONGEST_LINE, LONGEST_TITLE, capital
from timeline.events.titles.lines import SHORTEST_CUT
from timeline.events.titles.statement_speakers import StatementSpeakers
from timeline.lexicons.quote_rows import INFINITIVE, OBJECT
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    MARK,
    MODAL,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    STOP,
)
from timeline.values.events import Quotation

_FINITE = BE | AUXILIARY | MODAL
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_MARK_PUNCTUATION_STOP = MARK | PUNCTUATION | STOP
_STOP_PUNCTUATION = STOP | PUNCTUATION


class StatementLines(StatementSpeakers):
    """One article's statements."""

    __slots__ = ()

    def statement(self, candidate: Candidate) -> str:
        """ "X says Y" or "X: “Y”": the speaker, the verb in the headline's present, the content's first clause."""
        number = self.told.by_cue.get(candidate.end_token - 1, self.told.by_cue.get(candidate.first_token, -1))
        if number < 0:
            return self.said_last(candidate)
        quotation = self.told.quotations[number]
        speaker = self._joined_speaker(candidate, quotation) or self.told.speaker(quotation)
        first, end = self.tokens.token_range(quotation.content_spans[0].start, quotation.content_spans[0].end)
        classes = self.classes
        token = candidate.first_token
        if self._is_anothers(candidate, quotation):
            return ""
        gerund = self.tokens.lowers[token].endswith("ing") and not candidate.frame.auxiliaries
        if gerund and self.tokens.words[token - 1] != "," and not self._is_with(quotation, token):
            return ""  # "sent a letter to the police explaining that"
        if quotation.kind != "direct" and (classes[first] & NEGATION or self.tokens.lowers[first] == "to"):
            return ""  # "told a reporter not to moan"
        if classes[first] & RELATIVE and candidate.end_token < first:
            return ""  # "asked workers who had been dismissed"
        if not speaker:
            return self._said_by_pronoun(candidate, quotation, first, end)
        if quotation.kind == "direct" and self._lacks_subject(first, end):
            return ""
        if quotation.kind == "direct" and not self._is_fragment(first, end):
            while first < end and self.classes[first] & MARK:
                first += 1
            room = LONGEST_TITLE - len(speaker) - len(": “”")
            content = self._whole(first, self._first_sentence(first, end), max(room, SHORTEST_CUT), quoted=True)
            return f"{speaker}: “{capital(content)}”" if content else ""
        verb = self._present(candidate, speaker)
        first = self.told.past_dateline(first, end)
        first = self.told.bound_start(first, min(first, candidate.end_token))  # "said about 30 jobs were at risk"
        if self.classes[first] & _FINITE and first and self.tokens.lowers[first - 1] == "that":
            first -= 1  # "said that was a mistake"
        if verb and len(quotation.content_spans) > 1 and not self._is_clause(first, end):
            return self._said_around(quotation, speaker, verb) or self._told_by(speaker, first, end)
        if not verb or not self._is_clause(first, end):
            return ""
        told = self.has_verb(first, end)
        asked = not told and first > token and "to" in self.tokens.lowers[first:end]
        if asked and self.quotes.verbs[self.tokens.lowers[token]][0].takes & INFINITIVE:
            return ""  # "asked the nurse to be the mayor"
        while told and classes[first] & MARK:
            first += 1
        if not told and first > token and self._wants_clause(token):
            return self.said_last(candidate, told=True)  # "said in putting [the case to the council]"
        opens = end <= token and classes[first] & PREPOSITION and not self._is_bound(first)
        if opens and not self.has_verb(first, end):
            return ""  # "In addition, Hale said, the waves were high"
        if first > token and classes[first - 1] & PREPOSITION:
            return ""  # "told the court about a call he received"
        if self._tells_of_hearer(candidate, first):
            return self.said_last(candidate, told=True)
        room = LONGEST_TITLE - len(speaker) - len(verb) - 2
        source = self.tokens.token_at(quotation.source_spans[0].start) if quotation.source_spans else -1
        if source >= 0 and self.tokens.lowers[source] in self.known.relatives:
            commas = [token for token in range(first + 1, end) if self.tokens.words[token] == ","]
            clause = self.tokens.lowers[first - 1] == "that"  # of an object the first comma ends it
            end = next((token for token in commas if not clause or self.has_verb(first, token)), end)
        content = self._content(first, end, room)
        if self._is_plain(first):
            content = content[:1].lower() + content[1:]  # "The port will close, Hale said"
        return f"{speaker} {verb} {content}" if content else ""

    def _is_with(self, quotation: Quotation, token: int) -> bool:
        """Whether a gerund tells with its subject what somebody says: ", with a spokesman [saying] it was new"."""
        if not quotation.source_spans:
            return False
        span = quotation.source_spans[0]
        first, end = self.tokens.token_range(span.start, span.end)
        while first > 1 and not self.classes[first - 1]:
            first -= 1  # "with Ames spokesman [Omar Hale]"
        return end == token and first > 1 and self.tokens.lowers[first - 1] == "with"

    def _wants_clause(self, token: int) -> bool:
        """Whether a verb of saying takes no object that tells what was said: "said", "warned", not "announced"."""
        found = self.quotes.verbs.get(self.tokens.lowers[token])
        return found is not None and not found[0].takes & OBJECT

    def _said_around(self, quotation: Quotation, speaker: str, verb: str) -> str:
        """ "Traffic, officials said, had dropped": both parts of what is said behind who says it."""
        parts = [self.tokens.token_range(span.start, span.end) for span in quotation.content_spans]
        if not self._is_verb(parts[1][0]):  # then what stands before is no subject of what stands behind
            if self.has_verb(*parts[0]) or not self.has_verb(*parts[1]):
                return ""
            parts = parts[1:]  # "In addition, Hale said, the waves were high"
        content = self.lines.cut(parts, max(LONGEST_TITLE - len(speaker) - len(verb) - 2, SHORTEST_CUT))
        if self._is_plain(parts[0][0]):
            content = content[:1].lower() + content[1:]
        return f"{speaker} {verb} {content}" if content else ""

    def _told_by(self, speaker: str, first: int, end: int) -> str:
        """What somebody says partly in other words: "Firth: The plan is “a good one”"."""
        content = self.lines.cut([(first, end)], LONGEST_TITLE - len(speaker) - 2)
        return f"{speaker}: {capital(content)}" if content else ""

    def _is_bound(self, first: int) -> bool:
        """Whether words bound a number: "At least 30 people drown"."""
        return self.tokens.lowers[first : first + 2] in self.known.bound_pairs

    def _is_fragment(self, first: int, end: int) -> bool:
        """Whether a quotation is a few words of a sentence: 'acknowledged "tactical withdrawals"'."""
        while first < end and self.classes[first] & MARK:
            first += 1
        return first < end and self.tokens.words[first][:1].islower() and not self.has_verb(first, end)

    def _lacks_subject(self, first: int, end: int) -> bool:
        """Whether a quotation begins with the verb of a clause: 'a number that "is still unknown"'."""
        while first < end and self.classes[first] & MARK:
            first += 1
        return first < end and self.tokens.words[first][:1].islower() and self._is_verb(first)

    def _said_by_pronoun(self, candidate: Candidate, quotation: Quotation, first: int, end: int) -> str:
        """ "Ames will cut 90 jobs, it said": what "it" says, where nobody is known for it; empty of other sources."""
        if quotation.kind != "indirect" or not quotation.source_spans or end > candidate.first_token:
            return ""
        source = self.tokens.token_at(quotation.source_spans[0].start)
        if not self.classes[source] & PRONOUN or not end <= source < candidate.first_token:
            return ""
        if self.classes[source - 1] & CONJUNCTION:
            return ""  # "He reported the theft, and others spoke"
        said = f", {self.lines.plain(source, candidate.end_token)}"
        content = self.lines.cut([(self.told.past_dateline(first, end), end)], LONGEST_TITLE - len(said))
        return f"{capital(content)}{said}" if content and self._is_clause(first, end) else ""

    def _tells_of_hearer(self, candidate: Candidate, first: int) -> bool:
        """Whether what seems to be said tells who heard it: "told a charity that [rescued 54 others]"."""
        that = first - 1
        if that <= candidate.end_token or self.tokens.lowers[that] != "that":
            return False
        if self.classes[first] & _FINITE:
            return False
        return first in self.told.verbs or self.page.finite(first) or self.tokens.lowers[first].endswith("ed")

    def said_last(self, candidate: Candidate, *, told: bool = False) -> str:
        """ "Two cranes were damaged, the union said." as "The union says two cranes were damaged"; empty otherwise."""
        subject, sentence = candidate.frame.subject, self.tokens.sentences[candidate.sentence]
        if subject is not None and subject[0] == sentence.first_token:
            outline = self.clauses.outline(sentence)
            place = outline.number_of(candidate.first_token)
            head = self.clauses.subject(candidate, outline, place) if place is not None else None
            subject = head[1][0] if head is not None and head[1] else None  # "Hale has died, [his family] has said"
        if subject is None or subject[0] - 1 <= sentence.first_token:
            return ""
        before = subject[0] - 1
        marked = self.classes[before] & MARK and self.tokens.words[before - 1] == ","  # ‘will pay," he said’
        if self.tokens.words[before] != "," and not marked:
            return ""
        last = candidate.end_token
        closed = last >= sentence.end_token or self.classes[last] & _STOP_PUNCTUATION or last in self.lines.timed
        if not closed and not told:
            return ""
        if all(self.classes[token] & ADVERB for token in range(*subject)):
            return ""  # ", however, said Hale"
        speaker = capital(self.told.pronoun(candidate, subject) or self.lines.plain(*subject))
        verb = self._present(candidate, speaker)
        if not verb or len(speaker) > SHORTEST_CUT:
            return ""
        first = self.told.past_dateline(sentence.first_token, subject[0])
        room = LONGEST_TITLE - len(speaker) - len(verb) - 2
        content = self._content(first, subject[0] - 1, room)
        if self._is_plain(first):
            content = content[:1].lower() + content[1:]
        return f"{speaker} {verb} {content}" if content else ""

    def _content(self, first: int, end: int, room: int) -> str:
        """What is said, cut to fit; with more room where else it would have no verb."""
        end = next((token for token in range(first + 1, end - 1) if self.classes[token] & STOP), end)
        told = self._without_insertion(first, end, room)
        if not told:
            end = self._one_clause(first, end, room)
        if told:
            return self.lines.cut(told, max(room, SHORTEST_CUT), dates=False)
        return self._whole(first, end, max(room, SHORTEST_CUT), quoted=False)

    def _whole(self, first: int, end: int, room: int, *, quoted: bool) -> str:
        """A stretch cut to fit, with its main verb; where that is far from where it begins, without the words between.

        Where something was ``quoted``, "…" stands for these.
        """
        runs = self.lines.runs([(first, end)], room, dates=quoted)
        sentence = self.tokens.sentence_at(self.tokens.starts[first])
        if not runs or runs[-1][1] >= end or sentence is None:
            return self.lines.joined(runs)
        stop = runs[-1][1]
        bare = self.tokens.lowers[stop - 2] == "to"  # "has forced it to cancel [its flights]"
        outline = self.clauses.outline(sentence)
        verb = self.clauses.main_verb(outline, first, end)
        reached = verb >= 0 and outline.items[verb].end
        phrased = reached == stop and self.classes[stop] & PREPOSITION  # "was edited [from Harlow]"
        if not bare and (verb < 0 or reached < stop or phrased):
            return self.lines.joined(runs)
        wide = room + LONGEST_LINE - LONGEST_TITLE
        longer = self.lines.runs([(first, end)], wide, dates=quoted)
        if verb < 0 or (longer and longer[-1][1] > reached):
            line = self.lines.joined(longer)
            return line if len(line) <= wide else self.lines.joined(runs)
        head = self._subject_end(outline, first, verb)
        if head < 0:
            comma = next((token for token in range(stop - 1, first + 2, -1) if self.tokens.words[token] == ","), stop)
            if comma < stop and not self.clauses.is_whole(outline, first, comma):
                told = self.lines.cut([(comma + 1, end)], room - 2, dates=quoted)  # "Since it opened, the port has ..."
                return f"… {told}" if quoted else told
            return self.lines.cut([(first, comma)], room, dates=quoted)  # "it is late[, and most of the men who came]"
        subject = self.lines.plain(first, head)
        rest = [(self.clauses.group_start(outline, verb), end)]
        told = self.lines.cut(rest, max(room - len(subject), SHORTEST_CUT), dates=quoted)
        if not told:
            return self.lines.joined(runs)
        return f"{subject} … {told}" if quoted else f"{subject} {told}"

    def _subject_end(self, outline: Outline, first: int, verb: int) -> int:
        """Where the noun phrase ends that opens a clause, when no more than its own clause parts it from the verb.

        -1 otherwise.
        """
        items = outline.items
        place = max(0, bisect_right(outline._firsts, first) - 1)
        opening = items[place]
        if opening.kind != NOUN or opening.first > first + 1:
            return -1
        related = False
        while place + 2 < verb and items[place + 1].word == "of" and items[place + 2].kind == NOUN:
            place += 2
        end = items[place].end
        for item in items[place + 1 : verb]:
            if item.kind == WHO or item.word == "that":
                related = True
            elif item.kind not in NOUN_WITH_TIME and not (related and item.kind == VERB):
                return -1
        return end

    def _one_clause(self, first: int, end: int, room: int) -> int:
        """Where a content ends that is too long to fit and joins a second clause: "it is low[, and the men left]"."""
        if self.tokens.ends[end - 1] - self.tokens.starts[first] <= room:
            return end
        sentence = self.tokens.sentence_at(self.tokens.starts[first])
        if sentence is None:
            return end
        outline = self.clauses.outline(sentence)
        verb = self.clauses.main_verb(outline, first, end)
        return min(end, self.clauses.next_joined(outline, outline.items[verb].end, end)) if verb >= 0 else end

    def _without_insertion(self, first: int, end: int, room: int) -> list[tuple[int, int]]:
        """A content too long to fit, around what commas insert behind its subject; empty without such a thing."""
        words = self.tokens.words
        if self.tokens.ends[end - 1] - self.tokens.starts[first] <= room:
            return []
        for token in range(first + 1, end):
            if 1 in self.page.finites[first:token] or self.classes[token] & MARK:
                break
            if words[token - 1] == ",":
                closing = next((place for place in range(token + 1, end) if words[place] == ","), end)
                if closing + 1 < end and self._is_verb(closing + 1):
                    return [(first, token - 1), (closing + 1, end)]
                break
        return []

    def _is_clause(self, first: int, end: int) -> bool:
        """Whether a content reads as a clause: more than a noun phrase."""
        if end - first > 2 and not self.classes[first] & PREPOSITION:
            return True
        return any(bits & _FINITE for bits in self.classes[first:end]) or not self.told.verbs.isdisjoint(
            range(first, end)
        )

    def _first_sentence(self, first: int, end: int) -> int:
        """The end of the first sentence inside a quotation, without closing marks."""
        number = first
        while number < end and not (self.classes[number] & STOP and number > first):
            number += 1
        while number > first and self.classes[number - 1] & _MARK_PUNCTUATION_STOP:
            number -= 1
        return number
