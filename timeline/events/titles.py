"""One line for each event, as a reader would write it.

What comes in: finished candidates with their frames, sources and roles. What goes out: a non-empty ``title`` for
each, made of the article's own words: the subject and the event's verb with what follows it, dates and attribution
tails left out, a pronoun replaced by the name it stands for. Only glue is added ("says", "Reportedly:", "Planned:").
Nothing is decided about the event.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from timeline.events.candidates import Candidate
from timeline.events.clause_words import ClauseWords
from timeline.events.event_words import LONGEST_LINE, LONGEST_TITLE, EventWords, Parts
from timeline.events.line_faults import WEAK, faults
from timeline.events.line_options import options
from timeline.events.lines import MARKS, SHORTEST_CUT, Lines, capital
from timeline.events.outline import Outline
from timeline.events.page import Page
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CLAUSE,
    DETERMINER,
    MARK,
    MODAL,
    NEGATION,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    STOP,
    QuoteLexicon,
)
from timeline.values.dates import TimeExpression
from timeline.values.events import Quotation
from timeline.values.text import Sentence

_PREFIXES = {"planned": "Planned", "called_for": "Called for", "possible": "Possible", "denied": "Denied"}
#: Words that say of themselves that something is to come.
_AHEAD = frozenset(
    (
        "called", "calls", "due", "expected", "invite", "invited", "invites", "plan", "planned", "plans", "scheduled",
        "set", "threaten", "threatened", "threatens", "will",
    )
)  # fmt: skip
#: Words that are no names, whatever they open.
_SMALL = frozenset(
    (
        "about", "almost", "at", "dozens", "every", "five", "four", "hundreds", "local", "many", "more", "most",
        "nearly", "people", "scores", "several", "six", "some", "ten", "thousands", "three", "two",
    )
)  # fmt: skip
_FINITE = BE | AUXILIARY | MODAL
_PRONOUN_POSSESSIVE = PRONOUN | POSSESSIVE
#: Factualities that a line may have without a word in front, as it stands in quotation marks.
_QUOTABLE = frozenset(("happened", "planned", "possible", "called_for"))
_RELATIVES = frozenset(("who", "which", "whose"))
_CLITICS = {"'ve": "have", "'re": "are", "'ll": "will", "'m": "am"}
#: Words behind the head of a speaker: "two people familiar with the plan".
_BEHIND_HEADS = frozenset(("of", "from", "in", "at", "for", "with", "close", "familiar", "near", "who", "briefed"))
_PLURAL_HEADS = frozenset(
    (
        "people",
        "police",
        "men",
        "women",
        "they",
        "we",
        "some",
        "many",
        "others",
        "officials",
        "sources",
        "two",
        "three",
        "four",
        "both",
        "several",
        "dozens",
        "hundreds",
        "thousands",
    )
)


def write(
    candidates: Sequence[Candidate],
    page: Page,
    quotations: Sequence[Quotation],
    quotes: QuoteLexicon,
    timexes: Sequence[TimeExpression],
    outline: Callable[[Sentence], Outline],
    classes: list[int] | None = None,
) -> None:
    """Sets ``title`` of each candidate: one line, at most about ``LONGEST_TITLE`` characters, never empty.

    ``On Sunday she said that the port of Harlow would close, a move that ...`` becomes ``Jane Firth says the port of
    Harlow would close``.

    Args:
        candidates: With frame, roles, factuality, attribution and quotation set.
        page: The article as the event stages read it.
        quotations: Of the article.
        quotes: The lexicon, for word classes and verbs.
        timexes: Of the article: the words of dates are left out.
        outline: What cuts a sentence into its items.
        classes: For each token its classes in ``quotes``, when they are known already.
    """
    if not candidates:
        return
    writer = _Writer(
        page,
        quotations,
        quotes,
        Lines(page.tokens, quotes, timexes, classes, page.placed(timexes)),
        candidates,
        outline,
    )
    for candidate in candidates:
        candidate.title = writer.title(candidate)


class _Writer:
    """One article's titles."""

    __slots__ = ("classes", "clauses", "lines", "page", "quotes", "tokens", "told", "words")

    def __init__(
        self,
        page: Page,
        quotations: Sequence[Quotation],
        quotes: QuoteLexicon,
        lines: Lines,
        candidates: Sequence[Candidate],
        outline: Callable[[Sentence], Outline],
    ) -> None:
        self.page = page
        self.tokens = tokens = page.tokens
        self.words = frozenset(tokens.words)
        self.quotes = quotes
        self.lines = lines
        self.classes = self.lines.classes
        self.told = EventWords(self.lines, quotations, quotes, candidates, page)
        self.clauses = ClauseWords(self.told, page, outline)

    def title(self, candidate: Candidate) -> str:
        """The line for one candidate."""
        spoken = candidate.type == "STATEMENT" and candidate.reading == "verb" and candidate.factuality != "denied"
        line = self._statement(candidate) if spoken else ""
        line = line or self._event(candidate)
        return line or capital(self.lines.plain(candidate.first_token, candidate.end_token))

    def _statement(self, candidate: Candidate) -> str:
        """ "X says Y" or "X: “Y”": the speaker, the verb in the headline's present, the content's first clause."""
        number = self.told.by_cue.get(candidate.end_token - 1, self.told.by_cue.get(candidate.first_token, -1))
        if number < 0:
            return self._said_last(candidate)
        quotation = self.told.quotations[number]
        speaker = self.told.speaker(quotation)
        first, end = self.tokens.token_range(quotation.content_spans[0].start, quotation.content_spans[0].end)
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
        if self.classes[first] & _FINITE and first and self.tokens.lowers[first - 1] == "that":
            first -= 1  # "said that was a mistake"
        if not verb or not self._is_clause(first, end):
            return ""
        if self._tells_of_hearer(candidate, first):
            return self._said_last(candidate, told=True)
        room = LONGEST_TITLE - len(speaker) - len(verb) - 2
        source = self.tokens.token_at(quotation.source_spans[0].start) if quotation.source_spans else -1
        if source >= 0 and self.tokens.lowers[source] in _RELATIVES:
            commas = [token for token in range(first + 1, end) if self.tokens.words[token] == ","]
            clause = self.tokens.lowers[first - 1] == "that"  # of an object the first comma ends it
            end = next((token for token in commas if not clause or self._has_verb(first, token)), end)
        content = self._content(first, end, room)
        if self._is_plain(first):
            content = content[:1].lower() + content[1:]  # "The port will close, Hale said"
        return f"{speaker} {verb} {content}" if content else ""

    def _is_fragment(self, first: int, end: int) -> bool:
        """Whether a quotation is a few words of a sentence: 'acknowledged "tactical withdrawals"'."""
        while first < end and self.classes[first] & MARK:
            first += 1
        return first < end and self.tokens.words[first][:1].islower() and not self._has_verb(first, end)

    def _said_by_pronoun(self, candidate: Candidate, quotation: Quotation, first: int, end: int) -> str:
        """ "Ames will cut 90 jobs, it said": what "it" says, where nobody is known for it; empty of other sources."""
        if quotation.kind != "indirect" or not quotation.source_spans or end > candidate.first_token:
            return ""
        source = self.tokens.token_at(quotation.source_spans[0].start)
        if not self.classes[source] & PRONOUN or not end <= source < candidate.first_token:
            return ""
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
        if subject is None or subject[0] - 1 <= sentence.first_token or self.tokens.words[subject[0] - 1] != ",":
            return ""
        last = candidate.end_token
        closed = last >= sentence.end_token or self.classes[last] & STOP or last in self.lines.timed
        if not closed and not told:
            return ""
        if all(self.classes[token] & ADVERB for token in range(*subject)):
            return ""  # ", however, said Hale"
        speaker = capital(self.lines.plain(*subject))
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
        if bare or (cut and not self._has_verb(*runs[0]) and self._has_verb(first, end)):
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

    def _has_verb(self, first: int, end: int) -> bool:
        """Whether a finite verb stands in a range."""
        return any(self.page.finites[first:end])

    def _is_plain(self, token: int) -> bool:
        """Whether a word that opens a sentence is written small elsewhere: no name, and not a word in capitals."""
        word = self.tokens.words[token]
        if word == "I" or word[1:2].isupper() or not word[:1].isalpha():
            return False
        if word.lower() in _SMALL:
            return True
        if self.classes[token] & (PRONOUN | DETERMINER):
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
        if any(self.classes[token] & (NEGATION | MODAL) for token in candidate.frame.auxiliaries):
            return ""  # "did not say that", "will announce"
        lemma = found[0].lemma
        source = candidate.attribution.source
        many = source is not None and source.kind in ("group", "unnamed") and speaker.endswith("s")
        last = speaker.split()[-1].lower()
        many = many or (last.endswith("s") and last in self.quotes.unnamed)
        many = many and speaker.split()[0].lower() not in ("a", "an", "one")  # "a person close to the talks"
        verb = lemma if many or _is_plural(speaker) else self.quotes.thirds.get(lemma, lemma)
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
        while number > first and self.classes[number - 1] & (MARK | PUNCTUATION | STOP):
            number -= 1
        return number

    def _event(self, candidate: Candidate) -> str:
        """The subject of the event's clause and the clause from its verb on; another way to tell it if that fails."""
        clause = self.clauses.parts(candidate)
        if clause is not None:
            fewest, runs = self._weighed(candidate, clause, LONGEST_TITLE)
            if fewest and self._is_long(clause):
                other, others = self._weighed(candidate, clause, LONGEST_LINE)
                if other < fewest:
                    fewest, runs = other, others
            if fewest <= (WEAK if candidate.salience == "background" else 0):
                return self._written(candidate, clause, runs)
        parts = self.told.parts(candidate)
        if not parts[0] and parts[1] and self.told.is_past(parts[1][0][0]):
            parts = self.told.whole(candidate)
        weight, others = self._weighed(candidate, parts, LONGEST_TITLE)
        if clause is None or weight < fewest:
            fewest, best, runs = weight, parts, others
        else:
            best = clause
        if fewest > (WEAK if candidate.salience == "background" else 0):
            for option, longest in self._tries(candidate, parts):
                weight, others = self._weighed(candidate, option, longest)
                if weight < fewest:
                    fewest, best, runs = weight, option, others
                    if not fewest:
                        break
        return self._written(candidate, best, runs)

    def _tries(self, candidate: Candidate, parts: Parts) -> Iterator[tuple[Parts, int]]:
        """The parts with more room, then other ways to tell the event, each with the room it has."""
        if parts[1] and self._is_long(parts):
            yield parts, LONGEST_LINE
        for option in options(self.told, self.page, candidate):
            if option[1]:
                yield option, LONGEST_TITLE
                if self._is_long(option):
                    yield option, LONGEST_LINE

    def _is_long(self, parts: Parts) -> bool:
        """Whether the words of parts do not fit a title, so that more room may make another line."""
        name, ranges, _, _ = parts
        starts, ends = self.tokens.starts, self.tokens.ends
        return (
            len(name) + sum(ends[end - 1] - starts[first] + 1 for first, end in ranges if end > first) > LONGEST_TITLE
        )

    def _weighed(self, candidate: Candidate, parts: Parts, longest: int) -> tuple[int, list[tuple[int, int]]]:
        """The weight of the faults of a line of at most about so many characters, and its stretches of words."""
        name, ranges, opened, _ = parts
        if ranges and not name:
            ranges[0] = (self.told.bound_start(ranges[0][0], self._sentence_start(candidate)), ranges[0][1])
        room = longest - len(name) - 1 if name else longest
        runs = self.lines.runs(ranges, max(room, SHORTEST_CUT), dates=False) if ranges else []
        return faults(self.lines, self.page, candidate, name, runs, self.told.by_cue, opened), runs

    def _sentence_start(self, candidate: Candidate) -> int:
        """The first token of a candidate's sentence."""
        return self.tokens.sentences[candidate.sentence].first_token

    def _written(self, candidate: Candidate, parts: Parts, runs: list[tuple[int, int]]) -> str:
        """The stretches of words as a line, behind the name when there is one."""
        name, _, first, end = parts
        line = self.lines.joined(runs)
        if not line:
            return ""
        if name:
            name = capital(name)
            clitic, _, rest = line.partition(" ")
            if clitic.lower().replace("’", "'") in _CLITICS:
                line = f"{_CLITICS[clitic.lower().replace('’', chr(39))]} {rest}"
            line = f"{name}{line}" if line.startswith(("'s", "’s")) else f"{name} {line}"
        return self._truthful(candidate, self._spoken(candidate, name, capital(line), runs), first, end, runs)

    def _spoken(self, candidate: Candidate, name: str, line: str, runs: Sequence[tuple[int, int]]) -> str:
        """A line that begins with a pronoun of somebody who is quoted, as what he or she says: "Firth: “We march”"."""
        if name or candidate.quotation < 0 or not self.classes[runs[0][0]] & _PRONOUN_POSSESSIVE:
            return line
        quotation = self.told.quotations[candidate.quotation]
        if quotation.kind != "direct" or candidate.factuality not in _QUOTABLE:
            return line
        first, end = self.tokens.starts[runs[0][0]], self.tokens.ends[runs[-1][1] - 1]
        if not any(span.start <= first and end <= span.end for span in quotation.content_spans):
            return line
        speaker = self.told.speaker(quotation)
        if not speaker or len(speaker) + len(line) > LONGEST_LINE or any(map(line.__contains__, MARKS)):
            return line
        return f"{speaker}: “{line}”"

    def _tells_who_says(self, candidate: Candidate, runs: Sequence[tuple[int, int]]) -> bool:
        """Whether a line names who says or alleges what it tells: "Ames accused Firth of stealing"."""
        cue = candidate.factuality_cue
        for begin, end in runs:
            if cue is not None and begin <= cue[0] < end:
                return True
            if any(self.told.is_saying(token) for token in range(begin, min(end, candidate.first_token))):
                return True
        return False

    def _truthful(self, candidate: Candidate, line: str, first: int, end: int, runs: Sequence[tuple[int, int]]) -> str:
        """The line with what keeps it from stating as fact what is not: a word in it, or a word in front."""
        if candidate.factuality == "happened":
            return line
        if candidate.factuality == "reported":
            told = "reportedly" in line.lower() or self._tells_who_says(candidate, runs)
            return line if told else f"Reportedly: {line}"
        cue = candidate.factuality_cue
        if cue is not None and first <= cue[0] < end:
            return line
        if candidate.factuality == "planned" and self.tokens.lowers[first] == "to":
            return line  # "Ames to sell two mills"
        if candidate.factuality == "planned" and not _AHEAD.isdisjoint(line.lower().split()):
            return line
        stated = NEGATION if candidate.factuality == "denied" else MODAL | NEGATION
        if any(self.classes[token] & stated for token in range(first, min(end, candidate.first_token))):
            return line
        return f"{_PREFIXES[candidate.factuality]}: {line}"


def _is_plural(speaker: str) -> bool:
    """Whether a speaker takes the plural verb: "port officials", "Ames and Firth", "two engineers"."""
    if " and " in speaker:
        return True
    words = speaker.split()
    if words[-1].lower() in ("percent", "cent", "%"):
        return words[0] not in ("1", "one", "One")
    head = words[-1]
    for word, following in itertools.pairwise(words):
        if following.lower() in _BEHIND_HEADS:
            head = word
            break
    if head.lower() in _PLURAL_HEADS:
        return True
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return plural and (head[0].islower() or (len(words) == 1 and words[0].lower() in _PLURAL_HEADS))
