"""A text with its blocks to a ``TokenizedText``: paragraphs at line breaks, sentences at end marks.

What comes in: the text, and its blocks where the reader knows them (furniture, bylines and credits give no sentences).
What goes out: token columns and sentences, offsets into the same text. A line break ends a sentence unless the text is
hard wrapped there. Not decided here: what a sentence is about.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import compress
from operator import ne

from timeline.lexicons.text import TextLexicon, text_lexicon
from timeline.text.tokens import TokenColumns, cut
from timeline.values.article import READ_KINDS, Block
from timeline.values.text import Sentence, TokenizedText, build_sentence

_PARAGRAPH_BREAK = re.compile(r"\n[ \t\r\f\v]*(?:\n\s*)+")
_END_MARKS = frozenset(".!?…")
_CLOSERS = frozenset("\"'”’»)]}")
_OPENERS = frozenset("\"'“‘«([{–—-•*")
_BRACKETS = frozenset("([")
_WRAP_SHORTEST = 50  # a line shorter than this was ended on purpose
_WRAP_LONGEST = 100  # a text with longer lines is not hard wrapped
_WRAP_LINES = 4  # fewer lines do not show a wrapping
_BLANKS = "\n\r\t\v\f\x85\xa0\u2028\u2029"
_LONGEST = 400  # tokens of a sentence; of 30,000 sentences of news two are longer
_BORDER_WITHIN = 100  # tokens before that limit in which a mark is sought to cut behind
_LONGEST_SUFFIX = 4  # letters: "index.Html" is one word
_INNER_BORDERS = frozenset((".", "?", "!", ",", ";", ":", ")", "]", "”", "|", "•"))


def split(text: str, blocks: Sequence[Block] | None = None) -> TokenizedText:
    """The tokens and sentences of a text.

    >>> split("Gen. Hale left the U.S. on Monday. He flew at 3 p.m.").sentences[1].start
    35

    Args:
        text: Any text; offsets in the result count in it.
        blocks: What is worth reading, in text order; None reads everything as body.
    """
    lexicon = text_lexicon()
    if blocks is None:
        blocks = (Block(kind="body", start=0, end=len(text)),) if text.strip() else ()
    words: list[str] = []
    lowers: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    marked: list[int] = []
    sentences: list[Sentence] = []
    paragraph = -1
    for block in blocks:
        if block.kind not in READ_KINDS:
            continue
        paragraphs = list(_paragraphs(text, block))
        line_ends = [end for lines in paragraphs for _, end in lines]
        columns = cut(text, block.start, block.end, line_ends, lexicon)
        offset = len(words)
        reader = _LineReader(columns, lexicon)
        for lines in paragraphs:
            paragraph += 1
            opened = False
            for _, line_end in lines:
                for first, end in reader.sentences(line_end):
                    sentences.append(
                        build_sentence(
                            len(sentences), columns.starts[first], columns.ends[end - 1], offset + first, offset + end,
                            paragraph, block.kind, not opened,
                        )
                    )  # fmt: skip
                    opened = True
        words += columns.words
        marked += [offset + number for number in columns.marked] if offset else columns.marked
        lowers += columns.lowers
        starts += columns.starts
        ends += columns.ends
    return TokenizedText(
        text=text,
        words=tuple(words),
        lowers=tuple(lowers),
        starts=tuple(starts),
        ends=tuple(ends),
        sentences=tuple(sentences),
        marked=tuple(marked),
        large=tuple(compress(range(len(words)), map(ne, words, lowers))),
        plain=_plain(text),
    )


def _plain(text: str) -> str:
    """The text with a space in the place of every other blank, so that offsets stay."""
    for blank in _BLANKS:  # one after another: a table for ``translate`` takes a quarter of the time of ``split``
        if blank in text:
            text = text.replace(blank, " ")
    return text


def _paragraphs(text: str, block: Block) -> Iterable[list[tuple[int, int]]]:
    """The lines of each paragraph of a block, as offsets; hard-wrapped lines are one line."""
    position = block.start
    breaks = [match.span() for match in _PARAGRAPH_BREAK.finditer(text, block.start, block.end)]
    for break_start, break_end in [*breaks, (block.end, block.end)]:
        lines = _lines(text, position, break_start)
        position = break_end
        if not lines:
            continue
        if breaks:
            yield lines
        else:  # without a blank line anywhere each line is a paragraph
            for line in lines:
                yield [line]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of a paragraph as offsets, blank ones dropped and wrapped ones joined."""
    lines: list[tuple[int, int]] = []
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        if not text[position:stop].isspace() and stop > position:
            lines.append((position, stop))
        position = stop + 1
    if len(lines) < 2:
        return lines
    longest = max(last - first for first, last in lines)
    wrapped = len(lines) >= _WRAP_LINES and longest <= _WRAP_LONGEST
    joined = [lines[0]]
    for (first, last), (previous_first, previous_last) in zip(lines[1:], lines, strict=False):
        head = text[first:last].lstrip()[:1]
        tail = text[previous_first:previous_last].rstrip()[-1:]
        long_enough = previous_last - previous_first >= _WRAP_SHORTEST
        if tail not in _END_MARKS and tail not in _CLOSERS and (head.islower() or (wrapped and long_enough)):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


class _LineReader:
    """Cuts the lines of one block into sentences, line after line."""

    __slots__ = ("_columns", "_last", "_lexicon", "_marks", "_next_mark")

    def __init__(self, columns: TokenColumns, lexicon: TextLexicon) -> None:
        words = columns.words
        self._columns = columns
        self._lexicon = lexicon
        self._last = 0  # the end of the line before
        self._marks = [number for number in columns.marked if words[number][-1] in _END_MARKS]
        self._next_mark = 0

    def sentences(self, line_end: int) -> list[tuple[int, int]]:
        """Half-open token ranges of the sentences of the next line, which ends before the character ``line_end``."""
        columns, lexicon = self._columns, self._lexicon
        words = columns.words
        first = end = following = self._last
        last = self._last = bisect_left(columns.starts, line_end, first)
        begin = self._next_mark
        self._next_mark = bisect_left(self._marks, last, begin)
        ranges: list[tuple[int, int]] = []
        for number in self._marks[begin : self._next_mark]:
            if number < first:
                continue
            if number >= end:  # else it stands in the same run of marks as the one before
                end = _behind_marks(columns, number, last)
                following = end
                while following + 1 < last and words[following] in _OPENERS:
                    following += 1
            if end < last and _begins_sentence(columns, number, end, following, last, lexicon):
                ranges += _bounded(words, first, end)
                first = end
        if first < last:
            ranges += _bounded(words, first, last)
        return ranges


def _behind_marks(columns: TokenColumns, mark: int, last: int) -> int:
    """The token behind an end mark and all end marks and closing marks that follow it, before token ``last``."""
    words = columns.words
    end = mark + 1
    while end < last and (words[end] in _CLOSERS or (words[end][-1] in _END_MARKS and not words[end][0].isalnum())):
        # An opening mark of the next sentence looks like a closing one when it stands apart from this.
        if columns.starts[end] > columns.ends[end - 1] and words[end] in _OPENERS:
            break
        end += 1
    return end


def _bounded(words: list[str], first: int, end: int) -> list[tuple[int, int]]:
    """The sentence, in pieces when it is longer than any sentence is: a table or a list, or text without stops.

    The stages behind look around in a sentence; only sentences with an upper bound keep them linear in the text.
    """
    pieces: list[tuple[int, int]] = []
    while end - first > _LONGEST:
        last = first + _LONGEST
        border = last
        while border > last - _BORDER_WITHIN and words[border - 1] not in _INNER_BORDERS:
            border -= 1
        border = border if border > last - _BORDER_WITHIN else last
        pieces.append((first, border))
        first = border
    pieces.append((first, end))
    return pieces


def _begins_glued(columns: TokenColumns, mark: int, behind: int, last: int, lexicon: TextLexicon) -> bool:
    """Whether a sentence begins without a space before it, as in saved pages: "was lying.According to the paper".

    "example.com", "U.S.-led", "Node.js" and "Amazon.Com" go on.
    """
    words = columns.words
    word, stop = words[behind], words[mark]
    if len(stop) > 1 or not word[0].isupper() or mark == 0:
        return False
    if columns.starts[mark] > columns.ends[mark - 1]:
        return False  # " .Net"
    if word.lower() in lexicon.starters:
        return len(words[mark - 1]) > 1 or not words[mark - 1].isalpha()
    if not word[1:].islower() or (behind + 2 < last and words[behind + 1] == "." and _touch(columns, behind + 2)):
        return False
    if behind > mark + 1:
        return True  # behind a closing mark
    before = words[mark - 1]
    return len(before) > 1 and before.islower() and before.isalpha() and len(word) > _LONGEST_SUFFIX


def _touch(columns: TokenColumns, number: int) -> bool:
    """Whether a token touches the one before it."""
    return columns.starts[number] == columns.ends[number - 1]


def _begins_sentence(
    columns: TokenColumns, mark: int, behind: int, following: int, last: int, lexicon: TextLexicon
) -> bool:
    """Whether a sentence begins at token ``behind``, which comes after the end mark at token ``mark``.

    ``following`` is the same token, or the one behind the marks that open the sentence; the line ends before ``last``.
    """
    words = columns.words
    if columns.starts[behind] == columns.ends[behind - 1]:
        return _begins_glued(columns, mark, behind, last, lexicon)
    opener = words[behind] in _OPENERS
    word = words[following]
    if word[0].islower() and word == word.lower():
        return False
    if not (word[0].isalnum() or opener):
        return False
    stop = words[mark]
    if len(stop) == 1 or stop[0] in _END_MARKS:
        return True
    # The mark is the stop of an abbreviation, an initial or letters with stops.
    if words[behind] in _BRACKETS:
        return False  # "at 8 p.m. (1700 GMT)"
    kind = lexicon.abbreviations.get(stop[:-1].lower())
    if kind in ("before", "number", "month"):
        return False
    if len(stop) == len("J."):
        return False
    return opener or word.lower() in lexicon.starters
