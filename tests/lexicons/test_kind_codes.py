"""Kinds of words as one byte a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import LexiconError
from timeline.lexicons.event_kinds import KINDS, NEGATION, QUOTE, TO
from timeline.lexicons.events import BE, COMMA, TRIGGER, event_lexicon
from timeline.lexicons.kind_codes import KindCodes

WORDS = st.dictionaries(
    st.text("abc", min_size=1, max_size=3),
    st.integers(0, 15).map(lambda bits: bits * TO),
    max_size=8,
)


@given(WORDS, st.sampled_from(sorted(KINDS.values())))
def test_a_row_says_of_each_word_what_its_bits_say(kinds: dict[str, int], mask: int) -> None:
    """The number of a word stands for its bits, and the table for a kind marks those that have it."""
    codes = KindCodes(kinds)
    row = bytes(codes.of_word[word] for word in kinds)
    assert [codes.kinds[number] for number in row] == list(kinds.values())
    assert list(row.translate(codes.table(mask))) == [int(kind & mask != 0) for kind in kinds.values()]
    assert list(row.translate(codes.classes(int.bit_count))) == [kind.bit_count() for kind in kinds.values()]


def test_a_word_can_lose_kinds_where_it_stands() -> None:
    """What is no negation or no "to" there, no word at all, and a single quotation mark have numbers too."""
    codes = KindCodes({"no": NEGATION | BE, "to": TO, ",": COMMA})
    for kind in (0, QUOTE, NEGATION | BE, BE, TO, COMMA):
        assert codes.kinds[codes.of_kinds[kind]] == kind
    assert codes.kinds[0] == 0


def test_there_are_not_more_combinations_than_a_byte_has() -> None:
    """Ours are half as many; a lexicon with more is refused by name and not read wrongly."""
    assert len(event_lexicon().kind_codes.kinds) < 200
    with pytest.raises(LexiconError, match="combinations of kinds"):
        KindCodes({str(number): number for number in range(300)})


def test_every_trigger_is_found_by_its_row() -> None:
    """Numbers and bits of the shipped lexicon agree for each of its words."""
    lexicon = event_lexicon()
    codes = lexicon.kind_codes
    row = bytes(map(codes.of_word.__getitem__, lexicon.kinds))
    found = row.translate(codes.table(TRIGGER))
    assert [bool(mark) for mark in found] == [bool(kind & TRIGGER) for kind in lexicon.kinds.values()]
