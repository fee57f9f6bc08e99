"""Plain text to an article: the layout of the raw text, and a stored text of its own.

What comes in: a text as it was pasted or scraped, and what is known of it from beside it. What goes out: an
``Article``. Not decided here: what a line is (``timeline.reading.layout``).
"""

from __future__ import annotations

from dataclasses import replace

from timeline.reading.assembly import Found, Setting, assemble
from timeline.reading.layout import Layout, lay_out
from timeline.reading.mail import unquoted
from timeline.values.article import READ_KINDS, Article

__all__ = ["Layout", "lay_out", "read"]


def read(text: str, setting: Setting | None = None, *, known: Found | None = None) -> Article:
    """The article that a plain text is, with a stored text of its own.

    Args:
        text: Decoded text, furniture and all.
        setting: Where it comes from and what the caller says of it.
        known: What is known from beside the text, as in a record: it beats what the text says; its paragraphs
            (captions) are put behind the text.
    """
    setting = setting or Setting()
    known = known or Found()
    text = unquoted(text)
    language = setting.choose("language", known.language)
    layout = lay_out(text, title=setting.choose("title", known.title) or None, language=language)
    return assemble(
        replace(
            known,
            paragraphs=(*_stored(text, layout), *(part for part in known.paragraphs if part[1] not in text)),
            title=known.title or layout.title,
            subtitle=known.subtitle or layout.subtitle,
            authors=known.authors or layout.authors,
            dateline=known.dateline or layout.dateline,
            credits=known.credits or layout.credits,
            published=(*known.published, layout.published),
            modified=known.modified if known.modified.value else layout.modified,
            source=known.source or layout.outlet_name,
            wire=known.wire or layout.wire,
            correction=known.correction or layout.correction,
            problems=(*known.problems, *layout.problems),
        ),
        setting,
    )


def _stored(text: str, layout: Layout) -> tuple[tuple[str, str], ...]:
    """Kind and words of the blocks that are stored as paragraphs."""
    return tuple(
        (block.kind, text[block.start : block.end])
        for block in layout.blocks
        if block.kind in READ_KINDS and block.kind not in ("title", "subtitle")
    )
