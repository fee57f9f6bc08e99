"""Tokens to quoted stretches: where quotation marks open and close.

What comes in: tokens and the quote lexicon. What goes out: stretches in text order that do not overlap, marks
included. Apostrophes are told from marks by their neighbours; a paragraph that opens with a mark while a quotation is
open continues it; a quotation that is never closed ends with its paragraph. Nested quotations are part of the outer
one. Who is quoted is not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.lexicons.inflection import PAST
from timeline.lexicons.quote_rows import QUOTE
from timeline.lexicons.quotes import MARK, QuoteLexicon
from timeline.values.text import TokenizedText

_ENDS_SPEECH = frozenset(".,?!…—–-:;")
_OPENS_BEFORE = frozenset("([{—–-/")
_SMALL_MARKS = frozenset("'`‘’")
_CLOSES_AFTER = frozenset(".,?!…—–-:;)]}")


@dataclass(slots=True)
class Quoted:
    """One quoted stretch.

    Attributes:
        first_token, end_token: Half-open token range with the marks.
        closed: Whether its closing mark stands in the text.
        continues: Whether it goes on with the stretch before it, in the next paragraph.
        speech: Whether it reads as a whole sentence or clause, not as a word or title in quotation marks.
        expects: Whether "he said" may follow: it ends with a comma, question mark or the like, not with a full stop.
    """

    first_token: int
    end_token: int
    closed: bool
    continues: bool = False
    speech: bool = False
    expects: bool = True


def find_quoted(tokens: TokenizedText, classes: list[int], quotes: QuoteLexicon) -> list[Quoted]:
    """The quoted stretches of an article in text order; nested ones are left out.

    ``'"We are "ready," he said,' the aide said.'`` has one stretch, from the first to the last single mark.

    Args:
        tokens: The article.
        classes: For each token its word classes (``QuoteLexicon.classes``).
        quotes: The lexicon.
    """
    marks = _marks(tokens, classes, quotes)
    if not marks:
        return []
    doubles: list[Quoted] = []
    singles: list[Quoted] = []
    open_at = -1
    position = 0
    for first, end in _paragraphs(tokens):
        begin = position
        while position < len(marks) and marks[position].first < end:
            position += 1
        if begin == position:
            open_at = -1  # a paragraph without any mark ends what was left open
            continue
        within = marks[begin:position]
        double = [mark for mark in within if mark.glyph not in quotes.singles]
        open_at = _doubles(tokens, double, first, end, open_at, quotes, doubles)
        if len(double) < len(within):
            _singles(tokens, [mark for mark in within if mark.glyph in quotes.singles], end, quotes, singles)
    stretches = _outermost(tokens, doubles, singles) if singles else doubles
    for stretch in stretches:
        _describe(tokens, stretch)
    return stretches


@dataclass(slots=True)
class _Mark:
    """A quotation mark: its tokens, its glyph, and whether space stands before and behind it."""

    first: int
    end: int
    glyph: str
    apart_before: bool
    apart_after: bool


def _marks(tokens: TokenizedText, classes: list[int], quotes: QuoteLexicon) -> list[_Mark]:
    """The marks of an article; two single ones without space between them are one double mark."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    count = len(words)
    marks: list[_Mark] = []
    number = -1
    for found in [number for number in tokens.marked if classes[number] & MARK]:
        if found <= number:
            continue
        number, glyph = found, words[found]
        if number + 1 < count and starts[number + 1] == ends[number] and glyph + words[number + 1] in quotes.openers:
            number, glyph = number + 1, '"'
        marks.append(
            _Mark(
                found,
                number + 1,
                glyph,
                found == 0 or starts[found] > ends[found - 1] or words[found - 1] in _OPENS_BEFORE,
                number + 1 >= count or starts[number + 1] > ends[number],
            )
        )
    return marks


def _paragraphs(tokens: TokenizedText) -> list[tuple[int, int]]:
    """Token ranges of the paragraphs; a line of its own counts as one."""
    ranges: list[tuple[int, int]] = []
    paragraph = -1
    for sentence in tokens.sentences:
        if sentence.paragraph == paragraph:
            ranges[-1] = (ranges[-1][0], sentence.end_token)
        else:
            ranges.append((sentence.first_token, sentence.end_token))
            paragraph = sentence.paragraph
    return ranges


def _doubles(
    tokens: TokenizedText,
    marks: list[_Mark],
    first: int,
    end: int,
    open_at: int,
    quotes: QuoteLexicon,
    found: list[Quoted],
) -> int:
    """Adds the stretches between double marks of one paragraph; returns the mark left open, -1 without one."""
    # When the paragraph before ended inside a quotation, it goes on if this one opens with a mark.
    continues = open_at >= 0 and bool(marks) and marks[0].first == first
    opened: _Mark | None = None
    glyphs = [mark.glyph for mark in marks]
    nests = glyphs.count("“") == glyphs.count("”") > 1  # each has its partner: one inside another is nested
    depth = 0
    for mark in marks:
        if opened is None:
            if _may_open(tokens, mark, quotes):
                opened = mark
        elif nests and mark.glyph == "“":
            depth += 1
        elif depth and mark.glyph == "”":
            depth -= 1
        elif _closes(mark, opened, quotes):
            if mark.first > opened.end:
                found.append(Quoted(opened.first, mark.end, True, continues and opened.first == first))
            opened = None
        elif mark.glyph in quotes.openers:
            # A second opening mark: the first was never closed.
            if mark.first > opened.end:
                found.append(Quoted(opened.first, mark.first, False, continues and opened.first == first))
            opened = mark
    if opened is not None and opened.end < end:
        stop = _before_cue(tokens, opened.end, end, quotes)
        found.append(Quoted(opened.first, stop, False, continues and opened.first == first))
        return opened.first if stop == end else -1
    return -1


def _before_cue(tokens: TokenizedText, first: int, end: int, quotes: QuoteLexicon) -> int:
    """Where a quotation without closing mark ends: before ", said Firth", else with the paragraph."""
    for number in range(first, end - 2):
        if tokens.words[number] == "," and tokens.words[number + 2][0].isupper():
            verb = quotes.verbs.get(tokens.lowers[number + 1])
            if verb is not None and verb[0].takes & QUOTE and verb[1] & PAST:
                return number + 1
    return end


def _may_open(tokens: TokenizedText, mark: _Mark, quotes: QuoteLexicon) -> bool:
    """Whether a double mark outside any quotation opens one."""
    if mark.end >= len(tokens.words):
        return False
    if mark.glyph == "“":
        return True
    if mark.glyph in quotes.openers:
        return not mark.apart_after or (mark.apart_before and tokens.words[mark.end][0] not in _CLOSES_AFTER)
    # A closing mark turned the wrong way round: says,” we will go.”
    turned = mark.apart_after and not mark.apart_before and tokens.words[mark.first - 1] in (",", ":")
    return turned and mark.glyph in quotes.closers


def _closes(mark: _Mark, opened: _Mark, quotes: QuoteLexicon) -> bool:
    """Whether a double mark closes the quotation that was opened."""
    if mark.glyph in quotes.openers.get(opened.glyph, quotes.closers):
        # A straight mark is both: after a space and before a word it opens.
        return mark.glyph != opened.glyph or not mark.apart_before or mark.apart_after
    # “ in the place of ”, or a straight mark after a curly one.
    return not mark.apart_before and mark.apart_after


def _singles(tokens: TokenizedText, marks: list[_Mark], end: int, quotes: QuoteLexicon, found: list[Quoted]) -> None:
    """Adds the stretches between single marks of one paragraph; marks that are apostrophes give none."""
    words, lowers = tokens.words, tokens.lowers
    opened = fallback = -1
    for mark in marks:
        following = words[mark.end] if mark.end < end else ""
        apart_before = mark.apart_before or words[mark.first - 1] in quotes.openers
        if apart_before and following and not mark.apart_after:
            if mark.glyph == "’" or following[0].isdigit() or lowers[mark.end] in quotes.elisions:
                continue
            if fallback > opened >= 0:
                found.append(Quoted(opened, fallback + 1, True))
            opened, fallback = mark.first, -1
        elif opened >= 0 and not apart_before and (mark.apart_after or following[0] in _CLOSES_AFTER):
            if words[mark.first - 1][-1] in ("s", "S") and not (following and following[0] in _CLOSES_AFTER):
                fallback = mark.first  # may be a plural's apostrophe: "the officials' plan"
                continue
            found.append(Quoted(opened, mark.end, True))
            opened = fallback = -1
    if fallback > opened >= 0:
        found.append(Quoted(opened, fallback + 1, True))


def _outermost(tokens: TokenizedText, doubles: list[Quoted], singles: list[Quoted]) -> list[Quoted]:
    """Both kinds in text order without nesting; single marks around double ones only count when they close speech."""
    loose = {stretch.first_token for stretch in singles if tokens.words[stretch.end_token - 2][-1] not in _ENDS_SPEECH}
    kept: list[Quoted] = []
    for stretch in sorted([*doubles, *singles], key=lambda stretch: (stretch.first_token, -stretch.end_token)):
        if not kept or stretch.first_token >= kept[-1].end_token:
            kept.append(stretch)
        elif kept[-1].first_token in loose:
            kept[-1] = stretch
    return kept


def _describe(tokens: TokenizedText, stretch: Quoted) -> None:
    """Sets whether a stretch reads as speech, beginning and ending so, and whether "he said" may follow."""
    words = tokens.words
    first, last = stretch.first_token + 1, stretch.end_token - 1
    while first < last and words[first] in _SMALL_MARKS:
        first += 1
    if stretch.closed:
        last -= 1
        while last > first and words[last] in _SMALL_MARKS:
            last -= 1
    stretch.expects = words[last] != "."
    if last <= first:
        return
    begins = words[first][0].isupper() or not words[first][0].isalpha()
    ends = words[last][-1] in _ENDS_SPEECH
    if not ends and stretch.end_token < len(words):
        ends = words[stretch.end_token] in (".", "?", "!", ",")
    stretch.speech = stretch.continues or (begins and ends)
