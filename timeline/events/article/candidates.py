"""A mention while it is being made: filled stage by stage, turned into a frozen ``Mention`` once.

Building a frozen record of thirty fields costs more than any one stage, so the stages fill a ``Candidate`` in place and
``mention`` is called at the end. Nothing is decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.article.frames import Frame
from timeline.values.actors import Count, EventPlace, Participant
from timeline.values.dates import EventDate
from timeline.values.events import Attribution, DateLink, Mention, build_mention
from timeline.values.text import Span, TokenizedText, build_span

_NO_ATTRIBUTION = Attribution()
_NO_LINK = DateLink()


@dataclass(slots=True, eq=False, init=False)
class Candidate:
    """One mention in the making. Ranges are half-open token ranges of the article; spans are characters.

    Attributes:
        first_token, end_token: The trigger.
        sentence: Index of its sentence.
        reading: ``verb`` or ``noun``.
        tense: ``past present future`` or None (infinitives, participles, nouns).
        clause_first, clause_end: The clause it stands in; never beyond the sentence.
        quotation: Index of the quotation whose content holds it, -1 outside quotations.
        statement: For the cue of a quotation: number shared by all cues of one speaker on one occasion; else -1.
        light: Token of a light verb that carries a nominal event; -1 without one.
        factuality_cue: Token range of the words that made it other than happened.
        background: Whether it is told as background (past perfect, "in 2010", "has long"): no publication day for it.
        evidence: Spans that support it beyond its own sentence; the sentence is added by ``mention``.
        rule: Lexicon entry and rule that coded it.
    """

    first_token: int
    end_token: int
    sentence: int
    lemma: str
    reading: str
    type: str
    mode: str | None
    label: str
    frame: Frame
    clause_first: int
    clause_end: int
    tense: str | None
    aspect: str
    factuality: str
    polarity: str
    factuality_cue: tuple[int, int] | None
    background: bool
    quotation: int
    statement: int
    light: int
    date_link: DateLink
    date: EventDate | None
    deadline: EventDate | None
    duration: str | None
    actors: list[Participant]
    recipients: list[Participant]
    about: list[Span]
    places: list[EventPlace]
    counts: list[Count]
    attribution: Attribution
    contexts: tuple[str, ...]
    salience: str
    title: str
    group: int
    evidence: list[Span]
    rule: str

    def __init__(
        self,
        first_token: int,
        end_token: int,
        sentence: int,
        lemma: str,
        reading: str,
        type_: str,
        mode: str | None,
        label: str,
        frame: Frame,
        clause_first: int,
        clause_end: int,
        tense: str | None = None,
        *,
        light: int = -1,
        rule: str = "",
    ) -> None:
        # By hand: what a dataclass writes for six lists and sixteen defaults costs half as much again.
        self.first_token = first_token
        self.end_token = end_token
        self.sentence = sentence
        self.lemma = lemma
        self.reading = reading
        self.type = type_
        self.mode = mode
        self.label = label
        self.frame = frame
        self.clause_first = clause_first
        self.clause_end = clause_end
        self.tense = tense
        self.light = light
        self.rule = rule
        self.aspect, self.factuality, self.polarity = "completed", "happened", "positive"
        self.salience = "secondary"
        self.background = False
        self.quotation = self.statement = self.group = -1
        self.factuality_cue = self.date = self.deadline = self.duration = None
        self.date_link = _NO_LINK
        self.attribution = _NO_ATTRIBUTION
        self.contexts = ()
        self.title = ""
        self.actors = []
        self.recipients = []
        self.about = []
        self.places = []
        self.counts = []
        self.evidence = []

    def mention(self, tokens: TokenizedText) -> Mention:
        """The frozen mention of all that was found."""
        start, end = tokens.starts[self.first_token], tokens.ends[self.end_token - 1]
        sentence = tokens.sentences[self.sentence]
        own = build_span(sentence.start, sentence.end)
        cue = self.factuality_cue
        # In their order up to the deadline: more than fifteen arguments by name are slow (``slots.builder``).
        return build_mention(
            start,
            end,
            tokens.text[start:end],
            self.lemma,
            self.sentence,
            self.type,
            self.mode,
            self.label,
            (own, *[span for span in self.evidence if not own.covers(span)]) if self.evidence else (own,),
            "",
            self.factuality,
            self.polarity,
            self.aspect,
            self.salience,
            self.date_link,
            self.date,
            self.deadline,
            duration=self.duration,
            actors=tuple(self.actors),
            recipients=tuple(self.recipients),
            about=tuple(self.about),
            places=tuple(self.places),
            counts=tuple(self.counts),
            attribution=self.attribution,
            contexts=self.contexts,
            title=self.title,
            group=self.group,
            rule=self.rule,
            factuality_cue=build_span(tokens.starts[cue[0]], tokens.ends[cue[1] - 1]) if cue else None,
        )
