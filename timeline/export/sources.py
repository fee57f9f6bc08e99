"""What to call the source of an article, and on what the days of publication of some articles rest.

In come articles, out go words for people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline.export.wording import (
    count_of,
    published_basis_words,
)
from timeline.values.article import Article


def resting_on(articles: Sequence[Article]) -> list[str]:
    """How the articles' days of publication are known.

    ``dates rest on --published 2024-02-28 (the article states none)``.
    """
    bases = Counter(article.published.basis for article in articles)
    found = []
    if bases["given"]:
        days = sorted({str(article.published.on) for article in articles if article.published.basis == "given"})
        given = f"--published {days[0]}" if len(days) == 1 else "--published"
        if len(articles) == 1:
            found.append(f"dates rest on {given} (the article states none)")
        else:
            found.append(f"dates of {count_of(bases['given'], 'article')} rest on {given}")
    for basis, number in sorted(bases.items()):
        if basis in ("url", "dateline", "filename", "inferred"):
            found.append(f"{count_of(number, 'publication date')} {published_basis_words(basis)}")
    if bases["none"]:
        found.append(f"{count_of(bases['none'], 'article')} without publication date (give --published YYYY-MM-DD)")
    return found


def source_name(article: Article) -> str:
    """What to call an article's source: its outlet, else the host of its address, else its file, else nothing."""
    if article.outlet is not None:
        return article.outlet.name
    if article.url and "//" in article.url:
        return article.url.split("//", 1)[1].split("/", 1)[0].removeprefix("www.")
    return (article.path or "").replace("\\", "/").rsplit("/", 1)[-1]
