"""Mails: headers, and what was answered as a quotation."""

from __future__ import annotations

import pytest

from timeline.reading import plaintext
from timeline.reading.mail import unquoted

QUOTED = """On Wed, Mar 4, 2026 at 5:02 PM, desk@quay.example wrote:
> The ferry sank off Orrin Island on Tuesday.
> Nobody was hurt, the company said.
>
>> A diver will inspect it on Friday.
"""


def test_an_answered_mail_is_read_without_its_marks() -> None:
    """The quotation is the text, the line above it says when it was written."""
    article = plaintext.read(QUOTED)
    assert article.published.value == "2026-03-04T17:02"
    assert ">" not in article.text
    assert article.text.startswith("The ferry sank off Orrin Island on Tuesday.")
    assert "wrote" not in article.text


@pytest.mark.parametrize(
    "text",
    ["The score was 3 > 2.\nHe wrote it down.", "A list:\n> one\nSome words.\nMore words.", "No marks at all."],
)
def test_a_text_that_is_no_quotation_is_left_alone(text: str) -> None:
    """A sign here and there is the author's own."""
    assert unquoted(text) == text


def test_a_sentence_about_writing_is_no_header() -> None:
    """Without a date and the colon at the end of its line it is a sentence."""
    text = "On Monday the mayor wrote: we shall see.\n\nThe ferry sailed."
    assert plaintext.read(text).text.startswith("On Monday the mayor wrote")
