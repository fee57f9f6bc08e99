"""The cast of an article while it is gathered: one ``Member`` an actor, and its frozen forms.

What comes in: members with the numbers of their mentions. What goes out: mentions with their member's key, and actors.
Who is a member is decided in ``resolver``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.values.actors import Actor, ActorMention, build_actor, build_actor_mention
from timeline.values.text import build_span


class Member:
    """An actor of the article while its mentions are gathered."""

    __slots__ = (
        "age",
        "aliases",
        "code",
        "country",
        "first",
        "gender",
        "key",
        "kind",
        "mentions",
        "name",
        "outlet",
        "plural",
        "titles",
        "words",
    )

    def __init__(self, mention: ActorMention, gender: str | None) -> None:
        self.key = mention.key
        self.name = mention.name
        self.kind = mention.kind
        self.country = mention.country
        self.code = mention.code
        self.plural = mention.plural
        self.gender = gender
        self.age: int | None = None
        self.aliases: list[str] = []
        self.titles: list[str] = []
        self.mentions: list[int] = []
        self.words: set[str] = set()
        self.outlet = mention.outlet
        self.first = mention.start


def mended(mentions: Sequence[ActorMention], owners: Sequence[Member | None]) -> tuple[ActorMention, ...]:
    """The mentions with key, name, kind and country of their member."""
    named: list[ActorMention] = []
    for mention, owner in zip(mentions, owners, strict=True):
        if owner is None or (
            owner.key == mention.key
            and owner.name == mention.name
            and owner.country == mention.country
            and owner.code == mention.code
            and owner.kind == mention.kind
        ):
            named.append(mention)
            continue
        # Written out: ``dataclasses.replace`` takes ten times as long, and half of all mentions change.
        named.append(
            build_actor_mention(
                mention.start,
                mention.end,
                mention.text,
                mention.sentence,
                owner.key,
                owner.name,
                owner.kind,
                mention.form,
                head_start=mention.head_start,
                head_end=mention.head_end,
                country=owner.country,
                code=owner.code if mention.form != "name" or mention.code is None else mention.code,
                title=mention.title,
                affiliation=mention.affiliation,
                plural=mention.plural or owner.plural,
                outlet=owner.outlet,
            )
        )
    return tuple(named)


def frozen(members: Iterable[Member], mentions: Sequence[ActorMention]) -> tuple[Actor, ...]:
    """The actors in order of first naming, with all their spans."""
    actors = []
    for owner in sorted(members, key=lambda actor: actor.first):
        if owner.key is None:
            continue
        actors.append(
            build_actor(
                key=owner.key,
                name=owner.name,
                kind=owner.kind,
                country=owner.country,
                code=owner.code,
                aliases=tuple(owner.aliases),
                titles=tuple(owner.titles),
                mentions=tuple(
                    [build_span(mentions[number].start, mentions[number].end) for number in sorted(owner.mentions)]
                ),
            )
        )
    return tuple(actors)
