"""Tokens: a table of what becomes of words, and offsets that always quote their text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text import split
from timeline.values.article import Block

TOKENS = [
    ("Gen. Hale didn't sign.", ["Gen.", "Hale", "did", "n't", "sign", "."]),
    ("the mayor's car", ["the", "mayor", "'s", "car"]),
    ("the mayors’ cars", ["the", "mayors", "’", "cars"]),
    ("O'Brien o'clock", ["O'Brien", "o'clock"]),
    ("We’re done", ["We", "’re", "done"]),
    ("U.S.-led talks", ["U.S.", "-", "led", "talks"]),
    ("at 3:30 p.m. sharp", ["at", "3:30", "p.m.", "sharp"]),
    ("Sept. 5, 2024", ["Sept.", "5", ",", "2024"]),
    ("on the 3rd in the 1990s", ["on", "the", "3rd", "in", "the", "1990s"]),
    ("He sat. It rained", ["He", "sat", ".", "It", "rained"]),
    ("No. 10 said no.", ["No.", "10", "said", "no", "."]),
    ("cost $1,200.50 (3%)", ["cost", "$", "1,200.50", "(", "3", "%", ")"]),
    ("a 13-year-old", ["a", "13", "-", "year", "-", "old"]),
    ("the rest... or", ["the", "rest", "...", "or"]),
    ("7pm on 05/08/2024", ["7", "pm", "on", "05", "/", "08", "/", "2024"]),
    ("the Airbus A320", ["the", "Airbus", "A320"]),
    ("They met in Sept.\n\n5 people came.", ["They", "met", "in", "Sept", ".", "5", "people", "came", "."]),
    ("They met in Sept.\n5 people came.", ["They", "met", "in", "Sept", ".", "5", "people", "came", "."]),
    ("They met in Sept., too", ["They", "met", "in", "Sept.", ",", "too"]),
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_words(text: str, expected: list[str]) -> None:
    """Each text has exactly these tokens."""
    assert expected == list(split(text).words)


@given(st.text(max_size=300))
def test_offsets_quote_their_text(text: str) -> None:
    """Whatever comes in, every token and sentence stands where it says, in order, and nothing visible is lost."""
    tokens = split(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == list(tokens.words)
    assert list(tokens.starts) == sorted(tokens.starts)
    assert "".join(text.split()) == "".join("".join(tokens.words).split())
    assert [n for s in tokens.sentences for n in range(s.first_token, s.end_token)] == list(range(len(tokens.words)))


def test_lower_case_has_straight_apostrophes() -> None:
    """Rules are written with one apostrophe, whatever the page uses."""
    assert split("didn’t").lowers == ("did", "n't")


@given(st.text(max_size=200))
def test_marked_tokens_are_those_that_are_not_letters_alone(text: str) -> None:
    """Marks, figures and clitics are marked, in order, and no word is."""
    tokens = split(text)
    assert tokens.marked == tuple(number for number, word in enumerate(tokens.words) if not word.isalpha())


def test_tokens_of_several_blocks_count_on() -> None:
    """A second block goes on counting where the first ended."""
    blocks = (Block(kind="title", start=0, end=9), Block(kind="body", start=9, end=26))
    tokens = split("Talks end\nThey ended at 5.", blocks)
    assert [tokens.words[number] for number in tokens.marked] == ["5", "."]
    assert [sentence.kind for sentence in tokens.sentences] == ["title", "body"]
