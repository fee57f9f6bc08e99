"""Events and stories put together from the mentions of articles, and stored: the step that new articles, edits and
their undoing share.

In come mentions of one transaction, fresh ones and those that are stored; out go rows of events and stories, with
what people
changed laid over. Which mentions are one event and which articles one story is decided in ``timeline.stories``; here
they are only brought together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline import events as events_room
from timeline import temporal
from timeline.lexicons.weights import story_weights
from timeline.storage.edits import is_hidden, overlay
from timeline.storage.finder import Finder
from timeline.storage.store import Store, StoredMention
from timeline.stories.clustering import StoryStream
from timeline.stories.duplicates import CopyFinder
from timeline.stories.merging import merge
from timeline.stories.reports import Report
from timeline.stories.sketches import ArticleSketch
from timeline.story_saving import save_stories
from timeline.values.article import Published
from timeline.values.dates import TimeExpression
from timeline.values.events import Event, Mention

#: Articles that new ones are compared with: the newest so many. Older stories rest.
NEWEST = 20_000

#: How much the archive may grow before the rarity of words is taken anew.
RELEARN = 1.2


class StoryBook:
    """Which story each article is in, and of which it is a copy, as far as new ones are compared with them."""

    def __init__(self) -> None:
        self._stream = StoryStream(story_weights())
        self._copies = CopyFinder()
        self._sketches: list[ArticleSketch] = []
        self._fresh: list[ArticleSketch] = []
        self._learned = 0
        self._seen_id = 0

    def catch_up(self, finder: Finder) -> None:
        """Take in the articles that are stored and not known here: all at first, later those of other writers."""
        found = finder.sketches(after_id=self._seen_id, newest=NEWEST)
        if not found:
            return
        self._seen_id = found[-1][0]
        known = finder.story_of_articles(record["key"] for _, record in found)
        sketches = [ArticleSketch.from_record(record) for _, record in found]
        unknown = [one for one in sketches if self._stream.story_of(one.key) is None and one.key in known]
        self._learn(unknown)
        for one in unknown:
            self._copies.add(one)
            self._stream.add(one, known[one.key])

    def seen(self, article_id: int) -> None:
        """Note that all articles up to this row number are known here."""
        self._seen_id = max(self._seen_id, article_id)

    def add(self, sketch: ArticleSketch) -> str | None:
        """Take in an article; the key of its original comes back when it is a copy. ``settle`` finds its story."""
        self._fresh.append(sketch)
        return self._copies.add(sketch)

    def settle(self) -> tuple[dict[str, str | None], dict[str, str]]:
        """The story of each article added since the last time, and the new story of stored articles that moved."""
        fresh, self._fresh = self._fresh, []
        before = {one.key: self._stream.story_of(one.key) for one in self._sketches}
        self._learn(fresh)
        for one in fresh:
            self._stream.add(one, None, self._copies.originals.get(one.key))
        moved = {key: now for key, old in before.items() if (now := self._stream.story_of(key)) != old and now and old}
        return {one.key: self._stream.story_of(one.key) for one in fresh}, moved

    def _learn(self, more: Sequence[ArticleSketch]) -> None:
        """Take the rarity of words anew when there are many more articles than the last time."""
        self._sketches += more
        if len(self._sketches) > RELEARN * self._learned:
            self._stream.learn(self._sketches)
            self._learned = len(self._sketches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """What came of putting together.

    Attributes:
        events: All events of the stories in question, as they are now.
        new: Keys of those that were not there before.
        gone: Keys of those that are no longer there, merged into others or without mentions.
        changed: How many others a reader sees changed.
        stories: Size of each story that is new or changed, by slug.
        removed: Slugs of stories that went into others.
    """

    events: tuple[Event, ...] = ()
    new: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    changed: int = 0
    stories: Mapping[str, int] | None = None
    removed: frozenset[str] = frozenset()


def assemble(
    store: Store,
    finder: Finder,
    fresh: Mapping[str, Sequence[StoredMention]],
    *,
    story_of: Mapping[str, str | None],
    moved: Mapping[str, str] | None = None,
) -> Assembled:
    """Put together and store the events and stories that some articles touch.

    Args:
        store: Of the transaction; the articles' own rows are in it or stored.
        finder: On the same connection.
        fresh: Mentions of each article as they are now, where that differs from what is stored.
        story_of: Story of each article in question; None for an article that is in none.
        moved: New story of stored articles whose story became one with another.
    """
    if not story_of:
        return Assembled()
    members, merged_away = _members(finder, story_of, moved or {})
    mentions = {one.mention.key: one for one in finder.mentions(key for key in members if key not in fresh)}
    mentions |= {one.mention.key: one for kept in fresh.values() for one in kept}
    known = store.known_events | {key: one.event_key for key, one in mentions.items() if one.event_key}
    copies = finder.copies(members) | store.fresh_copies
    reports = [
        Report(
            article_key=one.article_key,
            mention=one.mention,
            published_on=one.published_on,
            outlet=one.outlet_key,
            story=members.get(one.article_key),
            cue=one.cue,
        )
        for one in mentions.values()
    ]
    merged = merge(reports, known, copies)
    events = _with_edits(finder, merged)
    already = store.stored_events(event.key for event in events)
    story_of_event = {event.key: members.get(event.article_keys[0]) for event in events}
    _, changed = store.save_events(
        events,
        before=set(known.values()),
        story_of=story_of_event,
        stored_mentions=mentions,
        outlet_names=finder.outlet_names(_in_conflict(events)) | store.fresh_outlets,
        hidden=frozenset(event.key for event in events if is_hidden(event)),
    )
    for event in merged:
        for alias in event.aliases:
            store.redirect(alias, event.key, "merged")
    store.flush()
    stories, removed = save_stories(store, finder, events, members, story_of_event, merged_away)
    store.flush()
    return Assembled(
        events=events,
        new=frozenset(event.key for event in events if event.key not in already),
        gone=frozenset(set(known.values()) - set(story_of_event)),
        changed=changed,
        stories=stories,
        removed=removed,
    )


def reassemble(store: Store, finder: Finder, article_keys: Iterable[str]) -> None:
    """Put the events of some stored articles together again."""
    keys = sorted(set(article_keys))
    stories = finder.story_of_articles(keys)
    assemble(store, finder, {}, story_of={key: stories.get(key) for key in keys})


def dated_again(
    timexes: Sequence[TimeExpression], mentions: Sequence[Mention], published: Published
) -> tuple[tuple[TimeExpression, ...], tuple[Mention, ...]]:
    """Expressions and mentions as they are when an article was published then; from stored values, without its text."""
    resolved = temporal.resolve(timexes, published.on)
    return resolved, events_room.redate(mentions, resolved, published.on)


def _members(
    finder: Finder, story_of: Mapping[str, str | None], moved: Mapping[str, str]
) -> tuple[dict[str, str | None], dict[str, str]]:
    """The story of every article in question, and where the keys of stories that went into others lead."""
    stored_before = finder.story_of_articles(moved)
    merged_away = {old: moved[article] for article, old in stored_before.items() if old != moved[article]}
    keys = {key for key in story_of.values() if key is not None} | set(moved.values()) | set(merged_away)
    members: dict[str, str | None] = {
        article: merged_away.get(key, key) for article, key in finder.story_articles(keys).items()
    }
    return members | {article: merged_away.get(key or "", key) for article, key in story_of.items()}, merged_away


def _with_edits(finder: Finder, merged: Sequence[Event]) -> tuple[Event, ...]:
    """The events with the names they once had and with what people changed."""
    stored = finder.aliases(name for event in merged for name in (event.key, *event.aliases))
    living = {event.key for event in merged}
    aliases = {
        event.key: sorted(
            {alias for name in (event.key, *event.aliases) for alias in (*stored.get(name, ()), *event.aliases)}
            - living
        )
        for event in merged
    }
    edits = finder.edits_of([event.key for event in merged], aliases)
    return tuple(
        overlay(replace(event, aliases=tuple(aliases[event.key])), edits.get(event.key, ())) for event in merged
    )


def _in_conflict(events: Iterable[Event]) -> set[str]:
    return {
        key for event in events for clash in event.conflicts for value in clash.values for key in value.article_keys
    }
