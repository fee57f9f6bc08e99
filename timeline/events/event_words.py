"""Which words of the text tell an event: where its line begins and where it ends.

What comes in: candidates with frame, roles and factuality. What goes out: for each a name to begin with, token ranges
behind it, and the stretch of text that these stand for. How the words become a line of some length is decided in
``lines``, what is said of a statement and of doubt in ``titles``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import compress

from timeline.events.candidates import Candidate
from timeline.events.lines import Lines, capital
from timeline.events.phrases import Transcript, antecedent, phrase_before, sentence_subject, verb_group_start
from timeline.lexicons.inflection import PAST, THIRD, Irregular
from timeline.lexicons.load import load_csv
from timeline.lexicons.quotes import (
    ADVERB,
    AUXILIARY,
    BE,
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
from timeline.values.events import Quotation

#: A title is cut behind this many characters, at the last border between phrases.
LONGEST_TITLE = 90
#: No title is longer, whatever it takes to end at a border.
LONGEST_LINE = 114
#: A name to begin with (or ""), token ranges behind it, and the stretch of text that these stand for.
Parts = tuple[str, list[tuple[int, int]], int, int]

_LONGEST_TAIL = 24  # tokens of an attribution behind its comma
_LONGEST_SUBJECT = 45  # characters of a subject before it is cut at its comma
_REACH = 120  # tokens around an event that its line may come from
_PHRASE = 4  # words of a noun phrase before its head
_DATELINE = 8  # tokens in which a dateline's dash stands
_FINITE = BE | AUXILIARY | MODAL
_DASHES = frozenset(("—", "–", "--"))
# "This" stays: what it stands for is less sure than who "she" is.
_PEOPLE = frozenset(("he", "she", "they", "i", "we", "his", "her", "their", "my", "our", "who", "it", "its"))
_WHO = frozenset(("who", "which", "what"))
#: Words that open a circumstance, and those among them that may open a clause.
_CLAUSAL = frozenset(("after", "as", "because", "before", "once", "since", "though", "until", "when", "while"))
_CIRCUMSTANCES = _CLAUSAL | {"amid", "at", "despite", "during", "following", "from", "in", "into", "of", "over", "with"}
_PARTICLES = frozenset(("out", "off", "up", "down", "away", "back"))
_OPENING = frozenset((",", "(", *_DASHES))
_BREAKS = frozenset((",", ";", ":", *_DASHES))
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_ADVERB_NEGATION = ADVERB | NEGATION
_ADVERB_NEGATION_TIME_FINITE = ADVERB | NEGATION | TIME | _FINITE
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_DETERMINER_POSSESSIVE_ADVERB = DETERMINER | POSSESSIVE | ADVERB
_DETERMINER_POSSESSIVE_PREPOSITION = DETERMINER | POSSESSIVE | PREPOSITION
_OPENER_SUBORDINATOR = OPENER | SUBORDINATOR
_PAST_THIRD = PAST | THIRD
_PREPOSITION_TIME = PREPOSITION | TIME
_PRONOUN_POSSESSIVE = PRONOUN | POSSESSIVE
_PUNCTUATION_STOP_VERB_CUE_MARK = PUNCTUATION | STOP | VERB_CUE | MARK
_RELATIVE_PRONOUN = RELATIVE | PRONOUN
_STOP_SUBORDINATOR = STOP | SUBORDINATOR
_STOP_SUBORDINATOR_MARK = STOP | SUBORDINATOR | MARK
_TIME_ADVERB_PREPOSITION_DETERMINER = TIME | ADVERB | PREPOSITION | DETERMINER


class EventWords:
    """The words of one article that tell its events."""

    __slots__ = (
        "_acting",
        "_articles",
        "_behind_the",
        "by_cue",
        "by_source",
        "classes",
        "lines",
        "lowers",
        "named",
        "quotations",
        "quotes",
        "tokens",
        "transcript",
        "verbs",
        "words",
    )

    def __init__(
        self, lines: Lines, quotations: Sequence[Quotation], quotes: QuoteLexicon, candidates: Sequence[Candidate]
    ) -> None:
        self.lines = lines
        self._behind_the: dict[int, set[tuple[str, ...]]] = {}
        self._articles: list[int] | None = None  # tokens behind "the"
        self.verbs = frozenset(
            candidate.first_token
            for candidate in candidates
            if candidate.reading == "verb" and candidate.tense is not None
        )
        # Where the subjects of verbs that name events end: an "it" elsewhere may stand for nobody.
        self._acting = frozenset(
            candidate.frame.subject[1] for candidate in candidates if candidate.frame.subject is not None
        )
        self.named = {
            who.start: who for candidate in candidates for who in (*candidate.actors, *candidate.recipients) if who.key
        }
        self.tokens = tokens = lines.tokens
        self.words = tokens.words
        self.lowers = tokens.lowers
        self.classes = lines.classes
        self.quotes = quotes
        self.quotations = quotations
        self.transcript = Transcript(tokens, quotes, lines.classes, [])
        self.by_cue: dict[int, int] = {}
        self.by_source: dict[int, str] = {}
        for number, quotation in enumerate(quotations):
            first, end = tokens.token_range(quotation.cue_spans[0].start, quotation.cue_spans[0].end)
            for token in range(first, end):
                self.by_cue.setdefault(token, number)
            if quotation.source_spans and quotation.speaker:
                token = tokens.token_at(quotation.source_spans[0].start)
                self.by_source.setdefault(token, short(quotation.speaker))

    def speaker(self, quotation: Quotation) -> str:
        """The resolved name, or the words of the source when they are no pronoun."""
        if quotation.speaker:
            return capital(self.with_article(short(quotation.speaker)))
        if not quotation.source_spans:
            return ""
        span = quotation.source_spans[0]
        first, end = self.tokens.token_range(span.start, span.end)
        if end - first == 1 and self.classes[first] & _PRONOUN_POSSESSIVE:
            return ""
        return capital(short(self.lines.plain(first, end)))

    def past_dateline(self, first: int, end: int) -> int:
        """Behind "HARLOW (AP) —"."""
        if not self.words[first].isupper():
            return first
        for number in range(first, min(end, first + _DATELINE)):
            if self.words[number] in _DASHES:
                return number + 1
        return first

    def parts(self, candidate: Candidate) -> Parts:
        """Where the line of an event begins and ends."""
        frame = candidate.frame
        sentence = self.tokens.sentences[candidate.sentence]
        low, high = sentence.first_token, sentence.end_token
        low, high = max(low, candidate.first_token - _REACH), min(high, candidate.end_token + _REACH)
        low = self.past_dateline(low, high) if high - low > _DATELINE else low
        end = self.end(candidate, high)
        subject = frame.subject if frame.reading == "verb" else None
        if subject is not None:
            subject = self._trimmed(subject, low)
        head = self.verb_start(candidate, low)
        cue = candidate.factuality_cue
        if cue is not None and low <= cue[0] < head and not (subject is not None and subject[0] < cue[0]):
            said = self.by_cue.get(cue[0], -1)
            noun = cue[0] > low and bool(self.classes[cue[0] - 1] & _DETERMINER_POSSESSIVE)
            if self.classes[cue[0]] & VERB_CUE and not noun and (said < 0 or self.quotations[said].source_spans):
                # "denied that ...", "plans to ...": the line begins with who denies or plans.
                return self._from_verb(candidate, cue[0], end, low)
        if frame.reading != "verb":
            inserted = self._around_insertion(candidate, low, high)
            if inserted:
                return "", inserted, inserted[0][0], inserted[-1][1]
            first = self.past_openers(max(candidate.clause_first, low), candidate.first_token)
            first, end = self._off_circumstance(candidate, first, end, low, high)
            if self.classes[first] & PREPOSITION:
                end = high  # "In a preliminary ruling, the court ..."
            return self._from(candidate, first, end, low)
        if subject is None or subject[1] > head or subject[0] < low:
            return self._without_subject(candidate, head, end, low)
        opening = self.classes[subject[0]]
        if subject[0] > low and self.classes[subject[0] - 1] & _FINITE:
            return self._from_verb(candidate, subject[0], end, low)  # "would see their pay doubled"
        verb = self.quotes.verbs.get(self.lowers[subject[0]]) if self.words[subject[0]].islower() else None
        if verb is not None and verb[1] & PAST and subject[1] - subject[0] > 1:
            return self._from_verb(candidate, subject[0], end, low)  # "praised the crew for saving"
        if self._holds_verb(subject):
            return "", [(subject[0], end)], subject[0], end  # "granted an injunction that limits pickets"
        relative = self._relative_between(subject[1], head)
        if relative >= 0:
            # "the man who stole it was jailed": "The man stole it"
            if not self._is_outer(candidate, relative, head):
                if self._is_doubtful(subject[0], low):
                    return self._whole(candidate, end, low)
                head, end = relative + 1, self._relative_end(candidate.end_token, end)
        elif opening & RELATIVE or self.lowers[subject[0]] == "whose":
            return self._relative(candidate, subject[0], head, end, low)
        elif subject[0] > low and self.words[subject[0] - 1] == "," and self.words[subject[0]].isdigit():
            return self._from_verb(candidate, candidate.first_token, end, low)
        elif opening & PRONOUN and self._is_contact_clause(subject, low):
            return self._whole(candidate, end, low)
        else:
            between = self.words[subject[1] : head]
            head = subject[1] + (len(between) - between[::-1].index(",") if between.count(",") > 1 else 0)
        name = self._pronoun(candidate, subject)
        if name:
            return name, [(head, end)], subject[0], end
        return "", [(subject[0], self._subject_end(subject)), (head, end)], subject[0], end

    def _around_insertion(self, candidate: Candidate, low: int, high: int) -> list[tuple[int, int]]:
        """The noun and the verb said of it, without a clause between: "A meeting [she had planned] was cancelled"."""
        frame = candidate.frame
        if candidate.light >= 0 or not frame.auxiliaries or frame.auxiliaries[0] < candidate.end_token:
            return []
        head = frame.auxiliaries[0]
        between = range(candidate.end_token, head)
        comma = next((token for token in between if self.words[token] == ","), -1)
        if comma >= 0 and self.words[head - 1] == ",":
            stop = comma
        elif head > candidate.end_token and (self.classes[candidate.end_token] & _RELATIVE_PRONOUN and comma < 0):
            stop = candidate.end_token
        else:
            return []
        first = self.past_openers(max(candidate.clause_first, low), candidate.first_token)
        end = head + 1
        while end < high and self.words[end] not in _BREAKS and not self.classes[end] & _STOP_SUBORDINATOR_MARK:
            end += 1
        return [(first, stop), (head, end)]

    def _off_circumstance(self, candidate: Candidate, first: int, end: int, low: int, high: int) -> tuple[int, int]:
        """A beginning other than "After" or "Ending": behind it when a clause follows, else the whole sentence."""
        trigger = candidate.first_token
        word = self.lowers[first]
        if first + 1 < len(self.lowers) and self.lowers[first + 1] in ("least", "most"):
            return first, end
        if first >= trigger or (word not in _CIRCUMSTANCES and not self._is_participle(first, low)):
            return first, end
        clause = range(first + 1, min(end, high))
        told = candidate.tense is not None or any(token in self.verbs for token in clause)
        if word in _CLAUSAL and told:
            return first + 1, end
        begin = self.past_openers(low, trigger)
        if begin < first and self.tokens.ends[candidate.end_token - 1] - self.tokens.starts[begin] <= LONGEST_TITLE:
            return begin, max(end, candidate.end_token)
        if word not in _CIRCUMSTANCES or first + 1 >= trigger:
            return first, end
        follows = self.classes[candidate.end_token] if candidate.end_token < high else 0
        return first + 1, high if follows & RELATIVE else end  # "before a strike that could close the harbour"

    def _is_participle(self, token: int, low: int) -> bool:
        """Whether a clause opens with an -ing form that hangs on the one before: ", ending a strike"."""
        word = self.words[token]
        return token > low and word.islower() and len(word) > len("king") and word.endswith("ing")

    def _trimmed(self, subject: tuple[int, int], low: int) -> tuple[int, int] | None:
        """A subject without "that" in front, with "Ames and" before "Firth"; None when it is only an adverb."""
        first, end = subject
        while end - first > 1 and self.classes[first] & _OPENER_SUBORDINATOR and self.lowers[first] not in _WHO:
            first += 1
        if self.lowers[first] in _WHO and end - first > 1 and first > low and self.classes[first - 1] & PREPOSITION:
            first += 1  # "from which the president hails"
        first = self._past_time(first, end)
        if end - first == 1 and (self.classes[first] & ADVERB or self.lowers[first].endswith("ly")):
            return None
        if first - 2 >= low and self.lowers[first - 1] == "and" and self.words[first][0].isupper():
            before = self.words[first - 2]
            if before[0].isupper() and not self.classes[first - 2]:
                phrase = phrase_before(self.transcript, first - 1, low)
                first = phrase[0] if phrase is not None else first
        return first, end

    def _past_time(self, first: int, end: int) -> int:
        """Behind words of time that open a clause with a comma: "Earlier this week, the mayor"."""
        number = first
        while number < end and (
            number in self.lines.timed or self.classes[number] & _TIME_ADVERB_PREPOSITION_DETERMINER
        ):
            number = self.lines.timed.get(number, number + 1)
        opened = first < number < end - 1 and self.words[number] == ","
        return number + 1 if opened else first

    def _relative(self, candidate: Candidate, pronoun: int, head: int, end: int, low: int) -> Parts:
        """The parts of a verb whose subject begins with a relative pronoun: "who was jailed"."""
        before = antecedent(self.transcript, pronoun, low)
        far = self.tokens.starts[self.past_openers(low, candidate.first_token)] < (
            self.tokens.ends[candidate.end_token - 1] - LONGEST_TITLE
        )
        if before is not None and self.words[before[0]].isdigit() and self.words[before[0] - 1] == ",":
            before = phrase_before(self.transcript, before[0] - 1, low)  # "their keeper, Ames, 31, who"
        if before is None and pronoun > low and self.classes[pronoun - 1] & CONJUNCTION:
            before = sentence_subject(self.transcript, low, pronoun)  # "who was hurt and whose father ..."
        if before is None or (self._is_doubtful(before[0], low) and not far):
            return self._whole(candidate, end, low)
        if self.lowers[pronoun] == "whose" and not self._is_outer(candidate, pronoun + 1, head):
            owner = short(self.lines.plain(before[0], self._subject_end(before)))
            return possessive(owner), [(pronoun + 1, self._relative_end(candidate.end_token, end))], before[0], end
        if self._is_outer(candidate, pronoun, head):
            begin = head  # "who stole it was jailed"
        else:
            begin, end = pronoun + 1, self._relative_end(candidate.end_token, end)
        return "", [(before[0], self._subject_end(before)), (begin, end)], before[0], end

    def _is_outer(self, candidate: Candidate, pronoun: int, head: int) -> bool:
        """Whether a verb is that of the clause around a relative one: "was jailed" in "who stole it was jailed"."""
        light = _ADVERB_NEGATION_TIME_FINITE
        between = range(pronoun + 1, head)
        return candidate.tense is not None and any(not self.classes[token] & light for token in between)

    def _holds_verb(self, subject: tuple[int, int]) -> bool:
        """Whether what was taken for a subject has a verb of its own and a relative clause behind it."""
        stop = next((token for token in range(*subject) if self.lowers[token] in ("that", "which", "who")), -1)
        if stop < 0 and subject[1] < len(self.words) and self.lowers[subject[1]] in ("that", "which", "who"):
            stop = subject[1]
        return stop > subject[0] + 1 and any(self.is_past(token) for token in range(subject[0] + 1, stop))

    def is_past(self, token: int) -> bool:
        """Whether a word has the form of a past: "granted", "took"; with a determiner before it it is a participle."""
        word = self.words[token]
        if not word.islower() or (token and self.classes[token - 1] & _DETERMINER_POSSESSIVE):
            return False
        return word in irregular_pasts() or (len(word) > len("need") and word.endswith("ed"))

    def whole(self, candidate: Candidate) -> Parts:
        """The parts of a candidate whose own clause makes no line: its sentence from the beginning."""
        sentence = self.tokens.sentences[candidate.sentence]
        low = max(sentence.first_token, candidate.first_token - _REACH)
        return self._whole(candidate, min(sentence.end_token, candidate.end_token + _REACH), low)

    def own_phrase(self, candidate: Candidate) -> tuple[int, int]:
        """A noun with the words before it in its phrase, to the end of its sentence: "a deal that would see ..."."""
        sentence = self.tokens.sentences[candidate.sentence]
        first = candidate.first_token
        while first > sentence.first_token and candidate.first_token - first < _PHRASE:
            bits = self.classes[first - 1]
            if bits & ~_DETERMINER_POSSESSIVE_ADVERB or self.words[first - 1] in _BREAKS or (first - 1) in self.verbs:
                break
            first -= 1
            if bits & _DETERMINER_POSSESSIVE:
                break
        if self.classes[first] & POSSESSIVE and first + 1 <= candidate.first_token:
            first += 1
        while first > sentence.first_token and self.words[first] in "$€£" and self.lines.is_stuck(first):
            first -= 1  # "US$ 10"
        return first, min(sentence.end_token, candidate.end_token + _REACH)

    def _relative_between(self, first: int, end: int) -> int:
        """The first relative pronoun of a range, -1 without one."""
        for token in range(first, end):
            if self.classes[token] & RELATIVE:
                return token
        return -1

    def _is_doubtful(self, first: int, low: int) -> bool:
        """Whether a noun phrase hangs on a preposition: in "a man close to the board who" it may be the man."""
        return first > low and bool(self.classes[first - 1] & PREPOSITION) and self.lowers[first - 1] not in _PARTICLES

    def _is_contact_clause(self, subject: tuple[int, int], low: int) -> bool:
        """Whether a noun stands right before a pronoun subject: "the people you robbed"."""
        if subject[0] <= low or not self.classes[subject[0]] & PRONOUN:
            return False
        before = subject[0] - 1
        return self.classes[before] == 0 and self.words[before].islower()

    def _whole(self, candidate: Candidate, end: int, low: int) -> Parts:
        """The sentence from its beginning, when that leaves room for the event; else its actor, or the words before."""
        first = self.past_openers(low, candidate.first_token)
        reach = self.tokens.ends[candidate.end_token - 1] - LONGEST_TITLE
        if self.tokens.starts[first] < reach:
            head = self.verb_start(candidate, low)
            who = candidate.actors[0] if candidate.actors and candidate.frame.voice == "active" else None
            if who is not None and candidate.tense is not None and low <= self.tokens.token_at(who.start) < head:
                return self.participant(who), [(head, end)], head, end
            first = self._back(candidate.first_token, low)
        return "", [(first, end)], first, end

    def _without_subject(self, candidate: Candidate, head: int, end: int, low: int) -> Parts:
        """The parts of an event whose verb has no subject of its own: it takes that of the verb it is joined to."""
        if candidate.tense is None:
            # An infinitive or participle: from the start of the clause that it hangs on.
            begin = self.past_openers(self._back(max(low, head - 1), low), candidate.first_token)
            return self._from(candidate, begin, end, low)
        who = candidate.recipients if candidate.frame.voice == "passive" else candidate.actors
        joined = head > low and (self.classes[head - 1] & CONJUNCTION or self.words[head - 1] == ",")
        if joined and who:
            start = self.tokens.token_at(who[0].start)
            closed = self.words[head - 1] == ","
            if low <= start < head and (
                closed or not any(self.classes[token] & RELATIVE for token in range(start, head))
            ):
                return self.participant(who[0]), [(head, end)], head, end
        return self._from_verb(candidate, head, end, low)

    def _from_verb(self, candidate: Candidate, verb: int, end: int, low: int) -> Parts:
        """The parts from a verb on, with its subject in front of it."""
        group = verb_group_start(self.transcript, verb, low)
        number = self.by_cue.get(verb, -1)
        if number >= 0 and self._is_said_before(self.quotations[number], group):
            return self.speaker(self.quotations[number]), [(group, end)], group, end
        subject = phrase_before(self.transcript, group, low)
        if subject is None:
            subject = sentence_subject(self.transcript, low, group)
            if subject is not None and subject[1] <= group:
                return "", [(subject[0], end)], subject[0], end
        elif self.classes[subject[0]] & RELATIVE:
            return self._relative(candidate, subject[0], group, self._relative_end(candidate.end_token, end), low)
        if subject is None or subject[1] > group:
            return self._from(candidate, self.past_openers(self._back(group, low), candidate.first_token), end, low)
        name = self._pronoun(candidate, subject)
        if name:
            return name, [(group, end)], subject[0], end
        return "", [(subject[0], self._subject_end(subject)), (group, end)], subject[0], end

    def _from(self, candidate: Candidate, first: int, end: int, low: int) -> Parts:
        """The parts of a plain stretch: a pronoun in front gives way to its name, a verb in front gets its subject."""
        if first >= end:
            first, end = candidate.first_token, candidate.end_token
        first = self._word_start(first, low)
        if first > low and self.lowers[first] == "that" and self.classes[first - 1] & VERB_CUE and first + 1 < end:
            first += 1  # "said that ..."
        bits = self.classes[first]
        if first > low and (bits & RELATIVE or self.lowers[first] == "whose"):
            return self._relative(candidate, first, first + 1, self._relative_end(candidate.end_token, end), low)
        name = self._pronoun(candidate, (first, first + 1))
        if name:
            return name, [(first + 1, end)], first, end
        said = self.by_cue.get(first, -1)
        if said >= 0 and self._is_said_before(self.quotations[said], first):
            return self.speaker(self.quotations[said]), [(first, end)], first, end
        verb = self.quotes.verbs.get(self.lowers[first])
        if first <= low:
            return "", [(first, end)], first, end
        word = self.words[first]
        joined = self.classes[first - 1] & CONJUNCTION or self.words[first - 1] == ","
        follows = self.classes[first + 1] if first + 1 < end else 0
        headless = (
            bits & _FINITE
            or (verb is not None and verb[1] & _PAST_THIRD)
            or word.isdigit()
            or (not bits and word.islower() and joined and follows & _DETERMINER_POSSESSIVE_PREPOSITION)
        )
        if candidate.reading != "verb" and first == candidate.first_token:
            return "", [(first, end)], first, end  # "that talks had begun"
        if self.classes[first - 1] & RELATIVE and (headless or (not bits and word.islower())):
            return self._relative(candidate, first - 1, first, self._relative_end(candidate.end_token, end), low)
        if not headless:
            return "", [(first, end)], first, end
        subject = sentence_subject(self.transcript, low, first)
        if subject is None or subject[1] > first:
            return self._whole(candidate, end, low)
        inserted = self.words[first - 1] == "," and self.words[subject[1]] == "," and not self.words[first].isdigit()
        if inserted and subject[1] < first - 1:
            return "", [(subject[0], self._subject_end(subject)), (first, end)], subject[0], end
        return self._whole(candidate, end, subject[0])

    def _is_said_before(self, quotation: Quotation, token: int) -> bool:
        """Whether a quotation's speaker is known and named before a token."""
        if not quotation.speaker or not quotation.source_spans:
            return False
        return quotation.source_spans[0].start < self.tokens.starts[token]

    def verb_start(self, candidate: Candidate, low: int) -> int:
        """The first token of the verb group: auxiliaries, negation and adverbs in front."""
        first = min((*candidate.frame.auxiliaries, candidate.first_token))
        while first > low and self.classes[first - 1] & _ADVERB_NEGATION and not self.classes[first - 1] & DETERMINER:
            first -= 1
        return first

    def end(self, candidate: Candidate, high: int) -> int:
        """Where the event's own words end: its clause with object and phrases, without an attribution behind them."""
        frame = candidate.frame
        end = max(candidate.end_token, min(candidate.clause_end or high, high))
        for span in (frame.object, frame.agent):
            if span is not None and span[1] <= high:
                end = max(end, span[1])
        if frame.reading == "verb" and end < high and self.lowers[end] == "that":
            gap = range(candidate.end_token, end)
            if all(token in self.lines.timed or self.classes[token] & _PREPOSITION_TIME for token in gap):
                return high  # "ruled on Monday that the arrest was unlawful"
        own = self.by_cue.get(candidate.first_token, -1)
        if own >= 0:
            content = self.quotations[own].content_spans[-1]
            if content.start >= self.tokens.ends[candidate.end_token - 1]:
                return max(end, min(high, self.tokens.token_range(content.start, content.end)[1]))
        words, classes = self.words, self.classes
        end = self._past_mark(candidate.end_token, end, high)
        for number in range(candidate.end_token, end):
            if words[number] in _BREAKS and self._is_tail(number, end):
                return number
            if classes[number] & PHRASE_CUE and number in self.by_cue:
                return number
        return end

    def _past_mark(self, first: int, end: int, high: int) -> int:
        """Where a clause goes on that was cut at the marks around a word or two: "is “a farce” to most voters"."""
        mark = end - 1
        if not first <= mark < high - 1 or not self.classes[mark] & MARK:
            return end
        before = self.classes[mark - 1]
        if before & _PUNCTUATION_STOP_VERB_CUE_MARK:
            return end  # “We will march,” said Firth
        while end < high and self.words[end] not in _BREAKS and not self.classes[end] & _STOP_SUBORDINATOR:
            end += 1
        return end

    def _is_tail(self, comma: int, end: int) -> bool:
        """Whether ", officials said" or ", according to ..." stands behind the comma."""
        for ahead in range(comma + 1, min(end, comma + _LONGEST_TAIL)):
            if self.words[ahead] in _BREAKS:
                return False
            bits = self.classes[ahead]
            if (bits & PHRASE_CUE and ahead == comma + 1) or (bits & VERB_CUE and ahead in self.by_cue):
                return True
        return False

    def _relative_end(self, first: int, end: int) -> int:
        """Where a relative clause ends: at a comma, or before the verb of the clause around it."""
        for number in range(first, end):
            bits = self.classes[number]
            if self.words[number] in _BREAKS:
                return number
            if self.words[number] in ("'s", "’s"):
                continue
            if bits & _FINITE and not self.classes[number - 1] & (
                CONJUNCTION | RELATIVE | PRONOUN | SUBORDINATOR | _FINITE | OPENER
            ):
                return number
        return end

    def _subject_end(self, subject: tuple[int, int]) -> int:
        """Where a subject's name ends: before an apposition or relative clause."""
        closed = self.words[subject[1] - 1] == "," or self.words[subject[1]] == ","
        for number in range(subject[0] + 1, subject[1]):
            if (self.words[number] in _OPENING and (closed or self.words[number] != ",")) or (
                self.classes[number] & RELATIVE and number > subject[0] + 1
            ):
                return number
        return subject[1]

    def _back(self, token: int, low: int) -> int:
        """The start of the clause that a token stands in."""
        first = token
        while first > low and token - first < _LONGEST_TAIL:
            if self.classes[first - 1] & _STOP_SUBORDINATOR_MARK or self.words[first - 1] in _BREAKS:
                break
            first -= 1
        return self._word_start(first, low)

    def _word_start(self, token: int, low: int) -> int:
        """The first token of a hyphenated word: "13" for "year" in "13-year-old"."""
        while token > low and "-" in (self.words[token], self.words[token - 1]) and self.lines.is_stuck(token):
            token -= 1
        return token

    def past_openers(self, first: int, trigger: int) -> int:
        """Behind conjunctions, "that", and an opening phrase with its comma."""
        number = first
        while number < trigger and self.classes[number] & (
            CONJUNCTION | OPENER | PUNCTUATION | SUBORDINATOR | STOP | MARK
        ):
            number += 1
        if number + 2 < trigger and self.words[number + 1] == "," and self.classes[number] & ADVERB:
            number += 2  # "Meanwhile, ..."
        if number + 2 < trigger and self.classes[number] & PREPOSITION and self.lowers[number + 1] == "which":
            number += 2  # "during which it was approved"
        if number < trigger and (
            (self.classes[number] & _PREPOSITION_TIME and not self.classes[number] & DETERMINER)
            or number in self.lines.timed
        ):
            comma = number
            while comma < trigger and self.words[comma] != ",":
                comma += 1
            if comma < trigger:
                number = comma + 1
        if number + 1 < trigger and self.classes[number] & PHRASE_CUE and self.classes[number + 1] & PREPOSITION:
            number += 2  # "according to a person who ..."
        return number if number <= trigger else min(first, trigger)

    def _pronoun(self, candidate: Candidate, span: tuple[int, int]) -> str:
        """The name a pronoun stands for; empty when the words are no pronoun or nobody is known for it."""
        first, end = span
        bits = self.classes[first]
        if end - first > 1 or self.lowers[first] not in _PEOPLE:
            return ""
        if self.lowers[first] == "it" and end not in self._acting:
            return ""  # "It was clear that the strike ..."
        start = self.tokens.starts[first]
        speaker = self.by_source.get(first)
        if speaker:
            return possessive(speaker) if bits & POSSESSIVE else speaker
        known = self.named.get(start)
        for participant in (*candidate.actors, *candidate.recipients, *([known] if known is not None else ())):
            if participant.start <= start < participant.end and participant.name.lower() != participant.text.lower():
                name = self.participant(participant)
                return possessive(name) if bits & POSSESSIVE else name
        return ""

    def participant(self, participant: Participant) -> str:
        """A participant's name, or its words where it has no key and these are no pronoun."""
        words = participant.text.lower()
        named = participant.key or words in _PEOPLE or words in _WHO
        return self.with_article(short(participant.name if named else participant.text))

    def with_article(self, name: str) -> str:
        """A name of small letters with "the", where the text has it so: "the union"."""
        if not name[:1].islower() or " and " in name:
            return name
        words = tuple(name.lower().split(" "))
        count = len(words)
        known = self._behind_the.get(count)
        if known is None:  # all that stands behind "the" in so many words: one look at the text for all names
            lowers = self.lowers
            if self._articles is None:
                self._articles = list(compress(range(1, len(lowers) + 1), map("the".__eq__, lowers)))
            known = self._behind_the[count] = {lowers[token : token + count] for token in self._articles}
        return f"the {name}" if words in known else name


@cache
def irregular_pasts() -> frozenset[str]:
    """The past forms of irregular verbs, without those that are their base too ("put", "cut")."""
    rows = load_csv("en/irregular_verbs.csv", Irregular)
    return frozenset(past for row in rows for past in row.past if past != row.base)


def possessive(name: str) -> str:
    """The name with its genitive: "Jane Firth’s", "the rebels’"."""
    return f"{name}’" if name.endswith("s") and name.split()[-1].islower() else f"{name}’s"


def short(name: str) -> str:
    """A name or source without what follows its first comma, when it is long."""
    return name.split(",")[0].strip() if len(name) > _LONGEST_SUBJECT else name
