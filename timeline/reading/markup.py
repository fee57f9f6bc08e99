"""HTML to lines of text: what a reader sees of an element, one line a paragraph, with what is plainly not the article
left out.

What comes in: HTML, or an element of a parsed page. What goes out: its paragraphs. lxml is imported when the first
page is read. Not decided here: which lines are the article (``webpage``, ``plaintext``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "embed",
        "canvas",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "head",
        "audio",
        "video",
    ]
)
#: Elements that never hold the article's own sentences.
_ASIDE = frozenset(["nav", "footer", "aside", "form", "dialog", "menu"])
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|related|recommend\w*|share|sharing|social|promo\w*|newsletter\w*|cookies?|consent|gdpr|banner|"
    r"advert\w*|ads?|sponsor\w*|footer|nav|navbar|navigation|menu|sidebar|breadcrumbs?|tags?|topics|most-?read|popular|trending|"
    r"subscri\w+|paywall|widget|teaser|outbrain|taboola|more-?(?:stories|from|on|news)|read-?(?:more|next)|site-?header|masthead|"
    r"skip|toolbar|pagination|author-?bio|print-only|hidden|visually-hidden|sr-only)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDE_ROLES = frozenset(["navigation", "banner", "contentinfo", "complementary", "dialog", "search", "menu", "alert"])
_KEPT = frozenset(["html", "body", "main", "article"])


def parse(html: str) -> Any:
    """The root element of a page or fragment, or None when there is nothing in it."""
    from lxml import etree
    from lxml import html as reader

    if not html.strip():
        return None
    try:
        # Bytes, because a str with an XML declaration that names an encoding is refused.
        return reader.document_fromstring(
            html.encode("utf-8", "replace"), parser=reader.HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def paragraphs(element: Any, *, skip_asides: bool = False) -> list[str]:
    """The lines of text below an element, in reading order; a block element begins a new one, and so does ``<br>``.

    With ``skip_asides`` menus, related articles, comments and the like are left out, by their tags and by the names of
    their classes.
    """
    lines: list[list[str]] = [[]]
    for piece in _pieces(element, skip_asides):
        if piece is None:
            if lines[-1]:
                lines.append([])
        else:
            lines[-1].append(piece)
    joined = (" ".join("".join(line).split()) for line in lines)
    return [line for line in joined if line]


def is_aside(element: Any) -> bool:
    """Whether an element is a menu, a footer, a list of other articles, comments or the like."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _KEPT:
        return False
    if tag in _ASIDE or element.get("aria-hidden") == "true" or element.get("hidden") is not None:
        return True
    if element.get("role", "") in _ASIDE_ROLES:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(names.strip()) and _ASIDE_NAMES.search(names) is not None


def is_inside_aside(element: Any) -> bool:
    """Whether an element stands in one that ``is_aside``."""
    return is_aside(element) or any(is_aside(parent) for parent in element.iterancestors())


def words_of(element: Any) -> str:
    """All text of an element on one line."""
    return " ".join(paragraphs(element))


def _pieces(element: Any, skip_asides: bool) -> Iterator[str | None]:
    """Pieces of text, and None where a line ends; without recursion, since pages nest deeply."""
    stack: list[Any] = [element]
    while stack:
        item = stack.pop()
        if item is None or isinstance(item, str):
            yield item
            continue
        if not isinstance(item.tag, str) or item.tag in _SILENT:
            continue
        if skip_asides and item is not element and is_aside(item):
            yield None
            continue
        is_block = item.tag in _BLOCKS
        later: list[Any] = [None] if is_block or item.tag == "br" else []
        if item.text:
            later.append(item.text)
        for child in item:
            later.append(child)
            if child.tail:
                later.append(child.tail)
        if is_block:
            later.append(None)
        stack.extend(reversed(later))
