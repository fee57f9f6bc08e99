"""One line for each event, as a reader would write it.

What comes in: finished candidates with their frames, sources and roles. What goes out: a non-empty ``title`` for each, made of
the article's own words: the clause of the event cut at its borders, dates and attribution tails left out, a pronoun in front
replaced by the name it stands for. Only glue is added ("says", "reportedly", "Planned:"). Nothing is decided about the event.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.candidates import Candidate
from timeline.events.speakers import LONGEST_PHRASE
from timeline.lexicons.quotes import (
    AUXILIARY,
    BE,
    CLAUSE,
    CONJUNCTION,
    DETERMINER,
    MARK,
    MODAL,
    NEGATION,
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
_SHORTEST_CUT = 40  # a cut before this leaves too little
_PREFIXES = {"planned": "Planned", "called_for": "Called for", "possible": "Possible", "denied": "Denied"}
_TIGHT_BEFORE = frozenset((",", ".", ";", ":", "?", "!", ")", "]", "”", "'s", "’s", "n't", "n’t", "%"))
_WEAK_ENDS = (
    PREPOSITION
    | CONJUNCTION
    | DETERMINER
    | POSSESSIVE
    | PUNCTUATION
    | SUBORDINATOR
    | RELATIVE
    | AUXILIARY
    | MODAL
    | STOP
)
_NOT_STATED = MODAL | NEGATION


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
        timexes: Of the article: their words are left out.
    """
    if not candidates:
        return
    writer = _Writer(tokens, quotations, quotes, timexes)
    for candidate in candidates:
        candidate.title = writer.title(candidate)


class _Writer:
    """One article's titles."""

    def __init__(
        self,
        tokens: TokenizedText,
        quotations: Sequence[Quotation],
        quotes: QuoteLexicon,
        timexes: Sequence[TimeExpression],
    ) -> None:
        self.tokens = tokens
        self.quotations = quotations
        self.quotes = quotes
        self.timed: dict[int, int] = {}
        for timex in timexes:
            first, end = tokens.token_range(timex.start, timex.end)
            if end > first:
                self.timed[first] = end
        self.by_cue: dict[int, int] = {}
        for number, quotation in enumerate(quotations):
            first, end = tokens.token_range(quotation.cue_spans[0].start, quotation.cue_spans[0].end)
            for token in range(first, end):
                self.by_cue.setdefault(token, number)

    def title(self, candidate: Candidate) -> str:
        """The line for one candidate."""
        line = ""
        if candidate.statement >= 0 and candidate.type == "STATEMENT":
            line = self._statement(candidate)
        if not line:
            line = self._event(candidate)
        return line or self._label(candidate)

    # ------------------------------------------------------------------------------------------------ statements

    def _statement(self, candidate: Candidate) -> str:
        """ "X says Y": the speaker, the verb in the headline's present, and the content's first clause."""
        number = self.by_cue.get(candidate.end_token - 1, self.by_cue.get(candidate.first_token, -1))
        if number < 0:
            return ""
        quotation = self.quotations[number]
        speaker = self._speaker(quotation)
        if not speaker:
            return ""
        verb = self._present(candidate, speaker)
        if not verb:
            return ""
        first, end = self.tokens.token_range(quotation.content_spans[0].start, quotation.content_spans[0].end)
        room = LONGEST_TITLE - len(speaker) - len(verb) - 2
        direct = self._class(first) & MARK and quotation.kind == "direct"
        if direct:
            first += 1
            end = self._first_sentence(first, end)
        content = self._words(first, end, max(room, _SHORTEST_CUT), keep_case=not direct)
        if not content:
            return ""
        if direct:
            return f"{speaker}: “{content.strip('“”')}”" if "“" not in content[1:] else f"{speaker}: {content}"
        return f"{speaker} {verb} {content}"

    def _speaker(self, quotation: Quotation) -> str:
        """The resolved name, or the words of the source when they are no pronoun."""
        if quotation.speaker:
            return _capital(self._cut_name(quotation.speaker))
        if not quotation.source_spans:
            return ""
        span = quotation.source_spans[0]
        first, end = self.tokens.token_range(span.start, span.end)
        if end - first == 1 and self._class(first) & (PRONOUN | POSSESSIVE):
            return ""
        return self._phrase(first, end)

    def _cut_name(self, name: str) -> str:
        """A name or source phrase without what follows its first comma."""
        return name.split(",")[0].strip() if len(name) > _SHORTEST_CUT else name

    def _present(self, candidate: Candidate, speaker: str) -> str:
        """The verb of a statement in the present: "says", "warn"; empty when it is no verb we can inflect."""
        word = self.tokens.lowers[candidate.first_token]
        found = self.quotes.verbs.get(word)
        if found is None or candidate.end_token - candidate.first_token > 1 or not found[0].takes & CLAUSE:
            return ""
        lemma = found[0].lemma
        plural = _is_plural(speaker)
        verb = lemma if plural else self.quotes.thirds.get(lemma, lemma)
        return verb

    def _first_sentence(self, first: int, end: int) -> int:
        """The end of the first sentence inside a quotation, without its closing marks."""
        number = first
        while number < end:
            bits = self._class(number)
            if bits & STOP and number > first:
                break
            number += 1
        while number > first and self._class(number - 1) & (MARK | PUNCTUATION | STOP):
            number -= 1
        return number

    # ---------------------------------------------------------------------------------------------------- events

    def _event(self, candidate: Candidate) -> str:
        """The clause of the event from its subject on."""
        first, end = self._range(candidate)
        if end <= first:
            return ""
        subject = self._subject(candidate, first)
        if subject is None:
            words = self._words(first, end, LONGEST_TITLE)
        else:
            name, behind = subject
            rest = self._words(behind, end, LONGEST_TITLE - len(name) - 1, keep_case=True)
            words = f"{name}{rest}" if rest.startswith(("'s", "’s")) else f"{name} {rest}".rstrip()
        if not words:
            return ""
        return self._truthful(candidate, _capital(words), first, end)

    def _range(self, candidate: Candidate) -> tuple[int, int]:
        """From the subject of the event's clause (or of the word that governs it) to the clause's end."""
        frame = candidate.frame
        sentence = self.tokens.sentences[candidate.sentence]
        first = max(candidate.clause_first, sentence.first_token)
        end = min(candidate.clause_end or sentence.end_token, sentence.end_token)
        if frame.reading == "verb" and frame.subject is not None and frame.subject[0] < candidate.first_token:
            first = frame.subject[0]
        elif frame.reading == "verb" and frame.subject is None and frame.governor >= sentence.first_token:
            first = min(first, frame.governor)
        last = max(end, candidate.end_token)
        for span in (frame.object, frame.agent, *(phrase for _, phrase in frame.obliques)):
            if span is not None and span[1] <= sentence.end_token:
                last = max(last, min(span[1], end) if end > candidate.end_token else span[1])
        cue = candidate.factuality_cue
        if cue is not None and sentence.first_token <= cue[0] < first:
            first = self._back_to_subject(cue[0], sentence.first_token)
        first = self._past_openers(first, candidate.first_token)
        return first, self._without_tail(first, candidate.end_token, last)

    def _back_to_subject(self, token: int, low: int) -> int:
        """The start of the clause that a token stands in."""
        first = token
        while first > low and token - first < LONGEST_PHRASE:
            bits = self._class(first - 1)
            if bits & (STOP | SUBORDINATOR | MARK) or self.tokens.words[first - 1] in (",", ";", ":", "—", "–", "--"):
                break
            first -= 1
        return first

    def _past_openers(self, first: int, trigger: int) -> int:
        """Behind conjunctions, subordinators, "that" and an opening phrase with its comma."""
        number = first
        while number < trigger and self._class(number) & (CONJUNCTION | OPENER | PUNCTUATION | SUBORDINATOR | STOP):
            if self._class(number) & PRONOUN and not self._class(number) & OPENER:
                break
            number += 1
        if number < trigger and (self._class(number) & (PREPOSITION | TIME) or number in self.timed):
            comma = number
            while comma < trigger and self.tokens.words[comma] != ",":
                comma += 1
            if comma < trigger:
                number = comma + 1
        return number if number < trigger else min(first, trigger)

    def _without_tail(self, first: int, trigger: int, end: int) -> int:
        """The end before ", officials said" and ", according to ..."."""
        number = trigger
        while number < end:
            if self.tokens.words[number] == ",":
                ahead = number + 1
                while ahead < end and self.tokens.words[ahead] not in (",", ".") and ahead - number < LONGEST_PHRASE:
                    bits = self._class(ahead)
                    if bits & PHRASE_CUE and ahead == number + 1:
                        return number
                    if bits & VERB_CUE and ahead in self.by_cue:
                        return number
                    ahead += 1
            elif self._class(number) & PHRASE_CUE and number in self.by_cue:
                return number
            number += 1
        return end

    def _subject(self, candidate: Candidate, first: int) -> tuple[str, int] | None:
        """A name for a pronoun in front, and the token behind it; None when the words may stay."""
        bits = self._class(first)
        if not bits & (PRONOUN | POSSESSIVE) or bits & DETERMINER:
            return None
        start = self.tokens.starts[first]
        for participant in (*candidate.actors, *candidate.recipients):
            if (
                participant.start <= start < participant.end
                and participant.name
                and participant.name != participant.text
            ):
                name = self._participant_name(participant)
                return (f"{name}’s" if bits & POSSESSIVE else name), first + 1
        if bits & RELATIVE:
            for participant in candidate.actors:
                if participant.name:
                    return self._participant_name(participant), first + 1
        return None

    def _participant_name(self, participant: Participant) -> str:
        return self._cut_name(participant.name)

    def _truthful(self, candidate: Candidate, line: str, first: int, end: int) -> str:
        """The line with what keeps it from stating as fact what is not: a word in it, or a word in front."""
        if candidate.factuality == "happened":
            return line
        if candidate.factuality == "reported":
            return line if "reportedly" in line.lower() else f"Reportedly: {line}"
        cue = candidate.factuality_cue
        if cue is not None and first <= cue[0] < end:
            return line
        if candidate.polarity == "negative" or candidate.factuality == "denied":
            stated = NEGATION
        else:
            stated = _NOT_STATED
        if any(self._class(token) & stated for token in range(first, min(end, candidate.first_token))):
            return line
        return f"{_PREFIXES[candidate.factuality]}: {line}"

    def _label(self, candidate: Candidate) -> str:
        """The label and the words of the trigger, when nothing else is left."""
        words = self.tokens.text[self.tokens.starts[candidate.first_token] : self.tokens.ends[candidate.end_token - 1]]
        return _capital(words or candidate.label)

    # ----------------------------------------------------------------------------------------------------- words

    def _class(self, token: int) -> int:
        return self.quotes.classes.get(self.tokens.lowers[token], 0)

    def _phrase(self, first: int, end: int) -> str:
        return _capital(self.tokens.text[self.tokens.starts[first] : self.tokens.ends[end - 1]])

    def _words(self, first: int, end: int, room: int, keep_case: bool = False) -> str:
        """The words of a range without dates, cut between phrases when there is no room."""
        tokens = self.tokens
        pieces: list[tuple[int, int]] = []
        number = first
        while number < end:
            if number in self.timed and self.timed[number] <= end:
                # The preposition in front of a date goes with it.
                if pieces and self._class(pieces[-1][1] - 1) & PREPOSITION and pieces[-1][1] == number:
                    begin, stop = pieces.pop()
                    if stop - begin > 1:
                        pieces.append((begin, stop - 1))
                number = self.timed[number]
                if number < end and tokens.words[number] == "," and pieces and number + 1 < end:
                    number += 1
                continue
            if pieces and pieces[-1][1] == number:
                pieces[-1] = (pieces[-1][0], number + 1)
            else:
                pieces.append((number, number + 1))
            number += 1
        kept: list[int] = [token for begin, stop in pieces for token in range(begin, stop)]
        while kept and self._class(kept[0]) & (PUNCTUATION | CONJUNCTION | STOP):
            kept.pop(0)
        kept = self._fit(kept, room)
        while kept and self._class(kept[-1]) & _WEAK_ENDS and not self._class(kept[-1]) & MARK:
            kept.pop()
        line = self._join(kept)
        return line if keep_case else _capital(line)

    def _fit(self, kept: list[int], room: int) -> list[int]:
        """As many tokens as fit, ending before a preposition, conjunction or comma where one is near."""
        starts, ends = self.tokens.starts, self.tokens.ends
        length = 0
        for position, token in enumerate(kept):
            gap = 1 if position and starts[token] > ends[kept[position - 1]] else 0
            length += gap + ends[token] - starts[token]
            if length > room:
                border = position
                while border > 0:
                    bits = self._class(kept[border])
                    if bits & (PREPOSITION | CONJUNCTION | PUNCTUATION | SUBORDINATOR | RELATIVE) and not bits & BE:
                        taken = ends[kept[border - 1]] - starts[kept[0]]
                        if taken >= min(_SHORTEST_CUT, room // 2):
                            return kept[:border]
                    border -= 1
                return kept[:position]
        return kept

    def _join(self, kept: list[int]) -> str:
        """The tokens with the spaces that the text has between neighbours, and one where words were left out."""
        text, starts, ends = self.tokens.text, self.tokens.starts, self.tokens.ends
        parts: list[str] = []
        for position, token in enumerate(kept):
            word = text[starts[token] : ends[token]]
            if position:
                before = kept[position - 1]
                if token == before + 1:
                    apart = starts[token] > ends[before]
                else:
                    apart = word not in _TIGHT_BEFORE
                if apart:
                    parts.append(" ")
            parts.append(word)
        return "".join(parts)


def _capital(line: str) -> str:
    """The line with a capital letter in front."""
    return line[:1].upper() + line[1:]


def _is_plural(speaker: str) -> bool:
    """Whether a speaker takes the plural verb: "officials", "Ames and Firth", "two engineers"."""
    words = speaker.split()
    if " and " in speaker:
        return True
    head = (
        words[0]
        if len(words) == 1
        else next(
            (
                word
                for word, following in zip(words, words[1:], strict=False)
                if following.lower() in ("of", "from", "in", "at", "for")
            ),
            words[-1],
        )
    )
    if head.lower() in ("people", "police", "men", "women", "they", "we", "some", "many", "others"):
        return True
    return (
        head.endswith("s")
        and not head.endswith(("ss", "us", "is"))
        and head[0].islower()
        or (
            len(words) == 1
            and head.endswith("s")
            and head.lower().rstrip("s") + "s" in ("officials", "sources", "experts", "critics")
        )
    )
