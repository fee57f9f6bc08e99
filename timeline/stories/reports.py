"""A mention with what joining must know of the article it stands in.

What two reports share is decided in ``merging``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.stories.similarity import digest
from timeline.values.article import Article
from timeline.values.events import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One mention, and where it was published.

    Attributes:
        article_key: Of the article.
        mention: With its key; one without is known by its article and place in the text.
        published_on: Local day of publication, None when unknown.
        outlet: Key of the outlet; None when unknown, and then the article stands for itself.
        story: Key of the article's story; only reports of one story can be one event. None is a story of its own.
        cue: The words that made the mention other than ``happened`` ("called off"), None when there are none.
    """

    article_key: str
    mention: Mention
    published_on: date | None = None
    outlet: str | None = None
    story: str | None = None
    cue: str | None = None

    @classmethod
    def of(cls, article: Article, mention: Mention, *, story: str | None = None) -> Report:
        """The report of a mention in an article."""
        return cls(
            article_key=article.key,
            mention=mention,
            published_on=article.published.on,
            outlet=article.outlet.key if article.outlet else None,
            story=story,
            cue=mention.factuality_cue.quote(article.text) if mention.factuality_cue else None,
        )

    @property
    def key(self) -> str:
        """The mention's key, or one made from its place when it has none."""
        mention = self.mention
        return mention.key or f"mn_{digest(f'{self.article_key} {mention.start} {mention.end} {mention.type}')}"

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Sorts reports by publication, the unknown last, then article and place in the text."""
        return (str(self.published_on or "9999"), self.article_key, self.mention.start, self.key)
