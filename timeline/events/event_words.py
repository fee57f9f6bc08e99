"""Which words of the text tell an event: where its line begins and where it ends.

What comes in: candidates with frame, roles and factuality. What goes out: for each a name to begin with, token ranges
behind it, and the stretch of text that these stand for. How the words become a line of some length is decided in
``lines``, what is said of a statement and of doubt in ``titles``.
"""

from __future__ import annotations

from timeline.events.candidates import Candidate
from timeline.events.line_names import LineNames, possessive, short
from timeline.events.phrases import antecedent, phrase_before, sentence_subject
from timeline.events.transcripts import verb_group_start
from timeline.lexicons.inflection import PAST, THIRD
from timeline.lexicons.quotes import (
    AUXILIARY,
    BE,
    CONJUNCTION,
    DETERMINER,
    MARK,
    MODAL,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    VERB_CUE,
)
from timeline.values.events import Quotation

#: A title is cut behind this many characters, at the last border between phrases.
LONGEST_TITLE = 90
#: No title is longer, whatever it takes to end at a border.
LONGEST_LINE = 114
#: A name to begin with (or ""), token ranges behind it, and the stretch of text that these stand for.
Parts = tuple[str, list[tuple[int, int]], int, int]

_REACH = 120  # tokens around an event that its line may come from
_DATELINE = 8  # tokens in which a dateline's dash stands
_FINITE = BE | AUXILIARY | MODAL
_DASHES = frozenset(("—", "–", "--"))
_BREAKS = frozenset((",", ";", ":", *_DASHES))
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_DETERMINER_POSSESSIVE_PREPOSITION = DETERMINER | POSSESSIVE | PREPOSITION
_PAST_THIRD = PAST | THIRD
_RELATIVE_PRONOUN = RELATIVE | PRONOUN
_STOP_SUBORDINATOR_MARK = STOP | SUBORDINATOR | MARK


class EventWords(LineNames):
    """The words of one article that tell its events."""

    __slots__ = ()

    def parts(self, candidate: Candidate) -> Parts:
        """Where the line of an event begins and ends."""
        frame = candidate.frame
        sentence = self.tokens.sentences[candidate.sentence]
        low = max(sentence.first_token, candidate.first_token - _REACH)
        high = min(sentence.end_token, candidate.end_token + _REACH)
        if high - low > _DATELINE:
            low = self.past_dateline(low, high)
        end = self.end(candidate, high)
        subject = frame.subject if frame.reading == "verb" else None
        if subject is not None:
            subject = self._trimmed(subject, low)
            if subject is not None and self.classes[subject[1] - 1] & CONJUNCTION:
                subject = None  # 'of "misusing" rules and threatened them': another verb of the subject before
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
        behind = self.lowers[subject[0] + 1 : subject[1]]
        whose = subject[0] + 1 + behind.index("whose") if "whose" in behind else -1
        if whose > 0 and self.words[whose - 1] == "," and subject[1] == head:
            # "Vey, whose last book won a prize": "Vey's last book won a prize"
            owner = short(self.lines.plain(subject[0], whose - 1))
            return possessive(owner), [(whose + 1, self.relative_end(candidate.end_token, end))], subject[0], end
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
                head, end = relative + 1, self.relative_end(candidate.end_token, end)
        elif opening & RELATIVE or self.lowers[subject[0]] == "whose":
            return self._relative(candidate, subject[0], head, end, low)
        elif subject[0] > low and self.words[subject[0] - 1] == "," and self.words[subject[0]].isdigit():
            return self._from_verb(candidate, candidate.first_token, end, low)
        elif opening & PRONOUN and self._is_contact_clause(subject, low):
            return self._whole(candidate, end, low)
        else:
            between = self.words[subject[1] : head]
            head = subject[1] + (len(between) - between[::-1].index(",") if between.count(",") > 1 else 0)
        name = self.pronoun(candidate, subject)
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
        if first >= trigger or (word not in self.known.circumstances and not self._is_participle(first, low)):
            return first, end
        clause = range(first + 1, min(end, high))
        verb = next((token for token in clause if token in self.verbs), -1)
        behind = range(candidate.end_token, min(high, verb if candidate.tense is None else candidate.end_token + 1))
        # "After the raid he hid": what follows the noun is another clause with its own subject
        apart = any(self.classes[token] & PRONOUN and not self.classes[token] & RELATIVE for token in behind)
        told = not apart and (candidate.tense is not None or verb >= 0)
        if word in self.known.clausal and told:
            return first + 1, end
        begin = self.past_openers(low, trigger)
        if begin < first and self.tokens.ends[candidate.end_token - 1] - self.tokens.starts[begin] <= LONGEST_TITLE:
            return begin, max(end, candidate.end_token)
        if word not in self.known.circumstances or first + 1 >= trigger:
            return first, end
        follows = self.classes[candidate.end_token] if candidate.end_token < high else 0
        return first + 1, high if follows & RELATIVE else end  # "before a strike that could close the harbour"

    def _relative(self, candidate: Candidate, pronoun: int, head: int, end: int, low: int) -> Parts:
        """The parts of a verb whose subject begins with a relative pronoun: "who was jailed"."""
        before = antecedent(self.transcript, pronoun, low)
        if before is not None and before[1] - before[0] > 1 and self.classes[before[0]] & VERB_CUE:
            before = before[0] + 1, before[1]  # "said [Jane Firth], whose"
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
            return possessive(owner), [(pronoun + 1, self.relative_end(candidate.end_token, end))], before[0], end
        if self._is_outer(candidate, pronoun, head):
            begin = head  # "who stole it was jailed"
        else:
            begin, end = pronoun + 1, self.relative_end(candidate.end_token, end)
        return "", [(before[0], self._subject_end(before)), (begin, end)], before[0], end

    def whole(self, candidate: Candidate) -> Parts:
        """The parts of a candidate whose own clause makes no line: its sentence from the beginning."""
        sentence = self.tokens.sentences[candidate.sentence]
        low = max(sentence.first_token, candidate.first_token - _REACH)
        return self._whole(candidate, min(sentence.end_token, candidate.end_token + _REACH), low)

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
            return self._relative(candidate, subject[0], group, self.relative_end(candidate.end_token, end), low)
        if subject is None or subject[1] > group:
            return self._from(candidate, self.past_openers(self._back(group, low), candidate.first_token), end, low)
        name = self.pronoun(candidate, subject)
        if name:
            return name, [(group, end)], subject[0], end
        return "", [(subject[0], self._subject_end(subject)), (group, end)], subject[0], end

    def _from(self, candidate: Candidate, first: int, end: int, low: int) -> Parts:
        """The parts of a plain stretch: a pronoun in front gives way to its name, a verb in front gets its subject."""
        if first >= end:
            first, end = candidate.first_token, candidate.end_token
        first = self.word_start(first, low)
        if first > low and self.lowers[first] == "that" and self.classes[first - 1] & VERB_CUE and first + 1 < end:
            first += 1  # "said that ..."
        bits = self.classes[first]
        if first > low and (bits & RELATIVE or self.lowers[first] == "whose"):
            return self._relative(candidate, first, first + 1, self.relative_end(candidate.end_token, end), low)
        name = self.pronoun(candidate, (first, first + 1))
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
            return self._relative(candidate, first - 1, first, self.relative_end(candidate.end_token, end), low)
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
