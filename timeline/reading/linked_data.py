"""JSON-LD in a page: the object that describes its article.

What comes in: a parsed page. What goes out: the article's object with its properties as they stand. Objects of other
articles in lists are not taken for it. Not decided here: what a property is used for (``timeline.reading.metadata``).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timeline.reading.identity import canonical_address

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|Review)$")
_NOT_ARTICLES = frozenset(("ItemList", "BreadcrumbList", "JobPosting"))
_COMMENT = re.compile(r"^\s*(?:<!--|/\*<!\[CDATA\[\*/|//<!\[CDATA\[)|(?:-->|/\*\]\]>\*/|//\]\]>)\s*$")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")


def article_body(root: Any) -> str | None:
    """The text that JSON-LD carries along, for pages whose markup shows none."""
    body = article_object(list(linked_objects(root)), None, ()).get("articleBody")
    return body if isinstance(body, str) and body.strip() else None


def linked_objects(root: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of all JSON-LD scripts, those in ``@graph`` and lists too, in page order."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = _COMMENT.sub("", script.text_content() if script.text is None else script.text)
        try:
            content = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            try:
                content = json.loads(_TRAILING_COMMA.sub(r"\1", text), strict=False)
            except (ValueError, RecursionError):
                continue
        waiting = [content]
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting = [*item, *waiting]
            elif isinstance(item, Mapping):
                yield item
                inner = [item.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage")]
                waiting = [*(part for part in inner if isinstance(part, list | Mapping)), *waiting]


def article_object(
    objects: Iterable[Mapping[str, Any]], address: str | None, headlines: Iterable[str]
) -> Mapping[str, Any]:
    """The object that describes this page's article; with several, the one with its address or headline."""
    articles = [item for item in objects if _is_article(item)]
    if len(articles) > 1:
        wanted = {bare(headline) for headline in headlines}
        for item in articles:
            page = item.get("mainEntityOfPage")
            page = page.get("@id") if isinstance(page, Mapping) else page
            addresses = [value for value in (page, item.get("url"), item.get("@id")) if isinstance(value, str)]
            if address is not None and any(canonical_address(value) == address for value in addresses):
                return item
        for item in articles:
            if bare(text_in(item.get("headline")) or "") in wanted:
                return item
    return articles[0] if articles else {}


def _is_article(item: Mapping[str, Any]) -> bool:
    types = item.get("@type")
    names = [types] if isinstance(types, str) else types if isinstance(types, list) else []
    return any(isinstance(name, str) and _ARTICLE_TYPE.search(name) and name not in _NOT_ARTICLES for name in names)


def name_in(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        value = value.get("name")
        value = value[0] if isinstance(value, list) and value else value
    return text_in(value) if isinstance(value, str) and "://" not in value else None


def text_in(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split()) or None


def bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
