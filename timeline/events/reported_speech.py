"""Cues and their clauses: each reporting verb, noun, phrase and adverb to a draft of who says what.

What comes in: a ``Page``. What goes out: drafts in text order, as token ranges; a cue without content gives none. Cues inside
quotations are the speaker's own words and are not read. Which drafts belong together, quotations without a cue, and who the
sources are, is decided in ``attribution``.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.speakers import (
    Page,
    phrase_after,
    phrase_before,
    sentence_subject,
    verb_group_start,
)
from timeline.lexicons.quotes import (
    ADDRESSEE,
    ADVERB,
    ADVERB_CUE,
    AS,
    AUXILIARY,
    BARE,
    BASE,
    BE,
    CLAUSE,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    INFINITIVE,
    MARK,
    MODAL,
    NEGATION,
    NOUN_CUE,
    OBJECT,
    OBJECT_PRONOUN,
    OPENER,
    PARTICIPLE,
    PAST,
    PHRASE_CUE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THIRD,
    TIME,
    VERB_CUE,
    CueVerb,
)

TokenRange = tuple[int, int]

#: Longer sentences are read in pieces of as many tokens: they are lists or page furniture, and no text may cost its square.
LONGEST_SENTENCE = 240

_SUBJECT = DETERMINER | POSSESSIVE | PRONOUN
_CUE = VERB_CUE | NOUN_CUE | PHRASE_CUE | ADVERB_CUE
_FIRM = frozenset(("the", "a", "an", "every", "no"))
_SHORT_WORD = 4  # shorter words stay small in headlines
_HEADLINE_SHARE = 0.8
_INSERTING = {",": (",",), "—": ("—", "--"), "–": ("–",), "--": ("--", "—"), "-": ("-",), "(": (")",)}
_NAMING = frozenset(("called", "named", "dubbed", "nicknamed", "labeled"))
_DASHES = frozenset(("—", "–", "--"))


@dataclass(slots=True)
class Draft:
    """One attribution in the making; all ranges are half-open token ranges.

    Attributes:
        content: What is said, one range or several.
        source: Who says it; None when nobody is named there.
        cue: The words that attribute.
        sentence: Index of the cue's sentence.
        asserts: Whether the content is put forward on the source's word (a clause or quotation, not a wish or a topic).
        addressee: Whom it is told to.
        quoted: Numbers of the quoted stretches that the content rests on.
    """

    content: list[TokenRange]
    source: TokenRange | None
    cue: TokenRange
    sentence: int
    asserts: bool
    addressee: TokenRange | None = None
    quoted: tuple[int, ...] = ()


@dataclass(slots=True)
class _VerbCue:
    """One verb cue with its verb group and subject, before its content is sought."""

    number: int
    end: int
    verb: CueVerb
    group: int
    source: TokenRange | None
    inverted: bool
    passive: bool
    participial: bool
    cut: int  # where the content of an earlier cue ends because this one begins; -1: it does not


def read(page: Page) -> list[Draft]:
    """The drafts of an article, in order of their cues."""
    classes, inside = page.classes, page.inside
    cues = [number for number, bits in enumerate(classes) if bits & _CUE and inside[number] < 0]
    drafts: list[Draft] = []
    position = 0
    for sentence in page.tokens.sentences:
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
                # Words behind a quotation that began earlier belong to it; words inside one that goes on belong to that.
                high = page.quoted[inside[end - 1]].end_token if inside[end - 1] >= 0 else end
                _Reading(page, sentence.index, low, high, before).read(cues[begin:position], drafts)
            low, before = end, -1
    return drafts


class _Reading:
    """The reading of one sentence."""

    __slots__ = ("before", "classes", "cuts", "high", "inside", "low", "lowers", "page", "sentence", "words")

    def __init__(self, page: Page, sentence: int, low: int, high: int, before: int) -> None:
        self.page = page
        self.before = before  # the quotation right before the sentence that may wait for "he said", or -1
        self.sentence = sentence
        self.low = low
        self.high = high
        self.words = page.words
        self.lowers = page.lowers
        self.classes = page.classes
        self.inside = page.inside
        self.cuts: list[tuple[int, int]] = []

    def read(self, cues: list[int], drafts: list[Draft]) -> None:
        """Adds the drafts of the sentence's cues."""
        verbs: dict[int, _VerbCue] = {}
        last: TokenRange | None = None
        for number in cues:
            if self.classes[number] & VERB_CUE:
                found = self._verb(number, last)
                if found is not None:
                    verbs[number] = found
                    if found.source is not None and not found.passive:
                        last = found.source
                    if found.cut >= 0:
                        self.cuts.append((number, found.cut))
            elif self.classes[number] & PHRASE_CUE:
                words = self._phrase(number)
                if words:
                    start = number
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

    # ---------------------------------------------------------------------------------------------------- verb cues

    def _verb(self, number: int, last: TokenRange | None) -> _VerbCue | None:
        """The cue at a token that may be a reporting verb; None when it is a noun, an adjective, or has no subject."""
        page, classes, lowers, words = self.page, self.classes, self.lowers, self.words
        verb, forms = page.quotes.verbs[lowers[number]]
        end = number + 1
        if verb.phrasal and end < self.high and lowers[end] in verb.phrasal:
            verb = verb.phrasal[lowers[end]]
            end += 1
        if not verb.takes and not verb.about:
            return None
        if (
            number > self.low
            and words[number][0].isupper()
            and words[number - 1][0].isupper()
            and not self._title_line()
        ):
            return None  # part of a name
        group = verb_group_start(page, number, self._left(number))
        left = group - 1
        low = self._left(number)
        helpers = classes[group:number]
        be = any(bits & BE for bits in helpers)
        gerund = forms == GERUND
        passive = be and bool(forms & PARTICIPLE) and not gerund
        if gerund and not be:
            return self._participial(number, end, verb, group, low, last)
        if left >= low and lowers[left] == "to" and forms & BASE:
            return None
        if not self._is_verb(number, forms, group, low, be or any(bits & (AUXILIARY | MODAL) for bits in helpers)):
            return None
        if forms & (PAST | PARTICIPLE) and end < self.high and lowers[end] == "by" and not helpers:
            # "the letter cited by prosecutors"
            source = phrase_after(page, end + 1, self.high)
            content = phrase_before(page, group, low)
            if content is None or source is None:
                return None
            return _VerbCue(number, end, verb, group, content, False, True, False, -1)
        subject = phrase_before(page, group, low)
        if subject is not None:
            cut = -1
            before = subject[0] - 1
            if before > low and classes[before] & CONJUNCTION and words[before - 1] in (",", ";"):
                cut = before - 1
            elif before > low and words[before] in (";", *_DASHES):
                cut = before
            elif before > low and words[before] == "," and verb.takes & QUOTE and self._tail_ends(end):
                cut = before
            return _VerbCue(number, end, verb, group, subject, False, passive, False, cut)
        # No subject before it: inverted behind its content, or coordinated with an earlier verb.
        at_quote = left >= self.low and (self.inside[left] >= 0 or words[left] in (",", *_DASHES))
        if left >= self.low and self.inside[left] >= 0:
            at_quote = page.quoted[self.inside[left]].expects
        # "Said Dorothy Hale, who ...: ..." opens a sentence.
        at_quote = at_quote or group == self.low and (self.before >= 0 or not forms & BASE)
        if at_quote and verb.takes & QUOTE and forms & (PAST | THIRD | BASE) and not helpers:
            source = phrase_after(page, end, self.high)
            if source is not None and not classes[source[0]] & OBJECT_PRONOUN and self._may_follow(source, left):
                return _VerbCue(
                    number,
                    end,
                    verb,
                    group,
                    source,
                    True,
                    False,
                    False,
                    left if left >= low and words[left] == "," else -1,
                )
        if left >= low and classes[left] & CONJUNCTION or left >= low and words[left] == ",":
            cut = left if left - 1 < low or words[left - 1] != "," else left - 1
            source = last or sentence_subject(page, low, left)
            if source is None:
                return None
            return _VerbCue(number, end, verb, group, source, False, passive, True, cut)
        return None

    def _may_follow(self, source: TokenRange, left: int) -> bool:
        """Whether the phrase behind a cue is its subject: any behind a quotation, behind a bare comma a name or known source.

        "The port will close, said Firth" against "Hale, who owns it, said the port will close".
        """
        if left < self.low or self.inside[left] >= 0 or self.inside[max(left - 1, 0)] >= 0:
            return True
        if source[1] < self.high and self.classes[source[1]] & (BE | AUXILIARY | MODAL):
            return False
        return any(
            self.words[number][0].isupper() or self.lowers[number] in self.page.quotes.unnamed
            for number in range(source[0], source[1])
        )

    def _left(self, number: int) -> int:
        """Where looking to the left ends: the sentence's start, or the end of the quotation before the token."""
        if self.inside[self.low] >= 0:
            end = self.page.quoted[self.inside[self.low]].end_token
            if end <= number:
                return end
        return self.low

    def _title_line(self) -> bool:
        """Whether nearly every word is capitalised, as in headlines."""
        long = [word for word in self.words[self.low : self.high] if len(word) > _SHORT_WORD]
        return sum(word[0].isupper() for word in long) >= _HEADLINE_SHARE * len(long)

    def _participial(
        self, number: int, end: int, verb: CueVerb, group: int, low: int, last: TokenRange | None
    ) -> _VerbCue | None:
        """The cue at "saying": it says what the sentence's subject says."""
        left = group - 1
        if left >= low and self.classes[left] & (DETERMINER | POSSESSIVE) or left >= low and self.lowers[left] == "'s":
            return None
        if left >= low and self.lowers[left] in _FIRM:
            return None
        cut = -1
        if left >= low and (self.words[left] == "," or self.words[left] in _DASHES):
            cut = left
        elif left > low and self.classes[left] & (PREPOSITION | CONJUNCTION | SUBORDINATOR):
            cut = left - 1 if self.words[left - 1] == "," else -1
        elif left >= low and not self.classes[left] & (PREPOSITION | SUBORDINATOR | CONJUNCTION):
            # "a letter saying that": the noun before it says so.
            source = phrase_before(self.page, group, low)
            if source is not None:
                return _VerbCue(number, end, verb, group, source, False, False, True, -1)
        source = last
        if source is None:
            source = sentence_subject(self.page, low, left) if left > low else None
        if source is None:
            # "Speaking on Monday, the mayor ..." / "Saying it was late, the judge ..."
            comma = number
            while comma < self.high and self.words[comma] != ",":
                comma += 1
            source = phrase_after(self.page, comma + 1, self.high) if group <= low + 1 else None
        return _VerbCue(number, end, verb, group, source, False, False, True, cut)

    def _is_verb(self, number: int, forms: int, group: int, low: int, helped: bool) -> bool:
        """Whether a word that may be a noun or an adjective stands as a verb here."""
        classes, lowers, words = self.classes, self.lowers, self.words
        left = group - 1
        if left < low:
            return helped or number == low or bool(forms & (PAST | THIRD))
        bits = classes[left]
        if lowers[left] in _FIRM or bits & POSSESSIVE:
            return False
        if lowers[left] == "'s" and not classes[left - 1] & PRONOUN:
            return False
        if bits & PREPOSITION and not forms & GERUND:
            return False
        if forms & (PAST | PARTICIPLE):
            # "475 pledged delegates", "a group called Open Water"
            if lowers[left].isdigit() and number + 1 < self.high and not classes[number + 1]:
                return False
            return (
                helped
                or lowers[number] not in _NAMING
                or not (
                    number + 1 < self.high
                    and words[number + 1][0].isupper()
                    and not classes[number + 1]
                    and words[left].islower()
                )
            )
        following = classes[number + 1] if number + 1 < self.high else STOP
        after = lowers[number + 1] if number + 1 < self.high else "."
        if classes[number] & PREPOSITION and not (helped or bits & PRONOUN):
            return False
        if bits & (PRONOUN | MODAL) and lowers[left] != "that" or helped:
            return not (helped and forms & THIRD and not forms & PAST)
        if forms & BASE and not forms & PAST:
            if bits & (DETERMINER | CONJUNCTION) or words[left] in (",", '"', "”"):
                return bool(following & (OPENER | DETERMINER | PRONOUN)) or lowers[left] in (
                    "some",
                    "many",
                    "most",
                    "all",
                    "others",
                )
            plural = (
                lowers[left].endswith("s")
                or words[left][0].isupper()
                or lowers[left] in ("people", "men", "women", "police", "that")
            )
            if not plural:
                return False
        if forms & (THIRD | BASE) and lowers[number] not in self.page.quotes.homographs:
            return True
        # A plural noun or a verb: a verb is followed by its object or clause, a noun by a preposition or a verb.
        if following & (OPENER | DETERMINER | POSSESSIVE | PRONOUN | OBJECT_PRONOUN | MARK) or after == "to":
            return True
        if following & (PREPOSITION | BE | AUXILIARY | MODAL | PUNCTUATION | STOP | CONJUNCTION):
            return False
        return words[number + 1][0].isupper() or bool(following & (TIME | ADVERB))

    def _tail_ends(self, first: int) -> bool:
        """Whether behind a cue nothing follows but time and place: then its content stands before it."""
        after = self._past_adjuncts(first)
        return (
            after >= self.high
            or bool(self.classes[after] & (PUNCTUATION | STOP | CONJUNCTION))
            or self.inside[after] >= 0
        )

    def _past_adjuncts(self, first: int) -> int:
        """The first token behind time words, adverbs and prepositional phrases."""
        number = first
        classes, high = self.classes, self.high
        while number < high:
            bits = classes[number]
            if self.inside[number] >= 0:
                break
            if bits & TIME or bits & ADVERB and not bits & (DETERMINER | PRONOUN):
                number += 1
            elif bits & PREPOSITION and self.lowers[number] not in ("to",):
                number += 1
                while number < high and classes[number] & TIME:
                    number += 1
                phrase = phrase_after(self.page, number, high)
                if phrase is not None:
                    number = phrase[1]
            elif self.words[number].isdigit():
                number += 1
            else:
                break
        return number

    def _verb_draft(self, cue: _VerbCue) -> Draft | None:
        """The draft of a verb cue; None when it has no content."""
        if cue.passive:
            return self._passive_draft(cue)
        verb = cue.verb
        spot = (cue.group, cue.end)
        if verb.takes & QUOTE:
            left = self._left_content(cue)
            if left is not None:
                content, quoted = left
                after = cue.source[1] if cue.inverted and cue.source is not None else cue.end
                more = self._quote_behind(after)
                if more is not None:
                    content.append((self.page.quoted[more].first_token, self.page.quoted[more].end_token))
                    quoted = (*quoted, more)
                elif not quoted:
                    rest = self._rest_behind(after)
                    if rest is not None:
                        content.append(rest)
                return Draft(content, cue.source, spot, self.sentence, True, quoted=quoted)
        behind = cue.end
        if cue.inverted:
            if cue.group > self.low or cue.source is None:
                return None
            behind = cue.source[1]
            number = self._quote_behind(behind)
            if number is None:
                return None
            quoted = self.page.quoted[number]
            return Draft(
                [(quoted.first_token, quoted.end_token)], cue.source, spot, self.sentence, True, quoted=(number,)
            )
        right = self._right_content(verb, behind, cue.number)
        if right is None:
            return None
        content, asserts, addressee = right
        if verb.impersonal:
            content = [*([cue.source] if cue.source else []), *content]
            return Draft(content, None, spot, self.sentence, False)
        return Draft(content, cue.source, spot, self.sentence, asserts and verb.asserts, addressee)

    def _left_content(self, cue: _VerbCue) -> tuple[list[TokenRange], tuple[int, ...]] | None:
        """The content before a cue: the quotation that ends there, or the clause up to the comma."""
        first = cue.group if cue.inverted or cue.source is None or cue.source[0] > cue.group else cue.source[0]
        left = first - 1
        if cue.participial:
            return None
        while (
            left >= 0
            and left >= self.low - 1
            and (self.words[left] in (",", *_DASHES) or self.lowers[left] in ("as", "and"))
            and self.inside[left] < 0
        ):
            left -= 1
        stretch = self.inside[left] if left >= self.low else self.before
        if stretch >= 0 and (left >= self.low or left == self.low - 1):
            quoted = self.page.quoted[stretch]
            if not quoted.expects and quoted.speech and left == first - 1:
                return None
            if left < self.low and not self._tail_ends(cue.source[1] if cue.inverted and cue.source else cue.end):
                return None
            if quoted.first_token >= self.low and not quoted.speech:
                opening = self._left_clause(quoted.first_token)
                if opening < quoted.first_token:
                    if not self._tail_ends(cue.source[1] if cue.inverted and cue.source else cue.end):
                        return None
                    return [(opening, quoted.end_token)], (stretch,)
            return [(quoted.first_token, quoted.end_token)], (stretch,)
        if left == first - 1 or self.words[left + 1] != "," and self.words[left + 1] not in _DASHES:
            return None
        if not self._tail_ends(cue.source[1] if cue.inverted and cue.source else cue.end):
            return None
        if left < self.low:
            return None
        behind = self._quote_behind(cue.end)
        if behind is not None and not cue.inverted and self._begins_sentence(behind):
            return None
        opening = self._left_clause(left + 1)
        if opening > left or self.classes[opening] & PREPOSITION and left - opening < 4:
            return None
        return [(opening, left + 1)], tuple({self.inside[n] for n in range(opening, left + 1) if self.inside[n] >= 0})

    def _begins_sentence(self, number: int) -> bool:
        """Whether a quotation is a sentence of its own and not the rest of one."""
        quoted = self.page.quoted[number]
        return quoted.speech and self.words[quoted.first_token + 1][0].isupper()

    def _left_clause(self, end: int) -> int:
        """Where the clause that ends at a token begins: the sentence's start without its conjunction."""
        first = self.low
        if self.inside[first] >= 0 and self.page.quoted[self.inside[first]].first_token < first:
            first = min(end, self.page.quoted[self.inside[first]].first_token)
        while first < end and self.classes[first] & (CONJUNCTION | PUNCTUATION):
            first += 1
        return first

    def _quote_behind(self, first: int) -> int | None:
        """The quotation that goes on behind "he said, ..." in the same sentence."""
        number = first
        while number < self.high and self.inside[number] < 0 and not self.classes[number] & STOP:
            number += 1
        if number < self.high and self.inside[number] >= 0 and self.words[number - 1] in (",", ":", *_DASHES):
            return self.inside[number]
        return None

    def _rest_behind(self, first: int) -> TokenRange | None:
        """The rest of a sentence that is interrupted by ", he said,"."""
        if first < self.high and self.words[first] == ",":
            end = self._wide_end(first + 1, first)
            if end > first + 1:
                return first + 1, end
        return None

    def _right_content(
        self, verb: CueVerb, first: int, cue: int
    ) -> tuple[list[TokenRange], bool, TokenRange | None] | None:
        """What follows a cue as its content, whether it is a clause or quotation, and the addressee before it."""
        page, classes, lowers, words, high = self.page, self.classes, self.lowers, self.words, self.high
        number = first
        addressee = None
        takes = verb.takes
        while number < high and classes[number] & ADVERB and not classes[number] & (DETERMINER | MARK):
            number += 1
        if number >= high:
            return None
        if takes & ADDRESSEE and self.inside[number] < 0 and not classes[number] & OPENER:
            addressee = phrase_after(page, number, high)
            if addressee is not None:
                number = addressee[1]
            while number < high and classes[number] & (TIME | ADVERB) and self.inside[number] < 0:
                number += 1
        opened = number
        jumps = 0
        while number < high and self.inside[number] < 0:
            bits, word = classes[number], lowers[number]
            if word in verb.about and not (bits & OPENER):
                end = self._narrow_end(number + 1, cue)
                if word == "to" and takes & INFINITIVE:
                    return [(number, self._wide_end(number, cue))], False, addressee
                if end > number + 1:
                    return [(number + 1, end)], False, addressee
                return None
            if word == "to" and takes & INFINITIVE:
                return [(number, self._wide_end(number, cue))], False, addressee
            if word == "as" and takes & AS:
                break
            if bits & TIME and not (bits & DETERMINER and takes & (OBJECT | BARE)):
                number += 1
            elif bits & PREPOSITION and takes & (QUOTE | CLAUSE):
                phrase = phrase_after(page, number + 1, high)
                time = number + 1
                while time < high and classes[time] & TIME:
                    time += 1
                number = max(phrase[1] if phrase else number + 1, time)
                jumps += 1
            elif word in (",", ":") and number + 1 < high and (self.inside[number + 1] >= 0 or word == ":"):
                number += 1
                break
            elif word in _INSERTING and takes & CLAUSE and self._stands_apart(number):
                # "said - on the radio, as it happens - that ..."
                closing = number + 1
                while closing < high and words[closing] not in _INSERTING[word] and self.inside[closing] < 0:
                    closing += 1
                if closing + 1 < high and classes[closing + 1] & OPENER:
                    number = closing + 1
                break
            else:
                break
        if number >= high:
            if addressee is not None and takes & OBJECT and addressee[1] <= high:
                return [addressee], False, None
            return None
        stretch = self.inside[number]
        if stretch >= 0:
            quoted = page.quoted[stretch]
            end = quoted.end_token
            if not quoted.speech and not takes & (CLAUSE | OBJECT):
                return None  # "read “War and Peace”"
            if not quoted.speech and takes & (BARE | CLAUSE | OBJECT):
                end = max(end, self._wide_end(number, cue))
            start = opened if takes & OBJECT and not takes & QUOTE else number
            return [(min(start, number), end)], True, addressee
        bits = classes[number]
        if bits & OPENER and takes & CLAUSE:
            start = number + 1 if lowers[number] == "that" else number
            end = self._wide_end(start, cue)
            return ([(start, end)], True, addressee) if end > start else None
        if bits & (PUNCTUATION | STOP | CONJUNCTION | SUBORDINATOR):
            if addressee is not None and takes & OBJECT:
                return [addressee], False, None
            return None
        if takes & BARE and not bits & PREPOSITION or jumps and takes & BARE:
            end = self._wide_end(number, cue)
            return (
                ([(number, end)], not takes & OBJECT or self._has_verb(number, end), addressee)
                if end > number
                else None
            )
        if addressee is not None and takes & OBJECT:
            return [(addressee[0], self._narrow_end(addressee[0], cue))], False, None
        if takes & OBJECT and number == opened and not bits & PREPOSITION:
            end = self._narrow_end(number, cue)
            return ([(number, end)], False, None) if end > number else None
        return None

    def _stands_apart(self, number: int) -> bool:
        """Whether a hyphen is a dash: space on both sides; other marks always are what they are."""
        if self.words[number] != "-":
            return True
        tokens = self.page.tokens
        return tokens.starts[number] > tokens.ends[number - 1] and tokens.starts[number + 1] > tokens.ends[number]

    def _has_verb(self, first: int, end: int) -> bool:
        """Whether a stretch holds a finite verb that shows it to be a clause."""
        return any(bits & (BE | AUXILIARY | MODAL) for bits in self.classes[first:end])

    def _wide_end(self, first: int, cue: int) -> int:
        """Where a reported clause ends: with the sentence, or where a later cue of the same speaker or another's tail begins."""
        end = self.high
        for number, cut in self.cuts:
            if number > cue and cut > first:
                end = min(end, cut)
                break
        while (
            end > first
            and (self.classes[end - 1] & STOP or self.words[end - 1] in (",", ";", *_DASHES))
            and self.inside[end - 1] < 0
        ):
            end -= 1
        return end

    def _narrow_end(self, first: int, cue: int) -> int:
        """Where a noun phrase with its phrases ends: at punctuation or a subordinate clause."""
        limit = self._wide_end(first, cue)
        number = first
        while number < limit:
            if self.inside[number] >= 0:
                number = self.page.quoted[self.inside[number]].end_token
                continue
            bits = self.classes[number]
            if number > first and (
                bits & (STOP | SUBORDINATOR) or bits & PUNCTUATION and self.words[number] not in ("-", "/", "(", ")")
            ):
                break
            number += 1
        return min(number, max(limit, first))

    def _passive_draft(self, cue: _VerbCue) -> Draft | None:
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
            and not self.classes[by] & (PUNCTUATION | STOP | OPENER)
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
                end = self._wide_end(number, cue.number)
                found = (number, end) if end > number else None
            elif bits & OPENER and verb.takes & CLAUSE:
                start = number + 1 if word == "that" else number
                end = self._wide_end(start, cue.number)
                found = (start, end) if end > start else None
            elif self.inside[number] >= 0:
                quoted = self.page.quoted[self.inside[number]]
                found = (quoted.first_token, quoted.end_token)
        if found is not None:
            content.append(found)
        if not content or found is None and source is None:
            return None
        return Draft(content, source, (cue.group, cue.end), self.sentence, verb.asserts and bool(verb.takes & CLAUSE))

    # ------------------------------------------------------------------------------------ nouns, phrases, adverbs

    def _noun_draft(self, number: int) -> Draft | None:
        """The draft of "X's claim that ...", "her criticism of ..."; None when the noun takes nothing here."""
        noun = self.page.quotes.nouns.get(self.lowers[number])
        if noun is None or number + 1 >= self.high:
            return None
        low = self._left(number)
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
            end = self._wide_end(number + 2, number)
            if (source[0] if source else first) <= low + 1:
                end = self._clause_of_subject(number + 2, end)
            if end > number + 2:
                return Draft([(number + 2, end)], source, (number, number + 1), self.sentence, noun.asserts)
        if word in noun.about and source is not None:
            end = self._narrow_end(number + 2, number)
            if end > number + 2:
                return Draft([(number + 2, end)], source, (number, number + 1), self.sentence, False)
        return None

    def _clause_of_subject(self, first: int, end: int) -> int:
        """Where the clause of a subject noun ends: "her claim that the park is safe" before "was rejected"."""
        seen = False
        for number in range(first, end):
            bits = self.classes[number]
            if bits & (CONJUNCTION | RELATIVE | PUNCTUATION | SUBORDINATOR):
                return end
            if bits & (BE | AUXILIARY | MODAL) and not self.classes[number - 1] & (BE | AUXILIARY | MODAL | NEGATION):
                if seen:
                    return number
                seen = True
        return end

    def _phrase(self, number: int) -> tuple[str, ...] | None:
        """The source phrase that begins at a token ("according to"), or None."""
        for words in self.page.quotes.phrases[self.lowers[number]]:
            if self.lowers[number : number + len(words)] == words:
                return words
        return None

    def _phrase_draft(self, number: int) -> Draft | None:
        """The draft of "according to X, Y" and "Y, according to X"."""
        words = self._phrase(number)
        if words is None:
            return None
        end = number + len(words)
        source = phrase_after(self.page, end, self.high)
        if source is None or source[0] == source[1] - 1 and self.lowers[source[0]] in ("plan", "schedule"):
            return None
        low = self._left(number)
        start = number
        while start > low and (self.classes[start - 1] & PUNCTUATION or self.classes[start - 1] & ADVERB):
            start -= 1
        content: list[TokenRange] = []
        left = self.inside[start - 1] if start > 0 and start - 1 >= self.low - 1 else -1
        if left >= 0 and self.page.quoted[left].speech:
            content.append((self.page.quoted[left].first_token, self.page.quoted[left].end_token))
        elif start > low:
            content.append((self._left_clause(start), start))
        else:
            comma = source[1]
            while (
                comma < self.high
                and self.classes[comma] & (PUNCTUATION | STOP) == 0
                and not self.classes[comma] & _SUBJECT
            ):
                comma += 1
            if comma >= self.high - 1 or self.words[comma] != ",":
                comma = source[1] - 1
            stop = self._wide_end(comma + 1, self.high)
            if stop > comma + 1:
                content.append((comma + 1, stop))
        if not content or content[0][0] >= content[0][1]:
            return None
        return Draft(content, source, (number, end), self.sentence, True)

    def _adverb_draft(self, number: int) -> Draft | None:
        """The draft of "reportedly": the clause around it, without a source."""
        end = self._wide_end(number + 1, number)
        if end <= number + 1:
            return None
        return Draft([(number + 1, end)], None, (number, number + 1), self.sentence, True)


def _without_nested(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without wishes and topics inside what another source says: they are that source's report."""
    kept: list[Draft] = []
    for draft in drafts:
        cue = draft.cue[0]
        held = any(first <= cue < end for other in drafts if other is not draft for first, end in other.content)
        if not held or draft.asserts and draft.source is not None:
            kept.append(draft)
    return kept
