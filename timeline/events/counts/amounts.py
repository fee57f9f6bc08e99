"""Numbers of people as they are written: "at least 12", "between 40 and 50", "three hundred and twelve", "dozens".

What comes in: a page and a range of tokens. What goes out: an ``Amount`` for each number that may count somebody; ages,
shares, years, sums of money and the numbers of flights are left out. Not decided here: whom it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.events.article.page import Page
from timeline.lexicons.events import TRIGGER
from timeline.lexicons.numbers import APPROXIMATE, MAXIMUM, MINIMUM, NumberWords, number_words

_NO_PEOPLE = "no_people"  # word class: units behind a number that counts nobody
_NAMING = "naming"  # word class: words before a number that counts nobody: "aged 84", "on flight 12"
_MONEY = frozenset(("$", "€", "£", "¥"))
_SHARING = frozenset(("in", "out", "of", "every"))  # between the numbers of a share
_RANGING = frozenset(("to", "or", "-", "–"))  # between the ends of a range
_LONGEST_BOUND = 3  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number with its bounds, by tokens.

    Attributes:
        first, end: The number itself.
        start, stop: The number with the words that bound it: "at least 12", "40 or more".
        low, high: What is said; None where nothing is. 12 exactly is 12 and 12.
        approximate: Whether it is about so many.
    """

    first: int
    end: int
    start: int
    stop: int
    low: int | None
    high: int | None
    approximate: bool = False


def amounts_in(page: Page, first: int, end: int) -> list[Amount]:
    """The numbers of people among some tokens, in text order.

    In ``Between 40 and 50 nurses and at least 12 guards were hurt`` these are 40 to 50, and 12 or more.
    """
    found: list[Amount] = []
    for number_first, number_end in _runs(page, first, end):
        amount = _amount(page, number_first, number_end, first, end)
        if amount is None:
            continue
        joined = _joined(page, found[-1], amount, first) if found else None
        if joined is None:
            found.append(amount)
        else:
            found[-1] = joined
    return found


def _runs(page: Page, first: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of tokens that write one number each."""
    words, lowers = number_words(), page.lowers
    known = words.words
    behind = first
    for start in [token for token, low in enumerate(lowers[first:end], first) if low in known or low[0].isdigit()]:
        if start < behind or page.timed[start]:
            continue
        behind = start + 1
        while behind < end and (more := _goes_on(lowers[behind - 1 : min(behind + 2, end)], words)):
            behind += more
        yield start, behind


def _goes_on(three: Sequence[str], words: NumberWords) -> int:
    """How many of the second and third word go on with the number that the first is part of."""
    before, low = three[:2]
    values = words.values
    third = three[2] if len(three) > 2 else ""
    if low in values.multiples or (low in words.words and (before in values.multiples or before in values.tens)):
        return 1  # "two hundred", "three hundred twelve"
    if low == "-" and before in values.tens and third in values.units:
        return 2  # "twenty-one"
    if low == "and" and before in values.multiples and (third in values.units or third in values.tens):
        return 2  # "three hundred and twelve"
    return 2 if low == "of" and before in values.vague and third in values.vague else 0  # "tens of thousands"


def _amount(page: Page, first: int, end: int, low_end: int, high_end: int) -> Amount | None:
    """The number of some tokens with what is said of it; None where it counts nobody."""
    lowers, words = page.lowers, number_words()
    if _counts_nobody(page, first, end, low_end, high_end):
        return None
    number = _value([low for low in lowers[first:end] if low not in ("of", "and")], words)
    if number is None:
        return None
    start, number, is_vague = _with_article(lowers, first, low_end, number, words)
    kind, width = _bound_before(lowers, start, low_end, words)
    behind = 0
    if not kind:
        kind, behind = _bound_behind(lowers, end, high_end, words)
    start -= width
    if kind == MAXIMUM and (is_vague or (start > low_end and lowers[start - 1] == "and")):
        return None  # "up to hundreds"; "guards and up to five nurses" may be more than five
    return Amount(
        first=first,
        end=end,
        start=start,
        stop=end + behind,
        low=None if kind == MAXIMUM else number,
        high=None if kind == MINIMUM or is_vague else number,
        approximate=kind == APPROXIMATE or is_vague,
    )


def _counts_nobody(page: Page, first: int, end: int, low_end: int, high_end: int) -> bool:
    """Whether what stands beside a number says that it is of no people: a unit, a currency, an age, a share."""
    lowers, words, classes = page.lowers, number_words(), page.lexicon.classes
    behind = lowers[end] if end < high_end else ""
    before = lowers[first - 1] if first > low_end else ""
    if behind in classes[_NO_PEOPLE] or before in _MONEY:
        return True
    if before in classes[_NAMING] and (before != "at" or words.classes.tolls.isdisjoint(lowers[low_end:first])):
        return True  # "aged 84", "at 84"; but "the toll stands at 84"
    if before == "-" and first - 1 > low_end and lowers[first - 2].isalpha():
        return True  # "U-20"
    if behind == "-" and end + 1 < high_end and lowers[end + 1].isalpha() and lowers[end + 1] not in words.words:
        return True  # "34-year-old"
    return (lowers[first:end] == ("one",) and before in words.classes.no_one) or _is_share(lowers, first, end)


def _with_article(
    lowers: Sequence[str], first: int, low_end: int, number: int, words: NumberWords
) -> tuple[int, int, bool]:
    """Where a number begins with "a", "half a" or "several", what it is then, and whether it is so many or more."""
    if lowers[first] not in words.values.multiples or first == low_end:
        return first, number, lowers[first] in words.values.vague
    before = lowers[first - 1]
    if before == "several":
        return first - 1, 2 * number, True  # "several thousand": thousands
    if before != "a":
        return first, number, False
    half = first - 1 > low_end and lowers[first - 2] == "half"
    return (first - 2, number // 2, False) if half else (first - 1, number, False)


def _bound_before(lowers: Sequence[str], first: int, low_end: int, words: NumberWords) -> tuple[str, int]:
    """What the words before a number say of it, and how many they are."""
    for width in range(min(_LONGEST_BOUND, first - low_end), 0, -1):
        kind = words.before.get(tuple(lowers[first - width : first]))
        if kind is not None:
            return kind, width
    return "", 0


def _bound_behind(lowers: Sequence[str], end: int, high_end: int, words: NumberWords) -> tuple[str, int]:
    """What the words behind a number say of it, and how many they are."""
    for width in range(min(2, high_end - end), 0, -1):
        kind = words.behind.get(tuple(lowers[end : end + width]))
        if kind is not None:
            return kind, width
    return "", 0


def _joined(page: Page, one: Amount, other: Amount, low_end: int) -> Amount | None:
    """Two numbers as one range: "40 to 50", "between 40 and 50"; not "rose from 40 to 50", which tells of a change."""
    lowers = page.lowers
    if one.end + 1 != other.first or one.low is None or other.high is None or one.low >= other.high:
        return None
    between = lowers[one.end]
    before = lowers[one.start - 1] if one.start > low_end else ""
    start = one.start
    if between == "and" and before == "between":
        start -= 1
    elif between not in _RANGING:
        return None
    elif before == "from":
        if one.start - 1 > low_end and page.bits[one.start - 2] & TRIGGER:
            return None
        start -= 1
    return replace(other, start=start, low=one.low)


def _is_share(lowers: Sequence[str], first: int, end: int) -> bool:
    """Whether a number is one of the two of a share, which counts nobody: "four in five", "one out of every ten"."""
    last = end
    while last < len(lowers) and lowers[last] in _SHARING:
        last += 1
    if _parted(lowers[end:last]) and _less(lowers[first:end], lowers[last : last + 1]):
        return True
    before = first
    while before > 0 and lowers[before - 1] in _SHARING:
        before -= 1
    return before > 0 and _parted(lowers[before:first]) and _less(lowers[before - 1 : before], lowers[first:end])


def _parted(between: Sequence[str]) -> bool:
    """Whether the words between two numbers make a share of them: "in", "of every"; not "of" in "tens of thousands"."""
    return bool(between) and list(between) != ["of"]


def _less(part: Sequence[str], whole: Sequence[str]) -> bool:
    words = number_words()
    low, high = _value(part, words), _value(whole, words)
    return low is not None and high is not None and low < high


def _value(written: Sequence[str], words: NumberWords) -> int | None:
    """The number that words or digits write: "twenty - three", "two hundred", "1,200", "tens thousands"."""
    values = words.values
    total = 0
    for place, word in enumerate(written):
        if word in values.units:
            total += values.units[word]
        elif word in values.tens:
            total += values.tens[word]
        elif word in values.multiples:
            total = max(total, 1) * values.multiples[word]
        elif word in values.vague:
            total = total * (values.vague[word] // 2) if total else values.vague[word]
        elif word != "-":
            digits = word.replace(",", "")
            if digits.isdigit():
                total += int(digits)
            elif written[-1] in values.multiples and place == 0 and digits.replace(".", "", 1).isdigit():
                return round(float(digits) * values.multiples[written[-1]])  # "1.2 million"
            else:
                return None
    return total
