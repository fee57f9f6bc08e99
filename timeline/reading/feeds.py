"""RSS and Atom feeds to articles, an item each.

What comes in: the bytes of a feed. What goes out: articles, or a ``Failure`` for an item that holds none.
feedparser is imported when the first feed is read. Not decided here: what is furniture in an item's text
(``webpage``, ``plaintext``).
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from timeline.errors import ReadingError
from timeline.lexicons.furniture import furniture_lexicon
from timeline.reading.assembly import Found, Setting
from timeline.reading.bylines import read_byline
from timeline.reading.identity import canonical_address
from timeline.reading.markup import parse, words_of
from timeline.reading.pubdate import read_declared
from timeline.reading.webpage import read_fragment
from timeline.values.article import Article, Failure, Published

_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_DECK_LONGEST = 200


def read(raw: bytes, setting: Setting | None = None) -> Iterator[Article | Failure]:
    """The articles of a feed, in its order.

    The full text of an item is preferred to its summary; its id is kept; the feed's title is the outlet.

    Raises:
        ReadingError: It is no feed, or a feed without items.
    """
    import feedparser

    setting = setting or Setting(format="feed", where="the feed")
    feed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        reason = "it holds no items" if feed.version else f"it is no feed ({feed.get('bozo_exception', 'no items')})"
        raise ReadingError(f"{setting.where}: {reason}; check the file", path=setting.path)
    outlet = _text(feed.feed.get("title"))
    language = _text(feed.feed.get("language"))
    for number, entry in enumerate(feed.entries, 1):
        yield _article(entry, outlet, language, replace(setting, where=f"{setting.where} item {number}"))


def _article(entry: Any, outlet: str | None, language: str | None, setting: Setting) -> Article | Failure:
    contents = [part.get("value", "") for part in entry.get("content", ())]
    summary = entry.get("summary") or ""
    body = max(contents, key=len, default="") or summary
    title = _heading(entry.get("title"))
    if not body.strip() and not title:
        return Failure(path=setting.path or "", where=setting.where, reason="the item has neither text nor title")
    source = entry.get("source") or {}
    language = _text((entry.get("content") or [{}])[0].get("language")) or language
    known = Found(
        title=title,
        subtitle=_deck(summary, body),
        authors=_authors(entry),
        published=_dates(entry, language, "published", "created"),
        modified=next(iter(_dates(entry, language, "updated")), Published()),
        source=_text(source.get("title")) or outlet,
        url=_address(entry.get("link")),
        record_id=_text(entry.get("id")),
        language=language,
    )
    try:
        article = read_fragment(body, setting, known=known)
    except ReadingError as error:
        return Failure(path=setting.path or "", where=setting.where, reason=str(error))
    return article


def _dates(entry: Any, language: str | None, *names: str) -> tuple[Published, ...]:
    """The stated moments, with the offsets they were written with."""
    found = []
    for name in names:
        # feedparser answers for "updated" with "published" when that is missing; only what is there counts.
        value = dict.get(entry, name)
        stated = read_declared(str(value), basis="feed", language=language) if value else None
        if stated is not None:
            found.append(stated)
    return tuple(found)


def _deck(summary: str, body: str) -> str | None:
    """The summary as subtitle, when it is one line that the full text does not hold."""
    if not summary.strip() or summary == body:
        return None
    root = parse(summary)
    words = words_of(root) if root is not None else ""
    if not words or len(words) > _DECK_LONGEST or words.endswith(("...", "…", "[…]")):
        return None
    full = parse(body)
    return None if full is None or words.rstrip(".") in words_of(full) else words


def _authors(entry: Any) -> tuple[str, ...]:
    names = [_text(person.get("name")) for person in entry.get("authors", ())] or [_text(entry.get("author"))]
    lexicon = furniture_lexicon()
    parsed: list[str] = []
    for name in names:
        if name is None:
            continue
        byline = read_byline(f"By {name.removeprefix('By ')}", lexicon)
        parsed += byline.authors if byline is not None and byline.authors else (name,)
    return tuple(parsed)


def _heading(value: Any) -> str | None:
    """A title, which may be HTML: references read, tags left out."""
    text = html.unescape(_text(value) or "")
    if _TAG.search(text):
        root = parse(text)
        text = words_of(root) if root is not None else ""
    return text or None


def _address(link: Any) -> str | None:
    """The link of an item; feedparser also answers with the id, which need not be an address."""
    return link if isinstance(link, str) and canonical_address(link) is not None else None


def _text(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
