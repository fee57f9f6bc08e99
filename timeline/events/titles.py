"""One line for each event, as a reader would write it.

What comes in: finished candidates with their frames, sources and roles. What goes out: a non-empty ``title`` for each, made of
the article's own words: the subject and the event's verb with what follows it, dates and attribution tails left out, a pronoun
replaced by the name it stands for. Only glue is added ("says", "Reportedly:", "Planned:"). Nothing is decided about the event.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.lines import SHORTEST_CUT, Lines, capital
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
    CLAUSE,
    CONJUNCTION,
    DETERMINER,
    MARK,
    MODAL,
    NEGATION,
    OBJECT_PRONOUN,
    OPENER,
    PHRASE_CUE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
    VERB_CUE,
    QuoteLexicon,
)
from timeline.values.actors import Participant
from timeline.values.dates import TimeExpression
from timeline.values.events import Quotation
from timeline.values.text import TokenizedText

#: A title is cut behind this many characters, at the last border between phrases.
LONGEST_TITLE = 90
_LONGEST_TAIL = 24  # tokens of an attribution behind its comma
_LONGEST_SUBJECT = 45  # characters of a subject before it is cut at its comma
_DATELINE = 8  # tokens in which a dateline's dash stands
_PREFIXES = {"planned": "Planned", "called_for": "Called for", "possible": "Possible", "denied": "Denied"}
_FINITE = BE | AUXILIARY | MODAL
_DASHES = frozenset(("—", "–", "--"))
_PLURAL_HEADS = frozenset(
    ("people", "police", "men", "women", "they", "we", "some", "many", "others", "officials", "sources")
)
_BREAKS = frozenset((",", ";", ":", *_DASHES))


def write(
    candidates: Sequence[Candidate],
    tokens: TokenizedText,
    quotations: Sequence[Quotation],
    quotes: QuoteLexicon,
    timexes: Sequence[TimeExpression] = (),
) -> None:
    """Sets ``title`` of each candidate: one line, at most about ``LONGEST_TITLE`` characters, never empty.

    ``On Sunday she said that the port of Harlow would close, a move that ...`` becomes ``Jane Firth says the port of Harlow
    would close``.

    Args:
        candidates: With frame, roles, factuality, attribution and quotation set.
        tokens: The article.
        quotations: Of the article.
        quotes: The lexicon, for word classes and verbs.
        timexes: Of the article: the words of dates are left out.
    """
    if not candidates:
        return
    writer = _Writer(tokens, quotations, quotes, timexes)
    for candidate in candidates:
        candidate.title = writer.title(candidate)


class _Writer:
    """One article's titles."""

    __slots__ = ("by_cue", "classes", "lines", "lowers", "quotations", "quotes", "tokens", "words")

    def __init__(
        self,
        tokens: TokenizedText,
        quotations: Sequence[Quotation],
        quotes: QuoteLexicon,
        timexes: Sequence[TimeExpression],
    ) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.quotations = quotations
        self.quotes = quotes
        self.lines = Lines(tokens, quotes, timexes)
        self.classes = self.lines.classes
        self.by_cue: dict[int, int] = {}
        for number, quotation in enumerate(quotations):
            first, end = tokens.token_range(quotation.cue_spans[0].start, quotation.cue_spans[0].end)
            for token in range(first, end):
                self.by_cue.setdefault(token, number)

    def title(self, candidate: Candidate) -> str:
        """The line for one candidate."""
        line = self._statement(candidate) if candidate.type == "STATEMENT" else ""
        line = line or self._event(candidate)
        return line or capital(self.lines.plain(candidate.first_token, candidate.end_token))

    # ------------------------------------------------------------------------------------------------ statements

    def _statement(self, candidate: Candidate) -> str:
        """ "X says Y" or "X: “Y”": the speaker, the verb in the headline's present, the content's first clause."""
        number = self.by_cue.get(candidate.end_token - 1, self.by_cue.get(candidate.first_token, -1))
        if number < 0:
            return ""
        quotation = self.quotations[number]
        speaker = self._speaker(quotation)
        if not speaker:
            return ""
        first, end = self.tokens.token_range(quotation.content_spans[0].start, quotation.content_spans[0].end)
        if quotation.kind == "direct":
            while first < end and self.classes[first] & MARK:
                first += 1
            room = LONGEST_TITLE - len(speaker) - len(": “”")
            content = self.lines.cut([(first, self._first_sentence(first, end))], max(room, SHORTEST_CUT))
            return f"{speaker}: “{content}”" if content else ""
        verb = self._present(candidate, speaker)
        first = self._past_dateline(first, end)
        if not verb or not self._is_clause(first, end):
            return ""
        room = LONGEST_TITLE - len(speaker) - len(verb) - 2
        content = self.lines.cut([(first, end)], max(room, SHORTEST_CUT))
        if first == self.tokens.sentences[candidate.sentence].first_token and self.classes[first]:
            content = content[:1].lower() + content[1:]  # "The port will close, Hale said"
        return f"{speaker} {verb} {content}" if content else ""

    def _speaker(self, quotation: Quotation) -> str:
        """The resolved name, or the words of the source when they are no pronoun."""
        if quotation.speaker:
            return capital(_short(quotation.speaker))
        if not quotation.source_spans:
            return ""
        span = quotation.source_spans[0]
        first, end = self.tokens.token_range(span.start, span.end)
        if end - first == 1 and self.classes[first] & (PRONOUN | POSSESSIVE):
            return ""
        return capital(_short(self.lines.plain(first, end)))

    def _present(self, candidate: Candidate, speaker: str) -> str:
        """The verb of a statement in the present: "says", "warn"; empty when it takes no clause."""
        found = self.quotes.verbs.get(self.lowers[candidate.first_token])
        if found is None or not found[0].takes & CLAUSE:
            return ""
        if any(self.classes[token] & NEGATION for token in candidate.frame.auxiliaries):
            return ""  # "did not say that"
        lemma = found[0].lemma
        verb = lemma if _is_plural(speaker) else self.quotes.thirds.get(lemma, lemma)
        return "says" if verb == "tells" else "say" if verb == "tell" else verb

    def _is_clause(self, first: int, end: int) -> bool:
        """Whether a content reads as a clause: more than a noun phrase."""
        return (
            end - first > 2
            and not self.classes[first] & PREPOSITION
            or any(bits & _FINITE for bits in self.classes[first:end])
        )

    def _first_sentence(self, first: int, end: int) -> int:
        """The end of the first sentence inside a quotation, without closing marks."""
        number = first
        while number < end and not (self.classes[number] & STOP and number > first):
            number += 1
        while number > first and self.classes[number - 1] & (MARK | PUNCTUATION | STOP):
            number -= 1
        return number

    def _past_dateline(self, first: int, end: int) -> int:
        """Behind "HARLOW (AP) —"."""
        for number in range(first, min(end, first + _DATELINE)):
            if self.words[number] in _DASHES:
                before = self.words[first:number]
                return number + 1 if before and all(word == word.upper() for word in before[:1]) else first
        return first

    # ---------------------------------------------------------------------------------------------------- events

    def _event(self, candidate: Candidate) -> str:
        """The subject of the event's clause and the clause from its verb on."""
        name, ranges, first, end = self._parts(candidate)
        room = LONGEST_TITLE - len(name) - 1 if name else LONGEST_TITLE
        line = self.lines.cut(ranges, max(room, SHORTEST_CUT)) if ranges else ""
        if name and line:
            line = f"{name}{line}" if line.startswith(("'s", "’s")) else f"{name} {line}"
        if not line:
            return ""
        return self._truthful(candidate, capital(line), first, end)

    def _parts(self, candidate: Candidate) -> tuple[str, list[tuple[int, int]], int, int]:
        """A name to begin with (or ""), token ranges behind it, and the stretch of text that these stand for."""
        frame = candidate.frame
        sentence = self.tokens.sentences[candidate.sentence]
        low, high = sentence.first_token, sentence.end_token
        first = max(candidate.clause_first, low)
        end = self._end(candidate, high)
        cue = candidate.factuality_cue
        governed = cue is not None and low <= cue[0] < candidate.first_token
        if frame.reading != "verb":
            first = self._past_openers(self._past_dateline(first, end), candidate.first_token)
            if governed and cue is not None and cue[0] < first:
                first = self._past_openers(self._back(cue[0], low), candidate.first_token)
            return self._named(candidate, first, end)
        head = self._verb_start(candidate, low)
        subject = frame.subject
        if governed and cue is not None and cue[0] < head and not (subject is not None and subject[0] < cue[0]):
            first = self._past_openers(self._back(cue[0], low), candidate.first_token)
            return self._named(candidate, first, end)
        if subject is None or subject[1] > head or subject[0] < low:
            return self._without_subject(candidate, head, first, end)
        if any(self.classes[token] & (RELATIVE | PUNCTUATION) for token in range(subject[1], head)):
            end = self._relative_end(candidate.end_token, end)
        else:
            head = subject[1]
        name = self._pronoun(candidate, subject)
        if name:
            return name, [(head, end)], subject[0], end
        stop = self._subject_end(subject)
        begin = self._past_dateline(subject[0], stop)
        return "", [(begin, stop), (head, end)], subject[0], end

    def _without_subject(
        self, candidate: Candidate, head: int, first: int, end: int
    ) -> tuple[str, list[tuple[int, int]], int, int]:
        """The parts of an event whose verb has no subject of its own: it takes that of its actor or of its clause."""
        who = candidate.recipients if candidate.frame.voice == "passive" else candidate.actors
        finite = candidate.tense is not None
        if finite and who and not candidate.first_token <= self.tokens.token_at(who[0].start) < end:
            return self._participant(who[0]), [(head, end)], head, end
        begin = self._past_openers(first, candidate.first_token)
        if begin == head and first > 0:
            # An infinitive or participle: from the start of the clause that it hangs on.
            low = self.tokens.sentences[candidate.sentence].first_token
            begin = self._past_openers(self._back(max(low, begin - 1), low), candidate.first_token)
        return self._named(candidate, begin, end)

    def _named(self, candidate: Candidate, first: int, end: int) -> tuple[str, list[tuple[int, int]], int, int]:
        """The parts of a plain stretch; a pronoun in front gives way to the name it stands for."""
        if first >= end:
            first, end = candidate.first_token, candidate.end_token
        name = self._pronoun(candidate, (first, first + 1))
        return (name, [(first + 1, end)], first, end) if name else ("", [(first, end)], first, end)

    def _verb_start(self, candidate: Candidate, low: int) -> int:
        """The first token of the verb group: auxiliaries, negation and adverbs in front."""
        first = min((*candidate.frame.auxiliaries, candidate.first_token))
        while (
            first > low and self.classes[first - 1] & (ADVERB | NEGATION) and not self.classes[first - 1] & DETERMINER
        ):
            first -= 1
        return first

    def _end(self, candidate: Candidate, high: int) -> int:
        """Where the event's own words end: its clause with its object and phrases, without an attribution behind them."""
        frame = candidate.frame
        end = max(candidate.end_token, min(candidate.clause_end or high, high))
        for span in (frame.object, frame.agent):
            if span is not None and span[1] <= high:
                end = max(end, span[1])
        number = candidate.end_token
        while number < end:
            if self.words[number] in _BREAKS and self._is_tail(number, end):
                return number
            if self.classes[number] & PHRASE_CUE and number in self.by_cue:
                return number
            number += 1
        return end

    def _is_tail(self, comma: int, end: int) -> bool:
        """Whether ", officials said" or ", according to ..." stands behind the comma."""
        for ahead in range(comma + 1, min(end, comma + _LONGEST_TAIL)):
            if self.words[ahead] in _BREAKS:
                return False
            bits = self.classes[ahead]
            if bits & PHRASE_CUE and ahead == comma + 1 or bits & VERB_CUE and ahead in self.by_cue:
                return True
        return False

    def _relative_end(self, first: int, end: int) -> int:
        """Where a relative clause ends: at a comma, or before the verb of the clause around it."""
        for number in range(first, end):
            bits = self.classes[number]
            if self.words[number] in _BREAKS:
                return number
            if bits & _FINITE and not self.classes[number - 1] & (
                CONJUNCTION | RELATIVE | PRONOUN | SUBORDINATOR | _FINITE | OPENER
            ):
                return number
        return end

    def _subject_end(self, subject: tuple[int, int]) -> int:
        """Where a subject's name ends: before an apposition or relative clause."""
        for number in range(subject[0] + 1, subject[1]):
            if (
                self.words[number] in (",", "(", *_DASHES)
                or self.classes[number] & RELATIVE
                and number > subject[0] + 1
            ):
                return number
        return subject[1]

    def _back(self, token: int, low: int) -> int:
        """The start of the clause that a token stands in."""
        first = token
        while first > low and token - first < _LONGEST_TAIL:
            if self.classes[first - 1] & (STOP | SUBORDINATOR | MARK) or self.words[first - 1] in _BREAKS:
                break
            first -= 1
        return first

    def _past_openers(self, first: int, trigger: int) -> int:
        """Behind conjunctions, "that", and an opening phrase with its comma."""
        number = first
        while number < trigger and self.classes[number] & (
            CONJUNCTION | OPENER | PUNCTUATION | SUBORDINATOR | STOP | MARK
        ):
            number += 1
        if number < trigger and (
            self.classes[number] & (PREPOSITION | TIME)
            and not self.classes[number] & DETERMINER
            or number in self.lines.timed
        ):
            comma = number
            while comma < trigger and self.words[comma] != ",":
                comma += 1
            if comma < trigger:
                number = comma + 1
        return number if number < trigger else min(first, trigger)

    def _pronoun(self, candidate: Candidate, span: tuple[int, int]) -> str:
        """The name a pronoun stands for; empty when the words are no pronoun or nobody is known for it."""
        first, end = span
        bits = self.classes[first]
        if end - first > 1 or not bits & (PRONOUN | POSSESSIVE | OBJECT_PRONOUN) or bits & DETERMINER:
            return ""
        start = self.tokens.starts[first]
        for participant in (*candidate.actors, *candidate.recipients):
            if participant.start <= start < participant.end and participant.name.lower() != participant.text.lower():
                name = self._participant(participant)
                return f"{name}’s" if bits & POSSESSIVE else name
        return ""

    def _participant(self, participant: Participant) -> str:
        """A participant's name, or its words where it has no key."""
        return _short(participant.name if participant.key else participant.text)

    def _truthful(self, candidate: Candidate, line: str, first: int, end: int) -> str:
        """The line with what keeps it from stating as fact what is not: a word in it, or a word in front."""
        if candidate.factuality == "happened":
            return line
        if candidate.factuality == "reported":
            return line if "reportedly" in line.lower() else f"Reportedly: {line}"
        cue = candidate.factuality_cue
        if cue is not None and first <= cue[0] < end:
            return line
        stated = NEGATION if candidate.factuality == "denied" else MODAL | NEGATION
        if any(self.classes[token] & stated for token in range(first, min(end, candidate.first_token))):
            return line
        return f"{_PREFIXES[candidate.factuality]}: {line}"


def _short(name: str) -> str:
    """A name or source without what follows its first comma, when it is long."""
    return name.split(",")[0].strip() if len(name) > _LONGEST_SUBJECT else name


def _is_plural(speaker: str) -> bool:
    """Whether a speaker takes the plural verb: "Israeli officials", "Ames and Firth", "two engineers"."""
    if " and " in speaker:
        return True
    words = speaker.split()
    head = words[-1]
    for word, following in zip(words, words[1:], strict=False):
        if following.lower() in ("of", "from", "in", "at", "for", "with", "close", "near"):
            head = word
            break
    if head.lower() in _PLURAL_HEADS:
        return True
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    return plural and (head[0].islower() or len(words) == 1 and words[0].lower() in _PLURAL_HEADS)
