"""The one story, event or article that a name means, or an error that proposes near names."""

from __future__ import annotations

from difflib import get_close_matches

from timeline.errors import NotFound
from timeline.storage.finder import Finder
from timeline.values.stories import Story

#: Near names that an error proposes.
_NEAR_NAMES = 3


def story(finder: Finder, name: str) -> Story:
    """The one story that a name means."""
    ids = finder.story_ids(name)
    if len(ids) == 1:
        return finder.stories(ids)[0]
    if ids:
        slugs = ", ".join(story.slug for story in finder.stories(ids[:_NEAR_NAMES]))
        raise NotFound(f"{name!r} could be any of {len(ids)} stories, such as {slugs}; name more of it", key=name)
    near = get_close_matches(name, finder.all_slugs(), n=_NEAR_NAMES)
    hint = f"did you mean {' or '.join(near)}?" if near else "see `timeline stories`"
    raise NotFound(f"there is no story {name!r}; {hint}", key=name)


def event_id(finder: Finder, name: str) -> int:
    """The one event that a name means."""
    ids = finder.event_ids_named(name)
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise NotFound(f"{name!r} could be any of {len(ids)} events; name more of it", key=name)
    raise NotFound(f"there is no event {name!r}; see `timeline events`", key=name)


def article_key(finder: Finder, name: str) -> str:
    """The key of the one article that a name means."""
    found = finder.article_key(name)
    if found is None:
        raise NotFound(f"there is no article {name!r}, or it names several; see the table articles", key=name)
    return found
