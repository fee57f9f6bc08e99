"""Quotations without a cue beside them: joined to the speech they go on with, or to a cue farther off in their
sentence.

What comes in: a ``Transcript`` and the drafts of its cues. What goes out: drafts, each quotation in one of them or in
none.
"""

from __future__ import annotations

from timeline.events.article.phrases import phrase_after, phrase_before
from timeline.events.article.transcripts import Transcript
from timeline.events.speech.reported_speech import Draft
from timeline.lexicons.quote_rows import QUOTE
from timeline.lexicons.quotes import BE, STOP, VERB_CUE

_REACH_CUE = 40  # tokens between a quotation and its cue, at most


def with_loose_quotations(page: Transcript, drafts: list[Draft]) -> list[Draft]:
    """The drafts, and quotations without a cue of their own joined to the speech that they go on with."""
    owner: dict[int, Draft] = {}
    if not page.quoted:
        return drafts
    kept = list(drafts)
    for draft in drafts:
        for first, end in draft.content:
            for held in set(page.inside[first:end]):
                if held >= 0:
                    owner.setdefault(held, draft)
    last: Draft | None = None
    for number, stretch in enumerate(page.quoted):
        if number in owner:
            last = owner[number]
            continue
        if last is not None and stretch.continues:
            last.content.append((stretch.first_token, stretch.end_token))
            owner[number] = last
            continue
        if not stretch.speech:
            continue
        found = _far_cue(page, number)
        if found is not None:
            kept.append(found)
            owner[number] = last = found
        elif last is not None and _goes_on(page, last, stretch.first_token):
            last.content.append((stretch.first_token, stretch.end_token))
            owner[number] = last
    return kept


def _goes_on(page: Transcript, draft: Draft, first: int) -> bool:
    """Whether a quotation at a token goes on with a draft's speech: nobody else speaks in between."""
    between = range(draft.content[-1][1], first)
    if len(between) > _REACH_CUE:
        return False
    sentences = page.tokens.sentences
    here = page.tokens.sentence_at(page.tokens.starts[first])
    return here is not None and here.paragraph - sentences[draft.sentence].paragraph <= 1


def _far_cue(page: Transcript, number: int) -> Draft | None:
    """The draft of a quotation whose cue stands farther off in the same sentence: behind it first, then before it."""
    stretch = page.quoted[number]
    classes, inside = page.classes, page.inside
    sentence = page.tokens.sentence_at(page.tokens.ends[stretch.end_token - 1] - 1)
    if sentence is None:
        return None
    token = stretch.end_token
    high = min(sentence.end_token, token + _REACH_CUE) if stretch.expects else token
    while token < high and inside[token] < 0 and not classes[token] & STOP:
        if classes[token] & VERB_CUE:
            verb, _ = page.quotes.verbs[page.lowers[token]]
            if verb.takes & QUOTE:
                source = phrase_before(page, token, stretch.end_token) or phrase_after(
                    page, token + 1, sentence.end_token
                )
                if source is not None:
                    return Draft(
                        [(stretch.first_token, stretch.end_token)], source, (token, token + 1), sentence.index, True
                    )
        token += 1
    begin = page.tokens.sentence_at(page.tokens.starts[stretch.first_token])
    if begin is None or not stretch.first_token or page.words[stretch.first_token - 1] not in (":", ","):
        return None
    low = max(begin.first_token, stretch.first_token - _REACH_CUE)
    token = stretch.first_token - 1
    while token >= low and inside[token] < 0:
        if classes[token] & VERB_CUE:
            verb, _ = page.quotes.verbs[page.lowers[token]]
            source = phrase_before(page, token, low)
            if verb.takes & QUOTE and source is not None:
                return Draft([(stretch.first_token, stretch.end_token)], source, (token, token + 1), begin.index, True)
        token -= 1
    colon = stretch.first_token - 1
    if page.words[colon] == ":":
        cue = colon
        while cue > low and classes[cue - 1] & BE:
            cue -= 1  # "Her answer was: ..."
        source = phrase_before(page, cue, low)
        if source is not None:
            return Draft([(stretch.first_token, stretch.end_token)], source, (cue, colon + 1), begin.index, True)
    return None
