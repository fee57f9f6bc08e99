"""Events that a timeline would tell twice: one sentence, one day, and hardly another word.

"A fire destroyed the office" is a fire and a destruction, "police arrested three people for blocking the road" an
arrest and a blockade, "Firth said that she would not resign" a statement and a resignation that is denied. All are
kept; a reader of the timeline is told each once, under the weightiest of them. In come the events that are to be shown,
out go those that are left. What is salient enough to be shown is decided in ``selection``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from timeline.lexicons.happenings import happenings
from timeline.stories.selection import in_order, weight
from timeline.stories.similarity import plain_words, terms
from timeline.values.events import Event

_Bounds = tuple[tuple[float, float], ...]

#: What another event must share for its line to tell an event as well: of the words of the event's title, and of the
#: sentences that the event stands in. The closer the words, the fewer sentences; (1, 0) still wants one in common.
_ENOUGH: _Bounds = ((1.0, 0.0), (0.7, 0.25))

#: The same for an event without a date beside one that has a date: nothing of it may be left over.
_ENOUGH_UNDATED: _Bounds = ((1.0, 0.0), (0.8, 1.0))


def told_once(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events without those that another one tells as well, in the order given; what people edited stays."""
    events = tuple(events)
    root = happenings().root
    ranked = sorted(events, key=lambda event: (not event.edits, event.date is None, weight(event), in_order(event)))
    at: dict[tuple[str, int], list[Event]] = defaultdict(list)
    words: dict[str, frozenset[str]] = {}
    left_out = set()
    for event in ranked:
        # "end" and "ended", "destroys" and "destroyed" are one word here.
        words[event.key] = frozenset(root(term) for term in terms(plain_words(event.title)))
        places = _sentences(event)
        near = {other.key: other for place in places for other in at[place]}
        if not event.edits and any(_tells(other, event, words) for other in near.values()):
            left_out.add(event.key)
            continue
        for place in places:
            at[place].append(event)
    return tuple(event for event in events if event.key not in left_out)


def _tells(one: Event, other: Event, words: dict[str, frozenset[str]]) -> bool:
    """Whether one event's line tells the other as well; both stand in a sentence in common."""
    ours, theirs = words[one.key], words[other.key]
    if not ours or not theirs:
        return False
    if one.date is not None and other.date is None:
        enough = _ENOUGH_UNDATED
    elif _day(one) == _day(other) and (one.status == other.status or ours == theirs):
        enough = _ENOUGH
    else:
        return False
    alike = len(ours & theirs) / len(theirs)
    places = _sentences(one)
    told = sum(place in places for place in _sentences(other)) / len(_sentences(other))
    return any(alike >= least_alike and told >= least_told for least_alike, least_told in enough)


def _sentences(event: Event) -> frozenset[tuple[str, int]]:
    """Article and sentence of each mention."""
    return frozenset((key, one.sentence) for key, one in zip(event.article_keys, event.mentions, strict=True))


def _day(event: Event) -> str | None:
    return None if event.date is None else str(event.date.first_day)
