"""Feeds: an article an item, the full text preferred, ids and offsets kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import ReadingError
from timeline.reading import feeds
from timeline.reading.assembly import Setting
from timeline.values.article import Article, Failure

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Quay Beacon</title><id>urn:quay</id>
<updated>2026-03-11T06:00:00Z</updated>
<entry><title type="html">Ferry &amp;amp; tram</title><id>urn:quay:1</id><link href="https://quay.example/1?utm_source=f"/>
<published>2026-03-04T18:20:00+01:00</published><updated>2026-03-05T09:00:00+01:00</updated>
<author><name>By Ada Holt</name></author>
<summary>Both sail again</summary>
<content type="html">&lt;p&gt;The ferry sailed on Monday.&lt;/p&gt;&lt;p&gt;The tram did not.&lt;/p&gt;&lt;p&gt;Read more&lt;/p&gt;</content></entry>
<entry><title>Only updated</title><id>urn:quay:2</id><updated>2026-03-06T09:00:00Z</updated><summary>The tram sailed too.</summary></entry>
</feed>"""


def rss(items: str, channel: str = "<title>Quay Beacon</title>") -> bytes:
    """A feed with these items."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{channel}{items}</channel></rss>'.encode()


def read(raw: bytes | str, **known) -> list[Article | Failure]:
    """All that comes out of a feed."""
    return list(
        feeds.read(raw if isinstance(raw, bytes) else raw.encode(), Setting(format="feed", where="feed.xml", **known))
    )


def test_an_atom_entry_is_an_article() -> None:
    """Text, dates with offsets, id, link, author and outlet."""
    article, updated = read(ATOM)
    assert article.text == "Ferry & tram\n\nBoth sail again\n\nThe ferry sailed on Monday.\n\nThe tram did not."
    assert (article.published.value, article.published.basis) == ("2026-03-04T18:20:00+01:00", "feed")
    assert article.modified.value == "2026-03-05T09:00:00+01:00"
    assert (article.record_id, article.url) == ("urn:quay:1", "https://quay.example/1?utm_source=f")
    assert article.canonical_url == "https://quay.example/1"
    assert (article.authors, article.outlet.name) == (("Ada Holt",), "Quay Beacon")
    assert updated.published.value is None
    assert updated.modified.value == "2026-03-06T09:00:00+00:00"


def test_the_build_date_of_a_channel_is_no_day_of_publication() -> None:
    """An item without a date has none."""
    channel = "<title>Quay</title><lastBuildDate>Wed, 11 Mar 2026 06:00:04 +0100</lastBuildDate><pubDate>Wed, 11 Mar 2026 06:00:04 +0100</pubDate>"
    (article,) = read(rss("<item><title>Ferry</title><description>The ferry sailed.</description></item>", channel))
    assert article.published.value is None


def test_an_item_without_words_is_said_and_the_rest_goes_on() -> None:
    """One failure with the number of the item."""
    failure, article = read(rss("<item><guid>1</guid></item><item><title>Ferry</title></item>"))
    assert failure.where == "feed.xml item 1"
    assert article.title == "Ferry"


def test_an_id_that_is_no_address_is_no_link() -> None:
    """A guid stands in for a missing link only when it is an address."""
    (article,) = read(rss("<item><title>Ferry</title><guid>quay/881</guid></item>"))
    assert (article.url, article.record_id) == (None, "quay/881")


def test_a_broken_feed_gives_what_is_whole() -> None:
    """Unclosed tags and bare ampersands cost at most their item."""
    items = read((Path(__file__).parent / "messy" / "soup_feed.xml").read_bytes())
    titles = [item.title for item in items if isinstance(item, Article)]
    assert titles == ["Fog & flares: two boats collide", "Choir wins"]


@pytest.mark.parametrize("raw", [b"plain words", b"<html><p>page</p></html>", rss("")])
def test_what_holds_no_items_is_refused(raw: bytes) -> None:
    """The message names the place."""
    with pytest.raises(ReadingError, match=r"feed\.xml"):
        read(raw)
