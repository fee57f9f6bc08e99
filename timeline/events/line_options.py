"""Other ways to tell an event, where its own clause makes no line.

What comes in: a candidate and the words of its article. What goes out: parts of lines, the likeliest first: the clause
that an -ing form hangs on with that form, the sentence without an insertion, whoever takes part with the verb, the
event's own phrase. Which of them reads best is decided in ``line_faults``.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.candidates import Candidate
from timeline.events.event_words import LONGEST_TITLE, EventWords, Parts
from timeline.events.page import Page
from timeline.lexicons.quotes import ADVERB, PREPOSITION, RELATIVE, SUBORDINATOR

_AHEAD = frozenset(("planned", "called_for", "possible"))
_INSERTING = frozenset((",", "—", "–", "-"))
_SHORTEST_HEAD = 25  # characters of the clause before an -ing form
_LONGEST_INSERTION = 30  # tokens
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_RELATIVE_SUBORDINATOR = RELATIVE | SUBORDINATOR


def options(told: EventWords, page: Page, candidate: Candidate) -> Iterator[Parts]:
    """Parts of other lines for one event.

    Of "bringing" in ``On Monday Ames sold two mills, bringing its sales to nine``: "Ames sold two mills, bringing its
    sales to nine".
    """
    sentence = told.tokens.sentences[candidate.sentence]
    low = told.past_dateline(sentence.first_token, sentence.end_token)
    begin = told.past_openers(low, candidate.first_token)
    high = min(sentence.end_token, candidate.end_token + _LONGEST_INSERTION)
    end = told.end(candidate, high)
    tail = _tail(told, candidate, begin)
    if tail > begin:
        head = _head_end(told, begin, tail, end)
        if head > begin:
            yield "", [(begin, head), (tail, end)], begin, end
    inserted = _insertion(told, page, begin, candidate.first_token)
    if inserted is not None:
        yield "", [(begin, inserted[0]), (inserted[1], end)], begin, end
    if candidate.reading == "verb" and candidate.tense is not None and candidate.frame.relation != "relative":
        who = candidate.recipients if candidate.frame.voice == "passive" else candidate.actors
        if who and who[0].key and told.tokens.token_at(who[0].start) < candidate.first_token:
            verb = told.verb_start(candidate, low)
            yield told.participant(who[0]), [(verb, end)], verb, end
    elif candidate.reading == "verb" and candidate.factuality in _AHEAD:
        to = told.verb_start(candidate, low) - 1
        named = next((one for one in candidate.actors if one.key), None)
        if named is not None and to >= low and told.lowers[to] == "to" and told.tokens.token_at(named.start) < to:
            yield told.participant(named), [(to, end)], to, end  # "Ames to sell two mills"
    yield told.whole(candidate)
    yield "", [(begin, high)], begin, high
    if candidate.reading != "verb":
        first, last = told.own_phrase(candidate)
        last = max(candidate.end_token, min(last, candidate.clause_end))
        yield "", [(first, last)], first, last


def _tail(told: EventWords, candidate: Candidate, begin: int) -> int:
    """The comma before a clause that an -ing form opens, -1 without one."""
    first = candidate.first_token
    for token in range(first, begin, -1):
        if told.words[token - 1] == ",":
            low = told.lowers[token]
            opens = low.endswith("ing") or (
                token + 1 <= first and low.endswith("ly") and told.lowers[token + 1].endswith("ing")
            )
            return token - 1 if opens else -1
        if told.classes[token] & _RELATIVE_SUBORDINATOR and not told.classes[token] & PREPOSITION:
            return -1
    return -1


def _head_end(told: EventWords, begin: int, tail: int, end: int) -> int:
    """Where the clause before an -ing form is cut so that both fit a line."""
    starts, ends = told.tokens.starts, told.tokens.ends
    room = max(_SHORTEST_HEAD, LONGEST_TITLE - (ends[end - 1] - starts[tail]))
    best = tail
    for token in range(tail, begin + 2, -1):
        if told.lines.is_border(token):
            best = token
            if ends[token - 1] - starts[begin] <= room:
                return token
    return best


def _insertion(told: EventWords, page: Page, begin: int, trigger: int) -> tuple[int, int] | None:
    """The marks around what stands between a subject and its verb: "Ames, unlike its rivals, gained"."""
    first = next((token for token in range(begin + 1, trigger) if told.words[token] in _INSERTING), -1)
    if first < 0:
        return None
    mark = told.words[first]
    last = -1
    for token in range(first + 1, trigger):
        if told.words[token] in (mark, "—", "–", "-"):
            last = token
    if not first < last < first + _LONGEST_INSERTION:
        return None
    if 1 in page.finites[begin:first]:
        return None
    verb = last + 1
    while verb < trigger and told.classes[verb] & ADVERB:
        verb += 1
    return (first, last + 1) if verb == trigger or page.finite(verb) else None


__all__ = ["options"]
