"""The line of a statement: who says it, the verb in the headline's present, and what is said.

What comes in: a candidate that is the verb of saying, and the quotations of its article. What goes out: a line, or an
empty one where nobody or nothing is known to be said; then the statement is told as any other event (``titles``).
"""

from __future__ import annotations

import itertools

from timeline.events.candidates import Candidate
from timeline.events.line_names import LineNames
from timeline.events.line_text import LONGEST_LINE, LONGEST_TITLE, capital
from timeline.events.lines import SHORTEST_CUT, Lines
from timeline.events.page import Page
from timeline.events.verbatim import Verbatim
from timeline.lexicons.quote_rows import CLAUSE
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MARK,
    MODAL,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    STOP,
    QuoteLexicon,
)
from timeline.values.events import Quotation

_FINITE = BE | AUXILIARY | MODAL
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_MARK_PUNCTUATION_STOP = MARK | PUNCTUATION | STOP
_STOP_PUNCTUATION = STOP | PUNCTUATION
_NEGATION_MODAL = NEGATION | MODAL
_PRONOUN_DETERMINER = PRONOUN | DETERMINER


class StatementLines:
    """One article's statements."""

    __slots__ = ("classes", "clauses", "known", "lines", "page", "quotes", "tokens", "told", "words")

    def __init__(self, page: Page, quotes: QuoteLexicon, lines: Lines, told: LineNames, clauses: Verbatim) -> None:
        self.clauses = clauses
        self.page = page
        self.tokens = page.tokens
        self.words = frozenset(page.tokens.words)
        self.quotes = quotes
        self.lines = lines
        self.known = lines.known
        self.classes = lines.classes
        self.told = told

    def statement(self, candidate: Candidate) -> str:
        """ "X says Y" or "X: “Y”": the speaker, the verb in the headline's present, the content's first clause."""
        number = self.told.by_cue.get(candidate.end_token - 1, self.told.by_cue.get(candidate.first_token, -1))
        if number < 0:
            return self._said_last(candidate)
        quotation = self.told.quotations[number]
        speaker = self._joined_speaker(candidate, quotation) or self.told.speaker(quotation)
        first, end = self.tokens.token_range(quotation.content_spans[0].start, quotation.content_spans[0].end)
        classes = self.classes
        token = candidate.first_token
        if self._is_anothers(candidate, quotation):
            return ""
        gerund = self.tokens.lowers[token].endswith("ing") and not candidate.frame.auxiliaries
        if gerund and self.tokens.words[token - 1] != ",":
            return ""  # "sent a letter to the police explaining that"
        if quotation.kind != "direct" and (classes[first] & NEGATION or self.tokens.lowers[first] == "to"):
            return ""  # "told a reporter not to moan"
        if classes[first] & RELATIVE and candidate.end_token < first:
            return ""  # "asked workers who had been dismissed"
        if not speaker:
            return self._said_by_pronoun(candidate, quotation, first, end)
        if quotation.kind == "direct" and not self._is_fragment(first, end):
            while first < end and self.classes[first] & MARK:
                first += 1
            room = LONGEST_TITLE - len(speaker) - len(": “”")
            said = [(first, self._first_sentence(first, end))]
            content = self.lines.cut(said, max(room, SHORTEST_CUT), dates=True)
            return f"{speaker}: “{content}”" if content else ""
        verb = self._present(candidate, speaker)
        first = self.told.past_dateline(first, end)
        first = self.told.bound_start(first, min(first, candidate.end_token))  # "said about 30 jobs were at risk"
        if self.classes[first] & _FINITE and first and self.tokens.lowers[first - 1] == "that":
            first -= 1  # "said that was a mistake"
        if verb and len(quotation.content_spans) > 1 and not self._is_clause(first, end):
            return self._said_around(quotation, speaker, verb) or self._told_by(speaker, first, end)
        if not verb or not self._is_clause(first, end):
            return ""
        opens = end <= token and classes[first] & PREPOSITION and not self._is_bound(first)
        if opens and not self.has_verb(first, end):
            return ""  # "In addition, Hale said, the waves were high"
        if first > token and classes[first - 1] & PREPOSITION:
            return ""  # "told the court about a call he received"
        if self._tells_of_hearer(candidate, first):
            return self._said_last(candidate, told=True)
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

    def _is_anothers(self, candidate: Candidate, quotation: Quotation) -> bool:
        """Whether the clause of the verb has another subject than who is taken for the speaker."""
        if not quotation.source_spans or candidate.tense is None or quotation.kind == "direct":
            return False
        source = self.tokens.token_at(quotation.source_spans[0].start)
        if source > candidate.first_token or candidate.frame.voice != "active":
            return False
        if self.tokens.lowers[candidate.first_token - 1] == "that" and source < candidate.first_token:
            return True  # "Firms that announced cuts"
        if self.classes[source] & RELATIVE:
            behind = self.tokens.token_range(quotation.content_spans[-1].start, quotation.content_spans[-1].end)
            return self.tokens.lowers[source] == "which" and not self.has_verb(*behind)  # "which added a tool"
        outline = self.clauses.outline(self.tokens.sentences[candidate.sentence])
        verb = outline.number_of(candidate.first_token)
        if verb is None or not self.clauses.is_own(outline, verb, candidate):
            return verb is not None and outline.items[verb].finite  # "an entry [written] an hour before that said"
        head = self.clauses.subject(candidate, outline, verb)
        if head is None:
            first = self.tokens.sentences[candidate.sentence].first_token
            return any(
                bits & RELATIVE for bits in self.classes[first : candidate.first_token]
            )  # "Arnold, who led EDGE, a club, said"
        end = max((end for _, end in head[1]), default=head[2] + 1)
        return not head[2] <= source < max(end, head[2] + 1)

    def _joined_speaker(self, candidate: Candidate, quotation: Quotation) -> str:
        """A speaker of whom a part was taken: "[a spokesman for the rail and] ferry company", "NASA [watchers]"."""
        if not quotation.source_spans:
            return ""
        span = quotation.source_spans[0]
        source, behind = self.tokens.token_range(span.start, span.end)
        if not source or candidate.first_token < behind:
            return ""
        word = self.tokens.words[behind]
        noun = behind < candidate.first_token and not self.classes[behind] and word.islower() and word.endswith("s")
        of = bool(self.classes[source - 1] & PREPOSITION) or self.tokens.lowers[source - 1] == "being"
        of = of or self.tokens.lowers[source - 2 : source - 1] == ("being",)
        if not noun and not of and not self.classes[source - 1] & CONJUNCTION:
            return ""
        outline = self.clauses.outline(self.tokens.sentences[candidate.sentence])
        verb = outline.number_of(candidate.first_token)
        head = self.clauses.subject(candidate, outline, verb) if verb is not None else None
        if head is None or head[0] or len(head[1]) != 1 or not head[1][0][0] <= source < head[1][0][1]:
            return ""
        return capital(self.lines.plain(*head[1][0]))

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

    def _said_last(self, candidate: Candidate, *, told: bool = False) -> str:
        """ "Two cranes were damaged, the union said." as "The union says two cranes were damaged"; empty otherwise."""
        subject, sentence = candidate.frame.subject, self.tokens.sentences[candidate.sentence]
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
        if told:
            return self.lines.cut(told, max(room, SHORTEST_CUT), dates=False)
        runs = self.lines.runs([(first, end)], max(room, SHORTEST_CUT), dates=False)
        cut = runs and runs[-1][1] < end
        bare = cut and self.tokens.lowers[runs[-1][1] - 2] == "to"  # "has forced it to cancel [its flights]"
        if bare or (cut and not self.has_verb(*runs[0]) and self.has_verb(first, end)):
            runs = self.lines.runs([(first, end)], max(room, SHORTEST_CUT) + LONGEST_LINE - LONGEST_TITLE, dates=False)
        return self.lines.joined(runs)

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

    def _is_verb(self, token: int) -> bool:
        """Whether a finite verb or an auxiliary stands at a token."""
        return self.page.finite(token) or bool(self.classes[token] & _FINITE)

    def has_verb(self, first: int, end: int) -> bool:
        """Whether a finite verb stands in a range."""
        return any(self.page.finites[first:end])

    def _is_plain(self, token: int) -> bool:
        """Whether a word that opens a sentence is written small elsewhere: no name, and not a word in capitals."""
        word = self.tokens.words[token]
        if word == "I" or word[1:2].isupper() or not word[:1].isalpha():
            return False
        if word.lower() in self.known.small or (word.endswith("ly") and not self.classes[token]):
            return True
        if self.classes[token] & _PRONOUN_DETERMINER:
            return True
        if self.tokens.starts[token] in self.told.common:
            return True
        known = self.told.named.get(self.tokens.starts[token])
        if known is not None and known.start == self.tokens.starts[token]:
            return known.name[:1].islower()
        return bool(self.classes[token]) or word.lower() in self.words

    def _present(self, candidate: Candidate, speaker: str) -> str:
        """The verb of a statement in the present: "says", "warn"; empty when it takes no clause."""
        found = self.quotes.verbs.get(self.tokens.lowers[candidate.first_token])
        if found is None or not found[0].takes & CLAUSE:
            return ""
        if any(self.classes[token] & _NEGATION_MODAL for token in candidate.frame.auxiliaries):
            return ""  # "did not say that", "will announce"
        lemma = found[0].lemma
        source = candidate.attribution.source
        many = source is not None and source.kind in ("group", "unnamed") and speaker.endswith("s")
        last = speaker.split()[-1].lower()
        many = many or (last.endswith("s") and last in self.quotes.unnamed)
        many = many and speaker.split()[0].lower() not in ("a", "an", "one")  # "a person close to the talks"
        verb = lemma if many or self._is_plural(speaker) else self.quotes.thirds.get(lemma, lemma)
        return "says" if verb == "tells" else "say" if verb == "tell" else verb

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

    def _is_plural(self, speaker: str) -> bool:
        """Whether a speaker takes the plural verb: "port officials", "Ames and Firth", "two engineers"."""
        words = speaker.split()
        if words[0].lower() in self.known.articles[1:]:
            return False  # "a spokesman for the mills and yards"
        if " and " in speaker:
            tail = words[-1]
            return not (words[0].lower() == "the" and tail.islower() and not tail.endswith("s"))
        if words[-1].lower() in ("percent", "cent") or words[-1].endswith("%"):
            return words[0] not in ("1", "1%", "one", "One")
        head = words[-1]
        for word, following in itertools.pairwise(words):
            if following.lower() in self.known.behind_heads:
                head = word
                break
        if head.lower() in self.known.plural_heads:
            return True
        plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
        return plural and (head[0].islower() or (len(words) == 1 and words[0].lower() in self.words))
