"""Sentences: where they end, where they do not, and what blocks and line breaks do."""

from __future__ import annotations

import time

import pytest

from timeline.text import split
from timeline.values.article import Block

SENTENCES = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Gen. Hale met Sen. Rowe. They spoke.", ["Gen. Hale met Sen. Rowe.", "They spoke."]),
    ("He flew at 3 p.m. The crew slept.", ["He flew at 3 p.m.", "The crew slept."]),
    ("He flew at 3 p.m. (1500 GMT) on Friday.", ["He flew at 3 p.m. (1500 GMT) on Friday."]),
    ("It is U.S. policy.", ["It is U.S. policy."]),
    ("He lives in the U.S. He likes it.", ["He lives in the U.S.", "He likes it."]),
    ('"Really?" he asked. "Yes."', ['"Really?" he asked.', '"Yes."']),
    ('He said: "Go. Now." Then he left.', ['He said: "Go.', 'Now."', "Then he left."]),
    ("“We won.” The crowd sang.", ["“We won.”", "The crowd sang."]),
    ("Prices rose 3.5 percent. No. 4 fell.", ["Prices rose 3.5 percent.", "No. 4 fell."]),
    ("J. K. Rowe spoke on Oct. 7. It rained.", ["J. K. Rowe spoke on Oct. 7.", "It rained."]),
    ("See example.com. Or not.", ["See example.com.", "Or not."]),
    ("He was lying.According to the paper he left.", ["He was lying.", "According to the paper he left."]),
    ("They met in Harlow.The talks failed.", ["They met in Harlow.", "The talks failed."]),
    ('"Who knows?"However, it rained.', ['"Who knows?"', "However, it rained."]),
    ("It fell by 3%.It rose in 2015.They left.", ["It fell by 3%.", "It rose in 2015.", "They left."]),
    ("Amazon.Com and Node.Js and www.Harlow.example grew.", ["Amazon.Com and Node.Js and www.Harlow.example grew."]),
    ("The U.S.The U.S.-led force left.", ["The U.S.The U.S.-led force left."]),
    ("What? No! Yes.", ["What?", "No!", "Yes."]),
    ("Acme Inc. said it agreed.", ["Acme Inc. said it agreed."]),
    ("Title without a stop\n\nFirst line. Second.", ["Title without a stop", "First line.", "Second."]),
    ("One line\nAnother line", ["One line", "Another line"]),
    ("a broken\nline goes on", ["a broken\nline goes on"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    """Each text has exactly these sentences."""
    assert expected == [text[s.start : s.end] for s in split(text).sentences]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """A mail wrapped at seventy columns reads like the article it was."""
    text = (
        "The harbour board of Kelmouth met late on the last day of the strike and\n"
        "Chairwoman Ida Brandt told members that the dredger Mole could leave for\n"
        "Aldervik once the inspectors from the Northern Coast Registry had signed\n"
        "all papers. The crew waited.\n"
    )
    assert len(split(text).sentences) == 2


def test_furniture_gives_no_sentences() -> None:
    """Only blocks worth reading are cut; the others keep their characters and nothing more."""
    text = "A title\nShare this\nHe left."
    blocks = (
        Block(kind="title", start=0, end=7),
        Block(kind="furniture", start=8, end=18),
        Block(kind="body", start=19, end=27),
    )
    assert [(s.kind, text[s.start : s.end]) for s in split(text, blocks).sentences] == [
        ("title", "A title"),
        ("body", "He left."),
    ]


def test_sentence_at_finds_by_offset() -> None:
    """An offset between two sentences belongs to neither."""
    tokens = split("He left. She stayed.")
    assert tuple(None if (s := tokens.sentence_at(offset)) is None else s.index for offset in (3, 8, 12)) == (
        0,
        None,
        1,
    )


@pytest.mark.parametrize(
    "text", ["a. " * 20_000, '"' * 40_000, "Mr. " * 20_000, "\n" * 40_000, "x" * 200_000, "U.S. " * 20_000]
)
def test_no_text_is_slow(text: str) -> None:
    """Splitting is linear: eight times the text takes no more than about eight times the time."""

    def seconds(part: str) -> float:
        started = time.process_time()
        split(part)
        return time.process_time() - started

    seconds(text[:1000])
    small, large = min(seconds(text[: len(text) // 8]) for _ in range(3)), min(seconds(text) for _ in range(2))
    assert large < 8 * 4 * max(small, 0.002)


def test_no_sentence_is_longer_than_four_hundred_tokens() -> None:
    """Text without stops is cut, behind a comma where there is one, and nothing is lost."""
    for unit, last in (("Police arrested two men ", "two"), ("red, green and blue ", ",")):
        tokens = split(unit * 500)
        lengths = [sentence.end_token - sentence.first_token for sentence in tokens.sentences]
        assert max(lengths) <= 400
        assert sum(lengths) == len(tokens.words)
        if last == ",":
            assert all(tokens.words[sentence.end_token - 1] == last for sentence in tokens.sentences[:-1])


def test_a_run_of_marks_is_read_once() -> None:
    """Stops and opening marks in long runs give the sentence behind them, whatever their number."""
    tokens = split("He left" + " ." * 3000 + " “" * 3000 + " but she came. They met.")
    assert [tokens.words[sentence.end_token - 2] for sentence in tokens.sentences][-1] == "met"
