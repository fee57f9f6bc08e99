"""Who the words of a source stand for.

What comes in: drafts in text order, and actor mentions with pronouns resolved. What goes out: name and key of each
speaker, None where the text names nobody. Where a source's words begin and end is decided in ``phrases``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from timeline.events.article.content_ends import TokenRange
from timeline.events.article.phrases import antecedent
from timeline.events.article.transcripts import Transcript
from timeline.events.speech.reported_speech import Draft
from timeline.lexicons.quotes import OBJECT_PRONOUN, POSSESSIVE, PREPOSITION, PRONOUN, RELATIVE
from timeline.values.actors import ActorMention

_PERSONAL = frozenset(("he", "she", "his", "her", "i", "my"))
_RELATIVES = frozenset(("who", "which", "whose"))
_REACH_SENTENCES = 6  # a pronoun's speaker is not sought farther back than this


class Speakers:
    """Names of sources: by the actor mention on their words, by the words, by the last speaker for a pronoun."""

    def __init__(self, page: Transcript, mentions: Sequence[ActorMention]) -> None:
        self.page = page
        self.mentions = mentions
        self.starts = [mention.start for mention in mentions]
        self.last: tuple[str | None, str | None] = (None, None)
        self.last_sentence = -_REACH_SENTENCES - 1

    def of(self, draft: Draft) -> tuple[str | None, str | None]:
        """Name and key of a draft's source; None where nobody is named."""
        source = draft.source
        if source is None:
            return None, None
        page = self.page
        number = source[0]
        if source[1] - source[0] == 1 and page.classes[number] & (PRONOUN | POSSESSIVE | OBJECT_PRONOUN):
            mention = self._mention(source)
            if mention is not None and mention.key is not None:
                return self._heard(draft, mention.name, mention.key)
            if page.classes[number] & RELATIVE:
                before = antecedent(page, number, page.tokens.sentences[draft.sentence].first_token)
                if before is not None:
                    return self._heard(draft, *self._named(before))
                return None, None
            if page.lowers[number] in _PERSONAL and draft.sentence - self.last_sentence <= _REACH_SENTENCES:
                return self._heard(draft, *self.last)
            return None, None
        return self._heard(draft, *self._named(source))

    def _heard(self, draft: Draft, name: str | None, key: str | None) -> tuple[str | None, str | None]:
        self.last = (name, key)
        self.last_sentence = draft.sentence
        return name, key

    def _named(self, source: TokenRange) -> tuple[str | None, str | None]:
        mention = self._mention(source)
        if mention is not None and mention.form != "pronoun" and self._heads(mention, source):
            return mention.name, mention.key
        opening = self._opening(source) if mention is not None else None
        if opening is not None:
            return opening.name, opening.key
        tokens = self.page.tokens
        words = tokens.plain[tokens.starts[source[0]] : tokens.ends[source[1] - 1]]
        return words.split(",")[0].rstrip(), None

    def _opening(self, source: TokenRange) -> ActorMention | None:
        """The mention with which a source begins: Jane Firth of "Jane Firth, an aide to Omar Bey"."""
        start = self.page.tokens.starts[source[0]]
        number = bisect_left(self.starts, start)
        found = self.mentions[number] if number < len(self.mentions) else None
        return found if found is not None and found.start == start and found.form != "pronoun" else None

    def _heads(self, mention: ActorMention, source: TokenRange) -> bool:
        """Whether a mention is whom a phrase names, and not only part of what says who that is.

        "a spokesman for Paul Ryan" and "many NASA watchers" are neither.
        """
        tokens, classes = self.page.tokens, self.page.classes
        first = tokens.token_at(mention.start)
        if first > source[0] + 1 and classes[first - 1] & PREPOSITION and mention.form == "name":
            return False
        behind = tokens.token_at(mention.end - 1) + 1
        return (
            behind >= source[1] or mention.form != "name" or classes[behind] != 0 or not tokens.words[behind].islower()
        )

    def _mention(self, source: TokenRange) -> ActorMention | None:
        """The actor mention that shares most characters with the source's words; the first of equals.

        What stands behind "who" or "which" tells of the source and is not the source.
        """
        tokens = self.page.tokens
        last = source[1]
        for token in range(source[0] + 1, source[1]):
            if self.page.classes[token] & RELATIVE and self.page.lowers[token] in _RELATIVES:
                last = token
                break
        start, end = tokens.starts[source[0]], tokens.ends[last - 1]
        number = bisect_left(self.starts, start)
        if number > 0 and self.mentions[number - 1].end > start:
            number -= 1
        best: ActorMention | None = None
        most = 0
        while number < len(self.mentions) and self.mentions[number].start < end:
            mention = self.mentions[number]
            shared = min(end, mention.end) - max(start, mention.start)
            if shared > most:
                best, most = mention, shared
            number += 1
        return best
