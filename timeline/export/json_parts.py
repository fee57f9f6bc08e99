"""Parts of the format timeline.story that need nothing but themselves: places, counts, conflicts, actors, articles.

In come values, out go objects as JSON takes them. Stories and events, which refer to each other, are written in
``to_json``.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from timeline.values.actors import Actor, Count, EventPlace
from timeline.values.article import Article, Outlet, Published
from timeline.values.events import Conflict
from timeline.values.stories import Story

FORMAT, VERSION = "timeline.story", "1.1"


Object = dict[str, Any]


def actor_id(key: str) -> str:
    """The public id of an actor: ``ac_john-kirby``."""
    return key if key.startswith("ac_") else f"ac_{key}"


def story_edtf(story: Story) -> str | None:
    """First to last day; open-ended while the story goes on."""
    if story.first_day is None:
        return None
    if story.status == "ongoing":
        return f"{story.first_day}/.."
    return story.first_day if story.first_day == story.last_day else f"{story.first_day}/{story.last_day or '..'}"


def place_object(place: EventPlace) -> Object:
    return {
        "name": place.name,
        "role": place.role,
        "kind": place.kind,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "quote": place.text,
    }


def count_object(count: Count) -> Object:
    return {
        "kind": count.kind,
        "minimum": count.minimum,
        "maximum": count.maximum,
        "approximate": count.approximate,
        "quote": count.text,
    }


def conflict_object(conflict: Conflict) -> Object:
    return {
        "field": conflict.field,
        "reason": conflict.reason,
        "values": [
            {"value": value.value, "article_ids": list(value.article_keys), "chosen": value.chosen}
            for value in conflict.values
        ],
    }


def actor_object(actor: Actor) -> Object:
    return {
        "id": actor_id(actor.key),
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "code": actor.code,
        "aliases": list(actor.aliases),
        "titles": list(actor.titles),
        "same_as": list(actor.same_as),
    }


def article_object(article: Article, *, with_text: bool) -> Object:
    made: Object = {
        "id": article.key,
        "title": article.title,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "record_id": article.record_id,
        "source": outlet_object(article.outlet),
        "authors": list(article.authors),
        "dateline": article.dateline,
        "wire": article.wire,
        "published": published_object(article.published),
        "modified": published_object(article.modified),
        "language": article.language,
        "correction": article.correction,
        "text_sha256": sha256(article.text.encode()).hexdigest(),
        "text_length": len(article.text),
    }
    return made | {"text": article.text} if with_text else made


def outlet_object(outlet: Outlet | None) -> Object | None:
    if outlet is None:
        return None
    return {"id": outlet.key, "name": outlet.name, "domain": outlet.domain, "language": outlet.language}


def published_object(published: Published) -> Object:
    return {"value": published.value, "precision": published.precision, "basis": published.basis}
