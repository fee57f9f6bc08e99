"""Tokens to quoted stretches: where quotation marks open and close.

What comes in: tokens and the quote lexicon. What goes out: stretches in text order that do not overlap, marks included.
Apostrophes are told from marks by their neighbours; a paragraph that opens with a mark while a quotation is open continues
it; a quotation that is never closed ends with its paragraph. Nested quotations are part of the outer one. Who is quoted is
not decided here.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.lexicons.quotes import MARK, QuoteLexicon
from timeline.values.text import TokenizedText

_ENDS_SPEECH = frozenset(".,?!…—–-:;")
_OPENS_BEFORE = frozenset("([{—–-/")
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
    marks = [number for number, bits in enumerate(classes) if bits & MARK]
    if not marks:
        return []
    doubles: list[Quoted] = []
    singles: list[Quoted] = []
    open_at = -1
    position = 0
    for first, end in _paragraphs(tokens):
        begin = position
        while position < len(marks) and marks[position] < end:
            position += 1
        if begin == position:
            open_at = -1  # a paragraph without any mark ends what was left open
            continue
        within = marks[begin:position]
        double = [number for number in within if tokens.words[number] not in quotes.singles]
        open_at = _doubles(tokens, double, first, end, open_at, quotes, doubles)
        if len(double) < len(within):
            _singles(
                tokens, [number for number in within if tokens.words[number] in quotes.singles], end, quotes, singles
            )
    stretches = _outermost(tokens, doubles, singles) if singles else doubles
    for stretch in stretches:
        stretch.speech = _is_speech(tokens, stretch)
        stretch.expects = tokens.words[stretch.end_token - (2 if stretch.closed else 1)] != "."
    return stretches


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
    marks: list[int],
    first: int,
    end: int,
    open_at: int,
    quotes: QuoteLexicon,
    found: list[Quoted],
) -> int:
    """Adds the stretches between double marks of one paragraph; returns the mark left open, -1 without one."""
    continues = False
    if open_at >= 0:
        # The paragraph before ended inside a quotation: it goes on when this one opens with a mark.
        if marks and marks[0] == first:
            continues = True
        open_at = -1
    opened = -1
    for number in marks:
        word = tokens.words[number]
        if opened < 0:
            if _may_open(tokens, number, word, quotes):
                opened = number
            continue
        if _closes(tokens, number, word, opened, quotes):
            if number > opened + 1:
                found.append(Quoted(opened, number + 1, True, continues and opened == first))
            opened = -1
        elif word in quotes.openers:
            # A second opening mark: the first was never closed.
            found.append(Quoted(opened, number, False, continues and opened == first))
            opened = number
    if opened >= 0 and opened < end - 1:
        found.append(Quoted(opened, end, False, continues and opened == first))
        return opened
    return -1


def _may_open(tokens: TokenizedText, number: int, word: str, quotes: QuoteLexicon) -> bool:
    """Whether a double mark outside any quotation opens one."""
    starts, ends = tokens.starts, tokens.ends
    if number + 1 >= len(starts):
        return False
    apart_before = number == 0 or starts[number] > ends[number - 1] or tokens.words[number - 1] in _OPENS_BEFORE
    apart_after = starts[number + 1] > ends[number]
    if word == "“":
        return True
    if word in quotes.openers:
        return not apart_after or (apart_before and not tokens.words[number + 1][0] in _CLOSES_AFTER)
    # A closing mark turned the wrong way round: says,” we will go.”
    return word in quotes.closers and not apart_before and apart_after and tokens.words[number - 1] in (",", ":")


def _closes(tokens: TokenizedText, number: int, word: str, opened: int, quotes: QuoteLexicon) -> bool:
    """Whether a double mark closes the quotation that was opened."""
    opener = tokens.words[opened]
    closing = quotes.openers.get(opener, quotes.closers)
    starts, ends = tokens.starts, tokens.ends
    tight_before = starts[number] == ends[number - 1]
    tight_after = number + 1 < len(starts) and starts[number + 1] == ends[number]
    if word in closing:
        # A straight mark is both: after a space and before a word it opens.
        return word != opener or tight_before or not tight_after
    # “ in the place of ”, or a straight mark after a curly one.
    return tight_before and not tight_after


def _singles(tokens: TokenizedText, marks: list[int], end: int, quotes: QuoteLexicon, found: list[Quoted]) -> None:
    """Adds the stretches between single marks of one paragraph; marks that are apostrophes give none."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    opened = fallback = -1
    for number in marks:
        apart_before = (
            number == 0
            or starts[number] > ends[number - 1]
            or words[number - 1] in _OPENS_BEFORE
            or (words[number - 1] in quotes.openers)
        )
        tight_after = number + 1 < end and starts[number + 1] == ends[number]
        if apart_before and tight_after:
            following = words[number + 1]
            if tokens.lowers[number + 1] in quotes.elisions or following[0].isdigit() or words[number] == "’":
                continue
            if opened >= 0 and fallback > opened:
                found.append(Quoted(opened, fallback + 1, True))
            opened, fallback = number, -1
        elif opened >= 0 and not apart_before and (not tight_after or words[number + 1][0] in _CLOSES_AFTER):
            if words[number - 1][-1] in ("s", "S"):
                fallback = number  # may be a plural's apostrophe: "the officials' plan"
                if not (number + 1 < end and words[number + 1][0] in _CLOSES_AFTER):
                    continue
            found.append(Quoted(opened, number + 1, True))
            opened = fallback = -1
    if opened >= 0 and fallback > opened:
        found.append(Quoted(opened, fallback + 1, True))


def _outermost(tokens: TokenizedText, doubles: list[Quoted], singles: list[Quoted]) -> list[Quoted]:
    """Both kinds in text order without nesting; single marks around double ones count only when they close a sentence."""
    kept: list[Quoted] = []
    for stretch in sorted([*doubles, *singles], key=lambda stretch: (stretch.first_token, -stretch.end_token)):
        if kept and stretch.first_token < kept[-1].end_token:
            outer = kept[-1]
            single = tokens.words[outer.first_token] not in ("“", '"')
            if single and tokens.words[outer.end_token - 2][-1] not in _ENDS_SPEECH:
                kept[-1] = stretch
            continue
        kept.append(stretch)
    return kept


def _is_speech(tokens: TokenizedText, stretch: Quoted) -> bool:
    """Whether a stretch reads as something said: it begins like a sentence and ends like one."""
    first = stretch.first_token + 1
    last = stretch.end_token - (2 if stretch.closed else 1)
    if last <= first:
        return False
    begins = tokens.words[first][0].isupper() or not tokens.words[first][0].isalpha()
    ends = tokens.words[last][-1] in _ENDS_SPEECH
    if not ends and stretch.end_token < len(tokens.words):
        ends = tokens.words[stretch.end_token] in (".", "?", "!", ",")
    return begins and ends or stretch.continues
