"""Who speaks in the line of a statement, and the verb beside the name: "the union says", "officials say".

What comes in: the verb of saying and its quotation. What goes out: names, verbs, and whether the clause has another
subject than who is taken for the speaker. What is said is cut in ``statement_lines``.
"""

from __future__ import annotations

import itertools

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.titles.line_names import LineNames
from timeline.events.titles.line_text import capital
from timeline.events.titles.lines import Lines
from timeline.events.titles.verbatim import Verbatim
from timeline.lexicons.events import VERB_FORM
from timeline.lexicons.quote_rows import CLAUSE
from timeline.lexicons.quotes import (
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MODAL,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    QuoteLexicon,
)
from timeline.values.events import Quotation

_FINITE = BE | AUXILIARY | MODAL
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_NEGATION_MODAL = NEGATION | MODAL
_PRONOUN_DETERMINER = PRONOUN | DETERMINER


class StatementSpeakers:
    """The speakers of one article's statements."""

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

    def _is_anothers(self, candidate: Candidate, quotation: Quotation) -> bool:
        """Whether the clause of the verb has another subject than who is taken for the speaker."""
        if not quotation.source_spans or quotation.kind == "direct":
            return False
        source = self.tokens.token_at(quotation.source_spans[0].start)
        if source > candidate.first_token:
            return False
        if candidate.tense is None or candidate.frame.voice != "active":
            return self._is_misread(candidate, source)
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

    def _is_misread(self, candidate: Candidate, source: int) -> bool:
        """Whether the subject of a verb that looks like a participle is another: "A man who saw the fire said"."""
        if candidate.frame.auxiliaries:
            return False
        outline = self.clauses.outline(self.tokens.sentences[candidate.sentence])
        verb = outline.number_of(candidate.first_token)
        if verb is None or not self.clauses.is_own(outline, verb):
            return False
        head = self.clauses.subject(candidate, outline, verb)
        return head is not None and bool(head[1]) and not head[2] <= source < max(end for _, end in head[1])

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
        small = token + 1 < len(self.tokens.words) and self.tokens.words[token + 1].islower()
        known = self.told.named.get(self.tokens.starts[token])
        if known is None and small and word.endswith("ing") and self.page.bits[token] & VERB_FORM:
            return True  # "[Forcing] firms to close is wrong, he said"
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
        head = words[-2] if len(words) > 1 and words[-1].endswith("ed") else words[-1]  # "documents filed"
        for word, following in itertools.pairwise(words):
            if following.lower() in self.known.behind_heads:
                head = word
                break
        if head.lower() in self.known.plural_heads:
            return True
        plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
        return plural and (head[0].islower() or (len(words) == 1 and words[0].lower() in self.words))
