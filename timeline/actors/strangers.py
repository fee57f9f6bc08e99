"""Last names that the tables know in articles that name somebody else in full: "Peter Greenspan ... Greenspan".

What comes in: mentions as they were found. What goes out: the same, but that such a name is nobody's: the article
names Peter, the tables know Alan, and nothing says which is meant. Who is meant by names otherwise is decided in
``namesakes``.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.actors.keys import key
from timeline.values.actors import ActorMention, build_actor_mention


def left_open(mentions: Sequence[ActorMention]) -> Sequence[ActorMention]:
    """The mentions, those without a key that are a known person's by the tables alone and may be another's.

    Of such a name the text has one word, the tables the whole.
    A title ("President Holm") or the full name anywhere in the article is enough for the known one.
    """
    known = [
        number
        for number, mention in enumerate(mentions)
        if mention.kind == "person" and mention.form == "name" and " " in mention.name and " " not in _head(mention)
    ]
    if not known:
        return mentions
    short = frozenset(known)
    told = {mention.key for number, mention in enumerate(mentions) if number not in short and _is_person(mention)}
    told |= {mentions[number].key for number in known if mentions[number].title is not None}
    lasts = {(one or "").rpartition("-")[2] for one in told}
    opened: list[ActorMention] | None = None
    for number in known:
        mention = mentions[number]
        name = _head(mention)
        if mention.key in told or (key(name) or "").rpartition("-")[2] not in lasts:
            continue
        opened = opened or list(mentions)
        opened[number] = build_actor_mention(
            mention.start, mention.end, mention.text, mention.sentence, None, name, "person", "name",
            head_start=mention.head_start, head_end=mention.head_end,
        )  # fmt: skip
    return opened or mentions


def _is_person(mention: ActorMention) -> bool:
    return mention.kind == "person" and mention.form == "name"


def _head(mention: ActorMention) -> str:
    return mention.text[mention.head_start - mention.start : mention.head_end - mention.start]
