"""Whose names stand in a line, and with which words before it a phrase begins: its article, its "more than".

What comes in: one article's words, candidates and quotations. What goes out: names, and tokens at which a phrase
begins. Which phrases tell an event is decided in ``clause_words``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.article.candidates import Candidate
from timeline.events.article.page import Page
from timeline.events.article.phrases import phrase_before
from timeline.events.article.transcripts import Transcript
from timeline.events.titles.line_borders import LineBorders
from timeline.events.titles.line_text import capital
from timeline.events.titles.lines import Lines
from timeline.lexicons.events import NUMBER
from timeline.lexicons.lines import line_words
from timeline.lexicons.quotes import (
    BE,
    DETERMINER,
    OBJECT_PRONOUN,
    PHRASE_CUE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    VERB_CUE,
    QuoteLexicon,
)
from timeline.values.actors import Participant
from timeline.values.events import Quotation

_OPENING = re.compile(r"[^\W_]*")  # the letters and digits that a name begins with
_LONGEST_SUBJECT = 45  # characters of a subject before it is cut at its comma
OWNER_MARKS = frozenset(("'s", "’s", "'", "’"))
_LONG_SOURCE = 3  # words of a source that says more than "the company"
_NEAR = 2  # sentences in which stands whom "it" or "they" means
_NEAR_PERSON = 3  # in which stands whom "he" or "she" means
_EXPECTED = 6  # tokens from "it" to what it announces
_SHORT_HEAD = 2  # words of a subject that may need its clause
_NAMED = frozenset(("person", "organisation", "country"))
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_DETERMINER_POSSESSIVE = DETERMINER | POSSESSIVE
_ANY_PRONOUN = PRONOUN | POSSESSIVE | OBJECT_PRONOUN


class LineNames(LineBorders):
    """The names and phrases of one article."""

    __slots__ = (
        "_acting",
        "_after",
        "_articled",
        "_small",
        "bits",
        "by_source",
        "common",
        "named",
        "quotes",
        "timed",
    )

    def __init__(
        self,
        lines: Lines,
        quotations: Sequence[Quotation],
        quotes: QuoteLexicon,
        candidates: Sequence[Candidate],
        page: Page,
    ) -> None:
        self.lines = lines
        self.bits = page.bits
        self.timed = page.timed
        self.known = line_words()
        self._articled: dict[tuple[str, str], bool] = {}
        self._small = ""  # the text in small letters, once it is asked for
        self._after: dict[tuple[str, str], list[int]] = {}  # where each article has what behind it
        self.verbs: set[int] = set()
        # Where the subjects of verbs that name events end: an "it" elsewhere may stand for nobody.
        self._acting: set[int] = set()
        # Where those begin who have no name: "Thieves", "Port officials"; and those who have one.
        self.common: set[int] = set()
        self.named: dict[int, Participant] = {}
        for one in candidates:
            if one.reading == "verb" and one.tense is not None:
                self.verbs.add(one.first_token)
            subject = one.frame.subject
            if subject is not None:
                self._acting.add(subject[1])
            for who in (*one.actors, *one.recipients) if one.recipients else one.actors:
                if who.key:
                    self.named[who.start] = who
                elif who.kind not in _NAMED:
                    self.common.add(who.start)
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
        self.phrase_cues = frozenset(token for token in self.by_cue if lines.classes[token] & PHRASE_CUE)

    def speaker(self, quotation: Quotation) -> str:
        """The resolved name, or the words of the source when they are no pronoun."""
        known = capital(self.with_article(short(quotation.speaker))) if quotation.speaker else ""
        if not quotation.source_spans:
            return known
        span = quotation.source_spans[0]
        first, end = self.tokens.token_range(span.start, span.end)
        if end - first == 1 and self.classes[first] & _ANY_PRONOUN:
            return known
        joined = "and" in self.lowers[first:end] or self._is_within(quotation.speaker or "", first, end)
        joined = joined or self._is_one_of_many(first, end)
        if quotation.speaker and _is_proper(quotation.speaker) and not joined:
            return f"The {known}" if self._has_article(quotation.speaker, first, end) else known
        written = self._written_source(first, end)
        long = end - first > _LONG_SOURCE and written
        if known and not joined and not long and (quotation.speaker or "").lower() not in written.lower():
            return f"The {known}" if self._has_article(quotation.speaker or "", first, end) else known
        return capital(short(written))

    def _is_one_of_many(self, first: int, end: int) -> bool:
        """Whether "a" or "an" opens a source, which then is nobody named before: "a Polish version of the report"."""
        if self.lowers[first] not in ("a", "an"):
            first -= 1
        return self.lowers[first] in ("a", "an") and not any(word[:1].isupper() for word in self.words[end - 1 : end])

    def _is_within(self, name: str, first: int, end: int) -> bool:
        """Whether a name stands behind a preposition of a source: "a lawyer for [Ames Mills]"."""
        word = name.partition(" ")[0].lower()
        words = self.lowers[first:end]
        if not word or word not in words or self.classes[first] & PREPOSITION:
            return False
        return any(bits & PREPOSITION for bits in self.classes[first : first + words.index(word)])

    def _written_source(self, first: int, end: int) -> str:
        """The words of a source with their article: "a rebel"; empty where a verb stands among them."""
        sentence = self.tokens.sentence_at(self.tokens.starts[first])
        low = sentence.first_token if sentence is not None else first
        phrase = phrase_before(self.transcript, end, low)
        open_ended = phrase is not None and self.words[first - 1] != "," and not self.classes[first] & DETERMINER
        if open_ended and phrase is not None and phrase[0] < first and phrase[1] == end:
            first = phrase[0]
        first = self.bound_start(self.word_start(first, low), low)
        if first - 2 >= low and self.lowers[first - 2 : first] in self.known.bound_pairs:
            first -= 2  # "[many of] the defendants"
        if first > low and (self.classes[first - 1] & DETERMINER or self.bits[first - 1] & NUMBER):
            first -= 1
        comma = next((token for token in range(first, end) if self.words[token] == ","), end)
        if not self.verbs.isdisjoint(range(first, comma)):
            return ""
        return self.lines.plain(first, comma)

    def pronoun(self, candidate: Candidate, span: tuple[int, int]) -> str:
        """The name a pronoun stands for; empty when the words are no pronoun or nobody is known for it."""
        first, end = span
        bits = self.classes[first]
        if end - first > 1 or self.lowers[first] not in self.known.people:
            return ""
        if self.lowers[first] == "it" and end not in self._acting:
            return ""  # "It was clear that the strike ..."
        if self.lowers[first] == "it" and self.classes[end] & BE and "that" in self.lowers[end : end + _EXPECTED]:
            return ""  # "it was announced that the strike ..."
        if not self._may_be_named(first):
            return ""
        near = self.lowers[first] in self.known.things
        start = self.tokens.starts[first]
        speaker = self.by_source.get(first)
        if speaker:
            return possessive(speaker) if bits & POSSESSIVE else speaker
        known = self.named.get(start)
        person = self.lowers[first] in self.known.persons
        for participant in (*candidate.actors, *candidate.recipients, *([known] if known is not None else ())):
            if person and participant.kind in ("organisation", "country", "place"):
                continue  # "she" is no firm
            if participant.start <= start < participant.end and participant.name.lower() != participant.text.lower():
                if self.lowers[first] == "they" and not self.is_many(participant):
                    return ""
                if not self._is_near(participant, first, _NEAR if near else _NEAR_PERSON):
                    return ""
                name = self.participant(participant)
                return possessive(name) if bits & POSSESSIVE else name
        return ""

    def _may_be_named(self, token: int) -> bool:
        """Whether a name may take the place of a pronoun: not in what somebody says of himself, nor before "have"."""
        low = self.lowers[token]
        if low in self.known.first_persons:
            return False
        if low != "they":
            return True
        known = self.named.get(self.tokens.starts[token])
        return known is None or self.is_many(known)

    def _is_near(self, participant: Participant, token: int, reach: int) -> bool:
        """Whether the last word of a name stands in the sentence of a token or in some before."""
        sentence = self.tokens.sentence_at(self.tokens.starts[token])
        if sentence is None:
            return True
        first = self.tokens.sentences[max(0, sentence.index - reach)].first_token
        return participant.name.lower().split()[-1] in self.lowers[first:token]

    def is_many(self, participant: Participant) -> bool:
        """Whether "they" may stand for somebody: "rebels", "Chile and Peru", and no single person or body."""
        return participant.kind not in _NAMED or " and " in participant.name

    def participant(self, participant: Participant) -> str:
        """A participant's name, or its words where it has no key and these are no pronoun."""
        words = participant.text.lower()
        named = participant.key or words in self.known.people or words in self.known.who
        name = self.with_article(short(participant.name if named else " ".join(participant.text.split())))
        first, end = self.tokens.token_range(participant.start, participant.end)
        if end - first == 1 and self.classes[first] & _ANY_PRONOUN:
            body = participant.kind == "organisation" and " " in name and name[:1].isupper()
            return f"the {name}" if body and self._behind("the", name.lower()) else name
        return f"the {name}" if self._has_article(name, first, end) else name

    def _has_article(self, name: str, first: int, end: int) -> bool:
        """Whether a name stands with its article where it is meant: "the European Union"."""
        if name[:1].islower() or name.lower().startswith("the "):
            return False
        if self.lowers[first] == "the":
            first += 1
        elif not first or self.lowers[first - 1] != "the":
            return False
        return name.lower() == self.lines.plain(first, end).lower() if first < end else False

    def bound_start(self, first: int, low: int) -> int:
        """Where a phrase begins with the words that say how exact its number is: "more than [30 people]"."""
        bits, lowers = self.bits, self.lowers
        known = self.known.bound_ends
        while first > low and (bits[first] & NUMBER or lowers[first][0].isdigit() or lowers[first] in known):
            for before in known.get(lowers[first - 1], ()):
                begin = first - 1 - len(before)
                if begin >= low and lowers[begin : first - 1] == before:
                    first = begin
                    break
            else:
                break
        article = first > low and self.lowers[first - 1] in self.known.articles and self.lowers[first][0].isdigit()
        return first - 1 if article else first  # "a 54-year-old man"

    def determined(self, first: int, low: int) -> int:
        """Where a phrase begins with the article or "no" right before it; "that" may be no part of it."""
        if first <= low or self.classes[first] & _DETERMINER_POSSESSIVE:
            return first
        if self.lowers[first - 1] == "that" and self.words[first - 1] != "That":
            return first
        return first - 1 if self.classes[first - 1] & DETERMINER else first

    def modifier_start(self, first: int, low: int) -> int:
        """Where a phrase begins with what was taken for words of time: "[Tuesday's] talks", "[a six-week] truce"."""
        begin = self.word_start(first, low)
        while begin > low and (
            self.timed[begin - 1]
            or self.lowers[begin - 1] in self.known.focus
            or (self.lowers[begin - 1] in OWNER_MARKS and begin - 1 > low and self.timed[begin - 2])
        ):
            begin -= 1
        if begin > low and begin < first and self.classes[begin - 1] & _DETERMINER_POSSESSIVE:
            return begin - 1
        if begin < first and self.timed[begin] and not self._is_modifier(begin, first):
            return first
        return begin

    def _is_modifier(self, begin: int, first: int) -> bool:
        """Whether words of time belong to the noun behind them: they own it, or are joined by a hyphen."""
        words = self.lowers[begin:first]
        return words[-1] in OWNER_MARKS or "-" in words

    def is_saying(self, token: int) -> bool:
        """Whether a verb at a token says that somebody says or blames: "accused", "claimed"."""
        return bool(self.classes[token] & VERB_CUE) and (token in self.verbs or token in self.by_cue)

    def needs_clause(self, first: int, end: int) -> bool:
        """Whether a phrase stands for nobody without the clause behind it: "those [who oppose it]"."""
        return end - first <= _SHORT_HEAD and self.lowers[end - 1] in self.known.open_heads

    def with_article(self, name: str) -> str:
        """A name of small letters with its article, where the text has it so: "the union", "a person close to it"."""
        plain = name[:1].islower() or (name[:1].isdigit() and name[-1:].isalpha())  # "a 26-year-old woman"
        if not plain or " and " in name:
            return name
        small = name.lower()
        for article in self.known.articles:
            if self._behind(article, small):
                return f"{article} {name}"
        return name

    def _behind(self, article: str, name: str) -> bool:
        """Whether a name of small letters stands behind an article anywhere in the text."""
        known = self._articled.get((article, name))
        if known is None:
            if not self._after:
                self._read_articles()
            text, end = self._small, len(name)
            opening = _OPENING.match(name)
            places = self._after.get((article, opening.group() if opening is not None else ""), ())
            known = any(
                text.startswith(name, place) and not text[place + end : place + end + 1].isalnum() for place in places
            )
            self._articled[article, name] = known
        return known

    def _read_articles(self) -> None:
        """Note where each article stands, by what follows it: one pass over the text, whatever is asked of it."""
        self._small = text = " ".join(self.lines.text.lower().split())
        after = self._after
        after["", ""] = []
        for article in self.known.articles:
            words, width = f"{article} ", len(article) + 1
            place = text.find(words)
            while place >= 0:
                if not (place and text[place - 1].isalnum()):
                    begin = place + width
                    opening = _OPENING.match(text, begin)
                    after.setdefault((article, opening.group() if opening is not None else ""), []).append(begin)
                place = text.find(words, place + width)


def _is_proper(name: str) -> bool:
    """Whether a name needs no article: not "Justice official", whose last word is a common noun."""
    return name[0].isupper() and not name.rpartition(" ")[2].islower()


def possessive(name: str) -> str:
    """The name with its genitive: "Jane Firth’s", "the rebels’"."""
    first, *_, last = name.split(" ") if " " in name else (name, name)
    many = last.islower() or first.lower() in line_words().small
    return f"{name}’" if name.endswith("s") and many else f"{name}’s"


def short(name: str) -> str:
    """A name or source without what follows its first comma, when it is long."""
    return name.split(",")[0].strip() if len(name) > _LONGEST_SUBJECT else name
