"""The one story, event, article or actor that a name means, or an error that proposes near names."""

from __future__ import annotations

from difflib import get_close_matches

from timeline import query
from timeline.errors import NotFound
from timeline.storage import actor_counts
from timeline.storage.finder import Finder
from timeline.storage.mapping import ACTOR_PREFIX
from timeline.values.actors import Actor
from timeline.values.stories import Story

#: Near names that an error proposes.
_NEAR_NAMES = 3

#: Actors that share a name which an error names.
_NAMED = 6


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


def subject(finder: Finder, name: str) -> Story | Actor:
    """The story or actor that a name means: the whole of a story's key or slug, the key or whole name of an actor, the
    beginning of a slug, words of an actor's name; the first of these that names any.

    Raises:
        NotFound: There is neither, or there are several.
    """
    if name.startswith(ACTOR_PREFIX):
        return actor(finder, name)
    ids = finder.story_ids(name)
    for one in finder.stories(ids):
        if name in (one.key, one.slug, *one.aliases):
            return one
    people = actors_called(finder, name, partly=not ids)
    if len(people) == 1:
        return people[0]
    if ids:
        return story(finder, name)
    if people:
        return actor(finder, name)
    near = get_close_matches(name, finder.all_slugs(), n=_NEAR_NAMES) or near_actors(finder, name)
    hint = f"did you mean {' or '.join(near)}?" if near else "see `timeline stories` and `timeline actors`"
    raise NotFound(f"there is no story {name!r}, nor an actor of that name; {hint}", key=name)


def near_actors(finder: Finder, name: str) -> list[str]:
    """Keys of the actors whose name or key is nearly this."""
    names = {called.casefold(): key for key, called in finder.actor_names()}
    names |= {key: key for key in names.values()}
    return list(dict.fromkeys(names[one] for one in get_close_matches(name.casefold(), names, n=_NEAR_NAMES)))


def actor(finder: Finder, name: str) -> Actor:
    """The one actor that a key, a name, or words of one mean: ``ac_jane-firth``, "Jane Firth" or "Firth".

    Raises:
        NotFound: Nobody is called so, or several are; the message names them.
    """
    found = actors_called(finder, name)
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(f"ac_{one.key} ({one.name})" for one in found[:_NAMED])
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        raise NotFound(f"{name!r} could be any of {len(found)} actors: {named}{more}; name one by its key", key=name)
    near = near_actors(finder, name)
    hint = f"did you mean {' or '.join(near)}?" if near else "see `timeline actors`"
    raise NotFound(f"there is no actor {name!r}; {hint}", key=name)


def actors_called(finder: Finder, name: str, *, partly: bool = True) -> tuple[Actor, ...]:
    """All actors that a name means: by key or whole name, else, ``partly``, by words of a name."""
    if not name.strip():
        return ()
    found = finder.actors_in(query.actor_ids(finder.connection, (name,)))
    living = actor_counts.living(finder.connection, found)
    exact = tuple(one for actor_id, one in found.items() if actor_id in living)
    if exact or not partly:
        return exact
    words = name.casefold().split()
    return tuple(
        one
        for one in finder.actors_in(actor_counts.ids_with(finder.connection, words)).values()
        if any(set(words) <= set(called.casefold().split()) for called in (one.name, *one.aliases))
    )
