"""Cues and their clauses: each reporting verb, noun, phrase and adverb to a draft of who says what.

What comes in: a ``Transcript``. What goes out: drafts in text order, as token ranges; a cue without content gives
none. Cues inside quotations are the speaker's own words and are not read. Which drafts belong together, quotations
without a cue, and who the sources are, is decided in ``attribution``.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress

from timeline.events.article.content_ends import TokenRange
from timeline.events.article.contents import Region, VerbCue
from timeline.events.article.phrases import phrase_after, phrase_before
from timeline.events.article.transcripts import Transcript
from timeline.events.speech.cues import verb_cue
from timeline.lexicons.quote_rows import ADDRESSEE, CLAUSE, QUOTE
from timeline.lexicons.quotes import (
    ADVERB,
    ADVERB_CUE,
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MARK,
    MODAL,
    NOUN_CUE,
    OPENER,
    PHRASE_CUE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    STOP,
    VERB_CUE,
)

#: Longer sentences are read in pieces of as many tokens: they are lists or page furniture, and no text may cost its
#: square.
LONGEST_SENTENCE = 240

_SUBJECT = DETERMINER | POSSESSIVE | PRONOUN
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_PUNCTUATION_STOP = PUNCTUATION | STOP
_PUNCTUATION_STOP_OPENER = PUNCTUATION | STOP | OPENER


@dataclass(slots=True)
class Draft:
    """One attribution in the making; all ranges are half-open token ranges.

    Attributes:
        content: What is said, one range or several.
        source: Who says it; None when nobody is named there.
        cue: The words that attribute.
        sentence: Index of the cue's sentence.
        asserts: Whether the content is put forward on the source's word (a clause or quotation, not a wish or a topic).
    """

    content: list[TokenRange]
    source: TokenRange | None
    cue: TokenRange
    sentence: int
    asserts: bool


def read(page: Transcript) -> list[Draft]:
    """The drafts of an article, in order of their cues."""
    inside = page.inside
    told = compress(range(len(inside)), map(page.quotes.cues.__contains__, page.lowers))
    cues = [number for number in told if inside[number] < 0]
    drafts: list[Draft] = []
    position = 0
    for sentence in page.tokens.sentences:
        if position == len(cues):
            break
        if cues[position] >= sentence.end_token:
            continue
        low = sentence.first_token
        before = inside[low - 1] if low and not sentence.first_in_paragraph else -1
        if before >= 0 and not page.quoted[before].expects:
            before = -1
        while low < sentence.end_token:
            end = min(sentence.end_token, low + LONGEST_SENTENCE)
            begin = position
            while position < len(cues) and cues[position] < end:
                position += 1
            if begin < position:
                # Words behind a quotation that began earlier belong to it; words inside one that goes on belong to
                # that.
                high = page.quoted[inside[end - 1]].end_token if inside[end - 1] >= 0 else end
                _Reading(page, sentence.index, low, high, before).read(cues[begin:position], drafts)
            low, before = end, -1
    return drafts


class _Reading(Region):
    """The reading of one region."""

    __slots__ = ()

    def read(self, cues: list[int], drafts: list[Draft]) -> None:
        """Adds the drafts of the sentence's cues."""
        verbs: dict[int, VerbCue] = {}
        last: TokenRange | None = None
        for number in cues:
            if self.classes[number] & VERB_CUE:
                found = verb_cue(self, number, last)
                if found is not None:
                    verbs[number] = found
                    if found.source is not None and not found.passive:
                        last = found.source
                    if found.cut >= 0:
                        self.cuts.append((number, found.cut))
            elif self.classes[number] & PHRASE_CUE:
                found_phrase = self._phrase(number)
                if found_phrase is not None:
                    start = found_phrase[0]
                    while start > self.low and (
                        self.words[start - 1] in (",", "—", "–", "--") or self.lowers[start - 1] == "and"
                    ):
                        start -= 1
                    self.cuts.append((number, start))
        begin = len(drafts)
        for number in cues:
            draft = None
            if number in verbs:
                draft = self._verb_draft(verbs[number])
            elif self.classes[number] & PHRASE_CUE:
                draft = self._phrase_draft(number)
            elif self.classes[number] & ADVERB_CUE:
                draft = self._adverb_draft(number)
            if draft is None and self.classes[number] & NOUN_CUE and number not in verbs:
                draft = self._noun_draft(number)
            if draft is not None:
                drafts.append(draft)
        if len(drafts) - begin > 1:
            drafts[begin:] = _without_nested(drafts[begin:])

    def _verb_draft(self, cue: VerbCue) -> Draft | None:
        """The draft of a verb cue; None when it has no content."""
        if cue.passive:
            return self._passive_draft(cue)
        verb = cue.verb
        spot = (cue.group, cue.end)
        if verb.takes & QUOTE:
            left = self.left_content(cue)
            if left is not None:
                content, quoted = left
                after = cue.source[1] if cue.inverted and cue.source is not None else cue.end
                more = self.quote_behind(after)
                if more is not None:
                    content.append((self.page.quoted[more].first_token, self.page.quoted[more].end_token))
                elif not quoted:
                    rest = self.rest_behind(after)
                    if rest is not None:
                        content.append(rest)
                return Draft(content, cue.source, spot, self.sentence, True)
        behind = cue.end
        if cue.inverted:
            if cue.group > self.low or cue.source is None:
                return None
            behind = cue.source[1]
            number = self.quote_behind(behind)
            if number is None:
                return None
            stretch = self.page.quoted[number]
            return Draft([(stretch.first_token, stretch.end_token)], cue.source, spot, self.sentence, True)
        right = self.right_content(verb, behind, cue.number)
        if right is None:
            return None
        content, asserts = right
        if verb.impersonal:
            content = [*([cue.source] if cue.source else []), *content]
            return Draft(content, None, spot, self.sentence, False)
        return Draft(content, cue.source, spot, self.sentence, asserts and verb.asserts)

    def _passive_draft(self, cue: VerbCue) -> Draft | None:
        """The draft of "Firth is believed to ...", "the plan was criticised by the union for ..."."""
        verb = cue.verb
        number = cue.end
        source: TokenRange | None = None
        high = self.high
        subject = cue.source
        by = number
        while (
            by < high
            and by < number + 8
            and self.lowers[by] != "by"
            and not self.classes[by] & _PUNCTUATION_STOP_OPENER
        ):
            by += 1
        if by < high and self.lowers[by] == "by" and self.inside[by] < 0:
            source = phrase_after(self.page, by + 1, high)
            if source is not None and by == number:
                number = source[1]
        content: list[TokenRange] = []
        impersonal = subject is not None and self.lowers[subject[0]] == "it" and subject[1] - subject[0] == 1
        if subject is not None and not impersonal and not verb.takes & ADDRESSEE:
            content.append(subject)
        found = None
        if number < high:
            word, bits = self.lowers[number], self.classes[number]
            if word == "to" or word in ("for", "as", "of", "about", "with") or word in verb.about:
                end = self.wide_end(number, cue.number)
                found = (number, end) if end > number else None
            elif bits & OPENER and verb.takes & CLAUSE:
                start = number + 1 if word == "that" else number
                end = self.wide_end(start, cue.number)
                found = (start, end) if end > start else None
            elif self.inside[number] >= 0:
                quoted = self.page.quoted[self.inside[number]]
                found = (quoted.first_token, quoted.end_token)
        if found is not None:
            content.append(found)
        if not content or (found is None and source is None):
            return None
        return Draft(content, source, (cue.group, cue.end), self.sentence, verb.asserts and bool(verb.takes & CLAUSE))

    def _noun_draft(self, number: int) -> Draft | None:
        """The draft of "X's claim that ...", "her criticism of ..."; None when the noun takes nothing here."""
        noun = self.page.quotes.nouns.get(self.lowers[number])
        if noun is None or number + 1 >= self.high:
            return None
        low = self.left(number)
        first = number
        while (
            first > low
            and not self.classes[first - 1]
            & (
                DETERMINER
                | POSSESSIVE
                | PREPOSITION
                | PUNCTUATION
                | STOP
                | MARK
                | CONJUNCTION
                | BE
                | AUXILIARY
                | MODAL
                | VERB_CUE
                | PRONOUN
            )
            and self.lowers[first - 1] != "'s"
            and number - first < 3
        ):
            first -= 1
        source: TokenRange | None = None
        if first > low and self.classes[first - 1] & POSSESSIVE:
            source = (first - 1, first)
        elif first > low and self.lowers[first - 1] in ("'s", "'"):
            source = phrase_before(self.page, first - 1, low)
            if source is not None:
                source = (source[0], first)
        word = self.lowers[number + 1]
        if noun.clause and word in ("that", "whether"):
            end = self.wide_end(number + 2, number)
            if (source[0] if source else first) <= low + 1:
                end = self.subject_clause_end(number + 2, end)
            if end > number + 2:
                return Draft([(number + 2, end)], source, (number, number + 1), self.sentence, noun.asserts)
        if word in noun.about and source is not None:
            end = self.narrow_end(number + 2, number)
            if end > number + 2:
                return Draft([(number + 2, end)], source, (number, number + 1), self.sentence, False)
        return None

    def _phrase(self, number: int) -> TokenRange | None:
        """The source phrase that a token belongs to ("according to"), or None."""
        for place, words in self.page.quotes.phrases[self.lowers[number]]:
            first = number - place
            if first >= self.low and self.lowers[first : first + len(words)] == words:
                return first, first + len(words)
        return None

    def _phrase_draft(self, number: int) -> Draft | None:
        """The draft of "according to X, Y" and "Y, according to X"."""
        found = self._phrase(number)
        if found is None:
            return None
        number, end = found
        source = phrase_after(self.page, end, self.high)
        if source is None or (source[0] == source[1] - 1 and self.lowers[source[0]] in ("plan", "schedule")):
            return None
        low = self.left(number)
        start = number
        while start > low and (self.classes[start - 1] & PUNCTUATION or self.classes[start - 1] & ADVERB):
            start -= 1
        content: list[TokenRange] = []
        left = self.inside[start - 1] if start > 0 and start - 1 >= self.low - 1 else -1
        if left >= 0 and self.page.quoted[left].speech:
            content.append((self.page.quoted[left].first_token, self.page.quoted[left].end_token))
        elif start > low:
            content.append((self.left_clause(start), start))
        else:
            comma = source[1]
            while (
                comma < self.high
                and self.classes[comma] & _PUNCTUATION_STOP == 0
                and not self.classes[comma] & _SUBJECT
            ):
                comma += 1
            if comma >= self.high - 1 or self.words[comma] != ",":
                comma = source[1] - 1
            stop = self.wide_end(comma + 1, self.high)
            if stop > comma + 1:
                content.append((comma + 1, stop))
        if not content or content[0][0] >= content[0][1]:
            return None
        return Draft(content, source, (number, end), self.sentence, True)

    def _adverb_draft(self, number: int) -> Draft | None:
        """The draft of "reportedly": the clause around it, without a source."""
        end = self.wide_end(number + 1, number)
        if end <= number + 1:
            return None
        return Draft([(number + 1, end)], None, (number, number + 1), self.sentence, True)


def _without_nested(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without wishes and topics inside what another source says, which are its report."""
    kept: list[Draft] = []
    for draft in drafts:
        cue = draft.cue[0]
        held = any(first <= cue < end for other in drafts if other is not draft for first, end in other.content)
        if not held or (draft.asserts and draft.source is not None):
            kept.append(draft)
    return kept
