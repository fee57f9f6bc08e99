"""The card of one article: what it is, how its day is known, and the events it reports, as lines of segments."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from timeline.export.to_text import Line, Segment, source_name
from timeline.export.wording import MARKS, count_of, published_words, status_words

if TYPE_CHECKING:
    from timeline.archive import Archive
    from timeline.values.article import Article

_EVENTS_OF_ARTICLE = """SELECT event_id, min(quote_start) AS place FROM event_sources WHERE article_id = :article
GROUP BY event_id ORDER BY place, event_id"""
_FIELD_WIDTH = 11


def article_card(archive: Archive, key: str, *, as_of: date) -> list[Line]:
    """Title, outlet, authors, day of publication and how it is known, and its events in the order of the text."""
    article = archive.article(key)
    lines: list[Line] = [(Segment(article.key, "key"), Segment("  "), Segment(article.title or "(no title)", "story"))]
    lines += [(Segment(f"  {name:<{_FIELD_WIDTH}}", "field"), Segment(text)) for name, text in _facts(article)]
    lines += [_problem(str(problem)) for problem in article.problems]
    events = [
        archive.event(row[0], as_of=as_of) for row in archive.sql(_EVENTS_OF_ARTICLE, {"article": article.key}).rows
    ]
    lines += [(), (Segment(count_of(len(events), "event"), "year"),)]
    for event in events:
        status = status_words(event.status)
        lines.append(
            (
                Segment("  "),
                Segment(event.key, "key"),
                Segment("  "),
                Segment(MARKS[event.status], f"mark.{event.status}"),
                Segment(f" {event.date.display if event.date else 'no date'}  ", "day"),
                Segment(event.title or event.label, "title"),
                Segment(f"  {status}" if status else "", "status"),
            )
        )
    if article.published.on is None:
        lines.append((Segment(f"to date it: timeline edit {article.key} --published YYYY-MM-DD", "note"),))
    return lines


def _facts(article: Article) -> list[tuple[str, str]]:
    """What is known of an article, in words; what is not known is left out."""
    known = (
        ("outlet", source_name(article)),
        ("by", ", ".join(article.authors)),
        ("published", _published(article)),
        ("wire", article.wire),
        ("corrected", article.correction),
        ("address", article.canonical_url or article.url),
        ("own id", article.record_id),
        ("read from", f"{article.path} ({article.format})" if article.path else None),
        ("text", f"{len(article.text):,} characters"),
    )
    return [(name, text) for name, text in known if text]


def _published(article: Article) -> str:
    words = published_words(article.published)
    return f"{words}: “{article.published.text}”" if article.published.text else words


def _problem(problem: str) -> Line:
    return (Segment(f"  {'note':<{_FIELD_WIDTH}}", "field"), Segment(problem, "conflict"))
