"""PLOVER's contexts of an article: why, by words of the whole text.

What comes in: the tokens and the lexicon. What goes out: names of contexts, strongest first. A context holds for the
article and so for each of its mentions; nothing is decided about single events here.
"""

from __future__ import annotations

from timeline.events.article.page import Page

_LEAST_WORDS = 2  # different words of a context
_MOST = 4


def find(page: Page) -> tuple[str, ...]:
    """The contexts that hold, strongest first: at most four.

    An article of judges, verdicts and ballots gives ``("legal", "election")``.
    """
    contexts = page.lexicon.context_names
    counts: dict[str, int] = {}
    for word in filter(contexts.__contains__, page.present):
        for name in contexts[word]:
            counts[name] = counts.get(name, 0) + 1
    found = [(count, name) for name, count in counts.items() if count >= _LEAST_WORDS]
    strong = sorted(found, key=lambda item: (-item[0], item[1]))
    return tuple(name for _, name in strong[:_MOST])
