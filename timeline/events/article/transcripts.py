"""One article ready to be asked for its sources: tokens with their word classes and the quoted stretches.

What comes in: tokens, the quote lexicon, the class of each token, the quoted stretches. What goes out: a
``Transcript``, and where the verb group of a cue begins in it. Which phrases stand beside a cue is decided in
``phrases``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.events.article.quotations import Quoted
from timeline.lexicons.lines import PhraseWords, phrase_words
from timeline.lexicons.quotes import ADVERB, AUXILIARY, BE, DETERMINER, MODAL, NEGATION, PRONOUN, QuoteLexicon
from timeline.values.text import TokenizedText

_FINITE = BE | AUXILIARY | MODAL
# Unions of kinds that the walks over tokens test, made once: "a | b" in a loop costs as much as its test.
_FINITE_NEGATION = _FINITE | NEGATION
_PRONOUN_FINITE = PRONOUN | _FINITE


@dataclass(slots=True)
class Transcript:
    """One article ready to be read: token columns, the classes of each token, and the quoted stretches."""

    tokens: TokenizedText
    quotes: QuoteLexicon
    classes: list[int]
    quoted: list[Quoted]
    words: Sequence[str] = ()
    lowers: Sequence[str] = ()
    inside: list[int] = field(default_factory=list)
    known: PhraseWords = field(default_factory=phrase_words)

    def __post_init__(self) -> None:
        self.words = self.tokens.words
        self.lowers = self.tokens.lowers
        self.inside = [-1] * len(self.words)
        for number, stretch in enumerate(self.quoted):
            size = stretch.end_token - stretch.first_token
            self.inside[stretch.first_token : stretch.end_token] = [number] * size


def verb_group_start(page: Transcript, cue: int, low: int) -> int:
    """The first token of the verb group that ends in the cue: "had not yet" belongs to "had not yet said"."""
    classes = page.classes
    first = cue
    while first > low:
        bits = classes[first - 1]
        word = page.lowers[first - 1]
        if (
            (bits & _FINITE_NEGATION and not (word == "'s" and first - 2 >= low and _is_noun(page, first - 2)))
            or (bits & ADVERB and not bits & DETERMINER)
            or (word in page.known.timely and first - 2 >= low and classes[first - 2] & _FINITE_NEGATION)
            or (word.endswith("ly") and len(word) > 4 and word.islower())
        ):
            first -= 1
        else:
            break
    return first


def _is_noun(page: Transcript, number: int) -> bool:
    return not page.classes[number] & _PRONOUN_FINITE
