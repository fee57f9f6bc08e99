"""Why an event is told as it is: its sentences, and every step from their words to its values.

In comes an event with its articles and their time expressions, out go lines of segments as in ``to_text``. Nothing is
decided here: each step was kept when it was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.export.date_reasons import DateGrounds, explain_date, marks_of
from timeline.export.to_text import Line, Segment, marked, source_name
from timeline.export.wording import conflict_words, count_of, outcome_words
from timeline.values.article import Article, Published
from timeline.values.dates import TimeExpression
from timeline.values.events import Event, Mention


def explain(
    event: Event,
    articles: Iterable[Article],
    timexes: Mapping[str, Sequence[TimeExpression]],
    *,
    outcome: str | None = None,
) -> tuple[Line, ...]:
    """The event, then each report of it: the sentence with trigger and date words marked, and the steps to type and
    date.

    Args:
        event: The event.
        articles: The articles that report it.
        timexes: Their time expressions by article key.
        outcome: What became of it, for a plan.
    """
    known = {article.key: article for article in articles}
    sources = {key: source_name(article) for key, article in known.items()}
    lines: list[Line] = [
        (Segment(event.key, "key"), Segment("  "), Segment(event.title or event.label, "title")),
        _fact("type", " · ".join(part for part in (event.type, event.mode, event.label) if part)),
        _fact("status", event.status + (f" ({outcome_words(outcome)})" if outcome else "")),
        _fact("date", _date_words(event, sources)),
        _fact(
            "sources",
            f"{count_of(event.source_count, 'independent source')}, {count_of(len(event.mentions), 'report')}",
        ),
    ]
    lines += [_fact("conflict", conflict_words(conflict, sources), "conflict") for conflict in event.conflicts]
    for edit in event.edits:
        if edit.active:
            said = f"{edit.field}: {edit.machine_value} → {edit.human_value}"
            lines.append(_fact("edited", said + (f" ({edit.note})" if edit.note else "")))
    for mention, article_key in zip(event.mentions, event.article_keys, strict=True):
        lines += _report(mention, known.get(article_key), article_key, timexes.get(article_key, ()))
    lines.append(
        (Segment(f"to change it: timeline edit {event.key} --date YYYY-MM-DD | --status … | --title …", "note"),)
    )
    return tuple(lines)


def _date_words(event: Event, sources: Mapping[str, str]) -> str:
    """The event's date, what it rests on and whose report gives it."""
    if event.date is None:
        return "none"
    reports = zip(event.mentions, event.article_keys, strict=True)
    of = next((key for mention, key in reports if mention.date == event.date), None)
    told = f"; as in {sources[of]}" if of is not None and len(event.mentions) > 1 and sources.get(of) else ""
    return f"{event.date.display}  ({event.date.edtf}, {event.date.basis}{told})"


def _report(
    mention: Mention, article: Article | None, article_key: str, timexes: Sequence[TimeExpression]
) -> list[Line]:
    source = source_name(article) if article else ""
    published = article.published if article else Published()
    grounds = DateGrounds(article.text if article else "", timexes, published)
    lines: list[Line] = [(), (Segment(source or article_key, "source"), Segment(f"  {article_key}", "key"))]
    if article is not None:
        marks = marks_of(mention, grounds)
        lines += [(Segment("  "), *marked(article.text, span, marks)) for span in mention.evidence]
    lines.append(_step(f"“{mention.text}” is {mention.label or mention.type} (rule {mention.rule or 'none'})"))
    if mention.factuality != "happened" or mention.factuality_cue is not None:
        cue = f" by “{mention.factuality_cue.quote(article.text)}”" if mention.factuality_cue and article else ""
        lines.append(_step(f"{mention.factuality.replace('_', ' ')}{cue}"))
    lines += [_step(step) for step in explain_date(mention, grounds)]
    if mention.attribution.source is not None:
        lines.append(_step(f"on the word of {mention.attribution.source.name}"))
    return lines


def _fact(name: str, text: str, style: str = "") -> Line:
    return (Segment(f"  {name:<9}", "field"), Segment(text, style))


def _step(text: str) -> Line:
    return (Segment("    → ", "step"), Segment(text))
