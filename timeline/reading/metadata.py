"""What a web page declares of itself: JSON-LD, ``meta`` names, ``time`` elements, the canonical address.

What comes in: a parsed page. What goes out: ``Found`` without paragraphs. Footers, comments, lists of other articles
and ``og:updated_time`` say nothing of the day of publication and are not asked. Not decided here: which of several
grounds is the stronger (``timeline.reading.pubdate``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from timeline.lexicons.furniture import furniture_lexicon
from timeline.reading.assembly import Found
from timeline.reading.bylines import read_byline
from timeline.reading.dates import read_phrase
from timeline.reading.identity import canonical_address
from timeline.reading.linked_data import article_object, bare, linked_objects, name_in, text_in
from timeline.reading.markup import is_inside_aside, words_of
from timeline.reading.page_dates import page_dates

_DECK = re.compile(
    r"(?:^|[\s_-])(?:deck|dek|standfirst|sub-?title|sub-?head(?:line|ing)?|summary|lede?|teaser|excerpt|strapline)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|writer|credit-?line|post-?meta|meta)(?:$|[\s_-])", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s+[|\-–—·•:»]\s+")
_LONG_PARAGRAPH = 140


def declared(root: Any, url: str | None = None) -> Found:
    """What a page says of itself, everything that is not declared left unknown."""
    metas = _metas(root)
    address = _canonical(root, metas, url)
    headlines = [value for value in (metas.get("og:title"), _heading(root)) if value]
    linked = article_object(list(linked_objects(root)), address, headlines)
    source = metas.get("og:site_name") or name_in(linked.get("publisher")) or metas.get("application-name")
    title = text_in(linked.get("headline")) or metas.get("og:title") or metas.get("twitter:title") or _heading(root)
    title = title or _text_of_first(root, ".//title")
    language = _language(root, linked, metas)
    published, modified = page_dates(root, linked, metas, _heading(root), language)
    return Found(
        title=_without_site(title, source),
        subtitle=text_in(linked.get("alternativeHeadline")) or _deck(root),
        authors=_authors(root, linked, metas),
        published=tuple(published),
        modified=modified,
        source=source,
        url=url,
        canonical=address,
        language=language,
    )


def _metas(root: Any) -> dict[str, str]:
    """Content of ``meta`` elements by lower-case name; the first of a name counts."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                metas.setdefault(name, " ".join(content.split()))
    return metas


def _canonical(root: Any, metas: Mapping[str, str], url: str | None) -> str | None:
    """The address the page names as its own, when it is one of a page and not of the front page."""
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return canonical_address(urljoin(url or "", link.get("href")))
    return canonical_address(metas["og:url"]) if "og:url" in metas else None


def _authors(root: Any, linked: Mapping[str, Any], metas: Mapping[str, str]) -> tuple[str, ...]:
    """Names of the authors: declared, else from the visible byline."""
    given = linked.get("author")
    people = given if isinstance(given, list) else [given]
    names = [name for person in people if (name := name_in(person))]
    if not names:
        names = [
            metas[key]
            for key in ("article:author", "author", "parsely-author", "dc.creator")
            if _is_person(metas.get(key))
        ][:1]
    lexicon = furniture_lexicon()
    parsed: list[str] = []
    for name in names:
        byline = read_byline(f"By {_without_by(name)}", lexicon)
        parsed += byline.authors if byline is not None and byline.authors else (_without_by(name),)
    if parsed:
        return tuple(dict.fromkeys(parsed))
    for element in root.iter("p", "div", "span", "address", "a"):
        is_byline = _BYLINE.search(element.get("class") or "") or element.get("rel") == "author"
        if not is_byline or is_inside_aside(element):
            continue
        words = words_of(element)
        for part in re.split(r"\s*[|•·]\s*", words):
            byline = read_byline(part, lexicon) or (
                read_byline(f"By {part}", lexicon) if element.get("rel") == "author" else None
            )
            if byline is not None and byline.authors:
                return byline.authors
    return ()


def _is_person(value: str | None) -> bool:
    return bool(value) and "://" not in (value or "") and "@" not in (value or "")


def _without_by(name: str) -> str:
    return re.sub(r"\A\s*by\s+", "", name, flags=re.IGNORECASE).strip()


def _deck(root: Any) -> str | None:
    """The line under the headline, where its class says that it is one."""
    heading = root.find(".//h1")
    if heading is None:
        return None
    for element in heading.xpath("following::*[self::p or self::h2 or self::div or self::span][position() <= 6]"):
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        words = words_of(element)
        if _DECK.search(names) and words and len(words) <= 2 * _LONG_PARAGRAPH and read_phrase(words) is None:
            return words
    return None


def _language(root: Any, linked: Mapping[str, Any], metas: Mapping[str, str]) -> str | None:
    declared_language = linked.get("inLanguage")
    page = root if root.tag == "html" else root.getroottree().getroot()
    values = (
        page.get("lang"),
        declared_language,
        metas.get("og:locale"),
        metas.get("language"),
        metas.get("content-language"),
    )
    for value in values:
        if isinstance(value, str) and re.match(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*\Z", value.strip()):
            return value.strip().replace("_", "-")
    return None


def _heading(root: Any) -> str | None:
    for element in root.iter("h1"):
        words = words_of(element)
        if words and not is_inside_aside(element):
            return words
    return _text_of_first(root, ".//h1")


def _text_of_first(root: Any, path: str) -> str | None:
    element = root.find(path)
    return None if element is None else " ".join((element.text_content() or "").split()) or None


def _without_site(title: str | None, source: str | None) -> str | None:
    """The title without the name of the site behind (or before) it."""
    if not title:
        return None
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    if source:
        site = bare(source).removeprefix("the")
        for place, kept in ((-1, slice(None, -1)), (0, slice(1, None))):
            if bare(parts[place]).removeprefix("the") in (site, f"{site}com"):
                rest = parts[kept]
                return title[title.index(rest[0]) : title.rindex(rest[-1]) + len(rest[-1])]
    return title
