"""A text to token columns: words, lower-case forms and offsets, in one pass of one regular expression.

What comes out: words (letters, inner apostrophes and digits), numbers with inner ``. , :`` ("1,200.50", "3:30"),
ordinals and decades ("3rd", "1990s"), letters with stops ("U.S.", "a.m."), abbreviations with their stop ("Sept."),
clitics apart ("'s", "n't"), every other visible character by itself. Hyphens are tokens of their own. Where sentences
end is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, compress
from operator import add, not_

from timeline.lexicons.text import TextLexicon

# The order matters: "U.S." before words, words before single characters; plain words come first because most are. A
# word takes a full stop along; it is given back below unless the word is an abbreviation, which touches one word in
# twenty instead of testing each. The space behind a token is matched with it: so ``findall`` gives the whole text in
# pieces whose lengths add up to the offsets, and no match object is made (a third of the time).
_TOKEN = re.compile(
    r"""(?:[A-Za-z]++(?![\w.'’])
      | (?:[^\W\d_]\.){2,}
      | [^\W\d_]\w*(?:['’][^\W\d_]+)*(?:\.(?!\.))?
      | \d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s)\b)?
      | \.{2,} | -{2,} | \S)\s*""",
    re.VERBOSE,
)
_VISIBLE = re.compile(r"\S")
_CLITICS = frozenset(("s", "re", "ll", "ve", "d", "m"))
_APOSTROPHE = str.maketrans("’", "'")
_INITIAL_LENGTH = 2  # a letter and its full stop


class TokenColumns:
    """The columns of a token table while it is built; see ``TokenizedText``.

    Attributes:
        marked: The numbers of the tokens that are not letters alone: one in six, where marks and stops are to be
            sought.
    """

    __slots__ = ("ends", "lowers", "marked", "starts", "words")

    def __init__(self, words: list[str], starts: list[int], ends: list[int]) -> None:
        self.words = words
        self.starts = starts
        self.ends = ends
        self.lowers = list(map(str.lower, words))
        self.marked = _not_letters(words)


def cut(text: str, start: int, end: int, line_ends: Sequence[int], lexicon: TextLexicon) -> TokenColumns:
    """The tokens of ``text[start:end]``, with offsets into ``text``.

    ``"Gen. Hale didn't sign."`` gives ``Gen. / Hale / did / n't / sign / .``

    Args:
        text: Any text.
        start, end: The part of it that is cut.
        line_ends: Where its lines end, in order; what stands on the next one says nothing of a stop before it.
        lexicon: The abbreviations.

    Source of the clitics: Penn Treebank tokenisation.
    """
    first = _VISIBLE.search(text, start, end)
    if first is None:
        return TokenColumns([], [], [])
    pieces = _TOKEN.findall(text, first.start(), end)
    words = list(map(str.rstrip, pieces))
    starts = list(accumulate(map(len, pieces), initial=first.start()))
    starts.pop()  # where the next piece would begin
    ends = list(map(add, starts, map(len, words)))
    del pieces  # of a whole book they are large
    special = [
        number
        for number in _not_letters(words)
        if len(word := words[number]) > 1 and (word[-1] == "." or "'" in word or "’" in word) and word[0].isalpha()
    ]
    if special:
        words, starts, ends = _part(words, starts, ends, special, line_ends, lexicon.abbreviations)
    columns = TokenColumns(words, starts, ends)
    if special and text.find("’", start, end) >= 0:
        lowers = columns.lowers
        for number in columns.marked:
            if len(lower := lowers[number]) > 1 and "’" in lower:
                lowers[number] = lower.translate(_APOSTROPHE)
    return columns


def _not_letters(words: Sequence[str]) -> list[int]:
    """The numbers of the words that are not letters alone."""
    return list(compress(range(len(words)), map(not_, map(str.isalpha, words))))


def _part(
    words: list[str],
    starts: list[int],
    ends: list[int],
    special: list[int],
    line_ends: Sequence[int],
    abbreviations: dict[str, str],
) -> tuple[list[str], list[int], list[int]]:
    """Words, starts and ends with clitics and sentence stops cut off the special ones; others are copied in runs."""
    written: list[str] = []
    begins: list[int] = []
    stops: list[int] = []
    copied = line = 0
    for number in special:
        written += words[copied:number]
        begins += starts[copied:number]
        stops += ends[copied:number]
        copied = number + 1
        word = words[number]
        first, last = starts[number], ends[number]
        stop = False
        if word[-1] == "." and word.count(".") == 1:
            while line_ends[line] < last:
                line += 1
            on_line = copied < len(words) and starts[copied] < line_ends[line]
            following = words[copied] if on_line else ""
            stop = not _keeps_stop(word, following, on_line and starts[copied] == last, abbreviations)
            if stop:
                last -= 1
                word = word[:-1]
        clitic = _clitic_cut(word) if "'" in word or "’" in word else None
        begins.append(first)
        if clitic is not None:
            written.append(word[:clitic])
            begins.append(first + clitic)
            stops.append(first + clitic)
            word = word[clitic:]
        written.append(word)
        stops.append(last)
        if stop:
            written.append(".")
            begins.append(last)
            stops.append(last + 1)
    written += words[copied:]
    begins += starts[copied:]
    stops += ends[copied:]
    return written, begins, stops


def _keeps_stop(word: str, following: str, touches: bool, abbreviations: dict[str, str]) -> bool:
    """Whether the full stop belongs to the word: "Gen.", "No. 10", "Sept. 5", "J. Hale", but not "sat." or "no.".

    ``following`` is the next word of the line, which may touch this one.
    """
    if len(word) == _INITIAL_LENGTH:
        return word[0].isupper() and word[0] != "I" and following[:1].isupper()
    kind = abbreviations.get(word[:-1].lower())
    if kind is None:
        return False
    if kind == "number":
        return following[:1].isdigit()
    if kind == "month":
        return word[0].isupper() and (
            following[:1].isdigit()
            or (touches and following == ",")
            or following[:1].islower()
            or (
                following.rstrip(".").lower() in abbreviations
                and abbreviations[following.rstrip(".").lower()] == "month"
            )
        )
    # "Miss." and "in." are words too: an abbreviation of these kinds is capitalised, or a Latin one.
    return word[0].isupper() or kind == "before" or word in ("etc.", "al.")


def _clitic_cut(word: str) -> int | None:
    """Where a clitic begins in a word with an apostrophe: 5 for "Hale's" counts from 0, so "'s" is word[4:]; else
    None.
    """
    if word[-3:].lower() in ("n't", "n’t") and len(word) > len("n't"):
        return len(word) - len("n't")
    mark = max(word.rfind("'"), word.rfind("’"))
    if word[mark + 1 :].lower() in _CLITICS:
        return mark
    return None
