"""Who says so: the quotations of an article, and the attribution of each event to its source.

What comes in: tokens, actor mentions and the quote lexicon; then candidates. What goes out: ``Quotation`` values in
text order, and each candidate's ``attribution`` and ``quotation``. How marks pair is decided in ``quotations``, how a
reporting clause is read in ``reported_speech``, who a source is in ``speakers``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import repeat

from timeline.events.article.candidates import Candidate
from timeline.events.article.quotations import find_quoted
from timeline.events.article.transcripts import Transcript
from timeline.events.speech.loose_quotations import with_loose_quotations
from timeline.events.speech.reported_speech import Draft, read
from timeline.events.speech.speakers import Speakers
from timeline.lexicons.quotes import QuoteLexicon
from timeline.values.actors import ActorMention, Participant, build_participant
from timeline.values.dates import TimeExpression
from timeline.values.events import Attribution, Quotation, build_attribution, build_quotation
from timeline.values.text import Span, TokenizedText, build_span

_OUTSIDE = {-1}
_HEADLINES = ("title", "subtitle")
_LONGEST_CHAIN = 8  # tellers of tellers: nobody follows further
_REACH_DAY = 30  # characters between a cue and the day on which it was said
_REACH_OUTLET = 12  # tokens behind a cue within which the outlet it was told to is named


def word_classes(tokens: TokenizedText, quotes: QuoteLexicon) -> list[int]:
    """For each token its classes in the lexicon of quotations: one look-up each."""
    return list(map(quotes.classes.get, tokens.lowers, repeat(0)))


def find_quotations(
    tokens: TokenizedText,
    actor_mentions: Sequence[ActorMention],
    quotes: QuoteLexicon,
    classes: list[int] | None = None,
) -> tuple[Quotation, ...]:
    """Everything that somebody is said to say, think or want, in order of its first words.

    ``"We will not sell," Jane Firth said. "Not now."`` is one direct quotation with two content spans, source "Jane
    Firth", cue "said". Sources need no actor mention; one that overlaps them gives the speaker's name and key.

    Args:
        tokens: The article.
        actor_mentions: In text order, pronouns resolved.
        quotes: The lexicon.
        classes: The ``word_classes`` of the article, when they are known already.
    """
    if classes is None:
        classes = word_classes(tokens, quotes)
    page = Transcript(tokens, quotes, classes, find_quoted(tokens, classes, quotes))
    drafts = with_loose_quotations(page, read(page))
    drafts.sort(key=lambda draft: draft.content[0])
    speakers = Speakers(page, actor_mentions)
    return tuple(_quotation(page, draft, *speakers.of(draft)) for draft in drafts)


def _quotation(page: Transcript, draft: Draft, speaker: str | None, key: str | None) -> Quotation:
    """The frozen value of a draft."""
    span = page.tokens.span
    return build_quotation(
        kind=_kind(page, draft),
        content_spans=tuple(span(first, end) for first, end in draft.content),
        source_spans=(span(*draft.source),) if draft.source else (),
        cue_spans=(span(*draft.cue),),
        speaker=speaker,
        speaker_key=key,
    )


def _kind(page: Transcript, draft: Draft) -> str:
    """``direct`` when all of the content stands in quotation marks, ``mixed`` when some of it does."""
    held = {stretch for first, end in draft.content for stretch in page.inside[first:end]}
    if held == _OUTSIDE:
        return "indirect"
    return "mixed" if -1 in held else "direct"


# ------------------------------------------------------------------------------------------------ events and their
# source


def attribute(
    candidates: Sequence[Candidate],
    quotations: Sequence[Quotation],
    tokens: TokenizedText,
    actor_mentions: Sequence[ActorMention],
    quotes: QuoteLexicon,
    timexes: Sequence[TimeExpression] = (),
) -> None:
    """Sets ``attribution``, ``quotation`` and ``statement`` of each candidate.

    In ``Sources told the Courier that talks had begun`` the talks rest on "Sources", by "told", outlet the Courier; so
    does the telling itself, whose ``statement`` number is that of all that these sources say on that occasion. A wish
    or a topic ("urged the company to resume talks") attributes nothing: only what is put forward as true does.
    """
    if not candidates or not quotations:
        return
    sources = _Sources(tokens, quotations, actor_mentions, quotes, timexes)
    for candidate in candidates:
        own = sources.by_cue.get(candidate.first_token, -1)
        if own < 0 and candidate.end_token - candidate.first_token > 1:
            own = sources.by_cue.get(candidate.end_token - 1, -1)
        within = sources.innermost[candidate.first_token]
        candidate.quotation = within
        if own >= 0:
            candidate.statement = sources.statement(own)
            candidate.attribution = sources.attribution(own)
        elif within >= 0:
            candidate.attribution = sources.attribution(within)


class _Sources:
    """The quotations of an article by token, whose content or cue it is, and their sources as participants."""

    def __init__(
        self,
        tokens: TokenizedText,
        quotations: Sequence[Quotation],
        mentions: Sequence[ActorMention],
        quotes: QuoteLexicon,
        timexes: Sequence[TimeExpression],
    ) -> None:
        self.tokens = tokens
        self.timexes = [timex for timex in timexes if timex.type in ("DATE", "TIME")]
        self._timex_starts = [timex.start for timex in self.timexes]
        self.quotations = quotations
        self.mentions = mentions
        self.starts = [mention.start for mention in mentions]
        self.quotes = quotes
        named = not quotes.outlets.isdisjoint(tokens.lowers)  # the text calls something a paper or an agency
        self.media = [mention for mention in mentions if mention.outlet or (named and mention.kind == "organisation")]
        self.innermost = [-1] * len(tokens.words)
        self.by_cue: dict[int, int] = {}
        self.parents: list[int] = []
        self._made: dict[int, Attribution] = {}
        self._statements: list[int] | None = None
        self._paragraphs: dict[str, int] = {}
        self._outlets: dict[int, Participant | None] = {}
        self._speakers: dict[int, Participant | None] = {}
        held: list[tuple[int, int, int]] = []
        cues: list[int] = []
        for number, quotation in enumerate(quotations):
            first, end = tokens.token_range(quotation.cue_spans[0].start, quotation.cue_spans[0].end)
            cues.append(first)
            for token in range(first, end):
                self.by_cue.setdefault(token, number)
            if self._asserts(quotation, end - 1):
                for span in quotation.content_spans:
                    held.append((*tokens.token_range(span.start, span.end), number))
        for first, end, number in sorted(held, key=lambda item: item[0] - item[1]):
            self.innermost[first:end] = [number] * (end - first)
        self.parents = [self.innermost[first] for first in cues]

    def _asserts(self, quotation: Quotation, cue: int) -> bool:
        """Whether the content is put forward as true: quoted, or a clause behind a verb or noun that does so."""
        if quotation.kind == "direct":
            return True
        if quotation.source_spans and self.tokens.text.startswith("to ", quotation.content_spans[0].start):
            return False  # "agreed to resume talks"
        for number in (cue, cue - 1):
            word = self.tokens.lowers[number]
            if word in self.quotes.verbs:
                return self.quotes.verbs[word][0].asserts
            if word in self.quotes.nouns:
                return self.quotes.nouns[word].asserts
        return True

    def attribution(self, number: int) -> Attribution:
        """The attribution to a quotation's source, with the sources that tell of it as its chain."""
        made = self._made.get(number)
        if made is None:
            chain: list[Participant] = []
            parent, seen = self.parents[number], {number}
            while parent >= 0 and parent not in seen and len(chain) < _LONGEST_CHAIN:
                seen.add(parent)
                teller = self._participant(parent)
                if teller is not None:
                    chain.append(teller)
                parent = self.parents[parent]
            quotation = self.quotations[number]
            made = build_attribution(
                source=self._participant(number),
                cue=quotation.cue_spans[0],
                outlet=self._outlet(number),
                chain=tuple(chain),
            )
            self._made[number] = made
        return made

    def _participant(self, number: int) -> Participant | None:
        """The source of a quotation, made once."""
        if number not in self._speakers:
            self._speakers[number] = self._as_speaker(self.quotations[number])
        return self._speakers[number]

    def _as_speaker(self, quotation: Quotation) -> Participant | None:
        """The source as a participant with role ``speaker``; None when the text names none."""
        if not quotation.source_spans:
            return None
        span = quotation.source_spans[0]
        words = self.tokens.text[span.start : span.end]
        mention = next(
            (mention for mention in self._mentions(span) if mention.key == quotation.speaker_key and mention.key), None
        )
        kind = mention.kind if mention else None
        if kind is None and any(word in self.quotes.unnamed for word in words.lower().split()):
            kind = "unnamed"
        return build_participant(
            start=span.start,
            end=span.end,
            text=words,
            name=quotation.speaker or self.tokens.plain[span.start : span.end],
            role="speaker",
            kind=kind,
            key=quotation.speaker_key,
            country=mention.country if mention else None,
            code=mention.code if mention else None,
        )

    def _mentions(self, span: Span) -> Iterator[ActorMention]:
        """The actor mentions that overlap a span."""
        number = bisect_left(self.starts, span.start)
        if number > 0 and self.mentions[number - 1].end > span.start:
            number -= 1
        while number < len(self.mentions) and self.mentions[number].start < span.end:
            yield self.mentions[number]
            number += 1

    def _outlet(self, number: int) -> Participant | None:
        """The outlet that reports a quotation first: the source itself, or the outlet it was told to or in."""
        if not self.media:
            return None
        if number not in self._outlets:
            self._outlets[number] = self._find_outlet(self.quotations[number])
        return self._outlets[number]

    def _find_outlet(self, quotation: Quotation) -> Participant | None:
        """The outlet of one quotation, sought among its source and the words behind its cue."""
        for span in quotation.source_spans:
            for mention in self._mentions(span):
                if mention.outlet:
                    return _as_participant(mention)
        cue = quotation.cue_spans[-1].end
        end = self.tokens.ends[min(len(self.tokens.ends) - 1, self.tokens.token_at(cue) + _REACH_OUTLET)]
        behind = [span.start for span in quotation.content_spans if span.start >= cue]
        if behind:
            end = min(end, behind[0])
        sentence = self.tokens.sentence_at(cue - 1)
        if sentence is not None:
            end = min(end, sentence.end)
        if end > cue:
            for mention in self._mentions(build_span(cue, end)):
                if mention.outlet or (mention.kind == "organisation" and self._is_medium(mention, end)):
                    return _as_participant(mention)
        return None

    def _is_medium(self, mention: ActorMention, end: int) -> bool:
        """Whether an organisation is called an outlet: "the Harlow Courier news outlet"."""
        first, last = self.tokens.token_range(mention.start, end)
        return any(word in self.quotes.outlets for word in self.tokens.lowers[first:last])

    def statement(self, number: int) -> int:
        """The number of the first quotation of the statement that a quotation belongs to.

        One speaker's quotations are one statement until another occasion shows itself by another outlet or another
        day. "Officials" are the same only within a paragraph, or in a headline and where the text first has them.
        """
        if self._statements is None:
            self._statements = []
            outlets: dict[tuple[str, str], int] = {}
            latest: dict[str, int] = {}
            days: dict[str, dict[str, int]] = {}
            for index, quotation in enumerate(self.quotations):
                name = self._who(quotation)
                if name is None:
                    self._statements.append(index)
                    continue
                outlet = self._outlet(index)
                if outlet is not None:
                    latest[name] = outlets.setdefault((name, outlet.key or outlet.name), index)
                day = self._day(quotation)
                if day is not None:
                    known = days.setdefault(name, {})
                    if not known and name in latest:
                        known[day] = latest[name]  # the day of what was told before without one
                    latest[name] = known.setdefault(day, index)
                self._statements.append(latest.setdefault(name, index))
        return self._statements[number]

    def _day(self, quotation: Quotation) -> str | None:
        """The day on which a quotation was spoken, where it stands beside the cue; None without one."""
        cue = quotation.cue_spans[0]
        sentence = self.tokens.sentence_at(cue.start)
        if sentence is None or not self.timexes:
            return None
        number = bisect_left(self._timex_starts, sentence.start)
        while number < len(self.timexes) and self.timexes[number].start < sentence.end:
            timex = self.timexes[number]
            number += 1
            apart = timex.start - cue.end if timex.start >= cue.end else cue.start - timex.end
            if apart > _REACH_DAY or any(
                span.start < timex.end and timex.start < span.end for span in quotation.content_spans
            ):
                continue
            dates = timex.dates
            return str(dates.first_day) if dates is not None and dates.first_day else timex.text.lower()
        return None

    def _who(self, quotation: Quotation) -> str | None:
        """What tells one speaker from another: key or name; for "Harlow officials" the noun and its paragraph."""
        speaker = quotation.speaker_key or quotation.speaker
        if speaker is None or not quotation.source_spans or quotation.speaker is None:
            return speaker
        noun = quotation.speaker.split()[-1].lower()
        if noun not in self.quotes.unnamed:
            return speaker
        sentence = self.tokens.sentence_at(quotation.cue_spans[0].start)
        if sentence is None:
            return speaker
        if sentence.kind in _HEADLINES:
            return noun
        return (
            noun
            if self._paragraphs.setdefault(noun, sentence.paragraph) == sentence.paragraph
            else (f"{noun} {sentence.paragraph}")
        )


def _as_participant(mention: ActorMention) -> Participant:
    """An outlet as a participant."""
    return build_participant(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        name=mention.name,
        role="speaker",
        kind=mention.kind,
        key=mention.key,
        country=mention.country,
        code=mention.code,
    )
