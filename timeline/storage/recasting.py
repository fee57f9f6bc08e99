"""Which actor a mention is of, as people have it: edits of actors, replayed in the order in which they were made.

In come active edits and the key that reading gave; out goes the key that holds. A merge says that one actor is
another, a split that an actor of some articles, or under some names, is somebody else, an alias that whoever is called
so is this actor. Each is about the actors as they stood when it was made, so undoing one is replaying the others. Where
keys are stored is decided in ``actor_writing``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from timeline.storage.mapping import ACTOR_PREFIX
from timeline.values.actors import Participant
from timeline.values.events import Attribution, Edit, Mention
from timeline.values.namesakes import APART

#: Key and name, without prefix, by the key that reading gave: the actors of an article that are others now, or are
#: called otherwise.
Cast = Mapping[str, tuple[str, str]]

#: What can be changed of an actor: which actor it is, what it is called, and what it is elsewhere.
ACTOR_FIELDS = ("merge", "split", "alias", "same_as", "name")

#: Those that change whose mentions are whose.
_MOVING = ("merge", "split", "alias")


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Whose mentions become those of an actor of its own: those of some articles, those under some names, or both.

    Attributes:
        key: Public key of the new actor.
        name: Its name.
        articles: Article keys; empty for all.
        names: Names within the article, in lower case; empty for all.
    """

    key: str
    name: str
    articles: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not self.articles and not self.names:
            raise ValueError("a split needs articles or names")

    def meant(self, article_key: str, names: Iterable[str]) -> bool:
        """Whether an actor that this article calls by these names goes to the new one."""
        if self.articles and article_key not in self.articles:
            return False
        return not self.names or not self.names.isdisjoint(names)

    def written(self) -> str:
        """The split as an edit keeps it."""
        record = {"key": self.key, "name": self.name, "articles": sorted(self.articles), "names": sorted(self.names)}
        return json.dumps({name: value for name, value in record.items() if value}, ensure_ascii=False)


def split_of(edit: Edit) -> Split:
    """The split that an edit keeps."""
    record = json.loads(edit.human_value or "{}")
    return Split(
        key=record["key"],
        name=record["name"],
        articles=frozenset(record.get("articles", ())),
        names=frozenset(record.get("names", ())),
    )


class Recasting:
    """The active edits of actors that say whose mentions are whose.

    Args:
        edits: In the order in which they were made; those of other fields, or undone, are left out.
    """

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._steps: list[tuple[str, str, str, Split | None]] = []
        for edit in edits:
            if not edit.active or edit.field not in _MOVING:
                continue
            split = split_of(edit) if edit.field == "split" else None
            self._steps.append((edit.field, edit.target_key, edit.human_value or "", split))

    def __bool__(self) -> bool:
        return bool(self._steps)

    def key(self, key: str, article_key: str, name: str, others: Iterable[str]) -> str:
        """The public key of the actor that an article's actor is.

        Args:
            key: The public key that reading gave, namesakes of other countries apart: ``ac_john-kirby``.
            article_key: The article.
            name: What the article calls the actor, in full ("John Kirby"): the name that an alias must equal.
            others: What it calls the actor besides ("Kirby").
        """
        full = name.casefold()
        called = frozenset((full, *(other.casefold() for other in others)))
        for field, target, value, split in self._steps:
            if split is not None:
                if _is_of(key, target, split, article_key) and split.meant(article_key, called):
                    key = split.key
            elif field == "merge":
                key = value if key == target else key
            elif value.casefold() == full:
                key = target
        return key

    def leads_to(self, key: str) -> str:
        """Where merges take a public key, whatever the article: the key of what it went into."""
        for field, target, value, _ in self._steps:
            if field == "merge" and key == target:
                key = value
        return key


def _is_of(key: str, target: str, split: Split, article_key: str) -> bool:
    """Whether a split of one actor can mean another: itself, and in the articles that people named its namesakes."""
    return key == target or (article_key in split.articles and key.startswith(target + APART))


def touched(edits: Iterable[Edit], key: str) -> tuple[frozenset[str], frozenset[str]]:
    """The keys that edits, undone ones too, tie to one actor, and the names that aliases gave to any of them.

    Whatever is done or undone to one of them can move mentions of these only.
    """
    ties: list[set[str]] = []
    names: list[tuple[str, str]] = []
    for edit in edits:
        if edit.field == "merge" and edit.human_value:
            ties.append({edit.target_key, edit.human_value})
        elif edit.field == "split":
            ties.append({edit.target_key, split_of(edit).key})
        elif edit.field == "alias" and edit.human_value:
            names.append((edit.target_key, edit.human_value.casefold()))
    found = {key}
    grown = True
    while grown:
        grown = False
        for tie in ties:
            if not tie <= found and not tie.isdisjoint(found):
                found |= tie
                grown = True
    return frozenset(found), frozenset(name for owner, name in names if owner in found)


def recast(mention: Mention, cast: Cast) -> Mention:
    """The mention with whoever takes part as people have it.

    Args:
        mention: As it was read.
        cast: Of its article.
    """
    attribution = mention.attribution
    return replace(
        mention,
        actors=_people(mention.actors, cast),
        recipients=_people(mention.recipients, cast),
        attribution=Attribution(
            source=None if attribution.source is None else _person(attribution.source, cast),
            cue=attribution.cue,
            outlet=None if attribution.outlet is None else _person(attribution.outlet, cast),
            chain=tuple(_person(who, cast) for who in attribution.chain),
        ),
    )


def _people(people: Iterable[Participant], cast: Cast) -> tuple[Participant, ...]:
    """The participants, each actor once in each role."""
    found: dict[tuple[str, str | int], Participant] = {}
    for who in people:
        who = _person(who, cast)
        found.setdefault((who.role, who.key or who.start), who)
    return tuple(found.values())


def _person(who: Participant, cast: Cast) -> Participant:
    now = cast.get(who.key or "")
    return who if now is None else replace(who, key=now[0], name=now[1])


def public(key: str) -> str:
    """The public key of an actor: ``ac_john-kirby`` for ``john-kirby``."""
    return key if key.startswith(ACTOR_PREFIX) else ACTOR_PREFIX + key
