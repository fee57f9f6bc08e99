"""What is found, with which words before it, and that no text makes the search slow."""

from __future__ import annotations

import gc
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.lexicons.time import time_lexicon
from timeline.temporal import resolve, tag
from timeline.text import split
from timeline.values.dates import TimeExpression

LEXICON = time_lexicon()

#: Kinds of expressions: (text with one expression, its words, type, unresolved, signal, mod).
KINDS = [
    ("said on Wednesday evening that", "Wednesday evening", "TIME", "wd:3 TEV", "on", None),
    ("will meet on Thursday.", "Thursday", "DATE", "wd:4", "on", None),
    ("since Oct. 7.", "Oct. 7", "DATE", "md:10-07", "since", None),
    ("after 52 days in captivity", "52 days", "DURATION", "dur:P52D", "after", None),
    ("a six-week-long cease-fire", "six-week-long", "DURATION", "dur:P6W", None, None),
    ("ahead of Ramadan.", "Ramadan", "DATE", "feast:ramadan", "ahead of", None),
    ("Earlier in the day he spoke.", "Earlier in the day", "DATE", "here D+0 side:to", None, "START"),
    ("by the end of May.", "the end of May", "DATE", "m:05", "by", "END"),
    ("no later than Friday.", "Friday", "DATE", "wd:5", "no later than", None),
    ("until at least Monday.", "Monday", "DATE", "wd:1", "until", "EQUAL_OR_MORE"),
    ("for about two weeks.", "two weeks", "DURATION", "dur:P2W", "for", "APPROX"),
    ("in nearly three years.", "nearly three years", "DURATION", "dur:P3Y", "in", None),
    ("as of Tuesday.", "Tuesday", "DATE", "wd:2", "as of", None),
    ("within 48 hours.", "48 hours", "DURATION", "dur:PT48H", "within", None),
    ("in mid-2023.", "mid-2023", "DATE", "2023", "in", "MID"),
    ("in early March.", "early March", "DATE", "m:03", "in", "START"),
    ("every four years", "every four years", "SET", "set:P4Y", None, None),
    ("twice a month", "twice a month", "SET", "set:P1M", None, None),
    ("over the past two months.", "the past two months", "DURATION", "dur:P2M end:pub", "over", None),
    ("in the coming days.", "the coming days", "DURATION", "dur:PXD begin:pub", "in", None),
    ("in the third quarter.", "the third quarter", "DATE", "q:3", "in", None),
    ("from 9:30 a.m. GMT.", "9:30 a.m. GMT", "TIME", "here D+0 T09:30Z", "from", None),
    ("in the 1990s.", "the 1990s", "DATE", "199", "in", None),
    ("two years ago.", "two years ago", "DATE", "Y-2", None, None),
    ("He was three days late.", "three days", "DURATION", "dur:P3D", None, None),
]

#: Words that look like time expressions and are none.
NONE = [
    "a 13-year-old boy", "The singer, 34, won 3-1 at home.", "He may resign.", "May the best win.", "They march on.",
    "The march against the mayor", "Resolution 1441 was passed.", "about 2,000 troops", "1998 troops", "it cost $1998",
    "call 555-0148 now-defunct", "the second-largest city", "He scored in the second half.", "Theresa May spoke.",
    "an august body", "the minutes of the meeting", "prices fall", "hot springs", "room 1984", "Sun Microsystems",
    "the National Organization for Women, NOW", "the Friday Club", "Mr. March spoke.", "seconded by April Quayle",
]  # fmt: skip


def tagged(text: str) -> tuple[TimeExpression, ...]:
    return tag(split(text), LEXICON)


@pytest.mark.parametrize(
    ("text", "words", "kind", "unresolved", "signal", "mod"), KINDS, ids=[kind[0] for kind in KINDS]
)
def test_kind(text: str, words: str, kind: str, unresolved: str, signal: str | None, mod: str | None) -> None:
    """Extent, type, meaning, connective and softener of each kind."""
    (timex,) = tagged(text)
    assert (timex.text, timex.type, timex.unresolved, timex.signal, timex.mod) == (words, kind, unresolved, signal, mod)


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    """Ages, counts, scores, money, names and verbs are no time expressions."""
    assert [timex.text for timex in tagged(text)] == []


@pytest.mark.parametrize(
    ("text", "cue", "cue_text"),
    [
        ("The cabinet will convene on Thursday.", "future", "will"),
        ("He said Thursday that he will go.", "past", "said"),
        ("They plan to meet Thursday.", "future", "plan to"),
        ("They must answer by Thursday.", "future", "by"),
        ("They had answered by Thursday.", "past", "had"),
        ("Police arrested two men on Thursday.", "past", "arrested"),
        ("On Thursday it will open.", "future", "will"),
        ("On Thursday, the leaders of the two small countries will meet.", "future", "will"),
        ("On Thursday, the leaders of the two small countries met.", "past", "met"),
        ("the vote on Thursday", None, None),
        ("They are to meet on Thursday.", "future", "are to"),
        ("It is due Thursday.", "future", "due"),
    ],
)
def test_cue(text: str, cue: str | None, cue_text: str | None) -> None:
    """The verb that governs a weekday tells its direction, and which words told it."""
    (timex,) = tagged(text)
    assert (timex.cue, timex.cue_text) == (cue, cue_text)


def test_sentence_and_index() -> None:
    """Expressions are numbered in text order and know their sentence."""
    found = tagged("It rained on Monday. It will snow on Friday, in March or by April.")
    assert [(timex.index, timex.sentence, timex.text) for timex in found] == [
        (0, 0, "Monday"), (1, 1, "Friday"), (2, 1, "March"), (3, 1, "April"),
    ]  # fmt: skip


def test_no_match_over_a_sentence_end() -> None:
    """Words of two sentences are never one expression."""
    assert [timex.text for timex in tagged("They met in May. 5 people spoke.")] == ["May"]


@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            [
                "may",
                "March",
                "5",
                "2021",
                "of",
                "the",
                ",",
                "-",
                "last",
                "week",
                "'s",
                "two",
                "and",
                "a",
                "half",
                "Monday",
                "10:30",
                "a.m.",
                "%",
                "/",
            ]
        )
    ).map(" ".join)
)
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    """Whatever the text, spans quote it, do not overlap, and resolving does not fail."""
    found = resolve(tagged(text), date(2024, 2, 28))
    assert all(text[timex.start : timex.end] == timex.text for timex in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert [timex.index for timex in found] == list(range(len(found)))


@given(st.sampled_from([kind[0] for kind in KINDS]))
def test_lower_case_invents_nothing(text: str) -> None:
    """Without capitals a month may be lost, but none appears where none was."""
    assert len(tagged(text.lower())) <= max(1, len(tagged(text)))


HOSTILE = [
    "of of of ",
    "1 2 3 4 ",
    "may may may ",
    "the the ",
    "2021-",
    "last last week ",
    "10:30 ",
    "Monday, ",
    "a year or ",
    "- - - ",
    "three to ",
]
LENGTH = 100_000
SLOWEST = 12  # times the time of ordinary prose of the same length; it measures growth, not speed


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_is_slow(piece: str) -> None:
    """Time grows with the length alone: a hostile text takes a few times what prose of its length takes."""
    prose = (
        "The council of Orla met on Tuesday to hear about the strike, and two of its members left early in the day. "
    )
    ordinary, hostile = (_seconds((text * (LENGTH // len(text) + 1))[:LENGTH]) for text in (prose, piece))
    assert hostile < SLOWEST * ordinary


def _seconds(text: str) -> float:
    """The quicker of two runs: what else the machine does can only slow one down."""
    tokens = split(text)
    taken = []
    gc.disable()  # a collection looks at all that the process has, whichever text happens to meet it
    try:
        for _ in range(2):
            start = time.process_time()
            resolve(tag(tokens, LEXICON), date(2024, 2, 28))
            taken.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(taken)
