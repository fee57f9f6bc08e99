"""Datelines: "NAIROBI, Kenya (AP) -" names a place and an outlet, and nobody who does anything.

What comes in: the pieces of a sentence that begins with a word in capitals. What goes out: the pieces without those of
its dateline, but with the place. Which day a dateline gives is decided in ``reading`` and ``temporal``.
"""

from __future__ import annotations

from timeline.actors.pieces import Piece
from timeline.lexicons.actors import ActorLexicon
from timeline.values.text import Sentence, TokenizedText

_DASHES = frozenset(("-", "--", "–", "—", "_", "‐"))
_LONGEST = 14  # tokens
_SHORTEST = 3  # letters of a town in capitals, and of its words that are not small
_INNER = frozenset((",", ".", "(", ")", "-", "/", "'"))


def after_dateline(
    pieces: list[Piece], tokens: TokenizedText, sentence: Sentence, lexicon: ActorLexicon
) -> list[Piece]:
    """The pieces without those that stand in a dateline, which leaves its place and its outlet.

    Of "HARLOW (Northern Wire) - Bakers met" remain the place Harlow, if the table has it, and what comes after.
    """
    first = sentence.first_token
    end = _end(tokens, sentence)
    if end == first:
        return pieces
    leading = next((piece for piece in pieces if piece.first == first), None)
    if leading is not None and leading.known is not None and leading.kind == "organisation":
        return pieces  # "HAMAS - which rules Gaza -"
    last = first
    while last < end and tokens.words[last].isupper():
        last += 1
    kept = [piece for piece in pieces if piece.first >= end or piece.kind == "outlet"]
    name = tokens.plain[tokens.starts[first] : tokens.ends[last - 1]]
    readings = lexicon.places(name) or lexicon.places(name.title()) or lexicon.places(_with_small_words(name))
    if readings or tokens.words[last] == ",":
        place = Piece(first, last, "place")
        place.places = readings
        kept.insert(0, place)
    return kept


def _with_small_words(name: str) -> str:
    """A name in capitals as it is written: "DAR ES SALAAM" is "Dar es Salaam"."""
    return " ".join(word.lower() if len(word) < _SHORTEST else word.capitalize() for word in name.split())


def _end(tokens: TokenizedText, sentence: Sentence) -> int:
    """The token after the dateline's dash; the sentence's first token when it has none."""
    words, first = tokens.words, sentence.first_token
    if len(words[first]) < _SHORTEST:
        return first
    bracketed = False
    for place in range(first + 1, min(first + _LONGEST, sentence.end_token)):
        word = words[place]
        if word in _DASHES and (tokens.starts[place] > tokens.ends[place - 1] or words[place - 1] == ")"):
            return place + 1
        if word == "(":
            bracketed = True
        if not (word[0].isupper() or word in _INNER or (bracketed and word.isalnum())):
            return first
    return first
