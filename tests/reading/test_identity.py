"""Keys and addresses: the same article has the same key, whatever the way to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.identity import article_key, canonical_address, outlet_key, version_key
from timeline.reading.normalise import normalise, one_line

SAME = (
    "https://quay.example/a?id=7",
    "HTTPS://Quay.Example:443/a/?id=7#top",
    "http://www.quay.example/a?id=7&utm_source=rss&fbclid=9",
    "https://quay.example/a?utm_medium=x&id=7",
)


def key(url: str | None = None, record_id: str | None = None, outlet: str | None = None, text: str = "a") -> str:
    """The key of an article."""
    return article_key(url=url, record_id=record_id, outlet=outlet, text=text)


def test_ways_to_one_page_are_one_article() -> None:
    """Case of the host, port, fragment, tracking and the scheme do not matter."""
    assert len({key(url) for url in SAME}) == 1
    assert key(SAME[0]) != key("https://quay.example/a?id=8")
    assert key(SAME[0]) != key("https://quay.example/b?id=7")


def test_the_address_comes_before_the_id_and_the_id_before_the_text() -> None:
    """A changed text keeps the key where an address or id is known."""
    assert key(SAME[0], text="a") == key(SAME[0], text="b")
    assert key(None, "7", "Quay", "a") == key(None, "7", "Quay", "b")
    assert key(None, "7", "Quay") != key(None, "7", "Tram")
    assert key(text="a") != key(text="b")
    assert key().startswith("ar_")


@pytest.mark.parametrize(
    "url", ["", "quay/881", "urn:quay:1", "mailto:a@quay.example", "file:///a.html", "https://", "http://[bad"]
)
def test_what_is_no_web_address_is_none(url: str) -> None:
    """Ids, mails and files are no addresses."""
    assert canonical_address(url) is None


def test_outlets_are_one_with_and_without_an_article() -> None:
    """ "The Quay Beacon" and "Quay Beacon" are one paper."""
    assert outlet_key("The Quay Beacon") == outlet_key("QUAY BEACON")
    assert outlet_key("Quay Beacon") != outlet_key("Quay Bacon")


def test_versions_differ_by_text_title_and_correction() -> None:
    """Any of the three makes another version."""
    keys = {version_key(title=t, text=x, correction=c) for t in ("a", "b") for x in ("a", "b") for c in (None, "c")}
    assert len(keys) == 8


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("Cafe\u0301", "Café"),
        ("prom\u00adise \u200bme\ufeff", "promise me"),
        ("a\u00a0b\u2009c\td", "a b c d"),
        ("a  \n\n\n\n  b", "a\n\nb"),
        ("a\x00b\x07c", "abc"),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_text_is_stored_in_one_spelling(raw: str, stored: str) -> None:
    """Composed letters, plain blanks, no invisible marks; joiners that shape letters stay."""
    assert normalise(raw) == stored


@given(st.text())
def test_storing_again_changes_nothing(text: str) -> None:
    """Normalising is idempotent, on paragraphs and lines."""
    once = normalise(text)
    assert normalise(once) == once
    assert one_line(one_line(text)) == one_line(text)


@given(st.text())
def test_any_string_is_an_address_or_none(url: str) -> None:
    """No string makes it fail, and a canonical address is canonical."""
    address = canonical_address(url)
    assert address is None or canonical_address(address) == address
