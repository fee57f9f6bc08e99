"""What a story is called: a title as people would say it, and a slug to type.

In come the titles of a story's articles and events, out goes one of them, never a made-up one. Which articles belong
to the story is decided in ``clustering``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence

from timeline.stories.similarity import cosine, plain_title, plain_words, terms, weighted

#: Words and characters that a slug has at most.
SLUG_WORDS, SLUG_LENGTH = 6, 48

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def story_title(article_titles: Sequence[str | None], event_titles: Sequence[str] = ()) -> str:
    """The article title that has most in common with all others, without its publisher; else that of the first event.

    Events are given weightiest first.

    Among equals the earliest, so that a story of one article is called like it. Empty when nothing has a title.
    """
    titles = [plain_title(title) for title in article_titles if title and title.strip()]
    if not titles:
        return next((title for title in event_titles if title), "")
    vectors = [weighted(Counter(terms(plain_words(title))), {}, 1.0) for title in titles]
    centre: Counter[str] = Counter()
    for vector in vectors:
        centre.update(vector)
    best = max(range(len(titles)), key=lambda number: (round(cosine(vectors[number], centre), 9), -number))
    return titles[best]


def slug(title: str, taken: Collection[str] = ()) -> str:
    """A title as lower-case words with hyphens: "Port reopens after strike" gives ``port-reopens-after-strike``.

    Small words are left out where that leaves two others; a slug that is taken gets a number.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = [word for word in _NOT_IN_SLUG.split(plain.replace("'", "")) if word]
    telling = [word for word in words if terms([word])]
    words = telling if len(telling) > 1 else words
    base = ""
    for word in words[:SLUG_WORDS]:
        if len(base) + len(word) >= SLUG_LENGTH:
            break
        base = f"{base}-{word}" if base else word
    base = base or (words[0][:SLUG_LENGTH] if words else "story")
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name
