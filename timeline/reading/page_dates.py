"""When a page was published and changed: what JSON-LD, ``meta`` names and ``time`` elements declare, else a date line.

What comes in: a parsed page, its JSON-LD and its ``meta`` names. What goes out: candidates for the day of
publication, strongest first, and the last change. Footers, comments, lists of other articles and ``og:updated_time``
say nothing of the day of publication. Not decided here: which candidate is taken (``timeline.reading.pubdate``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from timeline.lexicons.furniture import furniture_lexicon
from timeline.reading.foreign_dates import LONGEST
from timeline.reading.lines import cut
from timeline.reading.markup import is_inside_aside, paragraphs
from timeline.reading.pubdate import read_declared
from timeline.reading.signature import read_date_at
from timeline.values.article import Published

#: Names of ``meta`` elements that declare the day of publication, strongest first, lower case.
_PUBLISHED_NAMES = [
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "rnews:datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publication-date",
    "publicationdate",
    "originalpublicationdate",
    "article_date_original",
    "article.published",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.created",
    "citation_publication_date",
    "date-publish",
    "date_published",
    "date",
]
_MODIFIED_NAMES = [
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "article:modified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "modified_time",
]
_CHANGED = re.compile(r"modif|updat|chang|edit", re.IGNORECASE)
_HEAD_LINES = 40
_LONG_PARAGRAPH = 140


def page_dates(
    root: Any, linked: Mapping[str, Any], metas: Mapping[str, str], title: str | None, language: str | None = None
) -> tuple[list[Published], Published]:
    """Candidates for the day of publication, strongest first, and the last change."""
    stated = [linked.get("datePublished"), *(metas.get(name) for name in _PUBLISHED_NAMES), linked.get("dateCreated")]
    published = [
        found
        for value in stated
        if isinstance(value, str) and (found := read_declared(value, basis="metadata", language=language))
    ]
    changed = [linked.get("dateModified"), *(metas.get(name) for name in _MODIFIED_NAMES)]
    modified = [
        found
        for value in changed
        if isinstance(value, str) and (found := read_declared(value, basis="metadata", language=language))
    ]
    if not published:
        shown, shown_change = _time_elements(root, language)
        published += shown
        modified += shown_change
    if not published:
        published += _visible(root, title, language)
    return published, modified[0] if modified else Published()


def _time_elements(root: Any, language: str | None) -> tuple[list[Published], list[Published]]:
    """Days of ``time`` elements above the report: those that are marked as the publication first."""
    marked: list[Published] = []
    plain: list[Published] = []
    changed: list[Published] = []
    for element in root.iter("time", "span", "meta"):
        value = element.get("datetime") or (element.get("content") if element.get("itemprop") else None)
        if not value or is_inside_aside(element) or _is_of_another(element):
            continue
        found = read_declared(value, basis="metadata", language=language)
        if found is None:
            continue
        parent = element.getparent()
        before = (
            parent.text_content()[:LONGEST] if parent is not None and parent.tag in ("p", "span", "div", "li") else ""
        )
        names = " ".join(
            (
                element.get("class") or "",
                element.get("itemprop") or "",
                parent.get("class") or "" if parent is not None else "",
            )
        )
        if (
            _CHANGED.search(element.get("itemprop") or "")
            or _CHANGED.search(names)
            or _CHANGED.match(before.strip()[:20])
        ):
            changed.append(found)
        elif "datepublished" in names.lower() or element.get("pubdate") is not None or "publish" in names.lower():
            marked.append(found)
        elif element.tag == "time":
            plain.append(found)
    return [*marked, *plain[:1]], changed


def _is_of_another(element: Any) -> bool:
    """Whether an element stands in a list or link, as the dates of other articles do."""
    return any(parent.tag in ("li", "a", "table", "blockquote") for parent in element.iterancestors())


def _visible(root: Any, title: str | None, language: str | None) -> list[Published]:
    """Dates of date lines between the headline and the first long paragraph."""
    lexicon = furniture_lexicon()
    seen_heading = root.find(".//h1") is None
    phrases = []
    body = root.find("body") if root.find("body") is not None else root
    for number, line in enumerate(paragraphs(body, skip_asides=True)):
        if number > _HEAD_LINES * 2 or (seen_heading and len(line) > _LONG_PARAGRAPH):
            break
        seen_heading = seen_heading or line == title
        cut_line = cut(line)
        if len(line) > LONGEST or not cut_line:
            continue
        stated = read_date_at(cut_line[0], lexicon, language)
        if stated is not None:
            phrases += [phrase for phrase in stated.dates if phrase.label in ("", "published")]
    phrases.sort(key=lambda phrase: phrase.label != "published")
    return [found for phrase in phrases if (found := phrase.published("dateline")) is not None]
