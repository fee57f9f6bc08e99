"""Events of one article: the stages of this room in their order.

What comes in: tokens, time expressions, actor and place mentions, lexicons, the day of publication. What goes out: an
``EventReading``. Each stage is decided in its own module; here is only which comes after which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timeline.events import grouping, salience
from timeline.events.article.candidates import Candidate
from timeline.events.article.frames import FinderMaker, Trigger
from timeline.events.article.page import Page
from timeline.events.clauses.rule_clauses import RuleClauses
from timeline.events.counts import counting
from timeline.events.dates import dating, plan_dates
from timeline.events.factuality import foresight
from timeline.events.factuality.judging import Judge
from timeline.events.factuality.noun_scopes import SPEECH_ACTS
from timeline.events.roles import participants
from timeline.events.speech import attribution
from timeline.events.titles import writing
from timeline.events.triggers import contexts, senses
from timeline.events.triggers.coding import NO_EVENT, OTHER, Coder
from timeline.events.triggers.trigger_finder import TriggerFinder
from timeline.lexicons.events import ClosedWords, EventLexicon
from timeline.lexicons.quotes import QuoteLexicon
from timeline.values.actors import ActorMention, PlaceMention
from timeline.values.dates import TimeExpression
from timeline.values.events import Mention, Quotation
from timeline.values.text import TokenizedText

# Types that a participle before its noun still reports ("the wounded men"); "the proposed law" reports no proposal.
_ATTRIBUTES = frozenset(("ASSAULT", "DEATH", "INJURY", "COERCE", "DISASTER", "RULING", "CRIME"))
# Types of phrases that tell the end of something: "ended the war", "stopped buying oil".
_ENDINGS = frozenset(("RETREAT", "CONCEDE", "SANCTION"))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReading:
    """What an article reports: mentions and quotations in text order, and the index of the main mention."""

    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    main: int | None


def detect(
    tokens: TokenizedText,
    timexes: Sequence[TimeExpression],
    actor_mentions: Sequence[ActorMention],
    place_mentions: Sequence[PlaceMention],
    *,
    lexicon: EventLexicon,
    quotes: QuoteLexicon,
    published_on: date | None,
    title: str | None = None,
    all_events: bool = False,
    clauses: FinderMaker = RuleClauses,
) -> EventReading:
    """The events of one article.

    ``Firth called on the army to end its siege`` gives a demand (REQUEST) by Firth and a siege (COERCE).

    Args:
        tokens: The article.
        timexes: Its time expressions, resolved as far as can be.
        actor_mentions: Its actors in text order, pronouns resolved.
        place_mentions: Its places in text order.
        lexicon: What names events.
        quotes: What names speech.
        published_on: Day of publication; None when unknown.
        title: A title that is not part of the text.
        all_events: Also mentions that the lexicon does not type, as OTHER.
        clauses: What frames the triggers of an article: rules, or a parser behind the same door.
    """
    classes = attribution.word_classes(tokens, quotes)
    quotations = attribution.find_quotations(tokens, actor_mentions, quotes, classes)
    page = Page(tokens, lexicon, timexes, quotations)
    candidates = candidates_of(page, all_events=all_events, clauses=clauses)
    if not candidates:
        return EventReading(mentions=(), quotations=quotations, main=None)
    attribution.attribute(candidates, quotations, tokens, actor_mentions, quotes, timexes)
    chunker = participants.assign(candidates, page, actor_mentions, place_mentions)
    counting.count(page, candidates)
    dating.link(candidates, page, timexes)
    plan_dates.release(candidates, page, timexes)
    dating.date(candidates, timexes, published_on)
    foresight.foresee(candidates, page, timexes, published_on)
    foresight.doubt(candidates, page, published_on)
    foresight.trust(candidates, page)
    grouping.group(page, candidates)
    why = contexts.find(page)
    for candidate in candidates:
        candidate.contexts = why
    main = salience.rate(candidates, page, quotations, published_on=published_on, title=title)
    writing.write(candidates, page, quotations, quotes, timexes, chunker.outline, classes)
    return EventReading(
        mentions=tuple([candidate.mention(tokens) for candidate in candidates]), quotations=quotations, main=main
    )


def candidates_of(page: Page, *, all_events: bool = False, clauses: FinderMaker = RuleClauses) -> list[Candidate]:
    """Triggers framed, coded and judged; what has no type is OTHER, or left out."""
    found: list[Candidate] = []
    doubtful: list[tuple[Candidate, Trigger]] = []
    bound: set[int] = set()  # verbs whose type rests on their object: "resumed aid"
    framing = clauses(page)
    coder = Coder(page)
    judge = Judge(page)
    sentences = page.tokens.sentences
    finder = TriggerFinder(page, generic=all_events)
    waiting = finder.find()
    waiting.reverse()
    while waiting:
        trigger = waiting.pop()
        sentence = sentences[trigger.sentence]
        frame = framing.frame(sentence, trigger)
        entry = coder.code(sentence, trigger, frame)
        if entry is NO_EVENT:
            entry = None
        elif entry is None and trigger.phrase:
            waiting.extend(reversed(finder.again(trigger)))
            continue
        if entry is not None and trigger.form == "adjective" and entry.type not in _ATTRIBUTES:
            entry = None
        if entry is None:
            if not all_events or (trigger.reading == "noun" and page.is_thing(trigger.first_token)):
                continue
            entry = OTHER
        end = trigger.end_token
        if all_events and trigger.phrase and (entry.type in SPEECH_ACTS or entry.type in _ENDINGS):
            head, inner = finder.within(trigger)
            if inner:  # "refused to accept": a refusal, and what was refused
                waiting.extend(reversed(inner))
                end = head
        candidate = Candidate(
            trigger.first_token,
            end,
            trigger.sentence,
            trigger.lemma,
            trigger.reading,
            entry.type,
            entry.mode,
            entry.label,
            frame,
            frame.clause_first,
            frame.clause_end,
            frame.tense,
            light=trigger.light,
            rule=entry.rule,
        )
        judge.judge(candidate)
        found.append(candidate)
        if senses.is_doubtful(trigger, entry):
            doubtful.append((candidate, trigger))
        if entry.object and page.lexicon.types[entry.type].plover is not None:
            bound.add(trigger.first_token)
    if doubtful:
        senses.settle(found, doubtful)
    judge.inherit(found)
    return _without_light(found, bound, page.lexicon.closed, all_events)


def _without_light(
    candidates: list[Candidate], bound: set[int], closed: ClosedWords, all_events: bool
) -> list[Candidate]:
    """Leaves light verbs out where a noun names the event: "launched an attack" is one attack, and no launch."""
    nouns = {candidate.first_token: candidate for candidate in candidates if candidate.reading == "noun"}
    if not nouns:
        return candidates
    carried = {noun.light: noun for noun in nouns.values() if noun.light >= 0 and noun.type != "OTHER"}
    kept: list[Candidate] = []
    for candidate in candidates:
        if candidate.reading == "verb" and candidate.type != "OTHER":
            noun = carried.get(candidate.first_token) if candidate.lemma in closed.carrying else None
            light = noun is not None and (candidate.type == noun.type or candidate.first_token not in bound)
            if light or (candidate.lemma in closed.concluding and _brought_about(candidate, nouns)):
                if not all_events:
                    continue
                candidate.type, candidate.mode, candidate.label = OTHER.type, OTHER.mode, OTHER.label
        kept.append(candidate)
    return kept


def _brought_about(verb: Candidate, nouns: dict[int, Candidate]) -> bool:
    """Whether what a verb brings about is told by a noun of the same type: "an agreement was reached"."""
    held = verb.frame.subject if verb.frame.voice == "passive" else verb.frame.object
    return held is not None and any(
        token in nouns and nouns[token].type == verb.type for token in range(held[0], held[1])
    )
