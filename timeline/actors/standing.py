"""How a mention stands in its sentence: as subject or aside, in a possessive, in a quotation.

What comes in: the text of an article and its mentions. What goes out: answers to pronouns and descriptions that look
for whom they mean. What follows from them is decided in ``pronouns`` and ``descriptions``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from timeline.lexicons.referents import ReferentWords, referent_words
from timeline.values.actors import ActorMention
from timeline.values.text import TokenizedText

_MARKS = ('"', "“", "”")
_BEFORE = 24  # characters in which the word before a mention stands
_GENITIVES = ("'s", "’s", "s'", "s’")
_COPULAS = (" are ", " were ", " are not ", " were not ", " as ", " is not ", " not ")
_SKIPPED = frozenset(("the", "a", "an", "former", "late", "then", "his", "her", "its", "their"))


class Standing:
    """Answers how mentions of one article stand."""

    __slots__ = ("_bounds", "_mentions", "_subjects", "_text", "_tokens", "_words")

    def __init__(self, tokens: TokenizedText, mentions: Sequence[ActorMention]) -> None:
        self._tokens = tokens
        self._text = tokens.text
        self._mentions = mentions
        self._bounds: list[int] | None = None
        self._subjects: dict[int, int] = {}
        self._words: ReferentWords = referent_words()

    def quotation(self, place: int) -> int:
        """Which quotation holds a character: its number, -1 for none.

        Marks that are not closed hold to the end of their paragraph.
        """
        bounds = self._bounds
        if bounds is None:
            bounds = self._bounds = _quotations(self._tokens)
        number = bisect_right(bounds, place)
        return number if number % 2 else -1

    def is_possessed(self, mention: ActorMention) -> bool:
        """Whether a name only says whose something is: "Peter Holm's letter"."""
        return self._text.startswith(_GENITIVES[:2], mention.end) or (
            mention.text[-1:] == "s" and self._text[mention.end : mention.end + 2] in ("' ", "’ ")
        )

    def is_aside(self, mention: ActorMention) -> bool:
        """Whether a name only says more of something else: "the killing of Peter Holm"."""
        return self._before(mention) in self._words.aside

    def subject(self, sentence: int, near: int) -> int:
        """The number of the first mention of a sentence that may be a subject, -1 for none.

        Args:
            sentence: Index of the sentence.
            near: Number of a mention in it.
        """
        found = self._subjects.get(sentence)
        if found is None:
            found = self._subjects[sentence] = self._first(sentence, near)
        return found

    def words(self, sentence: int) -> tuple[str, ...]:
        """The words of a sentence in lower case."""
        one = self._tokens.sentences[sentence]
        return self._tokens.lowers[one.first_token : one.end_token]

    def loose_words(self, sentence: int, near: int, end: int | None = None) -> list[str]:
        """The words of a sentence that are of no mention, as they are written.

        Args:
            sentence: Index of the sentence.
            near: Number of a mention in it.
            end: Where to stop; None goes to its end.
        """
        one = self._tokens.sentences[sentence]
        stop = one.end if end is None else end
        mentions, first = self._mentions, near
        while first and mentions[first - 1].sentence == sentence:
            first -= 1
        words: list[str] = []
        place = one.start
        for number in range(first, len(mentions)):
            mention = mentions[number]
            if mention.start >= stop:
                break
            words += self._text[place : mention.start].split()
            place = mention.end
        return words + self._text[place:stop].split()

    def is_quoted_around(self, mention: ActorMention, following: int) -> bool:
        """Whether a quotation stands before a mention in its sentence, and another opens the sentence after it."""
        sentences = self._tokens.sentences
        if sentences[following].first_in_paragraph or self.quotation(sentences[following].start) < 0:
            return False
        return self.quotation(sentences[mention.sentence].start) >= 0

    def opens(self, mention: ActorMention) -> bool:
        """Whether a mention is what its sentence begins with."""
        return self._tokens.sentences[mention.sentence].start == mention.start

    def is_said_of(self, mention: ActorMention) -> bool:
        """Whether a description is only said of somebody: "they are criminals"."""
        return mention.form != "name" and self._text.endswith(_COPULAS, 0, mention.start)

    def opens_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is the first of its paragraph."""
        return self._tokens.sentences[sentence].first_in_paragraph

    def _first(self, sentence: int, near: int) -> int:
        mentions, first = self._mentions, near
        while first and mentions[first - 1].sentence == sentence:
            first -= 1
        governing = self._words.governing
        for number in range(first, len(mentions)):
            mention = mentions[number]
            if mention.sentence != sentence:
                break
            if self.is_possessed(mention) or self._before(mention) in governing:
                continue
            if mention.outlet or self.quotation(mention.start) >= 0:
                continue
            return number
        return -1

    def _before(self, mention: ActorMention) -> str:
        """The word before a mention, in lower case, over articles."""
        for word in reversed(self._text[max(0, mention.start - _BEFORE) : mention.start].lower().split()):
            if word not in _SKIPPED:
                return word
        return ""


def _quotations(tokens: TokenizedText) -> list[int]:
    """Where quotations begin and end, in turn."""
    bounds: list[int] = []
    paragraphs: list[int] | None = None
    text = tokens.text
    for place in _marks(text):
        mark = text[place]
        if paragraphs is None:
            paragraphs = [sentence.start for sentence in tokens.sentences if sentence.first_in_paragraph]
        if len(bounds) % 2:
            following = bisect_right(paragraphs, bounds[-1])
            if following < len(paragraphs) and paragraphs[following] <= place:
                bounds.append(paragraphs[following])  # left open
        if len(bounds) % 2 == 0:
            if mark != "”":
                bounds.append(place)
        elif mark != "“":
            bounds.append(place)
    return bounds


def _marks(text: str) -> list[int]:
    """Where quotation marks stand; one right behind a figure is a measure's: 12"."""
    places: list[int] = []
    for mark in _MARKS:
        place = text.find(mark)
        while place >= 0:
            if mark != '"' or not text[place - 1 : place].isdecimal():
                places.append(place)
            place = text.find(mark, place + 1)
    places.sort()
    return places
