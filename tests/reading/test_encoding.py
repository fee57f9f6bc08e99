"""Bytes of every kind become text, and what was lost is said."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.encoding import decode, is_binary

TEXT = "Café “Nord” – £50, prêt à partir.\r\nSecond line.\n"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (TEXT.encode("utf-8"), TEXT),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), TEXT),
        (TEXT.encode("utf-16"), TEXT),
        (TEXT.encode("utf-16-le"), TEXT),
        (TEXT.encode("utf-16-be"), TEXT),
        (TEXT.encode("utf-32"), TEXT),
        (TEXT.encode("cp1252"), TEXT),
        ("naïve Ole\x81".encode("latin-1"), "naïve Ole\x81"),
        (b"", ""),
    ],
)
def test_the_encoding_is_found(raw: bytes, text: str) -> None:
    """Marks, zero bytes, valid UTF-8 and then the Windows code page decide."""
    assert decode(raw) == (text, ())


def test_broken_utf8_keeps_its_good_characters_and_says_what_was_lost() -> None:
    """One bad byte in a UTF-8 file is replaced; the rest is not read in another encoding."""
    text, problems = decode("Café “Nord” was full. ".encode() + b"\xff" + "Prêt.".encode(), where="a.txt")
    assert text == "Café “Nord” was full. \ufffdPrêt."
    assert problems[0].where == "a.txt"
    assert "1 place" in problems[0].what


def test_a_page_may_name_its_encoding() -> None:
    """A declared code page is used for bytes that are no UTF-8, and only where declarations count."""
    raw = '<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2")
    assert "Łódź" in decode(raw, declared=True)[0]
    assert "Łódź" not in decode(raw)[0]


def test_a_false_declaration_does_not_matter() -> None:
    """Valid UTF-8 is UTF-8, whatever the page says; an unknown name is ignored."""
    assert decode('<meta charset="latin-1">é'.encode(), declared=True)[0].endswith("é")
    assert decode('<meta charset="no-such">é'.encode("cp1252"), declared=True)[0].endswith("é")


@pytest.mark.parametrize(
    ("raw", "binary"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", True),
        (b"PK\x03\x04\x14\x00\x00\x00", True),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00\x01\x02", True),
        (b"plain words", False),
        (b"", False),
        ("Zwölf".encode("utf-16"), False),
        ("Zwölf Boote liegen im Hafen".encode("utf-16-le"), False),
    ],
)
def test_pictures_and_archives_are_binary(raw: bytes, binary: bool) -> None:
    """Zero bytes and control characters tell, unless they are those of UTF-16."""
    assert is_binary(raw) is binary


@given(st.text())
def test_utf8_is_read_exactly(text: str) -> None:
    """Nothing is changed in valid UTF-8: offsets count in what the file holds."""
    raw = text.encode("utf-8", "ignore")
    if b"\0" not in raw and not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        assert decode(raw) == (raw.decode(), ())


@given(st.binary(max_size=300))
def test_any_bytes_are_read(raw: bytes) -> None:
    """No bytes make it fail."""
    text, _ = decode(raw)
    assert isinstance(text, str)
