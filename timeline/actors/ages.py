"""Ages beside names, and people who are called by their age: "Karl Aske, 34," and "the 34-year-old".

What comes in: the text and its mentions. What goes out: an age in years, or mentions. Who is meant by an age is decided
in ``descriptions``, whom of two namesakes it is of in ``namesakes``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from timeline.lexicons.actor_flags import COMMON_VERB, FUNCTION, GOVERNING, PLACE_PREPOSITION, REPORTING, TELLING
from timeline.lexicons.actors import ActorLexicon
from timeline.lexicons.events import FINITE, event_lexicon
from timeline.values.actors import ActorMention, build_actor_mention
from timeline.values.text import TokenizedText

YEAR_OLD = "-year-old"
_BEHIND = re.compile(r", (?:aged )?(\d{1,2})(?=[,.;:)]| and )")
_BEFORE = re.compile(r"\b(\d{1,2})-year-old\b")
_CALLED = re.compile(r"\b[Tt]he (\d{1,2})-year-old\b(?: ([\w’']+))?")
_NEAR = 15  # characters before a name in which "34-year-old" stands
_VERBAL = FUNCTION | GOVERNING | COMMON_VERB | REPORTING | TELLING | PLACE_PREPOSITION
_EDGES = ("ed", "ly")


def age_beside(text: str, mention: ActorMention) -> int | None:
    """The age that stands beside a name: 34 of "Karl Aske, 34," and of "34-year-old Karl Aske"; None without one."""
    if text.startswith(", ", mention.end):
        found = _BEHIND.match(text, mention.end)
        return int(found[1]) if found else None
    if mention.head_start > mention.start or text.endswith(("-old ", "- old "), 0, mention.start):
        before = _BEFORE.search(text, max(0, mention.start - _NEAR), mention.head_start)
        return int(before[1]) if before else None
    return None


def with_ages(mentions: list[ActorMention], tokens: TokenizedText, lexicon: ActorLexicon) -> list[ActorMention]:
    """The mentions, and those of people who are called by their age alone: "the 34-year-old will miss the final"."""
    text = tokens.text
    for found in _CALLED.finditer(text):
        following = found[2]
        if following and not _is_verbal(following.lower(), lexicon):
            continue  # "the 34-year-old ship"
        start, end = found.start(), found.end(1) + len(YEAR_OLD)
        place = bisect_left(mentions, start, key=attrgetter("start"))
        taken = place and mentions[place - 1].end > start
        if taken or (place < len(mentions) and mentions[place].start < end):
            continue
        sentence = bisect_left(tokens.sentences, start + 1, key=attrgetter("start")) - 1
        name = text[found.start(1) : end]
        mentions.insert(
            place,
            build_actor_mention(
                start, end, text[start:end], sentence, name, name, "role", "role", head_start=start, head_end=end
            ),
        )
    return mentions


def _is_verbal(word: str, lexicon: ActorLexicon) -> bool:
    """Whether a word goes on after somebody rather than that it is what is so old: "wept", "from"."""
    if word.endswith(_EDGES) or lexicon.words.get(word, 0) & _VERBAL:
        return True
    return bool(event_lexicon().kinds.get(word, 0) & FINITE)


def called_age(mention: ActorMention) -> int | None:
    """The age by which somebody is called: 34 of "the 34-year-old" and of "the 34-year-old driver"."""
    found = _CALLED.match(mention.text)
    return int(found[1]) if found else None
