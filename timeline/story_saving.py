"""Stories stored anew from their articles and events: title, slug, days, sources, and where merged stories lead.

In come events and the story of each article and event, out go rows. Which articles are one story, and which mentions
one event, is decided before, in ``timeline.assembly``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from timeline.storage.finder import Finder
from timeline.storage.store import Store
from timeline.stories import naming
from timeline.values.events import SALIENCES, Event
from timeline.values.stories import Story


def save_stories(
    store: Store,
    finder: Finder,
    events: Sequence[Event],
    members: Mapping[str, str | None],
    story_of_event: Mapping[str, str | None],
    merged_away: Mapping[str, str],
) -> tuple[dict[str, int], frozenset[str]]:
    """Store the stories anew from their articles and events; sizes of those that changed, and slugs of those that
    went."""
    removed = set()
    titles = finder.titles(members)
    for old, new in merged_away.items():
        slug = finder.slug(old)
        store.remove_story(old)
        store.redirect(old, new, "merged")
        if slug is not None:
            store.redirect(slug, new, "merged")
            removed.add(slug)
    articles_of: dict[str, list[str]] = defaultdict(list)
    for article in titles:
        if (key := members[article]) is not None:
            articles_of[key].append(article)
    told: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if (key := story_of_event[event.key]) is not None:
            told[key].append(event)
    taken = _TakenSlugs(finder)
    stories = [_story(key, article_keys, told[key], titles, finder, taken) for key, article_keys in articles_of.items()]
    sort_keys = {event.key: event.date.sort_key if event.date else None for event in events}
    changed = store.save_stories(stories, event_sort_keys=sort_keys)
    return {story.slug: len(story.article_keys) for story in stories if story.key in changed}, frozenset(removed)


def _story(
    key: str,
    article_keys: Sequence[str],
    events: Sequence[Event],
    titles: Mapping[str, tuple[str | None, str | None, str | None]],
    finder: Finder,
    taken: _TakenSlugs,
) -> Story:
    weightiest = sorted(events, key=_weight)
    title = naming.story_title([titles[article][0] for article in article_keys], [one.title for one in weightiest])
    languages = Counter(language for article in article_keys if (language := titles[article][1]))
    near = [event.date for event in events if event.date is not None and event.salience != "background"]
    near = near or [event.date for event in events if event.date is not None]
    days = [day for when in near for day in (when.first_day, when.last_day) if day is not None]
    return Story(
        key=key,
        slug=finder.slug(key) or taken.add(naming.slug(title, taken)),
        title=title,
        status="ongoing",
        article_keys=tuple(article_keys),
        event_keys=tuple(event.key for event in events),
        first_day=str(min(days)) if days else None,
        last_day=str(max(days)) if days else None,
        language=languages.most_common(1)[0][0] if languages else None,
        source_count=len({titles[article][2] or article for article in article_keys}),
    )


def _weight(event: Event) -> tuple[int, bool, int, int]:
    """The weightiest event first: a salient one, told as it happened, early in its article."""
    first = event.mentions[0]
    return SALIENCES.index(event.salience), event.factuality != "happened", first.sentence, first.start


class _TakenSlugs(Collection[str]):
    """The slugs that stories have or had, asked for one by one, and those that are given out now."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._given: set[str] = set()

    def add(self, slug: str) -> str:
        """Give a slug out."""
        self._given.add(slug)
        return slug

    def __contains__(self, slug: object) -> bool:
        return slug in self._given or self._finder.slug_is_taken(str(slug))

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0
