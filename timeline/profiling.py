"""What is told of actors: lists with counts, and one actor with its names, titles and what people changed.

In come values of one finder; which actors are asked for is decided in ``timeline.query``, which titles contradict each
other in ``timeline.actors.titles``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline import query
from timeline.actors.titles import contradictions
from timeline.lexicons.actor_flags import DETERMINER, NUMBER, PRONOUN
from timeline.lexicons.actors import actor_lexicon
from timeline.query import ActorCriteria
from timeline.storage import actor_counts
from timeline.storage.finder import Finder
from timeline.storage.recasting import public, touched
from timeline.values.actors import Actor
from timeline.values.article import Article
from timeline.values.profiles import ActorOverview, ActorProfile, NameUse, Naming, TitleUse

#: Kinds whose name is a name, when it begins like one.
_NAMED_KINDS = ("person", "organisation", "country")

#: Likely doubles of one actor that are proposed.
_MOST_ALIKE = 5

#: Words before those who are counted or owned: "many", "thousands", "its".
_COUNTED = DETERMINER | NUMBER | PRONOUN


def overviews(finder: Finder, criteria: ActorCriteria, story_id: int | None) -> tuple[ActorOverview, ...]:
    """The actors asked for with their counts: those of most events first."""
    rows = query.actor_rows(finder.connection, criteria, story_id=story_id)
    known = finder.actors_in([row.id for row in rows])
    found = (
        ActorOverview(
            actor=known[row.id],
            event_count=row.events,
            article_count=row.articles,
            first_day=row.first_day,
            last_day=row.last_day,
        )
        for row in rows
    )
    kept = [one for one in found if not criteria.named or (one.event_count and has_name(one.actor))]
    return tuple(kept if criteria.limit is None else kept[: criteria.limit])


def has_name(actor: Actor) -> bool:
    """Whether an actor has a name of its own: "Jane Firth" and "Israeli officials" have, "two men" has not.

    Words for people are the same in every story, and so are their keys: "police" of one is not "police" of another, nor
    are "thousands of Americans" of one those of another.
    """
    first = actor.name.partition(" ")[0].lower()
    if actor.name[:1].isdigit() or actor_lexicon().words.get(first, 0) & _COUNTED:
        return actor.kind in ("person", "country")
    if any(letter.isupper() for letter in actor.name[1:]):
        return True
    if not actor.name[:1].isupper():
        return False
    people = actor.kind == "group" and " " not in actor.name and first not in actor_lexicon().roles
    return actor.country is not None or actor.kind in _NAMED_KINDS or people  # "Iowans", but not "Rescued miners"


def profile(finder: Finder, key: str) -> ActorProfile:
    """All that is known of the actor with this public key."""
    actor_id = finder.actor_id(key)
    rows = [] if actor_id is None else query.actor_rows(finder.connection, ActorCriteria(), actor_ids=(actor_id,))
    actor = finder.actors((key.removeprefix("ac_"),))[0]
    namings = finder.namings(key)
    articles = finder.articles({naming.article_key for naming in namings})
    titles = _titles(namings, articles)
    concerned = touched(finder.actor_edits(), key)[0]
    return ActorProfile(
        overview=ActorOverview(
            actor=actor,
            event_count=rows[0].events if rows else 0,
            article_count=rows[0].articles if rows else 0,
            first_day=rows[0].first_day if rows else None,
            last_day=rows[0].last_day if rows else None,
        ),
        names=_names(actor, namings),
        titles=titles,
        conflicts=contradictions(titles, actor_lexicon()),
        edits=tuple(edit for edit in finder.actor_edits() if edit.active and edit.target_key in concerned),
        perhaps_same=_perhaps_same(finder, actor, articles),
    )


def _perhaps_same(finder: Finder, actor: Actor, articles: Iterable[str]) -> tuple[Actor, ...]:
    """Actors of the same kind and stories whose name is part of this one's, or has it as a part; the likeliest first.

    "Josef" and "Josef Brask", "City Hall" and "Kelmouth City Hall"; not two whose countries differ.
    """
    if actor.kind not in ("person", "organisation"):
        return ()
    own = set(actor.name.casefold().split())
    near = {one for word in own for one in actor_counts.ids_with(finder.connection, (word,))}
    stories = set(finder.story_of_articles(articles).values())
    found = []
    for other in finder.actors_in(near).values():
        words = set(other.name.casefold().split())
        alike = other.key != actor.key and other.kind == actor.kind and (words <= own or own <= words)
        if not alike or (other.country and actor.country and other.country != actor.country):
            continue
        there = finder.story_of_articles(finder.articles_of_actor(public(other.key)))
        if not stories.isdisjoint(there.values()):
            found.append(other)
    return tuple(sorted(found, key=lambda other: (len(other.name.split()), other.key))[:_MOST_ALIKE])


def _names(actor: Actor, namings: Iterable[Naming]) -> tuple[NameUse, ...]:
    """Each name with the number of articles that use it, the most used first; those that people added have none."""
    used: dict[str, set[str]] = {actor.name: set()}
    for naming in namings:
        for name in (naming.name, *naming.aliases):
            used.setdefault(name, set()).add(naming.article_key)
    for alias in actor.aliases:
        used.setdefault(alias, set())
    found = [NameUse(name=name, article_count=len(keys)) for name, keys in used.items()]
    return tuple(sorted(found, key=lambda use: (-use.article_count, use.name)))


def _titles(namings: Iterable[Naming], articles: Mapping[str, Article]) -> tuple[TitleUse, ...]:
    """Each title that an article gives, with the words that do; one whose words are not beside the actor's is left
    out."""
    found = []
    for naming in namings:
        article = articles[naming.article_key]
        for title in naming.titles:
            place = _place_of(title, naming, article.text)
            if place is not None:
                start, end = place
                found.append(
                    TitleUse(
                        title=title,
                        article_key=article.key,
                        start=start,
                        end=end,
                        quote=article.text[start:end],
                        published=None if article.published.on is None else str(article.published.on),
                        source=article.outlet.name if article.outlet else None,
                    )
                )
    return tuple(sorted(found, key=lambda use: (use.published or "9999", use.article_key, use.start)))


def _place_of(title: str, naming: Naming, text: str) -> tuple[int, int] | None:
    """Where the words stand that give a title: in the span that has them, else just before or behind one."""
    for span in naming.spans:
        if title in text[span.start : span.end]:
            return span.start, span.end
    for span in naming.spans:
        start = max(0, span.start - len(title) - len(", the "))
        place = text.find(title, start, span.end + len(title) + len(", the "))
        if place >= 0:
            return min(place, span.start), max(place + len(title), span.end)
    return None
