"""A web page to an article: what it declares of itself first, its text by trafilatura, furniture rules over that.

What comes in: HTML and what the caller knows of it. What goes out: an ``Article``. Comments, pull quotes and lists of
other articles are left out; where trafilatura finds nothing, the paragraphs of the page's main part are taken. Not
decided here: which declared date counts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from timeline.lexicons.furniture import furniture_lexicon
from timeline.reading import plaintext
from timeline.reading.assembly import Found, Setting
from timeline.reading.linked_data import article_body
from timeline.reading.markup import is_inside_aside, paragraphs, parse, words_of
from timeline.reading.metadata import declared
from timeline.values.article import Article

_CREDIT = re.compile(
    r"[\s(\[|–—-]*(?:(?:file |handout )?(?:photo|photograph|picture|image|credit|illustration)s?(?: credit)?"
    r"(?:\s?[:/]|\s+by\b|\s+courtesy)"
    r"|©|(?:AP|AFP|EPA|PA|Reuters|Getty(?: Images)?)\s?(?:/|Photo\b|Images\b)).*\Z",
    re.IGNORECASE,
)
_CREDIT_CLASS = re.compile(r"credit|source|copyright|photographer", re.IGNORECASE)
_ENOUGH = 0.5  # of the text that the page declares, or that its paragraphs hold
_SHORT = 250  # characters under which a second look is worth while


def read(html: str, setting: Setting | None = None, *, url: str | None = None, known: Found | None = None) -> Article:
    """The article of a page.

    Args:
        html: The page, decoded.
        setting: Where it comes from and what the caller says of it.
        url: Its address, where known.
        known: What is known from beside the page, as in a record: it beats what the page says.
    """
    setting = setting or Setting(format="html")
    root = parse(html)
    if root is None:
        return plaintext.read("", setting, known=known)
    found = _joined(known, declared(root, url or setting.choose("url", known.url if known else None)))
    captions, credited = _captions(root)
    text = _text(html, root)
    # Lines that are captions stand in their own list; a page's title is declared, so it is looked for and not guessed.
    lines = [line for line in text.split("\n") if line.strip() and line.strip() not in captions]
    return plaintext.read("\n\n".join(lines), setting, known=_with_pictures(found, captions, credited))


def read_fragment(html: str, setting: Setting, *, known: Found | None = None) -> Article:
    """The article of a piece of HTML, as feeds and dumps carry it: all its paragraphs, furniture rules over them."""
    root = parse(html)
    if root is None:
        return plaintext.read("", setting, known=known)
    if root.find(".//title") is not None or root.find(".//meta") is not None:
        return read(html, setting, known=known)
    captions, credited = _captions(root)
    lines = [line for line in paragraphs(root, skip_asides=True) if line not in captions]
    known = known or Found()
    return plaintext.read("\n\n".join(lines), setting, known=_with_pictures(known, captions, credited))


def _joined(known: Found | None, page: Found) -> Found:
    """What is known from beside the page, and what the page declares where that is silent."""
    if known is None:
        return page
    return replace(
        page,
        title=known.title or page.title,
        subtitle=known.subtitle or page.subtitle,
        authors=known.authors or page.authors,
        published=(*known.published, *page.published),
        modified=known.modified if known.modified.value else page.modified,
        source=known.source or page.source,
        url=known.url or page.url,
        record_id=known.record_id,
        language=known.language or page.language,
        problems=known.problems,
    )


def _with_pictures(found: Found, captions: tuple[str, ...], credited: tuple[str, ...]) -> Found:
    return replace(
        found, paragraphs=tuple(("caption", words) for words in captions), credits=(*found.credits, *credited)
    )


def _text(html: str, root: Any) -> str:
    """The text of the article, a paragraph a line."""
    import trafilatura

    document = trafilatura.bare_extraction(
        html, fast=True, favor_precision=True, include_comments=False, include_tables=False, with_metadata=False
    )
    text = str(getattr(document, "text", None) or "")
    if len(text) < _SHORT:
        own = "\n".join(_main_paragraphs(root))
        if len(text) < len(own) * _ENOUGH:
            text = own
    body = article_body(root)
    if body is not None and len(text) < len(body) * _ENOUGH:
        text = body if "<p" not in body else "\n".join(paragraphs(parse(body)))
    return text


def _main_paragraphs(root: Any) -> list[str]:
    """The paragraphs of the page's article, else of its main part, else of its body."""
    for path in (".//article", ".//main", ".//*[@itemprop='articleBody']", ".//body"):
        elements = root.findall(path)
        if elements:
            best = max(elements, key=lambda element: len(words_of(element)))
            lines = paragraphs(best, skip_asides=True)
            if lines:
                return lines
    return paragraphs(root, skip_asides=True)


def _captions(root: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Captions of the pictures in the article, and their credits apart."""
    captions: list[str] = []
    credited: list[str] = []
    for element in root.iter("figcaption"):
        if is_inside_aside(element):
            continue
        words = words_of(element)
        for child in element.iter("span", "small", "cite", "em", "i", "p", "div"):
            part = words_of(child)
            is_credit = _CREDIT_CLASS.search(child.get("class") or "") or _CREDIT.match(part)
            if part and part != words and is_credit and words.endswith(part):
                credited.append(part)
                words = words[: -len(part)].strip()
                break
        else:
            match = _CREDIT.search(words)
            if match is not None:
                credited.append(match.group().strip())
                words = words[: match.start()].strip()
        if len(words.split()) > 1 and furniture_lexicon().match(words) is None:
            captions.append(words)
    return tuple(dict.fromkeys(captions)), tuple(dict.fromkeys(credited))
