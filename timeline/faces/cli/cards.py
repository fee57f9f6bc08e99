"""The cards of an article and of an actor, as lines of segments.

An article: what it is, how its day is known, and the events it reports. An actor: its names, its titles with the words
that give them, titles that contradict each other, and what people changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from timeline.export.to_text import Line, Segment, source_name
from timeline.export.wording import MARKS, count_of, published_words, status_words

if TYPE_CHECKING:
    from timeline.archive import Archive
    from timeline.values.article import Article
    from timeline.values.profiles import ActorProfile, TitleUse

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


def _each_once(titles: Sequence[TitleUse]) -> list[tuple[TitleUse, int]]:
    """Each title by its first report, and how many there are; the form of an apostrophe makes no other title."""
    numbers = Counter(_folded(use.title) for use in titles)
    first = {_folded(use.title): use for use in reversed(titles)}
    return [(first[title], number) for title, number in numbers.items()]


def _folded(title: str) -> str:
    return title.replace("’", "'").casefold()


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


def actor_card(profile: ActorProfile) -> list[Line]:
    """Name and kind, counts and days, names with the number of articles, titles with their words, conflicts, edits."""
    from timeline.actor_corrections import in_words

    overview, actor = profile.overview, profile.overview.actor
    lines: list[Line] = [(Segment(f"ac_{actor.key}", "key"), Segment("  "), Segment(actor.name, "story"))]
    kind = " · ".join(part for part in (actor.kind, actor.country, actor.code) if part)
    counts = f"{count_of(overview.event_count, 'event')} in {count_of(overview.article_count, 'article')}"
    days = " to ".join(dict.fromkeys(day for day in (overview.first_day, overview.last_day) if day))
    facts = [("kind", kind), ("takes part", counts), ("days", days), *(("same as", one) for one in actor.same_as)]
    lines += [(Segment(f"  {name:<{_FIELD_WIDTH}}", "field"), Segment(text)) for name, text in facts if text]
    lines += [(), (Segment("names", "year"),)]
    lines += [
        (Segment(f"  {use.name}  "), Segment(count_of(use.article_count, "article") if use.article_count else "added"))
        for use in profile.names
    ]
    if profile.titles:
        lines += [(), (Segment("titles", "year"),)]
    for use, number in _each_once(profile.titles):
        said = " · ".join(part for part in (use.published, use.source, use.article_key) if part)
        more = f" and {count_of(number - 1, 'more report')}" if number > 1 else ""
        lines.append((Segment(f"  {use.title}  "), Segment(f"“{' '.join(use.quote.split())}”", "quote")))
        lines.append((Segment(f"    {said}{more}", "source"),))
    for clash in profile.conflicts:
        one, other = clash.titles
        lines.append((Segment(f"  ≠ titles: “{one}” or “{other}”", "conflict"),))
    if profile.perhaps_same:
        lines += [(), (Segment("perhaps the same", "year"),)]
    for double in profile.perhaps_same:
        kept, gone = sorted((actor, double), key=lambda who: (-len(who.name), who.key))
        remedy = f"timeline actors --merge ac_{kept.key} ac_{gone.key}"
        lines.append((Segment(f"  {double.name}  "), Segment(f"if so: {remedy}", "note")))
    if profile.edits:
        lines += [(), (Segment("edits", "year"),)]
    lines += [(Segment(f"  {edit.key}", "key"), Segment(f"  {in_words(edit)}")) for edit in profile.edits]
    return lines
