"""Web pages: declared metadata, the right date of several, text without what surrounds it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.reading import webpage
from timeline.reading.assembly import Setting
from timeline.values.article import Article

BODY = "".join(
    f"<p>{words}</p>"
    for words in (
        "The ferry to Kelmouth sailed again on Wednesday, nine weeks after its engine failed in the middle of the strait.",
        "Two hundred passengers were on board, most of them children, and the harbour band played on the pier for an hour.",
        "“She purrs,” said the captain, Ola Vey, who had slept on board since January to be near the mechanics at night.",
        "The company will pay back all fares until Friday. A hearing about the failure is planned for 21 April in Ardenholm.",
    )
)
STAMP = "2026-03-04T18:20:00+01:00"


def page(head: str = "", body: str = BODY, before: str = "", after: str = "") -> str:
    """A page with an article in it."""
    return (
        f"<!doctype html><html lang='en'><head><title>Ferry back in service | Quay Beacon</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><main><article><h1>Ferry back in service</h1>{before}{body}</article>{after}"
        "</main><footer><p>Published by Quay Ltd, 1 January 2019. © 2026</p></footer></body></html>"
    )


def linked(**properties) -> str:
    """A JSON-LD script."""
    content = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry back in service",
        **properties,
    }
    return f'<script type="application/ld+json">{json.dumps(content)}</script>'


def read(html: str, **known) -> Article:
    """The article of a page."""
    return webpage.read(html, Setting(format="html", **known))


@pytest.mark.parametrize(
    ("head", "before", "value"),
    [
        (linked(datePublished=STAMP, dateModified="2026-03-09T08:00:00+01:00"), "", STAMP),
        (f'<meta property="article:published_time" content="{STAMP}">', "", STAMP),
        (f'<meta itemprop="datePublished" content="{STAMP}">', "", STAMP),
        ('<meta name="parsely-pub-date" content="2026-03-04">', "", "2026-03-04"),
        ('<meta name="DC.date.issued" content="2026-03-04">', "", "2026-03-04"),
        (
            '<meta property="og:updated_time" content="2026-03-09T08:00:00+01:00">' + linked(datePublished=STAMP),
            "",
            STAMP,
        ),
        ('<meta property="og:updated_time" content="2026-03-09T08:00:00+01:00">', "", None),
        ('<meta property="article:modified_time" content="2026-03-09T08:00:00+01:00">', "", None),
        ('<meta name="date" content="1970-01-01T00:00:00Z">', "", None),
        ("", f'<p><time datetime="{STAMP}">4 March</time></p>', STAMP),
        (
            "",
            f'<p>Updated <time datetime="2026-03-09">9 March</time></p><time itemprop="datePublished" datetime="{STAMP}">',
            STAMP,
        ),
        ("", '<p>Updated: <time datetime="2026-03-09">9 March</time></p>', None),
        ("", '<p class="date">Published: 4 March 2026, 18:20</p>', "2026-03-04T18:20"),
        ("", '<p class="date">By Ada Holt | 4 March 2026</p>', "2026-03-04"),
        ("", '<p class="date">03/02/2026</p>', None),
        ("", '<aside class="related"><time datetime="2026-01-01">1 January</time></aside>', None),
        ("", '<ul><li><a href="/x">Tram fares</a> <time datetime="2026-01-01">1 January</time></li></ul>', None),
        ("", "", None),
        (linked(datePublished="soon"), "", None),
        (linked(datePublished=None), "", None),
    ],
)
def test_the_declared_original_date_is_taken_and_no_other(head: str, before: str, value: str | None) -> None:
    """Updates, footers, other articles and zeros of clocks are never the day of publication."""
    assert read(page(head, before=before)).published.value == value


def test_a_later_change_is_kept_apart() -> None:
    """Publication and change are two fields."""
    article = read(page(linked(datePublished=STAMP, dateModified="2026-03-09T08:00:00+01:00")))
    assert (article.published.value, article.modified.value) == (STAMP, "2026-03-09T08:00:00+01:00")
    assert article.published.basis == "metadata"


def test_the_day_in_the_address_counts_when_nothing_is_declared() -> None:
    """The canonical address may carry it."""
    article = read(page('<link rel="canonical" href="https://quay.example/2026/03/04/ferry">'))
    assert (article.published.value, article.published.basis) == ("2026-03-04", "url")


@pytest.mark.parametrize(
    "script",
    [
        linked(datePublished=STAMP).replace("}</script>", ",}</script>"),
        linked(datePublished=STAMP).replace(">{", "><!--\n{").replace("}</", "}\n--></"),
        f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "WebSite"}, {"@type": "Article", "datePublished": STAMP}]})}</script>',
        f'<script type="application/ld+json">{json.dumps([{"@type": ["Thing", "ReportageNewsArticle"], "datePublished": STAMP}])}</script>',
        '<script type="application/ld+json">{broken</script>' + linked(datePublished=STAMP),
        linked(headline="Tram fares", datePublished="2026-01-01") + linked(datePublished=STAMP),
        f'<script type="application/ld+json">{json.dumps({"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "datePublished": STAMP}})}</script>',
    ],
    ids=["trailing comma", "comment", "graph", "list of types", "broken first", "another article first", "main entity"],
)
def test_json_ld_is_read_in_all_its_shapes(script: str) -> None:
    """Broken, nested and repeated scripts give the date of this page's article."""
    assert read(page(script)).published.value == STAMP


def test_lists_of_other_articles_are_not_this_article() -> None:
    """An ItemList holds other pages."""
    items = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2026-01-01"}]}
    assert read(page(f'<script type="application/ld+json">{json.dumps(items)}</script>')).published.value is None


def test_metadata_name_title_subtitle_authors_outlet_address_and_language() -> None:
    """All that a page says of itself."""
    head = (
        linked(
            datePublished=STAMP,
            alternativeHeadline="Captain happy",
            author=[{"@type": "Person", "name": "By Ada Holt"}, {"name": "Jon Reed"}],
            publisher={"name": "Quay Beacon"},
        )
        + '<link rel="canonical" href="https://www.Quay.example/ferry/?utm_source=x#top">'
    )
    article = read(page(head))
    assert (article.title, article.subtitle) == ("Ferry back in service", "Captain happy")
    assert article.authors == ("Ada Holt", "Jon Reed")
    assert (article.outlet.name, article.outlet.domain) == ("Quay Beacon", "quay.example")
    assert article.canonical_url == "https://www.quay.example/ferry"
    assert article.language == "en"


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    """A title without JSON-LD loses the name behind the bar."""
    html = page(
        '<meta property="og:title" content="Ferry back in service - Quay Beacon"><meta property="og:site_name" content="Quay Beacon">'
    )
    assert read(html).title == "Ferry back in service"


@pytest.mark.parametrize(
    ("before", "authors"),
    [
        ('<p class="byline">By Ada Holt and Jon Reed in Kelmouth</p>', ("Ada Holt", "Jon Reed")),
        ('<p class="byline">By <a rel="author" href="/ada">Ada Holt</a></p>', ("Ada Holt",)),
        ('<div class="meta">By Ada Holt &bull; <span>87 comments</span></div>', ("Ada Holt",)),
        ('<p class="byline">By our own staff, who were there on Monday</p>', ()),
    ],
)
def test_a_visible_byline_names_the_authors(before: str, authors: tuple[str, ...]) -> None:
    """Where nothing is declared, the byline is read."""
    assert read(page(before=before)).authors == authors


def test_only_the_article_is_kept_of_a_page() -> None:
    """Cookies, menus, promotions, pull quotes, other articles and comments are gone; captions lose their credits."""
    noise = (
        '<div class="cookie">We and our 212 partners store data.</div>'
        '<div class="newsletter"><p>The day in your inbox. Sign up</p></div>'
        '<figure><figcaption>The ferry at the pier. <span class="credit">Photograph: Ada Holt</span></figcaption></figure>'
        '<blockquote class="pull">“She purrs”</blockquote>'
        "<p><strong>READ MORE:</strong> Tram fares to rise</p>"
    )
    after = (
        '<section class="related"><h2>Most read</h2><ol><li>Actor killed in fall</li></ol></section>'
        '<div id="comments"><h3>2 comments</h3><p>They attacked a swan, I saw it myself on Tuesday.</p></div>'
    )
    article = read(page(body=BODY.replace("</p><p>“She", f"</p>{noise}<p>“She"), after=after))
    for words in ("partners", "inbox", "Photograph", "READ MORE", "Most read", "Actor", "swan", "2019", "Home"):
        assert words not in article.text
    assert article.text.count("She purrs") == 1
    captions = [article.text[block.start : block.end] for block in article.blocks if block.kind == "caption"]
    assert captions == ["The ferry at the pier."]
    assert article.credits == ("Photograph: Ada Holt",)
    assert [block.kind for block in article.blocks] == ["title", "body", "body", "body", "body", "caption"]


def test_a_page_without_paragraphs_still_gives_its_text() -> None:
    """Text in bare ``div`` and ``br`` is found by our own reading."""
    html = "<html><body><h1>Ferry sails</h1><div id='x'>The ferry sailed.<br>It was full.</div></body></html>"
    article = read(html)
    assert "The ferry sailed." in article.text
    assert "It was full." in article.text


def test_text_that_only_json_ld_carries_is_taken() -> None:
    """Where the markup shows two lines of a long article, the declared body is the text."""
    body = " ".join(["The ferry sailed on Monday and came back in the evening with two hundred passengers."] * 12)
    article = read(page(linked(articleBody=body), body="<p>The ferry sailed.</p>"))
    assert len(article.text) > len(body)


def test_special_characters_are_stored_plain() -> None:
    """Entities, soft hyphens and no-break blanks do not reach the text."""
    article = read(page(body=BODY.replace("ferry to Kelmouth", "fer&shy;ry&nbsp;to Kel&#8203;mouth")))
    assert "The ferry to Kelmouth sailed" in article.text


def test_the_caller_beats_the_page_and_fills_its_gaps() -> None:
    """Overrides count whatever the page declares; defaults where it is silent."""
    html = page(linked(datePublished=STAMP))
    assert read(html, overrides={"published": "2026-01-01"}).published.basis == "given"
    assert read(html, defaults={"published": "2026-01-01"}).published.value == STAMP
    assert read(page(), defaults={"published": "2026-01-01"}).published.value == "2026-01-01"


@given(st.text(alphabet="<>/=\"' abpdivhrtime{}[]:,&;!-", max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_soup_is_read(html: str) -> None:
    """No markup makes it fail."""
    article = read(html)
    assert all(article.text[block.start : block.end] for block in article.blocks)


def test_a_page_of_deep_nesting_is_read() -> None:
    """Nesting does not exhaust the stack."""
    html = "<div>" * 3000 + "The ferry sailed on Monday." + "</div>" * 3000
    assert isinstance(read(html), Article)
